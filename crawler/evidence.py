"""Evidence: how well the anchors of one side's segments are answered by stretches of the other side."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


class Answer(NamedTuple):
    """An anchor that the other side answers."""

    kind: AnchorKind
    own: Sequence[int]
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
    missing: tuple[tuple[AnchorKind, Sequence[int], float], ...]
    """Kind, segments, and how surely the other side should have held it: what it holds nowhere."""


def find_answers(
    english: Sequence[Traits], arabic: Sequence[Traits], lexicon: Lexicon | None
) -> tuple[SideAnswers, SideAnswers]:
    """What the anchors of either side find on the other: by keys they share, and by the lexicon's pairs."""
    here, there = _Places(english), _Places(arabic)
    forward: _Found = defaultdict(dict)
    backward: _Found = defaultdict(dict)
    for label, other, sureness in (
        *_pairs_by_key(here.anchors, there.anchors),
        *((f"{AnchorKind.LATIN} {word}",) * 2 + (1.0,) for word in _add_latin(here, there)),
        *(lexicon.known(here.words, there.words) if lexicon is not None else ()),
    ):
        forward[label][other] = backward[other][label] = sureness
    expected = (lexicon.surest_english, lexicon.surest_arabic) if lexicon is not None else ({}, {})
    return _side_answers(here, there, forward, expected[0]), _side_answers(there, here, backward, expected[1])


_Found = dict[str, dict[str, float]]
"""Label -> the labels on the other side that answer it, with how surely."""


class _Places:
    """Where the anchors and words of one side stand, by their labels."""

    def __init__(self, side: Sequence[Traits]) -> None:
        self.side = side
        self.anchors: dict[str, tuple[Anchor, list[int]]] = {}
        words: dict[str, list[int]] = defaultdict(list)
        for position, traits in enumerate(side):
            for word in traits.words:
                words[word].append(position)
            for anchor in traits.anchors:
                if anchor.label in self.anchors:
                    self.anchors[anchor.label][1].append(position)
                else:
                    self.anchors[anchor.label] = (anchor, [position])
        self.words: Mapping[str, list[int]] = words

    def of(self, label: str) -> list[int]:
        """The segments that hold an anchor or a word."""
        return self.anchors[label][1] if label in self.anchors else self.words[label]


def _add_latin(english: _Places, arabic: _Places) -> list[str]:
    """The words in Latin letters that both sides hold, now anchors of both."""
    sides = english, arabic
    here, there = (frozenset[str]().union(*(traits.latin for traits in side.side)) for side in sides)
    shared = sorted(here & there)
    for word in shared:
        anchor = Anchor(AnchorKind.LATIN, f"{AnchorKind.LATIN} {word}", {})
        for side in sides:
            positions = [position for position, traits in enumerate(side.side) if word in traits.latin]
            side.anchors[anchor.label] = (anchor, positions)
    return shared


def _pairs_by_key(
    english: Mapping[str, tuple[Anchor, list[int]]], arabic: Mapping[str, tuple[Anchor, list[int]]]
) -> Iterator[tuple[str, str, float]]:
    """The labels of each two anchors that share a key, with how surely they are the same."""
    index: dict[str, list[tuple[str, float]]] = {}
    for label, (anchor, _) in english.items():
        for key, sureness in anchor.keys.items():
            index.setdefault(key, []).append((label, sureness))
    for label, (anchor, _) in arabic.items():
        if not index.keys().isdisjoint(anchor.keys):
            pairs: dict[str, float] = {}
            for key in index.keys() & anchor.keys.keys():
                for other, sureness in index[key]:
                    pairs[other] = max(sureness, pairs.get(other, 0.0))
            yield from ((other, label, sureness) for other, sureness in pairs.items())


def _side_answers(own: _Places, other: _Places, found: _Found, expected: Mapping[str, float]) -> SideAnswers:
    count = len(own.side)
    most = math.log1p(count)
    answers: list[Answer] = []
    missing: list[tuple[AnchorKind, Sequence[int], float]] = []
    for label, (anchor, positions) in own.anchors.items():
        if label in found:
            answers.append(_answer(anchor.kind, positions, found[label], other, count, most))
        elif anchor.kind in _TELLING_WHERE_MISSING:
            missing.append((anchor.kind, positions, 1.0))
    for word, positions in own.words.items():
        if word in found:
            answers.append(_answer(AnchorKind.WORD, positions, found[word], other, count, most))
        elif word in expected:
            missing.append((AnchorKind.WORD, positions, expected[word]))
    told = (answer for answer in answers if len(answer.others) <= MAX_ANSWERS)
    return SideAnswers(count, tuple(told), tuple(missing))


def _answer(
    kind: AnchorKind, positions: Sequence[int], found: Mapping[str, float], other: _Places, count: int, most: float
) -> Answer:
    others: dict[int, float] = {}
    for label, sureness in found.items():
        for position in other.of(label):
            if sureness > others.get(position, 0.0):
                others[position] = sureness
    frequency = max(len(positions), len(others))
    return Answer(kind, positions, others, math.log1p(count / frequency) / most)


class Evidence:
    """The answers of one side as numbers."""

    def __init__(self, side: SideAnswers, weights: Mapping[AnchorKind, KindWeights]) -> None:
        base, expected = [0.0] * side.count, [0.0] * side.count
        own_numbers: list[int] = []
        own_positions: list[int] = []
        amounts: list[tuple[float, float]] = []
        other_numbers: list[int] = []
        other_positions: list[int] = []
        surenesses: list[float] = []
        for number, answer in enumerate(answer for answer in side.answers if answer.kind in weights):
            kind, own, others, rarity = answer
            amount = rarity * max(others.values())
            for position in own:
                base[position] += weights[kind].expected * amount
                expected[position] += amount
            own_numbers += [number] * len(own)
            own_positions += own
            amounts += [(weights[kind].answered * rarity, rarity)] * len(own)
            other_numbers += [number] * len(others)
            other_positions += others
            surenesses += others.values()
        for anchor_kind, positions, sureness in side.missing:
            for position in positions:
                base[position] += weights[anchor_kind].missing * sureness
                expected[position] += sureness * (anchor_kind in _EXPECTED_ANYWHERE)
        self.base = np.array(base)
        """For each segment, what counts for any partner, or against."""
        self.expected = np.array(expected)
        """For each segment, how much there is to be answered."""
        # Which answer, where, and by how much: by weight and plain; how surely.
        self._own = np.array([own_numbers, own_positions], int), _on_grid(np.array(amounts).reshape(-1, 2).T)
        self._others = np.array([other_numbers, other_positions], int), _on_grid(np.array(surenesses))
        self._count = 1 + max(own_numbers, default=-1)

    def gains(self, own: range, other: range) -> tuple[tuple[Amounts, ...], tuple[Amounts, ...]]:
        """What stretches of one to three segments that begin in `other` answer of each segment in `own`.

        First by weight, then without weights; of each an array for each width, by segment and start.
        """
        reach = len(other) + MAX_STRETCH - 1
        (rows, row_positions), amounts = self._own
        (columns, column_positions), surenesses = self._others
        in_rows = (row_positions >= own.start) & (row_positions < own.stop)
        in_columns = (column_positions >= other.start) & (column_positions < other.start + reach)
        met = np.zeros((2, self._count), bool)
        met[0, rows[in_rows]] = met[1, columns[in_columns]] = True
        both = met[0] & met[1]
        in_rows &= both[rows]
        in_columns &= both[columns]
        numbers = np.cumsum(both) - 1  # of those that count here
        matrix = np.zeros((2, len(own), np.count_nonzero(both)))
        matrix[:, row_positions[in_rows] - own.start, numbers[rows[in_rows]]] = amounts[:, in_rows]
        answers = np.zeros((matrix.shape[2], reach))
        answers[numbers[columns[in_columns]], column_positions[in_columns] - other.start] = surenesses[in_columns]
        widths = [answers[:, : len(other)]]
        for width in range(1, MAX_STRETCH):
            widths.append(np.maximum(widths[-1], answers[:, width : width + len(other)]))
        return (
            tuple(matrix[0] @ width for width in widths),
            tuple(matrix[1] @ width for width in widths),
        )


def _on_grid(amounts: Amounts) -> Amounts:
    return np.round(amounts * _GRID) / _GRID
