"""Where sentences end in both scripts, and what only looks like an end."""

from itertools import pairwise

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from crawler.alignment.sentences import split_sentences

# "|" stands between two sentences.
ENGLISH = [
    "The bridge fell. | Nobody was hurt.",
    "Was it known? | It was! | So they said…",
    "Mr. Halabi met Dr. Omar and Prof. R. Saadi. | Gen. Aziz was absent.",
    "Sens. Carter and Reid wrote to Lt. Col. Nader. | The Rev. J. K. Moss signed too.",
    "The U.S. Navy left. | He flew to the U.S. | The next day he was back.",
    "It opens at 6 p.m. on Sunday. | It shuts at 11 p.m. | They leave by bus.",
    "It opens at 6 a.m. Tuesday. | On 3.5.2024 it was shut.",
    "Prices rose 12.5 per cent. | 40 shops closed.",
    "See news.example or mail desk@news.example. | Node.js is down.",
    "On Dec. 26 it rained. | In Sept. the rain stopped.",
    "They sat. | Boys and girls ran in. | He was ill. | Doctors came.",
    "See No. 5 and p. 12 of vol. 2. | Did he? | No. | Officials agree.",
    "Smith v. Jones was heard. | Salt, oil, etc. were sold, i.e. the goods of Baker Inc. and of Bond & Co. Ltd.",
    "Salt, oil, etc. | The rest was kept.",
    '"We are here." | "Where?" | The line broke.',
    '"We are here". | They were not.',
    '"Why now?" asked Omar. | "Never!" Omar Aziz said. | "Really?" he wondered.',
    "(The road is shut.) | Another is open (since June). | It is narrow.",
    "He waited ... and left. | She waited . . . | He did not come back.",
    "“… it was late,” he said. | It was [...] too late.",
    "1. Open the door. | 2. Go in. | B. Look around.",
    "Puff Daddy, P. Diddy or Diddy came. | J.-P. Moreau did not.",
    "It was over. | al-Furat was flooded. | iPhones rang.",
    "The ship, the St. Anne, lay off Ft. Gray. | It sank.",
    "Who came?! | All of them!!! | Nobody left.",
    "He took vitamin D. | Large doses of it. | The Model Y. | Police came in World War I. | Nobody did.",
    "Tea & Co. | We’re open. | See topic no. 751.",
    "ii. Close the door. | Iv. Leave.",
    "All is well. | That is it. ↩",
    "Heads of state: kings; queens, too",
]
ARABIC = [
    "سقط الجسر. | لم يصب أحد.",
    "هل كان ذلك معروفاً؟ | نعم! | هكذا قالوا… | وانتهى الأمر.",
    "قال د. عمر: جاء أ.د. سامي، وم. خالد ود. ليلى. | وغادروا.",
    "العنوان: ص.ب. 125، هاتف 4410. | المكتب مغلق.",
    "ارتفعت الأسعار 12.5 في المئة. | أُغلق 40 متجراً.",
    "ارتفعت ١٢٫٥ في المئة، أو ١٢.٥؛ ثم هبطت. | وعادت.",
    "«نحن هنا.» | ثم انقطع الخط.",
    "«نحن هنا». | ثم انقطع الخط.",
    "\"نحن هنا\". | 'لم نغادر.' | ثم انقطع الخط.",
    "«إلى متى؟» تساءل الرجل. | «لن نعود!» صاح آخر.",
    "«إلى متى؟» | وتساءل الرجل.",
    "نعم . » | ثم انقطع الخط .",
    "ماذا ؟ ! | لا شيء.",
    "1. افتح الباب. | 2. ادخل. | أ. انظر حولك.",
    "جاء في ص. 15 و ج. 2 من الكتاب. | ثم ضاع.",
    "توفي سنة 656 هـ. | وولد عام 1258 م. | والمدينة عمرها 500 ق.م. | وأكثر.",
    "جورج دبليو. بوش ورئيسه روي في. واد. | قالت بي بي سي. | وأكدت سي إن إن.",
    "قال J. K. Moss إنه غادر إلى U.S. يوم الأحد. | وعاد.",
    "كتب في الموقع news.example أمس. | وحذف ما كتب.",
    "أعلن (أ.ف.ب) ذلك. | ونقلت عنها أ ف ب. | ونفت روسيا.",
    "قال: … ثم صمت. | (...) وعاد ليقول: لا.",
    "جاء الوزير (!) وغادر. | لا تعليق.",
    "انتهى.\u200f | بدأ.",
    "28 أكتوبر.. الحكم في القضية. | المجموعة ب. | وهي أقوى من بروتين إس. | انتهى.",
    "أعلن موقع أخبارنا.نت ذلك. | ما هي البرامج؟ #",
    "كَتَبَ د. عُمَر. | وذَهَبَ.",
]
OTHERS = [
    ("ur", "یہ سچ ہے۔ | وہ چلا گیا۔"),
    ("fa", "او رفت. | چرا؟ | کسی نمی‌داند."),
    ("fr", "Il est parti. | Où ? | Personne ne sait."),
]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "marked"), [*(("en", text) for text in ENGLISH), *(("ar", text) for text in ARABIC), *OTHERS]
)
def test_sentences_end_where_a_reader_ends_them(language: str, marked: str) -> None:
    assert split(marked.replace(" | ", " "), language) == marked.split(" | ")


def test_a_missing_space_ends_a_sentence_between_arabic_words_only() -> None:
    text = "وصلت القافلة.وأضاف المصدر ذلك.ثم غادرت ج.م.ع. أمس."
    assert split(text, "ar") == ["وصلت القافلة.", "وأضاف المصدر ذلك.", "ثم غادرت ج.م.ع. أمس."]
    assert split(text, "en") == [text]
    assert split("It was late.Then it ended.", "en") == ["It was late.Then it ended."]


@pytest.mark.parametrize(("text", "spans"), [("", ()), (" \n", ()), (" one. ", ((1, 5),)), ("?!", ((0, 2),))])
def test_spans_leave_out_white_space_at_both_ends(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert split_sentences(text, "en") == spans


PIECES = st.sampled_from(
    [
        *".!?؟…۔\"'«»“”()[] \n\u200f",
        "Mr",
        "U.S",
        "p.m",
        "No",
        "12",
        "He",
        "said",
        "قال",
        "د",
        "أ.د",
        "م",
        "المدينة",
        "في",
    ]
)


@seed(1)
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["en", "ar", "ur"]))
def test_spans_are_in_order_apart_and_lose_nothing(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    sentences = [text[start:end] for start, end in spans]
    assert sentences == [sentence.strip() for sentence in sentences]
    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert all(split(sentence, language) for sentence in sentences)
