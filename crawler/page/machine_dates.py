"""What an element says of its date for scripts: the instant behind "3 hours ago"."""

import re

from crawler.page.element_flags import Attributes

TIME_TAGS = frozenset({"time", "abbr", "relative-time", "time-ago", "local-time"})
_NAMES = (
    *("datetime", "data-datetime", "data-date", "data-time", "data-timestamp", "data-utc", "data-published"),
    *("data-epoch", "unixtime", "title"),
)
# An ISO date, with an hour or without; or seconds or milliseconds since 1970.
_STATED = re.compile(r"\s*(?:[12]\d{3}-[01]\d-[0-3]\d(?:[T ]\d\d:?\d\d\S*(?:\s[+-]\d\d:?\d\d)?)?|1\d{9}(?:\d{3})?)\s*")


def machine_date(tag: str, attributes: Attributes) -> str | None:
    """The date that an element states beside what it shows; None without one.

    The `datetime` of a <time> is believed however it is written, any other attribute where it is an ISO date or counts
    seconds.
    """
    if tag == "time" and (stated := attributes.get("datetime")):
        return stated
    values = (attributes.get(name) for name in _NAMES)
    return next((value.strip() for value in values if value and _STATED.fullmatch(value)), None)
