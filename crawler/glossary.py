"""The glossary: names and titles with their renderings, mined from aligned texts with the days they are of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from crawler.capitalised import find_phrase, find_runs, learn_casing
from crawler.clitics import bare_forms
from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.renderings import Rendered, arabic_words, find_renderings


@dataclass(frozen=True, slots=True)
class AlignedText:
    """An English and an Arabic text that say the same."""

    english: str
    arabic: str
    day: date
    """Of the article."""


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


# Before a change is told, the one rendering must have been used so often, and the other after it.
_USES_LEAST = 3
# And each so much more than any other, in its time.
_USUAL_SHARE = 2 / 3

_Uses = Counter[tuple[str, str, date]]
"""(English, Arabic, day) -> how often."""


def mine_glossary(pairs: Iterable[AlignedText], lexicon: Lexicon | None = None, phrase: str = "") -> Glossary:
    """The names and titles in aligned texts, and an English word or words asked for, with what renders them.

    `pairs` is gone through twice. The result does not depend on its order. Without a lexicon, only what is written
    out by its sound is found.
    """
    uses = count_uses(pairs, lexicon, phrase)
    turned = {(arabic, english, day): count for (english, arabic, day), count in uses.items()}
    return Glossary(_terms(uses), _terms(turned))


def count_uses(pairs: Iterable[AlignedText], lexicon: Lexicon | None = None, phrase: str = "") -> _Uses:
    """How often each name or title was rendered how, by day; spellings that differ in case or vowel signs are one."""
    casing = learn_casing(pair.english for pair in pairs)
    found: Counter[tuple[Rendered, date]] = Counter()
    for pair in pairs:
        runs = [*find_phrase(pair.english, phrase), *find_runs(pair.english, casing)]
        if runs:
            for rendered in find_renderings(runs, arabic_words(pair.arabic), lexicon):
                found[rendered, pair.day] += 1
    return _spelt_alike(_settled(found, lexicon))


def _settled(found: Mapping[tuple[Rendered, date], int], lexicon: Lexicon | None) -> _Uses:
    """The renderings without prefixed letters, and without what no second text confirms."""
    by_english: dict[tuple[str, ...], list[tuple[Rendered, date, int]]] = defaultdict(list)
    for (rendered, day), count in found.items():
        by_english[rendered.words].append((rendered, day, count))
    uses: _Uses = Counter()
    for words, group in by_english.items():
        bare = bare_forms(words, (rendered.arabic for rendered, _, _ in group), lexicon)
        confirmed: Counter[str] = Counter()
        for rendered, _, count in group:
            confirmed[match_form(bare[rendered.arabic])] += count
        for rendered, day, count in group:
            arabic = bare[rendered.arabic]
            if rendered.is_sure or confirmed[match_form(arabic)] > 1:
                uses[rendered.english, arabic, day] += count
    return uses


def _spelt_alike(uses: _Uses) -> _Uses:
    """Each text in the commonest of its spellings that have one match form."""
    english, arabic = _commonest(uses, 0), _commonest(uses, 1)
    merged: _Uses = Counter()
    for (one, other, day), count in uses.items():
        merged[english[match_form(one)], arabic[match_form(other)], day] += count
    return merged


def _commonest(uses: _Uses, side: int) -> dict[str, str]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for use, count in uses.items():
        text = str(use[side])
        spellings[match_form(text)][text] += count
    return {form: min(counts, key=lambda text: (-counts[text], text)) for form, counts in spellings.items()}


def _terms(uses: Mapping[tuple[str, str, date], int]) -> tuple[Term, ...]:
    by_term: dict[str, dict[str, Counter[date]]] = defaultdict(lambda: defaultdict(Counter))
    for (term, rendering, day), count in uses.items():
        by_term[term][rendering][day] += count
    terms = [_term(text, renderings) for text, renderings in by_term.items()]
    return tuple(sorted(terms, key=lambda term: (-term.count, term.text)))


def _term(text: str, uses: Mapping[str, Counter[date]]) -> Term:
    renderings = [Rendering(one, days.total(), min(days), max(days)) for one, days in uses.items()]
    renderings.sort(key=lambda one: (-one.count, one.text))
    return Term(
        text=text,
        count=sum(one.count for one in renderings),
        first=min(one.first for one in renderings),
        last=max(one.last for one in renderings),
        renderings=tuple(renderings),
        change=_find_change([one.text for one in renderings], uses),
    )


def _find_change(renderings: Sequence[str], uses: Mapping[str, Counter[date]]) -> Change | None:
    """The day that divides the uses best into a time of one rendering and a time of another."""
    days = sorted({day for counts in uses.values() for day in counts})
    sums = {one: list(accumulate(uses[one][day] for day in days)) for one in renderings}
    best: tuple[int, Change] | None = None
    for place, day in enumerate(days[1:], 1):
        before = {one: sums[one][place - 1] for one in renderings}
        after = {one: sums[one][-1] - before[one] for one in renderings}
        old, new = _usual(before), _usual(after)
        if old and new and old != new and (best is None or before[old] + after[new] > best[0]):
            best = before[old] + after[new], Change(day, old, new)
    return best[1] if best else None


def _usual(counts: Mapping[str, int]) -> str | None:
    """The rendering that is plainly the usual one in these counts; None where none is."""
    most = max(counts, key=lambda one: counts[one])
    is_plain = counts[most] >= max(_USES_LEAST, _USUAL_SHARE * sum(counts.values()))
    return most if is_plain else None


def list_terms(terms: Iterable[Term], phrase: str) -> Iterator[Term]:
    """The terms that hold the word or words, or a rendering of which does."""
    wanted = match_form(phrase).split()
    for term in terms:
        if any(_holds(text, wanted) for text in (term.text, *(one.text for one in term.renderings))):
            yield term


def _holds(text: str, wanted: Sequence[str]) -> bool:
    words = match_form(text).split()
    return any(words[place : place + len(wanted)] == list(wanted) for place in range(len(words)))
