"""Facts that changed in a rewritten text: numbers, in digits and in words, dates, weekdays, and names in Latin letters.

What changed is shown word by word elsewhere (`crawler.models.word_diff`); this says what of it a reader must not miss.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.comparison.date_statements import find_day_statements, find_month_statements, find_weekday_statements
from crawler.comparison.hours import find_time_statements
from crawler.comparison.number_statements import find_code_statements, find_number_statements
from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.models.word_diff import Part, Piece


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """One thing that a text says otherwise than before."""

    kind: str
    """"number", "percent", "date", "month", "weekday", "time" or "name"."""
    before: str | None
    """As it was published, several joined by "; ", the end of very many left out for "…"; None where nothing stood."""
    after: str | None


_FINDERS: tuple[Callable[[LanguageText], list[Statement]], ...] = (
    find_number_statements,
    find_code_statements,
    find_day_statements,
    find_month_statements,
    find_weekday_statements,
    find_time_statements,
)
# Facts of a kind that are named; a text that changed in more of them is another text.
_MOST = 12
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
    return tuple(_changed(LanguageText(before, language), LanguageText(after, language)))


def _changed(before: LanguageText, after: LanguageText) -> Iterator[ChangedFact]:
    dated: set[str] = set()
    for find in _FINDERS:
        old, new = find(before), find(after)
        lost, gained = _unanswered(old, new), _unanswered(new, old)
        for kind in dict.fromkeys(one.kind for one in (*lost, *gained)):
            gone = [_said(before, one) for one in lost if one.kind == kind]
            yield from _fact(kind, gone, [_said(after, one) for one in gained if one.kind == kind])
        dated |= {_said(text, one) for text, ones in ((before, old), (after, new)) for one in ones}
    names, new_names = (
        dict.fromkeys(name for name in _NAME.findall(text.text) if name not in dated) for text in (before, after)
    )
    yield from _fact("name", _not_in(after, names, new_names), _not_in(before, new_names, names))


def _not_in(text: LanguageText, names: Iterable[str], there: Collection[str]) -> list[str]:
    """The names of one text that the other has nowhere, not within a longer name either."""
    left = [name for name in names if name not in there][:_MOST]
    return [name for name in left if name not in text.text]


def _unanswered(statements: Sequence[Statement], others: Sequence[Statement]) -> list[Statement]:
    """What only one of the texts says; a month that stands with its day is told by the day."""
    said = {value for other in others for value in other.values}
    return [
        one
        for one in statements
        if one.weight and not one.values & said and not (one.kind == "month" and one.weight is Weight.LOOSE)
    ]


def _said(text: LanguageText, statement: Statement) -> str:
    return text.text[statement.start : statement.end]


def _fact(kind: str, before: Sequence[str], after: Sequence[str]) -> Iterator[ChangedFact]:
    if before or after:
        yield ChangedFact(kind, _join(before), _join(after))


def _join(texts: Sequence[str]) -> str | None:
    different = list(dict.fromkeys(texts))
    return "; ".join([*different[:_MOST], *["…"] * (len(different) > _MOST)]) or None
