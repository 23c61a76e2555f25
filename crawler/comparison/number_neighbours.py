"""What a number means together with the words beside it: $5 m, two dozen, مليون ونصف المليون, 5 to 7 million."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawler.comparison.statements import LanguageText
from crawler.models import ARABIC
from crawler.models.forms import match_form
from crawler.numerals.numbers import Number

_SCALES = {
    match_form(word): Decimal(10) ** power
    for words, power in (
        ("hundred", 2),
        ("thousand ألف آلاف", 3),
        ("million مليون ملايين", 6),
        ("billion bn مليار بليون", 9),
        ("trillion tn تريليون", 12),
    )
    for word in words.split()
}
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_PARTS = {"half": "0.5", "quarter": "0.25", "نصف": "0.5", "ربع": "0.25", "ثلث": "0.33"}
# "2 and a half million", مليون ونصف المليون, 12 ونصف.
_AND_A_PART = re.compile(rf"\s+(?:and\s+an?\s+|و(?:ال)?)({'|'.join(_PARTS)})(?!\w)(?:[\s-]+(?:ال)?({_SCALE})(?!\w))?")
# "$5 m" is no length, nor is 5 م دولار; detached letters are.
_LETTERS = {"m": 10**6, "b": 10**9, "k": 10**3, "م": 10**6}
_LETTER_AFTER = re.compile(r"\s(m|b|k)(?![\w'’])")
_MILLION_OF_MONEY = re.compile(r"\s?(م)\.?\s?(?:د\.|دولار|يورو|جنيه|ريال|دينار|درهم|ليره)")
_MONEY_SIGN = re.compile(r"[$€£]\s?$")
_DOZEN = re.compile(r"(?:\s+an?)?[\s-]dozen(?!\w)")
_HALF = Decimal("0.5")
_TO = re.compile(r"[\s%]*(?P<sign>-|–|—|الي|حتي|to)?(?P<word>و|او|and|or)?\s*[$€£]?\s*")
_BETWEEN = re.compile(r"(?:between|بين)\s+$")
_LONGEST_WORD = 10
_LONGEST_BETWEEN = 8
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a number of a text can mean."""

    values: frozenset[Decimal]
    is_percent: bool


def find_meanings(numbers: Sequence[Number], text: LanguageText) -> Iterator[Meaning]:
    """What each of a text's numbers means, with what stands beside it."""
    for at, number in enumerate(numbers):
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        start, end = text.folded_position(number.start), text.folded_position(number.end)
        values = _with_words(number.values, text, start, end)
        is_percent = number.is_percent
        if after is not None and (to := _to(text.folded, end, text.folded_position(after.start))):
            values |= _scaled_like(values, after)
            is_one = to["sign"] or _BETWEEN.search(text.folded, max(0, start - _LONGEST_WORD), start)
            is_percent |= after.is_percent and bool(is_one) and max(values) <= _HUNDRED
        yield Meaning(values, is_percent)


def _with_words(values: frozenset[Decimal], text: LanguageText, start: int, end: int) -> frozenset[Decimal]:
    folded = text.folded
    if scale := _scale_of_letter(text, start, end):
        return frozenset(value * scale for value in values)
    if match := _AND_A_PART.match(folded, end):
        part = Decimal(_PARTS[match[1]])
        return values | {value + part * _part_of(value, match[2]) for value in values}
    if text.language != ARABIC and _DOZEN.match(folded, end):
        return values | {value * 12 for value in values if value == _HALF or value > 1}
    return values


def _scale_of_letter(text: LanguageText, start: int, end: int) -> int | None:
    if text.language == ARABIC:
        after = _MILLION_OF_MONEY.match(text.folded, end)
        return _LETTERS[after[1]] if after else None
    letter = _LETTER_AFTER.match(text.folded, end)
    return _LETTERS[letter[1]] if letter and _MONEY_SIGN.search(text.folded, max(0, start - 2), start) else None


def _part_of(value: Decimal, scale: str | None) -> Decimal:
    """What there is a half of: the scale that is named, else the number's: of two million a million, of 12 one."""
    if scale is not None:
        return _SCALES[scale]
    whole = (power for power in sorted(_SCALES.values(), reverse=True) if value >= power > _HUNDRED)
    return next((power for power in whole if value % power == 0), Decimal(1))


def _to(folded: str, end: int, start: int) -> re.Match[str] | None:
    """What stands between two numbers of a range; None where something else does."""
    return _TO.fullmatch(folded, end, start) if start - end <= _LONGEST_BETWEEN else None


def _scaled_like(values: frozenset[Decimal], after: Number) -> frozenset[Decimal]:
    """Of "five to seven thousand" the first is five thousand too."""
    for scale in (10**12, 10**9, 10**6, 10**3):
        if max(after.values) >= scale:
            return frozenset(value * scale for value in values if value < max(after.values) / scale)
    return frozenset()
