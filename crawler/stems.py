"""Stems: what is left of a word without its commonest endings and clitics, so that its forms meet in a lexicon.

For counting which words go together only; names have skeletons (`crawler.skeletons`), search has its own expansion
(`archive.inflection`).
"""

import re

_NO_LETTER = re.compile("[^a-z]")
_LEAST = 3
"""Letters that are left at least: shorter stems meet by accident."""
# L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007): light10.
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
_ENGLISH_ENDINGS = ("ing", "ies", "ed", "es", "s", "ly")


def english_stem(word: str) -> str:
    """The stem of an English word in match form.

    >>> [english_stem(word) for word in ("ministers", "prices", "said", "strikes")]
    ['minister', 'pric', 'said', 'strik']
    """
    letters = _NO_LETTER.sub("", word)
    for ending in _ENGLISH_ENDINGS:
        if letters.endswith(ending) and len(letters) - len(ending) >= _LEAST:
            return letters.removesuffix(ending)
    return letters


def arabic_stem(word: str) -> str:
    """The stem of an Arabic word in match form.

    >>> [arabic_stem(word) for word in ("والوزراء", "حكومته", "للعراقيين")]
    ['وزراء', 'حكومت', 'عراق']
    """
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
