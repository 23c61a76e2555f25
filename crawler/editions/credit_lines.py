"""Lines beside pictures that only say whose they are: in no edition, the picture's own."""

from collections.abc import Sequence

from crawler.editions.credits import is_agency
from crawler.page.blocks import Block
from crawler.page.credit_names import begins_as_credit, has_hidden_label, is_called_credit
from crawler.page.furniture import CAPTION_LABEL
from crawler.page.names import is_name
from crawler.page.places import Place, is_within
from crawler.page.prose import ENDS_SENTENCE

_LENGTH_MOST = 120  # characters
# A credit without any word that says so names a person or a firm.
_BARE_LENGTH = 60


def credit_lines(blocks: Sequence[Block], captions: frozenset[int]) -> frozenset[int]:
    """The places in `blocks` of the lines that stand as captions do and say nothing but whose the picture is.

    `captions` are the numbers of the blocks that are captions because they stand beside a picture.
    """
    lines = [number for number, block in enumerate(blocks) if (block.caption or number in captions)]
    found: set[int] = set()
    for number in lines:
        before = number - 1 if number - 1 in lines and number - 1 not in found else None
        block = blocks[number]
        if (
            not block.furniture
            and len(block.text) <= _LENGTH_MOST
            and _is_credit(block, None if before is None else blocks[before])
        ):
            found.add(number)
    return frozenset(found)


def _is_credit(block: Block, caption: Block | None) -> bool:
    """True for a line that says only whose a picture is; `caption` is the line before it, where that is a caption."""
    text = block.text
    if has_hidden_label(block.place, text) or _says_only_who(text):
        return True
    figure = _figure_of(block.place)
    is_below = caption is not None and (figure is None or is_within(caption.place, figure))
    if is_called_credit(block.place):
        return is_below or _names_somebody(text) or _has_caption(figure, block.place)
    if is_below and begins_as_credit(text):
        return True
    if ENDS_SENTENCE.search(text) or len(text) > _BARE_LENGTH or figure is None:
        return False
    if _has_caption(figure, block.place):
        return True
    return caption is not None and is_below and bool(ENDS_SENTENCE.search(caption.text)) and _names_somebody(text)


def _says_only_who(text: str) -> bool:
    """True for an agency alone, and for a label of credits with a name behind it."""
    if is_agency(text):
        return True
    if not begins_as_credit(text) or ENDS_SENTENCE.search(text):
        return False
    labelled = CAPTION_LABEL.match(text)
    return labelled is None or _names_somebody(labelled["text"])


def _names_somebody(text: str) -> bool:
    """True for a name, alone or with the firm behind it: "Dee Okafor, The Courier", "(Rana Haddad/Reuters)"."""
    bare = text.strip(" ()[]")
    if "/" in bare or is_agency(bare) or begins_as_credit(bare):
        return not ENDS_SENTENCE.search(bare)
    first = bare.replace(" for ", ",").replace(" via ", ",").split(",")[0].strip()
    return is_name(first)


def _figure_of(place: Place) -> Place | None:
    return next((one for one in place.chain() if one.tag == "figure"), None)


def _has_caption(figure: Place | None, place: Place) -> bool:
    """True where a figure has a <figcaption> that says more than a credit, and a place, no heading, outside of it."""
    if figure is None or place.level or any(one.tag == "figcaption" for one in place.chain()):
        return False
    caption = figure.node.css_first("figcaption")
    said = caption.text(deep=True).strip() if caption is not None else ""
    return bool(said) and not begins_as_credit(said)
