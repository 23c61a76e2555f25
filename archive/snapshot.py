"""Snapshots: compressed, signed copies of a data folder, each restored and verified before it counts as one.

Only a copy that leaves the machine defeats someone who owns it: copy the folder of a snapshot as it is.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.archive_checks import check_archive
from archive.captures_checks import SignedHead, check_captures
from archive.connections import connect
from archive.digests import file_digest
from archive.durable import (
    force_folder,
    refuse_without_room,
    remove_leftovers,
    scratch_folder,
    write_durably,
)
from archive.entries import NO_HASH
from archive.errors import DamagedArchive, NoRoom, UnusableArchive, UsageError
from archive.evidence import open_evidence
from archive.manifest import MANIFEST, PUBLIC_KEY, SIGNATURE, FileRecord, Manifest, manifest_bytes, read_manifest
from archive.signing import key_id, load_signing_key, public_pem, trusted_pem
from archive.snapshot_files import (
    ARCHIVE,
    CAPTURES,
    CONFIGURATION,
    DATABASES,
    compress_file,
    copy_database,
    copy_plain,
    file_problem,
    restore_file,
)
from archive.times import utc_now, utc_text

SNAPSHOTS = "snapshots"
# Beyond twice the databases: manifest, file system, and something for the crawl that comes next.
_ROOM_BESIDE_BYTES = 32 << 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One snapshot as it is listed."""

    path: Path
    size_bytes: int
    manifest: Manifest | None
    """None where it cannot be read."""
    problem: str | None
    """Why it is no whole snapshot, at a glance: `verify_snapshot` looks closely; None where nothing is seen."""

    @property
    def name(self) -> str:
        """The name of its folder: the UTC time it was taken."""
        return self.path.name

    def as_json(self) -> dict[str, Any]:
        """The snapshot as plain JSON values."""
        manifest = self.manifest
        return {
            "name": self.name,
            "path": str(self.path),
            "size_bytes": self.size_bytes,
            "created_at": utc_text(manifest.created_at) if manifest else None,
            "number": manifest.number if manifest else None,
            "ledger": {"sequence": manifest.head_sequence, "hash": manifest.head_hash} if manifest else None,
            "counts": dict(manifest.counts) if manifest else {},
            "problem": self.problem,
        }


def _free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def take_snapshot(
    folder: Path,
    *,
    clock: Callable[[], datetime] = utc_now,
    reason: str = "",
    free_bytes: Callable[[Path], int] = _free_bytes,
) -> Snapshot:
    """A snapshot of the data folder, restored and verified. Hold the lock; reading and serving go on meanwhile.

    Raises NoRoom, UnusableArchive (nothing was crawled yet) or DamagedArchive (what stands does not verify), and
    then leaves nothing behind.
    """
    if not (folder / CAPTURES).is_file():
        raise UnusableArchive(f"there is no {CAPTURES} in {folder} to take a snapshot of: sijill crawl makes it")
    snapshots = folder / SNAPSHOTS
    with refuse_without_room(snapshots):
        snapshots.mkdir(exist_ok=True)
        remove_leftovers(snapshots)
        _require_room(folder, free_bytes(snapshots))
        created_at = clock()
        with scratch_folder(snapshots) as partial:
            _write_snapshot(folder, partial, created_at, reason)
            problems = verify_snapshot(partial, trusted_pem(folder))
            if problems:
                raise DamagedArchive(f"the snapshot does not verify, so there is none: {'; '.join(problems)}")
            path = _free_path(snapshots, created_at)
            partial.chmod(0o755)
            partial.rename(path)
            force_folder(snapshots)
    return _describe(path, trusted_pem(folder))


def list_snapshots(folder: Path) -> tuple[Snapshot, ...]:
    """The snapshots of a data folder, the oldest name first; damaged ones are among them, with their problem."""
    paths = (folder / SNAPSHOTS).glob("*") if (folder / SNAPSHOTS).is_dir() else ()
    pem = trusted_pem(folder)
    return tuple(_describe(path, pem) for path in sorted(paths) if path.is_dir() and not path.name.startswith("."))


def verify_snapshot(path: Path, trusted: bytes | None = None) -> tuple[str, ...]:
    """What does not hold of a snapshot; empty where everything does.

    Signature, hashes, and then a restore into a scratch folder: the ledger's chain, every payload, every revision.
    `trusted` is the public key in PEM that must have signed; without it that of the data folder the snapshot lies in.
    """
    trusted = trusted or _trusted_beside(path)
    beside = path.parent if os.access(path.parent, os.W_OK) else Path(tempfile.gettempdir())
    with refuse_without_room(beside), scratch_folder(beside) as restored:
        return _restore_and_check(path, restored, trusted)


def restore_snapshot(path: Path, target: Path) -> None:
    """Restore a snapshot into a new or empty folder, after verifying it.

    Raises UsageError, having done nothing, where anything is there (a left-over -wal would be played into the restored
    database and corrupt it), DamagedArchive where the snapshot does not verify, and NoRoom.
    """
    is_new = not target.exists()
    if not is_new and (not target.is_dir() or any(target.iterdir())):
        raise UsageError(f"{target} is not empty: a snapshot is only restored into a new or empty folder")
    with refuse_without_room(target):
        target.mkdir(parents=True, exist_ok=True)
        try:
            _restore_into(path, target)
        except BaseException:
            if is_new:
                target.rmdir()
            raise


def _restore_into(path: Path, target: Path) -> None:
    """By way of a folder in the target, which may be a mount point: nothing shows before all of it is verified."""
    with scratch_folder(target) as restored:
        problems = _restore_and_check(path, restored, _trusted_beside(path))
        if problems:
            raise DamagedArchive(f"{path.name} is not restored, it does not verify: {'; '.join(problems)}")
        for file in sorted(restored.iterdir()):
            file.rename(target / file.name)
        force_folder(target)


def _trusted_beside(path: Path) -> bytes | None:
    """The public key of the data folder that a snapshot lies in; None for one that was copied elsewhere."""
    return trusted_pem(path.resolve().parent.parent)


def _require_room(folder: Path, free: int) -> None:
    """The copies are made and restored side by side: that takes twice what the databases take, at most."""
    sizes = (path.stat().st_size for name in DATABASES for path in folder.glob(f"{name}*"))
    needed = 2 * sum(sizes) + _ROOM_BESIDE_BYTES
    if free < needed:
        raise NoRoom(
            f"a snapshot of {folder} takes up to {needed / 1e6:.0f} MB while it is made, {free / 1e6:.0f} MB are free:"
            " free some and run again"
        )


def _write_snapshot(folder: Path, partial: Path, created_at: datetime, reason: str) -> None:
    files: list[FileRecord] = []
    head, counts = (0, NO_HASH), dict[str, int]()
    for name in DATABASES:
        if (folder / name).is_file():
            raw = partial / name
            copy_database(folder / name, raw)
            copied_head, counted = _read_standing(raw)
            head, counts = copied_head or head, counts | counted
            files.append(compress_file(raw, partial))
            raw.unlink()
    if (folder / CONFIGURATION).is_file():
        files.append(copy_plain(folder / CONFIGURATION, partial))
    key = load_signing_key(folder)
    pem = public_pem(key)
    number, previous = _predecessor(folder)
    manifest = Manifest(number + 1, created_at, reason, tuple(files), *head, counts, previous, key_id(pem))
    text = manifest_bytes(manifest)
    for name, content in ((PUBLIC_KEY, pem), (SIGNATURE, key.sign(text)), (MANIFEST, text)):
        write_durably(partial / name, content)


def _read_standing(raw: Path) -> tuple[tuple[int, str] | None, dict[str, int]]:
    """The ledger's head, None in an archive.db, and how much a copied database holds."""
    try:
        if raw.name == CAPTURES:
            with open_evidence(raw, read_only=True) as evidence:
                return evidence.head_place(), evidence.counts()
        with closing(connect(raw, read_only=True)) as db:
            return None, {"revisions": db.execute("SELECT count(*) FROM revisions").fetchone()[0]}
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise DamagedArchive(f"{raw.name} is damaged, so there is no snapshot of it: {error}") from error


def _predecessor(folder: Path) -> tuple[int, str | None]:
    """Number and hash of the manifest before the one that is being made: (0, None) before the first."""
    whole = [(one.manifest.number, one.path) for one in list_snapshots(folder) if one.manifest]
    if not whole:
        return 0, None
    number, path = max(whole)
    return number, file_digest(path / MANIFEST)


def _restore_and_check(path: Path, restored: Path, trusted: bytes | None) -> tuple[str, ...]:
    """Restore into the empty folder `restored`, and say what does not hold."""
    try:
        manifest = read_manifest(path, trusted)
        problems = [said for file in manifest.files if (said := file_problem(path, file))]
        if problems:
            return tuple(problems)
        for file in manifest.files:
            restore_file(path, file, restored)
    except DamagedArchive as error:
        return (str(error),)
    return content_problems(restored, SignedHead("its manifest", manifest.head_sequence, manifest.head_hash))


def content_problems(restored: Path, head: SignedHead) -> tuple[str, ...]:
    """What does not hold of the databases of a restored snapshot whose manifest states that head."""
    if not (restored / CAPTURES).is_file():
        return (f"it holds no {CAPTURES}",)
    captures = check_captures(restored / CAPTURES, [head] if head.sequence else [])
    said = [str(problem) for problem in captures.problems]
    if captures.through > head.sequence:
        said.append(f"{CAPTURES} goes on after entry {head.sequence}, the head that the manifest states")
    if (restored / ARCHIVE).is_file():
        archive = check_archive(restored / ARCHIVE)
        said += [str(problem) for problem in archive.problems]
        if archive.through > captures.through:
            said.append(f"{ARCHIVE} was derived from entry {archive.through}, the ledger ends at {captures.through}")
    return tuple(said)


def _free_path(snapshots: Path, created_at: datetime) -> Path:
    """The time as a name; with a number after it where one was taken in the same second."""
    name = created_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    path, number = snapshots / name, 1
    while path.exists():
        number += 1
        path = snapshots / f"{name}-{number}"
    return path


def _describe(path: Path, trusted: bytes | None) -> Snapshot:
    size_bytes = 0
    try:
        size_bytes = sum(file.stat().st_size for file in path.iterdir() if file.is_file())
        manifest = read_manifest(path, trusted)
        sizes = {file.name: file.stat().st_size for file in path.iterdir()}
    except (DamagedArchive, OSError) as error:
        return Snapshot(path, size_bytes, None, str(error))
    wrong = [file.name for file in manifest.files if sizes.get(file.name) != file.size_bytes]
    return Snapshot(path, size_bytes, manifest, f"{wrong[0]} is missing or cut" if wrong else None)
