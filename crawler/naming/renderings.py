"""Which Arabic words render an English name or title in one pair of aligned texts.

A word of a name is found by its consonant skeleton, any other by the lexicon; a name of several words answers to
neighbouring Arabic words, in the same order or, as in "Ministry of Defence", in another.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from statistics import fmean

from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.naming.capitalised import Run, Word
from crawler.naming.lexicon_words import look_up, stem_arabic, stems_of_english
from crawler.naming.name_sounds import is_short_name, name_sureness, sounds_of_arabic, sounds_of_english


@dataclass(frozen=True, slots=True)
class ArabicWord:
    """One word of an Arabic text."""

    text: str
    folded: str
    is_apart: bool
    """True where more than white space stands between it and the word before."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A name or title in one pair of texts, as written on both sides."""

    english: str
    arabic: tuple[str, ...]
    """Its Arabic words as written, the first one with whatever is prefixed to it."""
    words: tuple[str, ...]
    """The English words with a capital, in match form."""
    is_sure: bool
    """False for what another text should confirm: a short name, one that is spelt a little otherwise, a title."""


@dataclass(frozen=True, slots=True)
class _Link:
    """An English word and the Arabic words, mostly one, that render it."""

    place: int
    width: int
    sureness: float
    kind: str


_NAME, _SHORT, _WORD = "name", "short", "word"
_PREFIX_KEY = "+"
_ACRONYM = re.compile("[A-Z]{2}|[a-z][A-Z]")
_ARABIC_WORD = re.compile("[\u0621-\u064a\u064b-\u0652\u0670\u0671\u0640\u067e\u0686\u06a4\u06af]+")
# May stand within a rendering without an English word of its own.
_PARTICLES = frozenset(match_form(word) for word in "في من على إلى بن ابن بنت آل أبو أم عبد".split())
# Written together with the next word in English: Abdulrahman, Abu Dhabi.
_PREFIX_WORDS = frozenset(match_form(word) for word in "عبد أبو أبي أم بن ابن سيف نور".split())
_LEXICON_LEAST = 0.1
"""Within a title of several words."""
_LEXICON_MEAN_LEAST = 0.2
"""Words that stand together in one article only are known alike, each with all: of two such titles one is wrong."""
_LEXICON_LEAST_ALONE = 0.35
_NEIGHBOUR_SHARE = 0.5
"""A neighbour of such a word belongs to it that the lexicon knows at least half as surely."""
_SURE = 0.8
_MOST_LINKS = 4
_MOST_LOOSE = 2
"""So many particles at most within one rendering."""
_WIDEST = 8


def arabic_words(text: str) -> tuple[ArabicWord, ...]:
    """The words of an Arabic text, in order."""
    words = []
    end = 0
    for match in _ARABIC_WORD.finditer(text):
        between = text[end : match.start()]
        words.append(ArabicWord(match.group(), _fold(match.group()), not between.isspace()))
        end = match.end()
    return tuple(words)


def find_renderings(runs: Sequence[Run], arabic: Sequence[ArabicWord], lexicon: Lexicon | None) -> list[Rendered]:
    """The names and titles of an English text that the Arabic one renders, each Arabic word used once."""
    finder = _Finder(arabic, lexicon)
    return [rendered for run in runs for rendered in finder.find(run)]


class _Finder:
    """Finds the renderings in one Arabic text."""

    def __init__(self, arabic: Sequence[ArabicWord], lexicon: Lexicon | None) -> None:
        self._arabic = arabic
        self._lexicon = lexicon
        self._used: set[int] = set()
        self._index: dict[str, list[int]] = defaultdict(list)
        """Key -> the places of the words that have it: no word need be compared with all others."""
        for place, word in enumerate(arabic):
            for key in _arabic_keys(word.folded):
                self._index[key].append(place)

    def find(self, run: Run) -> Iterator[Rendered]:
        """The renderings of the run's parts, the longest part first; no part overlaps another."""
        links = [self._links(word) for word in run.words]
        left = [(0, len(run.words))]
        while left:
            begin, end = left.pop()
            for first, last in _parts(begin, end):
                chain = self._chain(links[first:last])
                if chain is not None and _is_claimed(chain, [*links[:first], *links[last:]]):
                    chain = None
                if chain is not None:
                    chain = self._widened(run.words[first], chain)
                if chain is not None:
                    yield self._rendered(run, first, last, chain)
                    left += [(begin, first), (last, end)]
                    break

    def _links(self, word: Word) -> list[_Link]:
        """The Arabic words that may render an English one, the surest first."""
        found = []
        for place in self._candidates(word):
            arabic = self._arabic[place]
            kind, sureness = self._compare(word, arabic)
            if sureness:
                found.append(_Link(place, 1, sureness, kind))
            elif arabic.folded in _PREFIX_WORDS and place + 1 < len(self._arabic):
                joined = name_sureness(word.text, arabic.folded + self._arabic[place + 1].folded)
                if joined >= _SURE:
                    found.append(_Link(place, 2, joined, _NAME))
        found.sort(key=lambda link: (-link.sureness, link.place))
        return [link for link in found if link.kind == _SHORT] + [link for link in found if link.kind != _SHORT][
            :_MOST_LINKS
        ]

    def _candidates(self, word: Word) -> list[int]:
        """The places that are worth comparing with an English word, in order."""
        keys = list(_english_keys(word.text))
        if self._lexicon is not None and word.is_known:
            keys += [
                f"={one}" for stem in stems_of_english(word.folded) for one in self._lexicon.renderings.get(stem, ())
            ]
        return sorted({place for key in keys for place in self._index.get(key, ())})

    def _compare(self, word: Word, arabic: ArabicWord) -> tuple[str, float]:
        by_name = name_sureness(word.text, arabic.folded)
        by_word = self._look_up(word.folded, arabic.folded) if word.is_known else 0.0
        if by_word >= _LEXICON_LEAST and by_name < _SURE:
            return (_NAME if by_name else _WORD), max(by_name, by_word) + (by_name > 0) * by_word
        if by_name:
            return _NAME, by_name + by_word
        return (_SHORT, 0.3) if is_short_name(word.text, arabic.folded) else (_WORD, 0.0)

    def _look_up(self, english: str, arabic: str) -> float:
        return 0.0 if self._lexicon is None else look_up(self._lexicon, english, arabic)

    def _chain(self, links: Sequence[Sequence[_Link]]) -> tuple[_Link, ...] | None:
        """One link for each word so that they make one rendering; the surest, None where there is none."""
        best: tuple[float, tuple[_Link, ...]] | None = None
        for chain in _combine(links, ()):
            if self._is_rendering(chain):
                sureness = sum(link.sureness for link in chain)
                if best is None or sureness > best[0]:
                    best = sureness, chain
        return best[1] if best else None

    def _widened(self, word: Word, chain: tuple[_Link, ...]) -> tuple[_Link, ...] | None:
        """A single word of the lexicon with the neighbours that render it as well: UK, المملكة المتحدة."""
        if len(chain) > 1 or chain[0].kind != _WORD:
            return chain
        (link,) = chain
        least = max(_LEXICON_LEAST, _NEIGHBOUR_SHARE * link.sureness)
        first = last = link.place
        while first and not self._arabic[first].is_apart and self._also_renders(word, first - 1, least):
            first -= 1
        end = len(self._arabic) - 1
        while last < end and not self._arabic[last + 1].is_apart and self._also_renders(word, last + 1, least):
            last += 1
        # What an acronym stands for is more than a word: of FDA, food alone is known.
        is_part = _ACRONYM.search(word.text) is not None and first == last
        return None if is_part else (replace(link, place=first, width=last + 1 - first),)

    def _also_renders(self, word: Word, place: int, least: float) -> bool:
        return place not in self._used and self._look_up(word.folded, self._arabic[place].folded) >= least

    def _is_rendering(self, chain: Sequence[_Link]) -> bool:
        kinds = {link.kind for link in chain}
        by_word = [link.sureness for link in chain if link.kind == _WORD]
        if len(chain) == 1:
            (link,) = chain
            return not self._is_used(link) and (
                link.kind == _NAME or (link.kind == _WORD and link.sureness >= _LEXICON_LEAST_ALONE)
            )
        if any(map(self._is_used, chain)) or not self._is_neighbourly(chain):
            return False
        if by_word and fmean(by_word) < _LEXICON_MEAN_LEAST:
            return False
        in_order = all(one.place < other.place for one, other in pairwise(chain))
        if _SHORT in kinds:
            return _NAME in kinds and _WORD not in kinds and in_order
        # A title before a name is two entries: President Assad. Baghdad Airport, turned around in Arabic, is one.
        return not in_order if kinds == {_NAME, _WORD} else (in_order or kinds == {_WORD})

    def _is_used(self, link: _Link) -> bool:
        return any(place in self._used for place in range(link.place, link.place + link.width))

    def _is_neighbourly(self, chain: Sequence[_Link]) -> bool:
        """True where the links cover one stretch of the text, but for particles."""
        covered = {place for link in chain for place in range(link.place, link.place + link.width)}
        first, last = min(covered), max(covered)
        loose = [place for place in range(first, last + 1) if place not in covered]
        return (
            len(covered) == sum(link.width for link in chain)
            and len(loose) <= _MOST_LOOSE
            and all(self._arabic[place].folded in _PARTICLES for place in loose)
            and not any(self._arabic[place].is_apart for place in range(first + 1, last + 1))
        )

    def _rendered(self, run: Run, first: int, last: int, chain: Sequence[_Link]) -> Rendered:
        places = [place for link in chain for place in range(link.place, link.place + link.width)]
        stretch = range(min(places), max(places) + 1)
        self._used.update(stretch)
        kinds, surest = {link.kind for link in chain}, max(link.sureness for link in chain)
        return Rendered(
            english=run.part(first, last - 1),
            arabic=tuple(self._arabic[place].text for place in stretch),
            words=tuple(word.folded for word in run.words[first:last]),
            is_sure=_WORD not in kinds and (len(chain) > 1 or surest >= _SURE),
        )


def _is_claimed(chain: Sequence[_Link], others: Sequence[Sequence[_Link]]) -> bool:
    """True for a single word of the lexicon whose rendering may be another word's of the same name.

    Of words that always stand together, as United States, the lexicon cannot say which renders which.
    """
    if len(chain) > 1 or chain[0].kind != _WORD:
        return False
    return any(link.place == chain[0].place and link.kind == _WORD for links in others for link in links)


def _parts(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a run, the longest first."""
    for length in range(end - begin, 0, -1):
        for first in range(begin, end - length + 1):
            yield first, first + length


def _combine(links: Sequence[Sequence[_Link]], chosen: tuple[_Link, ...]) -> Iterator[tuple[_Link, ...]]:
    """One link of each, as long as they stay close together."""
    if not links:
        yield chosen
        return
    for link in links[0]:
        places = [one.place for one in chosen] + [link.place]
        if max(places) - min(places) < _WIDEST and places.count(link.place) == 1:
            yield from _combine(links[1:], (*chosen, link))


@lru_cache(maxsize=50_000)
def _fold(written: str) -> str:
    return match_form(written)


@lru_cache(maxsize=50_000)
def _english_keys(word: str) -> tuple[str, ...]:
    return (_PREFIX_KEY, *sounds_of_english(word))


@lru_cache(maxsize=50_000)
def _arabic_keys(word: str) -> tuple[str, ...]:
    prefix = (_PREFIX_KEY,) if word in _PREFIX_WORDS else ()
    return (*prefix, f"={stem_arabic(word)}", *sounds_of_arabic(word))
