"""Search results: which revisions have the words, and the words where they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from archive.index import Phrase, Query, expand_query, index_column, indexed_words, render_query, search_words
from crawler.models import ARABIC, ENGLISH, Role

# Words of the text shown on each side of the first hit: about two lines.
_CONTEXT_WORDS = 14


@dataclass(frozen=True, slots=True)
class Hit:
    """One revision that has every word."""

    article_id: int
    revision: int
    """Its number within the article."""
    url: str
    headline_en: str | None
    headline_ar: str | None
    published_on: date | None
    language: str
    """Language of the snippet."""
    snippet: str
    """Published text around the first hit, cut with "…" at either end."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A segment as the search reads it."""

    language: str
    role: str
    text: str
    match_text: str


def find_hits(db: Database, words: str, *, language: str | None, all_revisions: bool, limit: int) -> tuple[Hit, ...]:
    """The newest captured first; see `Archive.search`."""
    query = expand_query(db.conn, words)
    expression = render_query(query)
    if language:
        expression = f"{{{index_column(language)}}} : ({expression})"
    rows = db.execute(
        """SELECT revisions.id, articles.id, revisions.number, articles.url, revisions.published_on
        FROM revisions_fts JOIN revisions ON revisions.id = revisions_fts.rowid
        JOIN articles ON articles.id = revisions.article_id
        WHERE revisions_fts MATCH :expression AND (:all_revisions OR articles.revision_id = revisions.id)
            AND (:language IS NULL OR EXISTS (SELECT 1 FROM segments
                WHERE segments.revision_id = revisions.id AND segments.language = :language))
        ORDER BY revisions_fts.rowid DESC LIMIT :limit""",
        {"expression": expression, "all_revisions": all_revisions, "language": language, "limit": limit},
    ).fetchall()
    return tuple(_hit(_load_lines(db, revision_id), query, language, row) for revision_id, *row in rows)


def _load_lines(db: Database, revision_id: int) -> list[_Line]:
    rows = db.execute(
        "SELECT language, role, text, match_text FROM segments WHERE revision_id = ? ORDER BY id",
        [revision_id],
    )
    return [_Line(*row) for row in rows]


def _hit(
    lines: Sequence[_Line],
    query: Query,
    language: str | None,
    row: tuple[int, int, str, str | None],
) -> Hit:
    article_id, number, url, published_on = row
    shown = _best_line([line for line in lines if language in (None, line.language)], query)
    return Hit(
        article_id=article_id,
        revision=number,
        url=url,
        headline_en=_headline(lines, ENGLISH),
        headline_ar=_headline(lines, ARABIC),
        published_on=date.fromisoformat(published_on) if published_on else None,
        language=shown.language,
        snippet=cut_around(shown.text, query),
    )


def _headline(lines: Iterable[_Line], language: str) -> str | None:
    return next((line.text for line in lines if (line.language, line.role) == (language, Role.HEADLINE)), None)


def _best_line(lines: Iterable[_Line], query: Query) -> _Line:
    """The segment that answers most of the query, the first of equals."""
    return max(lines, key=lambda line: _answered(indexed_words(line.match_text), query))


def _answered(words: Phrase, query: Query) -> int:
    line = f" {' '.join(words)} "
    return sum(any(f" {' '.join(phrase)} " in line for phrase in phrases) for phrases in query)


def cut_around(text: str, query: Query) -> str:
    """The text around the first word that begins an answer to the query; the beginning where none does."""
    beginnings = {phrase[0] for phrases in query for phrase in phrases}
    words = text.split(" ")
    hit = next((place for place, word in enumerate(words) if beginnings & set(search_words(word))), 0)
    start, end = max(0, hit - _CONTEXT_WORDS), hit + _CONTEXT_WORDS + 1
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"
