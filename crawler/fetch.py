"""One retrieval of one address, as a Capture: nothing that the web does raises.

The only module that imports requests. Its redirects, cookies, proxies, netrc and decompression are all turned
off: each of them follows, sends or inflates what a stranger chose.
"""

import http.client
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import requests
from requests.adapters import DEFAULT_CA_BUNDLE_PATH, HTTPAdapter
from urllib3 import HTTPConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_ import create_urllib3_context

from crawler.models import Capture
from crawler.sites import DEFAULT_DELAY_S, Site
from crawler.urls import host_of, in_scope, normalise_url, split_host
from crawler.wire.addresses import may_connect
from crawler.wire.attempt import Attempt, FetchError, check_answer, fit_address, next_address
from crawler.wire.body import read_body
from crawler.wire.header_lines import HeaderLines
from crawler.wire.resolution import resolve_name
from crawler.wire.spacing import Spacing
from crawler.wire.transport import Line, open_pool
from crawler.wire.wire_failures import name_failure

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_DEFAULT_PORTS = {"http": 80, "https": 443}

# What the web can make requests and the libraries beneath it raise; anything else is a mistake of ours.
_WEB_ERRORS = (requests.RequestException, HTTPError, http.client.HTTPException, OSError)


def utc_now() -> datetime:
    """The time now, aware."""
    return datetime.now(UTC)


def default_user_agent() -> str:
    """What the crawler calls itself, with the installed version; "0" where it runs from its sources."""
    try:
        version = metadata.version("sijill")
    except metadata.PackageNotFoundError:
        version = "0"
    return f"sijill/{version} (+bilingual news archive)"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an answer is taken."""

    deadline_s: float = 60.0
    """For all hops of one retrieval together, without the waits between them."""
    connect_s: float = 10.0
    """For a name to resolve, and for each address to take the connection."""
    wire_bytes: int = 32 * 2**20
    header_bytes: int = 64 * 1024
    header_count: int = 99
    """http.client takes no more, whatever stands here."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What an earlier answer said of its state; sent back to ask whether there is another."""

    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches addresses, politely and within limits. Threads may share one.

    `clock` stamps captures, `monotonic` and `sleep` space requests, `resolve` turns a host's name into IP
    addresses, and `ca_file` names certificate authorities to trust besides the usual ones (an intranet's).
    Environment variables for proxies, netrc and certificates are ignored.
    """

    def __init__(
        self,
        *,
        user_agent: str | None = None,
        limits: Limits | None = None,
        clock: Callable[[], datetime] = utc_now,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        resolve: Callable[[str, float], Sequence[str]] = resolve_name,
        ca_file: Path | None = None,
    ) -> None:
        self._user_agent = user_agent or default_user_agent()
        self._limits = limits or Limits()
        self._clock = clock
        self._monotonic = monotonic
        self._spacing = Spacing(monotonic, sleep)
        self._resolve = resolve
        self._ca_file = ca_file
        self._tls: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open between requests: a kept connection may be stale, or hold another answer."""

    def fetch(
        self,
        url: str,
        *,
        site: Site | None = None,
        validators: Validators | None = None,
        delay_s: float | None = None,
    ) -> Capture:
        """One attempt to retrieve an address, redirects followed; never raises for what the web does.

        With a `site`, address and redirects must be in its scope; without, they may be any public ones on the
        usual ports. With `validators` the good answer may be a 304 without a body. Requests to one host start
        at least `delay_s` apart; None means the site's own delay or, without a site, one second.
        """
        shown = normalise_url(url) or url
        attempt = Attempt(shown, shown, self._clock())
        if delay_s is None:
            delay_s = site.delay_s if site else DEFAULT_DELAY_S
        try:
            fit_address(url, None, site)
            self._follow(attempt, site, _conditional_headers(validators), delay_s)
        except FetchError as failed:
            return attempt.capture(self._clock(), failed)
        return attempt.capture(self._clock())

    def _follow(self, attempt: Attempt, site: Site | None, conditional: Mapping[str, str], delay_s: float) -> None:
        left_s = self._limits.deadline_s
        seen: set[str] = set()
        target: str | None = attempt.final_url
        while target is not None:
            if seen:
                attempt.go_on(target)
            seen.add(target)
            addresses = self._checked_addresses(target, site)
            self._spacing.wait_turn(host_of(target), delay_s)
            started_s = self._monotonic()
            self._ask(attempt, addresses, conditional, left_s)
            left_s -= self._monotonic() - started_s
            target = next_address(attempt, site, seen, self._limits.redirects)
        check_answer(attempt, conditional=bool(conditional))

    def _checked_addresses(self, url: str, site: Site | None) -> Sequence[str]:
        """The IP addresses of the host: resolved once, and all of them fit to connect to."""
        name, _ = split_host(host_of(url))
        try:
            addresses = self._resolve(name, self._limits.connect_s)
        except OSError as error:
            raise FetchError("dns", f"{name} does not resolve: {error}") from error
        private = site is not None and site.private_addresses and in_scope(url, site)
        for address in addresses:
            # A private answer among public ones is how a guard that looks at the first is passed by.
            if not may_connect(address, private=private):
                raise FetchError("refused-address", f"{name} is at {address}, where nothing is fetched from")
        if not addresses:
            raise FetchError("dns", f"{name} has no address")
        return addresses

    def _ask(self, attempt: Attempt, addresses: Sequence[str], conditional: Mapping[str, str], left_s: float) -> None:
        """Send one request and take its answer into the attempt; the body of a redirect is never read."""
        limits = self._limits
        head = HeaderLines(limits.header_bytes, limits.header_count)
        parts = urlsplit(attempt.final_url)
        port = parts.port or _DEFAULT_PORTS[parts.scheme]
        tls = self._tls_context() if parts.scheme == "https" else None
        deadline_s = max(left_s, 0.001)
        line = Line(addresses, port, head, connect_s=limits.connect_s, deadline_s=deadline_s)
        with line, _Session(line, tls) as session:
            try:
                with session.ask(attempt.final_url, self._headers(conditional), deadline_s) as answer:
                    attempt.status, attempt.headers = answer.status_code, head.pairs()
                    if attempt.location() is None:
                        read_body(attempt, answer.raw, limits.wire_bytes)
            except _WEB_ERRORS as error:
                raise _failure(error, attempt, line) from error
            finally:
                attempt.request_headers, attempt.headers = tuple(line.sent), head.pairs()
                attempt.peer, attempt.tls_sha256 = line.peer, line.tls_sha256
            if line.expired:
                # To a body that ends with the connection, the deadline looks like its end.
                raise _failure(TimeoutError(), attempt, line)

    def _headers(self, conditional: Mapping[str, str]) -> dict[str, str]:
        return {
            "User-Agent": self._user_agent,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **conditional,
        }

    def _tls_context(self) -> ssl.SSLContext:
        if self._tls is None:
            # Made once: reading 150 authorities takes some 15 ms.
            context = create_urllib3_context()
            context.load_verify_locations(cafile=DEFAULT_CA_BUNDLE_PATH)
            if self._ca_file is not None:
                context.load_verify_locations(cafile=self._ca_file)
            self._tls = context
        return self._tls


class _Session(requests.Session):
    """A session for one request over one line, without memory."""

    def __init__(self, line: Line, tls: ssl.SSLContext | None) -> None:
        super().__init__()
        self.trust_env = False
        adapter = _LineAdapter(line, tls)
        self.mount("http://", adapter)
        self.mount("https://", adapter)

    def ask(self, url: str, headers: Mapping[str, str], deadline_s: float) -> requests.Response:
        """The answer with its body unread."""
        request = requests.Request("GET", url, headers=headers).prepare()
        # Sent as it is recorded, whatever spelling requests would prefer.
        request.url = url
        # The line's own timer comes first; this holds if it could not.
        return self.send(request, stream=True, timeout=deadline_s + 5, allow_redirects=False)

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: requests would decompress the body of every redirect, however large."""


class _LineAdapter(HTTPAdapter):
    """Sends over one line, whatever the host's name resolves to by now."""

    def __init__(self, line: Line, tls: ssl.SSLContext | None) -> None:
        super().__init__(max_retries=0)
        self._line = line
        self._line_tls = tls
        self._pools: list[HTTPConnectionPool] = []

    def get_connection_with_tls_context(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> Any:
        """A pool of its own for each request."""
        parts = urlsplit(str(request.url))
        port = parts.port or _DEFAULT_PORTS[parts.scheme]
        pool = open_pool(parts.hostname or "", port, self._line, self._line_tls)
        self._pools.append(pool)
        return pool

    def cert_verify(self, *_: Any, **__: Any) -> None:
        """Nothing: the line's TLS context demands a certificate for the host's name already."""

    def close(self) -> None:
        """Close the connections."""
        for pool in self._pools:
            pool.close()
        super().close()


def _conditional_headers(validators: Validators | None) -> dict[str, str]:
    if validators is None:
        return {}
    pairs = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    # They came from the web: one that cannot stand in a header is not sent back.
    return {name: value for name, value in pairs.items() if value and value.isascii() and value.isprintable()}


def _failure(error: Exception, attempt: Attempt, line: Line) -> FetchError:
    if line.expired:
        return FetchError("deadline", f"{attempt.final_url}: not finished in time")
    # requests' own errors are all OSErrors, whatever they wrap.
    failure, reason = name_failure(error, besides=requests.RequestException)
    if attempt.status is not None:
        return FetchError("incomplete", f"{attempt.final_url}: the body broke off: {reason}")
    return FetchError(failure, f"{attempt.final_url}: {reason}")
