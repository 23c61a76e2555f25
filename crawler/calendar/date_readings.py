"""Dates as pages write them.

Nothing is guessed: a part that the text does not state is None, and 03/04/2024 is ambiguous in an English text.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from crawler.calendar.clock import LETTER, ClockTime, search_clock, time_after
from crawler.calendar.date_patterns import Phrase, YearMonthDay, day_exists
from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.months import WEEKDAY_NUMBERS, names_pattern
from crawler.folded_text import FoldedText


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
    options: tuple[date, ...] = ()
    """The days it can mean where it is ambiguous in the order of day, month and year only; else empty."""


_WEEKDAY = rf"(?P<weekday>{names_pattern(WEEKDAY_NUMBERS)})(?!{LETTER})"
_LINK = r"(?:[\s,،.|/•·⋅∙‧()–—-]|(?<!\w)(?:on|at|the|في|الموافق|بتاريخ|علي|عند|يوم)(?!\w))*"
_WEEKDAY_BEFORE = re.compile(rf"(?<!{LETTER})(?:ال)?(?:يوم\s+)?{_WEEKDAY}{_LINK}$")
_WEEKDAY_AFTER = re.compile(rf"\s*(?:[,،(|-]\s*)?(?:يوم\s+)?{_WEEKDAY}(?:\s*\)|(?=\s*(?:[,،.|)•·⋅∙‧–—-]|$)))")
_ONLY_LINK = re.compile(_LINK)
_ONLY_YEAR = re.compile(r"\s*(?P<year>(?:19|20)[0-9]{2})\s*(?:م\s*)?")
# What programs write, read without looking for anything else.
_ISO = re.compile(
    r"\s*(?P<all>(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"(?:[T ](?P<time>(?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?)\s*",
    re.ASCII,
)
# No line of a page that states its date is longer.
_SHORT = 200
# Longer than any weekday, time and zone that stand beside a date.
_REACH = 60


def read_date(text: str, language: str | None = None) -> DateReading | None:
    """The first date phrase of the text; None where there is none.

    `language` is the text's tag, "en-GB", "ar", "und" where it is not known; without one the text is taken for
    English or Arabic of an unknown region. It settles the order of day and month where the language has one.

    Hijri dates are known and passed over, not converted; so are days that do not exist (31 شباط).

    >>> reading = read_date("الجمعة، ٢٦ يناير ٢٠٢٤")
    >>> reading.year, reading.month, reading.day, reading.weekday
    (2024, 1, 26, 4)
    """
    return next(iter(read_dates(text, language)), None)


# English writes 03/04/2024 in both orders; of these regions it is known. Others mostly write the day first.
_DAY_FIRST_ENGLISH = frozenset("en-gb en-au en-nz en-ie en-in en-za en-pk en-ng en-ke en-mt en-sg".split())
_NO_ORDER = frozenset("und en fil es-us es-pr".split())
_YEAR_FIRST = frozenset("ja zh ko hu lt mn".split())


def number_order(language: str | None) -> str | None:
    """In which order a language writes a date in numbers: "dmy", "ymd"; None where it has no one order.

    >>> number_order("ar"), number_order("de-AT"), number_order("ko"), number_order("en-GB"), number_order("en-US")
    ('dmy', 'dmy', 'ymd', 'dmy', None)
    """
    if language is None:
        return None
    tag = language.lower().replace("_", "-")
    primary = tag.split("-")[0]
    if tag in _DAY_FIRST_ENGLISH:
        return "dmy"
    if tag in _NO_ORDER or primary in _NO_ORDER:
        return None
    return "ymd" if primary in _YEAR_FIRST else "dmy"


def read_dates(text: str, language: str | None = None) -> tuple[DateReading, ...]:
    """Every date phrase of the text, in order; a text that is only a year is one too."""
    return _read_short(text, language) if len(text) <= _SHORT else _read_all(text, language)


@lru_cache(maxsize=512)
def _read_short(text: str, language: str | None) -> tuple[DateReading, ...]:
    """The same statement stands in many places of a page, and is weighed more than once."""
    return _read_all(text, language)


def _read_all(text: str, language: str | None) -> tuple[DateReading, ...]:
    if iso := _ISO.fullmatch(text):
        return _read_iso(iso)
    source = FoldedText(text)
    if year := _ONLY_YEAR.fullmatch(source.folded):
        start, end = source.span_in_text(*year.span("year"))
        return (DateReading(None, None, int(year["year"]), None, start, end, None, None, "year", False),)
    phrases = find_phrases(source, re.split("[-_]", language.lower())[0] if language else None)
    order = number_order(language)
    return tuple(_reading(source, phrase, order) for phrase in phrases if phrase.options and not phrase.is_hijri)


def _read_iso(iso: re.Match[str]) -> tuple[DateReading, ...]:
    year, month, day = int(iso["year"]), int(iso["month"]), int(iso["day"])
    if not day_exists((year, month, day)):
        return ()
    precision = "instant" if iso["time"] else "day"
    return (DateReading(day, month, year, None, *iso.span("all"), iso["zone"], iso["time"], precision, False),)


def _reading(source: FoldedText, phrase: Phrase, order: str | None) -> DateReading:
    start, end, weekday = weekday_beside(source.folded, phrase.start, phrase.end)
    clock = time_after(source.folded, end) or _time_before(source.folded, start)
    if clock:
        start, end = min(start, clock.start), max(end, clock.end)
    if weekday is None:
        start, end, weekday = weekday_beside(source.folded, start, end)
    options = _settled_options(phrase, weekday, order)
    year, month, day = _settle(options)
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
        options=_days(options) if phrase.orders and len(options) > 1 else (),
    )


def _settled_options(phrase: Phrase, weekday: int | None, order: str | None) -> tuple[YearMonthDay, ...]:
    """The one option there is, the one that falls on the weekday stated or has the language's order; else all."""
    if len(phrase.options) > 1 and weekday is not None:
        fitting = [option for option in phrase.options if _falls_on(option, weekday)]
        if len(fitting) == 1:
            return tuple(fitting)
    usual = dict(phrase.orders).get(order or "")
    return (usual,) if usual else phrase.options


def _days(options: tuple[YearMonthDay, ...]) -> tuple[date, ...]:
    return tuple(date(year, month, day) for year, month, day in options if year and day)


def _settle(options: tuple[YearMonthDay, ...]) -> tuple[int | None, int | None, int | None]:
    """The one option there is; else only the parts all share."""
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


def weekday_beside(folded: str, start: int, end: int) -> tuple[int, int, int | None]:
    """The span with the weekday beside it, and that weekday; the same span and None without one."""
    if before := _WEEKDAY_BEFORE.search(folded, max(0, start - _REACH), start):
        return before.start(), end, WEEKDAY_NUMBERS[before["weekday"]]
    if after := _WEEKDAY_AFTER.match(folded, end):
        return start, after.end(), WEEKDAY_NUMBERS[after["weekday"]]
    return start, end, None


def _time_before(folded: str, start: int) -> ClockTime | None:
    clock = search_clock(folded, max(0, start - _REACH), start)
    return clock if clock and _ONLY_LINK.fullmatch(folded, clock.end, start) else None
