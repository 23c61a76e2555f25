"""Stems: what is left of a word without its commonest endings and clitics, so that its forms meet in a lexicon.

For counting which words go together only; names have skeletons (`crawler.skeletons`), search has its own expansion
(`archive.inflection`).
"""

import re
from functools import lru_cache

from crawler.models.forms import match_form

_WORD_ENGLISH = re.compile(r"[a-z]+")
_WORD_ARABIC = re.compile("[\u0621-\u064a]+")
_LEAST = 3
"""Letters that are left at least: shorter stems meet by accident."""
# L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007): light10.
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "يه", "ه", "ي")
_ENGLISH_ENDINGS = ("ing", "ies", "ed", "es", "s", "ly")


def english_stems(text: str) -> tuple[str, ...]:
    """The stems of an English text's words, each once, in order of appearance."""
    return tuple(dict.fromkeys(map(_english_stem, _WORD_ENGLISH.findall(match_form(text)))))


def arabic_stems(text: str) -> tuple[str, ...]:
    """The stems of an Arabic text's words, each once, in order of appearance."""
    return tuple(dict.fromkeys(map(_arabic_stem, _WORD_ARABIC.findall(match_form(text)))))


@lru_cache(maxsize=20_000)
def _english_stem(word: str) -> str:
    for ending in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word


@lru_cache(maxsize=20_000)
def _arabic_stem(word: str) -> str:
    if word.startswith("و") and len(word) > _LEAST + 1:
        word = word[1:]
    for article in _ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            word = word.removeprefix(article)
            break
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
    return word
