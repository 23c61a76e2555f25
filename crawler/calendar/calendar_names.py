"""Names of months and weekdays in the languages beside English and Arabic, in match form, from calendar_names.tsv."""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from crawler.folded_text import fold


def _rows(kind: str) -> Iterator[tuple[str, list[list[str]]]]:
    """(language, its names row by row) for each line of that kind."""
    for line in files("crawler.calendar").joinpath("calendar_names.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, stated, *cells = line.split("\t")
            if stated == kind:
                yield language, [[fold(name) for name in cell.split("|")] for cell in cells]


def _undotted(name: str) -> str:
    """KASIM in capitals is kasım and not kasim."""
    return name.replace("ı", "i")


def _months() -> dict[str, dict[str, int]]:
    months: dict[str, dict[str, int]] = {}
    for language, rows in _rows("months"):
        for number, names in enumerate(rows, 1):
            for name in names:
                months.setdefault(_undotted(name), {})[language] = number
    return months


# Names in an English text: "mai", "lip" and "pro" are words of others.
_SHORTEST = 4

_MONTHS: Mapping[str, Mapping[str, int]] = _months()
WEEKDAYS_OF_THE_WORLD: Mapping[str, int] = {
    name: number for _, rows in _rows("weekdays") for number, names in enumerate(rows) for name in names
}
"""0 is Monday. The few short forms that name different days in two languages name one of them."""


def months_named(word: str, language: str | None = None) -> tuple[int, ...]:
    """The months that a word in match form names; several where languages differ; mostly none.

    `language` is the text's primary subtag, "und" where it is not known, None where it is English or Arabic: there
    short forms are no months ("10 pro", "3 set").

    >>> months_named("listopada", "und"), months_named("listopada", "hr"), months_named("marzo"), months_named("set")
    ((11, 10), (10,), (3,), ())
    """
    by_language = _MONTHS.get(_undotted(word), {})
    if language is not None and language in by_language:
        return (by_language[language],)
    if language in (None, "en", "ar") and len(word) < _SHORTEST:
        return ()
    return tuple(sorted(set(by_language.values()), reverse=True))
