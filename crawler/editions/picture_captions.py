"""What stands under the pictures of an article: their captions and who took them."""

from collections.abc import Sequence
from itertools import zip_longest

from crawler.editions.caption_credits import split_credit
from crawler.editions.credits import is_credit
from crawler.models import Picture
from crawler.page.blocks import Block, PictureBlock
from crawler.page.furniture import CAPTION_LABEL
from crawler.page.picture_controls import is_picture_control
from crawler.page.places import common_place
from crawler.urls import normalise_url

# The lines under a picture that may be its own: a caption in two languages, a credit.
_LINES_NEAR = 4
# Caption and picture share an element no further up than this.
_LEVELS_MOST = 3


def read_pictures(
    pictures: Sequence[PictureBlock],
    blocks: Sequence[Block],
    captions: frozenset[int],
    credited: frozenset[int],
    url: str,
) -> tuple[Picture, ...]:
    """The pictures of an article in order, each address once, with caption and credit where they have any.

    `captions` are the numbers of the blocks that are captions because they stand beside a picture,
    `credited` of those that say only whose it is.

    What stands in a button or beside another article's headline is a picture of the article only with a caption.
    """
    found: dict[str, Picture] = {}
    taken: set[int] = set()
    for picture, following in zip_longest(pictures, pictures[1:]):
        address = normalise_url(picture.address, url)
        if not address or address in found:
            continue
        end = following.after if following is not None and following.after > picture.after else len(blocks)
        lines = _lines_of(picture, end, blocks, captions, taken)
        taken.update(lines)
        if lines or not picture.furniture:
            found[address] = _with_lines(address, [(blocks[number], number in credited) for number in lines])
    return tuple(found.values())


def _lines_of(
    picture: PictureBlock, end: int, blocks: Sequence[Block], captions: frozenset[int], taken: set[int]
) -> list[int]:
    """The numbers of the caption lines right below a picture, up to `end`, where the next one stands.

    Where there is none, of the one right above it.
    """
    below = []
    for number in range(picture.after, min(picture.after + _LINES_NEAR, end)):
        if is_picture_control(blocks[number].text) or blocks[number].place.tag == "button":
            continue
        if number in taken or not _is_line(number, picture, blocks, captions):
            break
        below.append(number)
    above = picture.after - 1
    if below or above < 0 or above in taken or not _is_line(above, picture, blocks, captions):
        return below
    return [above]


def _is_line(number: int, picture: PictureBlock, blocks: Sequence[Block], captions: frozenset[int]) -> bool:
    block = blocks[number]
    if (
        block.furniture
        or is_picture_control(block.text)
        or not (block.caption or number in captions or CAPTION_LABEL.match(block.text))
    ):
        return False
    return picture.place.depth - common_place(block.place, picture.place).depth <= _LEVELS_MOST


def _with_lines(address: str, lines: Sequence[tuple[Block, bool]]) -> Picture:
    credit: str | None = None
    texts: list[str] = []
    for line, is_known in lines:
        if is_known or is_credit(line, is_below=bool(texts)):
            credit = credit or line.text
        else:
            texts.append(line.text)
    caption = _without_label(texts[0]) if texts else None
    if caption and credit is None:
        caption, credit = split_credit(caption)
    return Picture(address, caption, credit)


def _without_label(text: str) -> str:
    labelled = CAPTION_LABEL.match(text)
    return labelled["text"] if labelled else text
