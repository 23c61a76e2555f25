"""Arabic words without what is prefixed to them in a sentence: and, by, for, like. The article stays."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crawler.alignment.skeletons import latin_skeletons, plain_arabic_skeletons
from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.naming.lexicon_words import look_up

_PREFIXES = "وفبلك"
# A word of fewer letters is left whole: what would be left is no name.
_LEAST_LEFT = 3
# Names that begin with one of these sounds may begin with that letter themselves.
_BEGINNINGS = {"و": "wou", "ف": "fvp", "ب": "bpv", "ل": "l", "ك": "ckqxgj"}


def bare_forms(
    english: Sequence[str], renderings: Iterable[tuple[str, ...]], lexicon: Lexicon | None
) -> dict[tuple[str, ...], str]:
    """Each of the renderings of one term, as its words -> its text without prefixes.

    A prefix is one where the rest is a rendering of the same term too, where the lexicon knows the rest better, or
    where the English name does not begin with its sound.
    """
    counted = Counter(renderings)
    known = {tuple(map(match_form, words)) for words in counted}
    return {words: " ".join(_bare(english, words, known, lexicon)) for words in counted}


def _bare(
    english: Sequence[str], words: tuple[str, ...], known: set[tuple[str, ...]], lexicon: Lexicon | None
) -> tuple[str, ...]:
    rest = tuple(map(match_form, words[1:]))
    first = words[0]
    while shorter := (
        next((one for one in _shorter(first) if (match_form(one), *rest) in known), None)
        or next((one for one in _shorter(first) if _is_prefixed(english, first, one, lexicon)), None)
    ):
        first = shorter
    return (first, *words[1:])


def _shorter(word: str) -> Iterator[str]:
    """What may be left of a word without its first letter, a prefix; behind two prefixed l the article is hidden."""
    if word[:1] in _PREFIXES and len(word) > _LEAST_LEFT:
        yield word[1:]
        if word.startswith("لل"):
            yield f"ال{word[2:]}"


def _is_prefixed(english: Sequence[str], word: str, shorter: str, lexicon: Lexicon | None) -> bool:
    word, shorter = match_form(word), match_form(shorter)
    names = {skeleton for one in english for skeleton in latin_skeletons(one)}
    is_whole, is_bare = (not names.isdisjoint(_plain_skeletons(one)) for one in (word, shorter))
    if is_bare or is_whole:
        return is_bare and not (is_whole and any(one.startswith(tuple(_BEGINNINGS[word[0]])) for one in english))
    if lexicon is None:
        return False
    whole, bare = (max(look_up(lexicon, one, arabic) for one in english) for arabic in (word, shorter))
    # The lexicon cuts "and" and the article by itself: it knows both words alike.
    return bare > whole or (bare > 0 and shorter.startswith("ال"))


def _plain_skeletons(word: str) -> set[str]:
    """The skeletons of a word as it is, and without its article."""
    return {skeleton for stem in {word, word.removeprefix("ال")} for skeleton in plain_arabic_skeletons(stem)}
