"""The other side of an article: its translation where it stands apart from the text that was found, hidden perhaps."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from crawler.languages import block_language, count_letters
from crawler.models import ARABIC
from crawler.page.blocks import Block
from crawler.page.furniture import is_language_part
from crawler.page.places import Place

# A side is a translation of the other, not a summary in a sidebar: the shortest seen is a fifth of its article.
_SIDE_SHARE_LEAST = 0.18
_SIDE_SHARE_MOST = 3.0
# An element is the side where nearly all its text is in that script.
_PURE_SHARE = 0.7
# Of the elements that hold the side the innermost that holds nearly all of it.
_WHOLE_SHARE = 0.9
_LINK_SHARE_MOST = 0.5
_NO_SIDE_TAGS = frozenset({"nav", "footer", "button", "select", "menu"})
# A translation tells the same figures: at least half of the fewer, where there are so many.
_FIGURES_LEAST = 3
_FIGURES_SHARED = 0.5
_FIGURE = re.compile(r"\d[\d.,٬٫]*\d")
_MARKS = re.compile(r"[.,٬٫]")
_PARAGRAPH_LENGTH = 40
_PARAGRAPHS_RATIO_MOST = 1.6
# With a figure or two all must be the same, not only this century's year, and the paragraphs nearly as many.
_RECENT_YEAR = re.compile(r"20\d\d")
_SAME_PARAGRAPHS_RATIO_MOST = 1.25
_SIDE_NAMES = frozenset({"translation", "translated", "arabic", "english"})


@dataclass(frozen=True, slots=True)
class _Text:
    """What stands in one script in some blocks."""

    texts: tuple[str, ...]
    letters: int
    paragraphs: int

    @property
    def figures(self) -> frozenset[str]:
        """The figures it tells."""
        return frozenset(figure for text in self.texts for figure in _figures(text))


def find_other_side(blocks: Sequence[Block], chosen: Collection[int]) -> frozenset[int]:
    """The blocks beyond the chosen ones that are the article in the other script; none where it has one side only.

    The chosen ones may hold both already. What is found tells the same figures as they do, or as many paragraphs in an
    element that states its language, is called a translation, or waits hidden for a choice.
    """
    arabic, other = _letters_in(blocks, chosen)
    most, is_arabic = max(arabic, other), arabic >= other
    if min(arabic, other) >= _SIDE_SHARE_LEAST * most or not most:
        return frozenset()
    if not _may_have_side(blocks, chosen, most, is_arabic=not is_arabic):
        return frozenset()
    main = _text_in(blocks, chosen, is_arabic=is_arabic)
    beyond = [number for number in range(len(blocks)) if number not in chosen and _may_be_text(blocks[number])]
    best: tuple[int, int] | None = None
    found: Place | None = None
    for place, inside in _elements_around(blocks, beyond).items():
        side = _text_in(blocks, inside, is_arabic=not is_arabic)
        if not _is_side(side, main, inside, blocks, place):
            continue
        rank = (round(side.letters / main.letters * 10), place.depth)
        if (
            best is None
            or rank[0] > best[0] / _WHOLE_SHARE
            or (rank[0] >= best[0] * _WHOLE_SHARE and rank[1] > best[1])
        ):
            best, found = rank, place
    if found is None:
        return frozenset()
    within = {number for number in range(len(blocks)) if found in blocks[number].place.chain()}
    return frozenset(within | _called_alike(blocks, found, is_arabic=not is_arabic)) - set(chosen)


def _called_alike(blocks: Sequence[Block], side: Place, *, is_arabic: bool) -> set[int]:
    """The hidden blocks in the side's script whose element has its class: headline and date that one button shows."""
    name = side.attributes.get("class")
    if not name:
        return set()
    return {
        number
        for number, block in enumerate(blocks)
        if block.hidden
        and any(place.attributes.get("class") == name for place in block.place.chain())
        and (block_language(block.text, "other") == ARABIC) == is_arabic
    }


def _letters_in(blocks: Sequence[Block], numbers: Iterable[int]) -> tuple[int, int]:
    """The letters in Arabic script of the blocks that are mostly in it, and those in others of the other blocks."""
    arabic = other = 0
    for number in numbers:
        counted = count_letters(blocks[number].text)
        if counted.arabic > counted.other:
            arabic += counted.arabic
        else:
            other += counted.other
    return arabic, other


def _may_have_side(blocks: Sequence[Block], chosen: Collection[int], letters: int, *, is_arabic: bool) -> bool:
    """True where the rest of the page has letters enough of the script that is wanted; on most pages it has none."""
    wanted = _SIDE_SHARE_LEAST * letters
    for number, block in enumerate(blocks):
        if number not in chosen and not (is_arabic and block.text.isascii()):
            counted = count_letters(block.text)
            wanted -= counted.arabic if is_arabic else counted.other
            if wanted <= 0:
                return True
    return False


def _text_in(blocks: Sequence[Block], numbers: Collection[int], *, is_arabic: bool) -> _Text:
    own = []
    letters = 0
    for number in numbers:
        counted = count_letters(blocks[number].text)
        if (counted.arabic > counted.other) == is_arabic:
            own.append(number)
            letters += counted.arabic if is_arabic else counted.other
    texts = tuple(blocks[number].text for number in own)
    return _Text(texts, letters, sum(len(text) >= _PARAGRAPH_LENGTH for text in texts))


def _figures(text: str) -> list[str]:
    """The figures of two digits and more, in ASCII digits and without marks of thousands."""
    return [str(int(_MARKS.sub("", figure))) for figure in _FIGURE.findall(text) if len(figure) < 20]


def _may_be_text(block: Block) -> bool:
    if block.link_share > _LINK_SHARE_MOST:
        return False
    return not any(place.tag in _NO_SIDE_TAGS for place in block.place.chain())


def _elements_around(blocks: Sequence[Block], numbers: Sequence[int]) -> dict[Place, list[int]]:
    inside: dict[Place, list[int]] = {}
    for number in numbers:
        for place in blocks[number].place.chain():
            inside.setdefault(place, []).append(number)
    return inside


def _is_side(side: _Text, main: _Text, inside: Sequence[int], blocks: Sequence[Block], place: Place) -> bool:
    if not _SIDE_SHARE_LEAST * main.letters <= side.letters <= _SIDE_SHARE_MOST * main.letters or side.paragraphs < 2:
        return False
    everything = [count_letters(blocks[number].text) for number in inside]
    if side.letters < _PURE_SHARE * sum(letters.arabic + letters.other for letters in everything):
        return False
    own, others = side.figures, main.figures
    fewer = min(len(own), len(others))
    if fewer >= _FIGURES_LEAST:
        return len(own & others) >= _FIGURES_SHARED * fewer
    ratio = max(side.paragraphs, main.paragraphs) / max(1, min(side.paragraphs, main.paragraphs))
    marked = is_language_part(place.attributes) or all(blocks[number].hidden for number in inside)
    marked = marked or not _SIDE_NAMES.isdisjoint(place.words)
    tells_same = fewer > 0 and len(own & others) == fewer and not all(map(_RECENT_YEAR.fullmatch, own & others))
    return (marked and ratio <= _PARAGRAPHS_RATIO_MOST) or (tells_same and ratio <= _SAME_PARAGRAPHS_RATIO_MOST)
