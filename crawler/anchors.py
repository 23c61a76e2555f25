"""Anchors: what a text and its translation share without a dictionary.

Numbers, months and weekdays, strings in Latin letters, names by consonant skeleton, telling punctuation; and
every word, for a lexicon where one is given.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from crawler import stems
from crawler.models import ARABIC, ENGLISH
from crawler.models.forms import match_form
from crawler.months import MONTH_NUMBERS, WEEKDAY_NUMBERS
from crawler.numbers import find_numbers
from crawler.skeletons import (
    MIN_LENGTH,
    MIN_LENGTH_FOR_EDIT,
    arabic_skeletons,
    arabic_stems,
    latin_skeletons,
    shortened,
)
from crawler.stems import english_stems


class AnchorKind(StrEnum):
    """What an anchor is; each kind has its own weight as evidence."""

    NUMBER = "number"
    LOOSE_NUMBER = "loose number"
    """An ordinal, a half, "two": the other side may say it in another way."""
    DATE = "date"
    LATIN = "latin"
    NAME = "name"
    LOAN = "loan"
    """An English word without a capital that may be written out in Arabic letters: virus, فيروس."""
    MARK = "mark"
    CAPTION = "caption"
    """The segment says that it is a picture's caption."""
    WORD = "word"
    """Any word: answered only through a lexicon."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One token of a segment that can be answered by one of the other language."""

    kind: AnchorKind
    keys: tuple[tuple[str, float], ...]
    """What it is found by, with how sure a token that shares this key is the same: above 0, at most 1."""

    @property
    def label(self) -> str:
        """The key that names it."""
        return self.keys[0][0]


@dataclass(frozen=True, slots=True)
class Traits:
    """What alignment looks at in one segment."""

    length: int
    """In characters of the match form, so that marks and tatweel do not count."""
    is_closed: bool
    """True where it ends like a sentence; headlines, captions and menus do not."""
    anchors: tuple[Anchor, ...]


# Skeletons of three letters meet by accident often, of four sometimes.
_SURENESS_BY_LENGTH = {3: 0.5, 4: 0.8}
_SURENESS_OF_EDIT = 0.6
_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼʿʾ][^\W\d_]+)*")
_POSSESSIVE = re.compile("[’']s?$")
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
_LATIN_WORD = re.compile("[a-z][a-z0-9]*")
_MARK = re.compile('[?؟!"“”„«»():;؛%٪]')
_MARKS = {"؟": "?", "؛": ";", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', ")": "(", "٪": "%"}
_CAPTION = re.compile(r"\s*(?:pic|picture|photo|image|caption|(?:ال)?صوره)\s*:")
_CLOSED = re.compile(r"[.!?؟…۔][\"”»’')\]]*\s*$")
_TWO_WORD_MONTH = re.compile("(?:كانون|تشرين) (?:ال)?(?:ثاني|ثان|اول)(?![\u0621-\u064a])")
# Everyday words as well as months and days: only their neighbours would tell.
_AMBIGUOUS_DATES = frozenset(
    match_form(word) for word in ("آب", "ماي", "جوان", "أوت", "may", "march", "mar", "sat", "sun", "mon", "wed")
)


def english_traits(text: str) -> Traits:
    """The traits of an English segment; each word counts once."""
    words = dict.fromkeys(_POSSESSIVE.sub("", word) for word in _ENGLISH_WORD.findall(text))
    anchors = [anchor for word in words for anchor in _english_word_anchors(word)]
    anchors += [_anchor(AnchorKind.WORD, stem) for stem in english_stems(text)]
    return _traits(text, [*_number_anchors(text, ENGLISH), *anchors])


def arabic_traits(text: str) -> Traits:
    """The traits of an Arabic segment; each word counts once."""
    folded = match_form(text)
    anchors = [anchor for month in _TWO_WORD_MONTH.findall(folded) for anchor in _date_anchors(month)]
    anchors += [_anchor(AnchorKind.LATIN, word) for word in dict.fromkeys(_LATIN_WORD.findall(folded))]
    for word in dict.fromkeys(_ARABIC_WORD.findall(folded)):
        anchors += _arabic_word_anchors(word)
    anchors += [_anchor(AnchorKind.WORD, stem) for stem in stems.arabic_stems(text)]
    return _traits(text, [*_number_anchors(text, ARABIC), *anchors])


def _traits(text: str, anchors: Sequence[Anchor]) -> Traits:
    folded = match_form(text)
    marks = dict.fromkeys(_MARKS.get(mark, mark) for mark in _MARK.findall(text))
    others = [_anchor(AnchorKind.MARK, mark) for mark in marks]
    if _CAPTION.match(folded):
        others.append(_anchor(AnchorKind.CAPTION, "caption"))
    return Traits(len(folded), _CLOSED.search(text) is not None, (*anchors, *others))


def _anchor(kind: AnchorKind, *names: str) -> Anchor:
    return Anchor(kind, tuple((f"{kind} {name}", 1.0) for name in names))


def _number_anchors(text: str, language: str) -> Iterator[Anchor]:
    """One anchor for each number, however often the text states it."""
    numbers = ((number.is_exact, tuple(sorted(number.values))) for number in find_numbers(text, language))
    for is_exact, values in dict.fromkeys(numbers):
        kind = AnchorKind.NUMBER if is_exact else AnchorKind.LOOSE_NUMBER
        yield Anchor(kind, tuple((f"number {value.normalize():f}", 1.0) for value in values))


@lru_cache(maxsize=10_000)
def _english_word_anchors(word: str) -> tuple[Anchor, ...]:
    folded = match_form(word)
    kind = AnchorKind.NAME if word[:1].isupper() else AnchorKind.LOAN
    return (
        *_date_anchors(folded),
        _anchor(AnchorKind.LATIN, folded),
        *_name_anchors(latin_skeletons(word), kind),
    )


@lru_cache(maxsize=10_000)
def _arabic_word_anchors(word: str) -> tuple[Anchor, ...]:
    return (
        *(anchor for stem in arabic_stems(word) for anchor in _date_anchors(stem)),
        *_name_anchors(arabic_skeletons(word), AnchorKind.NAME),
    )


def _date_anchors(word: str) -> Iterator[Anchor]:
    if word in _AMBIGUOUS_DATES:
        return
    if word in MONTH_NUMBERS:
        yield _anchor(AnchorKind.DATE, f"month {MONTH_NUMBERS[word]}")
    elif word in WEEKDAY_NUMBERS:
        yield _anchor(AnchorKind.DATE, f"weekday {WEEKDAY_NUMBERS[word]}")


def _name_anchors(skeletons: Sequence[str], kind: AnchorKind) -> Iterator[Anchor]:
    """One anchor for all skeletons of a word, none where all are short; a loan word answers only exactly."""
    known = [skeleton for skeleton in skeletons if len(skeleton) >= MIN_LENGTH]
    keys = {f"name {skeleton}": _SURENESS_BY_LENGTH.get(len(skeleton), 1.0) for skeleton in known}
    if kind is AnchorKind.NAME:
        for skeleton in known:
            if len(skeleton) >= MIN_LENGTH_FOR_EDIT:
                for near in (skeleton, *shortened(skeleton)):
                    sureness = _SURENESS_OF_EDIT * _SURENESS_BY_LENGTH.get(len(near), 1.0)
                    keys.setdefault(f"near {near}", sureness)
    if keys:
        yield Anchor(kind, tuple(keys.items()))
