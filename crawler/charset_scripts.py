"""Which charset bytes are in that spell no Arabic: by the words they spell, or, if Latin, by the page's language."""

import re
from unicodedata import category

from charset_normalizer import from_bytes

# The web's charsets of other scripts than Latin and Arabic (WHATWG's names), by the codecs of Python that read them.
# EUC-KR without Microsoft's rare syllables, in which Japanese would be spelt too.
_CHARSETS = {
    **{"cp1251": "windows-1251", "koi8_r": "koi8-r", "koi8_u": "koi8-u", "iso8859_5": "iso-8859-5"},
    **{"cp866": "ibm866", "mac_cyrillic": "x-mac-cyrillic", "cp1253": "windows-1253", "iso8859_7": "iso-8859-7"},
    **{"cp1255": "windows-1255", "iso8859_8": "iso-8859-8", "cp874": "windows-874", "gb18030": "gb18030"},
    **{"big5": "big5", "cp932": "shift_jis", "euc_jp": "euc-jp", "euc_kr": "euc-kr"},
}
# Words, or runs of signs whose second byte may be an ASCII letter. Few letters of a Latin word are beyond ASCII.
_WORD = re.compile(rb"[@-~\x80-\xff]{4,}")
_HIGH = bytes(range(0x80, 0x100))
_HIGH_LEAST = 0.5
# A dozen words: of fewer, one in six was read in another charset (Hebrew as KOI8-R, EUC-JP as EUC-KR).
_BYTES_LEAST = 80
_LETTERS_LEAST = 0.8
# What browsers take for pages without a declaration, by language (WHATWG, "determining the character encoding"),
# where it is not windows-1252; with windows-1250 where the page has a byte that ISO 8859-2 leaves to controls.
_CENTRAL_EUROPEAN = frozenset({"cs", "hr", "hu", "pl", "ro", "sk", "sl"})
_LATIN_CHARSETS = {
    **dict.fromkeys(("az", "ku", "tr"), "windows-1254"),
    **dict.fromkeys(("et", "lt", "lv"), "windows-1257"),
    "vi": "windows-1258",
}
_CONTROLS = re.compile(rb"[\x8a-\x8f\x9a-\x9f]")


def charset_of_other_script(sample: bytes) -> str | None:
    """The WHATWG name of the charset in which the sample spells words of another script than Latin or Arabic.

    None where its bytes beyond ASCII are few, or fewer than the ASCII letters beside them, or spell nothing. Told by
    charset-normalizer, from the charsets that the web has.

    >>> text = "Министр заявил в понедельник, что переговоры будут продолжены в столице на следующей неделе. "
    >>> charset_of_other_script(2 * text.encode("koi8_r"))
    'koi8-r'
    """
    words = b"".join(word for word in _WORD.findall(sample) if not word.isascii())
    high = len(words) - len(words.translate(None, _HIGH))
    if high < max(_BYTES_LEAST, len(words) * _HIGH_LEAST):
        return None
    likeliest = from_bytes(sample, cp_isolation=list(_CHARSETS), preemptive_behaviour=False).best()
    if likeliest is None or likeliest.encoding not in _CHARSETS:
        return None
    beyond_ascii = [letter for letter in str(likeliest) if not letter.isascii()]
    letters = sum(category(letter)[0] in "LM" for letter in beyond_ascii)
    is_spelt = letters > len(beyond_ascii) * _LETTERS_LEAST
    return _CHARSETS[likeliest.encoding] if is_spelt else None


def latin_charset(sample: bytes, language: str | None) -> str:
    """The charset of a Latin page that declares none, by its language ("pl"); windows-1252 for most.

    >>> latin_charset("źródło".encode("cp1250"), "pl"), latin_charset("źródło".encode("iso8859_2"), "pl")
    ('windows-1250', 'iso-8859-2')
    """
    if language in _CENTRAL_EUROPEAN:
        return "windows-1250" if _CONTROLS.search(sample) else "iso-8859-2"
    return _LATIN_CHARSETS.get(language or "", "windows-1252")
