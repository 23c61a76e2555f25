"""The times of day that a text names, in minutes of half a day: 17:30, 5.30pm and الخامسة والنصف are one."""

import re
from collections.abc import Iterator

from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.models import ARABIC
from crawler.models.forms import match_form

_HALF_A_DAY = 12 * 60
_DIGITAL = re.compile(
    r"(?<![0-9.,:])(?<![0-9][/-])(?P<hour>[0-9]{1,2})(?:[:h](?P<minute>[0-9]{2})(?::[0-9]{2})?|\.(?P<dotted>[0-9]{2}))?"
    r"(?![0-9:])\s?(?P<half>[ap]\.?\s?m(?![a-z])\.?|o.?clock|صباحا|مساء|ظهرا|عصرا|فجرا|ليلا)?"
)
# 0600 GMT.
_IN_FOUR_DIGITS = re.compile(
    r"(?<![0-9.,:])(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])(?=\s?(?:gmt|utc|local|hrs|hours|ب(?:ال)?توقيت))"
)
_AFTER_HOUR = re.compile(r"(?<!\w)(?:و|ب|ل|ف)?(?:ال)?ساعه\s+(?:ال)?$")
_HOURS = {
    match_form(word): number
    for number, words in enumerate(
        "الواحدة الأولى,الثانية,الثالثة,الرابعة,الخامسة,السادسة,السابعة,الثامنة,التاسعة,العاشرة".split(","), 1
    )
    for word in words.split()
}
_PARTS = {match_form(word): minutes for word, minutes in (("النصف", 30), ("نصف", 30), ("الربع", 15), ("الثلث", 20))}
_WRITTEN = re.compile(
    rf"(?<!\w)[وفب]?(?P<clock>الساعه\s+)?(?P<hour>{'|'.join(_HOURS)})(?P<teen>\s+عشره)?(?!\w)"
    rf"(?:\s+و(?P<past>{'|'.join(_PARTS)})(?!\w)|\s+الا\s+(?P<to>ربعا?|الربع|ثلثا?|الثلث)(?!\w))?"
    r"(?P<half>\s+(?:من\s+)?(?:بعد\s+)?(?:ال)?(?:صباح|مساء|ظهر|عصر|فجر|ليل)ا?(?!\w))?"
)
_ZONE = re.compile(r"\b(?:gmt|utc|[ecmp][sd]?t|bst|cet|local\s+time)\b|بتوقيت|توقيت|جرينتش|غرينتش")


def find_time_statements(text: LanguageText) -> list[Statement]:
    """The times of day of a text in order."""
    found = [*_digital_times(text), *_times_in_four_digits(text)]
    if text.language == ARABIC:
        found += _written_times(text)
    return sorted(found, key=lambda statement: statement.start)


def names_zone(text: LanguageText) -> bool:
    """True where a text says of which zone its times are."""
    return _ZONE.search(text.folded) is not None


def _digital_times(text: LanguageText) -> Iterator[Statement]:
    for match in _DIGITAL.finditer(text.folded):
        after_hour = _AFTER_HOUR.search(text.folded, max(0, match.start() - 12), match.start())
        if match["minute"] or match["half"] or after_hour:
            minutes = 60 * int(match["hour"]) + int(match["minute"] or match["dotted"] or 0)
            end = max(match.end(group) for group in ("hour", "minute", "dotted", "half"))
            yield text.statement("time", frozenset({minutes % _HALF_A_DAY}), (match.start(), end))


def _times_in_four_digits(text: LanguageText) -> Iterator[Statement]:
    for match in _IN_FOUR_DIGITS.finditer(text.folded):
        minutes = 60 * int(match["hour"]) + int(match["minute"])
        yield text.statement("time", frozenset({minutes % _HALF_A_DAY}), match.span())


def _written_times(text: LanguageText) -> Iterator[Statement]:
    for match in _WRITTEN.finditer(text.folded):
        if match["clock"] or match["past"] or match["to"] or match["half"]:
            minutes = 60 * (_HOURS[match["hour"]] + (10 if match["teen"] else 0))
            minutes += _PARTS[match["past"]] if match["past"] else 0
            minutes -= (15 if "ربع" in match["to"] else 20) if match["to"] else 0
            start = match.start("clock") if match["clock"] else match.start("hour")
            yield text.statement("time", frozenset({minutes % _HALF_A_DAY}), (start, match.end()), Weight.LOOSE)
