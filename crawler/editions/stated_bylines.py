"""The line that names the writer whom the page's head states: near the headline, whatever it is called there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.models import Role
from crawler.page.furniture import BYLINE_LABEL, is_byline_text
from crawler.page.prose import ENDS_SENTENCE, is_set_in_italics

_LINE_LENGTH = 120  # characters
# A name may stand a few lines above the headline, beside the date.
_ABOVE = 4
_BELOW = 3
# What may stand beside the names in their line: "(now)", an office, a place.
_BESIDE_LENGTH = 60
_NAMES_MOST = 8
_WORDS_MOST = 5
_LABEL_AT_START = re.compile(
    r"^(?:(?:written\s|story\s)?by|von|par|por|di|door|av|af|tekst|text|autor|autore|автор|текст|מאת)\b\s*:?\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
_BETWEEN = re.compile(r"\s*[,;،|/]\s*|\s+(?:and|und|et|y|e|og|och|en|и|та)\s+|\s&\s")
_JOINS = re.compile(r"(?:\b(?:and|und|et|y|e|og|och|en|и|та)|&|و)$", re.IGNORECASE)
_FIGURES = re.compile(r"\d{2}")
# Of a person: a paper's or an agency's ends otherwise.
_EAST_ASIAN_NAME = re.compile(
    r"(?!.*(?:新聞|新闻|通信|通讯|编辑部|編集部|社|報|报|网|網|신문|일보|뉴스|통신)$)[\u3040-\u30ff\u3400-\u9fff々가-힣]{2,8}"
)
# The Turkish pair of letters, which is told apart by its dot and not by its case.
_TURKISH = str.maketrans("İı", "ii")
# At the end a line for each writer, and a few others between them.
_BIOGRAPHIES_MOST = 6
_BIOGRAPHY_LENGTH = 400  # characters
_QUOTED = re.compile(r"[“”„«»\"]")
_IS_SOMEBODY = re.compile(
    r",?\s(?:is|covers|writes|reports|has\s(?:covered|reported|written|been)|joined|teaches|works|lives|leads"
    r"|ist|schreibt|berichtet|arbeitet|est|écrit|es|escribe|è)\b"
)
_AUTHOR_LENGTH = 500  # characters
_MARKS = " |·•–—-:,،"


def with_stated_byline(roled: list[RoledBlock], authors: Sequence[str]) -> list[RoledBlock]:
    """The first line near the headline that names a stated writer is the byline, where no other byline has a name.

    Lines of further stated writers right after it are joined to it. What stood as the byline and is none ("WQRX | By")
    is residue then; a link with that name, and a name in a box called the author's, are bylines too.
    """
    names = _names_of(authors)
    places = (*_places(roled), *_places_below_lead(roled, names)) if names else ()
    lines = [place for place in places if _is_line_of(roled[place], names) and not _is_seen(roled, place)]
    bylines = [place for place in places if roled[place].role is Role.BYLINE]
    if not lines or any(place not in lines and not _is_label(roled[place].text) for place in bylines):
        return roled
    first = next((place for place in lines if place in bylines), lines[0])
    while first - 1 in lines:
        first -= 1
    last = first
    while last + 1 in lines:
        last += 1
    text = reduce(_joined, (roled[place].text.strip(_MARKS) for place in range(first, last + 1)))
    block = replace(roled[first].block, furniture=False, link_share=0.0, unlikely=False)
    after = last + 1
    office = after if after in places and after > places[0] and _is_office(roled[after]) else None
    label = first - 1 if first and BYLINE_LABEL.match(roled[first - 1].text) else None
    return [
        replace(one, text=text, role=Role.BYLINE, block=block)
        if place == first
        else replace(one, role=Role.BYLINE if place == label else None)
        if place in (label, office) or place in bylines
        else one
        for place, one in enumerate(roled)
        if not first < place <= last
    ]


def _is_office(one: RoledBlock) -> bool:
    """True for a line after the names that says what the writer is: "Political Editor"."""
    is_line = one.role is Role.PARAGRAPH and not one.block.level and not ENDS_SENTENCE.search(one.text)
    return is_line and len(one.text) <= _BESIDE_LENGTH and not one.text.endswith((":", "："))


def _joined(one: str, other: str) -> str:
    """Two lines of one byline as one: "Rana Haddad and", "Omar Aziz"."""
    if _bare(other) in _bare(one):
        return one
    return f"{one} {other}" if _JOINS.search(one) else f"{one}, {other}"


def _bare(text: str) -> str:
    return " ".join(_LABEL_AT_START.sub("", text.strip(_MARKS)).split()).translate(_TURKISH).casefold()


def without_biographies(roled: list[RoledBlock], authors: Sequence[str]) -> list[RoledBlock]:
    """Lines at the end that tell who the writer is ("Rana Haddad covers ports for The Quay.") are residue.

    It is who the head states, or else who the page's first byline names.
    """
    names = _names_of(authors) or _names_of([one.text for one in roled if one.role is Role.BYLINE][:1])
    texts = [place for place, one in enumerate(roled) if one.role is Role.PARAGRAPH] if names else []
    told = {place for place in texts[max(len(texts) - _BIOGRAPHIES_MOST, 1) :] if _tells_of(roled[place], names)}
    return [replace(one, role=None) if place in told else one for place, one in enumerate(roled)]


def _tells_of(one: RoledBlock, names: Sequence[str]) -> bool:
    """True for a line that begins with a name and goes on with what its bearer is; one in italics may quote a title."""
    folded = one.text.translate(_TURKISH).casefold()
    name = next((name for name in names if folded.startswith(name)), None)
    if name is None or len(one.text) > _BIOGRAPHY_LENGTH:
        return False
    is_short = not _QUOTED.search(one.text) or is_set_in_italics(one.block)
    return is_short and _IS_SOMEBODY.match(folded[len(name) :]) is not None


def _names_of(authors: Sequence[str]) -> tuple[str, ...]:
    """The names of people among the stated authors, folded: two words or more, or a word in letters without case."""
    parts = (part for one in authors[:_NAMES_MOST] for part in _BETWEEN.split(_ADDRESS.sub("", one[:_AUTHOR_LENGTH])))
    names = (" ".join(_LABEL_AT_START.sub("", part.strip()).split()) for part in parts)
    people = (name for name in names if 2 <= len(name.split()) <= _WORDS_MOST or _EAST_ASIAN_NAME.fullmatch(name))
    return tuple(dict.fromkeys(name.translate(_TURKISH).casefold() for name in people))


def _places(roled: Sequence[RoledBlock]) -> tuple[int, ...]:
    """The places of the lines between headline and text, then of those right above the headline, nearest first.

    What first looks like the text may be a standfirst: the writer's portrait right below it counts as well.
    """
    headline = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), None)
    if headline is None:
        return ()
    end = headline + 1 + first_prose(roled[headline + 1 :])
    below = [place for place in range(end, min(end + _BELOW, len(roled))) if roled[place].role is Role.CAPTION]
    return (*range(headline + 1, end), *below, *range(headline - 1, max(headline - 1 - _ABOVE, -1), -1))


def _places_below_lead(roled: Sequence[RoledBlock], names: Sequence[str]) -> tuple[int, ...]:
    """The place of a line that is nothing but a stated name, right below the first sentences after the headline."""
    headline = next((place for place, one in enumerate(roled) if one.role is Role.HEADLINE), None)
    if headline is None:
        return ()
    below = headline + 2 + first_prose(roled[headline + 1 :])
    has_text = below + first_prose(roled[below:]) + 1 < len(roled)
    return (below,) if has_text and _bare(roled[below].text) in names else ()


def _is_label(text: str) -> bool:
    """True for a byline without a name: it ends with the word before one."""
    words = text.strip(_MARKS).split()
    if len(words) == 1 and _EAST_ASIAN_NAME.fullmatch(words[0]):
        return False
    return len(words) <= 1 or (not is_byline_text(text) and BYLINE_LABEL.match(words[-1]) is not None)


def _is_seen(roled: Sequence[RoledBlock], place: int) -> bool:
    """True for a bare name under a picture: who is seen on it or took it. With a label it stands by a portrait."""
    one = roled[place]
    is_labelled = _LABEL_AT_START.match(one.text) or (place and BYLINE_LABEL.match(roled[place - 1].text))
    return one.role is Role.CAPTION and not is_labelled


def _is_line_of(one: RoledBlock, names: Sequence[str]) -> bool:
    """True for a line that begins with a stated name, after a label, and says little else."""
    if one.role in (Role.HEADLINE, Role.DATELINE) or one.block.level or len(one.text) > _LINE_LENGTH:
        return False
    text = _bare(one.text)
    first = next((name for name in names if text.startswith(name)), None)
    if first is None or text[len(first) : len(first) + 1].isalnum():
        return False
    rest = text
    for name in names:
        rest = rest.replace(name, "")
    return len(rest) <= _BESIDE_LENGTH and not _FIGURES.search(rest)
