"""Headings of an article's own parts that are links: to a maker, a restaurant, a report, an entry's own page."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from crawler.page.blocks import Block

_ALL_LINKS_SHARE = 0.97
_HEADS_LEAST = 2


def linked_heads(blocks: Sequence[Block], others: Collection[int]) -> frozenset[int]:
    """The numbers of linked headings of one look, each right above a text of the article.

    One of them looks like a part of the body itself, or they lead to other sites, or those texts are most of all;
    `others` are the blocks of other articles.
    """
    total = sum(len(block.text) for block in blocks if block.sure and not (block.level or block.furniture))
    alike: dict[object, list[int]] = defaultdict(list)
    for number, (head, below) in enumerate(pairwise(blocks)):
        if number not in others and _is_linked_heading(head) and _is_text(below, least_sure=not head.offsite):
            alike[head.place.path].append(number)
    return frozenset(
        number
        for heads in alike.values()
        if len(heads) >= _HEADS_LEAST and (_is_told(heads, blocks) or _length_below(heads, blocks) > total / 2)
        for number in heads
    )


def _is_told(heads: Sequence[int], blocks: Sequence[Block]) -> bool:
    return any(blocks[one].sure or blocks[one].offsite for one in heads)


def _length_below(heads: Sequence[int], blocks: Sequence[Block]) -> int:
    return sum(len(blocks[one + 1].text) for one in heads)


def _is_text(block: Block, *, least_sure: bool) -> bool:
    return not (block.level or block.furniture or block.unlikely) and (block.sure or not least_sure)


def _is_linked_heading(block: Block) -> bool:
    return block.level > 1 and block.link_share >= _ALL_LINKS_SHARE and not block.furniture
