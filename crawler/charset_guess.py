"""The charset of bytes that neither name it nor are valid UTF-8, judged by the Arabic they would spell."""

import re

# The eight commonest letters make up over half of any Arabic text; read in the wrong charset, they do not.
_COMMON_LETTERS = frozenset("اليمونرت")
_ARABIC_CHARSETS = ("windows-1256", "iso-8859-6")
_PYTHON_NAMES = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6"}

_ARABIC_LETTER = re.compile("[ء-غف-ي]")
_ARABIC_RUN = re.compile("[ء-غف-ي]{2,}")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
# Enough to judge by, and bounded.
_SAMPLE_BYTES = 256 * 1024
_UTF16_SAMPLE_BYTES = 1024


def guess_charset(body: bytes) -> str:
    """UTF-8 where all but a few bytes are, an Arabic charset where they spell Arabic, else windows-1252.

    The answer is a WHATWG name: "utf-8", "windows-1256", "iso-8859-6" or "windows-1252".

    >>> guess_charset("قال رئيس الوزراء".encode("iso8859_6"))
    'iso-8859-6'
    """
    sample = body[:_SAMPLE_BYTES]
    if _is_nearly_utf8(sample):
        return "utf-8"
    best = max(_ARABIC_CHARSETS, key=lambda charset: _likeness(sample, charset))
    return best if _share_in_words(sample, best) > 0.5 else "windows-1252"


def looks_arabic_not_western(body: bytes) -> bool:
    """True for bytes that would spell Arabic words: high bytes in a row, in Arabic's commonest letters.

    No Western language has them; windows-1256 holds the French letters at their Western places.
    """
    sample = body[:_SAMPLE_BYTES]
    return any(
        _share_in_words(sample, charset) > 0.5 and _likeness(sample, charset) > 0.5 for charset in _ARABIC_CHARSETS
    )


def utf16_without_bom(body: bytes) -> str | None:
    """Which UTF-16 it is ("utf-16le", "utf-16be"), seen by the NULs beside ASCII letters; None for others.

    >>> utf16_without_bom("<html><p>خبر</p></html>".encode("utf-16-be"))
    'utf-16be'
    """
    sample = body[:_UTF16_SAMPLE_BYTES]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    # Markup and spaces are an eighth of a page at least. Binary files have NULs in both places, text has few.
    if most < 8 or most * 16 < len(sample) or least * 8 > most:
        return None
    return "utf-16be" if even > odd else "utf-16le"


def _is_nearly_utf8(sample: bytes) -> bool:
    text = sample.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    # Arabic in a single-byte charset gives next to no valid sequence: hardly a letter is a trailing byte.
    return replaced * 10 < len(_NOT_ASCII.findall(text)) - replaced


def _share_in_words(sample: bytes, charset: str) -> float:
    """The share of the characters beyond ASCII that are Arabic letters beside another Arabic letter."""
    text = sample.decode(_PYTHON_NAMES[charset], "replace")
    in_words = sum(map(len, _ARABIC_RUN.findall(text)))
    return in_words / max(1, len(_NOT_ASCII.findall(text)))


def _likeness(sample: bytes, charset: str) -> float:
    """How much it looks like Arabic: common letters and articles speak for it, other high ones against."""
    text = sample.decode(_PYTHON_NAMES[charset], "replace")
    common = sum(letter in _COMMON_LETTERS for letter in _ARABIC_LETTER.findall(text))
    articles = len(re.findall(r"\bال", text))
    others = sum(not _ARABIC_LETTER.match(character) for character in _NOT_ASCII.findall(text))
    return (common + 2 * articles - 2 * others) / max(1, len(_NOT_ASCII.findall(text)))
