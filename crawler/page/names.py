"""Lines that are nothing but the names of people: a byline without "by"."""

import re
from collections.abc import Sequence

_WORDS_MOST = 6
_ARABIC_WORDS_MOST = 4  # of one person
_LENGTH_MOST = 50  # characters
_WORD_LATIN = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?")
_PARTICLES = frozenset("al el de la le du der van von bin ben ibn bint abu and et und y da dos di".split())
# A word, or initials in place of one or behind it: "ب. سليم", "سامي.ح", "و.م.ع".
_WORD_ARABIC = re.compile(r"[\u0621-\u0652\u0670-\u06d3]+(?:\.[\u0621-\u064a])?|(?:[\u0621-\u064a]\.)+[\u0621-\u064a]?")
# "د. سمير العلي ود. رنا قاسم".
_OFFICE = re.compile(r"و?(?:أ\.?)?[دأم]\.")
# Words with which a line in Arabic is a phrase and no name.
_NO_NAME = frozenset(
    "في من على إلى عن مع هذا هذه التي الذي أو لا ما لم كيف لماذا ماذا بعد قبل منذ خلال حول بين أخبار شؤون الشرق الأوسط "
    "آخر أهم تقرير خاص العالم مقالات قضايا ملفات رأي تحليل صور فيديو اقرأ المزيد أيضا أيضاً تعليقات مشاهدات "
    "سياسة اقتصاد أعمال رياضة كرة ثقافة فنون منوعات صحة علوم تكنولوجيا تقنية محليات مجتمع دولي دولية برلمان بورصة "
    "أسواق سوق بلدية مصنف تصنيف قصة آراء وجهات مقال حوار لقاء ملف عدد جدا جداً بالصور بالفيديو تم النشرة نشرة مليون "
    "ملايين اسم كلمة صورة الصورة تصوير عدسة بسم الحمد".split()
)
_NO_NAME_LATIN = frozenset(
    "the news world middle east north south africa asia europe politics business culture sport sports opinion analysis "
    "report reports latest breaking video photos read more home about us special staff section page editor's "
    "office department ministry embassy university institute committee commission release immediate".split()
)
# "Wrote" before nothing but names, "كتبت منى سالم - هدى عوض"; "كتب التاريخ" are books.
_WROTE = re.compile(r"^كتبت?\s+(?!ال)(?P<names>\w.*?)\s*[:：]?$")
# "Rana Haddad, translated by Omar Aziz", "رنا حداد - ترجمة: عمر عزيز": a name before what another did.
_WITH_ANOTHER = re.compile(
    r"(?P<name>[^,،|/–—]+?)\s*(?:[,،|/–—-]\s*|\s)(?:(?:translated|edited|photographed|illustrated)(?:\s(?:from|into)(?:\sthe)?\s\w+)?"
    r"|photos?|photographs?|illustrations?)\sby\s(?P<other>\S.*)"
    r"|(?P<writer>[^,،|/–—]+?)\s*[,،|/–—-]\s*(?:ترجمة|ترجمتها?|تصوير|تحرير|رسوم)\s*[:：]?\s*(?P<second>\S.*)",
    re.IGNORECASE,
)
# "Interview by Rana Haddad", "Words and pictures: Rana Haddad", "صور ونص: رنا حداد".
_MADE = r"(?:text|words|story|reporting|interview|photos|photographs|photography|pictures|images|video)"
_MADE_BY = re.compile(
    rf"(?:interview(?:ed)?\sby|{_MADE}\s(?:and|&)\s{_MADE}(?:\sby|\s?:))\s*:?\s*(?P<maker>\S.*)"
    r"|(?:نص|صور|كلمات|تصوير|كتابة)\sو(?:نص|صور|كلمات|تصوير|كتابة)\s*[:：]?\s*(?P<by>\S.*)",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s+[-–—]\s+|\s*[،,/]\s*")


def is_name(text: str) -> bool:
    """True where a line could be one or two people's names and says nothing else.

    Latin names are capitalised; an Arabic one is told from a phrase only by having no common word and no stop.

    >>> [is_name(text) for text in ("Mona Abdel Sattar", "منى عبد الستار", "Middle East", "The bridge is open")]
    [True, True, False, False]
    """
    text = text.strip(" \u200f\u200e,،*")
    if len(text) > _LENGTH_MOST:
        return False
    words = [word for word in text.split() if not _OFFICE.fullmatch(word)]
    if not 2 <= len(words) <= _WORDS_MOST:
        return False
    if all(_WORD_ARABIC.fullmatch(word) for word in words):
        joined = any(word.startswith("و") for word in words[2:])
        return is_arabic_name_of(words) and (joined or len(words) <= _ARABIC_WORDS_MOST)
    return all(_is_latin_name_word(word) for word in words) and any(word[0].isupper() for word in words)


def is_arabic_name_of(words: Sequence[str]) -> bool:
    """True for words in Arabic letters that may all be names: none is one that makes a line a phrase."""
    return all(
        _WORD_ARABIC.fullmatch(word) and word not in _NO_NAME and word.removeprefix("و") not in _NO_NAME
        for word in words
    )


def _is_latin_name_word(word: str) -> bool:
    word = word.strip(",")
    if word.lower() in _PARTICLES or word == "&":
        return True
    small = word.lower() in _NO_NAME_LATIN
    return bool(_WORD_LATIN.fullmatch(word)) and not small and (word[0].isupper() or "-" in word)


def says_who_wrote(text: str) -> bool:
    """True for "wrote" in Arabic and what is made by somebody, before nothing but names, and for a name before who
    translated it."""
    made = _MADE_BY.fullmatch(text)
    if made is not None:
        return is_name(made["maker"] or made["by"])
    several = _WITH_ANOTHER.fullmatch(text)
    if several is not None:
        return is_name(several["name"] or several["writer"]) and is_name(several["other"] or several["second"])
    wrote = _WROTE.match(text)
    return wrote is not None and all(map(is_name, _BETWEEN_NAMES.split(wrote["names"])))
