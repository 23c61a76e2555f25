"""Alignment: which segments of the English and the Arabic text belong together, and how sure that is."""

from collections.abc import Iterator, Sequence

from crawler.alignment.alignment_weights import WEIGHTS
from crawler.alignment.anchors import arabic_traits, english_traits
from crawler.alignment.bead_scores import links_between_rows, score_beads
from crawler.alignment.beads import Bead, Lattice
from crawler.alignment.evidence import find_answers
from crawler.alignment.left_out import extra_for_alone
from crawler.alignment.moved import find_beads
from crawler.alignment.news_words import with_news_words
from crawler.lexicon import Lexicon
from crawler.models import READING_ORDER, SINGLE_ROLES, Edition, Role, Segment, TranslationUnit

__all__ = ["Bead", "align", "align_editions"]


_OTHER_ROW = -5.0
"""The log odds of a link between rows of a page that alternates between the languages: it was made to prevent them."""
_Rows = tuple[Sequence[int], Sequence[int]]


def align(
    english: Sequence[str], arabic: Sequence[str], lexicon: Lexicon | None = None, rows: _Rows | None = None
) -> tuple[Bead, ...]:
    """The beads of two texts in reading order: every position of either side in exactly one of them.

    A segment without a partner is a bead with an empty side; two empty texts give (). Beads hold neighbours, 1-1
    to 1-3, 3-1 and 2-2; a moved segment is a 1-1 bead that crosses others and stands at its English place. Up to
    some 140 by 140 segments all pairs are searched, beyond that a corridor along the diagonal. `rows` are those in
    which the English and the Arabic segments stand on their page, where it alternates between the two. Where more is
    alone than usual, the texts are searched once more with that in mind.

    >>> [(bead.english, bead.arabic) for bead in align(["26 January", "Prices rose 7%."], ["ارتفعت الأسعار 7%."])]
    [((0,), ()), ((1,), (0,))]
    """
    traits = [english_traits(text) for text in english], [arabic_traits(text) for text in arabic]
    corridor, scores = score_beads(*traits, find_answers(*traits, with_news_words(lexicon)), WEIGHTS)
    if rows is not None:
        scores += _OTHER_ROW * links_between_rows(corridor, *rows)
    lattice = Lattice(corridor, scores)
    beads = find_beads(lattice)
    extra = extra_for_alone(beads)
    return find_beads(lattice.with_more_alone(extra)) if extra else beads


def align_editions(english: Edition, arabic: Edition, lexicon: Lexicon | None = None) -> tuple[TranslationUnit, ...]:
    """The units of two editions of one article, in `READING_ORDER`.

    Headline, standfirst, dateline and byline answer to their like, with score 1; paragraphs and captions are
    aligned each among themselves, paragraphs by their rows too where the page has them. What only one edition has is
    a unit with an empty side.
    """
    units: list[TranslationUnit] = []
    rows = (english.rows, arabic.rows) if english.rows and arabic.rows else None
    for role in READING_ORDER:
        sides = _of_role(english, role), _of_role(arabic, role)
        if role in SINGLE_ROLES:
            units.extend(_pair_single(*sides))
        else:
            units.extend(_align_list(*sides, lexicon, rows if role is Role.PARAGRAPH else None))
    return tuple(units)


def _of_role(edition: Edition, role: Role) -> list[Segment]:
    return [segment for segment in edition.segments if segment.role is role]


def _pair_single(english: Sequence[Segment], arabic: Sequence[Segment]) -> Iterator[TranslationUnit]:
    if english or arabic:
        yield TranslationUnit(tuple(s.ref for s in english), tuple(s.ref for s in arabic), 1.0)


def _align_list(
    english: Sequence[Segment], arabic: Sequence[Segment], lexicon: Lexicon | None, rows: _Rows | None
) -> Iterator[TranslationUnit]:
    texts = [segment.text for segment in english], [segment.text for segment in arabic]
    for bead in align(*texts, lexicon, rows):
        yield TranslationUnit(
            tuple(english[position].ref for position in bead.english),
            tuple(arabic[position].ref for position in bead.arabic),
            round(bead.score, 4),
        )
