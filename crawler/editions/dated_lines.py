"""The line between headline and text that says when, and beside it who published, how often it was read."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.dates import is_dateline, is_updated_label, read_dates
from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.models import Role
from crawler.page.prose import ENDS_SENTENCE

_LENGTH_MOST = 80  # characters
_BESIDE_MOST = 30
_MARKS = " |·•–—-:：,،()"
_TEXTS = (Role.PARAGRAPH, Role.STANDFIRST)


def with_dated_line(own: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The date of such a line is the date line, where there is no other; what stands beside it is residue.

    It has an hour or says that it is the day of publication, as no summary does, and stands above the text: in it such
    a line may be a timetable's.
    """
    start = next((place for place, one in enumerate(own) if one.role is Role.HEADLINE), -1) + 1
    opening = range(start, first_prose(own))
    is_dated = any(own[place].role is Role.DATELINE for place in opening)
    result = list(own)
    for place in opening:
        dated = _dated(own[place])
        if dated is not None:
            result[place] = replace(dated, role=None, text=own[place].text, label=None) if is_dated else dated
            is_dated = True
    return result


def _dated(one: RoledBlock) -> RoledBlock | None:
    """The line as a date line, what stands around the date its label; None for any other line."""
    if one.role not in _TEXTS or one.block.level or len(one.text) > _LENGTH_MOST or ENDS_SENTENCE.search(one.text):
        return None
    dates = read_dates(one.text)
    if len(dates) != 1 or not (dates[0].time or _is_labelled(one.text[: dates[0].end], dates[0].start)):
        return None
    before, after = one.text[: dates[0].start].strip(_MARKS), one.text[dates[0].end :].strip(_MARKS)
    if len(before) + len(after) > _BESIDE_MOST:
        return None
    label = " ".join(filter(None, (before, after))) or None
    return replace(one, text=one.text[dates[0].start : dates[0].end].strip(), role=Role.DATELINE, label=label)


def _is_labelled(text: str, start: int) -> bool:
    """True for a text that is words saying what its date is, and the date."""
    return any(map(str.isalpha, text[:start])) and is_dateline(text) and not is_updated_label(text)
