"""Lines in one language within the text of another: titles of books, names, quotations. They are of that text."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crawler.editions.roled_block import RoledBlock
from crawler.models import Role
from crawler.page.places import Place

# An element with so much of one language holds its text (characters), and one with this share of it in another language
# quotes that one, of which most stands elsewhere.
_TEXT_LENGTH = 300
_SHARE_MOST = 0.2
_ELSEWHERE_LEAST = 4
_PROSE_LENGTH = 80
# The cells of a row are two languages' sides, however short one is.
_ROW_TAGS = frozenset({"tr", "tbody", "table", "dl"})
_TEXT_TAGS = frozenset({"p", "ul", "ol", "blockquote", "pre", "figure"})

_Lengths = Mapping[Place, Counter[str]]


def with_enclosed_lines(texts: Sequence[RoledBlock], languages: Sequence[str]) -> list[str]:
    """The languages of blocks, with what stands within another language's text counted to it.

    That is a line between its paragraphs. The language of the line must have its own text elsewhere: else the line is
    all there is of it.
    """
    told = list(languages)
    if len(set(told)) < 2:
        return told
    lengths = _lengths(texts, told)
    totals = Counter[str]()
    for one, language in zip(texts, told, strict=True):
        totals[language] += len(one.text)
    for place, (one, language) in enumerate(zip(texts, languages, strict=True)):
        if one.role is not Role.HEADLINE and one.block.side_mark is None:
            told[place] = _language_around(place, texts, languages, lengths, totals) or language
    return told


def _lengths(texts: Sequence[RoledBlock], languages: Sequence[str]) -> _Lengths:
    lengths: defaultdict[Place, Counter[str]] = defaultdict(Counter)
    for one, language in zip(texts, languages, strict=True):
        for outer in one.block.place.chain():
            lengths[outer][language] += len(one.text)
    return lengths


def _language_around(
    place: int, texts: Sequence[RoledBlock], languages: Sequence[str], lengths: _Lengths, totals: Counter[str]
) -> str | None:
    """The language of the text that a line stands within; None where it stands in its own language's or beside both."""
    language = languages[place]
    for outer in texts[place].block.place.chain():
        inside = lengths[outer]
        around = max((one for one in inside if one != language), key=lambda one: inside[one], default=None)
        if around is None or inside[around] < _TEXT_LENGTH:
            continue
        own = inside[language]
        is_quoted = own <= _SHARE_MOST * inside[around] and totals[language] - own >= max(
            _ELSEWHERE_LEAST * own, _TEXT_LENGTH
        )
        if outer.tag in _ROW_TAGS or not is_quoted:
            return None
        numbers = [n for n, one in enumerate(texts) if languages[n] == around and outer in one.block.place.chain()]
        return around if _is_within(place, numbers, texts, outer) else None
    return None


def _is_within(place: int, numbers: Sequence[int], texts: Sequence[RoledBlock], outer: Place) -> bool:
    """True between paragraphs of the language around, which has these blocks there.

    At the end of the text what stands as a list or a paragraph of it does; a column may be the other language's.
    """
    begins = min((n for n in numbers if _is_prose(texts[n])), default=None)
    if begins is None or place < begins:
        return False
    beside = next((one for one in texts[place].block.place.chain() if one.parent is outer), outer)
    return place < max(numbers) or beside.tag in _TEXT_TAGS


def _is_prose(one: RoledBlock) -> bool:
    return one.role is Role.PARAGRAPH and len(one.text) >= _PROSE_LENGTH
