"""Dates in numbers whose order of day and month another statement of the page settles."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from crawler.calendar.date_candidates import URL_MONTH
from crawler.calendar.date_readings import read_date
from crawler.calendar.stated_dates import NO_ORDER
from crawler.models import DateCandidate

_MACHINE = ("json-ld", "meta", "microdata", "rdfa", "inline")


def settle_orders(candidates: Sequence[DateCandidate]) -> tuple[DateCandidate, ...]:
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
