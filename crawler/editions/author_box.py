"""The box below an article that tells who wrote it: a label or a portrait, a name, a line about the writer."""

import re
from collections.abc import Sequence
from itertools import pairwise

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


def boxed_name(blocks: Sequence[Block]) -> int | None:
    """The number of the line that names the writer in a box below the text; None where there is no such box."""
    last = max((number for number, block in enumerate(blocks) if _is_prose(block)), default=len(blocks))
    for number, (before, block) in enumerate(pairwise(blocks), start=1):
        if number > last and _is_named(block) and (BYLINE_LABEL.match(before.text) or _is_in_box(block)):
            return number
    return None


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
