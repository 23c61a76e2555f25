"""What changed between two states of a text, word by word.

A word is what a reader takes for one: an Arabic word with its marks, its و and its ال, a number with its separators
and its percent sign, "al-Sayegh"; punctuation stands apart. Words are equal where their comparison forms are, so that
tatweel and invisible marks are no change, and an accent or a vowel mark is one.
"""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate

from crawler.models.forms import comparison_form


class Part(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one fate. Kept and added ones make the text as it is, kept and removed ones as it was."""

    part: Part
    text: str
    """With the white space that follows it; what is kept is as in the newer text."""


# What belongs to no word: ASCII, Latin-1 and Arabic punctuation, general punctuation, currency signs, symbols, CJK.
_PUNCTUATION = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u060c\u060d\u061b"
    r"\u061e\u061f\u066a-\u066d\u06d4\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2190-\u2bff\u3001-\u3020\ufd3e\ufd3f"
)
_LETTER = rf"[^\s{_PUNCTUATION}]"
_TOKEN = re.compile(
    rf"\d+(?:[.,٫٬/:]\d+)*[%٪]?(?!{_LETTER})"
    rf"|{_LETTER}+(?:['’ʼ\-\u2011]{_LETTER}+)*"
    r"|\S"
)
_IS_WORD = re.compile(_LETTER)
# difflib takes time with the pairs of equal words and with the stretches it finds: on a common paragraph a few
# hundred pairs. Beyond this (some seconds at worst) words that stand once on either side divide the text first.
MOST_PAIRS = 20_000


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    """Comparison form: what it is compared by."""
    text: str
    """As written, with the white space that follows."""


def diff_words(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order, removed before added; one kept piece where they look the same.

    difflib finds the longest stretches of equal words. Of texts too long for it, words that stand exactly once in
    each divide them, and what lies between two of those is compared so; where there are none, all between is removed
    and added: the time grows with the length, nearly in line with it.

    >>> [(piece.part.value, piece.text) for piece in diff_words("150 families left", "151 families left")]
    [('removed', '150 '), ('added', '151 '), ('kept', 'families left')]
    """
    if comparison_form(before) == comparison_form(after):
        return (Piece(Part.KEPT, after),) if after else ()
    old, new = _tokens(before), _tokens(after)
    if [token.key for token in old] == [token.key for token in new]:  # only white space differs
        old, new = _with_spaces(old), _with_spaces(new)
    kept = match_sequences([token.key for token in old], [token.key for token in new])
    return tuple(_pieces(old, new, _without_crumbs(old, new, kept)))


def match_sequences(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """(start in `old`, start in `new`, length) of the stretches that stand in both, in the order of both."""
    matches: list[tuple[int, int, int]] = []
    for match in _matches(old, new):
        start, new_start, size = matches[-1] if matches else match
        if matches and match[:2] == (start + size, new_start + size):
            matches[-1] = (start, new_start, size + match[2])
        else:
            matches.append(match)
    return matches


def _matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """The same, where one stretch may follow at once on another: the common start and end, and what lies between."""
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    if start:
        yield 0, 0, start
    low, new_low = start, start
    for high, new_high in (*_anchors(old, new, start, end), (len(old) - end, len(new) - end)):
        if _pairs(old[low:high], new[new_low:new_high]) <= MOST_PAIRS:
            matcher = SequenceMatcher(None, old[low:high], new[new_low:new_high], autojunk=False)
            yield from ((low + a, new_low + b, size) for a, b, size in matcher.get_matching_blocks() if size)
        if high < len(old) - end:
            yield high, new_high, 1
        low, new_low = high + 1, new_high + 1
    if end:
        yield len(old) - end, len(new) - end, end


def _common_start(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    shorter = min(len(old), len(new))
    return next((place for place in range(shorter) if old[place] != new[place]), shorter)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], start: int, end: int) -> list[tuple[int, int]]:
    """Places of what stands once in each between start and end, in the order of both; none where none is needed."""
    last, new_last = len(old) - end, len(new) - end
    if _pairs(old[start:last], new[start:new_last]) <= MOST_PAIRS:
        return []
    places, new_places = _single_places(old, start, last), _single_places(new, start, new_last)
    shared = [(place, new_places[value]) for value, place in places.items() if value in new_places]
    return [shared[index] for index in longest_increase([place for _, place in shared])]


def _single_places(values: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    again: set[Hashable] = set()
    for place in range(start, end):
        if values[place] in places:
            again.add(values[place])
        places[values[place]] = place
    return {value: place for value, place in places.items() if value not in again}


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    counts: dict[Hashable, int] = {}
    for value in new:
        counts[value] = counts.get(value, 0) + 1
    return sum(counts.get(value, 0) for value in old)


def longest_increase(values: Sequence[int]) -> list[int]:
    """Indexes of a longest increasing subsequence (patience sorting).

    >>> longest_increase([3, 0, 1, 5, 2])
    [1, 2, 4]
    """
    tops: list[int] = []
    top_indexes: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tops, value)
        tops[pile : pile + 1] = [value]
        top_indexes[pile : pile + 1] = [index]
        before.append(top_indexes[pile - 1] if pile else -1)
    chain: list[int] = []
    index = top_indexes[-1] if top_indexes else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def _tokens(text: str) -> list[_Token]:
    """The words and marks of a text; what cannot be seen belongs to the word before it."""
    forms: dict[str, str] = {}
    seen: list[tuple[int, str]] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if word not in forms:
            forms[word] = comparison_form(word)
        if forms[word]:
            seen.append((match.start(), forms[word]))
    starts = [0, *(start for start, _ in seen[1:])]
    ends = [*starts[1:], len(text)]
    return [_Token(key, text[start:end]) for (_, key), start, end in zip(seen, starts, ends, strict=False)]


def _with_spaces(tokens: Iterable[_Token]) -> list[_Token]:
    return [_Token(token.key + " " * _ends_in_space(token), token.text) for token in tokens]


def _ends_in_space(token: _Token) -> bool:
    """True where white space follows its word, before marks that cannot be seen perhaps."""
    return comparison_form(f"{token.text}x") != f"{token.key}x"


def _without_crumbs(
    old: Sequence[_Token], new: Sequence[_Token], kept: Sequence[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """The kept stretches without those that are small beside what changed before and after them.

    A sentence that was written anew still shares its "of the" with the old one; showing that helps nobody.
    """
    words, new_words = _words_before(old), _words_before(new)
    left: list[tuple[int, int, int]] = []
    low, new_low = 0, 0
    following = [*kept, (len(old), len(new), 0)][1:]
    for (start, new_start, size), (next_start, next_new, _) in zip(kept, following, strict=True):
        end, new_end = start + size, new_start + size
        before = max(words[start] - words[low], new_words[new_start] - new_words[new_low])
        after = max(words[next_start] - words[end], new_words[next_new] - new_words[new_end])
        if 2 * max(words[end] - words[start], 1) > min(before, after):
            left.append((start, new_start, size))
            low, new_low = end, new_end
    return left


def _words_before(tokens: Sequence[_Token]) -> list[int]:
    """How many words stand before each token, and in all."""
    return [0, *accumulate(bool(_IS_WORD.match(token.key)) for token in tokens)]


def _pieces(old: Sequence[_Token], new: Sequence[_Token], kept: Sequence[tuple[int, int, int]]) -> Iterator[Piece]:
    low, new_low, stays = 0, 0, ""
    for start, new_start, size in (*kept, (len(old), len(new), 0)):
        removed, added = _join(old[low:start]), _join(new[new_low:new_start])
        if low and new_low:
            # White space after what is kept goes with what is removed or added where only one of the texts has it:
            # "left[- today-]."
            space, new_space = _space(old[low - 1]), _space(new[new_low - 1])
            if added and new_space and not space:
                stays, added = stays.removesuffix(new_space), new_space + added
            if removed and space and not new_space:
                removed = space + removed
        for part, text in ((Part.KEPT, stays), (Part.REMOVED, removed), (Part.ADDED, added)):
            if text:
                yield Piece(part, text)
        stays = _join(new[new_start : new_start + size])
        low, new_low = start + size, new_start + size


def _join(tokens: Iterable[_Token]) -> str:
    return "".join(token.text for token in tokens)


def _space(token: _Token) -> str:
    return token.text[len(token.text.rstrip()) :]
