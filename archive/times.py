"""Times as text: ISO 8601 in UTC with "Z". Evidence keeps fractions of a second, the reading copy whole seconds."""

from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """The time now, aware, in UTC."""
    return datetime.now(UTC)


def utc_text(moment: datetime) -> str:
    """The moment in UTC, nothing of it lost. Raises ValueError for a naive datetime.

    >>> from datetime import timedelta, timezone
    >>> utc_text(datetime(2026, 1, 26, 6, 4, 5, 250_000, tzinfo=timezone(timedelta(hours=3))))
    '2026-01-26T03:04:05.250000Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone cannot be stored: {moment!r}")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def utc_text_s(moment: datetime) -> str:
    """The moment in UTC to the second, a fraction cut: text order is time order. Raises ValueError for a naive one.

    >>> utc_text_s(datetime(2026, 1, 26, 3, 4, 5, 250_000, tzinfo=UTC))
    '2026-01-26T03:04:05Z'
    """
    return utc_text(moment.replace(microsecond=0))


def read_utc(text: str) -> datetime:
    """The aware datetime of a text made by `utc_text`.

    >>> read_utc("2026-01-26T03:04:05Z")
    datetime.datetime(2026, 1, 26, 3, 4, 5, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(text)


def minute_text(time: str) -> str:
    """A time of our own JSON to the minute.

    >>> minute_text("2026-01-26T03:04:05.250000Z")
    '2026-01-26 03:04 UTC'
    """
    return f"{time[:10]} {time[11:16]} UTC"


def delay_text(delay: timedelta) -> str:
    """A stretch of time in its two largest units.

    >>> [delay_text(timedelta(seconds=seconds)) for seconds in (40, 11_400, 3600, 187_000)]
    ['40 s', '3 h 10 min', '1 h', '2 days 3 h']
    """
    seconds = int(delay.total_seconds())
    days, hours, minutes = seconds // 86_400, seconds // 3600 % 24, seconds // 60 % 60
    parts = [f"{days} day{'s' * (days > 1)}"] * (days > 0) + [f"{hours} h"] * (hours > 0)
    parts += [f"{minutes} min"] * (minutes > 0 and not days)
    return " ".join(parts) or f"{seconds} s"
