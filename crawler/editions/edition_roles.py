"""The roles within one edition: each single role once, and what only its place among the others tells."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from crawler.editions.credits import names_who_took
from crawler.editions.dated_lines import with_dated_line
from crawler.editions.edition_bylines import (
    bare_byline,
    join_byline,
    labelled_byline,
    without_account,
    without_initials,
)
from crawler.editions.edition_standfirst import (
    KICKER_LENGTH,
    is_no_summary,
    join_standfirst,
    set_off_standfirst,
    standfirst_before_text,
)
from crawler.editions.roled_block import RoledBlock, first_prose
from crawler.editions.signatures import without_signature
from crawler.models import Role
from crawler.page.blocks import Block
from crawler.page.furniture import BYLINE_LABEL, DATE_WORDS
from crawler.page.places import Place
from crawler.page.prose import ENDS_SENTENCE

_HEADLINE_LENGTH = 160  # characters
KICKER_WORDS = 5
# What a title sets between a kicker and a headline that the page sets in two lines.
_MARK = re.compile(r"\s?[:|–—•·/-]\s")
_ENDS_NAME, _BEGINS_NAME = re.compile(r"[:|–—•·/»-]\s*$"), re.compile(r"\s*[:|–—•·/«-]")
_TITLE_WORDS_LEAST = 3
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")
# A line of its own: "AUBURN, Ohio —".
_PLACE_LINE = re.compile(r"^[^.!?؟]{2,30}\.?\s*[–—]$")
# A side whose headline the head does not state has it in a heading of a high level, where a kicker stands above it.
_LEVEL_MOST, _TITLE_LEVEL_MOST = 6, 2
# Date line and byline stand within this many blocks of an edition's start or end.
_NEAR_START = 4
_NEAR_END = 2
_DAYS_LEAST = 2
# The only h1 of an edition may stand below its section, date and byline.
_OPENING = 8
# A question in bold type, above a text, or what a reader opens it by.
_ASKS = ("?", "؟", "!")
_MAY_HEAD = frozenset({Role.PARAGRAPH, Role.STANDFIRST})
_TEXT_ROLES = (Role.PARAGRAPH, Role.STANDFIRST)


def settle(own: Sequence[RoledBlock], stated: str | None = None, titles: Sequence[str] = ()) -> list[RoledBlock]:
    """The blocks of one edition with their final roles, in order; `stated` is its headline as the head has it.

    `titles` are all that the head states.
    """
    settled = _keep_first(_prefer_opening_date(_without_timeline(with_dated_line(own))), Role.DATELINE, Role.PARAGRAPH)
    settled = _keep_first(join_byline(without_initials(without_account(labelled_byline(settled)))), Role.BYLINE, None)
    settled = _keep_first(_join_headline(settled), Role.HEADLINE, Role.PARAGRAPH)
    settled = _without_kicker(without_signature(bare_byline(settled)))
    settled = _without_kicker(_head_by_place(_without_kicker(_head_by_title(settled, titles)), stated))
    settled = [_mark_headline(one, titles) for one in settled]
    settled = join_standfirst(set_off_standfirst(_without_labels(settled)))
    settled = standfirst_before_text(_keep_first(settled, Role.STANDFIRST, Role.PARAGRAPH))
    if any(one.role is Role.PARAGRAPH for one in settled):
        return settled
    # What leads to no text is the text.
    return [replace(one, role=Role.PARAGRAPH) if one.role is Role.STANDFIRST else one for one in settled]


def _without_timeline(own: Sequence[RoledBlock]) -> list[RoledBlock]:
    """Dates that are headings of one look, each over a text, tell of the days of a story."""
    heads = [
        one
        for one, below in pairwise(own)
        if one.role is Role.DATELINE and one.block.level > 1 and below.role is Role.PARAGRAPH and not below.block.level
    ]
    looks = Counter(one.block.place.path for one in heads)
    told = {id(one) for one in heads if looks[one.block.place.path] >= _DAYS_LEAST}
    return [replace(one, role=Role.PARAGRAPH) if id(one) in told else one for one in own]


def _prefer_opening_date(own: list[RoledBlock]) -> list[RoledBlock]:
    """Where a date line opens the text, the page's own lines of dates (posted, published) are residue."""
    start = first_prose(own) + 1
    opening = islice(own, start + first_prose(own[start:]))
    if all(_is_page_line(one) for one in opening if one.role is Role.DATELINE):
        return own
    return [replace(one, role=None) if one.role is Role.DATELINE and _is_page_line(one) else one for one in own]


def _is_page_line(one: RoledBlock) -> bool:
    return one.block.piece or one.label is not None or bool(one.block.names & DATE_WORDS)


def _keep_first(own: list[RoledBlock], role: Role, beyond: Role | None) -> list[RoledBlock]:
    """Only the first block with a role that stands once keeps it, and only near an edition's start or end.

    What stands too deep in the text becomes `beyond`; what repeats the role becomes residue (date, byline) or, for
    headline and standfirst, a paragraph.
    """
    paragraphs = [n for n, one in enumerate(own) if one.role is Role.PARAGRAPH and not one.block.unlikely]
    found = False
    result = []
    for number, one in enumerate(own):
        if one.role is not role:
            result.append(one)
            continue
        before = bisect_left(paragraphs, number)
        near = before <= _NEAR_START or len(paragraphs) - before <= _NEAR_END
        if found:
            single_line = role in (Role.DATELINE, Role.BYLINE) and near
            result.append(replace(one, role=None if single_line else Role.PARAGRAPH))
        elif near:
            found = True
            result.append(one)
        else:
            result.append(replace(one, role=beyond))
    return result


def _join_headline(own: list[RoledBlock]) -> list[RoledBlock]:
    """The lines of one heading element are one headline."""
    result: list[RoledBlock] = []
    for one in own:
        last = result[-1] if result else None
        if last and one.role is last.role is Role.HEADLINE and _heading(one.block) is _heading(last.block) is not None:
            result[-1] = replace(last, text=f"{last.text} {one.text}")
        else:
            result.append(one)
    return result


def _mark_headline(one: RoledBlock, titles: Sequence[str]) -> RoledBlock:
    """A headline with the marks between its parts that a title has, which says the same: "Kicker: headline"."""
    if one.role is not Role.HEADLINE:
        return one
    bare = _bare(one.text)
    same = (title for title in titles if len(title) > len(one.text) and _bare(title) == bare)
    return replace(one, text=next(same, one.text))


def _bare(title: str) -> str:
    return " ".join(_MARK.sub(" ", title).split())


def _heading(block: Block) -> Place | None:
    return next((place for place in block.place.chain() if place.tag in _HEADING_TAGS), None)


def _without_labels(own: list[RoledBlock]) -> list[RoledBlock]:
    """One or two words between headline and text (Details, the section), a place and a dash, a picture's credit above
    the text are residue."""
    roles = [one.role for one in own]
    start = roles.index(Role.HEADLINE) if Role.HEADLINE in roles else len(own)
    end = first_prose(own)
    return [
        replace(one, role=None) if place < end and ((place > start and _is_label(one)) or _is_credit(one)) else one
        for place, one in enumerate(own)
    ]


def _is_label(one: RoledBlock) -> bool:
    is_words = len(one.text) <= KICKER_LENGTH and len(one.text.split()) <= 2
    short = (is_words and "://" not in one.text and not one.text.startswith("#")) or bool(_PLACE_LINE.match(one.text))
    is_line = not one.block.level and not ENDS_SENTENCE.search(one.text)
    return short and is_line and one.role in (Role.PARAGRAPH, Role.STANDFIRST)


def _is_credit(one: RoledBlock) -> bool:
    return one.role is Role.PARAGRAPH and not one.block.level and names_who_took(one.text)


def _without_kicker(own: list[RoledBlock]) -> list[RoledBlock]:
    """The short lines above a headline name the section: residue."""
    roles = [one.role for one in own]
    if Role.HEADLINE not in roles:
        return own
    above = roles.index(Role.HEADLINE)
    return [
        replace(one, role=None) if place < above and one.role in _TEXT_ROLES and _is_kicker(one) else one
        for place, one in enumerate(own)
    ]


def _is_kicker(one: RoledBlock) -> bool:
    return len(one.text) <= KICKER_LENGTH and not ENDS_SENTENCE.search(one.text)


def _head_by_title(own: list[RoledBlock], titles: Sequence[str]) -> list[RoledBlock]:
    """The line above the text that is all a title says but for the site's name, where no heading is the headline."""
    if not titles or any(one.role is Role.HEADLINE for one in own):
        return own
    above = own[: first_prose(own)]
    found = next((one for one in above if one.role is Role.PARAGRAPH and _is_of_title(one.text, titles)), None)
    return [replace(one, role=Role.HEADLINE) if one is found else one for one in own]


def _is_of_title(text: str, titles: Sequence[str]) -> bool:
    """True for the beginning or end of a title, as long as most of it and set off by a mark."""
    return len(text.split()) >= _TITLE_WORDS_LEAST and any(
        len(text) * 2 >= len(title)
        and (
            title == text
            or (title.endswith(text) and _ENDS_NAME.search(title.removesuffix(text)))
            or (title.startswith(text) and _BEGINS_NAME.match(title.removeprefix(text)))
        )
        for title in titles
    )


def _head_by_place(own: list[RoledBlock], stated: str | None) -> list[RoledBlock]:
    """Headline and standfirst where nothing but their place tells: before the date line, or first and title-like."""
    roles = [one.role for one in own]
    result = list(own)
    text_places = [n for n, one in enumerate(own) if one.role in _TEXT_ROLES and not BYLINE_LABEL.match(one.text)]
    date_place = roles.index(Role.DATELINE) if Role.DATELINE in roles else None
    head = [place for place in text_places if date_place is not None and place < date_place][:3]
    if len(head) > 2 or (date_place is not None and len(head) == len(text_places)):
        head = []
    has_headline, has_standfirst = Role.HEADLINE in roles, Role.STANDFIRST in roles
    if not has_headline:
        first = _first_heading(own, _LEVEL_MOST if stated else _TITLE_LEVEL_MOST) or (
            head[0] if head else (text_places[0] if text_places else None)
        )
        if first is not None and _is_title_like(
            own, first, certain=len(head) == 2, texts=text_places[: 2 if stated else 3]
        ):
            result[first] = replace(own[first], role=Role.HEADLINE)
            head = [place for place in head if place > first]  # what stands above it is a kicker
    may_be = len(head) == 1 and roles[head[0]] is Role.PARAGRAPH and not is_no_summary(own[head[0]].text)
    may_be = may_be and not own[head[0]].text.endswith((":", "："))
    if not has_standfirst and may_be and " " in own[head[0]].text and not _is_label(own[head[0]]):
        result[head[0]] = replace(result[head[0]], role=Role.STANDFIRST)
    return result


def _first_heading(own: Sequence[RoledBlock], level_most: int) -> int | None:
    """The heading above the text that is not the first line: a kicker stands above it; None without one.

    Its level is at most the one given: 1 is the highest, which decides whatever else stands above the text.
    """
    opening = own[: first_prose(own)][:_OPENING]
    highest = [place for place, one in enumerate(opening) if one.block.level == 1 and one.role in _MAY_HEAD]
    if len(highest) == 1:
        return highest[0]
    texts = [one for one in own if one.role is Role.PARAGRAPH]
    if not texts or texts[0].block.level or len(_WORD.findall(texts[0].text)) > KICKER_WORDS:
        return None
    end = min(first_prose(own), _NEAR_START)
    return next(
        (
            place
            for place in range(1, end)
            if own[place].role is Role.PARAGRAPH and 1 <= own[place].block.level <= level_most
        ),
        None,
    )


def _is_title_like(own: list[RoledBlock], place: int, *, certain: bool, texts: list[int]) -> bool:
    """True for a heading, or for a short line without a full stop that a longer text follows."""
    one = own[place]
    if len(one.text) > _HEADLINE_LENGTH:
        return False
    if one.block.level:  # also one called a subtitle: the second language's headline often is
        return True
    if one.role is not Role.PARAGRAPH:
        return False
    if certain:
        return True
    following = [number for number in texts if number > place]
    if following and (one.block.place.tag == "summary" or (one.block.bold and one.text.endswith(_ASKS))):
        return True
    if ENDS_SENTENCE.search(one.text) or not following or one.text.endswith((":", "،", ",", ";", "؛")):
        return False
    if _is_credit(one):
        return False
    return one.block.bold or any(len(own[number].text) > len(one.text) for number in following)
