"""Every statement of when an article was published, as a candidate: its day where that can be known, and why not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from crawler.date_phrases import find_phrases
from crawler.date_readings import DateReading, read_date, read_dates, weekday_beside
from crawler.dateline_weekdays import (
    AHEAD,
    FIRST_YEAR,
    NO_YEAR,
    StatedWeekday,
    stated_weekdays,
    year_by_weekday,
)
from crawler.datelines import is_relative_date, is_updated_label
from crawler.folded_text import FoldedText, fold
from crawler.hijri import MONTH_NAMES, convert_hijri, sighted_on
from crawler.models import DateCandidate
from crawler.months import ENGLISH_WEEKDAYS
from crawler.relative_dates import time_before
from crawler.zones import is_utc, local_day, utc_instant

_MACHINE = ("json-ld", "meta", "microdata", "rdfa", "inline")
BESIDE_HEADLINE = "beside the headline"
"""The note of a date that readers see there."""
NO_ORDER = "the order of day and month is not known"
COUNTED_BACK = "counted back from the capture"
"""How the note of a relative date begins."""
BY_CALENDAR = "by the Umm al-Qura calendar"
"""In the note of a Hijri date that no weekday settles."""
IN_ZONE = "the local day in "
"""In the note of an instant whose day is that of the source's zone."""

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
class _Stated:
    """A statement as it stands: where, in what words, with what precision and zone."""

    source: str
    text: str
    precision: str = "unknown"
    zone: str | None = None

    def without_day(self, note: str) -> DateCandidate:
        return DateCandidate(self.source, self.text, None, self.precision, note, self.zone)

    def dated(self, day: date, note: str | None = None) -> DateCandidate:
        return DateCandidate(self.source, self.text, day, self.precision, note, self.zone)


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
        return _judged(_Stated(source, text, "instant", "UTC"), instant.date(), f"{instant:%H:%M}", setting)
    if compact := _COMPACT.fullmatch(text):
        clock = f"{compact['hour']}:{compact['minute']}" if compact["hour"] else None
        stated = _Stated(source, text, "instant" if clock else "day", compact["zone"])
        return _judged(stated, _day(*_parts(compact)), clock, setting)
    reading = read_date(text, setting.language or "und")
    return _read(source, text, reading, setting) if reading else _unread(source, text, setting)


def _url_candidate(url: str, setting: Setting) -> DateCandidate:
    if found := _URL_DAY.search(url) or _URL_NUMBERS.search(url):
        return _judged(_Stated("url", url, "day"), _day(*_parts(found)), None, setting)
    return _Stated("url", url, "month" if URL_MONTH.search(url) else "unknown").without_day("no day is stated")


def _parts(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["year"]), int(match["month"]), int(match["day"])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read(source: str, text: str, reading: DateReading, setting: Setting) -> DateCandidate:
    """The candidate of a reading, whose date is known where day, month and year are stated."""
    stated = _Stated(source, text, reading.precision, reading.zone)
    if reading.ambiguous:
        return _one_of(stated, reading, setting)
    if reading.day is None or reading.month is None or reading.year is None:
        return stated.without_day("no day is stated" if reading.year else NO_YEAR)
    day = _day(reading.year, reading.month, reading.day)
    candidate = _judged(stated, day, reading.time, setting)
    if candidate.date and reading.weekday not in (None, day.weekday() if day else None):
        return replace(candidate, note="the weekday stated is another")
    return candidate


def _one_of(stated: _Stated, reading: DateReading, setting: Setting) -> DateCandidate:
    """Numbers in an unknown order: a day where the other order gives one after the capture, or before the web."""
    possible = [day for day in reading.options if _problem_of(day, setting) is None]
    if len(possible) == 1:
        return stated.dated(possible[0], "in the other order of day and month it would be after the capture")
    return stated.without_day(NO_ORDER)


def _judged(stated: _Stated, day: date | None, clock: str | None, setting: Setting) -> DateCandidate:
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


def _unread(source: str, text: str, setting: Setting) -> DateCandidate:
    """A statement without a date of the common calendar: a Hijri one, one counted from now, or why there is none."""
    folded = FoldedText(text)
    phrases = list(find_phrases(folded, "und"))
    stated = _Stated(source, text)
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
    stated: _Stated, parts: tuple[int, int, int] | None, weekday: int | None, setting: Setting
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


def _relative_candidate(stated: _Stated, setting: Setting) -> DateCandidate:
    before = time_before(stated.text)
    if before is None or before > timedelta(days=366):
        return stated.without_day("counted from when the page was made")
    day = local_day(setting.captured_at - before, setting.zone or UTC)
    when = setting.captured_at.astimezone(setting.zone or UTC).isoformat(timespec="minutes")
    return replace(stated, precision="day").dated(day, f"{COUNTED_BACK} at {when}")


def candidates_in_text(blocks: Sequence[tuple[str, str]], setting: Setting) -> tuple[DateCandidate, ...]:
    """What the visible text states, in its order: one candidate for each date of each dateline.

    Blocks are (source, text): datelines as ("dateline en", ...), the first paragraphs after them as
    ("opening en", ...), which only give weekdays. A dateline without a year gets the nearest year before
    the capture in which it falls on the weekday that the text states; without a weekday it has no date. Where
    a line states an update, " updated" is added to the source.
    """
    datelines = [block for block in blocks if not block[0].startswith("opening")]
    openings = [block for block in blocks if block[0].startswith("opening")]
    return tuple(
        candidate
        for source, text in datelines
        for candidate in _dateline_candidates(source, text, _weekdays_for(source, openings), setting)
    )


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
    source: str, text: str, weekdays: Sequence[StatedWeekday], setting: Setting
) -> Iterator[DateCandidate]:
    position = 0
    for reading in read_dates(text, _language_of(source, setting)):
        label = " updated" if _says_updated(text[position : reading.start]) else ""
        position = reading.end
        yield _dateline_candidate(source + label, text, reading, weekdays, setting)
    if position == 0:
        label = " updated" if is_updated_label(text) else ""
        yield _unread(source + label, text, setting)


# "By A. Writer Updated Sep 5, 2024": the word beside the date, whatever stands before it.
_UPDATED_BEFORE = re.compile(
    r"(?:\b(?:updated?|modified|edited|revised)|(?:ال)?(?:تحديث|تعديل)|حدث|عدل)(?:\s+(?:on|في|بتاريخ|at))?\s*(?:[:،|-]\s*)?$"
)


def _says_updated(before: str) -> bool:
    return is_updated_label(before) or _UPDATED_BEFORE.search(fold(before)) is not None


def _dateline_candidate(
    source: str, text: str, reading: DateReading, weekdays: Sequence[StatedWeekday], setting: Setting
) -> DateCandidate:
    stated = _read(source, text, reading, setting)
    if stated.note != NO_YEAR or reading.month is None or reading.day is None:
        return stated
    if reading.weekday is not None:
        weekdays = [StatedWeekday(reading.weekday, is_certain=True)]
    day, note = year_by_weekday(reading.month, reading.day, weekdays, setting.captured_on)
    return replace(stated, date=day, precision="day" if day else stated.precision, note=note)


def note_beside_headline(candidate: DateCandidate) -> DateCandidate:
    """The candidate with a note of where readers see it; as it is where it has another note."""
    return replace(candidate, note=candidate.note or BESIDE_HEADLINE)


def settle_orders(candidates: Sequence[DateCandidate], setting: Setting) -> tuple[DateCandidate, ...]:
    """The candidates, with numbers whose order of day and month is open read as another one names the day or month.

    So are numbers in metadata that a page's own language would read in another order: programs write them.
    """
    return tuple(
        _settled(one, [other for other in candidates if other.text != one.text]) if _is_open(one) else one
        for one in candidates
    )


def _is_open(candidate: DateCandidate) -> bool:
    return candidate.note == NO_ORDER or (candidate.note is None and candidate.source.startswith(_MACHINE))


def _settled(candidate: DateCandidate, others: Sequence[DateCandidate]) -> DateCandidate:
    reading = read_date(candidate.text, "und")
    options = reading.options if reading else ()
    for other in others if len(options) > 1 else ():
        fitting = [day for day in options if _names(other, day)]
        if len(fitting) == 1:
            note = f"the order of day and month is settled by: {other.source}"
            return candidate if fitting[0] == candidate.date else replace(candidate, date=fitting[0], note=note)
    return candidate


def _names(other: DateCandidate, day: date) -> bool:
    if other.date:
        return abs(other.date - day) <= timedelta(days=1)
    month = URL_MONTH.search(other.text) if other.source == "url" else None
    return month is not None and (int(month["year"]), int(month["month"])) == (day.year, day.month)
