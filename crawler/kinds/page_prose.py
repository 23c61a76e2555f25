"""How much of what was read from a page is prose of its own, and how much are cards: linked headlines with teasers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.dates import is_dateline
from crawler.models import Edition, Role
from crawler.page.blocks import Block
from crawler.page.furniture import is_furniture_text
from crawler.page.link_addresses import address_of_link, leads_within_page
from crawler.page.places import is_in_site_footer
from crawler.page.prose import ENDS_SENTENCE

_PROSE_LENGTH = 40
_SENTENCE_LENGTH = 20
# A link of fewer words is a name, a section or a button, not another article's headline.
_CARD_LENGTH = 15
_CARD_WORDS = 3
_CARD_LINK_SHARE = 0.8
# The date of another article may stand before its headline or after it, outside the link.
_DATED_CARD_LINK_SHARE = 0.5
_ROW_DATE = re.compile(r"^(?P<first>[^:|]{5,40}?)\s?[:|–—-]\s|\s[(|–—-]\s?(?P<last>[^()|]{5,40})\)?$")
_CELL_LENGTH = 25
_DATED_NEAR = 6
_OPENER_LENGTH = 30
# So much prose above the first such link is no entry: an article with questions and answers below it.
_ABOVE_ENTRIES = 1500
# Links that stand under each part of one text.
_LEADS_UP = re.compile(
    r"^\W*(?:edit|reply|top|(?:back\s)?to\s(?:the\s)?top|share|link|source|tweet|facebook|x|twitter|whatsapp|telegram"
    r"|رد|المصدر|تعديل|إلى\sالأعلى|أعلى)\b|^\W*$",
    re.IGNORECASE,
)
# A place on the page, or who wrote an entry: neither is another article's address.
_NO_ENTRY = re.compile(r"#|/(?:authors?|profiles?|people|staff|by|writers?|users?|كاتب)/", re.IGNORECASE)
# One or two linked lines before a paragraph are its categories, or "read also".
_CARDS_LEAST = 3
# A short text between two cards may look like the teaser of one.
_TEASERS_LEAST = 2


@dataclass(frozen=True, slots=True)
class Prose:
    """What stands in the article's part of a page; texts in display form."""

    paragraphs: tuple[str, ...]
    """All paragraphs that are no teasers, short lines included."""
    headlines: tuple[str, ...]
    """Headlines of the editions that are seen on the page."""
    lines: tuple[str, ...]
    """All that is seen outside links, in order."""
    captions_length: int
    """Characters of captions."""
    is_dated: bool
    """True where a date line stands close to the headline, not with another article's card."""
    is_signed: bool
    """True where a byline stands on the page."""
    reported: tuple[str, ...]
    """The prose from the headline down to the first card or the next heading."""
    cards: int
    """Linked headlines of other articles."""
    cards_length: int
    """Characters of those headlines."""
    teasers_length: int
    """Characters of prose directly under a card's headline."""
    is_all_teasers: bool
    """True where all that there is are cards and the teasers under them, two at least."""
    openers: int
    """How often the commonest link of few words stands there ("Read more", "تحميل"): once at each entry of a list.

    Zero below an article's length of prose."""
    linked_headings: int
    """Linked headings with prose under each, where no prose stands above the first; else 0."""
    cells: int
    """Blocks of a few characters outside links, as in a table of figures."""

    @property
    def length(self) -> int:
        """Characters of the paragraphs."""
        return sum(map(len, self.paragraphs))


def is_prose(text: str) -> bool:
    """True for a text long enough for a sentence, or shorter and ending as one."""
    return len(text) >= _PROSE_LENGTH or (len(text) >= _SENTENCE_LENGTH and bool(ENDS_SENTENCE.search(text)))


def read_prose(editions: Sequence[Edition], blocks: Sequence[Block]) -> Prose:
    """The prose of a page's editions, the cards among its blocks told apart; empty where there are none."""
    headlines = [text for edition in editions for text in edition.texts(Role.HEADLINE)]
    datelines = [text for edition in editions for text in edition.texts(Role.DATELINE)]
    shown = [block for block in blocks if not block.furniture]
    cards, teasers = _find_cards(shown, headlines)
    others = teasers | {shown[place].text for place in cards if len(cards) >= _CARDS_LEAST}
    read = [text for edition in editions for text in edition.texts(Role.PARAGRAPH)]
    reported = tuple(_reported(shown, headlines))
    # Where nothing but cards was read, a sentence under the headline is what they were taken for.
    told = [text for text in read if text not in others] or (list(reported) if read else [])
    return Prose(
        paragraphs=() if _is_all_in_footer(told, shown) else tuple(told),
        headlines=tuple(text for text in headlines if any(text == block.text for block in shown)),
        lines=tuple(block.text for block in shown if block.link_share <= _CARD_LINK_SHARE),
        captions_length=sum(len(text) for edition in editions for text in edition.texts(Role.CAPTION)),
        is_dated=any(text in block.text for text in datelines for block in _around_headline(shown, headlines)),
        is_signed=any(edition.texts(Role.BYLINE) for edition in editions),
        reported=reported,
        cards=len(cards),
        cards_length=sum(len(shown[place].text) for place in cards),
        teasers_length=sum(map(len, teasers)),
        is_all_teasers=len(teasers) >= _TEASERS_LEAST and not told,
        openers=_count_openers(shown),
        linked_headings=_count_linked_headings(blocks, headlines),
        cells=sum(len(block.text) <= _CELL_LENGTH and block.link_share < 0.5 and not block.level for block in shown),
    )


def is_card(block: Block, headlines: Sequence[str]) -> bool:
    """True for a line that is the linked headline of another article."""
    return (
        len(block.text) >= _CARD_LENGTH
        and (block.link_share > _CARD_LINK_SHARE or _is_dated_link(block))
        and len(block.text.split()) >= _CARD_WORDS
        and block.text not in headlines
        and not block.piece
        and not is_furniture_text(block.text)
        and not leads_within_page(block.place.node)
    )


def _is_dated_link(block: Block) -> bool:
    if block.link_share <= _DATED_CARD_LINK_SHARE:
        return False
    return any(is_dateline(found["first"] or found["last"]) for found in _ROW_DATE.finditer(block.text))


def _around_headline(shown: Sequence[Block], headlines: Sequence[str]) -> Iterator[Block]:
    """The blocks where an article's date is looked for: some before the headline, some after it up to a heading."""
    start = next((place for place, block in enumerate(shown) if block.text in headlines), 0)
    yield from shown[max(start - _DATED_NEAR, 0) : start + 1]
    for block in shown[start + 1 : start + 1 + _DATED_NEAR]:
        if block.level or is_card(block, headlines):
            return
        yield block


def _reported(shown: Sequence[Block], headlines: Sequence[str]) -> Iterator[str]:
    """What stands right under the headline; a section's front has cards there, or a line on what it collects."""
    start = next((place for place, block in enumerate(shown) if block.text in headlines), len(shown))
    for block in shown[start + 1 :]:
        if block.level or is_card(block, headlines):
            return
        if is_prose(block.text) and block.link_share <= _CARD_LINK_SHARE:
            yield block.text


def _is_all_in_footer(paragraphs: Sequence[str], shown: Sequence[Block]) -> bool:
    """True where what was read stands at the foot of the site's pages, as on a page whose list is empty."""
    footer = {block.text for block in shown if is_in_site_footer(block.place)}
    outside = {block.text for block in shown if block.text not in footer} if footer else frozenset(paragraphs)
    return bool(paragraphs) and not any(text in outside for text in paragraphs)


def _count_openers(shown: Sequence[Block]) -> int:
    links = Counter(
        block.text
        for block in shown
        if block.link_share > _CARD_LINK_SHARE
        and len(block.text) <= _OPENER_LENGTH
        and not _LEADS_UP.search(block.text)
        and not _NO_ENTRY.search(address_of_link(block.place.node))
    )
    if not links:
        return 0
    text, count = links.most_common(1)[0]
    first = next(place for place, block in enumerate(shown) if block.text == text)
    above = sum(len(block.text) for block in shown[:first] if block.link_share < 0.5 and is_prose(block.text))
    return count if above < _ABOVE_ENTRIES else 0


def _count_linked_headings(blocks: Sequence[Block], headlines: Sequence[str]) -> int:
    """Headings may be furniture by themselves where another column of the page repeats them."""
    count = 0
    for block, below in pairwise(blocks):
        is_heading = block.level and block.link_share > _CARD_LINK_SHARE and block.text not in headlines
        is_heading = is_heading and not leads_within_page(block.place.node)
        if is_heading and not below.level and is_prose(below.text):
            count += 1
        elif not count and not block.level and block.link_share <= _CARD_LINK_SHARE and is_prose(block.text):
            return 0
    return count


def _find_cards(shown: Sequence[Block], headlines: Sequence[str]) -> tuple[list[int], frozenset[str]]:
    """The places of the cards' headlines, and the texts of their teasers: the first prose after each.

    What stands in its own place first is no teaser: an article may be its newest card as well.
    """
    cards: list[int] = []
    teasers: set[str] = set()
    own: set[str] = set()
    is_open = False
    for place, block in enumerate(shown):
        if is_card(block, headlines):
            cards.append(place)
            is_open = True
        elif block.level or (is_open and is_prose(block.text)):
            if is_open and not block.level and block.text not in own:
                teasers.add(block.text)
            is_open = False
        elif is_prose(block.text):
            own.add(block.text)
    return cards, frozenset(teasers if len(cards) >= _CARDS_LEAST else ())
