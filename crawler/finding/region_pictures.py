"""The pictures of the article's part of a page, and which of them is only the writer's."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from crawler.page.blocks import PictureBlock
from crawler.page.furniture import BYLINE_WORDS

_ARTICLE_TAGS = frozenset({"article", "main", "body"})
_BYLINE_LENGTH = 200  # characters


def pictures_between(pictures: Sequence[PictureBlock], chosen: Sequence[int]) -> tuple[PictureBlock, ...]:
    """The pictures between the blocks with these numbers, which are in order; `after` counted in them.

    All of them where no block is chosen.
    """
    if not chosen:
        return tuple(pictures)
    first, last = chosen[0], chosen[-1]
    return tuple(
        replace(picture, after=bisect_left(chosen, picture.after))
        for picture in pictures
        if first <= picture.after <= last + 1
    )


def is_portrait(picture: PictureBlock) -> bool:
    """True for a picture in an element that names the writer and holds little else."""
    place = picture.place
    near = [place, place.parent] if place.parent is not None else [place]
    return any(
        one.tag not in _ARTICLE_TAGS and one.words & BYLINE_WORDS and one.length < _BYLINE_LENGTH for one in near
    )
