"""Captions that only their place tells: short lines beside a picture."""

import re
from collections.abc import Sequence

from crawler.dates import is_dateline, read_dates
from crawler.editions.credits import is_agency, says_who_took
from crawler.languages import block_language
from crawler.page.arabic_notices import is_arabic_notice
from crawler.page.blocks import Block, PictureBlock
from crawler.page.credit_names import begins_as_credit
from crawler.page.furniture import (
    BYLINE_WORDS,
    STANDFIRST_WORDS,
    is_byline_text,
    is_counter,
    is_invitation,
    is_trail,
)
from crawler.page.names import is_name
from crawler.page.origins import says_origin
from crawler.page.places import Place, common_place, is_within
from crawler.page.prose import ENDS_SENTENCE, is_sentence, is_set_in_italics
from crawler.page.text_size import is_text_size_tool
from crawler.page.world_bylines import is_world_byline

_LENGTH_MOST = 400  # characters
# A line that only stands next to a picture is a caption where it is as short as that and no sentence.
_BESIDE_LENGTH_MOST = 160
_LISTED_TAGS = frozenset({"li", "dt", "dd"})
# What says who took the picture may stand in an element called its author's.
_SAYS_WHO = re.compile(r"[:/(©]")
_SAYS_WHO_WROTE = re.compile(r"\b(?:written|posted|published)\s(?:by|in|on)\b", re.IGNORECASE)
# "Additional reporting by", "translated by": who worked on the text.
_SAYS_WHO_WORKED = re.compile(
    r"\b(?:report(?:ing|ed)|writing|written|edit(?:ing|ed)|translat(?:ion|ed)|research|compiled)\s(?:by|in)\b"
    r"|\bcontributed\sto\b|شارك(?:ت)?\sفي|ساهم(?:ت)?\sفي|(?:تحرير|ترجمة|إعداد|كتابة)\s?[:：]",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
# What a line says that stands below a picture and is none of it.
_SITES_OWN = (is_invitation, is_world_byline, is_text_size_tool, is_arabic_notice)
# What holds the caption holds little else, the same in the other language perhaps.
_BRANCH_SHARE_MOST = 2.5
# A box that holds a picture and its caption, in one language or two, holds nothing else.
_BOX_SHARE_LEAST = 0.9
# A cell, its row, the rows, the table.
_CELL_LEVELS, _CELL_TAGS = 4, frozenset({"td", "th"})


def captions_beside(blocks: Sequence[Block], pictures: Sequence[PictureBlock]) -> frozenset[int]:
    """The places in `blocks` of the lines that are captions because a picture stands beside them."""
    found: set[int] = set()
    in_tables: set[int] = set()
    for picture in pictures:
        boxed = _in_box(blocks, picture)
        if picture.place.tag in _CELL_TAGS:
            in_tables |= boxed
        found |= boxed or _below(blocks, picture) or _above(blocks, picture)
    last = max((number for number, block in enumerate(blocks) if not (block.furniture or block.piece)), default=0)
    has_own = bool(found) or any(block.caption for block in blocks)
    if not has_own and pictures and last and _is_closing_caption(blocks[last]):
        found.add(last)
    return frozenset(number for number in found if number in in_tables or not _is_surely_text(blocks[number]))


def _is_surely_text(block: Block) -> bool:
    """True for what is surely of the text and only happens to stand beside a picture: a sentence, an entry."""
    is_text = is_sentence(block) or block.place.tag in _LISTED_TAGS or len(block.text) > _BESIDE_LENGTH_MOST
    return block.sure and not block.caption and is_text and not (says_who_took(block.text) or _is_in_small(block))


def _is_in_small(block: Block) -> bool:
    """True for a short line in italics or small letters without a link that says nothing of who wrote the article."""
    is_short = (
        len(block.text) <= _BESIDE_LENGTH_MOST and not block.link_share and not _SAYS_WHO_WROTE.search(block.text)
    )
    return is_short and is_set_in_italics(block)


def _is_closing_caption(block: Block) -> bool:
    """True for a line in italics below the text, which is no sentence and no name: the picture's above the text."""
    short = len(block.text) <= _BESIDE_LENGTH_MOST and _may_be_caption(block)
    is_other = ENDS_SENTENCE.search(block.text) or is_name(block.text) or _SAYS_WHO_WORKED.search(block.text)
    return short and is_set_in_italics(block) and not is_other


def _in_box(blocks: Sequence[Block], picture: PictureBlock) -> set[int]:
    """The lines right after a picture that share a box with it alone."""
    box = picture.place
    # What stands in the box stands on either side of the picture without a gap.
    around = range(max(picture.after - 1, 0), min(picture.after + 3, len(blocks)))
    for _ in range(_CELL_LEVELS if box.tag in _CELL_TAGS else 2):
        inside = {number for number in around if is_within(blocks[number].place, box)}
        if inside or box.parent is None:
            break
        box = box.parent
    near = (picture.after, picture.after + 1)
    if not all(number in near and _may_be_caption(blocks[number]) for number in inside):
        return set()
    # Where each language has a box of its own, the picture stands in one of them.
    last = max(inside, default=len(blocks))
    is_pair = last + 1 < len(blocks) and _is_same_in_other_script(blocks[last], blocks[last + 1])
    return inside | {last + 1} if is_pair else inside


def _below(blocks: Sequence[Block], picture: PictureBlock) -> set[int]:
    """The line after a picture where it is no sentence; with the line after that in the other script."""
    first = picture.after
    if first >= len(blocks) or not _is_beside(blocks[first], picture.place):
        return set()
    if first == len(blocks) - 1 and blocks[first].place.signature == blocks[first - 1].place.signature:
        return set()  # the last line of a text looks like a caption where a picture stands above it
    second = first + 1
    if second < len(blocks) and _is_same_in_other_script(blocks[first], blocks[second]):
        return {first, second}
    return {first}


def _above(blocks: Sequence[Block], picture: PictureBlock) -> set[int]:
    """The line before a picture where both share an element that holds nothing else."""
    before = picture.after - 1
    if (
        not 0 <= before < len(blocks)
        or blocks[before].place is not picture.place
        or not _is_beside(blocks[before], picture.place)
    ):
        return set()
    alone = len(blocks[before].text) >= _BOX_SHARE_LEAST * picture.place.settled_length
    return {before} if alone else set()


def _is_beside(block: Block, place: Place) -> bool:
    if not _may_be_caption(block) or (ENDS_SENTENCE.search(block.text) and not is_set_in_italics(block)):
        return False
    if len(block.text) > _BESIDE_LENGTH_MOST or block.bold or block.text.endswith((":", "：")):
        return False
    common = common_place(block.place, place)
    if common.depth < place.depth - 2:
        return False
    branch = next((around for around in block.place.chain() if around.parent is common), block.place)
    return branch is block.place or branch.length <= _BRANCH_SHARE_MOST * len(block.text)


def _may_be_caption(block: Block) -> bool:
    text = block.text
    if block.furniture or block.level or _is_other_piece(block) or len(text) > _LENGTH_MOST or block.link_share > 0.5:
        return False
    if is_trail(text) or is_counter(text.lower()) or says_origin(text):
        return False
    if not block.caption and any(says(text) for says in _SITES_OWN):
        return False
    if is_byline_text(text) and any(date.time for date in read_dates(text)):
        return False  # who wrote, and at which hour
    if block.names & BYLINE_WORDS and not block.caption and (is_byline_text(text) or not _SAYS_WHO.search(text)):
        return False
    if block.place.words & STANDFIRST_WORDS and not block.caption and ENDS_SENTENCE.search(text):
        return False
    return (is_agency(text) or (" " in text and bool(_LETTERS.search(text)))) and not is_dateline(text)


def _is_other_piece(block: Block) -> bool:
    """True for a date, a byline, a counter; what is called a credit may be the whole line under the picture."""
    return block.piece and "credit" not in block.names and not begins_as_credit(block.text)


def _is_same_in_other_script(one: Block, other: Block) -> bool:
    near = one.place.signature == other.place.signature or one.place in (other.place, other.place.parent)
    if not near or not _may_be_caption(other) or ENDS_SENTENCE.search(other.text):
        return False
    scripts = {block_language(one.text, "other"), block_language(other.text, "other")}
    return scripts == {"ar", "other"} and len(other.text) <= 2 * len(one.text)
