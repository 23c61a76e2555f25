"""Lines that are nothing but links to other sites: among the text they are its sources, not ways to more articles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.page.blocks import Block
from crawler.page.furniture import BOX_LABEL, is_furniture_text
from crawler.page.places import Place
from crawler.page.prose import ENDS_SENTENCE
from crawler.urls import registrable_domain

_ALL_LINKS_SHARE = 0.97
# A name alone leads to a profile or an app, in any list of them.
_WORDS_LEAST = 3
_LENGTH_LEAST, _LENGTH_MOST = 15, 400  # characters
_PAID = re.compile(r"\b(?:sponsored|nofollow)\b", re.IGNORECASE)
_OTHER_SITE = re.compile(r"\s*(?:https?:)?//([^/?#:@\s]+)", re.IGNORECASE)
# The line is all that its element says, but for a mark (characters).
_BESIDE_MOST = 10
_LINES_BEFORE = 2
# So many paragraphs of the text stand beside such a line, or beside its list.
_TEXT_BESIDE_LEAST = 2
# A site that so many links of a page lead to, and more than to any other, is its own, whatever its address.
_LINKS_LEAST = 5


def with_offsite_lines(blocks: Sequence[Block], tree: LexborHTMLParser, url: str) -> tuple[Block, ...]:
    """The blocks, with sources that lead to other sites marked as surely text.

    They are whole sentences among the paragraphs, and entries of a list there that a heading or a line ending in a
    colon leads to.
    """
    candidates = [number for number, block in enumerate(blocks) if _may_be_source(block)]
    heads = [number for number, block in enumerate(blocks) if _is_linked_heading(block)]
    if not (candidates or heads):
        return tuple(blocks)
    texts, text = Counter(block.text for block in blocks), _Surroundings(blocks)
    found = {number for number in candidates if texts[blocks[number].text] == 1 and text.holds(blocks[number])}
    own = _own_sites(tree, url) if found or heads else frozenset()
    away = {number for number in found.union(heads) if _leads_elsewhere(blocks[number], own)}
    return tuple(
        (block.judged(furniture=False, unlikely=False, sure=True) if number in found else replace(block, offsite=True))
        if number in away
        else block
        for number, block in enumerate(blocks)
    )


def _is_linked_heading(block: Block) -> bool:
    return block.level > 1 and block.link_share >= _ALL_LINKS_SHARE and not block.furniture


def _may_be_source(block: Block) -> bool:
    return (
        block.link_share >= _ALL_LINKS_SHARE
        and not (block.furniture or block.sure or block.level or block.piece or block.hidden or block.caption)
        and _LENGTH_LEAST <= len(block.text) <= _LENGTH_MOST
        and len(block.text.split()) >= _WORDS_LEAST
        and block.place.settled_length <= len(block.text) + _BESIDE_MOST
        and not is_furniture_text(block.text)
    )


class _Surroundings:
    """What stands beside the lines of a page and before its lists, counted once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._beside = Counter(block.place.container for block in blocks if block.sure and not block.level)
        self._before: dict[Place, Sequence[Block]] = {}
        for number, block in enumerate(blocks):
            self._before.setdefault(block.place.container, blocks[max(number - _LINES_BEFORE, 0) : number])

    def holds(self, block: Block) -> bool:
        """True for a sentence right among paragraphs, or an entry of a list there that something leads to."""
        around = block.place.container
        if around.tag not in ("ul", "ol") or around.parent is None:
            return self._beside[around] >= _TEXT_BESIDE_LEAST and _is_told(block.text)
        outer = (around.parent, around.parent.parent)
        return max(self._beside[one] for one in outer if one) >= _TEXT_BESIDE_LEAST and self._is_led_to(around)

    def _is_led_to(self, entries: Place) -> bool:
        """True where a heading, but of no box of links, or a line ending in a colon stands before a list.

        Between the heading and the list there may be one more line.
        """
        before = [block for block in self._before[entries] if block.place.container is entries.parent]
        if any(BOX_LABEL.match(block.text) for block in before):
            return False
        return any(block.level for block in before) or any(block.text.endswith((":", "：")) for block in before[-1:])


def _is_told(text: str) -> bool:
    return ENDS_SENTENCE.search(text) is not None and not text.endswith("!")


def _leads_elsewhere(block: Block, own: frozenset[str]) -> bool:
    links = block.place.node.css("a[href]")
    if any(_PAID.search(link.attributes.get("rel") or "") for link in links):
        return False
    sites = [_site_of(link) for link in links]
    return bool(sites) and all(site is not None and site not in own for site in sites)


def _own_sites(tree: LexborHTMLParser, url: str) -> frozenset[str]:
    """The site of the page's address, of the one it calls its own, and of most of its links if they name one."""
    linked = Counter(map(_site_of, tree.css("a[href]")))
    most = [site for site, count in linked.most_common(1) if site is not None and count >= _LINKS_LEAST]
    stated = [site for node in tree.css('link[rel="canonical"]') if (site := _site_of(node))]
    own = _OTHER_SITE.match(url)
    return frozenset([*([_registered(own[1])] if own else []), *stated, *most])


def _site_of(link: LexborNode) -> str | None:
    """The site that a link names; None for a link within the page's own."""
    named = _OTHER_SITE.match(link.attributes.get("href") or "")
    return _registered(named[1]) if named else None


def _registered(host: str) -> str:
    return registrable_domain(host.lower()) or host.lower()
