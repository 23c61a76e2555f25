"""Stored articles as they come back: as they were derived, with what the archive knows of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from archive.times import read_utc
from crawler.models import (
    Article,
    DateCandidate,
    Discrepancy,
    Edition,
    Picture,
    Revision,
    Role,
    Segment,
    SegmentRef,
    Span,
    TranslationUnit,
    Witness,
)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """One address an article is read from."""

    url: str
    languages: str
    first_captured_at: datetime
    gone_at: datetime | None
    """When the article was first found not to be read from it any more; None while it is."""


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article of the archive in one of its revisions."""

    id: int
    source: str
    article: Article
    """As it was derived for `revision`; its `pages` are those it is read from today."""
    revision: Revision
    revisions: tuple[Revision, ...]
    """All of them, the first one first."""
    aliases: tuple[str, ...]
    """Further addresses with the same text."""
    pages: tuple[StoredPage, ...]
    """Every address it was ever read from."""
    first_captured_at: datetime
    last_revised_at: datetime
    gone_at: datetime | None
    gone_reason: str | None


def find_article(db: Database, article: int | str) -> int | None:
    """The id of the article with that id, address, alias or page, in this order; None where there is none."""
    if isinstance(article, int):
        found = db.execute("SELECT id FROM articles WHERE id = ?", [article]).fetchone()
    else:
        found = db.execute(
            """SELECT id FROM articles WHERE url = :url
            UNION ALL SELECT article_id FROM aliases WHERE url = :url
            UNION ALL SELECT article_id FROM pages WHERE url = :url LIMIT 1""",
            {"url": article},
        ).fetchone()
    return found[0] if found else None


def load_article(db: Database, article_id: int, number: int | None = None) -> StoredArticle | None:
    """The article in its current revision, or in the one numbered; None where either does not exist."""
    row = _first(db, "SELECT * FROM articles WHERE id = ?", article_id)
    revision_rows = list(db.query("SELECT * FROM revisions WHERE article_id = ? ORDER BY number", [article_id]))
    shown = len(revision_rows) if number is None else number
    wanted = [line for line in revision_rows if line["number"] == shown]
    if row is None or not wanted:
        return None
    pages = _load_pages(db, article_id)
    aliases = db.execute("SELECT url FROM aliases WHERE article_id = ? ORDER BY ledger_sequence", [article_id])
    return StoredArticle(
        id=article_id,
        source=row["source"],
        article=_load_revision(db, row["url"], wanted[0], pages),
        revision=_revision(wanted[0]),
        revisions=tuple(_revision(line) for line in revision_rows),
        aliases=tuple(url for (url,) in aliases),
        pages=pages,
        first_captured_at=read_utc(row["first_captured_at"]),
        last_revised_at=read_utc(row["last_revised_at"]),
        gone_at=_time(row["gone_at"]),
        gone_reason=row["gone_reason"],
    )


def load_editions(db: Database, revision_id: int) -> tuple[Edition, ...]:
    """The editions of a revision, in the order they were stored in."""
    rows = db.execute(
        "SELECT language, role, position, text FROM segments WHERE revision_id = ? ORDER BY id", [revision_id]
    )
    return tuple(
        Edition(language, tuple(Segment(Role(role), position, text) for _, role, position, text in lines))
        for language, lines in groupby(rows, key=lambda line: line[0])
    )


def load_revisions(db: Database, article_id: int) -> list[tuple[int, Revision]]:
    """Every revision of an article with its id, the first one first."""
    rows = db.query("SELECT * FROM revisions WHERE article_id = ? ORDER BY number", [article_id])
    return [(row["id"], _revision(row)) for row in rows]


def load_discrepancies(db: Database, revision_id: int) -> tuple[Discrepancy, ...]:
    """Where the two sides of a revision differ, in the order it was found."""
    rows = db.query("SELECT * FROM discrepancies WHERE revision_id = ? ORDER BY id", [revision_id])
    return tuple(map(read_discrepancy, rows))


def read_discrepancy(row: Mapping[str, Any]) -> Discrepancy:
    """The finding of a row of the table."""
    return Discrepancy(
        row["kind"],
        row["severity"],
        row["en"],
        row["ar"],
        row["unit"],
        _spans(row["en_spans"]),
        _spans(row["ar_spans"]),
    )


def _first(db: Database, sql: str, *values: object) -> dict[str, Any] | None:
    return next(iter(db.query(sql, values)), None)


def _load_revision(db: Database, url: str, row: Mapping[str, Any], pages: tuple[StoredPage, ...]) -> Article:
    return Article(
        url=url,
        published_on=_day(row["published_on"]),
        published_on_basis=row["published_on_basis"],
        dates=_load_dates(db, row["id"]),
        editions=load_editions(db, row["id"]),
        pictures=tuple(_picture(stored) for stored in json.loads(row["pictures"])),
        units=load_units(db, row["id"]),
        discrepancies=load_discrepancies(db, row["id"]),
        residue=tuple(json.loads(row["residue"])),
        content_hash=row["content_hash"],
        pages={page.url: page.languages for page in pages if page.gone_at is None},
        canonical_url=row["canonical_url"],
        tags=tuple(json.loads(row["tags"])),
        charset=row["charset"],
        charset_decided_by=row["charset_decided_by"],
        witnesses=_load_witnesses(db, row["id"]),
        notes=tuple(json.loads(row["notes"])),
        lexicon=_load_lexicon(db, row["id"]),
    )


def _picture(stored: str | Mapping[str, Any]) -> Picture:
    """A stored picture; the first archives held the address alone."""
    return Picture(stored) if isinstance(stored, str) else Picture(**stored)


def _revision(row: Mapping[str, Any]) -> Revision:
    return Revision(
        article_id=row["article_id"],
        number=row["number"],
        content_hash=row["content_hash"],
        captured_at=read_utc(row["captured_at"]),
        changed=row["changed"],
        read_anew=bool(row["read_anew"]),
    )


def _load_pages(db: Database, article_id: int) -> tuple[StoredPage, ...]:
    rows = db.query("SELECT * FROM pages WHERE article_id = ? ORDER BY rowid", [article_id])
    return tuple(
        StoredPage(row["url"], row["languages"], read_utc(row["first_captured_at"]), _time(row["gone_at"]))
        for row in rows
    )


def _load_dates(db: Database, revision_id: int) -> tuple[DateCandidate, ...]:
    rows = db.query("SELECT * FROM date_candidates WHERE revision_id = ? ORDER BY id", [revision_id])
    return tuple(
        DateCandidate(row["source"], row["text"], _day(row["date"]), row["precision"], row["note"], row["zone"])
        for row in rows
    )


def _load_witnesses(db: Database, revision_id: int) -> tuple[Witness, ...]:
    rows = db.query("SELECT * FROM witnesses WHERE revision_id = ? ORDER BY id", [revision_id])
    return tuple(Witness(row["field"], row["source"], row["text"], row["note"]) for row in rows)


def load_units(db: Database, revision_id: int) -> tuple[TranslationUnit, ...]:
    """The translation units of a revision, in order."""
    rows = db.query("SELECT * FROM translation_units WHERE revision_id = ? ORDER BY position", [revision_id])
    return tuple(TranslationUnit(_refs(row["english"]), _refs(row["arabic"]), row["score"]) for row in rows)


def _refs(text: str) -> tuple[SegmentRef, ...]:
    return tuple(SegmentRef(Role(ref["role"]), ref["position"]) for ref in json.loads(text))


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(Role(span["role"]), span["position"], span["start"], span["end"]) for span in json.loads(text))


def _load_lexicon(db: Database, revision_id: int) -> str | None:
    """The digest of the lexicon that a revision is aligned with; None for none."""
    row = db.execute(
        "SELECT digest FROM alignments JOIN lexicons ON lexicons.ledger_sequence = alignments.lexicon"
        " WHERE revision_id = ?",
        [revision_id],
    ).fetchone()
    return row[0] if row else None


def _time(text: str | None) -> datetime | None:
    return read_utc(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
