"""Lines of which the model is in doubt, beside lines of which it is not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crawler.page.blocks import Block
from crawler.page.places import Place

_DOUBT_LEAST = 0.4
# What opens is named by a line that looks like a button: as a whole it may be in more doubt.
_PART_LEAST, _NAME_LEAST = 0.35, 0.1


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


def opened_parts(blocks: Sequence[Block], judged: Mapping[int, float], likely: float) -> Iterator[int]:
    """The numbers of lines in doubt in a `<details>` that is as a whole likelier of the body than in doubt."""
    parts: dict[Place, list[int]] = defaultdict(list)
    for number in judged:
        place = blocks[number].place
        if place.tag == "summary" and place.parent is not None and place.parent.tag == "details":
            parts[place.parent] = []
    for number in judged if parts else ():
        for place in blocks[number].place.chain():
            if place in parts:
                parts[place].append(number)
    for numbers in parts.values():
        length = sum(len(blocks[number].text) for number in numbers)
        whole = sum(judged[number] * len(blocks[number].text) for number in numbers)
        if whole >= _PART_LEAST * length:
            yield from (number for number in numbers if _NAME_LEAST <= judged[number] < likely)
