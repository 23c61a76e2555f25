"""Lines that a page breaks in mid-sentence, put together again."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from crawler.page.blocks import Block, PageBlocks, PictureBlock

# A line that ends so is whole; the next one after a <br> begins a block of its own.
_ENDS_LINE = re.compile(r"[.!?؟…۔:”\"»)\]]\s*$")
_SOFT_WRAP = re.compile(r"^[a-z]")


def join_soft_wraps(blocks: Sequence[Block], pictures: Sequence[PictureBlock]) -> PageBlocks:
    """Blocks and pictures as they stand on a page, lines broken by <br> in mid-sentence as one block each."""
    lines = _soft_wrapped(blocks)
    if len(lines) == len(blocks):
        return PageBlocks(tuple(blocks), tuple(pictures))
    starts = [0, *accumulate(map(len, lines))]
    placed = (replace(picture, after=bisect_left(starts, picture.after)) for picture in pictures)
    return PageBlocks(tuple(_joined(parts) if len(parts) > 1 else parts[0] for parts in lines), tuple(placed))


def _soft_wrapped(blocks: Sequence[Block]) -> list[list[Block]]:
    """Lines broken by <br> in mid-sentence go together: the first does not end, the next begins in lower case."""
    lines: list[list[Block]] = []
    last: Block | None = None
    for block in blocks:
        if last is not None and last.place is block.place and _wraps_into(last, block):
            lines[-1].append(block)
        else:
            lines.append([block])
        last = block
    return lines


def _joined(lines: Sequence[Block]) -> Block:
    return replace(lines[0], text=" ".join(line.text for line in lines))


def _wraps_into(one: Block, other: Block) -> bool:
    """True where a line goes on in the next one of the same element."""
    return (
        not one.piece
        and not other.piece
        and _SOFT_WRAP.match(other.text) is not None
        and not _ENDS_LINE.search(one.text)
    )
