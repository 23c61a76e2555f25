"""What a step of an article's history comes to, in words for a person: who moved, who did not, and the conflicts."""

from collections.abc import Iterator

from archive.history import HistoryStep, SideFate
from archive.reading_room.wording import name_languages
from archive.times import delay_text
from crawler.comparison.changed_facts import ChangedFact, find_changed_facts
from crawler.models import SINGLE_ROLES, SegmentRef
from crawler.models.edition_diff import SegmentChange


def describe_step(step: HistoryStep) -> str:
    """Which sides moved, whether the others followed, and whether the text had been there before.

    "Arabic changed, English still stale" where the two sides differ now; "Arabic corrected, English as it was" where
    that settled a conflict; "English followed 3 h 10 min later (revision 4)" where it did. "The same capture read anew"
    where only a template changed.
    """
    if step.conflicts_before is None:
        return f"first captured, {name_languages('+'.join(step.languages))}"
    if step.revision.read_anew:
        sides = name_languages("+".join(one.language for one in step.sides))
        said = f"the same capture read anew with another template: {sides} otherwise"
        return ", ".join([said, *_same_text(step)])
    return ", ".join(_movements(step))


def _movements(step: HistoryStep) -> Iterator[str]:
    movement = step.movement
    following = {one.language for one in movement.follows}
    fell = step.conflicts < (step.conflicts_before or 0)
    verbs = {SideFate.CHANGED: "corrected" if fell else "changed"}
    for fate in SideFate:
        moved = [one.language for one in step.sides if one.fate is fate and one.language not in following]
        if moved:
            yield f"{name_languages('+'.join(moved))} {verbs.get(fate, fate.value)}"
    for one in movement.follows:
        yield f"{name_languages(one.language)} followed revision {one.number} after {delay_text(one.delay)}"
    followers = {one.language: one for one in movement.followed_by}
    for language in step.languages:
        if follower := followers.get(language):
            yield f"{name_languages(language)} followed {delay_text(follower.delay)} later (revision {follower.number})"
        elif language not in movement.moved:
            is_stale = language in movement.stale and step.conflicts and not fell
            yield f"{name_languages(language)} {'still stale' if is_stale else 'as it was'}"
    yield from _same_text(step)


def _same_text(step: HistoryStep) -> Iterator[str]:
    if step.same_as is not None:
        yield f"the text of revision {step.same_as} again"


def describe_conflicts(step: HistoryStep) -> str | None:
    """How many conflicts there are and were; None for a text in one language.

    "conflicts 1 -> 0", "still 2 conflicts", "no conflicts".
    """
    if len(step.languages) < 2:
        return None
    now, before = step.conflicts, step.conflicts_before
    count = f"{now or 'no'} conflict{'' if now == 1 else 's'}"
    if before is None or (now == before == 0):
        return count
    return f"still {count}" if now == before else f"conflicts {before} -> {now}"


def describe_place(change: SegmentChange) -> str:
    """Which segment changed and how: "paragraph 2", "caption 1 removed", "paragraph 1, before paragraph 4, moved"."""
    before, after = _places(change.before), _places(change.after)
    fate = change.fate.value
    if not before or not after:
        return f"{before or after} {fate}"
    moved = " moved" if fate == "moved" else ""
    return (after if before == after and not moved else f"{after}, before {before},") + moved


def find_facts(change: SegmentChange, language: str) -> tuple[ChangedFact, ...]:
    """The numbers, dates and names that changed; nothing of a segment that came or went whole."""
    return find_changed_facts(change.pieces, language) if change.before and change.after else ()


def describe_fact(fact: ChangedFact) -> str:
    """A fact as it was and is: "number 24, now 42", "name Mosul, gone", "weekday Friday, new"."""
    if fact.before is None:
        return f"{fact.kind} {fact.after}, new"
    return f"{fact.kind} {fact.before}, {f'now {fact.after}' if fact.after else 'gone'}"


def _places(refs: tuple[SegmentRef, ...]) -> str:
    return " and ".join(
        ref.role.value if ref.role in SINGLE_ROLES else f"{ref.role.value} {ref.position + 1}" for ref in refs
    )
