"""An article whose two scripts stand each in a place of its own: either is judged as if the page had no other."""

from collections.abc import Iterable, Mapping

from crawler.finding.body_model import judge_blocks
from crawler.finding.main_place import find_in_script, is_in_arabic
from crawler.finding.page_shape import PageShape
from crawler.finding.page_view import PageView
from crawler.languages import EDITION_SHARE_LEAST
from crawler.page.places import Place, is_within

# What one language quotes of the other is no side.
_QUOTING = frozenset({"blockquote", "figure"})

Sides = Mapping[bool, Place]
"""The place of what is in Arabic script (True) and of the rest (False)."""


def sides_apart(shape: PageShape, main: Place) -> Sides:
    """The places within the main one that hold a script each, and nothing of each other; empty where there are none."""
    if not shape.has_arabic:
        return {}
    letters = shape.letters_in(main)
    fewer, more = sorted((letters.arabic, letters.other))
    if fewer < EDITION_SHARE_LEAST * more:
        return {}
    found = {is_arabic: find_in_script(shape, is_arabic=is_arabic) for is_arabic in (True, False)}
    sides = {is_arabic: place for is_arabic, place in found.items() if place is not None and is_within(place, main)}
    if len(sides) < 2 or is_within(sides[True], sides[False]) or is_within(sides[False], sides[True]):
        return {}
    return {} if any(one.tag in _QUOTING for side in sides.values() for one in side.chain()) else sides


def views_of_sides(view: PageView, sides: Sides) -> Mapping[bool, PageView]:
    """The page as seen from each side, without the prose of the other."""
    shape = view.shape
    prose = dict.fromkeys(sides, 0)
    for number, one in enumerate(shape.prose):
        if one and sides:
            prose[is_in_arabic(shape.blocks[number])] += one
    return {
        is_arabic: PageView(shape, place, view.headline, view.witnesses, prose[is_arabic])
        for is_arabic, place in sides.items()
    }


def judge_on_sides(numbers: Iterable[int], view: PageView, views: Mapping[bool, PageView]) -> dict[int, float]:
    """How likely each of the blocks is of the body: of the main place's, as seen from the side whose script it is in.

    What stands beyond the main place is no nearer to either side than to both.
    """
    wanted = sorted(numbers)
    beyond = [number for number in wanted if not views or number not in view.inside]
    judged = judge_blocks(beyond, view)
    for is_arabic, its in views.items():
        own = (n for n in wanted if n in view.inside and is_in_arabic(view.shape.blocks[n]) == is_arabic)
        judged |= judge_blocks(own, its)
    return judged
