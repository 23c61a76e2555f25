"""How probable it is that texts which are aligned are translations of each other.

A log-linear model over what the segments of either side hold that the other side can only repeat: how much of it their
own partners hold, how much stands elsewhere on the other side, how much nowhere. Unrelated texts share a number or a
name by accident, and then mostly elsewhere.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crawler.alignment.anchors import AnchorKind, Traits, arabic_traits, english_traits
from crawler.alignment.evidence import SideAnswers, find_answers
from crawler.alignment.news_words import with_news_words
from crawler.lexicon import Lexicon

# What is counted, by anchor's kind: as answered by the partner, elsewhere on the other side, nowhere. The weights are
# what bench/unrelated.py --learn gives for the documents that are not held out.
_WEIGHTS: Mapping[AnchorKind, tuple[float, float, float]] = {
    AnchorKind.NUMBER: (0.23, 0.04, -0.26),
    AnchorKind.DATE: (0.02, 0.00, -0.01),
    AnchorKind.MARK: (0.46, 0.10, -0.07),
    AnchorKind.NAME: (0.55, -0.02, -0.08),
    AnchorKind.LATIN: (0.02, -0.00, -0.13),
    AnchorKind.WORD: (1.55, 0.02, -0.33),
}
CHANCE = -0.63
"""The log odds of texts of which nothing is known."""
PROPERTIES = tuple(f"{kind} {where}" for kind in _WEIGHTS for where in ("here", "elsewhere", "nowhere"))
WEIGHTS: NDArray[np.float64] = np.array([weight for weights in _WEIGHTS.values() for weight in weights])
"""Of the properties."""
Amounts = NDArray[np.float64]
"""For each segment how much it has of each of the properties."""

# Any Arabic word may be a name, and any English one is in Latin letters: these are looked at on the other side alone.
# Of what is looked at on both, each side makes half.
_ENGLISH_SHARES = dict.fromkeys(_WEIGHTS, 0.5) | {AnchorKind.NAME: 1.0, AnchorKind.LATIN: 0.0}
_ARABIC_SHARES = dict.fromkeys(_WEIGHTS, 0.5) | {AnchorKind.NAME: 0.0, AnchorKind.LATIN: 1.0}
_FIRST = {kind: 3 * number for number, kind in enumerate(_WEIGHTS)}
_Partners = Mapping[int, Collection[int]]
Link = tuple[Collection[int], Collection[int]]
"""Positions of both sides that are aligned."""


def log_odds(*amounts: Amounts) -> float:
    """The log odds that segments of both sides are translations of their partners, with as much for it as against.

    Of segments that say nothing which could be checked it is about 0.
    """
    return CHANCE + sum(float(side.sum(axis=0) @ WEIGHTS) for side in amounts)


def find_amounts(
    english: Sequence[str], arabic: Sequence[str], links: Sequence[Link], lexicon: Lexicon | None = None
) -> tuple[Amounts, Amounts]:
    """What speaks for and against the segments of two texts being translations of their partners."""
    traits = [english_traits(text) for text in english], [arabic_traits(text) for text in arabic]
    here, there = find_answers(*traits, with_news_words(lexicon))
    partners = {one: link[1] for link in links for one in link[0]}, {one: link[0] for link in links for one in link[1]}
    return (
        _of_side(traits[0], here, partners[0], _ENGLISH_SHARES),
        _of_side(traits[1], there, partners[1], _ARABIC_SHARES),
    )


def _of_side(
    traits: Sequence[Traits], side: SideAnswers, partners: _Partners, shares: Mapping[AnchorKind, float]
) -> Amounts:
    amounts = np.zeros((len(traits), len(PROPERTIES)))
    for position, column, amount in (*_answered(side, partners, shares), *_held(traits, side, shares)):
        amounts[position, column] += amount
    return amounts


_Amount = tuple[int, int, float]
"""Segment, property, how much."""


def _answered(side: SideAnswers, partners: _Partners, shares: Mapping[AnchorKind, float]) -> Iterator[_Amount]:
    """What is held here and elsewhere; it is taken off what `_held` says of the segments."""
    for answer in side.each():
        share = shares.get(answer.kind, 0.0)
        if not share:
            continue
        first, surest = _FIRST[answer.kind], max(answer.others.values())
        for own in answer.own:
            here = max((answer.others.get(other, 0.0) for other in partners.get(own, ())), default=0.0)
            yield own, first, share * here
            yield own, first + 1, share * (surest - here)
            if answer.kind is not AnchorKind.WORD:
                yield own, first + 2, -share * surest


def _held(traits: Sequence[Traits], side: SideAnswers, shares: Mapping[AnchorKind, float]) -> Iterator[_Amount]:
    """What the segments hold, answered or not; of words, what nothing answers."""
    for position, one in enumerate(traits):
        for anchor in one.anchors:
            if share := shares.get(anchor.kind, 0.0):
                yield position, _FIRST[anchor.kind] + 2, share * max(anchor.keys.values())
        yield position, _FIRST[AnchorKind.LATIN] + 2, shares[AnchorKind.LATIN] * len(one.latin)
    for position, sureness in side.missing_words():
        yield position, _FIRST[AnchorKind.WORD] + 2, shares[AnchorKind.WORD] * sureness
