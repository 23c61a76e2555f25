"""Prose that stands beside an article and is none of it: other articles, boxes, the site's own words at the end."""

from collections.abc import Collection, Iterator

from crawler.finding.other_articles import may_be_of_one_language, texts_in_rows, texts_led_to
from crawler.finding.page_shape import PageShape
from crawler.page.furniture import CAPTION_LABEL, COPYRIGHT
from crawler.page.places import Place, common_place, is_within
from crawler.page.prose import ENDS_SENTENCE

# Between a headline and the first text below it stand at most so many lines.
_NEAR = 10
_SENTENCE_LENGTH = 30  # characters; a flash may be shorter than what counts as prose
# What a site says of itself at the end of its pages.
_FOOTER_LENGTH = 1200
_END_BLOCKS = 6
# Within the element of headline and text other articles may say so many times what the text's own element says.
_OTHERS_MOST = 5
_LABEL_LENGTH = 60
# An article of few sentences: what is longer may have its sections in elements of their own.
_FLASH_LENGTH = 600


def texts_beside(shape: PageShape, headline: int) -> frozenset[int]:
    """The numbers of such prose; none where no text stands near the headline.

    All of it stands beyond the element that holds the headline and the first text below it, or at least beyond the
    text's own. What the site says of itself stands with its copyright at the very end; what stands above the headline,
    and boxes with headings below a flash, are shorter than the article and in no other language.
    """
    others = frozenset((*texts_in_rows(shape), *texts_led_to(shape, headline)))
    end = frozenset(_texts_at_end(shape, headline))
    first = first_text(shape, headline, others | end)
    if first is None:
        return frozenset()
    text = shape.blocks[first].place.container
    own = common_place(shape.blocks[headline].place, text)
    is_flash = shape.sums_in(own).prose <= _FLASH_LENGTH
    boxes = [number for number in _texts_in_boxes(shape, own) if number not in others] if is_flash else []
    far = others.union(end, _texts_above(shape, headline, own), boxes if _is_less(shape, boxes, own) else ())
    inside = frozenset(number for number in others if _is_between(shape.blocks[number].place, text, own))
    if sum(shape.prose[number] for number in inside) > _OTHERS_MOST * max(shape.sums_in(text).prose, _SENTENCE_LENGTH):
        inside = frozenset()
    return inside.union(number for number in far if not is_within(shape.blocks[number].place, own))


def _is_between(place: Place, text: Place, own: Place) -> bool:
    return is_within(place, own) and not is_within(place, text)


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
    """The texts above the headline, no captions, where they say less than what stands in the headline's element."""
    prose = (number for number in range(shape.first[own]) if shape.prose[number] and number < headline)
    above = [number for number in prose if not _is_caption(shape, number)]
    return above if _is_less(shape, above, own) else ()


def _is_caption(shape: PageShape, number: int) -> bool:
    block = shape.blocks[number]
    return block.caption or CAPTION_LABEL.match(block.text) is not None


def _texts_in_boxes(shape: PageShape, own: Place) -> Iterator[int]:
    """The texts of elements below the article's that open with a heading or a label."""
    number = shape.numbers_in(own).stop
    while number < len(shape.blocks):
        block = shape.blocks[number]
        around = common_place(block.place, own)
        box = next((place for place in block.place.chain() if place.parent is around), block.place)
        inside = shape.numbers_in(box)
        is_label = len(block.text) <= _LABEL_LENGTH and not ENDS_SENTENCE.search(block.text)
        if (block.level or is_label) and len(inside) > 1:
            yield from (one for one in inside if shape.prose[one])
        number = max(inside.stop, number + 1)


def _is_less(shape: PageShape, texts: Collection[int], own: Place) -> bool:
    """True where there are texts that say less than an element, in its language as far as can be told."""
    if not texts or sum(shape.prose[number] for number in texts) >= max(shape.sums_in(own).prose, _SENTENCE_LENGTH):
        return False
    return may_be_of_one_language(shape, texts, shape.numbers_in(own))


def _texts_at_end(shape: PageShape, headline: int) -> Iterator[int]:
    count = len(shape.blocks)
    for number in range(max(count - _END_BLOCKS, 0), count):
        if COPYRIGHT.match(shape.blocks[number].text.lower()):
            yield from _texts_beside_copyright(shape, number, shape.blocks[headline].place)


def _texts_beside_copyright(shape: PageShape, number: int, headline: Place) -> Iterator[int]:
    for place in shape.blocks[number].place.chain():
        inside = shape.numbers_in(place)
        is_last = inside.stop >= len(shape.blocks) - _END_BLOCKS
        if not is_last or is_within(headline, place) or shape.sums_in(place).length > _FOOTER_LENGTH:
            return
        texts = [one for one in inside if shape.prose[one]]
        if texts:
            yield from texts
            return
