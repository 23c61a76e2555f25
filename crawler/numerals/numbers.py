"""Numbers in a text, in digits of any script and in words, with what each can mean.

What only looks like a number (times of day, telephone numbers, COVID-19, 5G, fractions, addresses) is left out.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crawler.folded_text import FoldedText
from crawler.models import ARABIC
from crawler.numerals.number_blanks import blank_no_numbers, with_plain_marks
from crawler.numerals.number_tokens import Kind, Token, find_tokens, may_bear_number


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text."""

    values: frozenset[Decimal]
    """What it can mean; more than one where the writing is ambiguous: 20.000, 5m."""
    start: int
    end: int
    """Where it stands in the text as published."""
    is_percent: bool = False
    is_exact: bool = True
    """False for ordinals, parts, one, two, "a thousand": they may answer a number, but are no finding themselves."""
    is_part: bool = False
    """True for halves, thirds, doubles, dozens: the other side may well say them in another way."""


_PERCENT = re.compile(
    r"في\s+الم[يا]+ه(?!\w)|بالم[يا]+ه(?!\w)|per\s?cent(?:age)?(?!\w)|\bpct\b|(?<=[0-9])pct?\b"
    r"|نق(?:اط|طه)\s+ميويه(?!\w)"  # percentage points
)
# 2019-20: the second year is short.
_SHORT_YEAR = re.compile(r"(?<![0-9])([12][0-9])[0-9]{2}\s?[-–/]\s?\Z")
_NEAR = 10
"""How many characters around a number are looked at for what belongs to it."""
_HUNDRED = re.compile("م[\u0640\u064b-\u0652]*[ئا]")
_GAP = re.compile(r"[\s+-]*")


def find_numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of a text in reading order; none overlap.

    >>> [sorted(number.values) for number in find_numbers("خمسة وعشرون قتيلاً و٣٠ ألف نازح", "ar")]
    [[Decimal('25')], [Decimal('30000')]]
    """
    source = FoldedText(text)
    folded, parts = _read(source, language)
    return tuple(_number(part, source, folded) for part in parts)


def number_values(source: FoldedText, language: str) -> Iterator[tuple[frozenset[Decimal], bool]]:
    """Of each number of a text, without its place: what it can mean, and whether it is exact."""
    folded, parts = _read(source, language)
    for part in parts:
        values = _values(part, folded)
        yield values, _is_exact(part, values)


def _read(source: FoldedText, language: str) -> tuple[str, list["_Part"]]:
    """The folded text, what is no number blanked, and the parts of it that are numbers."""
    if not may_bear_number(source.folded, language):
        return source.folded, []
    folded = blank_no_numbers(with_plain_marks(source.folded))
    folded = _PERCENT.sub(lambda match: "%".ljust(len(match[0])), folded)
    tokens = [token for token in find_tokens(folded, language) if not _is_dead(token, source)]
    parse = _parse_arabic if language == ARABIC else _parse_english
    return folded, [part for run in _runs(tokens, folded) for part in parse(run) if _says_something(part)]


def _is_dead(token: Token, source: FoldedText) -> bool:
    """ميتا, dead or Meta, folds to the same as مئتا: a hundred is written with its hamza or its alef."""
    if token.kind is not Kind.HUNDREDS:
        return False
    start, end = source.span_in_text(token.start, token.end)
    return not _HUNDRED.search(source.text[start:end])


def _runs(tokens: Sequence[Token], folded: str) -> Iterator[list[Token]]:
    """Tokens that stand side by side, with nothing but white space or a hyphen between them."""
    run: list[Token] = []
    for token in tokens:
        if run and not _GAP.fullmatch(folded, run[-1].end, token.start):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of tokens that make one number."""

    values: tuple[Decimal, ...]
    tokens: tuple[Token, ...]
    is_exact: bool


def _says_something(part: _Part) -> bool:
    """Not "one", nor an "and" that joins nothing."""
    return bool(part.values) and (part.values[0] != 1 or part.tokens[0].kind is Kind.DIGITS)


def _number(part: _Part, source: FoldedText, folded: str) -> Number:
    first, last = part.tokens[0].start, part.tokens[-1].end
    values = _values(part, folded)
    percent = folded[last : last + _NEAR].lstrip()[:1] == "%" or folded[max(0, first - 1) : first] == "%"
    start, end = source.span_in_text(first, last)
    is_part = part.tokens[0].kind is Kind.WHOLE and not _is_decade(part.values)
    return Number(values, start, end, percent, _is_exact(part, values), is_part)


def _values(part: _Part, folded: str) -> frozenset[Decimal]:
    first, last = part.tokens[0].start, part.tokens[-1].end
    if last - first == 2 and (before := _SHORT_YEAR.search(folded[max(0, first - _NEAR) : first])):
        return frozenset((*part.values, *(value + 100 * int(before[1]) for value in part.values)))
    return frozenset(part.values)


def _is_exact(part: _Part, values: frozenset[Decimal]) -> bool:
    return part.is_exact and len(values) == len(part.values)


def _is_decade(values: Sequence[Decimal]) -> bool:
    return len(values) == 2 and values[1] == values[0] + 1900


def _parse_english(run: Sequence[Token]) -> Iterator[_Part]:
    position = 0
    while position < len(run):
        end = _english_end(run, position)
        yield _english_part(run[position:end])
        position = end


_SMALL = (Kind.UNIT, Kind.TEEN, Kind.TENS)


def _english_end(run: Sequence[Token], start: int) -> int:
    """Where the number that begins at `start` ends: "two hundred and five" is one, "four and six" are two."""
    end = start + 1
    while run[start].kind is not Kind.AND and end < len(run) and _continues(run, start, end):
        end += 1
    return end


def _continues(run: Sequence[Token], start: int, position: int) -> bool:
    previous, token = run[position - 1], run[position]
    if run[start].kind is Kind.DIGITS and token.kind is not Kind.SCALE:
        return False
    if token.kind is Kind.SCALE:
        return previous.kind in (*_SMALL, Kind.DIGITS, Kind.SCALE)
    if token.kind is Kind.AND:
        return previous.kind is Kind.SCALE and position + 1 < len(run) and run[position + 1].kind in _SMALL
    if token.kind in (Kind.UNIT, Kind.ORDINAL) and previous.kind is Kind.TENS:
        return True
    return token.kind in _SMALL and previous.kind in (Kind.SCALE, Kind.AND) and position > 1


def _english_part(tokens: Sequence[Token]) -> _Part:
    first = tokens[0]
    if first.kind in (Kind.AND, Kind.WHOLE, Kind.ORDINAL):
        return _Part(first.values, tuple(tokens), is_exact=False)
    values = tuple(_english_value(tokens, start) for start in first.values)
    # "two" answers an Arabic dual; a scale alone is "a thousand" or "thousand-year-old".
    certain = first.kind is not Kind.SCALE and (first.kind is Kind.DIGITS or values[0] > 2)
    return _Part(values, tuple(tokens), certain and all(token.is_exact for token in tokens))


def _english_value(tokens: Sequence[Token], start: Decimal) -> Decimal:
    total, current = Decimal(0), start
    for token in tokens[1:]:
        if token.kind is Kind.SCALE and token.values[0] == 100:
            current *= 100
        elif token.kind is Kind.SCALE:
            total, current = total + max(current, Decimal(1)) * token.values[0], Decimal(0)
        elif token.kind is not Kind.AND:
            current += token.values[0]
    return total + current


def _parse_arabic(run: Sequence[Token]) -> Iterator[_Part]:
    position = 0
    while position < len(run):
        values, end, exact = _arabic_number(run, position)
        yield _Part(values, tuple(run[position:end]), exact)
        position = end


def _arabic_number(
    run: Sequence[Token], start: int, ceiling: Decimal | float = math.inf
) -> tuple[tuple[Decimal, ...], int, bool]:
    """The values of the number that begins at `start`, where it ends, and whether it is exact.

    A number that reaches the ceiling is not followed further: thousands are joined to millions, not the reverse.
    """
    values, end = _arabic_group(run, start)
    first = run[start]
    # ألف alone is "a thousand" or the letter alpha; ألفان are two thousand.
    exact = all(token.is_exact for token in run[start:end]) and first.kind is not Kind.SCALE
    exact = exact and bool(values) and (values[0] > 2 or first.kind is Kind.DIGITS)
    scale = first.values[0] if first.kind in (Kind.SCALE, Kind.DUAL_SCALE) else None
    if end < len(run) and run[end].kind is Kind.SCALE and values and not run[end].is_joined and not scale:
        scale = run[end].values[0]
        values, end = tuple(value * scale for value in values), end + 1
    if scale and values[0] < ceiling and (rest := _joined_at(run, end)):
        more, more_end, more_exact = _arabic_number(run, rest, scale)
        if more and more[0] < scale:
            sums = tuple(value + addition for value in values for addition in more)
            if run[rest].kind is not Kind.DIGITS:
                return sums, more_end, exact and more_exact
            # "30 thousand and 500" may be two numbers.
            return (*sums, *values, *more), more_end, False
    return values, end, exact


def _joined_at(run: Sequence[Token], position: int) -> int | None:
    """Where a number joined by و begins, if one does here: its own word, or the one after a detached و."""
    if position >= len(run):
        return None
    if run[position].kind is Kind.AND:
        return position + 1 if position + 1 < len(run) else None
    return position if run[position].is_joined else None


def _arabic_group(run: Sequence[Token], start: int) -> tuple[tuple[Decimal, ...], int]:
    """A number below a thousand, or one in digits; its values and where it ends."""
    first = run[start]
    following = run[start + 1] if start + 1 < len(run) else None
    if first.kind in (Kind.UNIT, Kind.ORDINAL) and following and not following.is_joined:
        if following.kind is Kind.TEN_OF_TEENS:
            # حادي is the first of eleventh and of twenty-first.
            return (first.values[0] % 10 + 10,), start + 2
        if following.kind is Kind.HUNDREDS and first.kind is Kind.UNIT and first.values[0] > 2:
            return _with_rest(run, first.values[0] * 100, start + 2)
    if first.kind is Kind.HUNDREDS:
        return _with_rest(run, first.values[0], start + 1)
    tens = _joined_at(run, start + 1) if first.kind in (Kind.UNIT, Kind.ORDINAL) else None
    if tens and run[tens].kind is Kind.TENS:
        return (first.values[0] % 10 + run[tens].values[0],), tens + 1
    return first.values, start + 1


def _with_rest(run: Sequence[Token], hundreds: Decimal, end: int) -> tuple[tuple[Decimal, ...], int]:
    """The hundreds with the tens and units that و joins to them."""
    rest = _joined_at(run, end)
    if rest is not None and run[rest].kind in (Kind.UNIT, Kind.TENS, Kind.TEN_OF_TEENS):
        values, rest_end = _arabic_group(run, rest)
        if values[0] < 100:
            return (hundreds + values[0],), rest_end
    return (hundreds,), end
