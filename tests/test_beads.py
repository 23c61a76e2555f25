"""The dynamic programme, against every path written out."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from crawler.beads import FULL_CELLS, MIN_CORRIDOR, Lattice, diagonal_corridor

SHAPES = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 0), (0, 1)]
PRIORS = [0.9, 0.04, 0.04, 0.004, 0.004, 0.0005, 1.0, 1.0]

Step = tuple[int, int, int, int]
"""English position, how many, Arabic position, how many."""


def paths(english: int, arabic: int, row: int = 0, column: int = 0) -> Iterator[list[Step]]:
    if (row, column) == (english, arabic):
        yield []
    for down, right in SHAPES:
        if row + down <= english and column + right <= arabic:
            for rest in paths(english, arabic, row + down, column + right):
                yield [(row, down, column, right), *rest]


def path_score(path: Sequence[Step], seed_number: int, null_prior: float) -> float:
    priors = dict(zip(SHAPES, PRIORS, strict=True))
    return sum(
        math.log(priors[step[1], step[3]]) + wave(*step, seed_number) + null_prior * (0 in (step[1], step[3]))
        for step in path
    )


def wave(english: int, down: int, arabic: int, right: int, seed_number: int) -> float:
    """A score without pattern: every bead its own."""
    return 3 * math.sin(seed_number + 1.7 * english + 2.9 * arabic + 5.3 * down + 7.1 * right)


@seed(3)
@given(st.integers(0, 4), st.integers(0, 4), st.integers(0, 1000), st.floats(-4, 0))
def test_the_best_path_and_its_posteriors_are_those_of_all_paths_written_out(
    english: int, arabic: int, seed_number: int, null_prior: float
) -> None:
    every = list(paths(english, arabic))
    scores = [path_score(path, seed_number, null_prior) for path in every]
    best = every[scores.index(max(scores))]
    total = math.fsum(math.exp(score) for score in scores)

    def posterior(step: Step) -> float:
        return math.fsum(math.exp(score) for path, score in zip(every, scores, strict=True) if step in path) / total

    lattice = Lattice(
        diagonal_corridor([1] * english, [1] * arabic), lambda *step: wave(*step, seed_number)
    ).with_null_prior(null_prior)
    beads = lattice.best_beads()
    assert [(bead.english, bead.arabic) for bead in beads] == [
        (tuple(range(row, row + down)), tuple(range(column, column + right))) for row, down, column, right in best
    ]
    assert [bead.score for bead in beads] == pytest.approx([posterior(step) for step in best])


def test_a_null_prior_leaves_the_lattice_it_came_from_as_it_was() -> None:
    lattice = Lattice(diagonal_corridor([1], [1]), lambda *step: 0.0)
    assert lattice.with_null_prior(9.0).null_share() == 1.0
    assert lattice.with_null_prior(-9.0).null_share() == 0.0
    assert lattice.null_share() == 1.0  # two empty sides at even odds beat a prior of .9


def test_nothing_against_nothing_has_no_beads() -> None:
    lattice = Lattice(diagonal_corridor([], []), lambda *step: 0.0)
    assert (lattice.best_beads(), lattice.null_share()) == ([], 0.0)


def test_an_article_is_searched_whole() -> None:
    assert diagonal_corridor([80] * 3, [90] * 5) == (range(6),) * 4


@seed(4)
@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 9))
def test_a_corridor_joins_the_corners_and_each_row_reaches_the_next(english: int, arabic: int, length: int) -> None:
    corridor = diagonal_corridor([length] * english, [7] * arabic)
    assert len(corridor) == english + 1
    assert corridor[0].start == 0
    assert corridor[-1].stop == arabic + 1
    assert all(0 <= row.start <= row.stop <= arabic + 1 for row in corridor)
    assert all(row.start <= below.start < row.stop for row, below in pairwise(corridor))


def test_a_long_text_is_searched_along_its_diagonal_only() -> None:
    corridor = diagonal_corridor([80] * 2000, [80] * 2000)
    assert sum(len(row) for row in corridor) <= 2 * FULL_CELLS + 2001 * (2 * MIN_CORRIDOR + 2)
    assert all(position in row for position, row in enumerate(corridor))


def test_a_bead_outside_the_corridor_is_not_scored() -> None:
    asked = []

    def score(*step: int) -> float:
        asked.append(step)
        return 0.0

    Lattice((range(2), range(2, 3)), score)
    assert sorted(asked) == [(0, 0, 0, 1), (0, 1, 0, 2), (0, 1, 1, 1)]
