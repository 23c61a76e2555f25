"""How things stand in a data folder: what is held, the sources, the last runs, who holds the lock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.evidence import open_evidence
from archive.lock import read_holder
from archive.runs import INTERRUPTED, RUNNING, Run, Runs
from archive.snapshot import list_snapshots
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from archive.times import utc_text
from crawler.sites import Site
from jobs.config import read_configuration
from jobs.lapses import broken_selectors_json, kept_back_json
from jobs.lexicons import lexicon_json
from jobs.timetable import CRAWL_COMMAND, next_due

_RUNS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What captures.db says of work and holdings; empty where nothing was crawled yet."""

    counts: Mapping[str, int]
    runs: tuple[Run, ...]
    last_crawls: Mapping[str, Run]


def read_standing(folder: Path, now: datetime) -> dict[str, Any]:
    """The standing of a data folder as plain JSON values; counts are empty where nothing was crawled yet."""
    configuration, _ = read_configuration(folder)
    holder = read_holder(folder)
    recorded = _read_recorded(folder, configuration.sources)
    # Asked twice: a run that is "running" while nobody holds the lock was killed, unless it has begun just now.
    holder = holder or read_holder(folder)
    archive_counts: dict[str, int] = {}
    lexicon: dict[str, Any] | None = None
    kept_back: list[dict[str, Any]] = []
    broken_selectors: list[dict[str, Any]] = []
    if (folder / ARCHIVE).is_file():
        with open_archive(folder / ARCHIVE, read_only=True) as archive:
            archive_counts = archive.counts()
            lexicon = lexicon_json(next(reversed(archive.lexicons()), None))
            kept_back = kept_back_json(archive)
            broken_selectors = broken_selectors_json(archive, configuration.sources)
    return {
        "data": str(folder),
        "exists": folder.is_dir(),
        "sources": [_source_json(site, recorded, holder, now) for site in configuration.sources],
        "evidence": dict(recorded.counts),
        "archive": archive_counts,
        "lexicon": lexicon,
        "kept_back": kept_back,
        "broken_selectors": broken_selectors,
        "snapshots": [snapshot.as_json() for snapshot in list_snapshots(folder)],
        "snapshot_at": configuration.snapshot_at,
        "next_snapshot": utc_text(next_due([configuration.snapshot_at], now)),
        "runs": [_run_json(run, holder) for run in recorded.runs],
        "lock": holder,
    }


def _read_recorded(folder: Path, sites: Sequence[Site]) -> _Recorded:
    if not (folder / CAPTURES).is_file():
        return _Recorded({}, (), {})
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        runs = Runs(evidence.db)
        crawls = {site.name: runs.latest_run(CRAWL_COMMAND, site.name) for site in sites}
        last_crawls = {name: run for name, run in crawls.items() if run is not None}
        return _Recorded(evidence.counts(), tuple(runs.list_runs(_RUNS_SHOWN)), last_crawls)


def _source_json(site: Site, recorded: _Recorded, holder: str | None, now: datetime) -> dict[str, Any]:
    last = recorded.last_crawls.get(site.name)
    return {
        "name": site.name,
        "url": site.url,
        "at": list(site.at),
        "last_crawl": _run_json(last, holder) if last else None,
        "next_crawl": utc_text(next_due(site.at, now)) if site.at else None,
    }


def _run_json(run: Run, holder: str | None) -> dict[str, Any]:
    return {
        "id": run.id,
        "command": run.command,
        "source": run.source,
        "started_at": utc_text(run.started_at),
        "finished_at": utc_text(run.finished_at) if run.finished_at else None,
        "state": INTERRUPTED if run.state == RUNNING and holder is None else run.state,
        "reason": run.reason,
        "counts": dict(run.counts),
    }
