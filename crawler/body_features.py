"""What tells the blocks of an article's body from the rest of its page: each block as a row of numbers.

Nothing here knows a language or a site: lengths, links, what elements are called, and above all where a block stands
beside the rest of the page's prose. `crawler.body_model` weighs the numbers.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from crawler.blocks import Block
from crawler.furniture import FURNITURE_TAGS, is_byline_text, is_furniture_name, is_furniture_text
from crawler.languages import count_letters
from crawler.places import Place, is_within
from crawler.prose_weight import prose_weight

_SENTENCE_END = re.compile(r"[.!?؟…۔。！？][”\"»’')\]」』]*$")
_CONTINUES = re.compile(r"[:,،؛;–-]$")
_CREDIT = re.compile(
    r"©|\(c\)|\b(?:photo|image|picture|credit|foto|bild|photograph|getty|reuters|afp|ap photo|epa|dpa|shutterstock"
    r"|source|quelle|fonte)\b|صورة|تصوير|المصدر",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@|http|www\.")
_BODY_WORDS = frozenset("article body content story text entry post paragraph copy main richtext prose".split())
_META_WORDS = frozenset(
    "author byline date time tag tags category share social credit source copyright caption meta info note disclaimer "
    "kicker topline label".split()
)
_QUOTED = ("«", "“", '"', "„", "‘", "»", "「", "'", "‚")
_CONTAINERS = ("div", "section", "article", "main")
_INLINE = ("span", "time", "a", "em", "small", "i")
_BOXES = ("figure", "aside", "ul", "ol", "table", "blockquote")
# A label this short heads what follows it in its element, until a longer text comes.
_LABEL_LENGTH = 80
_LABEL_ENDS_LENGTH = 120
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


@dataclass(slots=True)
class Sums:
    """What stands in one place, or in all places of one look."""

    prose: int = 0
    prose_blocks: int = 0
    blocks: int = 0
    length: int = 0
    linked: float = 0.0
    arabic: int = 0
    """Letters in Arabic script, and in others."""
    other: int = 0

    def add(self, block: Block, prose: int) -> None:
        self.prose += prose
        self.prose_blocks += prose > 0
        self.blocks += 1
        self.length += len(block.text)
        self.linked += block.link_share * len(block.text)
        letters = count_letters(block.text)
        self.arabic += letters.arabic
        self.other += letters.other

    def merge(self, other: "Sums") -> None:
        self.prose += other.prose
        self.prose_blocks += other.prose_blocks
        self.blocks += other.blocks
        self.length += other.length
        self.linked += other.linked
        self.arabic += other.arabic
        self.other += other.other

    @property
    def link_share(self) -> float:
        return self.linked / max(self.length, 1)


@dataclass(slots=True)
class PageShape:
    """How the prose of a page is spread over its places."""

    blocks: Sequence[Block]
    prose: list[int] = field(default_factory=list)
    """Characters of prose of each block."""
    places: dict[Place, Sums] = field(default_factory=dict)
    signatures: dict[object, Sums] = field(default_factory=dict)
    paths: dict[object, Sums] = field(default_factory=dict)
    first: dict[Place, int] = field(default_factory=dict)
    """The number of the first block in each place."""
    labels: list[float] = field(default_factory=list)
    """What heads each block in its container: 2 a label such as "Read also", 1 a heading, 0 neither."""
    repeats: Counter[str] = field(default_factory=Counter)


def survey_page(blocks: Sequence[Block]) -> PageShape:
    """The shape of a page with these blocks, all of the page's, in reading order."""
    shape = PageShape(blocks, [prose_weight(block) for block in blocks])
    shape.repeats.update(block.text for block in blocks)
    labelled: dict[Place, float] = {}
    for number, (block, prose) in enumerate(zip(blocks, shape.prose, strict=True)):
        place = block.place
        own: Place | None = place
        while own is not None and own not in shape.places:
            shape.places[own] = Sums()
            shape.first[own] = number
            own = own.parent
        shape.places[place].add(block, prose)
        shape.signatures.setdefault(place.signature, Sums()).add(block, prose)
        shape.paths.setdefault(_path(place), Sums()).add(block, prose)
        container = place.container
        shape.labels.append(labelled.get(container, 0.0))
        if len(block.text) < _LABEL_LENGTH and not prose:
            labelled[container] = 2.0 if is_furniture_text(block.text) else 1.0 if block.level else 0.0
        elif prose > _LABEL_ENDS_LENGTH:
            labelled[container] = 0.0
    # What stands in a place stands in those around it, too; the deepest first.
    for place in sorted(shape.places, key=lambda one: -one.depth):
        if place.parent is not None:
            shape.places[place.parent].merge(shape.places[place])
    return shape


def _path(place: Place) -> object:
    return place.signature, place.parent.signature if place.parent else None


@lru_cache(maxsize=8192)
def _is_furniture(classes: str | None, identifier: str | None) -> bool:
    return is_furniture_name(classes, identifier)


def is_called_furniture(place: Place) -> bool:
    """True where an element's class or id says that it is not part of the article."""
    attributes = place.attributes
    return bool(attributes) and _is_furniture(attributes.get("class"), attributes.get("id"))


@dataclass(slots=True)
class PageView:
    """The page as seen from its main place."""

    shape: PageShape
    main: Place
    headline: int | None
    witnesses: Witnesses
    main_prose: int
    page_prose: int
    inside: list[bool]
    before: list[int]
    """Characters of the main place's prose before each block."""
    last_prose: list[int]
    next_prose: list[int]
    direct: Counter[Place]
    """Prose that stands directly in each container of the main place."""
    top: Place
    """The container with the most of it."""


def body_rows(
    shape: PageShape, main: Place, headline: int | None, witnesses: Witnesses, wanted: Collection[int]
) -> dict[int, list[float]]:
    """A row of numbers for each wanted block, in the order that `crawler.body_model` weighs them.

    `main` is the place that holds the article's prose, `headline` the number of the headline's block.
    """
    view = view_page(shape, main, headline, witnesses)
    return {number: row_of(number, view) for number in wanted}


def view_page(shape: PageShape, main: Place, headline: int | None, witnesses: Witnesses) -> PageView:
    """The page as seen from its main place, the place that holds the article's prose."""
    blocks, prose = shape.blocks, shape.prose
    inside = [is_within(block.place, main) for block in blocks]
    direct: Counter[Place] = Counter()
    before, last_prose, seen, last = [], [], 0, -1
    for number, block in enumerate(blocks):
        before.append(seen)
        last_prose.append(last)
        if inside[number] and prose[number]:
            seen += prose[number]
            last = number
            direct[block.place.container] += prose[number]
    next_prose, following = [0] * len(blocks), len(blocks)
    for number in range(len(blocks) - 1, -1, -1):
        next_prose[number] = following
        if inside[number] and prose[number]:
            following = number
    top = max(direct, key=lambda one: direct[one], default=main)
    main_prose, page_prose = max(shape.places[main].prose, 1), max(sum(prose), 1)
    return PageView(
        shape, main, headline, witnesses, main_prose, page_prose, inside, before, last_prose, next_prose, direct, top
    )


def row_of(number: int, view: PageView) -> list[float]:
    """The numbers of one block, in the order of FEATURES."""
    block = view.shape.blocks[number]
    chain, above = _chain_below_main(block.place, view.main, is_inside=view.inside[number])
    return [
        1.0,
        *_of_text(block),
        *_of_element(block),
        *_of_chain(block, chain, above, view, is_inside=view.inside[number]),
        *_of_place(number, block, view),
        *_of_neighbours(number, block, view),
        *_of_page(number, block, view),
        *_of_box(number, block, view),
    ]


def is_plainly_body(number: int, view: PageView) -> bool:
    """True for a long paragraph right in the container of the main run of prose: the model never says otherwise."""
    block = view.shape.blocks[number]
    return (
        view.shape.prose[number] >= _PLAIN_LENGTH
        and block.place.container is view.top
        and block.link_share < _PLAIN_LINK_SHARE
        and not (block.caption or block.hidden or block.furniture or block.level or view.shape.repeats[block.text] > 1)
        and view.shape.labels[number] < _LABEL_OF_BOX
        and not is_called_furniture(block.place)
    )


def _of_text(block: Block) -> list[float]:
    text = block.text
    length = len(text)
    return [
        math.log2(length + 1),
        min(text.count(" ") + 1, 60) / 10,
        float(bool(_SENTENCE_END.search(text))),
        float(bool(_CONTINUES.search(text))),
        float(text.endswith(("…", "..."))),
        block.link_share,
        float(block.link_share > 0.97),
        float(block.bold),
        sum(map(str.isdigit, text[:80])) / min(length, 80),
        min((text.count(",") + text.count("،")) / length * 50, 3.0),
        float(text.startswith(_QUOTED)),
        float(text[0].isupper()),
        float(text[0].islower()),
        float(not text[0].isalnum()),
        float(is_furniture_text(text)),
        float(is_byline_text(text)),
        float(bool(_CREDIT.search(text))) if length < 300 else 0.0,
        float(bool(_ADDRESS.search(text))),
        sum(map(str.isupper, text[:60])) / min(length, 60),
    ]


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
        float(is_called_furniture(place)),
    ]


def _chain_below_main(place: Place, main: Place, *, is_inside: bool) -> tuple[list[Place], int]:
    """The elements from the block's up to the main place, or to where both meet, and how far above that is."""
    if is_inside:
        return [one for one in place.chain() if one.depth > main.depth], 0
    around = set(place.chain())
    meeting = next(one for one in main.chain() if one in around)
    return [one for one in place.chain() if one.depth > meeting.depth], main.depth - meeting.depth


def _of_chain(block: Block, chain: Sequence[Place], above: int, view: PageView, *, is_inside: bool) -> list[float]:
    tags = {place.tag for place in chain}
    sums = [view.shape.places[place] for place in chain[:4]]
    return [
        float(min(sum(map(is_called_furniture, chain)), 4)),
        float(min(sum(bool(place.words & _BODY_WORDS) for place in chain), 4)),
        float(bool(tags & FURNITURE_TAGS)),
        float(bool(tags & {"ul", "ol"})),
        float("table" in tags),
        float("figure" in tags),
        float("header" in tags),
        float("aside" in tags),
        float("blockquote" in tags),
        float(bool(tags & {"section", "article"})),
        float(any(one.linked > 0.6 * one.length for one in sums)),
        float(is_inside),
        float(min(len(chain), 8)) if is_inside else 0.0,
        float(min(above, 8)),
    ]


def _of_place(number: int, block: Block, view: PageView) -> list[float]:
    shape, place = view.shape, block.place
    container = place.container
    own, path, sums = shape.signatures[place.signature], shape.paths[_path(place)], shape.places[container]
    return [
        view.direct.get(container, 0) / view.main_prose,
        sums.prose / view.main_prose if view.inside[number] else 0.0,
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


def _of_neighbours(number: int, block: Block, view: PageView) -> list[float]:
    blocks, prose = view.shape.blocks, view.shape.prose
    previous = blocks[number - 1] if number else None
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    last = view.last_prose[number]
    return [
        float(previous is not None and _is_alike(previous.place, block.place)),
        float(following is not None and _is_alike(following.place, block.place)),
        float(number > 0 and prose[number - 1] > 0),
        float(following is not None and prose[number + 1] > 0),
        math.log2(len(previous.text) + 1) if previous else 0.0,
        math.log2(len(following.text) + 1) if following else 0.0,
        float(min(number - last, _FAR) if last >= 0 else _FAR),
        float(min(view.next_prose[number] - number, _FAR)),
        float(block.level > 0 and following is not None and prose[number + 1] > 0),
    ]


def _is_alike(one: Place, other: Place) -> bool:
    return one.parent is other.parent and one.signature == other.signature


def _of_page(number: int, block: Block, view: PageView) -> list[float]:
    text, witnesses = block.text, view.witnesses
    seen, headline = view.before[number], view.headline
    left = max(view.main_prose - seen, 0)
    known = bool(witnesses.article_body) and len(text) >= 12 and "".join(text.split()) in witnesses.article_body
    repeats = view.shape.repeats[text] - 1
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
    """The box: the outermost element around the block that does not hold the main run of prose as well."""
    box = block.place
    for place in block.place.chain():
        if place.depth <= view.top.depth and is_within(view.top, place):
            break
        box = place
    sums = view.shape.places[box]
    return [
        math.log2(sums.length + 1),
        sums.link_share,
        sums.prose / view.main_prose,
        math.log2(sums.blocks + 1),
        float(is_called_furniture(box)),
        float(bool(box.words & _BODY_WORDS)),
        float(not box.attributes),
        float(box.tag in _BOXES),
        float(min(block.place.depth - box.depth, 8)),
        float(box.parent is view.top),
        view.shape.labels[number],
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
