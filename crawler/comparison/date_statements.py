"""The days of a month, months and weekdays that a text names."""

import re
from collections.abc import Hashable, Iterator

from crawler.calendar.date_patterns import Phrase
from crawler.calendar.months import ARABIC_NUMBERS, ENGLISH, MONTH_NUMBERS, WEEKDAY_NUMBERS, names_pattern
from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.models import ARABIC

_TWO_DAYS = re.compile(r"[0-9]+\s*(?:-|–|—|الي|حتي|to|and|و)\s*(?P<last>[0-9]+)")


def find_day_statements(text: LanguageText) -> list[Statement]:
    """The days of a month that a text names in order, by (month, day); a day that no month has answers to none."""
    named = [
        text.statement("date", days, (phrase.start, phrase.end))
        for phrase in text.date_phrases
        for days in _days(text, phrase)
        if days
    ]
    bare = [
        text.statement("date", _either_order(int(match[1]), int(match[2])), match.span(), Weight.ANSWER)
        for match in _BARE_DAY.finditer(text.without_dates)
    ]
    return sorted((*named, *bare), key=lambda statement: statement.start)


# 9/11 may answer a day; by itself it may as well be a fraction or a name.
_BARE_DAY = re.compile(r"(?<![0-9.,/])([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")


def _either_order(one: int, other: int) -> frozenset[Hashable]:
    return frozenset({(one, other), (other, one)})


def _days(text: LanguageText, phrase: Phrase) -> Iterator[frozenset[Hashable]]:
    """Of a range the first and the last day, else the one day."""
    if not phrase.options and not phrase.is_hijri:
        yield frozenset({text.folded[phrase.start : phrase.end]})
    yield frozenset((month, day) for _, month, day in phrase.options if day is not None)
    if phrase.is_range and (match := _TWO_DAYS.search(text.folded, phrase.start, phrase.end)):
        yield frozenset((month, int(match["last"])) for _, month, _ in phrase.options)


def find_month_statements(text: LanguageText) -> list[Statement]:
    """The months that a text names, in order; those with a day say little, since the day is a statement too."""
    phrases = [phrase for phrase in text.date_phrases if phrase.options]
    found = [_month_of_phrase(text, phrase) for phrase in phrases]
    bare = _arabic_months(text) if text.language == ARABIC else _english_months(text.text)
    found += [one for one in bare if text.without_dates[text.folded_position(one.start)] != " "]
    return sorted(found, key=lambda statement: statement.start)


def _month_of_phrase(text: LanguageText, phrase: Phrase) -> Statement:
    weight = Weight.EXACT if all(day is None for _, _, day in phrase.options) else Weight.LOOSE
    return text.statement(
        "month", frozenset(month for _, month, _ in phrase.options), (phrase.start, phrase.end), weight
    )


_ENGLISH_MONTHS = {name: number for number, names in enumerate(ENGLISH, 1) for name in names}
_ENGLISH_MONTH = re.compile(
    rf"(?<![\w-])(?P<before>[\w-]+\s+|mid-)?(?P<name>{'|'.join(_ENGLISH_MONTHS)})(?!\w|-\w|['’](?!s\b))"
)
# Names that are words as well: "in May" is a month, "said May" a person, "by May" may be either.
_ENGLISH_WORDS = frozenset(("May", "March", "Mar", "Jan", "Sep", "Dec", "Jun", "Jul"))
_BEFORE_MONTH = frozenset("in since until till early late mid last next this during mid-".split())
_BEFORE_EITHER = frozenset("by of from to and through before after".split())


def _english_months(text: str) -> Iterator[Statement]:
    for match in _ENGLISH_MONTH.finditer(text):
        weight = _english_weight(match["name"], (match["before"] or "").strip().lower())
        place = match.start("name"), match.end("name")
        yield Statement("month", frozenset({_ENGLISH_MONTHS[match["name"]]}), *place, weight)


def _english_weight(name: str, before: str) -> Weight:
    if name not in _ENGLISH_WORDS or before in _BEFORE_MONTH:
        return Weight.EXACT
    return Weight.LOOSE if before in _BEFORE_EITHER else Weight.ANSWER


_NAME = names_pattern(ARABIC_NUMBERS)
_ARABIC_MONTH = re.compile(
    rf"(?<!\w)(?P<before>(?:في|من|شهر|شهري|منذ|حتي|خلال|مطلع|اوايل|اواخر|منتصف|نهايه|بدايه)\s+)?[وفبل]?(?P<name>{_NAME})"
    rf"(?:\s*[/(]\s*(?P<dual>{_NAME})\)?)?(?!\w)"
)
# Fathers, August in the Maghreb, "he practised": months only after a preposition.
_ARABIC_WORDS = frozenset("اب ماي جوان اوت مارس نوار غشت ك1 ك2 ت1 ت2 دجمبر".split())


def _arabic_months(text: LanguageText) -> Iterator[Statement]:
    for match in _ARABIC_MONTH.finditer(text.folded):
        names = [" ".join(name.split()) for name in (match["name"], match["dual"]) if name]
        is_sure = names[0] not in _ARABIC_WORDS or match["before"] or match["dual"]
        values = frozenset(MONTH_NUMBERS[name] for name in names)
        place = match.start("name"), match.end()
        yield text.statement("month", values, place, Weight.EXACT if is_sure else Weight.ANSWER)


_WEEKDAY = re.compile(
    r"(?<![\w-])[وفبل]?(?P<before>(?:يوم|اليوم|ايام|امس|غدا|صباح|مساء|ظهر|فجر|ليله?|عصر|يومي)\s+)?"
    rf"(?P<name>{names_pattern(WEEKDAY_NUMBERS)})s?(?!\w)"
)
# "The two" and "the one", nobody, "the four": surely days only after يوم and the like. English short forms are words
# too: sat, sun.
_MAYBE_DAYS = frozenset({"الاثنين", "الاحد"})
_OTHER_WORDS = frozenset("الاتنين الاربع الثلاثا mon tue tues wed weds thu thur thurs fri sat sun".split())
# Names of things: Black Friday, the Sunday Telegraph.
_NAME_BEFORE = re.compile(r"\b(?:black|good|super|bloody|ash|palm|easter|holy|cyber|fat|shrove)\s+$")
_NAME_AFTER = re.compile(r"['’]?s?\s+(?:times|telegraph|mirror|mail|express|post|world|morning post|night live)\b")


def find_weekday_statements(text: LanguageText) -> list[Statement]:
    """The weekdays that a text names in order; Monday is 0."""
    return [
        text.statement(
            "weekday", frozenset({WEEKDAY_NUMBERS[match["name"]]}), (match.start("name"), match.end()), _weight(match)
        )
        for match in _WEEKDAY.finditer(text.folded)
    ]


def _weight(match: re.Match[str]) -> Weight:
    if not match["before"] and match["name"] in _OTHER_WORDS:
        return Weight.ANSWER
    folded, start = match.string, match.start("name")
    if _NAME_BEFORE.search(folded[max(0, start - 20) : start]) or _NAME_AFTER.match(folded, match.end("name")):
        return Weight.ANSWER
    return Weight.LOOSE if not match["before"] and match["name"] in _MAYBE_DAYS else Weight.EXACT
