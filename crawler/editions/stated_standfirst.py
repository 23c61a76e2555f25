"""The standfirst that only the head of a page tells: the line below the headline that is the stated description."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from crawler.editions.roled_block import PROSE_LENGTH, RoledBlock
from crawler.models import Role
from crawler.models.forms import match_form
from crawler.page.prose import ENDS_SENTENCE

# Below the headline stand at most a date, a byline, buttons, a caption before it.
_NEAR = 8
_TEXT_SHARE_LEAST = 2
_LENGTH_LEAST = 30  # characters


def with_stated_standfirst(roled: list[RoledBlock], description: str | None) -> list[RoledBlock]:
    """The line below the headline that is the stated description is the standfirst, apart from the text and where none
    is told otherwise.

    A site may describe an article by its first paragraph: what stands in one element with the text is text.
    """
    headline = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), None)
    if headline is None or not description or len(description) < _LENGTH_LEAST:
        return roled
    near = range(headline + 1, min(headline + 1 + _NEAR, len(roled)))
    if any(roled[place].role is Role.STANDFIRST for place in near):
        return roled
    stated = match_form(description)
    found = next((place for place in near if _may_be(roled[place]) and match_form(roled[place].text) == stated), None)
    if found is None or _is_of_text(roled[found], roled[found + 1 :]):
        return roled
    block = replace(roled[found].block, unlikely=False)
    standfirst = replace(roled[found], role=Role.STANDFIRST, block=block)
    return [standfirst if place == found else one for place, one in enumerate(roled)]


def _may_be(one: RoledBlock) -> bool:
    return one.role is Role.PARAGRAPH and not one.block.link_share


def _is_of_text(one: RoledBlock, following: Sequence[RoledBlock]) -> bool:
    """True where the first text that follows stands as the line does, with no byline or date before it.

    Where little follows, as at a wall, the line is the text.
    """
    texts = [other for other in following if other.role is Role.PARAGRAPH and _is_prose(other)]
    if sum(len(other.text) for other in texts) < _TEXT_SHARE_LEAST * len(one.text):
        return True
    between = takewhile(lambda other: other is not texts[0], following)
    if any(other.role in (Role.BYLINE, Role.DATELINE) for other in between):
        return False
    place, text = one.block.place, texts[0].block.place
    return text.container is place.container or text.path == place.path


def _is_prose(one: RoledBlock) -> bool:
    is_likely = not one.block.level and not one.block.unlikely
    return is_likely and (len(one.text) >= PROSE_LENGTH or ENDS_SENTENCE.search(one.text) is not None)
