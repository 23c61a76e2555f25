"""Two archives compared row by row: what a replay gives against what stands."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from archive.connections import BUSY_TIMEOUT_S

# Of each table whose rows come from the evidence, what orders them; the search index and the views come from these.
COMPARED_TABLES = {
    "sources": "name",
    "articles": "id",
    "pages": "url",
    "aliases": "url",
    "revisions": "id",
    "segments": "id",
    "translation_units": "revision_id, position",
    "discrepancies": "revision_id, id",
    "date_candidates": "id",
    "witnesses": "id",
    "readings": "ledger_sequence, side",
    "quarantine": "ledger_sequence",
    "lexicons": "ledger_sequence",
    "alignments": "revision_id",
    "term_uses": "revision_id, unit, rowid",
    "term_pairs": "words, english, arabic",
    "mined_revisions": "revision_id",
    "stale_terms": "words",
}
# Counted anew whenever a revision is aligned anew, which a replay does once, with the last lexicon.
_IDS_THAT_SAY_NOTHING = ("translation_units", "discrepancies")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Where a rebuilt archive differs from the one that stands."""

    missing: tuple[str, ...]
    """Content hashes of revisions that only the standing one holds, or holds more often."""
    added: tuple[str, ...]
    """Content hashes of revisions that only the rebuilt one holds, or holds more often."""
    altered: tuple[str, ...]
    """Names of the tables whose rows or columns differ."""


def compare_archives(standing: Path, rebuilt: Path) -> Comparison | None:
    """Where they differ; None where no archive stands there, or none that SQLite can read.

    Reads the files as SQLite gives them, not as `open_archive` does: one without its triggers is compared too.
    """
    if not standing.is_file():
        return None
    with closing(_connect(rebuilt)) as new:
        try:
            with closing(_connect(standing)) as old:
                return _compare(old, new)
        except sqlite3.OperationalError as error:
            # A lock or a full disk is no damage: nobody may be told that there was nothing to compare.
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL):
                raise
            return None
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S)
    connection.text_factory = bytes  # what is no UTF-8 differs, and is no error
    return connection


def _compare(old: sqlite3.Connection, new: sqlite3.Connection) -> Comparison | None:
    if not any(_columns(old, table) for table in COMPARED_TABLES):
        return None
    old_hashes, new_hashes = _content_hashes(old), _content_hashes(new)
    return Comparison(
        missing=tuple(sorted((old_hashes - new_hashes).elements())),
        added=tuple(sorted((new_hashes - old_hashes).elements())),
        altered=tuple(table for table in COMPARED_TABLES if not _is_same_table(table, old, new)),
    )


def _is_same_table(table: str, old: sqlite3.Connection, new: sqlite3.Connection) -> bool:
    """True where both have the same columns and the same rows; row by row, in the order of the primary key."""
    columns = _columns(new, table)
    if _columns(old, table) != columns:
        return False
    compared = [name for name in columns if name != "id" or table not in _IDS_THAT_SAY_NOTHING]
    query = f"SELECT {', '.join(compared)} FROM {table} ORDER BY {COMPARED_TABLES[table]}"  # noqa: S608 names of ours
    return all(one == other for one, other in zip_longest(old.execute(query), new.execute(query)))


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    """Names of a table's columns; empty where there is no such table."""
    return [name.decode("utf-8", "replace") for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", [table])]


def _content_hashes(db: sqlite3.Connection) -> Counter[str]:
    if "content_hash" not in _columns(db, "revisions"):
        return Counter()
    return Counter(_text(value) for (value,) in db.execute("SELECT content_hash FROM revisions"))


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
