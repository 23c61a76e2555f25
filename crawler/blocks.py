"""A page as blocks of visible text, in reading order: one walk over the whole tree, with where each block stands.

One lexbor parse of a page of 330 KB costs 1.0 ms, this walk about as much again; bs4 took 11 ms on a third of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from selectolax.lexbor import LexborNode

from crawler.furniture import (
    CAPTION_WORDS,
    PIECE_WORDS,
    UNSEEN_TAGS,
    is_language_part,
    is_unseen,
    name_words,
)
from crawler.languages import count_letters
from crawler.models.forms import display_form
from crawler.places import BLOCK_TAGS, Place

# A line of pieces (date, byline, comments) is short; in a longer one a <time> or an author's link stands in prose.
_PIECES_LINE_LENGTH = 220
# A line may go on for long with links to sections and tags; this much it says beside them, in so many parts.
_LINE_OF_LINKS_LENGTH = 80
_LINE_PARTS_MOST = 40
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEPTH_MOST = 200
_LANGUAGE_NAMES = frozenset({"en", "ar", "english", "arabic", "rtl", "ltr"})
_LINE_LETTERS_LEAST = 10
# A line that ends so is whole; the next one after a <br> begins a block of its own.
_ENDS_LINE = re.compile(r"[.!?؟…۔:”\"»)\]]\s*$")
_SOFT_WRAP = re.compile(r"^[a-z]")
# What a heading's link to itself shows.
_ANCHOR_SIGNS = frozenset("# ¶ § 🔗 ⚓".split())
_PICTURE_ADDRESSES = ("data-src", "data-lazy-src", "data-original", "src")
ROLE_MARK, SIDE_MARK, DROP_MARK = "data-sijill-role", "data-sijill-side", "data-sijill-drop"


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One run of visible text that a reader sees as a line or paragraph of its own."""

    text: str
    """Display form, never empty."""
    place: Place
    """The element it stands in."""
    hidden: bool = False
    """True where a reader sees it only after a choice, if at all: a closed tab, a text behind a script."""
    caption: bool = False
    piece: bool = False
    """True for a part of a line that holds date, byline and the like."""
    link_share: float = 0.0
    """Share of its characters that stand in links."""
    bold: bool = False
    """True where all of it is bold."""
    machine_date: str | None = None
    """The datetime of a <time> element in it; None without one."""
    furniture: bool = False
    """True where it is known not to be of the article."""
    unlikely: bool = False
    """True where it does not look like a part of the body; it may yet be a headline, a standfirst, a date."""
    sure: bool = False
    """True where it is text by all signs but a rule's on links or names."""

    def judged(self, *, furniture: bool, unlikely: bool, sure: bool) -> "Block":
        """The block with what is known of it once its page is; `replace` takes four times as long."""
        return Block(
            self.text,
            self.place,
            self.hidden,
            self.caption,
            self.piece,
            self.link_share,
            self.bold,
            self.machine_date,
            furniture,
            unlikely,
            sure,
        )

    @property
    def level(self) -> int:
        """1-6 in a heading, else 0."""
        return self.place.level

    @property
    def names(self) -> frozenset[str]:
        """Words of the classes and ids of its element and the elements close around it."""
        return self.place.names

    @property
    def role_mark(self) -> str | None:
        """The role that the site's template gives it; None without one."""
        return self.place.mark(ROLE_MARK)

    @property
    def side_mark(self) -> str | None:
        """The language that the site's template gives it; None without one."""
        return self.place.mark(SIDE_MARK)


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture where it stands among the blocks."""

    address: str
    """As written."""
    place: Place
    after: int
    """How many blocks stand before it."""
    furniture: bool = False
    """True where it stands in what is not the article: a button, another article's card."""


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """What stands on a page, in reading order."""

    blocks: tuple[Block, ...]
    pictures: tuple[PictureBlock, ...]


_HIDDEN, _CAPTION, _PIECE, _LINKED, _BOLD, _PREFORMATTED, _DROPPED = (1 << bit for bit in range(7))
_TAG_FLAGS = {
    "a": _LINKED,
    "b": _BOLD,
    "strong": _BOLD,
    "pre": _PREFORMATTED,
    "figure": _CAPTION,
    "figcaption": _CAPTION,
}
# A figure may also hold a table, a quotation or code, which are text.
_NO_CAPTION_TAGS = frozenset({"table", "blockquote", "pre"})
# In these an element within a word is a drop cap or a spelling, in others a part of its own.
_RUNNING_TEXT_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote figcaption".split())
# Menus are not taken apart: their text is one block.
_MENU_TAGS = frozenset({"nav", "select", "button", "menu"})


def read_blocks(body: LexborNode) -> PageBlocks:
    """The blocks and pictures of an element, hidden ones among them; every character of text is in one block."""
    reader = _BlockReader()
    place = Place(body.tag or "body", None, body, body.attributes)
    reader.read(body, place, 0, 0)
    reader.flush(place, 0)
    return PageBlocks(tuple(_join_soft_wraps(reader.blocks)), tuple(reader.pictures))


class _BlockReader:
    """The walk, with the inline text on its way to becoming a block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[PictureBlock] = []
        self._texts: list[str] = []
        self._length = self._linked = self._bold = 0
        self._machine_date: str | None = None

    def read(self, node: LexborNode, place: Place, flags: int, depth: int) -> None:
        if depth > _DEPTH_MOST or (place.tag in _MENU_TAGS and place.parent is not None):
            self._add_text(node.text(deep=True, separator=" "), place, flags)
            return
        beside = False  # an inline element ended right before
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                beside = False
                text = child.text_content
                if text and not text.isspace():
                    self._add_text(text, place, flags)
                elif self._texts:
                    self._texts.append(" ")
            elif tag in BLOCK_TAGS:
                beside = False
                self._read_block_element(child, tag, place, flags, depth)
            elif tag:
                if beside and tag != "br" and self._is_glued(child, place):
                    self.flush(place, flags)
                beside = tag not in ("br", "img")
                if tag not in UNSEEN_TAGS:
                    self._read_inline_element(child, tag, place, flags, depth)

    def _is_glued(self, child: LexborNode, place: Place) -> bool:
        """True where an inline element would run into the one before it: a row of parts, spaced by the style sheet."""
        if place.tag in _RUNNING_TEXT_TAGS or not self._texts:
            return False
        before = self._texts[-1]
        if len(before) < 2 or not before[-1].isalnum() or not _is_short_line(place):
            return False
        after = child.text(deep=True)
        return len(after) > 1 and after[0].isalnum()

    def flush(self, place: Place, flags: int) -> None:
        """End the block that the text so far makes."""
        if not self._texts:
            return
        text = display_form("".join(self._texts))
        if text:
            self.blocks.append(self._block(text, place, flags))
        self._texts = []
        self._length = self._linked = self._bold = 0
        self._machine_date = None

    def _block(self, text: str, place: Place, flags: int) -> Block:
        length = self._length
        return Block(
            text,
            place,
            bool(flags & _HIDDEN),
            bool(flags & _CAPTION),
            bool(flags & _PIECE),
            self._linked / length if length else 0.0,
            bool(length) and self._bold == length,
            self._machine_date,
            bool(flags & _DROPPED),
        )

    def _add_text(self, text: str, place: Place, flags: int) -> None:
        if flags & _PREFORMATTED:
            first, *lines = text.split("\n")
            for line in lines:
                self._add_line(first, flags)
                self.flush(place, flags)
                first = line
            text = first
        self._add_line(text, flags)

    def _add_line(self, text: str, flags: int) -> None:
        self._texts.append(text)
        size = len(text.strip())
        self._length += size
        if flags & _LINKED:
            self._linked += size
        if flags & _BOLD:
            self._bold += size

    def _read_block_element(self, node: LexborNode, tag: str, place: Place, flags: int, depth: int) -> None:
        if self._texts:
            self.flush(place, flags)
        attributes = node.attributes
        inner = Place(tag, place, node, attributes, _HEADINGS.get(tag, place.level))
        own = _flags_of(attributes) if attributes else 0
        inner_flags = flags | own & ~_PIECE | _TAG_FLAGS.get(tag, 0)
        if inner_flags & _CAPTION and not own & _CAPTION and _is_no_caption(tag, flags):
            inner_flags &= ~_CAPTION
        self.read(node, inner, inner_flags, depth + 1)
        if self._texts:
            self.flush(inner, inner_flags)

    def _read_inline_element(self, node: LexborNode, tag: str, place: Place, flags: int, depth: int) -> None:
        if tag == "br":
            self.flush(place, flags)
            return
        attributes = node.attributes
        if tag == "img":
            self._add_picture(attributes, place)
            return
        if tag == "a" and place.level and node.text(deep=True).strip() in _ANCHOR_SIGNS:
            return
        own = _flags_of(attributes) if attributes else 0
        inner_flags = flags | own & ~_PIECE | _TAG_FLAGS.get(tag, 0)
        begins_piece = (own & _PIECE or tag == "time") and not flags & _PIECE and _is_short_line(place, node)
        if begins_piece:
            inner_flags |= _PIECE
        hides = own & _HIDDEN and not flags & _HIDDEN
        bounded = (
            begins_piece
            or hides
            or ROLE_MARK in attributes
            or (attributes and _is_other_script(node, attributes, place))
        )
        if not bounded:
            if tag == "time":
                self._machine_date = attributes.get("datetime") or self._machine_date
            self.read(node, place, inner_flags, depth + 1)
            return
        self.flush(place, flags | (_PIECE if begins_piece else 0))
        inner = Place(tag, place, node, attributes, place.level)
        if tag == "time":
            self._machine_date = attributes.get("datetime")
        self.read(node, inner, inner_flags, depth + 1)
        self.flush(inner, inner_flags)

    def _add_picture(self, attributes: dict[str, str | None], place: Place) -> None:
        for name in _PICTURE_ADDRESSES:
            address = attributes.get(name)
            if address and not address.startswith("data:"):
                self.pictures.append(PictureBlock(address, place, len(self.blocks)))
                return


def _flags_of(attributes: dict[str, str | None]) -> int:
    get = attributes.get
    classes, identifier = get("class"), get("id")
    flags = _named_flags(classes, identifier)
    if len(attributes) == (classes is not None) + (identifier is not None):
        return flags
    if "itemprop" in attributes or "rel" in attributes:
        flags |= _named_flags(get("itemprop"), get("rel"))
    style = get("style")
    if "hidden" in attributes or get("aria-hidden") == "true" or (style and is_unseen(None, style)):
        flags |= _HIDDEN
    return flags | _DROPPED if DROP_MARK in attributes else flags


@lru_cache(maxsize=16384)
def _named_flags(one: str | None, other: str | None) -> int:
    if not one and not other:
        return 0
    words = name_words(one, other)
    flags = _HIDDEN if is_unseen(one, None) or is_unseen(other, None) else 0
    flags |= _CAPTION if words & CAPTION_WORDS else 0
    return flags | (_PIECE if words & PIECE_WORDS else 0)


def _is_no_caption(tag: str, outer_flags: int) -> bool:
    return tag in _NO_CAPTION_TAGS or (tag == "p" and not outer_flags & _CAPTION)


def _is_short_line(place: Place, node: LexborNode | None = None) -> bool:
    """True for an element of little text; or where the line around an inline element says little outside its links."""
    if place.length <= _PIECES_LINE_LENGTH:
        return True
    return node is not None and place.tag not in _RUNNING_TEXT_TAGS and _is_line_of_links(node)


def _is_line_of_links(node: LexborNode) -> bool:
    """True where the inline elements and texts beside a node, its own included, say little outside links."""
    length = _length_outside_links(node)
    for step in ("prev", "next"):
        beside = getattr(node, step)
        for _ in range(_LINE_PARTS_MOST):
            if beside is None or beside.tag in BLOCK_TAGS or beside.tag == "br":
                break
            length += _length_outside_links(beside)
            if length > _LINE_OF_LINKS_LENGTH:
                return False
            beside = getattr(beside, step)
        else:
            return False
    return length <= _LINE_OF_LINKS_LENGTH


def _length_outside_links(node: LexborNode) -> int:
    if node.tag == "a":
        return 0
    text = node.text_content if node.tag == "-text" else node.text(deep=True)
    linked = sum(len(link.text(deep=True)) for link in node.css("a")) if node.tag != "-text" else 0
    return len((text or "").strip()) - linked


def _is_other_script(node: LexborNode, attributes: dict[str, str | None], place: Place) -> bool:
    """True for an inline element marked as one language whose line goes on in the other script.

    A foreign word within a sentence is no piece of its own: both must be a line's worth.
    """
    if not is_language_part(attributes) and not name_words(attributes.get("class")) & _LANGUAGE_NAMES:
        return False
    own, whole = count_letters(node.text(deep=True)), count_letters(place.node.text(deep=True))
    beside = (whole.arabic - own.arabic, whole.other - own.other)
    is_other = (own.arabic > own.other) != (beside[0] > beside[1])
    length, length_beside = own.arabic + own.other, sum(beside)
    return is_other and min(length, length_beside) >= _LINE_LETTERS_LEAST and length * 3 >= length_beside


def _join_soft_wraps(blocks: list[Block]) -> Iterator[Block]:
    """Lines broken by <br> in mid-sentence are one block: the first does not end, the next begins in lower case."""
    lines: list[Block] = []
    for block in blocks:
        if lines and not _wraps_into(lines[-1], block):
            yield _joined(lines)
            lines = []
        lines.append(block)
    if lines:
        yield _joined(lines)


def _joined(lines: Sequence[Block]) -> Block:
    if len(lines) == 1:
        return lines[0]
    return replace(lines[0], text=" ".join(line.text for line in lines))


def _wraps_into(one: Block, other: Block) -> bool:
    return (
        one.place is other.place
        and one.names == other.names
        and not one.piece
        and not other.piece
        and not _ENDS_LINE.search(one.text)
        and bool(_SOFT_WRAP.match(other.text))
    )
