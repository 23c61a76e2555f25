"""Offices of state beside a person's name, in English and in Arabic, from a small glossary.

Only what names one office in both languages is in it: رئيس alone is president, chairman, head and speaker.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crawler.folded_text import FoldedText
from crawler.models.forms import match_form
from crawler.skeletons import is_same_name

# Portfolio, the English words for it, the Arabic ones without the article.
_PORTFOLIOS = (
    ("foreign", "foreign(?: affairs)?|external affairs", "خارجية"),
    ("defence", "defen[cs]e", "دفاع|حربية"),
    ("interior", "interior|home|home affairs|internal affairs", "داخلية"),
    ("finance", "finance|treasury", "مالية|خزانة"),
    ("justice", "justice", "عدل"),
    ("health", "health|public health", "صحة"),
    ("education", "education", "تعليم|تربية"),
    ("energy", "energy|electricity", "طاقة|كهرباء"),
    ("oil", "oil|petroleum", "نفط|بترول"),
    ("information", "information", "إعلام"),
    ("economy", "economy|economic affairs", "اقتصاد"),
    ("trade", "trade|commerce", "تجارة"),
    ("transport", "transport|transportation", "نقل|مواصلات"),
    ("agriculture", "agriculture", "زراعة"),
    ("culture", "culture", "ثقافة"),
    ("environment", "environment", "بيئة"),
    ("labour", "labou?r", "عمل"),
    ("housing", "housing", "إسكان"),
    ("tourism", "tourism", "سياحة"),
)
# Office, its English names, its Arabic ones; the longest name found at a place counts.
_OFFICES = (
    ("prime minister", "prime minister|premier", "رئيس[ةه]? (?:مجلس )?(?:ال)?(?:وزراء|حكومة)|الوزير[ةه]? الأول[ىي]?"),
    ("president", "president", "الرئيس[ةه]?"),
    ("king", "king", "الملك|ملك|العاهل"),
    ("crown prince", "crown prince", "ولي (?:ال)?عهد"),
    ("foreign minister", "secretary of state(?! for)", ""),
    ("finance minister", "chancellor of the exchequer", ""),
    ("secretary-general", "secretary[- ]general", "(?:ال)?أمين[ةه]? (?:ال)?عام[ةه]?"),
    ("ambassador", "ambassador", "(?:ال)?سفير[ةه]?"),
    ("chief of staff", "(?:army )?chief of (?:the )?(?:general )?staff", "رئيس (?:هيئة )?(?:ال)?أركان"),
)
# Anything of these before an office makes another office of it.
_ENGLISH_DEPUTY = r"(?:vice|deputy|assistant|under|junior|shadow)[- ]"
_ARABIC_DEPUTY = "(?:نائب[ةه]?|وكيل[ةه]?|مساعد[ةه]?)"
_DEMONYM = r"(?:(?:[A-Z]\w+(?:an|ish|ese|i|qi|ch)|U\.?S\.?|U\.?K\.?)\s+)?"
_CAPITALISED = r"(?:(?:al|el|bin|ibn|abu|de|von|van)[- ])?[A-ZÀ-Ž][\w’'-]*"
# What stands between a name and an office is no part of the name.
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Gen|Sir|Sheikh)\.?\s+"


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _compile(names: Iterable[tuple[str, str]], flags: int = 0) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((office, re.compile(_spaced(name), flags)) for office, name in names)


_ENGLISH_MINISTER = "(?:{0}) (?:minister|secretary)|(?:minister|secretary)(?: of state)? (?:of|for) (?:the )?(?:{0})"
_ARABIC_MINISTER = "(?:ال)?وزير[ةه]? (?:ال)?(?:{0})"
_ENGLISH_OFFICES = _compile(
    (
        *((f"{name} minister", _ENGLISH_MINISTER.format(english)) for name, english, _ in _PORTFOLIOS),
        *((office, english) for office, english, _ in _OFFICES),
    ),
    re.IGNORECASE,
)
_ARABIC_OFFICES = _compile(
    (
        *((f"{name} minister", _ARABIC_MINISTER.format(match_form(arabic))) for name, _, arabic in _PORTFOLIOS),
        *((office, match_form(arabic)) for office, _, arabic in _OFFICES if arabic),
    )
)
_ENGLISH = re.compile(
    rf"\b{_DEMONYM}(?P<deputy>(?i:{_ENGLISH_DEPUTY}))?"
    rf"(?P<office>(?i:{'|'.join(pattern.pattern for _, pattern in _ENGLISH_OFFICES)}))\b"
)
_ARABIC = re.compile(
    rf"(?<!\w)[وفبل]?(?P<deputy>{match_form(_ARABIC_DEPUTY)}\s+)?"
    rf"(?P<office>{'|'.join(pattern.pattern for _, pattern in _ARABIC_OFFICES)})(?!\w)"
)
# A name stands right after its office in English; in Arabic an adjective or two come between.
_ENGLISH_NAME = re.compile(rf",?\s+(?:{_TITLE})?(?P<names>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}})")
_ARABIC_NAME = re.compile(r"(?P<names>(?:[\s،,]+[^\W\d_]+){1,6})")
_TO_THE = re.compile(r"(?<!\w)([وف]?)لل")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """An office named in a text, with the words after it that may name the person who holds it."""

    office: str
    start: int
    names: tuple[tuple[str, int], ...]
    """(word, where it ends in the text); empty where no name follows."""


def find_english_holders(text: str) -> list[Holder]:
    """The offices of an English text in order, each with the capitalised words right after it.

    >>> [(holder.office, holder.names) for holder in find_english_holders("Defense Secretary Lloyd Austin said")]
    [('defence minister', (('Lloyd', 23), ('Austin', 30)))]
    """
    return [
        Holder(_office(match, _ENGLISH_OFFICES), match.start(), _words(_ENGLISH_NAME.match(text, match.end())))
        for match in _ENGLISH.finditer(text)
    ]


def find_arabic_holders(text: str) -> list[Holder]:
    """The offices of an Arabic text in order, each with up to six words after it."""
    source = FoldedText(text)
    holders = []
    # للرئيس is ل before الرئيس; as long either way, so that places stay.
    folded = _TO_THE.sub(r"\1ال", source.folded)
    for match in _ARABIC.finditer(folded):
        words = _words(_ARABIC_NAME.match(folded, match.end()))
        names = tuple((word, source.span_in_text(end - 1, end)[1]) for word, end in words)
        start = match.start("deputy") if match["deputy"] else match.start("office")
        holders.append(Holder(_office(match, _ARABIC_OFFICES), source.span_in_text(start, start + 1)[0], names))
    return holders


def _office(match: re.Match[str], offices: Sequence[tuple[str, re.Pattern[str]]]) -> str:
    name = next(office for office, pattern in offices if pattern.fullmatch(match["office"]))
    return f"deputy {name}" if match["deputy"] else name


def _words(match: re.Match[str] | None) -> tuple[tuple[str, int], ...]:
    if not match:
        return ()
    start, end = match.span("names")
    return tuple((word[0], word.end()) for word in _WORD.finditer(match.string, start, end))


def find_office_conflicts(english: str, arabic: str) -> Iterator[tuple[str, str]]:
    """For each person who holds one office in the English text and another in the Arabic: both, as published.

    Nothing is said where either text also names the other's office: former ministers are presidents.
    """
    english_holders, arabic_holders = find_english_holders(english), find_arabic_holders(arabic)
    in_english = {holder.office for holder in english_holders}
    in_arabic = {holder.office for holder in arabic_holders}
    for here in english_holders:
        for there in arabic_holders:
            if here.office in in_arabic or there.office in in_english:
                continue
            if end := _last_shared(here, there):
                yield english[here.start : here.names[-1][1]], arabic[there.start : end]


def _last_shared(here: Holder, there: Holder) -> int | None:
    """Where the last Arabic word ends that names the person named in English; None where none does."""
    ends = [end for word, end in there.names if any(is_same_name(latin, word) for latin, _ in here.names)]
    return max(ends, default=None)
