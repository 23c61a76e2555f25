"""Tables of figures and names in an article: their cells are text together or not at all."""

from collections import defaultdict
from collections.abc import Mapping

from crawler.finding.page_view import PageView
from crawler.page.blocks import Block
from crawler.page.places import Place

# A table of fewer lines may be the frame that a text or a picture stands in; one that holds much prose is one.
_LINES_LEAST = 6
_PROSE_SHARE_MOST = 0.5
_BODY_LEAST = 0.5
_SURE = 0.7
_NEVER = 0.4
_CELL_TAGS = frozenset({"td", "th"})


def judge_tables(judged: Mapping[int, float], view: PageView) -> dict[int, float]:
    """How likely the cells of tables are of the body, by what their table's cells are together.

    A name, a figure or a link alone says nothing of where it belongs.
    """
    cells: dict[Place, list[int]] = defaultdict(list)
    for number in judged:
        table = next((place for place in view.shape.blocks[number].place.chain() if place.tag == "table"), None)
        if table is not None:
            cells[table].append(number)
    likely: dict[int, float] = {}
    for table, numbers in cells.items():
        if len(numbers) >= _LINES_LEAST and not _is_frame(table, view):
            is_text = _mean(numbers, judged, view) >= _BODY_LEAST
            likely |= {n: max(judged[n], _SURE) if is_text else min(judged[n], _NEVER) for n in numbers}
    return likely


def is_figure_of_table(block: Block) -> bool:
    """True for figures in a cell of a table that is text: a row is read whole."""
    outer = block.place.parent
    is_cell = block.place.tag in _CELL_TAGS or (outer is not None and outer.tag in _CELL_TAGS)
    return is_cell and not block.unlikely and not block.furniture and any(map(str.isdigit, block.text))


def _is_frame(table: Place, view: PageView) -> bool:
    sums = view.shape.sums_in(table)
    return sums.prose > _PROSE_SHARE_MOST * min(view.main_prose, sums.length)


def _mean(numbers: list[int], judged: Mapping[int, float], view: PageView) -> float:
    """How likely the cells are that say something by themselves: a link alone is not weighed."""
    lengths = {n: len(view.shape.blocks[n].text) for n in numbers if judged[n]}
    return sum(judged[n] * length for n, length in lengths.items()) / max(sum(lengths.values()), 1)
