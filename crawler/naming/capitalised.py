"""English words with a capital, and what it says: names and titles, or only that a sentence begins.

Whether a word is a name is learned from the texts themselves: one that stands in small letters as often as with a
capital within a sentence is none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from crawler.calendar.months import MONTH_NUMBERS, WEEKDAY_NUMBERS
from crawler.models.forms import match_form


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text where it stands."""

    text: str
    """As written, without a possessive."""
    folded: str
    """In match form."""
    is_known: bool
    """True where it has its capital by itself, here or in another text; else only its sound can tell it for a name."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with a capital, with the small ones between them that belong to a name: of, the, bin."""

    words: tuple[Word, ...]
    """The words with a capital."""
    text: str
    """From the first to the last of them, as written."""
    starts: tuple[int, ...]
    """Where each of the words begins in `text`."""

    def part(self, first: int, last: int) -> str:
        """The text from word `first` to word `last`, both included."""
        end = self.starts[last] + len(self.words[last].text)
        return self.text[self.starts[first] : end]


_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼʿʾ-][^\W\d_]+)*")
_POSSESSIVE = re.compile("[’']s?$")
_ARTICLE = re.compile("(?:al|el|ul|an|ar|as|ash|at|ad|az|ez|es)-(?=[A-ZÀ-Ž])")
# Within a name.
# Within a name.
SMALL_WORDS = frozenset("of the for al el bin ibn bint abu de la du von van der da di".split())
_MOST_WITHIN = 2
_MOST_WORDS = 8
# Never part of a name at its beginning, whatever the texts say of them.
NO_NAMES = frozenset(
    match_form(word)
    for word in (
        "a an the this that these those his her its their our my your he she it they we you i who what which when "
        "where why how if but and or nor so yet as at by in on to of for from with without within about after before "
        "since until while during although though because however meanwhile moreover also there here then now not no "
        "all some many most more one two first last new mr mrs ms dr sir pic photo"
    ).split()
) | {*MONTH_NUMBERS, *WEEKDAY_NUMBERS}
# A text most of whose longer words have a capital, and that does not end like a sentence, is a headline in title case.
_TITLE_SHARE = 0.6
_LONG = 4
_TITLE_WORDS_LEAST = 3
# How often a name may stand in small letters for each time it has its capital within a sentence: web, WHO, Apple.
_SMALL_SHARE = 0.5
_CLOSED = re.compile(r"[.!?…][\"”»’')\]]*\s*$")
_SENTENCE_END = re.compile(r"[.!?:;…»”\"]\s*[“\"«(‘']?$")


@dataclass(slots=True)
class Casing:
    """How often each word stands in small letters, and with a capital where nothing but the word asks for one."""

    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)

    def is_name(self, folded: str) -> bool:
        """True for a word that has its capital by itself; one that was never seen in small letters as well."""
        return self.small[folded] <= _SMALL_SHARE * self.capital[folded]


def learn_casing(texts: Iterable[str]) -> Casing:
    """How the words of these English texts are written."""
    casing = Casing()
    for text in texts:
        words = list(_WORD.finditer(text))
        in_title = _is_title_case(text, words)
        for place, match in enumerate(words):
            folded = _fold(match.group())
            if not is_capitalised(match.group()):
                casing.small[folded] += 1
            elif not (in_title or _begins_sentence(text, words, place)):
                casing.capital[folded] += 1
    return casing


def is_capitalised(word: str) -> bool:
    """True for a word with a capital, also behind an Arabic article.

    >>> [word for word in ("Mosul", "al-Qaim", "town", "NATO") if is_capitalised(word)]
    ['Mosul', 'al-Qaim', 'NATO']
    """
    return word[:1].isupper() or _ARTICLE.match(word) is not None


def find_runs(text: str, casing: Casing) -> Iterator[Run]:
    """The runs of words with a capital that may be names and titles, in order.

    A capital that begins a sentence, or stands in a headline in title case, counts only for a word that has one
    elsewhere too.
    """
    words = list(_WORD.finditer(text))
    in_title = _is_title_case(text, words)
    run: list[int] = []
    known: set[int] = set()
    for place, match in enumerate(words):
        folded = _fold(match.group())
        owed = in_title or _begins_sentence(text, words, place)
        is_name = is_capitalised(match.group()) and folded not in NO_NAMES and (not owed or casing.is_name(folded))
        if run and not _is_joined(text, words, run[-1], place):
            yield _run(text, words, run, known)
            run = []
        if is_name and len(match.group()) > 1:
            run.append(place)
            known |= {place} if not owed or casing.capital[folded] else set()
            if _POSSESSIVE.search(match.group()) or len(run) == _MOST_WORDS:
                yield _run(text, words, run, known)
                run = []
    if run:
        yield _run(text, words, run, known)


def find_phrase(text: str, phrase: str) -> Iterator[Run]:
    """Each place where these words stand side by side, in whatever case; nothing for no words.

    >>> [run.text for run in find_phrase("A ceasefire. The Ceasefire holds.", "ceasefire")]
    ['ceasefire', 'Ceasefire']
    """
    wanted = [match_form(word) for word in _WORD.findall(phrase)]
    words = list(_WORD.finditer(text))
    folded = [_fold(match.group()) for match in words]
    for place in range(len(words) - len(wanted) + 1 if wanted else 0):
        places = range(place, place + len(wanted))
        if folded[place : place + len(wanted)] == wanted:
            yield _run(text, words, places, set(places))


def _run(text: str, words: Sequence[re.Match[str]], places: Sequence[int], known: Set[int]) -> Run:
    begin = words[places[0]].start()
    members = [_word(words[place].group(), place in known) for place in places]
    end = words[places[-1]].start() + len(members[-1].text)
    return Run(tuple(members), text[begin:end], tuple(words[place].start() - begin for place in places))


def _word(written: str, is_known: bool) -> Word:
    return Word(_POSSESSIVE.sub("", written), _fold(written), is_known)


@lru_cache(maxsize=50_000)
def _fold(written: str) -> str:
    """A word without its possessive, in match form."""
    return match_form(_POSSESSIVE.sub("", written))


def _is_joined(text: str, words: Sequence[re.Match[str]], last: int, place: int) -> bool:
    """True where the word may go on with the run: only white space and small words of names lie between."""
    between = words[last + 1 : place]
    if len(between) > _MOST_WITHIN or any(match.group() not in SMALL_WORDS for match in between):
        return False
    if words[place].group() not in SMALL_WORDS and not is_capitalised(words[place].group()):
        return False
    edges = zip((words[last], *between), (*between, words[place]), strict=True)
    return all(text[one.end() : other.start()].isspace() for one, other in edges)


def _is_title_case(text: str, words: Sequence[re.Match[str]]) -> bool:
    if _CLOSED.search(text):
        return False
    long = [match.group() for match in words if len(match.group()) >= _LONG]
    return len(long) >= _TITLE_WORDS_LEAST and sum(map(is_capitalised, long)) > _TITLE_SHARE * len(long)


def _begins_sentence(text: str, words: Sequence[re.Match[str]], place: int) -> bool:
    start = words[place].start()
    return place == 0 or _SENTENCE_END.search(text, words[place - 1].end(), start) is not None
