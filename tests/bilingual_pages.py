"""The bilingual pages of tests/pages/bilingual, and how near a record comes to what a person would sign.

`python -m tests.bilingual_pages` prints one line for each page. Beside each page stands its gold: `editions` as in a
record; `either`, lines that may stand in a list of an edition or in the residue (a tweet's signature, a picture's
credit); `alternatives`, by language, other answers that are as right: each a few fields that hold together.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bs4 import BeautifulSoup

from crawler import read_page
from crawler.models.forms import display_form

FOLDER = Path(__file__).parent / "pages" / "bilingual"
CAPTURED_AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
SINGLE_ROLES = ("headline", "standfirst", "dateline", "byline")
LISTED_ROLES = ("paragraphs", "captions")
# An edition with less of its paragraphs than this is a lost side.
_KEPT_LEAST = 0.5


@dataclass(frozen=True, slots=True)
class BilingualPage:
    """One page with its gold."""

    name: str
    html: bytes
    url: str
    layout: str
    published_on: str
    editions: Mapping[str, Mapping[str, Any]]
    either: tuple[str, ...]
    alternatives: Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a record makes of a page."""

    page: BilingualPage
    differences: tuple[str, ...]
    """One line for each role of an edition that is not as in the gold; none where the page is right."""
    lost: tuple[str, ...]
    """Languages of which more than half the text is gone."""
    residue_share: float
    """Characters of the residue among all that were read."""
    published_on: str | None


def bilingual_pages() -> list[BilingualPage]:
    """All pages, by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.html"))]


def _read(path: Path) -> BilingualPage:
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return BilingualPage(
        name=path.stem,
        html=path.read_bytes(),
        url=gold["url"],
        layout=gold["layout"],
        published_on=gold["published_on"],
        editions=gold["editions"],
        either=tuple(gold.get("either", ())),
        alternatives=gold.get("alternatives", {}),
    )


def judge(page: BilingualPage) -> Judgement:
    """The page read, and compared with its gold."""
    record = read_page(page.html, page.url, captured_at=CAPTURED_AT)
    read = record["editions"]
    differences = [f"{language}: not there" for language in page.editions if language not in read]
    differences += [f"{language}: too much" for language in read if language not in page.editions]
    for language, gold in page.editions.items():
        if language in read:
            differences += _least_different(language, page, gold, read[language])
    return Judgement(
        page=page,
        differences=tuple(differences),
        lost=tuple(lost for lost in page.editions if _is_lost(page.editions[lost], read.get(lost))),
        residue_share=_residue_share(record),
        published_on=record["published_on"],
    )


def _least_different(language: str, page: BilingualPage, gold: Mapping[str, Any], read: Mapping[str, Any]) -> list[str]:
    answers = [gold, *({**gold, **other} for other in page.alternatives.get(language, ()))]
    return min(([*_differences(language, answer, read, page.either)] for answer in answers), key=len)


def _differences(
    language: str, gold: Mapping[str, Any], read: Mapping[str, Any], either: Sequence[str]
) -> Iterator[str]:
    for role in SINGLE_ROLES:
        if _display(gold[role]) != _display(read[role]):
            yield f"{language} {role}: {_short(read[role])} for {_short(gold[role])}"
    for role in LISTED_ROLES:
        expected = [_display(text) for text in gold[role] if text not in either]
        found = [_display(text) for text in read[role] if text not in either]
        if expected != found:
            yield f"{language} {role}: {_first_difference(found, expected)}"


def _first_difference(found: list[str | None], expected: list[str | None]) -> str:
    place = next(
        (at for at, (one, other) in enumerate(zip(found, expected, strict=False)) if one != other),
        min(len(found), len(expected)),
    )
    one, other = (texts[place] if place < len(texts) else None for texts in (found, expected))
    return f"{len(found)} for {len(expected)}, [{place}] {_short(one)} for {_short(other)}"


def _is_lost(gold: Mapping[str, Any], read: Mapping[str, Any] | None) -> bool:
    """True where less than half of an edition's paragraphs, by characters, stands in its edition of the record."""
    there = set(read["paragraphs"]) if read else set()
    joined = " ".join(there)
    kept = sum(len(text) for text in gold["paragraphs"] if text in there or text in joined)
    return kept < _KEPT_LEAST * sum(map(len, gold["paragraphs"]))


def _residue_share(record: Mapping[str, Any]) -> float:
    residue = sum(map(len, record["residue"]))
    kept = sum(len(text) for edition in record["editions"].values() for text in texts_of(edition))
    return residue / max(residue + kept, 1)


def texts_of(edition: Mapping[str, Any]) -> list[str]:
    """All texts of an edition, in the order of the roles."""
    single = [edition[role] for role in SINGLE_ROLES if edition[role]]
    return single + [text for role in LISTED_ROLES for text in edition[role]]


def visible_text(html: bytes) -> str:
    """The text of a page, panes that open on a click included, its white space settled; by the standard parser."""
    soup = BeautifulSoup(html, "html.parser")
    for node in soup.select("script, style, noscript, template, head"):
        node.decompose()
    return " ".join(soup.get_text().split())


def _display(text: str | None) -> str | None:
    return None if text is None else display_form(text)


def _short(text: str | None) -> str:
    if text is None:
        return "nothing"
    return f"“{text}”" if len(text) <= 50 else f"“{text[:32]}…{text[-14:]}”"


@dataclass(frozen=True, slots=True)
class Figures:
    """The three figures over all pages."""

    right: float
    lost_sides: int
    median_residue: float


def figures(judgements: Sequence[Judgement]) -> Figures:
    """Share of pages right, number of sides lost, median of the residue's share."""
    return Figures(
        right=sum(not judgement.differences for judgement in judgements) / len(judgements),
        lost_sides=sum(len(judgement.lost) for judgement in judgements),
        median_residue=median(judgement.residue_share for judgement in judgements),
    )


def _table(judgements: Sequence[Judgement]) -> Iterator[str]:
    for one in judgements:
        verdict = "LOST " + ",".join(one.lost) if one.lost else ("wrong" if one.differences else "right")
        date = "" if one.published_on == one.page.published_on else f"  date {one.published_on}"
        yield f"{verdict:8} {one.residue_share:6.1%}  {one.page.name}  ({one.page.layout}){date}"
        yield from (f"{'':18}{difference}" for difference in one.differences)
    total = figures(judgements)
    yield (
        f"{len(judgements)} pages: {total.right:.1%} right, {total.lost_sides} sides lost, "
        f"residue {total.median_residue:.2%} on median"
    )


if __name__ == "__main__":
    wanted = sys.argv[1:]
    pages = [page for page in bilingual_pages() if not wanted or any(word in page.name for word in wanted)]
    print("\n".join(_table([judge(page) for page in pages])))
