"""The reading room through Datasette itself, in this process, asked one address at a time."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from bs4 import BeautifulSoup
from datasette.app import Datasette


@dataclass
class Room:
    """A Datasette over a written archive, asked one address at a time."""

    datasette: Datasette
    runner: asyncio.Runner
    ids: Mapping[str, int]
    """Of its articles, by a short name."""
    path: Path

    def get(self, path: str) -> httpx.Response:
        """Datasette's answer to a GET, redirects not followed."""
        return self.runner.run(self.datasette.client.get(path))

    def page(self, path: str) -> BeautifulSoup:
        """The page at a path, which must be there."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return BeautifulSoup(answer.text, "lxml")

    def article(self, name: str, query: str = "") -> BeautifulSoup:
        """An article's page."""
        return self.page(f"/archive/articles/{self.ids[name]}{query}")

    def ask(self, raw_path: bytes, method: str = "GET") -> tuple[int, dict[bytes, bytes], bytes]:
        """Status, headers and body for a path as it comes over the wire, which httpx would tidy."""
        return self.runner.run(_ask(self.datasette, raw_path, method))


async def _ask(datasette: Datasette, raw_path: bytes, method: str) -> tuple[int, dict[bytes, bytes], bytes]:
    messages: list[dict] = []

    async def receive() -> dict:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict) -> None:
        messages.append(message)

    path, _, query = raw_path.partition(b"?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path.decode("latin-1"),
        "raw_path": raw_path,
        "query_string": query,
        "headers": [(b"host", b"localhost")],
    }
    await datasette.app()(scope, receive, send)
    start = messages[0]
    return start["status"], dict(start["headers"]), b"".join(m.get("body", b"") for m in messages[1:])


@contextmanager
def open_room(
    path: Path, ids: Mapping[str, int] | None = None, settings: Mapping[str, Any] | None = None
) -> Iterator[Room]:
    """A room over the archive at that path."""
    datasette = Datasette([str(path)], settings=dict(settings or {}))
    with asyncio.Runner() as runner:
        yield Room(datasette, runner, ids or {}, path)
    datasette.executor.shutdown()
    for database in datasette.databases.values():
        database.close()
