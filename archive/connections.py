"""How captures.db and archive.db are opened, and how a transaction on them begins and ends."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database, Migrations

from archive.errors import ArchiveError, UnusableArchive

# Long enough for a snapshot's backup step or a checkpoint; there is never a second writer to wait for.
BUSY_TIMEOUT_S = 10.0


def connect(path: Path, *, read_only: bool) -> Database:
    """A connection in autocommit; one that only reads makes no file."""
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    return Database(connection, execute_plugins=False)


class OpenDatabase:
    """An open database; close it, or use it as a context manager."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. What was committed is on disk already."""
        self.db.close()


@dataclass(frozen=True, slots=True)
class Tables:
    """What a database of ours is made of."""

    migrations: Migrations
    check_complete: Callable[[Database], None]
    """Raises an ArchiveError where something is missing."""
    called: str
    """What it is to a person: "an archive"."""


def open_database(path: Path, tables: Tables, *, read_only: bool) -> Database:
    """The database at `path`; made, or its tables brought up to date, unless it is opened read-only.

    A writer's transactions are on disk when they return (WAL, synchronous=FULL). There must be one writer in the whole
    system: hold the lock. Raises UnusableArchive where the file is absent (read-only), is no SQLite database or was
    made by a newer program, and whatever the check of its tables raises.
    """
    if read_only and not path.is_file():
        raise UnusableArchive(f"there is no {path}: sijill crawl makes it, or --data names another folder")
    db = connect(path, read_only=read_only)
    try:
        if not read_only:
            prepare_writer(db)
        check_known(db, tables.migrations)
        if not read_only:
            tables.migrations.apply(db)
        tables.check_complete(db)
    except ArchiveError as error:
        db.close()
        raise type(error)(f"{path}: {error}") from None
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        db.close()
        if not is_damage(error):
            raise
        raise UnusableArchive(f"{path} cannot be opened as {tables.called}: {error}") from error
    return db


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


def missing_triggers(db: Database, triggers: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the triggers, given with their SQL, that are not there as they were made, sorted."""
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    return tuple(sorted(name for name, sql in triggers.items() if found.get(name) != sql))


def is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    """True where the error speaks of the file's content; False for a lock, a full disk or a missing right.

    sqlite3 raises UnicodeDecodeError over the text of its own message where a table's definition is damaged.
    """
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_ERROR
    return True
