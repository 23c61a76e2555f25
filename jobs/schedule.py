"""Staying and running: each source's crawl at its times, learning and a snapshot every night, by APScheduler, in UTC.

One process, one worker: two jobs never write at once. What APScheduler would swallow (errors, missed and skipped
fires) becomes a recorded run; what was missed while nothing ran is caught up once at start, from our own runs table.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, timedelta
from pathlib import Path

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MAX_INSTANCES, EVENT_JOB_MISSED, JobEvent
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from archive.errors import ArchiveError, LockHeld
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import CAPTURES
from crawler.errors import SijillError
from crawler.models import Outcome, OutcomeKind
from jobs.config import FILE_NAME, configuration_text, parse_configuration, read_configuration
from jobs.fires import FAILED, MISSED, SKIPPED, LostFire, record_fire
from jobs.learning import learn_folder
from jobs.pipeline import Rim, crawl_sources
from jobs.printable import printable, readable_address
from jobs.program import program
from jobs.snapshots import nightly_snapshot
from jobs.stopping import StopRequest
from jobs.timetable import (
    CRAWL_COMMAND,
    LEARN_COMMAND,
    SNAPSHOT_COMMAND,
    PlannedJob,
    last_due,
    plan_jobs,
    upcoming_jobs,
)

# APScheduler's own default drops a fire that is one second late. A daily one is worth running until the next is near.
MISFIRE_GRACE = timedelta(hours=23)
# What a person can do something about: told in one line. Anything else is a fault of ours and shows its traceback.
_EXPECTED = (SijillError, ArchiveError, OSError, sqlite3.OperationalError)
_CATCHING_UP = " (catching up)"
_LOOK_EVERY_S = 15.0
_LOG = logging.getLogger("sijill.schedule")


class Schedule:
    """The jobs of one data folder on a scheduler; `crawl`, `learn` and `snapshot` are what they run."""

    def __init__(
        self,
        folder: Path,
        *,
        rim: Rim | None = None,
        scheduler: BaseScheduler | None = None,
        crawl: Callable[..., object] = crawl_sources,
        learn: Callable[..., object] = learn_folder,
        snapshot: Callable[..., object] = nightly_snapshot,
    ) -> None:
        self.folder = folder
        self._rim = rim or Rim()
        self._crawl = crawl
        self._learn = learn
        self._snapshot = snapshot
        self._scheduler = scheduler or BackgroundScheduler(timezone=UTC, executors={"default": ThreadPoolExecutor(1)})
        self._plan: dict[str, PlannedJob] = {}
        self._every: dict[str, PlannedJob] = {}
        """Each job that was ever planned: one that was taken out may still be at work, and fail."""
        self._text: str | None = None
        self._lost: list[LostFire] = []
        self._lost_guard = threading.Lock()
        self._writing = threading.Lock()
        self._scheduler.add_listener(self._note_event, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES)

    def start(self) -> tuple[str, ...]:
        """Plan the jobs, start the scheduler, run once what was missed; gives the names of what is caught up.

        Raises ConfigurationError for a broken configuration: there is no plan to fall back on yet.
        """
        configuration, self._text = read_configuration(self.folder)
        self._follow(plan_jobs(configuration))
        missed = [job for job in self._plan.values() if self._was_missed(job)]
        for job in missed:
            self._add(job, job.name + _CATCHING_UP, DateTrigger(self._rim.clock()))
        self._scheduler.start()
        return tuple(job.name for job in missed)

    def look(self) -> None:
        """Follow the configuration, run what is due by the wall clock, write what came to nothing.

        The scheduler waits by a clock that stands still while the machine sleeps: after a day with the lid closed, it
        would run the day's jobs a day late.
        """
        if self.reload():
            _LOG.info("the configuration changed: the schedule follows it")
        self._scheduler.wakeup()
        self.record_lost()

    def reload(self) -> bool:
        """Follow sijill.toml where it changed; False where it did not, or cannot be read (then the old plan stays)."""
        try:
            text = configuration_text(self.folder)
            if text == self._text:
                return False
            self._text = text  # also a broken one: it is complained of once
            plan = plan_jobs(parse_configuration(text))
        except (SijillError, OSError) as error:
            _LOG.error("%s cannot be followed, the schedule stays as it was: %s", FILE_NAME, error)
            return False
        self._follow(plan)
        return True

    def record_lost(self) -> int:
        """Write what came to nothing as runs, unless a run is at work; gives how many were written."""
        with self._lost_guard:
            waiting = list(self._lost)
        if not waiting or not (self.folder / CAPTURES).is_file() or not self._writing.acquire(blocking=False):
            return 0
        try:
            with hold_lock(self.folder, "sijill schedule"), open_evidence(self.folder / CAPTURES) as evidence:
                for fire in waiting:
                    record_fire(Runs(evidence.db), fire, self._rim.clock(), program())
        except LockHeld:
            return 0
        except _EXPECTED as error:
            _LOG.error("what came to nothing could not be recorded: %s", error)
            return 0
        finally:
            self._writing.release()
        with self._lost_guard:
            del self._lost[: len(waiting)]
        return len(waiting)

    def stop(self) -> None:
        """Let the job at work end (its page in hand), then stop; what waits for its turn is caught up at next start."""
        self._scheduler.shutdown(wait=True)
        self.record_lost()

    def _follow(self, jobs: Sequence[PlannedJob]) -> None:
        """Make these the plan; what stays as it was is left alone, so that a fire that is due now is not lost."""
        wanted = {job.name: job for job in jobs}
        for name in self._plan.keys() - wanted.keys():
            self._scheduler.remove_job(name)
        for name, job in wanted.items():
            if self._plan.get(name) != job:
                self._add(job, name, _daily(job.at))
        self._plan = wanted
        self._every |= wanted

    def _add(self, job: PlannedJob, name: str, trigger: BaseTrigger) -> None:
        self._scheduler.add_job(
            self._run,
            trigger=trigger,
            args=[job],
            id=name,
            name=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=int(MISFIRE_GRACE.total_seconds()),
            replace_existing=True,
        )

    def _run(self, job: PlannedJob) -> None:
        if self._rim.stop():
            return
        begun = self._rim.clock()
        _LOG.info("%s: begins", job.name)
        try:
            with self._writing:
                self._run_command(job)
        except LockHeld as error:
            self._note(LostFire(SKIPPED, job.command, job.source, begun, str(error)))
        except _EXPECTED as error:
            self._note(LostFire(FAILED, job.command, job.source, begun, str(error)))
        else:
            _LOG.info("%s: ended", job.name)

    def _run_command(self, job: PlannedJob) -> None:
        if job.command == SNAPSHOT_COMMAND:
            self._snapshot(self.folder, clock=self._rim.clock)
        elif job.command == LEARN_COMMAND:
            self._learn(self.folder, clock=self._rim.clock, stop=self._rim.stop)
        else:
            self._crawl(self.folder, [job.source], rim=self._rim)

    def _was_missed(self, job: PlannedJob) -> bool:
        """True where the job's last time has passed without a run that came to its end, as the runs table has it.

        A source that was never crawled is one of these; a snapshot of nothing, and learning from it, is not.
        """
        if not (self.folder / CAPTURES).is_file():
            return job.command == CRAWL_COMMAND
        with open_evidence(self.folder / CAPTURES, read_only=True) as evidence:
            last = Runs(evidence.db).latest_run(job.command, job.source, "finished")
        return last is None or last.started_at < last_due(job.at, self._rim.clock())

    def _note_event(self, event: JobEvent) -> None:
        job = self._every[str(event.job_id).removesuffix(_CATCHING_UP)]
        if event.code == EVENT_JOB_ERROR:
            state, due = FAILED, event.scheduled_run_time
            reason = f"{type(event.exception).__name__}: {event.exception}"
        elif event.code == EVENT_JOB_MISSED:
            state, due = MISSED, event.scheduled_run_time
            reason = "it was too late when its turn came: the machine slept, or another job was at work"
        else:
            state, due = SKIPPED, event.scheduled_run_times[-1]
            reason = "the run before it was still at work"
        self._note(LostFire(state, job.command, job.source, due, reason))

    def _note(self, fire: LostFire) -> None:
        name = f"{fire.command} {fire.source or ''}".strip()
        _LOG.warning("%s of %s UTC: %s: %s", name, f"{fire.at:%Y-%m-%d %H:%M}", fire.state, printable(fire.reason))
        with self._lost_guard:
            self._lost.append(fire)


def _daily(at: Sequence[str]) -> OrTrigger:
    """Fires at each of the times of day, in UTC: no hour is skipped or doubled when summer time begins or ends."""
    return OrTrigger([CronTrigger(hour=int(one[:2]), minute=int(one[3:]), timezone=UTC) for one in at])


def run_schedule(folder: Path) -> None:
    """Run the schedule of a data folder in the foreground until SIGTERM or SIGINT."""
    logging.getLogger("sijill").setLevel(logging.INFO)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # what it warns of is told and recorded by us
    with StopRequest() as stop:
        rim = Rim(sleep=stop.sleep, stop=stop.is_set, on_outcome=_log_outcome)
        schedule = Schedule(folder, rim=rim)
        for name in schedule.start():
            _LOG.info("%s: its last time was missed, catching up", name)
        for due, job in upcoming_jobs(folder, rim.clock()):
            _LOG.info("%s: next at %s UTC", job.name, f"{due:%Y-%m-%d %H:%M}")
        while not stop.is_set():
            stop.sleep(_LOOK_EVERY_S)
            if not stop.is_set():
                schedule.look()
        schedule.stop()


def _log_outcome(outcome: Outcome) -> None:
    if outcome.kind is not OutcomeKind.UNCHANGED:
        _LOG.info("%s %s: %s", outcome.kind.value, printable(readable_address(outcome.url)), printable(outcome.reason))
