"""Which day an article was published: every statement of it, and the verdict over all of them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from crawler.date_phrases import find_phrases
from crawler.date_readings import DateReading, read_date, read_dates
from crawler.dateline_weekdays import (
    AHEAD,
    BY_WEEKDAY,
    FIRST_YEAR,
    NO_YEAR,
    StatedWeekday,
    stated_weekdays,
    year_by_weekday,
)
from crawler.datelines import is_relative_date, is_updated_label
from crawler.folded_text import FoldedText
from crawler.models import DateCandidate

# Where the zones of two statements differ, they name neighbouring days.
_NEAR = timedelta(days=1)
_YEAR = "(?P<year>(?:19|20)[0-9]{2})"
_MONTH = "(?P<month>0[1-9]|1[0-2])"
_DAY = "(?P<day>0[1-9]|[12][0-9]|3[01])"
_URL_DAY = re.compile(rf"(?<![0-9]){_YEAR}(?P<mark>[/_.-]?){_MONTH}(?P=mark){_DAY}(?![0-9])")
_URL_MONTH = re.compile(rf"/{_YEAR}[/-]{_MONTH}(?=[/-])")
_COMPACT = re.compile(rf"\s*{_YEAR}{_MONTH}{_DAY}(?:[T ][0-9:.]{{4,}}\s*(?:Z|[+-][0-9:]{{4,6}})?)?\s*")


def candidates_in_metadata(values: Sequence[tuple[str, str]], captured_on: date) -> tuple[DateCandidate, ...]:
    """What the metadata state, in their order: values are like ("json-ld datePublished", "2024-01-26").

    The day is the local one as written, never converted to UTC. Of a "url" only a day in its path counts.
    What is no date, a placeholder and a day after the capture give a candidate without a date, and a note.
    Blank texts give none.
    """
    return tuple(_metadata_candidate(source, text, captured_on) for source, text in values if text.strip())


def _metadata_candidate(source: str, text: str, captured_on: date) -> DateCandidate:
    compact = _URL_DAY.search(text) if source == "url" else _COMPACT.fullmatch(text)
    if compact:
        parts = (int(compact["year"]), int(compact["month"]), int(compact["day"]))
        return _dated(source, text, parts, "day", captured_on)
    if source == "url":
        precision = "month" if _URL_MONTH.search(text) else "unknown"
        return DateCandidate(source, text, None, precision, "no day is stated")
    reading = read_date(text)
    return _stated(source, text, reading, captured_on) if reading else _undated(source, text)


def _undated(source: str, text: str) -> DateCandidate:
    """A statement without a date that can be known: why."""
    phrases = list(find_phrases(FoldedText(text)))
    if any(phrase.is_hijri for phrase in phrases):
        note = "a Hijri date, which is not converted"
    elif phrases:
        note = "no calendar has this day"
    elif is_relative_date(text):
        note = "counted from when the page was made"
    else:
        note = "no date is stated"
    return DateCandidate(source, text, None, "unknown", note)


def _stated(source: str, text: str, reading: DateReading, captured_on: date) -> DateCandidate:
    """The candidate of a reading, whose date is known where day, month and year are stated."""
    if reading.ambiguous:
        return DateCandidate(source, text, None, reading.precision, "the order of day and month is not known")
    if reading.day is None or reading.month is None or reading.year is None:
        note = "no day is stated" if reading.year else NO_YEAR
        return DateCandidate(source, text, None, reading.precision, note)
    parts = (reading.year, reading.month, reading.day)
    return _dated(source, text, parts, reading.precision, captured_on, weekday=reading.weekday)


def _dated(
    source: str,
    text: str,
    parts: tuple[int, int, int],
    precision: str,
    captured_on: date,
    *,
    weekday: int | None = None,
) -> DateCandidate:
    day = _day(*parts)
    if day is None:
        return DateCandidate(source, text, None, precision, "no calendar has this day")
    if day.year < FIRST_YEAR:
        return DateCandidate(source, text, None, precision, f"a placeholder: before {FIRST_YEAR}")
    if day > captured_on + AHEAD:
        return DateCandidate(source, text, None, precision, "after the day of the capture")
    differs = weekday is not None and weekday != day.weekday()
    return DateCandidate(source, text, day, precision, "the weekday stated is another" if differs else None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def candidates_in_text(blocks: Sequence[tuple[str, str]], captured_on: date) -> tuple[DateCandidate, ...]:
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
        for candidate in _dateline_candidates(source, text, _weekdays_for(source, openings), captured_on)
    )


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
    source: str, text: str, weekdays: Sequence[StatedWeekday], captured_on: date
) -> Iterator[DateCandidate]:
    position = 0
    for reading in read_dates(text):
        label = " updated" if is_updated_label(text[position : reading.start]) else ""
        position = reading.end
        yield _dateline_candidate(source + label, text, reading, weekdays, captured_on)
    if position == 0:
        yield _undated(source, text)


def _dateline_candidate(
    source: str, text: str, reading: DateReading, weekdays: Sequence[StatedWeekday], captured_on: date
) -> DateCandidate:
    stated = _stated(source, text, reading, captured_on)
    if stated.note != NO_YEAR or reading.month is None or reading.day is None:
        return stated
    if reading.weekday is not None:
        weekdays = [StatedWeekday(reading.weekday, is_certain=True)]
    day, note = year_by_weekday(reading.month, reading.day, weekdays, captured_on)
    return DateCandidate(source, text, day, "day" if day else stated.precision, note)


# Where a day is taken from, the most trusted first; then come a weekday's inference and the address.
_TRUST = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        "json-ld datePublished",
        "json-ld|meta|microdata|og:",
        r"time\b",
        "dateline|byline",
        "feed|sitemap",
    )
)
_MODIFIED = re.compile(r"modif|update|lastmod|revised", re.IGNORECASE)
_NEVER = "first seen"
"""When we came by is no statement of the page."""


def decide(candidates: Sequence[DateCandidate]) -> tuple[date | None, str]:
    """The day the article was published, and why: a basis that begins agreed, single, conflict or unknown.

    Metadata win over the visible dateline, that over a year inferred by a weekday, that over the address.
    Statements that differ by a day agree: zones differ. What says when the article was changed decides only
    where nothing says when it was published.
    """
    dated = [candidate for candidate in candidates if candidate.date and not candidate.source.startswith(_NEVER)]
    published = [candidate for candidate in dated if not _MODIFIED.search(candidate.source)]
    if not dated:
        return _join_month_and_day(candidates) or (None, _why_unknown(candidates))
    chosen = min(published or dated, key=_distrust)
    assert chosen.date is not None
    yearless = [candidate for candidate in candidates if _lacks_year(candidate)]
    return chosen.date, _basis(chosen, [*(published or dated), *yearless])


def _join_month_and_day(candidates: Sequence[DateCandidate]) -> tuple[date, str] | None:
    """The day where a dateline has no year, and a month with its year is stated elsewhere: /2024/01/."""
    for month in candidates:
        for dateline in candidates:
            if month.precision == "month" and _lacks_year(dateline) and (day := _joined(month, dateline)):
                return (
                    day,
                    f"agreed: {dateline.source}, {month.source}; the one gives the day, the other the year",
                )
    return None


def _joined(month: DateCandidate, dateline: DateCandidate) -> date | None:
    found = _URL_MONTH.search(month.text)
    stated, day = read_date(month.text), read_date(dateline.text)
    year, number = (int(found["year"]), int(found["month"])) if found else (None, None)
    if stated:
        year, number = stated.year, stated.month
    if year is None or day is None or day.day is None or day.month is None or day.month != number:
        return None
    return _day(year, day.month, day.day)


def _distrust(candidate: DateCandidate) -> int:
    if _is_inferred(candidate):
        return len(_TRUST)
    ranks = (rank for rank, pattern in enumerate(_TRUST) if pattern.match(candidate.source))
    return next(ranks, len(_TRUST) + 1)


def _is_inferred(candidate: DateCandidate) -> bool:
    return candidate.date is not None and (candidate.note or "").startswith(BY_WEEKDAY)


def _lacks_year(candidate: DateCandidate) -> bool:
    return candidate.date is None and candidate.precision == "day-month"


def _basis(chosen: DateCandidate, statements: Sequence[DateCandidate]) -> str:
    """The verdict in words: who agrees, or who says what else and whose word was taken."""
    others = [statement for statement in statements if not _agree(chosen, statement)]
    if others:
        says = ", ".join(dict.fromkeys(f"{other.source} says {_said(other)}" for other in others))
        return f"conflict: {says}, taken from {chosen.source} {chosen.date}"
    sources = list(dict.fromkeys(statement.source for statement in statements))
    verdict = f"{'agreed' if len(sources) > 1 else 'single'}: {', '.join(sources)}"
    if len({statement.date for statement in statements if statement.date}) > 1:
        verdict += f" (within one day), taken from {chosen.source}"
    if _MODIFIED.search(chosen.source):
        verdict += "; this is when it was changed"
    return f"{verdict}; {chosen.note}" if _is_inferred(chosen) else verdict


def _agree(chosen: DateCandidate, statement: DateCandidate) -> bool:
    """Whether two statements name the same day or neighbouring ones; without a year, that day of a year."""
    assert chosen.date is not None
    if statement.date:
        return abs(chosen.date - statement.date) <= _NEAR
    reading = read_date(statement.text)
    days = (chosen.date - _NEAR, chosen.date, chosen.date + _NEAR)
    return reading is not None and (reading.month, reading.day) in [(day.month, day.day) for day in days]


def _said(statement: DateCandidate) -> str:
    return statement.date.isoformat() if statement.date else statement.text


def _why_unknown(candidates: Sequence[DateCandidate]) -> str:
    for candidate in candidates:
        if _lacks_year(candidate):
            reason = (candidate.note or NO_YEAR).removeprefix(NO_YEAR)
            return f"unknown: the dateline has no year{reason}"
    reasons = (f"{candidate.source}: {candidate.note}" for candidate in candidates if candidate.note)
    return f"unknown: {next(reasons, 'no date is stated')}"
