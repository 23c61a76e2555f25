"""What tells languages of one script apart: their commonest words, and letters that the others do not write."""

import re
from collections.abc import Iterable, Mapping

from crawler.text_words import spelt_words_of

ARABIC_SCRIPT_LANGUAGES = frozenset({"ar", "fa", "ur", "ckb", "ps"})

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
        "û li ji bi jî ku ye bû bûn hatin hatiye hat kir kirin kiriye dike dikin dibe xwe wê wî wan yên yê vê ev ew lê "
        "hemû navbera got gotin tê bo nav".split()
    ),
    "tr": frozenset(
        "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise ancak göre her değil en hem ya şu iki ilk "
        "yeni içinde arasında tarafından oldu etti dedi var diye karşı ifade ise şekilde büyük".split()
    ),
    "ca": frozenset(
        "el la els les de que i en un una per amb del dels es al als a com més no ha han seu seva va ser són però "
        "també aquest aquesta pel pels sobre fins".split()
    ),
    "ro": frozenset(
        "și şi în a de la cu pe din care să nu este o un pentru mai au că fost sunt prin după fi ca dar al ale sau "
        "acest această ar între către lui".split()
    ),
    "pl": frozenset(
        "i w na z do się nie że to jest o jak po od za przez są ale co dla czy oraz jego był było tym tego który która "
        "które też już być może ze ich".split()
    ),
    "cs": frozenset(
        "a v se na že je o s z do i to ve pro za by jako ale k od po jsou který která které při si až podle nebo jeho "
        "byl bylo byla také už však".split()
    ),
    "sk": frozenset(
        "a v sa na že je o s z do aj to vo pre za by ako ale k od po sú ktorý ktorá ktoré pri si až podľa alebo jeho "
        "bol bolo bola tiež už však".split()
    ),
    "sl": frozenset(
        "je in v na se da za so ki z pa bi tudi ne kot ni od po pri ali še bo iz do le o lahko kar bil ter".split()
    ),
    "hr": frozenset(
        "i u je na se da su za od s o a će ne kako iz koji koje kao ali bi što biti bio bila nije do po te samo još "
        "već nakon prema".split()
    ),
    "hu": frozenset(
        "a az és hogy nem is egy ez meg de volt csak már még mint el ki azt vagy szerint után lesz ezt ha fel be majd "
        "kell lehet pedig között".split()
    ),
    "sv": frozenset(
        "och att det i är som för på av med den till inte har om ett en var från han de sig kan men så också efter vid "
        "under skulle hade säger".split()
    ),
    "da": frozenset(
        "og at det i er som for på af med den til ikke har om et en var fra han de sig kan men så også efter ved under "
        "skulle havde siger der blev bliver".split()
    ),
    "no": frozenset(
        "og at det i er som for på av med den til ikke har om et en var fra han de seg kan men så også etter ved under "
        "skulle hadde sier det blir ble".split()
    ),
    "fi": frozenset(
        "ja on ei se että oli hän mutta ovat kun myös tai jos niin kuin sen hänen mukaan joka ole olla vain voi jo nyt "
        "mitä siitä ollut sitä tämä".split()
    ),
    "et": frozenset(
        "ja on ei et see oli ka kui aga ta mis oma kes selle pole siis või ning tema veel olid nii seda pärast".split()
    ),
    "lt": frozenset(
        "ir kad yra į su iš tai bet kaip apie už buvo jis dėl nuo ar pagal po prie bus jo dar labai tik jau iki".split()
    ),
    "lv": frozenset(
        "un ir ka no uz ar par bet tas kas arī pēc kā vai tika bija lai ne viņš to gan šo pie līdz vairāk".split()
    ),
    "sq": frozenset(
        "të e në dhe i për me një që nga më u është si do nuk ka janë por kjo pas ishte tij edhe ky duke kanë apo se "
        "ka".split()
    ),
    "az": frozenset("və bu bir ilə üçün ki də da olan olub edib isə onun sonra amma daha görə qeyd həm var".split()),
    "so": frozenset(
        "ee iyo in ka ku oo u ay soo waxaa la ugu uu waa ayaa kale aan isku sheegay kuwa dalka markii laga"
        " kasoo".split()
    ),
    "sw": frozenset(
        "ya na wa kwa ni katika za la kuwa hiyo huyo cha hii baada vya ambao yake kama alisema lakini pia"
        " kutoka".split()
    ),
    "id": frozenset(
        "yang dan di dari untuk dengan ini itu dalam tidak pada akan juga ada oleh sebagai ke bahwa telah kepada dia "
        "mereka karena atau bisa lebih saat para menjadi sudah".split()
    ),
    "ha": frozenset(
        "da na a ta ya ba ne ce cikin wannan yi wani suka shi su ga don kuma daga domin kan mai za an wata"
        " ke sun".split()
    ),
    "tl": frozenset("ang ng sa na mga ay at si ni kay para ito hindi kung may nang siya din rin ayon".split()),
    "vi": frozenset(
        "của và là có các cho không được trong một người với những đã này khi từ đến để về tại ra nhiều vào cũng "
        "năm".split()
    ),
}
# Languages so near another that the words of that one tell them from all the others.
NEAR_LANGUAGES: Mapping[str, str] = {
    "nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "sh": "hr", "ms": "id", "gl": "pt", "fil": "tl"
}  # fmt: skip
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
# An address or the name of a site, the last part of which may be a common word: "heise.de", "futurezone.at".
# It is looked for by its point.
_NAME_OF_SITE = re.compile(r"\.(?<=\w\.)[^\W\d_]")
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
# Of a text so few words are a language's commonest by chance: one that is not known here may share some with it.
_CERTAIN_SHARE = 0.1


def arabic_script_scores(text: str) -> dict[str, float]:
    """How much in a text in Arabic script speaks for each language: about one for each word that is only its own.

    >>> certain_language(arabic_script_scores("این خط از روی یازده پل می‌گذرد"), 7)
    'fa'
    """
    words = [word.removeprefix("و") if len(word) > 4 else word for word in spelt_words_of(text)]
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
    if _NAME_OF_SITE.search(text):
        text = " ".join(word for word in text.split() if not _NAME_OF_SITE.search(word))
    words = spelt_words_of(text.lower())
    return _count_words(words, _LANGUAGES_OF_WORDS, COMMONEST_WORDS)


def _count_words(
    words: Iterable[str], known: Mapping[str, tuple[str, ...]], languages_told: Iterable[str]
) -> dict[str, float]:
    counts = dict.fromkeys(languages_told, 0.0)
    for languages in filter(None, map(known.get, words)):
        for language in languages:
            counts[language] += 1
    return counts


def certain_language(scores: Mapping[str, float], words: int) -> str | None:
    """The language that the scores of so many words leave no doubt about; None for too few, or where two are near."""
    first, second, *_ = sorted(scores.values(), reverse=True)
    if first < max(_CERTAIN_SCORE, _CERTAIN_SHARE * words) or first < _CERTAIN_LEAD * second:
        return None
    return next(language for language, score in scores.items() if score == first)


def _spelt_in_arabic(word: str) -> str:
    """The word as Arabic spells it: typed on a Persian keyboard it has that keyboard's yeh and kaf."""
    return word.replace("ی", "ي").replace("ک", "ك")
