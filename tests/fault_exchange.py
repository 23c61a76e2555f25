"""What the fault site is asked, and the means to answer byte by byte."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from urllib.parse import urlsplit

Route = Callable[["Exchange"], None]
routes: dict[str, Route] = {}


@dataclass(frozen=True)
class Asked:
    """One request as it came: its target and its headers, in order."""

    target: str
    headers: tuple[tuple[str, str], ...]

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


@dataclass
class FaultSite:
    """A running fault site."""

    url: str
    requests: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def __str__(self) -> str:
        return self.url

    @property
    def targets(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.target for asked in self.requests]


class Exchange(BaseHTTPRequestHandler):
    """One request, and the means to answer it byte by byte."""

    protocol_version = "HTTP/1.1"
    timeout = 20
    site: FaultSite

    def do_GET(self) -> None:
        self.site.requests.append(Asked(self.path, tuple(self.headers.items())))
        self.close_connection = True
        routes.get("/" + urlsplit(self.path).path.split("/")[1], not_found)(self)

    def write(self, *pieces: bytes | str) -> None:
        for piece in pieces:
            self.wfile.write(piece.encode("latin-1") if isinstance(piece, str) else piece)

    def answer(self, body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> None:
        """A well-formed answer; `length` for one that lies."""
        announced = len(body) if length is None else length
        lines = [f"HTTP/1.1 {status}", "Content-Type: text/html", *headers, f"Content-Length: {announced}"]
        self.write("\r\n".join(lines), "\r\n\r\n", body)

    def rest(self) -> str:
        """What stands in the path after the route's name."""
        return urlsplit(self.path).path.partition("/")[2].partition("/")[2]

    def wait(self, seconds: float) -> bool:
        """Wait; False once the site closes."""
        return not self.site.closing.wait(seconds)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def route(function: Route) -> Route:
    """Serve a function under its name, with "-" for "_"."""
    routes["/" + function.__name__.replace("_", "-")] = function
    return function


def not_found(exchange: Exchange) -> None:
    exchange.answer(b"nothing here", status="404 Not Found")
