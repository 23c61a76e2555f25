"""Evidence: how well the anchors of one side's segments are answered by stretches of the other side."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crawler.alignment.anchors import Anchor, AnchorKind, Traits, near_sureness
from crawler.lexicon import Lexicon

MAX_STRETCH = 3
"""The most segments of one side that one bead can hold."""
MAX_ANSWERS = 60
"""What more segments than that of the other side hold says nothing of where a segment belongs."""
_TELLING_WHERE_MISSING = frozenset({AnchorKind.NUMBER, AnchorKind.DATE, AnchorKind.CAPTION})
"""Beside words, which are missing as surely as the lexicon expects them."""
_EXPECTED_ANYWHERE = frozenset({AnchorKind.NUMBER, AnchorKind.WORD})
"""What a translation should hold, found on the other side or not; a name or a loan word may only look like one."""
_GRID = 1024
"""Weights are whole parts of this: their sums are exact, and the same in whatever order they are taken."""

Amounts = NDArray[np.float64]
_Numbers = NDArray[np.int64]
_Array = NDArray[Any]
_KINDS = {kind: number for number, kind in enumerate(AnchorKind)}


@dataclass(frozen=True, slots=True)
class KindWeights:
    """What the anchors of one kind are worth as evidence, for an anchor that stands in one segment of either side."""

    answered: float = 0.0
    """Where the bead answers it."""
    expected: float = 0.0
    """Where the other side answers it, in this bead or in another."""
    missing: float = 0.0
    """Where the other side has it nowhere."""


class Answer(NamedTuple):
    """An anchor that the other side answers."""

    kind: AnchorKind
    own: Sequence[int]
    """The segments that hold it."""
    others: Mapping[int, float]
    """Segment of the other side -> how surely it holds the same."""


@dataclass(frozen=True, slots=True, eq=False)
class SideAnswers:
    """What the anchors of one side find on the other; anchors and segments are numbers from 0."""

    count: int
    """How many segments this side has."""
    kinds: _Numbers
    """Of each anchor, by the place of its kind in `AnchorKind`."""
    places: tuple[_Numbers, _Numbers]
    """Anchors, and the segments that hold them."""
    answers: tuple[_Numbers, _Numbers, Amounts]
    """Anchors, segments of the other side, and how surely these hold the same; each two once."""
    rarity: Amounts
    """Of each anchor that is answered the inverse frequency on the side where it is more frequent, else 0; 1 for what
    stands in one segment only.
    """
    sureness: Amounts
    """Of each anchor how surely the surest answer is one; 0 where there is none."""
    missing: Amounts
    """Of each anchor how surely the other side should have held it, which holds it nowhere."""

    def each(self) -> Iterator[Answer]:
        """The anchors that are answered, one by one."""
        others: dict[int, dict[int, float]] = {}
        for anchor, position, sureness in zip(*(column.tolist() for column in self.answers), strict=True):
            others.setdefault(anchor, {})[position] = sureness
        own: dict[int, list[int]] = {anchor: [] for anchor in others}
        for anchor, position in self._held_by(self.rarity > 0):
            own[anchor].append(position)
        kinds = tuple(AnchorKind)
        return (Answer(kinds[self.kinds[anchor]], own[anchor], found) for anchor, found in others.items())

    def missing_words(self) -> Iterator[tuple[int, float]]:
        """Segments and how surely the other side should have held one of their words, which holds it nowhere."""
        words = (self.kinds == _KINDS[AnchorKind.WORD]) & (self.missing > 0)
        return ((position, float(self.missing[anchor])) for anchor, position in self._held_by(words))

    def _held_by(self, anchors: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
        """Those of the anchors and the segments that hold them."""
        chosen = anchors[self.places[0]]
        return zip(*(column[chosen].tolist() for column in self.places), strict=True)


def find_answers(
    english: Sequence[Traits], arabic: Sequence[Traits], lexicon: Lexicon | None
) -> tuple[SideAnswers, SideAnswers]:
    """What the anchors of either side find on the other: by keys they share, and by the lexicon's pairs."""
    latin = _shared_latin(english, arabic)
    here, there = _Places(english, latin), _Places(arabic, latin)
    pairs = [
        *_pairs_by_key(tuple(here.anchors.values()), tuple(there.anchors.values())),
        *(lexicon.known(here.words, there.words) if lexicon is not None else ()),
    ]
    left = np.array([here.numbers[label] for label, _, _ in pairs], int)
    right = np.array([there.numbers[label] for _, label, _ in pairs], int)
    surenesses = np.array([sureness for _, _, sureness in pairs], float)
    expected = (lexicon.surest_english, lexicon.surest_arabic) if lexicon is not None else ({}, {})
    return (
        _side_answers(here, there, left, right, surenesses, expected[0]),
        _side_answers(there, here, right, left, surenesses, expected[1]),
    )


def _shared_latin(*sides: Sequence[Traits]) -> frozenset[str]:
    """The words in Latin letters that both sides hold."""
    here, there = (frozenset[str]().union(*(traits.latin for traits in side)) for side in sides)
    return here & there


class _Places:
    """The anchors and words of one side, numbered in this order, and where they stand."""

    def __init__(self, side: Sequence[Traits], latin: frozenset[str]) -> None:
        held = [(*traits.anchors, *map(_latin_anchor, sorted(traits.latin & latin))) for traits in side]
        self.anchors = {anchor.label: anchor for anchors in held for anchor in anchors}
        self.words = dict.fromkeys(word for traits in side for word in traits.words)
        labels = *self.anchors, *self.words
        self.numbers = dict(zip(labels, range(len(labels)), strict=True))
        self.count = len(side)
        order = [[anchor.label for anchor in anchors] for anchors in held], [traits.words for traits in side]
        flat = [self.numbers[label] for each in order for labels in each for label in labels]
        lengths = [len(labels) for each in order for labels in each]
        flat_numbers, positions = np.array(flat, int), np.repeat(np.tile(np.arange(len(side)), 2), lengths)
        by_number = np.argsort(flat_numbers, kind="stable")
        self.places = flat_numbers[by_number], positions[by_number]
        """Anchors, and the segments that hold them, by anchor."""
        self.frequencies = np.bincount(flat_numbers, minlength=len(labels))
        """In how many segments each anchor stands."""


def _latin_anchor(word: str) -> Anchor:
    label = f"{AnchorKind.LATIN} {word}"
    return Anchor(AnchorKind.LATIN, label, {label: 1.0})


def _pairs_by_key(english: Sequence[Anchor], arabic: Sequence[Anchor]) -> Iterator[tuple[str, str, float]]:
    """The labels of each two anchors that share a key, with how surely they are the same; some of them repeatedly."""
    keys, nears = _index(english, lambda anchor: anchor.keys), _index(english, lambda anchor: anchor.nears)
    for anchor in arabic:
        if not keys.keys().isdisjoint(anchor.keys):
            for key in keys.keys() & anchor.keys.keys():
                yield from ((other.label, anchor.label, other.keys[key]) for other in keys[key])
        if not nears.keys().isdisjoint(anchor.nears):
            for near in nears.keys() & anchor.nears:
                yield from ((other.label, anchor.label, near_sureness(near)) for other in nears[near])


def _index(anchors: Sequence[Anchor], of: Callable[[Anchor], Iterable[str]]) -> dict[str, list[Anchor]]:
    index: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        for key in of(anchor):
            index.setdefault(key, []).append(anchor)
    return index


def _side_answers(
    own: _Places, other: _Places, left: _Numbers, right: _Numbers, surenesses: Amounts, expected: Mapping[str, float]
) -> SideAnswers:
    """`left`, `right`, `surenesses`: an anchor of this side, one of the other that answers it, and how surely."""
    total = len(own.numbers)
    answers = _surest(*_at_places(other, left, right, surenesses), other.count)
    others = np.bincount(answers[0], minlength=total)
    told = (others > 0) & (others <= MAX_ANSWERS)
    rarity, sureness = np.zeros(total), np.zeros(total)
    frequencies = np.maximum(own.frequencies, others)[told]
    rarity[told] = np.log1p(own.count / frequencies) / np.log1p(max(own.count, 1))
    np.maximum.at(sureness, answers[0], answers[2])
    missing = np.array(
        [float(anchor.kind in _TELLING_WHERE_MISSING) for anchor in own.anchors.values()]
        + [expected.get(word, 0.0) for word in own.words]
    )
    missing[others > 0] = 0.0
    kept = told[answers[0]]
    kinds = [_KINDS[anchor.kind] for anchor in own.anchors.values()] + [_KINDS[AnchorKind.WORD]] * len(own.words)
    return SideAnswers(
        own.count,
        np.array(kinds, int),
        own.places,
        (answers[0][kept], answers[1][kept], answers[2][kept]),
        rarity,
        np.where(told, sureness, 0.0),
        missing,
    )


def _at_places(
    other: _Places, left: _Numbers, right: _Numbers, surenesses: Amounts
) -> tuple[_Numbers, _Numbers, Amounts]:
    """The same by the segments of the other side: anchors, segments, how surely."""
    counts = other.frequencies[right]
    firsts = np.cumsum(other.frequencies) - other.frequencies
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    positions = other.places[1][np.repeat(firsts[right], counts) + within]
    return np.repeat(left, counts), positions, np.repeat(surenesses, counts)


def _surest(
    numbers: _Numbers, positions: _Numbers, surenesses: Amounts, count: int
) -> tuple[_Numbers, _Numbers, Amounts]:
    """Of what is there repeatedly the surest, by anchor and segment."""
    cells = numbers * count + positions
    order = np.lexsort((-surenesses, cells))
    cells = cells[order]
    first = np.ones(len(cells), bool)
    first[1:] = cells[1:] != cells[:-1]
    chosen = order[first]
    return numbers[chosen], positions[chosen], surenesses[chosen]


class Evidence:
    """The answers of one side as numbers."""

    def __init__(self, side: SideAnswers, weights: Mapping[AnchorKind, KindWeights]) -> None:
        answered, expected, missing = (
            np.array([getattr(weights.get(kind, KindWeights()), part) for kind in AnchorKind])[side.kinds]
            for part in ("answered", "expected", "missing")
        )
        counted = np.array([kind in weights for kind in AnchorKind])[side.kinds]
        anywhere = np.array([kind in _EXPECTED_ANYWHERE for kind in AnchorKind])[side.kinds]
        numbers, positions = side.places
        amount = side.rarity * side.sureness
        base = _on_grid(expected * amount) + _on_grid(missing * side.missing)
        self.base: Amounts = np.bincount(positions, base[numbers], side.count).astype(float)
        """For each segment, what counts for any partner, or against."""
        plain = _on_grid(counted * amount) + _on_grid(anywhere * side.missing)
        self.expected: Amounts = np.bincount(positions, plain[numbers], side.count).astype(float)
        """For each segment, how much there is to be answered."""
        self._amounts = _on_grid(np.array([answered * side.rarity, counted * side.rarity]))
        counts = counted & (side.rarity > 0)
        self._places = numbers[counts[numbers]], positions[counts[numbers]]
        kept = counts[side.answers[0]]
        self._answers = side.answers[0][kept], side.answers[1][kept], _on_grid(side.answers[2][kept])

    def gains(self, own: range, other: range) -> tuple[tuple[Amounts, ...], tuple[Amounts, ...]]:
        """What stretches of one to three segments that begin in `other` answer of each segment in `own`.

        First by weight, then without weights; of each an array for each width, by segment and start.
        """
        reach = len(other) + MAX_STRETCH - 1
        held, places = _within(own.start, len(own), *self._places)
        told, answers, surenesses = _within(other.start, reach, *self._answers)
        both = np.zeros((2, self._amounts.shape[1]), bool)
        both[0, held] = both[1, told] = True
        met = both[0] & both[1]
        numbers = np.cumsum(met) - 1  # among those that both stretches hold
        rows, columns = met[held], met[told]
        held, told = held[rows], told[columns]
        matrix = np.zeros((2, len(own), np.count_nonzero(met)))
        matrix[:, places[rows], numbers[held]] = self._amounts[:, held]
        answered = np.zeros((matrix.shape[2], reach))
        answered[numbers[told], answers[columns]] = surenesses[columns]
        widths = [answered[:, : len(other)]]
        for width in range(1, MAX_STRETCH):
            widths.append(np.maximum(widths[-1], answered[:, width : width + len(other)]))
        return (
            tuple(matrix[0] @ width for width in widths),
            tuple(matrix[1] @ width for width in widths),
        )


def _within(start: int, length: int, numbers: _Numbers, positions: _Numbers, *rest: Amounts) -> tuple[_Array, ...]:
    """The anchors that stand in a stretch of segments, where in it, and what else is known of each."""
    inside = (positions >= start) & (positions < start + length)
    return numbers[inside], positions[inside] - start, *(one[inside] for one in rest)


def _on_grid(amounts: Amounts) -> Amounts:
    return np.round(amounts * _GRID) / _GRID
