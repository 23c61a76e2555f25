"""Statements: what a text says that the other language can only repeat or contradict, in a form both share."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from functools import cached_property

from crawler.calendar.date_patterns import Phrase
from crawler.calendar.date_phrases import find_phrases
from crawler.folded_text import FoldedText


class Weight(IntEnum):
    """How much it says that a statement has no answer."""

    ANSWER = 0
    """Nothing: it may answer the other side, but is no finding itself."""
    LOOSE = 1
    """Little: "two" may be a dual, "first" another word, "a thousand" a figure of speech."""
    EXACT = 2


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a text says."""

    kind: str
    values: frozenset[Hashable]
    """What it can mean; the other side says the same if it shares one of these."""
    start: int
    end: int
    """Where it stands in the text as published."""
    weight: Weight = Weight.EXACT
    unit: str | None = None
    """What is counted, where that is known: "percent", "kilometre", "dollar"."""
    whole: tuple[int, int] | None = None
    """Where it stands together with its unit."""
    is_in_digits: bool = False
    """True of a number that begins with a digit."""

    @property
    def is_exact(self) -> bool:
        """True where it says much that this has no answer."""
        return self.weight is Weight.EXACT

    @property
    def numbers(self) -> list[Decimal]:
        """The numbers it can mean."""
        return sorted(value for value in self.values if isinstance(value, Decimal))


# "The first half of October", "the second week of March": the ordinal is that of the part.
_PART_BEFORE = re.compile(r"(?:نصف|اسبوع|ربع|ثلث|شطر|دفعه|جوله|half|week|quarter)\s+$")
_LONGEST_PART = 10


def blank(match: re.Match[str]) -> str:
    """As many spaces as a match is long."""
    return " " * len(match[0])


class LanguageText(FoldedText):
    """One side's text of a unit, with what several kinds of statements are read from."""

    def __init__(self, text: str, language: str) -> None:
        super().__init__(text)
        self.language = language

    @cached_property
    def date_phrases(self) -> tuple[Phrase, ...]:
        """The date phrases of the text in order."""
        return tuple(phrase for phrase in find_phrases(self) if not self._is_of_a_part(phrase))

    def _is_of_a_part(self, phrase: Phrase) -> bool:
        before = self.folded[max(0, phrase.start - _LONGEST_PART) : phrase.start]
        return not self.folded[phrase.start].isdecimal() and _PART_BEFORE.search(before) is not None

    @cached_property
    def without_dates(self) -> str:
        """The folded form with spaces for date phrases."""
        pieces, position = [], 0
        for phrase in self.date_phrases:
            pieces += [self.folded[position : phrase.start], " " * (phrase.end - phrase.start)]
            position = phrase.end
        return "".join((*pieces, self.folded[position:]))

    def statement(
        self,
        kind: str,
        values: frozenset[Hashable],
        folded: tuple[int, int],
        weight: Weight = Weight.EXACT,
        unit: str | None = None,
    ) -> Statement:
        """A statement that stands at these places of the folded form."""
        return Statement(kind, values, *self.span_in_text(*folded), weight, unit)
