"""What stands under the pictures of an article: their captions and who took them."""

import re
from collections.abc import Sequence

from crawler.models import Picture
from crawler.page.blocks import Block, PictureBlock
from crawler.page.furniture import CAPTION_LABEL
from crawler.page.places import common_place
from crawler.urls import normalise_url

_CREDIT_NAMES = frozenset({"credit", "credits", "copyright", "photographer", "source"})
_CREDIT = re.compile(
    r"^\W*(?:photos?|images?|pictures?|credits?|photograph(?:y|er)?|source|foto|bild|©|\(c\)|copyright"
    r"|تصوير|المصور|المصدر|عدسة|حقوق\s\w+)\s*(?:by\b|[:：/©])?\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
# A credit within a caption: "... on Sunday (AP Photo/Name)", "... | Photo: Agency", "... (تصوير: اسم)".
_CREDIT_AT_END = re.compile(
    r"(?P<caption>.*?\S)\s*[\[(|–—-]\s*"
    r"(?P<credit>(?:[\w/ ]*\b(?:photos?|image|picture|credit|foto|bild)\b|©|تصوير|المصدر)[^()\[\]|]{2,60}?)[\])]?\s*",
    re.IGNORECASE | re.DOTALL,
)
# What can be nothing else, so that the line is a caption wherever it stands.
_CREDIT_IN_BRACKETS = re.compile(
    r"[\[(]\s*(?:[^()\[\]]{0,40}\b(?:photos?|images?|pictures?|foto|bild)\s*(?:by\b|[:：/])"
    r"|(?:ap|afp|epa|reuters|file|handout)\s+photo\b|©|(?:تصوير|الصورة|صورة)\s*[:：])[^()\[\]]{0,80}[\])]$",
    re.IGNORECASE,
)
_CREDIT_LENGTH = 80  # characters
# The lines under a picture that may be its own: a caption in two languages, a credit.
_LINES_NEAR = 4
# Caption and picture share an element no further up than this.
_LEVELS_MOST = 3


def ends_in_credit(text: str) -> bool:
    """True for a line that says at its end, in brackets, who took the picture.

    >>> ends_in_credit("The old harbour on Sunday. (AP Photo/Salma Haddad)"), ends_in_credit("(see the picture below)")
    (True, False)
    """
    return text.endswith((")", "]")) and _CREDIT_IN_BRACKETS.search(text) is not None


def read_pictures(
    pictures: Sequence[PictureBlock], blocks: Sequence[Block], captions: frozenset[int], url: str
) -> tuple[Picture, ...]:
    """The pictures of an article in order, each address once, with caption and credit where they have any.

    `captions` are the numbers of the blocks that are captions because they stand beside a picture.

    What stands in a button or beside another article's headline is a picture of the article only with a caption.
    """
    found: dict[str, Picture] = {}
    taken: set[int] = set()
    for picture in pictures:
        address = normalise_url(picture.address, url)
        if not address or address in found:
            continue
        lines = _lines_of(picture, blocks, captions, taken)
        taken.update(lines)
        if lines or not picture.furniture:
            found[address] = _with_lines(address, [blocks[number] for number in lines])
    return tuple(found.values())


def _lines_of(picture: PictureBlock, blocks: Sequence[Block], captions: frozenset[int], taken: set[int]) -> list[int]:
    """The numbers of the caption lines right below a picture; where there is none, of the one right above it."""
    below = []
    for number in range(picture.after, min(picture.after + _LINES_NEAR, len(blocks))):
        if number in taken or not _is_line(number, picture, blocks, captions):
            break
        below.append(number)
    above = picture.after - 1
    if below or above < 0 or above in taken or not _is_line(above, picture, blocks, captions):
        return below
    return [above]


def _is_line(number: int, picture: PictureBlock, blocks: Sequence[Block], captions: frozenset[int]) -> bool:
    block = blocks[number]
    if block.furniture or not (block.caption or number in captions or CAPTION_LABEL.match(block.text)):
        return False
    return picture.place.depth - common_place(block.place, picture.place).depth <= _LEVELS_MOST


def _with_lines(address: str, lines: Sequence[Block]) -> Picture:
    credit = next((line.text for line in lines if _is_credit(line)), None)
    texts = [line.text for line in lines if not _is_credit(line)]
    caption = _without_label(texts[0]) if texts else None
    if caption and credit is None and (parts := _CREDIT_AT_END.fullmatch(caption)):
        caption, credit = parts["caption"], parts["credit"]
    return Picture(address, caption, credit)


def _is_credit(block: Block) -> bool:
    if len(block.text) > _CREDIT_LENGTH:
        return False
    return bool(block.names & _CREDIT_NAMES) or bool(_CREDIT.match(block.text) and not CAPTION_LABEL.match(block.text))


def _without_label(text: str) -> str:
    labelled = CAPTION_LABEL.match(text)
    return labelled["text"] if labelled else text
