"""The language of a text in a script of its own: Russian, Ukrainian, Hebrew, Greek, Chinese, whatever a page declares.

Languages of one script are told apart by the letters that only one of them has (Unicode CLDR, main exemplar sets).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

# Most of the letters beyond the Arabic ones; of Chinese and Japanese, whose words have fewer, a third.
_SHARE_LEAST = 0.5
_SHARE_LEAST_OF_HAN = 1 / 3
_LETTERS_LEAST = 20
# So many of a text's letters are those that only its language has; in Ukrainian one in fifteen is.
_OWN_SHARE_LEAST = 0.002
_OWN_SHARES_LEAST = {"uk": 0.01}
_KANA_SHARE_LEAST = 0.05
# Letters that only one language of the script has, the first that is met decides.
_CYRILLIC_OWN: Mapping[str, str] = {
    "be": "ўЎ",
    "kk": "әӘғҒқҚұҰ",
    "uk": "іІїЇєЄґҐ",
    "mk": "ѓЃќЌѕЅ",
    "sr": "ђЂћЋ",
    "ru": "ыЫэЭ",
    "bg": "ъЪ",
}
_LETTER = re.compile(r"[^\W\d_]")
# Of two languages on one page the lesser has so much of the greater: a translation, not a notice or a name.
_TRANSLATION_SHARE_LEAST = 0.3
_HAN_SCRIPTS = frozenset({"kana", "hangul", "han"})


class _Script(NamedTuple):
    """A script, the languages that are written in it, and which of them a text is in where none is declared."""

    letters: re.Pattern[str]
    languages: frozenset[str]
    tell: Callable[[str], str]


def _of_cyrillic(letters: str) -> str:
    for language, own in _CYRILLIC_OWN.items():
        share = sum(map(letters.count, own)) / len(letters)
        if share > _OWN_SHARES_LEAST.get(language, _OWN_SHARE_LEAST):
            return language
    return "ru"


def _always(language: str) -> Callable[[str], str]:
    return lambda letters: language


def _script(ranges: str, languages: str, tell: Callable[[str], str] | None = None) -> _Script:
    names = languages.split()
    return _Script(re.compile(f"[{ranges}]+"), frozenset(names), tell or _always(names[0]))


_SCRIPTS: Mapping[str, _Script] = {
    "cyrillic": _script("\u0400-\u052f", "ru uk be bg sr mk kk ky tg mn uz tt ba ce os", _of_cyrillic),
    "hebrew": _script("\u0590-\u05ff\ufb1d-\ufb4f", "he yi iw"),
    "greek": _script("\u0370-\u03ff\u1f00-\u1fff", "el"),
    "armenian": _script("\u0530-\u058f", "hy"),
    "georgian": _script("\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", "ka"),
    "devanagari": _script("\u0900-\u097f", "hi mr ne sa"),
    "bengali": _script("\u0980-\u09ff", "bn as"),
    "gurmukhi": _script("\u0a00-\u0a7f", "pa"),
    "gujarati": _script("\u0a80-\u0aff", "gu"),
    "oriya": _script("\u0b00-\u0b7f", "or"),
    "tamil": _script("\u0b80-\u0bff", "ta"),
    "telugu": _script("\u0c00-\u0c7f", "te"),
    "kannada": _script("\u0c80-\u0cff", "kn"),
    "malayalam": _script("\u0d00-\u0d7f", "ml"),
    "sinhala": _script("\u0d80-\u0dff", "si"),
    "thai": _script("\u0e00-\u0e7f", "th"),
    "lao": _script("\u0e80-\u0eff", "lo"),
    "ethiopic": _script("\u1200-\u139f", "am ti"),
    "khmer": _script("\u1780-\u17ff", "km"),
    "myanmar": _script("\u1000-\u109f", "my"),
    "kana": _script("\u3040-\u30ff", "ja"),
    "hangul": _script("\u1100-\u11ff\uac00-\ud7af", "ko"),
    "han": _script("\u3400-\u9fff", "zh ja ko"),
}
_LANGUAGES = frozenset[str]().union(*(script.languages for script in _SCRIPTS.values()))
# In a text without any of these no script but Latin and Arabic is found.
_BEYOND = re.compile("[\u0370-\u058f\u0590-\u05ff\u0900-\u0eff\u1000-\u139f\u1780-\u17ff\u1f00-\u1fff\u3040-\ud7af]")


def language_of_script(text: str, letters: int, declared: str | None) -> str | None:
    """The language of a text most of which is in a script that is neither Latin nor Arabic; None for any other.

    `letters` is how many it has beyond the Arabic ones; `declared` is believed where it is written in that script.

    >>> language_of_script("Щоранку він пише один рядок у маленький зелений зошит.", 43, "en")
    'uk'
    >>> language_of_script("He wrote Москва on the wall of the house by the river.", 42, "ru") is None
    True
    """
    if _BEYOND.search(text) is None or letters < _LETTERS_LEAST:
        return None
    return _language_of(text, letters, declared)


def has_own_script(language: str) -> bool:
    """True for a language in a script that is neither Latin nor Arabic.

    >>> has_own_script("he"), has_own_script("fr")
    (True, False)
    """
    return language in _LANGUAGES


def language_of_line(text: str, declared: str | None) -> str | None:
    """The same of a line, however short.

    >>> language_of_line("חדשות", None), language_of_line("News", "he")
    ('he', None)
    """
    if text.isascii() or _BEYOND.search(text) is None:
        return None
    return _language_of(text, len(_LETTER.findall(text)), declared)


def tell_scripts(texts: Sequence[str], judged: Sequence[str | None], other: str, latin: str) -> list[str | None]:
    """The blocks judged to be in `other`: those in Latin letters in `latin`, those in a script of its own in its own.

    On a page in a script of its own, Latin letters are a translation where there are as many as make one.
    """
    asked = [language == other for language in judged]
    own = [language_of_line(text, other) if is_asked else None for text, is_asked in zip(texts, asked, strict=True)]
    lengths = [len(text) if is_asked else 0 for text, is_asked in zip(texts, asked, strict=True)]
    in_own = sum(length for length, one in zip(lengths, own, strict=True) if one)
    is_worth = sum(lengths) - in_own >= _TRANSLATION_SHARE_LEAST * in_own
    rest = latin if is_worth else other
    return [one or (rest if is_asked else its) for one, is_asked, its in zip(own, asked, judged, strict=True)]


def _language_of(text: str, letters: int, declared: str | None) -> str | None:
    found = {name: "".join(script.letters.findall(text)) for name, script in _SCRIPTS.items()}
    name = max(found, key=lambda one: len(found[one]))
    if len(found["kana"]) >= _KANA_SHARE_LEAST * max(letters, 1):
        name = "kana"  # Japanese has more Chinese characters than its own
    length = sum(len(found[one]) for one in _HAN_SCRIPTS) if name in _HAN_SCRIPTS else len(found[name])
    least = _SHARE_LEAST_OF_HAN if name in _HAN_SCRIPTS else _SHARE_LEAST
    if not length or length < least * letters:
        return None
    script = _SCRIPTS[name]
    return declared if declared in script.languages else script.tell(found[name])
