"""From wire bytes to text: the content-coding undone under a cap, then the charset, with what decided it."""

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import webencodings

from crawler.charset_guess import guess_charset, sample_of, speaks_against, utf16_without_bom
from crawler.errors import UndecodableBody
from crawler.models import Capture

# The largest article page seen is under 10 MB; a sitemap may have 50 MB by its protocol, and says so itself.
DECODED_CAP_BYTES = 32 * 2**20
# Block-wise gzip of 32 MiB has 512 members of 64 KiB; a body of empty members is an attack on our time.
_MAX_MEMBERS = 10_000
# Small, because what follows a member's end is copied each time; 4 KiB costs nothing in speed.
_CHUNK_BYTES = 4096
_GZIP_MAGIC = b"\x1f\x8b"
# zlib's way of asking for a gzip header and trailer.
_GZIP_BITS = zlib.MAX_WBITS | 16

# WHATWG looks at 1 KiB for a declaration; pages in the wild put styles and scripts before it.
_DECLARATION_BYTES = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(rb"""<html\s[^>]*?lang\s*=\s*["']?\s*([a-z]{2})\b""", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A body as text, and how its charset was found."""

    text: str
    """Without a byte-order mark; controls and NULs as they came."""
    charset: str
    """WHATWG name: "utf-8", "windows-1256" ..."""
    decided_by: str
    """"bom", "utf-8" (the bytes are valid UTF-8), "header", "meta" or "guess"."""
    replaced: int
    """How many U+FFFD the text holds: bytes that mean nothing in the charset, or marks of an earlier loss."""
    utf8: bytes | None = None
    """The body, where it is the text in UTF-8: a parser need not have it encoded again."""


def decode_content(capture: Capture, cap_bytes: int = DECODED_CAP_BYTES) -> bytes:
    """The body with its content-coding undone; b"" where there is no body.

    gzip may have several members; what follows the last is ignored. Raises UndecodableBody, whose reason is
    "gzip-truncated", "gzip-damaged", "not-gzip" (a plain body under a gzip header), "gzip-members",
    "deflate-truncated", "deflate-damaged", "nested-encoding", "unknown-encoding" or "decoded-too-large".
    """
    try:
        return _undo_codings(list(_codings(capture)), capture.wire, cap_bytes)
    except UndecodableBody as error:
        raise UndecodableBody(error.reason, f"{capture.url}: {error}") from error.__cause__


def decode_text(body: bytes, content_type: str | None) -> DecodedText:
    """The body as text. An empty body gives "" as UTF-8.

    The first that fits decides: byte-order mark, valid UTF-8, the header's charset, the document's own declaration, a
    guess by what the bytes spell. UTF-16 without a mark is known by its NULs. A declared charset does not fit where the
    bytes speak against it: UTF-8 with more errors than letters, another than an Arabic one on bytes that spell Arabic,
    a Latin one on bytes that spell another script, a script whose letters stand within Latin words, or any on what is
    UTF-8 but for a few bytes. Labels mean what browsers take them to mean: iso-8859-1 is windows-1252.

    >>> decode_text("خبر".encode("cp1256"), "text/html; charset=windows-1256").text
    'خبر'
    """
    for mark, charset in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return _decoded(body[len(mark) :], charset, "bom")
    unmarked = utf16_without_bom(body)
    if unmarked is not None:
        is_declared = _charset(_header_label(content_type)) == unmarked
        return _decoded(body, unmarked, "header" if is_declared else "guess")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_declared(body, content_type)
    return DecodedText(text, "utf-8", "utf-8", text.count("\ufffd") if "\ufffd" in text else 0, body)


def _codings(capture: Capture) -> Iterator[str]:
    for name, value in capture.headers:
        if name.lower() == "content-encoding":
            for coding in value.lower().split(","):
                if coding.strip() not in ("", "identity"):
                    yield coding.strip()


def _undo_codings(codings: list[str], wire: bytes, cap_bytes: int) -> bytes:
    if not codings or not wire:
        _refuse_over(cap_bytes, len(wire))
        return wire
    if len(codings) > 1:
        raise UndecodableBody("nested-encoding", f"{len(codings)} content-codings, one over the other")
    undo = _UNDO.get(codings[0])
    if undo is None:
        raise UndecodableBody("unknown-encoding", f"content-coding {codings[0]!r} was not asked for")
    return undo(wire, cap_bytes)


def _undo_gzip(wire: bytes, cap_bytes: int) -> bytes:
    if not wire.startswith(_GZIP_MAGIC):
        raise UndecodableBody("not-gzip", "the header says gzip, the body is not")
    output = bytearray()
    end = 0
    for _ in range(_MAX_MEMBERS):
        end = _inflate(wire, end, _GZIP_BITS, output, cap_bytes)
        if not wire.startswith(_GZIP_MAGIC, end):
            return bytes(output)
    raise UndecodableBody("gzip-members", f"more than {_MAX_MEMBERS} gzip members in one body")


def _undo_deflate(wire: bytes, cap_bytes: int) -> bytes:
    # The standard means zlib (RFC 9110, section 8.4.1.2); some servers send the bare stream.
    is_zlib = len(wire) > 1 and wire[0] & 0x0F == 8 and int.from_bytes(wire[:2]) % 31 == 0
    output = bytearray()
    _inflate(wire, 0, zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS, output, cap_bytes)
    return bytes(output)


_UNDO: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _undo_gzip,
    "x-gzip": _undo_gzip,
    "deflate": _undo_deflate,
}


def _inflate(wire: bytes, start: int, window_bits: int, output: bytearray, cap_bytes: int) -> int:
    """Append the stream that begins at `start` to `output`; where in `wire` it ends."""
    coding = "gzip" if window_bits == _GZIP_BITS else "deflate"
    inflater = zlib.decompressobj(window_bits)
    position, pending = start, b""
    while not inflater.eof:
        if not pending:
            pending = wire[position : position + _CHUNK_BYTES]
            position += len(pending)
            if not pending:
                raise UndecodableBody(f"{coding}-truncated", f"the {coding} stream ends too early")
        try:
            output += inflater.decompress(pending, cap_bytes - len(output) + 1)
        except zlib.error as error:
            raise UndecodableBody(f"{coding}-damaged", str(error)) from error
        _refuse_over(cap_bytes, len(output))
        pending = inflater.unconsumed_tail
    return position - len(inflater.unused_data)


def _refuse_over(cap_bytes: int, length_bytes: int) -> None:
    if length_bytes > cap_bytes:
        raise UndecodableBody("decoded-too-large", f"more than {cap_bytes} bytes once decoded")


def _decode_declared(body: bytes, content_type: str | None) -> DecodedText:
    sample = sample_of(body)
    guess = guess_charset(sample, _document_language(body))
    for label, decided_by in ((_header_label(content_type), "header"), (_document_label(body), "meta")):
        charset = _charset(label)
        if charset is not None and _fits(body, charset, sample, guess):
            return _decoded(body, charset, decided_by)
    return _decoded(body, guess, "guess")


def _header_label(content_type: str | None) -> str | None:
    found = _HEADER_CHARSET.search(content_type or "")
    return found[1] if found else None


def _document_label(body: bytes) -> str | None:
    found = _DECLARATION.search(_COMMENT.sub(b"", body[:_DECLARATION_BYTES]))
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace")
    # A declaration that can be read as ASCII is not in UTF-16, whatever it says (WHATWG, "prescan").
    return "utf-8" if label.lower().startswith("utf-16") else label


def _document_language(body: bytes) -> str | None:
    found = _LANGUAGE.search(body[:_DECLARATION_BYTES])
    return found[1].decode("ascii").lower() if found else None


def _charset(label: str | None) -> str | None:
    encoding = webencodings.lookup(label) if label and label.isascii() else None
    # As a page's charset it means windows-1252 (WHATWG, "prescan").
    return ("windows-1252" if encoding.name == "x-user-defined" else encoding.name) if encoding else None


def _fits(body: bytes, charset: str, sample: bytes, guess: str) -> bool:
    """Whether bytes that are not valid UTF-8 may be in the declared charset; `guess` is what they look like."""
    text = _text(body, charset)
    replaced = text.count("\ufffd")
    if replaced and replaced * 2 > len(text) - len(text.encode("ascii", "ignore")):
        return False
    if charset == "utf-8":
        return True
    # UTF-16 without a mark was looked for before, and not found.
    return guess != "utf-8" and not charset.startswith("utf-16") and not speaks_against(sample, charset, text)


def _decoded(body: bytes, charset: str, decided_by: str) -> DecodedText:
    text = _text(body, charset)
    return DecodedText(text, charset, decided_by, text.count("\ufffd"))


def _text(body: bytes, charset: str) -> str:
    encoding = webencodings.lookup(charset)
    assert encoding is not None
    text, _ = encoding.codec_info.decode(body, "replace")
    return str(text)
