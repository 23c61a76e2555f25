"""The words of the news that alignment knows before an archive has taught it any, from news_words.tsv."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.stems import arabic_stem, english_stem

_SURENESS = 0.5
"""What a word of the table is as sure to render as a learned one: between .3 and .7 it makes little difference."""


@lru_cache(maxsize=4)
def with_news_words(lexicon: Lexicon | None) -> Lexicon:
    """A lexicon and the words of the news; of pairs in both the learned sureness counts where it is the greater."""
    if lexicon is None:
        return Lexicon(dict.fromkeys(dict.fromkeys(_pairs()), _SURENESS))
    known = dict(with_news_words(None).entries)
    for pair, sureness in lexicon.entries.items():
        known[pair] = max(sureness, known.get(pair, 0.0))
    return Lexicon(known, lexicon.documents, lexicon.pairs)


def _pairs() -> Iterator[tuple[str, str]]:
    """English and Arabic stem of each two words of a row."""
    for line in files("crawler").joinpath("news_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            english, arabic = line.split("\t")
            stems = {english_stem(form) for word in english.split() for form in _english_forms(match_form(word))}
            others = {arabic_stem(form) for word in arabic.split() for form in _arabic_forms(match_form(word))}
            yield from ((one, other) for one in sorted(stems) for other in sorted(others))


def _english_forms(word: str) -> Iterator[str]:
    """A word with its regular endings, whatever it is.

    >>> list(_english_forms("carry"))
    ['carry', 'carrys', 'carryed', 'carrying', 'carries']
    """
    yield word
    yield from (word + ending for ending in ("s", "ed", "ing"))
    if word.endswith("e"):
        yield f"{word[:-1]}ing"
    elif word.endswith("y"):
        yield f"{word[:-1]}ies"


def _arabic_forms(word: str) -> Iterator[str]:
    """A noun without and with its article; of a verb, past/present, the persons that news is told in.

    >>> list(_arabic_forms("وزير")), list(_arabic_forms("قال/يقول"))
    (['وزير', 'الوزير'], ['قال', 'قالت', 'قالوا', 'يقول', 'تقول', 'نقول', 'اقول', 'يقولون'])
    """
    past, _, present = word.partition("/")
    yield past
    if not present:
        yield f"ال{word}"  # the stem of وزير is cut as if it were "and" with a word
    else:
        yield from (f"{past}ت", f"{past}وا")
        yield from (person + present[1:] for person in "يتنا")
        yield f"{present}ون"
