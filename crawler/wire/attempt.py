"""A retrieval in the making, and the rules for what its answers lead to. Pure: no network."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from crawler.models import Capture
from crawler.sites import Site
from crawler.urls import host_of, in_scope, normalise_url, split_host

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OTHER_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SHOWN_CHARACTERS = 200


class FetchError(Exception):
    """There will be no whole body: `failure` is the machine word, the message a sentence for a person.

    The message may quote the server: what cannot be printed in it (line ends, escapes, bidi marks) is escaped.
    """

    def __init__(self, failure: str, message: str) -> None:
        super().__init__("".join(map(_printable, message)))
        self.failure = failure


def _printable(character: str) -> str:
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")


@dataclass(slots=True)
class Attempt:
    """A Capture in the making; what came before a failure stays in it."""

    url: str
    final_url: str
    started_at: datetime
    status: int | None = None
    request_headers: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[tuple[str, int], ...] = ()
    wire: bytes = b""
    peer: str | None = None
    tls_sha256: str | None = None
    flags: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """The first value of a response header; None where it is absent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def location(self) -> str | None:
        """Where a redirect leads, as written; None for every other answer."""
        return self.header("Location") if self.status in _REDIRECTS else None

    def go_on(self, target: str) -> None:
        """Turn to the address that the answer led to."""
        assert self.status is not None
        self.redirects += ((self.final_url, self.status),)
        self.final_url = target
        self.status, self.headers, self.request_headers = None, (), ()
        self.peer, self.tls_sha256 = None, None

    def capture(self, finished_at: datetime, failed: FetchError | None = None) -> Capture:
        """What came of it."""
        return Capture(
            url=self.url,
            final_url=self.final_url,
            started_at=self.started_at,
            finished_at=finished_at,
            status=self.status,
            request_headers=self.request_headers,
            headers=self.headers,
            redirects=self.redirects,
            wire=self.wire,
            peer=self.peer,
            tls_sha256=self.tls_sha256,
            failure=failed.failure if failed else None,
            detail=str(failed) if failed else None,
            flags=self.flags,
        )


def fit_address(url: str, base: str | None, site: Site | None) -> str:
    """The normalised address, if it may be asked for: in the site's scope or, without one, on a usual port.

    Raises FetchError: "refused-scheme", "refused-url", "out-of-scope" or "refused-port".
    """
    normal = normalise_url(url, base)
    if normal is None:
        failure = "refused-scheme" if _OTHER_SCHEME.match(url) else "refused-url"
        raise FetchError(failure, f"not a web address that may be fetched: {url[:_SHOWN_CHARACTERS]!r}")
    if site is not None and not in_scope(normal, site):
        raise FetchError("out-of-scope", f"{normal} does not belong to the source {site.name!r}")
    if site is None and split_host(host_of(normal))[1] is not None:
        raise FetchError("refused-port", f"{normal}: an unusual port is fetched for a source only")
    return normal


def next_address(attempt: Attempt, site: Site | None, seen: Collection[str], most: int) -> str | None:
    """The address to go on to; None where the answer is the last one.

    Raises FetchError where it may not be fetched, was `seen` before, or is one more than `most` redirects.
    """
    location = attempt.location()
    if location is None:
        return None
    target = fit_address(location, attempt.final_url, site)
    if target in seen:
        raise FetchError("redirect-loop", f"{attempt.final_url} leads back to {target}")
    if len(attempt.redirects) >= most:
        raise FetchError("too-many-redirects", f"{attempt.url} leads on more than {most} times")
    return target


def check_answer(attempt: Attempt, *, conditional: bool) -> None:
    """Raise FetchError where the last answer, though whole, is no answer to what was asked."""
    status = attempt.status or 0
    if status < 200:
        raise FetchError("protocol", f"{attempt.final_url}: status {status} is no answer")
    if status == 304 and not conditional:
        raise FetchError("unasked-304", f"{attempt.final_url}: 304, though nothing was said to be known")
    if status == 206:
        raise FetchError("partial", f"{attempt.final_url}: a part, though the whole was asked for")
    if status < 300 and not attempt.wire:
        raise FetchError("empty", f"{attempt.final_url}: {status} with an empty body")
