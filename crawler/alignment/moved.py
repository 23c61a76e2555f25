"""Moved segments: pairs that cross the others, found one by one beside the best monotone sequence of beads."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.alignment.beads import Bead, Lattice, Path

_PRIOR = -3.5
"""The log odds of one segment having been moved, before anything is known of it: shared among the pairs it may be."""
_MOST_TRIED = 12
"""Of an article's pairs so many are tried, the likeliest: each costs a search of the lattice."""

_HOPELESS = -4.0
"""Pairs that promise less than this are not tried."""
_Worth = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class _Pair:
    """An English and an Arabic segment that may be one that was moved."""

    english: int
    arabic: int
    score: float
    """Of the two as a link, without its prior."""


def find_beads(lattice: Lattice) -> tuple[Bead, ...]:
    """The beads of a lattice in reading order; a moved segment's stands at its English place.

    Two segments are taken for one that was moved if the best path with both set aside, and the score of the two as a
    pair, come to more than the best path with both in it.
    """
    path = lattice.best_path()
    moved: dict[int, Bead] = {}
    gains = {pair: _gain(lattice, path, pair) for pair in _hopeful(lattice, path, _candidates(lattice, path))}
    while gains:
        pair = max(gains, key=lambda one: gains[one])
        if (gain := _gain(lattice, path, pair)) < gains[pair]:  # what was set aside since has made it less
            gains[pair] = gain
            continue
        if gain <= 0:
            break
        moved[pair.english] = Bead((pair.english,), (pair.arabic,), _probability(gain))
        lattice = lattice.without(pair.english, pair.arabic)
        path = lattice.best_path()
        gains = {one: g for one, g in gains.items() if one.english != pair.english and one.arabic != pair.arabic}
    return tuple(_put_moved(_doubt(lattice.beads(path), gains), moved))


def _candidates(lattice: Lattice, path: Path) -> list[_Pair]:
    """The pairs that may have been moved; of many the likeliest.

    Off the path, those worth more than both segments alone, and not plainly less than what the path has them for; on
    it, those that a pair crosses which it leaves alone: one of the two was moved.
    """
    linked, alone = lattice.pairs_on(path), lattice.alone_on(path)
    gains = _rough_gains(linked, lattice.pairs_worth(0.0))
    off_path = sorted(gains, key=lambda pair: (-gains[pair], pair))[:_MOST_TRIED]
    left_alone = [pair for pair in off_path if pair[0] in alone[0] and pair[1] in alone[1]]
    crossed = [pair for pair in linked if any(_cross(pair, other) for other in left_alone)]
    return [_Pair(*pair, lattice.pair_score(*pair)) for pair in (*off_path, *crossed[:_MOST_TRIED])]


def _hopeful(lattice: Lattice, path: Path, pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs that a search may find to be moved: both must be alone in it, and what that comes to is soon told."""
    if not pairs:
        return []
    english, arabic = lattice.best_alone()
    least = path.score - _prior(lattice, path) + _HOPELESS
    return [
        pair
        for pair in pairs
        if min(english[pair.english], arabic[pair.arabic]) + lattice.pair_worth(pair.english, pair.arabic) > least
    ]


def _rough_gains(linked: _Worth, worth: _Worth) -> _Worth:
    """For each pair off the path that may be worth a search, about what its search would find."""
    by_english = {english: (english, arabic) for english, arabic in linked}
    by_arabic = {arabic: (english, arabic) for english, arabic in linked}
    gains = {}
    for (english, arabic), own in worth.items():
        if own > -_PRIOR and (english, arabic) not in linked:
            here, there = by_english.get(english), by_arabic.get(arabic)
            # What the path has the two for is lost, and their partners there may take each other.
            lost = (linked[here] if here else 0.0) + (linked[there] if there else 0.0)
            regained = worth.get((there[0], here[1]), 0.0) if here and there else 0.0
            gain = own + _PRIOR + regained - lost
            if gain > _HOPELESS:
                gains[english, arabic] = gain
    return gains


def _cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] - other[0]) * (one[1] - other[1]) < 0


def _gain(lattice: Lattice, path: Path, pair: _Pair) -> float:
    """The log odds of the pair having been moved, over the best path with both in it."""
    apart = lattice.without(pair.english, pair.arabic).best_score()
    return apart + pair.score + _prior(lattice, path) - path.score


def _prior(lattice: Lattice, path: Path) -> float:
    """The more stands alone on both sides, the more pairs of it may look alike by accident."""
    here, there = lattice.alone_on(path)
    return _PRIOR - math.log1p(len(here) * len(there))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _doubt(beads: Sequence[Bead], gains: Mapping[_Pair, float]) -> Iterator[Bead]:
    """The beads, each as much less sure as one of its segments may have been moved."""
    for bead in beads:
        score = bead.score
        for pair, gain in gains.items():
            if pair.english in bead.english or pair.arabic in bead.arabic:
                score *= 1 - _probability(gain)
        yield bead if score == bead.score else replace(bead, score=score)


def _put_moved(beads: Iterator[Bead], moved: Mapping[int, Bead]) -> Iterator[Bead]:
    gone = {bead.arabic for bead in moved.values()}
    for bead in beads:
        if not bead.arabic and bead.english[0] in moved:
            yield moved[bead.english[0]]
        elif bead.english or bead.arabic not in gone:
            yield bead
