"""The wire of one request: a connection to a checked address, ended in time, with what was sent and received.

urllib3 resolves names by itself, reads headers through an e-mail parser and waits for each read anew. The
classes here connect to the address they are given, read headers as bytes, and shut the socket at a deadline.
"""

import contextlib
import functools
import hashlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from crawler.wire.header_lines import HeaderLines


class Line:
    """One request's line to one host, and what was seen of it; a context manager that keeps its deadline.

    `addresses` are tried in order, each for `connect_s` seconds; `head` reads the answer's headers. The
    socket is shut `deadline_s` seconds after the start, whatever is under way: a handshake, slow headers, a
    slow body.
    """

    def __init__(
        self,
        addresses: Sequence[str],
        port: int,
        head: HeaderLines,
        *,
        connect_s: float,
        deadline_s: float,
    ) -> None:
        self.peer: str | None = None
        self.tls_sha256: str | None = None
        self.sent: list[tuple[str, str]] = []
        self.head = head
        self.expired = False
        self._addresses = addresses
        self._port = port
        self._connect_s = connect_s
        self._ends_at_s = time.monotonic() + deadline_s
        self._deadline_s = deadline_s
        # A second descriptor of the same socket: TLS takes the first one over, and may be inside a read.
        self._cord: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(deadline_s, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._cord is not None:
                self._cord.close()
                self._cord = None

    def connect(self) -> socket.socket:
        """A connection to the first address that takes one. Raises the last one's OSError where none does."""
        failure = OSError("no address to connect to")
        for address in self._addresses:
            try:
                connected = socket.create_connection((address, self._port), timeout=self._patience_s())
            except OSError as error:
                failure = error
                continue
            self.peer = f"[{address}]:{self._port}" if ":" in address else f"{address}:{self._port}"
            self._secure(connected)
            return connected
        raise failure

    def _patience_s(self) -> float:
        # Never 0, which would mean a socket that does not wait at all.
        return max(0.001, min(self._connect_s, self._ends_at_s - time.monotonic()))

    def _secure(self, connected: socket.socket) -> None:
        # The timer ends every wait; this is what holds if it could not.
        connected.settimeout(self._deadline_s + 5)
        with self._lock:
            self._cord = connected.dup()
            if self.expired:
                _shut(self._cord)

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            if self._cord is not None:
                _shut(self._cord)


def open_pool(host: str, port: int, line: Line, tls: ssl.SSLContext | None) -> HTTPConnectionPool:
    """A pool for one request over `line`; over TLS where a context is given, verified by the host's name."""
    if tls is None:
        return _PlainPool(host, port, line=line)
    return _SecurePool(host, port, line=line, ssl_context=tls)


def _shut(connected: socket.socket) -> None:
    with contextlib.suppress(OSError):  # the other side was first
        connected.shutdown(socket.SHUT_RDWR)


class _Response(http.client.HTTPResponse):
    """Reads its headers through the line's HeaderLines."""

    def __init__(self, *arguments: Any, line: Line, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._head = line.head

    def begin(self) -> None:
        wire = self.fp
        self.fp = self._head.reading(wire)  # type: ignore[assignment]
        try:
            super().begin()
        finally:
            if self.fp is not None:  # None: http.client has closed it already
                self.fp = wire


class _PlainConnection(HTTPConnection):
    def __init__(self, *arguments: Any, line: Line, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._line = line
        self.response_class = functools.partial(_Response, line=line)  # type: ignore[assignment]

    def _new_conn(self) -> socket.socket:
        return self._line.connect()

    def putheader(self, header: str, *values: str) -> None:  # type: ignore[override]
        """Send a header, and remember it."""
        super().putheader(header, *values)
        self._line.sent += [(header, _text(value)) for value in values]


class _SecureConnection(_PlainConnection, HTTPSConnection):
    def connect(self) -> None:
        """Connect, shake hands, and remember whose certificate it was."""
        super().connect()
        assert isinstance(self.sock, ssl.SSLSocket)
        certificate = self.sock.getpeercert(binary_form=True)
        if certificate is not None:
            self._line.tls_sha256 = hashlib.sha256(certificate).hexdigest()


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value
