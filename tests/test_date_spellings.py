"""The table of real spellings in date_spellings.tsv: each is read as it means, or not at all."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.relative_dates import time_before
from crawler.dates import DateReading, is_relative_date, read_dates
from crawler.folded_text import FoldedText

TABLE = Path(__file__).with_name("date_spellings.tsv")
UNITS = {"d": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1)}


@dataclass(frozen=True)
class Spelling:
    text: str
    language: str
    value: str
    time: str
    zone: str
    why_open: str


def read_table() -> list[Spelling]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Spelling(*(line.split("\t") + [""] * 6)[:6]) for line in lines]


SPELLINGS = read_table()


def value_of(reading: DateReading) -> str:
    year = "????" if reading.year is None else f"{reading.year:04}"
    month = "??" if reading.month is None else f"{reading.month:02}"
    day = "??" if reading.day is None else f"{reading.day:02}"
    return {"year": year, "month": f"{year}-{month}"}.get(reading.precision, f"{year}-{month}-{day}")


def value_without_reading(text: str) -> str:
    """Of a text without a date of the common calendar: a Hijri date, a relative one, or "-"."""
    hijri = next((phrase for phrase in find_phrases(FoldedText(text), "und") if phrase.is_hijri), None)
    if hijri is not None and hijri.hijri is not None:
        return "AH{:04}-{:02}-{:02}".format(*hijri.hijri)
    if hijri is not None:
        return "AH????"
    if not is_relative_date(text):
        return "-"
    before = time_before(text)
    return "ago:?" if before is None else f"ago:{before}"


def expected_of(spelling: Spelling) -> str:
    """The value in the form that the readers give: of a Hijri date without a year only that it is one."""
    if spelling.value.startswith("AH????"):
        return "AH????"
    if spelling.value.startswith("ago:") and spelling.value != "ago:?":
        count, unit = spelling.value[4:-1], spelling.value[-1]
        return f"ago:{int(count) * UNITS[unit]}"
    return spelling.value


def value_of_spelling(spelling: Spelling) -> tuple[str, str, str]:
    """Value, time and zone as they are read."""
    reading = next(iter(read_dates(spelling.text, spelling.language)), None)
    value = value_without_reading(spelling.text) if reading is None else value_of(reading)
    return value, (reading and reading.time) or "", (reading and reading.zone) or ""


@pytest.mark.parametrize("spelling", SPELLINGS, ids=[f"{one.language}: {one.text}" for one in SPELLINGS])
def test_each_spelling_is_read_as_it_means(spelling: Spelling) -> None:
    assert value_of_spelling(spelling) == (expected_of(spelling), spelling.time, spelling.zone)


def test_the_table_is_as_large_as_it_should_be_and_open_only_where_it_says_why() -> None:
    assert len(SPELLINGS) >= 300
    for spelling in SPELLINGS:
        is_open = "?" in spelling.value or spelling.why_open == "several days are named"
        assert is_open == bool(spelling.why_open), spelling


def test_each_weekday_in_the_table_is_that_of_its_day() -> None:
    for spelling in SPELLINGS:
        for reading in read_dates(spelling.text, spelling.language):
            if reading.weekday is not None and reading.year and reading.month and reading.day:
                assert date(reading.year, reading.month, reading.day).weekday() == reading.weekday, spelling
