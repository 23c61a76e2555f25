"""Points in time as a person gives them to a command: 12h, 7d, 2w ago, or a day."""

import re
from datetime import UTC, date, datetime, time, timedelta

from crawler.errors import ConfigurationError

_AGO = re.compile(r"(\d{1,4})\s*([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def read_since(written: str, now: datetime) -> datetime:
    """The moment that a text names; a day begins at midnight UTC. Raises ConfigurationError for any other text.

    >>> read_since("36h", datetime(2026, 3, 2, 6, tzinfo=UTC)).isoformat()
    '2026-02-28T18:00:00+00:00'
    """
    ago = _AGO.fullmatch(written.strip().lower())
    try:
        if ago:
            return now - int(ago[1]) * _UNITS[ago[2]]
        return datetime.combine(date.fromisoformat(written.strip()), time(), UTC)
    except (ValueError, OverflowError):
        raise ConfigurationError(
            f"--since {written!r}: hours, days or weeks (12h, 7d, 2w) or a day (2026-01-26)"
        ) from None
