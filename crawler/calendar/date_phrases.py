"""Date phrases in a text: where each stands, and the calendar days it can mean.

Patterns work on the folded text.
"""

import re
from collections.abc import Iterator

from crawler.calendar.date_patterns import (
    BEFORE_DAY,
    DAY,
    FIRST_YEAR,
    HIJRI_MARK,
    LATER_DAY,
    NO_LETTER,
    TO_YEAR,
    YEAR,
    Phrase,
    Reader,
    YearMonthDay,
    day_exists,
    existing,
    full_year,
)
from crawler.calendar.months import (
    ARABIC_NUMBERS,
    ENGLISH_NUMBERS,
    HIJRI_NUMBERS,
    LIBYAN_NUMBERS,
    MONTH_NUMBERS,
    names_pattern,
)
from crawler.calendar.ordinal_days import ORDINAL_DAYS
from crawler.calendar.solar_hijri import SOLAR_HIJRI_NUMBERS, convert_solar_hijri
from crawler.calendar.world_phrases import world_phrases
from crawler.folded_text import FoldedText

_MONTH = f"(?P<month>{names_pattern(MONTH_NUMBERS)}){NO_LETTER}"
# The same month named once more in another region's way: تشرين الأول/أكتوبر.
_DUAL = rf"(?:\s*[/\\(–-]\s*(?P<dual>{names_pattern(MONTH_NUMBERS)}){NO_LETTER}\s?\)?)?"
_TO_MONTH = r"\s*(?:[-/.,،]\s*|(?:من|(?:day\s+)?of)\s+)?(?:شهر\s+)?"
_TWO_DAYS = rf"{BEFORE_DAY}(?P<first>[0-9]{{1,2}})\s*(?:-|–|—|الي|حتي|to|and|و)\s*(?P<day>[0-9]{{1,2}})(?![0-9])"
_NUMBERS = (
    r"(?<![0-9a-z])(?<![0-9][.,:/-])(?P<one>[0-9]{1,4})(?P<mark>\s?[-/.]\s?)(?P<two>[0-9]{1,2})(?P=mark)"
    r"(?P<three>[0-9]{4}|[0-9]{1,2})(?![0-9])(?![-/.][0-9])"
)


def _month_of(match: re.Match[str]) -> tuple[int, ...]:
    """The months named; two numbers where the second name contradicts the first."""
    names = [" ".join(name.split()) for name in (match["month"], match["dual"]) if name]
    return tuple(dict.fromkeys(MONTH_NUMBERS[name] for name in names))


def _phrase(match: re.Match[str], options: list[YearMonthDay], *, is_range: bool = False) -> Phrase:
    return Phrase(match.start(), match.end(), existing(options), is_range=is_range)


def _read_named(match: re.Match[str]) -> Phrase:
    groups = match.groupdict()
    day = _day_of(match) if groups.get("day") or groups.get("ordinal") else None
    year = int(groups["year"]) if groups.get("year") else None
    if groups.get("short_year"):
        year = full_year(int(groups["short_year"]))
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
    months = [month for month in _month_of(match) if day_exists((year, month, last))]
    return _phrase(match, [(year, month, first) for month in months], is_range=True)


def _read_numeric(match: re.Match[str]) -> Phrase | None:
    """Every order of day, month and year that gives a day; the caller sees whether that is one."""
    one, two, three = int(match["one"]), int(match["two"]), int(match["three"])
    orders: dict[str, YearMonthDay]
    if len(match["one"]) == 4:
        year, orders = one, {"ymd": (one, two, three)}
    elif len(match["three"]) == 4:
        year, orders = three, {"dmy": (three, two, one), "mdy": (three, one, two)}
    elif len(match["one"]) == 3 or len(match["three"]) == 1:  # 4-3-3 is a formation
        return None
    else:
        year = full_year(three)
        orders = {"dmy": (year, two, one), "mdy": (year, one, two), "ymd": (full_year(one), two, three)}
    # Such a year among numbers is a Hijri one: 15/07/1445.
    if match["hijri"] is not None or 1300 <= year < 1600:
        return _numeric_hijri(match, year)
    known = {order: option for order, option in orders.items() if day_exists(option)}
    return Phrase(match.start(), match.end(), tuple(dict.fromkeys(known.values())), orders=tuple(known.items()))


def _numeric_hijri(match: re.Match[str], year: int) -> Phrase:
    day, month = (match["three"], match["two"]) if len(match["one"]) == 4 else (match["one"], match["two"])
    return Phrase(match.start(), match.end(), (), is_hijri=True, hijri=(year, int(month), int(day)))


def _read_libyan(match: re.Match[str]) -> Phrase:
    month = LIBYAN_NUMBERS[re.sub(r"\s+", " ", match["month"])]
    year = int(match["year"]) if match["year"] else None
    return _phrase(match, [(year, month, int(match["day"]))])


def _read_hijri(match: re.Match[str]) -> Phrase:
    month = HIJRI_NUMBERS[re.sub(r"\s+", " ", match["month"])]
    hijri = (int(match["year"]), month, _day_of(match)) if match["year"] else None
    return Phrase(match.start(), match.end(), (), is_hijri=True, hijri=hijri)


def _read_solar_hijri(match: re.Match[str]) -> Phrase | None:
    found = convert_solar_hijri(int(match["year"]), SOLAR_HIJRI_NUMBERS[match["month"]], int(match["day"]))
    return _phrase(match, [(found.year, found.month, found.day)]) if found else None


def _day_of(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("ordinal"):
        return ORDINAL_DAYS[re.sub(r"\s+", " ", groups["ordinal"])]
    return int(groups["day"])


_ENGLISH = f"(?P<month>{names_pattern(ENGLISH_NUMBERS)}){NO_LETTER}"
_ARABIC = f"(?P<month>{names_pattern(ARABIC_NUMBERS)}){NO_LETTER}"
_LIBYAN = f"(?P<month>{names_pattern(LIBYAN_NUMBERS)}){NO_LETTER}"
_LIBYAN_DUAL = rf"\s*/\s*{names_pattern(MONTH_NUMBERS)}{NO_LETTER}"
# With its year alone: مهر is kindness as well, دی yesterday.
_SOLAR_HIJRI = (
    rf"(?P<month>{names_pattern(SOLAR_HIJRI_NUMBERS)})(?:\s?ماه)?{NO_LETTER}"
    r"\s*(?:[,،/-]\s*)?(?:سال\s+)?(?P<year>1[34][0-9]{2})(?![0-9])"
)
_HIJRI = rf"(?:من\s+)?(?:شهر\s+)?(?P<month>{names_pattern(HIJRI_NUMBERS)}){NO_LETTER}"
_HIJRI_YEAR = r"(?:\s*(?:[,،/-]\s*)?(?:(?:لل|ال|ل)?(?:عام|سنه)\s+)?(?P<year>1[2-5][0-9]{2})(?![0-9]))?"
# With its "of": "the first May", الأول أيار are no dates.
_ORDINAL = rf"(?P<ordinal>{names_pattern(ORDINAL_DAYS)})\s+(?:من|(?:day\s+)?of)\s+(?:شهر\s+)?"
# With a full stop only where the year ends the line: "Nov. 20. 2026".
_TO_LATER_YEAR = r"(?:\s*[,،]\s*|\s+|\.\s+(?=[12][0-9]{3}\s*$))"
_LAST = r"(?=\s*$)"

_Rows = tuple[tuple[re.Pattern[str], Reader], ...]
# 2024-01-26, 26/01/2024, 26.1.24, 15/7/1445 هـ: the only one without a month's name.
_IN_NUMBERS: _Rows = ((re.compile(rf"{_NUMBERS}(?P<hijri>{HIJRI_MARK})?"), _read_numeric),)
# Where two matches begin at the same place the longer one wins, then the earlier row.
_FROM_A_NUMBER: _Rows = (
    # 26 January 2024; 17 من تشرين الأول/أكتوبر 2023
    (re.compile(rf"{DAY}{_TO_MONTH}{_MONTH}{_DUAL}(?:{TO_YEAR}{YEAR})?"), _read_named),
    # 26-Jan-24
    (re.compile(rf"{DAY}-{_MONTH}(?P<dual>)-(?P<short_year>[0-9]{{2}})(?![0-9])"), _read_named),
    # 26-28 January 2024; 26 و27 يناير
    (re.compile(rf"{_TWO_DAYS}{_TO_MONTH}{_MONTH}{_DUAL}(?:{TO_YEAR}{YEAR})?"), _read_range),
    # 2024 يناير 26
    (re.compile(rf"{FIRST_YEAR}[\s,،/-]+{_MONTH}{_DUAL}[\s,،/-]+{LATER_DAY}"), _read_named),
    *_IN_NUMBERS,
    # 1 الفاتح 1999
    (re.compile(rf"{DAY}\s+(?:من\s+)?{_LIBYAN}(?:{TO_YEAR}{YEAR}|{_LIBYAN_DUAL}|{_LAST})"), _read_libyan),
    # 15 رجب 1445 هـ
    (re.compile(rf"{DAY}\s*(?:/\s*)?{_HIJRI}{_HIJRI_YEAR}(?:{HIJRI_MARK})?"), _read_hijri),
    # ۲۹ بهمن ۱۳۹۸
    (re.compile(rf"{DAY}\s*(?:/\s*)?{_SOLAR_HIJRI}"), _read_solar_hijri),
)
_FROM_AN_ORDINAL: _Rows = (
    # السادس والعشرين من يناير 2024; the first of May
    (re.compile(rf"{_ORDINAL}{_MONTH}{_DUAL}(?:{TO_YEAR}{YEAR})?"), _read_named),
    (re.compile(rf"{_ORDINAL}{_HIJRI}{_HIJRI_YEAR}(?:{HIJRI_MARK})?"), _read_hijri),
)
_FROM_A_MONTH: _Rows = (
    # January 26, 2024; Jan 26
    (re.compile(rf"{_ENGLISH}(?P<dual>)\.?\s*{LATER_DAY}(?:{_TO_LATER_YEAR}{YEAR})?"), _read_month_first),
    # يناير 26, 2024. Without a year "يناير 26 قتيلا" would be one too, unless the text ends there.
    (re.compile(rf"{_ARABIC}{_DUAL}\s+{LATER_DAY}(?:{_TO_LATER_YEAR}{YEAR}|{_LAST})"), _read_named),
    # January 2024; كانون الثاني/يناير 2024
    (re.compile(rf"{_MONTH}{_DUAL}{TO_YEAR}{YEAR}"), _read_named),
)
_NUMBER = re.compile(r"[0-9]+")
_SOME_MONTH = re.compile(names_pattern([*MONTH_NUMBERS, *LIBYAN_NUMBERS, *HIJRI_NUMBERS, *SOLAR_HIJRI_NUMBERS]))
_OF_A_MONTH = re.compile(
    rf"(?:of|من)\s+(?:شهر\s+)?(?:{names_pattern(MONTH_NUMBERS)}|{names_pattern(HIJRI_NUMBERS)}){NO_LETTER}"
)
# Not the second half of a month's name: تشرين الثاني.
_ORDINAL_WORD = re.compile(rf"(?<!\w)(?<!تشرين )(?<!كانون )(?<!ربيع )(?:[وفبل])?(?={_ORDINAL})")
_MONTH_WORD = re.compile(rf"(?<!\w){names_pattern(MONTH_NUMBERS)}{NO_LETTER}")
# English words as well as months: "may" and "march" in small letters need a year beside them.
_SMALL_LETTERS = re.compile(r"\b(?:may|march|mar)\b")


def find_phrases(source: FoldedText, language: str | None = None) -> Iterator[Phrase]:
    """The date phrases of a text in order, Hijri ones and days that do not exist included; none overlap.

    `language` as in `months_named`: None for an English or Arabic text.
    """
    position = 0
    found = _candidates(source.folded, language)
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= position and not _is_a_verb(source, phrase):
            yield phrase
            position = phrase.end


def _candidates(folded: str, language: str | None) -> Iterator[Phrase]:
    """Every phrase that begins with a number, an ordinal or, in a text with a number, the name of a month."""
    numbers = [number.start() for number in _NUMBER.finditer(folded)]
    if not numbers and "of" not in folded and "من" not in folded:
        return
    places: tuple[tuple[list[int], _Rows], ...] = ((numbers, _IN_NUMBERS),)
    if _SOME_MONTH.search(folded):
        ordinals = [word.end() for word in _ORDINAL_WORD.finditer(folded)] if _OF_A_MONTH.search(folded) else []
        months = [month.start() for month in _MONTH_WORD.finditer(folded)] if numbers else []
        places = ((numbers, _FROM_A_NUMBER), (ordinals, _FROM_AN_ORDINAL), (months, _FROM_A_MONTH))
    for starts, patterns in places:
        for start in starts:
            for pattern, reader in patterns:
                if (match := pattern.match(folded, start)) and (phrase := reader(match)):
                    yield phrase
    yield from world_phrases(folded, numbers, language)


def _is_a_verb(source: FoldedText, phrase: Phrase) -> bool:
    """The month of "the 12 may leave": in small letters and without a year."""
    if any(year for year, _, _ in phrase.options) or "ma" not in source.folded[phrase.start : phrase.end]:
        return False
    start, end = source.span_in_text(phrase.start, phrase.end)
    return _SMALL_LETTERS.search(source.text, start, end) is not None
