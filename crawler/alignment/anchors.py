"""Anchors: what a text and its translation share.

Numbers, months and weekdays, strings in Latin letters, names by consonant skeleton, telling punctuation; and
every word, for the lexicon.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from crawler.alignment.skeletons import MIN_LENGTH, MIN_LENGTH_FOR_EDIT, latin_skeletons, shortened, skeletons_of_stems
from crawler.alignment.stems import arabic_stem, bare_words, english_stem
from crawler.calendar.months import MONTH_NUMBERS, WEEKDAY_NUMBERS
from crawler.folded_text import FoldedText
from crawler.models import ARABIC, ENGLISH
from crawler.models.forms import match_form
from crawler.numerals.numbers import number_values


class AnchorKind(StrEnum):
    """What an anchor is; each kind has its own weight as evidence."""

    NUMBER = "number"
    LOOSE_NUMBER = "loose number"
    """An ordinal, a half, "two": it answers a number of the other side, and says nothing by itself."""
    DATE = "date"
    LATIN = "latin"
    NAME = "name"
    MARK = "mark"
    CAPTION = "caption"
    """The segment says that it is a picture's caption."""
    WORD = "word"
    """Any word by its stem, which is its label: answered only through a lexicon."""


@dataclass(frozen=True, slots=True, eq=False)
class Anchor:
    """One token of a segment that can be answered by one of the other language."""

    kind: AnchorKind
    label: str
    """Its kind and what it stands for; equal for what is the same."""
    keys: Mapping[str, float]
    """What it is found by, with how sure a token that shares this key is the same: above 0, at most 1."""
    nears: tuple[str, ...] = ()
    """What a name one letter apart shares, less surely; see `near_sureness`."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What alignment looks at in one segment."""

    length: int
    """In characters of the match form, so that marks and tatweel do not count."""
    is_closed: bool
    """True where it ends like a sentence; headlines, captions and menus do not."""
    anchors: tuple[Anchor, ...]
    """Each once, however often the segment repeats it; of the kinds that are found by their keys."""
    words: tuple[str, ...]
    """The stems of its words, each once."""
    latin: frozenset[str]
    """Its words in Latin letters, in match form: of English text all."""


# Skeletons of three letters meet by accident often, of four sometimes.
_SURENESS_BY_LENGTH = {3: 0.5, 4: 0.8}
_SURENESS_OF_EDIT = 0.6
_ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼʿʾ][^\W\d_]+)*")
_POSSESSIVE = re.compile("[’']s?$")
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
_LATIN_WORD = re.compile("[a-z][a-z0-9]*")
_MARK_CHARACTERS = '?؟!"“”„«»():;؛%٪'
_MARK = re.compile(f"[{_MARK_CHARACTERS}]")
_MARKS = {"؟": "?", "؛": ";", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', ")": "(", "٪": "%"}
_CAPTION = re.compile(r"\s*(?:pic|picture|photo|image|caption|(?:ال)?صوره)\s*:")
_CLOSED = re.compile(r"[.!?؟…۔][\"”»’')\]]*\s*$")
_TWO_WORD_MONTH = re.compile("(?:كانون|تشرين) (?:ال)?(?:ثاني|ثان|اول)(?![\u0621-\u064a])")
# Everyday words as well as months and days: only their neighbours would tell.
_AMBIGUOUS_DATES = frozenset(
    match_form(word) for word in ("آب", "ماي", "جوان", "أوت", "may", "march", "mar", "sat", "sun", "mon", "wed")
)
# An article's paragraphs are read once for the article and again for each of its revisions.
_CACHED_TEXTS = 4_000
_CACHED_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class _Word:
    """What there is in one word."""

    folded: str
    stem: str
    anchors: tuple[Anchor, ...]


@lru_cache(maxsize=_CACHED_TEXTS)
def english_traits(text: str) -> Traits:
    """The traits of an English segment."""
    source = FoldedText(text)
    words = [_english_word(word) for word in dict.fromkeys(_ENGLISH_WORD.findall(text))]
    return _traits(source, ENGLISH, words, (), [word.folded for word in words])


@lru_cache(maxsize=_CACHED_TEXTS)
def arabic_traits(text: str) -> Traits:
    """The traits of an Arabic segment."""
    source = FoldedText(text)
    words = [_arabic_word(word) for word in dict.fromkeys(_ARABIC_WORD.findall(source.folded))]
    months = _dates(_TWO_WORD_MONTH.findall(source.folded))
    return _traits(source, ARABIC, words, months, _LATIN_WORD.findall(source.folded))


def _traits(
    source: FoldedText, language: str, words: Sequence[_Word], months: Iterable[Anchor], latin: Iterable[str]
) -> Traits:
    anchors = {anchor.label: anchor for anchor in (*_number_anchors(source, language), *months)}
    for word in words:
        for anchor in word.anchors:
            anchors[anchor.label] = anchor
    for mark in _MARK.findall(source.text):
        anchor = _MARK_ANCHORS[mark]
        anchors[anchor.label] = anchor
    if _CAPTION.match(source.folded):
        anchors[_CAPTION_ANCHOR.label] = _CAPTION_ANCHOR
    return Traits(
        len(" ".join(source.folded.split())),
        _CLOSED.search(source.text) is not None,
        tuple(anchors.values()),
        tuple(dict.fromkeys([word.stem for word in words])),
        frozenset(latin),
    )


def _anchor(kind: AnchorKind, name: str) -> Anchor:
    label = f"{kind} {name}"
    return Anchor(kind, label, {label: 1.0})


_DATE_ANCHORS = {
    name: _anchor(AnchorKind.DATE, f"{kind} {number}")
    for kind, numbers in (("weekday", WEEKDAY_NUMBERS), ("month", MONTH_NUMBERS))
    for name, number in numbers.items()
    if name not in _AMBIGUOUS_DATES
}
_MARK_ANCHORS = {mark: _anchor(AnchorKind.MARK, _MARKS.get(mark, mark)) for mark in _MARK_CHARACTERS}
_CAPTION_ANCHOR = _anchor(AnchorKind.CAPTION, "caption")


def _number_anchors(source: FoldedText, language: str) -> Iterator[Anchor]:
    for values, is_exact in number_values(source, language):
        kind = AnchorKind.NUMBER if is_exact else AnchorKind.LOOSE_NUMBER
        names = [f"{value.normalize():f}" for value in sorted(values)]
        yield Anchor(kind, " ".join((kind, *names)), {f"number {name}": 1.0 for name in names})


@lru_cache(maxsize=_CACHED_WORDS)
def _english_word(written: str) -> _Word:
    word = _POSSESSIVE.sub("", written)
    folded = match_form(word)
    names = _name_anchors(latin_skeletons(word)) if word[:1].isupper() else ()
    return _Word(folded, english_stem(folded), (*_dates([folded]), *names))


@lru_cache(maxsize=_CACHED_WORDS)
def _arabic_word(word: str) -> _Word:
    words = bare_words(word)
    return _Word(word, arabic_stem(word), (*_dates(words), *_name_anchors(skeletons_of_stems(words))))


def _dates(words: Iterable[str]) -> list[Anchor]:
    return [_DATE_ANCHORS[word] for word in words if word in _DATE_ANCHORS]


def _name_anchors(skeletons: Sequence[str]) -> tuple[Anchor, ...]:
    """One anchor for all skeletons of a word, none where all are short."""
    known = [skeleton for skeleton in skeletons if len(skeleton) >= MIN_LENGTH]
    if not known:
        return ()
    keys = {f"name {skeleton}": _SURENESS_BY_LENGTH.get(len(skeleton), 1.0) for skeleton in known}
    nears: list[str] = []
    for skeleton in known:
        if len(skeleton) >= MIN_LENGTH_FOR_EDIT:
            nears += (skeleton, *shortened(skeleton))
    return (Anchor(AnchorKind.NAME, f"{AnchorKind.NAME} {known[0]}", keys, tuple(nears)),)


def near_sureness(near: str) -> float:
    """How sure it is that two names are one which share this."""
    return _SURENESS_OF_EDIT * _SURENESS_BY_LENGTH.get(len(near), 1.0)
