"""Dates of the solar Hijri calendar against days that are known."""

from datetime import date

import pytest

from crawler.calendar.solar_hijri import convert_solar_hijri


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1398, 11, 29), date(2020, 2, 18)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1404, 7, 1), date(2025, 9, 23)),
    ],
)
def test_a_solar_hijri_day_is_the_calendars(solar: tuple[int, int, int], day: date) -> None:
    assert convert_solar_hijri(*solar) == day


@pytest.mark.parametrize(
    "solar", [(1402, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 0, 1), (1403, 1, 0), (1299, 1, 1), (1472, 1, 1)]
)
def test_a_day_the_calendar_does_not_have_is_none(solar: tuple[int, int, int]) -> None:
    assert convert_solar_hijri(*solar) is None
