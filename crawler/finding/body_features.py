"""What tells the blocks of an article's body from the rest of its page: each block as a row of numbers.

Nothing here knows a language or a site: lengths, links, what elements are called, and above all where a block stands
beside the rest of the page's prose. `crawler.finding.body_model` weighs the numbers.
"""

import math
import re
from collections.abc import Callable, Collection

from crawler.finding.page_shape import PageShape
from crawler.finding.page_view import BODY_WORDS, Above, PageView, Witnesses
from crawler.page.blocks import Block
from crawler.page.furniture import FURNITURE_TAGS, is_byline_text, is_furniture_text
from crawler.page.places import Place

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


def body_rows(
    shape: PageShape, main: Place, headline: int | None, witnesses: Witnesses, wanted: Collection[int]
) -> dict[int, list[float]]:
    """A row of numbers for each wanted block, in the order that `crawler.finding.body_model` weighs them.

    `main` is the place that holds the article's prose, `headline` the number of the headline's block.
    """
    view = PageView(shape, main, headline, witnesses)
    return {number: row_of(number, view) for number in wanted}


def row_of(number: int, view: PageView) -> list[float]:
    """The numbers of one block, in the order of FEATURES; what is true or false counts as 1 or 0."""
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
        text.rstrip(_CLOSING).endswith(_STOPS),
        text.endswith(_CONTINUES),
        text.endswith(("…", "...")),
        block.link_share,
        block.link_share > 0.97,
        block.bold,
        _count(str.isdigit, _NO_DIGITS, text[:80]) / min(length, 80),
        min((text.count(",") + text.count("،")) / length * 50, 3.0),
        text.startswith(_QUOTED),
        text[0].isupper(),
        text[0].islower(),
        not text[0].isalnum(),
        is_furniture_text(text),
        is_byline_text(text),
        _is_credited(text) if length < _CREDITED_LENGTH else 0.0,
        "@" in text or "http" in text or "www." in text,
        _count(str.isupper, _NO_CAPITALS, text[:60]) / min(length, 60),
    ]


def _count(is_one: Callable[[str], bool], no_ones: bytes, text: str) -> int:
    """How many characters are of a kind; of ASCII, where all others are taken out."""
    return len(text.encode().translate(None, no_ones)) if text.isascii() else sum(map(is_one, text))


def _is_credited(text: str) -> bool:
    folded = text.casefold()
    return any(map(folded.__contains__, _CREDIT_HINTS)) and _CREDIT.search(text) is not None


def _of_element(block: Block) -> list[float]:
    place, tag = block.place, block.place.tag
    return [
        tag == "p",
        tag in _CONTAINERS,
        tag == "li",
        block.level > 0,
        block.level,
        tag in ("td", "th", "dt", "dd"),
        tag == "blockquote",
        tag in _INLINE,
        block.caption,
        block.piece,
        block.hidden,
        bool(place.words & BODY_WORDS),
        bool(place.words & _META_WORDS),
        place.is_called_furniture,
    ]


def _of_chain(above: Above, *, is_inside: bool) -> list[float]:
    tags = above.tags
    return [
        min(above.furniture, 4),
        min(above.bodies, 4),
        not tags.isdisjoint(FURNITURE_TAGS),
        "ul" in tags or "ol" in tags,
        "table" in tags,
        "figure" in tags,
        "header" in tags,
        "aside" in tags,
        "blockquote" in tags,
        "section" in tags or "article" in tags,
        any(above.link_boxes),
        is_inside,
        min(above.levels, 8) if is_inside else 0.0,
        min(above.above, 8),
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
        own.blocks > 1,
        container is view.top,
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
        previous is not None and _is_alike(previous.place, block.place),
        following is not None and _is_alike(following.place, block.place),
        number > 0 and prose[number - 1] > 0,
        following is not None and prose[number + 1] > 0,
        math.log2(len(previous.text) + 1) if previous else 0.0,
        math.log2(len(following.text) + 1) if following else 0.0,
        gap_before,
        gap_after,
        block.level > 0 and following is not None and prose[number + 1] > 0,
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
        headline is not None and number > headline,
        max(-20, min(number - headline, 40)) if headline is not None else 0.0,
        known,
        bool(witnesses.article_body),
        bool(witnesses.description) and text == witnesses.description,
        min(repeats, 3),
        len(text) >= _LONG_LENGTH and repeats > 0,
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
        box.is_called_furniture,
        bool(box.words & BODY_WORDS),
        not box.attributes,
        box.tag in _BOXES,
        min(block.place.depth - box.depth, 8),
        box.parent is view.top,
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
