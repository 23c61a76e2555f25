"""What changed between two states of an edition, segment by segment, and in each segment word by word.

A segment is found again by its text, wherever it stands now: first the same text in the same order, then the one
headline and the like, then the same text elsewhere, then the text that shares most words; what is left was added or
removed. A paragraph cut in two, or two joined, is one change. Counts and lengths bound the work as in `word_diff`.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from crawler.models import READING_ORDER, SINGLE_ROLES, Edition, Segment, SegmentRef
from crawler.models.forms import comparison_form
from crawler.models.word_diff import Part, Piece, diff_words, longest_increase, match_sequences


class Fate(StrEnum):
    """What became of a segment."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    """It stands elsewhere among the others, or in another role; its words may have changed too."""


@dataclass(frozen=True, slots=True)
class SegmentChange:
    """One segment that is not as it was."""

    fate: Fate
    before: tuple[SegmentRef, ...]
    """Where it stood; several where they were joined, none where it was added."""
    after: tuple[SegmentRef, ...]
    """Where it stands; several where it was divided, none where it was removed."""
    pieces: tuple[Piece, ...]
    """Its text as it was and as it is; the ends of joined or divided paragraphs are written as ¶."""


BREAK = " ¶ "
"""Between the texts of segments that were one before, or are one now."""
# Of the words of both, how many they must share to be one segment rewritten; fewer where they stand at one place.
SIMILAR = 0.5
SIMILAR_IN_PLACE = 0.35
# Joined to its neighbour a divided paragraph must be so much more like the one it was.
MUCH_MORE = 0.1
# Words compared in all when segments are looked for by similarity: a second. Beyond it none is.
MOST_WORDS = 1_000_000

_Pairs = dict[int, int]
_Group = tuple[list[int], list[int]]


def diff_editions(before: Edition | None, after: Edition | None) -> tuple[SegmentChange, ...]:
    """The segments that changed, in reading order; none where a reader would call the two the same."""
    old, new = _read(before), _read(after)
    pairs = _find_again(old, new)
    moved = _moved(old, new, pairs)
    last = _last_pairs(len(old), pairs)
    changes: list[tuple[float, SegmentChange]] = []
    for places, new_places in _group(old, new, pairs):
        is_moved = any(place in moved for place in places)
        change = _change([old[place] for place in places], [new[place] for place in new_places], is_moved=is_moved)
        if change is not None:
            changes.append((new_places[0] if new_places else last[places[0]] + 0.5, change))
    return tuple(change for _, change in sorted(changes, key=lambda pair: pair[0]))


def _read(edition: Edition | None) -> list[Segment]:
    """The segments in reading order, without those that show nothing."""
    order = {role: index for index, role in enumerate(READING_ORDER)}
    segments = [segment for segment in edition.segments if comparison_form(segment.text)] if edition else []
    return sorted(segments, key=lambda segment: (order[segment.role], segment.position))


def _find_again(old: Sequence[Segment], new: Sequence[Segment]) -> _Pairs:
    """Which segment of the newer state each of the older is; one that is none of them has no entry."""
    forms, new_forms = ([comparison_form(segment.text) for segment in side] for side in (old, new))
    roles, new_roles = ([segment.role for segment in side] for side in (old, new))
    matches = match_sequences(list(zip(roles, forms, strict=True)), list(zip(new_roles, new_forms, strict=True)))
    pairs = {start + step: new_start + step for start, new_start, size in matches for step in range(size)}
    _pair_equal(pairs, forms, new_forms)
    _pair_equal(pairs, *([role if role in SINGLE_ROLES else None for role in side] for side in (roles, new_roles)))
    _pair_similar(pairs, old, new)
    return pairs


def _pair_equal(pairs: _Pairs, keys: Sequence[str | None], new_keys: Sequence[str | None]) -> None:
    """Pair what has no pair yet and has the same key, the first with the first; a key of None has none."""
    free: dict[str | None, list[int]] = {}
    for place in reversed(_unpaired(len(new_keys), pairs.values())):
        free.setdefault(new_keys[place], []).append(place)
    for place in _unpaired(len(keys), pairs):
        if keys[place] is not None and free.get(keys[place]):
            pairs[place] = free[keys[place]].pop()


def _unpaired(count: int, paired: Collection[int]) -> list[int]:
    taken = set(paired)
    return [place for place in range(count) if place not in taken]


def _pair_similar(pairs: _Pairs, old: Sequence[Segment], new: Sequence[Segment]) -> None:
    """Pair what shares most words, the most alike first."""
    words = {place: _words([old[place]]) for place in _unpaired(len(old), pairs)}
    new_words = {place: _words([new[place]]) for place in _unpaired(len(new), pairs.values())}
    if sum(map(len, words.values())) * len(new_words) > MOST_WORDS:
        return
    last, new_last = _last_pairs(len(old), pairs), _last_pairs(len(new), {place: place for place in pairs.values()})
    found = []
    for place, new_place in product(words, new_words):
        alike = _likeness(words[place], new_words[new_place])
        if alike >= (SIMILAR_IN_PLACE if last[place] == new_last[new_place] else SIMILAR):
            found.append((-alike, place, new_place))
    taken: set[int] = set()
    for _, place, new_place in sorted(found):
        if place not in pairs and new_place not in taken:
            pairs[place] = new_place
            taken.add(new_place)


def _last_pairs(count: int, pairs: _Pairs) -> list[int]:
    """For each place the pair of the last one up to it that has one; -1 where none has."""
    last = -1
    return [last := pairs.get(place, last) for place in range(count)]


def _words(segments: Sequence[Segment]) -> Counter[str]:
    return Counter(word for segment in segments for word in comparison_form(segment.text).split())


def _likeness(words: Counter[str], others: Counter[str]) -> float:
    """Dice's coefficient: twice the words they share, of all."""
    if len(others) < len(words):
        words, others = others, words
    shared = sum(min(count, others[word]) for word, count in words.items() if word in others)
    return 2 * shared / (words.total() + others.total())


def _moved(old: Sequence[Segment], new: Sequence[Segment], pairs: _Pairs) -> set[int]:
    """Older places of what stands elsewhere among the others now, or in another role."""
    places = sorted(pairs)
    stayed = {places[index] for index in longest_increase([pairs[place] for place in places])}
    return {place for place in places if place not in stayed or old[place].role is not new[pairs[place]].role}


def _group(old: Sequence[Segment], new: Sequence[Segment], pairs: _Pairs) -> list[_Group]:
    """Older and newer places that belong together: pairs, what was divided or joined, and what is alone."""
    groups: list[_Group] = [([place], [new_place]) for place, new_place in sorted(pairs.items())]
    by_new = {group[1][0]: group for group in groups}
    by_old = {group[0][0]: group for group in groups}
    added: list[_Group] = [
        ([], [place])
        for place in _unpaired(len(new), pairs.values())
        if not _joins(place, by_new, 1, new, lambda group: [old[place] for place in group[0]])
    ]
    removed: list[_Group] = [
        ([place], [])
        for place in _unpaired(len(old), pairs)
        if not _joins(place, by_old, 0, old, lambda group: [new[place] for place in group[1]])
    ]
    return [*groups, *added, *removed]


def _joins(
    place: int,
    groups: dict[int, _Group],
    side: int,
    segments: Sequence[Segment],
    other_side: Callable[[_Group], list[Segment]],
) -> bool:
    """True where the place was taken into its neighbour's group, which is far more like its other side with it."""
    for neighbour in (place - 1, place + 1):
        group = groups.get(neighbour)
        if group is None or segments[neighbour].role is not segments[place].role:
            continue
        places, whole = group[side], _words(other_side(group))
        joined = sorted([*places, place])
        alike = _likeness(whole, _words([segments[one] for one in places]))
        if _likeness(whole, _words([segments[one] for one in joined])) >= alike + MUCH_MORE:
            places[:] = joined
            groups[place] = group
            return True
    return False


def _change(old: Sequence[Segment], new: Sequence[Segment], *, is_moved: bool) -> SegmentChange | None:
    pieces = diff_words(BREAK.join(one.text for one in old), BREAK.join(one.text for one in new))
    if not is_moved and all(piece.part is Part.KEPT for piece in pieces):
        return None
    fate = Fate.ADDED if not old else Fate.REMOVED if not new else Fate.MOVED if is_moved else Fate.CHANGED
    return SegmentChange(fate, tuple(one.ref for one in old), tuple(one.ref for one in new), pieces)
