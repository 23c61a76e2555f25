"""Learn the weights of `crawler.finding.body_model` from article pages with gold; needs scikit-learn.

sijill itself does not need it.

  python bench/train_body.py DIRECTORY... --output crawler/finding/body_weights.json

A directory holds pages.jsonl, one object a line: "file" (HTML, xz), "body" (text, or a list of paragraphs), and where
known "title" and "optional" (headings and standfirsts, which count neither way).
"""

import argparse
import json
import lzma
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from crawler.extract import parse_page, show_page
from crawler.finding.body_features import FEATURES, body_rows
from crawler.finding.page_view import Witnesses
from crawler.finding.region import survey
from crawler.head.metadata import read_metadata

# A word; of scripts that put no space between words, a letter.
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
_RUN = 3
_SHARE_OF_BODY = 0.6
_SHARE_OF_REST = 0.3
# How freely weights may grow: with ten times as much, bodies of unseen publishers lose .0025 of F1.
_FREEDOM = 0.01


def squeeze(text):
    return "".join((text or "").split())


def shares_of_gold(texts, gold):
    """What share of each text's words the gold has in the same order as the page; -1 for a text without words.

    A teaser, a pull quote or a table of contents repeats words that the gold has once; a cell of a table alone is too
    short to be looked for: both are told by the order, in runs of three words that may reach over several texts.
    """
    words, owners = [], []
    for number, text in enumerate(texts):
        own = _WORD.findall(text)
        words += own
        owners += [number] * len(own)
    covered = [False] * len(words)
    matcher = SequenceMatcher(None, _runs(words), _runs(_WORD.findall(gold)), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        if size:
            covered[start : start + size + _RUN - 1] = [True] * (size + _RUN - 1)
    totals, found = Counter(owners), Counter(owner for owner, is_found in zip(owners, covered, strict=True) if is_found)
    return [found[number] / totals[number] if totals[number] else -1 for number in range(len(texts))]


def _runs(words):
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))


def label(share, *, may_be_either):
    """1 of the body, 0 not, -1 neither way: half of it, or a heading or standfirst that gold leaves out."""
    if share >= _SHARE_OF_BODY:
        return 1
    return -1 if may_be_either or share < 0 or share > _SHARE_OF_REST else 0


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
    neither = {squeeze(one) for one in (*row.get("optional", ()), row.get("title"))}
    texts = [block.text for block in page.blocks]
    labels = [
        label(share, may_be_either=squeeze(text) in neither)
        for share, text in zip(shares_of_gold(texts, "\n".join(body)), texts, strict=True)
    ]
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
    model = LogisticRegression(C=_FREEDOM, max_iter=600).fit(
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
