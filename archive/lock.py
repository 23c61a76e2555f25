"""The one lock of a data folder: one writer in the whole system, and a name for whoever it is.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database when two connections write or checkpoint at once, so there is only
ever one that writes. The lock is the kernel's (flock): it is free the moment its holder dies, however it dies. What
the file says of the holder is for people.
"""

import fcntl
import json
import os
import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.errors import LockHeld
from archive.times import utc_now, utc_text

FILE_NAME = "lock"
# Someone who asks who holds the lock has it for microseconds (`read_holder`); a real holder has it for longer.
_TRIES = 4
_BETWEEN_TRIES_S = 0.02
_HOLDER_BYTES_MOST = 4096


@contextmanager
def hold_lock(folder: Path, what: str, clock: Callable[[], datetime] = utc_now) -> Iterator[None]:
    """Hold the data folder's lock; the folder is made where it is absent. `what` names the work, for others to read.

    Raises LockHeld at once where another process, or another part of this one, has it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder / FILE_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _is_taken(descriptor, fcntl.LOCK_EX, _TRIES):
            raise LockHeld(f"{folder} is in use by {_holder(descriptor)}: wait until it ends, or stop it")
        holder = {"pid": os.getpid(), "what": what, "since": utc_text(clock()), "host": platform.node()}
        _write(descriptor, json.dumps(holder).encode())
        try:
            yield
        finally:
            _write(descriptor, b"")
    finally:
        os.close(descriptor)  # frees it: no other descriptor is open on this file description


def read_holder(folder: Path) -> str | None:
    """Who holds the lock now, for people; None where it is free."""
    try:
        descriptor = os.open(folder / FILE_NAME, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        return None if _is_taken(descriptor, fcntl.LOCK_SH, 1) else _holder(descriptor)
    finally:
        os.close(descriptor)


def describe_holder(text: str) -> str:
    """What a lock file says of its holder, for people; whatever it holds, this is a sentence's part.

    >>> describe_holder('{"pid": 7, "what": "sijill crawl", "since": "2026-01-26T03:04:05Z", "host": "north"}')
    'sijill crawl (process 7 on north, since 2026-01-26T03:04:05Z)'
    >>> describe_holder("{")
    'another process (it does not say which)'
    """
    try:
        holder: Any = json.loads(text)
    except (ValueError, RecursionError):
        holder = None
    if not isinstance(holder, dict):
        return "another process (it does not say which)"
    what, pid, host, since = (holder.get(name, "?") for name in ("what", "pid", "host", "since"))
    return f"{what} (process {pid} on {host}, since {since})"


def _is_taken(descriptor: int, kind: int, tries: int) -> bool:
    for left in reversed(range(tries)):
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_BETWEEN_TRIES_S if left else 0)
        else:
            return True
    return False


def _holder(descriptor: int) -> str:
    return describe_holder(os.pread(descriptor, _HOLDER_BYTES_MOST, 0).decode("utf-8", "replace"))


def _write(descriptor: int, text: bytes) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text, 0)
