"""Lines that a page prints twice: its headline on a card or in the text, a caption beside the picture and below it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from crawler.editions.roled_block import RoledBlock
from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.places import Place
from crawler.page.prose import is_sentence


def cut_repeated_headline(roled: list[RoledBlock]) -> list[RoledBlock]:
    """The headline printed twice (a breadcrumb, a card) is a headline once; the others are residue.

    A question of the text that asks what the headline asks is a paragraph: headings of its look stand in the text.
    """
    seen: set[str] = set()
    text = _TextByElement(roled)
    result = []
    for one, after in zip_longest(roled, roled[1:]):
        repeated = one.role is Role.HEADLINE and one.text in seen
        role = one.role
        if repeated:
            role = Role.PARAGRAPH if after is not None and text.goes_on(one.block, after) else None
        if one.role is Role.HEADLINE:
            seen.add(one.text)
        text.add(one)
        result.append(replace(one, role=role) if repeated else one)
    return result


class _TextByElement:
    """In which elements headings of the text stand, and in which paragraphs of it have stood so far."""

    def __init__(self, roled: Sequence[RoledBlock]) -> None:
        self._paragraphs: set[Place] = set()
        headings = (one.block.place for one in roled if one.role is Role.PARAGRAPH and one.block.level)
        self._headings = {(place.container, place.signature) for place in headings}

    def add(self, one: RoledBlock) -> None:
        """Take note of the next line."""
        if one.role is Role.PARAGRAPH and one.block.sure and not one.block.level:
            self._paragraphs.add(one.block.place.container)

    def goes_on(self, heading: Block, after: RoledBlock) -> bool:
        """True for a lower heading between paragraphs of one element, where another of its look stands."""
        place = heading.place
        if heading.level < 2 or place.container not in self._paragraphs:
            return False
        if after.role is not Role.PARAGRAPH or after.block.level or after.block.place.container is not place.container:
            return False
        return after.block.sure and (place.container, place.signature) in self._headings


def cut_repeated_captions(roled: list[RoledBlock]) -> list[RoledBlock]:
    """A sentence that says what a caption says is that caption once more: residue."""
    captions = {one.text for one in roled if one.role is Role.CAPTION}
    return [
        replace(one, role=None)
        if one.role is Role.PARAGRAPH and one.text in captions and is_sentence(one.block)
        else one
        for one in roled
    ]
