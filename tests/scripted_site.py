"""A loopback site whose every answer a test writes down, and may change between two crawls."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from xml.sax.saxutils import escape


@dataclass
class Answer:
    """What one path answers."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    has_etag: bool = True


@dataclass
class ScriptedSite:
    """The running site: `pages` are articles and in its sitemap, `others` are not listed."""

    url: str
    pages: dict[str, Answer] = field(default_factory=dict)
    others: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, int]] = field(default_factory=list)

    def answer(self, path: str) -> Answer:
        """The answer of a path: robots.txt and the sitemap are made unless they are scripted."""
        scripted = self.others.get(path) or self.pages.get(path)
        if scripted:
            return scripted
        if path == "/sitemap.xml":
            locations = "".join(f"<url><loc>{escape(self.url + page)}</loc></url>" for page in self.pages)
            namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
            return Answer(f'<urlset xmlns="{namespace}">{locations}</urlset>', has_etag=False)
        return Answer("nothing here", status=404)


@contextmanager
def scripted_site() -> Iterator[ScriptedSite]:
    """A site on loopback; nothing but a sitemap until the test fills it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            answer = site.answer(self.path)
            body = answer.body.encode()
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            status = answer.status
            if answer.has_etag and status == 200 and self.headers.get("If-None-Match") == etag:
                status, body = 304, b""
            site.requests.append((self.path, status))
            self.send_response(status)
            if answer.has_etag:
                self.send_header("ETag", etag)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = ScriptedSite(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
