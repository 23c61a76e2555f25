"""Every statement of when an article was published, as a candidate: its day where that can be known, and why not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from crawler.calendar.date_readings import DateReading, read_date, read_dates
from crawler.calendar.dateline_weekdays import NO_YEAR, StatedWeekday, stated_weekdays, year_by_weekday
from crawler.calendar.datelines import is_updated_label
from crawler.calendar.opening_dates import opening_date
from crawler.calendar.stated_dates import Setting, Stated, day_of, judge_statement, read_statement, unread_statement
from crawler.folded_text import fold
from crawler.models import DateCandidate

BESIDE_HEADLINE = "beside the headline"
"""The note of a date that readers see there."""

_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_MONTH = "(?P<month>0[1-9]|1[0-2])"
_DAY = "(?P<day>0[1-9]|[12][0-9]|3[01])"
_URL_DAY = re.compile(rf"(?<![0-9]){_YEAR}(?P<mark>[/_.-]?){_MONTH}(?P=mark){_DAY}(?![0-9])")
# /2024/1/26/ and /2024-01/26/
_URL_NUMBERS = re.compile(
    r"/(?P<year>(?:19|20)[0-9]{2})[/-](?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12][0-9]|3[01])/"
)
URL_MONTH = re.compile(rf"/{_YEAR}[/-]{_MONTH}(?=[/-])")
_COMPACT = re.compile(
    rf"\s*{_YEAR}{_MONTH}{_DAY}"
    r"(?:[T ]?(?P<hour>[01][0-9]|2[0-3]):?(?P<minute>[0-5][0-9])[0-9:.]*\s*(?P<zone>Z|[+-][0-9:]{4,6})?)?\s*"
)
# Seconds or milliseconds since 1970, of the years 2001 to 2033.
_UNIX_TIME = re.compile(r"(1[0-9]{9})(?:[0-9]{3})?")


def candidates_in_metadata(values: Sequence[tuple[str, str]], setting: Setting) -> tuple[DateCandidate, ...]:
    """What metadata, lists and headers state, in their order: values are like ("json-ld datePublished", "2024-01-26").

    The day is the local one as written; an instant in UTC has the day of the source's zone where one is configured.
    Of a "url" only a day in its path counts. What is no date, a placeholder and a day after the capture give a
    candidate without a date, and a note. Blank texts give none.
    """
    return tuple(_metadata_candidate(source, text, setting) for source, text in values if text.strip())


def _metadata_candidate(source: str, text: str, setting: Setting) -> DateCandidate:
    if source == "url":
        return _url_candidate(text, setting)
    if unix := _UNIX_TIME.fullmatch(text.strip()):
        instant = datetime.fromtimestamp(int(unix[1]), UTC)
        return judge_statement(Stated(source, text, "instant", "UTC"), instant.date(), f"{instant:%H:%M}", setting)
    if compact := _COMPACT.fullmatch(text):
        clock = f"{compact['hour']}:{compact['minute']}" if compact["hour"] else None
        stated = Stated(source, text, "instant" if clock else "day", compact["zone"])
        return judge_statement(stated, day_of(*_parts(compact)), clock, setting)
    reading = read_date(text, setting.language or "und")
    return read_statement(source, text, reading, setting) if reading else unread_statement(source, text, setting)


def _url_candidate(url: str, setting: Setting) -> DateCandidate:
    if found := _URL_DAY.search(url) or _URL_NUMBERS.search(url):
        return judge_statement(Stated("url", url, "day"), day_of(*_parts(found)), None, setting)
    return Stated("url", url, "month" if URL_MONTH.search(url) else "unknown").without_day("no day is stated")


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["year"]), int(match["month"]), int(match["day"])


def candidates_in_text(blocks: Sequence[tuple[str, str]], setting: Setting) -> tuple[DateCandidate, ...]:
    """What the visible text states, in its order: one candidate for each date of each dateline.

    Blocks are (source, text): datelines as ("dateline en", ...), the first paragraphs after them as
    ("opening en", ...), which only give weekdays. A dateline without a year gets the nearest year before
    the capture in which it falls on the weekday that the text states; without a weekday it has no date. Where
    a line states an update, " updated" is added to the source. Where no line is a date, the one that opens a text
    behind its place stands for it.
    """
    openings = [block for block in blocks if block[0].startswith("opening")]
    datelines = [block for block in blocks if not block[0].startswith("opening")] or _opening_dates(openings)
    return tuple(
        candidate for source, text in datelines for candidate in _dateline_candidates(source, text, openings, setting)
    )


def _opening_dates(openings: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first of each text, as datelines."""
    found: dict[str, str] = {}
    for source, text in openings:
        opening = opening_date(text)
        if opening is not None:
            found.setdefault(source.replace("opening", "dateline"), opening)
    return list(found.items())


def _language_of(source: str, setting: Setting) -> str:
    """The language of a line, with the region that the page declares for it."""
    language = source.rpartition(" ")[2]
    declared = setting.language
    if declared is not None and declared.lower().startswith(language):
        return declared
    # Where a page declares no language, what is not Arabic was taken for English.
    return "und" if declared is None and language == "en" else language


def _weekdays_for(source: str, openings: Sequence[tuple[str, str]]) -> list[StatedWeekday]:
    """Certain weekdays of any language before uncertain ones; in both, the dateline's own language first."""
    language = source.rpartition(" ")[2]
    by_source: dict[str, list[str]] = {}
    for name, text in openings:
        by_source.setdefault(name, []).append(text)
    own_first = sorted(by_source, key=lambda name: name.rpartition(" ")[2] != language)
    stated = [weekday for name in own_first for weekday in stated_weekdays(by_source[name])]
    return sorted(stated, key=lambda weekday: not weekday.is_certain)


def _dateline_candidates(
    source: str, text: str, openings: Sequence[tuple[str, str]], setting: Setting
) -> Iterator[DateCandidate]:
    position = 0
    for reading in read_dates(text, _language_of(source, setting)):
        label = " updated" if _says_updated(text[position : reading.start]) else ""
        position = reading.end
        stated = read_statement(source + label, text, reading, setting)
        is_without_year = stated.note == NO_YEAR and reading.month is not None and reading.day is not None
        yield _with_year(stated, reading, _weekdays_for(source, openings), setting) if is_without_year else stated
    if position == 0:
        label = " updated" if is_updated_label(text) else ""
        yield unread_statement(source + label, text, setting)


# "By A. Writer Updated Sep 5, 2024": the word beside the date, whatever stands before it.
_UPDATED_BEFORE = re.compile(
    r"(?:\b(?:updated?|modified|edited|revised)|(?:ال)?(?:تحديث|تعديل)|حدث|عدل)(?:\s+(?:on|في|بتاريخ|at))?\s*(?:[:،|-]\s*)?$"
)


def _says_updated(before: str) -> bool:
    return is_updated_label(before) or _UPDATED_BEFORE.search(fold(before)) is not None


def _with_year(
    stated: DateCandidate, reading: DateReading, weekdays: Sequence[StatedWeekday], setting: Setting
) -> DateCandidate:
    """The candidate with the year that the weekdays tell, where they tell one; its day and month are known."""
    assert reading.month is not None and reading.day is not None
    if reading.weekday is not None:
        weekdays = [StatedWeekday(reading.weekday, is_certain=True)]
    day, note = year_by_weekday(reading.month, reading.day, weekdays, setting.captured_on)
    return replace(stated, date=day, precision="day" if day else stated.precision, note=note)


def note_beside_headline(candidate: DateCandidate) -> DateCandidate:
    """The candidate with a note of where readers see it; as it is where it has another note."""
    return replace(candidate, note=candidate.note or BESIDE_HEADLINE)
