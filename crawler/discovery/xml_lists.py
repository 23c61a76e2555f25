"""Lists in XML, read as a stream under limits: feeds and sitemaps, gzip or not, sound or broken."""

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Generic, TypeVar, cast
from xml.parsers.expat import XMLParserType

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from crawler.discovery.xml_records import LimitReached, Record, RecordCollector
from crawler.discovery.xml_repair import repair_xml
from crawler.errors import UnreadableList

Entry = TypeVar("Entry")

MEBIBYTE = 2**20
_PIECE_BYTES = MEBIBYTE // 4
# A tag, comment or declaration longer than this is an attack: expat keeps an unfinished one in memory and,
# before its version 2.6, reads it again with every piece (CVE-2023-52425).
_TOKEN_BYTES = 4 * MEBIBYTE
# A larger document is read as far as it is sound: mending needs time and several copies of it.
_REPAIR_BYTES = 8 * MEBIBYTE
_GZIP_MAGIC = b"\x1f\x8b"
_BEFORE_XML = b"\xef\xbb\xbf \t\r\n\x00"
_HTML_DOCTYPE = re.compile(rb"<!doctype\s+html", re.IGNORECASE)
# gzip cut short, gzip damaged (OSError, zlib.error), a charset expat does not know (ValueError).
_DAMAGE = (ParseError, EOFError, OSError, zlib.error, ValueError)


@dataclass(frozen=True, slots=True)
class ListFormat(Generic[Entry]):
    """What to look for in a list, and how much of it to take."""

    make: Mapping[str, Callable[[Record], Entry | None]]
    """A record's name -> what to make of such a record; None from it: nothing."""
    cap_bytes: int
    """Of the document once decompressed."""
    cap_entries: int


@dataclass(frozen=True, slots=True)
class ListReading(Generic[Entry]):
    """What was read of a list."""

    root: str
    """Local name of the root element, in lower case."""
    head: Record
    """What stands outside the records: the channel's title, language, link."""
    entries: tuple[Entry, ...]
    unread: str | None
    """Why the rest was not read; None where it was read to its end."""


@dataclass(slots=True)
class _Progress(Generic[Entry]):
    collector: RecordCollector
    entries: list[Entry] = field(default_factory=list)
    damage: str | None = None
    """What is broken in it."""
    excess: str | None = None
    """The limit it went beyond."""


def read_list(body: bytes, url: str, form: ListFormat[Entry]) -> ListReading[Entry]:
    """The entries of an XML document, in order, and its head.

    A broken document is mended and read again; of one that stays broken, or goes beyond a limit, the entries
    before that place are given and `unread` says why. Raises UnreadableList where nothing can be read, and
    always for a document type or entity declaration.
    """
    progress = _read_pieces(read_pieces(body, form.cap_bytes), url, form)
    if progress.damage:
        mended = _read_mended(body, url, form)
        progress = mended if mended and len(mended.entries) >= len(progress.entries) else progress
    unread = progress.excess or progress.damage
    root = progress.collector.root
    if unread and not progress.entries:
        raise UnreadableList(f"{url}: {_what_it_is(body, root) or unread}")
    return ListReading(root, progress.collector.head, tuple(progress.entries), unread)


def read_pieces(body: bytes, cap_bytes: int) -> Iterator[bytes]:
    """The content, decompressed where it is itself gzip, in pieces; raises LimitReached beyond the cap."""
    length_bytes = 0
    with _open_body(body) as stream:
        while piece := stream.read(_PIECE_BYTES):
            yield piece if length_bytes else piece.lstrip(_BEFORE_XML)
            length_bytes += len(piece)
            if length_bytes > cap_bytes:
                raise LimitReached(f"larger than {cap_bytes / MEBIBYTE:g} MiB: the rest was not read")


def _open_body(body: bytes) -> BinaryIO:
    plain = io.BytesIO(body)
    return cast(BinaryIO, gzip.GzipFile(fileobj=plain)) if body.startswith(_GZIP_MAGIC) else plain


def _read_mended(body: bytes, url: str, form: ListFormat[Entry]) -> _Progress[Entry] | None:
    """The same from the mended document; None where it is too large to mend or its gzip is broken."""
    try:
        whole = b"".join(read_pieces(body, min(form.cap_bytes, _REPAIR_BYTES)))
    except (LimitReached, EOFError, OSError, zlib.error):
        return None
    mended = io.BytesIO(repair_xml(whole))
    return _read_pieces(iter(lambda: mended.read(_PIECE_BYTES), b""), url, form)


def _read_pieces(pieces: Iterator[bytes], url: str, form: ListFormat[Entry]) -> _Progress[Entry]:
    collector = RecordCollector(url, frozenset(form.make))
    progress: _Progress[Entry] = _Progress(collector)
    # Valid UTF-8 is UTF-8, whatever the declaration says; anything else is decoded when it is mended.
    parser = DefusedXMLParser(target=collector, encoding="utf-8", forbid_dtd=True)
    fed_bytes = 0
    try:
        for piece in pieces:
            parser.feed(piece)
            fed_bytes += len(piece)
            if _unfinished_bytes(parser, fed_bytes) > _TOKEN_BYTES:
                raise LimitReached(f"one tag or comment has more than {_TOKEN_BYTES // MEBIBYTE} MiB: not read")
            _make_entries(progress, form)
        parser.close()
    except LimitReached as limit:
        progress.excess = str(limit)
    except DefusedXmlException as error:
        raise UnreadableList(f"{url}: {_refusal(error)}") from error
    except _DAMAGE as error:
        progress.damage = f"broken: {error}"
    return _finish(progress, form)


def _unfinished_bytes(parser: DefusedXMLParser, fed_bytes: int) -> int:
    """How much of what was fed belongs to a token whose end has not come."""
    expat = cast(XMLParserType, vars(parser)["parser"])  # an attribute that the type stubs leave out
    return fed_bytes - expat.CurrentByteIndex


def _finish(progress: _Progress[Entry], form: ListFormat[Entry]) -> _Progress[Entry]:
    """With the records that were whole before a break; junk after the closed root is no damage."""
    try:
        _make_entries(progress, form)
    except LimitReached as limit:
        progress.excess = str(limit)
    if progress.collector.closed:
        progress.damage = None
    return progress


def _make_entries(progress: _Progress[Entry], form: ListFormat[Entry]) -> None:
    for record in progress.collector.take():
        if len(progress.entries) == form.cap_entries:
            raise LimitReached(f"more than {form.cap_entries} entries: the rest was not read")
        entry = form.make[record.name](record)
        if entry is not None:
            progress.entries.append(entry)


def _refusal(error: DefusedXmlException) -> str:
    name = str(getattr(error, "name", ""))
    if name.lower() == "html":
        return "an HTML page, not a list"
    return f"refused, because it declares a document type or an entity ({name})"


def _what_it_is(body: bytes, root: str) -> str | None:
    """What a person would call a body that is no list at all; None where that cannot be told."""
    if not body.strip(_BEFORE_XML):
        return "empty"
    if root == "html" or _HTML_DOCTYPE.search(body[:1000]):
        return "an HTML page, not a list"
    return None
