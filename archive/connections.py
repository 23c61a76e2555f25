"""How captures.db and archive.db are opened, and how a transaction on them begins and ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database, Migrations

from archive.errors import UnusableArchive

# Long enough for a snapshot's backup step or a checkpoint; there is never a second writer to wait for.
BUSY_TIMEOUT_S = 10.0


def connect(path: Path, *, read_only: bool) -> Database:
    """A connection in autocommit; one that only reads makes no file."""
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    return Database(connection, execute_plugins=False)


def prepare_writer(db: Database) -> None:
    """For the one connection that writes: what it commits is on disk when the commit returns."""
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        db.execute(f"PRAGMA {pragma}")


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing, together with the transaction it stands in, if it stands in one.

    IMMEDIATE: a deferred one that turns to writing fails at once, whatever the timeout.
    """
    if db.conn.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:  # SQLite has rolled back by itself where the disk is full
            db.execute("ROLLBACK")
        raise


def check_known(db: Database, migrations: Migrations) -> None:
    """Raise UnusableArchive where a newer program has changed the tables."""
    with Database(memory=True, execute_plugins=False) as empty:
        known = {migration.name for migration in migrations.pending(empty)}
    unknown = sorted({migration.name for migration in migrations.applied(db)} - known)
    if unknown:
        raise UnusableArchive(f"made by a newer sijill ({', '.join(unknown)}): install that one")


def is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """True where the error speaks of the file's content; False for a lock, a full disk or a missing right.

    sqlite3 raises UnicodeDecodeError over the text of its own message where a table's definition is damaged.
    """
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_ERROR
    return True
