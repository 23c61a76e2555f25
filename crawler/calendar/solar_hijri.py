"""The solar Hijri calendar of Iran: its months, and its days as days of the common calendar."""

from datetime import date, timedelta

from crawler.calendar.months import number_names

# Persian months; the other spellings are those without the long vowel's mark and with Arabic letters.
SOLAR_HIJRI = (
    ("فروردین",),
    ("اردیبهشت",),
    ("خرداد",),
    ("تیر",),
    ("مرداد", "امرداد"),
    ("شهریور",),
    ("مهر",),
    ("آبان",),
    ("آذر",),
    ("دی",),
    ("بهمن",),
    ("اسفند",),
)
SOLAR_HIJRI_NUMBERS = number_names(SOLAR_HIJRI, first=1)
# Six months of 31 days, five of 30, and the last of 29 or 30.
_MONTH_STARTS = (0, 31, 62, 93, 124, 155, 186, 216, 246, 276, 306, 336)
_FIRST_YEAR, _LAST_YEAR = 1300, 1471
_FIRST_DAY = date(1921, 3, 21)


def is_leap(year: int) -> bool:
    """True for a year of 366 days: eight in 33, which is exact from 1244 to 1472."""
    return (8 * year + 29) % 33 < 8


def convert_solar_hijri(year: int, month: int, day: int) -> date | None:
    """The day of the common calendar; None for one the calendar does not have, or before 1300 or after 1471.

    >>> convert_solar_hijri(1398, 11, 29), convert_solar_hijri(1402, 12, 30)
    (datetime.date(2020, 2, 18), None)
    """
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    length = 31 if month <= 6 else 30 if month < 12 or is_leap(year) else 29
    if not 1 <= day <= length:
        return None
    before = 365 * (year - _FIRST_YEAR) + sum(map(is_leap, range(_FIRST_YEAR, year)))
    return _FIRST_DAY + timedelta(days=before + _MONTH_STARTS[month - 1] + day - 1)
