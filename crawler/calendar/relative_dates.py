"""Relative dates, "3 hours ago", قبل يومين, أمس الخميس: how long before the page was made they are.

Patterns work on the match form.
"""

import re
from datetime import timedelta

from crawler.folded_text import fold

_ENGLISH_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ARABIC_COUNTS = (
    (3, "ثلاثه?"),
    (4, "اربعه?"),
    (5, "خمسه?"),
    (6, "سته?"),
    (7, "سبعه?"),
    (8, "ثماني?ه?"),
    (9, "تسعه?"),
    (10, "عشره?"),
)
_SECOND, _MINUTE, _HOUR, _DAY = (
    timedelta(seconds=1),
    timedelta(minutes=1),
    timedelta(hours=1),
    timedelta(days=1),
)
# Unit in match form -> its length, and how many of it the word itself says (the dual is two).
_UNITS = (
    (_SECOND, 1, r"sec(?:ond)?s?|ثانيه|ثوان|ثواني"),
    (_MINUTE, 1, r"min(?:ute)?s?|دقيقه|دقايق"),
    (_HOUR, 1, r"h|hrs?|hours?|ساعه|ساعات"),
    (_DAY, 1, r"d|days?|يوم|يوما|ايام"),
    (_SECOND, 2, r"ثانيتين"),
    (_MINUTE, 2, r"دقيقتين"),
    (_HOUR, 2, r"ساعتين"),
    (_DAY, 2, r"يومين"),
)
_UNIT = "|".join(unit for _, _, unit in _UNITS)
_COUNT = rf"[0-9]+|an?|{'|'.join(_ENGLISH_COUNTS)}|{'|'.join(count for _, count in _ARABIC_COUNTS)}"
_COUNTED = re.compile(rf"(?:(?<!\w)(?P<count>{_COUNT})\s*)?(?<![^\W\d_])(?P<unit>{_UNIT})(?!\w)")
# Counted in these, nobody knows the day.
_COARSE = re.compile(
    r"(?<!\w)(?:weeks?|w|months?|years?|(?:ال)?(?:اسبوع|شهر|عام|سنه)|اسبوعين|اسابيع|شهرين|اشهر|شهور|سن)"
)
_WORDS = (
    (2 * _DAY, re.compile(r"(?<!\w)(?:day\s+before\s+yesterday|اول\s+امس|امس\s+الاول)(?!\w)")),
    (_DAY, re.compile(r"(?<!\w)(?:yesterday|(?:ال)?امس)(?!\w)")),
    (timedelta(), re.compile(r"(?<!\w)(?:today|just\s+now|moments\s+ago|اليوم|الان|لحظات)(?!\w)")),
)


def time_before(text: str) -> timedelta | None:
    """How long before the page was made a relative date is; None where it counts in weeks, months or years.

    >>> time_before("منذ ساعتين"), time_before("2 days ago"), time_before("last year") is None
    (datetime.timedelta(seconds=7200), datetime.timedelta(days=2), True)
    """
    folded = fold(text)
    if _COARSE.search(folded):
        return None
    counted = [_length(match) for match in _COUNTED.finditer(folded)]
    if counted:
        return sum(counted, timedelta())
    return next((length for length, word in _WORDS if word.search(folded)), None)


def _length(match: re.Match[str]) -> timedelta:
    length, said = next((length, said) for length, said, unit in _UNITS if re.fullmatch(unit, match["unit"]))
    return length * (_count(match["count"]) if match["count"] else said)


def _count(word: str) -> int:
    if word.isdecimal():
        return min(int(word), 100_000)
    if word in _ENGLISH_COUNTS:
        return _ENGLISH_COUNTS.index(word)
    return next((number for number, pattern in _ARABIC_COUNTS if re.fullmatch(pattern, word)), 1)
