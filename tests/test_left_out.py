"""What an article leaves out on either side, as a reason to expect more of it."""

import math

import numpy as np
import pytest

from crawler.alignment.beads import LINKS, SHAPES, Bead, Lattice
from crawler.alignment.corridor import Corridor
from crawler.alignment.left_out import extra_for_alone

LINK, ENGLISH, ARABIC = Bead((0,), (0,), 1.0), Bead((0,), (), 1.0), Bead((), (0,), 1.0)


@pytest.mark.parametrize(
    ("beads", "extra"),
    [
        ([], 0.0),
        ([LINK] * 20, 0.0),
        ([*[LINK] * 20, ENGLISH, ARABIC], 0.0),
        ([*[LINK] * 10, *[ENGLISH] * 10, *[ARABIC] * 10], math.log((20 + 1.6) / 60 / 0.08)),
        ([*[LINK] * 10, *[Bead((0,), (), 0.5)] * 20], math.log((10 + 1.6) / 60 / 0.08)),
    ],
    ids=["no text", "all linked", "little alone", "half alone", "perhaps alone"],
)
def test_more_is_expected_to_be_alone_where_more_is_than_usual(beads: list[Bead], extra: float) -> None:
    assert extra_for_alone(beads) == pytest.approx(extra)


def test_only_what_is_alone_scores_more() -> None:
    lattice = Lattice(Corridor((0, 0), 2), np.full((len(SHAPES), 2, 2), -1.0))
    ends = lattice.with_more_alone(2.0).scores[:, 1, 1]
    assert (ends[SHAPES.index((1, 1))], ends[LINKS:].tolist()) == (-1.0, [1.0, 1.0])
