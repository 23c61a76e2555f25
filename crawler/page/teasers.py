"""Texts under the linked headlines of other articles."""

import re
from collections.abc import Sequence

from crawler.page.blocks import Block
from crawler.page.furniture import is_furniture_text
from crawler.page.link_addresses import leads_within_page

# A link of fewer words is a name, a section or a button, not another article's headline.
_CARD_LENGTH = 15
_CARD_WORDS = 3
_CARD_LINK_SHARE = 0.8
# One or two linked lines before a paragraph are its categories, or "read also".
_CARDS_LEAST = 3
_INVITATION_LENGTH = 30
_STOPS = ".!?؟…۔"
_ENDS = tuple(_STOPS)
# Of up to four words, each in capitals.
_LABEL = re.compile(r"[A-ZÀ-ÞЀ-Я][A-ZÀ-ÞЀ-Я’'&-]+(?:\s[A-ZÀ-ÞЀ-Я’'&-]+){0,3}")
_HEADLINE_LENGTH = 120
_READ_ON_LENGTH = 25
_READ_ON = re.compile(
    r"\b(?:more|read|continue|full\sstory|details|weiter|mehr|lire|suite|leer|más|leggi|continua|leia|mais|lees|verder"
    r"|les|læs|läs|czytaj|więcej|devamı|читать|далее)\b|المزيد|[إا]قر[أا]|(?:ال)?تفاصيل|تابع|بیشتر|[»→›]|もっと|続き|阅读|더보기",
    re.IGNORECASE,
)


def texts_under_cards(blocks: Sequence[Block]) -> frozenset[int]:
    """The texts under the linked headlines of other articles; none where there are too few for a list of them."""
    below = (number for number in range(1, len(blocks)) if blocks[number].link_share < _CARD_LINK_SHARE)
    found = [number for number in below if _is_card(blocks[number - 1])]
    others = len(blocks) - 2 * len(found)
    return frozenset(found) if len(found) >= _CARDS_LEAST and others > 0 else frozenset()


def is_teaser(block: Block, before: Block | None) -> bool:
    """True for a text under a linked headline that ends in a link to read on.

    Where the text of an article has such a link, it has no other article's headline above.
    """
    if before is None or before.link_share < _CARD_LINK_SHARE or not 0 < block.link_share < _CARD_LINK_SHARE:
        return False
    end = max(block.text.rfind(stop, 0, -1) for stop in _STOPS) + 1
    invitation = block.text[end:].strip()
    return end > 0 and len(invitation) <= _INVITATION_LENGTH and is_furniture_text(invitation)


def is_labelled_link(block: Block) -> bool:
    """True for a label in capitals before another article's headline that is a link: "VIDEO: How the lamp was lit"."""
    label, mark, headline = block.text.partition(":")
    if not mark or not block.link_share or block.level or not _LABEL.fullmatch(label) or block.text.endswith(_ENDS):
        return False
    is_headline = len(headline.split()) >= _CARD_WORDS and len(headline) <= _HEADLINE_LENGTH
    return is_headline and block.link_share * len(block.text) >= len(headline.strip()) - 1


def leads_on(block: Block) -> bool:
    """True for a link below a text that leads to the rest of it, on another page: "Read the full story"."""
    if block.link_share < _CARD_LINK_SHARE or len(block.text) > _READ_ON_LENGTH or not _READ_ON.search(block.text):
        return False
    return not leads_within_page(block.place.node)


def _is_card(block: Block) -> bool:
    if block.link_share < _CARD_LINK_SHARE or len(block.text) < _CARD_LENGTH:
        return False
    return block.text.count(" ") >= _CARD_WORDS - 1 and not leads_within_page(block.place.node)
