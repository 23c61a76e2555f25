"""Times of day and zones as they stand beside a date: 14:02, 8.30 pm, الساعة 2:05 مساءً بتوقيت غرينتش.

Patterns work on the match form.
"""

import re
from dataclasses import dataclass

LETTER = r"[^\W\d_]"

# Half of the day -> whether it is after noon. ليلا is both: before 6 it is the early morning.
_BEFORE_NOON = ("am", "a.m.", "a.m", "ص", "صباحا", "صباح", "فجرا", "فجر", "قبل الظهر", "ق.ظ")
_AFTER_NOON = ("pm", "p.m.", "p.m", "م", "مساء", "مساءا", "عصرا", "عصر", "ظهرا", "ظهر", "بعد الظهر", "ب.ظ")
_NIGHT = ("ليلا",)
_HALVES = "|".join(
    re.escape(half).replace(r"\ ", r"\s+")
    for half in sorted((*_BEFORE_NOON, *_AFTER_NOON, *_NIGHT), key=len, reverse=True)
)
_ABBREVIATIONS = (
    "est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cet|cest|eet|eest|wat|cat|eat|sast|ast|gst|msk|trt|ist|idt|pkt|npt|bdt"
    "|myt|sgt|hkt|ict|pht|jst|kst|aest|aedt|acst|awst|nzst|nzdt|ksa|uae|et|pt|ct|mt"
)
# "2 pm Eastern time", "14:00 Makkah time".
_NAMED = (
    "local|(?:us )?(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))?|makkah|mecca|riyadh|doha|dubai|uae"
    "|cairo|beirut|baghdad|amman|jerusalem|damascus|london|moscow|israel"
)
_SECOND_WORDS = "المكرمه|المنوره|المحتله|المحليه|الشرقي|الصيفي|الشتوي|القياسي|العالمي|العربيه"
ZONE = (
    r"(?:(?:gmt|utc)(?:\s*[+-]\s*[0-9]{1,2}(?::?[0-9]{2})?)?(?!LETTER)"
    r"|z(?!LETTER)"
    r"|[+-][0-9]{2}:?[0-9]{2}(?![0-9])"
    rf"|(?:(?:{_NAMED})\s+time|{_ABBREVIATIONS})(?!LETTER)"
    rf"|(?:ب|وفق\s+|حسب\s+)?(?:ال)?توقيت\s+LETTER+(?:\s+(?:{_SECOND_WORDS})(?!LETTER))?"
    r"|ت\s?\.?\s?[مغ](?!LETTER)\.?"
    r"|(?:غرينتش|جرينتش)(?:\s*[+-]\s*[0-9]{1,2}(?::?[0-9]{2})?)?)"
).replace("LETTER", LETTER)
# Half of the day before the hour: 午前10時3分, 下午 3:05, 오전 10시 3분.
_EASTERN_BEFORE_NOON, _EASTERN_AFTER_NOON = ("午前", "上午", "오전"), ("午後", "下午", "오후")
_EASTERN_HALVES = "|".join(_EASTERN_BEFORE_NOON + _EASTERN_AFTER_NOON)
_CLOCK = re.compile(
    r"(?P<asked>(?:ال|ل)?ساعه\s*(?::\s*)?|(?<!\w)(?:klo|kl|ore|godz|saat)\.?\s*(?=[0-9]))?"
    rf"(?:(?P<eastern>{_EASTERN_HALVES})\s*)?(?:(?<![0-9.:])(?<![0-9],)|(?<=ساعه:))(?P<hour>[0-9]{{1,2}})"
    r"(?:(?P<mark>[:.h])(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{1,2})(?:[.,][0-9]+)?)?"
    r"|\s?[時时點点시]\s?(?P<minutes>[0-9]{1,2})\s?[分분]|(?(eastern)\s?[時时點点시]|(?!)))?"
    rf"(?![0-9])(?:\s*(?P<half>{_HALVES})(?!{LETTER}))?(?P<hours>\s*(?:uhr|hrs|hs|hod)(?!{LETTER}))?\.?"
    rf"(?:\s*(?:[(,]\s*)?(?P<zone>{ZONE})(?:\s*\))?)?"
)
# "At", and what closes a date before it (г., р.), in other languages.
_OTHER_AT = "ساعت|a|as|las|le|um|alle|om|г|р|в|о|u|στισ"
_TO_TIME = re.compile(rf"t(?=[0-9])|(?:[\s,،|/•·⋅∙‧()–—:-]|(?<!\w)(?:at|في|علي|عند|تمام|{_OTHER_AT})\.?(?!\w))*")


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day found in a text in match form."""

    time: str
    """HH:MM, 24 hours."""
    zone: tuple[int, int] | None
    """Where the zone stands in the text; None where none is stated."""
    start: int
    end: int


def time_after(folded: str, end: int) -> ClockTime | None:
    """The time that follows a date, with nothing but marks and "at" between them; None where none does."""
    link = _TO_TIME.match(folded, end)
    match = _CLOCK.match(folded, link.end() if link else end)
    return _read_clock(match) if match else None


def search_clock(folded: str, start: int, end: int) -> ClockTime | None:
    """The last time between `start` and `end`; None where there is none."""
    found = [clock for match in _CLOCK.finditer(folded, start, end) if (clock := _read_clock(match))]
    return found[-1] if found else None


def clock_spans(folded: str) -> list[tuple[int, int]]:
    """Where the times of a text stand, in order."""
    clocks = (_read_clock(match) for match in _CLOCK.finditer(folded))
    return [(clock.start, clock.end) for clock in clocks if clock]


def _read_clock(match: re.Match[str]) -> ClockTime | None:
    hour, minute = int(match["hour"]), int(match["minute"] or match["minutes"] or 0)
    if not _is_stated_as_time(match) or hour > 23 or minute > 59:
        return None
    zone = match.span("zone") if match["zone"] and not _is_time_range(match) else None
    end = match.end() if zone or not match["zone"] else match.start("zone")
    half = match["half"] or match["eastern"]
    return ClockTime(f"{_hour_of_day(hour, half):02}:{minute:02}", zone, match.start(), end)


def _is_stated_as_time(match: re.Match[str]) -> bool:
    """A bare number is no time, and 5.30 is one only with pm, Uhr, a zone or الساعة beside it."""
    if match["mark"] in (":", "h") or match["minutes"] or match["eastern"]:
        return True
    return bool(match["half"] or match["asked"] or (match["mark"] and (match["zone"] or match["hours"])))


def _is_time_range(match: re.Match[str]) -> bool:
    """10:00-12:00 is two times: an offset west of Greenwich follows seconds, or the T of an ISO instant."""
    after_t = match.start() > 0 and match.string[match.start() - 1] == "t"
    return match["zone"].startswith("-") and match["second"] is None and not after_t


def _hour_of_day(hour: int, half: str | None) -> int:
    if half is None or hour > 12:
        return hour
    half = re.sub(r"\s+", " ", half)
    if half in _NIGHT:
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    if half in ("ظهرا", "ظهر") and hour in (10, 11):  # 11:30 ظهرا is before noon
        return hour
    return hour % 12 + (12 if half in _AFTER_NOON + _EASTERN_AFTER_NOON else 0)
