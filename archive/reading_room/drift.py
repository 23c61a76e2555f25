"""A term's renderings over time as a strip of bars, each a stretch of days, all strips of a page on one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archive.reading_room.wording import short_days

# So many bars at most: a bar of a few pixels can still be pointed at.
_BARS = 36
BAR_WIDTH, BAR_GAP, HEIGHT = 4, 1, 24
# The commonest renderings have a colour each, the rest one together.
SERIES = 3
# What is used once in a stretch is seen beside what is used a hundred times.
_LEAST_HEIGHT = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The days that the strips of a page show, in stretches of equal length."""

    first: date
    last: date

    @property
    def stretch_days(self) -> int:
        """How many days a bar stands for."""
        return -(-((self.last - self.first).days + 1) // _BARS)

    @property
    def bars(self) -> int:
        """How many bars there are."""
        return (self.last - self.first).days // self.stretch_days + 1

    def place(self, day: date) -> int:
        """The bar that a day belongs to."""
        return (day - self.first).days // self.stretch_days

    def days_text(self, place: int) -> str:
        """The days of a bar, for a person."""
        first = self.first + timedelta(days=place * self.stretch_days)
        last = min(first + timedelta(days=self.stretch_days - 1), self.last)
        return short_days(first, last)


@dataclass(frozen=True, slots=True)
class Part:
    """The share of one rendering in a bar, in the strip's units; y counts from the top."""

    series: int
    """Counts from 1; the last one is for all that have none of their own."""
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The uses within one stretch of days."""

    x: int
    parts: tuple[Part, ...]
    said: str
    """The days, and how often each rendering was used."""


def series_of(place: int) -> int:
    """The series of the rendering at that place, the commonest being 0."""
    return min(place + 1, SERIES)


def strip_width(period: Period) -> int:
    """The width of a strip in its units."""
    return period.bars * (BAR_WIDTH + BAR_GAP) - BAR_GAP


def draw_strip(period: Period, renderings: Sequence[tuple[str, Mapping[date, int]]]) -> tuple[Bar, ...]:
    """The bars of a term, of those stretches in which it was used; the highest is as high as the strip.

    `renderings` are its renderings, the commonest first, with how often each was used on which day.
    """
    counted: dict[int, dict[int, int]] = {}
    for rank, (_, days) in enumerate(renderings):
        for day, count in days.items():
            of_bar = counted.setdefault(period.place(day), {})
            of_bar[rank] = of_bar.get(rank, 0) + count
    most = max((sum(of_bar.values()) for of_bar in counted.values()), default=1)
    names = [name for name, _ in renderings]
    return tuple(_bar(period, place, counted[place], most, names) for place in sorted(counted))


def _bar(period: Period, place: int, counts: Mapping[int, int], most: int, names: Sequence[str]) -> Bar:
    total = sum(counts.values())
    height = max(_LEAST_HEIGHT, HEIGHT * total / most)
    parts, bottom = [], float(HEIGHT)
    for rank in sorted(counts):
        part = height * counts[rank] / total
        bottom -= part
        parts.append(Part(series_of(rank), round(bottom, 2), round(part, 2)))
    said = ", ".join(f"\u2068{names[rank]}\u2069 {counts[rank]}" for rank in sorted(counts))
    return Bar(place * (BAR_WIDTH + BAR_GAP), tuple(parts), f"{period.days_text(place)}: {said}")
