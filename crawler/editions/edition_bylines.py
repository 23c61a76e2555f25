"""The byline of an edition, where a label, initials or only its place tell it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.editions.linked_names import is_name_with_office
from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.editions.signatures import AUTHOR_LINES, opening_of, signs_off
from crawler.languages import block_language
from crawler.models import Role
from crawler.models.forms import match_form
from crawler.naming.given_names import GIVEN_NAMES
from crawler.page.furniture import BYLINE_LABEL, SOURCE_LABEL, is_byline_text
from crawler.page.names import is_name
from crawler.page.origins import is_place_and_agency, named_with_agency, names_wire
from crawler.page.prose import ENDS_SENTENCE, is_set_off

# A bare name stands within this many lines of the headline where a date line does.
_NEAR_START = 4
_SOURCE_LENGTH = 50  # characters
_PLACE_AND_NAME = re.compile(
    r"[^\W\d_]+(?:\s[^\W\d_]+)?(?:\s?[-–—ـ:]\s|\s?/\s?)(?:من\s)?(?:مراسل\w*\s)?[(]?\s?(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,2})"
    r"\s?[)]?\s?(?P<leads>[-–—ـ:]?)"
)
_NAME_AND_PLACE = re.compile(r"(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,2})(?:\s[-–—]\s|\s?/\s?)[^\W\d_]+(?:\s[^\W\d_]+)?")
_BETWEEN_NAMES = re.compile(r"\s*[/،]\s*")
_PLACE_AND_NAME_LENGTH = 50
_PLACE_WORDS_MOST = 3
# What parts a byline from the date or counter beside it.
_LINE_MARKS = " |·•–—-"
_JOINS_DATE = re.compile(r"(?<=\w)\s+(?:on|at|في|بتاريخ)$", re.IGNORECASE)
_DESK = re.compile(
    r"(?:the\s)?(?:editorial\s(?:staff|team|board|desk)|news\s?(?:room|desk)|staff\s(?:writers?|reporters?)|editors?)"
    r"|(?:[A-Z]\S*\s){1,3}(?:(?:editorial\s)?(?:staff|team)|newsroom|news\sdesk)"
    r"|(?:هيئة|فريق|قسم|غرفة|أسرة)\s(?:ال)?(?:تحرير|أخبار|محتوى)(?:\s(?:في\s)?\S+(?:\s\S+)?)?|التحرير",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:(?:posted\s|published\s|written\s)?by:?\s|بواسطة\s?:?\s)?(?:(?:site|web)?[\s-]?admin(?:istrator)?\w*|webmaster|super\s?user|wp\w*|root"
    r"|[أا]دمن|(?:مدير|مشرف|إدارة)\sالموقع|المشرف|المدير)",
    re.IGNORECASE,
)
_SAYS_SOURCE = re.compile(r"\W*(?:source|المصدر)(?!\w)", re.IGNORECASE)
_SAYS_WRITER = re.compile(r"\W*(?:بقلم|كتبت?)(?!\w)")
_INITIALS = re.compile(r"[^\W\d_a-z]{1,3}")


def labelled_byline(own: list[RoledBlock]) -> list[RoledBlock]:
    """A label of its own ("Author") above or below the text makes the name after it the byline, where there is none."""
    if any(one.role is Role.BYLINE and not BYLINE_LABEL.match(one.text) for one in own):
        return own
    start, end = first_prose(own), max(len(own) - AUTHOR_LINES, 0)
    for place in [*range(min(start, len(own) - 1)), *range(max(start, end), len(own) - 1)]:
        label, name = own[place], own[place + 1]
        if BYLINE_LABEL.match(label.text) and name.role is Role.PARAGRAPH and _may_sign(label.text, name):
            both = [replace(one, role=Role.BYLINE) for one in (label, name)]
            return [*own[:place], *both, *own[place + 2 :]]
    return own


def _may_sign(label: str, name: RoledBlock) -> bool:
    """True for a name; a source may be a place and an agency in brackets."""
    if SOURCE_LABEL.match(label) and len(name.text) <= _SOURCE_LENGTH:
        return not ENDS_SENTENCE.search(name.text) and not name.block.level
    return is_name(name.text)


def without_account(own: list[RoledBlock]) -> list[RoledBlock]:
    """The name of a publishing system's account is residue where another line above the text is a byline.

    An account is called so ("admin"), or stands without a label above a line that says who wrote: "بقلم منى سالم". So
    does a source.
    """
    opening = own[: first_prose(own)]
    bylines = [place for place, one in enumerate(opening) if one.role is Role.BYLINE]
    signed = next((place for place in bylines if _SAYS_WRITER.match(own[place].text)), 0)
    if any(place < signed for place in bylines) and not _says_writer(own[bylines[0]].text):
        return [
            replace(one, role=None) if place in bylines and place < signed else one for place, one in enumerate(own)
        ]
    if not any(one.role is Role.BYLINE and not _ACCOUNT.fullmatch(one.text) for one in opening):
        return own
    return [replace(one, role=None) if one.role is Role.BYLINE and _ACCOUNT.fullmatch(one.text) else one for one in own]


def _says_writer(text: str) -> bool:
    return is_byline_text(text) and not _SAYS_SOURCE.match(text)


def without_initials(own: list[RoledBlock]) -> list[RoledBlock]:
    """Initials right before a byline stand for the writer's portrait: residue."""
    return (
        [
            replace(one, role=None)
            if one.role is following.role is Role.BYLINE and _INITIALS.fullmatch(one.text)
            else one
            for one, following in pairwise([*own, own[-1]])
        ]
        if own
        else own
    )


def join_byline(own: list[RoledBlock]) -> list[RoledBlock]:
    """A label of its own ("By") is one byline with the name after it, where it is the first of an edition's bylines."""
    first = next((place for place, one in enumerate(own) if one.role is Role.BYLINE), len(own))
    label, name = (own[first], own[first + 1]) if first + 1 < len(own) else (None, None)
    if label and name and name.role is Role.BYLINE and _leads_to_name(label.text):
        own = [*own[:first], replace(label, text=f"{label.text} {name.text}"), *own[first + 2 :]]
    return [_without_marks(one) if one.role is Role.BYLINE else one for one in map(_without_bare_label, own)]


def _without_bare_label(one: RoledBlock) -> RoledBlock:
    """A label without a name is no byline: "By"."""
    return replace(one, role=None) if one.role is Role.BYLINE and BYLINE_LABEL.match(one.text) else one


def _leads_to_name(text: str) -> bool:
    """True for a label, and for a place or an office with a colon: "بيروت:"."""
    if BYLINE_LABEL.match(text):
        return True
    return text.endswith((":", "：")) and len(text.split()) <= _PLACE_WORDS_MOST


def _without_marks(one: RoledBlock) -> RoledBlock:
    """A byline without the dash or bar that stood between it and what the layout sets beside it."""
    text = _JOINS_DATE.sub("", one.text.strip(_LINE_MARKS))
    return replace(one, text=text) if text and text != one.text else one


def bare_byline(own: list[RoledBlock]) -> list[RoledBlock]:
    """A bare name between headline and text, or alone at the very end, is the byline where there is no other."""
    roles = [one.role for one in own]
    if Role.BYLINE in roles:
        return own
    start = roles.index(Role.HEADLINE) + 1 if Role.HEADLINE in roles else 1
    date_place = roles.index(Role.DATELINE) if Role.DATELINE in roles[: start + _NEAR_START] else 0
    prose = first_prose(own)
    above = [
        place
        for place in range(start, prose)
        if _is_place_and_name(own[place], own[prose:]) or is_name_with_office(own[place])
    ]
    before_date = [date_place - 1] if 0 < date_place < start else []
    for place in [*range(start, max(prose, date_place + 2)), *before_date, len(own) - 1, *above]:
        if 0 <= place < len(own) and (place in above or _is_bare_byline(own, place)):
            return [*own[:place], replace(own[place], role=Role.BYLINE), *own[place + 1 :]]
    return own


def _is_place_and_name(one: RoledBlock, text: Sequence[RoledBlock]) -> bool:
    """True for a line above the text, set off from it, that names a place and a writer: "المرفأ - سامر الحلبي"."""
    if one.role is not Role.PARAGRAPH or one.block.level or len(one.text) > _PLACE_AND_NAME_LENGTH or not text:
        return False
    if names_wire(one.text):
        return True
    if name := named_with_agency(one.text):
        return _is_a_strangers(name, text)
    found = _PLACE_AND_NAME.fullmatch(one.text) or _NAME_AND_PLACE.fullmatch(one.text)
    if found is None or not is_name(found["name"]):
        return False
    is_apart = one.block.bold or is_set_off(one.block, text[0].block) or one.block.unlikely
    if found.re is _PLACE_AND_NAME and (is_apart or found["leads"]):
        return True
    return _is_a_strangers(found["name"], text)


def _is_a_strangers(name: str, text: Sequence[RoledBlock]) -> bool:
    """True for a name in Arabic letters without an article, of which the text says nothing: its writer's."""
    if name.startswith("ال") or block_language(name, "other") != "ar":
        return False
    told = " ".join(one.text for one in text)
    return not any(word in told for word in name.split() if len(word) > 2)


def _is_bare_byline(own: Sequence[RoledBlock], place: int) -> bool:
    """A name; in a list, or at the end where it is not in Latin letters, only beside a date line: else a phrase.

    At the end, below another that stands in the text, it signs the last of several letters.
    """
    one = own[place]
    if one.role is not Role.PARAGRAPH:
        return False
    if not _is_of_names(one):
        return (
            not one.block.level
            and bool(is_place_and_agency(one.text) or _DESK.fullmatch(one.text))
            and _is_beside_date(own, place)
        )
    is_last = place == len(own) - 1
    if is_last and any(_is_of_names(other) for other in own[:place] if other.role is Role.PARAGRAPH):
        return False
    if one.block.place.tag == "li" or (is_last and not one.text[0].isupper()):
        return _is_beside_date(own, place) or (is_last and _signs(one, own[:-1]))
    return True


def _is_of_names(one: RoledBlock) -> bool:
    """True for a line of names; in a heading, where the first name is known."""
    may_be = not one.block.level or _has_known_name(one.text)
    return may_be and all(map(is_name, _BETWEEN_NAMES.split(one.text)))


def _has_known_name(text: str) -> bool:
    """True for a text that begins with a first name that is hardly another word."""
    return match_form(text.split(maxsplit=1)[0]) in GIVEN_NAMES


def _signs(last: RoledBlock, above: Sequence[RoledBlock]) -> bool:
    """True for a name of which the text does not tell, in bold letters or with a known first name, or below an agency's
    end of a story."""
    text = [one for one in above if one.role is Role.PARAGRAPH]
    if not text or not _is_a_strangers(last.text, text):
        return False
    if signs_off(text[-1].text, opening_of(text)):
        return True
    is_told = last.block.bold or _has_known_name(last.text)
    return is_told and not text[-1].block.bold and bool(ENDS_SENTENCE.search(text[-1].text))


def _is_beside_date(own: Sequence[RoledBlock], place: int) -> bool:
    return Role.DATELINE in [own[near].role for near in (place - 1, place + 1) if 0 <= near < len(own)]
