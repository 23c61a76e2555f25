"""Who issues a statement, as its letterhead says above the line that numbers it."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.editions.roled_block import RoledBlock
from crawler.languages import block_language
from crawler.models import Role
from crawler.page.prose import ENDS_SENTENCE
from crawler.page.side_labels import is_release_label

_LINES_MOST = 4
_LENGTH_MOST = 80  # characters
_FOLLOWING_LEAST = 2


def without_letterhead(roled: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks of a page, the short bold lines right above "PRESS RELEASE No. 44/2018" residue: who issues it.

    Where nothing but a date stands between that and the text, the last of the lines above is the headline.
    """
    letterhead: set[int] = set()
    for place, one in enumerate(roled):
        if one.role is None and is_release_label(one.text) and _leads_to_headline(roled[place + 1 :]):
            letterhead.update(_lines_above(roled, place))
    return [replace(one, role=None) if place in letterhead else one for place, one in enumerate(roled)]


def _leads_to_headline(following: Sequence[RoledBlock]) -> bool:
    """True where the first text below is a line that could be a headline."""
    texts = [one for one in following if one.role not in (Role.DATELINE, None)]
    first = texts[0] if len(texts) >= _FOLLOWING_LEAST else None
    is_line = first is not None and not ENDS_SENTENCE.search(first.text)
    return is_line and first is not None and bool(first.block.bold or first.block.level or first.role is Role.HEADLINE)


def _lines_above(roled: Sequence[RoledBlock], label: int) -> list[int]:
    """The bold lines in the label's language; at the page's head plain ones and those of the other side as well."""
    language = block_language(roled[label].text, "other")
    lines: list[int] = []
    told: list[int] = []
    for place in range(label - 1, -1, -1):
        one = roled[place]
        if one.role is None:
            continue
        if len(lines) == _LINES_MOST or not _is_line(one):
            return told
        lines.append(place)
        if len(told) == len(lines) - 1 and one.block.bold and block_language(one.text, "other") == language:
            told.append(place)
    return lines


def _is_line(one: RoledBlock) -> bool:
    """A short line; the head's title may be the issuer's name, which is plain where the headline below is bold."""
    is_plain = one.role is Role.HEADLINE and not one.block.bold and not one.block.level
    return (
        (one.role is Role.PARAGRAPH or is_plain)
        and len(one.text) <= _LENGTH_MOST
        and not ENDS_SENTENCE.search(one.text)
    )
