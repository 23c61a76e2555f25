"""Names across scripts: the consonant skeletons under which a Latin and an Arabic spelling of one name meet.

Vowels, weak letters and doubled letters are dropped; letters that transliteration confuses are one (b/p, f/v,
g/j, k/q, s/z, sh/ch). A word has several skeletons where its spelling can be read in several ways.
"""

import re
from collections.abc import Iterable

from crawler.alignment.stems import bare_words
from crawler.models.forms import match_form

MIN_LENGTH = 3
"""Shorter skeletons meet by accident: Lloyd is "ld", and so is a third of a dictionary."""
MIN_LENGTH_FOR_EDIT = 4

# Longest first. "ch" is read both ways: Chirac شيراك, Christian كريستيان. x stands for kh, $ for sh.
_LATIN_SOUNDS = (
    ("tsch", "$"),
    ("sch", "$"),
    ("tch", "$"),
    ("ch", "$"),
    ("sh", "$"),
    ("kh", "x"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("dj", "g"),
    ("dg", "g"),
    ("ce", "s"),
    ("ci", "s"),
    ("cy", "s"),
)
_LATIN_LETTERS = dict(zip("bcdfghjklmnpqrstvxz", "bkdfghgklmnbkrstf_s", strict=True)) | {"x": "ks"}
_ARABIC_LETTERS = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttghxddrss$sdtdgfkklmnh", strict=True))


_SOUNDS = {**_LATIN_LETTERS, **dict(_LATIN_SOUNDS)}


class _Spelling(dict[int, str | None]):
    """Letter -> its consonant; vowels, weak letters and whatever else are dropped."""

    def __missing__(self, _: int) -> None:
        return None


_ARABIC_SPELLING = _Spelling(dict.fromkeys(range(0x0621, 0x064B)))  # at hand, so that they are not asked for each time
_ARABIC_SPELLING.update((ord(letter), sound) for letter, sound in _ARABIC_LETTERS.items())
_LATIN_SOUND = re.compile("|".join(sound for sound, _ in _LATIN_SOUNDS) + "|[a-z]")
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LATIN = re.compile("[^a-z]")


def latin_skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a word in Latin letters, each once; the likeliest reading first.

    >>> latin_skeletons("Lavrentyev")
    ('lfrntf',)
    >>> latin_skeletons("Christian")
    ('$rstn', 'krstn')
    """
    letters = _NOT_LATIN.sub("", match_form(word))
    readings = [letters] if "ch" not in letters else [letters, letters.replace("ch", "k")]
    return _with_and_without_h(_spell_latin(reading) for reading in readings)


def arabic_skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a word in Arabic letters, with and without the clitics it may begin with.

    >>> arabic_skeletons("لافرينتيف")
    ('lfrntf', 'frntf')
    """
    return skeletons_of_stems(bare_words(match_form(word)))


def skeletons_of_stems(stems: Iterable[str]) -> tuple[str, ...]:
    """The skeletons of an Arabic word by its stems, as `bare_words` gives them."""
    return _with_and_without_h(dict.fromkeys(map(_spell_arabic, stems)))


def plain_arabic_skeletons(word: str) -> tuple[str, ...]:
    """The skeletons of a word in Arabic letters as it is, whatever it begins with.

    >>> plain_arabic_skeletons("ببغداد"), plain_arabic_skeletons("بغداد"), plain_arabic_skeletons("لبغداد")
    (('bgd',), ('bgd',), ('lbgd',))
    """
    return _with_and_without_h(iter((_spell_arabic(match_form(word)),)))


def shortened(skeleton: str) -> list[str]:
    """The skeleton without each one of its letters in turn; two skeletons one edit apart meet among these."""
    return [skeleton[:position] + skeleton[position + 1 :] for position in range(len(skeleton))]


def is_same_name(latin: str, arabic: str) -> bool:
    """True where a skeleton of either word is the same, or one edit apart and long enough for that.

    >>> is_same_name("Austin", "أوستن"), is_same_name("Austin", "بلينكن")
    (True, False)
    """
    return any(_is_near(left, right) for left in latin_skeletons(latin) for right in arabic_skeletons(arabic))


def _is_near(left: str, right: str) -> bool:
    if min(len(left), len(right)) < MIN_LENGTH:
        return False
    if left == right:
        return True
    if min(len(left), len(right)) < MIN_LENGTH_FOR_EDIT or abs(len(left) - len(right)) > 1:
        return False
    if len(left) == len(right):
        return sum(one != other for one, other in zip(left, right, strict=True)) == 1
    shorter, longer = sorted((left, right), key=len)
    return shorter in shortened(longer)


def _spell_latin(letters: str) -> str:
    return "".join(_SOUNDS.get(sound, "") for sound in _LATIN_SOUND.findall(letters))


def _spell_arabic(word: str) -> str:
    return word.replace("تش", "ش").translate(_ARABIC_SPELLING)


def _with_and_without_h(spellings: Iterable[str]) -> tuple[str, ...]:
    """Each spelling without doubled letters, as it is and without the h that is silent in John and in سارة."""
    skeletons: dict[str, None] = {}
    for spelling in spellings:
        single = _undoubled(spelling)
        skeletons[single] = None
        if "h" in single[1:]:
            skeletons[_undoubled(single[:1] + single[1:].replace("h", ""))] = None
    return tuple(skeletons)


def _undoubled(spelling: str) -> str:
    return _DOUBLED.sub(r"\1", spelling) if _DOUBLED.search(spelling) else spelling
