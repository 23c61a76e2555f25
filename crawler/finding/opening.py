"""How an article's part of the page opens and ends: what stands above the headline, a headline that no title tells,
and the lines of an article's own header and footer."""

from collections.abc import Collection, Mapping

from crawler.dates import is_dateline
from crawler.finding.main_place import is_marked_article
from crawler.finding.page_shape import PageShape
from crawler.page.blocks import Block
from crawler.page.furniture import BYLINE_LABEL, CAPTION_LABEL, is_byline_text, name_words
from crawler.page.lines import split_line
from crawler.page.names import is_name
from crawler.page.places import Place, common_place, is_within
from crawler.page.prose import ENDS_SENTENCE

_TITLE_NAMES = frozenset({"title", "headline", "heading"})
_TITLE_LENGTH_LEAST, _TITLE_LENGTH_MOST = 15, 200  # characters
_TITLE_BOX_LENGTH = 300
# Between a headline and the first prose stand at most a date, a byline, a standfirst, beside captions.
_NEAR_PROSE = 6
_BODY_LEAST = 0.5
_NEAR_END = 2
_LINE_LENGTH = 100
_FOOTER_LENGTH = 200
# Between headline and text date and byline may stand in one of these.
_BESIDE_TAGS = ("footer", "aside")
_LINK_SHARE_MOST = 0.5


def above_headline(
    shape: PageShape, numbers: Collection[int], headline: int | None, header: Place | None, judged: Mapping[int, float]
) -> frozenset[int]:
    """Those of the chosen blocks that stand above the headline's header and are of the site: its names, its menus.

    Nothing where text stands above the headline: the article in the other language. Beside the header, in one element
    with it, stand kickers; dates, bylines and captions may stand further off.
    """
    if headline is None or header is None or header.parent is None:
        return frozenset()
    above = [number for number in numbers if number < headline]
    if any(shape.prose[number] and judged.get(number, 0.0) >= _BODY_LEAST for number in above):
        return frozenset()
    beside = next((place for place in header.chain() if is_marked_article(place)), header.parent)
    return frozenset(
        number
        for number in above
        if not is_within(shape.blocks[number].place, beside) and not _may_be_apart(shape.blocks[number])
    )


def _may_be_apart(block: Block) -> bool:
    is_caption = block.caption or CAPTION_LABEL.match(block.text) is not None
    return is_caption or is_dateline(block.text) or is_byline_text(block.text)


def untold_headline(shape: PageShape, main: Place | None) -> int | None:
    """The number of the last block before the article's prose that is called a title, or else of the first heading.

    For pages whose head calls them all the same ("News Details") and that have no heading like it.
    """
    if main is None:
        return None
    first = next((n for n, b in enumerate(shape.blocks) if shape.prose[n] and is_within(b.place, main)), 0)
    lines = [number for number in range(first) if not shape.blocks[number].caption]
    near = [number for number in lines[-_NEAR_PROSE:] if _may_be_title(shape.blocks[number])]
    named = [number for number in near if _is_called_title(shape.blocks[number].place)]
    headings = (number for number in near if _is_whole_heading(shape.blocks[number]))
    return named[-1] if named else next(headings, None)


def _may_be_title(block: Block) -> bool:
    fits = _TITLE_LENGTH_LEAST <= len(block.text) <= _TITLE_LENGTH_MOST
    return fits and not block.link_share and not block.hidden and not is_dateline(block.text)


def _is_whole_heading(block: Block) -> bool:
    """True for a heading that is not set in several lines."""
    return block.level > 0 and block.place.tag == f"h{block.level}" and not block.furniture


def _is_called_title(place: Place) -> bool:
    """True for an element called so; one in a table's cell may have the name on an inline element around its text."""
    around = place.parent if place.parent is not None and place.parent.length <= _TITLE_BOX_LENGTH else place
    if place.words & _TITLE_NAMES or around.words & _TITLE_NAMES:
        return True
    inner = place.node.css("span[id], span[class]") if place.tag == "td" else ()
    return any(_TITLE_NAMES & name_words(one.attributes.get("class"), one.attributes.get("id")) for one in inner[:2])


def frame_lines(shape: PageShape, numbers: Collection[int], headline: int | None, main: Place) -> frozenset[int]:
    """Those of the chosen blocks that are the article's, though what they stand in is called furniture.

    A byline or a date in a short footer right before or after the text, above it in a short <aside>, too; a sentence
    called a teaser or a <time> between headline and text; a byline or a date below the headline before anything else
    is said; a date right beside the headline, in one header with it.
    """
    inside = [number for number in numbers if shape.prose[number] and is_within(shape.blocks[number].place, main)]
    if not inside:
        return frozenset()
    first, last = min(inside), max(inside)
    start = headline if headline is not None else first - _NEAR_PROSE
    return frozenset(
        number
        for number in numbers
        if (last < number <= last + _NEAR_END and _is_signed(shape, number))
        or (
            start < number < first
            and (
                any(_is_signed(shape, number, tag) for tag in _BESIDE_TAGS)
                or _is_teaser(shape, number)
                or _is_time(shape, number)
                or (headline is not None and _is_told_below(shape, number, headline))
            )
        )
        or _is_date_of_header(shape, number, headline)
    )


def _is_told_below(shape: PageShape, number: int, headline: int) -> bool:
    """True for a byline or a date below the headline; not behind a link, which may be another article's."""
    if number > headline + _NEAR_PROSE or not _is_byline_or_date(shape, number):
        return False
    between = range(headline + 1, number)
    return all(not shape.blocks[one].link_share or _is_byline_or_date(shape, one) for one in between)


def _is_byline_or_date(shape: PageShape, number: int) -> bool:
    """True for a line that says who wrote or when; a label and the name after it are one such line."""
    block = shape.blocks[number]
    if block.hidden or block.caption or block.level == 1:
        return False
    if (
        BYLINE_LABEL.match(block.text)
        or is_byline_text(block.text)
        or (not block.link_share and is_dateline(block.text))
    ):
        return True
    return BYLINE_LABEL.match(shape.blocks[number - 1].text) is not None and is_name(block.text)


def _is_date_of_header(shape: PageShape, number: int, headline: int | None) -> bool:
    """True for a date right before or after the headline, where the element around both holds little else."""
    if headline is None or abs(number - headline) != 1:
        return False
    block, title = shape.blocks[number], shape.blocks[headline]
    if block.hidden or block.caption or block.link_share or not is_dateline(block.text):
        return False
    return shape.sums_in(common_place(block.place, title.place)).length <= len(title.text) + _FOOTER_LENGTH


def _is_signed(shape: PageShape, number: int, tag: str = "footer") -> bool:
    """True for a byline or a date in a footer, or another such element, of little else."""
    block = shape.blocks[number]
    is_dated = block.machine_date is not None and is_dateline(block.text)  # a post's date links to the post
    is_linked = block.link_share > _LINK_SHARE_MOST and not (is_dated or is_byline_text(block.text))
    if block.caption or len(block.text) > _LINE_LENGTH or is_linked:
        return False
    footer = next((place for place in block.place.chain() if place.tag == tag or tag in place.words), None)
    if footer is None or shape.sums_in(footer).length > _FOOTER_LENGTH:
        return False
    return is_dateline(block.text) or any(is_byline_text(piece.block.text) for piece in split_line(block))


def _is_time(shape: PageShape, number: int) -> bool:
    """True for a <time> that says a date: a strip of tools may hold it."""
    block = shape.blocks[number]
    return block.place.tag == "time" and not (block.hidden or block.link_share) and is_dateline(block.text)


def _is_teaser(shape: PageShape, number: int) -> bool:
    """True for the one line of an element called a teaser, a sentence without links."""
    block = shape.blocks[number]
    if block.link_share or not ENDS_SENTENCE.search(block.text):
        return False
    return any("teaser" in place.words and shape.sums_in(place).blocks == 1 for place in block.place.chain())
