"""Facts that changed in a rewritten text: numbers, in digits and in words, dates, weekdays, and names in Latin letters.

What changed is shown word by word elsewhere (`crawler.models.word_diff`); this says what of it a reader must not miss.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from crawler.models.word_diff import Part, Piece
from crawler.statements import (
    Statement,
    find_day_statements,
    find_month_statements,
    find_number_statements,
    find_weekday_statements,
    unanswered,
)


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """One thing that a text says otherwise than before."""

    kind: str
    """"number", "date" or "name"."""
    before: str | None
    """As it was published, several joined by "; "; None where nothing stood."""
    after: str | None


_FINDERS: tuple[tuple[str, Callable[[str, str], list[Statement]]], ...] = (
    ("number", find_number_statements),
    ("date", find_day_statements),
    ("date", find_month_statements),
    ("date", find_weekday_statements),
)
# Capitalised words within a sentence, with the small words that names have: "Karim al-Sayegh", "Ursula von der Leyen".
_NAME = re.compile(
    r"(?<![.!?…:“\"«]\s)(?<![.!?…:“\"«])(?<!^)"
    r"\b[A-ZÀ-Ž][\w’'-]*(?:\s(?:(?:al|el|bin|ibn|abu|de|der|van|von)[\s-])*[A-ZÀ-Ž][\w’'-]*)*"
)


def find_changed_facts(pieces: Sequence[Piece], language: str) -> tuple[ChangedFact, ...]:
    """The facts of the text as it was that it does not state any more, each kind beside what it states instead.

    A number that is only written otherwise (twelve for 12) has not changed, nor has what stands elsewhere now.
    """
    before = "".join(piece.text for piece in pieces if piece.part is not Part.ADDED)
    after = "".join(piece.text for piece in pieces if piece.part is not Part.REMOVED)
    return tuple(_changed(before, after, language))


def _changed(before: str, after: str, language: str) -> Iterator[ChangedFact]:
    for kind, find in _FINDERS:
        old, new = find(before, language), find(after, language)
        yield from _fact(kind, [one.text for one in unanswered(old, new)], [one.text for one in unanswered(new, old)])
    dated = {one.text for _, find in _FINDERS[1:] for text in (before, after) for one in find(text, language)}
    names, new_names = (
        [name for name in dict.fromkeys(_NAME.findall(text)) if name not in dated] for text in (before, after)
    )
    yield from _fact(
        "name", [one for one in names if one not in after], [one for one in new_names if one not in before]
    )


def _fact(kind: str, before: Sequence[str], after: Sequence[str]) -> Iterator[ChangedFact]:
    if before or after:
        yield ChangedFact(kind, "; ".join(dict.fromkeys(before)) or None, "; ".join(dict.fromkeys(after)) or None)
