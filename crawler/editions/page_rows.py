"""Rows: on a page that alternates between two languages, what stands together there."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from crawler.models import Edition, Role

_ROWS_LEAST = 3
"""Fewer could be a text with a quotation in the other language."""


def rows_of(languages: Sequence[str]) -> tuple[int, ...]:
    """For each paragraph of a page, by the languages in their order there, the row it stands in; () without rows.

    A row is a run of paragraphs in the language that comes first and the run of the other after it. There are rows
    where two languages take turns at least three times, and for half of the paragraphs of the lesser one.

    >>> rows_of(["en", "ar", "en", "en", "ar", "en", "ar"])
    (0, 0, 1, 1, 1, 2, 2)
    >>> rows_of(["en", "en", "en", "ar", "ar", "ar"])
    ()
    """
    if len(set(languages)) != 2:
        return ()
    runs = [len(list(run)) for _, run in groupby(languages)]
    lesser = min(languages.count(language) for language in set(languages))
    if len(runs) < 2 * _ROWS_LEAST or len(runs) < lesser:
        return ()
    return tuple(number // 2 for number, length in enumerate(runs) for _ in range(length))


def with_rows(editions: Sequence[Edition], languages: Sequence[str]) -> tuple[Edition, ...]:
    """The editions of a page, each with the rows of its paragraphs; `languages` are those of all in page order."""
    placed = list(zip(languages, rows_of(languages), strict=False))
    return tuple(_with_own_rows(edition, placed) for edition in editions)


def _with_own_rows(edition: Edition, placed: Sequence[tuple[str, int]]) -> Edition:
    rows = tuple(row for language, row in placed if language == edition.language)
    # Where paragraphs were joined or set aside after all, nothing is known of their rows.
    return replace(edition, rows=rows) if len(rows) == len(edition.texts(Role.PARAGRAPH)) else edition
