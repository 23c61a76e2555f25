"""How much a learned template adds: pages read without one, with one learned from their site's others, and from all.

    python bench/templates.py FOLDER            # pages.jsonl and the pages it names, plain or .xz
    python bench/templates.py FOLDER --least 3  # sites with at least so many pages; default 3
    python bench/templates.py FOLDER --blocks   # also what is added and lost with the others' template

A line of pages.jsonl is {"file", "url", "body": [paragraph ...], "optional": [text ...], "publisher"}; without a
publisher, pages of one host are one site's. No template ever sees a gold text: it is learned from pages alone. Body F1
is that of the article-extraction benchmark: shingles of four words, mean precision and mean recall over the pages.
Where a set lists section heads and standfirsts as optional, a second figure leaves them out of what was read, and words
beyond the gold text are counted apart from others, which are furniture mostly.
"""

import argparse
import json
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any
from urllib.parse import urlsplit

from crawler import read_page
from crawler.sites import Site
from crawler.templating.templates import learn_template

_WORDS = re.compile(r"\w+")
_DAY = date(2026, 1, 1)
_WAYS = ("without", "from the others", "from all")


@dataclass(frozen=True)
class GoldPage:
    """A page with what its article says."""

    url: str
    html: str
    body: str
    optional: frozenset[str]
    """Texts that a body may hold or not, without white space."""


def read_sites(folder: Path) -> dict[str, list[GoldPage]]:
    """The pages of each site."""
    sites: dict[str, list[GoldPage]] = defaultdict(list)
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not row.get("body"):
            continue
        stored = (folder / row["file"]).read_bytes()
        text = (lzma.decompress(stored) if row["file"].endswith(".xz") else stored).decode("utf-8", "replace")
        body = "\n".join(row["body"]) if isinstance(row["body"], list) else row["body"]
        optional = frozenset(squeeze(one) for one in row.get("optional", ()))
        url = row.get("url") or "https://page.invalid/news/article"
        sites[row.get("publisher") or str(urlsplit(url).hostname)].append(GoldPage(url, text, body, optional))
    return sites


def squeeze(text: str) -> str:
    return "".join(text.split())


def body_of(page: GoldPage, site: Site | None) -> list[str]:
    """The paragraphs of the edition with most text."""
    record = read_page(page.html.encode("utf-8", "replace"), page.url, site)
    bodies = [edition["paragraphs"] for edition in record["editions"].values()]
    return max(bodies, key=lambda body: len("".join(body)), default=[])


def learned(pages: Sequence[GoldPage]) -> Site | None:
    """A site with the template of these pages; None where they teach none."""
    template = learn_template([page.html for page in pages], _DAY, pages_least=1)
    return Site("site", "https://site.example/", templates=(template,)) if template else None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORDS.findall(text)
    return Counter(tuple(words[start : start + 4]) for start in range(max(1, len(words) - 3)) if words)


def scores(page: GoldPage, read: Sequence[str]) -> tuple[float, ...]:
    """(precision, recall, exact) of one page's body, then of its body without what is optional."""
    required = [text for text in read if squeeze(text) not in page.optional]
    return (*scores_of(page.body, "\n".join(read)), *scores_of(page.body, "\n".join(required)))


def scores_of(gold: str, read: str) -> tuple[float, float, float]:
    wanted, found = shingles(gold), shingles(read)
    both = sum((wanted & found).values())
    precision = both / sum(found.values()) if found else 0.0
    recall = both / sum(wanted.values()) if wanted else 0.0
    return precision, recall, float(_WORDS.findall(gold) == _WORDS.findall(read))


def differing_blocks(page: GoldPage, read: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What was read beyond the gold text, called "optional" or "added", and the lines of that text that were "lost"."""
    wanted, found = squeeze(page.body), squeeze("".join(read))
    for text in read:
        if squeeze(text) not in wanted:
            yield ("optional" if squeeze(text) in page.optional else "added"), text
    yield from (("lost", line) for line in page.body.split("\n") if line.strip() and squeeze(line) not in found)


def measure_site(pages: Sequence[GoldPage]) -> Iterator[dict[str, Any]]:
    """For each page, how it is read in each way."""
    of_all = learned(pages)
    for page in pages:
        others = learned([one for one in pages if one is not page])
        ways = dict(zip(_WAYS, (None, others, of_all), strict=True))
        bodies = {way: body_of(page, site) for way, site in ways.items()}
        blocks = list(differing_blocks(page, bodies["from the others"]))
        yield {"url": page.url, "blocks": blocks} | {way: scores(page, body) for way, body in bodies.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--each", action="store_true", help="Also print each page whose score differs.")
    parser.add_argument("--blocks", action="store_true", help="Also print what was added and what was lost.")
    arguments = parser.parse_args()
    sites = {name: pages for name, pages in read_sites(arguments.folder).items() if len(pages) >= arguments.least}
    rows = [row for pages in sites.values() for row in measure_site(pages)]
    print(f"{len(rows)} pages of {len(sites)} sites")
    for way in _WAYS if rows else ():
        for first, what in ((0, "body"), (3, "without optional")):
            precision, recall, exact = (mean(row[way][first + place] for row in rows) for place in range(3))
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            told = f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  exact {exact:.3f}"
            print(f"  {way:<16} {what:<16} {told}")
    for row in rows if arguments.each else ():
        if len({row[way] for way in _WAYS}) > 1:
            told = "  ".join(f"{way} {row[way][0]:.3f}/{row[way][1]:.3f}" for way in _WAYS)
            print(f"{row['url']}\n    {told}")
    if arguments.blocks:
        print_blocks(rows)


def print_blocks(rows: Sequence[dict[str, Any]]) -> None:
    """Each page's differing blocks, then how many words of each kind there are."""
    words: Counter[str] = Counter()
    for row in rows:
        print(row["url"])
        for kind, text in row["blocks"]:
            words[kind] += len(_WORDS.findall(text))
            print(f"    {kind:<8} {text[:100]}")
    print("  ".join(f"{kind}: {count} words" for kind, count in sorted(words.items())))


if __name__ == "__main__":
    main()
