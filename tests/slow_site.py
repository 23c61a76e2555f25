"""The sample site behind a slow wire: one of its pages takes its time, so that a test can catch a crawl with it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from jobs.demo.responses import answer


@dataclass
class SlowSite:
    """A running slow site."""

    url: str = ""
    """With a slash at its end."""
    slow_path: str = ""
    """Decoded path of the page that is slow."""
    slow_s: float = 0.0
    refused_path: str | None = None
    """Decoded path of a page that is answered with 403; None for none."""
    state: str = "first"
    asked: threading.Event = field(default_factory=threading.Event)
    """Set once the slow page has been asked for."""
    requests: list[str] = field(default_factory=list)
    """Paths that were asked for, in order."""
    closing: threading.Event = field(default_factory=threading.Event)


class _Exchange(BaseHTTPRequestHandler):
    site: SlowSite

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.site.requests.append(path)
        if path == self.site.slow_path:
            self.site.asked.set()
            self.site.closing.wait(self.site.slow_s)
        response = answer(path, self.site.state, self.site.url.rstrip("/"))
        self.send_response(403 if path == self.site.refused_path else response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(response.body)))
        self.end_headers()
        self.wfile.write(response.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False

    def handle_error(self, *_: object) -> None:
        """Clients that are killed hang up."""


@contextmanager
def slow_site(slow_path: str, slow_s: float) -> Iterator[SlowSite]:
    """Serve on a free port of loopback until the block ends."""
    site = SlowSite(slow_path=slow_path, slow_s=slow_s)
    with _Server(("127.0.0.1", 0), type("Exchange", (_Exchange,), {"site": site})) as server:
        site.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield site
        finally:
            site.closing.set()
            server.shutdown()
            thread.join()
