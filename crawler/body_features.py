"""What tells the blocks of an article's body from the rest of its page: each block as a row of numbers.

Nothing here knows a language or a site: lengths, links, what elements are called, and above all where a block stands
beside the rest of the page's prose. `crawler.body_model` weighs the numbers.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from crawler.blocks import Block
from crawler.furniture import FURNITURE_TAGS, is_byline_text, is_furniture_text, is_language_part
from crawler.page_shape import PageShape
from crawler.places import Place

_STOPS, _CLOSING = tuple(".!?؟…۔。！？"), "”\"»’')]」』"
_CONTINUES = tuple(":,،؛;–-")
_CREDIT = re.compile(
    r"©|\(c\)|\b(?:photo|image|picture|credit|foto|bild|photograph|getty|reuters|afp|ap photo|epa|dpa|shutterstock"
    r"|source|quelle|fonte)\b|صورة|تصوير|المصدر",
    re.IGNORECASE,
)
# In any text without one of these the pattern finds nothing; looking for them takes a tenth of its time.
_CREDIT_HINTS = tuple(
    "© (c) photo image pict credit foto bild getty reuters afp epa dpa shutters sour quel font صور تصو مصد".split()
)
_CREDITED_LENGTH = 300
_BODY_WORDS = frozenset("article body content story text entry post paragraph copy main richtext prose".split())
_META_WORDS = frozenset(
    "author byline date time tag tags category share social credit source copyright caption meta info note disclaimer "
    "kicker topline label".split()
)
_NO_DIGITS = bytes(code for code in range(128) if not chr(code).isdigit())
_NO_CAPITALS = bytes(code for code in range(128) if not chr(code).isupper())
_QUOTED = ("«", "“", '"', "„", "‘", "»", "「", "'", "‚")
_CONTAINERS = ("div", "section", "article", "main")
_INLINE = ("span", "time", "a", "em", "small", "i")
_BOXES = ("figure", "aside", "ul", "ol", "table", "blockquote")
_LONG_LENGTH = 60
_LABEL_OF_BOX = 2.0
_PLAIN_LENGTH = 120
_PLAIN_LINK_SHARE = 0.2
_FAR = 20  # blocks; beyond this the distance says nothing more


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What a page's head says that helps to find its body."""

    article_body: str = ""
    """The text of its structured data's articleBody without white space; empty without one."""
    description: str = ""


def is_furniture_element(place: Place) -> bool:
    """True for an element of a kind that holds no article text, a form apart, and is no language's part of the page."""
    return place.tag in FURNITURE_TAGS and place.tag != "form" and not is_language_part(place.attributes)


class _Above(NamedTuple):
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
        self._above = {place: _Above(above=main.depth - place.depth) for place in main.chain()}
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

    def above(self, place: Place) -> _Above:
        """What stands between a place, itself included, and the main one."""
        found = self._above.get(place)
        if found is None:
            assert place.parent is not None
            found = self._above[place] = self._add_level(self.above(place.parent), place)
        return found

    def _add_level(self, outer: _Above, place: Place) -> _Above:
        sums = self.shape.sums_in(place)
        return _Above(
            outer.furniture + place.is_called_furniture,
            outer.bodies + bool(place.words & _BODY_WORDS),
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


def body_rows(
    shape: PageShape, main: Place, headline: int | None, witnesses: Witnesses, wanted: Collection[int]
) -> dict[int, list[float]]:
    """A row of numbers for each wanted block, in the order that `crawler.body_model` weighs them.

    `main` is the place that holds the article's prose, `headline` the number of the headline's block.
    """
    view = PageView(shape, main, headline, witnesses)
    return {number: row_of(number, view) for number in wanted}


def row_of(number: int, view: PageView) -> list[float]:
    """The numbers of one block, in the order of FEATURES."""
    block = view.shape.blocks[number]
    before, gap_before, gap_after = view.prose_beside(number)
    return [
        1.0,
        *_of_text(block),
        *_of_element(block),
        *_of_chain(view.above(block.place), is_inside=number in view.inside),
        *_of_place(number, block, view),
        *_of_neighbours(number, block, view, gap_before, gap_after),
        *_of_page(number, block, view, before),
        *_of_box(number, block, view),
    ]


def is_plainly_body(number: int, view: PageView) -> bool:
    """True for a long paragraph right in the container of the main run of prose: the model never says otherwise."""
    block = view.shape.blocks[number]
    return (
        view.shape.prose[number] >= _PLAIN_LENGTH
        and block.place.container is view.top
        and block.link_share < _PLAIN_LINK_SHARE
        and not (block.caption or block.hidden or block.furniture or block.level or view.shape.repeats(block.text) > 1)
        and view.shape.label_before(number) < _LABEL_OF_BOX
        and not block.place.is_called_furniture
    )


def _of_text(block: Block) -> list[float]:
    text = block.text
    length = len(text)
    return [
        math.log2(length + 1),
        min(text.count(" ") + 1, 60) / 10,
        float(text.rstrip(_CLOSING).endswith(_STOPS)),
        float(text.endswith(_CONTINUES)),
        float(text.endswith(("…", "..."))),
        block.link_share,
        float(block.link_share > 0.97),
        float(block.bold),
        _count(str.isdigit, _NO_DIGITS, text[:80]) / min(length, 80),
        min((text.count(",") + text.count("،")) / length * 50, 3.0),
        float(text.startswith(_QUOTED)),
        float(text[0].isupper()),
        float(text[0].islower()),
        float(not text[0].isalnum()),
        float(is_furniture_text(text)),
        float(is_byline_text(text)),
        float(_is_credited(text)) if length < _CREDITED_LENGTH else 0.0,
        float("@" in text or "http" in text or "www." in text),
        _count(str.isupper, _NO_CAPITALS, text[:60]) / min(length, 60),
    ]


def _count(is_one: Callable[[str], bool], no_ones: bytes, text: str) -> int:
    """How many characters are of a kind; of ASCII, where all others are taken out."""
    return len(text.encode().translate(None, no_ones)) if text.isascii() else sum(map(is_one, text))


def _is_credited(text: str) -> bool:
    folded = text.casefold()
    return bool([hint for hint in _CREDIT_HINTS if hint in folded]) and _CREDIT.search(text) is not None


def _of_element(block: Block) -> list[float]:
    place, tag = block.place, block.place.tag
    return [
        float(tag == "p"),
        float(tag in _CONTAINERS),
        float(tag == "li"),
        float(block.level > 0),
        float(block.level),
        float(tag in ("td", "th", "dt", "dd")),
        float(tag == "blockquote"),
        float(tag in _INLINE),
        float(block.caption),
        float(block.piece),
        float(block.hidden),
        float(bool(place.words & _BODY_WORDS)),
        float(bool(place.words & _META_WORDS)),
        float(place.is_called_furniture),
    ]


def _of_chain(above: _Above, *, is_inside: bool) -> list[float]:
    tags = above.tags
    return [
        float(min(above.furniture, 4)),
        float(min(above.bodies, 4)),
        float(not tags.isdisjoint(FURNITURE_TAGS)),
        float("ul" in tags or "ol" in tags),
        float("table" in tags),
        float("figure" in tags),
        float("header" in tags),
        float("aside" in tags),
        float("blockquote" in tags),
        float("section" in tags or "article" in tags),
        float(any(above.link_boxes)),
        float(is_inside),
        float(min(above.levels, 8)) if is_inside else 0.0,
        float(min(above.above, 8)),
    ]


def _of_place(number: int, block: Block, view: PageView) -> list[float]:
    shape, place = view.shape, block.place
    container = place.container
    own, path, sums = shape.sums_like(place), shape.sums_on_path(place), shape.sums_in(container)
    return [
        view.direct.get(container, 0) / view.main_prose,
        sums.prose / view.main_prose if number in view.inside else 0.0,
        own.prose / view.page_prose,
        path.prose / view.page_prose,
        math.log2(sums.blocks + 1),
        sums.link_share,
        sums.prose_blocks / sums.blocks,
        float(own.blocks > 1),
        float(container is view.top),
        math.log2(own.blocks + 1),
        own.link_share,
        path.prose_blocks / path.blocks,
        (number - shape.first[container]) / max(sums.blocks, 1),
    ]


def _of_neighbours(number: int, block: Block, view: PageView, gap_before: int, gap_after: int) -> list[float]:
    blocks, prose = view.shape.blocks, view.shape.prose
    previous = blocks[number - 1] if number else None
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return [
        float(previous is not None and _is_alike(previous.place, block.place)),
        float(following is not None and _is_alike(following.place, block.place)),
        float(number > 0 and prose[number - 1] > 0),
        float(following is not None and prose[number + 1] > 0),
        math.log2(len(previous.text) + 1) if previous else 0.0,
        math.log2(len(following.text) + 1) if following else 0.0,
        float(gap_before),
        float(gap_after),
        float(block.level > 0 and following is not None and prose[number + 1] > 0),
    ]


def _is_alike(one: Place, other: Place) -> bool:
    return one.parent is other.parent and one.signature == other.signature


def _of_page(number: int, block: Block, view: PageView, seen: int) -> list[float]:
    text, witnesses, headline = block.text, view.witnesses, view.headline
    left = max(view.main_prose - seen, 0)
    known = bool(witnesses.article_body) and len(text) >= 12 and "".join(text.split()) in witnesses.article_body
    repeats = view.shape.repeats(text) - 1
    return [
        seen / view.main_prose,
        min(seen, 3000) / 1000,
        min(left, 3000) / 1000,
        math.log2(left + 1),
        float(headline is not None and number > headline),
        float(max(-20, min(number - headline, 40))) if headline is not None else 0.0,
        float(known),
        float(bool(witnesses.article_body)),
        float(bool(witnesses.description) and text == witnesses.description),
        float(min(repeats, 3)),
        float(len(text) >= _LONG_LENGTH and repeats > 0),
        math.log2(view.page_prose + 1),
    ]


def _of_box(number: int, block: Block, view: PageView) -> list[float]:
    box = view.box(block.place)
    sums = view.shape.sums_in(box)
    return [
        math.log2(sums.length + 1),
        sums.link_share,
        sums.prose / view.main_prose,
        math.log2(sums.blocks + 1),
        float(box.is_called_furniture),
        float(bool(box.words & _BODY_WORDS)),
        float(not box.attributes),
        float(box.tag in _BOXES),
        float(min(block.place.depth - box.depth, 8)),
        float(box.parent is view.top),
        view.shape.label_before(number),
    ]


FEATURES = tuple(
    """bias
    log_length words ends_sentence ends_open ellipsis link_share all_link bold digits commas opens_quote starts_upper
    starts_lower starts_mark furniture_text byline_text credit address upper_rate
    tag_p tag_container tag_li tag_heading level tag_cell tag_quote tag_inline caption piece hidden body_word meta_word
    called_furniture
    furniture_levels body_levels in_furniture_tag in_list in_table in_figure in_header in_aside in_quote in_section
    in_link_box inside depth_below above
    container_direct container_prose signature_prose path_prose container_blocks container_links container_prose_rate
    signature_repeats in_top_container signature_blocks signature_links path_prose_rate place_in_container
    previous_alike next_alike previous_prose next_prose previous_length next_length gap_before gap_after heads_prose
    before_share prose_before prose_after log_prose_after after_headline headline_distance in_article_body
    has_article_body is_description repeats repeats_long page_prose
    box_length box_links box_prose box_blocks box_furniture box_body_word box_plain box_tag box_levels box_in_top
    label_before""".split()
)
"""The names of the numbers of a row, in order."""
