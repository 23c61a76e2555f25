"""The standfirst of an edition, where it is set off from the text or stands before it."""

import re
from dataclasses import replace

from crawler.editions.roled_block import PROSE_LENGTH, RoledBlock
from crawler.models import Role
from crawler.page.prose import ENDS_SENTENCE, is_set_off

_STANDFIRST_LENGTH = 500  # characters
KICKER_LENGTH = 60
"""Characters of a line that names the section, at most."""
_LINE_LENGTH = 80
_DECK_WORDS = 3
# A place, an agency in brackets and a dash open the text of a wire story, however it is set.
WIRE_OPENING = re.compile(r"^[^.!?؟]{2,60}?\s*[(（][^)]{2,30}[)）]\s*(?:--|[-–—])")


def join_standfirst(own: list[RoledBlock]) -> list[RoledBlock]:
    """The lines of one heading that begins as a standfirst are one."""
    result: list[RoledBlock] = []
    for one in own:
        last = result[-1] if result else None
        if last is not None and _goes_on_standfirst(last, one):
            result[-1] = replace(last, text=f"{last.text} {one.text}")
        else:
            result.append(one)
    return result


def _goes_on_standfirst(last: RoledBlock, one: RoledBlock) -> bool:
    if last.role is not Role.STANDFIRST or not one.block.level or one.block.place is not last.block.place:
        return False
    return one.role in (Role.STANDFIRST, Role.PARAGRAPH) and len(last.text) + len(one.text) < _STANDFIRST_LENGTH


def set_off_standfirst(own: list[RoledBlock]) -> list[RoledBlock]:
    """The first text after the headline, where it is set off from two paragraphs that look alike and follow it."""
    roles = [one.role for one in own]
    if Role.STANDFIRST in roles or Role.HEADLINE not in roles:
        return own
    texts = [place for place, role in enumerate(roles) if role is Role.PARAGRAPH]
    if not texts or texts[0] < roles.index(Role.HEADLINE):
        return own
    first, following = own[texts[0]], [own[place] for place in texts[1:]]
    if len(first.text) > _STANDFIRST_LENGTH or first.text.endswith((":", "،", ",")) or WIRE_OPENING.match(first.text):
        return own
    if first.block.level and (
        len(first.text.split()) < _DECK_WORDS or any(one.block.level == first.block.level for one in following)
    ):
        return own  # a subheading, as those that follow
    bare = [one for one in following if not one.block.level]
    is_told = bool(first.block.level or ENDS_SENTENCE.search(first.text))
    # A line of the writer and the hour may stand between: it is none of the text.
    likely = [one for one in bare if not one.block.unlikely] if is_told else []
    if not (_is_set_off_from(first, bare) or _is_set_off_from(first, likely)):
        return own
    return [replace(one, role=Role.STANDFIRST) if one is first else one for one in own]


def _is_set_off_from(first: RoledBlock, following: list[RoledBlock]) -> bool:
    """True where the first two that follow look alike, and the first one does not; False for fewer than two."""
    if len(following) < 2:
        return False
    second, third = following[:2]
    return is_set_off(first.block, second.block) and not is_set_off(second.block, third.block)


def standfirst_before_text(own: list[RoledBlock]) -> list[RoledBlock]:
    """What is called a standfirst but follows a paragraph of the text, which is below the headline, is a paragraph."""
    start = next((place for place, one in enumerate(own) if one.role is Role.HEADLINE), 0)
    texts = [
        place
        for place, one in enumerate(own)
        if place >= start and one.role is Role.PARAGRAPH and not _is_stray_line(one)
    ]
    first = min(texts, default=len(own))
    return [
        replace(one, role=Role.PARAGRAPH) if one.role is Role.STANDFIRST and place > first else one
        for place, one in enumerate(own)
    ]


def _is_stray_line(one: RoledBlock) -> bool:
    """True for a line that is no text and heads none: a second headline, a kicker, a credit, an offer."""
    if one.text.endswith(":") or len(one.text) >= PROSE_LENGTH:
        return False
    if ENDS_SENTENCE.search(one.text):
        return one.block.unlikely and len(one.text) < _LINE_LENGTH
    return one.block.unlikely or (len(one.text) < KICKER_LENGTH and not one.block.level)
