"""What boxes beside an article's text are told by: the blocks in one element, and which of them are prose."""

from collections.abc import Sequence
from itertools import takewhile

from crawler.page.blocks import Block
from crawler.page.places import Place, is_within
from crawler.page.prose import ENDS_SENTENCE

_PROSE_LENGTH = 60  # characters


def blocks_within(place: Place, number: int, blocks: Sequence[Block]) -> range:
    """The numbers of the blocks of the element that holds block `number`, from its first to its last."""
    before = takewhile(lambda one: is_within(blocks[one].place, place), range(number - 1, -1, -1))
    after = takewhile(lambda one: is_within(blocks[one].place, place), range(number + 1, len(blocks)))
    return range(number - sum(1 for _ in before), number + 1 + sum(1 for _ in after))


def is_prose(block: Block) -> bool:
    """True for a sentence of some length that is not known to be furniture."""
    return len(block.text) >= _PROSE_LENGTH and not block.furniture and ENDS_SENTENCE.search(block.text) is not None
