"""Dates that readers see beside the headline, in the article's subtree or not: "Published 3 January 2020"."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from selectolax.lexbor import LexborNode

from crawler.calendar.date_readings import read_dates
from crawler.calendar.datelines import is_dateline, is_relative_date, is_updated_label
from crawler.calendar.dates_of_others import is_in_card, is_in_masthead, is_in_others_link, is_with_headline
from crawler.calendar.nearby_lines import NearbyLine, lines_after, lines_before

_LONGEST_LINE = 160
# Beside a date a line names its author, place, section and reading time; with more it is a sentence.
_LONGEST_REST = 60
# "Originally published 3 May 2024. Updated 18 November 2026."
_PARTS = re.compile(r"(?<=\w{2}[.])\s+(?=[^\W\d])")
_LABELLED = re.compile(
    r"\W*(?:(?:originally|first|last)\s+)?(?:published|posted|updated|modified|revised)\b.{4,40}\d\W*$", re.IGNORECASE
)
# Stands for a date that was taken out: a full stop after it ends a sentence.
_DAY_MARK = "000"
_SENTENCE = re.compile(r"\w{3}[.!?؟…][\s\"”»]+\w")
# What a sentence tells of has a day of its own.
_ENDS_SENTENCE = re.compile(r"\w{3}[.!?؟…][\"”»]?$")
# "By A. Writer, staff, published 3 January 2020." may end in a full stop; a sentence that has more words tells a day.
_WORDS_BESIDE = 6
_WORD = re.compile(r"[^\W\d_]{2,}")
_HAS_DATE = re.compile(r"\d")
_ARABIC = re.compile("[\u0621-\u064a]")

Pairs = tuple[tuple[str, str], ...]


def visible_dates(headline: LexborNode, language: str | None) -> tuple[tuple[str, str], ...]:
    """(source, text) of the date nearest to the headline: ("visible en", "3 January 2020"), ("time", "2020-01-03").

    What stands after the headline comes first, and what says published before what says updated. A line right beside
    it that counts from now ("2 hours ago") is told with it. `language` is the page's tag, for what is not in Arabic
    letters. Empty where no line beside the headline has a date of the article's own.
    """
    for lines, is_above in ((lines_after(headline), False), (lines_before(headline), True)):
        others = (is_in_others_link, is_with_headline, is_in_masthead) if is_above else (is_in_others_link, is_in_card)
        place, pairs = _published_first(lines, language, partial(_is_own, headline=headline, others=others))
        if pairs:
            beside = [lines[near] for near in (place - 1, place + 1) if 0 <= near < len(lines)]
            relative = (pair for line in beside if is_relative_date(line.text) for pair in _dated(line, language)[:1])
            return (*pairs, *relative)
    return ()


def _published_first(
    lines: Sequence[NearbyLine], language: str | None, is_own: Callable[[NearbyLine], bool]
) -> tuple[int, Pairs]:
    """The place and dates of the first line that has any and says not that they are of an update; else of the first."""
    first: tuple[int, Pairs] = (0, ())
    for place, line in enumerate(lines):
        pairs = _dated(line, language)
        if not pairs or not is_own(line):
            continue
        if not is_updated_label(pairs[0][1]):
            return place, pairs
        if not first[1]:
            first = (place, pairs)
    return first


def _is_own(line: NearbyLine, headline: LexborNode, others: Sequence[Callable[[LexborNode, LexborNode], bool]]) -> bool:
    return line.node is None or not any(is_of_another(line.node, headline) for is_of_another in others)


def _dated(line: NearbyLine, language: str | None) -> Pairs:
    if _ARABIC.search(line.text):
        tag = "ar"
    else:
        tag = "en" if language is None or language.lower().startswith("ar") else language
    is_stated = states_its_date(line.text, language and tag)
    shown = ((f"visible {tag.split('-')[0].lower()}", line.text),) if is_stated else ()
    is_sentence = not is_stated and _ENDS_SENTENCE.search(line.text) and " " in line.text
    return (*shown, ("time", line.machine_date)) if line.machine_date and not is_sentence else shown


def states_its_date(text: str, language: str | None = None) -> bool:
    """True for a line that is a date, or a date beside a few words; not for a sentence that names a day.

    >>> states_its_date("Staff writer · 3 January 2020"), states_its_date("He said on 3 January 2020. Then he left.")
    (True, False)
    """
    if not 0 < len(text) <= _LONGEST_LINE:
        return False
    if is_dateline(text) or is_relative_date(text):
        return True
    if not _HAS_DATE.search(text):
        return False
    days = [one for one in read_dates(text, language or "und") if one.day is not None or one.ambiguous]
    rest = text
    for one in reversed(days):
        rest = f"{rest[: one.start]} {_DAY_MARK}{rest[one.end :]}"
    if _SENTENCE.search(rest) and all(map(_LABELLED.match, _PARTS.split(text.strip()))):
        return True
    if _ENDS_SENTENCE.search(text) and len(_WORD.findall(rest)) > _WORDS_BESIDE:
        return False
    return any(one.year for one in days) and len(rest) <= _LONGEST_REST and not _SENTENCE.search(rest)
