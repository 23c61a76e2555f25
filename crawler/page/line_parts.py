"""Inline elements that are lines of their own: what they show beside the line that they stand in."""

from selectolax.lexbor import LexborNode

from crawler.languages import count_letters
from crawler.page.element_flags import CAPTION, PIECE, Attributes, flags_of
from crawler.page.furniture import CAPTION_WORDS
from crawler.page.picture_addresses import PICTURE_TAGS
from crawler.page.places import BLOCK_TAGS, Place
from crawler.page.prose import ENDS_SENTENCE

# A line of pieces (date, byline, comments) is short; in a longer one a <time> or an author's link stands in prose.
_PIECES_LINE_LENGTH = 220
# A line may go on for long with links to sections and tags; this much it says beside them, in so many parts.
_LINE_OF_LINKS_LENGTH = 80
_LINE_PARTS_MOST = 40
_LINE_LETTERS_LEAST = 10
_ENDS_PART = (":", "”", '"', "»", "“", "!", "?", "؟")
_BEGINS_PART = ('"', "„", "“", "«", "»")
# In these an element within a word is a drop cap or a spelling, in others a part of its own.
RUNNING_TEXT_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote figcaption".split())
_CONTROL_LENGTH = 24  # characters
_BUTTON_IS_TEXT_TAGS = RUNNING_TEXT_TAGS | {"li", "dt", "summary"}
# Below a picture who took it stands behind what it shows, each an element of its own.
_WORDS_GO_ON_TAGS = RUNNING_TEXT_TAGS - {"figcaption"}
_SENTENCE_TAGS = frozenset({"p", "li", "blockquote"})
_WORDS_AROUND_LEAST = 2
# What a heading's link to itself shows.
_ANCHOR_SIGNS = frozenset("# ¶ § 🔗 ⚓".split())


def is_glued(node: LexborNode, place: Place, before: str) -> bool:
    """True where an inline element would run into the text before it: a row of parts, spaced by the style sheet."""
    if place.tag in _WORDS_GO_ON_TAGS or len(before) < 2 or not before[-1].isalnum() or not is_short_line(place):
        return False
    after = node.text(deep=True)
    return len(after) > 1 and after[0].isalnum()


def needs_space(node: LexborNode, place: Place, before: str) -> bool:
    """True where a part of a heading runs into the one before it at a mark or a quotation: parts set in two lines.

    And for a button beside another, and for what follows the sentence of a caption: who took the picture.
    """
    if not before:
        return False
    if not place.level and not place.words & CAPTION_WORDS and place.tag != "figcaption":
        return node.tag == "button"
    after = node.text(deep=True)
    if not place.level:
        return ENDS_SENTENCE.search(before) is not None and len(after) > 1
    if len(after) < 2 or not (before[-1].isalnum() or before.endswith(_ENDS_PART)):
        return False
    return after.startswith(_BEGINS_PART) if before[-1].isalnum() else after[0].isalnum()


def is_in_sentence(node: LexborNode, place: Place) -> bool:
    """True for a <time> or a name within a sentence of a paragraph: "The council met on Tuesday and denied it.".

    What stands so is told of; a date line or byline does not go on behind it to a full stop.
    """
    if place.tag not in _SENTENCE_TAGS or not ENDS_SENTENCE.search(place.ending):
        return False
    before, after = _text_beside(node, "prev"), _text_beside(node, "next")
    return len(before.split()) >= _WORDS_AROUND_LEAST and len(after.split()) >= _WORDS_AROUND_LEAST


def _text_beside(node: LexborNode, step: str) -> str:
    """The text of the node right before or after one."""
    beside = getattr(node, step)
    return "" if beside is None else (beside.text_content or "") if beside.tag == "-text" else beside.text(deep=True)


def is_own_line(tag: str, node: LexborNode, place: Place) -> bool:
    """True for an inline element that is a line of its own: who is quoted, a site's own element with a sentence."""
    if tag == "cite":
        return place.tag == "blockquote" or (place.parent is not None and place.parent.tag == "blockquote")
    return "-" in tag and place.tag not in RUNNING_TEXT_TAGS and bool(ENDS_SENTENCE.search(node.text(deep=True)))


def is_control(node: LexborNode, place: Place) -> bool:
    """True for a button with a word or a few beside other text: it is pressed, not read.

    A question on a button opens its answer, a picture on one is looked at.
    """
    if place.level or place.tag in _BUTTON_IS_TEXT_TAGS or "aria-expanded" in node.attributes:
        return False
    text = node.text(deep=True).strip()
    is_words = 0 < len(text) <= _CONTROL_LENGTH and not text.endswith(("?", "؟"))
    return is_words and node.css_first(", ".join(PICTURE_TAGS)) is None


def is_short_line(place: Place, node: LexborNode | None = None) -> bool:
    """True for an element of little text; or where the line around an inline element says little outside its links."""
    if place.length <= _PIECES_LINE_LENGTH:
        return True
    return node is not None and place.tag not in RUNNING_TEXT_TAGS and _is_line_of_links(node)


def is_other_script(node: LexborNode, place: Place) -> bool:
    """True for an inline element marked as one language whose line goes on in the other script.

    A foreign word within a sentence is no piece of its own: both must be a line's worth.
    """
    own, whole = count_letters(node.text(deep=True)), count_letters(place.node.text(deep=True))
    beside = (whole.arabic - own.arabic, whole.other - own.other)
    is_other = (own.arabic > own.other) != (beside[0] > beside[1])
    length, length_beside = own.arabic + own.other, sum(beside)
    return is_other and min(length, length_beside) >= _LINE_LETTERS_LEAST and length * 3 >= length_beside


def is_lines_end(node: LexborNode, place: Place, flags: int) -> bool:
    """True for an element with which a heading or a caption ends: the same in the other language perhaps."""
    if not (place.level or flags & CAPTION) or node.parent is None or node.parent.mem_id != place.node.mem_id:
        return False
    after = node.next
    return after is None or (after.tag == "-text" and not (after.text_content or "").strip() and after.next is None)


def _is_line_of_links(node: LexborNode) -> bool:
    """True where the inline elements and texts beside a node, its own included, say little outside links."""
    length = _length_outside_links(node)
    for step in ("prev", "next"):
        beside = getattr(node, step)
        for _ in range(_LINE_PARTS_MOST):
            if beside is None or beside.tag in BLOCK_TAGS or beside.tag == "br":
                break
            length += _length_outside_links(beside)
            if length > _LINE_OF_LINKS_LENGTH:
                return False
            beside = getattr(beside, step)
        else:
            return False
    return length <= _LINE_OF_LINKS_LENGTH


def _length_outside_links(node: LexborNode) -> int:
    if node.tag == "a":
        return 0
    text = node.text_content if node.tag == "-text" else node.text(deep=True)
    linked = sum(len(link.text(deep=True)) for link in node.css("a")) if node.tag != "-text" else 0
    return len((text or "").strip()) - linked


def is_caption_line(node: LexborNode, place: Place) -> bool:
    """True for an inline element called a caption that is its line but for pictures and, behind it, a credit."""
    if place.tag in RUNNING_TEXT_TAGS or not _is_bare(node, "prev", 0) or not _is_bare(node, "next", PIECE | CAPTION):
        return False
    around = (place, place.parent) if place.parent is not None else (place,)
    return any(one.node.css_first(", ".join(PICTURE_TAGS)) is not None for one in around)


def _is_bare(node: LexborNode, step: str, allowed: int) -> bool:
    """True where an element's siblings on one side show no text but what has one of the allowed flags."""
    beside = getattr(node, step)
    while beside is not None:
        if beside.tag in BLOCK_TAGS:
            return step == "prev"
        is_text = beside.tag == "-text"
        if is_text and (beside.text_content or "").strip():
            return False
        if not is_text and beside.tag not in PICTURE_TAGS and not flags_of(beside.attributes) & allowed:
            return False
        beside = getattr(beside, step)
    return True


def is_of_headings_margin(node: LexborNode, tag: str, attributes: Attributes) -> bool:
    """True for a heading's link to itself, and for what a wiki sets behind it to edit the section."""
    if tag == "a" and node.text(deep=True).strip() in _ANCHOR_SIGNS:
        return True
    return "editsection" in (attributes.get("class") or "")
