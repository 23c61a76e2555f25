"""Where the two sides differ, within their texts: which words of which segment a finding speaks of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.models import ENGLISH, Article, Discrepancy, Edition, Segment, SegmentRef, Span

# Words shown before what a finding speaks of, and twice as many after its beginning: about two lines.
_CONTEXT_WORDS = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a text, and which findings speak of it."""

    text: str
    findings: tuple[int, ...] = ()
    """Numbers of the findings, the smallest first; empty where none does."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment in which a finding's side stands."""

    segment: Segment
    marks: tuple[tuple[int, int], ...]
    """(start, end) of the words the finding speaks of; none where this side is silent and only shows what it says."""


def find_passages(article: Article, found: Discrepancy, language: str) -> tuple[Passage, ...]:
    """The segments of one side that a finding speaks of; where it speaks of none, those of its unit."""
    edition = article.edition(language)
    if edition is None:
        return ()
    spans = find_spans(article, found, language)
    refs = [SegmentRef(span.role, span.position) for span in spans] or _unit_refs(article, found, language)
    by_ref = {segment.ref: segment for segment in edition.segments}
    return tuple(
        Passage(by_ref[ref], tuple((one.start, one.end) for one in spans if (one.role, one.position) == _key(ref)))
        for ref in dict.fromkeys(refs)
        if ref in by_ref
    )


def find_spans(article: Article, found: Discrepancy, language: str) -> tuple[Span, ...]:
    """The finding's spans on one side, those that lie in its text; without any, its words are looked for in its unit.

    Older archives have no spans.
    """
    spans, said = (found.english_spans, found.english) if language == ENGLISH else (found.arabic_spans, found.arabic)
    edition = article.edition(language)
    if edition is None:
        return ()
    lengths = {segment.ref: len(segment.text) for segment in edition.segments}
    inside = [one for one in spans if 0 <= one.start < one.end <= lengths.get(SegmentRef(one.role, one.position), 0)]
    if spans or not said:
        return tuple(inside)
    return tuple(_search(edition, _unit_refs(article, found, language), said.split("; ")))


def _search(edition: Edition, refs: Sequence[SegmentRef], wanted: Sequence[str]) -> Iterable[Span]:
    for segment in edition.segments:
        for words in filter(None, wanted if segment.ref in refs else ()):
            match = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", segment.text)
            if match:
                yield Span(segment.role, segment.position, match.start(), match.end())


def _unit_refs(article: Article, found: Discrepancy, language: str) -> list[SegmentRef]:
    if not 0 <= found.unit < len(article.units):
        return []
    unit = article.units[found.unit]
    return list(unit.english if language == ENGLISH else unit.arabic)


def _key(ref: SegmentRef) -> tuple[str, int]:
    return ref.role, ref.position


def mark_stretches(text: str, marks: Iterable[tuple[int, int, int]]) -> tuple[Stretch, ...]:
    """The text in stretches, `marks` being (start, end, number of the finding); they may overlap or lie outside.

    >>> mark_stretches("151 left", [(0, 3, 1)])
    (Stretch(text='151', findings=(1,)), Stretch(text=' left', findings=()))
    """
    inside = [(max(start, 0), min(end, len(text)), number) for start, end, number in marks]
    inside = [mark for mark in inside if mark[0] < mark[1]]
    cuts = sorted({0, len(text), *(place for start, end, _ in inside for place in (start, end))})
    return tuple(
        Stretch(text[low:high], tuple(sorted({number for start, end, number in inside if start <= low < end})))
        for low, high in pairwise(cuts)
    )


def cut_passage(passage: Passage) -> tuple[Stretch, ...]:
    """The words that the finding speaks of with some before and after; the beginning of a text without marks."""
    text = passage.segment.text
    first = min((start for start, _ in passage.marks), default=0)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    hit = next((index for index, (_, end) in enumerate(words) if end > first), 0)
    shown = words[max(0, hit - _CONTEXT_WORDS) : hit + 2 * _CONTEXT_WORDS]
    if not shown:
        return ()
    low, high = shown[0][0], shown[-1][1]
    marks = [(start - low, end - low, 0) for start, end in passage.marks]
    stretches = mark_stretches(text[low:high], marks)
    before = (Stretch("… "),) if shown[0] != words[0] else ()
    after = (Stretch(" …"),) if shown[-1] != words[-1] else ()
    return (*before, *stretches, *after)
