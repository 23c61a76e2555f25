"""What is counted beside a number, in both languages: days, kilometres, dollars; and one measured in another.

A pound of money is also a Lebanese lira, a mass of one pound is written lb: only what is sure in both languages
contradicts.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files

from crawler.models import ARABIC
from crawler.models.forms import match_form
from crawler.numerals.money_codes import APART, CODE, UNIT_OF_CODE

PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is counted or measured."""

    name: str
    dimension: str
    """What it measures; units of one dimension can say the same of one thing."""
    size: Decimal
    """In the smallest unit of its dimension; 0 where it cannot be converted."""


def _rows() -> Iterator[tuple[Unit, list[str], list[str], list[str]]]:
    for line in files("crawler.numerals").joinpath("units.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, dimension, size, *forms = line.split("\t")
            english, arabic, dual = (
                [match_form(form) for form in cell.split("|") if form] for cell in (*forms, "", "")[:3]
            )
            yield Unit(name, dimension, Decimal(size)), english, arabic, dual


UNITS: Mapping[str, Unit] = {unit.name: unit for unit, *_ in _rows()}
_ENGLISH = {form: unit.name for unit, english, _, _ in _rows() for form in english}
_ARABIC = {form: unit.name for unit, _, arabic, dual in _rows() for form in (*arabic, *dual)}
DUALS: Mapping[str, str] = {form: unit.name for unit, _, _, dual in _rows() for form in dual}
"""Arabic duals in match form -> what there are two of: يومين is two days."""


def _pattern(forms: Mapping[str, str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


_AFTER_ENGLISH = re.compile(
    rf"[\s-]?(?:(?:more|full|square|cubic|us|american|canadian|australian)\s)?({_pattern(_ENGLISH)})(?![a-z])"
)
_AFTER_ARABIC = re.compile(rf"\s?(?:من\s)?(?:ال)?({_pattern(_ARABIC)})ا?(?!\w)")
_SIGN_BEFORE = re.compile(rf"(us\$|[$€£₪¥₹₽₺]|(?<![a-z])(?:{APART}))\s?$|(?<![a-z])({CODE})$")
_CENTURY = re.compile(r"(?<!\w)[وبفل]?(?:ال)?قرن\s+$")
_LONGEST, _LONGEST_SIGN, _LONGEST_CENTURY = 40, 5, 10
"""How many characters around a number are looked at."""
DUAL_NOUN = re.compile(rf"(?<!\w)[وبفلك]?(?:ال)?({_pattern(DUALS)})(?!\w)")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, and where both stand together in the folded text."""

    unit: str
    start: int
    end: int


def find_counted(folded: str, start: int, end: int, language: str) -> Counted | None:
    """What the number between two places of a folded text counts; None where it is not known."""
    if before := _SIGN_BEFORE.search(folded, max(0, start - _LONGEST_SIGN), start):
        sign = before[1] or before[2]
        return Counted(UNIT_OF_CODE.get(sign) or _ENGLISH[sign], before.start(), end)
    if language == ARABIC and (before := _CENTURY.search(folded, max(0, start - _LONGEST_CENTURY), start)):
        return Counted("century", before.start(), end)
    forms, pattern = (_ARABIC, _AFTER_ARABIC) if language == ARABIC else (_ENGLISH, _AFTER_ENGLISH)
    after = pattern.match(folded, end, end + _LONGEST)
    return Counted(forms[after[1]], start, after.end()) if after else None


_ROUNDING = Decimal("0.1")
"""How far a measure may be rounded when it is converted."""


def can_be_same(unit: str | None, other: str | None) -> bool:
    """False where two numbers count different things, as far as that is known."""
    if PERCENT in (unit, other):
        return unit == other  # one in five is 20 %
    return unit is None or other is None or _dimension(unit) == _dimension(other)


def _dimension(unit: str) -> str:
    return UNITS[unit].dimension if unit in UNITS else unit


def is_converted(one: Decimal, unit: str | None, other: Decimal, other_unit: str | None) -> bool:
    """True where one measure is the other in another unit, rounded as it is written.

    >>> is_converted(Decimal(5), "mile", Decimal(8), "kilometre"), is_converted(Decimal(2), "week", Decimal(14), "day")
    (True, True)
    """
    left, right = UNITS.get(unit or ""), UNITS.get(other_unit or "")
    if (
        left is None
        or right is None
        or left == right
        or left.dimension != right.dimension
        or not (left.size and right.size)
    ):
        return False
    return _rounds_to(one * left.size / right.size, other) or _rounds_to(other * right.size / left.size, one)


def _rounds_to(exact: Decimal, written: Decimal) -> bool:
    last_digit = Decimal(1).scaleb(int(written.normalize().as_tuple().exponent))
    return abs(exact - written) <= min(last_digit / 2, written * _ROUNDING)
