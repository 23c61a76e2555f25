"""Comparison: places where the two sides of an article do not say the same.

Only what both sides say, and say differently, in units that surely belong together: a finding is to be right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from crawler.models import ARABIC, ENGLISH, Discrepancy, Edition, SegmentRef, TranslationUnit
from crawler.offices import find_office_conflicts
from crawler.statements import (
    Statement,
    find_day_statements,
    find_month_statements,
    find_number_statements,
    find_weekday_statements,
    unanswered,
)

CONFLICT = "conflict"
"""Severity: both sides say something, and they differ."""
MIN_SCORE = 0.5
"""A unit less sure than that is a wrong alignment rather than a wrong translation."""

_FindStatements = Callable[[str, str], list[Statement]]
_FINDERS: tuple[tuple[str, _FindStatements], ...] = (
    ("number", find_number_statements),
    ("date", find_day_statements),
    ("date", find_month_statements),
    ("date", find_weekday_statements),
)


def compare_editions(english: Edition, arabic: Edition, units: Sequence[TranslationUnit]) -> tuple[Discrepancy, ...]:
    """The conflicts between two aligned editions, by unit: numbers, dates, offices beside a name.

    `english` and `arabic` of a finding hold what differs as published, joined by "; " where it is several. What
    one side merely leaves out is no finding, nor is a number that stands in another unit of the other side.
    """
    texts = [_Texts(_join(english, unit.english), _join(arabic, unit.arabic), unit.score) for unit in units]
    found = [discrepancy for kind, find in _FINDERS for discrepancy in _find_conflicts(kind, find, texts)]
    found += [
        Discrepancy("role", CONFLICT, *sides, position)
        for position, pair in enumerate(texts)
        if pair.is_sure
        for sides in dict.fromkeys(find_office_conflicts(pair.english, pair.arabic))
    ]
    return tuple(sorted(found, key=lambda discrepancy: discrepancy.unit))


@dataclass(frozen=True, slots=True)
class _Texts:
    """The two texts of a unit; empty where it has no such side."""

    english: str
    arabic: str
    score: float

    @property
    def is_sure(self) -> bool:
        return bool(self.english and self.arabic) and self.score >= MIN_SCORE


def _join(edition: Edition, refs: Sequence[SegmentRef]) -> str:
    by_ref = {segment.ref: segment.text for segment in edition.segments}
    return " ".join(by_ref[ref] for ref in refs)


def _find_conflicts(kind: str, find: _FindStatements, texts: Sequence[_Texts]) -> Iterator[Discrepancy]:
    sides = [(find(pair.english, ENGLISH), find(pair.arabic, ARABIC)) for pair in texts]
    left = [(list(unanswered(*both)), list(unanswered(*reversed(both)))) for both in sides]
    for position, (english, arabic) in enumerate(left):
        if texts[position].is_sure:
            others = [pair for other, pair in enumerate(left) if other != position]
            only_english = list(unanswered(english, [one for _, there in others for one in there]))
            only_arabic = list(unanswered(arabic, [one for here, _ in others for one in here]))
            if only_english and only_arabic:
                yield Discrepancy(kind, CONFLICT, _say(only_english), _say(only_arabic), position)


def _say(statements: Sequence[Statement]) -> str:
    return "; ".join(dict.fromkeys(statement.text for statement in statements))
