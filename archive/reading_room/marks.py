"""Findings as the article page marks them: numbered, and linked from the words on one side to those on the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.passages import find_spans, mark_stretches
from crawler.models import ARABIC, ENGLISH, Article, Discrepancy, SegmentRef, Span

# What covers so much of a text of some length is the whole of it: a paragraph that one side lacks.
_WHOLE = 0.9
_SOME_LENGTH = 80


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A place where the two sides differ, with its number on the page."""

    number: int
    """Counts from 1 in the order of the page."""
    discrepancy: Discrepancy
    spans: Mapping[str, tuple[Span, ...]]
    """Where each side stands; a side that is silent, or cannot be found, has none."""

    @property
    def anchor(self) -> str:
        """The id of its note on the page."""
        return f"f{self.number}"

    def side_anchor(self, language: str) -> str:
        """The id of its first words on one side; that of its note where it has none there."""
        return f"{self.anchor}-{language}" if self.spans[language] else self.anchor


Mark = tuple[ShownFinding, Span]
"""A finding, and one stretch that it speaks of."""


@dataclass(frozen=True, slots=True)
class ShownStretch:
    """A piece of a segment's text."""

    text: str
    finding: ShownFinding | None = None
    """What speaks of it, the first on the page where it is several."""
    target: str = ""
    """The id that the words of the finding lead to."""
    anchors: tuple[str, ...] = ()
    """Ids of the findings whose first words these are."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A segment's text with what speaks of it."""

    stretches: tuple[ShownStretch, ...]
    whole: ShownFinding | None = None
    """What speaks of all of it, the first where it is several; its stretches are then not marked for that."""


def number_findings(article: Article, found: Iterable[Discrepancy], first: int) -> tuple[ShownFinding, ...]:
    """The findings of one row, numbered from `first`."""
    return tuple(
        ShownFinding(number, one, {language: find_spans(article, one, language) for language in (ENGLISH, ARABIC)})
        for number, one in enumerate(found, start=first)
    )


def find_marks(findings: Iterable[ShownFinding]) -> dict[tuple[str, SegmentRef], list[Mark]]:
    """What speaks of each segment, by its language and place."""
    marks: dict[tuple[str, SegmentRef], list[Mark]] = {}
    for one in findings:
        for language, spans in one.spans.items():
            for span in spans:
                marks.setdefault((language, SegmentRef(span.role, span.position)), []).append((one, span))
    return marks


def mark_text(text: str, language: str, spans: Sequence[Mark]) -> ShownText:
    """A segment's text with the findings that speak of it."""
    wholes = [one for one, span in spans if _is_whole(span, text)]
    marks = [(span.start, span.end, one.number) for one, span in spans if not _is_whole(span, text)]
    by_number = {one.number: one for one, _ in spans}
    starts = {one.number: one.spans[language][0].start for one, span in spans if one.spans[language][0] == span}
    others = tuple(one.side_anchor(language) for one in wholes[1:])
    place, stretches = 0, [ShownStretch("", anchors=others)] if others else []
    for stretch in mark_stretches(text, marks):
        anchors = [by_number[number] for number in stretch.findings if starts.get(number) == place]
        first = by_number[stretch.findings[0]] if stretch.findings else None
        stretches.append(
            ShownStretch(
                stretch.text,
                first,
                first.side_anchor(ARABIC if language == ENGLISH else ENGLISH) if first else "",
                tuple(one.side_anchor(language) for one in anchors),
            )
        )
        place += len(stretch.text)
    return ShownText(tuple(stretches), wholes[0] if wholes else None)


def _is_whole(span: Span, text: str) -> bool:
    return len(text) > _SOME_LENGTH and span.end - span.start >= _WHOLE * len(text)
