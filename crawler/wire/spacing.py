"""Politeness: the time between two requests to one host."""

from collections.abc import Callable
from threading import Lock


class Spacing:
    """When each host was last asked. Threads may share one: each gets its own turn."""

    def __init__(self, monotonic: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._monotonic = monotonic
        self._sleep = sleep
        self._last_start_s: dict[str, float] = {}
        self._lock = Lock()

    def wait_turn(self, host: str, delay_s: float) -> None:
        """Return no sooner than `delay_s` after the start of the host's last turn; at once for a new host."""
        with self._lock:
            now_s = self._monotonic()
            start_s = max(now_s, self._last_start_s.get(host, now_s - delay_s) + delay_s)
            self._last_start_s[host] = start_s
        if start_s > now_s:
            self._sleep(start_s - now_s)
