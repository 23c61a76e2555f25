"""Sentences within a translation unit: which of the one side belong to which of the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.align import align
from crawler.alignment.sentences import split_sentences
from crawler.lexicon import Lexicon
from crawler.models import ARABIC, ENGLISH, Edition, SegmentRef, TranslationUnit


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a segment's text, in characters of its display form."""

    segment: SegmentRef
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SentenceUnit:
    """Sentences of a unit that say the same; one side is empty where nothing answers."""

    english: tuple[Span, ...]
    arabic: tuple[Span, ...]
    score: float
    """Between 0 and 1: how sure it is that exactly these belong together, if the segments do."""


def align_sentences(
    english: Edition, arabic: Edition, unit: TranslationUnit, lexicon: Lexicon | None = None
) -> tuple[SentenceUnit, ...]:
    """The sentence units of a unit of two editions, in reading order: every sentence of it in exactly one of them.

    A unit with a sentence on each side, or with an empty side, is one sentence unit as it is.
    """
    sides = list(_sentences(english, unit.english, ENGLISH)), list(_sentences(arabic, unit.arabic, ARABIC))
    spans = [[span for span, _ in side] for side in sides]
    if min(map(len, spans)) == 0 or len(spans[0]) == len(spans[1]) == 1:
        return (SentenceUnit(tuple(spans[0]), tuple(spans[1]), 1.0),) if any(spans) else ()
    texts = [[text for _, text in side] for side in sides]
    return tuple(
        SentenceUnit(
            tuple(spans[0][position] for position in bead.english),
            tuple(spans[1][position] for position in bead.arabic),
            round(bead.score, 4),
        )
        for bead in align(texts[0], texts[1], lexicon)
    )


def _sentences(edition: Edition, refs: Sequence[SegmentRef], language: str) -> Iterator[tuple[Span, str]]:
    texts = {segment.ref: segment.text for segment in edition.segments}
    for ref in refs:
        for start, end in split_sentences(texts[ref], language):
            yield Span(ref, start, end), texts[ref][start:end]
