"""The forms in which an Arabic word stands in a text: with what is written onto it, before and after.

Everything here is in match form (alef, ya, hamza and ta marbuta folded). A form is only a proposal: the index
says which exist and how often, and `keep_likely` takes those that are likely to be the same word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# The article, alone and behind a conjunction or preposition; ل and ال are written لل. Whatever carries one of
# these is the word itself.
_ARTICLES = ("ال", "وال", "بال", "فال", "كال", "لل", "وبال", "ولل", "فلل")
# And: attaches to anything.
_CONJUNCTION = "و"
# Prepositions and ف; of one letter, so they also make other words: ل + جنة (paradise) is لجنة (committee).
_PREPOSITIONS = ("ب", "ل", "ف", "وب", "ول", "فل")
# Rare before a short word, where it mostly makes another one: ك + تاب (repented) is كتاب (book).
_LIKE = "ك"
# The future, before a verb's own prefix only.
_FUTURE = ("س", "وس")
_VERB_PREFIXES = ("ي", "ت", "ن", "ا")

# After a word that does not end in ta marbuta: feminine or "his", her, their, our, nisba, accusative.
_ENDINGS = ("ه", "ها", "هم", "نا", "ي", "يه", "يات", "يون", "يين", "ا")
# Plurals and duals, after longer words only: ان after لبن (yoghurt) is لبنان (Lebanon).
_PLURALS = ("ات", "ون", "ين", "ان")
_TA_MARBUTA = "ه"
# What takes its place.
_FEMININE_ENDINGS = ("ات", "تين", "تان", "ته", "تها", "تهم", "تنا", "تي", "اته", "اتها", "اتهم", "اتنا")
# What is taken off a word that was asked for.
_PRONOUNS = ("ها", "هم", "هما", "نا")
_CUT_ENDINGS = (*_PRONOUNS, "ون", "ين", "ات")

_LEAST_STEM = 3
# What must be left of a word, or what a word must have, for the riskier endings and prefixes.
_LONG = 4
# A form that stands in no more revisions than this is taken on trust: the counts say nothing yet.
_FEW_DOCUMENTS = 10
# Numbers whose endings make other numbers: three and thirty.
_UNINFLECTED = frozenset(("ثلاث", "ثلاثون", "ثلاثين", "اربع", "اربعون", "اربعين", "ثمان", "ثمانون", "ثمانين"))


@dataclass(frozen=True, slots=True)
class Stem:
    """What a word may be without what is written onto it."""

    text: str
    sure: bool
    """True for the word itself, without its article or in another spelling; False where more was cut off."""


@dataclass(frozen=True, slots=True)
class Form:
    """A stem with a prefix and what follows its root; each of them may be empty."""

    stem: Stem
    prefix: str
    root: str
    ending: str

    @property
    def text(self) -> str:
        """The form as it is written."""
        return f"{self.prefix}{self.root}{self.ending}"

    @property
    def beginning(self) -> str:
        """What all forms with this prefix begin with."""
        return f"{self.prefix}{self.root}"

    @property
    def is_own(self) -> bool:
        """True for the stem alone or with the article: what tells how frequent the word is."""
        return self.prefix in ("", *_ARTICLES) and f"{self.root}{self.ending}" == self.stem.text


def inflect(word: str) -> tuple[Form, ...]:
    """Every form that might be the word's, itself included, whether or not such a word exists.

    >>> {"بغداد", "ببغداد", "وبغداد", "بغدادي"} <= {form.text for form in inflect("وبغداد")}
    True
    """
    sure = {stem: Stem(stem, True) for stem in _sure_stems(word)}
    cut = {stem: Stem(stem, False) for known in sure for stem in _cut_stems(known)}
    return tuple(form for stem in (cut | sure).values() for form in _forms(stem))


def shortest_beginnings(beginnings: Iterable[str]) -> list[str]:
    """Those that begin with no other one, sorted: together they cover what all of them do.

    >>> shortest_beginnings(["كتاب", "كتابه", "وكتاب", "كتاب"])
    ['كتاب', 'وكتاب']
    """
    kept: list[str] = []
    for beginning in sorted(set(beginnings)):
        if not kept or not beginning.startswith(kept[-1]):
            kept.append(beginning)
    return kept


def keep_likely(forms: Sequence[Form], documents: Mapping[str, int]) -> list[str]:
    """The forms that exist and are likely to be the word's, sorted.

    `documents` gives the number of revisions that have a form. A stem that is not sure counts only if it
    stands by itself, bare or with the article. A form with a preposition or an ending is rarer than the word
    itself; one that is more frequent is taken for another word.
    """
    own: Counter[Stem] = Counter()
    for form in forms:
        if form.is_own:
            own[form.stem] += documents.get(form.text, 0)

    def is_likely(form: Form) -> bool:
        and_it = form.prefix == _CONJUNCTION and f"{form.root}{form.ending}" == form.stem.text
        at_most = max(own[form.stem], _FEW_DOCUMENTS)
        return form.is_own or and_it or documents[form.text] <= at_most

    standing = [form for form in forms if form.text in documents and (form.stem.sure or own[form.stem])]
    return sorted({form.text for form in standing if is_likely(form)})


def _sure_stems(word: str) -> Iterator[str]:
    longest_first = sorted(_ARTICLES, key=len, reverse=True)
    article = next((prefix for prefix in longest_first if word.startswith(prefix)), "")
    bare = [word, word.removeprefix(article)] if len(word) - len(article) >= _LEAST_STEM else [word]
    yield from bare
    for stem in bare:
        yield from _other_spellings(stem)


def _other_spellings(word: str) -> Iterator[str]:
    """مسؤول and مسئول, سوريا and سورية, وزراء and وزرا, as they are once folded."""
    for here, there in (("وو", "يو"), ("يو", "وو")):
        if here in word:
            yield word.replace(here, there, 1)
    for here, there in (("يا", "يه"), ("يه", "يا"), ("اء", "ا"), ("ا", "اء")):
        if word.endswith(here) and len(word) > _LONG:
            yield f"{word.removesuffix(here)}{there}"


def _cut_stems(word: str) -> Iterator[str]:
    if word.startswith((_CONJUNCTION, _LIKE, *_PREPOSITIONS)) and len(word) > _LONG:
        yield word[1:]
    if word in _UNINFLECTED:
        return
    for ending in _CUT_ENDINGS:
        if word.endswith(ending):
            yield from _without_ending(word.removesuffix(ending), ending)
    if word.endswith("يه") and len(word) > _LONG + 1:
        yield word.removesuffix(_TA_MARBUTA)


def _without_ending(stem: str, ending: str) -> Iterator[str]:
    if len(stem) >= _LONG:
        yield stem
    if ending == "ات" and len(stem) >= _LEAST_STEM:
        yield f"{stem}{_TA_MARBUTA}"
    if ending in _PRONOUNS and stem.endswith("ت") and len(stem) >= _LONG:
        yield f"{stem.removesuffix('ت')}{_TA_MARBUTA}"


def _forms(stem: Stem) -> Iterator[Form]:
    is_long = len(stem.text) >= _LONG
    root, endings = _root_and_endings(stem.text, is_long)
    future = _FUTURE if stem.text.startswith(_VERB_PREFIXES) else ()
    like = (_LIKE,) if is_long else ()
    for prefix in ("", _CONJUNCTION, *_ARTICLES, *_PREPOSITIONS, *like, *future):
        for ending in endings:
            yield Form(stem, prefix, root, ending)


def _root_and_endings(stem: str, is_long: bool) -> tuple[str, tuple[str, ...]]:
    if stem in _UNINFLECTED:
        return stem, ("",)
    if stem.endswith(_TA_MARBUTA):
        return stem.removesuffix(_TA_MARBUTA), (_TA_MARBUTA, *_FEMININE_ENDINGS)
    return stem, ("", *_ENDINGS, *(_PLURALS if is_long else ()))
