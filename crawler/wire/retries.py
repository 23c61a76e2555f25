"""Whether a failed attempt is worth another, and how long a host wants to be left alone. Pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.models import Capture

MAX_ATTEMPTS = 3
FIRST_DELAY_S = 2.0
# A host that names no time, or none that can be read, is left alone this long.
DEFAULT_PAUSE_S = 60.0
# No longer than this within a run: what a host asks for beyond it is for the next run.
MAX_PAUSE_S = 900.0

# Failures that pass: a lost connection, a slow answer, a cut body. A refused address or a redirect loop will
# be the same in two seconds; a name that does not resolve, mostly so for the run.
_PASSING_FAILURES = frozenset({"connection", "deadline", "incomplete"})
_PASSING_STATUSES = frozenset({500, 502, 504})
# The host itself asks to be left alone: no retry of the page, a pause of the host.
_PAUSING_STATUSES = frozenset({429, 503})


def retry_delay_s(capture: Capture, attempt: int, jitter: float = 0.0) -> float | None:
    """Seconds to wait before the next attempt; None where another is not worth it.

    `attempt` counts the attempts made, from 1; three are made at most. The delay doubles each time; `jitter`,
    from 0 to 1, lengthens it by up to half, so that clients that failed together do not come back together.
    """
    if attempt >= MAX_ATTEMPTS or not _passes(capture):
        return None
    return float(FIRST_DELAY_S * 2 ** (attempt - 1) * (1 + jitter / 2))


def host_pause_s(capture: Capture, now: datetime) -> float | None:
    """Seconds for which no request should go to the host (429, 503); None where it did not ask.

    Retry-After is read as seconds or as a date, counted from `now` (aware). One minute where it is absent,
    unreadable or already past; 15 minutes at most.
    """
    if capture.status not in _PAUSING_STATUSES:
        return None
    asked_s = _retry_after_s(capture.header("Retry-After"), now)
    return DEFAULT_PAUSE_S if asked_s is None or asked_s < 0 else min(asked_s, MAX_PAUSE_S)


def _passes(capture: Capture) -> bool:
    if capture.status in _PAUSING_STATUSES:
        return False
    return capture.failure in _PASSING_FAILURES or capture.status in _PASSING_STATUSES


def _retry_after_s(value: str | None, now: datetime) -> float | None:
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        # A number too long for a float is longer than any cap.
        return float(text[:15])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - now).total_seconds()
