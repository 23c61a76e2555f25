"""Lines in one language within the text of another: titles of books, names, quotations. They are of that text."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(slots=True)
class _Inside:
    """What an element holds of each language."""

    lengths: Counter[str] = field(default_factory=Counter)
    begins: dict[str, int] = field(default_factory=dict)
    """The number of the first paragraph."""
    ends: dict[str, int] = field(default_factory=dict)
    """The number of the last text."""


def with_enclosed_lines(texts: Sequence[RoledBlock], languages: Sequence[str]) -> list[str]:
    """The languages of blocks, with what stands within another language's text counted to it.

    That is a line between its paragraphs. The language of the line must have its own text elsewhere: else the line is
    all there is of it.
    """
    told = list(languages)
    if len(set(told)) < 2:
        return told
    held = _held(texts, told)
    totals = Counter[str]()
    for one, language in zip(texts, told, strict=True):
        totals[language] += len(one.text)
    for number, (one, language) in enumerate(zip(texts, languages, strict=True)):
        if one.role is not Role.HEADLINE and one.block.side_mark is None:
            told[number] = _language_around(number, one.block.place, language, held, totals) or language
    return told


def _held(texts: Sequence[RoledBlock], languages: Sequence[str]) -> Mapping[Place, _Inside]:
    held: defaultdict[Place, _Inside] = defaultdict(_Inside)
    for number, (one, language) in enumerate(zip(texts, languages, strict=True)):
        is_prose = one.role is Role.PARAGRAPH and len(one.text) >= _PROSE_LENGTH
        for outer in one.block.place.chain():
            inside = held[outer]
            inside.lengths[language] += len(one.text)
            inside.ends[language] = number
            if is_prose:
                inside.begins.setdefault(language, number)
    return held


def _language_around(
    number: int, place: Place, language: str, held: Mapping[Place, _Inside], totals: Counter[str]
) -> str | None:
    """The language of the text that a line stands within; None where it stands in its own language's or beside both."""
    beside = place
    for outer in place.chain():
        inside = held[outer]
        around = max(
            (one for one in inside.lengths if one != language), key=lambda one: inside.lengths[one], default=""
        )
        if inside.lengths[around] >= _TEXT_LENGTH:
            is_around = outer.tag not in _ROW_TAGS and _is_quoted(language, around, inside, totals)
            return around if is_around and _is_within(number, around, inside, beside) else None
        beside = outer
    return None


def _is_quoted(language: str, around: str, inside: _Inside, totals: Counter[str]) -> bool:
    own = inside.lengths[language]
    elsewhere = totals[language] - own
    return own <= _SHARE_MOST * inside.lengths[around] and elsewhere >= max(_ELSEWHERE_LEAST * own, _TEXT_LENGTH)


def _is_within(number: int, around: str, inside: _Inside, beside: Place) -> bool:
    """True between paragraphs of the language around.

    At the end of the text what stands as a list or a paragraph of it does (`beside` is its element next to the text);
    a column may be the other language's.
    """
    begins = inside.begins.get(around)
    is_below = begins is not None and number > begins
    return is_below and (number < inside.ends[around] or beside.tag in _TEXT_TAGS)
