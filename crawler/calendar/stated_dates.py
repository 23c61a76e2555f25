"""One statement of a date: its day in the local calendar where that can be known, and why not where it cannot."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.date_readings import DateReading, weekday_beside
from crawler.calendar.dateline_weekdays import AHEAD, FIRST_YEAR, NO_YEAR
from crawler.calendar.datelines import is_relative_date
from crawler.calendar.hijri import MONTH_NAMES, convert_hijri, sighted_on
from crawler.calendar.months import ENGLISH_WEEKDAYS
from crawler.calendar.relative_dates import time_before
from crawler.calendar.zones import is_utc, local_day, utc_instant
from crawler.folded_text import FoldedText
from crawler.models import DateCandidate

NO_ORDER = "the order of day and month is not known"
COUNTED_BACK = "counted back from the capture"
"""How the note of a relative date begins."""
BY_CALENDAR = "by the Umm al-Qura calendar"
"""In the note of a Hijri date that no weekday settles."""
IN_ZONE = "the local day in "
"""In the note of an instant whose day is that of the source's zone."""

OTHER_WEEKDAY = "the weekday stated is another"
OTHER_HIJRI = "the Hijri date beside it is another day"
"""The notes of a date that contradicts what stands beside it."""
# Sites set the Hijri calendar a day or two forwards or back, as the moon was sighted.
_SET_BY = timedelta(days=2)
_HIJRI_YEAR = re.compile(r"(?<!\d)[1١۱][34٣٤۳۴]\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Setting:
    """When a page was captured, and what is known of its clocks and its way of writing dates."""

    captured_at: datetime
    """Aware."""
    zone: tzinfo | None = None
    """The source's, from its configuration; None where none is configured."""
    language: str | None = None
    """The language tag that the page declares; None where it declares none."""

    @property
    def captured_on(self) -> date:
        """The day of the capture, in the source's zone."""
        return local_day(self.captured_at, self.zone or UTC)


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement as it stands: where, in what words, with what precision and zone."""

    source: str
    text: str
    precision: str = "unknown"
    zone: str | None = None

    def without_day(self, note: str) -> DateCandidate:
        return DateCandidate(self.source, self.text, None, self.precision, note, self.zone)

    def dated(self, day: date, note: str | None = None) -> DateCandidate:
        return DateCandidate(self.source, self.text, day, self.precision, note, self.zone)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_statement(source: str, text: str, reading: DateReading, setting: Setting) -> DateCandidate:
    """The candidate of a reading, whose date is known where day, month and year are stated."""
    stated = Stated(source, text, reading.precision, reading.zone)
    if reading.ambiguous:
        return _one_of(stated, reading, setting)
    if reading.day is None or reading.month is None or reading.year is None:
        return stated.without_day("no day is stated" if reading.year else NO_YEAR)
    day = day_of(reading.year, reading.month, reading.day)
    candidate = judge_statement(stated, day, reading.time, setting)
    if candidate.date and reading.weekday not in (None, day.weekday() if day else None):
        return replace(candidate, note=OTHER_WEEKDAY)
    return (
        replace(candidate, note=OTHER_HIJRI)
        if candidate.date and _contradicts_hijri(text, candidate.date)
        else candidate
    )


def _contradicts_hijri(text: str, day: date) -> bool:
    """True where a Hijri date stands in the same statement and is another day than this."""
    if not _HIJRI_YEAR.search(text):
        return False
    stated = (phrase.hijri for phrase in find_phrases(FoldedText(text)) if phrase.hijri is not None)
    days = [converted for parts in stated if (converted := convert_hijri(*parts))]
    return bool(days) and all(abs(one - day) > _SET_BY for one in days)


def _one_of(stated: Stated, reading: DateReading, setting: Setting) -> DateCandidate:
    """Numbers in an unknown order: a day where the other order gives one after the capture, or before the web."""
    possible = [day for day in reading.options if _problem_of(day, setting) is None]
    if len(possible) == 1:
        return stated.dated(possible[0], "in the other order of day and month it would be after the capture")
    return stated.without_day(NO_ORDER)


def judge_statement(stated: Stated, day: date | None, clock: str | None, setting: Setting) -> DateCandidate:
    """The day stated, in the source's zone where the statement is an instant in UTC."""
    if day is None:
        return stated.without_day("no calendar has this day")
    note = None
    if setting.zone is not None and is_utc(stated.zone) and (instant := utc_instant(day, clock, stated.zone)):
        day, note = local_day(instant, setting.zone), f"{IN_ZONE}{setting.zone}"
    problem = _problem_of(day, setting)
    return stated.without_day(problem) if problem else stated.dated(day, note)


def _problem_of(day: date, setting: Setting) -> str | None:
    if day.year < FIRST_YEAR:
        return f"a placeholder: before {FIRST_YEAR}"
    return "after the day of the capture" if day > setting.captured_on + AHEAD else None


def unread_statement(source: str, text: str, setting: Setting) -> DateCandidate:
    """A statement without a date of the common calendar: a Hijri one, one counted from now, or why there is none."""
    folded = FoldedText(text)
    phrases = list(find_phrases(folded, "und"))
    stated = Stated(source, text)
    hijri = next((phrase for phrase in phrases if phrase.is_hijri), None)
    if hijri is not None:
        _, _, weekday = weekday_beside(folded.folded, hijri.start, hijri.end)
        return _hijri_candidate(stated, hijri.hijri, weekday, setting)
    if phrases:
        return stated.without_day("no calendar has this day")
    if is_relative_date(text):
        return _relative_candidate(stated, setting)
    return stated.without_day("no date is stated")


def _hijri_candidate(
    stated: Stated, parts: tuple[int, int, int] | None, weekday: int | None, setting: Setting
) -> DateCandidate:
    if parts is None:
        return stated.without_day("a Hijri date without a year")
    year, month, day = parts
    converted = convert_hijri(year, month, day)
    if converted is None or _problem_of(converted, setting):
        return stated.without_day("a Hijri date that cannot be converted")
    name = f"{day} {MONTH_NAMES[month - 1]} {year} AH"
    settled = None if weekday is None else sighted_on(converted, weekday)
    dated = replace(stated, precision="day")
    if settled is not None:
        return dated.dated(settled, f"{name}; the weekday {ENGLISH_WEEKDAYS[settled.weekday()]} settles the day")
    return dated.dated(converted, f"{name} {BY_CALENDAR}; where the moon is sighted it may be a day off")


def _relative_candidate(stated: Stated, setting: Setting) -> DateCandidate:
    before = time_before(stated.text)
    if before is None or before > timedelta(days=366):
        return stated.without_day("counted from when the page was made")
    day = local_day(setting.captured_at - before, setting.zone or UTC)
    when = setting.captured_at.astimezone(setting.zone or UTC).isoformat(timespec="minutes")
    return replace(stated, precision="day").dated(day, f"{COUNTED_BACK} at {when}")
