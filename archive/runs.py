"""The runs: each command's work on the data folder, how it ended, and how each of its articles ended.

They are beside the evidence in captures.db but no evidence. Whoever writes them holds the lock.
"""

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from archive.times import read_utc, utc_text
from crawler.models import Outcome, OutcomeKind

RUNNING = "running"
INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Run:
    """One run as it is recorded."""

    id: int
    command: str
    """"crawl", "snapshot" ..."""
    source: str | None
    """Name of the site; None for a run over none or all of them."""
    started_at: datetime
    finished_at: datetime | None
    """None while it is running."""
    state: str
    """"running", "finished", "failed", "interrupted" (killed), "missed" or "skipped" (never begun)."""
    reason: str | None
    """Why it failed, was missed or skipped, or what is to be said of it; None where nothing is."""
    counts: Mapping[str, int]
    program: str
    configuration: str | None
    """Hash of the configuration it ran with."""
    pid: int


@dataclass(frozen=True, slots=True)
class FirstEnd:
    """How an address ended for the first time."""

    run: int
    started_at: datetime
    """When that run began."""
    outcome: Outcome


class Runs:
    """The runs in an open captures.db."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def start_run(
        self, command: str, source: str | None, started_at: datetime, program: str, configuration: str | None
    ) -> int:
        """The number of a new run of this process, in the state "running"."""
        cursor = self._db.execute(
            "INSERT INTO runs (command, source, started_at, state, counts, program, configuration, pid)"
            " VALUES (?, ?, ?, ?, '{}', ?, ?, ?)",
            [command, source, utc_text(started_at), RUNNING, program, configuration, os.getpid()],
        )
        return int(cursor.lastrowid or 0)

    def finish_run(
        self, run: int, finished_at: datetime, state: str, counts: Mapping[str, int], reason: str | None = None
    ) -> None:
        """Record how a run ended: "finished", "failed", "missed" or "skipped"."""
        self._db.execute(
            "UPDATE runs SET finished_at = ?, state = ?, counts = ?, reason = ? WHERE id = ?",
            [utc_text(finished_at), state, json.dumps(counts), reason, run],
        )

    def mark_interrupted(self, now: datetime) -> int:
        """How many runs were found "running" and are now "interrupted".

        Only whoever holds the lock may ask: then every such run is a dead process's. (That its pid is alive would
        prove nothing: in a container every process is number 1.)
        """
        cursor = self._db.execute(
            "UPDATE runs SET finished_at = ?, state = ?, reason = 'process ' || pid || ' died in it' WHERE state = ?",
            [utc_text(now), INTERRUPTED, RUNNING],
        )
        return int(cursor.rowcount)

    def record_outcome(self, run: int, outcome: Outcome) -> None:
        """Record how one article of a run ended; each address ends once in a run, and the last word stands."""
        self._db.execute(
            "INSERT INTO outcomes (run, url, kind, reason) VALUES (?, ?, ?, ?) ON CONFLICT (run, url)"
            " DO UPDATE SET kind = excluded.kind, reason = excluded.reason",
            [run, outcome.url, outcome.kind.value, outcome.reason],
        )

    def outcomes_of(self, run: int) -> tuple[Outcome, ...]:
        """How the articles of a run ended, in the order they did."""
        rows = self._db.execute("SELECT url, kind, reason FROM outcomes WHERE run = ? ORDER BY rowid", [run])
        return tuple(Outcome(url, OutcomeKind(kind), reason) for url, kind, reason in rows.fetchall())

    def first_ends(self, source: str, kinds: Sequence[OutcomeKind], runs_most: int) -> tuple[FirstEnd, ...]:
        """The first time that each address ended in one of the kinds, within the source's last crawls; in order."""
        rows = self._db.execute(
            """SELECT run, started_at, url, kind, outcomes.reason, min(outcomes.rowid) AS place
            FROM outcomes JOIN runs ON runs.id = run
            WHERE run IN (SELECT id FROM runs WHERE command = 'crawl' AND source = ? ORDER BY id DESC LIMIT ?)
                AND kind IN (SELECT value FROM json_each(?))
            GROUP BY url ORDER BY place""",
            [source, runs_most, json.dumps([kind.value for kind in kinds])],
        )
        return tuple(
            FirstEnd(run, read_utc(started_at), Outcome(url, OutcomeKind(kind), reason))
            for run, started_at, url, kind, reason, _ in rows.fetchall()
        )

    def counts_of(self, run: int) -> dict[str, int]:
        """How many articles of a run ended in each kind of outcome; kinds with none are left out."""
        return dict(Counter(outcome.kind.value for outcome in self.outcomes_of(run)))

    def latest_run(self, command: str, source: str | None = None, state: str | None = None) -> Run | None:
        """The last run of a command for a source (None: a run for none), in that state if one is given."""
        row = self._db.execute(
            _SELECT + " WHERE command = ? AND source IS ? AND state = coalesce(?, state) ORDER BY id DESC LIMIT 1",
            [command, source, state],
        ).fetchone()
        return _run(row) if row else None

    def list_runs(self, limit: int = 20) -> list[Run]:
        """The last runs, the newest first."""
        return [_run(row) for row in self._db.execute(_SELECT + " ORDER BY id DESC LIMIT ?", [limit]).fetchall()]


_SELECT = (
    "SELECT id, command, source, started_at, finished_at, state, reason, counts, program, configuration, pid FROM runs"
)


def _run(row: tuple[Any, ...]) -> Run:
    id_, command, source, started_at, finished_at, state, reason, counts, program, configuration, pid = row
    return Run(
        id=id_,
        command=command,
        source=source,
        started_at=read_utc(started_at),
        finished_at=read_utc(finished_at) if finished_at else None,
        state=state,
        reason=reason,
        counts=json.loads(counts),
        program=program,
        configuration=configuration,
        pid=pid,
    )
