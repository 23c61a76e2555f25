"""The case of a page whose kind is in doubt: what speaks for an article, and what the page calls itself.

Each part is worked out when a rule first asks for it: most pages are plainly articles, and only the others are parsed
a second time for what the article's part of the page does not show.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from crawler.dates import is_dateline
from crawler.discovery.article_paths import is_list_path, score_path
from crawler.head.metadata import Metadata, cut_site_name, title_pieces
from crawler.kinds.page_kinds import PageKind
from crawler.kinds.page_prose import Prose, is_prose
from crawler.kinds.page_signs import PageSigns, read_signs
from crawler.kinds.pagekind_words import COMMON_WORDS, OFFER, WORDINGS, Wording, fold, says, unquoted
from crawler.page.blocks import Block

# A sentence of a flash beside a phrase that a wall might use.
FLASH_PROSE = 60
# Dated, under a headline that the head states, one sentence may be as short as that: Arabic is shorter than English.
FLASH_LENGTH_LEAST = 40
_DATE_LENGTH = 40
# With so many linked headlines a page is a list, whatever its address looks like.
_CARDS_MANY = 8
_ARTICLE_PATH = 2
# "Our services" and "Lena Ostrow" are names.
NAME_WORDS = 4
# What a section collects is told in one paragraph.
_TOLD_LEAST = 2
# With a headline that the head states and a date or declaration, so much is more than a notice says.
_NEWS_PROSE = 300
# "About The Gazette" on the pages of The Gazette says no more than "About".
_KINDS_BESIDE_SITE = frozenset({PageKind.ABOUT, PageKind.CONTACT})
_SECTION_KINDS = frozenset({PageKind.LISTING, PageKind.SEARCH, PageKind.FEEDS})
_FREE = re.compile(r'"isAccessibleForFree"\s*:\s*"?\s*(true|false)', re.IGNORECASE)
_LIKE_ENOUGH = 0.6
# Walls are short: what stands further down in a long text is not looked up sentence by sentence (characters).
_LOOKED_UP_LENGTH = 5000
_WORD = re.compile(r"\w+")
_SENTENCES = re.compile(r"(?<=[.!?؟…])\s+")


class PageCase:
    """All that is known of one page."""

    def __init__(self, text: str, metadata: Metadata, url: str, prose: Prose, blocks: Sequence[Block]) -> None:
        self.metadata, self.url, self.prose, self.blocks = metadata, url, prose, blocks
        self._text = text
        self.titles = tuple(dict.fromkeys(cut_site_name(title, metadata.site_name) for _, title in metadata.titles))

    @cached_property
    def signs(self) -> PageSigns:
        """The signs of the whole page; reading them parses it again."""
        return read_signs(self._text)

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """Headlines seen in the article's part; on old pages in bold type: a line that is a piece of the title."""
        if self.prose.headlines:
            return self.prose.headlines
        pieces = {piece for title in self.titles for piece in title_pieces(title)}
        return tuple(line for line in self.prose.lines if line in pieces)

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """Headlines seen anywhere on the page."""
        return tuple(dict.fromkeys((*self.signs.headings, *self.headlines)))

    @cached_property
    def agrees_at_once(self) -> bool:
        """True where the head of the page states a headline that the article's part shows."""
        return self._agrees(self.headlines)

    @cached_property
    def is_free(self) -> bool | None:
        """What the structured data say of reading the page for nothing; None where they say nothing."""
        stated = _FREE.search(self._text) if "isAccessibleForFree" in self._text else None
        return stated[1].lower() == "true" if stated else None

    @cached_property
    def is_news(self) -> bool:
        """True where headline, date or declaration, and length say at once that this is a piece of news."""
        declared = self.is_dated or self.metadata.is_article
        return declared and self.prose.length >= _NEWS_PROSE and not self.named_at_once and self.agrees_at_once

    @cached_property
    def is_agreed(self) -> bool:
        """True where the head of the page states a headline that the page shows."""
        return self.agrees_at_once or self._agrees(self.signs.headings)

    @cached_property
    def named_at_once(self) -> frozenset[PageKind]:
        """The kinds that the head's titles or the headline name, as far as it is known without the whole page."""
        return self._said_by(self.headlines) | self._named_in_head

    @cached_property
    def named(self) -> frozenset[PageKind]:
        """The kinds that the page is called: by its headings, or by its titles where no heading speaks otherwise."""
        return self._said_by(self.shown) | (frozenset() if self.is_agreed else self._named_in_head)

    @cached_property
    def _named_in_head(self) -> frozenset[PageKind]:
        """The kinds that titles name, or a piece of one; but "News" and "Video" beside a headline name its section."""
        pieces = [piece for title in self.titles for piece in title_pieces(title)]
        return self._said_by(self.titles) | (self._said_by(pieces) - _SECTION_KINDS)

    def _said_by(self, names: Iterable[str]) -> frozenset[PageKind]:
        said = dict.fromkeys(names)
        bare = {name.removesuffix(site) for name in said for site in self._site_names if name.endswith(f" {site}")}
        kinds = {kind for name in said for kind in says(name)}
        return frozenset(kinds | {kind for name in bare for kind in says(name) & _KINDS_BESIDE_SITE})

    @cached_property
    def _site_names(self) -> frozenset[str]:
        """What may be the site's name: the stated one, and the last piece of each title in several."""
        pieces = [title_pieces(title) for _, title in self.metadata.titles]
        last = {several[-1] for several in pieces if len(several) > 1}
        return frozenset(last | ({self.metadata.site_name} if self.metadata.site_name else set()))

    @cached_property
    def own(self) -> tuple[str, ...]:
        """The paragraphs of prose, without the sentences that a wall says or an offer beside one."""
        return tuple(text for text in self._unsaid if is_prose(text))

    @property
    def length(self) -> int:
        """Characters of `own`."""
        return sum(map(len, self.own))

    @property
    def is_dated(self) -> bool:
        """True where the head states when the page was published, or a date line does before other articles' cards."""
        return self.prose.is_dated or any("odif" not in source for source, _ in self.metadata.dates)

    @property
    def is_stated(self) -> bool:
        """True where a headline that the head states too comes with a date, or with structured data of an article."""
        return (self.is_dated or self.is_declared) and self.is_agreed

    @property
    def is_declared(self) -> bool:
        """True where structured data of an article state its headline."""
        return any(source.startswith("json-ld") for source, _ in self.metadata.titles)

    def is_proved(self, least: int) -> bool:
        """True for an article beyond doubt: a headline the head states, dated or declared, and so much own prose."""
        return (self.is_dated or self.metadata.is_article) and self.length >= least and self.is_agreed

    @cached_property
    def is_listed(self) -> bool:
        """True where its name, its address or its publishing system says that it is a list."""
        called = {PageKind.LISTING, PageKind.SEARCH, PageKind.FEEDS} & self.named
        return bool(called) or self.metadata.is_listing or is_list_path(self.url) or self.signs.is_list

    @cached_property
    def dates(self) -> int:
        """Lines outside furniture that are dates and look alike: one at each entry of a list."""
        own = (block for block in self.blocks if not (block.furniture or block.caption or block.link_share))
        lines = (block for block in own if len(block.text) <= _DATE_LENGTH)
        looks = Counter(block.place.signature for block in lines if is_dateline(block.text))
        return max(looks.values(), default=0)

    @cached_property
    def is_surely_article(self) -> bool:
        """As `is_proved`, but og:type alone is not believed of a list: publishing systems state it of theirs, too.

        Poems, captions and lists in points count as well here: they are not mistaken for cards.
        """
        if self.is_stated and self.prose.length + self.prose.captions_length >= FLASH_LENGTH_LEAST:
            return True
        if sum(map(len, self._unsaid)) + self.prose.captions_length < FLASH_PROSE or not self.is_agreed:
            return False
        addressed = self.prose.cards < _CARDS_MANY and score_path(self.url) >= _ARTICLE_PATH
        return (self.metadata.is_article or addressed) and not self.is_listed

    @property
    def reports(self) -> bool:
        """True for paragraphs right under a headline that the head states too and that tells something: no name."""
        told = self.prose.reported
        if len(told) < _TOLD_LEAST or self.is_listed or not self.agrees_at_once:
            return False
        return score_path(self.url) > _ARTICLE_PATH or any(len(text.split()) > NAME_WORDS for text in self.headlines)

    def length_said(self, kind: PageKind) -> int:
        """Characters of the first paragraphs that hold a sentence of the kind."""
        looked_up = self.prose.paragraphs[: _count_within(self.prose.paragraphs, _LOOKED_UP_LENGTH)]
        return sum(len(text) for text in looked_up if is_said_by(kind, text))

    def count_said(self, kind: PageKind) -> int:
        """How many of a kind's sentences the page says; placeholders count only where an article would be."""
        said = self._article_text if kind is PageKind.TEMPLATE else self._message
        return WORDINGS[kind].count_said(said)

    @cached_property
    def _message(self) -> str:
        return unquoted(self.signs.message)

    @cached_property
    def _article_text(self) -> str:
        return fold("\n".join((*self.shown, *self.titles, *self.prose.paragraphs))[:_LOOKED_UP_LENGTH])

    @cached_property
    def _unsaid(self) -> tuple[str, ...]:
        looked_up = self.prose.paragraphs[: _count_within(self.prose.paragraphs, _LOOKED_UP_LENGTH)]
        joined = unquoted(fold("\n".join(looked_up)))
        said = [wording for wording in WORDINGS.values() if wording.is_said(joined)]
        if not said and not OFFER.search(joined):
            return self.prose.paragraphs
        return (*(_cut_said(text, said) for text in looked_up), *self.prose.paragraphs[len(looked_up) :])

    def _agrees(self, shown: Iterable[str]) -> bool:
        """True where one of the lines is like a title of the head; the site's own name is none."""
        stated = [frozenset(_WORD.findall(fold(title))) for title in self.titles]
        site = fold(self.metadata.site_name or "")
        folded = (fold(text) for text in shown)
        return any(
            text != site and _is_like(frozenset(_WORD.findall(text)), title) for text in folded for title in stated
        )


def is_said_by(kind: PageKind, text: str) -> bool:
    """True where a text holds a sentence of the kind."""
    return WORDINGS[kind].is_said(unquoted(fold(text)))


def _count_within(texts: Sequence[str], most: int) -> int:
    """How many of the texts, from the first, have no more than `most` characters together."""
    return bisect_right(tuple(accumulate(map(len, texts))), most)


def _cut_said(text: str, said: Sequence[Wording]) -> str:
    """A paragraph without the sentences that walls of these kinds say, or an offer beside one."""
    folded = ((sentence, fold(sentence)) for sentence in _SENTENCES.split(text))
    return " ".join(
        sentence
        for sentence, form in folded
        if not OFFER.search(form) and not any(wording.is_said(unquoted(form)) for wording in said)
    )


def _is_like(words: frozenset[str], others: frozenset[str]) -> bool:
    """True where most of the shorter's words stand in the other, and not only such as may stand in any title."""
    shared = words & others
    if not words or (not shared - COMMON_WORDS and words != others):
        return False
    return len(shared) >= _LIKE_ENOUGH * min(len(words), max(len(others), 1))
