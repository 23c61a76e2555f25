"""Where on a page the article's prose stands: one place that holds it, in all its languages."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from crawler.finding.beside_article import first_text
from crawler.finding.page_shape import PageShape
from crawler.finding.page_view import is_furniture_element
from crawler.finding.set_apart import is_set_apart
from crawler.languages import EDITION_SHARE_LEAST, block_language
from crawler.models import ARABIC
from crawler.page.blocks import Block
from crawler.page.furniture import is_furniture_text, is_language_part
from crawler.page.places import Place, common_place, is_in_site_footer, is_within
from crawler.page.teasers import texts_under_cards

# A child that holds this share of its parent's prose is where the article is; below it the parent is, since the
# other part may be the other language.
_DOMINANT_SHARE = 0.8
_CONTAINER_SHARE = 0.5
# Where names take out so many times the prose that they leave, they name the article itself.
_LEFT_OUT_MOST = 4
# Hidden text counts where it is so many times what is shown: a page that a script would show.
_HIDDEN_MOST = 4
_MENU_TAGS = frozenset({"nav", "menu", "select", "button"})
# Short lines right below a headline are a text where they are so many and so long; fewer are its date and names.
_LINES_LEAST, _LINES_LENGTH_LEAST = 3, 60
# The element called article may hold this much more prose than the main place (standfirst, captions, notes).
_ENCLOSING_GROWTH = 1.6


@dataclass(slots=True)
class _Weights:
    """What counts as prose, by place."""

    shape: PageShape
    masses: dict[Place, int] = field(default_factory=dict)
    children: dict[Place, list[Place]] = field(default_factory=dict)


def find_main(
    shape: PageShape,
    headline: int | None = None,
    beside: Collection[int] = frozenset(),
    comments: frozenset[int] = frozenset(),
) -> Place | None:
    """The innermost place that holds the article's prose; None on a page without prose.

    A list of other articles, a row of promotions, a dialog on cookies or a sidebar may hold more prose than a short
    article does: where it stands further from the headline than what is left without it, it is not the article.
    `headline` is the number of the headline's block, `beside` those of what stands beside its article, `comments` those
    of what readers wrote.
    """
    is_arabic = None if headline is None or not shape.has_arabic else is_in_arabic(shape.blocks[headline])
    main = _descend(_weigh(shape, comments, believed_in=is_arabic))
    if main is not None and _is_in_menu(main):
        main = _beside_menu(shape, headline)  # a page with less text than its menu
    if main is None or headline is None:
        return main
    place = shape.blocks[headline].place
    is_beside = main.tag == "tr"  # columns of an old page: the headline's, and the list's
    teasers = texts_under_cards(shape.blocks) if is_beside or not is_within(place, main) else frozenset()
    others = teasers | comments
    nearer = [_descend(_weigh(shape, others)) or _short_lines_below(shape, headline, main)] if teasers else []
    if beside:
        nearer.insert(0, _descend(_weigh(shape, others.union(beside))) or _flash_below(shape, headline, beside))
    if main.parent is None or is_set_apart(main, place):
        nearer.append(_descend(_weigh(shape, others, is_named_out=True)))
    for other in nearer:
        if other is not None and common_place(place, other).depth > common_place(place, main).depth:
            return other
    return main


def _flash_below(shape: PageShape, headline: int, beside: Collection[int]) -> Place | None:
    first = first_text(shape, headline, beside)
    return shape.blocks[first].place.container if first is not None else None


def _short_lines_below(shape: PageShape, headline: int, main: Place) -> Place | None:
    """What holds the headline and, without a sentence of prose, several lines below it: a poem, quotations.

    None where the prose in the main place is no other side of the page, or the lines are too few.
    """
    place = shape.blocks[headline].place
    common = common_place(place, main)
    side = next((one for one in place.chain() if one.parent is common), None)
    if side is None:
        return None
    below = (shape.blocks[number] for number in shape.numbers_in(side) if number > headline)
    together = takewhile(lambda block: not (block.level or block.link_share or is_furniture_text(block.text)), below)
    lines = [len(block.text) for block in together]
    return side if len(lines) >= _LINES_LEAST and sum(lines) >= _LINES_LENGTH_LEAST else None


def find_in_script(shape: PageShape, *, is_arabic: bool) -> Place | None:
    """The innermost place that holds the prose in Arabic script, or in any other: as if the page had no more."""
    return _descend(_weigh(shape, frozenset(), is_arabic=is_arabic))


def _is_in_menu(place: Place) -> bool:
    return any(one.tag in _MENU_TAGS for one in place.chain())


def _beside_menu(shape: PageShape, headline: int | None) -> Place | None:
    """Where the prose outside menus stands, if one element that is marked as an article holds it and the headline."""
    menus = frozenset(number for number, block in enumerate(shape.blocks) if _is_in_menu(block.place))
    main = _descend(_weigh(shape, menus))
    if main is None or headline is None:
        return None
    holder = common_place(shape.blocks[headline].place, main)
    return main if any(one.parent is not None and is_marked_article(one) for one in holder.chain()) else None


def _descend(weights: _Weights) -> Place | None:
    if not weights.masses:
        return None
    place = next(place for place in weights.masses if place.parent is None)
    while (best := _dominant(place, weights)) is not None:
        place = best
    return place.container


def _weigh(
    shape: PageShape,
    teasers: Collection[int],
    *,
    is_named_out: bool = False,
    is_arabic: bool | None = None,
    believed_in: bool | None = None,
) -> _Weights:
    """The prose of each place, and the places right below each; furniture left out as far as it is believed.

    With `is_named_out` whatever is called furniture is, however much of the page's prose it holds. `is_arabic` says
    which script alone counts; None for both. `believed_in` is the headline's script, True for Arabic: names that take
    out next to all of its prose are not believed, however much of the other they leave.
    """
    hidden = sum(prose for block, prose in zip(shape.blocks, shape.prose, strict=True) if block.hidden)
    unhide = hidden > _HIDDEN_MOST * (sum(shape.prose) - hidden)
    counted = [
        (block, prose)
        for number, (block, prose) in enumerate(zip(shape.blocks, shape.prose, strict=True))
        if prose
        and number not in teasers
        and (is_arabic is None or is_in_arabic(block) == is_arabic)
        and (unhide or not block.hidden or _is_language_part_around(block.place))
        and not is_in_site_footer(block.place)
    ]
    for by_name, by_tag in ((True, True), (False, True), (False, False)):
        known: dict[Place, bool] = {}
        kept = [pair for pair in counted if not _is_out(pair[0].place, known, by_name=by_name, by_tag=by_tag)]
        if is_named_out or _leave_enough(kept, counted, believed_in):
            break
    return _sum_up(kept, shape)


def _leave_enough(
    kept: Sequence[tuple[Block, int]], counted: Sequence[tuple[Block, int]], is_arabic: bool | None
) -> bool:
    """True where what is left of the prose is enough, and what is left of it in the headline's script as well."""
    total, left = (sum(prose for _, prose in pairs) for pairs in (counted, kept))
    if is_arabic is None or total - left > _LEFT_OUT_MOST * left:
        return total - left <= _LEFT_OUT_MOST * left
    own, own_left = (
        sum(prose for block, prose in pairs if is_in_arabic(block) == is_arabic) for pairs in (counted, kept)
    )
    return own < EDITION_SHARE_LEAST * total or own - own_left <= _LEFT_OUT_MOST * own_left


def is_in_arabic(block: Block) -> bool:
    """True for a block in Arabic script, or mostly so."""
    return block_language(block.text) == ARABIC


def _sum_up(kept: Sequence[tuple[Block, int]], shape: PageShape) -> _Weights:
    weights = _Weights(shape)
    masses = weights.masses
    for block, prose in kept:
        for place in block.place.chain():
            if place not in masses:
                masses[place] = 0
                if place.parent is not None:
                    weights.children.setdefault(place.parent, []).append(place)
            masses[place] += prose
    return weights


def _is_language_part_around(place: Place) -> bool:
    return any(is_language_part(one.attributes) for one in place.chain() if one.parent and one.parent.parent)


def _is_out(place: Place, known: dict[Place, bool], *, by_name: bool, by_tag: bool) -> bool:
    """True where an element, or one around it, is left out; `known` keeps what was found of each."""
    if place.parent is None:
        return False
    found = known.get(place)
    if found is None:
        own = place.tag not in ("article", "main") and (
            (by_tag and is_furniture_element(place)) or (by_name and place.is_called_furniture)
        )
        found = known[place] = own or _is_out(place.parent, known, by_name=by_name, by_tag=by_tag)
    return found


def _dominant(place: Place, weights: _Weights) -> Place | None:
    masses, below = weights.masses, weights.children.get(place, [])
    best = max(below, key=lambda one: masses[one], default=None)
    if best is None or _leaves_a_language_behind(best, [one for one in below if one is not best], weights.shape):
        return None
    share = masses[best] / masses[place]
    return best if share >= _DOMINANT_SHARE or (share >= _CONTAINER_SHARE and _is_container(best)) else None


def _leaves_a_language_behind(best: Place, others: Sequence[Place], shape: PageShape) -> bool:
    """True where the other children hold as much of the other script as makes an edition, and `best` does not."""
    if not others or not shape.has_arabic:
        return False
    inside = shape.letters_in(best)
    beside = [shape.letters_in(other) for other in others]
    if inside.arabic >= inside.other:
        missing, left_behind = inside.other, sum(one.other for one in beside)
    else:
        missing, left_behind = inside.arabic, sum(one.arabic for one in beside)
    least = EDITION_SHARE_LEAST * max(inside.arabic, inside.other)
    return missing < least <= left_behind


def _is_container(place: Place) -> bool:
    attributes = place.attributes
    return (
        place.tag in ("article", "main")
        or attributes.get("role") in ("main", "article")
        or attributes.get("itemprop") == "articleBody"
    )


def enclosing_article(place: Place, shape: PageShape) -> Place | None:
    """The nearest element around the main place that is marked as one article; None where there is none."""
    prose = max(shape.sums_in(place).prose, 1)
    for one in place.chain():
        if one.parent is not None and is_marked_article(one):
            return one if shape.sums_in(one).prose <= _ENCLOSING_GROWTH * prose else None
    return None


def is_marked_article(place: Place) -> bool:
    """True for an element that the page calls an article, by its tag, role, type or class."""
    attributes = place.attributes
    classes = f" {attributes.get('class') or ''} "
    return (
        place.tag == "article"
        or attributes.get("role") == "article"
        or (attributes.get("itemtype") or "").endswith(("Article", "BlogPosting"))
        or " hentry " in classes
        or " type-post " in classes
    )


def marked_articles(blocks: Sequence[Block]) -> list[Place]:
    """The elements of a page that it calls articles, each once, in reading order."""
    return list(dict.fromkeys(_marked(blocks)))


def _marked(blocks: Sequence[Block]) -> Iterator[Place]:
    for block in blocks:
        yield from (place for place in block.place.chain() if place.parent is not None and is_marked_article(place))
