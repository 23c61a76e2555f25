"""A request to stop (SIGTERM, SIGINT): the page in hand is finished, and the process is gone within ten seconds."""

import contextlib
import os
import signal
import time
from types import FrameType, TracebackType
from typing import NoReturn, Self

# Under ten seconds with what Python needs to leave. A hard end loses nothing: every step is a committed transaction,
# and the next start derives what is recorded but not derived.
PATIENCE_S = 8
HARD_EXIT = 1
# A handler may take no lock that the interrupted code could hold, so waiting is done in slices, not on an Event.
_SLICE_S = 0.2
# Ctrl-C reaches a process twice where its parent passes it on (make, timeout): only a later one is a second request.
_SAME_REQUEST_S = 1.0
_NOTICE = b"stopping: the page in hand is finished first\n"


class StopRequest:
    """Whether the process was asked to stop; use it as a context manager in the main thread.

    A second Ctrl-C raises KeyboardInterrupt: whoever presses it does not want to wait.
    """

    def __init__(self, patience_s: int = PATIENCE_S) -> None:
        self._asked_at: float | None = None
        self._patience_s = patience_s
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGINT):
            self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:  # else the process is leaving, and something may keep it
            signal.alarm(0)
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]

    def is_set(self) -> bool:
        """True once the process was asked to stop."""
        return self._asked_at is not None

    def sleep(self, seconds: float) -> None:
        """Sleep, but no longer than until the process is asked to stop."""
        until = time.monotonic() + seconds
        while not self.is_set() and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, _SLICE_S))

    def _ask(self, number: int, _frame: FrameType | None) -> None:
        now = time.monotonic()
        if self._asked_at is None:
            self._asked_at = now
            _set_end(self._patience_s)
            with contextlib.suppress(OSError):
                os.write(2, _NOTICE)
        elif number == signal.SIGINT and now - self._asked_at > _SAME_REQUEST_S:
            raise KeyboardInterrupt


def _set_end(patience_s: int) -> None:
    """End the process should the page in hand not end in time, whatever it is in the middle of.

    The kernel does it, but not to process 1 of a container: for that one nothing is done by default.
    """
    signal.signal(signal.SIGALRM, _leave if os.getpid() == 1 else signal.SIG_DFL)
    signal.alarm(patience_s)


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(HARD_EXIT)
