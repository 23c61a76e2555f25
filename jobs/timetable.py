"""When what is to run: each source's crawl at its times of day, the nightly learning and the snapshot, in UTC."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from jobs.config import Configuration, read_configuration

CRAWL_COMMAND = "crawl"
LEARN_COMMAND = "learn"
SNAPSHOT_COMMAND = "snapshot"
# Learning comes before the snapshot, so that the night's copy is aligned with the night's lexicon. Where it takes
# longer, the snapshot waits: one job runs at a time.
_LEARN_BEFORE_SNAPSHOT = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class PlannedJob:
    """One job of the schedule."""

    command: str
    """ "crawl", "learn" or "snapshot"."""
    source: str | None
    """The source to crawl; None for learning and the snapshot."""
    at: tuple[str, ...]
    """Times of day in UTC, HH:MM."""

    @property
    def name(self) -> str:
        """ "crawl NAME", "learn" or "snapshot"."""
        return f"{self.command} {self.source}" if self.source else self.command


def plan_jobs(configuration: Configuration) -> tuple[PlannedJob, ...]:
    """A crawl for each source that has times, the nightly learning and the nightly snapshot."""
    crawls = [PlannedJob(CRAWL_COMMAND, site.name, site.at) for site in configuration.sources if site.at]
    at = configuration.snapshot_at
    return (*crawls, PlannedJob(LEARN_COMMAND, None, (_learn_at(at),)), PlannedJob(SNAPSHOT_COMMAND, None, (at,)))


def _learn_at(snapshot_at: str) -> str:
    """The time of day (HH:MM) of the learning that precedes the snapshot of that time of day."""
    before = datetime.strptime(snapshot_at, "%H:%M").replace(tzinfo=UTC) - _LEARN_BEFORE_SNAPSHOT
    return f"{before:%H:%M}"


def upcoming_jobs(folder: Path, now: datetime) -> tuple[tuple[datetime, PlannedJob], ...]:
    """When each job that the configuration asks for runs next, the first one first."""
    configuration, _ = read_configuration(folder)
    upcoming = [(next_due(job.at, now), job) for job in plan_jobs(configuration)]
    return tuple(sorted(upcoming, key=lambda pair: pair[0]))


def next_due(at: Sequence[str], now: datetime) -> datetime:
    """The first of the times of day (HH:MM, UTC) after `now`.

    >>> next_due(["06:00", "18:00"], datetime(2026, 1, 26, 18, 0, tzinfo=UTC)).isoformat()
    '2026-01-27T06:00:00+00:00'
    """
    return min(fire for fire in _fires_around(at, now) if fire > now)


def last_due(at: Sequence[str], now: datetime) -> datetime:
    """The last of the times of day (HH:MM, UTC) that is not after `now`.

    >>> last_due(["06:00", "18:00"], datetime(2026, 1, 26, 5, 59, tzinfo=UTC)).isoformat()
    '2026-01-25T18:00:00+00:00'
    """
    return max(fire for fire in _fires_around(at, now) if fire <= now)


def _fires_around(at: Sequence[str], now: datetime) -> list[datetime]:
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    times = [timedelta(hours=int(one[:2]), minutes=int(one[3:])) for one in at]
    return [midnight + timedelta(days=day) + time for day in (-1, 0, 1) for time in times]
