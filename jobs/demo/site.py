"""The sample site's server: real HTTP on loopback, with validators, compression and a state that can be changed.

By hand: python -m jobs.demo.site --port 8000 --state first
"""

import argparse
import gzip
import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from jobs.demo.articles import STATES
from jobs.demo.responses import SampleResponse, answer
from jobs.demo.rest import REST_ROOT

_HOST_HEADER = re.compile(r"[A-Za-z0-9.-]+(?::\d{1,5})?|\[[0-9A-Fa-f:]+\](?::\d{1,5})?")
_ENTITY_TAG = re.compile(r'(?:W/)?("[^"]*")')
_COMPRESSIBLE = ("text/", "application/rss+xml", "image/svg+xml")
# A connection on which nothing is asked is given up after this.
_IDLE_S = 30


@dataclass(frozen=True, slots=True)
class ServedRequest:
    """One request that the site has answered."""

    method: str
    path: str
    """With its query, as it came."""
    status: int
    length_bytes: int
    """Of the body that was sent: 0 for HEAD and 304."""


class SampleSite:
    """A running sample site; `state` may be set while it runs and holds from the next request on."""

    def __init__(self, server: "_Server") -> None:
        self._server = server

    @property
    def url(self) -> str:
        """Address of the home page, with a slash at its end."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}/"

    @property
    def state(self) -> str:
        """One of STATES."""
        return self._server.state

    @state.setter
    def state(self, state: str) -> None:
        if state not in STATES:
            raise ValueError(f"{state!r} is no state of the sample site: {', '.join(STATES)}")
        self._server.state = state

    @property
    def requests(self) -> list[ServedRequest]:
        """What was answered since the start or the last `forget_requests`, in order."""
        return list(self._server.requests)

    def forget_requests(self) -> None:
        """Begin the list of requests anew."""
        self._server.requests.clear()


@contextmanager
def serve_sample_site(host: str = "127.0.0.1", port: int = 0, state: str = STATES[0]) -> Iterator[SampleSite]:
    """The sample site, serving in threads of its own until the block ends; port 0 takes a free one."""
    with _Server((host, port), _Handler) as server:
        site = SampleSite(server)
        site.state = state
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="sample-site", daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
            server.hang_up()


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # so that closing waits for them, and leaves no socket behind
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self.state = STATES[0]
        self.requests: list[ServedRequest] = []
        self._connections: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(address, handler)

    def server_bind(self) -> None:
        """Bind without asking DNS for the host's full name, as HTTPServer would."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is not worth a traceback; anything else is."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)

    def hang_up(self) -> None:
        """End the connections that clients keep open, so that their threads end."""
        with self._lock:
            for connection in self._connections:
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "sample-site"
    sys_version = ""
    timeout = _IDLE_S
    # Head and body go out in one piece: two would wait for each other's acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def log_message(self, *_: Any) -> None:
        """Quiet: `requests` has it all."""

    def _answer(self) -> None:
        response = answer(_asked_path(self.path), self.server.state, self._origin())
        status = HTTPStatus.NOT_MODIFIED if self._is_fresh(response) else response.status
        body, coding = self._compressed(response)
        self.send_response(status)
        for name, value in _validators(response):
            self.send_header(name, value)
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(body)))
            if coding:
                self.send_header("Content-Encoding", coding)
        if response.location:
            self.send_header("Location", response.location)
        self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        sent = b"" if self.command == "HEAD" or status == HTTPStatus.NOT_MODIFIED else body
        # First, so that who has the answer finds the request in the list.
        self.server.requests.append(ServedRequest(self.command, self.path, int(status), len(sent)))
        self.wfile.write(sent)

    def _origin(self) -> str:
        """The site's address as the client named it: links lead to where it came from, through a proxy too."""
        host = self.headers.get("Host", "")
        if not _HOST_HEADER.fullmatch(host):
            host = f"{self.server.server_name}:{self.server.server_port}"
        return f"http://{host}"

    def _is_fresh(self, response: SampleResponse) -> bool:
        """Whether the client has this body already; If-None-Match goes before If-Modified-Since (RFC 9110)."""
        tags = self.headers.get("If-None-Match")
        if response.status != HTTPStatus.OK:
            return False
        if tags is not None:
            return response.etag is not None and _matches(tags, response.etag)
        since = _http_date(self.headers.get("If-Modified-Since"))
        return since is not None and response.last_modified is not None and response.last_modified <= since

    def _compressed(self, response: SampleResponse) -> tuple[bytes, str | None]:
        if response.body and response.content_type.startswith(_COMPRESSIBLE) and self._accepts_gzip():
            return gzip.compress(response.body, mtime=0), "gzip"
        return response.body, None

    def _accepts_gzip(self) -> bool:
        offers = self.headers.get("Accept-Encoding", "").lower().replace(" ", "").split(",")
        return any(re.fullmatch(r"gzip(?:;q=(?:1(?:\.0*)?|0\.\d*[1-9]\d*))?", offer) for offer in offers)


def _asked_path(target: str) -> str:
    """The decoded path of a request; ?rest_route= asks for a REST answer where a site has plain addresses."""
    parts = urlsplit(target)
    route = parse_qs(parts.query).get("rest_route")
    return REST_ROOT + route[0] if route else unquote(parts.path)


def _validators(response: SampleResponse) -> Iterator[tuple[str, str]]:
    if response.etag:
        yield "ETag", response.etag
    if response.last_modified:
        yield "Last-Modified", format_datetime(response.last_modified.astimezone(UTC), usegmt=True)


def _matches(tags: str, etag: str) -> bool:
    """Weak comparison with a list of entity tags, or "*"."""
    known = _ENTITY_TAG.fullmatch(etag)
    return tags.strip() == "*" or (known is not None and known[1] in _ENTITY_TAG.findall(tags))


def _http_date(text: str | None) -> datetime | None:
    """The time that a header states; None where it states none that can be read."""
    try:
        parsed = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description="Serve sijill's sample news site.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--state", choices=STATES, default=STATES[0])
    arguments = parser.parse_args()
    with serve_sample_site(arguments.host, arguments.port, arguments.state) as site:
        print(f"{site.url}  state {site.state}; Ctrl-C ends it")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
