"""Parts of a page that a label heads: related articles, advertisements, about the writer, where to subscribe."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, takewhile

from crawler.page.blocks import Block
from crawler.page.furniture import BOX_LABEL, SECTION_LABEL
from crawler.page.machine_summaries import is_machine_summary_note
from crawler.page.places import Place, is_within
from crawler.page.reader_notices import is_reader_notice

# A box that a label heads (related, advertisement) is a small part of the article's part of the page.
_BOX_SHARE_MOST = 0.2
# What is said of the writer may be nearly as long as a short article.
_SIGNED_SHARE_MOST = 0.45
_SUMMARY_LENGTH_LEAST = 60  # characters
# Under a label among the paragraphs stand so many at most, at the text's end: who wrote it, where to subscribe.
_SECTION_MOST = 4
# A list that leads away has so many entries at least, so much of each a link.
_LINKS_LEAST, _LINKS_SHARE = 2, 0.5
_SECTION_END = 0.6
# A box to sign up in has a heading and at most so many lines.
_SIGN_UP_MOST = 6
_LINE_LENGTH = 160  # characters
_LABEL_LENGTH = 40
_SOURCES = re.compile(
    r"^\W*(?:(?:article|further)\s)?(?:sources?|references|links|quellen|(?:ال)?(?:مصادر|مراجع|روابط))\W*$",
    re.IGNORECASE,
)


def labelled_boxes(blocks: Sequence[Block], shown: str | None) -> frozenset[int]:
    """The blocks of small boxes that begin with a label such as "Related" or "Advertisement".

    A heading right above a list of links that are no part of the body is one, whatever it says; so is one that opens
    an element all of whose rest is furniture. What stands with a notice to readers and a button under one heading in a
    small element of its own is a box, too. What holds the headline that the page shows is its header, and no box.
    """
    heads = {
        number for number in range(len(blocks)) if _heads_links(number, blocks) or _heads_furniture(number, blocks)
    }
    lower = (number for number, block in enumerate(blocks) if block.level > 1 and block.text != shown)
    heads.update(chain.from_iterable(_sign_up_box(number, blocks) for number in lower))
    heads.update(chain.from_iterable(_addresses_below(number, blocks) for number in range(len(blocks))))
    labels = [number for number, block in enumerate(blocks) if BOX_LABEL.match(block.text)]
    notes = [number for number, block in enumerate(blocks) if is_machine_summary_note(block.text)]
    if not (labels or notes):
        return frozenset(heads)
    members: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        for place in block.place.chain():
            members[id(place)].append(number)
    total = sum(len(block.text) for block in blocks)
    boxed = heads.union(*(_summary_around(number, members, blocks, total) for number in notes))
    for number in labels:
        box = _box_of(blocks[number].place, number, members, blocks)
        if any(blocks[member].text == shown for member in box):
            box = [number]
        share = _SIGNED_SHARE_MOST if SECTION_LABEL.match(blocks[number].text) else _BOX_SHARE_MOST
        if sum(len(blocks[member].text) for member in box) <= share * total:
            boxed.update(box)
    return frozenset(boxed)


def _summary_around(number: int, members: dict[int, list[int]], blocks: Sequence[Block], total: int) -> Sequence[int]:
    """What the innermost element holds that holds more than the note that a machine made it; nothing in the text."""
    for outer in blocks[number].place.chain():
        inside = members[id(outer)]
        length = sum(len(blocks[member].text) for member in inside)
        if length >= len(blocks[number].text) + _SUMMARY_LENGTH_LEAST:
            is_small = length <= _SIGNED_SHARE_MOST * total
            return inside if is_small and not any(blocks[member].level == 1 for member in inside) else ()
    return ()


def _box_of(place: Place, number: int, members: dict[int, list[int]], blocks: Sequence[Block]) -> list[int]:
    """What the innermost element holds that holds more than the label, where the label is its first block."""
    for outer in place.chain():
        inside = members[id(outer)]
        if len(inside) > 1:
            return inside if inside[0] == number else [number, *_section_after(number, inside, blocks)]
    return [number]


def _section_after(number: int, inside: Sequence[int], blocks: Sequence[Block]) -> list[int]:
    """What stands under a heading that is such a label, up to the next heading, near the end of the text."""
    level, start = blocks[number].level, bisect_right(inside, number)
    if not level or not SECTION_LABEL.match(blocks[number].text) or start < _SECTION_END * len(inside):
        return []
    following = inside[start : start + _SECTION_MOST + 1]
    section = [*takewhile(lambda one: not 0 < blocks[one].level <= level, following)]
    return section if len(section) <= _SECTION_MOST else []


def _heads_links(number: int, blocks: Sequence[Block]) -> bool:
    """True for a lower heading right before a list of several entries, none likely of the body, all mostly links."""
    if blocks[number].level < 2 or number + 1 == len(blocks) or blocks[number + 1].place.tag != "li":
        return False
    entries = blocks[number + 1].place.parent
    if entries is None or entries.parent is not blocks[number].place.parent:
        return False
    own = [*takewhile(lambda block: entries in block.place.chain(), blocks[number + 1 :])]
    return len(own) >= _LINKS_LEAST and all(one.unlikely and one.link_share >= _LINKS_SHARE for one in own)


def _heads_furniture(number: int, blocks: Sequence[Block]) -> bool:
    """True for a lower heading that opens an element, called furniture, of which all other blocks are furniture."""
    box = blocks[number].place.parent
    if blocks[number].level < 2 or box is None or not box.is_called_furniture or number + 1 == len(blocks):
        return False
    if number and is_within(blocks[number - 1].place, box):
        return False
    rest = [*takewhile(lambda block: is_within(block.place, box), blocks[number + 1 :])]
    return bool(rest) and all(block.furniture for block in rest)


def _addresses_below(number: int, blocks: Sequence[Block]) -> Iterable[int]:
    """A label for sources and the lines below it that are nothing but addresses: none of them is a sentence of text."""
    if len(blocks[number].text) > _LABEL_LENGTH or not _SOURCES.match(blocks[number].text):
        return ()
    lines = [*takewhile(lambda block: all("://" in word for word in block.text.split()), blocks[number + 1 :])]
    return range(number, number + 1 + len(lines)) if lines else ()


def _sign_up_box(number: int, blocks: Sequence[Block]) -> Iterable[int]:
    """The blocks of the element that a lower heading opens, where one is a notice to readers and another a button, all
    are such notices, or a field waits for an address."""
    box = blocks[number].place.parent
    if box is None or (number and is_within(blocks[number - 1].place, box)):
        return ()
    rest = [*takewhile(lambda block: is_within(block.place, box), blocks[number + 1 : number + 1 + _SIGN_UP_MOST])]
    inside = range(number, number + 1 + len(rest))
    is_whole = inside.stop == len(blocks) or not is_within(blocks[inside.stop].place, box)
    notices = [is_reader_notice(block.text) for block in rest] if is_whole else []
    is_short = all(is_one or len(block.text) < _LINE_LENGTH for is_one, block in zip(notices, rest, strict=False))
    if not (rest and is_whole and is_short):
        return ()
    asks = "button" if any(notices) else 'input[type="email"]'
    return inside if all(notices) or box.node.css_first(asks) is not None else ()
