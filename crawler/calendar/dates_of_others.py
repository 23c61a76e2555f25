"""Dates beside a headline that are none of its article's: that of a masthead, of a teaser, of a card."""

import re
from collections.abc import Iterator
from itertools import takewhile

from selectolax.lexbor import LexborNode

from crawler.calendar.date_readings import read_dates
from crawler.calendar.datelines import is_dateline
from crawler.calendar.nearby_lines import INLINE_TAGS
from crawler.urls import leads_to_front

# What holds a headline and a date above it, and little more, is the article's own header, whatever links are in it.
_HEADER_REST = 100  # characters
# A section and a tag or two may stand beside an article's date; more links are a menu.
_MENU_LINKS = 3
# A heading of fewer words names a section.
_HEADING_WORDS = 4
_CARD_LENGTH = 300
_HEADINGS = "h1, h2, h3, h4, h5, h6"
_WORD = re.compile(r"\w+")


def is_in_others_link(date: LexborNode, headline: LexborNode) -> bool:
    """True for a date in a link that says more than the date and does not hold the headline: a card's, a banner's."""
    outer = {node.mem_id for node in _around(headline)}
    link = next((node for node in _around(date) if node.tag == "a" and node.attributes.get("href")), None)
    if link is None or link.mem_id in outer:
        return False
    return _states_more_than_date(link)


def is_in_card(date: LexborNode, headline: LexborNode) -> bool:
    """True for a date below a headline in a small part of the page with the linked heading of another, or in a list of
    links, each with its date."""
    if _is_in_list_of_links(date):
        return True
    outer = {node.mem_id for node in _around(headline)}
    for around in _around(date):
        if around.mem_id in outer or len(around.text(deep=True)) > _CARD_LENGTH:
            return False
        headings = around.css(_HEADINGS) if around.tag != "-text" else []
        if any(_is_of_a_story(one, date) for one in headings):
            return True
    return False


def _is_in_list_of_links(date: LexborNode) -> bool:
    entry = next((node for node in _around(date) if node.tag == "li"), None)
    entries = (node for node in entry.parent.iter() if node.tag == "li") if entry is not None and entry.parent else ()
    dated = [one for one in entries if one.css_first("a[href]") is not None and _states_more_than_date(one)]
    return len(dated) > 1 and any(_is_same(one, entry) for one in dated)


def _states_more_than_date(node: LexborNode) -> bool:
    said = " ".join(node.text(deep=True, separator=" ").split())
    return not is_dateline(said) and any(one.year for one in read_dates(said, "und"))


def is_with_headline(date: LexborNode, headline: LexborNode) -> bool:
    """True for a date above a headline that stands with another one, or with the site's name as a heading."""
    branch = _branch_of(date, headline)
    headings = branch.css(_HEADINGS) if branch is not None and branch.tag != "-text" else []
    return any(_is_of_a_story(one, date) or _is_site_name(one) for one in headings)


def is_in_masthead(date: LexborNode, headline: LexborNode) -> bool:
    """True for a date above a headline that stands with a menu or right behind the site's name."""
    branch = _branch_of(date, headline)
    if branch is None or branch.parent is None or _length(branch.parent, branch, headline) <= _HEADER_REST:
        return False
    links = branch.css("a[href]") if branch.tag != "-text" else []
    beside = [link for link in links if not _is_same(_line_of(link), _line_of(date))]
    return len(beside) >= _MENU_LINKS or any(map(_is_to_front, beside)) or _follows_front(branch)


def _length(holder: LexborNode, *without: LexborNode) -> int:
    """Characters of all text in an element but for that in some within it."""
    whole, *others = (len("".join(node.text(deep=True).split())) for node in (holder, *without))
    return whole - sum(others)


def _branch_of(date: LexborNode, headline: LexborNode) -> LexborNode | None:
    """The widest node around a date, or the date's own, that does not hold the headline; None where its own does."""
    outer = {node.mem_id for node in _around(headline)}
    inner = list(takewhile(lambda node: node.mem_id not in outer, _around(date)))
    return inner[-1] if inner else None


def _around(node: LexborNode) -> Iterator[LexborNode]:
    """The node and the elements around it, innermost first."""
    around: LexborNode | None = node
    while around is not None:
        yield around
        around = around.parent


def _is_same(one: LexborNode | None, other: LexborNode | None) -> bool:
    return one is not None and other is not None and one.mem_id == other.mem_id


def _is_of_a_story(heading: LexborNode, date: LexborNode) -> bool:
    """True for a heading that is a link, other than the date's own, and more than a section's or a writer's name."""
    if heading.css_first("a[href]") is None or any(_is_same(node, heading) for node in _around(date)):
        return False
    return len(_WORD.findall(heading.text(deep=True))) >= _HEADING_WORDS


def _is_site_name(heading: LexborNode) -> bool:
    return any(map(_is_to_front, heading.css("a[href]")))


def _line_of(node: LexborNode) -> LexborNode | None:
    """The nearest element around that is a line of its own."""
    return next((around for around in _around(node) if around.tag not in INLINE_TAGS), None)


def _is_to_front(link: LexborNode) -> bool:
    return leads_to_front(link.attributes.get("href") or "")


def _follows_front(branch: LexborNode) -> bool:
    """True where nothing but a link to the site's front, its name, stands right before."""
    before = branch.prev
    while before is not None and not before.text(deep=True).strip():
        before = before.prev
    if before is None or before.tag == "-text":
        return False
    links = [before] if before.tag == "a" else before.css("a[href]")
    return any(map(_is_to_front, links)) and before.text(deep=True).strip() == links[0].text(deep=True).strip()
