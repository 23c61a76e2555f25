"""Lines of which the model is in doubt, beside lines of which it is not."""

from collections.abc import Iterator, Mapping, Sequence

from crawler.page.blocks import Block

_DOUBT_LEAST = 0.4


def brothers_in_doubt(blocks: Sequence[Block], judged: Mapping[int, float], likely: float) -> Iterator[int]:
    """The numbers of lines in doubt that look like the likely paragraph right before them, in one element with it."""
    for number, probability in judged.items():
        before = judged.get(number - 1, 0.0)
        if not _DOUBT_LEAST <= probability < likely <= before:
            continue
        one, other = blocks[number], blocks[number - 1]
        if one.link_share or one.place.tag not in ("p", "li") or one.place.parent is not other.place.parent:
            continue
        if one.place.signature == other.place.signature and one.bold == other.bold:
            yield number
