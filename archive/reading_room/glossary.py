"""What the pages of the glossary show, as plain values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from archive.glossary import TermPlace, TermQuestion
from archive.passages import Passage, Stretch, cut_passage
from archive.reading_room.drift import Bar, Period, draw_strip, series_of
from crawler.models import ARABIC, Role, Segment
from crawler.models.terms import Change, Rendering, SettledPair, build_term, count_days

# Renderings of one term that are shown at once; the rest can be unfolded.
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class ShownRendering:
    """One rendering of a term, with the series of its bars."""

    rendering: Rendering
    english: str
    arabic: str
    """By these two its places are found."""
    series: int


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of the list."""

    text: str
    count: int
    first: date
    last: date
    shown: tuple[ShownRendering, ...]
    folded: tuple[ShownRendering, ...]
    """The rarest ones, where they are many."""
    change: Change | None
    bars: tuple[Bar, ...]

    @property
    def is_varied(self) -> bool:
        """True where it has more than one rendering."""
        return len(self.shown) > 1


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """Everything the list of terms shows."""

    question: TermQuestion
    rows: tuple[TermRow, ...]
    number: int
    """Of the page, counted from 1."""
    has_more: bool
    total: int
    """How many terms answer the question."""
    period: Period | None
    """None where nothing is mined yet."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """One place where a rendering is used, with what either side says there."""

    place: TermPlace
    source_title: str
    english: tuple[Stretch, ...]
    """Marked stretches have a number."""
    arabic: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class UsesPage:
    """Everything the page of one rendering shows."""

    english: str
    arabic: str
    count: int
    first: date
    last: date
    cards: tuple[PlaceCard, ...]
    is_cut: bool
    """True where there are more places than it shows."""


def build_row(pairs: Sequence[SettledPair], language: str, period: Period) -> TermRow:
    """The row of a term from its pairs, the term standing as English in them whatever its `language`."""
    term = build_term(pairs)
    days = count_days(pairs)
    renderings = [
        ShownRendering(one, *_sides(term.text, one.text, language), series_of(place))
        for place, one in enumerate(term.renderings)
    ]
    return TermRow(
        text=term.text,
        count=term.count,
        first=term.first,
        last=term.last,
        shown=tuple(renderings[:_SHOWN]),
        folded=tuple(renderings[_SHOWN:]),
        change=term.change,
        bars=draw_strip(period, [(one.text, days[one.text]) for one in term.renderings]),
    )


def _sides(term: str, rendering: str, language: str) -> tuple[str, str]:
    return (rendering, term) if language == ARABIC else (term, rendering)


def build_uses_page(pair: SettledPair, places: Sequence[TermPlace], sources: Mapping[str, str], most: int) -> UsesPage:
    """The page of one rendering; `places` may hold one more than it shows."""
    return UsesPage(
        english=pair.english,
        arabic=pair.arabic,
        count=sum(pair.days.values()),
        first=min(pair.days),
        last=max(pair.days),
        cards=tuple(_card(place, sources) for place in places[:most]),
        is_cut=len(places) > most,
    )


def _card(place: TermPlace, sources: Mapping[str, str]) -> PlaceCard:
    english, arabic = zip(*place.said, strict=True)
    title = sources.get(place.source, place.source)
    return PlaceCard(place, title, _cut(place.english, english), _cut(place.arabic, arabic))


def _cut(text: str, spellings: Sequence[str]) -> tuple[Stretch, ...]:
    """The text around the words, which are marked wherever they stand."""
    said = "|".join(r"\s+".join(map(re.escape, words.split())) for words in sorted(spellings, key=len, reverse=True))
    marks = tuple(match.span() for match in re.finditer(rf"(?<!\w)(?:{said})(?!\w)", text))
    return cut_passage(Passage(Segment(Role.PARAGRAPH, 0, text), marks))
