"""Hijri dates against days that are known."""

from datetime import date

import pytest

from crawler.calendar.hijri import MONTH_NAMES, convert_hijri, sighted_on
from crawler.calendar.months import HIJRI


@pytest.mark.parametrize(
    ("hijri", "day"),
    [
        ((1445, 1, 1), date(2023, 7, 19)),
        ((1445, 7, 14), date(2024, 1, 26)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1445, 10, 1), date(2024, 4, 10)),
        ((1444, 12, 10), date(2023, 6, 28)),
        ((1432, 9, 27), date(2011, 8, 27)),
        ((1441, 10, 11), date(2020, 6, 3)),
    ],
)
def test_a_hijri_day_is_that_of_the_umm_al_qura_calendar(hijri: tuple[int, int, int], day: date) -> None:
    assert convert_hijri(*hijri) == day


@pytest.mark.parametrize("hijri", [(1445, 13, 1), (1445, 0, 1), (1445, 1, 31), (1200, 1, 1), (1600, 1, 1)])
def test_what_the_calendar_does_not_have_is_none(hijri: tuple[int, int, int]) -> None:
    assert convert_hijri(*hijri) is None


def test_the_weekday_says_whether_the_moon_was_seen_a_day_earlier_or_later() -> None:
    friday = date(2024, 1, 26)
    found = [sighted_on(friday, weekday) for weekday in range(7)]
    assert found == [None, None, None, date(2024, 1, 25), friday, date(2024, 1, 27), None]


def test_each_month_has_a_name() -> None:
    assert len(MONTH_NAMES) == len(HIJRI) == 12
