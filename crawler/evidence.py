"""Evidence: how well the anchors of one side's segments are answered by stretches of the other side."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crawler.anchors import Anchor, AnchorKind, Traits
from crawler.lexicon import Lexicon

MAX_STRETCH = 3
"""The most segments of one side that one bead can hold."""
MAX_ANSWERS = 60
"""What more segments than that of the other side hold says nothing of where a segment belongs."""
_TELLING_WHERE_MISSING = (AnchorKind.NUMBER, AnchorKind.DATE, AnchorKind.CAPTION, AnchorKind.WORD)
_EXPECTED_ANYWHERE = (AnchorKind.NUMBER, AnchorKind.WORD)
"""What a translation should hold, found on the other side or not; a name or a loan word may only look like one."""
_GRID = 1024
"""Weights are whole parts of this: their sums are exact, and the same in whatever order they are taken."""

Amounts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class KindWeights:
    """What the anchors of one kind are worth as evidence, for an anchor that stands in one segment of either side."""

    answered: float = 0.0
    """Where the bead answers it."""
    expected: float = 0.0
    """Where the other side answers it, in this bead or in another."""
    missing: float = 0.0
    """Where the other side has it nowhere."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An anchor that the other side answers."""

    kind: AnchorKind
    own: tuple[int, ...]
    """The segments that hold it."""
    others: Mapping[int, float]
    """Segment of the other side -> how surely it holds the same."""
    rarity: float
    """Inverse frequency on the side where it is more frequent; 1 for what stands in one segment only."""


@dataclass(frozen=True, slots=True)
class SideAnswers:
    """What the anchors of one side find on the other."""

    count: int
    """How many segments this side has."""
    answers: tuple[Answer, ...]
    missing: tuple[tuple[AnchorKind, tuple[int, ...], float], ...]
    """Kind, segments, and how surely the other side should have held it: what it holds nowhere."""


def find_answers(
    english: Sequence[Traits], arabic: Sequence[Traits], lexicon: Lexicon | None
) -> tuple[SideAnswers, SideAnswers]:
    """What the anchors of either side find on the other: by keys they share, and by the lexicon's pairs."""
    there = _places(arabic)
    here = {
        label: place
        for label, place in _places(english).items()
        if place[0].kind is not AnchorKind.LATIN or label in there  # every English word is in Latin letters
    }
    found = _pairs_by_key(here, there)
    for words in lexicon.known(here, there) if lexicon is not None else ():
        found[words[0], words[1]] = words[2]
    forward: dict[str, dict[str, float]] = defaultdict(dict)
    backward: dict[str, dict[str, float]] = defaultdict(dict)
    for (label, other), sureness in found.items():
        forward[label][other] = backward[other][label] = sureness
    expected = (lexicon.surest_english, lexicon.surest_arabic) if lexicon is not None else ({}, {})
    return (
        _side_answers(len(english), here, there, forward, expected[0]),
        _side_answers(len(arabic), there, here, backward, expected[1]),
    )


_Places = dict[str, tuple[Anchor, list[int]]]
"""Label -> the anchor and the segments that hold it, in order."""


def _places(side: Sequence[Traits]) -> _Places:
    places: _Places = {}
    for position, traits in enumerate(side):
        for anchor in traits.anchors:
            if anchor.label in places:
                places[anchor.label][1].append(position)
            else:
                places[anchor.label] = (anchor, [position])
    return places


def _pairs_by_key(english: _Places, arabic: _Places) -> dict[tuple[str, str], float]:
    """The labels of each two anchors that share a key, with how surely they are the same."""
    index: dict[str, list[tuple[str, float]]] = {}
    for label, (anchor, _) in english.items():
        for key, sureness in anchor.keys.items():
            index.setdefault(key, []).append((label, sureness))
    pairs: dict[tuple[str, str], float] = {}
    for label, (anchor, _) in arabic.items():
        for key in index.keys() & anchor.keys.keys():
            for other, sureness in index[key]:
                if sureness > pairs.get((other, label), 0.0):
                    pairs[other, label] = sureness
    return pairs


def _side_answers(
    count: int, own: _Places, other: _Places, found: Mapping[str, Mapping[str, float]], expected: Mapping[str, float]
) -> SideAnswers:
    most = math.log1p(count)
    answers: list[Answer] = []
    missing: list[tuple[AnchorKind, tuple[int, ...], float]] = []
    for label, (anchor, positions) in own.items():
        if label in found:
            others: dict[int, float] = {}
            for other_label, sureness in found[label].items():
                for position in other[other_label][1]:
                    if sureness > others.get(position, 0.0):
                        others[position] = sureness
            if len(others) <= MAX_ANSWERS:
                frequency = max(len(positions), len(others))
                answers.append(Answer(anchor.kind, tuple(positions), others, math.log1p(count / frequency) / most))
        elif anchor.kind in _TELLING_WHERE_MISSING:
            sureness = expected.get(label, 0.0) if anchor.kind is AnchorKind.WORD else 1.0
            missing.append((anchor.kind, tuple(positions), sureness))
    return SideAnswers(count, tuple(answers), tuple(missing))


class Evidence:
    """The answers of one side as numbers."""

    def __init__(self, side: SideAnswers, weights: Mapping[AnchorKind, KindWeights]) -> None:
        base, expected = [0.0] * side.count, [0.0] * side.count
        own: list[tuple[int, int, float, float]] = []
        others: list[tuple[int, int, float]] = []
        for number, answer in enumerate(answer for answer in side.answers if answer.kind in weights):
            kind, rarity = weights[answer.kind], answer.rarity
            amount = rarity * max(answer.others.values())
            for position in answer.own:
                base[position] += kind.expected * amount
                expected[position] += amount
            own += [(number, position, kind.answered * rarity, rarity) for position in answer.own]
            others += [(number, position, sureness) for position, sureness in answer.others.items()]
        for anchor_kind, positions, sureness in side.missing:
            for position in positions:
                base[position] += weights[anchor_kind].missing * sureness
                expected[position] += sureness * (anchor_kind in _EXPECTED_ANYWHERE)
        self.base = np.array(base)
        """For each segment, what counts for any partner, or against."""
        self.expected = np.array(expected)
        """For each segment, how much there is to be answered."""
        # Columns: which answer, where, and by how much (by weight and plain, and how surely).
        self._own = np.array(own).reshape(-1, 4).T
        self._others = np.array(others).reshape(-1, 3).T

    def gains(self, own: range, other: range) -> tuple[tuple[Amounts, ...], tuple[Amounts, ...]]:
        """What stretches of one to three segments that begin in `other` answer of each segment in `own`.

        First by weight, then without weights; of each an array for each width, by segment and start.
        """
        reach = len(other) + MAX_STRETCH - 1
        rows = self._own[:, (self._own[1] >= own.start) & (self._own[1] < own.stop)]
        columns = self._others[:, (self._others[1] >= other.start) & (self._others[1] < other.start + reach)]
        numbers = np.intersect1d(rows[0], columns[0])
        rows, columns = rows[:, np.isin(rows[0], numbers)], columns[:, np.isin(columns[0], numbers)]
        matrix = np.zeros((2, len(own), len(numbers)))
        matrix[:, rows[1].astype(int) - own.start, np.searchsorted(numbers, rows[0])] = _on_grid(rows[2:])
        answers = np.zeros((len(numbers), reach))
        answers[np.searchsorted(numbers, columns[0]), columns[1].astype(int) - other.start] = _on_grid(columns[2])
        widths = [answers[:, : len(other)]]
        for width in range(1, MAX_STRETCH):
            widths.append(np.maximum(widths[-1], answers[:, width : width + len(other)]))
        return (
            tuple(matrix[0] @ width for width in widths),
            tuple(matrix[1] @ width for width in widths),
        )


def _on_grid(amounts: Amounts) -> Amounts:
    return np.round(amounts * _GRID) / _GRID
