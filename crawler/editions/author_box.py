"""The box below an article that tells who wrote it: a label or a portrait, a name, a line about the writer."""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.languages import block_language
from crawler.page.blocks import Block
from crawler.page.furniture import BYLINE_LABEL, BYLINE_WORDS
from crawler.page.names import is_name
from crawler.page.places import Place

_NAME_LENGTH = 60  # characters
_PROSE_LENGTH = 80
# Names of boxes that are about other articles' writers, or about readers who write.
_OTHERS = re.compile(r"related|recommend|comment|card|teaser|sidebar|latest|popular|more[-_]|list", re.IGNORECASE)
_BOX = re.compile(
    r"(?:author|writer|post[-_]?author)[-_]*(?:bio|box|info|about|description|details|block|section|name)",
    re.IGNORECASE,
)
# A box within this many elements around the name.
_LEVELS_MOST = 4


def boxed_names(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the lines that name the writer in a box below the text, or below the text in the name's script.

    The first in each script counts; none where there is no such box.
    """
    prose = [(number, block_language(block.text)) for number, block in enumerate(blocks) if _is_prose(block)]
    last = max((number for number, _ in prose), default=len(blocks))
    last_in = {script: number for number, script in prose}
    found: dict[str | None, int] = {}
    for number, (before, block) in enumerate(pairwise(blocks), start=1):
        if number > min(last_in.values(), default=last) and _is_named(block):
            script = block_language(block.text)
            is_below = number > last_in.get(script, last)
            if is_below and (BYLINE_LABEL.match(before.text) or _is_in_box(block)):
                found.setdefault(script, number)
    return frozenset(found.values())


def _is_prose(block: Block) -> bool:
    return not block.furniture and len(block.text) >= _PROSE_LENGTH


def _is_named(block: Block) -> bool:
    return len(block.text) <= _NAME_LENGTH and is_name(block.text) and not any(map(_is_of_others, _around(block.place)))


def _is_in_box(block: Block) -> bool:
    return bool(block.names & BYLINE_WORDS) and any(_BOX.search(place.called) for place in _around(block.place))


def _is_of_others(place: Place) -> bool:
    return bool(place.attributes) and bool(_OTHERS.search(place.called))


def _around(place: Place) -> list[Place]:
    return [one for one, _ in zip(place.chain(), range(_LEVELS_MOST), strict=False)]
