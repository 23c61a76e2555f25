"""Panels that a reader unfolds: answers under questions, steps under their names."""

from collections import defaultdict
from collections.abc import Sequence

from crawler.page.blocks import Block
from crawler.page.element_flags import HIDDEN, flags_of
from crawler.page.places import Place
from crawler.page.prose import is_sentence

# One folded part is a notice or a dialog; questions and steps are several.
_PANELS_LEAST = 2
_SENTENCES_SHARE_LEAST = 0.5


def folded_panels(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the hidden blocks in panels of which most is sentences that look like a part of the body."""
    panels: dict[Place, list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        if block.hidden and not block.furniture:
            panels[_panel_of(block)].append(number)
    read = [numbers for numbers in panels.values() if _is_text([blocks[number] for number in numbers])]
    return frozenset(number for numbers in read for number in numbers) if len(read) >= _PANELS_LEAST else frozenset()


def _panel_of(block: Block) -> Place:
    """The outermost element that is hidden around a block; its own where an inline one is."""
    hidden = [place for place in block.place.chain() if flags_of(place.attributes) & HIDDEN]
    return hidden[-1] if hidden else block.place


def _is_text(panel: Sequence[Block]) -> bool:
    sentences = sum(len(block.text) for block in panel if is_sentence(block) and not block.unlikely)
    return sentences >= _SENTENCES_SHARE_LEAST * sum(len(block.text) for block in panel)
