"""Verifying a data folder: all that can be recomputed is, and held against what the snapshots have signed.

It proves that nothing was changed since it was recorded, not that a site really served it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.archive_checks import check_archive
from archive.captures_checks import SignedHead, check_captures
from archive.checks import Problem
from archive.digests import file_digest
from archive.errors import UnusableArchive
from archive.manifest import MANIFEST
from archive.snapshot import Snapshot, list_snapshots
from archive.snapshot_files import ARCHIVE, CAPTURES, file_problem

__all__ = ["Problem", "Report", "verify_folder"]


@dataclass(frozen=True, slots=True)
class Report:
    """What verifying a data folder came to."""

    problems: tuple[Problem, ...]
    """Empty where everything holds."""
    counts: Mapping[str, int]
    """How much was verified."""


def verify_folder(folder: Path) -> Report:
    """Every payload, ledger entry and revision, and every snapshot's signature and files.

    A crawl may go on meanwhile. Raises UnusableArchive where the folder holds nothing to verify.
    """
    snapshots = list_snapshots(folder)
    if not snapshots and not (folder / CAPTURES).is_file():
        raise UnusableArchive(f"there is nothing to verify in {folder}: sijill crawl makes it")
    problems = [problem for snapshot in snapshots for problem in _snapshot_problems(snapshot)]
    problems += _chain_problems(snapshots)
    heads = [
        SignedHead(f"snapshot {one.name}", one.manifest.head_sequence, one.manifest.head_hash)
        for one in snapshots
        if one.manifest and one.manifest.head_sequence
    ]
    found, counts = _database_problems(folder, heads)
    return Report((*found, *problems), {**counts, "snapshots": len(snapshots)})


def _database_problems(folder: Path, heads: Sequence[SignedHead]) -> tuple[list[Problem], dict[str, int]]:
    """The archive first: what a crawl derives meanwhile is then in the ledger that is read after it."""
    problems: list[Problem] = []
    counts: dict[str, int] = {}
    through = 0
    if (folder / ARCHIVE).is_file():
        archive = check_archive(folder / ARCHIVE)
        problems += archive.problems
        counts |= archive.counts
        through = archive.through
    if not (folder / CAPTURES).is_file():
        return [*problems, Problem(CAPTURES, "is missing, but there are snapshots of it")], counts
    captures = check_captures(folder / CAPTURES, heads)
    if through > captures.through:
        said = f"was derived from entry {through}, but the ledger ends at entry {captures.through}"
        problems.append(Problem(ARCHIVE, said))
    return [*captures.problems, *problems], {**captures.counts, **counts}


def _snapshot_problems(snapshot: Snapshot) -> list[Problem]:
    """Signature and hashes of the files as they lie there; a restore is left to `verify_snapshot`."""
    where = f"snapshot {snapshot.name}"
    if snapshot.manifest is None:
        return [Problem(where, snapshot.problem or "cannot be read")]
    said = (file_problem(snapshot.path, file) for file in snapshot.manifest.files)
    return [Problem(where, one) for one in said if one]


def _chain_problems(snapshots: Sequence[Snapshot]) -> list[Problem]:
    """Each manifest names the one before it; where that one is still there, it must be the same."""
    hashes = {one.manifest.number: file_digest(one.path / MANIFEST) for one in snapshots if one.manifest}
    return [
        Problem(f"snapshot {one.name}", f"does not follow the snapshot before it, number {one.manifest.number - 1}")
        for one in snapshots
        if one.manifest
        and one.manifest.number - 1 in hashes
        and one.manifest.previous != hashes[one.manifest.number - 1]
    ]
