"""Date phrases of other languages: 2 janvier 2020, 13 января 2020 г., 2020. január 2., 2020年1月2日.

Only with a year: without one, a number beside a word of an unknown language is no date.
"""

import re
from collections.abc import Iterator, Sequence

from crawler.calendar.calendar_names import months_named
from crawler.calendar.date_patterns import BEFORE_DAY, FIRST_YEAR, Phrase, YearMonthDay, existing

# A word in any script: combining vowel signs are no letters to `re`.
_WORD = r"(?P<month>[^\s\d.,،/()|:;–—-]{2,30})"
_NUMBER = r"(?P<number>[0-9]{1,2})"
_CJK_DAY = r"(?P<day>[0-9]{1,2})\s*[日일號号]"
_DAY = BEFORE_DAY + r"(?P<day>[0-9]{1,2})(?![0-9])"
# 1er janvier, 2. Januar, 1º de enero, 2-го января, 26ης Ιανουαρίου, 2 d' abril.
_AFTER_DAY = r"(?:er|re|e|ro|\.?[°oa]|-?го|ησ|η|οσ|\.-?)?\s*(?:[-/.,]\s*)?(?:(?:de|di|del|of|da|do|dne)\s+|d['’]\s*)?"
_TO_YEAR = r"[.,]?\s*(?:[-/.,(]\s*)?(?:(?:de|del|do|la|anul|l['’]|год|року|т\.ч\.)\s+)?"
_YEAR = r"(?P<year>(?:1[89]|2[0-9])[0-9]{2})(?![0-9])"
# All of these dates state their year in four digits.
_HAS_YEAR = re.compile(r"[12][0-9]{3}")
_AFTER_YEAR = r"[.,]?(?:\s*(?:m|gada|gadā|ж|жылғы|жыл|йил|-?yil|-?nji|urte|оны|წლის)\.?)?[\s,،/-]+"
# Thai calendars count from the death of the Buddha.
_BUDDHIST_YEARS = range(2400, 2700)


def _month_words(match: re.Match[str], language: str | None) -> tuple[int, ...]:
    word = match["month"].strip("׳'’\"")
    named = months_named(word, language)
    if not named and word.startswith(("ב", "d'", "d’")):  # Hebrew "in", Catalan "of"
        named = months_named(re.sub("^(?:ב|d['’])", "", word), language)
    return named


def _year_of(match: re.Match[str]) -> int:
    year = int(match["year"])
    return year - 543 if year in _BUDDHIST_YEARS else year


def _read_word(match: re.Match[str], language: str | None) -> Phrase | None:
    options: list[YearMonthDay] = [
        (_year_of(match), month, int(match["day"])) for month in _month_words(match, language)
    ]
    return Phrase(match.start(), match.end(), existing(options)) if options else None


def _read_number(match: re.Match[str], _language: str | None) -> Phrase | None:
    return Phrase(match.start(), match.end(), existing([(_year_of(match), int(match["number"]), int(match["day"]))]))


_FROM_A_NUMBER = (
    # 2 janvier 2020; 2. Januar 2020; 2 de enero de 2020
    (re.compile(rf"{_DAY}{_AFTER_DAY}{_WORD}{_TO_YEAR}{_YEAR}"), _read_word),
    # 2020. január 2.; 2020 m. sausio 2 d.
    (re.compile(rf"{FIRST_YEAR}{_AFTER_YEAR}{_WORD}[.,]?\s+(?P<day>[0-9]{{1,2}})(?![0-9:])"), _read_word),
    # 2020. gada 2. janvāris; 2020-yil 2-yanvar
    (re.compile(rf"{FIRST_YEAR}{_AFTER_YEAR}(?P<day>[0-9]{{1,2}})(?![0-9:])[-. ]\s*{_WORD}"), _read_word),
    # 2020年1月2日, 2020년 1월 2일
    (re.compile(rf"(?<![0-9])(?P<year>[12][0-9]{{3}})\s*[年년]\s*{_NUMBER}\s*[月월]\s*{_CJK_DAY}"), _read_number),
    # ngày 2 tháng 1 năm 2020
    (re.compile(rf"{_DAY}\s*(?:thang|thg)\.?\s*{_NUMBER}(?:\s*(?:,\s*)?nam)?[\s,]+{_YEAR}"), _read_number),
)
# enero 2, 2020
_MONTH_FIRST = re.compile(rf"(?<!\w){_WORD}\.?\s+(?P<day>[0-9]{{1,2}})(?![0-9:])[.,]?\s+{_YEAR}")
_MONTH_BEFORE_NUMBER = re.compile(
    r"(?<![^\s\d.,،/()|:;–—-])[^\s\d.,،/()|:;–—-]{3,30}\.?\s+(?=[0-9]{1,2}[.,]?\s+[12][0-9]{3}(?![0-9]))"
)


def world_phrases(folded: str, numbers: Sequence[int], language: str | None) -> Iterator[Phrase]:
    """The dates that begin at one of those numbers, or with a month's name before a day and a year."""
    if not _HAS_YEAR.search(folded):
        return
    for start in numbers:
        for pattern, read in _FROM_A_NUMBER:
            if (match := pattern.match(folded, start)) and (phrase := read(match, language)):
                yield phrase
    if numbers:
        for before in _MONTH_BEFORE_NUMBER.finditer(folded):
            if (match := _MONTH_FIRST.match(folded, before.start())) and (phrase := _read_word(match, language)):
                yield phrase
