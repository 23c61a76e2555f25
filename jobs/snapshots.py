"""The nightly snapshot as a recorded run."""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from archive.errors import ArchiveError, UnusableArchive
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot import Snapshot, take_snapshot
from archive.snapshot_files import CAPTURES
from archive.times import utc_now
from jobs.config import configuration_text
from jobs.program import program
from jobs.timetable import SNAPSHOT_COMMAND


def nightly_snapshot(folder: Path, clock: Callable[[], datetime] = utc_now) -> Snapshot:
    """Take a snapshot and record it as a run, also where it fails; a broken sijill.toml does not keep it from that."""
    text = configuration_text(folder)
    if not (folder / CAPTURES).is_file():
        raise UnusableArchive(f"there is nothing in {folder} to take a snapshot of: sijill crawl first")
    with hold_lock(folder, "sijill snapshot take"), open_evidence(folder / CAPTURES) as evidence:
        runs = Runs(evidence.db)
        runs.mark_interrupted(clock())
        configuration = evidence.record_configuration(text)
        run = runs.start_run(SNAPSHOT_COMMAND, None, clock(), program(), configuration)
        try:
            taken = take_snapshot(folder, clock=clock)
        except (ArchiveError, OSError, sqlite3.Error) as error:
            runs.finish_run(run, clock(), "failed", {}, str(error))
            raise
        runs.finish_run(run, clock(), "finished", {"size_bytes": taken.size_bytes}, taken.name)
        return taken
