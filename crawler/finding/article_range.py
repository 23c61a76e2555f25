"""From where to where an article reaches among a page's blocks: from its headline's header to its element's end."""

from crawler.dates import is_dateline
from crawler.finding.page_shape import PageShape
from crawler.page.blocks import Block
from crawler.page.furniture import CAPTION_LABEL, is_byline_text
from crawler.page.lines import split_line
from crawler.page.names import is_name
from crawler.page.places import Place, common_place, is_within
from crawler.page.writer_pages import writers_box

# A header around the headline with at most this much text is taken whole: it holds date line and byline.
_HEADER_LENGTH = 400
# Above a headline stand at most the caption of the picture above it, a button, a section.
_ABOVE = 5
_KICKER_LENGTH = 40  # characters
_CAPTION_LENGTH = 200
_PICTURE_WORDS = frozenset({"pic", "photo", "picture", "image", "img", "figure", "hero", "featured"})
_STANDFIRST_LEAST, _STANDFIRST_MOST = 60, 300
# Between headline and text stand at most so many lines.
_NEAR = 6


def range_of(shape: PageShape, headline: int | None, root: Place) -> range:
    """The numbers of the blocks from the headline's header to the end of the article's element."""
    inside = shape.numbers_in(root)
    if not inside:
        return range(0)
    first, last = inside[0], inside[-1]
    if headline is not None and headline < first:
        header = header_of(shape.blocks[headline].place, root)
        first = min(shape.first.get(header, headline), headline)
        first = _head_above(shape, first, common_place(shape.blocks[headline].place, root))
    return range(first - _has_date_above(shape, first, headline), last + 1)


def header_of(place: Place, root: Place) -> Place:
    """The widest element around the headline that holds little more than a header's text, and not the article."""
    header = place
    for outer in place.chain():
        if is_within(root, outer) or outer.length > _HEADER_LENGTH:
            break
        header = outer
    return header


def _head_above(shape: PageShape, first: int, article: Place) -> int:
    """The number of the first line above the header that is the article's: the caption of a picture, a byline, a
    standfirst, a date where none stands below; the header's own where its element and the text's opens otherwise."""
    start = shape.first.get(article, first)
    if article.parent is None or article.tag == "body" or not start < first <= start + _ABOVE:
        return first
    above = [(number, shape.blocks[number]) for number in range(start, first)]
    title = shape.blocks[first].place
    is_own = {number: _is_of_head(block, title) for number, block in above}
    if not all(is_own[number] or block.hidden or len(block.text) <= _KICKER_LENGTH for number, block in above):
        return first
    below = shape.blocks[first : first + _NEAR]
    has_date = not start or any(_has_date(block) for block in below)
    own = (number for number, block in above if is_own[number] and not (has_date and _has_date(block)))
    head = min(own, default=first)
    is_signed = start < head < first and _has_date(shape.blocks[head]) and is_name(shape.blocks[head - 1].text)
    return head - is_signed


def _has_date(block: Block) -> bool:
    return any(is_dateline(piece.block.text) for piece in split_line(block))


def _is_of_head(block: Block, title: Place) -> bool:
    if not block.hidden and writers_box(block, title) is not None:
        return True
    if block.hidden or (block.link_share and not is_byline_text(block.text)):
        return False
    if _is_below_picture(block):
        return True
    is_standfirst = _STANDFIRST_LEAST <= len(block.text) <= _STANDFIRST_MOST and not block.furniture
    return block.caption or is_standfirst or any(_is_date_or_byline(piece.block.text) for piece in split_line(block))


def _is_below_picture(block: Block) -> bool:
    """True for a short line whose element follows one with a picture, no link, and no text."""
    before = block.place.node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    if before is None or before.tag == "-text" or block.level or len(block.text) > _CAPTION_LENGTH:
        return False
    is_picture = before.tag == "img" or (before.css_first("img") is not None and before.css_first("a") is None)
    return is_picture and not before.text(deep=True).strip()


def _is_date_or_byline(text: str) -> bool:
    return is_dateline(text) or is_byline_text(text)


def captions_before(shape: PageShape, root: Place) -> range:
    """The numbers of the captions in a box of its own right before the article's element, with a picture that is no
    link: one for the columns of two languages."""
    first = shape.first[root]
    around = shape.blocks[first - 1].place.chain() if first and root.parent is not None else ()
    box = next((place for place in around if place.parent is root.parent), None)
    if box is None:
        return range(0)
    inside = shape.numbers_in(box)
    is_called = box.tag == "figure" or not box.words.isdisjoint(_PICTURE_WORDS)
    is_captions = len(inside) <= _ABOVE and all(_is_caption(shape.blocks[one], is_called) for one in inside)
    is_picture = box.node.css_first("img, picture") is not None and box.node.css_first("a img, a picture") is None
    return range(inside[0], first) if is_captions and is_picture else range(0)


def _is_caption(block: Block, is_called: bool) -> bool:
    """True for a caption by name or label, and for any short line in a box that is called a picture's."""
    if block.link_share or block.hidden or block.level:
        return False
    is_short = is_called and len(block.text) <= _CAPTION_LENGTH and not is_dateline(block.text)
    return block.caption or CAPTION_LABEL.match(block.text) is not None or is_short


def _has_date_above(shape: PageShape, first: int, headline: int | None) -> bool:
    """True where the block before the article's first, its headline's, is a date, and one element holds both alone.

    Not where another date stands below the headline.
    """
    if not first or headline != first or not is_dateline(shape.blocks[first - 1].text):
        return False
    if any(is_dateline(block.text) for block in shape.blocks[first + 1 : first + 1 + _NEAR]):
        return False
    date, place = shape.blocks[first - 1].place, shape.blocks[first].place
    holder = common_place(date, place)
    return shape.first[holder] == first - 1 and date.depth <= holder.depth + 1
