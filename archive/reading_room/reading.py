"""Reads what the pages show from an open archive.db: a few indexed lookups for an article."""

import sqlite3
from itertools import accumulate

from sqlite_utils import Database

from archive.findings import Question, find_newest
from archive.glossary import (
    TermQuestion,
    count_terms,
    find_pair,
    find_period,
    find_places,
    list_term_pairs,
    read_pairs,
    select_terms,
)
from archive.history import load_history
from archive.reading import load_article
from archive.reading_room.changes import HistoryPage, show_step
from archive.reading_room.conflicts import ConflictsPage, build_conflicts_page
from archive.reading_room.drift import Period
from archive.reading_room.glossary import GlossaryPage, UsesPage, build_row, build_uses_page
from archive.reading_room.layout import describe_language
from archive.reading_room.pages import ArticleLine, ArticlePage, Home, build_article_page
from crawler.models import ARABIC, ENGLISH
from crawler.models.terms import Term, build_terms

NEWEST = 12
# Revisions on one page of an article's history.
STEPS = 20
# Characters compared for such a page, the step before the last one not counted: a second or two.
STEPS_LENGTH = 500_000
# Findings on the page of the newest conflicts.
CONFLICTS = 50
# Terms on one page of the glossary, and places on the page of one rendering.
TERMS = 50
PLACES = 50


def read_article_page(connection: sqlite3.Connection, article_id: int, number: int | None) -> ArticlePage | None:
    """The page of an article in a revision, None for the latest; None where there is no such one."""
    stored = load_article(_wrap(connection), article_id, number)
    if stored is None:
        return None
    (revision_id,) = connection.execute(
        "SELECT id FROM revisions WHERE article_id = ? AND number = ?", (article_id, stored.revision.number)
    ).fetchone()
    return build_article_page(stored, revision_id, read_sources(connection)[stored.source])


def read_history_page(connection: sqlite3.Connection, article_id: int, newest: int | None) -> HistoryPage | None:
    """The page of an article's history from a revision backwards, None for the latest; None where there is none."""
    db = _wrap(connection)
    row = connection.execute(
        "SELECT source, url, headline_en, headline_ar, revisions FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    if row is None:
        return None
    source, url, headline_en, headline_ar, held = row
    last = held if newest is None else newest
    if not 1 <= last <= held:
        return None
    first = _first_step(connection, article_id, last)
    language = ENGLISH if headline_en else ARABIC if headline_ar else None
    return HistoryPage(
        article_id=article_id,
        title=headline_en or headline_ar or url,
        title_language=describe_language(language) if language else None,
        source=source,
        source_title=read_sources(connection)[source],
        revisions=held,
        steps=tuple(show_step(step) for step in reversed(load_history(db, article_id, first, last))),
        older=first - 1 or None,
        is_newest=last == held,
    )


def _first_step(connection: sqlite3.Connection, article_id: int, last: int) -> int:
    """The oldest revision on a page that ends with the revision `last`: fewer fit where the texts are very long."""
    rows = connection.execute(
        """SELECT revisions.number, sum(length(segments.text)) FROM revisions
        JOIN segments ON segments.revision_id = revisions.id
        WHERE revisions.article_id = ? AND revisions.number BETWEEN ? AND ?
        GROUP BY revisions.number ORDER BY revisions.number DESC""",
        (article_id, last - STEPS + 1, last),
    ).fetchall()
    lengths = accumulate((length for _, length in rows), initial=0)
    fitting = [number for (number, _), before in zip(rows, lengths, strict=False) if before <= STEPS_LENGTH]
    return min(fitting, default=last)


def read_conflicts_page(connection: sqlite3.Connection, question: Question) -> ConflictsPage:
    """The newest findings that are asked for, with both texts."""
    found = find_newest(_wrap(connection), question, CONFLICTS + 1)
    return build_conflicts_page(question, found, read_sources(connection), CONFLICTS)


def read_glossary_page(connection: sqlite3.Connection, question: TermQuestion, number: int) -> GlossaryPage:
    """A page of the terms that are asked for, the commonest first, counted from 1."""
    db = _wrap(connection)
    days = find_period(db)
    if days is None:
        return GlossaryPage(question, (), 1, has_more=False, total=0, period=None)
    period = Period(*days)
    found = list_term_pairs(db, question, TERMS + 1, (number - 1) * TERMS)
    rows = tuple(build_row(pairs, question.language, period) for pairs in found[:TERMS])
    return GlossaryPage(question, rows, number, len(found) > TERMS, count_terms(db, question), period)


def read_uses_page(connection: sqlite3.Connection, english: str, arabic: str) -> UsesPage | None:
    """The places where a term is rendered so, the newest first; None where it never is."""
    db = _wrap(connection)
    pair = find_pair(db, english, arabic)
    if pair is None:
        return None
    return build_uses_page(pair, find_places(db, english, arabic, PLACES + 1), read_sources(connection), PLACES)


def read_terms(connection: sqlite3.Connection, question: TermQuestion) -> tuple[Term, ...]:
    """All English terms that are asked for."""
    return select_terms(build_terms(read_pairs(_wrap(connection), question.phrase)), question)


def read_home(connection: sqlite3.Connection) -> Home:
    """Counts and the newest articles; zeros and nothing for an empty archive."""
    by_languages = connection.execute("SELECT languages, count(*) FROM articles GROUP BY languages").fetchall()
    (revisions,) = connection.execute("SELECT count(*) FROM revisions").fetchone()
    newest = connection.execute(
        "SELECT id, headline_en, headline_ar, source, published_on, languages, revisions, gone_at"
        " FROM articles ORDER BY published_on DESC LIMIT ?",
        (NEWEST,),
    ).fetchall()
    return Home(
        articles=sum(count for _, count in by_languages),
        bilingual=sum(count for codes, count in by_languages if {ENGLISH, ARABIC} <= set(codes.split("+"))),
        revisions=revisions,
        sources=read_sources(connection),
        newest=tuple(ArticleLine(*row) for row in newest),
    )


def read_sources(connection: sqlite3.Connection) -> dict[str, str]:
    """The title of each source by its name; the name where it has no title."""
    rows = connection.execute("SELECT name, title FROM sources ORDER BY name").fetchall()
    return {name: title or name for name, title in rows}


def _wrap(connection: sqlite3.Connection) -> Database:
    # Datasette's connection is read-only and stays as it is: no plugins, no pragmas.
    return Database(connection, recursive_triggers=False, execute_plugins=False)
