"""Names and titles mined from aligned texts: what renders them, what does not, and when the usual way changed."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from crawler.glossary import AlignedText, mine_glossary
from crawler.lexicon import Lexicon
from crawler.models.terms import Change, Rendering, SettledPair, Term, build_term, list_terms
from crawler.naming.lexicon_words import stem_arabic, stems_of_english

DAY = date(2026, 1, 26)
WORDS = Lexicon(
    {
        (*stems_of_english(english), stem_arabic(arabic)): sureness
        for english, arabic, sureness in (
            ("ministry", "وزارة", 0.7),
            ("defence", "الدفاع", 0.8),
            ("health", "الصحة", 0.8),
            ("airport", "مطار", 0.8),
            ("president", "الرئيس", 0.7),
            ("egypt", "مصر", 0.8),
            ("ceasefire", "وقف", 0.4),
            ("ceasefire", "إطلاق", 0.4),
            ("ceasefire", "النار", 0.4),
            ("supreme", "العليا", 0.6),
            ("court", "المحكمة", 0.6),
            ("uk", "المملكة", 0.6),
            ("uk", "المتحدة", 0.4),
            ("fda", "الغذاء", 0.5),
            ("united", "المتحدة", 0.2),
            ("states", "المتحدة", 0.4),
        )
    }
)


def mined(*pairs: tuple[str, str], lexicon: Lexicon | None = WORDS, phrase: str = "") -> dict[str, list[str]]:
    """Each English term with its renderings; every pair is given twice, since some are believed only then."""
    texts = [AlignedText(english, arabic, DAY) for english, arabic in pairs for _ in range(2)]
    glossary = mine_glossary(texts, lexicon, phrase)
    return {term.text: [one.text for one in term.renderings] for term in glossary.english}


MINED = [
    # A name, with whatever is prefixed to it in the sentence.
    ("Talks with Lavrentyev ended.", "انتهت المحادثات مع لافرينتيف.", {"Lavrentyev": ["لافرينتيف"]}),
    ("They met and Lavrentyev left.", "اجتمعوا ولافرينتيف غادر.", {"Lavrentyev": ["لافرينتيف"]}),
    ("A letter was sent to Berlin.", "أرسلت رسالة لبرلين.", {"Berlin": ["برلين"]}),
    ("He saw Peru and Venezuela.", "رأى بيرو وفنزويلا.", {"Venezuela": ["فنزويلا"]}),
    ("He lives in Baghdad.", "يعيش في بغداد.", {"Baghdad": ["بغداد"]}),
    ("He flew to Washington.", "طار إلى واشنطن.", {"Washington": ["واشنطن"]}),
    ("He flew from California.", "طار من كاليفورنيا.", {"California": ["كاليفورنيا"]}),
    # A possessive ends a name.
    ("He read Austin's letter.", "قرأ رسالة أوستن.", {"Austin": ["أوستن"]}),
    # A short name counts beside a longer one, in the same order.
    ("He saw Lloyd Austin there.", "رأى لويد أوستن هناك.", {"Lloyd Austin": ["لويد أوستن"]}),
    # One English word for two Arabic ones.
    ("He saw Abdulrahman there.", "رأى عبد الرحمن هناك.", {"Abdulrahman": ["عبد الرحمن"]}),
    ("He left for al-Qaim.", "غادر إلى القائم.", {"al-Qaim": ["القائم"]}),
    # A title of several words, in the order of either language.
    ("the Ministry of Defence said so.", "وزارة الدفاع قالت ذلك.", {"Ministry of Defence": ["وزارة الدفاع"]}),
    ("the Supreme Court said so.", "المحكمة العليا قالت ذلك.", {"Supreme Court": ["المحكمة العليا"]}),
    ("it was said by the Ministry of Health.", "قيل ذلك من وزارة الصحة.", {"Ministry of Health": ["وزارة الصحة"]}),
    ("he came to Baghdad Airport today.", "وصل إلى مطار بغداد اليوم.", {"Baghdad Airport": ["مطار بغداد"]}),
    # A title before a name is an entry of its own.
    ("he saw President Lavrentyev.", "رأى الرئيس لافرينتيف.", {"Lavrentyev": ["لافرينتيف"], "President": ["الرئيس"]}),
    # A country that is called otherwise in Arabic.
    ("It came from Egypt today.", "جاء من مصر اليوم.", {"Egypt": ["مصر"]}),
    # An acronym with all that the lexicon knows of it; never with one word alone.
    ("It left the UK today.", "غادر المملكة المتحدة اليوم.", {"UK": ["المملكة المتحدة"]}),
    ("It left the FDA today.", "غادر إدارة الغذاء اليوم.", {}),
    # Of two words that always stand together the lexicon cannot say which renders which.
    ("It left the United States today.", "غادر الولايات المتحدة اليوم.", {}),
    # Days and months are no names, nor is what merely begins a sentence.
    ("On Tuesday in March he left.", "غادر الثلاثاء في مارس.", {}),
    ("Ceasefire talks went on, a ceasefire held.", "استمرت محادثات وقف إطلاق النار.", {}),
    ("Health came first. His health was good.", "الصحة أولا. صحته كانت جيدة.", {}),
    # Nothing in the Arabic text renders it.
    ("He saw Hargreaves there.", "رآه هناك.", {}),
]


@pytest.mark.parametrize(("english", "arabic", "terms"), MINED, ids=[english for english, _, _ in MINED])
def test_names_and_titles_are_found_with_what_renders_them(english: str, arabic: str, terms: dict[str, list[str]]):
    assert mined((english, arabic)) == terms


def test_without_a_lexicon_only_what_is_written_by_its_sound_is_found():
    pairs = [(english, arabic) for english, arabic, _ in MINED]
    found = mined(*pairs, lexicon=None)
    assert {"Lavrentyev", "Lloyd Austin", "Abdulrahman"} <= found.keys()
    assert not {"Ministry of Defence", "Egypt", "President"} & found.keys()


def test_a_headline_in_title_case_gives_only_names_that_have_a_capital_elsewhere():
    headline = ("Health Talks In Baghdad Reach Ministry", "محادثات الصحة في بغداد تصل إلى الوزارة")
    plain = ("good health to the ministry of Baghdad", "الصحة الجيدة لوزارة بغداد")
    assert mined(headline, plain) == {"Baghdad": ["بغداد"]}


def test_a_prefixed_letter_is_cut_off_where_the_rest_is_known():
    pairs = [("In Lebanon", "في لبنان"), ("to Lebanon", "للبنان"), ("from Lebanon", "ولبنان"), ("of Lebanon", "بلبنان")]
    assert mined(*((f"it went {english}.", arabic) for english, arabic in pairs)) == {"Lebanon": ["لبنان"]}


def test_a_word_that_is_asked_for_is_looked_up_in_whatever_case():
    pair = ("A ceasefire began; the ceasefire held.", "بدأ وقف إطلاق النار؛ صمد وقف إطلاق النار.")
    assert mined(pair) == {}
    assert mined(pair, phrase="ceasefire") == {"ceasefire": ["وقف إطلاق النار"]}


def used(term: str, *renderings: tuple[str, int, int, int]) -> list[AlignedText]:
    """Texts that render the term so, (rendering, how often, from that day on, every so many days)."""
    return [
        AlignedText(f"They saw {term} there.", f"رأوا {rendering} هناك.", DAY + timedelta(days=first + step * number))
        for rendering, count, first, step in renderings
        for number in range(count)
    ]


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def test_renderings_are_counted_and_dated_and_a_change_of_the_usual_one_is_told():
    texts = used("Lavrentyev", ("لافرينتيف", 9, 0, 1), ("لافرنتييف", 5, 10, 2), ("لافرينتييف", 1, 3, 1))
    expected = Term(
        "Lavrentyev",
        15,
        day(0),
        day(18),
        (
            Rendering("لافرينتيف", 9, day(0), day(8)),
            Rendering("لافرنتييف", 5, day(10), day(18)),
            Rendering("لافرينتييف", 1, day(3), day(3)),
        ),
        Change(day(10), "لافرينتيف", "لافرنتييف"),
    )
    assert mine_glossary(texts).english == (expected,)


@pytest.mark.parametrize(
    "renderings",
    [
        (("لافرينتيف", 9, 0, 1),),
        (("لافرينتيف", 9, 0, 1), ("لافرنتييف", 2, 10, 1)),  # too few
        (("لافرينتيف", 9, 0, 2), ("لافرنتييف", 9, 1, 2)),  # side by side
    ],
)
def test_no_change_is_told_of_what_is_no_change(renderings: tuple[tuple[str, int, int, int], ...]):
    (term,) = mine_glossary(used("Lavrentyev", *renderings)).english
    assert term.change is None


def test_renderings_that_are_used_at_random_hardly_ever_look_like_a_change():
    chosen = random.Random(20260126)
    told = 0
    for _ in range(300):
        days: dict[str, Counter[date]] = {"لافرينتيف": Counter(), "لافرنتييف": Counter()}
        for number in range(chosen.choice((8, 12, 20, 60, 200))):
            days[chosen.choice(list(days))][day(number)] += 1
        pairs = [SettledPair("Lavrentyev", one, used, ()) for one, used in days.items() if used]
        told += build_term(pairs).change is not None
    assert told <= 300 * 0.03


def test_the_spellings_of_an_arabic_name_are_listed_the_other_way_round():
    texts = [*used("Lavrentyev", ("لافرينتيف", 3, 0, 1)), *used("Lavrentiev", ("لافرينتيف", 2, 5, 1))]
    assert mine_glossary(texts).arabic == (
        Term(
            "لافرينتيف",
            5,
            day(0),
            day(6),
            (Rendering("Lavrentyev", 3, day(0), day(2)), Rendering("Lavrentiev", 2, day(5), day(6))),
            None,
        ),
    )


def test_the_order_of_the_texts_does_not_matter():
    texts = [AlignedText(english, arabic, day(place)) for place, (english, arabic, _) in enumerate(MINED * 3)]
    texts += used("Lavrentyev", ("لافرينتيف", 9, 0, 1), ("لافرنتييف", 5, 10, 2))
    shuffled = random.Random(20260126).sample(texts, len(texts))
    assert mine_glossary(shuffled, WORDS) == mine_glossary(texts, WORDS)


def test_terms_are_listed_by_a_word_of_theirs_or_of_a_rendering():
    glossary = mine_glossary([AlignedText(english, arabic, DAY) for english, arabic, _ in MINED * 2], WORDS)
    for phrase in ("lloyd", "Lloyd Aus", "لويد", "أوستن"):
        assert "Lloyd Austin" in [term.text for term in list_terms(glossary.english, phrase)], phrase
    assert list(list_terms(glossary.english, "loyd")) == []
