"""The tokens a number can be made of: digits with what they may mean, and number words with their class.

Works on folded text (`crawler.folded_text.fold`) in which what only looks like a number has been blanked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from itertools import product
from string import ascii_lowercase

from crawler.models import ARABIC, ENGLISH
from crawler.numerals import number_words as words
from crawler.numerals.money_codes import CODE


class Kind(Enum):
    """What a token does within a number."""

    DIGITS = auto()
    UNIT = auto()
    TEN_OF_TEENS = auto()
    TEEN = auto()
    TENS = auto()
    HUNDREDS = auto()
    SCALE = auto()
    DUAL_SCALE = auto()
    """Two of a scale, in Arabic one word."""
    ORDINAL = auto()
    WHOLE = auto()
    """A number by itself, and not said for certain: a part, a decade."""
    AND = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One number-bearing word of a folded text."""

    kind: Kind
    values: tuple[Decimal, ...]
    """What it can mean; more than one where the writing is ambiguous (20.000)."""
    start: int
    end: int
    is_joined: bool = False
    """An Arabic word that begins with the conjunction و."""
    is_exact: bool = True


_DIGITS_OR_WORD = re.compile(
    # .5% may begin with its point.
    r"(?P<digits>(?:(?:(?<![\w.])|(?<=\sو))\.(?=[0-9]{1,2}%))?[0-9]+(?:[.,][0-9]+)*)(?P<suffix>[a-z]*)"
    r"|(?P<word>[^\W\d_]+)"
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile("[0-9]")
_MOST_DIGITS = 24
DESIGNATION = re.compile(
    # H5N1, F-16, a table 3.2 without its space; but "mid-2016" is a year. A stop before a letter ends it.
    # EUR30.5 and FY2023 count.
    r"(?<![a-z0-9_])(?=[a-z]+[-–]?[0-9])(?!(?:mid|pre|post|under|over|sub|non|early|late|end|top|us|a)\W)"
    rf"(?!(?:{CODE}|fy)[0-9])"
    r"[a-z]+[-–]?[0-9][\w-]*(?:\.[0-9][\w-]*)*(?:\+[0-9](?!\w))?"
    # كوف-2: no share of a hundred, and no fraction, which may be an amount after a dash.
    r"|(?<!\w)[\u0621-\u064a]{3,}[-–][0-9]+(?![0-9%]|[.,][0-9])"
)
"""A name of letters, digits, stops and hyphens in a folded text, which counts nothing."""
# A digit alone is said of so much that it would answer by chance: the 2 of ACE2 any 2. Not that of RPG-7 and the G7.
_DIGITS_OF_NAME = re.compile(r"[0-9]+(?:\.[0-9]+)+|[0-9]{2,}|^(?:[a-z]{1,3}-|g)[0-9]$|^p5")
_SUFFIX_SCALES = {name: value for name, value in words.ENGLISH_SCALES.items() if value > 100} | {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
_SUFFIX_ORDINALS = frozenset({"st", "nd", "rd", "th", "s"})
_SUFFIX_UNITS = frozenset("km kg cm mm mg ml l ft mph kph lb lbs h hr hrs min c f p x gb mb kw mw bpd".split())


def read_digits(written: str, language: str) -> tuple[Decimal, ...]:
    """What digits with separators can mean; a point or comma before three digits may mark thousands.

    Empty for what is no number (1.2.3), or none that news would state.

    >>> read_digits("20.000", "en")
    (Decimal('20000'), Decimal('20.000'))
    >>> read_digits("12,5", "ar")
    (Decimal('12.5'),)
    """
    if len(written) > _MOST_DIGITS:
        return ()
    marks = re.sub("[0-9]", "", written)
    if not marks:
        return (Decimal(written),)
    readings = []
    if re.fullmatch(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*", written):
        readings.append(Decimal(re.sub("[.,]", "", written)))
    if len(marks) == 1 and not (readings and marks == "," and language != ARABIC):
        readings.append(Decimal(written.replace(",", ".")))
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        whole, _, fraction = written.rpartition(marks[-1])
        readings.append(Decimal(re.sub("[.,]", "", whole) + "." + fraction))
    return tuple(readings)


def digits_of_name(designation: str, language: str) -> frozenset[Decimal]:
    """What a designation's digits could mean to who reads them as numbers: 16 for F-16; none for H5N1.

    >>> digits_of_name("f-16.2", "en")
    frozenset({Decimal('16.2')})
    """
    return frozenset(
        value
        for written in _DIGITS_OF_NAME.findall(designation)
        for value in read_digits(written.lstrip(ascii_lowercase + "-"), language)
    )


def find_tokens(folded: str, language: str) -> Iterator[Token]:
    """The number-bearing tokens of a folded text in order; of other languages than English and Arabic the digits."""
    readings = _READINGS.get(language, {})
    for match in _DIGITS_OR_WORD.finditer(folded):
        if word := match["word"]:
            if reading := readings.get(word):
                yield Token(reading.kind, reading.values, *match.span(), reading.is_joined, reading.is_exact)
        elif token := _digits(match, language):
            yield token


def may_bear_number(folded: str, language: str) -> bool:
    """False for a folded text without a digit and without a number word above one: half of them."""
    words = _NUMBER_WORDS.get(language, frozenset())
    return _DIGIT.search(folded) is not None or not words.isdisjoint(_WORD.findall(folded))


def _digits(match: re.Match[str], language: str) -> Token | None:
    values = read_digits(match["digits"], language)
    suffix = match["suffix"]
    if scale := _SUFFIX_SCALES.get(suffix):
        # "5m" is five million or five metres.
        values = (*(value * scale for value in values), *(values if len(suffix) < 3 else ()))
    elif suffix and suffix not in _SUFFIX_ORDINALS | _SUFFIX_UNITS:
        return None
    if not values:
        return None
    exact = suffix not in _SUFFIX_ORDINALS and values[0] > 1
    return Token(Kind.DIGITS, values, match.start(), match.end(), is_exact=exact)


_ENGLISH: tuple[tuple[Mapping[str, int], Kind], ...] = (
    (words.ENGLISH_UNITS, Kind.UNIT),
    (words.ENGLISH_TEENS, Kind.TEEN),
    (words.ENGLISH_TENS, Kind.TENS),
    (words.ENGLISH_SCALES, Kind.SCALE),
    (words.ENGLISH_ORDINALS, Kind.ORDINAL),
    (words.ENGLISH_PLURAL_TENS, Kind.WHOLE),
)
_ARABIC: tuple[tuple[Mapping[str, int], Kind], ...] = (
    (words.ARABIC_UNITS_OF_TEENS, Kind.UNIT),
    (words.ARABIC_TEN, Kind.TEN_OF_TEENS),
    (words.ARABIC_TENS, Kind.TENS),
    (words.ARABIC_HUNDREDS, Kind.HUNDREDS),
    (words.ARABIC_SCALES, Kind.SCALE),
    (words.ARABIC_DUAL_SCALES, Kind.DUAL_SCALE),
    (words.ARABIC_ORDINALS, Kind.ORDINAL),
    (words.ARABIC_DECADES, Kind.WHOLE),
)
_Entry = tuple[Kind, tuple[Decimal, ...]]


def _lexicon(
    tables: tuple[tuple[Mapping[str, int], Kind], ...], parts: Mapping[str, tuple[str, ...]]
) -> Mapping[str, _Entry]:
    entries: dict[str, _Entry] = {}
    for name, values in parts.items():
        entries[name] = (Kind.WHOLE, tuple(Decimal(value) for value in values))
    for table, kind in tables:
        entries |= {name: (kind, (Decimal(value),)) for name, value in table.items()}
    for decade in entries.keys() & {*words.ENGLISH_PLURAL_TENS, *words.ARABIC_DECADES}:
        kind, (value,) = entries[decade]
        entries[decade] = (kind, (value, 1900 + value))
    for name in entries.keys() & words.ARABIC_DUALS_OR_SCALES.keys():
        kind, (value,) = entries[name]
        entries[name] = (kind, (value, Decimal(words.ARABIC_DUALS_OR_SCALES[name])))
    return entries


_ENGLISH_WORDS = _lexicon(_ENGLISH, words.ENGLISH_PARTS)
_ARABIC_WORDS = _lexicon(_ARABIC, words.ARABIC_PARTS)
# لست is "I am not", كمية is "amount", فالف is not a thousand: ك is never stripped, ف, ب and ل only before words of
# four letters or more, and ل from لستة.
_ARABIC_CLITICS = re.compile(r"(?P<and>و)?(?P<preposition>[بفل](?=\w{4})|ل(?=سته$))?(?P<article>ال)?(?P<bare>\w+)")
_LIL = re.compile(r"(?P<and>و)?(?P<article>لل)(?P<bare>\w{3,})(?P<preposition>)")


_INEXACT = (Kind.WHOLE, Kind.ORDINAL)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a word says as part of a number."""

    kind: Kind
    values: tuple[Decimal, ...]
    is_joined: bool = False
    is_exact: bool = True


def _read_english(word: str) -> _Reading | None:
    if word == "and":
        return _Reading(Kind.AND, ())
    if word not in _ENGLISH_WORDS:
        return None
    kind, values = _ENGLISH_WORDS[word]
    return _Reading(kind, values, is_exact=kind not in _INEXACT)


def _read_arabic(word: str) -> _Reading | None:
    if word == "و":
        return _Reading(Kind.AND, ())
    if word in _ARABIC_WORDS:
        kind, values = _ARABIC_WORDS[word]
        return _Reading(kind, values, is_exact=kind not in _INEXACT)
    match = _ARABIC_CLITICS.fullmatch(word)
    if not match or match["bare"] not in _ARABIC_WORDS:
        match = _LIL.fullmatch(word)
    if not match or match["bare"] not in _ARABIC_WORDS:
        return None
    kind, values = _ARABIC_WORDS[match["bare"]]
    # "The three leaders" counts them; القرن العشرين is an ordinal, الألف and المليون are anything.
    exact = kind is Kind.UNIT or (kind not in _INEXACT and not match["article"])
    return _Reading(kind, values, bool(match["and"]), exact)


# All that clitics can make of an Arabic number word.
_CLITICS = (*map("".join, product(("", "و"), ("", "ب", "ف", "ل"), ("", "ال"))), "لل", "ولل")


def _readings(words: Iterable[str], read: Callable[[str], _Reading | None]) -> dict[str, _Reading]:
    """Each of these words that bears a number, with what it says: every word of a text is looked up."""
    return {word: reading for word in words if (reading := read(word))}


_READINGS: Mapping[str, Mapping[str, _Reading]] = {
    ENGLISH: _readings(["and", *_ENGLISH_WORDS], _read_english),
    ARABIC: _readings(["و", *(clitics + word for word in _ARABIC_WORDS for clitics in _CLITICS)], _read_arabic),
}
# Without "one" and "first": beside no other number word they say nothing.
_NUMBER_WORDS = {
    language: frozenset(word for word, reading in readings.items() if reading.values and reading.values[0] != 1)
    for language, readings in _READINGS.items()
}
