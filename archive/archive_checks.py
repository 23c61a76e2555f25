"""What archive.db is checked for: the content hash of every revision, and what stands beside it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from archive.checks import Checked, begin, check_structure, check_triggers, run_checks
from archive.connections import connect
from archive.digests import content_hash
from archive.reading import load_editions
from archive.schema import TRIGGERS
from crawler.models import Edition


def check_archive(path: Path) -> Checked:
    """Each revision's content hash recomputed from its segments, and what stands beside it, of an archive.db."""
    found: dict[str, int] = {"revisions": 0, "through": 0}
    with closing(connect(path, read_only=True)) as db:
        steps: list[Callable[[], Iterator[str]]] = [
            lambda: begin(db),
            lambda: check_structure(db),
            lambda: check_triggers(db, TRIGGERS, "the revisions were"),
            lambda: _check_revisions(db, found),
            lambda: _check_articles(db),
            lambda: _check_derivation(db, found),
            lambda: _check_alignments(db, found),
        ]
        return Checked(run_checks(path, steps), {"revisions": found["revisions"]}, found["through"])


def _check_revisions(db: Database, found: dict[str, int]) -> Iterator[str]:
    for revision, stated, sequence in db.execute("SELECT id, content_hash, ledger_sequence FROM revisions ORDER BY id"):
        found["revisions"] += 1
        found["through"] = max(found["through"], sequence)
        try:
            editions = load_editions(db, revision)
        except (ValueError, sqlite3.DatabaseError) as error:
            yield f"revision {revision} has a segment that cannot be read: {error}"
            continue
        if content_hash(editions) != stated or not all(map(_is_in_order, editions)):
            yield f"revision {revision}: its segments are not the text whose hash is {stated}"


def _is_in_order(edition: Edition) -> bool:
    """True where positions count from 0 within each role: the hash is over texts in order, without positions."""
    following: dict[str, int] = {}
    for segment in edition.segments:
        if segment.position != following.get(segment.role, 0):
            return False
        following[segment.role] = segment.position + 1
    return True


def _check_articles(db: Database) -> Iterator[str]:
    rows = db.execute(
        """SELECT article.id FROM articles AS article
        LEFT JOIN revisions AS revision ON revision.id = article.revision_id
        WHERE revision.content_hash IS NOT article.content_hash
            OR revision.article_id IS NOT article.id
            OR article.revisions IS NOT (SELECT max(number) FROM revisions WHERE article_id = article.id)
            OR article.headline_en IS NOT (SELECT text FROM segments WHERE revision_id = revision.id
                AND language = 'en' AND role = 'headline' AND position = 0)
            OR article.headline_ar IS NOT (SELECT text FROM segments WHERE revision_id = revision.id
                AND language = 'ar' AND role = 'headline' AND position = 0)
        ORDER BY article.id"""
    ).fetchall()
    for (article,) in rows:
        yield f"article {article} does not say what its newest revision says: sijill replay"


def _check_alignments(db: Database, found: dict[str, int]) -> Iterator[str]:
    """Each aligned revision says by what; the ledger must reach to the last lexicon. Old archives have none of it."""
    if not db.table("lexicons").exists():
        return
    (newest,) = db.execute("SELECT max(ledger_sequence) FROM lexicons").fetchone()
    found["through"] = max(found["through"], newest or 0)
    rows = db.execute(
        """SELECT DISTINCT unit.revision_id FROM translation_units AS unit LEFT JOIN alignments AS alignment
            ON alignment.revision_id = unit.revision_id WHERE alignment.revision_id IS NULL ORDER BY 1"""
    ).fetchall()
    for (revision,) in rows:
        yield f"revision {revision} does not say which lexicon aligned it: sijill replay"


def _check_derivation(db: Database, found: dict[str, int]) -> Iterator[str]:
    row = db.execute("SELECT ledger_sequence FROM derivation WHERE id = 1").fetchone()
    through = row[0] if row else 0
    if through < found["through"]:
        yield f"it says that it was derived through entry {through}, but has a revision of entry {found['through']}"
    found["through"] = max(found["through"], through)
