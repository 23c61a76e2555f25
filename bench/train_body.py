"""Learn the weights of `crawler.body_model` from article pages with gold; needs scikit-learn, which sijill does not.

  python bench/train_body.py DIRECTORY... --output crawler/body_weights.json

A directory holds pages.jsonl, one object a line: "file" (HTML, xz), "body" (text, or a list of paragraphs), and where
known "title" and "optional" (headings and standfirsts, which count neither way).
"""

import argparse
import json
import lzma
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from crawler.body_features import FEATURES, body_rows
from crawler.extract import parse_page, show_page
from crawler.metadata import read_metadata
from crawler.page_view import Witnesses
from crawler.region import survey

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_BULLET = re.compile(r"^[-•*]\s*")


def squeeze(text):
    return "".join((text or "").split())


def shingles(text):
    words = _WORD.findall(text or "")
    return Counter(tuple(words[start : start + _SHINGLE]) for start in range(max(1, len(words) - _SHINGLE + 1)))


def label(block, gold, whole, gold_shingles, neither):
    """1 of the body, 0 not, -1 neither way."""
    own = squeeze(block.text)
    if own in neither and own not in gold:
        return -1
    if own in gold:
        return 1
    if len(_WORD.findall(block.text)) >= 5:
        counted = shingles(block.text)
        share = sum(min(n, gold_shingles.get(key, 0)) for key, n in counted.items()) / sum(counted.values())
        return 1 if share >= 0.6 else 0 if share <= 0.3 else -1
    return -1 if len(own) >= 8 and own in whole else 0


def publisher_of(row):
    """The host of a page's address, or its id where it has none."""
    return urlsplit(row.get("url") or "").netloc.removeprefix("www.") or row["id"]


def in_fold(publishers, part, parts):
    """The publishers of one part out of several: every so many of them in alphabetical order."""
    return set(sorted(set(publishers))[part::parts])


def read_page(row, folder):
    text = lzma.decompress((folder / row["file"]).read_bytes()).decode("utf-8", "replace")
    tree = parse_page(text)
    metadata = read_metadata(tree)
    show_page(tree)
    page = survey(tree, metadata)
    if page.main is None:
        return None
    body = row["body"] if isinstance(row["body"], list) else row["body"].split("\n")
    gold = {_BULLET.sub("", squeeze(one)) for one in body if one.strip()}
    neither = {squeeze(one) for one in (*row.get("optional", ()), row.get("title"))}
    whole, gold_shingles = "".join(map(squeeze, body)), shingles("\n".join(body))
    labels = [label(block, gold, whole, gold_shingles, neither) for block in page.blocks]
    witnesses = Witnesses(squeeze("".join(metadata.article_bodies)), metadata.description or "")
    rows = body_rows(page.shape, page.main, page.headline_number, witnesses, range(len(page.blocks)))
    lengths = np.sqrt(np.minimum([len(block.text) for block in page.blocks], 600))
    return (
        publisher_of(row),
        np.array([rows[n] for n in range(len(rows))]),
        np.array(labels),
        lengths / lengths.sum() * 50,
    )


def fit(pages):
    rows, labels, weights = (np.concatenate([page[part] for page in pages]) for part in (1, 2, 3))
    known = labels >= 0
    scaler = StandardScaler().fit(rows[known])
    model = LogisticRegression(C=0.3, max_iter=600).fit(
        scaler.transform(rows[known]), labels[known], sample_weight=weights[known]
    )
    scale = np.where(scaler.scale_ > 0, scaler.scale_, 1.0)
    raw = model.coef_[0] / scale
    raw[0] = model.intercept_[0] - float(model.coef_[0] @ (scaler.mean_ / scale)) + raw[0] * 0
    return raw


def write_weights(pages, path):
    weights = {name: round(float(weight), 5) for name, weight in zip(FEATURES, fit(pages), strict=True)}
    path.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def read_folder(folder):
    """The pages of a folder that hold prose, as `fit` takes them."""
    rows = map(json.loads, (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines())
    return [page for row in rows if (page := read_page(row, folder))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--fold", default="", help="K/N: leave out every N-th publisher from the K-th on")
    arguments = parser.parse_args()
    pages = [page for folder in arguments.folders for page in read_folder(folder)]
    if arguments.fold:
        part, parts = map(int, arguments.fold.split("/"))
        left_out = in_fold((page[0] for page in pages), part, parts)
        pages = [page for page in pages if page[0] not in left_out]
    write_weights(pages, arguments.output)
    print(f"{len(pages)} pages, {sum(len(page[2]) for page in pages)} blocks -> {arguments.output}")


if __name__ == "__main__":
    main()
