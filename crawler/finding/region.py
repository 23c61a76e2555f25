"""The article's part of a page: its blocks in reading order, each judged whether it is of the body."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.finding.article_range import captions_before, header_of, range_of
from crawler.finding.beside_article import texts_beside
from crawler.finding.comment_sections import comment_sections
from crawler.finding.date_below import date_below
from crawler.finding.doubtful_lines import brothers_in_doubt, opened_parts
from crawler.finding.folded_panels import folded_panels
from crawler.finding.headline import find_headline, is_less_than_title
from crawler.finding.judged_block import BODY_LEAST, is_within_furniture, judge_block
from crawler.finding.main_place import enclosing_article, find_main, is_in_arabic, is_marked_article, marked_articles
from crawler.finding.opening import above_headline, frame_lines, untold_headline
from crawler.finding.page_shape import PageShape
from crawler.finding.page_view import PageView, Witnesses
from crawler.finding.region_pictures import is_portrait, pictures_between
from crawler.finding.sides import find_other_side
from crawler.finding.two_sides import Sides, judge_on_sides, sides_apart, views_of_sides
from crawler.finding.whole_tables import judge_tables
from crawler.head.metadata import Metadata, title_pieces
from crawler.models.forms import display_form
from crawler.page.block_reader import read_blocks
from crawler.page.blocks import Block, PageBlocks, PictureBlock
from crawler.page.furniture import is_language_part
from crawler.page.places import Place, common_place, is_within
from crawler.sites import Template

# A template's element is believed where it holds so much of the page's prose.
_TEMPLATE_SHARE_LEAST = 0.5
# A template that would take out more of the article than this was learned on other pages: it is not believed.
_TEMPLATE_DROPS_MOST = 0.25
# Beyond the article's element only what is surely of the body is taken.
_BEYOND_LEAST = 0.8
# Hidden text counts where there is so many times what is shown: a page that a script would show.
_HIDDEN_MOST = 4
# A piece of a title is its headline where no other is so many times as long.
_PIECE_SHARE = 3
# How many elements above the main place are looked at for more of the body.
_LEVELS_AROUND = 3


@dataclass(frozen=True, slots=True)
class Region:
    """The article's part of a page."""

    blocks: tuple[Block, ...]
    pictures: tuple[PictureBlock, ...]
    """`after` counts the blocks of the region."""
    headline: str | None
    """The page's headline as shown; None where none is."""
    heading: LexborNode | None
    """The element of the headline."""


@dataclass(frozen=True, slots=True)
class SurveyedPage:
    """A page's blocks, its headline's among them, and where its prose stands."""

    blocks: tuple[Block, ...]
    pictures: tuple[PictureBlock, ...]
    shape: PageShape
    headline: str | None
    """As shown."""
    heading: LexborNode | None
    headline_number: int | None
    beside: frozenset[int]
    """The numbers of what stands beside the article and is none of it; none where no headline is shown."""
    comments: frozenset[int]
    """The numbers of what readers wrote in elements called so."""
    main: Place | None
    named: Place | None
    """What the site's template calls the article; None without one, or where it is not believed."""


def survey(tree: LexborHTMLParser, metadata: Metadata, template: Template | None = None) -> SurveyedPage:
    """The page of a tree from which unseen elements were stripped; a tree without a body has no blocks."""
    page = read_blocks(tree.body) if tree.body is not None else PageBlocks((), ())
    headline = find_headline(tree, metadata)
    shape = PageShape(page.blocks)
    numbers = _numbers_of(headline, shape) if headline is not None else []
    is_told = bool(numbers) and not is_less_than_title(headline, metadata)
    titled = None if is_told else _number_of_title(metadata, page.blocks)
    number = titled if titled is not None or not numbers else numbers[0]
    shown = page.blocks[titled].text if titled is not None else None
    if titled is None and headline is not None:
        shown = _text_of(headline, [page.blocks[one] for one in numbers])
    beside = texts_beside(shape, number) if number is not None else frozenset()
    comments = comment_sections(shape, number)
    named, main = _by_template(tree, shape, template), find_main(shape, number, beside, comments)
    if named is not None and (main is None or not is_within(main, named)):
        main = named
    if shown is None and (titled := untold_headline(shape, main)) is not None:
        number, shown = titled, page.blocks[titled].text
    heading = headline if titled is None else page.blocks[titled].place.node
    if shown is None and (untold := untold_headline(shape, main)) is not None:
        number, shown, heading = untold, page.blocks[untold].text, page.blocks[untold].place.node
    return SurveyedPage(page.blocks, page.pictures, shape, shown, heading, number, beside, comments, main, named)


def read_region(tree: LexborHTMLParser, metadata: Metadata, template: Template | None = None) -> Region:
    """The article's part of a page; on a page without prose the one element marked as an article, else all of it."""
    page = survey(tree, metadata, template)
    main = page.main
    if main is None:
        return _without_prose(page, template)
    root = page.named or enclosing_article(main, page.shape) or main
    numbers = set(range_of(page.shape, page.headline_number, root))
    view, sides = _view(page, main, metadata), sides_apart(page.shape, main)
    views = views_of_sides(view, main, are_apart=bool(sides))
    around = page.shape.numbers_in(_around(main))
    judged = judge_on_sides(numbers.union(number for number in around if page.shape.prose[number]), view, views)
    judged |= judge_tables(judged, view)
    if page.headline_number in numbers:
        header = header_of(page.blocks[page.headline_number].place, root)
        numbers -= above_headline(page.shape, numbers, page.headline_number, header, judged)
    numbers |= {n for n, p in judged.items() if p >= _BEYOND_LEAST and page.shape.prose[n] and n not in numbers}
    numbers -= _beyond(root, page.beside, page.blocks) | page.comments
    if page.headline_number in numbers:
        numbers.update(captions_before(page.shape, root))
        numbers |= date_below(page.shape, numbers, page.headline_number) - page.comments
    other_side = find_other_side(page.blocks, numbers) - page.comments if page.shape.has_arabic else frozenset()
    judged |= judge_on_sides((n for n in other_side if n in around and n not in judged), view, views)
    numbers |= other_side
    if template is not None:
        numbers |= {number for number, block in enumerate(page.blocks) if block.role_mark}
    chosen = sorted(numbers)
    read = _believed([page.blocks[number] for number in chosen])
    framed = _framed(page, chosen, sides)
    outer = frozenset(main.chain()).union(*(side.chain() for side in sides.values()))
    beside = outer | _around_side(page.blocks, other_side)
    for in_doubt in (brothers_in_doubt, opened_parts):
        judged |= dict.fromkeys(in_doubt(page.blocks, judged, BODY_LEAST), BODY_LEAST)
    blocks = tuple(
        block if number in framed else judge_block(block, beside if number in other_side else outer, judged.get(number))
        for number, block in zip(chosen, read, strict=True)
    )
    seen = sorted(folded_panels(blocks).union(_seen(blocks, has_arabic=page.shape.has_arabic)))
    visible = [chosen[place] for place in seen]
    pictures = _judged_pictures(pictures_between(page.pictures, visible), outer)
    return Region(tuple(blocks[place] for place in seen), pictures, page.headline, page.heading)


def _judged_pictures(pictures: Sequence[PictureBlock], outer: frozenset[Place]) -> tuple[PictureBlock, ...]:
    return tuple(replace(one, furniture=is_within_furniture(one.place, outer) or is_portrait(one)) for one in pictures)


def _framed(page: SurveyedPage, chosen: Sequence[int], sides: Sides) -> frozenset[int]:
    """The lines that frame the article; where its languages stand apart, those that frame each of them."""
    assert page.main is not None
    number = page.headline_number
    if not sides or number is None:
        return frame_lines(page.shape, chosen, number, page.main)
    own = is_in_arabic(page.blocks[number])
    framed = (frame_lines(page.shape, chosen, number if its == own else None, place) for its, place in sides.items())
    return frozenset().union(*framed)


def _beyond(root: Place, texts: Collection[int], blocks: Sequence[Block]) -> frozenset[int]:
    """Those that stand beyond the article's element, or anywhere where the page marks none."""
    return frozenset(n for n in texts if not (is_marked_article(root) and is_within(blocks[n].place, root)))


def _around_side(blocks: Sequence[Block], other_side: frozenset[int]) -> frozenset[Place]:
    """The elements that hold all of the other side: what is found to be one is no furniture for standing in <aside>."""
    if not other_side:
        return frozenset()
    return frozenset(common_place(blocks[min(other_side)].place, blocks[max(other_side)].place).chain())


def _without_prose(page: SurveyedPage, template: Template | None) -> Region:
    """The one element marked as an article, else all of the page."""
    marked = marked_articles(page.blocks)
    root = marked[0] if len(marked) == 1 else None
    chosen = [
        number
        for number, block in enumerate(page.blocks)
        if root is None or is_within(block.place, root) or (template is not None and block.role_mark)
    ]
    inside = [page.blocks[number] for number in chosen]
    chosen = [chosen[place] for place in _seen(inside, has_arabic=page.shape.has_arabic)]
    read = tuple(map(_without_menu, _believed([page.blocks[number] for number in chosen])))
    return Region(read, pictures_between(page.pictures, chosen), page.headline, page.heading)


def _without_menu(block: Block) -> Block:
    """On a page without prose the site's menu may be its longest text."""
    return replace(block, furniture=True) if any(place.tag == "nav" for place in block.place.chain()) else block


def _numbers_of(headline: LexborNode, shape: PageShape) -> list[int]:
    """The numbers of the headline's blocks: of those that readers see, where there are any."""
    wanted = headline.mem_id
    place = next((place for place in shape.first if place.node.mem_id == wanted), None)
    if place is not None:
        inside = shape.numbers_in(place)
        return [number for number in inside if not shape.blocks[number].hidden] or list(inside)
    text = display_form(headline.text(deep=True))
    return [number for number, block in enumerate(shape.blocks) if block.text == text][:1]


def _text_of(headline: LexborNode, blocks: Sequence[Block]) -> str:
    """The headline as it is shown: its lines, without what is there for screen readers."""
    return " ".join(block.text for block in blocks) or display_form(headline.text(deep=True))


def _number_of_title(metadata: Metadata, blocks: Sequence[Block]) -> int | None:
    """The longest block that says just what a piece of a title in the head says: old pages' headlines are bold type."""
    pieces = {piece for _, title in metadata.titles for piece in _weighty(title_pieces(title))} - {metadata.site_name}
    found = [number for number, block in enumerate(blocks) if block.text in pieces and not block.link_share]
    return max(found, key=lambda number: len(blocks[number].text), default=None)


def _weighty(pieces: Sequence[str]) -> list[str]:
    """Without the pieces that are much shorter than another: the site's name, a section's."""
    longest = max(map(len, pieces), default=0)
    return [piece for piece in pieces if len(piece) * _PIECE_SHARE >= longest]


def _by_template(tree: LexborHTMLParser, shape: PageShape, template: Template | None) -> Place | None:
    """The place that the template's selector names, where it matches one element with most of the page's prose."""
    matches = tree.css(template.article) if template and template.article else []
    if len(matches) != 1:
        return None
    wanted = matches[0].mem_id
    place = next((place for place in shape.first if place.node.mem_id == wanted), None)
    if place is None or shape.sums_in(place).prose < _TEMPLATE_SHARE_LEAST * max(sum(shape.prose), 1):
        return None
    return place


def _view(page: SurveyedPage, main: Place, metadata: Metadata) -> PageView:
    witnesses = Witnesses("".join("".join(metadata.article_bodies).split()), metadata.description or "")
    return PageView(page.shape, main, page.headline_number, witnesses)


def _around(main: Place) -> Place:
    """The element around the main place that is looked at for more of the body."""
    around = main
    for _ in range(_LEVELS_AROUND):
        if around.parent is not None and around.parent.parent is not None:
            around = around.parent
    return around


def _believed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without a template's marks of furniture where those would take out much: learned on other pages.

    Links do not count: a list of other articles may well be longer than the article.
    """
    told = [(block.furniture, len(block.text) * (1.0 - block.link_share)) for block in blocks]
    if sum(length for is_dropped, length in told if is_dropped) <= _TEMPLATE_DROPS_MOST * sum(one for _, one in told):
        return tuple(blocks)
    return tuple(replace(block, furniture=False) for block in blocks)


def _seen(blocks: Sequence[Block], *, has_arabic: bool) -> list[int]:
    """Places of the blocks that are not hidden, or hidden as a language's part, or in place of next to nothing.

    Also of those that are surely of the body, where they are more than is shown: steps that a reader unfolds.
    """
    shown = {place for place, block in enumerate(blocks) if not block.hidden}
    length = sum(len(blocks[place].text) for place in shown)
    if length * _HIDDEN_MOST < sum(len(block.text) for block in blocks):
        return list(range(len(blocks)))
    taken = shown.union(find_other_side(blocks, shown)) if has_arabic else set(shown)
    folded = [place for place, block in enumerate(blocks) if block.sure and place not in taken]
    if sum(len(blocks[place].text) for place in folded) > length:
        taken.update(folded)
    return [place for place, block in enumerate(blocks) if place in taken or _is_of_a_language(block.place)]


def _is_of_a_language(place: Place) -> bool:
    """True where an element around the block, below the page's own, states its language or direction."""
    return any(is_language_part(one.attributes) for one in place.chain() if one.depth > 1)
