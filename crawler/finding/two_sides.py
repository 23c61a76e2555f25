"""An article whose two scripts stand each in a place of its own: either is judged as if the page had no other."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crawler.finding.beside_article import texts_beside
from crawler.finding.body_model import judge_blocks
from crawler.finding.main_place import find_in_script, find_main, is_in_arabic
from crawler.finding.page_shape import PageShape
from crawler.finding.page_view import PageView
from crawler.languages import EDITION_SHARE_LEAST, block_language, count_letters
from crawler.models import ARABIC
from crawler.page.places import Place, is_within

# What one language quotes of the other is no side.
_QUOTING = frozenset({"blockquote", "figure"})

Sides = Mapping[bool, Place]
"""The place of what is in Arabic script (True) and of the rest (False)."""


def sides_apart(shape: PageShape, main: Place) -> Sides:
    """The places within the main one that hold a script each, and nothing of each other; empty where there are none."""
    if not _holds_both(shape, main):
        return {}
    found = {is_arabic: find_in_script(shape, is_arabic=is_arabic) for is_arabic in (True, False)}
    sides = {is_arabic: place for is_arabic, place in found.items() if place is not None and is_within(place, main)}
    if len(sides) < 2 or is_within(sides[True], sides[False]) or is_within(sides[False], sides[True]):
        return {}
    return sides


def _holds_both(shape: PageShape, main: Place) -> bool:
    """True for a place with an edition's worth of each script beside what is quoted."""
    if not shape.has_arabic:
        return False
    letters = shape.letters_in(main)
    least = EDITION_SHARE_LEAST * max(letters.arabic, letters.other)
    if min(letters.arabic, letters.other) < least:
        return False
    own = [shape.blocks[number] for number in shape.numbers_in(main)]
    told = [count_letters(block.text) for block in own if not any(one.tag in _QUOTING for one in block.place.chain())]
    return min(sum(one.arabic for one in told), sum(one.other for one in told)) >= least


@dataclass(frozen=True, slots=True)
class Side:
    """The page as seen from one side, without the blocks of the other."""

    numbers: Sequence[int]
    """Of the page's blocks, those that are not of the other script."""
    view: PageView
    is_apart: bool
    """True where the sides stand in places of their own."""


def views_of_sides(view: PageView, main: Place, *, are_apart: bool) -> Mapping[bool, Side]:
    """The page as seen from each script's side, for a main place that holds an edition's worth of both; else empty."""
    shape = view.shape
    if not _holds_both(shape, main):
        return {}
    scripts = [block_language(block.text, "other") for block in shape.blocks]
    return {
        is_arabic: _side(view, scripts, "other" if is_arabic else ARABIC, is_apart=are_apart)
        for is_arabic in (True, False)
    }


def _side(view: PageView, scripts: Sequence[str | None], without: str, *, is_apart: bool) -> Side:
    kept = [number for number, script in enumerate(scripts) if script != without]
    shape = PageShape([view.shape.blocks[number] for number in kept])
    headline = None if view.headline is None else min(bisect_left(kept, view.headline), len(kept) - 1)
    is_of_side = headline is not None and view.headline in kept
    beside = texts_beside(shape, headline) if is_of_side and headline is not None else frozenset[int]()
    place = find_main(shape, headline if is_of_side else None, beside) or view.main
    return Side(kept, PageView(shape, place, headline, view.witnesses), is_apart)


def judge_on_sides(numbers: Iterable[int], view: PageView, sides: Mapping[bool, Side]) -> dict[int, float]:
    """How likely each of the blocks is of the body: of the main place's, as seen from the side whose script it is in.

    What stands beyond the main place is no nearer to either side than to both.
    """
    wanted = sorted(numbers)
    judged = judge_blocks((number for number in wanted if not sides or number not in view.inside), view)
    for is_arabic, side in sides.items():
        own = [n for n in wanted if n in view.inside and is_in_arabic(view.shape.blocks[n]) == is_arabic]
        judged |= _judge_on_side(own, view, side)
    return judged


def _judge_on_side(numbers: Sequence[int], view: PageView, side: Side) -> dict[int, float]:
    """Where the sides are not apart, what a heading heads may have been left in the other's language."""
    places = {number: place for place, number in enumerate(side.numbers)}
    seen = judge_blocks((places[number] for number in numbers), side.view)
    judged = {number: seen[places[number]] for number in numbers}
    headings = [] if side.is_apart else [number for number in numbers if view.shape.blocks[number].level]
    return judged | {number: max(whole, judged[number]) for number, whole in judge_blocks(headings, view).items()}
