"""Alignment: which segments of the English and the Arabic text belong together, and how sure that is."""

import math
from collections.abc import Iterator, Mapping, Sequence

from crawler.anchors import Traits, arabic_traits, english_traits
from crawler.beads import Bead, Lattice, diagonal_corridor
from crawler.evidence import Evidence, lexicon_links
from crawler.lexicon import Lexicon
from crawler.models import READING_ORDER, SINGLE_ROLES, Edition, Role, Segment, TranslationUnit

__all__ = ["Bead", "align", "align_editions"]

# The log of the length ratio Arabic/English: its mean, and its variance by mean length in characters, fitted to
# translated news and health texts; heavy tails (Student's t) for free renderings.
_LENGTH_RATIO = -0.105
_RATIO_VARIANCE = (0.005, 3.3, 25)
_FREEDOM = 4.0
# What a segment without a partner costs, by its length: long ones are rarely left out.
_NULL_LENGTH_COST = 0.7
_NULL_LENGTH = 50
_UNLIKE_END_COST = 0.7
"""For a bead that ends like a sentence on one side only."""
# The prior of an empty side, first for any article, then by the share of them that the first pass found in this one.
_NULL_PRIOR = -2.2
_USUAL_NULL_SHARE = 0.08
_NULL_SHARE_FLOOR = 0.03
_NULL_PRIOR_RANGE = (-3.0, -1.2)
_MOVED_SCORE = 0.0
"""From this score of the pair on, a lone English and a lone Arabic segment are one that was moved."""
_MOVED_LOG_ODDS = 0.5
"""How sure such a pair is where the evidence just suffices."""
_MAX_MOVED_PAIRS = 10_000
"""Where more than that would have to be compared, the texts are no translations of each other."""


def align(english: Sequence[str], arabic: Sequence[str], lexicon: Lexicon | None = None) -> tuple[Bead, ...]:
    """The beads of two texts in reading order: every position of either side in exactly one of them.

    A segment without a partner is a bead with an empty side; two empty texts give (). Beads hold neighbours, 1-1
    to 1-3, 3-1 and 2-2; a moved segment is a 1-1 bead that crosses others and stands at its English place. Up to
    some 140 by 140 segments all pairs are searched, beyond that a corridor along the diagonal.

    >>> [(bead.english, bead.arabic) for bead in align(["26 January", "Prices rose 7%."], ["ارتفعت الأسعار 7%."])]
    [((0,), ()), ((1,), (0,))]
    """
    scorer = _Scorer([english_traits(text) for text in english], [arabic_traits(text) for text in arabic], lexicon)
    lattice = Lattice(diagonal_corridor(*scorer.lengths), scorer.score)
    share = lattice.with_null_prior(_NULL_PRIOR).null_share()
    beads = lattice.with_null_prior(_null_prior(share)).best_beads()
    return tuple(_pair_moved(beads, scorer))


def _null_prior(share: float) -> float:
    """The log prior of an empty side in an article in which the first pass found this share of them."""
    shift = math.log((share + _NULL_SHARE_FLOOR) / (_USUAL_NULL_SHARE + _NULL_SHARE_FLOOR))
    least, most = _NULL_PRIOR_RANGE
    return max(least, min(most, _NULL_PRIOR + shift))


class _Scorer:
    """The score of any bead of two texts, but for its prior."""

    def __init__(self, english: Sequence[Traits], arabic: Sequence[Traits], lexicon: Lexicon | None) -> None:
        self._english, self._arabic = english, arabic
        forward, backward = lexicon_links(english, arabic, lexicon)
        self._from_english = Evidence(english, arabic, forward)
        self._from_arabic = Evidence(arabic, english, backward)
        self.lengths = [traits.length for traits in english], [traits.length for traits in arabic]

    def score(self, english: int, english_count: int, arabic: int, arabic_count: int) -> float:
        """Evidence, length and ending of a bead; the cost of its length where one side is empty."""
        english_lengths, arabic_lengths = self.lengths
        english_length = sum(english_lengths[english : english + english_count])
        arabic_length = sum(arabic_lengths[arabic : arabic + arabic_count])
        if not (english_count and arabic_count):
            return -_NULL_LENGTH_COST * math.log1p((english_length + arabic_length) / _NULL_LENGTH)
        evidence = self._from_english.of(english, english_count, arabic, arabic_count)
        evidence += self._from_arabic.of(arabic, arabic_count, english, english_count)
        last_english, last_arabic = self._english[english + english_count - 1], self._arabic[arabic + arabic_count - 1]
        end_cost = _UNLIKE_END_COST * (last_english.is_closed != last_arabic.is_closed)
        return evidence / 2 + _length_score(english_length, arabic_length) - end_cost


def _length_score(english_length: int, arabic_length: int) -> float:
    """The log likelihood of two lengths as each other's translation, up to a constant."""
    least, slope, offset = _RATIO_VARIANCE
    variance = least + slope / (offset + (english_length + arabic_length) / 2)
    deviation = math.log((arabic_length + 3) / (english_length + 3)) - _LENGTH_RATIO
    likelihood = -(_FREEDOM + 1) / 2 * math.log1p(deviation**2 / (variance * _FREEDOM))
    # Long segments of fitting length say more than short ones; .02 is the variance at an ordinary length.
    return likelihood - math.log(variance / 0.02) / 2


def _pair_moved(beads: list[Bead], scorer: _Scorer) -> list[Bead]:
    """The beads with each lone English and lone Arabic segment joined that are plainly the same, best first."""
    lone_english = [bead for bead in beads if not bead.arabic]
    lone_arabic = [bead for bead in beads if not bead.english]
    if len(lone_english) * len(lone_arabic) > _MAX_MOVED_PAIRS:
        return beads
    candidates = sorted(
        (-score, here.english[0], there.arabic[0])
        for here in lone_english
        for there in lone_arabic
        if (score := scorer.score(here.english[0], 1, there.arabic[0], 1)) > _MOVED_SCORE
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for _, english, arabic in candidates:
        if english not in partners and arabic not in taken:
            partners[english] = arabic
            taken.add(arabic)
    return list(_join_moved(beads, partners, scorer))


def _join_moved(beads: Sequence[Bead], partners: Mapping[int, int], scorer: _Scorer) -> Iterator[Bead]:
    moved = set(partners.values())
    for bead in beads:
        if not bead.arabic and bead.english[0] in partners:
            arabic = partners[bead.english[0]]
            log_odds = scorer.score(bead.english[0], 1, arabic, 1) - _MOVED_SCORE + _MOVED_LOG_ODDS
            yield Bead(bead.english, (arabic,), 1 / (1 + math.exp(-log_odds)))
        elif bead.english or bead.arabic[0] not in moved:
            yield bead


def align_editions(english: Edition, arabic: Edition, lexicon: Lexicon | None = None) -> tuple[TranslationUnit, ...]:
    """The units of two editions of one article, in `READING_ORDER`.

    Headline, standfirst, dateline and byline answer to their like, with score 1; paragraphs and captions are
    aligned each among themselves. What only one edition has is a unit with an empty side.
    """
    units: list[TranslationUnit] = []
    for role in READING_ORDER:
        sides = _of_role(english, role), _of_role(arabic, role)
        units.extend(_pair_single(*sides) if role in SINGLE_ROLES else _align_list(*sides, lexicon))
    return tuple(units)


def _of_role(edition: Edition, role: Role) -> list[Segment]:
    return [segment for segment in edition.segments if segment.role is role]


def _pair_single(english: Sequence[Segment], arabic: Sequence[Segment]) -> Iterator[TranslationUnit]:
    if english or arabic:
        yield TranslationUnit(tuple(s.ref for s in english), tuple(s.ref for s in arabic), 1.0)


def _align_list(
    english: Sequence[Segment], arabic: Sequence[Segment], lexicon: Lexicon | None
) -> Iterator[TranslationUnit]:
    for bead in align([segment.text for segment in english], [segment.text for segment in arabic], lexicon):
        yield TranslationUnit(
            tuple(english[position].ref for position in bead.english),
            tuple(arabic[position].ref for position in bead.arabic),
            round(bead.score, 4),
        )
