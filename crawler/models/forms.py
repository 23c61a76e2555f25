"""The forms of a text, each made by one function.

The *display form* is what was published. The *comparison form* is what a reader would call the same text: it
decides whether a revision is new. The *match form* is folded for search and alignment, is never shown and never
hashed into evidence; the index and the query are folded by the same function.
"""

import re
import unicodedata

# Marks that change nothing a reader sees in a line of text: bidi controls, zero-width spaces and joiners' kin,
# byte-order marks, soft hyphens. U+200C and U+200D stay in the comparison form: they change Arabic shaping.
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
)
# C0 and C1 controls other than white space, and lone surrogates (which sqlite3 cannot store).
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_TATWEEL = "\u0640"
_UNSEEN = re.compile(f"[{''.join(map(chr, _INVISIBLE))}{_TATWEEL}]+")

# Tashkeel, superscript alef and Quranic signs (Unicode chart 0600-06FF), Latin and general combining marks, joiners.
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u200c\u200d]"
)
_FOLDED_LETTERS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        **dict.fromkeys("ہھە", "ه"),
        "ؤ": "و",
        "ئ": "ي",
        "ة": "ه",
        "ک": "ك",
        "گ": "ك",
        "پ": "ب",
        "ڤ": "ف",
        "چ": "ج",
        "٫": ".",
        "٬": ",",
        "٪": "%",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)


def display_form(text: str) -> str:
    """What was published: NFC, runs of white space as one space, controls and lone surrogates gone.

    Bidi marks and tatweel stay. An empty or blank text gives "".

    >>> display_form("  Baghdad\\u00a0\\n says ")
    'Baghdad says'
    """
    is_settled = text.isprintable() and "  " not in text  # no white space is printable but the blank
    joined = text.strip(" ") if is_settled else " ".join(text.split())
    if is_settled or joined.isprintable():  # no controls, no surrogates: nearly every text
        return joined if joined.isascii() else unicodedata.normalize("NFC", joined)
    cleaned = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", cleaned)).strip()


def comparison_form(text: str) -> str:
    """The display form without tatweel and marks that a reader cannot see: equal for texts that look the same.

    >>> comparison_form("بغـــداد\\u200f  تخطر") == comparison_form("بغداد تخطر")
    True
    """
    has_none = text.isprintable() and _TATWEEL not in text  # what nobody sees is not printable
    return display_form(text if has_none else _UNSEEN.sub("", text))


def match_form(text: str) -> str:
    """Folded for search, near-duplicates and alignment: spelling variants of one Arabic word become one.

    NFKC, case folded; tashkeel, tatweel, bidi and zero-width controls dropped; alef, hamza, ya, ta marbuta and
    Persian letters folded; Arabic-Indic digits as ASCII; Latin diacritics dropped (al-Aqṣā is found by Aqsa).
    Idempotent. An empty text gives "".

    >>> match_form("مُحَمَّدٌ ١٢٫٥٪")
    'محمد 12.5%'
    """
    displayed = display_form(text)
    if displayed.isascii():  # nothing to fold but case
        return displayed.casefold()
    folded = unicodedata.normalize("NFKC", displayed)
    # Decomposed, Latin diacritics and the hamza that Unicode takes apart from its seat are marks like tashkeel.
    bare = _MARKS.sub("", unicodedata.normalize("NFD", _UNSEEN.sub("", folded).casefold()))
    return " ".join(unicodedata.normalize("NFC", bare).translate(_FOLDED_LETTERS).split())
