"""The dynamic programme, against every path written out."""

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from crawler.alignment.beads import LINKS, SHAPES, Lattice
from crawler.alignment.corridor import FULL_CELLS, MIN_CORRIDOR, Corridor, diagonal_corridor

Step = tuple[int, int, int, int]
"""English position, how many, Arabic position, how many."""


def paths(english: int, arabic: int, row: int = 0, column: int = 0, after_arabic: bool = False) -> Iterator[list[Step]]:
    """Every way to cut two texts into beads; what stands alone between two links is taken English first."""
    if (row, column) == (english, arabic):
        yield []
    for down, right in SHAPES:
        if row + down <= english and column + right <= arabic and not (after_arabic and right == 0):
            for rest in paths(english, arabic, row + down, column + right, down == 0):
                yield [(row, down, column, right), *rest]


def wave(english: int, down: int, arabic: int, right: int, seed_number: int) -> float:
    """A score without pattern: every bead its own."""
    return 3 * math.sin(seed_number + 1.7 * english + 2.9 * arabic + 5.3 * down + 7.1 * right)


def wave_lattice(corridor: Corridor, seed_number: int) -> Lattice:
    scores = np.zeros((len(SHAPES), corridor.rows, corridor.width))
    for shape, (down, right) in enumerate(SHAPES):
        for row, start in enumerate(corridor.starts):
            for offset in range(corridor.width):
                scores[shape, row, offset] = wave(row - down, down, start + offset - right, right, seed_number)
    return Lattice(corridor, scores)


@seed(3)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 1000))
def test_the_best_path_and_its_posteriors_are_those_of_all_paths_written_out(
    english: int, arabic: int, seed_number: int
) -> None:
    every = list(paths(english, arabic))
    scores = [sum(wave(*step, seed_number) for step in path) for path in every]
    best = every[scores.index(max(scores))]
    total = math.fsum(math.exp(score) for score in scores)

    def is_same(step: Step, other: Step) -> bool:
        row, down, column, right = step
        return (
            step == other
            or (not right and other[:2] == (row, down) and not other[3])
            or (not down and other[2:] == (column, right) and not other[1])
        )

    def posterior(step: Step) -> float:
        with_step = (any(is_same(step, other) for other in path) for path in every)
        return math.fsum(math.exp(score) for score, has in zip(scores, with_step, strict=True) if has) / total

    lattice = wave_lattice(diagonal_corridor([1] * english, [1] * arabic), seed_number)
    path = lattice.best_path()
    beads = lattice.beads(path)
    assert path.score == pytest.approx(max(scores))
    assert [(bead.english, bead.arabic) for bead in beads] == [
        (tuple(range(row, row + down)), tuple(range(column, column + right))) for row, down, column, right in best
    ]
    assert [bead.score for bead in beads] == pytest.approx([posterior(step) for step in best])


@seed(5)
@given(st.integers(0, 3), st.integers(0, 4), st.integers(0, 1000))
def test_the_best_score_that_leaves_a_segment_alone_is_that_of_the_paths_written_out(
    english: int, arabic: int, seed_number: int
) -> None:
    every = [(sum(wave(*step, seed_number) for step in path), path) for path in paths(english, arabic)]
    alone = [{(step[:2], step[2:]) for step in path if 0 in (step[1], step[3])} for _, path in every]

    def best_with(side: int, at: int) -> float:
        return max(
            score
            for (score, _), steps in zip(every, alone, strict=True)
            if any(step[side] == (at, 1) for step in steps)
        )

    lattice = wave_lattice(diagonal_corridor([1] * english, [1] * arabic), seed_number)
    for side, (scores, count) in enumerate(zip(lattice.best_alone(), (english, arabic), strict=True)):
        assert scores.tolist() == pytest.approx([best_with(side, at) for at in range(count)])


def test_nothing_against_nothing_has_no_beads() -> None:
    lattice = wave_lattice(diagonal_corridor([], []), 1)
    assert lattice.beads(lattice.best_path()) == []


def test_segments_set_aside_are_in_no_link_and_cost_nothing() -> None:
    lattice = wave_lattice(diagonal_corridor([1] * 3, [1] * 4), 8).without(1, 2)
    set_aside = [bead for bead in lattice.beads(lattice.best_path()) if 1 in bead.english or 2 in bead.arabic]
    assert {(bead.english, bead.arabic) for bead in set_aside} == {((1,), ()), ((), (2,))}
    assert [bead.score for bead in set_aside] == pytest.approx([1.0, 1.0])
    assert lattice.scores[LINKS, 2].tolist() == [0.0] * 5


def test_an_article_is_searched_whole() -> None:
    assert diagonal_corridor([80] * 3, [90] * 5) == Corridor((0,) * 4, 6)


@seed(4)
@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 9))
def test_a_corridor_joins_the_corners_and_each_row_reaches_the_next(english: int, arabic: int, length: int) -> None:
    corridor = diagonal_corridor([length] * english, [7] * arabic)
    assert (corridor.rows, corridor.columns) == (english + 1, arabic + 1)
    assert corridor.starts[0] == 0
    assert all(start <= below < start + corridor.width for start, below in pairwise(corridor.starts))


def test_a_long_text_is_searched_along_its_diagonal_only() -> None:
    corridor = diagonal_corridor([80] * 2000, [80] * 2000)
    assert corridor.width == 2 * MIN_CORRIDOR + 1 < FULL_CELLS // 200
    assert all(start <= row < start + corridor.width for row, start in enumerate(corridor.starts))


@seed(9)
@given(st.integers(0, 1000))
def test_beads_outside_the_corridor_are_never_taken(seed_number: int) -> None:
    corridor = Corridor((0, 0, 2, 2), 3)
    beads = (lattice := wave_lattice(corridor, seed_number)).beads(lattice.best_path())
    ends = [
        (sum(len(b.english) for b in beads[:n]), sum(len(b.arabic) for b in beads[:n])) for n in range(len(beads) + 1)
    ]
    assert ends[-1] == (3, 4)
    assert all(0 <= column - corridor.starts[row] < 3 for row, column in ends)
