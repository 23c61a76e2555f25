"""A page as seen from the place that holds its article's prose: what stands between each block and that place."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from crawler.finding.page_shape import PageShape
from crawler.finding.set_apart import is_dialog
from crawler.page.furniture import FURNITURE_TAGS, is_language_part
from crawler.page.places import Place

BODY_WORDS = frozenset("article body content story text entry post paragraph copy main richtext prose".split())
_FAR = 20  # blocks; beyond this the distance says nothing more


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What a page's head says that helps to find its body."""

    article_body: str = ""
    """The text of its structured data's articleBody without white space; empty without one."""
    description: str = ""


def is_furniture_element(place: Place) -> bool:
    """True for an element of a kind that holds no article text, a form apart, and is no language's part of the page."""
    is_one = (place.tag in FURNITURE_TAGS and place.tag != "form") or is_dialog(place)
    if place.tag == "footer" and place.parent is not None and place.parent.tag == "blockquote":
        return False  # who is quoted
    return is_one and not is_language_part(place.attributes)


class Above(NamedTuple):
    """What stands between a place and the main one, or the element where both meet: the same for all lines in it."""

    furniture: int = 0
    """How many of the elements are called furniture, and how many by a word for an article's body."""
    bodies: int = 0
    tags: frozenset[str] = frozenset()
    link_boxes: tuple[bool, ...] = ()
    """Of the innermost elements, which hold mostly links."""
    levels: int = 0
    above: int = 0
    """How far above the main place both meet."""


class PageView:
    """The page as seen from its main place, the place that holds the article's prose."""

    def __init__(self, shape: PageShape, main: Place, headline: int | None, witnesses: Witnesses) -> None:
        self.shape, self.main, self.headline, self.witnesses = shape, main, headline, witnesses
        self.inside = shape.numbers_in(main)
        self.main_prose, self.page_prose = max(shape.sums_in(main).prose, 1), max(sum(shape.prose), 1)
        self.prose_numbers = [number for number in self.inside if shape.prose[number]]
        self._prose_before = list(accumulate((shape.prose[number] for number in self.prose_numbers), initial=0))
        self.direct: Counter[Place] = Counter()
        """Prose that stands directly in each container of the main place."""
        for number in self.prose_numbers:
            self.direct[shape.blocks[number].place.container] += shape.prose[number]
        self.top = max(self.direct, key=lambda one: self.direct[one], default=main)
        """The container with the most of it."""
        self._around_top = set(self.top.chain())
        self._above = {place: Above(above=main.depth - place.depth) for place in main.chain()}
        self._boxes: dict[Place, Place] = {}

    def prose_beside(self, number: int) -> tuple[int, int, int]:
        """Characters of the main place's prose before a block, and how many blocks off the nearest before and after is.

        It is never said to be further off than `_FAR`.
        """
        place = bisect_left(self.prose_numbers, number)
        gap = number - self.prose_numbers[place - 1] if place else _FAR
        following = bisect_right(self.prose_numbers, number, lo=place)
        end = self.prose_numbers[following] if following < len(self.prose_numbers) else len(self.shape.blocks)
        return self._prose_before[place], min(gap, _FAR), min(end - number, _FAR)

    def above(self, place: Place) -> Above:
        """What stands between a place, itself included, and the main one."""
        found = self._above.get(place)
        if found is None:
            assert place.parent is not None
            found = self._above[place] = self._add_level(self.above(place.parent), place)
        return found

    def _add_level(self, outer: Above, place: Place) -> Above:
        sums = self.shape.sums_in(place)
        return Above(
            outer.furniture + place.is_called_furniture,
            outer.bodies + bool(place.words & BODY_WORDS),
            outer.tags | {place.tag},
            (sums.linked > 0.6 * sums.length, *outer.link_boxes[:3]),
            outer.levels + 1,
            outer.above,
        )

    def box(self, place: Place) -> Place:
        """The outermost element around a place that does not hold the main run of prose as well; else the place."""
        found = self._boxes.get(place)
        if found is None:
            parent = place.parent
            is_outermost = parent is None or parent in self._around_top or place in self._around_top
            found = self._boxes[place] = place if is_outermost or parent is None else self.box(parent)
        return found
