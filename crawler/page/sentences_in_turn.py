"""A paragraph in which sentences of two languages take turns, each the other's translation."""

import re
from itertools import groupby

from crawler.languages import count_letters, has_arabic

_SENTENCE = re.compile(r".+?(?:[.!?؟…]+[»”\"')\]]*(?=\s|$)|$)\s*", re.DOTALL)
# Each sentence is a sentence's worth, and nearly all of it in one script.
_LETTERS_LEAST = 15
_PURE_SHARE = 0.85
# Whole sentences in one script up to the first letter of the other; what follows may name things in the first.
_LATIN_FIRST = re.compile(
    r"(?P<one>[^\u0620-\u06ff]+[.!?…][»”\"')\]]*\s+)(?P<other>[«“\"(]*[\u0620-\u06ff].*)", re.DOTALL
)
_ARABIC_FIRST = re.compile(r"(?P<one>[^A-Za-z]+[.!?؟…][»”\"')\]]*\s+)(?P<other>[‘“\"'(]*[A-Za-z].*)", re.DOTALL)
_RATIO_MOST = 3
_LENGTH_MOST = 20_000  # characters


def sentences_in_turn(text: str) -> tuple[str, ...]:
    """The text's runs of one script, where each is whole sentences and there are two at least of each; else the text.

    A quotation in the other script is no run: the sentence that quotes it goes on, or is not pure. An empty text gives
    an empty run.

    >>> sentences_in_turn("The sun rose again. طلعت الشمس من جديد. We left the town at noon. غادرنا البلدة معاً.")
    ('The sun rose again.', 'طلعت الشمس من جديد.', 'We left the town at noon.', 'غادرنا البلدة معاً.')
    >>> sentences_in_turn("The word is طلعت الشمس من جديد. We left.")
    ('The word is طلعت الشمس من جديد. We left.',)
    """
    if len(text) > _LENGTH_MOST:
        return (text,)
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(text) if sentence.strip()]
    scripts = [_script_of(sentence) for sentence in sentences]
    if None in scripts:
        return (text,)
    runs = [
        (is_arabic, " ".join(sentence for _, sentence in run))
        for is_arabic, run in groupby(zip(scripts, sentences, strict=True), key=lambda pair: pair[0])
    ]
    arabic = sum(bool(is_arabic) for is_arabic, _ in runs)
    return tuple(run for _, run in runs) if min(arabic, len(runs) - arabic) >= 2 else (text,)


def sentences_in_two_runs(text: str) -> tuple[str, str] | None:
    """A paragraph that is whole sentences in one script and then its translation in the other, as two; else None.

    >>> sentences_in_two_runs("We left the town at noon. It was hot. غادرنا البلدة ظهراً. كان الجو حاراً.")
    ('We left the town at noon. It was hot.', 'غادرنا البلدة ظهراً. كان الجو حاراً.')
    """
    if len(text) > _LENGTH_MOST or not has_arabic(text):
        return None
    found = _LATIN_FIRST.fullmatch(text) or _ARABIC_FIRST.fullmatch(text)
    if found is None:
        return None
    one, other = found["one"].rstrip(), found["other"]
    letters = (
        count_letters(one).arabic + count_letters(one).other,
        count_letters(other).arabic + count_letters(other).other,
    )
    is_pure = None not in (first := _script_of(one), second := _script_of(other)) and first != second
    return (one, other) if is_pure and min(letters) * _RATIO_MOST >= max(letters) else None


def _script_of(sentence: str) -> bool | None:
    """True for a sentence in Arabic script, False for one in another; None for one that mixes, or is too short."""
    letters = count_letters(sentence)
    total = letters.arabic + letters.other
    if total < _LETTERS_LEAST or max(letters.arabic, letters.other) < _PURE_SHARE * total:
        return None
    return letters.arabic > letters.other
