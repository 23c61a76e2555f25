"""What bytes that are not valid UTF-8 are likely to be: judged by the Arabic they would spell."""

import re
from dataclasses import dataclass, field
from itertools import islice

from crawler.charset_scripts import charset_of_other_script, latin_charset

# Arabic's own letters and those that Persian and Urdu add, which windows-1256 has too.
_LETTERS = re.compile("[ء-غف-يپچژڤکگیٹڈڑںھہے]")
# The eight commonest letters make up over half of any Arabic text; read in the wrong charset, they do not.
_COMMON_LETTERS = "اليمونرت"
_HIGH = bytes(range(0x80, 0x100))
# Charsets whose letters beyond ASCII are Latin: they stand within words, beside ASCII letters.
_LATIN_CHARSETS = re.compile(r"windows-125[02478]|iso-8859-(?:[2-4]|10|1[3-6])|macintosh")
# Letters of no Latin alphabet.
_FOREIGN_RUN = re.compile("[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufefc]+")
_FOREIGN_RUNS_READ = 400
# Over a thousand words: enough to judge by, and bounded.
_SAMPLE_BYTES = 8 * 1024
# A longer piece between two tags is a script or style: what is in it, not where.
_PIECE_BYTES = 4 * 1024
_HIGH_RUN = re.compile(rb"[\x80-\xff]+(?: [\x80-\xff]+)*")
_UTF16_SAMPLE_BYTES = 1024
# The other Arabic charset must be this much likelier before a declaration is not believed.
_LIKELIER = 0.2


@dataclass(frozen=True, slots=True)
class _ArabicCharset:
    """A charset of one byte for each letter, as the bytes of its letters."""

    name: str
    letters: bytes
    common: bytes
    article: re.Pattern[bytes]
    """The article at the start of a word."""
    word: re.Pattern[bytes] = field(init=False)
    """Two letters or more."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "word", re.compile(b"[" + re.escape(self.letters) + b"]{2,}"))

    def likeness(self, sample: bytes) -> float:
        """How much it looks like Arabic: common letters and articles speak for it, other high bytes against."""
        high = _count(sample, _HIGH)
        others = high - _count(sample, self.letters)
        articles = len(self.article.findall(sample))
        return (_count(sample, self.common) + 2 * articles - 2 * others) / max(1, high)

    def share_in_words(self, sample: bytes) -> float:
        """The share of the bytes beyond ASCII that are Arabic letters beside another Arabic letter."""
        return sum(map(len, self.word.findall(sample))) / max(1, _count(sample, _HIGH))


def _arabic_charset(name: str, codec: str) -> _ArabicCharset:
    letters = bytes(byte for byte in _HIGH if _LETTERS.match(bytes([byte]).decode(codec, "replace")))
    article = re.compile(rb"(?<![\x80-\xff])" + re.escape("ال".encode(codec)))
    return _ArabicCharset(name, letters, _COMMON_LETTERS.encode(codec), article)


_ARABIC_CHARSETS = {
    name: _arabic_charset(name, codec) for name, codec in (("windows-1256", "cp1256"), ("iso-8859-6", "iso8859_6"))
}


def sample_of(body: bytes) -> bytes:
    """The first texts that hold bytes beyond ASCII, a blank between one and the next; b"" where there are none."""
    pieces: list[bytes] = []
    length = 0
    for piece in body.split(b"<"):
        if piece.isascii():
            continue
        pieces += [piece] if len(piece) <= _PIECE_BYTES else islice(_HIGH_RUN.findall(piece), _SAMPLE_BYTES)
        length += len(piece)
        if length >= _SAMPLE_BYTES:
            break
    return b" ".join(pieces)[: 2 * _SAMPLE_BYTES]


def guess_charset(sample: bytes, language: str | None = None) -> str:
    """UTF-8 where all but a few bytes are, the charset in which they spell Arabic or another script, else a Latin one.

    The answer is a WHATWG name, "windows-1252" where nothing speaks for another. `language` is the one that the page
    declares.

    >>> guess_charset("قال رئيس الوزراء".encode("iso8859_6"))
    'iso-8859-6'
    """
    if _is_nearly_utf8(sample):
        return "utf-8"
    best = _likeliest(sample)
    if best.share_in_words(sample) > 0.5 and best.likeness(sample) > 0:
        return best.name
    return charset_of_other_script(sample) or latin_charset(sample, language)


def speaks_against(sample: bytes, charset: str, text: str) -> bool:
    """True where a declared charset, in which the body reads as `text`, cannot be what its bytes are in.

    Bytes that spell Arabic words, in its commonest letters, are in no other charset than an Arabic one, and of the two
    in the one that spells them better. Bytes that spell no Arabic, or stand in words as Latin letters beyond ASCII do
    not, are in the charset of another script in which they spell words. Letters of another script that stand within
    Latin words are Latin letters. One Latin charset is not told from another.
    """
    best = _likeliest(sample)
    declared = _ARABIC_CHARSETS.get(charset)
    least = declared.likeness(sample) + _LIKELIER if declared else 0.5
    if best is not declared and best.likeness(sample) > least and best.share_in_words(sample) > 0.5:
        return True
    is_latin = _LATIN_CHARSETS.fullmatch(charset) is not None
    if not is_latin and _is_latin_misread(text):
        return True
    spells_no_arabic = declared is not None and declared.likeness(sample) <= 0
    return (is_latin or spells_no_arabic) and charset_of_other_script(sample) is not None


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
    whole = len(text) - len(text.encode("ascii", "ignore")) - replaced
    # Arabic in a single-byte charset gives next to no valid sequence: hardly a letter is a trailing byte.
    return replaced * 10 < whole


def _likeliest(sample: bytes) -> _ArabicCharset:
    return max(_ARABIC_CHARSETS.values(), key=lambda charset: charset.likeness(sample))


def _count(sample: bytes, wanted: bytes) -> int:
    """How many of the sample's bytes are among the wanted ones."""
    return len(sample) - len(sample.translate(None, wanted))


def _is_latin_misread(text: str) -> bool:
    """True where at least half of the runs of letters of another script share a word with ASCII letters."""
    runs = mixed = 0
    for found in islice(_FOREIGN_RUN.finditer(text), _FOREIGN_RUNS_READ):
        beside = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        runs += 1
        mixed += any(letter.isascii() and letter.isalpha() for letter in beside)
    return 0 < runs <= mixed * 2
