"""What speaks for each bead of two texts: evidence, length, ending, shape, each with its weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crawler.alignment.anchors import AnchorKind, Traits
from crawler.alignment.beads import LINKS, SHAPES, Scores
from crawler.alignment.corridor import Corridor, diagonal_corridor
from crawler.alignment.evidence import MAX_STRETCH, Amounts, Evidence, KindWeights, SideAnswers

# The log of the length ratio Arabic/English: its mean, and its variance by mean length in characters, fitted to
# translated news and health texts; heavy tails (Student's t) for free renderings.
_LENGTH_RATIO = -0.105
_RATIO_VARIANCE = (0.005, 3.3, 25)
_FREEDOM = 4.0
_ALONE_LENGTH = 50
_BLOCK = 200
"""Of a long text so many English segments are scored at once: memory stays in bounds."""


# A loose number answers another, and weighs nothing itself.
_WEIGHED_KINDS: tuple[AnchorKind, ...] = tuple(kind for kind in AnchorKind if kind is not AnchorKind.LOOSE_NUMBER)
_PARTS = ("answered", "expected", "missing")
_WHOLE_NAMES = ("coverage", "length", "unlike end", "alone", "alone length")
_SHAPE_NAMES = {
    (1, 2): "two to one",
    (2, 1): "two to one",
    (1, 3): "three to one",
    (3, 1): "three to one",
    (2, 2): "two to two",
}
WEIGHT_NAMES = (
    *(f"{kind} {part}" for kind in _WEIGHED_KINDS for part in _PARTS),
    *_WHOLE_NAMES,
    *dict.fromkeys(_SHAPE_NAMES.values()),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of a log-linear model over whole alignments: what each property of a bead adds to its log score."""

    kinds: Mapping[AnchorKind, KindWeights]
    coverage: float
    """For how much of what could be answered is."""
    length: float
    """For the log likelihood of the two lengths as each other's translation."""
    unlike_end: float
    """For a bead that ends like a sentence on one side only."""
    alone: float
    """For a segment without partner."""
    alone_length: float
    """For its length, as log(1 + length / 50): long ones are rarely left out."""
    shapes: Mapping[tuple[int, int], float]
    """For a link that is not 1-1."""

    @classmethod
    def from_table(cls, table: Mapping[str, float]) -> "Weights":
        """The weights that a table states under `WEIGHT_NAMES`; what it does not state is 0."""

        def of(name: str) -> float:
            return table.get(name, 0.0)

        coverage, length, unlike_end, alone, alone_length = map(of, _WHOLE_NAMES)
        kinds = {kind: KindWeights(*(of(f"{kind} {part}") for part in _PARTS)) for kind in _WEIGHED_KINDS}
        shapes = {shape: of(name) for shape, name in _SHAPE_NAMES.items()}
        return cls(kinds, coverage, length, unlike_end, alone, alone_length, shapes)


def score_beads(
    english: Sequence[Traits], arabic: Sequence[Traits], answers: tuple[SideAnswers, SideAnswers], weights: Weights
) -> tuple[Corridor, Scores]:
    """The corridor to be searched, and the log score of each shape's bead by the cell of it where the bead ends.

    `answers` are what `find_answers` gives for the same segments.
    """
    corridor = diagonal_corridor([one.length for one in english], [one.length for one in arabic])
    here, there = (Evidence(side, weights.kinds) for side in answers)
    scores = np.full((len(SHAPES), corridor.rows, corridor.width), -np.inf)
    scores[LINKS, 1:] = _score_alone(english, weights)[:, None]
    columns = np.array(corridor.starts)[:, None] + np.arange(corridor.width)
    scores[LINKS + 1] = np.append(0.0, _score_alone(arabic, weights))[columns]
    for first in range(0, len(english), _BLOCK):
        starts = range(first, min(first + _BLOCK, len(english)))
        last_row = min(starts.stop + MAX_STRETCH, corridor.rows) - 1
        others = range(corridor.starts[first], min(corridor.starts[last_row] + corridor.width, len(arabic)))
        sides = _Side(english, here, starts, others), _Side(arabic, there, others, starts)
        for shape, (down, right) in enumerate(SHAPES[:LINKS]):
            _fill(
                scores[shape], corridor, first + down, others.start + right, _score_links(*sides, down, right, weights)
            )
    return corridor, scores


def _fill(scores: Scores, corridor: Corridor, first_row: int, first_column: int, links: Amounts) -> None:
    """Puts the scores of links, by row and column from the first ones on, where they lie in the corridor."""
    for row, values in enumerate(links, first_row):
        shift = first_column - corridor.starts[row]
        into, taken = max(0, shift), max(0, -shift)
        count = max(0, min(corridor.width - into, len(values) - taken))
        scores[row, into : into + count] = values[taken : taken + count]


def _score_alone(side: Sequence[Traits], weights: Weights) -> Amounts:
    lengths = np.array([one.length for one in side], float)
    return weights.alone + weights.alone_length * np.log1p(lengths / _ALONE_LENGTH)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """What stretches of one size contribute to links, by their first segment."""

    weighted: Amounts
    """What the other side answers, by weight; also by the first segment of the other side's stretch."""
    plain: Amounts
    """The same without weights."""
    base: Amounts
    expected: Amounts
    lengths: Amounts
    closed: NDArray[np.bool_]


class _Side:
    """One side's segments within a block: those where links begin, and two more for those to end."""

    def __init__(self, traits: Sequence[Traits], evidence: Evidence, starts: range, others: range) -> None:
        segments = range(starts.start, min(starts.stop + MAX_STRETCH - 1, len(traits)))
        here = slice(segments.start, segments.stop)
        self._starts = len(starts)
        self._weighted, self._plain = evidence.gains(segments, others)
        self._base, self._expected = evidence.base[here], evidence.expected[here]
        self._lengths = np.array([one.length for one in traits[here]], float)
        self._closed = np.array([one.is_closed for one in traits[here]], bool)

    def count(self, size: int) -> int:
        """How many stretches of this size begin here."""
        return max(0, min(self._starts, len(self._lengths) - size + 1))

    def stretches(self, size: int, other_size: int, other_count: int) -> _Stretches:
        """The stretches of this size, against that many of the other side's of another size."""
        count = self.count(size)
        return _Stretches(
            _sum_neighbours(self._weighted[other_size - 1], size, count)[:, :other_count],
            _sum_neighbours(self._plain[other_size - 1], size, count)[:, :other_count],
            _sum_neighbours(self._base, size, count),
            _sum_neighbours(self._expected, size, count),
            _sum_neighbours(self._lengths, size, count),
            self._closed[size - 1 :][:count],
        )


def _sum_neighbours(amounts: Amounts, size: int, count: int) -> Amounts:
    """The sums of `size` neighbours along the first axis, for the first `count` of them."""
    total = amounts[:count]
    for later in range(1, size):
        total = total + amounts[later : later + count]
    return total


def _score_links(english: _Side, arabic: _Side, down: int, right: int, weights: Weights) -> Amounts:
    here = english.stretches(down, right, arabic.count(right))
    there = arabic.stretches(right, down, english.count(down))
    evidence = (here.weighted + there.weighted.T + here.base[:, None] + there.base) / 2
    answered = (here.plain + there.plain.T) / 2
    expected = (here.expected[:, None] + there.expected) / 2
    unlike_ends = here.closed[:, None] != there.closed
    score: Amounts = (
        evidence
        + weights.coverage * answered / np.sqrt(1 + expected)
        + weights.length * _length_likelihood(here.lengths[:, None], there.lengths)
        + weights.unlike_end * unlike_ends
        + weights.shapes.get((down, right), 0.0)
    )
    return score


def _length_likelihood(english: Amounts, arabic: Amounts) -> Amounts:
    """The log likelihood of two lengths as each other's translation, up to a constant."""
    least, slope, offset = _RATIO_VARIANCE
    variance = least + slope / (offset + (english + arabic) / 2)
    deviation = np.log((arabic + 3) / (english + 3)) - _LENGTH_RATIO
    likelihood: Amounts = -(_FREEDOM + 1) / 2 * np.log1p(deviation**2 / (variance * _FREEDOM))
    return likelihood


def links_between_rows(corridor: Corridor, english_rows: Sequence[int], arabic_rows: Sequence[int]) -> Scores:
    """By shape and cell: 1 for a link that begins or ends in different rows of the page on the two sides, else 0."""
    columns = np.array(corridor.starts)[:, None] + np.arange(corridor.width)
    boundaries = np.arange(corridor.rows)[:, None]
    # Row -1 stands before the first segment, where no link ends.
    here, there = np.append(-1, english_rows), np.append(-1, arabic_rows)
    between = np.zeros((len(SHAPES), corridor.rows, corridor.width))
    for shape, (down, right) in enumerate(SHAPES[:LINKS]):
        first = here[np.maximum(boundaries - down + 1, 0)] != there[np.maximum(columns - right + 1, 0)]
        last = here[boundaries] != there[columns]
        between[shape] = first | last
    return between
