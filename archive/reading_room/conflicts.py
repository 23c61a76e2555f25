"""What the page of the newest conflicts shows, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from archive.findings import Finding, Question
from archive.passages import Passage, Stretch, cut_passage
from crawler.models import Discrepancy, Severity


@dataclass(frozen=True, slots=True)
class ConflictCard:
    """One finding with its article and both texts."""

    article_id: int
    title: str
    title_language: str | None
    """None where the title is the address."""
    source: str
    source_title: str
    published_on: date | None
    captured_at: datetime
    discrepancy: Discrepancy
    english: tuple[tuple[Stretch, ...], ...]
    """What each of its segments says around the words in question; marked stretches have a number."""
    arabic: tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """Everything the page of the newest conflicts shows."""

    severity: str
    severities: tuple[str, ...]
    kind: str | None
    """The kind it is narrowed to; None for all."""
    source: str | None
    source_title: str | None
    cards: tuple[ConflictCard, ...]
    is_cut: bool
    """True where there are more than it shows."""


def build_conflicts_page(
    question: Question, found: tuple[Finding, ...], sources: Mapping[str, str], most: int
) -> ConflictsPage:
    """The page of an answer, which may hold one finding more than it shows."""
    source = question.source
    return ConflictsPage(
        severity=question.severities[0],
        severities=tuple(one.value for one in Severity),
        kind=question.kind,
        source=source,
        source_title=sources.get(source, source) if source else None,
        cards=tuple(_card(one, sources) for one in found[:most]),
        is_cut=len(found) > most,
    )


def _card(one: Finding, sources: Mapping[str, str]) -> ConflictCard:
    return ConflictCard(
        article_id=one.article_id,
        title=one.headline_en or one.headline_ar or one.url,
        title_language="en" if one.headline_en else "ar" if one.headline_ar else None,
        source=one.source,
        source_title=sources.get(one.source, one.source),
        published_on=one.published_on,
        captured_at=one.captured_at,
        discrepancy=one.discrepancy,
        english=_cut(one.english),
        arabic=_cut(one.arabic),
    )


def _cut(passages: tuple[Passage, ...]) -> tuple[tuple[Stretch, ...], ...]:
    return tuple(cut_passage(passage) for passage in passages)
