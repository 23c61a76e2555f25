"""Files that are whole or not there: written beside, forced to disk, renamed into place; and room to do it in."""

import errno
import fcntl
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archive.errors import NoRoom

PARTIAL = ".partial-"
# The disk, the quota or the limit on a file's size is used up.
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SQLITE_NO_ROOM = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_SHMSIZE,  # also who only reads a WAL database needs room for its -shm
)


def write_durably(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write a file so that it is there whole, or not at all, also after a power cut."""
    partial = path.with_name(PARTIAL + path.name)
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    force_folder(path.parent)


def force_file(path: Path) -> None:
    """Force a file's content to disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def force_folder(path: Path) -> None:
    """Force a folder's names to disk: a rename counts only after that."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def scratch_folder(parent: Path) -> Iterator[Path]:
    """A folder that is gone afterwards, unless it was renamed; locked, so that nobody takes it for a left-over."""
    path = Path(tempfile.mkdtemp(prefix=PARTIAL, dir=parent))
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        os.close(descriptor)


def remove_leftovers(parent: Path) -> tuple[str, ...]:
    """Remove the scratch folders of processes that were killed, and give their names; those in use stay."""
    removed = []
    for path in sorted(path for path in parent.glob(f"{PARTIAL}*") if path.is_dir()):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        else:
            shutil.rmtree(path)
            removed.append(path.name)
        finally:
            os.close(descriptor)
    return tuple(removed)


@contextmanager
def refuse_without_room(folder: Path) -> Iterator[None]:
    """Turn the errors of a disk that takes no more into NoRoom."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        raise NoRoom(f"there is no room left in {folder} ({error.strerror}): free some and run again") from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _SQLITE_NO_ROOM:
            raise
        raise NoRoom(f"there is no room left in {folder} ({error}): free some and run again") from error
