"""The tables of archive.db: a public contract, changed only by migrations that go forwards.

What each table and column means is in `archive.dictionary`. Revisions and their segments are only ever
appended: triggers refuse UPDATE and DELETE, and a guard before INSERT refuses what INSERT OR REPLACE would
overwrite (on a plain connection REPLACE deletes without firing a DELETE trigger).
"""

from sqlite_utils import Database, Migrations

from archive.connections import missing_triggers
from archive.errors import UnusableArchive
from archive.tables import (
    ACCEPTED_READINGS,
    BITEXT,
    INDEXES,
    LEXICONS,
    READ_ANEW,
    READINGS,
    READINGS_OF_NEW_PAGES,
    SAID_BESIDE_THE_TEXT,
    SEARCH,
    TABLES,
    TERMS,
)

MIGRATIONS = Migrations("sijill-archive")

TRIGGERS = {
    "revisions_refuse_update": """CREATE TRIGGER revisions_refuse_update BEFORE UPDATE ON revisions
    BEGIN SELECT raise(ABORT, 'revisions are only appended, never changed'); END""",
    "revisions_refuse_delete": """CREATE TRIGGER revisions_refuse_delete BEFORE DELETE ON revisions
    BEGIN SELECT raise(ABORT, 'revisions are only appended, never deleted'); END""",
    "revisions_refuse_replace": """CREATE TRIGGER revisions_refuse_replace BEFORE INSERT ON revisions
    WHEN EXISTS (SELECT 1 FROM revisions WHERE id = NEW.id) OR NEW.number IS NOT (
        SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = NEW.article_id)
    BEGIN SELECT raise(ABORT, 'a revision is new and numbered one above the last of its article'); END""",
    "segments_refuse_update": """CREATE TRIGGER segments_refuse_update BEFORE UPDATE ON segments
    BEGIN SELECT raise(ABORT, 'segments are only appended, never changed'); END""",
    "segments_refuse_delete": """CREATE TRIGGER segments_refuse_delete BEFORE DELETE ON segments
    BEGIN SELECT raise(ABORT, 'segments are only appended, never deleted'); END""",
    "segments_refuse_replace": """CREATE TRIGGER segments_refuse_replace BEFORE INSERT ON segments
    WHEN NEW.revision_id IS NOT (SELECT max(id) FROM revisions)
        OR EXISTS (SELECT 1 FROM segments WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM segments WHERE revision_id = NEW.revision_id
            AND language = NEW.language AND role = NEW.role AND position = NEW.position)
    BEGIN SELECT raise(ABORT, 'a segment is new and belongs to the newest revision'); END""",
}


@MIGRATIONS()
def m001_articles_and_revisions(db: Database) -> None:
    """Everything: the tables, their indexes, the bitext, the search index and the triggers."""
    for statement in (*TABLES, *INDEXES, BITEXT, *SEARCH, *TRIGGERS.values()):
        db.execute(statement)


@MIGRATIONS()
def m002_zone_of_dates(db: Database) -> None:
    """The zone that a statement about a date names; null in what was derived before."""
    db.execute("ALTER TABLE date_candidates ADD COLUMN zone TEXT")


@MIGRATIONS()
def m003_witnesses(db: Database) -> None:
    """What a page says of its article for machines, its tags and canonical address, and how it was decoded."""
    for statement in SAID_BESIDE_THE_TEXT:
        db.execute(statement)


@MIGRATIONS()
def m004_readings(db: Database) -> None:
    """What each derived article gave, and what is kept back for it."""
    for statement in READINGS:
        db.execute(statement)


@MIGRATIONS()
def m005_spans_of_discrepancies(db: Database) -> None:
    """Where what differs stands in its segments; nothing in what was derived before."""
    for column in ("en_spans", "ar_spans"):
        db.execute(f"ALTER TABLE discrepancies ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")


@MIGRATIONS()
def m006_lexicons(db: Database) -> None:
    """The lexicons that were learned, and which of them each revision is aligned with; none in what was there."""
    for statement in LEXICONS:
        db.execute(statement)


@MIGRATIONS()
def m007_terms(db: Database) -> None:
    """What the glossary is made of; nothing until the next crawl or learn mines what is archived."""
    for statement in TERMS:
        db.execute(statement)


@MIGRATIONS()
def m008_readings_of_new_pages(db: Database) -> None:
    """Which readings were an article's first, as its own rows tell; and which paragraphs were read, from now on."""
    for statement in READINGS_OF_NEW_PAGES:
        db.execute(statement)


@MIGRATIONS()
def m009_read_anew(db: Database) -> None:
    """Which revisions were read anew with another template; none of those that were there."""
    for statement in READ_ANEW:
        db.execute(statement)


@MIGRATIONS()
def m010_accepted_readings(db: Database) -> None:
    """Which readings were accepted with what they lack; none of those that were there."""
    for statement in ACCEPTED_READINGS:
        db.execute(statement)


def check_complete(db: Database) -> None:
    """Raise UnusableArchive where a migration was not applied or a trigger is not as it was made."""
    pending = [migration.name for migration in MIGRATIONS.pending(db)]
    if pending:
        raise UnusableArchive(
            f"made by an older sijill (it lacks {', '.join(pending)}): sijill crawl or learn brings it up to date"
        )
    altered = missing_triggers(db, TRIGGERS)
    if altered:
        raise UnusableArchive(
            f"the archive's triggers {', '.join(altered)} are missing or changed, so its revisions were "
            "not protected: rebuild it with `sijill replay`"
        )
