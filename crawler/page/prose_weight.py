"""How much running text a block holds, by itself."""

import re

from crawler.page.blocks import Block

# A run of text shorter than this is prose only where it ends as a sentence does.
_PROSE_LENGTH = 60
_SHORTEST = 20
_LINK_SHARE_MOST = 0.35
_ENDS = re.compile(r"[.!?؟…۔。！？:][”\"»’')\]」』]*$")


def prose_weight(block: Block) -> int:
    """Characters of prose in the block, outside links; 0 for what is no running text."""
    length = len(block.text)
    if length < _SHORTEST or block.link_share > _LINK_SHARE_MOST or block.piece:
        return 0
    if length < _PROSE_LENGTH and not _ENDS.search(block.text):
        return 0
    return round(length * (1 - block.link_share))
