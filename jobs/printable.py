"""Text from elsewhere, made safe for a terminal: it can neither move the cursor nor turn its line around."""

import unicodedata

# Controls, lone surrogates, private and unassigned code points, and invisible format characters.
_ESCAPED_CATEGORIES = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
# Format characters that a text needs: the joiners that shape Arabic letters, and the marks that only say which way
# the neutral character beside them runs. Those that open an embedding, override or isolate are not among them.
_HARMLESS = "\u200c\u200d\u200e\u200f\u061c\u00ad"


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
