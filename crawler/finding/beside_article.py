"""Prose that stands beside an article and is none of it: rows of cards, boxes above it, the site's words at the end."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from crawler.finding.page_shape import PageShape
from crawler.languages import block_language
from crawler.models import ARABIC
from crawler.page.furniture import CAPTION_LABEL, COPYRIGHT
from crawler.page.places import Place, common_place, is_within
from crawler.page.prose import ENDS_SENTENCE

_ALL_LINKS_SHARE = 0.8
# A card has a headline, a line or two of text, a date or a link to read on; a row has three at least.
_CARD_MOST, _CARD_LENGTH = 5, 420
_ROW_LEAST = 3
# The link is its headline above the text, or leads to the rest of it below.
_READ_ON_LENGTH = 25
# Between a headline and the first text below it stand at most so many lines.
_NEAR = 10
_SENTENCE_LENGTH = 30  # characters; a flash may be shorter than what counts as prose
# What a site says of itself at the end of its pages.
_FOOTER_LENGTH = 1200
_END_BLOCKS = 6


def texts_beside(shape: PageShape, headline: int) -> frozenset[int]:
    """The numbers of such prose, all of it beyond the element that holds the headline and the first text below it.

    None where no text stands near the headline. A card holds a link and little else, and stands among others of its
    make; what the site says of itself stands with its copyright at the very end; what stands above is shorter.
    """
    others = frozenset((*_texts_in_rows(shape), *_texts_at_end(shape)))
    first = first_text(shape, headline, others)
    if first is None:
        return frozenset()
    own = common_place(shape.blocks[headline].place, shape.blocks[first].place)
    above = _texts_above(shape, headline, own)
    return frozenset(number for number in others.union(above) if not is_within(shape.blocks[number].place, own))


def first_text(shape: PageShape, headline: int, others: Collection[int]) -> int | None:
    """The number of the first sentence near below the headline that is none of the others; None without one."""
    near = range(headline + 1, min(headline + 1 + _NEAR, len(shape.blocks)))
    return next((number for number in near if number not in others and _is_text(shape, number)), None)


def _is_text(shape: PageShape, number: int) -> bool:
    block = shape.blocks[number]
    if block.hidden or block.link_share or block.level:
        return False
    return shape.prose[number] > 0 or (len(block.text) >= _SENTENCE_LENGTH and bool(ENDS_SENTENCE.search(block.text)))


def _texts_above(shape: PageShape, headline: int, own: Place) -> Collection[int]:
    """The texts above the headline in its script, where they say less than what stands in the headline's element."""
    is_arabic = block_language(shape.blocks[headline].text) == ARABIC
    above = [
        number
        for number in range(shape.first[own])
        if shape.prose[number]
        and (block_language(shape.blocks[number].text) == ARABIC) == is_arabic
        and not (shape.blocks[number].caption or CAPTION_LABEL.match(shape.blocks[number].text))
    ]
    return above if sum(shape.prose[number] for number in above) < shape.sums_in(own).prose else ()


def _texts_in_rows(shape: PageShape) -> Iterator[int]:
    rows: dict[tuple[Place | None, str, str | None], dict[Place, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, prose in enumerate(shape.prose):
        if prose and len(shape.blocks[number].text) <= _CARD_LENGTH:
            card = _card_around(shape, number)
            if card is not None:
                rows[card.parent, *card.signature][card].append(number)
    for row in rows.values():
        if len(row) >= _ROW_LEAST:
            for numbers in row.values():
                yield from numbers


def _card_around(shape: PageShape, number: int) -> Place | None:
    """The smallest element around a text that holds more than it, where that is a card: with a link, and short."""
    chain = shape.blocks[number].place.chain()
    card = next((place for place in chain if len(shape.numbers_in(place)) > 1), None)
    inside = shape.numbers_in(card) if card is not None else range(0)
    if card is None or len(inside) > _CARD_MOST or shape.sums_in(card).length > _CARD_LENGTH:
        return None
    links = [one for one in inside if shape.blocks[one].link_share >= _ALL_LINKS_SHARE]
    if not any(one < number or len(shape.blocks[one].text) <= _READ_ON_LENGTH for one in links):
        return None
    while card.parent is not None and shape.numbers_in(card.parent) == inside:
        card = card.parent  # the row of a cell
    return card


def _texts_at_end(shape: PageShape) -> Iterator[int]:
    count = len(shape.blocks)
    for number in range(max(count - _END_BLOCKS, 0), count):
        if COPYRIGHT.match(shape.blocks[number].text.lower()):
            yield from _texts_beside_copyright(shape, number)


def _texts_beside_copyright(shape: PageShape, number: int) -> Iterator[int]:
    for place in shape.blocks[number].place.chain():
        inside = shape.numbers_in(place)
        if shape.sums_in(place).length > _FOOTER_LENGTH or inside.stop < len(shape.blocks) - _END_BLOCKS:
            return
        texts = [one for one in inside if shape.prose[one]]
        if texts:
            yield from texts
            return
