"""The byline of a side by that of the other: a line above the text that says the same name in the other script."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.models import ARABIC, Role
from crawler.naming.name_sounds import is_short_name, name_sureness

_LENGTH_MOST = 60  # characters
_NAMES_LEAST = 2
_WORD = re.compile(r"[^\W\d_]{2,}")
_LINES = (Role.PARAGRAPH, Role.STANDFIRST, None)


def with_byline_of_both(sides: Mapping[str, list[RoledBlock]]) -> Mapping[str, list[RoledBlock]]:
    """The settled blocks of each side; of two, where one alone has a byline, the other's line with its name is one."""
    if len(sides) != 2 or ARABIC not in sides:
        return sides
    signed = {language: byline for language, own in sides.items() if (byline := _byline(own)) is not None}
    if len(signed) != 1:
        return sides
    (known,) = signed
    (lacking,) = set(sides) - {known}
    return {**sides, lacking: _signed(sides[lacking], signed[known], is_arabic=lacking == ARABIC)}


def _byline(own: Sequence[RoledBlock]) -> str | None:
    return next((one.text for one in own if one.role is Role.BYLINE), None)


def _signed(own: list[RoledBlock], byline: str, *, is_arabic: bool) -> list[RoledBlock]:
    for place, one in enumerate(own[: first_prose(own)]):
        if one.role not in _LINES or one.block.level or len(one.text) > _LENGTH_MOST:
            continue
        if _say_one_name(*((byline, one.text) if is_arabic else (one.text, byline))):
            return [*own[:place], replace(one, role=Role.BYLINE), *own[place + 1 :]]
    return own


def _say_one_name(latin: str, arabic: str) -> bool:
    """True where two words or more sound alike, one of them surely."""
    rest = _WORD.findall(arabic)
    sure = short = 0
    for word in _WORD.findall(latin):
        found = next((other for other in rest if name_sureness(word, other)), None)
        if found is not None:
            sure += 1
        elif (found := next((other for other in rest if is_short_name(word, other)), None)) is not None:
            short += 1
        if found is not None:
            rest.remove(found)
    return sure > 0 and sure + short >= _NAMES_LEAST
