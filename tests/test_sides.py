"""Where the two languages of an article stand on one page, and what is no side of it."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from crawler.page.sentences_in_turn import sentences_in_turn

URL = "https://quay.example/2026/11/ferry/"
HEADS = {"en": "A ferry pilot who counts his crossings", "ar": "ربان عبّارة يحصي رحلاته منذ أربعين سنة"}
TEXTS = {
    "en": [
        "Every morning before five, Karim Mansour writes one line into a small green book and starts the engine.",
        "The book holds the date, the height of the water and how many crossed, and it goes back to 1987.",
        "Last winter he typed all of it into a computer, and a cousin wrote a short program that draws the curve.",
        "It turned out that the river is lowest two weeks earlier than it was when he began to count.",
    ],
    "ar": [
        "كل صباح قبل الخامسة يكتب كريم منصور سطراً في دفتر أخضر صغير ثم يدير محرك العبّارة.",
        "ويضم الدفتر التاريخ وارتفاع الماء وعدد من عبروا، ويعود إلى عام 1987 حين اشتراها والده.",
        "وفي الشتاء الماضي أدخل كل ذلك في حاسوب، وكتب قريب له برنامجاً قصيراً يرسم المنحنى.",
        "وتبين أن النهر يبلغ أدنى مستوياته قبل أسبوعين مما كان عليه حين بدأ يحصي رحلاته.",
    ],
}
OTHER_NEWS = [
    "أعلنت البلدية فتح الجسر القديم بعد إصلاح دام أحد عشر شهراً وكلف أربعة ملايين في عام 2026.",
    "وقال المهندس المشرف إن العمال بدلوا الألواح الخشبية كلها وكل برغي في النصف الشرقي من الجسر.",
    "ويعبر الجسر كل يوم آلاف المشاة والدراجات، ولا يسمح للعربات بعبوره منذ أكثر من تسعين سنة.",
    "وينتظر التجار على الضفتين أن تعود الحركة إلى السوق القديم قبل حلول الشتاء وموسم الأعياد.",
]


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def editions_of(body):
    html = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{HEADS["en"]} - The Quay</title></head>
    <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main>{body}</main></body></html>"""
    return {
        edition.language: (edition.text(Role.HEADLINE), list(edition.texts(Role.PARAGRAPH)))
        for edition in extract_page(html, URL).editions
    }


ENGLISH = f"<article><h1>{HEADS['en']}</h1>{paragraphs(TEXTS['en'])}</article>"
BOTH = {language: (HEADS[language], TEXTS[language]) for language in ("en", "ar")}
IN_TURN = " ".join(f"{one} {other}" for one, other in zip(TEXTS["en"], TEXTS["ar"], strict=True))
LAYOUTS = {
    "beside the article, of no stated direction": (
        f"{ENGLISH}<aside class='col-4'><h2>{HEADS['ar']}</h2>{paragraphs(TEXTS['ar'])}</aside>"
    ),
    "beside the article, called a translation": (
        f"{ENGLISH}<aside class='translation'><h2>{HEADS['ar']}</h2>{paragraphs(TEXTS['ar'])}</aside>"
    ),
    "hidden in elements of one class, headline and text": (
        f"<article><h1><span class='in-en'>{HEADS['en']}</span><span class='in-ar' style='display:none'>{HEADS['ar']}"
        f"</span></h1><div class='in-en'>{paragraphs(TEXTS['en'])}</div>"
        f"<div class='in-ar' style='display:none'>{paragraphs(TEXTS['ar'])}</div></article>"
    ),
    "sentence by sentence in one paragraph": f"<article><h1>{HEADS['en']} | {HEADS['ar']}</h1><p>{IN_TURN}</p></article>",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_both_sides_of_an_article_are_read(body):
    assert editions_of(body) == BOTH


def test_other_news_beside_an_article_is_no_side_of_it_though_as_long_and_of_the_same_year():
    english = [line.replace("1987", "2026") for line in TEXTS["en"]]
    article = f"<article><h1>{HEADS['en']}</h1>{paragraphs(english)}</article>"
    found = editions_of(f"{article}<aside class='col-4'><h2>فتح الجسر القديم</h2>{paragraphs(OTHER_NEWS)}</aside>")
    assert found == {"en": (HEADS["en"], english)}


WHOLE = {
    "a quotation in the other script": f"{TEXTS['ar'][0]} The ferry is late again. {TEXTS['ar'][1]}",
    "a sentence that mixes both": f"He said كل صباح قبل الخامسة. {IN_TURN}",
    "one language": " ".join(TEXTS["en"]),
    "nothing": "",
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_paragraph_whose_sentences_do_not_take_turns_stays_whole(text):
    assert sentences_in_turn(text) == (text,)


def test_what_takes_turns_is_all_there_in_order():
    assert " ".join(sentences_in_turn(IN_TURN)) == IN_TURN


def test_captions_alone_are_no_edition():
    caption = "Karim Mansour and the passengers of the first crossing, on the upper river near the old landing"
    figure = f"<figure><img src='/ferry.jpg'><figcaption>{caption}</figcaption></figure>"
    body = f"<article><h1>{HEADS['ar']}</h1>{figure}{paragraphs(TEXTS['ar'][:3])}</article>"
    page = extract_page(f"<html lang='ar'><body>{body}</body></html>", URL)
    assert [(one.language, one.texts(Role.CAPTION)) for one in page.editions] == [("ar", (caption,))]


@pytest.mark.parametrize(
    ("title", "headlines"),
    [
        (f"{HEADS['en']} | {HEADS['ar']} | The Quay", [HEADS["en"], HEADS["ar"]]),
        (f"{HEADS['ar']} | {HEADS['en']}", [HEADS["en"], HEADS["ar"]]),
        (f"{HEADS['ar']} | The Quay", [None, HEADS["ar"]]),
    ],
)
def test_a_title_in_both_languages_gives_each_side_that_shows_no_headline_its_own(title, headlines):
    columns = "".join(f"<div>{paragraphs(TEXTS[language])}</div>" for language in ("en", "ar"))
    html = f"<html><head><title>{title}</title></head><body><div>{columns}</div></body></html>"
    assert [one.text(Role.HEADLINE) for one in extract_page(html, URL).editions] == headlines


QUOTED = "<blockquote><p>I asked the harbour for the list of the boats. They sent me a link to their own page.</p></blockquote>"
ABOUT = (
    "<div class='box' dir='ltr'><h4>About this project</h4><p>This story was made with the support of a fund for writers "
    "who live by the sea. Its content is the sole responsibility of the author, and of nobody else.</p></div>"
)


@pytest.mark.parametrize("other", [QUOTED, ABOUT])
def test_what_an_article_quotes_or_says_of_its_funds_is_no_side(other):
    texts = TEXTS["ar"] + OTHER_NEWS
    body = f"<article><h1>{HEADS['ar']}</h1><div>{paragraphs(texts[:5])}{other}{paragraphs(texts[5:])}</div></article>"
    html = f"<html lang='ar'><head><title>{HEADS['ar']}</title></head><body>{body}</body></html>"
    assert [edition.language for edition in extract_page(html, URL).editions] == ["ar"]


def test_a_summary_that_calls_itself_one_is_a_side():
    summary = "English summary: " + TEXTS["en"][0] + " " + TEXTS["en"][1]
    body = f"<h1>{HEADS['ar']}</h1><p>7 نوفمبر 2026</p><p dir='ltr'>{summary}</p>{paragraphs(TEXTS['ar'])}"
    html = f"<html lang='ar'><head><title>{HEADS['ar']}</title></head><body><main>{body}</main></body></html>"
    editions = {one.language: one.texts(Role.PARAGRAPH) for one in extract_page(html, URL).editions}
    assert editions == {"en": (summary,), "ar": tuple(TEXTS["ar"])}


@pytest.mark.parametrize("order", [("en", "ar"), ("ar", "en")])
def test_paragraphs_that_say_all_in_one_language_and_then_in_the_other_are_divided(order):
    first, second = (TEXTS[language] for language in order)
    assert (
        editions_of(
            f"<h1>{HEADS['en']}<br>{HEADS['ar']}</h1>{paragraphs(f'{one} {other}' for one, other in zip(first, second, strict=True))}"
        )
        == BOTH
    )


def test_a_list_of_sources_in_the_other_script_is_of_the_text_that_it_ends():
    sources = [
        "Haddad, Rana. The Ferries of the Upper River. River University Press, 1999.",
        "Aziz, Omar. “The Height of the Water.” Journal of Small Harbours, 2017.",
        "River Office. Yearbook of Crossings, with tables for all ports, 1987 to 2026.",
    ]
    listed = "<h3>المراجع</h3><ul>" + "".join(f"<li>{source}</li>" for source in sources) + "</ul>"
    body = f"<article><h1>{HEADS['ar']}</h1><div>{paragraphs(TEXTS['ar'] + OTHER_NEWS)}{listed}</div></article>"
    html = f"<html lang='ar'><head><title>{HEADS['ar']}</title></head><body>{body}</body></html>"
    (edition,) = extract_page(html, URL).editions
    assert edition.texts(Role.PARAGRAPH) == (*TEXTS["ar"], *OTHER_NEWS, "المراجع", *sources)
