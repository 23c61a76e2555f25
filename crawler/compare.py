"""Comparison: places where the two sides of an article do not say the same.

A conflict is to be right: only what both sides say, and say differently, in units that surely belong together.
"""

from collections.abc import Callable, Iterator, Sequence

from crawler.comparison.bounds import find_magnitude_statements
from crawler.comparison.date_statements import find_day_statements, find_month_statements, find_weekday_statements
from crawler.comparison.hours import find_time_statements
from crawler.comparison.lone_names import find_lone_names
from crawler.comparison.ministries import find_ministry_statements
from crawler.comparison.negations import find_lost_negations
from crawler.comparison.number_statements import find_code_statements, find_number_statements
from crawler.comparison.offices import find_office_conflicts
from crawler.comparison.opposed import FindStatements, find_opposed
from crawler.comparison.unit_shapes import find_lone_quotations, find_lone_segments, find_odd_lengths
from crawler.comparison.unit_texts import UnitTexts, texts_of_units
from crawler.models import Discrepancy, Edition, Severity, TranslationUnit

_STATEMENTS: tuple[FindStatements, ...] = (
    find_number_statements,
    find_code_statements,
    find_day_statements,
    find_month_statements,
    find_weekday_statements,
    find_time_statements,
    find_magnitude_statements,
    find_ministry_statements,
)
_OTHERS: tuple[Callable[[Sequence[UnitTexts]], Iterator[Discrepancy]], ...] = (
    find_lone_names,
    find_lost_negations,
    find_lone_quotations,
    find_lone_segments,
    find_odd_lengths,
)


def compare_editions(english: Edition, arabic: Edition, units: Sequence[TranslationUnit]) -> tuple[Discrepancy, ...]:
    """What two aligned editions do not agree on, in the order of the units."""
    texts = texts_of_units(english, arabic, units)
    found = [discrepancy for find in _STATEMENTS for discrepancy in find_opposed(find, texts)]
    for find_in_units in (_differing_offices, *_OTHERS):
        found += find_in_units(texts)
    return tuple(sorted(dict.fromkeys(found), key=lambda discrepancy: discrepancy.unit))


def _differing_offices(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    for unit in units:
        for here, there in find_office_conflicts(unit.english.text, unit.arabic.text) if unit.is_sure else ():
            yield unit.discrepancy("role", Severity.CONFLICT, [here], [there])
