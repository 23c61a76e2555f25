"""The dynamic programme: the best monotone sequence of beads, and how probable each of its beads is.

W. Gale and K. Church, "A program for aligning sentences in bilingual corpora", Computational Linguistics 19
(1993), with evidence in each bead's score and posteriors from the forward-backward algorithm.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from crawler.alignment.corridor import Corridor


@dataclass(frozen=True, slots=True)
class Bead:
    """Positions of the two sides that belong together; one side may be empty."""

    english: tuple[int, ...]
    arabic: tuple[int, ...]
    score: float
    """The probability, 0 to 1, that exactly these belong together."""


SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 0), (0, 1))
"""How many segments of either side a bead can hold; those with an empty side stand last."""
LINKS = 6
"""So many of them, the first, have both sides."""
_ENGLISH_ALONE, _ARABIC_ALONE = LINKS, LINKS + 1

Scores = NDArray[np.float64]
_Cells = NDArray[np.int64]


@lru_cache(maxsize=64)
def _neighbours(corridor: Corridor) -> tuple[_Cells, _Cells, _Cells]:
    """For each shape and cell, the cell where a bead that ends here begins, and the one where it ends; and the first
    of these by row, as the forward search takes them.

    Cells are counted row by row; those outside the corridor are the one after the last.
    """
    rows, width = corridor.rows, corridor.width
    starts = np.array(corridor.starts)
    row, column = np.arange(rows)[:, None], starts[:, None] + np.arange(width)
    steps = []
    for sign in (-1, 1):
        cells = []
        for english, arabic in SHAPES:
            there = row + sign * english
            inside = (there >= 0) & (there < rows)
            offset = column + sign * arabic - starts[np.clip(there, 0, rows - 1)]
            inside = inside & (offset >= 0) & (offset < width)
            cells.append(np.where(inside, there * width + offset, rows * width))
        steps.append(np.array(cells))
    sources = steps[0][:_ARABIC_ALONE].transpose(1, 0, 2).copy()
    sources[:, _ENGLISH_ALONE] += rows * width + 1
    return steps[0], steps[1], sources


class Lattice:
    """Every bead that can stand at each pair of boundaries within a corridor, with its score.

    What stands alone between two links is taken in one order only, English first: else an article with much that is
    alone on both sides would have a multitude of ways to say one thing.
    """

    def __init__(self, corridor: Corridor, scores: Scores) -> None:
        """`scores`: by shape and by the cell where the bead ends, log; those that leave the corridor do not matter."""
        self._corridor = corridor
        self._origins, self._targets, self._sources = _neighbours(corridor)
        self._cells = corridor.rows * corridor.width
        self.scores = np.where(self._origins < self._cells, scores, -np.inf)

    def pair_score(self, english: int, arabic: int) -> float:
        """The score of the 1-1 bead of two segments."""
        row = english + 1
        return float(self.scores[0, row, arabic + 1 - self._corridor.starts[row]])

    def pair_worth(self, english: int, arabic: int) -> float:
        """How much more the 1-1 bead of two segments scores than both alone."""
        cell = english + 1, arabic + 1 - self._corridor.starts[english + 1]
        alone = self.scores[_ENGLISH_ALONE][cell] + self.scores[_ARABIC_ALONE][cell]
        return float(self.scores[0][cell] - alone)

    def pairs_worth(self, least: float) -> dict[tuple[int, int], float]:
        """The two segments of each 1-1 bead that scores more than both alone by more than this; and how much more."""
        known = np.isfinite(self.scores[0])
        worth = np.full(known.shape, -np.inf)
        worth[known] = self.scores[0][known] - self.scores[_ENGLISH_ALONE][known] - self.scores[_ARABIC_ALONE][known]
        rows, offsets = np.nonzero(worth > least)
        columns = np.array(self._corridor.starts)[rows] + offsets
        pairs = zip((rows - 1).tolist(), (columns - 1).tolist(), strict=True)
        return dict(zip(pairs, worth[rows, offsets].tolist(), strict=True))

    def pairs_on(self, path: "Path") -> dict[tuple[int, int], float]:
        """The two segments of each 1-1 bead of a path, and how much more it scores than both alone."""
        cells = [divmod(cell, self._corridor.width) for shape, cell in path.steps if shape == 0]
        pairs = [(row - 1, self._corridor.starts[row] + offset - 1) for row, offset in cells]
        return {pair: self.pair_worth(*pair) for pair in pairs}

    def alone_on(self, path: "Path") -> tuple[set[int], set[int]]:
        """The English and the Arabic segments that a path leaves alone."""
        cells = [[cell for one, cell in path.steps if one == shape] for shape in (_ENGLISH_ALONE, _ARABIC_ALONE)]
        width, starts = self._corridor.width, self._corridor.starts
        return {cell // width - 1 for cell in cells[0]}, {starts[c // width] + c % width - 1 for c in cells[1]}

    def without(self, english: int, arabic: int) -> "Lattice":
        """The same lattice with both segments set aside: in no link, and alone at no cost."""
        scores = self.scores.copy()
        columns = np.array(self._corridor.starts)[:, None] + np.arange(self._corridor.width)
        for shape, (down, right) in enumerate(SHAPES[:LINKS]):
            scores[shape, english + 1 : english + down + 1] = -np.inf
            scores[shape][(columns > arabic) & (columns <= arabic + right)] = -np.inf
        scores[_ENGLISH_ALONE, english + 1] = 0.0
        scores[_ARABIC_ALONE][columns == arabic + 1] = 0.0
        return Lattice(self._corridor, scores)

    def with_more_alone(self, extra: float) -> "Lattice":
        """The same lattice in which each segment alone scores so much more."""
        scores = self.scores.copy()
        scores[LINKS:] += extra
        return Lattice(self._corridor, scores)

    def best_path(self) -> "Path":
        """The best sequence of beads; of equal ones the one whose shapes `SHAPES` names first."""
        reached, linked = self._forward(best=True)
        width = self._corridor.width
        cell, following = self._cells - 1, -1
        steps: list[tuple[int, int]] = []
        while cell > 0:
            row, offset = divmod(cell, width)
            origins = self._origins[:, row, offset]
            ways = reached[origins] + self.scores[:, row, offset]
            ways[_ENGLISH_ALONE] = linked[origins[_ENGLISH_ALONE]] + self.scores[_ENGLISH_ALONE, row, offset]
            if following == _ENGLISH_ALONE:
                ways[_ARABIC_ALONE] = -np.inf
            following = int(np.argmax(ways))
            steps.append((following, cell))
            cell = int(origins[following])
        return Path(float(reached[self._cells - 1]), tuple(reversed(steps)))

    def best_score(self) -> float:
        """The score of the best sequence of beads."""
        return float(self._forward(best=True)[0][self._cells - 1])

    def beads(self, path: "Path") -> list[Bead]:
        """The beads of a path in order, each with its posterior probability."""
        posteriors, width = self.posteriors, self._corridor.width
        alone = self._alone
        beads = []
        for shape, cell in path.steps:
            row, offset = divmod(cell, width)
            column = self._corridor.starts[row] + offset
            english, arabic = SHAPES[shape]
            if shape == _ENGLISH_ALONE:
                probability = alone[0][row - 1]
            elif shape == _ARABIC_ALONE:
                probability = alone[1][column - 1]
            else:
                probability = posteriors[shape, row, offset]
            positions = tuple(range(row - english, row)), tuple(range(column - arabic, column))
            beads.append(Bead(*positions, min(1.0, float(probability))))
        return beads

    @cached_property
    def posteriors(self) -> Scores:
        """For each shape and cell how probable it is that such a bead ends there."""
        through, total = self._through(best=False)
        posteriors: Scores = np.exp(through - total)
        return posteriors

    def best_alone(self) -> tuple[Scores, Scores]:
        """For each segment of either side the score of the best sequence of beads that leaves it alone."""
        through, _ = self._through(best=True)
        arabic = np.full(self._corridor.columns, -np.inf)
        for start, row in zip(self._corridor.starts, through[_ARABIC_ALONE], strict=True):
            stretch = arabic[start : start + self._corridor.width]
            np.maximum(stretch, row, out=stretch)
        return through[_ENGLISH_ALONE].max(axis=1)[1:], arabic[1:]

    def _through(self, best: bool) -> tuple[Scores, float]:
        """For each shape and cell the combined scores of the paths with such a bead that ends there, and of all."""
        reached, linked = self._forward(best)
        onward, onward_alone = self._backward(best)
        before = reached[self._origins]
        before[_ENGLISH_ALONE] = linked[self._origins[_ENGLISH_ALONE]]
        after = np.tile(onward[:-1].reshape(before.shape[1:]), (len(SHAPES), 1, 1))
        after[_ARABIC_ALONE] = onward_alone[:-1].reshape(before.shape[1:])
        return before + self.scores + after, float(reached[self._cells - 1])

    @cached_property
    def _alone(self) -> tuple[Scores, Scores]:
        """How probable it is of each segment of either side that it stands alone, wherever the other side is then."""
        english = self.posteriors[_ENGLISH_ALONE].sum(axis=1)[1:]
        arabic = np.zeros(self._corridor.columns)
        for start, row in zip(self._corridor.starts, self.posteriors[_ARABIC_ALONE], strict=True):
            arabic[start : start + self._corridor.width] += row
        return english, arabic[1:]

    def _forward(self, best: bool) -> tuple[Scores, Scores]:
        """For each cell the combined scores of the paths to it, and of those that end in no Arabic segment alone."""
        combine = np.maximum if best else np.logaddexp
        rows, width = self._corridor.rows, self._corridor.width
        passed = _sums_along(self.scores[_ARABIC_ALONE, :, 1:])
        scores = np.ascontiguousarray(self.scores[:_ARABIC_ALONE].transpose(1, 0, 2))
        # One array for both, `linked` after `reached`: a segment alone in English is looked up in the second.
        known = np.full(2 * (self._cells + 1), -np.inf)
        sources = self._sources
        for row in range(rows):
            here = combine.reduce(known[sources[row]] + scores[row], axis=0)
            if row == 0:
                here[0] = 0.0
            cell = row * width
            known[self._cells + 1 + cell : self._cells + 1 + cell + width] = here
            known[cell : cell + width] = combine.accumulate(here - passed[row]) + passed[row]
        return known[: self._cells + 1], known[self._cells + 1 :]

    def _backward(self, best: bool) -> tuple[Scores, Scores]:
        """For each cell the combined scores of the paths from it to the end, and of those that may follow an Arabic
        segment alone.
        """
        combine = np.maximum if best else np.logaddexp
        rows, width = self._corridor.rows, self._corridor.width
        onward, onward_alone = np.full(self._cells + 1, -np.inf), np.full(self._cells + 1, -np.inf)
        ends = np.concatenate([self.scores.reshape(len(SHAPES), -1), np.full((len(SHAPES), 1), -np.inf)], axis=1)
        shapes = np.arange(_ARABIC_ALONE)[:, None]
        passed = _sums_along(self.scores[_ARABIC_ALONE, :, :0:-1])
        for row in range(rows - 1, -1, -1):
            targets = self._targets[:_ARABIC_ALONE, row]
            ways = onward[targets] + ends[shapes, targets]
            here = combine.reduce(ways[:LINKS], axis=0)
            if row == rows - 1:
                here[-1] = 0.0
            cells = slice(row * width, (row + 1) * width)
            onward_alone[cells] = (combine.accumulate(here[::-1] - passed[row]) + passed[row])[::-1]
            onward[cells] = combine(onward_alone[cells], ways[_ENGLISH_ALONE])
        return onward, onward_alone


def _sums_along(alone: Scores) -> Scores:
    """For each row the scores of segments alone, summed from its first cell to each."""
    sums = np.zeros((alone.shape[0], alone.shape[1] + 1))
    np.cumsum(alone, axis=1, out=sums[:, 1:])
    return sums


@dataclass(frozen=True, slots=True)
class Path:
    """A sequence of beads from the first cell of a lattice to its last."""

    score: float
    steps: tuple[tuple[int, int], ...]
    """Each bead's shape, by its place in `SHAPES`, and the cell where it ends."""
