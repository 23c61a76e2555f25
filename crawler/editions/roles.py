"""What each block of a page is: headline, standfirst, byline, dateline, paragraph, caption, or residue."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.dates import is_dateline, is_relative_date, is_updated_label, read_dates
from crawler.editions.appeals import appeals
from crawler.editions.author_box import boxed_names
from crawler.editions.cards import cards
from crawler.editions.credits import ends_in_credit
from crawler.editions.edition_standfirst import is_no_summary
from crawler.editions.labelled_boxes import labelled_boxes
from crawler.editions.linked_heads import linked_heads
from crawler.editions.linked_names import names_office
from crawler.editions.reader_comments import reader_comments
from crawler.editions.roled_block import RoledBlock
from crawler.finding.whole_tables import is_figure_of_table
from crawler.languages import block_language, has_arabic
from crawler.models import Role
from crawler.page.arabic_notices import is_arabic_notice, is_line_of_hashes
from crawler.page.blocks import Block
from crawler.page.credit_names import names_photographer
from crawler.page.foreign_datelines import is_foreign_dateline
from crawler.page.furniture import (
    BYLINE_LABEL,
    BYLINE_WORDS,
    CAPTION_LABEL,
    CATEGORY_WORDS,
    DATE_LABEL,
    DATE_WORDS,
    INTRODUCTION_WORDS,
    STANDFIRST_WORDS,
    is_byline_text,
    is_furniture_text,
    is_invitation,
)
from crawler.page.lines import Piece, split_headline, split_line
from crawler.page.listed_text import entries_of_text
from crawler.page.names import is_name
from crawler.page.picture_controls import is_picture_control
from crawler.page.prose import ENDS_SENTENCE, is_quoted, is_text_of_post
from crawler.page.reader_notices import is_reader_notice
from crawler.page.sentences_in_turn import sentences_in_two_runs
from crawler.page.teasers import is_labelled_link, is_teaser

# A line of tatweel alone is a rule across the page.
_LETTER = re.compile(r"[^\W\d_ـ]")
# What a transcript or a translation leaves out.
_ELISION = re.compile(r"[\[(]\s?(?:…|\.(?:\s?\.){1,5})\s?[\])]")
_WITH_ANOTHER = re.compile(r"\bwith[-_]([a-z]+)")
_CAPTION_LENGTH = 400  # characters
_STANDFIRST_LENGTH = 1000
_DATELINE_LENGTH = 120
_BYLINE_LENGTH = 100
# What parts a date line from what the layout sets beside it.
_LINE_MARKS = " |·•–—-"
# A line of links alone that is shorter than this leads away from the article.
_LINKS_LENGTH = 160
_LINKS_SHARE = 0.8
# A text that is one link is another article's headline or teaser, also where it is a sentence.
_ALL_LINKS_SHARE = 0.97
_TEASER_LENGTH = 400
_PROSE_LENGTH = 80
_PAIRED_LEAST = 2
_SIGNED_WORDS = BYLINE_WORDS | CATEGORY_WORDS
# A writer's name may be set in a small heading, a headline is not.
_NAME_LEVEL_LEAST = 4
_BY = re.compile(r"(?:by|بقلم)\s*:?\s+", re.IGNORECASE)
_HEADLINE_PART_LEAST = 15


def first_looks(
    blocks: Sequence[Block], shown: str | None, captions: frozenset[int], credited: frozenset[int]
) -> Iterator[RoledBlock]:
    """Each block by itself and by what stands right beside it; a paragraph may yet turn out to be something else."""
    signed = boxed_names(blocks)
    boxed = labelled_boxes(blocks, shown) | reader_comments(blocks) | appeals(blocks, shown) | cards(blocks, shown)
    listed = entries_of_text(blocks) | linked_heads(blocks, boxed)
    prose = " ".join(block.text for block in blocks if len(block.text) > _PROSE_LENGTH and not block.furniture)
    paired = has_arabic(prose) and _are_paired(blocks)
    for number, read in enumerate(blocks):
        if number in signed:
            yield RoledBlock(read.text, Role.BYLINE, replace(read, furniture=False))
            continue
        if number in credited:
            yield _by_template(RoledBlock(read.text, None, read))
            continue
        block = read
        before = blocks[number - 1] if number else None
        if number in boxed or is_teaser(read, before) or is_labelled_link(read):
            block = replace(read, furniture=True)
        elif number in captions and read.text != shown and not _signs_text(blocks, number):
            block = replace(read, caption=True)
        elif number in listed or is_text_of_post(read):
            block = replace(read, sure=True, unlikely=False)
        for piece in (paired and _halves(block)) or _pieces(block, shown, prose):
            if piece.role:
                yield RoledBlock(piece.block.text, piece.role, piece.block)
            else:
                yield _by_template(_first_look(piece.block, shown))


def _are_paired(blocks: Sequence[Block]) -> bool:
    """True where half of the long paragraphs say in one script what they say in the other before it."""
    long = [block for block in blocks if len(block.text) > _PROSE_LENGTH and not block.furniture and not block.level]
    halves = sum(sentences_in_two_runs(block.text) is not None for block in long)
    return halves >= _PAIRED_LEAST and halves * 2 >= len(long)


def _halves(block: Block) -> tuple[Piece, ...]:
    """The two halves of a paragraph in two scripts; none for any other block."""
    runs = None if block.furniture or block.level or block.caption else sentences_in_two_runs(block.text)
    return tuple(Piece(replace(block, text=run)) for run in runs or ())


def _pieces(block: Block, shown: str | None, prose: str) -> tuple[Piece, ...]:
    """A line taken apart; the headline as it is, but for one in two languages."""
    if shown is None or block.level or shown not in block.text:
        return split_line(block, prose)
    return split_headline(block, shown) or ((Piece(block),) if block.text == shown else split_line(block, prose))


def _signs_text(blocks: Sequence[Block], number: int) -> bool:
    """True for a byline with its label between a picture and the first paragraph: "By Rana Haddad".

    A standfirst may stand above it.
    """
    read = blocks[number]
    if read.caption or not is_byline_text(read.text) or number + 1 >= len(blocks):
        return False
    above = sum(len(block.text) > _PROSE_LENGTH and not block.furniture for block in blocks[:number])
    return above <= 1 and len(blocks[number + 1].text) > _PROSE_LENGTH


def _by_template(one: RoledBlock) -> RoledBlock:
    """With the role that the site's template gives the block, where that is another than the block's own look.

    A text that a page shows to all its readers alike (a counter, a button) has none, and within what a template calls
    the body there are captions, date lines and bylines still.
    """
    mark = one.block.role_mark
    if mark is None or one.block.furniture or one.role == mark:
        return one
    if mark == Role.PARAGRAPH and (one.role is not None or is_furniture_text(one.text)):
        return replace(one, block=replace(one.block, unlikely=False))
    return RoledBlock(one.block.text, Role(mark), replace(one.block, unlikely=False))


def _first_look(block: Block, headline: str | None) -> RoledBlock:
    """What a block is by itself; a paragraph may yet turn out to be headline or standfirst."""
    text = block.text
    is_elision = block.sure and _ELISION.fullmatch(text)
    if not (_LETTER.search(text) or is_dateline(text) or is_figure_of_table(block) or is_elision):
        return RoledBlock(text, None, block)
    if headline is not None and (text == headline or _is_part_of_heading(block, headline)):
        return RoledBlock(text, Role.HEADLINE, block)
    if headline is not None and block.level == 1 and text.endswith(headline):
        return RoledBlock(headline, Role.HEADLINE, block, label=text.removesuffix(headline).strip())
    labelled = CAPTION_LABEL.match(text) if len(text) <= _CAPTION_LENGTH else None
    if labelled and not block.furniture and "credit" not in block.names:
        return RoledBlock(labelled["text"], Role.CAPTION, block, label=labelled["label"])
    is_control = is_picture_control(text) and (block.caption or not is_dateline(text))
    is_asking = block.caption and (is_invitation(text) or is_reader_notice(text))
    if block.furniture or is_control or is_asking:
        return RoledBlock(text, None, block)
    if (
        block.caption
        and len(text) <= _DATELINE_LENGTH
        and is_dateline(text)
        and any(one.time for one in read_dates(text))
    ):
        # Beside the writer's portrait; a picture is of a day, not of a minute.
        return (_as_dateline(block) if block.place.tag == "time" else None) or RoledBlock(text, None, block)
    if block.caption or (len(text) <= _CAPTION_LENGTH and ends_in_credit(text)):
        return RoledBlock(text, Role.CAPTION, block)
    return _as_dateline(block) or RoledBlock(text, _role_of_line(block), block)


def _is_part_of_heading(block: Block, headline: str) -> bool:
    """True for a line of a headline of several: of the page's h1 any, of a lower heading its first or its last."""
    text = block.text
    if block.level == 1:
        return text in headline
    is_end = len(text) >= _HEADLINE_PART_LEAST and (headline.startswith(text) or headline.endswith(text))
    return bool(block.level) and is_end


def _role_of_line(block: Block) -> Role | None:
    """The role of a block that is neither headline, caption, date line nor furniture by its name."""
    if is_furniture_text(block.text) or is_relative_date(block.text):
        return None
    if _is_byline(block):
        return Role.BYLINE
    if is_reader_notice(block.text) or is_arabic_notice(block.text):
        return None
    if is_line_of_hashes(block.text) and not is_text_of_post(block):
        return None
    if block.piece or (_is_links(block) and not block.sure):
        return None
    # A heading "Introduction" is given that for its anchor.
    is_introduction = not block.level and block.place.words & INTRODUCTION_WORDS and not is_no_summary(block.text)
    is_named = _is_called_standfirst(block) or is_introduction
    return Role.STANDFIRST if is_named and block.level != 1 else Role.PARAGRAPH


def _is_called_standfirst(block: Block) -> bool:
    """True in an element called so that holds no more than one: "text-with-summary" is a whole text's name, and the
    entries of a summary are a list."""
    if not block.names & STANDFIRST_WORDS or is_no_summary(block.text):
        return False
    called = next((place for place in block.place.chain() if place.words & STANDFIRST_WORDS), block.place)
    if block.place.tag == "li" and called is not block.place and len(called.node.css("li")) > 1:
        return False
    if not called.words & STANDFIRST_WORDS - set(_WITH_ANOTHER.findall(called.called.lower())):
        return False
    return called.settled_length <= max(_STANDFIRST_LENGTH, 2 * len(block.text))


def _as_dateline(block: Block) -> RoledBlock | None:
    text = block.text
    if len(text) > _DATELINE_LENGTH or not (is_dateline(text) or is_foreign_dateline(text)):
        return None
    if is_updated_label(text):
        return RoledBlock(text, None, block)
    labelled = DATE_LABEL.match(text)
    if labelled and is_dateline(labelled["text"]):
        return RoledBlock(labelled["text"], Role.DATELINE, block, label=labelled["label"].strip())
    return RoledBlock(text.strip(_LINE_MARKS), Role.DATELINE, block)


def _is_byline(block: Block) -> bool:
    text = block.text
    if len(text) > _BYLINE_LENGTH or (block.level and not _may_sign(block)):
        return False
    if is_byline_text(text) or (block.signed and not ENDS_SENTENCE.search(text)):
        return True
    if not block.names & BYLINE_WORDS or ENDS_SENTENCE.search(text) or is_quoted(block):
        return False
    if _nearest(block, BYLINE_WORDS | DATE_WORDS) & DATE_WORDS:
        return False
    if names_photographer(text):
        return False
    # WordPress calls a whole article "post author-mona category-news"; the nearest name that says one of both counts.
    if block.link_share >= _ALL_LINKS_SHARE and " " not in text and block_language(text) == "ar":
        return False  # a section: Arabic names have two words
    return not _nearest(block, _SIGNED_WORDS) & CATEGORY_WORDS


def _nearest(block: Block, words: frozenset[str]) -> frozenset[str]:
    """The words in the name of the nearest element around a block that has one of the given; none without one."""
    return next((place.words for place in block.place.chain() if place.words & words), frozenset())


def _may_sign(block: Block) -> bool:
    """True for a heading, but the page's highest, that is a name, or is called a byline and has a label or an office.

    Only those of low levels may be names without being called so: a person's name may head a part of the text.
    """
    if block.level == 1:
        return False
    is_called = bool(block.names & BYLINE_WORDS)
    label = _BY.match(block.text)
    name = block.text[label.end() if label else 0 :].split(",")[0]
    if is_name(name):
        return is_called or block.level >= _NAME_LEVEL_LEAST or (label is not None and name.isupper())
    return is_called and (BYLINE_LABEL.match(block.text) is not None or names_office(block.text))


def _is_links(block: Block) -> bool:
    """True for a line that only leads away; a headline may link to itself, an address may be the text."""
    if block.level == 1 or block.text.startswith(("http://", "https://")):
        return False
    if block.link_share >= _ALL_LINKS_SHARE:
        return len(block.text) <= _TEASER_LENGTH
    is_short = len(block.text) <= _LINKS_LENGTH and not ENDS_SENTENCE.search(block.text)
    return block.link_share >= _LINKS_SHARE and is_short
