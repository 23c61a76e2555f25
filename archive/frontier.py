"""What is known of each address: its validators, when it was seen and is due again; and hosts that asked for peace.

It is beside the evidence in captures.db but no evidence: it changes with every visit.
"""

from dataclasses import astuple, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from archive.times import read_utc, utc_text

# News is corrected on the day it appears and the day after; then it ages as HTTP's heuristic freshness lets it
# (RFC 9111, 4.2.2): for a fraction of the time that has passed since it last changed.
_FRESH = timedelta(days=2)
_FRACTION = 4
_LONGEST = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class KnownUrl:
    """One address as the last visit left it."""

    url: str
    source: str
    """Name of the site."""
    article: str | None
    """Address of the article it is a page of; None for a feed, sitemap or listing."""
    language: str | None
    """As lists or pages state it; None where none does."""
    etag: str | None
    last_modified: str | None
    """Validators for the body of `capture`, as they came."""
    capture: int | None
    """Sequence of the last entry with a good body; None before it."""
    status: int | None
    """HTTP status of the last visit; None where no answer came."""
    first_seen_at: datetime
    last_checked_at: datetime
    last_changed_at: datetime
    next_due_at: datetime
    failures: int
    """Visits without an answer of use, in a row."""


@dataclass(frozen=True, slots=True)
class HostPause:
    """A host that asked to be left alone."""

    host: str
    until: datetime
    reason: str


def next_due(first_seen_at: datetime, last_changed_at: datetime, checked_at: datetime) -> datetime:
    """When a page is to be visited again: at every crawl while it is young, then after a quarter of its age.

    Its age counts from when it last changed, or was first seen where that is later. At most 30 days.

    >>> from datetime import UTC
    >>> seen = datetime(2026, 1, 1, tzinfo=UTC)
    >>> next_due(seen, seen, seen + timedelta(days=8)) - seen
    datetime.timedelta(days=10)
    """
    age = checked_at - max(first_seen_at, last_changed_at)
    return checked_at if age < _FRESH else checked_at + min(age / _FRACTION, _LONGEST)


class Frontier:
    """The frontier in an open captures.db."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def known(self, url: str) -> KnownUrl | None:
        """What is known of an address; None where it was never visited."""
        row = self._db.execute(_SELECT + " WHERE url = ?", [url]).fetchone()
        return _known_url(row) if row else None

    def put(self, known: KnownUrl) -> None:
        """Keep what is known of an address, in the place of what was."""
        self._db.execute(_PUT, [_column(value) for value in astuple(known)])

    def pages_of(self, article: str) -> tuple[KnownUrl, ...]:
        """The known pages of an article, in the order they were first kept; empty where there are none."""
        rows = self._db.execute(_SELECT + " WHERE article = ? ORDER BY rowid", [article]).fetchall()
        return tuple(_known_url(row) for row in rows)

    def articles_of(self, source: str) -> dict[str, datetime]:
        """The address of each article of a source -> when the first of its pages is due; the earliest first."""
        # Without the "Z", text order is time order also where only some of the times have a fraction.
        rows = self._db.execute(
            "SELECT article, min(rtrim(next_due_at, 'Z')) AS due FROM frontier"
            " WHERE source = ? AND article IS NOT NULL GROUP BY article ORDER BY due, article",
            [source],
        ).fetchall()
        return {article: read_utc(f"{due}Z") for article, due in rows}

    def pause_host(self, host: str, until: datetime, reason: str) -> None:
        """Keep that a host asked to be left alone."""
        self._db.execute(
            "INSERT INTO hosts (host, paused_until, reason) VALUES (?, ?, ?) ON CONFLICT (host)"
            " DO UPDATE SET paused_until = excluded.paused_until, reason = excluded.reason",
            [host, utc_text(until), reason],
        )

    def paused_host(self, host: str, now: datetime) -> HostPause | None:
        """The pause a host asked for; None where it asked for none or it is over."""
        row = self._db.execute("SELECT host, paused_until, reason FROM hosts WHERE host = ?", [host]).fetchone()
        pause = HostPause(row[0], read_utc(row[1]), row[2]) if row else None
        return pause if pause and pause.until > now else None


_TIMES = ("first_seen_at", "last_checked_at", "last_changed_at", "next_due_at")
_SELECT = """SELECT url, source, article, language, etag, last_modified, capture, status,
    first_seen_at, last_checked_at, last_changed_at, next_due_at, failures FROM frontier"""
_PUT = """INSERT INTO frontier (url, source, article, language, etag, last_modified, capture, status,
        first_seen_at, last_checked_at, last_changed_at, next_due_at, failures)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (url) DO UPDATE SET source = excluded.source, article = excluded.article,
        language = excluded.language, etag = excluded.etag, last_modified = excluded.last_modified,
        capture = excluded.capture, status = excluded.status, first_seen_at = excluded.first_seen_at,
        last_checked_at = excluded.last_checked_at, last_changed_at = excluded.last_changed_at,
        next_due_at = excluded.next_due_at, failures = excluded.failures"""


def _known_url(row: tuple[Any, ...]) -> KnownUrl:
    names = (field.name for field in fields(KnownUrl))
    values: dict[str, Any] = dict(zip(names, row, strict=True))
    values.update((name, read_utc(values[name])) for name in _TIMES)
    return KnownUrl(**values)


def _column(value: Any) -> Any:
    return utc_text(value) if isinstance(value, datetime) else value
