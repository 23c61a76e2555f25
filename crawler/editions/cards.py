"""Cards that lead to other articles: a linked headline over a line of its text, one card beside the other."""

from collections import defaultdict
from collections.abc import Sequence

from crawler.editions.box_blocks import blocks_within, is_prose
from crawler.page.blocks import Block
from crawler.page.link_addresses import leads_within_page
from crawler.page.places import Place, is_within

_ALL_LINKS_SHARE = 0.97
_CARD_MOST = 4  # lines: a section, the headline, a line of text, a date
_CARD_LENGTH = 420  # characters
_CARDS_LEAST = 2
# Cards say so many times what the article says, at most; a list of things that link to their makers says more.
_CARDS_SHARE_MOST = 3


def cards(blocks: Sequence[Block], shown: str | None) -> frozenset[int]:
    """The numbers of the blocks of two cards and more in one element, with the heading over them; of one card where it
    stands above `shown`, the headline.

    The element holds none of the article's own text, and the page has some outside it.
    """
    headline = next((number for number, block in enumerate(blocks) if block.text == shown), 0)
    rows: dict[Place, list[range]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.level > 1 and block.link_share >= _ALL_LINKS_SHARE and not leads_within_page(block.place.node):
            card = _card_of(number, blocks)
            if card is not None:
                place, inside = card
                if place.parent is not None:
                    rows[place.parent].append(inside)
    total = sum(len(block.text) for block in blocks if is_prose(block))
    found: set[int] = set()
    for row, own in rows.items():
        members = {number for one in own for number in one}
        said = sum(len(blocks[number].text) for number in members if is_prose(blocks[number]))
        is_above = own[-1].stop <= headline
        if (len(own) >= _CARDS_LEAST or is_above) and said <= _CARDS_SHARE_MOST * (total - said):
            found.update(_with_heading(row, members, blocks))
    return frozenset(found)


def _card_of(number: int, blocks: Sequence[Block]) -> tuple[Place, range] | None:
    """The element of one card and its blocks: the smallest around the linked heading that holds more than that."""
    for place in blocks[number].place.around:
        inside = blocks_within(place, number, blocks)
        if len(inside) > _CARD_MOST or sum(len(blocks[one].text) for one in inside) > _CARD_LENGTH:
            return None
        if len(inside) > 1:
            heads = sum(blocks[one].level > 0 for one in inside)
            return (place, inside) if heads == 1 and number + 1 in inside else None
    return None


def _with_heading(row: Place, inside: set[int], blocks: Sequence[Block]) -> set[int]:
    """The cards and the line over them in their element; nothing where other text stands in it."""
    others = [
        number
        for number in range(min(inside), max(inside) + 1)
        if number not in inside and is_within(blocks[number].place, row)
    ]
    first = min(inside)
    if first and is_within(blocks[first - 1].place, row) and not is_prose(blocks[first - 1]):
        inside = {*inside, first - 1}
    return set() if any(is_prose(blocks[number]) for number in others) else inside
