"""CSV that is safe to open in a spreadsheet: a cell that would be read as a formula gets an apostrophe.

Datasette writes cells as they are, and a headline may begin with "=". JSON is exact; CSV is for spreadsheets.
"""

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]

# One cell with what ends it. Quotes inside a quoted cell are doubled (RFC 4180).
_CELL = re.compile(rb'("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|\Z)')
# What spreadsheets take for the start of a formula, full-width forms (U+FF0B, FF0D, FF1D, FF20) included; see
# OWASP, "CSV Injection".
_FORMULA = re.compile(rb"[=+\-@\t\r]|\xef\xbc[\x8b\x8d\x9d\xa0]")
_NUMBER = re.compile(rb"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def disarm_csv(records: bytes) -> bytes:
    """Whole CSV records in which no cell begins a formula; plain numbers stay as they are.

    >>> disarm_csv(b'1,=1+1,"-a, b",-5\\r\\n')
    b'1,\\'=1+1,"\\'-a, b",-5\\r\\n'
    """
    return _CELL.sub(_disarm_cell, records)


def _disarm_cell(match: re.Match[bytes]) -> bytes:
    cell, end = match.groups()
    quote = b'"' if cell.startswith(b'"') else b""
    text = cell[len(quote) :]
    if not _FORMULA.match(text) or _NUMBER.fullmatch(cell):
        return match.group()
    return quote + b"'" + text + end


class SpreadsheetGuard:
    """Passes a response on, a whole record at a time, disarmed where it is CSV."""

    def __init__(self, send: Callable[[Message], Awaitable[None]]) -> None:
        self._send = send
        self._is_csv = False
        self._pending = b""

    async def send(self, message: Message) -> None:
        """An ASGI `send`."""
        if message["type"] == "http.response.start":
            self._is_csv = _is_csv(message)
        elif self._is_csv and message["type"] == "http.response.body":
            more = message.get("more_body", False)
            message = {**message, "body": self._take_records(message.get("body", b""), last=not more)}
        await self._send(message)

    def _take_records(self, body: bytes, *, last: bool) -> bytes:
        self._pending += body
        # A line ends a record only outside quotes. Datasette sends whole records, so little is ever pending.
        if not last and (not self._pending.endswith(b"\n") or self._pending.count(b'"') % 2):
            return b""
        records, self._pending = self._pending, b""
        return disarm_csv(records)


def _is_csv(start: Message) -> bool:
    # Datasette sends CSV as text/plain, so that a browser shows it, unless a download is asked for.
    types = [value for name, value in start.get("headers", []) if name.lower() == b"content-type"]
    return start["status"] == 200 and any(value.startswith((b"text/csv", b"text/plain")) for value in types)
