"""Text for a terminal: what is from elsewhere can neither move the cursor nor turn its line around; sizes in words."""

import re
import unicodedata
from urllib.parse import unquote

# Controls, lone surrogates, private and unassigned code points, and invisible format characters.
_ESCAPED_CATEGORIES = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
# Format characters that a text needs: the joiners that shape Arabic letters, and the marks that only say which way
# the neutral character beside them runs. Those that open an embedding, override or isolate are not among them.
_HARMLESS = "\u200c\u200d\u200e\u200f\u061c\u00ad"
_SHORT = 70  # characters
# The escapes of one letter outside ASCII, as UTF-8 has it in two to four bytes.
_ESCAPED_LETTERS = re.compile(
    "%(?:[CD][0-9A-F]|E[0-9A-F]%[89AB][0-9A-F]|F[0-4]%[89AB][0-9A-F]%[89AB][0-9A-F])%[89AB][0-9A-F]"
)


def printable(text: str) -> str:
    """The text with everything escaped that could move a terminal's cursor or turn its lines around.

    >>> printable("a\\x1b[2Jb\\u202ec")
    'a\\\\x1b[2Jb\\\\u202ec'
    """
    return "".join(map(_printable_character, text))


def _printable_character(character: str) -> str:
    if character.isprintable() or character in _HARMLESS:
        return character
    if unicodedata.category(character) in _ESCAPED_CATEGORIES:
        return character.encode("unicode_escape").decode("ascii")
    return character


def readable_address(url: str) -> str:
    """An address as a browser shows it: escapes of letters that are not ASCII as the letters. `show` takes it back.

    >>> readable_address("https://news.example/%D8%AE%D8%A8%D8%B1%2F%E2%80%AE?a=%20b")
    'https://news.example/خبر%2F%E2%80%AE?a=%20b'
    """
    return _ESCAPED_LETTERS.sub(_readable_letters, url)


def _readable_letters(escaped: re.Match[str]) -> str:
    letters = unquote(escaped[0], errors="replace")
    return letters if letters.isprintable() and "\ufffd" not in letters else escaped[0]


def shortened(text: str) -> str:
    """The text on one line of at most some seventy characters."""
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1].rstrip()}…"


def size_text(size_bytes: int) -> str:
    """A size as a person says it.

    >>> size_text(12), size_text(1_234), size_text(9_876_543)
    ('12 bytes', '1.2 kB', '9.9 MB')
    """
    for unit, bytes_each in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size_bytes >= bytes_each:
            return f"{size_bytes / bytes_each:.1f} {unit}"
    return f"{size_bytes} bytes"
