"""A site's template, learned from a few of its pages: where its articles stand, and what repeats on all of them."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from crawler.blocks import Block, read_blocks
from crawler.dates import is_dateline
from crawler.extract import find_subtree
from crawler.furniture import is_byline_text
from crawler.models.forms import match_form
from crawler.sites import Template

# Fewer pages cannot tell what repeats from what is the same by chance.
PAGES_LEAST = 3
_SHARE_OF_PAGES = 0.6
# A longer text, or one that ends as a sentence does, is never learned: a site may print the same paragraph in several
# articles (a background, a list of the dead), and what is learned is taken out of every one.
_FURNITURE_LENGTH = 80
_SENTENCE = re.compile(r"[.!?؟…۔][”\"»’')\]]*\s*$")
_FURNITURE_MOST = 60


def learn_template(texts: Sequence[str], learned_on: date) -> Template | None:
    """The template that at least three article pages of one site share; None for fewer pages.

    `article` is the selector that finds the article's element on most of them, `furniture` the short texts that stand
    in that element on most of them.
    """
    subtrees = [subtree for subtree in map(find_subtree, texts) if subtree.html]
    if len(subtrees) < PAGES_LEAST:
        return None
    needed = max(2, round(_SHARE_OF_PAGES * len(subtrees)))
    selectors = Counter(subtree.selector for subtree in subtrees if "." in subtree.selector)
    selector, count = selectors.most_common(1)[0] if selectors else ("", 0)
    repeated: Counter[str] = Counter()
    for subtree in subtrees:
        blocks = read_blocks(subtree.html).blocks
        repeated.update({match_form(block.text) for block in blocks if _may_be_furniture(block)})
    furniture = sorted(text for text, pages in repeated.items() if pages >= needed and text)
    return Template(
        since=learned_on,
        article=selector if count >= needed else "",
        furniture=tuple(furniture[:_FURNITURE_MOST]),
    )


def _may_be_furniture(block: Block) -> bool:
    """True for a short label that could repeat as furniture: no sentence, byline or date line, nor a link."""
    return (
        len(block.text) <= _FURNITURE_LENGTH
        and not block.level
        and not _SENTENCE.search(block.text)
        and not block.furniture
        and block.link_share < 0.5
        and not is_byline_text(block.text)
        and not is_dateline(block.text)
    )
