"""The instants of the <time> elements beside an article's text: when it was published, when it was changed."""

from collections.abc import Iterator, Sequence

from crawler.dates import is_dateline, is_updated_label
from crawler.editions.box_blocks import is_prose
from crawler.page.blocks import Block
from crawler.page.prose import is_quoted

_MOST = 3
_LABEL_LENGTH = 40  # characters
# A date in a line that is mostly a link of more words than a name is another article's.
_LINKED = 0.5
_STORY_WORDS = 5


def stated_instants(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """(source, text) of each, "time" or "time modified", the first three.

    They stand up to the second paragraph, or below the last with no heading between: what stands amid the text, in it
    or in a quotation is told by the text.
    """
    places = [place for place in _beside_text(blocks) if _is_own(blocks[place])]
    stated = [("time modified" if says_updated(blocks, place) else "time", blocks[place]) for place in places]
    return [(source, block.machine_date or "") for source, block in stated[:_MOST]]


def says_updated(blocks: Sequence[Block], place: int) -> bool:
    """True where a date's own line, its element's name or the label before it says that it is of a change."""
    block = blocks[place]
    if {"updated", "modified"} & block.names and "published" not in block.names:
        return True
    return is_updated_label(block.text) or (place > 0 and is_update_label_alone(blocks[place - 1]))


def is_update_label_alone(block: Block) -> bool:
    """True for "Updated:" before a date that is an element of its own."""
    text = block.text
    return len(text) <= _LABEL_LENGTH and not any(map(str.isdigit, text)) and is_updated_label(text)


def _beside_text(blocks: Sequence[Block]) -> Iterator[int]:
    prose = [place for place, block in enumerate(blocks) if is_prose(block) and not block.level]
    yield from range(prose[1] if len(prose) > 1 else len(blocks))
    for place in range(prose[-1] + 1 if len(prose) > 1 else len(blocks), len(blocks)):
        if blocks[place].level:
            return
        yield place


def _is_own(block: Block) -> bool:
    if not block.machine_date or block.furniture or is_quoted(block):
        return False
    # An element that shows nothing stands before the line that follows it.
    if is_prose(block) and any(map(str.isdigit, block.text)):
        return False
    is_story = block.link_share > _LINKED and len(block.text.split()) >= _STORY_WORDS
    return not is_story or is_dateline(block.text)
