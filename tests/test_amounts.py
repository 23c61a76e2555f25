"""Amounts as news writes them in either language: money, magnitudes, designations, ranges, fractions, times, duals."""

from pathlib import Path

import pytest

from crawler.models import Severity
from tests.compared import compare

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("amounts.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_the_table_holds_pairs_that_agree_and_pairs_that_differ() -> None:
    assert (len(ROWS) >= 470, sum(bool(changed) for _, _, changed in ROWS) >= 320) == (True, True)


@pytest.mark.parametrize(("english", "arabic", "changed"), ROWS)
def test_an_amount_agrees_however_it_is_written_and_conflicts_where_it_is_another(
    english: str, arabic: str, changed: str
) -> None:
    assert [one for one in compare((english, arabic)) if one.severity != Severity.HINT] == []
    assert not changed or Severity.CONFLICT in {one.severity for one in compare((changed, arabic))}
