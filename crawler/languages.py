"""Which language a block of text is in, judged by its letters."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.models import ARABIC, ENGLISH

_ARABIC_LETTER = re.compile(
    "[\u0621-\u063a\u0640-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_ADDRESS = re.compile(r"https?://\S+")
_LETTER = re.compile(r"[^\W\d_]")
# The commonest words of English; one in eight of any English prose is one of them, one in forty of French or German.
_ENGLISH_WORDS = frozenset(
    "the of and to in a is that for on was with as it by at from are be this has have had an will not were said its "
    "which their but they he his she her after who been or more would about into up than one also".split()
)
_ENGLISH_SHARE = 0.12
_WORDS = re.compile(r"[^\W\d_]+")

# An edition with less than this share of the other's letters is a quotation or a name, not an edition: the shortest
# bilingual abstracts seen are about a fifth of their article.
EDITION_SHARE_LEAST = 0.12
_EDITION_LETTERS_LEAST = 40
# The words that a text begins with decide its language where they are at least three or four words of it, and
# more than a name before a long quotation.
_LEADING_LETTERS = 15
_LEADING_SHARE = 0.15
# A block counts towards an edition of its own where so much of it is in that edition's script.
_PURE_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Letters:
    """How many letters of a text are Arabic and how many of another script."""

    arabic: int
    other: int


def count_letters(text: str) -> Letters:
    """The letters of a text by script; digits, marks, punctuation and web addresses do not count."""
    text = _ADDRESS.sub("", text)
    arabic = len(_ARABIC_LETTER.findall(text))
    return Letters(arabic, len(_LETTER.findall(text)) - arabic)


def block_language(text: str, other: str = ENGLISH) -> str | None:
    """ "ar" or `other`; None for a text without letters.

    A text is in the script it begins in where that is more than a name: it may quote the other at length. Else Latin
    words count half: an Arabic line full of company names is still an Arabic line.
    """
    letters = count_letters(text)
    if not letters.arabic and not letters.other:
        return None
    first = _LETTER.search(_ADDRESS.sub("", text))
    begins_arabic = first is not None and bool(_ARABIC_LETTER.match(first[0]))
    leading = letters.arabic if begins_arabic else letters.other
    if leading >= _LEADING_LETTERS and leading >= _LEADING_SHARE * (letters.arabic + letters.other):
        return ARABIC if begins_arabic else other
    return ARABIC if letters.arabic * 2 >= letters.other else other


def other_language(texts: Iterable[str], declared: str | None) -> str:
    """The language of a page's text that is not in Arabic script: English, unless the page declares another one.

    A page's declaration is believed only where its text does not read as English: bilingual pages declare one.
    """
    if declared in (None, ENGLISH, ARABIC, "fa", "ur"):
        return ENGLISH
    assert declared is not None
    words = [word.lower() for text in texts for word in _WORDS.findall(text) if not _ARABIC_LETTER.search(word)]
    known = sum(word in _ENGLISH_WORDS for word in words)
    return ENGLISH if known >= _ENGLISH_SHARE * max(len(words), 1) and known >= 3 else declared


def languages_of(texts: Sequence[str], other: str) -> list[str]:
    """The language of each block; a block without letters takes that of the block before it, else after it.

    Where the smaller language is only a quotation's worth of the page, all blocks are in the larger one.
    """
    judged = [block_language(text, other) for text in texts]
    totals = {other: 0, ARABIC: 0}
    for text, language in zip(texts, judged, strict=True):
        if language is not None:
            letters = count_letters(text)
            own = letters.arabic if language == ARABIC else letters.other
            totals[language] += own if own >= _PURE_SHARE * (letters.arabic + letters.other) else 0
    only = _only_language(totals)
    if only is not None:
        return [only] * len(texts)
    return _fill(judged, ENGLISH if other == ENGLISH else other)


def _only_language(totals: dict[str, int]) -> str | None:
    larger, smaller = sorted(totals, key=lambda language: totals[language], reverse=True)
    least = max(_EDITION_LETTERS_LEAST, EDITION_SHARE_LEAST * totals[larger])
    return larger if totals[smaller] < least else None


def _fill(judged: list[str | None], default: str) -> list[str]:
    following: str | None = None
    after: list[str | None] = []
    for language in reversed(judged):
        after.append(following)
        following = language or following
    after.reverse()
    filled: list[str] = []
    for language, next_one in zip(judged, after, strict=True):
        filled.append(language or (filled[-1] if filled else None) or next_one or default)
    return filled
