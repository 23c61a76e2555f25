"""How the prose of a page is spread over its places: each sum is worked out when it is first asked for.

The blocks of a place stand one after the other, so that what stands in it is the difference of two running totals.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from crawler.languages import Letters, count_letters, has_arabic
from crawler.page.blocks import Block
from crawler.page.furniture import is_furniture_text
from crawler.page.places import Place
from crawler.page.prose_weight import prose_weight

# A label this short heads what follows it in its element, until a longer text comes.
_LABEL_LENGTH = 80
_LABEL_ENDS_LENGTH = 120


class Sums(NamedTuple):
    """What stands in one place, or in all places of one look."""

    prose: int
    """Characters of prose."""
    prose_blocks: int
    blocks: int
    length: int
    linked: float

    @property
    def link_share(self) -> float:
        return self.linked / max(self.length, 1)


class _Totals:
    """Running totals over the blocks of a page."""

    def __init__(self, blocks: Sequence[Block], prose: Sequence[int]) -> None:
        self._prose = _running(prose)
        self._prose_blocks = _running([one > 0 for one in prose])
        self._length = _running([len(block.text) for block in blocks])
        self._linked = list(accumulate([block.link_share * len(block.text) for block in blocks], initial=0.0))

    def between(self, start: int, end: int) -> Sums:
        """The sums of the blocks from `start` to before `end`."""
        return Sums(
            self._prose[end] - self._prose[start],
            self._prose_blocks[end] - self._prose_blocks[start],
            end - start,
            self._length[end] - self._length[start],
            self._linked[end] - self._linked[start],
        )


class PageShape:
    """The blocks of a page, in reading order, with what stands in each of its places."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.prose = [prose_weight(block) for block in blocks]
        """Characters of prose of each block."""
        self.first = _numbers_of_places(blocks, range(len(blocks)))
        """The number of the first block in each place, the places in reading order."""
        self._last = _numbers_of_places(blocks, range(len(blocks) - 1, -1, -1))
        self._places: dict[Place, Sums] = {}
        self._signatures: dict[Hashable, Sums] = {}
        self._paths: dict[Hashable, Sums] = {}
        self._labels: dict[int, float] = {}

    def numbers_in(self, place: Place) -> range:
        """The numbers of the blocks in a place; none where it holds no text."""
        return range(self.first[place], self._last[place] + 1) if place in self.first else range(0)

    def sums_in(self, place: Place) -> Sums:
        """What stands in a place."""
        found = self._places.get(place)
        if found is None:
            inside = self.numbers_in(place)
            found = self._places[place] = self._totals.between(inside.start, inside.stop)
        return found

    def sums_like(self, place: Place) -> Sums:
        """What stands right in places of the same tag and class."""
        return self._of_group(place.signature, self._by_signature, self._signatures)

    def sums_on_path(self, place: Place) -> Sums:
        """What stands right in places of the same tag and class, whose parents are alike, too."""
        return self._of_group(place.path, self._by_path, self._paths)

    def letters_in(self, place: Place) -> Letters:
        """The letters of what stands in a place."""
        inside = self.numbers_in(place)
        arabic, other = self._letters
        return Letters(arabic[inside.stop] - arabic[inside.start], other[inside.stop] - other[inside.start])

    @cached_property
    def has_arabic(self) -> bool:
        """True where a block has letters in Arabic script."""
        return has_arabic("\n".join([block.text for block in self.blocks]))

    def label_before(self, number: int) -> float:
        """What heads a block in its container: 2 a label such as "Read also", 1 a heading, 0 neither."""
        if number not in self._labels:
            self._label(self._by_container[self.blocks[number].place.container])
        return self._labels[number]

    def repeats(self, text: str) -> int:
        """How many blocks have this text."""
        return self._texts[text]

    @cached_property
    def _texts(self) -> Counter[str]:
        return Counter([block.text for block in self.blocks])

    @cached_property
    def _totals(self) -> _Totals:
        return _Totals(self.blocks, self.prose)

    @cached_property
    def _letters(self) -> tuple[list[int], list[int]]:
        letters = [count_letters(block.text) for block in self.blocks]
        return _running(one.arabic for one in letters), _running(one.other for one in letters)

    @cached_property
    def _by_signature(self) -> dict[Hashable, list[int]]:
        return _grouped([block.place.signature for block in self.blocks])

    @cached_property
    def _by_path(self) -> dict[Hashable, list[int]]:
        return _grouped([block.place.path for block in self.blocks])

    @cached_property
    def _by_container(self) -> dict[Hashable, list[int]]:
        return _grouped([block.place.container for block in self.blocks])

    def _of_group(self, key: Hashable, groups: dict[Hashable, list[int]], known: dict[Hashable, Sums]) -> Sums:
        found = known.get(key)
        if found is None:
            found = known[key] = self._sum_up(groups[key])
        return found

    def _sum_up(self, numbers: Sequence[int]) -> Sums:
        prose = [self.prose[number] for number in numbers]
        lengths = [len(self.blocks[number].text) for number in numbers]
        linked = sum(self.blocks[number].link_share * length for number, length in zip(numbers, lengths, strict=True))
        return Sums(sum(prose), len(prose) - prose.count(0), len(prose), sum(lengths), linked)

    def _label(self, numbers: Sequence[int]) -> None:
        """Note what heads each of the blocks of one container."""
        label = 0.0
        for number in numbers:
            self._labels[number] = label
            block, prose = self.blocks[number], self.prose[number]
            if len(block.text) < _LABEL_LENGTH and not prose:
                label = 2.0 if is_furniture_text(block.text) else 1.0 if block.level else 0.0
            elif prose > _LABEL_ENDS_LENGTH:
                label = 0.0


def _grouped(keys: Iterable[Hashable]) -> dict[Hashable, list[int]]:
    """The numbers of the blocks with each key, which are given in the blocks' order."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        groups[key].append(number)
    return groups


def _running(values: Iterable[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _numbers_of_places(blocks: Sequence[Block], numbers: range) -> dict[Place, int]:
    """The first of the numbers, in their order, at which each place is met."""
    met: dict[Place, int] = {}
    for number in numbers:
        place: Place | None = blocks[number].place
        while place is not None and place not in met:
            met[place] = number
            place = place.parent
    return met
