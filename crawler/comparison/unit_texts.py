"""The two texts of a translation unit, and the way back from a place in them to the segments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawler.comparison.statements import LanguageText
from crawler.models import ARABIC, ENGLISH, Discrepancy, Edition, SegmentRef, Severity, Span, TranslationUnit

MIN_SCORE = 0.5
"""A unit less sure than that is a wrong alignment rather than a wrong translation."""
Place = tuple[int, int]
"""Start and end in one side's text of a unit."""


@dataclass(frozen=True, slots=True)
class Side:
    """The segments of one side of a unit as one text, joined by a space."""

    refs: tuple[SegmentRef, ...]
    lengths: tuple[int, ...]
    """Of the segments, in characters."""
    reading: LanguageText

    @property
    def text(self) -> str:
        """As published; empty where the unit has no such side."""
        return self.reading.text

    def spans(self, places: Iterable[Place]) -> tuple[Span, ...]:
        """Where places of the text stand in its segments; one that crosses a border is two."""
        return tuple(dict.fromkeys(span for place in sorted(places) for span in self._split(*place)))

    def _split(self, start: int, end: int) -> Iterator[Span]:
        first = 0
        for ref, length in zip(self.refs, self.lengths, strict=True):
            inside = max(start, first), min(end, first + length)
            if inside[0] < inside[1]:
                yield Span(ref.role, ref.position, inside[0] - first, inside[1] - first)
            first += length + 1

    def quote(self, places: Iterable[Place]) -> str | None:
        """The texts of places as published, each once, joined by "; "; None where there is no place."""
        return "; ".join(dict.fromkeys(self.text[start:end] for start, end in sorted(places))) or None


@dataclass(frozen=True, slots=True)
class UnitTexts:
    """One unit with the texts of both sides; empty where it has no such side."""

    position: int
    english: Side
    arabic: Side
    score: float

    @property
    def is_sure(self) -> bool:
        """True where both sides are there and surely belong together."""
        return bool(self.english.refs and self.arabic.refs) and self.score >= MIN_SCORE

    def discrepancy(
        self, kind: str, severity: Severity, english: Sequence[Place], arabic: Sequence[Place]
    ) -> Discrepancy:
        """The finding that the places on both sides differ."""
        return Discrepancy(
            kind,
            severity.value,
            self.english.quote(english),
            self.arabic.quote(arabic),
            self.position,
            self.english.spans(english),
            self.arabic.spans(arabic),
        )


def texts_of_units(english: Edition, arabic: Edition, units: Sequence[TranslationUnit]) -> list[UnitTexts]:
    """The texts of each unit, in order."""
    in_english = {segment.ref: segment.text for segment in english.segments}
    in_arabic = {segment.ref: segment.text for segment in arabic.segments}
    return [
        UnitTexts(position, _side(in_english, unit.english, ENGLISH), _side(in_arabic, unit.arabic, ARABIC), unit.score)
        for position, unit in enumerate(units)
    ]


def _side(texts: Mapping[SegmentRef, str], refs: tuple[SegmentRef, ...], language: str) -> Side:
    parts = [texts[ref] for ref in refs]
    return Side(refs, tuple(len(part) for part in parts), LanguageText(" ".join(parts), language))
