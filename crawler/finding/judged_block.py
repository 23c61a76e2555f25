"""What is known of a block once the model has judged its page: of the body, unlikely, sure, or furniture."""

from collections.abc import Collection

from crawler.finding.page_view import is_furniture_element
from crawler.page.blocks import Block
from crawler.page.furniture import CAPTION_WORDS
from crawler.page.link_addresses import leads_to_picture
from crawler.page.places import Place

BODY_LEAST = 0.5
# What is as likely as that is text, whatever its elements are called.
_SURE_LEAST = 0.7
# In a form what is less likely than that is a field's name or what to fill in, not a part of the body.
_FIELD_MOST = 0.2

# A box of facts has a few entries, and neither a link nor a field.
_BOX_LENGTH_MOST = 3_000  # characters
_ENTRIES_LEAST = 2
_MAY_BE_FIGURE = frozenset({"figure", "aside", "div", "section"})
_LEADS_AWAY = "a[href], form, button, input, select"


def judge_block(block: Block, outer: Collection[Place], probability: float | None) -> Block:
    """The block with the verdict on it; `outer` is the article's place and those around it.

    `probability` is the model's, None for a block that it did not weigh.
    """
    likelihood = probability or 0.0
    # What a heading heads, and a list's other entries, say more of it than the name of a box around them.
    least = BODY_LEAST if block.level or block.place.tag == "li" else _SURE_LEAST
    is_field = probability is not None and likelihood < _FIELD_MOST and _is_in_form(block.place, outer)
    is_furniture = is_field or (likelihood < least and is_within_furniture(block.place, outer))
    return block.judged(
        furniture=block.furniture or (is_furniture and not block.role_mark),
        unlikely=probability is not None and probability < BODY_LEAST,
        sure=likelihood >= least,
    )


def is_within_furniture(place: Place, outer: Collection[Place]) -> bool:
    """True where an element between the block and `outer`, the article's place and those around it, is furniture."""
    for one in place.chain():
        if one in outer:
            return False
        is_element = is_furniture_element(one)
        if one.level == 1 or not (is_element or one.is_called_furniture) or _is_figure(one):
            continue
        if is_element and not _is_box_of_facts(one):
            return True
        if one.is_called_furniture and not one.words & CAPTION_WORDS:
            return True
    return False


def _is_box_of_facts(place: Place) -> bool:
    """True for an <aside> of a list that leads nowhere and asks for nothing: what papers set beside a text."""
    if place.tag != "aside" or place.is_called_furniture or place.length > _BOX_LENGTH_MOST:
        return False
    return place.node.css_first(_LEADS_AWAY) is None and len(place.node.css("li")) >= _ENTRIES_LEAST


def _is_figure(place: Place) -> bool:
    """True for furniture that is a figure, or holds nothing but one, and leads to no page: a text's picture.

    "teaser" and "widget" are sizes of pictures, too, and papers set them in an <aside>.
    """
    if place.tag not in _MAY_BE_FIGURE:
        return False
    figures = [place.node] if place.tag == "figure" else place.node.css("figure")
    if len(figures) != 1 or place.node.css_first("img, picture, video, amp-img") is None:
        return False
    if any(not leads_to_picture(link.attributes) for link in place.node.css("a[href]")):
        return False
    return "".join(figures[0].text(deep=True).split()) == "".join(place.node.text(deep=True).split())


def _is_in_form(place: Place, outer: Collection[Place]) -> bool:
    """True for a line of a form that does not stand around the article, as old sites' do."""
    for one in place.chain():
        if one in outer:
            return False
        if one.tag == "form":
            return True
    return False
