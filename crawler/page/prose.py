"""What the look of a block says of it: set in italics, set off from the paragraphs around it, a whole sentence."""

import re

from crawler.models.forms import display_form
from crawler.page.blocks import Block
from crawler.page.embedded_posts import POST_WORDS
from crawler.page.places import is_within

# With the full stops of Urdu, Hindi, Chinese and Japanese, and what may close after them.
ENDS_SENTENCE = re.compile(r"[.!?؟…۔।。！？](?:[”\"»’')\]」』）]|\s)*$")
_SENTENCE_LINK_SHARE_MOST = 0.3
_ITALIC = "em, i, cite"
_CAPITAL_WORDS = frozenset({"drop", "dropcap", "dropcaps", "initial"})
_CELL_TAGS = frozenset({"td", "th", "dt", "dd"})


def is_sentence(block: Block) -> bool:
    """True for a whole sentence of which little is links."""
    return bool(ENDS_SENTENCE.search(block.text)) and block.link_share < _SENTENCE_LINK_SHARE_MOST


def is_set_in_italics(block: Block) -> bool:
    """True where all of a block stands in an element of italics, or in small letters."""
    node = block.place.node
    return any(display_form(part.text(deep=True)) == block.text for part in node.css(f"{_ITALIC}, small"))


def is_quoted(block: Block) -> bool:
    """True for a line of a quotation set apart, the name under it among them."""
    return block.place.quotation is not None


def is_in_post(block: Block) -> bool:
    """True within the quotation that holds a post of a social network."""
    quotation = block.place.quotation
    while quotation is not None and not quotation.words & POST_WORDS:
        quotation = quotation.parent.quotation if quotation.parent is not None else None
    return quotation is not None


def is_text_of_post(block: Block) -> bool:
    """True for a paragraph of an embedded post, and for a word with a hash: links in it are the network's."""
    return (block.place.tag == "p" or block.text.startswith("#")) and is_in_post(block)


def is_set_off(block: Block, like: Block) -> bool:
    """True where a block looks unlike another one: bold, italics, a heading, an element of another kind or class."""
    if block.place.tag == "li":
        return False
    if block.level or (block.bold and not like.bold):
        return True
    if is_set_in_italics(block) and not is_set_in_italics(like):
        return True
    if block.place.tag in _CELL_TAGS or is_within(like.place, block.place):
        return False  # a cell, or loose text in the element that holds the paragraphs
    if block.place.words & _CAPITAL_WORDS:
        return False  # the first paragraph of a text, by its large letter
    return block.place.signature != like.place.signature and bool(block.place.attributes.get("class"))
