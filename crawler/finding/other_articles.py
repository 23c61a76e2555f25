"""Other articles on an article's page: in rows of cards, under a headline that is a link, as the next one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from crawler.dates import is_dateline
from crawler.finding.page_shape import PageShape
from crawler.language_marks import arabic_script_scores, certain_language, latin_scores
from crawler.languages import block_language
from crawler.models import ARABIC
from crawler.page.blocks import Block
from crawler.page.link_addresses import leads_within_page
from crawler.page.places import Place, is_within
from crawler.page.teasers import leads_on
from crawler.script_languages import language_of_line

_ALL_LINKS_SHARE = 0.8
# A card has a headline, a line or two of text, a date or a link to read on; a row has three at least.
_CARD_MOST, _CARD_LENGTH = 5, 420
_HEADED_LENGTH = 600
_ROW_LEAST = 3
_HEADLINE_LENGTH_LEAST, _HEADLINE_WORDS_LEAST = 12, 3
_HEADING_LEVEL_MOST = 4
_LABEL_LENGTH = 25
# An article's beginning under its headline, on a page of another one.
_LED_TO_LENGTH = 4_000
_DATE_LENGTH, _DIGIT = 60, re.compile(r"\d")
_TOLD_BY = 12  # blocks, of which a language is told
_NEXT = re.compile(
    r"^\W*(?:(?:next|previous|up\snext)\W*(?:article|story|post|news|in\s\S+)?|read\s(?:this\s)?next"
    r"|(?:ال(?:مقالة?|خبر|موضوع|تقرير)\s)?(?:التالي|السابق|الآتي)[ةه]?|[اإأ]قر[أا]\s(?:التالي|بعد\sذلك)"
    r"|nächster\sartikel|article\ssuivant|siguiente\s(?:artículo|noticia)|próxim[oa]\s(?:artigo|notícia))\W*$",
    re.IGNORECASE,
)


def texts_in_rows(shape: PageShape) -> Iterator[int]:
    """The numbers of the blocks of three cards with a text and more, of one make in one element."""
    rows: dict[tuple[Place | None, str, str | None], dict[Place, range]] = defaultdict(dict)
    for number, prose in enumerate(shape.prose):
        if prose and len(shape.blocks[number].text) <= _HEADED_LENGTH:
            card = _card_around(shape, number)
            if card is not None:
                rows[card.parent, *card.signature][card] = shape.numbers_in(card)
    yield from chain.from_iterable(chain.from_iterable(row.values()) for row in rows.values() if len(row) >= _ROW_LEAST)


def _card_around(shape: PageShape, number: int) -> Place | None:
    """The smallest element around a text that holds more than it, where that is a card: with a link, and short."""
    card = _holder(shape, number)
    inside = shape.numbers_in(card) if card is not None else range(0)
    if card is None or len(inside) > _CARD_MOST:
        return None
    first = shape.blocks[inside.start]
    is_headed = first.level > 0 and _leads_away(first, is_above=True)
    if shape.sums_in(card).length > (_HEADED_LENGTH if is_headed else _CARD_LENGTH):
        return None
    if not any(_leads_away(shape.blocks[one], is_above=one < number) for one in inside):
        return None
    while card.parent is not None and shape.numbers_in(card.parent) == inside:
        card = card.parent  # the row of a cell
    return card


def _leads_away(block: Block, *, is_above: bool) -> bool:
    """True for another article's headline above its text, and below it for a link to the rest: to another page."""
    if not is_above:
        return leads_on(block)
    is_headline = block.link_share >= _ALL_LINKS_SHARE and _is_headline_long(block)
    return is_headline and not leads_within_page(block.place.node)


def _is_headline_long(block: Block) -> bool:
    return len(block.text) >= _HEADLINE_LENGTH_LEAST and block.text.count(" ") >= _HEADLINE_WORDS_LEAST - 1


def _holder(shape: PageShape, number: int) -> Place | None:
    """The smallest element around a block that holds more than it."""
    return next((place for place in shape.blocks[number].place.chain() if len(shape.numbers_in(place)) > 1), None)


def texts_led_to(shape: PageShape, headline: int) -> Iterator[int]:
    """The numbers of the blocks of elements that open as other articles do: with "Next article", with a headline that
    is a link and a date, or with another h1, in an element that looks like one around the headline or its text and
    holds their language."""
    own = shape.blocks[headline].place
    below = next((number for number, prose in enumerate(shape.prose) if prose and number > headline), headline)
    around = (*own.around, *shape.blocks[below].place.around)
    alike = {place.signature: place for place in around if place.attributes.get("class")}
    for number, block in enumerate(shape.blocks):
        level = block.level
        if number == headline or not (level or len(block.text) <= _LABEL_LENGTH):
            continue
        is_next = _NEXT.match(block.text) is not None
        is_linked = 0 < level <= _HEADING_LEVEL_MOST and _leads_away(block, is_above=True)
        holder = _opened_by(shape, number) if is_next or is_linked or level == 1 else None
        if holder is None or is_within(own, holder) or shape.sums_in(holder).length > _LED_TO_LENGTH:
            continue
        inside = shape.numbers_in(holder)
        is_dated = is_linked and any(_is_date(shape.blocks[one].text) for one in inside[:_CARD_MOST])
        other = alike.get(holder.signature) if level == 1 else None
        if (
            is_next
            or is_dated
            or (other is not None and may_be_of_one_language(shape, inside, shape.numbers_in(other)))
        ):
            yield from inside


def _is_date(text: str) -> bool:
    return len(text) <= _DATE_LENGTH and _DIGIT.search(text) is not None and is_dateline(text)


def _opened_by(shape: PageShape, number: int) -> Place | None:
    """The smallest element around a block that holds prose, where the block opens it; a section may stand above."""
    for place in shape.blocks[number].place.chain():
        if number - shape.first[place] > 1:
            return None
        if shape.sums_in(place).prose:
            return place
    return None


def may_be_of_one_language(shape: PageShape, some: Iterable[int], others: Iterable[int]) -> bool:
    """True where nothing says that the texts of some blocks are in another language than those of others."""
    one, other = (
        " ".join(shape.blocks[number].text for number in islice(numbers, _TOLD_BY)) for numbers in (some, others)
    )
    is_arabic = block_language(one) == ARABIC
    if is_arabic != (block_language(other) == ARABIC):
        return False
    if len({language_of_line(text, None) for text in (one, other)}) > 1:
        return False
    scores = arabic_script_scores if is_arabic else latin_scores
    return len({certain_language(scores(text), len(text.split())) for text in (one, other)} - {None}) <= 1
