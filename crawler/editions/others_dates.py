"""Date lines in an article's part of the page that are not the article's: a masthead's, a card's, an event's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from crawler.calendar.dates_of_others import is_with_headline
from crawler.editions.roled_block import PROSE_LENGTH, RoledBlock
from crawler.editions.time_elements import is_update_label_alone
from crawler.languages import block_language
from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.names import is_name
from crawler.page.places import Place, common_place, is_within
from crawler.page.prose import ENDS_SENTENCE, is_quoted

_LINKED = 0.8
# A section and a tag or two may stand between an article's date and its headline; more links are a menu.
_MENU_LINKS = 3
# A link of fewer words is a writer, a section or a tag.
_STORY_WORDS = 4
# So many of the first and of the last date lines may be an article's.
_FRAME = 8
# So many date lines in one box are those of a list.
_LISTED = 3
_SENTENCE_LENGTH = 60  # characters
_LETTER = re.compile(r"[^\W\d_]")
_TEXT_ROLES = (Role.PARAGRAPH, Role.STANDFIRST)


def without_others_dates(roled: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks of a page, the date lines of others residue, those of what the text tells of paragraphs.

    Above the headline those with another headline or that a menu parts from it; below the first paragraph those in a
    part of the text that leads to other stories. One there below a heading of the text's own is of the text.
    """
    start = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), 0)
    dates = [place for place, one in enumerate(roled) if one.role is Role.DATELINE]
    published = [place for place in dates if not _is_of_change(roled, place)]
    result = list(roled)
    # No date line of an article stands deep in it.
    for place in {*dates[:_FRAME], *dates[-_FRAME:]}:
        is_of_change = bool(published) and _is_of_change(roled, place)
        role = None if is_of_change else _role_of_date(roled, place, start)
        result[place] = replace(roled[place], role=role)
    return result


def _role_of_date(roled: Sequence[RoledBlock], place: int, start: int) -> Role | None:
    if place < start:
        return None if _is_parted(roled, place, start) else Role.DATELINE
    before = next((roled[one].block for one in range(place - 1, start - 1, -1) if _is_text(roled[one])), None)
    if before is None:
        return Role.DATELINE
    date = roled[place].block
    if is_quoted(date):
        return None
    part = _part_apart(date.place, before.place)
    return _role_in_part(roled, place, start, part, before) if part is not None else Role.DATELINE


def _role_in_part(roled: Sequence[RoledBlock], place: int, start: int, part: Place, before: Block) -> Role | None:
    """The role of a date in a part of the page below some text."""
    inside = [one for one in roled[start:] if is_within(one.block.place, part)]
    above = list(takewhile(lambda one: one is not roled[place], inside))
    # In a part with a text of its own, or below a heading in another script, stands the other side.
    spoken = {block_language(one.text) for one in above if _is_heading(one.block)}
    if any(map(_is_text, inside)) or not spoken <= {block_language(before.text)}:
        return Role.DATELINE
    if _leads_elsewhere(above):
        return None
    if any(map(_is_text, roled[place:])):
        return Role.PARAGRAPH if spoken else Role.DATELINE
    is_list = sum(one.role is Role.DATELINE for one in inside) >= _LISTED and part.node.css_first("a[href]") is not None
    return None if is_list else Role.DATELINE


def _is_of_change(roled: Sequence[RoledBlock], place: int) -> bool:
    return place > 0 and is_update_label_alone(roled[place - 1].block)


def _is_parted(roled: Sequence[RoledBlock], place: int, start: int) -> bool:
    """True where a date is with another headline, or links stand between it and the headline that are no nearer to it
    than the headline is; in the element that holds the text's paragraphs they are buttons to share it."""
    date = roled[place].block.place
    if is_with_headline(date.node, roled[start].block.place.node):
        return True
    around = common_place(date, roled[start].block.place)
    if around.tag != "body" and any(one.block.sure and one.block.place.parent is around for one in roled[start + 1 :]):
        return False
    links = (one.block for one in roled[place + 1 : start] if one.block.link_share > _LINKED)
    return sum(common_place(date, link.place) is around for link in links) >= _MENU_LINKS


def _part_apart(date: Place, before: Place) -> Place | None:
    """The widest element around a date that does not hold the text before it; None without one."""
    holder = common_place(date, before)
    return next((one for one in date.chain() if one.parent is holder), None)


def _leads_elsewhere(above: Sequence[RoledBlock]) -> bool:
    """True where a linked heading stands above a date in its part, or a link to a story right above it."""
    beside = [one for one in above if _LETTER.search(one.text)]
    is_card = any(one.role is None and _is_heading(one.block) and one.block.link_share > _LINKED for one in above)
    return is_card or any(map(_leads_to_story, beside[-1:]))


def _is_text(one: RoledBlock) -> bool:
    is_long = len(one.text) >= PROSE_LENGTH or (len(one.text) >= _SENTENCE_LENGTH and ENDS_SENTENCE.search(one.text))
    return one.role in _TEXT_ROLES and bool(is_long) and not one.block.level


def _leads_to_story(one: RoledBlock) -> bool:
    words = len(one.text.split())
    return (
        one.role is not Role.BYLINE
        and one.block.link_share > _LINKED
        and words >= _STORY_WORDS
        and not is_name(one.text)
    )


def _is_heading(block: Block) -> bool:
    """True for a heading that is no writer's name and no label of the date."""
    return block.level > 0 and not block.text.endswith((":", "：")) and not is_name(block.text)
