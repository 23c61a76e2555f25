"""Date phrases in a text: where each stands, and the calendar days it can mean.

Patterns work on the folded text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from crawler.clock import LETTER
from crawler.folded_text import FoldedText
from crawler.months import (
    ARABIC_NUMBERS,
    ENGLISH_NUMBERS,
    HIJRI_NUMBERS,
    LIBYAN_NUMBERS,
    MONTH_NUMBERS,
    names_pattern,
)

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


_NO_LETTER = f"(?!{LETTER})"
# Not within a larger number, a decimal, a time or a numeric date; COVID-19 is a name.
_BEFORE_DAY = r"(?<![0-9a-z])(?<![0-9][.,:/])(?<!covid-)"
_DAY = _BEFORE_DAY + r"(?P<day>[0-9]{1,2})(?![0-9])(?:\s?(?:st|nd|rd|th)(?![a-z]))?"
_MONTH = f"(?P<month>{names_pattern(MONTH_NUMBERS)}){_NO_LETTER}"
# The same month named once more in another region's way: تشرين الأول/أكتوبر.
_DUAL = rf"(?:\s*[/\\(–-]\s*(?P<dual>{names_pattern(MONTH_NUMBERS)}){_NO_LETTER}\s?\)?)?"
_TO_MONTH = r"\s*(?:[-/.,،]\s*|(?:من|of)\s+)?(?:شهر\s+)?"
_TO_YEAR = r"\.?\s*(?:[-/.,،(]\s*)?(?:(?:من\s+)?(?:ال|لل|ل)?(?:عام|سنه)\s*|of\s+)?"
# 26 January 1430 GMT is a time; 1445 هـ is another calendar; the 1990s are no year.
_HIJRI_MARK = r"\s*(?:\(\s*)?(?:ه(?:جري(?:ه)?)?|ah)(?![\w])\.?"
_YEAR = (
    rf"(?P<year>[12][0-9]{{3}})(?![0-9])(?!\s*(?:gmt|utc|hrs|hours)\b)(?!{_HIJRI_MARK})(?!s\b)"
    rf"(?:\s*(?:م|ميلادي|ميلاديه){_NO_LETTER}\.?)?"
)
_TWO_DAYS = rf"{_BEFORE_DAY}(?P<first>[0-9]{{1,2}})\s*(?:-|–|—|الي|حتي|to|and|و)\s*(?P<day>[0-9]{{1,2}})(?![0-9])"
_FIRST_YEAR = r"(?<![\w.,:/-])(?P<year>[12][0-9]{3})"
_NUMBERS = (
    r"(?<![0-9a-z])(?<![0-9][.,:/-])(?P<one>[0-9]{1,4})(?P<mark>\s?[-/.]\s?)(?P<two>[0-9]{1,2})(?P=mark)"
    r"(?P<three>[0-9]{4}|[0-9]{1,2})(?![0-9])(?![-/.][0-9])"
)


def _month_of(match: re.Match[str]) -> tuple[int, ...]:
    """The months named; two numbers where the second name contradicts the first."""
    names = [re.sub(r"\s+", " ", name) for name in (match["month"], match["dual"]) if name]
    return tuple(dict.fromkeys(MONTH_NUMBERS[name] for name in names))


def _exists(option: YearMonthDay) -> bool:
    year, month, day = option
    try:
        date(year or 2000, month, 1 if day is None else day)  # 2000 is a leap year: 29 February without a year may be
    except ValueError:
        return False
    return True


def _phrase(match: re.Match[str], options: list[YearMonthDay], **kinds: bool) -> Phrase:
    known = tuple(dict.fromkeys(option for option in options if _exists(option)))
    return Phrase(match.start(), match.end(), known, **kinds)


def _read_named(match: re.Match[str]) -> Phrase:
    groups = match.groupdict()
    day = int(groups["day"]) if groups.get("day") else None
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("short_year"):
        year = _full_year(int(groups["short_year"]))
    return _phrase(match, [(year, month, day) for month in _month_of(match)])


def _read_month_first(match: re.Match[str]) -> Phrase | None:
    """January 26; but "in January 26 people died" is no date."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    if match["year"] is None and re.search(r"(?:^|\W)in $", before):
        return None
    return _read_named(match)


def _read_range(match: re.Match[str]) -> Phrase | None:
    first, last = int(match["first"]), int(match["day"])
    if not 0 < first < last:
        return None
    year = int(match["year"]) if match["year"] else None
    options: list[YearMonthDay] = [(year, month, first) for month in _month_of(match) if _exists((year, month, last))]
    return _phrase(match, options, is_range=True)


def _full_year(short: int) -> int:
    """24 -> 2024, 98 -> 1998: the rule of POSIX."""
    return short + (2000 if short < 69 else 1900)


def _read_numeric(match: re.Match[str]) -> Phrase | None:
    """Every order of day, month and year that gives a day; the caller sees whether that is one."""
    one, two, three = int(match["one"]), int(match["two"]), int(match["three"])
    options: list[YearMonthDay]
    if len(match["one"]) == 4:
        year, options = one, [(one, two, three)]
    elif len(match["three"]) == 4:
        year, options = three, [(three, two, one), (three, one, two)]
    elif len(match["one"]) == 3 or len(match["three"]) == 1:  # 4-3-3 is a formation
        return None
    else:
        year = _full_year(three)
        options = [(year, two, one), (year, one, two), (_full_year(one), two, three)]
    # Such a year among numbers is a Hijri one: 15/07/1445.
    return _phrase(match, options, is_hijri=match["hijri"] is not None or 1300 <= year < 1600)


def _read_libyan(match: re.Match[str]) -> Phrase:
    month = LIBYAN_NUMBERS[re.sub(r"\s+", " ", match["month"])]
    year = int(match["year"]) if match["year"] else None
    return _phrase(match, [(year, month, int(match["day"]))])


def _read_hijri(match: re.Match[str]) -> Phrase:
    return Phrase(match.start(), match.end(), (), is_hijri=True)


Reader = Callable[[re.Match[str]], Phrase | None]

_ENGLISH = f"(?P<month>{names_pattern(ENGLISH_NUMBERS)}){_NO_LETTER}"
_ARABIC = f"(?P<month>{names_pattern(ARABIC_NUMBERS)}){_NO_LETTER}"
_LIBYAN = f"(?P<month>{names_pattern(LIBYAN_NUMBERS)}){_NO_LETTER}"
_LIBYAN_DUAL = rf"\s*/\s*{names_pattern(MONTH_NUMBERS)}{_NO_LETTER}"
_HIJRI = rf"(?:من\s+)?(?:شهر\s+)?{names_pattern(HIJRI_NUMBERS)}{_NO_LETTER}"
_HIJRI_YEAR = r"(?:\s*(?:[,،]\s*)?(?:(?:عام|سنه)\s+)?1[2-5][0-9]{2}(?![0-9]))?"
_LATER_DAY = r"(?P<day>[0-9]{1,2})(?:\s?(?:st|nd|rd|th)(?![a-z]))?(?![0-9])(?![:.,][0-9])(?!\s*%)"
_TO_LATER_YEAR = r"(?:\s*[,،]\s*|\s+)"
_LAST = r"(?=\s*$)"

# Where two matches begin at the same place the longer one wins, then the earlier row.
_FROM_A_NUMBER: tuple[tuple[re.Pattern[str], Reader], ...] = (
    # 26 January 2024; 17 من تشرين الأول/أكتوبر 2023
    (re.compile(rf"{_DAY}{_TO_MONTH}{_MONTH}{_DUAL}(?:{_TO_YEAR}{_YEAR})?"), _read_named),
    # 26-Jan-24
    (re.compile(rf"{_DAY}-{_MONTH}(?P<dual>)-(?P<short_year>[0-9]{{2}})(?![0-9])"), _read_named),
    # 26-28 January 2024; 26 و27 يناير
    (re.compile(rf"{_TWO_DAYS}{_TO_MONTH}{_MONTH}{_DUAL}(?:{_TO_YEAR}{_YEAR})?"), _read_range),
    # 2024 يناير 26
    (re.compile(rf"{_FIRST_YEAR}[\s,،/-]+{_MONTH}{_DUAL}[\s,،/-]+{_LATER_DAY}"), _read_named),
    # 2024-01-26, 26/01/2024, 26.1.24, 15/7/1445 هـ
    (re.compile(rf"{_NUMBERS}(?P<hijri>{_HIJRI_MARK})?"), _read_numeric),
    # 1 الفاتح 1999
    (re.compile(rf"{_DAY}\s+(?:من\s+)?{_LIBYAN}(?:{_TO_YEAR}{_YEAR}|{_LIBYAN_DUAL}|{_LAST})"), _read_libyan),
    # 15 رجب 1445 هـ
    (re.compile(rf"{_DAY}\s*(?:/\s*)?{_HIJRI}{_HIJRI_YEAR}(?:{_HIJRI_MARK})?"), _read_hijri),
)
_FROM_A_MONTH: tuple[tuple[re.Pattern[str], Reader], ...] = (
    # January 26, 2024; Jan 26
    (re.compile(rf"{_ENGLISH}(?P<dual>)\.?\s*{_LATER_DAY}(?:{_TO_LATER_YEAR}{_YEAR})?"), _read_month_first),
    # يناير 26, 2024. Without a year "يناير 26 قتيلا" would be one too, unless the text ends there.
    (re.compile(rf"{_ARABIC}{_DUAL}\s+{_LATER_DAY}(?:{_TO_LATER_YEAR}{_YEAR}|{_LAST})"), _read_named),
    # January 2024; كانون الثاني/يناير 2024
    (re.compile(rf"{_MONTH}{_DUAL}{_TO_YEAR}{_YEAR}"), _read_named),
)
_NUMBER = re.compile(r"[0-9]+")
_MONTH_WORD = re.compile(rf"(?<!\w){names_pattern(MONTH_NUMBERS)}{_NO_LETTER}")
# English words as well as months: "may" and "march" in small letters need a year beside them.
_SMALL_LETTERS = re.compile(r"\b(?:may|march|mar)\b")


def find_phrases(source: FoldedText) -> Iterator[Phrase]:
    """The date phrases of a text in order, Hijri ones and days that do not exist included; none overlap."""
    position = 0
    for phrase in sorted(_candidates(source.folded), key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= position and not _is_a_verb(source, phrase):
            yield phrase
            position = phrase.end


def _candidates(folded: str) -> Iterator[Phrase]:
    """Every phrase that begins with a number or, in a text that has one, with the name of a month."""
    numbers = [number.start() for number in _NUMBER.finditer(folded)]
    months = (month.start() for month in _MONTH_WORD.finditer(folded)) if numbers else ()
    for starts, patterns in ((numbers, _FROM_A_NUMBER), (months, _FROM_A_MONTH)):
        for start in starts:
            for pattern, reader in patterns:
                if (match := pattern.match(folded, start)) and (phrase := reader(match)):
                    yield phrase


def _is_a_verb(source: FoldedText, phrase: Phrase) -> bool:
    """The month of "the 12 may leave": in small letters and without a year."""
    if any(year for year, _, _ in phrase.options):
        return False
    start, end = source.span_in_text(phrase.start, phrase.end)
    return _SMALL_LETTERS.search(source.text, start, end) is not None
