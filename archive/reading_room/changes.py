"""What the page of an article's history shows, as plain values: pure functions from its steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.history import HistoryStep, SideChange
from archive.history_wording import describe_conflicts, describe_place, describe_step, find_facts
from archive.reading_room.layout import Language, describe_language
from crawler.comparison.changed_facts import ChangedFact
from crawler.models import ARABIC, ENGLISH, Discrepancy, Severity
from crawler.models.word_diff import Piece


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One segment that is not as it was."""

    place: str
    facts: tuple[ChangedFact, ...]
    """Numbers, dates and names that changed; empty for a segment that came or went whole."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownSide:
    """One side of a step; without changes where it stayed as it was."""

    language: Language
    fate: str
    """"changed", "appeared", "vanished", or "" where it stayed as it was."""
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One revision beside the one before."""

    number: int
    captured_at: datetime
    said: str
    conflicts: str | None
    """How many there are and were, in words; None for a text in one language."""
    settled: tuple[Discrepancy, ...]
    """Conflicts that are gone."""
    opened: tuple[Discrepancy, ...]
    """Conflicts that are new."""
    pair: tuple[ShownSide, ...]
    """English and Arabic, to stand beside each other; empty where it has not both, or neither changed."""
    others: tuple[ShownSide, ...]
    """Sides that changed and stand alone."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Everything the page of an article's history shows."""

    article_id: int
    title: str
    title_language: Language | None
    """None where the title is an address."""
    source: str
    source_title: str
    revisions: int
    steps: tuple[ShownStep, ...]
    """Newest first."""
    older: int | None
    """The number of the newest revision that is too old for this page; None where it reaches to the first."""
    is_newest: bool
    """False where there are newer revisions than those shown."""


def show_step(step: HistoryStep) -> ShownStep:
    """A step as the page shows it."""
    changed = {side.language: _show_side(side) for side in step.sides}
    pair: tuple[ShownSide, ...] = ()
    if {ENGLISH, ARABIC} & changed.keys() and {ENGLISH, ARABIC} <= {*step.languages, *changed}:
        pair = tuple(
            changed.pop(language, ShownSide(describe_language(language), "", ())) for language in (ENGLISH, ARABIC)
        )
    return ShownStep(
        number=step.revision.number,
        captured_at=step.revision.captured_at,
        said=describe_step(step),
        conflicts=describe_conflicts(step),
        settled=_conflicts(step.settled),
        opened=_conflicts(step.opened),
        pair=pair,
        others=tuple(changed.values()),
    )


def _conflicts(found: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    return tuple(one for one in found if one.severity == Severity.CONFLICT)


def _show_side(side: SideChange) -> ShownSide:
    changes = tuple(
        ShownChange(describe_place(change), find_facts(change, side.language), change.pieces)
        for change in side.segments
    )
    return ShownSide(describe_language(side.language), side.fate.value, changes)
