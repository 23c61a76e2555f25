"""Statements: the numbers, days of the month and weekdays that a text names, in a form the other language shares."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from crawler.date_patterns import Phrase
from crawler.date_phrases import find_phrases
from crawler.folded_text import FoldedText
from crawler.months import WEEKDAY_NUMBERS, names_pattern
from crawler.numbers import find_numbers


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a text says."""

    values: frozenset[Hashable]
    """What it can mean; the other side says the same if it shares one of these."""
    text: str
    """As published."""
    is_exact: bool = True
    """False where it may answer the other side but is no finding itself."""


def find_number_statements(text: str, language: str) -> list[Statement]:
    """The numbers of a text in order; of those within a date only the year can be a finding here."""
    source = FoldedText(text)
    dates = [source.span_in_text(phrase.start, phrase.end) for phrase in find_phrases(source)]
    return [
        Statement(
            frozenset(number.values),
            text[number.start : number.end] + "%" * number.is_percent,
            number.is_exact and (min(number.values) > 31 or not any(a <= number.start < b for a, b in dates)),
        )
        for number in find_numbers(text, language)
    ]


def find_day_statements(text: str, _language: str) -> list[Statement]:
    """The days of a month that a text names in order, by (month, day); a range of days is no finding."""
    source = FoldedText(text)
    return [
        Statement(days, _slice(source, phrase.start, phrase.end), is_exact=not phrase.is_range)
        for phrase in find_phrases(source)
        if (days := _days(phrase))
    ]


def _days(phrase: Phrase) -> frozenset[Hashable]:
    return frozenset((month, day) for _, month, day in phrase.options if day is not None)


def find_month_statements(text: str, _language: str) -> list[Statement]:
    """The months that a text names with a day or a year, in order; those with a day answer, but are no finding."""
    source = FoldedText(text)
    return [
        Statement(
            frozenset(month for _, month, _ in phrase.options),
            _slice(source, phrase.start, phrase.end),
            is_exact=all(day is None for _, _, day in phrase.options),
        )
        for phrase in find_phrases(source)
        if phrase.options
    ]


def _slice(source: FoldedText, start: int, end: int) -> str:
    """The text as published that a span of its folded form stands for."""
    first, last = source.span_in_text(start, end)
    return source.text[first:last]


_WEEKDAY = re.compile(
    r"(?<![\w-])[وفبل]?(?P<before>(?:يوم|اليوم|امس|غدا|صباح|مساء|ظهر|فجر|ليله?|عصر|يومي)\s+)?"
    rf"(?P<name>{names_pattern(WEEKDAY_NUMBERS)})(?!\w)"
)
# "The two" and "the one", "nobody": days only after يوم and the like. English short forms are words too: sat, sun.
_LOOSE = re.compile("الا?ثنين|الاحد|الاتنين|mon|tues?|weds?|thur?s?|fri|sat|sun")
# Names of things: Black Friday, the Sunday Telegraph.
_NAME_BEFORE = re.compile(r"\b(?:black|good|super|bloody|ash|palm|easter|holy|cyber|fat|shrove)\s+$")
_NAME_AFTER = re.compile(r"['’]?s?\s+(?:times|telegraph|mirror|mail|express|post|world|morning post)\b")


def find_weekday_statements(text: str, _language: str) -> list[Statement]:
    """The weekdays that a text names in order; Monday is 0."""
    source = FoldedText(text)
    return [
        Statement(
            frozenset({WEEKDAY_NUMBERS[match["name"]]}),
            _slice(source, match.start("name"), match.end()),
            is_exact=_is_plain(match),
        )
        for match in _WEEKDAY.finditer(source.folded)
    ]


def _is_plain(match: re.Match[str]) -> bool:
    if _LOOSE.fullmatch(match["name"]) and not match["before"]:
        return False
    folded = match.string
    return not (
        _NAME_BEFORE.search(folded[max(0, match.start("name") - 20) : match.start("name")])
        or _NAME_AFTER.match(folded, match.end())
    )


def unanswered(statements: Sequence[Statement], others: Sequence[Statement]) -> Iterator[Statement]:
    """The exact statements of one side that no statement of the other shares a value with."""
    said = frozenset(value for other in others for value in other.values)
    return (statement for statement in statements if statement.is_exact and not statement.values & said)
