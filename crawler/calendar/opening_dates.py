"""The place and date that open a text, parted from it by a dash: "MARSA, Jan. 12, 2026 (TSN) — Drivers ended"."""

import re

from crawler.calendar.clock import LETTER
from crawler.calendar.date_readings import DateReading, read_dates
from crawler.calendar.dateline_places import is_city_before
from crawler.folded_text import fold

_LONGEST = 100  # characters
_HAS_YEAR = re.compile(r"\d{4}")
# A place of up to four words, in Latin letters each with a capital: no sentence begins so.
_CAPITAL = rf"(?-i:[A-ZÀ-Þ]){LETTER}*(?:['’.-]{LETTER}+)*\.?"
_ARABIC = r"[\u0621-\u064a]+"
_PLACE = re.compile(rf"\W*(?:{_CAPITAL}(?:[\s,/]+{_CAPITAL}){{0,3}}|{_ARABIC}(?:\s(?!في\s|بتاريخ\s){_ARABIC})?)\s*")
_MARK = re.compile(r"[,،:/–—-]\s*(?:في\s|بتاريخ\s)?\s*")
_NO_MARK = re.compile(r"(?:(?:في|بتاريخ)\s+)?")
_AGENCY = r"(?:[(/][^()/]{2,40}(?:[)/]\s*|(?=\s[–—-])\s))"
_DASH = r"(?:-{1,3}|[–—ـ])\s*"
# Behind the date: "(TSN) — ", "/PRNewswire/ -- ", " – "; the year may say whose it is.
_BEHIND = re.compile(rf"(?:\s*(?:م|ه|هـ)(?!\w))?\s*(?P<agency>{_AGENCY})?{_DASH}(?=\S)")
# Within brackets: "MOSCOW (News Agency - 29th April, 2020) It is", "GENEVA (3 May 2020) – ".
_OPEN = re.compile(r"\((?:[^()\d]{2,40}[\s,–—-]+)?")
_CLOSED = re.compile(rf"\s*\)\s*(?:{_DASH})?(?=\S)")


def opening_date(text: str) -> str | None:
    """What opens a text with its place and a full date, up to the date; None where none does.

    >>> opening_date("MARSA, Jan. 12, 2026 (TSN) — Drivers ended their strike")
    'MARSA, Jan. 12, 2026'
    >>> opening_date("Drivers ended their strike on Jan. 12, 2026 — at last")
    """
    head = text[:_LONGEST]
    if not _HAS_YEAR.search(head):
        return None
    first = next(iter(read_dates(head, "und")), None)
    is_day = first is not None and ((first.day is not None and first.year is not None) or first.options)
    if first is None or not is_day:
        return None
    return head[: first.end] if _opens(head, first) else None


def _opens(head: str, date: DateReading) -> bool:
    before, behind = head[: date.start], head[date.end :]
    place = _PLACE.match(before)
    if place is None:
        return False
    link = before[place.end() :]
    if _OPEN.fullmatch(link):
        return _CLOSED.match(behind) is not None
    found = _BEHIND.match(behind)
    if found is None:
        return False
    if _MARK.fullmatch(link):
        return True
    # Two words and "in" may begin a sentence: what has no mark has an agency behind it, or is a known city.
    is_known = bool(found["agency"]) or is_city_before(f"{fold(place[0].strip())} ")
    return is_known and _NO_MARK.fullmatch(link) is not None
