"""How dates, languages and changes are put into words for a reader, whatever the machine's locale."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CHARSET_REASONS = {
    "bom": "by its byte-order mark",
    "utf-8": "its bytes are valid UTF-8",
    "header": "as the server says",
    "meta": "as the page says",
    "guess": "guessed from its letters",
}
ENGLISH_NAMES = {
    "en": "English",
    "ar": "Arabic",
    "fr": "French",
    "es": "Spanish",
    "de": "German",
    "ru": "Russian",
}


def reading_date(day: date | str | None) -> str:
    """A day as a reader says it; a text that is no day as it is, "" for None.

    >>> reading_date("2024-01-26")
    'Friday, 26 January 2024'
    """
    try:
        known = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return str(day)
    return f"{WEEKDAYS[known.weekday()]}, {known.day} {MONTHS[known.month - 1]} {known.year}" if known else ""


def short_date(day: date) -> str:
    """A day in a few letters.

    >>> short_date(date(2024, 1, 26))
    '26 Jan 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def short_days(first: date, last: date) -> str:
    """From one day to another, in a few letters.

    >>> short_days(date(2024, 1, 26), date(2024, 2, 1)), short_days(date(2024, 1, 26), date(2024, 1, 26))
    ('26 Jan 2024 to 1 Feb 2024', '26 Jan 2024')
    """
    return short_date(first) if first == last else f"{short_date(first)} to {short_date(last)}"


def reading_instant(moment: datetime) -> str:
    """A moment to the minute, in UTC.

    >>> reading_instant(datetime(2024, 1, 27, 6, 0, 9, tzinfo=UTC))
    '27 January 2024, 06:00 UTC'
    """
    moment = moment.astimezone(UTC)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} UTC"


def name_languages(codes: str) -> str:
    """Languages joined by "+", in English words.

    >>> name_languages("en+ar")
    'English and Arabic'
    """
    names = [ENGLISH_NAMES.get(code, code) for code in codes.split("+") if code]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def describe_change(number: int, changed: str) -> str:
    """What a revision changed, `changed` being the languages joined by "+".

    >>> describe_change(1, "en+ar"), describe_change(2, "ar")
    ('first capture', 'Arabic changed')
    """
    return "first capture" if number == 1 else f"{name_languages(changed)} changed".strip()


def describe_gone(gone_at: datetime | None, reason: str | None) -> str | None:
    """Since when something is gone and why; None while it is there.

    >>> describe_gone(datetime(2024, 3, 1, 6, tzinfo=UTC), "HTTP 410")
    'gone since 1 March 2024, 06:00 UTC (HTTP 410)'
    """
    if gone_at is None:
        return None
    return f"gone since {reading_instant(gone_at)}" + (f" ({reason})" if reason else "")


def describe_charset(charset: str | None, decided_by: str | None) -> str | None:
    """The charsets joined by "+", each with what decided it; None where nothing was decoded.

    >>> describe_charset("windows-1256", "header")
    'windows-1256 (as the server says)'
    """
    if not charset:
        return None
    pairs = zip(charset.split("+"), (decided_by or "").split("+"), strict=False)
    return ", ".join(f"{name} ({CHARSET_REASONS.get(reason, reason)})" for name, reason in pairs)


FILTERS: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "reading_date": reading_date,
        "reading_instant": reading_instant,
        "short_date": short_date,
        "short_days": short_days,
        "name_languages": name_languages,
    }
)
"""What templates call them by."""
