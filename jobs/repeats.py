"""Paragraphs that a source's newest pages say word for word alike, and those before did not: a new box in the text."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from archive.readings import REPEATS, Reading
from crawler.models import Edition, Role
from crawler.models.forms import match_form
from jobs.baseline import PAGES_LEAST, Baseline

# Fewer words are a heading, which the articles of a site may well share.
_WORDS_LEAST = 6
_KEY_LENGTH = 8  # hexadecimal digits


def paragraph_keys(edition: Edition) -> tuple[str, ...]:
    """What tells each longer paragraph of an edition from others, in order, each once."""
    texts = (match_form(text) for text in edition.texts(Role.PARAGRAPH))
    return tuple(dict.fromkeys(_key(text) for text in texts if len(text.split()) >= _WORDS_LEAST))


def paragraph_of(edition: Edition | None, field: str) -> str:
    """The paragraph that a field "repeats ..." speaks of; "" where the edition has none such."""
    texts = edition.texts(Role.PARAGRAPH) if edition else ()
    return next((text for text in texts if f"{REPEATS}{_key(match_form(text))}" == field), "")


def repeated_fields(baselines: Sequence[Baseline], reading: Reading) -> Iterator[str]:
    """The paragraphs of a reading that enough of the newest pages have for it to be looked at, as fields."""
    others = [[one for one in baseline.newest if one.article != reading.article] for baseline in baselines]
    counts = [Counter(_last_keys(newest)) for newest in others]
    yield from (
        f"{REPEATS}{key}"
        for key in reading.paragraphs or ()
        if any(counted[key] >= PAGES_LEAST - 1 for counted in counts)
    )


def _last_keys(readings: Sequence[Reading]) -> Iterator[str]:
    """The paragraphs of each article as it was read last."""
    last = {one.article: one.paragraphs or () for one in readings}
    yield from (key for keys in last.values() for key in keys)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_KEY_LENGTH]
