"""Lists that belong to the sentence before them, whatever they consist of."""

from collections.abc import Sequence

from crawler.page.blocks import Block

# What leads to a list is a sentence: a label ("More on this:") is shorter.
_LEADING_LENGTH = 60
_LEADING_LINKS_MOST = 0.5


def entries_of_text(blocks: Sequence[Block]) -> frozenset[int]:
    """The entries of lists that a paragraph of the text ending in a colon leads to: they are text, links or not."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        leads = block.text.endswith(":") and len(block.text) >= _LEADING_LENGTH and not block.furniture
        if not leads or block.level or block.unlikely or block.link_share > _LEADING_LINKS_MOST:
            continue
        for entry in range(number + 1, len(blocks)):
            one = next((place for place in blocks[entry].place.chain() if place.tag in ("ul", "ol")), None)
            if one is None or one.parent is not block.place.container:
                break
            found.add(entry)
    return frozenset(found)
