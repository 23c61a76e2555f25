"""Where a picture's file is: of the addresses that an element gives for it, the one that readers get."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.page.element_flags import Attributes

PICTURE_TAGS = frozenset({"img", "amp-img", "video"})
# A page that loads pictures when they are scrolled to has a stand-in in `src`.
_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "src")
_FIRST_FRAMES = ("poster", "data-poster")
_CANDIDATES = ("data-srcset", "data-lazy-srcset", "srcset")
_BEACON_STYLE = re.compile(r"(?<![a-z-])(?:width|height)\s*:\s*[01]px")
_BEACON_SIZES = frozenset({"0", "1", "0px", "1px"})
# One candidate of a srcset: an address without spaces, and how wide or dense it is (HTML, 4.8.4.2.1).
_CANDIDATE = re.compile(r"(?P<address>[^\s,]\S*[^\s,])(?:\s+(?P<size>[\d.]+)[wx])?\s*(?:,|$)")


def picture_address(node: LexborNode) -> str | None:
    """The address of an <img> as written, of several sizes the largest; of a <video> that of its first picture.

    None where it has none but data, and for a picture of one pixel, which counts readers.
    """
    attributes = node.attributes
    if not attributes.get("alt") and _is_beacon(attributes):
        return None
    for name in _FIRST_FRAMES if node.tag == "video" else _ADDRESSES:
        address = attributes.get(name)
        if address and not address.startswith("data:"):
            return address
    outer = node.parent
    sources = outer.css("source") if outer is not None and outer.tag == "picture" else []
    given = (one.get(name) for one in (attributes, *(source.attributes for source in sources)) for name in _CANDIDATES)
    return next((largest for srcset in given if srcset and (largest := _largest(srcset))), None)


def _is_beacon(attributes: Attributes) -> bool:
    """True for a picture of one pixel by its size or its style."""
    sizes = {attributes.get("width"), attributes.get("height")}
    return sizes <= _BEACON_SIZES or _BEACON_STYLE.search(attributes.get("style") or "") is not None


def _largest(srcset: str) -> str | None:
    """The widest or densest of a srcset's candidates; None where there is none but data."""
    found = [one for one in _CANDIDATE.finditer(srcset) if not one["address"].startswith("data:")]
    largest = max(found, key=lambda one: float(one["size"] or 1), default=None)
    return largest["address"] if largest is not None else None


def place_unscripted_pictures(tree: LexborHTMLParser) -> None:
    """Show the pictures that a page has for readers without scripts, where it has no address for one itself."""
    unscripted = [(one, pictures[0]) for one in tree.css("noscript") if len(pictures := one.css("img")) == 1]
    if not unscripted:
        return
    own = {picture.mem_id for _, picture in unscripted}
    shown = {
        outer.mem_id
        for picture in tree.css(", ".join(PICTURE_TAGS))
        if picture.mem_id not in own and picture_address(picture)
        for outer in (picture.parent, picture.parent.parent if picture.parent is not None else None)
        if outer is not None
    }
    for one, picture in unscripted:
        is_missing = one.parent is not None and one.parent.mem_id not in shown
        if is_missing and picture_address(picture) and not one.text(deep=True).strip():
            one.unwrap()
