"""How a picture's credit is known within its caption: by what its element is called, and by how its words begin."""

import re
from itertools import takewhile

from selectolax.lexbor import LexborNode

from crawler.page.element_flags import Attributes
from crawler.page.furniture import CAPTION_WORDS, name_words
from crawler.page.picture_controls import is_picture_control
from crawler.page.places import BLOCK_TAGS, Place

_CREDIT_WORDS = frozenset(
    "credit credits creditline photocredit imagecredit copyright photographer photog source attribution fotograf "
    "fotografo quelle rights".split()
)
# Within a caption an author is who took the picture; a figure may also be a writer's portrait with the name beside it.
_WORDS_IN_CAPTION = _CREDIT_WORDS | frozenset({"author", "authors", "byline", "autor"})
_CREDIT_LENGTH = 120  # characters
_LABEL = (
    r"(?:photos?|images?|pictures?|illustrations?|graphics?)(?:\s(?:source|credit|by|courtesy)|\sillustration)?|credits?"
    r"|photograph(?:y|er|s)?(?:\sby)?|source|copyright|foto(?:s|graf|grafie|grafía|graaf)?|bild(?:er|quelle|rechte)?"
    r"|fotoğraf|grafik|quelle|crédit(?:s|o|os)?(?:\sphoto)?|crédito|imagen|imagem|imagine|fot|zdj|kuva|illustratie"
    r"|фото(?:граф|графия)?|источник|иллюстрация|צילו(?:ם|מים)|תצלום|תצלומים|تصوير|المصور|المصدر|عدسة|عکس(?:اس)?"
    r"|写真|摄影|攝影|图片来源|圖片來源|撮影|사진|फोटो|चित्र|तस्वीर"
)
_BEGINS = re.compile(
    rf"^\W*(?:(?:{_LABEL})\s*(?:[:：/=©]|\.\s|\bby\b)|©|\(c\)\s|\b(?:ph|fot|foto|bild)\.\s)", re.IGNORECASE
)
_SOURCE = re.compile(r"^\W*(?:source|quelle|источник|المصدر)\b", re.IGNORECASE)
_ENDS_CAPTION = (".", "!", "?", ")", "…", "»", "”", '"')
# What a screen reader is told before it.
_HIDDEN_LABEL = re.compile(r"^\s*(?:image|photo|picture)\s?(?:source|credit|copyright)\b", re.IGNORECASE)


def begins_as_credit(text: str) -> bool:
    """True for words that begin by saying that they tell whose picture it is.

    >>> begins_as_credit("Foto: Jens Wieland"), begins_as_credit("© Reuters"), begins_as_credit("The photo: a riddle")
    (True, True, False)
    """
    return len(text) <= _CREDIT_LENGTH and _BEGINS.match(text) is not None


def names_photographer(text: str) -> bool:
    """True for the words of a credit that are none of an article's source: an agency may be that."""
    return begins_as_credit(text) and not _SOURCE.match(text)


def is_credit_part(node: LexborNode, place: Place, attributes: Attributes) -> bool:
    """True for an inline element of a caption that is called a credit, or ends the caption with the words of one; and
    for a link to what may be done with the picture.

    `place` is the element around it.
    """
    words = name_words(attributes.get("class"), attributes.get("id"))
    if words and not words & CAPTION_WORDS and words & _words_in(place):
        return True
    text = node.text(deep=True).strip()
    return (begins_as_credit(text) and _is_last(node)) or (node.tag == "a" and is_picture_control(text))


def ends_as_credit(node: LexborNode, text: str) -> bool:
    """True for the words of a credit behind an inline element that holds the caption."""
    return begins_as_credit(text) and _is_last(node)


def is_glued_credit(node: LexborNode, before: str) -> bool:
    """True for an inline element right behind the end of a sentence: what the style sheet keeps apart in a caption."""
    after = node.text(deep=True)
    return before.endswith(_ENDS_CAPTION) and bool(after) and after[0].isupper()


def _is_last(node: LexborNode) -> bool:
    """True where no text stands behind a node in its element."""
    beside = node.next
    while beside is not None and beside.tag not in BLOCK_TAGS:
        shown = beside.text_content if beside.tag == "-text" else beside.text(deep=True)
        if any(map(str.isalnum, shown or "")):
            return False
        beside = beside.next
    return True


def is_called_credit(place: Place) -> bool:
    """True for a place within a figure or caption that is called a credit, and not a caption as well."""
    telling = _words_in(place)
    inner = takewhile(lambda one: one.tag not in ("figure", "figcaption"), place.chain())
    named = next((one.words for one in inner if one.words & (telling | CAPTION_WORDS)), frozenset())
    return bool(named & telling) and not named & CAPTION_WORDS


def _words_in(place: Place) -> frozenset[str]:
    """The words that name a credit where a place stands: more of them within a caption."""
    is_caption = any(one.tag == "figcaption" or one.words & CAPTION_WORDS for one in place.chain())
    return _WORDS_IN_CAPTION if is_caption else _CREDIT_WORDS


def has_hidden_label(place: Place, text: str) -> bool:
    """True where screen readers are told before a line that it is the source of the picture."""
    if place.settled_length <= len(text):
        return False
    return _HIDDEN_LABEL.match(place.node.text(deep=True)) is not None
