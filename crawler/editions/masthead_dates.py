"""The date in a site's masthead: today's on every page, and no article's."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.editions.roled_block import RoledBlock
from crawler.models import Role
from crawler.page.places import common_place

_LINKED = 0.8
# A section and a tag or two may stand between an article's date and its headline; more links are a menu.
_MENU_LINKS = 3


def without_masthead_date(roled: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks of a page, a date line above them residue where a menu parts it from the headline."""
    start = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), 0)
    parted = {place for place in range(start) if roled[place].role is Role.DATELINE and _is_parted(roled, place, start)}
    return [replace(one, role=None) if place in parted else one for place, one in enumerate(roled)]


def _is_parted(roled: Sequence[RoledBlock], place: int, start: int) -> bool:
    """True where links stand between date and headline that are no nearer to the date than the headline is.

    In the element that holds the text's paragraphs they are buttons to share it.
    """
    date = roled[place].block.place
    around = common_place(date, roled[start].block.place)
    if around.tag != "body" and any(one.block.sure and one.block.place.parent is around for one in roled[start + 1 :]):
        return False
    links = (one.block for one in roled[place + 1 : start] if one.block.link_share > _LINKED)
    return sum(common_place(date, link.place) is around for link in links) >= _MENU_LINKS
