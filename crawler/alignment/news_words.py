"""The words of the news that alignment knows before an archive has taught it any, from news_words.tsv."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import product

from crawler.alignment.stems import arabic_stem, english_stem
from crawler.folded_text import fold
from crawler.lexicon import Lexicon

_LIKE_CLITICS = ("و", "ال", "بال", "كال", "فال", "لل")
"""What is cut from the beginning of a word, a part of it or not."""
_SURENESS = 0.5
"""What a word of the table is as sure to render as a learned one: between .3 and .7 it makes little difference."""


@lru_cache(maxsize=4)
def with_news_words(lexicon: Lexicon | None) -> Lexicon:
    """A lexicon and the words of the news; of pairs in both the learned sureness counts where it is the greater."""
    if lexicon is None:
        return Lexicon({pair: _SURENESS for row in _rows() for pair in product(*row)})
    known = dict(with_news_words(None).entries)
    for pair, sureness in lexicon.entries.items():
        known[pair] = max(sureness, known.get(pair, 0.0))
    return Lexicon(known, lexicon.documents, lexicon.pairs)


def _rows() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The English and the Arabic stems of each row."""
    for line in files("crawler.alignment").joinpath("news_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            english, arabic = ([fold(word) for word in cell.split(" ")] for cell in line.split("\t"))
            yield (
                sorted(stem for word in english for stem in _english_stems(word)),
                [arabic_stem(form) for word in arabic for form in _arabic_forms(word)],
            )


def _english_stems(word: str) -> set[str]:
    """The stems of a word and of its regular forms.

    >>> [sorted(_english_stems(word)) for word in ("carry", "use", "news", "tv")]
    [['carr', 'carry'], ['use', 'used', 'using'], ['new', 'news'], ['tv', 'tving', 'tvs']]
    """
    forms = [word, f"{word}ing", f"{word}s"]
    if word.endswith("e"):
        forms += f"{word[:-1]}ing", f"{word}d"
    elif word.endswith("y"):
        forms.append(f"{word[:-1]}ies")
    return set(map(english_stem, forms))


def _arabic_forms(word: str) -> Iterator[str]:
    """A noun, and with its article where its stem is cut otherwise; of a verb, past/present, the persons of the news.

    >>> [list(_arabic_forms(word)) for word in ("خبر", "وزير", "قال/يقول")]
    [['خبر'], ['وزير', 'الوزير'], ['قال', 'قالت', 'قالوا', 'يقول', 'تقول', 'نقول', 'اقول', 'يقولون']]
    """
    past, _, present = word.partition("/")
    yield past
    if present:
        yield from (f"{past}ت", f"{past}وا", *(person + present[1:] for person in "يتنا"), f"{present}ون")
    elif word.startswith(_LIKE_CLITICS):
        yield f"ال{word}"
