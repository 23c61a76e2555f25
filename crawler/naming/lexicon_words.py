"""How surely a word renders another, as a lexicon has it."""

from functools import lru_cache

from crawler.alignment.stems import arabic_stem, english_stem
from crawler.lexicon import Lexicon
from crawler.models.forms import match_form


def look_up(lexicon: Lexicon, english: str, arabic: str) -> float:
    """How surely the one word renders the other; 0 where the lexicon does not know them together.

    >>> look_up(Lexicon({("pric", "اسعار"): 0.75}), "Prices", "والأسعار")
    0.75
    """
    stem = stem_arabic(arabic)
    return max(lexicon.entries.get((one, stem), 0.0) for one in stems_of_english(english))


@lru_cache(maxsize=50_000)
def stems_of_english(word: str) -> tuple[str, ...]:
    """The stems of a word's parts, by which a lexicon knows them.

    >>> stems_of_english("Al-Qaim")
    ('al', 'qaim')
    """
    return tuple(english_stem(part) for part in match_form(word).split("-"))


@lru_cache(maxsize=50_000)
def stem_arabic(word: str) -> str:
    """The stem of a word, by which a lexicon knows it."""
    return arabic_stem(match_form(word))
