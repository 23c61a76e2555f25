"""The nouns of the glossary: names and titles with their renderings, how often, from when to when, and the changes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from math import log

from crawler.models.forms import match_form


@dataclass(frozen=True, slots=True)
class TermUse:
    """A name or title in one pair of texts that say the same, as written on both sides."""

    unit: int
    """Position of the translation unit."""
    words: str
    """The words of the English name that tell it from others, in match form: no "of", no "bin"."""
    english: str
    arabic: str
    """Its Arabic words joined by a space, the first one with whatever is prefixed to it."""
    is_sure: bool
    """False for what another text should confirm: a short name, one that is spelt a little otherwise, a title."""


@dataclass(frozen=True, slots=True)
class CountedUse:
    """So many uses of a name that are written alike, in the articles of one day."""

    use: TermUse
    day: date
    count: int


@dataclass(frozen=True, slots=True)
class SettledPair:
    """An English name or title and one rendering of it, each in its commonest spelling."""

    english: str
    arabic: str
    days: Mapping[date, int]
    """How often it was used in the articles of each day."""
    written: tuple[tuple[str, str], ...]
    """What stands in the texts: the spellings of both, with what is prefixed to the Arabic one; sorted."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a term is rendered."""

    text: str
    count: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Change:
    """A day on which another rendering became the usual one."""

    day: date
    """Of the first use of the new one after the change."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name or title in one language, with its renderings in the other, the commonest first."""

    text: str
    count: int
    first: date
    last: date
    renderings: tuple[Rendering, ...]
    change: Change | None
    """When the usual rendering changed; None where it did not, or too little is known."""


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of both languages, the commonest first, then by spelling."""

    english: tuple[Term, ...]
    arabic: tuple[Term, ...]


ARABIC_ARTICLE = match_form("ال")

_Days = Mapping[str, Counter[date]]
"""Rendering -> how often on which day."""

# Before a change is told, the one rendering must have been used so often, and the other after it.
_USES_LEAST = 3
# And each so much more than any other, in its time.
_USUAL_SHARE = 2 / 3
# And the division must say more than chance: of two renderings used at random, up to 34 % of the terms could be divided
# somewhere so that the above holds; with this likelihood ratio (G) of the best division it is under 3 %.
_LIKELIHOOD_RATIO_LEAST = 9.5


def build_glossary(pairs: Iterable[SettledPair]) -> Glossary:
    """The terms that these pairs make, in both directions."""
    pairs = list(pairs)
    return Glossary(build_terms(pairs), build_terms(map(turn_pair, pairs)))


def turn_pair(pair: SettledPair) -> SettledPair:
    """The pair with Arabic in the place of English."""
    return replace(pair, english=pair.arabic, arabic=pair.english)


def build_terms(pairs: Iterable[SettledPair]) -> tuple[Term, ...]:
    """The terms of what stands as English in the pairs; spellings with one match form are one."""
    by_term: dict[str, list[SettledPair]] = defaultdict(list)
    for pair in pairs:
        by_term[match_form(pair.english)].append(pair)
    terms = [build_term(group) for group in by_term.values()]
    return tuple(sorted(terms, key=lambda term: (-term.count, term.text)))


def build_term(pairs: Sequence[SettledPair]) -> Term:
    """The term that pairs of one make; at least one pair."""
    days = count_days(pairs)
    renderings = [Rendering(one, used.total(), min(used), max(used)) for one, used in days.items()]
    renderings.sort(key=lambda one: (-one.count, one.text))
    return Term(
        text=_commonest((pair.english, sum(pair.days.values())) for pair in pairs),
        count=sum(one.count for one in renderings),
        first=min(one.first for one in renderings),
        last=max(one.last for one in renderings),
        renderings=tuple(renderings),
        change=_find_change([one.text for one in renderings], days),
    )


def count_days(pairs: Iterable[SettledPair]) -> dict[str, Counter[date]]:
    """How often each rendering of one term was used on which day, by its commonest spelling."""
    by_form: dict[str, list[SettledPair]] = defaultdict(list)
    for pair in pairs:
        by_form[match_form(pair.arabic)].append(pair)
    counted: dict[str, Counter[date]] = {}
    for group in by_form.values():
        days: Counter[date] = Counter()
        for pair in group:
            days.update(pair.days)
        counted[_commonest((pair.arabic, sum(pair.days.values())) for pair in group)] = days
    return counted


def _commonest(spellings: Iterable[tuple[str, int]]) -> str:
    counts: Counter[str] = Counter()
    for text, count in spellings:
        counts[text] += count
    return min(counts, key=lambda text: (-counts[text], text))


def _find_change(renderings: Sequence[str], uses: _Days) -> Change | None:
    """The day that divides the uses best into a time of one rendering and a time of another."""
    if len(renderings) < 2:
        return None
    days = sorted({day for counts in uses.values() for day in counts})
    sums = {one: list(accumulate(uses[one][day] for day in days)) for one in renderings}
    best: tuple[int, Change, float] | None = None
    for place, day in enumerate(days[1:], 1):
        before = {one: sums[one][place - 1] for one in renderings}
        after = {one: sums[one][-1] - before[one] for one in renderings}
        old, new = _usual(before), _usual(after)
        if old and new and old != new and (best is None or before[old] + after[new] > best[0]):
            ratio = _likelihood_ratio(before[old], before[new], after[old], after[new])
            best = before[old] + after[new], Change(day, old, new), ratio
    return best[1] if best and best[2] >= _LIKELIHOOD_RATIO_LEAST else None


def _likelihood_ratio(old_before: int, new_before: int, old_after: int, new_after: int) -> float:
    """G of a table of two by two: how far from chance it is that the one rendering stands before and the other after.

    >>> round(_likelihood_ratio(4, 0, 0, 3), 1), round(_likelihood_ratio(4, 2, 2, 3), 1)
    (9.6, 0.8)
    """
    rows, columns = (
        (old_before + new_before, old_after + new_after),
        (old_before + old_after, new_before + new_after),
    )
    cells = (old_before, new_before, old_after, new_after)
    return 2 * (sum(map(_weighed, cells)) - sum(map(_weighed, (*rows, *columns))) + _weighed(sum(rows)))


def _weighed(count: int) -> float:
    return count * log(count) if count else 0.0


def _usual(counts: Mapping[str, int]) -> str | None:
    """The rendering that is plainly the usual one in these counts; None where none is."""
    most = max(counts, key=lambda one: counts[one])
    is_plain = counts[most] >= max(_USES_LEAST, _USUAL_SHARE * sum(counts.values()))
    return most if is_plain else None


def list_terms(terms: Iterable[Term], phrase: str) -> Iterator[Term]:
    """The terms that hold the word or words, or a rendering of which does; the last one may be a beginning."""
    wanted = match_form(phrase)
    for term in terms:
        if any(holds_words(match_form(text), wanted) for text in (term.text, *(one.text for one in term.renderings))):
            yield term


def holds_words(form: str, wanted: str) -> bool:
    """True where words stand in a text, both in match form; behind the Arabic article too.

    >>> holds_words("lloyd austin", "aus"), holds_words("lloyd austin", "loyd"), holds_words("بشار الاسد", "اسد")
    (True, False, True)
    """
    return any(f" {article}{wanted}" in f" {form}" for article in ("", ARABIC_ARTICLE))
