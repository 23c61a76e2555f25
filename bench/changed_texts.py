"""Texts in which one digit, number word, month or weekday was changed, and where.

The words are listed here once more, on purpose: what finds changes must not be measured by its own tables.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_UNITS = "three four five six seven eight nine ten"
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = "hundred thousand million billion"
_ENGLISH_MONTHS = "January February March April June July August September October November December"
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_ENGLISH_WORDS = tuple(tuple(row.split()) for row in (_UNITS, _TEENS, _TENS, _SCALES))
_ARABIC_WORDS = tuple(
    tuple(row.split())
    for row in (
        "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
        "ثلاث أربع خمس ست سبع ثماني تسع",
        "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
        "عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين",
        "ثلاثمائة أربعمائة خمسمائة ستمائة سبعمائة تسعمائة",
        "مائة ألف مليون مليار",
        "آلاف ملايين مليارات",
    )
)
_ARABIC_MONTHS = (
    tuple("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()),
    tuple("شباط نيسان أيار حزيران تموز أيلول".split()),
)
_ARABIC_DAYS = tuple("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split())
_DIGIT = re.compile("[0-9٠-٩]")
_RUN = re.compile("[0-9٠-٩]+")
# What is no number a reader would check: addresses, and names such as COVID-19, H1N1, F-16.
_NAMES = re.compile(r"\S*(?:https?:|www\.|@)\S*|[^\W\d_]+[-–]?[0-9]+\w*(?:[-–]\w+)*|[0-9]+[^\W\d_]+[0-9]+\w*|كوفيد.?19")


@dataclass(frozen=True)
class Change:
    """A text with one thing in it changed."""

    kind: str
    """digit, word, month or weekday."""
    text: str
    was: str


def changes(text: str, language: str, chance: random.Random) -> Iterator[Change]:
    """One change of each kind that the text has room for, at a place chosen by chance."""
    for kind, places in _places(text, language).items():
        if places:
            start, end, others = chance.choice(places)
            yield Change(kind, text[:start] + chance.choice(others) + text[end:], text[start:end])


_Place = tuple[int, int, Sequence[str]]


def _places(text: str, language: str) -> dict[str, list[_Place]]:
    english = language == "en"
    words = _ENGLISH_WORDS if english else _ARABIC_WORDS
    months = (tuple(_ENGLISH_MONTHS.split()),) if english else _ARABIC_MONTHS
    days = (tuple(_ENGLISH_DAYS.split()),) if english else (_ARABIC_DAYS,)
    return {
        "digit": list(_digits(text)),
        "word": [place for row in words for place in _words(text, row, english)],
        "month": [place for row in months for place in _words(text, row, english)],
        "weekday": [place for row in days for place in _words(text, row, english)],
    }


def _digits(text: str) -> Iterator[_Place]:
    names = [match.span() for match in _NAMES.finditer(text)]
    for run in _RUN.finditer(text):
        if any(start <= run.start() < end for start, end in names):
            continue
        for digit in _DIGIT.finditer(text, *run.span()):
            first = "٠" if digit[0] > "9" else "0"
            others = [chr(ord(first) + value) for value in range(10) if chr(ord(first) + value) != digit[0]]
            if digit.start() == run.start():
                others = [other for other in others if other != first]
            yield digit.start(), digit.end(), others


def _words(text: str, row: Sequence[str], english: bool) -> Iterator[_Place]:
    before = r"(?<![\w-])" if english else "(?<![\\w\u064b-\u0652])(?:[وبفل](?=\\w{4}))?"
    flags = re.IGNORECASE if english and row[0].islower() else 0
    for match in re.finditer(rf"{before}({'|'.join(row)})(?![\w\u064b-\u0652])", text, flags):
        yield match.start(1), match.end(1), [other for other in row if other.lower() != match[1].lower()]
