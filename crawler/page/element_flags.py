"""What an element's attributes say of the text in it, as bits: hidden, a caption, a piece of a line, a language's."""

import re
from collections.abc import Mapping
from functools import lru_cache

from selectolax.lexbor import LexborNode

from crawler.page.furniture import CAPTION_WORDS, PIECE_WORDS, name_words
from crawler.page.places import DROP_MARK, ROLE_MARK
from crawler.page.unseen import is_unseen

HIDDEN, CAPTION, PIECE, LINKED, BOLD, PREFORMATTED, DROPPED, LANGUAGE, MARKED = (1 << bit for bit in range(9))
TAG_FLAGS = {
    "a": LINKED,
    "b": BOLD,
    "strong": BOLD,
    "pre": PREFORMATTED,
    "figure": CAPTION,
    "figcaption": CAPTION,
}
# A figure may also hold a table, a quotation or code, which are text.
_NO_CAPTION_TAGS = frozenset({"table", "blockquote", "pre"})
# Style sheets call a size of letters after captions: "text-caption", "MuiTypography-caption".
_SIZES = re.compile(
    r"(?<![\w-])(?:[a-z]+:)?(?:text|font|type|typography|muitypography)(?:[-_]+[a-z]+)*[-_]+captions?\b", re.IGNORECASE
)
# What a caption is called in short, beside the picture's own name: "img-cap", "photoDesc".
_CAPTION_PHRASE = re.compile(
    r"(?:img|image|photo|pic|picture|media|thumb)(?:[-_]*(?:block|box|item|info|wrap(?:per)?))?[-_]*(?:cap|desc(?:ription)?)\b"
)
_LANGUAGE_NAMES = frozenset({"en", "ar", "english", "arabic", "rtl", "ltr"})
# Attributes other than class and id that say something; most elements have none of them.
_TELLING = frozenset({"itemprop", "rel", "hidden", "aria-hidden", "style", ROLE_MARK, DROP_MARK, "lang", "dir"})

Attributes = Mapping[str, str | None]


def flags_of(attributes: Attributes) -> int:
    """The flags that an element's own attributes set; LANGUAGE where they may name one, MARKED with a role."""
    get = attributes.get
    flags = _named_flags(get("class"), get("id"))
    if _TELLING.isdisjoint(attributes):
        return flags
    if "itemprop" in attributes or "rel" in attributes:
        flags |= _named_flags(get("itemprop"), get("rel"))
    style = get("style")
    if "hidden" in attributes or get("aria-hidden") == "true" or (style and is_unseen(None, style)):
        flags |= HIDDEN
    if "lang" in attributes or "dir" in attributes:
        flags |= LANGUAGE
    if ROLE_MARK in attributes:
        flags |= MARKED
    return flags | DROPPED if DROP_MARK in attributes else flags


def own_flags(node: LexborNode, attributes: Attributes) -> int:
    """The flags that an element sets itself; hidden from listeners beside what only they hear, it is what is seen.

    What the page's headline stands in is no caption: whole pages are called so ("page right-column caption").
    """
    flags = flags_of(attributes)
    if flags & CAPTION and node.css_first("h1") is not None:
        flags &= ~CAPTION
    return flags & ~HIDDEN if flags & HIDDEN and _is_seen_twin(node, attributes) else flags


def _is_seen_twin(node: LexborNode, attributes: Attributes) -> bool:
    if attributes.get("aria-hidden") != "true":
        return False
    rest = {name: value for name, value in attributes.items() if name != "aria-hidden"}
    before = node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    if before is None or before.tag in ("-text", "-comment") or flags_of(rest) & HIDDEN:
        return False
    return is_unseen(before.attributes.get("class"), None)


# In a name without one of these none of the words stands; most have none.
_HINTS = re.compile("|".join(sorted(CAPTION_WORDS | PIECE_WORDS | _LANGUAGE_NAMES, key=len, reverse=True)))


# A page names the same two hundred pairs of class and id on three times as many elements.
@lru_cache(maxsize=16384)
def _named_flags(one: str | None, other: str | None) -> int:
    if not one and not other:
        return 0
    flags = HIDDEN if is_unseen(one, None) or is_unseen(other, None) else 0
    named = f"{one} {other}".lower()
    flags |= CAPTION if _CAPTION_PHRASE.search(named) else 0
    if not _HINTS.search(named):
        return flags
    words = name_words(one, other)
    if not CAPTION_WORDS.isdisjoint(words):
        sized = _SIZES.sub(" ", f"{one or ''} {other or ''}")
        flags |= 0 if CAPTION_WORDS.isdisjoint(name_words(sized, None)) else CAPTION
    flags |= 0 if _LANGUAGE_NAMES.isdisjoint(words) else LANGUAGE
    return flags if PIECE_WORDS.isdisjoint(words) else flags | PIECE


def is_who_is_quoted(tag: str, node: LexborNode) -> bool:
    """True for the <figcaption> of a figure that holds a quotation and nothing to look at: it says who is quoted."""
    if tag != "figcaption" or node.parent is None or node.parent.css_first("blockquote") is None:
        return False
    return node.parent.css_first("img, picture, video, amp-img, iframe, table") is None


def is_no_caption(tag: str, outer_flags: int) -> bool:
    """True for an element that is text although a figure stands around it."""
    return tag in _NO_CAPTION_TAGS or (tag == "p" and not outer_flags & CAPTION)
