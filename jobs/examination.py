"""What `doctor` examines: the ground the archive stands on, each finding with what to do about it."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from archive.errors import ArchiveError
from archive.evidence import Evidence, open_evidence
from archive.lock import read_holder
from archive.runs import RUNNING, Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import Archive, open_archive
from crawler.errors import SijillError
from crawler.sites import Site
from jobs.config import read_configuration
from jobs.lexicons import lexicon_text, stored_lexicon
from jobs.printable import size_text
from jobs.timetable import CRAWL_COMMAND, SNAPSHOT_COMMAND

# Before it, two connections that write or checkpoint at once can corrupt a WAL database (sqlite.org, 3.51.3 notes).
_SAFE_SQLITE = (3, 51, 3)
_ROOM_LEAST_BYTES = 1_000_000_000
# Of a last crawl or snapshot: a day, and half of one for a night that took long.
_AGE_MOST = timedelta(hours=36)
_LIBRARIES = (
    "requests",
    "urllib3",
    "beautifulsoup4",
    "lxml",
    "selectolax",
    "numpy",
    "APScheduler",
    "sqlite-utils",
    "datasette",
)
# Before it a clock is certainly wrong: the program is younger.
_EARLIEST_YEAR = 2025


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined."""

    check: str
    state: str
    """"good", "look" (works, but see to it) or "bad"."""
    said: str


def examine(folder: Path, *, quick: bool, now: datetime) -> list[Finding]:
    """Every finding on this installation and data folder; with `quick` only what decides whether it works."""
    findings = [*_examine_folder(folder, now)]
    if not quick:
        findings = [*_examine_ground(folder, now), *findings]
    return findings


def _examine_ground(folder: Path, now: datetime) -> Iterator[Finding]:
    yield Finding("python", "good", sys.version.split()[0])
    safe = sqlite3.sqlite_version_info >= _SAFE_SQLITE
    said = sqlite3.sqlite_version
    yield Finding("sqlite", "good", said if safe else f"{said}: safe with one writer, which the lock ensures")
    for name in _LIBRARIES:
        try:
            yield Finding(name, "good", version(name))
        except PackageNotFoundError:
            yield Finding(name, "bad", "is not installed: install sijill again")
    if now.year < _EARLIEST_YEAR:
        yield Finding("clock", "bad", f"says {now:%Y-%m-%d}: set it, every capture is stamped with it")
    else:
        yield Finding("clock", "good", f"{now:%Y-%m-%d %H:%M:%S} UTC")
    existing = next(parent for parent in (folder.resolve(), *folder.resolve().parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    state = "good" if free >= _ROOM_LEAST_BYTES else "look"
    yield Finding("room", state, f"{free / 1e9:.1f} GB free where {folder} is")


def _examine_folder(folder: Path, now: datetime) -> Iterator[Finding]:
    sites: tuple[Site, ...] = ()
    try:
        sites = read_configuration(folder)[0].sources
    except SijillError as error:
        yield Finding("configuration", "bad", str(error))
    else:
        said = ", ".join(site.name for site in sites)
        yield Finding("configuration", "good" if sites else "look", said or "no source yet: sijill add URL")
    if not (folder / CAPTURES).exists():
        yield Finding("archive", "look", f"nothing was crawled into {folder} yet: sijill crawl")
        return
    try:
        yield from _examine_archive(folder, sites, now)
    except (ArchiveError, sqlite3.DatabaseError) as error:
        yield Finding("archive", "bad", str(error))


def _examine_archive(folder: Path, sites: Sequence[Site], now: datetime) -> Iterator[Finding]:
    with (
        open_evidence(folder / CAPTURES, read_only=True) as evidence,
        open_archive(folder / ARCHIVE, read_only=True) as archive,
    ):
        runs = Runs(evidence.db)
        counts = evidence.counts()
        size = size_text(counts["payload_bytes"])
        yield Finding("evidence", "good", f"{counts['captures']:,} captures, {counts['payloads']:,} bodies ({size})")
        held = archive.counts()
        yield Finding("archive", "good", f"{held['articles']:,} articles, {held['revisions']:,} revisions")
        holder = read_holder(folder)
        yield Finding("lock", "good", f"held by {holder}" if holder else "free")
        if holder is None and any(evidence.articles_after(archive.derived_through())):
            said = "a run was killed, what it recorded last is not in it yet: the next sijill crawl puts it in"
            yield Finding("archive", "look", said)
        yield from _lexicon_findings(evidence, archive, is_free=holder is None)
        yield from (_crawl_finding(site, runs, now) for site in sites)
        yield _snapshot_finding(runs, now)


def _lexicon_findings(evidence: Evidence, archive: Archive, *, is_free: bool) -> Iterator[Finding]:
    newest = evidence.last_lexicon()
    if newest is None:
        yield Finding("lexicon", "good", "none was learned yet: sijill learn, or sijill schedule every night")
        return
    yield Finding("lexicon", "good", lexicon_text(stored_lexicon(newest)))
    left = archive.count_aligned_otherwise(newest.sequence) if is_free else 0
    if left:
        said = (
            f"a run was killed, {left:,} revisions are not aligned with it yet: the next sijill crawl or learn does it"
        )
        yield Finding("lexicon", "look", said)


def _crawl_finding(site: Site, runs: Runs, now: datetime) -> Finding:
    check = f"crawl {site.name}"
    last = runs.latest_run(CRAWL_COMMAND, site.name)
    if last is None:
        return Finding(check, "look", "never crawled: sijill crawl")
    when = f"{last.started_at:%Y-%m-%d %H:%M} UTC"
    if last.state not in ("finished", RUNNING):
        return Finding(check, "look", f"{when}, {last.state}: {last.reason}")
    if now - last.started_at > _AGE_MOST:
        return Finding(check, "look", f"the last one was {when}: run sijill schedule, or sijill crawl from cron")
    return Finding(check, "good", when)


def _snapshot_finding(runs: Runs, now: datetime) -> Finding:
    last = runs.latest_run(SNAPSHOT_COMMAND, None, "finished")
    if last is not None and now - last.started_at <= _AGE_MOST:
        return Finding("snapshot", "good", f"{last.started_at:%Y-%m-%d %H:%M} UTC")
    when = f"the last one is of {last.started_at:%Y-%m-%d %H:%M} UTC" if last else "there is none"
    return Finding("snapshot", "look", f"{when}: run sijill schedule, or sijill snapshot take every night")
