"""How much an article leaves out on either side: where much is alone, more is."""

import math
from collections.abc import Sequence

from crawler.alignment.beads import Bead

USUAL_SHARE = 0.08
"""Of the segments that have no partner, in the articles that the weights were learned from."""
_SEGMENTS = 20
"""What is usual counts like so many segments of the article."""
_LEAST = 0.2
"""Less than that is not worth a second search."""


def extra_for_alone(beads: Sequence[Bead]) -> float:
    """What a segment alone should score more in an article with these beads; 0 where no more than usual is alone.

    >>> extra_for_alone([Bead((0,), (0,), 1.0)])
    0.0
    """
    segments = sum(len(bead.english) + len(bead.arabic) for bead in beads)
    alone = sum(bead.score for bead in beads if not (bead.english and bead.arabic))
    share = (alone + _SEGMENTS * USUAL_SHARE) / (segments + _SEGMENTS)
    extra = math.log(share / USUAL_SHARE)
    return extra if extra >= _LEAST else 0.0
