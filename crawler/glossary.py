"""The glossary: names and titles with their renderings, mined from aligned texts with the days they are of.

In two steps, so that an archive need not be mined anew for each article: `find_uses` finds what stands in one
article's texts, `settle_uses` says of all uses of one name what its renderings are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.models.terms import CountedUse, Glossary, SettledPair, TermUse, build_glossary
from crawler.naming.capitalised import SMALL_WORDS, Casing, find_phrase, find_runs, learn_casing
from crawler.naming.clitics import bare_forms
from crawler.naming.renderings import arabic_words, find_renderings


@dataclass(frozen=True, slots=True)
class AlignedText:
    """An English and an Arabic text that say the same."""

    english: str
    arabic: str
    day: date
    """Of the article."""


def mine_glossary(pairs: Iterable[AlignedText], lexicon: Lexicon | None = None, phrase: str = "") -> Glossary:
    """The names and titles in aligned texts, and an English word or words asked for, with what renders them.

    `pairs` is gone through twice. The result does not depend on its order. Without a lexicon, only what is written
    out by its sound is found.
    """
    casing = learn_casing(pair.english for pair in pairs)
    counted: Counter[tuple[TermUse, date]] = Counter()
    for pair in pairs:
        for use in find_uses([(0, pair.english, pair.arabic)], casing, lexicon, phrase):
            counted[use, pair.day] += 1
    return build_glossary(settle_all((CountedUse(use, day, count) for (use, day), count in counted.items()), lexicon))


def find_uses(
    units: Iterable[tuple[int, str, str]], casing: Casing, lexicon: Lexicon | None = None, phrase: str = ""
) -> Iterator[TermUse]:
    """The names and titles in an article's units, (position, English, Arabic), that are rendered there, in order."""
    for unit, english, arabic in units:
        runs = [*find_phrase(english, phrase), *find_runs(english, casing)]
        for one in find_renderings(runs, arabic_words(arabic), lexicon) if runs else ():
            # A name of small words alone is told from others by these.
            words = [word for word in one.words if word not in SMALL_WORDS] or one.words
            yield TermUse(unit, " ".join(words), one.english, " ".join(one.arabic), one.is_sure)


def settle_all(counted: Iterable[CountedUse], lexicon: Lexicon | None) -> Iterator[SettledPair]:
    """The renderings of all names that are used."""
    by_words: dict[str, list[CountedUse]] = defaultdict(list)
    for one in counted:
        by_words[one.use.words].append(one)
    for group in by_words.values():
        yield from settle_uses(group, lexicon)


def settle_uses(counted: Sequence[CountedUse], lexicon: Lexicon | None) -> tuple[SettledPair, ...]:
    """What renders one name, from all its uses: without prefixed letters, without what no second text confirms.

    Spellings that differ in case or vowel signs are one. The same for the same uses in whatever order.
    """
    if not counted:
        return ()
    words = counted[0].use.words.split()
    bare = bare_forms(words, sorted(tuple(one.use.arabic.split()) for one in counted), lexicon)
    found = [(one, bare[tuple(one.use.arabic.split())]) for one in counted]
    confirmed: Counter[str] = Counter()
    for one, arabic in found:
        confirmed[match_form(arabic)] += one.count
    kept = [(one, arabic) for one, arabic in found if one.use.is_sure or confirmed[match_form(arabic)] > 1]
    return tuple(_merge(kept))


def _merge(kept: Sequence[tuple[CountedUse, str]]) -> Iterator[SettledPair]:
    """A pair for each two match forms, in the commonest spellings."""
    english = _commonest((one.use.english, one.count) for one, _ in kept)
    arabic = _commonest((text, one.count) for one, text in kept)
    days: dict[tuple[str, str], Counter[date]] = defaultdict(Counter)
    written: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one, text in kept:
        pair = english[match_form(one.use.english)], arabic[match_form(text)]
        days[pair][one.day] += one.count
        written[pair].add((one.use.english, one.use.arabic))
    for pair in sorted(days):
        yield SettledPair(*pair, dict(sorted(days[pair].items())), tuple(sorted(written[pair])))


def _commonest(spellings: Iterable[tuple[str, int]]) -> Mapping[str, str]:
    """Match form -> the commonest of its spellings."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for text, count in spellings:
        counted[match_form(text)][text] += count
    return {form: min(counts, key=lambda text: (-counts[text], text)) for form, counts in counted.items()}
