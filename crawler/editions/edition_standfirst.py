"""The standfirst of an edition, where it is set off from the text or stands before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from crawler.calendar.dateline_places import is_city
from crawler.dates import is_time_of_day
from crawler.editions.roled_block import PROSE_LENGTH, RoledBlock
from crawler.models import Role
from crawler.page.credit_names import is_called_credit, names_photographer
from crawler.page.prose import ENDS_SENTENCE, is_set_off

_STANDFIRST_LENGTH = 500  # characters
KICKER_LENGTH = 60
"""Characters of a line that names the section, at most."""
_LINE_LENGTH = 80
_DECK_WORDS = 3
_LABEL_LENGTH = 14
_LINK_SHARE_MOST = 0.5
# A place, an agency in brackets and a dash open the text of a wire story, however it is set.
WIRE_OPENING = re.compile(r"^[^.!?؟]{2,60}?\s*[(（][^)]{2,30}[)）]\s*(?:--|[-–—])")
_CITY_OPENING = re.compile(r"(?P<place>[^\W\d_]+(?:\s[^\W\d_]+)?)\s?[-–—]\s")
# What an editor or translator says before the text is no summary of it: "Translator's introduction: ...".
NOTE_LABEL = re.compile(
    r"^\W*(?:(?:translator|editor|author|publisher)s?['’]?s?\s(?:note|introduction|preface|foreword|comment)s?"
    r"|(?:an?\s)?(?:note|introduction)\s(?:from|by)\sthe\s(?:translators?|editors?)"
    r"|(?:ملاحظة|مقدمة|تنويه|تعليق|كلمة)\s(?:من\s)?(?:ال|هيئة\sال)?(?:مترجمة?|محررة?|تحرير|ترجمة|ناشر))\s*[:：.–—-]",
    re.IGNORECASE,
)


def join_standfirst(own: list[RoledBlock]) -> list[RoledBlock]:
    """The lines of one heading that begins as a standfirst are one."""
    result: list[RoledBlock] = []
    for one in own:
        last = result[-1] if result else None
        if last is not None and _goes_on_standfirst(last, one):
            result[-1] = replace(last, text=f"{last.text} {one.text}")
        else:
            result.append(one)
    return result


def _goes_on_standfirst(last: RoledBlock, one: RoledBlock) -> bool:
    if last.role is not Role.STANDFIRST or not one.block.level or one.block.place is not last.block.place:
        return False
    return one.role in (Role.STANDFIRST, Role.PARAGRAPH) and len(last.text) + len(one.text) < _STANDFIRST_LENGTH


def set_off_standfirst(own: list[RoledBlock]) -> list[RoledBlock]:
    """The first text after the headline, where it is set off from two paragraphs that look alike and follow it.

    A button or a credit may stand before it.
    """
    roles = [one.role for one in own]
    if Role.STANDFIRST in roles or Role.HEADLINE not in roles:
        return own
    texts = [one for one in own if one.role is Role.PARAGRAPH]
    above = roles.index(Role.HEADLINE)
    if not texts or any(one is texts[0] for one in own[:above]):
        return own
    strays = sum(1 for _ in takewhile(_is_label_line, texts))
    may_be = [0, *(n for n in range(1, strays + 1) if n < len(texts) and _is_sentence(texts[n]))]
    found = next((texts[n] for n in may_be if _is_set_off_standfirst(texts[n], texts[n + 1 :])), None)
    return own if found is None else [replace(one, role=Role.STANDFIRST) if one is found else one for one in own]


def _stands_as(first: RoledBlock, one: RoledBlock) -> bool:
    """True for a further paragraph of the same look in the same element: the two are of one text."""
    place, other = first.block.place, one.block.place
    alike = other.signature == place.signature and other.container is place.container
    return alike and not is_set_off(first.block, one.block)


def is_label(text: str) -> bool:
    """True for a word or two: a section, a place, a number; of scripts without spaces for as few letters."""
    return len(text.split()) < _DECK_WORDS and len(text) <= _LABEL_LENGTH


def _is_sentence(one: RoledBlock) -> bool:
    return len(one.text) >= KICKER_LENGTH and ENDS_SENTENCE.search(one.text) is not None


def _is_label_line(one: RoledBlock) -> bool:
    return _is_stray_line(one) and not ENDS_SENTENCE.search(one.text)


def _is_set_off_standfirst(first: RoledBlock, following: Sequence[RoledBlock]) -> bool:
    if len(first.text) > _STANDFIRST_LENGTH or first.text.endswith((":", "،", ",")) or is_no_summary(first.text):
        return False
    if first.block.link_share > _LINK_SHARE_MOST or is_called_credit(first.block.place):
        return False
    if first.block.level and (len(first.text.split()) < _DECK_WORDS or _is_subheading(first, following)):
        return False
    bare = [one for one in following if not one.block.level]
    likely = [one for one in bare if not one.block.unlikely]
    if likely and _stands_as(first, likely[0]):
        return False
    is_told = bool(first.block.level or ENDS_SENTENCE.search(first.text))
    # A line of the writer and the hour may stand between: it is none of the text.
    return _is_set_off_from(first, bare) or (is_told and _is_set_off_from(first, likely))


def _is_subheading(first: RoledBlock, following: Sequence[RoledBlock]) -> bool:
    """True for a heading like those that follow; not for a sentence of another look, in another element than theirs."""
    alike = [one.block.place for one in following if one.block.level == first.block.level]
    place = first.block.place
    is_deck = ENDS_SENTENCE.search(first.text) and all(
        other.signature != place.signature and other.container is not place.container for other in alike
    )
    return bool(alike) and not is_deck


def is_no_summary(text: str) -> bool:
    """True for the opening of a wire story, for an editor's note, a time of day, a credit, a label, however set."""
    is_opening = WIRE_OPENING.match(text) is not None or NOTE_LABEL.match(text) is not None or _opens_with_city(text)
    return is_opening or is_time_of_day(text) or names_photographer(text) or is_label(text)


def _opens_with_city(text: str) -> bool:
    """True for a text with a city and a dash at its head: "الجزائر - استقبل ..."."""
    opening = _CITY_OPENING.match(text)
    return opening is not None and is_city(opening["place"])


def _is_set_off_from(first: RoledBlock, following: Sequence[RoledBlock]) -> bool:
    """True where the first two that follow look alike, and the first one does not; False for fewer than two."""
    if len(following) < 2:
        return False
    second, third = following[:2]
    if not is_set_off(first.block, second.block):
        return False
    return not is_set_off(second.block, third.block) or (_is_sentence(first) and _share_a_class(first, second, third))


def _share_a_class(first: RoledBlock, one: RoledBlock, other: RoledBlock) -> bool:
    """True for plain paragraphs of one kind that are numbered, odd and even or first and last, by a further class.

    Where the one before them has all that the two share, it is numbered with them.
    """
    if one.block.bold or one.block.level or other.block.level or one.block.place.tag != other.block.place.tag:
        return False
    return not _classes(one) & _classes(other) <= _classes(first)


def _classes(one: RoledBlock) -> set[str]:
    return set((one.block.place.attributes.get("class") or "").split())


def standfirst_before_text(own: list[RoledBlock]) -> list[RoledBlock]:
    """What is called a standfirst but follows a paragraph of the text, which is below the headline, is a paragraph."""
    start = next((place for place, one in enumerate(own) if one.role is Role.HEADLINE), 0)
    texts = [
        place
        for place, one in enumerate(own)
        if place >= start and one.role is Role.PARAGRAPH and not _is_stray_line(one)
    ]
    first = min(texts, default=len(own))
    return [
        replace(one, role=Role.PARAGRAPH) if one.role is Role.STANDFIRST and place > first else one
        for place, one in enumerate(own)
    ]


def _is_stray_line(one: RoledBlock) -> bool:
    """True for a line that is no text and heads none: a second headline, a kicker, a credit, an offer."""
    if len(one.text) >= PROSE_LENGTH or (one.text.endswith(":") and not (one.block.level and one.block.unlikely)):
        return False
    if ENDS_SENTENCE.search(one.text):
        return one.block.unlikely and len(one.text) < _LINE_LENGTH
    return one.block.unlikely or (len(one.text) < KICKER_LENGTH and not one.block.level)
