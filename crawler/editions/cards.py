"""Cards that lead to other articles: a linked headline over a line of its text, one card beside the other.

Rows of the same make may be the article: a week in review, places to eat, things that were tested. They then say more
than what stands beside them, or lead to other sites.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from crawler.editions.box_blocks import is_prose
from crawler.editions.linked_rows import Rows, linked_rows
from crawler.page.blocks import Block
from crawler.page.furniture import BOX_LABEL
from crawler.page.places import Place, is_within
from crawler.page.prose import ENDS_SENTENCE

_CARDS_LEAST = 2
# Cards apart from the text say so many times what the article says, at most; among its paragraphs as much, and the
# more where each has a picture that leads away; a single one, told by that, says less.
_SHARE_APART, _SHARE_AMONG, _SHARE_PICTURED, _SHARE_SINGLE, _NONE = 3.0, 1.0, 2.0, 0.5, -1.0


def cards(blocks: Sequence[Block], shown: str | None) -> frozenset[int]:
    """The numbers of the blocks of cards, with the heading over them; `shown` is the page's headline."""
    rows = tuple(linked_rows(blocks))
    if not rows:
        return frozenset()
    page = _Page(blocks, shown)
    return frozenset().union(*(page.with_heading(one) for one in rows if page.are_cards(one)))


class _Page:
    """The blocks of a page, with its prose counted once."""

    def __init__(self, blocks: Sequence[Block], shown: str | None) -> None:
        self.blocks = blocks
        self.headline = next((number for number, block in enumerate(blocks) if block.text == shown), 0)
        prose = [len(block.text) if is_prose(block) else 0 for block in blocks]
        self._before = list(accumulate(prose, initial=0))
        self._within = Counter[Place]()
        for block, length in zip(blocks, prose, strict=True):
            if length:
                self._within.update(dict.fromkeys(block.place.chain(), length))

    def are_cards(self, rows: Rows) -> bool:
        """True for rows that do not say too much for the place where they stand; a single one says something."""
        said = self._said(rows)
        is_told = said > 0 or len(rows.rows) >= _CARDS_LEAST
        is_own = any(self.headline in row.inside for row in rows.rows)
        return is_told and not is_own and said <= self._share_most(rows) * (self._before[-1] - said)

    def with_heading(self, rows: Rows) -> frozenset[int]:
        """The blocks of the rows and the line over them in their element; nothing where other text is between them."""
        first, last = rows.rows[0].inside.start, rows.rows[-1].inside.stop
        if self._before[last] - self._before[first] > self._said(rows):
            return frozenset()
        members = frozenset(number for row in rows.rows for number in row.inside)
        above = self.blocks[first - 1] if first else None
        if above is None or is_prose(above) or not is_within(above.place, rows.place):
            return members
        return members if not above.level and ENDS_SENTENCE.search(above.text) else members | {first - 1}

    def _said(self, rows: Rows) -> int:
        return sum(self._before[row.inside.stop] - self._before[row.inside.start] for row in rows.rows)

    def _share_most(self, rows: Rows) -> float:
        """So many times what the rest of the page says the rows may say where they are cards."""
        heads = [self.blocks[row.head] for row in rows.rows]
        is_pictured = all(row.is_pictured for row in rows.rows)
        if rows.rows[-1].inside.stop <= self.headline:
            return _SHARE_APART
        if len(heads) < _CARDS_LEAST:
            return _SHARE_SINGLE if is_pictured and not (heads[0].offsite or heads[0].caption) else _NONE
        if self._within[rows.place] <= self._said(rows):
            return _SHARE_APART
        if any(head.offsite for head in heads) or self._are_led_to(rows):
            return _NONE
        return _SHARE_PICTURED if is_pictured else _SHARE_AMONG

    def _are_led_to(self, rows: Rows) -> bool:
        """True right below a line of text that ends in a colon."""
        first = rows.rows[0].inside.start
        above = self.blocks[first - 1] if first else None
        if above is None or above.level or BOX_LABEL.match(above.text):
            return False
        return above.text.endswith((":", "："))
