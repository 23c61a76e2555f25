"""Stems: what is left of a word without its commonest endings and clitics.

A stem is for counting which words go together, so that a word's forms meet in a lexicon; the bare words are for names
(`crawler.alignment.skeletons`), which have no endings. Search has its own expansion (`archive.inflection`).
"""

import re

_NO_LETTER = re.compile("[^a-z]")
_LEAST = 3
"""Letters that are left at least: shorter stems meet by accident."""
# L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information retrieval" (2007): light10.
_ARTICLES = ("وال", "بال", "كال", "فال", "لل", "ال")
_CONJUNCTIONS, _PREPOSITIONS = frozenset("وف"), frozenset("بلكس")
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
    if word.startswith(_ARTICLES):
        for article in _ARTICLES:
            if word.startswith(article) and len(word) - len(article) >= 2:
                word = word.removeprefix(article)
                break
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word.removesuffix(ending)
    return word


def bare_words(word: str) -> tuple[str, ...]:
    """A word in match form and what is left of it without conjunction, preposition and article, each once.

    Names are looked for among them: nothing but what is written onto a word is cut, and nothing for certain.

    >>> bare_words("وبالقايم")
    ('وبالقايم', 'بالقايم', 'القايم', 'قايم')
    """
    words = [word]
    for clitics in _CONJUNCTIONS, _PREPOSITIONS:
        if words[-1][:1] in clitics and len(words[-1]) > _LEAST:
            words.append(words[-1][1:])
    if words[-1].startswith("ال") and len(words[-1]) > _LEAST + 1:
        words.append(words[-1][2:])
    elif word.startswith(("لل", "ولل")) and len(word) > _LEAST + 2:
        words.append(word[word.index("لل") + 2 :])
    return tuple(words)
