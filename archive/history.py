"""The history of an article: what each revision changed, which side moved and whether the other followed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from sqlite_utils import Database

from archive.reading import load_discrepancies, load_editions, load_revisions
from crawler.models import Discrepancy, Edition, Revision, Severity
from crawler.models.edition_diff import SegmentChange, diff_editions


class SideFate(StrEnum):
    """What became of one side of an article."""

    CHANGED = "changed"
    APPEARED = "appeared"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True)
class SideChange:
    """One side that is not as it was in the revision before."""

    language: str
    fate: SideFate
    segments: tuple[SegmentChange, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """One side changed after another had."""

    language: str
    """The side that followed."""
    number: int
    """The revision in which it did or, seen from there, the one it followed."""
    delay: timedelta
    """Between the captures of the two."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Which sides a revision moved."""

    moved: tuple[str, ...]
    """Languages of the sides that changed, appeared or vanished."""
    stale: tuple[str, ...] = ()
    """Languages of those that stayed as they were, here or since an earlier revision, while another changed.

    Not where that settled a conflict: what the other says now, they said already.
    """
    followed_by: tuple[Following, ...] = ()
    """When each of those followed; one that has not yet is missing here."""
    follows: tuple[Following, ...] = ()
    """Of the sides that changed and were stale: the first revision that left them behind."""


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One revision beside the one before."""

    revision: Revision
    languages: tuple[str, ...]
    """Of the sides it has."""
    movement: Movement
    sides: tuple[SideChange, ...]
    """What changed on each side; empty for the first revision."""
    found: tuple[Discrepancy, ...]
    """Where its two sides differ."""
    found_before: tuple[Discrepancy, ...] | None
    """Where those of the revision before did; None for the first."""
    same_as: int | None
    """The last earlier revision with exactly its text; None where there is none."""

    @property
    def conflicts(self) -> int:
        """How many conflicts it has."""
        return count_conflicts(self.found)

    @property
    def conflicts_before(self) -> int | None:
        """How many the revision before had; None for the first."""
        return None if self.found_before is None else count_conflicts(self.found_before)

    @property
    def settled(self) -> tuple[Discrepancy, ...]:
        """Findings of the revision before that are gone."""
        return _without(self.found_before or (), self.found)

    @property
    def opened(self) -> tuple[Discrepancy, ...]:
        """Findings that the revision before had not; none for the first."""
        return () if self.found_before is None else _without(self.found, self.found_before)


def count_conflicts(found: Iterable[Discrepancy]) -> int:
    """How many of the findings are conflicts."""
    return sum(one.severity == Severity.CONFLICT for one in found)


def _without(found: Sequence[Discrepancy], others: Sequence[Discrepancy]) -> tuple[Discrepancy, ...]:
    """Findings of which the others have no equal, wherever it stands."""
    left = Counter(map(_said, others))
    gone = []
    for one in found:
        if left[_said(one)]:
            left[_said(one)] -= 1
        else:
            gone.append(one)
    return tuple(gone)


def _said(found: Discrepancy) -> tuple[str, str, str | None, str | None]:
    return found.kind, found.severity, found.english, found.arabic


def load_history(db: Database, article_id: int, first: int = 1, last: int | None = None) -> tuple[HistoryStep, ...]:
    """The steps of the revisions numbered from `first` to `last`, the oldest first; none where there are none."""
    stored = load_revisions(db, article_id)
    languages = _load_languages(db, article_id)
    revisions = [revision for _, revision in stored]
    movements = trace_movements(revisions, languages, _load_conflicts(db, article_id))
    steps: list[HistoryStep] = []
    before: _State | None = None
    for revision_id, revision in stored[max(first - 2, 0) : last]:
        state = _State(load_editions(db, revision_id), load_discrepancies(db, revision_id))
        if revision.number >= first:
            steps.append(
                HistoryStep(
                    revision=revision,
                    languages=languages[revision.number],
                    movement=movements[revision.number],
                    sides=diff_sides(before.editions, state.editions) if before else (),
                    found=state.found,
                    found_before=before.found if before else None,
                    same_as=_same_text(revisions, revision),
                )
            )
        before = state
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class _State:
    editions: tuple[Edition, ...]
    found: tuple[Discrepancy, ...]


def _load_languages(db: Database, article_id: int) -> dict[int, tuple[str, ...]]:
    """The languages of each revision by its number, in the order they are stored in."""
    rows = db.execute(
        """SELECT revisions.number, segments.language FROM revisions
        LEFT JOIN segments ON segments.revision_id = revisions.id WHERE revisions.article_id = ?
        GROUP BY revisions.number, segments.language ORDER BY revisions.number, min(segments.id)""",
        [article_id],
    )
    languages: dict[int, tuple[str, ...]] = {}
    for number, language in rows:
        languages[number] = (*languages.get(number, ()), *filter(None, [language]))
    return languages


def _load_conflicts(db: Database, article_id: int) -> dict[int, int]:
    """How many conflicts each revision has that has any, by its number."""
    rows = db.execute(
        """SELECT revisions.number, count(*) FROM revisions
        JOIN discrepancies ON discrepancies.revision_id = revisions.id
        WHERE revisions.article_id = ? AND discrepancies.severity = ? GROUP BY revisions.number""",
        [article_id, Severity.CONFLICT.value],
    )
    return dict(rows.fetchall())


def _same_text(revisions: Sequence[Revision], revision: Revision) -> int | None:
    earlier = revisions[: revision.number - 1]
    return next((one.number for one in reversed(earlier) if one.content_hash == revision.content_hash), None)


def diff_sides(before: Sequence[Edition], after: Sequence[Edition]) -> tuple[SideChange, ...]:
    """What changed on each side, in the order of the newer state's sides; those that vanished come last."""
    old, new = ({edition.language: edition for edition in editions} for editions in (before, after))
    sides = []
    for language in dict.fromkeys((*new, *old)):
        segments = diff_editions(old.get(language), new.get(language))
        fate = SideFate.APPEARED if language not in old else SideFate.VANISHED if language not in new else None
        if segments:
            sides.append(SideChange(language, fate or SideFate.CHANGED, segments))
    return tuple(sides)


def trace_movements(
    revisions: Sequence[Revision], languages: Mapping[int, Sequence[str]], conflicts: Mapping[int, int]
) -> dict[int, Movement]:
    """The movement of each revision by its number; `languages` are those each has, `conflicts` how many each has.

    A side is stale from the first revision that changed another side and not it, until it changes. Settling a
    conflict leaves no side behind, nor does following, nor a side that appears: that is a translation. What was only
    read anew moves no side.
    """
    behind: dict[str, list[Revision]] = {}
    movements: dict[int, Movement] = {}
    present: set[str] = set()
    for revision in revisions:
        moved = tuple(revision.changed.split("+"))
        before, present = present, set(languages[revision.number])
        if revision.read_anew:
            movements[revision.number] = Movement(())
            continue
        follows = []
        for language in moved:
            leaders = behind.pop(language, [])
            if leaders and language in present:
                follows.append(_follow(movements, language, leaders, revision))
        settles = conflicts.get(revision.number, 0) < conflicts.get(revision.number - 1, 0)
        leads = bool({*moved} & before & present) and not follows and not settles
        stale = [one for one in languages[revision.number] if one not in moved and (leads or one in behind)]
        for language in stale:
            behind.setdefault(language, []).append(revision)
        movements[revision.number] = Movement(moved, tuple(stale), (), tuple(follows))
    return movements


def _follow(
    movements: dict[int, Movement], language: str, leaders: Sequence[Revision], revision: Revision
) -> Following:
    """Note at each revision since which the side was stale that it followed; what it followed first of all."""
    for leader in leaders:
        movement = movements[leader.number]
        follower = Following(language, revision.number, revision.captured_at - leader.captured_at)
        movements[leader.number] = replace(movement, followed_by=(*movement.followed_by, follower))
    return Following(language, leaders[0].number, revision.captured_at - leaders[0].captured_at)
