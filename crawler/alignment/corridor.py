"""The corridor: which boundaries of two texts are searched for beads."""

from collections.abc import Sequence
from dataclasses import dataclass

FULL_CELLS = 20_000
"""Up to so many cells (some 140 by 140 segments) the whole lattice is searched."""
MIN_CORRIDOR = 40
"""Beyond, a corridor along the diagonal: at least so many segments to either side of it."""


@dataclass(frozen=True, slots=True)
class Corridor:
    """For each English boundary, a stretch of Arabic boundaries that are searched: all of one width."""

    starts: tuple[int, ...]
    width: int

    @property
    def rows(self) -> int:
        """How many English boundaries there are: one more than segments."""
        return len(self.starts)

    @property
    def columns(self) -> int:
        """How many Arabic boundaries there are."""
        return self.starts[-1] + self.width


def diagonal_corridor(english_lengths: Sequence[int], arabic_lengths: Sequence[int]) -> Corridor:
    """All boundaries for an article; for a long text those near the one that as many of the characters precede.

    So time and memory grow with the number of segments, not with its square.
    """
    rows, columns = len(english_lengths) + 1, len(arabic_lengths) + 1
    if rows * columns <= FULL_CELLS:
        return Corridor((0,) * rows, columns)
    # A narrower one could not reach from corner to corner where a side has many more segments.
    width = min(columns, max(2 * MIN_CORRIDOR + 1, FULL_CELLS // rows, 2 * columns // rows + 2))
    centres = _matching_boundaries(english_lengths, arabic_lengths)
    starts = [max(0, min(centre - width // 2, columns - width)) for centre in centres]
    starts[0], starts[-1] = 0, columns - width
    # Each row must overlap the next, also where one English segment spans many Arabic ones.
    for row in range(1, rows):
        starts[row] = min(starts[row], starts[row - 1] + width - 1)
    starts[-1] = columns - width
    for row in range(rows - 2, -1, -1):
        starts[row] = max(starts[row], starts[row + 1] - width + 1)
    return Corridor(tuple(starts), width)


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
