"""Fires of the schedule that came to nothing, written as runs: what nobody saw happen is still in `sijill status`."""

from dataclasses import dataclass
from datetime import datetime

from archive.runs import RUNNING, Runs

FAILED = "failed"
MISSED = "missed"
SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class LostFire:
    """One fire of the schedule that came to nothing."""

    state: str
    """FAILED, MISSED (too late to begin) or SKIPPED (another run was at work)."""
    command: str
    source: str | None
    at: datetime
    """When it began, or should have."""
    reason: str


def record_fire(runs: Runs, fire: LostFire, now: datetime, program: str) -> None:
    """Write it as a run; a run that the failed command wrote itself gets its end, and is not written twice."""
    written = runs.latest_run(fire.command, fire.source)
    if fire.state == FAILED and written is not None and written.started_at >= fire.at:
        if written.state == RUNNING:
            runs.finish_run(written.id, now, FAILED, runs.counts_of(written.id), fire.reason)
            return
        if written.state == FAILED:
            return
    run = runs.start_run(fire.command, fire.source, fire.at, program, None)
    runs.finish_run(run, now, fire.state, {}, fire.reason)
