"""Statements of the two sides that contradict each other, or that one side alone makes."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from decimal import Decimal

from crawler.comparison.answers import Answers, count_values, pair_statements
from crawler.comparison.bounds import find_bound, has_bound
from crawler.comparison.hours import names_zone
from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.comparison.unit_texts import UnitTexts
from crawler.models import Discrepancy, Severity
from crawler.numerals.units import PERCENT, UNITS, can_be_same, is_converted

FindStatements = Callable[[LanguageText], list[Statement]]
_Sides = tuple[tuple[Statement, ...], tuple[Statement, ...]]
_MOST = 20
"""How many unanswered statements of a side are held against each other; more are a list that is on one side only."""
# What is counted in people and times goes by many words: five people are five women.
_COUNTED_LOOSELY = frozenset({"people", "times", "night", "degree"})


_TWO: frozenset[Hashable] = frozenset({Decimal(2)})
_NUMBERS = frozenset({"number", PERCENT})


def find_opposed(find: FindStatements, units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """What the units' sides state differently, of one kind of statement.

    A value that a side lacks is no finding where another unit has it left over on that side, and not missing where
    that side has it anywhere.
    """
    answers = [pair_statements(find(unit.english.reading), find(unit.arabic.reading)) for unit in units]
    said = [count_values([one for answer in answers for one in answer.said[side]]) for side in (0, 1)]
    left_english = count_values([one for answer in answers for one in answer.english.alone if one.is_exact])
    left_arabic = count_values([one for answer in answers for one in answer.arabic.alone if one.is_exact])
    for unit, answer in zip(units, answers, strict=True):
        if unit.is_sure:
            english = tuple(one for one in answer.english.alone if not _is_in(one, left_arabic))
            arabic = tuple(one for one in answer.arabic.alone if not _is_in(one, left_english))
            yield from _judge(unit, answer, _without_converted(english, arabic), said)
            yield from _different_units(unit, answer)
            yield from _different_bounds(unit, answer)


def _is_in(statement: Statement, values: Counter[Hashable]) -> bool:
    return any(values[value] for value in statement.values)


def _judge(unit: UnitTexts, answer: Answers, left: _Sides, said: Sequence[Counter[Hashable]]) -> Iterator[Discrepancy]:
    english, arabic = left
    sides = _opposed(english, arabic)
    if not sides and _says_as_much(answer):
        sides = _opposed(english, answer.arabic.echoes) or _opposed(answer.english.echoes, arabic)
    if sides:
        yield unit.discrepancy(_kind(sides), _severity(unit, sides), *(_places(side) for side in sides))
        return
    yield from _missing(unit, [one for one in english if not _is_in(one, said[1])], is_english=True)
    yield from _missing(unit, [one for one in arabic if not _is_in(one, said[0])], is_english=False)


def _says_as_much(answer: Answers) -> bool:
    """True where both sides state as many things: what one says twice may stand for what the other says once."""
    english, arabic = (sum(one.weight > Weight.ANSWER for one in side) for side in answer.said)
    return english == arabic


def _opposed(left: Sequence[Statement], right: Sequence[Statement]) -> _Sides | None:
    """Of both sides the statements that may speak of one thing; None where there are no such."""
    pairs = [(one, other) for one in left[:_MOST] for other in right[:_MOST] if _contradict(one, other)]
    if not pairs:
        return None
    return tuple(dict.fromkeys(one for one, _ in pairs)), tuple(dict.fromkeys(other for _, other in pairs))


def _contradict(one: Statement, other: Statement) -> bool:
    """True where both may speak of one thing, and neither is a manner of speaking."""
    if not can_be_same(one.unit, other.unit):
        return False
    if one.is_exact and other.is_exact:
        return True
    if one.is_exact or other.is_exact:
        loose = other if one.is_exact else one
        return one.unit == other.unit is not None or not _is_small_word(loose)
    # "Two" is a dual, a couple, both: unless the unit is the same, it says nothing against another loose number.
    same_unit = one.unit == other.unit
    return one.kind != "month" and same_unit and (one.unit is not None or _TWO.isdisjoint(one.values | other.values))


_SMALL = 10


def _is_small_word(statement: Statement) -> bool:
    """Two, second, third to tenth: "a second time" is again, "a third party" anybody."""
    return not statement.is_in_digits and any(1 < number <= _SMALL for number in statement.numbers)


def _without_converted(english: tuple[Statement, ...], arabic: tuple[Statement, ...]) -> _Sides:
    same = [
        (one, other) for one in english[:_MOST] for other in arabic[:_MOST] if one.unit and _is_converted(one, other)
    ]
    left, right = {one for one, _ in same}, {other for _, other in same}
    return tuple(one for one in english if one not in left), tuple(one for one in arabic if one not in right)


def _is_converted(one: Statement, other: Statement) -> bool:
    numbers = one.numbers, other.numbers
    return any(is_converted(here, one.unit, there, other.unit) for here in numbers[0] for there in numbers[1])


def _kind(sides: _Sides) -> str:
    kinds = {one.kind for side in sides for one in side}
    return kinds.pop() if len(kinds) == 1 else "number"


def _severity(unit: UnitTexts, sides: _Sides) -> Severity:
    """Times of two zones are no conflict: hint."""
    in_zones = sides[0][0].kind == "time" and names_zone(unit.english.reading) != names_zone(unit.arabic.reading)
    return Severity.HINT if in_zones else Severity.CONFLICT


def _missing(unit: UnitTexts, alone: Sequence[Statement], *, is_english: bool) -> Iterator[Discrepancy]:
    """One finding for each kind of statement; a small number in digits is a hint, others that are loose are none."""
    for kind in dict.fromkeys(one.kind for one in alone):
        of_kind = [one for one in alone if one.kind == kind]
        exact = [one for one in of_kind if one.is_exact]
        loose = [one for one in of_kind if one.is_in_digits]
        if exact or loose:
            places = _places(exact or loose)
            severity = Severity.MISSING if exact else Severity.HINT
            yield unit.discrepancy(kind, severity, *((places, ()) if is_english else ((), places)))


def _places(statements: Sequence[Statement]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in statements]


def _different_units(unit: UnitTexts, answer: Answers) -> Iterator[Discrepancy]:
    """The same number of different things: 5 miles and 5 kilometres; 7 % and a plain 7 is a hint."""
    for one, other in answer.pairs:
        kind = _kind_of_units(one.unit, other.unit)
        if kind and one.is_exact and other.is_exact and not _is_converted(one, other):
            is_sure = one.unit and other.unit
            severity = Severity.CONFLICT if is_sure else Severity.HINT
            places = [[side.whole or (side.start, side.end)] for side in (one, other)]
            yield unit.discrepancy(kind, severity, *places)


def _different_bounds(unit: UnitTexts, answer: Answers) -> Iterator[Discrepancy]:
    """The same number as "more than" and "less than"; beside a plain one either is a hint."""
    for one, other in answer.pairs:
        if one.is_exact and other.is_exact and one.kind == other.kind and one.kind in _NUMBERS:
            english, arabic = unit.english.reading, unit.arabic.reading
            bounds = find_bound(english, one.start, one.end), find_bound(arabic, other.start, other.end)
            if (bounds[0] and bounds[0][0]) != (bounds[1] and bounds[1][0]):
                places = [
                    [bound[1:] if bound else (side.start, side.end)]
                    for side, bound in zip((one, other), bounds, strict=True)
                ]
                if all(bounds):
                    yield unit.discrepancy("approximate", Severity.CONFLICT, *places)
                elif not has_bound(arabic if bounds[0] else english):
                    yield unit.discrepancy("approximate", Severity.HINT, *places)


def _kind_of_units(one: str | None, other: str | None) -> str | None:
    """What differs where the same number counts `one` and `other`; None where that may be the same."""
    if one == other:
        return None
    if PERCENT in (one, other):
        return PERCENT
    if one is None or other is None or one not in UNITS or other not in UNITS:
        return None
    dimensions = {UNITS[one].dimension, UNITS[other].dimension}
    if dimensions & _COUNTED_LOOSELY:
        return None
    return "money" if dimensions == {"money"} else "unit"
