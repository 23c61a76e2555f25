"""Readers' comments below an article in elements called so, where they are longer than the article."""

from collections.abc import Iterator
from itertools import chain

from crawler.finding.page_shape import PageShape
from crawler.page.comment_signs import are_signed
from crawler.page.places import Place, is_within

_CALLED = frozenset({"comment", "comments", "commentlist"})
# Two comments at least, below a text of some length: an article may stand in an element called so.
_COMMENTS_LEAST = 2
_TEXT_LENGTH_LEAST = 150  # characters of prose


def comment_sections(shape: PageShape, headline: int | None) -> frozenset[int]:
    """The numbers of what stands in such elements; none where nothing is signed as comments are, or no text is above.

    Shorter ones are furniture by their names, which are not believed where they take out most of a page. `headline` is
    the number of the headline's block.
    """
    if _CALLED.isdisjoint(_words_around_prose(shape)):  # so on nearly every page
        return frozenset()
    places = list(_called(shape, shape.blocks[headline].place if headline is not None else None))
    numbers = [number for place in places for number in shape.numbers_in(place)]
    above = sum(shape.prose[: numbers[0]]) if numbers else 0
    if above < _TEXT_LENGTH_LEAST or sum(shape.prose[number] for number in numbers) < above:
        return frozenset()
    prose = sum(shape.prose[number] > 0 for number in numbers)
    texts = (shape.blocks[number].text for number in numbers if not shape.prose[number])
    return frozenset(numbers) if prose >= _COMMENTS_LEAST and are_signed(texts, prose) else frozenset()


def _words_around_prose(shape: PageShape) -> frozenset[str]:
    """What the elements with prose in them are called."""
    prose = (block.place for block, length in zip(shape.blocks, shape.prose, strict=True) if length)
    places = set(chain.from_iterable(place.chain() for place in prose))
    return frozenset().union(*(place.words for place in places))


def _called(shape: PageShape, headline: Place | None) -> Iterator[Place]:
    """The outermost elements called so that do not hold the headline."""
    last: Place | None = None
    for place in shape.first:
        if place.depth < 2 or not place.words & _CALLED or (headline is not None and is_within(headline, place)):
            continue
        if last is None or not is_within(place, last):
            last = place
            yield place
