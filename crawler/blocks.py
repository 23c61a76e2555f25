"""The article's subtree as blocks of visible text, in reading order; bs4 reads them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bs4 import BeautifulSoup
from bs4.element import CData, Comment, Declaration, Doctype, NavigableString, ProcessingInstruction, Tag

from crawler.furniture import (
    CAPTION_WORDS,
    FURNITURE_TAGS,
    PIECE_WORDS,
    UNSEEN_TAGS,
    is_furniture_name,
    is_language_part,
    is_unseen,
    name_words,
)
from crawler.languages import count_letters
from crawler.models.forms import display_form
from crawler.subtree import BLOCK_TAGS

# A line of pieces (date, byline, comments) is short; in a longer one a <time> or an author's link stands in prose.
_PIECES_LINE_LENGTH = 220
# Names are not believed where they would take out more than this share of the subtree.
_FURNITURE_SHARE_MOST = 0.5
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD_TAGS = frozenset({"b", "strong"})
_NOT_TEXT = (Comment, Declaration, Doctype, ProcessingInstruction, CData)
_DEPTH_MOST = 200
_LANGUAGE_NAMES = frozenset({"en", "ar", "english", "arabic", "rtl", "ltr"})
_LINE_LETTERS_LEAST = 10
# A line that ends so is whole; the next one after a <br> begins a block of its own.
_ENDS_LINE = re.compile(r"[.!?؟…۔:”\"»)\]]\s*$")
_SOFT_WRAP = re.compile(r"^[a-z]")


@dataclass(frozen=True, slots=True)
class Block:
    """One run of visible text that a reader sees as a line or paragraph of its own."""

    text: str
    """Display form, never empty."""
    level: int = 0
    """1-6 in a heading, else 0."""
    names: frozenset[str] = frozenset()
    """Words of the classes and ids of its element and the elements close around it."""
    furniture: bool = False
    caption: bool = False
    piece: bool = False
    """True for a part of a line that holds date, byline and the like."""
    link_share: float = 0.0
    """Share of its characters that stand in links."""
    bold: bool = False
    """True where all of it is bold."""
    machine_date: str | None = None
    """The datetime of a <time> element in it; None without one."""


@dataclass(slots=True)
class _Run:
    """Inline text on its way to becoming a block."""

    texts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    length: int = 0
    machine_date: str | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    level: int = 0
    names: frozenset[str] = frozenset()
    furniture: bool = False
    caption: bool = False
    piece: bool = False
    linked: bool = False
    bold: bool = False
    preformatted: bool = False


@dataclass(frozen=True, slots=True)
class Subtree:
    """What stands in the article's subtree."""

    blocks: tuple[Block, ...]
    pictures: tuple[tuple[str, bool], ...]
    """(address as written, in furniture) of each picture, in order."""


def read_blocks(html: str) -> Subtree:
    """The blocks and pictures of a piece of HTML; empty text gives none. Every visible character is in one block."""
    soup = BeautifulSoup(html, "lxml")
    reader = _BlockReader(len(soup.get_text()))
    reader.read(soup.body or soup, _Context(), 0)
    reader.flush(_Context())
    return Subtree(tuple(_join_soft_wraps(reader.blocks)), tuple(reader.pictures))


class _BlockReader:
    def __init__(self, total_length: int) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[tuple[str, bool]] = []
        self._run = _Run()
        self._total = total_length

    def read(self, tag: Tag, context: _Context, depth: int) -> None:
        if depth > _DEPTH_MOST:
            self._add_text(tag.get_text(" "), context)
            return
        for child in tag.children:
            if isinstance(child, Tag):
                self._read_tag(child, context, depth)
            elif isinstance(child, NavigableString) and not isinstance(child, _NOT_TEXT):
                self._add_text(str(child), context)

    def flush(self, context: _Context) -> None:
        run, self._run = self._run, _Run()
        text = display_form("".join(run.texts))
        if not text:
            return
        self.blocks.append(
            Block(
                text=text,
                level=context.level,
                names=context.names,
                furniture=context.furniture,
                caption=context.caption,
                piece=context.piece,
                link_share=run.linked / run.length if run.length else 0.0,
                bold=bool(run.length) and run.bold == run.length,
                machine_date=run.machine_date,
            )
        )

    def _add_text(self, text: str, context: _Context) -> None:
        for number, line in enumerate(text.split("\n") if context.preformatted else [text]):
            if number:
                self.flush(context)
            size = len(line.strip())
            run = self._run
            run.texts.append(line)
            run.length += size
            run.linked += size if context.linked else 0
            run.bold += size if context.bold else 0

    def _read_tag(self, tag: Tag, context: _Context, depth: int) -> None:
        name = tag.name
        if name in UNSEEN_TAGS or _is_hidden(tag):
            return
        if name == "br":
            self.flush(context)
        elif name == "img":
            self._add_picture(tag, context)
        else:
            inner = self._enter(tag, context)
            bounded = name in BLOCK_TAGS or (inner.piece and not context.piece) or _is_other_script(tag)
            if bounded:
                self.flush(replace(context, piece=context.piece or (inner.piece and name not in BLOCK_TAGS)))
            if name == "time" and tag.get("datetime"):
                self._run.machine_date = str(tag["datetime"])
            self.read(tag, inner, depth + 1)
            if bounded:
                self.flush(inner)

    def _enter(self, tag: Tag, context: _Context) -> _Context:
        name, classes, identifier = tag.name, _joined(tag.get("class")), _joined(tag.get("id"))
        own = name_words(classes, identifier, _joined(tag.get("itemprop")), _joined(tag.get("rel")))
        block = name in BLOCK_TAGS
        return _Context(
            level=_HEADINGS.get(name, context.level),
            names=own | context.names if (own and not block) or not own else own | _kept(context.names),
            furniture=context.furniture or self._is_furniture(tag, classes, identifier),
            caption=_is_caption(name, own, context.caption),
            piece=context.piece or (not block and self._is_piece(tag, own)),
            linked=context.linked or name == "a",
            bold=context.bold or name in _BOLD_TAGS,
            preformatted=context.preformatted or name == "pre",
        )

    def _is_furniture(self, tag: Tag, classes: str, identifier: str) -> bool:
        if tag.name == "h1":
            return False
        by_tag = tag.name in FURNITURE_TAGS and not is_language_part(tag.attrs)
        named = by_tag or is_furniture_name(classes, identifier)
        return named and len(tag.get_text()) <= _FURNITURE_SHARE_MOST * max(self._total, 1)

    def _is_piece(self, tag: Tag, own: frozenset[str]) -> bool:
        if tag.name != "time" and not own & PIECE_WORDS:
            return False
        line = next((parent for parent in tag.parents if parent.name in BLOCK_TAGS), None)
        return line is None or len(line.get_text()) <= _PIECES_LINE_LENGTH

    def _add_picture(self, tag: Tag, context: _Context) -> None:
        for attribute in ("data-src", "data-lazy-src", "data-original", "src"):
            address = _joined(tag.get(attribute))
            if address and not address.startswith("data:"):
                self.pictures.append((address, context.furniture))
                return


def _is_caption(name: str, own: frozenset[str], outer: bool) -> bool:
    """A picture's caption or credit; a figure may also hold a table, a quotation or code, which are text."""
    if name in ("table", "blockquote", "pre", "p") and not own & CAPTION_WORDS:
        return outer and name == "p"
    return outer or name in ("figcaption", "figure") or bool(own & CAPTION_WORDS)


def _kept(names: frozenset[str]) -> frozenset[str]:
    """Names of an outer block that still say what an inner one is."""
    return names & (PIECE_WORDS | CAPTION_WORDS | {"standfirst", "lead", "excerpt", "summary", "subtitle"})


def _joined(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return str(value) if value else ""


def _is_hidden(tag: Tag) -> bool:
    if not tag.attrs:
        return False
    hidden = tag.has_attr("hidden") or is_unseen(_joined(tag.get("class")), _joined(tag.get("style")))
    return hidden and not is_language_part(tag.attrs)


def _is_other_script(tag: Tag) -> bool:
    """True for an inline element marked as one language whose line goes on in the other script.

    A foreign word within a sentence is no piece of its own: both must be a line's worth.
    """
    marked = is_language_part(tag.attrs) or name_words(_joined(tag.get("class"))) & _LANGUAGE_NAMES
    if not marked or tag.name in BLOCK_TAGS:
        return False
    line = next((parent for parent in tag.parents if parent.name in BLOCK_TAGS), None)
    if line is None:
        return False
    own, whole = count_letters(tag.get_text()), count_letters(line.get_text())
    beside = (whole.arabic - own.arabic, whole.other - own.other)
    is_other = (own.arabic > own.other) != (beside[0] > beside[1])
    length, length_beside = own.arabic + own.other, sum(beside)
    return is_other and min(length, length_beside) >= _LINE_LETTERS_LEAST and length * 3 >= length_beside


def _join_soft_wraps(blocks: list[Block]) -> Iterator[Block]:
    """Lines broken by <br> in mid-sentence are one block: the first does not end, the next begins in lower case."""
    previous: Block | None = None
    for block in blocks:
        if previous is not None and _wraps_into(previous, block):
            previous = replace(previous, text=f"{previous.text} {block.text}")
            continue
        if previous is not None:
            yield previous
        previous = block
    if previous is not None:
        yield previous


def _wraps_into(one: Block, other: Block) -> bool:
    same_place = (one.names, one.furniture, one.caption, one.piece, one.level) == (
        other.names,
        other.furniture,
        other.caption,
        other.piece,
        other.level,
    )
    return same_place and not one.piece and not _ENDS_LINE.search(one.text) and bool(_SOFT_WRAP.match(other.text))
