"""The numbers that a text states, with what they count; and what is written with digits and counts nothing."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import replace
from decimal import Decimal

from crawler.alignment.skeletons import arabic_skeletons, latin_skeletons
from crawler.calendar.date_patterns import HIJRI_MARK
from crawler.comparison.hours import find_time_statements
from crawler.comparison.number_neighbours import Meaning, find_meanings
from crawler.comparison.statements import LanguageText, Statement, Weight, blank
from crawler.models import ARABIC, ENGLISH
from crawler.numerals.number_tokens import DESIGNATION, digits_of_name
from crawler.numerals.numbers import Number, find_numbers
from crawler.numerals.units import DUAL_NOUN, DUALS, PERCENT, find_counted

_PERCENT_SIGN = re.compile(
    r"\s?(?:%|per\s?cent(?:age)?(?!\w)|pct?\b|نق(?:اط|طه)\s+ميويه(?!\w)|في\s+الم[يا]+ه(?!\w)|بالم[يا]+ه(?!\w))"
)
# "Two thirds", "two dozen": what the number counts is no whole.
_PARTS_AFTER = re.compile(
    r"[\s-](?:halves|thirds|quarters|fifths|sixths|eighths|tenths|dozen|(?:and\s+)?a\s+half)(?!\w)"
    r"|\s+(?:ارباع|اثلاث|اخماس|اسداس|اعشار|و(?:ال)?نصف|و(?:ال)?ربع|و(?:ال)?ثلث)(?!\w)"
)
# "Two and a half million": the million is no number by itself.
_PARTS_BEFORE = re.compile(r"(?:\bhalf(?:\s+an?|\s+the)?\s+|نصف\s+|ربع\s+)$")
# كانون الثاني is no second.
_MONTH_BEFORE = re.compile(r"(?:كانون|تشرين|ربيع|جمادي)\s+$")
_HIJRI_AFTER = re.compile(HIJRI_MARK)
_LONGEST_BEFORE = 15
_DECADE = re.compile(r"[0-9]0s$|ties$|ين[ي]?ات$")
_DAY_MOST = 99
"""A number up to that is a day in a date, if perhaps one that no month has."""


def find_number_statements(text: LanguageText) -> list[Statement]:
    """What a text says in numbers, in order; of those within a date only the year can be a finding here."""
    numbers = find_numbers(text.text, text.language)
    meanings = zip(numbers, find_meanings(numbers, text), strict=True)
    found = [_statement(number, meaning, text) for number, meaning in meanings]
    found += _answers(text)
    if text.language == ARABIC:
        found += _duals(text)
    return sorted(found, key=lambda statement: (statement.start, statement.end))


def _statement(number: Number, meaning: Meaning, text: LanguageText) -> Statement:
    start, end = text.folded_position(number.start), text.folded_position(number.end)
    values: frozenset[Hashable] = frozenset(meaning.values)
    weight = _weight(number, text, start, end)
    if meaning.is_percent:
        sign = _PERCENT_SIGN.match(text.folded, end)
        return text.statement(PERCENT, values, (start, sign.end() if sign else end), weight, PERCENT)
    if _DECADE.search(text.folded, start, end):
        return text.statement("number", values, (start, end), weight, "decade")
    counted = find_counted(text.folded, start, end, text.language)
    stated = text.statement("number", values, (start, end), weight, counted.unit if counted else None)
    whole = text.span_in_text(counted.start, counted.end) if counted else None
    return replace(stated, whole=whole, is_in_digits=text.folded[start].isdecimal())


def _weight(number: Number, text: LanguageText, start: int, end: int) -> Weight:
    in_date = min(number.values) <= _DAY_MOST and text.without_dates[start] == " "
    before = text.folded[max(0, start - _LONGEST_BEFORE) : start]
    if in_date or number.is_part or _PARTS_BEFORE.search(before) or _MONTH_BEFORE.search(before):
        return Weight.ANSWER
    if _PARTS_AFTER.match(text.folded, end) or _HIJRI_AFTER.match(text.folded, end):
        return Weight.ANSWER
    return Weight.EXACT if number.is_exact else Weight.LOOSE


def _duals(text: LanguageText) -> Iterator[Statement]:
    for match in DUAL_NOUN.finditer(text.folded):
        place = match.start(1), match.end()
        yield text.statement("number", frozenset({Decimal(2)}), place, Weight.LOOSE, DUALS[match[1]])


_ROMANS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
_ROMAN = re.compile(rf"(?<=[a-z]\s)({'|'.join(reversed(_ROMANS))})(?![\w'’])")

# What is called by its number in both languages answers no other number.
_SAME_IN_BOTH = ("covid", "كوفيد")


def _answers(text: LanguageText) -> Iterator[Statement]:
    """The numbers of dates, times of day and names, and the II of World War II, which may answer a number."""
    for phrase in text.date_phrases:
        values = {Decimal(part) for option in phrase.options for part in option if part is not None}
        if values:
            yield text.statement("number", frozenset(values), (phrase.start, phrase.end), Weight.ANSWER)
    for roman in _ROMAN.finditer(text.text) if text.language == ENGLISH else ():
        values = {Decimal(_ROMANS.index(roman[1]) + 1)}
        yield Statement("number", frozenset(values), roman.start(1), roman.end(1), Weight.ANSWER)
    for name in DESIGNATION.finditer(text.without_dates):
        digits = digits_of_name(name[0], text.language)
        if digits and not name[0].startswith(_SAME_IN_BOTH):
            yield text.statement("number", digits, name.span(), Weight.ANSWER)
    for time in find_time_statements(text):
        parts = re.findall("[0-9]+", text.folded[text.folded_position(time.start) : text.folded_position(time.end)])
        yield Statement("number", frozenset(map(Decimal, parts)), time.start, time.end, Weight.ANSWER)


_TELEPHONE = re.compile(r"\+?[0-9]{1,4}(?:[ ()-]+[0-9]{2,}){2,}|\+[0-9]{7,}")
_CODE = re.compile(r"(?<![a-z0-9_])([a-z]+|[\u0621-\u064a]{2,}(?=[-–]))[-–]?([0-9]+(?:\.[0-9]+)*)(?![0-9])")
_FRACTION = re.compile(r"(?<![0-9.,/])([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
# 192.168.0.1, version 12.0.1, section 8.1.4; 1.234.567 is one number.
_DOTTED = re.compile(r"(?<![\w.,])(?![0-9]{1,3}(?:\.[0-9]{3})+(?![0-9.]))([0-9]+(?:\.[0-9]+){2,})(?![0-9])")
_CODES = (("dotted", _DOTTED), ("telephone", _TELEPHONE), ("code", _CODE), ("fraction", _FRACTION))


def find_code_statements(text: LanguageText) -> list[Statement]:
    """What is written with digits and counts nothing, in order: telephone numbers, 192.168.0.1, COVID-19, 24/7."""
    found: list[Statement] = []
    left = text.without_dates
    for kind, pattern in _CODES:
        found += [
            text.statement(
                "number", frozenset({_code(kind, match)}), match.span(), Weight.LOOSE, _code_unit(kind, match)
            )
            for match in pattern.finditer(left)
        ]
        left = pattern.sub(blank, left)
    return sorted(found, key=lambda statement: statement.start)


def _code(kind: str, match: re.Match[str]) -> Hashable:
    """Telephone numbers are grouped and turned round in Arabic: their digits are compared, not their order."""
    if kind == "telephone":
        return kind, *sorted(re.sub("[^0-9]", "", match[0]))
    if kind == "dotted":
        return kind, *sorted(match[1].split("."))
    return (kind, match[2]) if kind == "code" else (kind, *match.groups())


def _code_unit(kind: str, match: re.Match[str]) -> str:
    """What may contradict each other: COVID-18 and كوفيد-19, but not F-16 and كوفيد-19."""
    if kind != "code":
        return kind
    spell = latin_skeletons if match[1].isascii() else arabic_skeletons
    return f"code {next(iter(spell(match[1])), match[1])}"
