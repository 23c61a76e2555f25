"""A page's tree as blocks of visible text, in reading order: one walk over all of it.

One lexbor parse of a page of 340 KB costs 1.0 ms, this walk twice as much; bs4 took 11 ms on a third of it.
"""

import re

from selectolax.lexbor import LexborNode

from crawler.models.forms import display_form
from crawler.page.blocks import Block, PageBlocks, PictureBlock
from crawler.page.credit_names import ends_as_credit, is_credit_part, is_glued_credit
from crawler.page.element_flags import (
    BOLD,
    CAPTION,
    DROPPED,
    HIDDEN,
    LANGUAGE,
    LINKED,
    MARKED,
    PIECE,
    PREFORMATTED,
    TAG_FLAGS,
    is_no_caption,
    is_who_is_quoted,
    own_flags,
)
from crawler.page.furniture import BYLINE_LABEL, UNSEEN_TAGS
from crawler.page.line_parts import (
    is_caption_line,
    is_control,
    is_glued,
    is_in_sentence,
    is_lines_end,
    is_of_headings_margin,
    is_other_script,
    is_own_line,
    is_short_line,
    needs_space,
)
from crawler.page.link_addresses import leads_to_picture
from crawler.page.machine_dates import TIME_TAGS, machine_date
from crawler.page.picture_addresses import PICTURE_TAGS, picture_address
from crawler.page.places import BLOCK_TAGS, Place
from crawler.page.soft_wraps import join_soft_wraps

_JOINS_NAMES = frozenset("and & , ، و und et y e og och en и та".split()) | {", and"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEPTH_MOST = 200
# A mark for screen readers between two parts of a line, a kicker and a headline, that the style sheet keeps apart.
_PARTING_MARK = re.compile(r"\s*[:.,;|·•–—/]+\s*")
# Between a caption and its credit.
_BEFORE_CREDIT = "—–|·•"
# Menus are not taken apart: their text is one block.
_MENU_TAGS = frozenset({"nav", "select", "menu"})
_PASSED_OVER = UNSEEN_TAGS | {"-comment"}
# What an element does not hand on: it is a piece, or one language's, as far as it is a line of its own.
_OWN = PIECE | LANGUAGE | MARKED


def read_blocks(body: LexborNode) -> PageBlocks:
    """The blocks and pictures of an element, hidden ones among them.

    Every character of text is in one block, but for what stands beside a heading to link to it or to edit it.
    """
    reader = _BlockReader()
    place = Place(body.tag or "body", None, body, body.attributes)
    reader.read(body, place, 0, 0)
    reader.flush(place, 0)
    return join_soft_wraps(reader.blocks, reader.pictures)


class _BlockReader:
    """The walk, with the inline text on its way to becoming a block."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[PictureBlock] = []
        self._texts: list[str] = []
        self._length = self._linked = self._bold = 0
        self._machine_date: str | None = None
        self._signed = False

    def read(self, node: LexborNode, place: Place, flags: int, depth: int) -> None:
        """Read what stands in an element; `place` is the element itself or, for an inline one, the one around it."""
        if depth > _DEPTH_MOST or (place.tag in _MENU_TAGS and place.parent is not None):
            self._add_text(node.text(deep=True, separator=" "), place, flags)
            return
        texts = self._texts
        is_beside = False  # an inline element ended right before
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                text = child.text_content or ""
                if texts or not text.isspace():  # half of all texts are blanks between blocks
                    self._read_text(child, text, place, flags, is_beside=is_beside)
                is_beside = False
            elif tag in BLOCK_TAGS:
                is_beside = False
                self._read_block_element(child, tag, place, flags, depth)
            elif tag:
                if is_beside and texts and tag != "br":
                    self._part(child, place, flags)
                is_beside = tag != "br" and tag not in PICTURE_TAGS
                if tag not in _PASSED_OVER:
                    self._read_inline_element(child, tag, place, flags, depth)

    def _read_text(self, child: LexborNode, text: str, place: Place, flags: int, *, is_beside: bool) -> None:
        if is_beside and flags & CAPTION and text and ends_as_credit(child, text):
            self._end_caption(place, flags)
        if text and not text.isspace():
            self._add_text(text, place, flags)
        elif self._texts:
            self._texts.append(" ")

    def _part(self, child: LexborNode, place: Place, flags: int) -> None:
        """Keep an inline element apart from the one before it, where the style sheet does."""
        is_credit = bool(flags & CAPTION) and is_glued_credit(child, self._texts[-1])
        if is_credit or is_glued(child, place, self._texts[-1]):
            self.flush(place, flags)
        elif needs_space(child, place, self._texts[-1]):
            self._texts.append(" ")

    def _end_caption(self, place: Place, flags: int) -> None:
        """End a caption before its credit; a dash between the two is a block of its own."""
        caption = "".join(self._texts).rstrip()
        bare = caption.rstrip(_BEFORE_CREDIT)
        if bare != caption:
            self._texts[:] = [bare]
        self.flush(place, flags)
        if bare != caption:
            self._texts.append(caption[len(bare) :])
            self.flush(place, flags)

    def flush(self, place: Place, flags: int) -> None:
        """End the block that the text so far makes."""
        if not self._texts:
            return
        text = display_form("".join(self._texts))
        if text:
            self.blocks.append(self._block(text, place, flags))
        self._texts.clear()
        self._length = self._linked = self._bold = 0
        self._machine_date = None
        self._signed = False

    def _block(self, text: str, place: Place, flags: int) -> Block:
        length = self._length
        return Block(
            text,
            place,
            bool(flags & HIDDEN),
            bool(flags & CAPTION),
            bool(flags & PIECE),
            self._linked / length if length else 0.0,
            0 < length == self._bold,
            self._machine_date,
            bool(flags & DROPPED),
            signed=self._signed,
        )

    def _add_text(self, text: str, place: Place, flags: int) -> None:
        if flags & PREFORMATTED:
            *lines, text = text.split("\n")
            for line in lines:
                self._add_line(line, flags)
                self.flush(place, flags)
        self._add_line(text, flags)

    def _add_line(self, text: str, flags: int) -> None:
        self._texts.append(text)
        size = len(text.strip())
        self._length += size
        if flags & LINKED:
            self._linked += size
        if flags & BOLD:
            self._bold += size

    def _read_block_element(self, node: LexborNode, tag: str, place: Place, flags: int, depth: int) -> None:
        if self._texts:
            self.flush(place, flags)
        if node.first_child is None:
            return
        attributes = node.attributes
        inner = Place(tag, place, node, attributes, _HEADINGS.get(tag, place.level))
        own = own_flags(node, attributes) if attributes else 0
        inner_flags = flags | own & ~_OWN | TAG_FLAGS.get(tag, 0)
        if inner_flags & CAPTION and not own & CAPTION and (is_no_caption(tag, flags) or is_who_is_quoted(tag, node)):
            inner_flags &= ~CAPTION
        if own & PIECE:
            self._machine_date = machine_date(tag, attributes)
        self.read(node, inner, inner_flags, depth + 1)
        if self._texts:
            self.flush(inner, inner_flags)

    def _read_inline_element(self, node: LexborNode, tag: str, place: Place, flags: int, depth: int) -> None:
        if tag == "br":
            self.flush(place, flags)
            return
        attributes = node.attributes
        if tag in PICTURE_TAGS:
            self._add_picture(node, place)
            return
        if tag == "button" and is_control(node, place):
            self._read_block_element(node, tag, place, flags, depth)
            return
        if place.level and is_of_headings_margin(node, tag, attributes):
            return
        own = own_flags(node, attributes) if attributes else 0
        inner_flags = flags | own & ~_OWN | TAG_FLAGS.get(tag, 0)
        if tag == "a" and leads_to_picture(attributes):
            inner_flags &= flags | ~LINKED
        if not (own or place.level or flags & CAPTION or tag in TIME_TAGS):  # nearly all are but a part of their line
            self._read_in_line(node, tag, place, flags, inner_flags, depth)
            return
        may_begin = bool(own & PIECE or tag in TIME_TAGS) and not is_in_sentence(node, place)
        stated = machine_date(tag, attributes) if may_begin else None
        may_begin = may_begin and (bool(own & PIECE) or tag == "time" or stated is not None) and not flags & PIECE
        begins_piece = may_begin and is_short_line(place, node) and not self._is_one_of_several(node, tag, place)
        is_credit = bool(flags & CAPTION) and is_credit_part(node, place, attributes)
        if not (begins_piece or is_credit or _is_bounded(node, own, place, flags)):
            self._machine_date = stated or self._machine_date
            self._read_in_line(node, tag, place, flags, inner_flags, depth)
            return
        if own & HIDDEN and not begins_piece and not own & (LANGUAGE | MARKED):
            # In a panel that opens it stays unseen.
            dropped = DROPPED if flags & HIDDEN else 0
            self._read_aside(node, Place(tag, place, node, attributes, place.level), inner_flags | dropped, depth + 1)
            return
        piece = PIECE if begins_piece else 0
        if is_credit:
            self._end_caption(place, flags)
        self.flush(place, flags | piece)
        inner = Place(tag, place, node, attributes, place.level)
        self._machine_date = stated
        self.read(node, inner, inner_flags | piece, depth + 1)
        self.flush(inner, inner_flags | piece)

    def _read_in_line(self, node: LexborNode, tag: str, place: Place, flags: int, inner_flags: int, depth: int) -> None:
        """Read an inline element as a part of its line, or as a line of its own where it is one."""
        is_line = is_own_line(tag, node, place)
        if is_line:
            self.flush(place, flags)
        self.read(node, place, inner_flags, depth + 1)
        if is_line:
            self.flush(place, inner_flags)

    def _read_aside(self, node: LexborNode, place: Place, flags: int, depth: int) -> None:
        """Read what no reader sees in a line ("opens in a new tab") as a block; the line goes on behind it."""
        line = self._texts, self._length, self._linked, self._bold, self._machine_date
        self._texts, self._length, self._linked, self._bold, self._machine_date = [], 0, 0, 0, None
        self.read(node, place, flags, depth)
        self.flush(place, flags)
        self._texts, self._length, self._linked, self._bold, self._machine_date = line
        said = node.text(deep=True).strip()
        self._signed = BYLINE_LABEL.match(said.rstrip(" ,،")) is not None
        if self._texts and _PARTING_MARK.fullmatch(said):
            self._texts.append(" ")

    def _is_one_of_several(self, node: LexborNode, tag: str, place: Place) -> bool:
        """True for a link to one of the writers that a line names together: "By Rana Haddad and Salma Aziz"."""
        if tag != "a" or place.level:
            return False
        said = "".join(self._texts).split()
        if not said or not BYLINE_LABEL.match(said[0]):
            return False
        if len(said) > 1:
            return said[-1].lower() in _JOINS_NAMES or said[-1].endswith((",", "،"))
        after = node.next
        return after is not None and after.tag == "-text" and (after.text_content or "").strip().lower() in _JOINS_NAMES

    def _add_picture(self, node: LexborNode, place: Place) -> None:
        address = picture_address(node)
        if address:
            self.pictures.append(PictureBlock(address, place, len(self.blocks)))


def _is_bounded(node: LexborNode, own: int, place: Place, flags: int) -> bool:
    """True for an inline element that is a block of its own: hidden, with a template's mark, in the other script, a
    caption."""
    if own & (HIDDEN | MARKED):
        return True
    is_other = bool(own & LANGUAGE or is_lines_end(node, place, flags)) and is_other_script(node, place)
    return is_other or (bool(own & CAPTION & ~flags) and is_caption_line(node, place))
