"""What the readers of date phrases share: the phrase itself, and the pieces of their patterns.

Patterns work on the folded text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crawler.calendar.clock import LETTER

YearMonthDay = tuple[int | None, int, int | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One date phrase of a text in match form."""

    start: int
    end: int
    options: tuple[YearMonthDay, ...]
    """The (year, month, day) it can mean, None where not stated; none for a day that no calendar has."""
    is_hijri: bool = False
    is_range: bool = False
    """True for several days (26-28 January); the options hold the first."""
    hijri: tuple[int, int, int] | None = None
    """The Hijri (year, month, day) where all three are stated."""
    orders: tuple[tuple[str, YearMonthDay], ...] = ()
    """Of numbers alone: ("dmy", day first), ("mdy", month first), ("ymd", year first), those that give a day."""


Reader = Callable[[re.Match[str]], Phrase | None]

NO_LETTER = f"(?!{LETTER})"
# Not within a larger number, a decimal, a time, a numeric date or a zone (GMT+3, November 3); COVID-19 is a name.
BEFORE_DAY = r"(?<![0-9a-z])(?<![0-9][.,:/])(?<!covid-)(?<!(?:gmt|utc)[+-])(?<!(?:gmt|utc)\s[+-])"
DAY = BEFORE_DAY + r"(?P<day>[0-9]{1,2})(?![0-9])(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
TO_YEAR = r"\.?\s*(?:[-/.,،(]\s*)?(?:(?:من\s+)?(?:ال|لل|ل)?(?:عام|سنه)\s*|of\s+)?"
# 26 January 1430 GMT is a time; 1445 هـ is another calendar; the 1990s are no year.
HIJRI_MARK = r"\s*(?:\(\s*)?(?:ه(?:جري(?:ه)?)?|ah)(?![\w])\.?"
YEAR = (
    rf"(?P<year>[12][0-9]{{3}})(?![0-9])(?!\s*(?:gmt|utc|hrs|hours)\b)(?!{HIJRI_MARK})(?!s\b)"
    rf"(?:\s*(?:م|ميلادي|ميلاديه){NO_LETTER}\.?)?"
)
FIRST_YEAR = r"(?<![\w.,:/-])(?P<year>[12][0-9]{3})"
LATER_DAY = r"(?P<day>[0-9]{1,2})(?:\s?(?:st|nd|rd|th)(?![a-z]))?(?![0-9])(?![:.,][0-9])(?!\s*%)"


def day_exists(option: YearMonthDay) -> bool:
    """True where a calendar has the day; without a year, where one of some year has it."""
    year, month, day = option
    try:
        date(year or 2000, month, 1 if day is None else day)  # 2000 is a leap year: 29 February without a year may be
    except ValueError:
        return False
    return True


def existing(options: list[YearMonthDay]) -> tuple[YearMonthDay, ...]:
    """Those of the options that a calendar has, each once."""
    return tuple(dict.fromkeys(option for option in options if day_exists(option)))


def full_year(short: int) -> int:
    """24 -> 2024, 98 -> 1998: the rule of POSIX."""
    return short + (2000 if short < 69 else 1900)
