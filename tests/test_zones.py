"""Zones as pages state them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from crawler.calendar.zones import is_day_somewhere, is_utc, offset_of, utc_instant


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Z", timedelta()),
        ("UTC", timedelta()),
        ("GMT", timedelta()),
        ("+00:00", timedelta()),
        ("-0000", timedelta()),
        ("بتوقيت غرينتش", timedelta()),
        ("ت.غ", timedelta()),
        ("بتوقيت جرينتش", timedelta()),
        ("التوقيت العالمي", timedelta()),
        ("+03:00", timedelta(hours=3)),
        ("+0300", timedelta(hours=3)),
        ("GMT+3", timedelta(hours=3)),
        ("UTC +05:30", timedelta(hours=5, minutes=30)),
        ("-08:00", timedelta(hours=-8)),
        ("EST", None),
        ("بتوقيت دمشق", None),
        ("local time", None),
        (None, None),
    ],
)
def test_an_offset_is_known_only_where_the_zone_states_it(zone: str | None, offset: timedelta | None) -> None:
    assert offset_of(zone) == offset
    assert is_utc(zone) == (offset == timedelta())


@pytest.mark.parametrize(
    ("clock", "zone", "instant"),
    [
        ("00:30", "+03:00", datetime(2024, 1, 25, 21, 30, tzinfo=UTC)),
        ("23:30", "Z", datetime(2024, 1, 26, 23, 30, tzinfo=UTC)),
        (None, "Z", None),
        ("23:30", None, None),
        ("23:30", "+99:00", None),
    ],
)
def test_an_instant_needs_a_time_and_an_offset(clock: str | None, zone: str | None, instant: datetime | None) -> None:
    assert utc_instant(date(2024, 1, 26), clock, zone) == instant


def test_an_instant_before_the_calendar_begins_is_none() -> None:
    assert utc_instant(date(1, 1, 1), "00:00", "+03:00") is None


@pytest.mark.parametrize(
    ("hour", "days"),
    [
        (0, [25, 26]),
        (9, [25, 26]),
        (10, [25, 26, 27]),
        (12, [26, 27]),
        (23, [26, 27]),
    ],
)
def test_at_an_instant_the_earth_has_two_or_three_days(hour: int, days: list[int]) -> None:
    instant = datetime(2024, 1, 26, hour, tzinfo=UTC)
    assert [day for day in range(20, 32) if is_day_somewhere(instant, date(2024, 1, day))] == days
