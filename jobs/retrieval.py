"""Fetching for one source's run: robots, retries, pauses, conditional requests; every attempt recorded before use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from archive.evidence import Context, Evidence, LedgerEntry
from archive.frontier import Frontier, KnownUrl
from crawler.fetch import Fetcher, Validators
from crawler.models import Capture
from crawler.sites import Site
from crawler.urls import host_of, normalise_url
from crawler.wire.retries import host_pause_s, retry_delay_s
from crawler.wire.robots import Robots, read_robots

GONE_STATUSES = (404, 410)
# So many failures in a row without any answer mean that the host is down, not the page.
_BREAKER_FAILURES = 5


class HostPaused(Exception):
    """The host's share of this run is over: it asked to wait, or it does not answer any more."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """One retrieval with its place in the ledger."""

    entry: LedgerEntry
    capture: Capture

    @property
    def not_modified(self) -> bool:
        """True where the site said that what is stored is what it would send."""
        return self.capture.status == 304 and self.capture.failure is None

    @property
    def gone(self) -> bool:
        """True where the site says that there is nothing at the address (any more)."""
        return self.capture.failure is None and self.capture.status in GONE_STATUSES


@dataclass(slots=True)
class Retrieval:
    """Everything one source's run needs to fetch an address and keep the evidence of it."""

    site: Site
    fetcher: Fetcher
    evidence: Evidence
    frontier: Frontier
    run: int
    program: str
    configuration: str
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]
    stop: Callable[[], bool] = lambda: False
    """True once the run is to end: a failed attempt is not made again then."""
    _robots: dict[str, Robots] = field(default_factory=dict)
    """Of each host that was asked for something, as "host" or "host:port"."""
    _failures_in_a_row: int = 0
    _pause: str | None = None

    def robots_of(self, url: str) -> Robots:
        """The robots.txt of the address's host; fetched at the first question, in force for the rest of the run."""
        host = host_of(url)
        if host not in self._robots:
            address = normalise_url("/robots.txt", url) or url
            self._robots[host] = read_robots(self.retrieve(address, "robots").capture)
        return self._robots[host]

    def allows(self, url: str) -> bool:
        """True where its host's robots.txt lets us fetch the address."""
        return self.robots_of(url).allows(url)

    def list_page(self, url: str) -> Capture:
        """A feed, sitemap or listing: the stored body where the site says that it has not changed."""
        if not self.allows(url):
            now = self.clock()
            return Capture(url, url, now, now, failure="robots", detail="robots.txt refuses this address")
        known = self.frontier.known(url)
        retrieved = self.retrieve(url, "list", known)
        if retrieved.not_modified and known is not None and known.capture is not None:
            self._remember_list(url, known, retrieved, known.capture)
            return self.evidence.capture(known.capture)
        if retrieved.capture.succeeded:
            self._remember_list(url, known, retrieved, retrieved.entry.sequence)
        return retrieved.capture

    def retrieve(self, url: str, purpose: str, known: KnownUrl | None = None) -> Retrieved:
        """Fetch an address, again where that may help; each attempt is in the ledger before the next step.

        Raises HostPaused where the host's share of this run is over.
        """
        paused = self.frontier.paused_host(host_of(url), self.clock())
        if self._pause is None and paused is not None:
            self._pause = paused.reason
        if self._pause is not None:
            raise HostPaused(self._pause)
        attempt = 1
        while True:
            retrieved = self._attempt(url, purpose, known)
            self._note_pause(retrieved.capture)
            delay_s = retry_delay_s(retrieved.capture, attempt)
            if self._pause is not None or delay_s is None or self.stop():
                return retrieved
            self.sleep(delay_s)
            attempt += 1

    def context(self, purpose: str) -> Context:
        """What the ledger says of why an address was fetched."""
        return Context(
            run=self.run,
            source=self.site.name,
            purpose=purpose,
            program=self.program,
            configuration=self.configuration,
        )

    def _attempt(self, url: str, purpose: str, known: KnownUrl | None) -> Retrieved:
        validators = None
        if known is not None and known.capture is not None and (known.etag or known.last_modified):
            validators = Validators(known.etag, known.last_modified)
        robots = self._robots.get(host_of(url))
        delay_s = max(self.site.delay_s, (robots.delay_s or 0.0) if robots else 0.0)
        capture = self.fetcher.fetch(url, site=self.site, validators=validators, delay_s=delay_s)
        return Retrieved(self.evidence.record(capture, self.context(purpose)), capture)

    def _note_pause(self, capture: Capture) -> None:
        now = self.clock()
        pause_s = host_pause_s(capture, now)
        if pause_s is not None:
            until = now + timedelta(seconds=pause_s)
            reason = f"the host answered {capture.status} and is left alone until {until:%Y-%m-%d %H:%M} UTC"
            self.frontier.pause_host(host_of(capture.url), until, reason)
            self._pause = reason
        answered = capture.status is not None and capture.status < 500
        self._failures_in_a_row = 0 if answered else self._failures_in_a_row + 1
        if self._failures_in_a_row >= _BREAKER_FAILURES:
            self._pause = f"the host failed {_BREAKER_FAILURES} times in a row ({capture.failure or capture.status})"

    def _remember_list(self, url: str, known: KnownUrl | None, retrieved: Retrieved, sequence: int) -> None:
        now = self.clock()
        capture = retrieved.capture
        fresh = capture.succeeded
        self.frontier.put(
            KnownUrl(
                url=url,
                source=self.site.name,
                article=None,
                language=None,
                etag=capture.header("etag") if fresh else (known.etag if known else None),
                last_modified=capture.header("last-modified") if fresh else (known.last_modified if known else None),
                capture=sequence,
                status=capture.status,
                first_seen_at=known.first_seen_at if known else now,
                last_checked_at=now,
                last_changed_at=now if fresh or known is None else known.last_changed_at,
                next_due_at=now,
                failures=0,
            )
        )
