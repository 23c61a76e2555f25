"""What is told without reading: segments and quotations on one side only, lengths out of all proportion."""

import math
import re
from collections.abc import Iterator, Sequence

from crawler.comparison.unit_texts import Place, Side, UnitTexts
from crawler.models import Discrepancy, Role, Severity
from crawler.models.forms import match_form

# How much it says that a segment of a role is on one side only. Sites set date lines and bylines as they like.
_SEVERITIES = {
    Role.PARAGRAPH: Severity.MISSING,
    Role.HEADLINE: Severity.HINT,
    Role.STANDFIRST: Severity.HINT,
    Role.CAPTION: Severity.HINT,
}


def find_lone_segments(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """Segments that nothing answers, by their role; those without letters or digits, "* * *", say nothing."""
    for unit in units:
        if not (unit.english.refs and unit.arabic.refs):
            side = unit.english if unit.english.refs else unit.arabic
            severity = _SEVERITIES.get(side.refs[0].role) if side.refs else None
            if severity and any(letter.isalnum() for letter in side.text):
                whole = [(0, len(side.text))]
                sides = (whole, []) if unit.english.refs else ([], whole)
                yield unit.discrepancy(side.refs[0].role.value, severity, *sides)


_MEAN_LENGTH_RATIO = math.log(0.9)
"""The log of Arabic letters to English ones in translated news, marks left out."""
_MOST_LENGTH_RATIO = math.log(2.2)
_LEAST_DIFFERENCE = 60
"""In letters: short texts may be of any length."""


def find_odd_lengths(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """Units of which one side is more than twice as long as the other would have it."""
    for unit in units:
        if unit.english.refs and unit.arabic.refs and unit.english.refs[0].role in _SEVERITIES:
            english, arabic = (len(match_form(side.text)) + 1 for side in (unit.english, unit.arabic))
            ratio = math.log(arabic / english) - _MEAN_LENGTH_RATIO
            if abs(ratio) > _MOST_LENGTH_RATIO and abs(arabic - english) >= _LEAST_DIFFERENCE:
                whole = [[(0, len(side.text))] for side in (unit.english, unit.arabic)]
                yield unit.discrepancy("length", Severity.HINT, *whole)


_QUOTED = re.compile('[“„"«”](?P<inside>[^“”„"«»]+)[”“"»]')
_MARK = re.compile("[“”„\"«»‹›]|(?<!\\w)['‘’]|['‘’](?!\\w)")
_LEAST_WORDS = 5
"""Arabic sets names of newspapers and agencies in quotation marks: shorter ones say nothing."""


def find_lone_quotations(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """Quotations of some length where the other side has no quotation mark in the unit or the ones beside it."""
    marked = [[_MARK.search(side.text) is not None for side in (unit.english, unit.arabic)] for unit in units]
    for at, unit in enumerate(units):
        if unit.is_sure:
            around = marked[max(0, at - 1) : at + 2]
            english, arabic = _quotations(unit.english), _quotations(unit.arabic)
            if english and not any(side[1] for side in around):
                yield unit.discrepancy("quotation", Severity.HINT, english, [])
            if arabic and not any(side[0] for side in around):
                yield unit.discrepancy("quotation", Severity.HINT, [], arabic)


def _quotations(side: Side) -> list[Place]:
    return [match.span() for match in _QUOTED.finditer(side.text) if len(match["inside"].split()) >= _LEAST_WORDS]
