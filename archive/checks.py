"""What checking a database comes to, and the part of it that both databases share.

`integrity_check` sees 18 of 60 single-bit flips, SHA-256 all of them: hashes decide, SQLite's own check is only of the
structure. Damage is reported, never raised.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from archive.connections import missing_triggers


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was recorded."""

    where: str
    """The file or snapshot."""
    said: str
    """What is wrong, with the sequence, digest or revision."""

    def __str__(self) -> str:
        return f"{self.where}: {self.said}"


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of one database found."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    through: int
    """Of captures.db the last sequence, of archive.db the highest one that it was derived from."""


def run_checks(path: Path, steps: Sequence[Callable[[], Iterator[str]]]) -> tuple[Problem, ...]:
    """What all steps say, each thing once: a file that is no database stops every one of them."""
    said = dict.fromkeys(said for step in steps for said in _guarded(step))
    return tuple(Problem(path.name, one) for one in said)


def _guarded(step: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What the step says; that it could not go on where SQLite, or text that is not what it should be, stops it."""
    try:
        yield from step()
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
        yield f"cannot be read any further: {type(error).__name__}: {error}"


def begin(db: Database) -> Iterator[str]:
    """One moment is checked, whatever a crawl writes meanwhile."""
    db.execute("BEGIN")
    yield from ()


def check_structure(db: Database) -> Iterator[str]:
    """SQLite's own check."""
    for (said,) in db.execute("PRAGMA integrity_check(10)").fetchall():
        if said != "ok":
            yield f"its structure is damaged: {' '.join(str(said).split())}"


def check_triggers(db: Database, triggers: Mapping[str, str], protected: str) -> Iterator[str]:
    """That the triggers are there as they were made; `protected` is what they protect."""
    for name in missing_triggers(db, triggers):
        yield f"the trigger {name} is missing or changed: {protected} not protected"
