"""What each block of a page is: headline, standfirst, byline, dateline, paragraph, caption, or residue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.blocks import Block
from crawler.dates import is_dateline, is_relative_date, is_updated_label
from crawler.furniture import (
    BYLINE_WORDS,
    CAPTION_LABEL,
    DATE_LABEL,
    DATE_WORDS,
    STANDFIRST_WORDS,
    is_byline_text,
    is_furniture_text,
)
from crawler.languages import language_among, languages_of
from crawler.lines import split_line
from crawler.models import READING_ORDER, Edition, Role, Segment

_LETTER = re.compile(r"[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?؟…۔](?:[”\"»’')\]]|\s)*$")
_HEADLINE_LENGTH = 160  # characters
_CAPTION_LENGTH = 400
_DATELINE_LENGTH = 120
_BYLINE_LENGTH = 100
# A line of links alone that is shorter than this leads away from the article.
_LINKS_LENGTH = 160
_LINKS_SHARE = 0.8
# A text that is one link is another article's headline or teaser, also where it is a sentence.
_ALL_LINKS_SHARE = 0.97
_TEASER_LENGTH = 400
# Date line and byline stand within this many blocks of an edition's start or end.
_NEAR_START = 4
_NEAR_END = 2


@dataclass(frozen=True, slots=True)
class RoledBlock:
    """A block with what it is; `role` None is residue."""

    text: str
    role: Role | None
    block: Block
    label: str | None = None
    """A label cut from its front ("Pic:", "Published:"): residue of its own."""


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page's editions and what stands in none of them."""

    editions: tuple[Edition, ...]
    residue: tuple[str, ...]


def split_editions(blocks: Sequence[Block], headline: str | None, stated: str | None, other: str) -> SplitPage:
    """The blocks of one page as editions with roles, and the residue; no block is in both or in neither.

    `headline` is the page's visible headline, which is among the blocks; `stated` the one in its head, which is not
    visible and is used for an edition of its language that shows none. `other` is the page's language beside Arabic.
    """
    shown = headline or stated
    pieces = [
        piece
        for block in blocks
        for piece in ((block,) if block.text == shown and not block.level else split_line(block))
    ]
    roled = _cut_repeated_headline([_first_look(block, shown) for block in pieces])
    texts = [one for one in roled if one.role is not None]
    languages = languages_of([one.text for one in texts], other)
    editions: list[Edition] = []
    residue_ids: dict[int, RoledBlock] = {}
    for language in sorted(set(languages), key=lambda language: (language != other, language)):
        own = [one for one, its in zip(texts, languages, strict=True) if its == language]
        settled = _settle(own)
        for before, after in zip(own, settled, strict=True):
            if after.role is None:
                residue_ids[id(before)] = after
        stated_here = stated if stated and language_among(stated, set(languages), other) == language else None
        edition = _edition(language, settled, stated_here)
        if edition.segments:
            editions.append(edition)
    residue: list[str] = []
    for one in roled:
        if one.label:
            residue.append(one.label)
        if one.role is None or id(one) in residue_ids:
            residue.append(one.text)
    return SplitPage(tuple(editions), tuple(residue))


def _first_look(block: Block, headline: str | None) -> RoledBlock:
    """What a block is by itself; a paragraph may yet turn out to be headline or standfirst."""
    text = block.text
    if headline is not None and (text == headline or (block.level == 1 and text in headline)):
        return RoledBlock(text, Role.HEADLINE, block)
    labelled = CAPTION_LABEL.match(text) if len(text) <= _CAPTION_LENGTH else None
    if labelled:
        return RoledBlock(labelled["text"], Role.CAPTION, block, label=labelled["label"])
    if block.furniture or not (_LETTER.search(text) or is_dateline(text)):
        return RoledBlock(text, None, block)
    if block.caption:
        return RoledBlock(text, Role.CAPTION, block)
    return _as_dateline(block) or RoledBlock(text, _role_of_line(block), block)


def _role_of_line(block: Block) -> Role | None:
    """The role of a block that is neither headline, caption, date line nor furniture by its name."""
    if is_furniture_text(block.text) or is_relative_date(block.text):
        return None
    if _is_byline(block):
        return Role.BYLINE
    if block.piece or _is_links(block):
        return None
    return Role.STANDFIRST if block.names & STANDFIRST_WORDS and block.level != 1 else Role.PARAGRAPH


def _as_dateline(block: Block) -> RoledBlock | None:
    text = block.text
    if len(text) > _DATELINE_LENGTH or not is_dateline(text):
        return None
    if is_updated_label(text):
        return RoledBlock(text, None, block)
    labelled = DATE_LABEL.match(text)
    if labelled and is_dateline(labelled["text"]):
        return RoledBlock(labelled["text"], Role.DATELINE, block, label=labelled["label"].strip())
    return RoledBlock(text, Role.DATELINE, block)


def _is_byline(block: Block) -> bool:
    text = block.text
    if len(text) > _BYLINE_LENGTH or block.level:
        return False
    if is_byline_text(text):
        return True
    return bool(block.names & BYLINE_WORDS) and not block.names & DATE_WORDS and not _ENDS_SENTENCE.search(text)


def _is_links(block: Block) -> bool:
    """True for a line that only leads away; a headline may link to itself, an address may be the text."""
    if block.level == 1 or block.text.startswith(("http://", "https://")):
        return False
    if block.link_share >= _ALL_LINKS_SHARE:
        return len(block.text) <= _TEASER_LENGTH
    return (
        block.link_share >= _LINKS_SHARE and len(block.text) <= _LINKS_LENGTH and not _ENDS_SENTENCE.search(block.text)
    )


def _cut_repeated_headline(roled: list[RoledBlock]) -> list[RoledBlock]:
    """The headline printed twice (a breadcrumb, a card) is a headline once; the others are residue."""
    seen: set[str] = set()
    result = []
    for one in roled:
        repeated = one.role is Role.HEADLINE and one.text in seen
        if one.role is Role.HEADLINE:
            seen.add(one.text)
        result.append(replace(one, role=None) if repeated else one)
    return result


def _settle(own: list[RoledBlock]) -> list[RoledBlock]:
    """The roles within one edition: each single role once, headline and standfirst by where they stand."""
    settled = _keep_first(_prefer_opening_date(own), Role.DATELINE, Role.PARAGRAPH)
    settled = _keep_first(settled, Role.BYLINE, None)
    settled = _keep_first(settled, Role.HEADLINE, Role.PARAGRAPH)
    settled = _head_by_place(settled)
    return _standfirst_before_text(_keep_first(settled, Role.STANDFIRST, Role.PARAGRAPH))


def _standfirst_before_text(own: list[RoledBlock]) -> list[RoledBlock]:
    """What is called a standfirst but follows a paragraph is a paragraph."""
    roles = [one.role for one in own]
    first = roles.index(Role.PARAGRAPH) if Role.PARAGRAPH in roles else len(roles)
    return [
        replace(one, role=Role.PARAGRAPH) if one.role is Role.STANDFIRST and place > first else one
        for place, one in enumerate(own)
    ]


def _prefer_opening_date(own: list[RoledBlock]) -> list[RoledBlock]:
    """Where a date line opens the text, the page's own lines of dates (posted, published) are residue."""
    datelines = [one for one in own if one.role is Role.DATELINE]
    if all(_is_page_line(one) for one in datelines):
        return own
    return [replace(one, role=None) if one in datelines and _is_page_line(one) else one for one in own]


def _is_page_line(one: RoledBlock) -> bool:
    return one.block.piece or one.label is not None or bool(one.block.names & DATE_WORDS)


def _keep_first(own: list[RoledBlock], role: Role, beyond: Role | None) -> list[RoledBlock]:
    """Only the first block with a role that stands once keeps it, and only near an edition's start or end.

    What stands too deep in the text becomes `beyond`; what repeats the role becomes residue (date, byline) or, for
    headline and standfirst, a paragraph.
    """
    paragraphs = [number for number, one in enumerate(own) if one.role is Role.PARAGRAPH]
    found = False
    result = []
    for number, one in enumerate(own):
        if one.role is not role:
            result.append(one)
            continue
        before = sum(place < number for place in paragraphs)
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


def _head_by_place(own: list[RoledBlock]) -> list[RoledBlock]:
    """Headline and standfirst where nothing but their place tells: before the date line, or first and title-like."""
    roles = [one.role for one in own]
    result = list(own)
    text_places = [number for number, role in enumerate(roles) if role in (Role.PARAGRAPH, Role.STANDFIRST)]
    date_place = roles.index(Role.DATELINE) if Role.DATELINE in roles else None
    head = [place for place in text_places if date_place is not None and place < date_place][:3]
    if len(head) > 2 or (date_place is not None and len(head) == len(text_places)):
        head = []
    has_headline, has_standfirst = Role.HEADLINE in roles, Role.STANDFIRST in roles
    if not has_headline:
        first = head[0] if head else (text_places[0] if text_places else None)
        if first is not None and _is_title_like(own, first, certain=len(head) == 2, texts=text_places):
            result[first] = replace(own[first], role=Role.HEADLINE)
            head = [place for place in head if place != first]
    if not has_standfirst and len(head) == 1 and roles[head[0]] is Role.PARAGRAPH:
        result[head[0]] = replace(result[head[0]], role=Role.STANDFIRST)
    return result


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
    if _ENDS_SENTENCE.search(one.text) or not following or one.text.endswith((":", "،", ",", ";", "؛")):
        return False
    return one.block.bold or len(own[following[0]].text) > len(one.text)


def _edition(language: str, settled: list[RoledBlock], stated: str | None) -> Edition:
    counts: dict[Role, int] = {}
    segments = []
    for one in settled:
        if one.role is None:
            continue
        position = counts.get(one.role, 0)
        counts[one.role] = position + 1
        segments.append(Segment(one.role, position, one.text))
    if stated and Role.HEADLINE not in counts and Role.PARAGRAPH in counts:
        segments.append(Segment(Role.HEADLINE, 0, stated))
    return Edition(language, tuple(_in_reading_order(segments)))


def _in_reading_order(segments: list[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda segment: (READING_ORDER.index(segment.role), segment.position))
