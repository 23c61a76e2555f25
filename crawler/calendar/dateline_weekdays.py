"""The year of a dateline that states none, by the weekday of the text: اليوم الجمعة, أمس الخميس, On Friday.

Patterns work on the match form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.calendar.months import ENGLISH_WEEKDAYS, MONTH_NUMBERS, WEEKDAYS, names_pattern, number_names
from crawler.folded_text import fold

# No news page is older than the web.
FIRST_YEAR = 1990
# A page captured before midnight UTC may bear the next day's date.
AHEAD = timedelta(days=1)
NO_YEAR = "no year is stated"
"""How the note of a dateline without a year begins."""
BY_WEEKDAY = "the weekday "
"""How the note of an inferred year begins."""
# So soon before the capture, "On Friday" is more likely some days before the dateline than in another year.
_FRESH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class StatedWeekday:
    """The weekday of the dateline, as a text tells it."""

    weekday: int
    """0 is Monday."""
    is_certain: bool
    """True beside today, yesterday and tomorrow; "On Friday" may also be some days before the dateline."""


# Whole names only: sun, sat and mon are English words.
_NUMBERS = number_names([[name for name in names if len(name) > 5] for names in WEEKDAYS], 0) | number_names(
    [[name for name in names if not name.isascii()] for names in WEEKDAYS], 0
)
_NAME = rf"(?P<weekday>{names_pattern(_NUMBERS)})(?!\w)"
_LINK = r"[\s,،(]+(?:يوم\s+|on\s+)?"
# How many days after the weekday the dateline is; the surest first.
_CERTAIN = (
    (0, re.compile(rf"(?<!\w)(?:[وفل]?اليوم|today){_LINK}{_NAME}")),
    (1, re.compile(rf"(?<!\w)(?<!اول )(?<!before )(?:[وفب]?(?:ال)?امس|yesterday){_LINK}{_NAME}")),
    (2, re.compile(rf"(?<!\w)(?:[وف]?اول\s+امس|[وف]?امس\s+الاول|day\s+before\s+yesterday){_LINK}{_NAME}")),
    (-1, re.compile(rf"(?<!\w)(?:[وفل]?غدا?|tomorrow){_LINK}{_NAME}")),
)
# "on Friday", "said late Friday", يوم الجمعة, "، الجمعة،"; neither "next Friday" nor "on Friday, 2 May".
_ANOTHER_DAY = rf"(?:[0-9]|last\b|next\b|{names_pattern(MONTH_NUMBERS)}|الماضي|المقبل|القادم|الفايت|المنصرم)"
_UNCERTAIN = re.compile(
    r"(?:(?<!\w)(?:on|said)\s+(?:early\s+|late\s+)?"
    r"|(?<!\w)(?<!منذ )(?<!حتي )(?<!قبل )(?<!كل )(?:[وفب]?يوم|صباح|مساء|ظهر|فجر)\s+"
    r"|(?P<alone>(?:^|[،,])\s*و?))"
    rf"{_NAME}(?!\s*(?:[,،(]\s*)?{_ANOTHER_DAY})(?(alone)(?=\s*[،,]))"
)


def stated_weekdays(openings: Sequence[str]) -> Iterator[StatedWeekday]:
    """The weekdays that the first paragraphs of one text state for its dateline, the surest first.

    Where it says today, neither yesterday nor tomorrow count; "On Friday" only in the first paragraph.
    """
    folded = [fold(opening) for opening in openings]
    for shift, pattern in _CERTAIN:
        names = [match["weekday"] for text in folded for match in pattern.finditer(text)]
        yield from (StatedWeekday((_NUMBERS[name] + shift) % 7, is_certain=True) for name in names)
        if names:
            break
    for match in _UNCERTAIN.finditer(folded[0] if folded else ""):
        yield StatedWeekday(_NUMBERS[match["weekday"]], is_certain=False)
        return


def year_by_weekday(
    month: int, day: int, weekdays: Sequence[StatedWeekday], captured_on: date
) -> tuple[date | None, str]:
    """The latest such day, up to the capture, on the surest weekday; and what gave or prevented it.

    None where no weekday is stated, where the surest contradict each other, where no year fits, and where but
    an uncertain weekday speaks against the day just before the capture.
    """
    if not weekdays:
        return None, NO_YEAR
    first = weekdays[0]
    name = ENGLISH_WEEKDAYS[first.weekday]
    others = {ENGLISH_WEEKDAYS[other.weekday] for other in weekdays if other.is_certain == first.is_certain}
    if len(others) > 1:
        return None, f"{NO_YEAR}, and the text names several weekdays: {', '.join(sorted(others))}"
    days = _days_until(month, day, captured_on)
    fitting = [each for each in days if each.weekday() == first.weekday]
    if not fitting:
        return None, f"{NO_YEAR}, and none fits the weekday {name}"
    if not first.is_certain and fitting[0] != days[0] and days[0] >= captured_on - _FRESH:
        return None, f"{NO_YEAR}, and {name} does not fit {days[0].year}, the year of the capture"
    also = f" (also {fitting[1].year})" if len(fitting) > 1 else ""
    return fitting[0], f"{BY_WEEKDAY}{name} gives {fitting[0].year}{also}"


def _days_until(month: int, day: int, captured_on: date) -> list[date]:
    """That day of that month in each year since the web began, the latest first; leap days in leap years."""
    latest = captured_on + AHEAD
    years = range(latest.year, FIRST_YEAR - 1, -1)
    days = [date(year, month, day) for year in years if (month, day) != (2, 29) or _is_leap(year)]
    return [each for each in days if each <= latest]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
