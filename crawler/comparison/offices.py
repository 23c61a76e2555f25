"""Offices of state and ranks beside a person's name, in English and in Arabic, from a glossary (`offices.tsv`).

Only what names one office in both languages is in it, or what names one of a few.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from crawler.alignment.skeletons import is_same_name
from crawler.folded_text import FoldedText
from crawler.models.forms import match_form

_FEMININE = "ه?"
_ENGLISH_MINISTERS = (
    "{0} minister",
    "{0} secretary",
    "minister of {0}",
    "minister for {0}",
    "minister of the {0}",
    "secretary of state for {0}",
    "secretary of {0}",
    "secretary of the {0}",
    "{0} secretary of state",
)
# Anything of these before an office makes another office of it.
_ENGLISH_DEPUTY = r"(?:vice|deputy|assistant|under|junior|shadow|acting)[- ]"
_ARABIC_DEPUTY = match_form("(?:نائبه?|وكيله?|مساعده?)")


@dataclass(frozen=True, slots=True)
class _Row:
    sort: str
    name: str
    english: tuple[str, ...]
    arabic: tuple[str, ...]


def _rows() -> Iterator[_Row]:
    for line in files("crawler.comparison").joinpath("offices.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, name, *forms = line.split("\t")
            english, arabic = (tuple(form for form in cell.split("|") if form) for cell in (*forms, "")[:2])
            yield _Row(sort, name, english, arabic)


def _english_forms() -> dict[str, frozenset[str]]:
    """Each English form in small letters -> the offices it can name."""
    forms: dict[str, frozenset[str]] = {}
    for row in _rows():
        if row.sort == "portfolio":
            names = {f"{row.name} minister"}
            found = [pattern.format(form) for form in row.english for pattern in _ENGLISH_MINISTERS]
        else:
            names, found = {row.name}, list(row.english)
        for form in found:
            forms[form] = forms.get(form, frozenset()) | names
    return forms


def _arabic_forms() -> list[tuple[str, str]]:
    """(pattern of an Arabic form in match form, the office), the longest first."""
    found = []
    for row in _rows():
        for form in row.arabic:
            words = match_form(f"وزير {form}" if row.sort == "portfolio" else form).split()
            name = f"{row.name} minister" if row.sort == "portfolio" else row.name
            first = f"{words[0]}{_FEMININE}" if words[0].startswith("ال") else f"(?:ال)?{words[0]}{_FEMININE}"
            found.append((r"\s+".join((first, *(f"(?:ال)?{word}" for word in words[1:]))), name))
    return sorted(found, key=lambda pair: -len(pair[0]))


PORTFOLIOS = tuple((row.name, row.english, row.arabic) for row in _rows() if row.sort == "portfolio")
"""What ministers and ministries are in charge of: (name, English forms, Arabic forms without the article)."""
_ENGLISH_FORMS: Mapping[str, frozenset[str]] = _english_forms()
_ARABIC_FORMS = [(re.compile(pattern), name) for pattern, name in _arabic_forms()]


def _english_pattern() -> str:
    longest_first = sorted(_ENGLISH_FORMS, key=lambda form: (-len(form), form))
    # "Secretary of State for" a portfolio that is not in the glossary is nobody's.
    return "|".join(form.replace(" ", r"\s+") + r"(?!\s+for\b)" * form.endswith("of state") for form in longest_first)


_CAPITALISED = r"(?:(?:al|el|bin|ibn|abu|de|von|van)[- ])?[A-ZÀ-Ž][\w’'-]*"
_DEMONYM = r"(?:(?:[A-Z]\w+(?:an|ish|ese|i|qi|ch)|U\.?S\.?|U\.?K\.?)\s+)?"
# What stands between a name and an office is no part of the name.
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Gen|Sir|Sheikh)\.?\s+"
_ENGLISH = re.compile(rf"\b{_DEMONYM}(?P<deputy>(?i:{_ENGLISH_DEPUTY}))?(?P<office>(?i:{_english_pattern()}))\b")
_ARABIC = re.compile(
    rf"(?<!\w)[وفبل]?(?P<deputy>{_ARABIC_DEPUTY}\s+)?(?P<office>{'|'.join(p.pattern for p, _ in _ARABIC_FORMS)})(?!\w)"
)
# A name stands right after its office in English; in Arabic an adjective or two come between.
_ENGLISH_NAME = re.compile(rf",?\s+(?:{_TITLE})?(?P<names>{_CAPITALISED}(?:\s+{_CAPITALISED}){{0,3}})")
_ARABIC_NAME = re.compile(r"(?P<names>(?:[\s،,]+[^\W\d_]+){1,6})")
# "Lloyd Austin, the defence secretary"; لويد أوستن، وزير الدفاع.
_ENGLISH_NAME_BEFORE = re.compile(rf"(?P<names>{_CAPITALISED}(?:\s+{_CAPITALISED}){{1,3}}),\s+(?:the\s+)?$")
_ARABIC_NAME_BEFORE = re.compile(r"(?<!\w)(?P<names>[^\W\d_]+(?:\s+[^\W\d_]+){1,3})\s?[،,]\s+$")
_LONGEST_NAME = 80
_TO_THE = re.compile(r"(?<!\w)([وف]?)لل")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """An office named in a text, with the words beside it that may name the person who holds it."""

    offices: frozenset[str]
    """What it can mean."""
    start: int
    """Where it begins, or the name before it."""
    end: int
    """Where it ends, without a name after it."""
    names: tuple[tuple[str, int], ...]
    """(word, where it ends in the text): those after it, else those before it and a comma; empty where none are."""


def find_english_holders(text: str) -> list[Holder]:
    """The offices of an English text in order, each with the capitalised words right after or before it.

    >>> [(set(holder.offices), holder.names) for holder in find_english_holders("Defense Secretary Lloyd Austin said")]
    [({'defence minister'}, (('Lloyd', 23), ('Austin', 30)))]
    """
    holders = []
    for match in _ENGLISH.finditer(text):
        offices = _ENGLISH_FORMS[" ".join(match["office"].lower().split())]
        before = _before(_ENGLISH_NAME_BEFORE, text, match.start())
        found = _ENGLISH_NAME.match(text, match.end()) or before
        start = before.start("names") if before and found is before else match.start()
        holders.append(Holder(_deputies(offices, match), start, match.end(), _words(found)))
    return holders


def find_arabic_holders(text: str) -> list[Holder]:
    """The offices of an Arabic text in order, each with up to six words after it, then up to four before a comma."""
    source = FoldedText(text)
    holders = []
    # للرئيس is ل before الرئيس; as long either way, so that places stay.
    folded = _TO_THE.sub(r"\1ال", source.folded)
    for match in _ARABIC.finditer(folded):
        before = _before(_ARABIC_NAME_BEFORE, folded, match.start())
        words = (*_words(_ARABIC_NAME.match(folded, match.end())), *_words(before))
        names = tuple((word, source.span_in_text(end - 1, end)[1]) for word, end in words)
        start, end = source.span_in_text(match.start("deputy" if match["deputy"] else "office"), match.end())
        offices = frozenset(name for pattern, name in _ARABIC_FORMS if pattern.fullmatch(match["office"]))
        holders.append(Holder(_deputies(offices, match), start, end, names))
    return holders


def _deputies(offices: frozenset[str], match: re.Match[str]) -> frozenset[str]:
    return frozenset(f"deputy {name}" for name in offices) if match["deputy"] else offices


def _before(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """The name that ends right before a place of the text."""
    return pattern.search(text, max(0, end - _LONGEST_NAME), end)


def _words(match: re.Match[str] | None) -> tuple[tuple[str, int], ...]:
    if not match:
        return ()
    start, end = match.span("names")
    return tuple((word[0], word.end()) for word in _WORD.finditer(match.string, start, end))


_Place = tuple[int, int]


def find_office_conflicts(english: str, arabic: str) -> Iterator[tuple[_Place, _Place]]:
    """For each person who holds one office in the English text and another in the Arabic: where both stand.

    Nothing is said where either text also names the other's office: former ministers are presidents.
    """
    english_holders, arabic_holders = find_english_holders(english), find_arabic_holders(arabic)
    in_english = frozenset(office for holder in english_holders for office in holder.offices)
    in_arabic = frozenset(office for holder in arabic_holders for office in holder.offices)
    english_holders = [one for one in english_holders[:_MOST] if one.names and not one.offices & in_arabic]
    arabic_holders = [one for one in arabic_holders[:_MOST] if one.names and not one.offices & in_english]
    for here in english_holders:
        for there in arabic_holders:
            if end := _last_shared(here, there):
                yield (here.start, max(here.end, here.names[-1][1])), (there.start, max(there.end, end))


_MOST = 20
"""How many offices of a unit are held against each other; more are a list."""


def _last_shared(here: Holder, there: Holder) -> int | None:
    """Where the last Arabic word ends that names the person named in English; None where none does."""
    ends = [end for word, end in there.names if any(is_same_name(latin, word) for latin, _ in here.names)]
    return max(ends, default=None)
