"""Whether a field that a source's pages have has vanished from them: a test of proportions on its readings.

The rule, for each field of each side: the pages of the newest runs, at least eight, against at most a hundred before
them, both by section of the site. Were nothing broken, every assignment of the well pages to the two groups would be
equally likely within a section; `chance_of_so_few` adds up those that leave the newest group with as few or fewer. That
is Fisher's exact test for one section, and for several the exact test of a common odds ratio in stratified 2 x 2 tables
(M. W. Birch, "The detection of partial association, I: the 2 x 2 case", JRSS B 26, 1964).
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from archive.readings import REPEATS, Reading

# Eight pages without a field can be eight without a picture; that is what the chance below is for. Fewer prove nothing.
PAGES_LEAST = 8
_PAGES_MOST = 40
_BASELINE_MOST = 100
# A dozen fields are looked at on every page: one false alarm in some tens of thousands of pages.
CHANCE_MOST = 1e-5
# So likely pages that lack a field may stand side by side before it vanishes, and not be a sign of it.
_CHANCE_OF_STREAK = 0.01
# A drop that leaves so large a share of what was usual is no broken layout.
_DROP_LEAST = 0.5
# Of an article several readings may stand; so many are asked for where so many pages are wanted.
NEWEST_KEPT = 3 * _PAGES_MOST
BASELINE_KEPT = 2 * _BASELINE_MOST
EDITION = "edition"
# What vanishes that is no role, in a person's words.
_WORDS = {
    EDITION: "text",
    "length": "text of the usual length",
    "residue": "the usual share of text in no field",
    "agreement": "the same text without the template",
}
_SEGMENT = re.compile(r"[^\W\d]{2,20}(?:[-_][^\W\d]{2,20})?")


def field_words(field: str) -> str:
    """A field that is missing, or a paragraph that repeats, in a person's words."""
    return "text that repeats" if field.startswith(REPEATS) else field


@dataclass(frozen=True, slots=True)
class Baseline:
    """The readings of one side of a source under one template that a page is compared with, the oldest first."""

    newest: tuple[Reading, ...]
    """The last ones."""
    before: tuple[Reading, ...]
    """Of earlier runs, those that were archived."""
    accepted: tuple[Reading, ...] = ()
    """Those that a person accepted with what they lack, of whichever pages."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """A field that has vanished from a source's newest pages."""

    side: str
    field: str
    since: datetime
    """When the first of the newest pages that lack it was captured."""
    well: int
    """Of the newest pages, how many have it."""
    pages: int
    well_before: int
    pages_before: int

    def sentence(self, paragraph: str = "") -> str:
        """What has vanished, since when and how surely, for a person; or which paragraph repeats."""
        if self.field.startswith(REPEATS):
            return (
                f'{self.side} text that repeats, "{paragraph}": on {self.pages - self.well} of the last {self.pages} '
                f"pages word for word, on {self.pages_before - self.well_before or 'none'} of the {self.pages_before} "
                f"before; since {self.since:%Y-%m-%d %H:%M} UTC"
            )
        what = f"{self.side} {_WORDS.get(self.field, self.field)}"
        now = f"{self.well or 'none'} of the last {self.pages} {'has' if self.well < 2 else 'have'}"
        return (
            f"{what}: {self.well_before} of the {self.pages_before} pages before had it, {now}; "
            f"missing since {self.since:%Y-%m-%d %H:%M} UTC"
        )


def section_of(url: str) -> str:
    """The part of a site that an address names: its host and first plain folders, "" where there is none.

    >>> section_of("https://news.example/en/sport/2026/11/cup-final-12"), section_of("https://news.example/a1")
    ('news.example/en/sport', 'news.example')
    """
    parts = urlsplit(url)
    folders = [unquote(folder) for folder in parts.path.split("/")[1:-1]]
    named = [folder for folder in folders if _SEGMENT.fullmatch(folder)]
    return "/".join([parts.netloc, *named[:2]])


def find_lapse(baselines: Sequence[Baseline], reading: Reading, fields: Iterable[str]) -> Lapse | None:
    """The first of the fields that the reading lacks and that has vanished by any baseline; None where none has."""
    missing = [field for field in fields if reading.misses(field)]
    found = (_find_lapse(baseline, reading, field) for field in missing for baseline in baselines)
    return next((lapse for lapse in found if lapse is not None), None)


def _find_lapse(baseline: Baseline, reading: Reading, field: str) -> Lapse | None:
    first = _first_comparable(baseline, field)
    newest = [one for one in (*baseline.newest, reading) if one.sequence >= first and _may_have(one, field)]
    before = [one for one in baseline.before if one.sequence >= first and _may_have(one, field)]
    for pages, pages_before in _divide(newest, before):
        well, well_before = (sum(not one.misses(field) for one in group) for group in (pages, pages_before))
        if well * len(pages_before) >= _DROP_LEAST * well_before * len(pages):
            continue
        if chance_of_so_few(_by_section(pages_before, pages, field)) <= CHANCE_MOST:
            since = _first_without(newest, pages, well_before / len(pages_before), field).captured_at
            return Lapse(reading.side, field, since, well, len(pages), well_before, len(pages_before))
    return None


def _first_comparable(baseline: Baseline, field: str) -> int:
    """The first entry that counts: what was before a person accepted pages without the field is usual no more."""
    return max((one.sequence for one in baseline.accepted if one.misses(field)), default=0)


def _may_have(reading: Reading, field: str) -> bool:
    """False for a side that is not there: it lacks none of its fields. Nor where its paragraphs were not kept."""
    if field.startswith(REPEATS) and reading.paragraphs is None:
        return False
    return field == EDITION or EDITION not in reading.lacks


def _divide(newest: Sequence[Reading], before: Sequence[Reading]) -> Iterator[tuple[list[Reading], list[Reading]]]:
    """The newest pages and those before, for each start of a run that leaves enough of both; the last run first.

    A run goes through a site list by list. Were a group to begin within one, the pages of one list would be compared
    with those of another.
    """
    for first in sorted({one.run for one in newest}, reverse=True):
        pages = _last_of_each(one for one in newest if one.run >= first)[-_PAGES_MOST:]
        pages_before = _last_of_each(one for one in before if one.run < first)[-_BASELINE_MOST:]
        if len(pages) >= PAGES_LEAST and len(pages_before) >= PAGES_LEAST:
            yield pages, pages_before
        if len(pages) == _PAGES_MOST:
            return


def _first_without(newest: Sequence[Reading], pages: Sequence[Reading], usual: float, field: str) -> Reading:
    """The first of `pages` that lacks the field, or an earlier one from which on no page had it.

    Some pages before may never have had it, where it was not usual on all: the first ones of the streak, as many as
    may well stand there by chance, are not believed.
    """
    first = next(one for one in pages if one.misses(field))
    streak = list(takewhile(lambda one: one.misses(field), reversed(newest)))[::-1]
    by_chance = 0 if usual == 1.0 else math.floor(math.log(_CHANCE_OF_STREAK, 1.0 - usual))
    earlier = streak[by_chance:]
    return earlier[0] if earlier and earlier[0].sequence < first.sequence else first


def _last_of_each(readings: Iterable[Reading]) -> list[Reading]:
    """Of each article its last reading, in order."""
    last = {one.article: one for one in readings}
    return sorted(last.values(), key=lambda one: one.sequence)


def _by_section(before: Sequence[Reading], newest: Sequence[Reading], field: str) -> list[tuple[int, int, int, int]]:
    """Well pages and pages, before and now, of each section; a site that moved to other addresses is one section."""
    known = {one.section for one in before}
    has_moved = not any(one.section in known for one in newest)
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for place, group in ((0, before), (2, newest)):
        for one in group:
            count = counts["" if has_moved else one.section]
            count[place] += not one.misses(field)
            count[place + 1] += 1
    return [(one, two, three, four) for one, two, three, four in counts.values()]


def chance_of_so_few(sections: Iterable[tuple[int, int, int, int]]) -> float:
    """How likely so few well pages are in the newest group, given how many there are in all.

    Each section is (well before, pages before, well now, pages now).

    >>> round(chance_of_so_few([(20, 20, 0, 8)]) * math.comb(28, 8), 6), chance_of_so_few([(0, 20, 0, 8)])
    (1.0, 1.0)
    """
    likely = [1.0]
    observed = 0
    for well_before, before, well, now in sections:
        observed += well
        likely = _convolved(likely, _hypergeometric(well_before + well, before + now, now))
    return min(1.0, sum(likely[: observed + 1]))


def _hypergeometric(well: int, pages: int, drawn: int) -> list[float]:
    """How likely each number of well pages is among those drawn."""
    ways = math.comb(pages, drawn)
    return [math.comb(well, number) * math.comb(pages - well, drawn - number) / ways for number in range(drawn + 1)]


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    result = [0.0] * (len(one) + len(other) - 1)
    for place, value in enumerate(one):
        for place_too, value_too in enumerate(other):
            result[place + place_too] += value * value_too
    return result
