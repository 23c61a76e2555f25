"""Names of people that one text has and the other has nowhere, as hints.

Full names in English are capitals in a row; in Arabic, which has no capitals, a name is what follows an office or a
title, or begins with a given name. Whether the other text has it is told by consonant skeletons.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise

from crawler.alignment.news_words import with_news_words
from crawler.alignment.skeletons import (
    MIN_LENGTH,
    MIN_LENGTH_FOR_EDIT,
    arabic_skeletons,
    is_same_name,
    latin_skeletons,
    shortened,
)
from crawler.alignment.stems import arabic_stem
from crawler.comparison.offices import find_arabic_holders
from crawler.comparison.unit_texts import Place, Side, UnitTexts
from crawler.models import Discrepancy, Severity
from crawler.models.forms import match_form
from crawler.naming.capitalised import NO_NAMES
from crawler.naming.given_names import GIVEN_NAMES

_PARTICLE = r"(?:(?:[Aa]l|[Ee]l|bin|ibn|bint|abu|Abu|de|von|van|der|di|da)[\s-])?"
_WORD = rf"{_PARTICLE}[A-ZÀ-Ž][a-zà-ž’'ʼʿ]+(?:-[A-ZÀ-Ža-zà-ž’'ʼʿ]+)*"
_FULL_NAME = re.compile(rf"(?<![\w.-]){_WORD}(?:\s+(?:[A-Z]\.\s*)*{_WORD})+(?![\w-])")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ž’'ʼʿ]+")
_ARABIC_WORD = re.compile("[\u0621-\u0652]+")
# Words of names that are translated and not written out: where one stands, the run names an institution, a place, a
# work. In small letters.
_TRANSLATED = frozenset(
    """the a an of and for in on at to by with united nations states kingdom white house supreme court north south east
    west northern southern eastern western central upper lower new old great saint st security council ministry
    minister department university college school institute academy party street avenue road square bridge river lake
    mount mountain mountains sea ocean bay gulf island islands valley desert park garden gardens hall church mosque
    cathedral temple palace castle tower center centre museum theatre theater library hospital clinic station airport
    port air force army navy police guard guards national international world global bank fund health organization
    organisation european union african arab american league front movement brotherhood committee commission agency
    authority office bureau service services federal state city county district province region republic democratic
    people peoples front line high low first second third day night week month year war peace red black green blue
    yellow golden silver middle far near holy big small good bad best times post news daily weekly journal herald
    tribune guardian television radio press company corporation group inc ltd holdings industries bank open cup
    championship premier champions football club team society association foundation federation congress senate
    parliament assembly government president vice prime secretary general chief director chairman chairwoman king queen
    prince princess lord lady sir dame mr mrs ms dr professor judge justice senator representative governor mayor
    captain colonel major lieutenant sergeant admiral officer foreign defence defense interior finance treasury home
    christmas easter ramadan eid human rights watch amnesty cross crescent doctors without borders black lives
    coronavirus virus disease severe acute respiratory syndrome public emergency response plan act bill law treaty
    agreement accord convention protocol declaration resolution charter""".split()
)
_DEMONYM = re.compile(r".*(?:an|ian|ish|ese|ic|ist|ists|ans|ians|s)$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…»”\"])\s*[“\"«(‘']?\Z")
_MOST_WORDS = 4
_MOST_CAPITALS = 0.5
"""Of the words of a text: a headline in title case has capitals everywhere."""
_ARABIC_TITLE = re.compile(r"(?<!\w)[وفبل]?(?:السيد|السيدة|الدكتور|الدكتورة|الشيخ|الصحافي|الصحفي|الناشط|الناشطة)\s+")
_LONGEST = 40
_CLITICS = "وفبل"
# What may follow an office and begins no name.
_NO_NAME = frozenset(
    match_form(word)
    for word in (
        "في من على إلى عن مع بعد قبل إن أن قد كان كانت قال قالت أكد أكدت أعلن أعلنت صرح دعا أضاف هو هي هذا هذه الذي "
        "التي لم لن لا كما أو ثم بين خلال حول عبر ضد لدى منذ حتى أنه أنها إنه إنها يوم أمس غير سابق أول ثان وقال وأكد"
    ).split()
)


def find_lone_names(units: Sequence[UnitTexts]) -> Iterator[Discrepancy]:
    """Names in units that surely belong together, of which no word is written in the whole of the other text."""
    in_arabic = _Written(word for unit in units for word in _ARABIC_WORD.findall(unit.arabic.text))
    in_english = _Written(word for unit in units for word in _LATIN_WORD.findall(unit.english.text))
    latin = frozenset(word.lower() for unit in units for word in _LATIN_WORD.findall(unit.arabic.text))
    for unit in units:
        if unit.is_sure:
            english = [
                place
                for place, words in _english_names(unit.english)
                if not in_arabic.has(words) and latin.isdisjoint(word.lower() for word in words)
            ]
            arabic = [place for place, words in _arabic_names(unit.arabic) if not in_english.has(words)]
            if english or arabic:
                yield unit.discrepancy("name", Severity.HINT, english, arabic)


class _Written:
    """The words of a text, to be found by the spelling of the other script."""

    def __init__(self, words: Iterable[str]) -> None:
        self._keys = frozenset(key for word in frozenset(words) for key in _keys(word))

    def has(self, words: Sequence[str]) -> bool:
        """True where one of the words may be written here, and where all are too short to tell."""
        return all(map(_is_short, words)) or any(not self._keys.isdisjoint(_keys(word)) for word in words)


def _skeletons(word: str) -> Sequence[str]:
    return latin_skeletons(word) if word.isascii() or word[0] < "\u0600" else arabic_skeletons(word)


def _is_short(word: str) -> bool:
    """True where the sound may be too short to tell: نادية is ndh or nd, and Nadia nd."""
    lengths = [len(skeleton) for skeleton in _skeletons(word)]
    return not lengths or (min(lengths) < MIN_LENGTH and max(lengths) <= MIN_LENGTH)


@lru_cache(maxsize=10_000)
def _keys(word: str) -> frozenset[str]:
    """The skeletons of a word, and those that are one edit away, where they are long enough to tell."""
    known = [skeleton for skeleton in _skeletons(word) if len(skeleton) >= MIN_LENGTH]
    near = (key for skeleton in known if len(skeleton) >= MIN_LENGTH_FOR_EDIT for key in shortened(skeleton))
    return frozenset((*known, *near))


def _english_names(side: Side) -> Iterator[tuple[Place, list[str]]]:
    capitals = sum(word[0].isupper() for word in _LATIN_WORD.findall(side.text))
    if capitals > _MOST_CAPITALS * len(side.text.split()):
        return
    for match in _FULL_NAME.finditer(side.text):
        found = list(_LATIN_WORD.finditer(side.text, *match.span()))
        words = list(dropwhile(lambda word: match_form(word[0]) in NO_NAMES, found))
        if 2 <= len(words) <= _MOST_WORDS and not any(_is_translated(word[0]) for word in found):
            # "Baker Jawad Radi said": the first word of a sentence has its capital whatever it is.
            owed = len(words) > 2 and _SENTENCE_START.search(side.text, 0, words[0].start()) is not None
            yield (words[0].start(), match.end()), [word[0] for word in words[owed:]]


def _arabic_names(side: Side) -> Iterator[tuple[Place, list[str]]]:
    """Two words in a row that name somebody: after an office or a title, adjectives left out, or from a given name on.

    A word of the news is no name: السيد عاد; nor is الأميركي after an office.
    """
    found = list(_ARABIC_WORD.finditer(side.text))
    after_office = {start for start, _ in _first_names(side)}
    for first, second in pairwise(found):
        is_given, is_held = _is_given_name(first[0]), first.start() in after_office
        if (is_given or is_held) and side.text[first.end() : second.start()].isspace():
            # A given name after an office makes a name of whatever follows: الدكتور سمير كرم.
            checked = () if is_given and is_held else (second[0],) if is_given else (first[0], second[0])
            if not _is_function_word(second[0]) and not any(map(_is_news_word, checked)):
                yield (first.start(), second.end()), [match_form(word[0]) for word in (first, second)]


def _first_names(side: Side) -> Iterator[Place]:
    """Where the first word stands that may be a name, after each office and each title."""
    holders = [holder.names for holder in find_arabic_holders(side.text)]
    for match in _ARABIC_TITLE.finditer(side.text):
        words = _ARABIC_WORD.finditer(side.text, match.end(), match.end() + _LONGEST)
        holders.append(tuple((word[0], word.end()) for word in words))
    for names in holders:
        first = next(((word, end) for word, end in names if not word.startswith("ال") or word in _NO_NAME), None)
        if first and first[0] not in _NO_NAME:
            yield first[1] - len(first[0]), first[1]


def _is_given_name(word: str) -> bool:
    folded = match_form(word)
    return folded in GIVEN_NAMES or (folded[:1] in _CLITICS and folded[1:] in GIVEN_NAMES)


def _is_function_word(word: str) -> bool:
    return match_form(word) in _NO_NAME or "\u064b" in word


@lru_cache(maxsize=10_000)
def _is_news_word(word: str) -> bool:
    """True of a word of the news that is no name; the table has names as well: ترامب."""
    folded = match_form(word)
    english = _news_words().get(arabic_stem(folded), ())
    return _is_function_word(word) or (bool(english) and not any(is_same_name(one, folded) for one in english))


@lru_cache(maxsize=1)
def _news_words() -> Mapping[str, Sequence[str]]:
    """Arabic stem of a word of the news -> the English stems that it renders."""
    words: dict[str, list[str]] = {}
    for english, arabic in with_news_words(None).entries:
        words.setdefault(arabic, []).append(english)
    return words


def _is_translated(word: str) -> bool:
    return word.lower() in _TRANSLATED or (_DEMONYM.fullmatch(word.lower()) is not None and len(word) > 5)
