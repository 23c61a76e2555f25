"""Hijri dates as days of the common calendar, by the Umm al-Qura calendar of Saudi Arabia."""

from datetime import date, timedelta

from hijridate import Hijri

MONTH_NAMES = (
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Akhir",
    "Jumada al-Ula",
    "Jumada al-Akhira",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qada",
    "Dhu al-Hijja",
)
# Where the new moon is sighted and not computed, the month begins a day earlier or later.
_SIGHTED = (0, -1, 1)


def convert_hijri(year: int, month: int, day: int) -> date | None:
    """The day by the Umm al-Qura calendar; None for one it does not have, or beyond its tables (1343 to 1500 AH).

    >>> convert_hijri(1445, 7, 14)
    datetime.date(2024, 1, 26)
    """
    try:
        converted = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def sighted_on(day: date, weekday: int) -> date | None:
    """That day or the one before or after it, whichever falls on the weekday (0 is Monday); None where none does."""
    near = (day + timedelta(days=shift) for shift in _SIGHTED)
    return next((each for each in near if each.weekday() == weekday), None)
