"""Texts written for the tests as units of an article, and what comparing them gives."""

from crawler.compare import compare_editions
from crawler.models import Discrepancy, Edition, Role, Segment, TranslationUnit


def compare(*sides: tuple[str, str], score: float = 1.0, role: Role = Role.PARAGRAPH) -> tuple[Discrepancy, ...]:
    """The findings where each pair of texts is one unit; an empty text is an empty side."""
    editions = [
        Edition(language, tuple(Segment(role, at, pair[side]) for at, pair in enumerate(sides) if pair[side]))
        for side, language in enumerate(("en", "ar"))
    ]
    refs = [{segment.position: (segment.ref,) for segment in edition.segments} for edition in editions]
    units = [TranslationUnit(refs[0].get(at, ()), refs[1].get(at, ()), score) for at in range(len(sides))]
    return compare_editions(editions[0], editions[1], units)
