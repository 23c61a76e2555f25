"""Rows that each lead to a page: a linked headline with a line or two of text, in an element of its own or bare."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from selectolax.lexbor import LexborNode

from crawler.dates import is_dateline
from crawler.page.blocks import Block
from crawler.page.link_addresses import leads_within_page
from crawler.page.places import Place, is_within
from crawler.page.prose import ENDS_SENTENCE
from crawler.page.teasers import is_teaser, leads_on

_ALL_LINKS_SHARE = 0.97
_ROW_MOST = 5  # lines: a section, the headline, a line of text, who wrote it, a date
_ROW_LENGTH = 420  # characters
_TEXT_LENGTH, _DATE_LENGTH = 40, 40
# A link that is no heading is a headline with so many words and characters.
_HEADLINE_WORDS_LEAST, _HEADLINE_LENGTH_LEAST = 4, 20
_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?.*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One of them, by the numbers of its blocks."""

    head: int
    inside: range
    is_pictured: bool
    """True where a picture in it is a link to a page."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one make that stand in one element, in order."""

    place: Place
    rows: tuple[Row, ...]


def linked_rows(blocks: Sequence[Block]) -> Iterator[Rows]:
    """All rows of the blocks, those of one make and element together.

    Each has a heading, or a linked headline and a text. Bare rows, which have no element of their own, follow each
    other, and are all that linked headings of their look head in their element.
    """
    found: dict[tuple[Place, tuple[str, str | None], bool], list[Row]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if _may_head(block):
            place = _element_around(number, blocks)
            row = _bare(number, blocks) if place is None else _enclosed(place, number, blocks)
            if row is not None:
                holder = block.place.container if place is None else place.parent or place
                found[holder, block.place.signature, place is None].append(row)
    heads = Counter((block.place.container, block.place.signature) for block in blocks if _is_linked_heading(block))
    for (place, look, is_bare), rows in found.items():
        if not is_bare or (heads[place, look] == len(rows) and _follow_each_other(rows)):
            yield Rows(place, tuple(rows))


def _may_head(block: Block) -> bool:
    if block.link_share < _ALL_LINKS_SHARE:
        return block.level > 1 and not block.link_share
    is_headline = len(block.text) >= _HEADLINE_LENGTH_LEAST and len(block.text.split()) >= _HEADLINE_WORDS_LEAST
    return (block.level > 1 or (is_headline and not block.level)) and not leads_within_page(block.place.node)


def _element_around(number: int, blocks: Sequence[Block]) -> Place | None:
    """The widest of the elements that hold just a row: a table's one, not its cell. None where a row is none's."""
    found, row = None, range(number, number + 1)
    for place in blocks[number].place.chain():
        inside = _blocks_within(place, number, blocks)
        if found is not None and inside != row:
            return found
        if len(inside) > _ROW_MOST or sum(len(blocks[one].text) for one in inside) > _ROW_LENGTH:
            return None
        if len(inside) > 1:
            found, row = place, inside
    return found


def _blocks_within(place: Place, number: int, blocks: Sequence[Block]) -> range:
    """The numbers of the blocks around one in an element: all, or more than a row has."""
    before = range(number - 1, max(number - 2 - _ROW_MOST, -1), -1)
    after = range(number + 1, min(number + 2 + _ROW_MOST, len(blocks)))
    first, last = (
        sum(1 for _ in takewhile(lambda one: is_within(blocks[one].place, place), side)) for side in (before, after)
    )
    return range(number - first, number + 1 + last)


def _enclosed(place: Place, number: int, blocks: Sequence[Block]) -> Row | None:
    """The row that an element is: with one headline, which is a link, or stands first beside a picture that is one or
    above a link to read on."""
    block, inside = blocks[number], _blocks_within(place, number, blocks)
    if sum(blocks[one].level > 0 for one in inside) != (block.level > 0):
        return None
    if not block.level and not any(_is_text(blocks[one]) for one in inside):
        return None
    is_pictured = _has_linked_picture(place.node)
    is_led = number == inside.start and (is_pictured or leads_on(blocks[inside.stop - 1]))
    return Row(number, inside, is_pictured) if block.link_share or is_led else None


def _bare(number: int, blocks: Sequence[Block]) -> Row | None:
    """The row of a linked heading, or a term, and a text below it, in an element that holds more; a date between."""
    block = blocks[number]
    text = number + 1
    if text < len(blocks) and len(blocks[text].text) <= _DATE_LENGTH and is_dateline(blocks[text].text):
        text += 1
    if not _is_linked_heading(block) or text >= len(blocks):
        return None
    below = blocks[text]
    is_below = below.place.container is block.place.container and (_is_text(below) or is_teaser(below, block))
    return Row(number, range(number, text + 1), is_pictured=False) if is_below else None


def _is_linked_heading(block: Block) -> bool:
    return block.link_share >= _ALL_LINKS_SHARE and (block.level > 0 or block.place.tag == "dt")


def _follow_each_other(rows: Sequence[Row]) -> bool:
    return all(one.inside.stop == other.head for one, other in pairwise(rows))


def _is_text(block: Block) -> bool:
    return (
        not block.level
        and block.link_share < _ALL_LINKS_SHARE
        and _TEXT_LENGTH <= len(block.text) <= _ROW_LENGTH
        and ENDS_SENTENCE.search(block.text) is not None
    )


def _has_linked_picture(node: LexborNode) -> bool:
    """True where the first picture in a link leads to more than itself, larger."""
    link = node.css_first("a[href]:has(img, picture)")
    return link is not None and _PICTURE_FILE.search(link.attributes.get("href") or "") is None
