"""The dynamic programme: the best monotone sequence of beads, and how probable each of its beads is.

W. Gale and K. Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics 19
(1993), with evidence added to each bead's cost and posteriors from the forward-backward algorithm.
"""

import math
from array import array
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Bead:
    """Positions of the two sides that belong together; one side may be empty."""

    english: tuple[int, ...]
    arabic: tuple[int, ...]
    score: float
    """The probability, 0 to 1, that exactly these belong together."""


# How many segments of either side a bead holds -> log of its prior. 2-2 stays rare or it eats pairs of 1-1.
_PRIORS = {
    (1, 1): math.log(0.9),
    (1, 2): math.log(0.04),
    (2, 1): math.log(0.04),
    (1, 3): math.log(0.004),
    (3, 1): math.log(0.004),
    (2, 2): math.log(0.0005),
    (1, 0): 0.0,
    (0, 1): 0.0,
}
_IMPOSSIBLE = -math.inf

FULL_CELLS = 20_000
"""Up to so many cells (some 140 by 140 segments) the whole lattice is searched."""
MIN_CORRIDOR = 40
"""Beyond, a corridor along the diagonal: at least so many segments to either side of it."""

BeadScore = Callable[[int, int, int, int], float]
"""(English position, how many, Arabic position, how many) -> log score without the prior."""
_Step = tuple[int, int, int, int, float]
"""Row, column, how many English and Arabic segments, score."""


def diagonal_corridor(english_lengths: Sequence[int], arabic_lengths: Sequence[int]) -> tuple[range, ...]:
    """For each English boundary the Arabic boundaries that are searched.

    All of them for an article; for a long text those near the boundary that as large a share of the characters
    precedes. So time and memory grow with the number of segments, not with its square.
    """
    rows, columns = len(english_lengths) + 1, len(arabic_lengths) + 1
    if rows * columns <= FULL_CELLS:
        return (range(columns),) * rows
    width = max(MIN_CORRIDOR, FULL_CELLS // (2 * rows))
    centres = _matching_boundaries(english_lengths, arabic_lengths)
    lows = [max(0, centre - width) for centre in centres]
    highs = [min(columns, centre + width + 1) for centre in centres]
    lows[0], highs[-1] = 0, columns
    # Each row must reach the next, also where one English segment spans many Arabic ones.
    return tuple(
        range(low, max(high, next_low + 1)) for low, high, next_low in zip(lows, highs, [*lows[1:], 0], strict=True)
    )


def _matching_boundaries(english_lengths: Sequence[int], arabic_lengths: Sequence[int]) -> list[int]:
    english_total, arabic_total = max(1, sum(english_lengths)), max(1, sum(arabic_lengths))
    centres, before, boundary, passed = [0], 0, 0, 0
    for length in english_lengths:
        before += length
        while boundary < len(arabic_lengths) and passed * english_total < before * arabic_total:
            passed += arabic_lengths[boundary]
            boundary += 1
        centres.append(boundary)
    return centres


class Lattice:
    """Every bead that can stand at each pair of boundaries within a corridor, with its score."""

    def __init__(self, corridor: Sequence[range], score: BeadScore) -> None:
        self._corridor = corridor
        offsets = [0, *accumulate(len(row) for row in corridor)]
        self._cells = offsets[-1]
        # Where a row's cells begin, less its first column: cell = start + column.
        self._starts = [offset - row.start for offset, row in zip(offsets[:-1], corridor, strict=True)]
        self._shapes = [(*shape, self._score_shape(*shape, score)) for shape in _PRIORS]

    def _score_shape(self, english: int, arabic: int, score: BeadScore) -> "array[float]":
        """The score of this shape's bead at each cell; minus infinity where it would leave the corridor."""
        scores = array("d", [_IMPOSSIBLE]) * self._cells
        prior = _PRIORS[english, arabic]
        for row in range(len(self._corridor) - english):
            targets, start = self._corridor[row + english], self._starts[row]
            for column in self._corridor[row]:
                if column + arabic in targets:
                    scores[start + column] = prior + score(row, english, column, arabic)
        return scores

    def with_null_prior(self, log_prior: float) -> "Lattice":
        """The same lattice with each bead that has an empty side likelier by the factor exp(log_prior)."""
        lattice = copy(self)
        lattice._shapes = [
            (english, arabic, scores if english and arabic else array("d", (s + log_prior for s in scores)))
            for english, arabic, scores in self._shapes
        ]
        return lattice

    def null_share(self) -> float:
        """The share of beads with an empty side on the best path; 0 where there is nothing to align."""
        path = self._best_path()
        return sum(not (english and arabic) for _, _, english, arabic, _ in path) / max(1, len(path))

    def best_beads(self) -> list[Bead]:
        """The beads of the best path in order, each with its posterior probability."""
        forward, backward = self._forward(_log_sum), self._backward()
        beads = []
        for row, column, english, arabic, score in self._best_path():
            target = self._starts[row + english] + column + arabic
            log_posterior = forward[self._starts[row] + column] + score + backward[target] - forward[-1]
            positions = tuple(range(row, row + english)), tuple(range(column, column + arabic))
            beads.append(Bead(*positions, min(1.0, math.exp(log_posterior))))
        return beads

    def _forward(self, combine: Callable[[list[float]], float]) -> "array[float]":
        """For each cell the combined scores of the paths from the first cell to it."""
        reached = array("d", [_IMPOSSIBLE]) * self._cells
        reached[0] = 0.0
        for row, columns in enumerate(self._corridor):
            arrivals = [
                (self._corridor[row - english], self._starts[row - english], arabic, scores)
                for english, arabic, scores in self._shapes
                if english <= row
            ]
            start = self._starts[row]
            for column in columns:
                ways = [
                    reached[origin_start + column - arabic] + scores[origin_start + column - arabic]
                    for origins, origin_start, arabic, scores in arrivals
                    if column - arabic in origins
                ]
                if ways and (row or column):
                    reached[start + column] = combine(ways)
        return reached

    def _backward(self) -> "array[float]":
        """For each cell the summed scores of the paths from it to the last cell."""
        reached = array("d", [_IMPOSSIBLE]) * self._cells
        reached[-1] = 0.0
        for row in range(len(self._corridor) - 1, -1, -1):
            departures = [
                (self._starts[row + english] + arabic, scores)
                for english, arabic, scores in self._shapes
                if row + english < len(self._corridor)
            ]
            start = self._starts[row]
            for column in reversed(self._corridor[row]):
                cell = start + column
                ways = [
                    scores[cell] + reached[target + column]
                    for target, scores in departures
                    if scores[cell] > _IMPOSSIBLE
                ]
                if ways:
                    reached[cell] = _log_sum(ways)
        return reached

    def _best_path(self) -> list[_Step]:
        """The beads of the best path, first to last; of equal ones the shape that `_PRIORS` names first."""
        best = self._forward(max)
        row, column = len(self._corridor) - 1, self._corridor[-1].stop - 1
        path = []
        while row or column:
            step = max(self._steps_to(row, column), key=lambda step: best[self._starts[step[0]] + step[1]] + step[4])
            path.append(step)
            row, column = step[:2]
        return path[::-1]

    def _steps_to(self, row: int, column: int) -> Iterator[_Step]:
        for english, arabic, scores in self._shapes:
            origin_row, origin = row - english, column - arabic
            if origin_row >= 0 and origin in self._corridor[origin_row]:
                yield origin_row, origin, english, arabic, scores[self._starts[origin_row] + origin]


def _log_sum(logs: list[float]) -> float:
    largest = max(logs)
    if largest == _IMPOSSIBLE:
        return _IMPOSSIBLE
    return largest + math.log(sum([math.exp(log - largest) for log in logs]))
