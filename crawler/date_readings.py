"""Dates as English and Arabic pages write them.

Nothing is guessed: a part that the text does not state is None, and 03/04/2024 is ambiguous.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawler.clock import LETTER, ClockTime, search_clock, time_after
from crawler.date_phrases import Phrase, YearMonthDay, find_phrases
from crawler.folded_text import FoldedText
from crawler.months import WEEKDAY_NUMBERS, names_pattern


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date phrase as it stands in a text."""

    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    """0 is Monday; None where none is stated beside the date."""
    start: int
    end: int
    """The span in the text, weekday, time and zone included where they stand beside the date."""
    zone: str | None
    """As written: "+03:00", "GMT", "بتوقيت غرينتش"."""
    time: str | None
    """Local time of day, HH:MM."""
    precision: str
    """"instant", "day", "day-month", "month" or "year"; what is stated, also where it is ambiguous."""
    ambiguous: bool
    """True where the parts can be read in more than one way, or several days are named."""


_WEEKDAY = rf"(?P<weekday>{names_pattern(WEEKDAY_NUMBERS)})(?!{LETTER})"
_LINK = r"(?:[\s,،.|/•·()–—-]|(?<!\w)(?:on|at|the|في|الموافق|بتاريخ|علي|عند|يوم)(?!\w))*"
_WEEKDAY_BEFORE = re.compile(rf"(?<!{LETTER})(?:ال)?(?:يوم\s+)?{_WEEKDAY}{_LINK}$")
_WEEKDAY_AFTER = re.compile(rf"\s*(?:[,،(|-]\s*)?(?:يوم\s+)?{_WEEKDAY}(?:\s*\)|(?=\s*(?:[,،.|)•–—-]|$)))")
_ONLY_LINK = re.compile(_LINK)
_ONLY_YEAR = re.compile(r"\s*(?P<year>(?:19|20)[0-9]{2})\s*م?\s*")
# Longer than any weekday, time and zone that stand beside a date.
_REACH = 60


def read_date(text: str) -> DateReading | None:
    """The first date phrase of the text; None where there is none.

    Hijri dates are known and passed over, not converted; so are days that do not exist (31 شباط).

    >>> reading = read_date("الجمعة، ٢٦ يناير ٢٠٢٤")
    >>> reading.year, reading.month, reading.day, reading.weekday
    (2024, 1, 26, 4)
    """
    return next(iter(read_dates(text)), None)


def read_dates(text: str) -> Iterator[DateReading]:
    """Every date phrase of the text, in order; a text that is only a year is one too."""
    source = FoldedText(text)
    if year := _ONLY_YEAR.fullmatch(source.folded):
        start, end = source.span_in_text(*year.span("year"))
        yield DateReading(None, None, int(year["year"]), None, start, end, None, None, "year", False)
        return
    for phrase in find_phrases(source):
        if phrase.options and not phrase.is_hijri:
            yield _reading(source, phrase)


def _reading(source: FoldedText, phrase: Phrase) -> DateReading:
    start, end, weekday = _weekday_beside(source.folded, phrase.start, phrase.end)
    clock = time_after(source.folded, end) or _time_before(source.folded, start)
    if clock:
        start, end = min(start, clock.start), max(end, clock.end)
    if weekday is None:
        start, end, weekday = _weekday_beside(source.folded, start, end)
    year, month, day = _settle(phrase.options, weekday)
    zone = source.span_in_text(*clock.zone) if clock and clock.zone else None
    return DateReading(
        day,
        month,
        year,
        weekday,
        *source.span_in_text(start, end),
        zone=source.text[slice(*zone)] if zone else None,
        time=clock.time if clock else None,
        precision=_precision(phrase.options[0], clock),
        ambiguous=phrase.is_range or month is None,
    )


def _settle(options: tuple[YearMonthDay, ...], weekday: int | None) -> tuple[int | None, int | None, int | None]:
    """The one option there is, or the one that falls on the weekday stated; else only the parts all share."""
    if len(options) > 1 and weekday is not None:
        fitting = [option for option in options if _falls_on(option, weekday)]
        options = tuple(fitting) if len(fitting) == 1 else options
    if len(options) == 1:
        return options[0]
    years, _, days = zip(*options, strict=True)
    return _shared(years), None, _shared(days)


def _shared(values: tuple[int | None, ...]) -> int | None:
    return values[0] if len(set(values)) == 1 else None


def _falls_on(option: YearMonthDay, weekday: int) -> bool:
    year, month, day = option
    return year is not None and day is not None and date(year, month, day).weekday() == weekday


def _precision(option: YearMonthDay, clock: ClockTime | None) -> str:
    year, _, day = option
    if day is None:
        return "month"
    if year is None:
        return "day-month"
    return "instant" if clock else "day"


def _weekday_beside(folded: str, start: int, end: int) -> tuple[int, int, int | None]:
    """The span with the weekday beside it, and that weekday; the same span and None without one."""
    if before := _WEEKDAY_BEFORE.search(folded, max(0, start - _REACH), start):
        return before.start(), end, WEEKDAY_NUMBERS[before["weekday"]]
    if after := _WEEKDAY_AFTER.match(folded, end):
        return start, after.end(), WEEKDAY_NUMBERS[after["weekday"]]
    return start, end, None


def _time_before(folded: str, start: int) -> ClockTime | None:
    clock = search_clock(folded, max(0, start - _REACH), start)
    return clock if clock and _ONLY_LINK.fullmatch(folded, clock.end, start) else None
