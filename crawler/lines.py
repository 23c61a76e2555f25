"""Short lines that say several things at once, taken apart: "By Rana Haddad | 4 November 2026 | 1,204 views"."""

import re
from dataclasses import replace
from itertools import pairwise

from crawler.blocks import Block
from crawler.dates import is_dateline
from crawler.furniture import is_byline_text, is_furniture_text
from crawler.languages import block_language

_LINE_LENGTH = 160  # characters
_PIECE_LENGTH = 60
_SEPARATOR = re.compile(r"(\s*[|·•]\s*|\s+[-–—/]\s+)")
_ENDS_SENTENCE = re.compile(r"[.!?؟…۔][”\"»’)\]]*$")
_LABEL = r"(?P<label>(?:posted|published|written|added)\s+(?:on\s+)?)?"
_BY_AND_DATE = (
    re.compile(rf"^{_LABEL}(?P<by>by\s+\S.{{0,50}}?)(?P<on>\s+on\s+)(?P<date>.{{6,40}})$", re.IGNORECASE),
    re.compile(rf"^{_LABEL}(?P<date>.{{6,40}}?)\s+(?P<by>by\s+\S.{{0,50}})$", re.IGNORECASE),
)


def split_line(block: Block) -> tuple[Block, ...]:
    """The pieces of a line of date, byline and counters, separators included; any other block as it is.

    A heading is divided only where it gives the headline in two scripts.
    """
    if block.furniture or block.caption or len(block.text) > _LINE_LENGTH:
        return (block,)
    parts = [part for part in _SEPARATOR.split(block.text) if part]
    if block.level:
        return _in_two_scripts(block, parts)
    texts = parts if _says_several_things(block.text, parts) else _by_and_date(block.text)
    if len(texts) < 2:
        return (block,)
    pieces = [replace(block, text=text.strip(), piece=True, machine_date=None, link_share=0.0) for text in texts]
    return (replace(pieces[0], machine_date=block.machine_date), *pieces[1:])


def _in_two_scripts(block: Block, parts: list[str]) -> tuple[Block, ...]:
    if len(parts) != 3 or {block_language(parts[0], "other"), block_language(parts[2], "other")} != {"ar", "other"}:
        return (block,)
    separator = replace(block, text=parts[1].strip(), level=0, piece=True)
    return (replace(block, text=parts[0]), separator, replace(block, text=parts[2]))


def _says_several_things(text: str, parts: list[str]) -> bool:
    """True where one part is a counter or a byline, or one is a date and the whole is no date line by itself."""
    said = parts[::2]
    if len(said) < 2 or any(len(part) > _PIECE_LENGTH or _ENDS_SENTENCE.search(part) for part in said):
        return False
    if any(is_furniture_text(part) or is_byline_text(part) for part in said):
        return True
    return not is_dateline(text) and any(is_dateline(part) for part in said)


def _by_and_date(text: str) -> list[str]:
    for pattern in _BY_AND_DATE:
        match = pattern.match(text)
        if match and is_dateline(match["date"]):
            ends = sorted({0, *(match.start(name) for name in match.groupdict() if match[name]), len(text)})
            return [text[start:end] for start, end in pairwise(ends)]
    return [text]
