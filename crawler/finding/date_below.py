"""The date line right below an article's text, where its head has none."""

from collections.abc import Collection

from crawler.dates import is_dateline, is_updated_label
from crawler.finding.page_shape import PageShape
from crawler.page.blocks import Block
from crawler.page.furniture import is_byline_text
from crawler.page.lines import split_line
from crawler.page.names import is_name
from crawler.page.places import common_place, is_in_site_footer, is_within

# Between text and date stands at most a byline.
_LINES = 2
_LINE_LENGTH = 160  # characters


def date_below(shape: PageShape, numbers: Collection[int], headline: int | None) -> frozenset[int]:
    """The numbers of the date line below the chosen blocks, and of a byline before it; none where they have a date.

    It stands in the element of headline and text, in a part of it that says nothing but who wrote it and when.
    """
    if headline is None or not numbers or any(_has_date(shape.blocks[number]) for number in _frame(shape, numbers)):
        return frozenset()
    last = max(numbers)
    article = common_place(shape.blocks[headline].place, shape.blocks[last].place)
    below: list[int] = []
    for number in range(last + 1, min(last + 1 + _LINES, len(shape.blocks))):
        block = shape.blocks[number]
        if not is_within(block.place, article) or not all(map(_signs, _part_of(shape, number, last))):
            break
        below.append(number)
        if _has_date(block):
            return frozenset(below)
    return frozenset()


def _frame(shape: PageShape, numbers: Collection[int]) -> list[int]:
    """Those of the chosen blocks among which an article's date stands: up to the second of its prose, and the last."""
    ordered = sorted(numbers)
    prose = [place for place, number in enumerate(ordered) if shape.prose[number]]
    return ordered[: prose[1] if len(prose) > 1 else None] + ordered[-_LINES:]


def _part_of(shape: PageShape, number: int, last: int) -> list[Block]:
    """The blocks in the widest element around a block that does not hold the last of the text; itself without one."""
    place = shape.blocks[number].place
    holder = common_place(place, shape.blocks[last].place)
    part = next((one for one in place.chain() if one.parent is holder), None)
    return [shape.blocks[one] for one in (shape.numbers_in(part) if part is not None else [number])]


def _has_date(block: Block) -> bool:
    """True for a line with a day in it that is a date line, or one beside a name."""
    if len(block.text) > _LINE_LENGTH or not any(map(str.isdigit, block.text)):
        return False
    return any(is_dateline(piece.block.text) for piece in split_line(block))


def _signs(block: Block) -> bool:
    """True for a line that says who wrote a text or when, and no more."""
    if (
        block.level
        or block.furniture
        or block.caption
        or len(block.text) > _LINE_LENGTH
        or is_in_site_footer(block.place)
    ):
        return False
    if is_updated_label(block.text):
        return False
    texts = [piece.block.text for piece in split_line(block)]
    return all(
        is_dateline(text) or is_byline_text(text) or is_name(text) or not any(map(str.isalnum, text)) for text in texts
    )
