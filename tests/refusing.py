"""Databases that refuse: one step of a run, which dies there, or what nobody may do to them at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from archive.connections import connect


@contextmanager
def refusing(database: Path, trigger: str) -> Iterator[None]:
    """The run dies at the step, with all it had committed before, as if it were killed: IntegrityError "killed here"."""
    with closing(connect(database, read_only=False)) as db:
        db.execute(f"CREATE TRIGGER die_here {trigger} BEGIN SELECT raise(ABORT, 'killed here'); END")
    try:
        yield
    finally:
        with closing(connect(database, read_only=False)) as db:
            db.execute("DROP TRIGGER die_here")


def assert_refused(connection: sqlite3.Connection, statement: str) -> None:
    """The statement fails on a plain connection and leaves everything as it was."""
    before = list(connection.iterdump())
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.rollback()
    assert list(connection.iterdump()) == before


def drop_trigger(database: Path, trigger: str) -> None:
    """The database without one of its triggers."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"DROP TRIGGER {trigger}")
        connection.commit()
