"""The words of a text, as patterns find them: of Latin letters in a third of a pattern's time."""

import re

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPELT_WORD = re.compile(r"[^\W\d_]+(?:['\u200c][^\W\d_]+)*")
# What is printed between the words of a text that is otherwise of Latin-1.
_PRINT_MARKS = "“”„‘’‚–—…•"


def _kept(pattern: re.Pattern[str], others: str = "") -> bytes:
    """A table for `bytes.translate`: blanks for all of Latin-1 but what a pattern finds, and a few others."""
    return bytes(code if pattern.match(chr(code)) or chr(code) in others else 0x20 for code in range(256))


_WORDS_KEPT, _LETTERS_KEPT, _SPELLINGS_KEPT = _kept(_WORD), _kept(_LETTERS), _kept(_LETTERS, "'")


def words_of(text: str) -> list[str]:
    r"""As `\w+` finds them: runs of letters, digits and underscores.

    >>> words_of("“Quay 7”, the pilot’s café_bar")
    ['Quay', '7', 'the', 'pilot', 's', 'café_bar']
    """
    latin = _latin(text)
    return _WORD.findall(text) if latin is None else latin.translate(_WORDS_KEPT).decode("latin-1").split()


def letters_of(text: str) -> list[str]:
    """Runs of letters, without digits."""
    latin = _latin(text)
    return _LETTERS.findall(text) if latin is None else latin.translate(_LETTERS_KEPT).decode("latin-1").split()


def spelt_words_of(text: str) -> list[str]:
    """Runs of letters, those that an apostrophe joins as one; either apostrophe is written as the plain one.

    >>> spelt_words_of("Don’t say 'rock''n'roll' in '99")
    ["Don't", 'say', 'rock', "n'roll", 'in']
    """
    text = text.replace("’", "'")
    latin = _latin(text)
    if latin is None:
        return _SPELT_WORD.findall(text)
    spelt = b" %b " % latin.translate(_SPELLINGS_KEPT)
    if b"'" in spelt:  # only between two letters is it of a word
        spelt = spelt.replace(b"''", b"  ").replace(b" '", b"  ").replace(b"' ", b"  ")
    return spelt.decode("latin-1").split()


def _latin(text: str) -> bytes | None:
    """The text in Latin-1, blanks for marks of print; None where it has other letters."""
    if not text.isascii():
        for mark in _PRINT_MARKS:
            text = text.replace(mark, " ")
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None
