"""Which day an article was published: the verdict over every statement of it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from crawler.calendar.date_candidates import BESIDE_HEADLINE, URL_MONTH
from crawler.calendar.date_readings import read_date
from crawler.calendar.dateline_weekdays import BY_WEEKDAY, NO_YEAR
from crawler.calendar.stated_dates import BY_CALENDAR, COUNTED_BACK, IN_ZONE, OTHER_HIJRI, OTHER_WEEKDAY
from crawler.calendar.zones import is_day_somewhere, is_utc, utc_instant
from crawler.models import DateCandidate

# Where the zones of two statements differ, they name neighbouring days.
_NEAR = timedelta(days=1)
# News is seen, and its page written, within so many days of the day it bears.
_SOON = timedelta(days=3)
_LONG_BEFORE = timedelta(days=7)
# Where a day is taken from, the most trusted first; then come what is inferred and the address.
_TRUST = tuple(
    re.compile(source, re.IGNORECASE)
    for source in (
        "json-ld datePublished",
        "meta .*publi|meta .*issued",
        "json-ld|meta|microdata|rdfa|og:|wordpress",
        r"time\b",
        "dateline|byline|visible",
        "inline",
        "feed|sitemap",
    )
)
_MODIFIED = re.compile(r"modif|update|lastmod|revised", re.IGNORECASE)
_TIME_ELEMENT = re.compile(r"time\b", re.IGNORECASE)
_NEVER = ("first seen", "last-modified header", "sitemap lastmod")
"""What says when a page was met or made, and not when it was published: confirms other statements, decides nothing."""
_FOR_MACHINES = re.compile(r"json-ld|meta|microdata|rdfa|inline", re.IGNORECASE)
_SHOWN = re.compile(r"dateline|visible|url", re.IGNORECASE)
_LOCAL = re.compile(r"dateline|visible|byline|microdata|time\b|url", re.IGNORECASE)
"""Where a day stands that readers see, in the page's own zone."""


def decide(candidates: Sequence[DateCandidate]) -> tuple[date | None, str]:
    """The day the article was published, and why: a basis that begins agreed, single, conflict or unknown.

    Metadata win over the visible dateline, that over a year inferred by a weekday, that over the address; but a day
    shown beside the headline that is a week or more earlier wins over metadata.
    Statements that differ by a day agree: zones differ. An instant in UTC has the day that the page shows, where
    it is that day somewhere. What says when the article was changed decides only where nothing says when it was
    published; what counts back from the capture, or has no year, only where another statement confirms it.
    """
    dated = [candidate for candidate in candidates if _may_decide(candidate)]
    published = [candidate for candidate in dated if not _is_of_change(candidate, dated)]
    if not published:
        joined = _join_month_and_day(candidates) or _confirmed(candidates)
        if joined:
            return joined
    if not dated:
        return None, _why_unknown(candidates)
    chosen = _first_day(min(published or dated, key=_distrust), published)
    assert chosen.date is not None
    yearless = [candidate for candidate in candidates if _lacks_year(candidate)]
    shown = _shown_day(chosen, published)
    if shown is not None:
        return shown.date, _basis_of_shown_day(chosen, shown, [*published, *yearless])
    return chosen.date, _basis(chosen, [*(published or dated), *yearless])


def _may_decide(candidate: DateCandidate) -> bool:
    return (
        candidate.date is not None and not candidate.source.lower().startswith(_NEVER) and not _is_relative(candidate)
    )


def _is_of_change(candidate: DateCandidate, dated: Sequence[DateCandidate]) -> bool:
    """True for what says when the article was changed; a <time> does where its very instant is stated as that alone."""
    if _MODIFIED.search(candidate.source):
        return True
    instant = _instant_of(candidate) if _TIME_ELEMENT.match(candidate.source) else None
    if instant is None:
        return False
    same = [one for one in dated if not _TIME_ELEMENT.match(one.source) and _instant_of(one) == instant]
    return bool(same) and all(_MODIFIED.search(one.source) for one in same)


def _instant_of(candidate: DateCandidate) -> datetime | None:
    reading = read_date(candidate.text, "und") if candidate.precision == "instant" else None
    if reading is None or candidate.date is None:
        return None
    return utc_instant(candidate.date, reading.time, candidate.zone)


def _is_relative(candidate: DateCandidate) -> bool:
    return (candidate.note or "").startswith(COUNTED_BACK)


def _first_day(chosen: DateCandidate, published: Sequence[DateCandidate]) -> DateCandidate:
    """The date shown beside the headline where it is a week or more before that of the metadata.

    Metadata get new dates when a page is moved or remade. A shown date that is later is mostly that of a change, one
    that is some days earlier that of an original or of the printed page: neither counts; nor does any where readers
    see the metadata's day as well.
    """
    if not _FOR_MACHINES.match(chosen.source) or any(_is_seen(chosen, one) for one in published):
        return chosen
    earlier = [
        one
        for one in published
        if one.date and chosen.date and one.date <= chosen.date - _LONG_BEFORE and BESIDE_HEADLINE in (one.note or "")
    ]
    return min(earlier, key=_distrust, default=chosen)


def _is_seen(chosen: DateCandidate, other: DateCandidate) -> bool:
    return bool(other.date and chosen.date and _SHOWN.match(other.source) and abs(other.date - chosen.date) <= _NEAR)


def _shown_day(chosen: DateCandidate, published: Sequence[DateCandidate]) -> DateCandidate | None:
    """The most trusted statement of the day that readers see, where it is not the chosen instant's day in UTC.

    None where it is that day, where it can be that day nowhere at the instant, and where readers see none.
    """
    instant = _utc_instant_of(chosen)
    if instant is None:
        return None
    shown = [one for one in published if one.date and _is_local(one) and is_day_somewhere(instant, one.date)]
    best = min(shown, key=_distrust, default=None)
    return best if best is not None and best.date != chosen.date else None


def _is_local(candidate: DateCandidate) -> bool:
    return _LOCAL.match(candidate.source) is not None and not is_utc(candidate.zone) and not _is_inferred(candidate)


def _utc_instant_of(candidate: DateCandidate) -> datetime | None:
    """The instant of a statement in UTC that no configured zone has made local."""
    if candidate.precision != "instant" or not is_utc(candidate.zone) or IN_ZONE in (candidate.note or ""):
        return None
    return _instant_of(candidate)


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
    found = URL_MONTH.search(month.text)
    stated, day = read_date(month.text), read_date(dateline.text)
    year, number = (int(found["year"]), int(found["month"])) if found else (None, None)
    if stated:
        year, number = stated.year, stated.month
    if year is None or day is None or day.day is None or day.month is None or day.month != number:
        return None
    return _day(year, day.month, day.day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _confirmed(candidates: Sequence[DateCandidate]) -> tuple[date, str] | None:
    """A day without a year, or counted back from the capture, that another statement falls on or soon after."""
    witnesses = [one for one in candidates if one.date and not _is_relative(one)]
    for candidate in candidates:
        if not (_lacks_year(candidate) or _is_relative(candidate)) or _MODIFIED.search(candidate.source):
            continue
        for witness in witnesses:
            assert witness.date is not None
            day = candidate.date or _latest_before(candidate, witness.date)
            if day and -_NEAR <= witness.date - day <= (_NEAR if _is_relative(candidate) else _SOON):
                return day, f"agreed: {candidate.source}, {witness.source} of {witness.date}; {_said_of(candidate)}"
    return None


def _said_of(candidate: DateCandidate) -> str:
    return candidate.note or "" if _is_relative(candidate) else "the one gives the day, the other the year"


def _latest_before(candidate: DateCandidate, witness: date) -> date | None:
    """The day without a year, in the year that ends with the day after the witness."""
    reading = read_date(candidate.text)
    if reading is None or reading.month is None or reading.day is None:
        return None
    days = (_day(witness.year + shift, reading.month, reading.day) for shift in (1, 0, -1))
    return next((day for day in days if day and day <= witness + _NEAR), None)


def _distrust(candidate: DateCandidate) -> int:
    if _is_inferred(candidate):
        return len(_TRUST)
    ranks = (rank for rank, pattern in enumerate(_TRUST) if pattern.match(candidate.source))
    return next(ranks, len(_TRUST) + 1)


def _is_inferred(candidate: DateCandidate) -> bool:
    note = candidate.note or ""
    return candidate.date is not None and (note.startswith(BY_WEEKDAY) or BY_CALENDAR in note)


def _lacks_year(candidate: DateCandidate) -> bool:
    return candidate.date is None and candidate.precision == "day-month"


def _basis(chosen: DateCandidate, statements: Sequence[DateCandidate]) -> str:
    """The verdict in words: who agrees, or who says what else and whose word was taken."""
    assert chosen.date is not None
    others = [statement for statement in statements if not _agrees(chosen.date, statement)]
    if others:
        return f"conflict: {_who_says(others)}, taken from {chosen.source} {chosen.date}"
    sources = list(dict.fromkeys(statement.source for statement in statements))
    verdict = f"{'agreed' if len(sources) > 1 else 'single'}: {', '.join(sources)}"
    if len({statement.date for statement in statements if statement.date}) > 1:
        verdict += f" (within one day), taken from {chosen.source}"
    if _MODIFIED.search(chosen.source):
        verdict += "; this is when it was changed"
    is_told = _is_inferred(chosen) or IN_ZONE in (chosen.note or "") or chosen.note in (OTHER_WEEKDAY, OTHER_HIJRI)
    return f"{verdict}; {chosen.note}" if is_told else verdict


def _basis_of_shown_day(chosen: DateCandidate, shown: DateCandidate, statements: Sequence[DateCandidate]) -> str:
    assert shown.date is not None
    others = [statement for statement in statements if not _agrees(shown.date, statement)]
    local = f"{chosen.text.strip()} is {shown.date} where the page is read"
    if others:
        return f"conflict: {_who_says(others)}, taken from {chosen.source} and {shown.source}; {local}"
    sources = dict.fromkeys([chosen.source, shown.source, *(statement.source for statement in statements)])
    return f"agreed: {', '.join(sources)}; {local}"


def _who_says(others: Sequence[DateCandidate]) -> str:
    return ", ".join(dict.fromkeys(f"{other.source} says {_said(other)}" for other in others))


def _agrees(day: date, statement: DateCandidate) -> bool:
    """Whether a statement names that day or a neighbouring one; without a year, that day of a year."""
    if statement.date:
        return abs(day - statement.date) <= _NEAR
    reading = read_date(statement.text)
    days = (day - _NEAR, day, day + _NEAR)
    return reading is not None and (reading.month, reading.day) in [(each.month, each.day) for each in days]


def _said(statement: DateCandidate) -> str:
    return statement.date.isoformat() if statement.date else statement.text


def _why_unknown(candidates: Sequence[DateCandidate]) -> str:
    for candidate in candidates:
        if _lacks_year(candidate):
            reason = (candidate.note or NO_YEAR).removeprefix(NO_YEAR)
            return f"unknown: the dateline has no year{reason}"
    told = [one for one in candidates if not one.source.lower().startswith(_NEVER)]
    reasons = (f"{candidate.source}: {candidate.note}" for candidate in told if candidate.note)
    return f"unknown: {next(reasons, 'no date is stated')}"
