"""Claims: when a feed or sitemap says that something was published or changed. Never more than a claim."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A year, a month or a time without a day says too little to be an instant, though W3C-DTF allows it.
_W3C = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?) ?([Zz]|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_UTC_NAMES = ("", "Z", "UTC", "GMT")
# No news was on the web before: 1970-01-01, 0001-11-30 and the like are what programs write for "unknown".
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


# A date is never longer; what is longer is no date.
_LONGEST_CLAIM = 100


def stated_claims(*claims: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """The (source, text) of those claims whose text names an instant, the texts as written."""
    return tuple(
        (source, text.strip())
        for source, text in claims
        if text and len(text) <= _LONGEST_CLAIM and parse_claim(text) is not None
    )


def parse_claim(text: str | None) -> datetime | None:
    """The instant a list names, in the zone it names (UTC where it names none); None where it names none.

    Reads RFC 822 (RSS) and W3C dates (Atom, sitemaps); a day alone is its midnight. None too for a date
    before the web: those stand for "unknown". A future date stays: only who knows the time of capture can
    judge it.

    >>> parse_claim("Fri, 26 Jan 2024 09:30:00 +0300").isoformat()
    '2024-01-26T09:30:00+03:00'
    >>> parse_claim("Thu, 01 Jan 1970 00:00:00 GMT") is None
    True
    """
    stated = _parse_w3c(text.strip()) or _parse_rfc822(text.strip()) if text else None
    if stated is None:
        return None
    aware = stated if stated.tzinfo else stated.replace(tzinfo=UTC)
    return aware if aware >= _EARLIEST else None


def _parse_w3c(text: str) -> datetime | None:
    match = _W3C.fullmatch(text)
    if not match:
        return None
    day, time, zone = match.group(1), match.group(2) or "00:00", (match.group(3) or "").upper()
    offset = "+00:00" if zone in _UTC_NAMES else zone
    try:
        return datetime.fromisoformat(f"{day}T{time}{offset}")
    except ValueError:
        return None


def _parse_rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
