"""Links that lead to a writer's page, and short lines that name a writer for the box or the link that they stand in."""

import re
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from crawler.languages import has_arabic
from crawler.models.forms import display_form
from crawler.page.blocks import Block
from crawler.page.furniture import BYLINE_WORDS
from crawler.page.names import is_name
from crawler.page.places import Place

# What the addresses of writers' pages have among their words.
_WRITERS = frozenset(
    "author authors autor autoren autore autores auteur auteurs people person profile profiles staff by byline "
    "journalist journalists contributor contributors writer writers columnist columnists reporter reporters team user "
    "users correspondent redakteur yazar kirjoittaja forfatter كاتب كتاب الكاتب الكتاب مؤلف محرر".split()
)
_BOX_WORDS = BYLINE_WORDS | {"columnist", "opinionist"}
# Boxes that are about other articles' writers, or about readers who write.
_OTHERS = re.compile(r"related|recommend|comment|teaser|sidebar|latest|popular|more[-_]|list", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NAME_LENGTH = 60  # characters
# A writer's box holds a portrait, a name and a line about the writer.
_BOX_LENGTH, _BOX_LEVELS = 160, 3
# A name in a heading of a low level beside a portrait; a headline is larger.
_NAME_LEVEL_LEAST = 3


def words_of(address: str) -> set[str]:
    """The words of an address, in small letters."""
    return set(_WORD.findall(unquote(address).lower()))


def leads_to_writer(address: str) -> bool:
    """True for the address of a page about a writer; not for a place within the page itself."""
    return not address.startswith("#") and not words_of(address).isdisjoint(_WRITERS)


def links_of(node: LexborNode) -> list[LexborNode]:
    """The links in an element, or the one right around it."""
    inside = node.css("a")
    around = node.parent
    return inside or ([around] if around is not None and around.tag == "a" else [])


def writers_box(block: Block, headline: Place) -> Place | None:
    """The box that a line opens which names a writer: one called so, one with a portrait beside a name in a small
    heading, or one whose name leads to the writer's page; None for any other line.

    It holds little else, and not the headline.
    """
    name = _name_of(block)
    if name is None or len(block.text) > _NAME_LENGTH or 0 < block.level < _NAME_LEVEL_LEAST:
        return None
    around = [place for place in block.place.chain() if _may_be_box(place, block.place, headline, name)]
    if any(_OTHERS.search(place.called) for place in around):
        return None
    is_called = any(place.words & _BOX_WORDS for place in around)
    has_portrait = bool(around and block.level) and around[-1].node.css_first("img") is not None
    return around[-1] if around and (is_called or has_portrait or _is_linked(block)) else None


def _may_be_box(outer: Place, inner: Place, headline: Place, name: str) -> bool:
    is_near = inner.depth - outer.depth <= _BOX_LEVELS and outer.settled_length <= _BOX_LENGTH
    return is_near and outer not in headline.chain() and outer.node.text(deep=True).lstrip().startswith(name)


def _is_linked(block: Block) -> bool:
    return any(leads_to_writer(link.attributes.get("href") or "") for link in links_of(block.place.node))


def _name_of(block: Block) -> str | None:
    """A line that is a name in Arabic letters, or the linked name that it opens with; None where it is neither.

    In Latin letters a section's name looks like a writer's.
    """
    if block.text.isascii():
        return None
    if is_name(block.text):
        return block.text if has_arabic(block.text) else None
    linked = (display_form(link.text(deep=True)) for link in block.place.node.css("a")) if block.link_share else ()
    return next((name for name in linked if is_name(name) and block.text.startswith(name)), None)
