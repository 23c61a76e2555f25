"""Zones as pages state them, and the local day of an instant."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from crawler.folded_text import fold

_OFFSET = re.compile(r"(?:gmt|utc|[غج]رينتش)?\s*(?P<sign>[+-])\s*(?P<hours>[0-9]{1,2}):?(?P<minutes>[0-9]{2})?")
_UTC_NAMES = re.compile(
    r"z|utc|gmt|(?:ب|وفق |حسب )?(?:ال)?توقيت (?:غرينت?ش|جرينت?ش|العالمي)(?: العالمي)?|[غج]رينتش|ت ?\.? ?غ\.?"
)
# No place on Earth is further from Greenwich.
_WESTERNMOST = timedelta(hours=-12)
_EASTERNMOST = timedelta(hours=14)


def offset_of(zone: str | None) -> timedelta | None:
    """The offset from UTC that a stated zone names; None for none, and for one whose offset depends ("EST", "IST").

    >>> offset_of("GMT+0300"), offset_of("Z"), offset_of("بتوقيت دمشق") is None
    (datetime.timedelta(seconds=10800), datetime.timedelta(0), True)
    """
    if zone is None:
        return None
    folded = re.sub(r"\s+", " ", fold(zone)).strip()
    if _UTC_NAMES.fullmatch(folded):
        return timedelta()
    match = _OFFSET.fullmatch(folded)
    if not match:
        return None
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return offset if match["sign"] == "+" else -offset


def is_utc(zone: str | None) -> bool:
    """True where the zone stated is UTC: what programs write that know no other."""
    return offset_of(zone) == timedelta()


def utc_instant(day: date, clock: str | None, zone: str | None) -> datetime | None:
    """The instant of a local day, a time HH:MM and a stated zone; None without a time or a known offset."""
    offset = offset_of(zone)
    if clock is None or offset is None or abs(offset) >= timedelta(days=1):
        return None
    try:
        return datetime.combine(day, time.fromisoformat(clock), timezone(offset)).astimezone(UTC)
    except OverflowError:  # 0001-01-01T00:00+03:00
        return None


def local_day(instant: datetime, zone: tzinfo) -> date:
    """The day of an instant in a zone."""
    return instant.astimezone(zone).date()


def is_day_somewhere(instant: datetime, day: date) -> bool:
    """True where the clocks of some place show that day at that instant."""
    return (instant + _WESTERNMOST).date() <= day <= (instant + _EASTERNMOST).date()
