"""The ministries that a text names, by what they are in charge of: the portfolios of the glossary of offices."""

import re
from collections.abc import Mapping

from crawler.comparison.offices import PORTFOLIOS
from crawler.comparison.statements import LanguageText, Statement, Weight
from crawler.models import ARABIC, ENGLISH
from crawler.models.forms import match_form

_FORMS: Mapping[str, Mapping[str, frozenset[str]]] = {
    ENGLISH: {form: frozenset({name}) for name, forms, _ in PORTFOLIOS for form in forms},
    ARABIC: {match_form(form): frozenset({name}) for name, _, forms in PORTFOLIOS for form in forms},
}


def _any_of(language: str, article: str) -> str:
    longest_first = sorted(_FORMS[language], key=lambda form: (-len(form), form))
    return "|".join(rf"\s+{article}".join(form.split()) for form in longest_first)


_ENGLISH = _any_of(ENGLISH, "")
_ARABIC = _any_of(ARABIC, "(?:ال)?")
_WORDS = {
    ENGLISH: re.compile(rf"\b(?:{_ENGLISH})\b"),
    ARABIC: re.compile(rf"(?<!\w)[وفبلك]?(?:ال|لل)?(?P<form>{_ARABIC})(?!\w)"),
}
# A ministry may have several portfolios, and a list of ministries is "the ministries of health and defence".
_MINISTRIES = {
    ENGLISH: re.compile(
        rf"\b(?:(?:{_ENGLISH})\s+(?:ministry|department)|(?:foreign|home)\s+office|"
        rf"(?:ministry|ministries|department)\s+of\s+(?:the\s+)?(?:{_ENGLISH})(?:(?:,?\s+and|,)\s+(?:{_ENGLISH})){{0,3}})\b"
    ),
    ARABIC: re.compile(
        rf"(?<!\w)[وفبلك]?(?:ال)?وزار(?:ه|تي|تا|ات)\s+(?:ال)?(?:{_ARABIC})"
        rf"(?:\s*،?\s+و?(?:ال)?(?:{_ARABIC})){{0,3}}(?!\w)"
    ),
}
_ARTICLE = re.compile(r"(?<!\w)ال")


def find_ministry_statements(text: LanguageText) -> list[Statement]:
    """The ministries that a text names in order; what one side alone names is no finding.

    Any other word for a portfolio is an answer: "the foreign minister" may be what the other side calls his ministry.
    """
    ministries = list(_MINISTRIES[text.language].finditer(text.folded))
    named = [_of_ministry(text, match.span()) for match in ministries]
    other = [
        text.statement("role", _named(text.language, match), match.span(), Weight.ANSWER)
        for match in _WORDS[text.language].finditer(text.folded)
        if not any(one.start() <= match.start() < one.end() for one in ministries)
    ]
    return sorted((*named, *other), key=lambda statement: statement.start)


def _of_ministry(text: LanguageText, place: tuple[int, int]) -> Statement:
    words = _WORDS[text.language].finditer(text.folded, *place)
    values = frozenset[str]().union(*(_named(text.language, word) for word in words))
    return text.statement("role", values, place, Weight.LOOSE)


def _named(language: str, match: re.Match[str]) -> frozenset[str]:
    form = match["form"] if language == ARABIC else match[0]
    return _FORMS[language][" ".join(_ARTICLE.sub("", form).split())]
