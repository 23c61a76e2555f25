"""The blocks of one page as editions, one for each language, and what stands in none of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.editions.bylines_of_sides import with_byline_of_both
from crawler.editions.dates_by_place import with_dates_by_place
from crawler.editions.edition_bylines import without_initials
from crawler.editions.edition_roles import KICKER_WORDS, settle
from crawler.editions.enclosed_lines import with_enclosed_lines
from crawler.editions.letterheads import without_letterhead
from crawler.editions.linked_names import with_boxed_byline, with_linked_byline
from crawler.editions.others_dates import without_others_dates
from crawler.editions.page_rows import with_rows
from crawler.editions.pull_quotes import without_pull_quotes, without_second_printing
from crawler.editions.quoted_scripts import quoted_only
from crawler.editions.repeated_lines import cut_repeated_captions, cut_repeated_headline
from crawler.editions.roled_block import RoledBlock
from crawler.editions.roles import first_looks
from crawler.editions.stated_bylines import with_stated_byline, without_biographies
from crawler.editions.stated_standfirst import with_stated_standfirst
from crawler.editions.unlikely import without_unlikely
from crawler.head.metadata import title_pieces
from crawler.languages import block_language, language_among, languages_of, with_declared
from crawler.models import ARABIC, READING_ORDER, Edition, Role, Segment
from crawler.page.blocks import Block
from crawler.page.prose import is_in_post

_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_ـ]")
_HEADLINE_WORDS_LEAST = 4
_HEADLINE_LENGTH_LEAST = 20  # characters; a shorter end of a heading may be its last words


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page's head states of its article."""

    headline: str | None
    """Not visible; used for an edition of its language that shows none."""
    titles: Sequence[str] = ()
    authors: Sequence[str] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page's editions and what stands in none of them."""

    editions: tuple[Edition, ...]
    residue: tuple[str, ...]


def split_editions(
    blocks: Sequence[Block],
    headline: str | None,
    stated: Stated,
    other: str,
    captions: frozenset[int] = frozenset(),
    credited: frozenset[int] = frozenset(),
) -> SplitPage:
    """The blocks of one page as editions with roles, and the residue; no block is in both or in neither.

    `headline` is the page's visible headline, which is among the blocks; `other` the page's language beside Arabic;
    `captions` are the numbers of the blocks that are captions because they stand beside a picture,
    `credited` of those that say only whose a picture is.
    """
    roled = _roled(blocks, headline, stated, captions, credited)
    texts = [one for one in roled if one.role is not None]
    languages = with_dates_by_place(texts, _languages(texts, other))
    editions: list[Edition] = []
    sides: dict[str, list[RoledBlock]] = {}
    headlines: dict[str, str | None] = {}
    settled_by_block: dict[int, RoledBlock] = {}
    language_by_block: dict[int, str] = {}
    for language in sorted(set(languages), key=lambda language: (language != other, language)):
        own = [one for one, its in zip(texts, languages, strict=True) if its == language]
        is_stated = stated.headline and language_among(stated.headline, dict.fromkeys(languages), other) == language
        headlines[language] = stated.headline if is_stated else None
        settled = without_second_printing(settle(own, headlines[language], stated.titles))
        sides[language] = without_unlikely(without_pull_quotes(settled))
    for language, settled in with_byline_of_both(sides).items():
        settled_by_block.update({id(one.block): one for one in settled})
        language_by_block.update(dict.fromkeys((id(one.block) for one in settled), language))
        edition = _edition(language, settled, _own_title(headlines[language], stated.titles, language, other))
        if edition.segments:
            editions.append(edition)
    paragraphs = [
        language_by_block[id(one.block)]
        for one in roled
        if (its := settled_by_block.get(id(one.block))) and its.role is Role.PARAGRAPH
    ]
    return SplitPage(with_rows(editions, paragraphs), tuple(_residue(roled, settled_by_block)))


def _roled(
    blocks: Sequence[Block],
    headline: str | None,
    stated: Stated,
    captions: frozenset[int],
    credited: frozenset[int],
) -> list[RoledBlock]:
    """The blocks with the roles that they have by themselves, and by what the head states."""
    named = next((block.text for block in blocks if block.role_mark == Role.HEADLINE), None)
    titles = [stated.headline, *stated.titles] if stated.headline else stated.titles
    shown = named or (_without_kicker(headline, titles) if headline else stated.headline)
    roled = without_others_dates(without_initials(list(first_looks(blocks, shown, captions, credited))))
    roled = without_letterhead(roled)
    roled = cut_repeated_captions(cut_repeated_headline(roled))
    roled = with_stated_byline(without_biographies(roled, stated.authors), stated.authors)
    roled = with_boxed_byline(with_linked_byline(roled, stated.authors))
    return with_stated_standfirst(roled, stated.description)


def _languages(texts: Sequence[RoledBlock], other: str) -> list[str]:
    """The language of each text; captions alone, who took a picture perhaps, are no edition of their own."""
    spoken, sides = _spoken(texts), [one.block.side_mark for one in texts]
    languages = languages_of(spoken, other, sides)
    told = {language for one, language in zip(texts, languages, strict=True) if one.role is not Role.CAPTION}
    if told and not told.issuperset(languages):
        spoken = [text if language in told else "" for text, language in zip(spoken, languages, strict=True)]
        languages = languages_of(spoken, other, sides)
    declared = with_declared(spoken, languages, [one.block.declared_language for one in texts], other)
    return with_enclosed_lines(texts, declared)


def _spoken(texts: Sequence[RoledBlock]) -> list[str]:
    """The texts that tell an edition's language: a post or a quotation is of the edition that quotes it."""
    quoted = quoted_only(texts)
    spoken = ["" if place in quoted or is_in_post(one.block) else one.text for place, one in enumerate(texts)]
    return spoken if any(spoken) else [one.text for one in texts]


def _without_kicker(headline: str, titles: Sequence[str]) -> str:
    """The headline without a kicker printed before it in one heading, as the first title has it that is all or rest.

    A kicker has letters: a year is of the headline.
    """
    words = _WORD.findall(headline)
    for title in titles:
        kicker = headline.removesuffix(title)
        if _WORD.findall(title) == words or (kicker != headline and not _LETTER.search(kicker)):
            return headline
        if kicker != headline and len(title) >= _HEADLINE_LENGTH_LEAST and len(kicker.split()) <= KICKER_WORDS:
            return title
    return headline


def _residue(roled: Sequence[RoledBlock], settled: dict[int, RoledBlock]) -> Iterator[str]:
    for one in roled:
        if one.label:
            yield one.label
        its = settled.get(id(one.block), one)
        if one.role is None or (its.role is None and id(one.block) in settled):
            yield one.text


def _edition(language: str, settled: list[RoledBlock], stated: str | None) -> Edition:
    counts: dict[Role, int] = {}
    segments = []
    for role, text in ((one.role, one.text) for one in settled if one.role is not None):
        position = counts.get(role, 0)
        counts[role] = position + 1
        segments.append(Segment(role, position, text))
    if stated and Role.HEADLINE not in counts and Role.PARAGRAPH in counts:
        segments.append(Segment(Role.HEADLINE, 0, stated))
    return Edition(language, tuple(_in_reading_order(segments)))


def _own_title(stated: str | None, titles: Sequence[str], language: str, other: str) -> str | None:
    """What is stated for an edition, or the part of a title in its language: "English | Arabic | the site".

    The last part may be the site's name where it is short.
    """
    if stated and len(title_pieces(stated)) == 1:
        return stated
    for pieces in map(title_pieces, titles):
        parts = [piece for piece in pieces if piece != pieces[-1] or len(piece.split()) >= _HEADLINE_WORDS_LEAST]
        languages = [block_language(part, other) for part in parts]
        if language in languages and {ARABIC, other} <= set(languages):
            return parts[languages.index(language)]
    return stated


def _in_reading_order(segments: list[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda segment: (READING_ORDER.index(segment.role), segment.position))
