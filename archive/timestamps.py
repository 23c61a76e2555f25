"""Times as archive.db holds them: ISO 8601 in UTC with "Z", to the second; text order is time order."""

from datetime import UTC, datetime


def utc_text(moment: datetime) -> str:
    """The moment in UTC, to the second (a fraction is cut). Raises ValueError for a naive datetime.

    >>> from datetime import timedelta, timezone
    >>> utc_text(datetime(2026, 1, 26, 6, 4, 5, tzinfo=timezone(timedelta(hours=3))))
    '2026-01-26T03:04:05Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone cannot be stored: {moment!r}")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def utc_time(text: str) -> datetime:
    """The aware datetime of a text made by `utc_text`.

    >>> utc_time("2026-01-26T03:04:05Z")
    datetime.datetime(2026, 1, 26, 3, 4, 5, tzinfo=datetime.timezone.utc)
    """
    return datetime.fromisoformat(text)
