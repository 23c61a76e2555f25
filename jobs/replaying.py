"""The archive rebuilt from the evidence, or only compared with what that would give."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from archive.differences import ArticleDifference, list_differences
from archive.durable import remove_leftovers, scratch_folder
from archive.errors import UnusableArchive
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from crawler.errors import ConfigurationError
from crawler.models import Outcome
from jobs.config import parse_configuration, read_configuration
from jobs.derivation import ReplayReport, replay_into


def replay_folder(
    folder: Path, *, dry_run: bool = False, on_entry: Callable[[Outcome], None] = lambda outcome: None
) -> ReplayReport:
    """Rebuild archive.db from captures.db, and compare it with what stood; with `dry_run` change nothing.

    The rebuilt archive takes the old one's place within one transaction, so that readers see one or the other.
    """
    if not (folder / CAPTURES).is_file():
        raise UnusableArchive(f"there is no {CAPTURES} in {folder} to replay: sijill crawl makes one")
    with hold_lock(folder, "sijill replay"), open_evidence(folder / CAPTURES, read_only=True) as evidence:
        remove_leftovers(folder)
        with scratch_folder(folder) as scratch:
            report = replay_into(evidence, scratch / ARCHIVE, folder / ARCHIVE, on_entry)
            if not dry_run:
                _take_place(scratch / ARCHIVE, folder / ARCHIVE)
    return report


def preview_folder(folder: Path, on_entry: Callable[[Outcome], None] = lambda outcome: None) -> list[ArticleDifference]:
    """What the present configuration alters in the whole archive, were everything derived with it; changes nothing.

    ConfigurationError for a mistake in sijill.toml, UnusableArchive where nothing was crawled yet.
    """
    configuration, _ = read_configuration(folder)
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing in {folder} to derive: sijill crawl first")
    sites = {site.name: site for site in configuration.sources}
    with hold_lock(folder, "sijill replay"), open_evidence(folder / CAPTURES, read_only=True) as evidence:
        remove_leftovers(folder)
        with scratch_folder(folder) as scratch:
            replay_into(evidence, scratch / ARCHIVE, folder / ARCHIVE, on_entry, sites)
            return list(list_differences(folder / ARCHIVE, scratch / ARCHIVE))


def sources_read_anew(folder: Path) -> tuple[str, ...]:
    """Names of the sources whose template or zone sijill.toml gives otherwise than at their last crawl.

    None where it cannot be read: a replay asks for what was recorded, and goes on.
    """
    try:
        configuration, _ = read_configuration(folder)
    except ConfigurationError:
        return ()
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        runs = Runs(evidence.db)
        last = {site.name: runs.latest_run("crawl", site.name) for site in configuration.sources}
        texts = {run.configuration for run in last.values() if run and run.configuration}
        recorded = {digest: parse_configuration(evidence.configuration(digest)).sources for digest in texts}
    return tuple(
        site.name
        for site in configuration.sources
        if (run := last[site.name]) is not None
        and any(
            one.name == site.name and (one.templates, one.zone) != (site.templates, site.zone)
            for one in recorded.get(run.configuration or "", ())
        )
    )


def _take_place(rebuilt: Path, standing: Path) -> None:
    """Put the rebuilt archive where the old one stands; one that SQLite cannot even open is removed first."""
    try:
        _copy_database(rebuilt, standing)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        for path in (standing, *standing.parent.glob(f"{standing.name}-*")):
            path.unlink(missing_ok=True)
        _copy_database(rebuilt, standing)


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as rebuilt, closing(sqlite3.connect(target)) as standing:
        rebuilt.backup(standing)
        standing.execute("PRAGMA wal_checkpoint(TRUNCATE)")
