"""Articles whose two sides are no translations of each other: unrelated posts, another article behind a wrong link."""

from collections.abc import Iterator, Mapping, Sequence

from crawler.comparison.translation_odds import Amounts, find_amounts, log_odds
from crawler.lexicon import Lexicon
from crawler.models import (
    TRANSLATION,
    Discrepancy,
    Edition,
    Role,
    Segment,
    SegmentRef,
    Severity,
    Span,
    TranslationUnit,
)

_TOLD = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CAPTION})
"""What tells the article; date lines and bylines are set as a site likes."""
MOST_ODDS = -2.5
"""Log odds under which two texts are unrelated; between that and its reverse they may be too short to tell."""
MOST_ODDS_OF_A_PART = 0.0
"""Log odds of one side's segments above which that side is told by the other."""


def are_unrelated(
    english: Edition, arabic: Edition, units: Sequence[TranslationUnit], lexicon: Lexicon | None = None
) -> bool:
    """True where what both editions tell speaks clearly against their being translations of each other.

    False where they are too short to tell, or one of them tells nothing.

    >>> are_unrelated(Edition("en", ()), Edition("ar", ()), ())
    False
    """
    here, there = _told(english), _told(arabic)
    if not (here and there):
        return False
    places = [{one.ref: place for place, one in enumerate(side)} for side in (here, there)]
    links = [(_places(unit.english, places[0]), _places(unit.arabic, places[1])) for unit in units]
    texts = [one.text for one in here], [one.text for one in there]
    return speak_against(*find_amounts(*texts, [link for link in links if all(link)], lexicon))


def speak_against(english: Amounts, arabic: Amounts) -> bool:
    """True where what `find_amounts` gives speaks clearly against two texts being translations of each other.

    A side of which the other tells all, and more, is a part of a translation: a summary, a first paragraph.
    """
    return log_odds(english, arabic) < MOST_ODDS and max(log_odds(english), log_odds(arabic)) < MOST_ODDS_OF_A_PART


def _told(edition: Edition) -> list[Segment]:
    return [one for one in edition.segments if one.role in _TOLD]


def _places(refs: Sequence[SegmentRef], places: Mapping[SegmentRef, int]) -> list[int]:
    return [places[ref] for ref in refs if ref in places]


def take_apart(units: Sequence[TranslationUnit]) -> tuple[TranslationUnit, ...]:
    """The units with every segment alone, in their order."""
    return tuple(one for unit in units for one in _alone(unit))


def _alone(unit: TranslationUnit) -> Iterator[TranslationUnit]:
    yield from (TranslationUnit((ref,), (), 1.0) for ref in unit.english)
    yield from (TranslationUnit((), (ref,), 1.0) for ref in unit.arabic)


def unrelated_finding(english: Edition, arabic: Edition) -> Discrepancy:
    """The finding that two editions are no translations of each other, with what each begins with."""
    first, other = _told(english)[0], _told(arabic)[0]
    spans = ((Span(one.role, one.position, 0, len(one.text)),) for one in (first, other))
    return Discrepancy(TRANSLATION, Severity.MISSING.value, first.text, other.text, 0, *spans)
