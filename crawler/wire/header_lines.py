"""The head of a response as bytes: what came, under limits, in a form that http.client reads without harm.

http.client gives headers to an e-mail parser, which splits lines at U+0085 and its kin. That is the second
byte of the Arabic letter م in UTF-8: a raw slug in one header makes all headers after it disappear,
Transfer-Encoding and Content-Length with them. A line without a colon does the same.
"""

import http.client
from typing import BinaryIO

# What str.splitlines() takes for the end of a line, other than CR and LF.
_LINE_BREAKS = b"\x0b\x0c\x1c\x1d\x1e\x85"
_HARMLESS = bytes.maketrans(_LINE_BREAKS, b"?" * len(_LINE_BREAKS))
# Cookies are recorded and never kept. requests would parse them all the same, with a jar that stumbles over some.
_WITHHELD = (b"set-cookie", b"set-cookie2")


class HeadersTooLarge(http.client.HTTPException):
    """More header lines, or more bytes of them, than are taken."""


class HeaderLines:
    """Stands before the wire while http.client reads the status line and the headers."""

    def __init__(self, limit_bytes: int, limit_count: int) -> None:
        self._limit_bytes = limit_bytes
        self._limit_count = limit_count
        self._wire: BinaryIO | None = None
        self._length_bytes = 0
        self._count = 0
        self._in_headers = False
        self._withholding = False
        self._lines: list[bytes] = []

    def reading(self, wire: BinaryIO) -> "HeaderLines":
        """The same, reading from a wire."""
        self._wire = wire
        return self

    def readline(self, limit: int = -1) -> bytes:
        """The next status line, usable header line or empty line; b"" at the end of the wire."""
        while True:
            line = self._read_counted(limit)
            if not self._in_headers:
                # A status line; after an interim answer (100) another: only the last answer's headers count.
                self._lines = []
                self._in_headers = bool(line)
                return line
            if not line.strip():
                self._in_headers = False
                return b"\r\n"
            if not self._is_header(line):
                continue
            self._lines.append(line)
            if not self._is_withheld(line):
                return line.rstrip().translate(_HARMLESS) + b"\r\n"

    def close(self) -> None:
        """Close the wire."""
        if self._wire is not None:
            self._wire.close()

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The headers in order, repeated ones repeated, folded ones in one line.

        Values are UTF-8 where they are valid as that, else latin-1, in which no byte is lost.
        """
        pairs: list[tuple[str, str]] = []
        for line in self._lines:
            text = _text(line)
            if text[0] in " \t":
                name, value = pairs.pop()
                pairs.append((name, f"{value} {text.strip()}"))
            else:
                name, _, value = text.partition(":")
                pairs.append((name.strip(), value.strip()))
        return tuple(pairs)

    def _read_counted(self, limit: int) -> bytes:
        assert self._wire is not None
        line = self._wire.readline(limit)
        self._length_bytes += len(line)
        # An empty line ends the headers and is none, a status line stands before them.
        self._count += self._in_headers and bool(line.strip())
        if self._length_bytes > self._limit_bytes:
            raise HeadersTooLarge(f"more than {self._limit_bytes} bytes of headers")
        if self._count > self._limit_count:
            raise HeadersTooLarge(f"more than {self._limit_count} header lines")
        if self._in_headers and not line.endswith(b"\n"):
            # http.client takes the end of the connection for the end of the headers.
            raise ConnectionAbortedError("the connection ended within the headers")
        return line

    def _is_header(self, line: bytes) -> bool:
        """Whether it is a header, or goes on with one."""
        return bool(self._lines) if line[:1] in b" \t" else b":" in line[1:]

    def _is_withheld(self, line: bytes) -> bool:
        """Whether it is recorded only, or goes on with one that is."""
        if line[:1] not in b" \t":
            self._withholding = line.partition(b":")[0].strip().lower() in _WITHHELD
        return self._withholding


def _text(line: bytes) -> str:
    stripped = line.rstrip(b"\r\n")
    try:
        return stripped.decode("utf-8")
    except UnicodeDecodeError:
        return stripped.decode("latin-1")
