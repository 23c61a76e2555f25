"""Blocks of text that are nothing but a date: datelines, relative dates, "updated" lines."""

import re
from functools import lru_cache
from itertools import pairwise

from crawler.calendar.clock import LETTER, ZONE, clock_spans, time_after
from crawler.calendar.date_labels import LABEL_WORDS, PUBLISHED_WORDS, UPDATED_WORDS
from crawler.calendar.date_patterns import Phrase
from crawler.calendar.date_phrases import find_phrases
from crawler.calendar.dateline_places import is_city_before, is_city_behind
from crawler.calendar.months import WEEKDAY_NUMBERS, names_pattern
from crawler.folded_text import FoldedText, fold

_WEEKDAY = rf"(?:{names_pattern(WEEKDAY_NUMBERS)})(?!{LETTER})"

_LABELS = (
    r"(?:first\s+|last\s+|date\s+(?:of\s+)?)?"
    r"(?:published|publication|posted|updated?|modified|edited|revised|created|issued|released?|filed|added)"
    r"(?:\s+(?:date|time))?",
    r"date|time|on|at|as\s+of|in|and|hrs|hours|local",
    r"(?:تم|جري)?\s*(?:ال)?(?:نشر|تحديث|تعديل)(?:ت|ه|ها)?",
    r"(?:ب|ال)?تاريخ(?:\s+(?:ال)?(?:نشر|تحديث|اضافه|مقال|خبر|انشاء|اصدار|تعديل))?",
    r"اخر\s+(?:تحديث|تعديل)|(?:حدث|عدل|نشر|صدر|كتب|اضيف|حرر|كان)ت?|محدث[هت]?|وقت|توقيت|منشور",
    r"(?:ال)?عدد\s*:?\s*(?:رقم\s*)?[0-9]+",
    r"في|علي|عند|يوم|(?:ال)?ساعه|الموافق|لـ?|ب|من|شهر|عام|سنه|م|ه|هجري|هجريه|ميلادي|ميلاديه",
)
_LABEL = re.compile(rf"(?<!\w)(?:{'|'.join(_LABELS)})(?!\w)")
_UPDATED = re.compile(
    r"(?<!\w)(?:(?:last\s+)?(?:updated?|modified|edited|revised)"
    r"|(?:اخر\s+|تاريخ\s+(?:ال)?|تم\s+(?:ال)?)?(?:تحديث|التحديث|تعديل|التعديل)|م?حدث[هت]?|عدلت?)(?!\w)"
)
_PUBLISHED = re.compile(r"(?<!\w)(?:published|posted|publication|نشرت?|النشر)(?!\w)")
# A day of the week in one letter stands in brackets: （土）, (월).
_EXTRA = re.compile(rf"{_WEEKDAY}|(?<!{LETTER}){ZONE}|[(][月火水木金土日一二三四五六월화수목금토일][)]")
# 26 January - 3 February: the days of an event.
_TO = re.compile(r"\s*(?:[-–—]|to|and|until|الي|حتي|و)\s*")
_MINUTES = r"(?:[0-9]{1,3}[\s-]*(?:min(?:ute)?s?|(?:من\s+)?(?:ال)?(?:دقيقه|دقايق))|دقيقه\s+واحده|دقيقت(?:ين|ان))"
_READING_TIME = re.compile(
    rf"(?<!\w)(?:{_MINUTES}(?:\s+(?:read|(?:لل)?قراءه))?|reading\s+time|(?:وقت|مده|زمن)\s+(?:ال)?قراءه)(?!\w)"
)
# Stands where something was taken out, so that words on its two sides stay apart.
_REMOVED = " \x00 "
_NOTHING = re.compile(r"[\W_]*")
# Combining vowel signs are no letters to `re`.
_WORDS = re.compile(r"[^\s\x00\d.,،;:|()/·•⋅∙‧–—-]+")
_WORD = rf"{LETTER}+(?:['’.-]{LETTER}+)*"
# A place that opens the line, with the mark that parts it: "بغداد - ", "Soria (Spain) - ", "Geneva/Damascus, ".
_PLACE = re.compile(
    rf"[\W_]*(?:(?:{_WORD}\.?\s+){{0,2}}{_WORD}\.?(?:\s*\({_WORD}(?:\s{_WORD}){{0,2}}\))?"
    rf"|{_WORD}(?:/|\s[/–—-]\s){_WORD})\s*[-–—,،|/•·⋅∙‧(]\s*[\W_]*"
)
# "Issued in Damascus on ", "صدر في دمشق بتاريخ ".
_ISSUED = re.compile(
    rf"[\W_]*(?:issued|released|done|signed|صدرت?|حررت?|كتبت?)\s+(?:in|at|في|ب)\s+(?:{_WORD}\s+)?{_WORD}"
    r"\s*[,،]?\s*(?:on|بتاريخ|في|يوم)?\s*"
)
_NO_PLACE = re.compile(
    r"(?<!\w)(?:by|von|par|por|door|autor|the|is|are|was|said|says|who|that|بقلم|قال|قالت|ان|هو|هي)(?!\w)"
)
# What is written has its writer after it: "wrote Rana Haddad, 4 November" names no place.
_WRITER = re.compile(
    rf"[\W_]*(?:كتبت?|اعداد|ترجمه|تحرير)\s*:?\s+"
    rf"(?!(?:في|يوم|بتاريخ|ال(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه))(?!\w)){LETTER}"
)
# "الرياض 26 محرم 1445 هـ الموافق 13 أغسطس 2023 م واس": what no sentence says, whatever the place and the agency.
_CORRESPONDING = "الموافق"
_WORDS_BEFORE_MOST, _WORDS_BEHIND_MOST = 2, 1
# A line of labels, weekday, both calendars, time and zone stays well under this.
_LONGEST_DATELINE = 200


def is_dateline(text: str) -> bool:
    """True where the whole block is a date, with labels, weekday, time, zone, and a place of up to 3 words.

    Several days (26-28 January), a year alone and "26 January 2024:" at the head of a list are not.

    >>> is_dateline("بغداد - 26 كانون الثاني 2024"), is_dateline("On 26 January the minister said")
    (True, False)
    """
    return len(text) <= _LONGEST_DATELINE and _is_dateline(text)


# Several rules ask it of one line, one after the other of all lines of a page: a megabyte may have 25,000.
@lru_cache(maxsize=2**15)
def _is_dateline(text: str) -> bool:
    if text.rstrip().endswith(":"):
        return False
    gaps = _gaps_between_dates(text)
    if not gaps:
        return False
    head, *rest = gaps
    if _ISSUED.fullmatch(head):
        return all(map(_is_nothing, rest))
    if _WRITER.match(head):
        return False
    if is_city_behind(rest[-1]) and _is_nothing(head):
        return all(map(_is_nothing, rest[:-1]))
    if _CORRESPONDING in text and all(map(_is_nothing, rest[:-1])) and _are_words_around(head, rest[-1]):
        return True
    return all(map(_is_nothing, rest)) and _is_nothing_or_place(_without_fillers(head))


def _are_words_around(head: str, rest: str) -> bool:
    """True for a place of two words at most before a date in two calendars, and an agency of one behind it."""
    before, behind = (_WORDS.findall(_without_fillers(gap)) for gap in (head, rest))
    return len(before) <= _WORDS_BEFORE_MOST and len(behind) <= _WORDS_BEHIND_MOST


def _gaps_between_dates(text: str) -> list[str]:
    """What stands before, between and after the dates with their times; empty unless each is one day."""
    source = FoldedText(text)
    folded, phrases = source.folded, list(find_phrases(source, "und"))
    if not phrases or not all(_is_one_day(phrase) for phrase in phrases):
        return []
    if any(_is_span(folded, first, second) for first, second in pairwise(phrases)):
        return []
    clocks = [time_after(folded, phrase.end) for phrase in phrases]
    ends = [clock.end if clock else phrase.end for phrase, clock in zip(phrases, clocks, strict=True)]
    starts = [phrase.start for phrase in phrases]
    return [folded[end:start] for end, start in zip([0, *ends], [*starts, len(folded)], strict=True)]


def _is_one_day(phrase: Phrase) -> bool:
    return phrase.is_hijri or (bool(phrase.options) and not phrase.is_range)


def _is_span(folded: str, first: Phrase, second: Phrase) -> bool:
    """26 January - 3 February; but 11 شوال 1441هـ - 03 يونيو 2020م is one day in two calendars."""
    joined = _TO.fullmatch(folded, first.end, second.start) is not None
    return joined and first.is_hijri == second.is_hijri


def _without_fillers(gap: str) -> str:
    """What stands between dates without labels, weekdays, times, zones and relative times."""
    for start, end in reversed(clock_spans(gap)):
        gap = f"{gap[:start]}{_REMOVED}{gap[end:]}"
    for filler in (_RELATIVE, _READING_TIME, _EXTRA, _LABEL):
        gap = filler.sub(_REMOVED, gap)
    return _WORDS.sub(lambda word: _REMOVED if word[0] in LABEL_WORDS else word[0], gap)


def _is_nothing(gap: str) -> bool:
    return bool(_NOTHING.fullmatch(gap) or _NOTHING.fullmatch(_without_fillers(gap)))


def _is_nothing_or_place(head: str) -> bool:
    """A place is parted from the date by its own mark, unless it is a known city: "Omar Aziz 20:00, 29 January"."""
    if _NOTHING.fullmatch(head) or is_city_before(head):
        return True
    return _PLACE.fullmatch(head) is not None and not _NO_PLACE.search(head)


_EN_COUNT = r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+few|several)"
_EN_UNIT = r"(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?"
_AR_COUNT = (
    r"(?:[0-9]+|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني?ه?|تسعه?|عشره?|بضعه?|عده"
    r"|اقل\s+من|اكثر\s+من|نحو|حوالي|قرابه)"
)
_AR_UNIT = (
    r"(?:ثانيه|ثانيتين|ثوان|ثواني|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع"
    r"|شهر|شهرين|اشهر|شهور|سنه|سنتين|سنوات|عام|عامين|اعوام|لحظات|قليل|وقت\s+قصير)"
)
_AR_SPAN = rf"(?:{_AR_COUNT}\s+)*{_AR_UNIT}(?:\s+واحده?)?"
_RELATIVE = re.compile(
    rf"(?<!\w)(?:(?:about\s+|over\s+|less\s+than\s+)?{_EN_COUNT}\s*(?:{_EN_UNIT}|[smhdw])"
    rf"(?:,?\s+(?:and\s+)?{_EN_COUNT}\s*{_EN_UNIT})*\s+ago"
    r"|just\s+now|today|yesterday|moments\s+ago"
    rf"|(?:منذ|قبل)\s+{_AR_SPAN}(?:\s*و\s*{_AR_SPAN})*|الان|اليوم|امس|اول\s+امس)(?!\w)"
)

# One of them stands in whatever the pattern finds.
_RELATIVE_WORDS = ("ago", "now", "today", "yesterday", "منذ", "قبل", "الان", "اليوم", "امس")


def is_relative_date(text: str) -> bool:
    """True where the whole block, labels aside, counts from now: "3 hours ago", منذ 3 ساعات, قبل يومين."""
    if len(text) > _LONGEST_DATELINE:
        return False
    folded = fold(text)
    if not any(map(folded.__contains__, _RELATIVE_WORDS)):
        return False
    return _RELATIVE.search(folded) is not None and _NOTHING.fullmatch(_without_fillers(folded)) is not None


def is_time_of_day(text: str) -> bool:
    """True where the whole block is a time of day: "6:14 a.m.", الساعة 14:30.

    >>> is_time_of_day("6:14 a.m."), is_time_of_day("At 6:14 the bridge opened")
    (True, False)
    """
    folded = fold(text)
    spans = clock_spans(folded) if len(text) <= _LONGEST_DATELINE else []
    return bool(spans) and not re.sub(r"[\W_]", "", folded[: spans[0][0]] + folded[spans[-1][1] :])


def is_updated_label(text: str) -> bool:
    """True where all that stands before the first date says updated: "Last updated 26 January", آخر تحديث.

    In a text without a date, all of it; where it says published as well, it is not.
    """
    if len(text) > _LONGEST_DATELINE:
        return False
    source = FoldedText(text)
    first = next(find_phrases(source, "und"), None)
    head = source.folded[: first.start] if first else source.folded
    words = set(_WORDS.findall(head))
    if not (_UPDATED.search(head) or words & UPDATED_WORDS) or _PUBLISHED.search(head) or words & PUBLISHED_WORDS:
        return False
    return _is_nothing_or_place(_without_fillers(head))
