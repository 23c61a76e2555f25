"""Which language a block of text is in, judged by its letters."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawler.language_fill import fill_languages
from crawler.language_marks import (
    ARABIC_SCRIPT_LANGUAGES,
    COMMONEST_WORDS,
    NEAR_LANGUAGES,
    arabic_script_scores,
    certain_language,
    latin_scores,
)
from crawler.models import ARABIC, ENGLISH
from crawler.script_languages import has_own_script, language_of_script, tell_scripts
from crawler.text_words import letters_of

_ARABIC_LETTER = re.compile(
    "[\u0621-\u063a\u0640-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_ARABIC_LETTERS = re.compile(f"{_ARABIC_LETTER.pattern}+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_ASCII_MARKS = bytes(code for code in range(128) if not chr(code).isalpha())
_ADDRESS = re.compile(r"https?://\S+")
_LETTER = re.compile(r"[^\W\d_]")
# The commonest words of English; one in eight of any English prose is one of them, one in forty of French or German.
_ENGLISH_SHARE = 0.12
_ENGLISH_SPELLINGS = frozenset(
    spelling for word in COMMONEST_WORDS[ENGLISH] for spelling in (word, word.title(), word.upper())
)

# An edition with less than this share of the other's letters is a quotation or a name, not an edition: the shortest
# bilingual abstracts seen are about a fifth of their article.
EDITION_SHARE_LEAST = 0.12
_EDITION_LETTERS_LEAST = 40
# Between so many blocks of the others on either side a single block is no edition.
_BLOCKS_AROUND_LEAST = 2
_SUMMARY = re.compile(
    r"\W*(?:(?:english|arabic)\s)?(?:summary|abstract)\s?[:：.–—-]|\W*(?:ال)?(?:ملخص|خلاصة|موجز)[^:.]{0,20}[:：]",
    re.IGNORECASE,
)
# What a template calls one language's side may quote another, but not hold more of its text than this.
_QUOTED_SHARE_MOST = 1 / 3
# The words that a text begins with decide its language where they are at least three or four words of it, and
# more than a name before a long quotation.
_LEADING_LETTERS = 15
_LEADING_SHARE = 0.15
# A name of up to three words may begin an Arabic line: "Visual Studio Code: ...".
_ARABIC_AFTER_SENTENCE = re.compile(r"(?:[^\s\u0600-\u06ff]+\s+){4}")
# A block counts towards an edition of its own where so much of it is in that edition's script.
_PURE_SHARE = 0.7
# Languages of one script are told apart where the lesser has so much of the greater: a translation, not a quotation.
_SAME_SCRIPT_SHARE_LEAST = 0.3
# Of a text in another language so few words are among the commonest of this one by chance.
_ANOTHER_SHARE_MOST = 0.06
# A page is in another language than its script's first where so much of its text is certainly so.
_CERTAIN_SHARE_LEAST = 0.5
# Where no block by itself tells its language, so many words of the page are among the commonest of one, and more than
# of the language that is taken for the script's.
_WORDS_LEAST, _ANOTHER_SHARE, _ANOTHER_LEAD = 4, 0.1, 1.3


@dataclass(frozen=True, slots=True)
class Letters:
    """How many letters of a text are Arabic and how many of another script."""

    arabic: int
    other: int


# Reading a page asks the same of each of its blocks several times.
@lru_cache(maxsize=4096)
def count_letters(text: str) -> Letters:
    """The letters of a text by script; digits, marks, punctuation and web addresses do not count."""
    if "://" in text:
        text = _ADDRESS.sub("", text)
    # A pattern takes thirty times as long over ASCII as this.
    ascii_letters = len(text.encode("ascii", "ignore").translate(None, _ASCII_MARKS))
    if text.isascii():
        return Letters(0, ascii_letters)
    beyond = "".join(_BEYOND_ASCII.findall(text))
    arabic = sum(map(len, _ARABIC_LETTERS.findall(beyond)))
    return Letters(arabic, ascii_letters + sum(map(len, _LETTERS.findall(beyond))) - arabic)


def has_arabic(text: str) -> bool:
    """True where a letter of a text is Arabic."""
    return not text.isascii() and _ARABIC_LETTER.search(text) is not None


@lru_cache(maxsize=4096)
def block_language(text: str, other: str = ENGLISH) -> str | None:
    """ "ar" or `other`; None for a text without letters.

    A text is in the script it begins in where that is more than a name: it may quote the other at length. Else Latin
    words count half: an Arabic line full of company names is still an Arabic line.
    """
    bare = _ADDRESS.sub("", text) if "://" in text else text
    first = _LETTER.search(bare)
    if first is None or not has_arabic(bare):
        return None if first is None else other
    letters = count_letters(text)
    begins_arabic = first is not None and bool(_ARABIC_LETTER.match(first[0]))
    leading = letters.arabic if begins_arabic else letters.other
    is_led = leading >= _LEADING_LETTERS and leading >= _LEADING_SHARE * (letters.arabic + letters.other)
    if is_led and (begins_arabic or leading >= letters.arabic or _ARABIC_AFTER_SENTENCE.match(bare)):
        return ARABIC if begins_arabic else other
    return ARABIC if letters.arabic * 2 >= letters.other else other


def other_language(texts: Iterable[str], declared: str | None) -> str:
    """The language of a page's text that is not in Arabic script: English, unless the page declares another one.

    A page's declaration is believed only where its text does not read as English: bilingual pages declare one. A text
    in a script that is neither Latin nor Arabic is in a language of that script.
    """
    text = "\n".join(texts)
    told = None if text.isascii() else language_of_script(text, count_letters(text).other, declared)
    if told is not None:
        return told
    if declared in (None, ENGLISH, ARABIC, "fa", "ur"):
        return ENGLISH
    assert declared is not None
    words = _words_beyond_arabic(text)
    known = sum(map(_ENGLISH_SPELLINGS.__contains__, words))
    return ENGLISH if known >= _ENGLISH_SHARE * max(len(words), 1) and known >= 3 else declared


def _words_beyond_arabic(text: str) -> list[str]:
    words = letters_of(text)
    is_plain = text.isascii() or not _ARABIC_LETTER.search(text)
    return words if is_plain else [word for word in words if not _ARABIC_LETTER.search(word)]


def languages_of(texts: Sequence[str], other: str, sides: Sequence[str | None] = ()) -> list[str]:
    """The language of each block; a block without letters takes that of the block before it, else after it.

    A language with only a quotation's worth of the page gives its blocks to the language around them. Arabic is told
    from Persian, Urdu and Kurdish, languages in Latin letters from each other, and both from Hebrew, Russian and others
    in scripts of their own, where each has an edition's worth.
    `sides` are the languages that the site's template gives the blocks: they decide where the page has that language
    and no other would lose more than quotations to it.
    """
    scripts = [block_language(text, other) for text in texts]
    judged = _tell_apart(texts, scripts, ARABIC, arabic_script_scores)
    latin = ENGLISH if has_own_script(other) else other
    judged = tell_scripts(texts, judged, other, latin)
    near = NEAR_LANGUAGES.get(latin, latin)
    if near in COMMONEST_WORDS and latin in judged:
        told = _tell_apart(texts, [near if one == latin else one for one in judged], near, latin_scores)
        judged = [latin if one == near else one for one in told]
    worth = _editions_worth(texts, scripts, judged)
    kept = (
        Counter({one: letters for one, letters in worth.items() if not _is_alone_within(texts, judged, one)}) or worth
    )
    believed = _believed_sides(texts, judged, sides) & set(kept)
    marked = [side if side in believed else None for side in sides or [None] * len(texts)]
    return fill_languages(
        texts,
        [side or (language if language in kept else None) for side, language in zip(marked, judged, strict=True)],
        [None if script is None else script == ARABIC for script in scripts],
        max(kept, key=lambda language: kept[language], default=other),
    )


def with_declared(
    texts: Sequence[str], languages: Sequence[str], declared: Sequence[str | None], other: str
) -> list[str]:
    """The languages of blocks, with what their elements declare where the text bears it out.

    `declared` are primary subtags. Only a language in Latin letters is believed so: what is marked with it is an
    edition's worth, has next to none of the commonest words of `other`, and more of its own, where those are known,
    than of any other's. Where other blocks are told to be in it, as short a line as a headline is.
    """
    marked: dict[str, list[str]] = {}
    for text, language, tag in zip(texts, languages, declared, strict=True):
        if tag and tag != other == language and tag not in ARABIC_SCRIPT_LANGUAGES:
            marked.setdefault(tag, []).append(text)
    apart = {
        tag
        for tag, own in marked.items()
        if other in COMMONEST_WORDS and _is_in("\n".join(own), tag, other, is_told=tag in languages)
    }
    return [
        tag if tag in apart and language == other else language
        for tag, language in zip(declared, languages, strict=True)
    ]


def _is_in(text: str, tag: str, other: str, *, is_told: bool) -> bool:
    """True for an edition's worth of text that is none in `other`, and may well be in the language declared."""
    scores, words = latin_scores(text), len(text.split())
    is_another = scores[other] < _ANOTHER_SHARE_MOST * words
    if is_told:
        return is_another
    is_another = is_another and len(text) >= _EDITION_LETTERS_LEAST
    return is_another and (tag not in COMMONEST_WORDS or 0 < scores[tag] == max(scores.values()))


def language_among(text: str, languages: Iterable[str], other: str) -> str | None:
    """Which of an article's languages a line is in, of equally likely ones the first; None where it is in none."""
    script = block_language(text, other)
    if script is None:
        return None
    of_script = [one for one in languages if (one in ARABIC_SCRIPT_LANGUAGES) == (script == ARABIC)]
    scores = arabic_script_scores(text) if script == ARABIC else latin_scores(text)
    return max(of_script, key=lambda language: scores.get(language, 0.0), default=None)


def _tell_apart(
    texts: Sequence[str], judged: Sequence[str | None], script: str, scores_of: Callable[[str], Mapping[str, float]]
) -> list[str | None]:
    """The blocks of one script by language; all of them in one where no other has a translation's worth."""
    scores = [scores_of(text) if judgement == script else None for text, judgement in zip(texts, judged, strict=True)]
    totals: Counter[str] = Counter()
    for text, its in zip(texts, scores, strict=True):
        certain = certain_language(its, len(text.split())) if its else None
        if certain:
            totals[certain] += len(text)
    length = sum(len(text) for text, its in zip(texts, scores, strict=True) if its is not None)
    most = max(totals.values(), default=0)
    there = [language for language, total in totals.items() if total >= _SAME_SCRIPT_SHARE_LEAST * most]
    if len(there) < 2 or sum(totals.values()) < _CERTAIN_SHARE_LEAST * length:
        only = there[0] if len(there) == 1 and most >= _CERTAIN_SHARE_LEAST * length else None
        only = only or _likeliest(texts, scores, script)
        return [only if its is not None else language for its, language in zip(scores, judged, strict=True)]
    return [
        max(there, key=lambda one: its[one])
        if its and any(its[one] for one in there)
        else (None if its is not None else language)
        for its, language in zip(scores, judged, strict=True)
    ]


def _likeliest(texts: Sequence[str], scores: Sequence[Mapping[str, float] | None], script: str) -> str:
    """The language of most words of all blocks that have scores, where they speak less for that of the script."""
    totals: Counter[str] = Counter()
    for its in filter(None, scores):
        totals.update(its)
    words = sum(len(text.split()) for text, its in zip(texts, scores, strict=True) if its is not None)
    best = max(totals, key=lambda language: totals[language], default=script)
    is_told = totals[best] >= max(_WORDS_LEAST, _ANOTHER_SHARE * words, _ANOTHER_LEAD * totals[script])
    return best if is_told else script


def _editions_worth(texts: Sequence[str], scripts: Sequence[str | None], judged: Sequence[str | None]) -> Counter[str]:
    """The languages with an edition's worth of the page, with their letters; always the largest."""
    languages = {language for language in judged if language is not None}
    if len(languages) == 1:
        return Counter(languages)
    totals: Counter[str] = Counter()
    for text, script, language in zip(texts, scripts, judged, strict=True):
        if language is not None:
            letters = count_letters(text)
            own = letters.arabic if script == ARABIC else letters.other
            totals[language] += own if own >= _PURE_SHARE * (letters.arabic + letters.other) else 0
    most = max(totals.values(), default=0)
    least = max(_EDITION_LETTERS_LEAST, EDITION_SHARE_LEAST * most)
    return Counter({language: total for language, total in totals.items() if total == most or total >= least})


def _is_alone_within(texts: Sequence[str], judged: Sequence[str | None], language: str) -> bool:
    """True for a language of one block between several of others: a paragraph of a text may be a quotation.

    One that calls itself a summary is none.
    """
    own = [place for place, one in enumerate(judged) if one == language]
    if len(own) == 1 and _SUMMARY.match(texts[own[0]]):
        return False
    others = [place for place, one in enumerate(judged) if one is not None and one != language]
    before = sum(place < own[0] for place in others) if len(own) == 1 else 0
    return before >= _BLOCKS_AROUND_LEAST and len(others) - before >= _BLOCKS_AROUND_LEAST


def _believed_sides(texts: Sequence[str], judged: Sequence[str | None], sides: Sequence[str | None]) -> frozenset[str]:
    """The sides that hold no more than quotations of other languages: else they are no longer what their names say."""
    totals: Counter[str] = Counter()
    moved: Counter[tuple[str, str]] = Counter()
    for text, language, side in zip(texts, judged, sides, strict=False):
        if language is not None:
            totals[language] += len(text)
            if side is not None and side != language:
                moved[side, language] += len(text)
    broken = {side for (side, language), length in moved.items() if length > _QUOTED_SHARE_MOST * totals[language]}
    return frozenset(side for side in sides if side) - broken
