"""A database that refuses one step, so that a run dies there."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

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
