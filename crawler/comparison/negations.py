"""Negations that one side has and the other does not, as hints."""

import re
from collections.abc import Iterator, Sequence

from crawler.comparison.unit_texts import Place, Side, UnitTexts
from crawler.models import Discrepancy, Severity
from crawler.models.forms import match_form

_MIN_SCORE = 0.9
_MOST_LETTERS = 200
"""Of a side: in a longer one there is more than one sentence, and the negation may be in another."""
_ENGLISH = re.compile(r"\b(?:not|never|cannot|without|no|none|nobody|nothing|neither|nor)\b|\b\w+n['’]t\b")
# "Not only", "no longer", "whether or not" and the like are said without a negation in Arabic.
_ENGLISH_IDIOMS = re.compile(
    r"\bnot\s+(?:only|just|merely|least|yet)\b|\bor\s+not\b|\bno\s+(?:longer|doubt|matter|[0-9])|\bno\.\s?[0-9]"
    r"|\bnot\s+un\w+|\bnothing\s+(?:but|less)\b|\bnone\s+other\b|\b\w+n['’]t\b[^.?]*\?"
)
# What says no in another word; beginnings of words.
_ENGLISH_OTHER = re.compile(
    r"\b(?:un|in|im|ir|il|dis|non|asym)[-\w]{3,}|\b\w+less\b|\b(?:fail|refus|den[iy]|lack|reject|prevent|avoid|stop|ban"
    r"|prohibit|forb[ai]d|hard|bare|rare|seldom|few|little|only|except|absen|free|rather|instead|far|miss|against|refrain"
    r"|ceas|oppos|but|end|los[est]|last|halt|block|drop|too|if|long|exempt|out|abst|minor|no|withh|declin|empty|zero|least"
    r"|remov)"
)
_ARABIC = re.compile(rf"(?<!\w)[وفب]?(?:{match_form('لا|لم|لن|ليس|ليست|ليسوا|لسنا|لست|عدم|بدون|بلا|ولا')})(?!\w)")
_ARABIC_OTHER_WORDS = """غير دون سوى رفض نفي نفى نفت فشل منع حظر انعد خال مستحيل تجنب نادر ندر قليل فقط توقف نقص
    فتقر فقد عجز بعيد أقل صعب ممنوع محظور استثن بدل عوض مضاد رغم أبد امتن متن مانع تعذر سدى"""
# So short that many other words begin with them: إلا as الاتفاق, ما as مال.
_ARABIC_OTHER_WHOLE = "ما إلا إن لو لولا أي كلا قط كف حال قل"
_ARABIC_OTHER = re.compile(
    rf"(?<!\w)[وفبليتنا]{{0,4}}(?:{'|'.join(match_form(_ARABIC_OTHER_WORDS).split())})"
    rf"|(?<!\w)[وفبل]?(?:{'|'.join(match_form(_ARABIC_OTHER_WHOLE).split())})(?!\w)"
)
# "Still", "not less than", "doubtless", "no ... but", "no longer".
_ARABIC_IDIOMS = re.compile(
    rf"(?<!\w)[وفب]?(?:{match_form('لا سيما|لا [يت]?زال(?:ون)?|لا [يت](?:قل|زيد|تجاوز)|لا (?:شك|بد|بأس|أحد)|أم لا')}"
    rf"|{match_form('لم [يت]عد|ل[ام] [^.]*(?:إلا|سوى)')})(?!\w)"
)


def find_lost_negations(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """A sentence that is negated on one side, in a unit of one segment each that is quite sure."""
    for unit in units:
        if unit.score >= _MIN_SCORE and _is_short(unit.english) and _is_short(unit.arabic):
            english = _negations(unit.english, _ENGLISH, _ENGLISH_IDIOMS)
            arabic = _negations(unit.arabic, _ARABIC, _ARABIC_IDIOMS)
            if english and not arabic and not _ARABIC_OTHER.search(unit.arabic.reading.folded):
                yield unit.discrepancy("negation", Severity.HINT, english, [])
            elif arabic and not english and not _ENGLISH_OTHER.search(unit.english.reading.folded):
                yield unit.discrepancy("negation", Severity.HINT, [], arabic)


def _is_short(side: Side) -> bool:
    return len(side.refs) == 1 and len(side.text) <= _MOST_LETTERS


def _negations(side: Side, pattern: re.Pattern[str], idioms: re.Pattern[str]) -> list[Place]:
    folded = idioms.sub(lambda match: " " * len(match[0]), side.reading.folded)
    return [side.reading.span_in_text(*match.span()) for match in pattern.finditer(folded)]
