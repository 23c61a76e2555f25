"""What tells languages of one script apart: their commonest words, and letters that the others do not write."""

import re
from collections.abc import Iterable, Mapping

# The commonest words of each language in Latin letters: between one word in four and one in three of any prose.
COMMONEST_WORDS: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in a is that for on was with as it by at from are be this has have had an will not were said "
        "its which their but they he his she her after who been or more would about into up than one also".split()
    ),
    "fr": frozenset(
        "le la les de des du un une et est en que qui dans pour pas par sur au aux avec ce cette il elle son sa ses "
        "plus ont été leur mais ne se sont d'un d'une l'a n'a c'est ou où selon".split()
    ),
    "de": frozenset(
        "der die das und in den von zu mit ist des im für auf dem nicht ein eine sich auch als an es dass werden wird "
        "aus er hat sie nach bei einer um am sind noch wie einem über so zum war haben nur oder aber".split()
    ),
    "es": frozenset(
        "el la los las de que y en un una por con para del se su al es lo como más no ha sus le este esta fue son "
        "pero también entre sobre desde hasta según".split()
    ),
    "it": frozenset(
        "il lo la i gli le di che e è un una per in con del della dei delle non si da al alla nel nella sono ha come "
        "più anche ma dal dalla suo sua questo".split()
    ),
    "pt": frozenset(
        "o a os as de que e do da dos das em um uma para com não no na por se mais como ao foi são pelo pela sua seu "
        "também ou já mas segundo".split()
    ),
    "nl": frozenset(
        "de het een en van in op dat te is die voor met zijn niet aan er om ook als bij naar uit door maar dan nog "
        "wordt hebben heeft over tot deze werd".split()
    ),
    "ku": frozenset(
        "û li ji bi jî ku ye bû bûn hatin hatiye kir kirin kiriye dike dikin dibe xwe wê wî wan yên yê vê ev ew lê "
        "hemû navbera gotin tê".split()
    ),
    "tr": frozenset("ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise ancak göre her değil".split()),
}
_ARABIC_SCRIPT_WORDS: Mapping[str, frozenset[str]] = {
    "ar": frozenset(
        "في من على الى إلى أن ان إن عن مع هذا هذه التي الذي الذين وقد قد كان كانت وكان وكانت لم ولم لا ولا بعد قبل بين "
        "وقال قال وقالت أو او كما منذ حتى كل ذلك وفي ومن وعلى وأن غير عام نحو بحسب خلال عند بن هو هي".split()
    ),
    "fa": frozenset(
        "را در از به که این است با برای آن شد شده بود های خود تا یک گفت کرد اند می هم شود دارد کند نیز روز شدند بر "
        "خواهد کرده باشد".split()
    ),
    "ur": frozenset(
        "کے کی میں ہے سے اور کا نے پر کو ہیں اس یہ تھا تھی تھے جو بھی کہ ایک کر گیا گئی ہو ہوا لیے وہ رہا".split()
    ),
    "ckb": frozenset("لە بە بۆ ئەو ئەم بوو لەو هەر یان دەکات سەر پێ وەک ناو گوتی".split()),
    "ps": frozenset("په د او چې دی ته له کې سره یې دا هغه شو کړ وو کوي".split()),
}
# Letters that only one or some of the languages write.
_LETTERS: Mapping[str, str] = {
    "ur": "ٹڈڑںےہھۓ",
    "ckb": "ێۆڕڵەڤ",
    "ps": "ښېۍټډړږځڅګڼ",
    "fa": "ژ",
    "ar": "ةأإؤ",
}
# The article at the start of a word; each word on a line of its own.
_ARTICLES = re.compile(r"^[وفبك]?ال\w{2,}|^[وف]?لل\w{2,}", re.MULTILINE)
# The same in a text of ASCII, in half the time.
_ASCII_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")
_NO_LETTERS = bytes(code if chr(code).isalpha() and code < 128 else 32 for code in range(256))
_WORD = re.compile(r"[^\W\d_]+(?:['’\u200c][^\W\d_]+)*")
# Letters and digits that stand on the keyboards of some of the languages: they decide where nothing else does.
_KEYBOARDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("[يك]"), ("ar",)),
    (re.compile("[یک]"), ("fa", "ur", "ckb", "ps")),
    (re.compile("[پچگ]"), ("fa", "ur", "ckb")),
    (re.compile("[۰-۹]"), ("fa", "ur", "ps")),
)


def _languages_of_words(known_words: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(language for language, known in known_words.items() if word in known)
        for word in frozenset().union(*known_words.values())
    }


_LANGUAGES_OF_WORDS = _languages_of_words(COMMONEST_WORDS)
_LANGUAGES_OF_ARABIC_SCRIPT = _languages_of_words(_ARABIC_SCRIPT_WORDS)
_LETTER_WEIGHT = 0.5
_KEYBOARD_WEIGHT = 0.1
_CERTAIN_SCORE = 2.0
_CERTAIN_LEAD = 1.5


def arabic_script_scores(text: str) -> dict[str, float]:
    """How much in a text in Arabic script speaks for each language: about one for each word that is only its own.

    >>> certain_language(arabic_script_scores("این خط از روی یازده پل می‌گذرد"))
    'fa'
    """
    words = [word.removeprefix("و") if len(word) > 4 else word for word in _WORD.findall(text)]
    scores = _count_words(words, _LANGUAGES_OF_ARABIC_SCRIPT, _ARABIC_SCRIPT_WORDS)
    if "ی" in text or "ک" in text:
        scores["ar"] = float(sum(_spelt_in_arabic(word) in _ARABIC_SCRIPT_WORDS["ar"] for word in words))
    scores["ar"] += len(_ARTICLES.findall("\n".join(words)))
    for language, letters in _LETTERS.items():
        scores[language] += _LETTER_WEIGHT * sum(map(text.count, letters))
    for keyboard, languages in _KEYBOARDS:
        typed = _KEYBOARD_WEIGHT * len(keyboard.findall(text))
        for language in languages:
            scores[language] += typed
    return scores


def latin_scores(text: str) -> dict[str, float]:
    """How many of a text's words are among the commonest of each language in Latin letters."""
    lowered = text.lower().replace("’", "'")
    if not lowered.isascii():
        words = _WORD.findall(lowered)
    elif "'" in lowered:
        words = _ASCII_WORD.findall(lowered)
    else:
        words = lowered.encode().translate(_NO_LETTERS).decode().split()
    return _count_words(words, _LANGUAGES_OF_WORDS, COMMONEST_WORDS)


def _count_words(
    words: Iterable[str], known: Mapping[str, tuple[str, ...]], languages_told: Iterable[str]
) -> dict[str, float]:
    counts = dict.fromkeys(languages_told, 0.0)
    for languages in filter(None, map(known.get, words)):
        for language in languages:
            counts[language] += 1
    return counts


def certain_language(scores: Mapping[str, float]) -> str | None:
    """The language that the scores leave no doubt about; None where there is too little or two are near."""
    first, second, *_ = sorted(scores.values(), reverse=True)
    if first < _CERTAIN_SCORE or first < _CERTAIN_LEAD * second:
        return None
    return next(language for language, score in scores.items() if score == first)


def _spelt_in_arabic(word: str) -> str:
    """The word as Arabic spells it: typed on a Persian keyboard it has that keyboard's yeh and kaf."""
    return word.replace("ی", "ي").replace("ک", "ك")
