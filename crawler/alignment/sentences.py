"""Sentences: where a text ends one and begins the next, in Latin and in Arabic script."""

import re
from collections.abc import Iterator

from crawler.alignment.abbreviations import (
    BEFORE_FIGURES,
    ERAS,
    LETTER_NAMES,
    LETTERED,
    NEVER_LAST,
    OPENERS,
    SITE_ENDINGS,
    SOMETIMES_LAST,
    SPEECH,
)

_ARABIC_SCRIPT_LANGUAGES = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})
_ARABIC_LETTER = "[\u0621-\u064a\u0671-\u06d3\u06fa-\u06ff]"
_BIDI = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_STOPS = "[.!?؟…۔]+"
_CLOSING = rf"[\"'”’“»›)\]}}*{_BIDI}]*"
# A run of stops ("؟ !", ". . .") with what closes right after it; a guillemet or bracket also after a space.
_STOP = re.compile(rf"{_STOPS}(?:\s{_STOPS}(?!\w))*{_CLOSING}(?:{_STOPS}{_CLOSING})?(?:\s[»)\]]{_CLOSING})?")
# After one of these a stop ends nothing: "(!)", "[...]", "He said: … no".
_BEFORE_NO_END = re.compile(r"(?:[(\[{«‹]|[:,;،؛]\s?)$")
_NEXT_WORD = re.compile(rf"[\s\"'“”‘’«»‹(\[{{*•–—{_BIDI}-]*([^\W_](?:[\w'’-]*\w)?)?")
_LAST_WORD = re.compile(rf"[^\s\"'“”‘’«»‹›(\[{{،؛,;:/–—{_BIDI}]*$")
# Longer than any abbreviation with the word before it; bounds the look back.
_LOOK_BACK = 40
# Typed without the space: «المدينة.وأضاف»; an abbreviation's pieces are shorter.
_GLUED_BEFORE = re.compile(f"(?<={_ARABIC_LETTER}{{3}})")
_SITE_ENDING = rf"(?:{'|'.join(sorted(SITE_ENDINGS))})(?!\w)"
_GLUED_AFTER = re.compile(rf"[«“\"(]?(?!{_SITE_ENDING}){_ARABIC_LETTER}{{2}}")
# Two dots are the Arabic press's dash: «28 أكتوبر.. الحكم».
_PAUSE = re.compile(rf"(?<={_ARABIC_LETTER})\.\.\s+{_ARABIC_LETTER}")
_MARKS = re.compile(rf"[\u0640\u064b-\u0652\u0670{_BIDI}]")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
_LIST_NUMBER = re.compile(r"[\W_]{0,4}(?:\d{1,2}|[ivxIVX]{2,4}|[^\W\d_])\.")
# "al-Qaeda" and "iPhone" open a sentence as they are.
_CAPITAL_WITHIN = re.compile(r"(?:[a-z]{2,4}[-'’]|[a-z])[A-Z]")
_SPEAKER = re.compile(rf"\s(?:[A-Z][\w.'’-]*\s){{0,4}}(?:{'|'.join(sorted(SPEECH))})\b")
_FIGURE_BEFORE = re.compile(r"\d\s?$")
# As in أ ف ب; a lone "and" is none.
_LONE_LETTER_BEFORE = re.compile(r"(?<!\w)[^\W\d_و]\s$")
_INK = re.compile(r"\S")
_WORD_CHARACTER = re.compile(r"\w")


def split_sentences(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences in order, covering all but the white space between them; () without text.

    Stops end a sentence; commas, semicolons and colons never do. What closes right after a stop belongs to it. Each
    stop is judged by the letters around it, so that Latin initials within Arabic text are known; the language says
    whether a stop without a space after it may be an end.

    >>> text = "قال د. علي: «انتهى الأمر.» ثم غادر."
    >>> [text[start:end] for start, end in split_sentences(text, "ar")]
    ['قال د. علي: «انتهى الأمر.»', 'ثم غادر.']
    """
    start, end = _next_ink(text, 0), len(text.rstrip())
    spans = []
    for stop in _ends(text, start, end, language in _ARABIC_SCRIPT_LANGUAGES):
        spans.append((start, stop))
        start = _next_ink(text, stop)
    return (*spans, (start, end)) if start < end else ()


def _next_ink(text: str, place: int) -> int:
    """The first character from a place on that is no white space."""
    ink = _INK.search(text, place)
    return ink.start() if ink else len(text)


def _ends(text: str, start: int, end: int, is_arabic_script: bool) -> Iterator[int]:
    """Where a sentence ends and another follows."""
    first_word = _WORD_CHARACTER.search(text, start)
    for stop in _STOP.finditer(text, start, end):
        if stop.end() == end or first_word is None:
            return
        if first_word.start() > stop.start() or _BEFORE_NO_END.search(text, stop.start() - 2, stop.start()):
            continue
        if _is_end(text, start, stop) if text[stop.end()].isspace() else is_arabic_script and _is_glued(text, stop):
            start = stop.end()
            first_word = _WORD_CHARACTER.search(text, start)
            if first_word is not None:
                yield start


def _is_glued(text: str, stop: re.Match[str]) -> bool:
    """True for a stop between two Arabic words without a space."""
    return bool(_GLUED_BEFORE.match(text, stop.start()) and _GLUED_AFTER.match(text, stop.end()))


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    """True where a stop before white space ends the sentence that began at `start`."""
    following = _NEXT_WORD.match(text, stop.end())
    next_word = (following[1] if following else None) or ""
    if next_word[:1].islower() and not _CAPITAL_WITHIN.match(next_word):
        return False
    if _PAUSE.match(text, stop.start()):
        return False
    if stop[0].startswith(".") and stop[0].count(".") == 1:
        return not _is_mark(text, start, stop.start(), next_word)
    is_cry = stop[0][0] in "!?؟" and len(stop[0]) > 1
    return not (is_cry and not _is_opener(next_word) and _SPEAKER.match(text, stop.end()))


def _is_mark(text: str, start: int, stop: int, next_word: str) -> bool:
    """True where a full stop marks an abbreviation, an initial or a number in a list, and ends nothing."""
    if _LIST_NUMBER.fullmatch(text, start, stop + 1):
        return True
    before = text[max(start, stop - _LOOK_BACK) : stop]
    raw_word = _LAST_WORD.findall(before)[0]
    before, word = before.removesuffix(raw_word), _MARKS.sub("", raw_word)
    word_before = before.split()[-1] if before[-1:].isspace() and before.strip() else ""
    if word_before.lower() in LETTERED and (len(word) == 1 or word in LETTER_NAMES):
        return False
    if word in LETTER_NAMES:
        return word_before not in LETTER_NAMES
    if _INITIALS.fullmatch(word):
        return _is_initial(before, word, next_word)
    if _is_in(word, NEVER_LAST):
        return True
    return (_is_in(word, BEFORE_FIGURES) and next_word[:1].isdecimal()) or (
        _is_in(word, SOMETIMES_LAST) and not _is_opener(next_word)
    )


def _is_opener(word: str) -> bool:
    return re.split("['’]", word.lower(), maxsplit=1)[0] in OPENERS


def _is_in(word: str, table: frozenset[str]) -> bool:
    return word in table or word[:1].lower() + word[1:] in table


def _is_initial(before: str, word: str, next_word: str) -> bool:
    """True where letters with stops are part of a name or a title: J. K., U.S., د., أ.د."""
    if word in ERAS and _FIGURE_BEFORE.search(before):
        return False
    if _is_in(word, NEVER_LAST) or (_is_in(word, BEFORE_FIGURES) and next_word[:1].isdecimal()):
        return True
    if len(word) == 1 and (word.islower() or _LONE_LETTER_BEFORE.search(before)):
        return False
    return not _is_opener(next_word)
