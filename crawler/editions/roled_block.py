"""A block of an edition with what it is, and where in the edition its text begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.prose import ENDS_SENTENCE

PROSE_LENGTH = 120
"""Characters; a line of this length is prose, whatever it looks like."""


@dataclass(slots=True)
class RoledBlock:
    """A block with what it is; `role` None is residue. Never changed, and not frozen for the reason `Block` is not."""

    text: str
    role: Role | None
    block: Block
    label: str | None = None
    """A label cut from its front ("Pic:", "Published:"): residue of its own."""


def first_prose(own: Sequence[RoledBlock]) -> int:
    """Where the text begins: the first paragraph that is long or a sentence in no heading; the end without one."""
    return next(
        (
            place
            for place, one in enumerate(own)
            if one.role is Role.PARAGRAPH
            and not one.block.level
            and (len(one.text) >= PROSE_LENGTH or ENDS_SENTENCE.search(one.text))
        ),
        len(own),
    )
