"""Names of writers between headline and text that are links, or that say where or as what the writer works."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.editions.signatures import AUTHOR_LINES
from crawler.languages import has_arabic
from crawler.models import Role
from crawler.models.forms import display_form
from crawler.page.furniture import BYLINE_LABEL
from crawler.page.names import is_name
from crawler.page.places import is_within
from crawler.page.prose import ENDS_SENTENCE
from crawler.page.writer_pages import leads_to_writer, links_of, words_of, writers_box

_ALL_LINKS_SHARE = 0.97
_ABOVE, _NEAR = 3, 6
# A writer's name may be set in a small heading, a headline is not.
_NAME_LEVEL_LEAST = 4
_JOINS = frozenset("and und et y e og och en и و".split())
_LENGTH_MOST = 90  # characters
_WORD = re.compile(r"[^\W\d_]+")
# What the addresses of tags, sections and sites' accounts have among their words.
_TOPICS = frozenset(
    "tag tags topic topics category categories section sections keyword keywords theme search label labels wiki "
    "company وسم وسوم تصنيف قسم موضوع".split()
)
_NAME = r"(?P<name>[^\W\d_a-z][\w.'’-]*(?:\s(?:(?:al|el|bin|de|van|von)[\s-])?[^\W\d_a-z][\w.'’-]*){1,3})"
# "Rana Haddad in Tripoli", "Rana Haddad, Shipping correspondent", "Rana Haddad | Reporter".
_OFFICE = (
    r"(?:correspondents?|reporters?|editors?|writers?|columnists?|journalists?|staff|bureau\schief|analysts?|producers?"
    r"|contributors?|fellow|redakteur\w*|korrespondent\w*|journaliste?s?|correspondante?|reporterin|redactor\w*)"
)
_WITH_OFFICE = re.compile(
    rf"{_NAME}(?:\s(?:in|at|from)\s[A-Z][\w'’-]+(?:,?\s[A-Z][\w'’-]+){{0,3}}"
    r"|\s?[/|]\s?[A-Z]{2,5}(?:\s[A-Z][a-z]+)?"
    rf"|\s?(?:[,|/•·(–—]|\s-)\s?(?:\S+\s){{0,4}}?\S*(?i:{_OFFICE})\b(?:,?\s\S+){{0,4}})"
)
_WITH_OFFICE_ARABIC = re.compile(
    r"(?P<name>[\u0621-\u0652]+(?:\s[\u0621-\u0652]+){1,2})\s?[،,|(–—-]\s?"
    r"(?:مراسلة?|محررة?|صحافية?|صحفية?|كاتبة?|باحثة?|موفدة?)(?:\s\S+){0,5}"
)


def with_linked_byline(roled: list[RoledBlock], authors: Sequence[str]) -> list[RoledBlock]:
    """A link near the headline that is a name is the byline, where there is none: it leads to a writer's page, or,
    where the head states no writer, says nothing of that and stands alone beside a date.

    Below the headline anywhere above the text, above it right before it; a tag or a section is no writer.
    """
    headline = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), None)
    if headline is None:
        return roled
    end = headline + 1 + first_prose(roled[headline + 1 :])
    dates = (place for place in range(headline + 1, headline + 1 + _NEAR) if _is_date(roled, place))
    end = max(end, next(dates, 0) + 2)
    near = range(max(headline - _ABOVE, 0), min(end, len(roled)))
    if any(roled[place].role is Role.BYLINE and not BYLINE_LABEL.match(roled[place].text) for place in near):
        return roled
    found = ((place, _linked_name(roled, place, may_be=place > headline and not authors)) for place in near)
    place, name = next(((place, name) for place, name in found if name), (None, ""))
    if place is None:
        return roled
    one = roled[place]
    label = one.text[: one.text.index(name)].strip() or None
    byline = RoledBlock(name, Role.BYLINE, replace(one.block, text=name, link_share=0.0, unlikely=False), label)
    return [*roled[:place], byline, *roled[place + 1 :]]


def with_boxed_byline(roled: list[RoledBlock]) -> list[RoledBlock]:
    """The name in a writer's box is the byline, where there is none; the box's other lines are residue.

    The box stands right above the headline, between it and the text, or at the end.
    """
    headline = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), None)
    if headline is None or not has_arabic(roled[headline].text):
        return roled
    end = headline + 1 + first_prose(roled[headline + 1 :])
    end = min(max(end, headline + 1 + _NEAR), len(roled))
    near = (*range(max(headline - _ABOVE, 0), end), *range(max(end, len(roled) - AUTHOR_LINES), len(roled)))
    title = roled[headline].block.place
    boxes = ((place, writers_box(roled[place].block, title)) for place in near if _may_be_boxed(roled[place]))
    name, box = next(((place, box) for place, box in boxes if box is not None), (headline, None))
    if box is None and (pictured := next((place for place in near if _is_pictured(roled, place)), None)):
        name, box = pictured, roled[pictured].block.place
    beside = {place for place in near if box and is_within(roled[place].block.place, box)}
    if box is None or any(roled[place].role is Role.BYLINE for place in near if place not in beside):
        return roled
    block = replace(roled[name].block, furniture=False, link_share=0.0, unlikely=False)
    byline = replace(roled[name], role=Role.BYLINE, block=block)
    return [
        byline if place == name else replace(one, role=None) if place in beside and _may_be_boxed(one) else one
        for place, one in enumerate(roled)
    ]


def _is_pictured(roled: Sequence[RoledBlock], place: int) -> bool:
    """True for a name in Arabic letters below a picture and beside the date, of whom the text does not tell: who is
    seen is the writer."""
    text = roled[place].text
    is_named = roled[place].role is Role.CAPTION and has_arabic(text) and is_name(text)
    if not is_named or not any(_is_date(roled, near) for near in _beside(roled, place)):
        return False
    told = " ".join(one.text for one in roled if one.role in (Role.PARAGRAPH, Role.HEADLINE))
    return not any(word in told for word in text.split() if len(word) > 2)


def _may_be_boxed(one: RoledBlock) -> bool:
    """True for a short line that is no sentence and neither headline nor date line."""
    is_line = len(one.text) <= _LENGTH_MOST and not ENDS_SENTENCE.search(one.text)
    return is_line and one.role not in (Role.HEADLINE, Role.DATELINE)


def _is_date(roled: Sequence[RoledBlock], place: int) -> bool:
    return 0 <= place < len(roled) and roled[place].role is Role.DATELINE


def _linked_name(roled: Sequence[RoledBlock], place: int, *, may_be: bool) -> str | None:
    """The name at the end of a line of links; None for any other line."""
    one = roled[place]
    is_large = 0 < one.block.level < _NAME_LEVEL_LEAST
    if one.role is not None or is_large or one.block.furniture or one.block.link_share < _ALL_LINKS_SHARE:
        return None
    node = one.block.place.node
    links = [(display_form(link.text(deep=True)), link.attributes.get("href") or "") for link in links_of(node)]
    writers = [text for text, address in links if leads_to_writer(address) and is_name(text)]
    if writers:
        rest = reduce(lambda text, name: text.replace(name, " "), writers, one.text)
        is_all = _JOINS.issuperset(_WORD.findall(rest.lower()))
        return one.text if is_all else next((text for text in writers if one.text.endswith(text)), None)
    is_plain = is_name(one.text) and "&" not in one.text and not one.text.isupper()
    is_lone = all(roled[near].block.link_share < _ALL_LINKS_SHARE for near in _beside(roled, place))
    is_dated = any(_is_date(roled, near) for near in _beside(roled, place))
    is_here = len(links) == 1 and all(
        not words_of(address) & _TOPICS and "://" not in address and address[:1] != "#" for _, address in links
    )
    return one.text if may_be and is_plain and is_lone and is_dated and is_here else None


def _beside(roled: Sequence[RoledBlock], place: int) -> list[int]:
    return [near for near in (place - 1, place + 1) if 0 <= near < len(roled)]


def is_name_with_office(one: RoledBlock) -> bool:
    """True for a name with a place or an office behind it, and nothing else in the line.

    >>> from crawler.editions.linked_names import names_office
    >>> [names_office(text) for text in ("Rana Haddad in Tripoli", "Rana Haddad, Shipping editor", "Rain in Tripoli")]
    [True, True, False]
    """
    return one.role is Role.PARAGRAPH and not one.block.level and names_office(one.text)


def names_office(text: str) -> bool:
    """True for a text that is a name with a place or an office behind it."""
    if len(text) > _LENGTH_MOST:
        return False
    found = _WITH_OFFICE.fullmatch(text) or _WITH_OFFICE_ARABIC.fullmatch(text)
    return found is not None and is_name(found["name"])
