"""Lines that a page prints twice: its headline on a card or in the text, a caption beside the picture and below it."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.blocks import Block
from crawler.models import Role
from crawler.prose import is_sentence
from crawler.roled_block import RoledBlock


def cut_repeated_headline(roled: list[RoledBlock]) -> list[RoledBlock]:
    """The headline printed twice (a breadcrumb, a card) is a headline once; the others are residue.

    A question of the text that asks what the headline asks is a paragraph: headings of its look stand in the text.
    """
    seen: set[str] = set()
    result = []
    for number, one in enumerate(roled):
        repeated = one.role is Role.HEADLINE and one.text in seen
        if one.role is Role.HEADLINE:
            seen.add(one.text)
        role = Role.PARAGRAPH if repeated and _is_heading_of_text(number, roled) else None
        result.append(replace(one, role=role) if repeated else one)
    return result


def _is_heading_of_text(number: int, roled: Sequence[RoledBlock]) -> bool:
    """True for a lower heading between paragraphs, like another heading that stands in one element with it."""
    block = roled[number].block
    beside = [one for one in roled if one.block.place.container is block.place.container]
    before, after = roled[:number], roled[number + 1 : number + 2]
    if block.level < 2 or not any(_is_text(one, block) for one in before):
        return False
    if not any(_is_text(one, block) for one in after):
        return False
    return any(
        one.block is not block and one.role is Role.PARAGRAPH and one.block.place.signature == block.place.signature
        for one in beside
    )


def _is_text(one: RoledBlock, beside: Block) -> bool:
    """True for what is surely a paragraph of the text, in one element with another block."""
    is_paragraph = one.role is Role.PARAGRAPH and one.block.sure and not one.block.level
    return is_paragraph and one.block.place.container is beside.place.container


def cut_repeated_captions(roled: list[RoledBlock]) -> list[RoledBlock]:
    """A sentence that says what a caption says is that caption once more: residue."""
    captions = {one.text for one in roled if one.role is Role.CAPTION}
    return [
        replace(one, role=None)
        if one.role is Role.PARAGRAPH and one.text in captions and is_sentence(one.block)
        else one
        for one in roled
    ]
