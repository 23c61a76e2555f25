"""Which statements of one side the other side answers, and what is left over."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from crawler.comparison.statements import Statement


@dataclass(frozen=True, slots=True)
class Rest:
    """What of the statements of one side has no partner on the other."""

    alone: tuple[Statement, ...]
    """Those that share no value with any statement of the other side."""
    echoes: tuple[Statement, ...]
    """Those that repeat what another statement of their side says, and the other side says less often."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The statements of two sides in pairs, and the rest of both."""

    pairs: tuple[tuple[Statement, Statement], ...]
    english: Rest
    arabic: Rest
    said: tuple[tuple[Statement, ...], tuple[Statement, ...]]
    """All statements of each side."""


def pair_statements(english: Sequence[Statement], arabic: Sequence[Statement]) -> Answers:
    """Pairs that share a value, those that count the same first; each statement is in one pair at most.

    Every statement costs as many steps as it has values.
    """
    pairs: list[tuple[int, int]] = []
    for shares_unit in (True, False):
        pairs += _pairs(english, arabic, {one for one, _ in pairs}, {other for _, other in pairs}, shares_unit)
    paired_english, paired_arabic = {one for one, _ in pairs}, {other for _, other in pairs}
    return Answers(
        tuple((english[one], arabic[other]) for one, other in sorted(pairs)),
        _rest([s for at, s in enumerate(english) if at not in paired_english], arabic),
        _rest([s for at, s in enumerate(arabic) if at not in paired_arabic], english),
        (tuple(english), tuple(arabic)),
    )


def _pairs(
    english: Sequence[Statement],
    arabic: Sequence[Statement],
    taken_english: set[int],
    taken_arabic: set[int],
    shares_unit: bool,
) -> list[tuple[int, int]]:
    free: dict[Hashable, list[int]] = defaultdict(list)
    for at in range(len(arabic) - 1, -1, -1):
        for key in _keys(arabic[at], shares_unit) if at not in taken_arabic else ():
            free[key].append(at)
    used: set[int] = set()
    found = []
    for at in sorted(range(len(english)), key=lambda at: -english[at].weight):
        if at in taken_english:
            continue
        for key in _keys(english[at], shares_unit):
            while free[key] and free[key][-1] in used:
                free[key].pop()
            if free[key]:
                used.add(free[key][-1])
                found.append((at, free[key].pop()))
                break
    return found


def _keys(statement: Statement, shares_unit: bool) -> list[Hashable]:
    if not shares_unit:
        return sorted(statement.values, key=str)
    if statement.unit is None:
        return []
    return [(value, statement.unit) for value in sorted(statement.values, key=str)]


def _rest(left: Sequence[Statement], others: Sequence[Statement]) -> Rest:
    said = {value for other in others for value in other.values}
    alone = tuple(one for one in left if one.weight and not one.values & said)
    return Rest(alone, tuple(one for one in left if one.weight and one.values & said))


def count_values(statements: Sequence[Statement]) -> Counter[Hashable]:
    """How many of the statements can mean each value."""
    return Counter(value for statement in statements for value in statement.values)
