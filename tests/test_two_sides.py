"""Two languages each in an element of its own: each side is read as if the page had no other."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://gazette.example/en/2026/11/the-bridge-is-open-again"
HEADLINE, HEADING = "The old bridge over the river is open again", "إعادة فتح الجسر القديم فوق النهر"
ENGLISH = (
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday; carts, as the town has been told since 1931, may not.",
)
ARABIC = (
    "أعيد فتح الجسر القديم فوق النهر يوم الأحد بعد أعمال ترميم استغرقت أحد عشر شهرا وأودت بحياة شخصين.",
    "وقالت المهندسة سلمى حداد إن 42 عاملا استبدلوا الأرضية الخشبية وكل براغي النصف الشرقي من الجسر.",
    "ويسمح للسيارات بالعبور ابتداء من يوم الاثنين، أما العربات فممنوعة كما تعرف البلدة منذ عام 1931.",
)


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def read(body):
    page = extract_page(f"<html><head><title>{HEADLINE}</title></head><body>{body}</body></html>", URL)
    return {edition.language: edition for edition in page.editions}


def texts(edition, role):
    return tuple(edition.texts(role))


@pytest.mark.parametrize("around", ["div", "main"])
def test_what_a_languages_own_element_is_called_does_not_take_out_its_lines(around):
    """The element of one side is called "print": on a page of one language that holds the article, and is believed."""
    editions = read(f"""<{around}><article class="story-print"><header class="top"><h1>{HEADLINE}</h1>
        <span class="signed">By Rana Haddad</span><time>20 November 2026</time></header>
        <figure><img src="/bridge.jpg"><figcaption>The bridge on Sunday morning</figcaption></figure>
        <div class="text">{paragraphs(ENGLISH)}</div></article>
        <section class="second" dir="rtl"><h2>{HEADING}</h2>{paragraphs(ARABIC)}</section></{around}>""")
    english, arabic = editions["en"], editions["ar"]
    assert texts(english, Role.PARAGRAPH) == ENGLISH and texts(arabic, Role.PARAGRAPH) == ARABIC
    assert texts(english, Role.CAPTION) == ("The bridge on Sunday morning",)
    assert texts(english, Role.BYLINE) == ("By Rana Haddad",) and texts(english, Role.DATELINE) == ("20 November 2026",)
    assert texts(arabic, Role.HEADLINE) == (HEADING,)


def test_a_quotation_of_the_other_language_is_no_side():
    editions = read(f"""<div><h1>{HEADLINE}</h1><div class="text"><h2>What was said</h2>
        <blockquote class="one">{paragraphs(ENGLISH)}</blockquote><h2>The same in Arabic</h2>
        <blockquote>{paragraphs(ARABIC)}</blockquote></div></div>""")
    assert "What was said" in texts(editions["en"], Role.PARAGRAPH)


def test_a_layouts_name_around_one_language_does_not_leave_only_the_other():
    """On a page of one language a name that takes out all of its text is not believed; here the other is left."""
    editions = read(f"""<main><div class="content-with-sidebar"><h1>{HEADLINE}</h1>{paragraphs(ENGLISH * 2)}</div>
        <section class="second" dir="rtl"><h2>{HEADING}</h2>{paragraphs(ARABIC * 2)}</section></main>""")
    assert texts(editions["en"], Role.PARAGRAPH)[:3] == ENGLISH
    assert texts(editions["en"], Role.HEADLINE) == (HEADLINE,)
    assert texts(editions["ar"], Role.HEADLINE) == (HEADING,)


def test_a_byline_at_the_end_of_the_first_side_is_not_in_the_middle_of_the_article():
    editions = read(f"""<main><article><h1>{HEADLINE}</h1><div class="text">{paragraphs(ENGLISH)}</div>
        <footer><p>Posted by <a href="/w/rana">Rana Haddad</a></p></footer></article>
        <section dir="rtl"><h2>{HEADING}</h2>{paragraphs(ARABIC)}</section></main>""")
    assert texts(editions["en"], Role.BYLINE) == ("Posted by Rana Haddad",)
    assert texts(editions["ar"], Role.PARAGRAPH) == ARABIC


def test_a_date_in_the_other_languages_letters_is_of_the_side_that_it_stands_in():
    editions = read(f"""<main><article dir="rtl"><h1>{HEADING}</h1><div class="meta">November 20, 2026</div>
        {paragraphs(ARABIC)}</article><section dir="ltr"><h2>{HEADLINE}</h2><div class="meta">November 21, 2026</div>
        {paragraphs(ENGLISH)}</section></main>""")
    assert texts(editions["ar"], Role.DATELINE) == ("November 20, 2026",)
    assert texts(editions["en"], Role.DATELINE) == ("November 21, 2026",)


def test_a_date_of_each_language_under_one_headline_keeps_its_language():
    editions = read(f"""<main><article><h1>{HEADLINE}</h1><div class="meta">November 20, 2026</div>
        <div class="meta">20 نوفمبر 2026</div>{paragraphs(ENGLISH)}</article>
        <section dir="rtl"><h2>{HEADING}</h2>{paragraphs(ARABIC)}</section></main>""")
    assert texts(editions["ar"], Role.DATELINE) == ("20 نوفمبر 2026",)
    assert texts(editions["en"], Role.DATELINE) == ("November 20, 2026",)


def test_the_writers_box_below_either_side_names_that_sides_writer():
    """Each stands below its own text, the first above the other's."""
    editions = read(f"""<main><article><h1>{HEADLINE}</h1>{paragraphs(ENGLISH)}<footer><div>Author</div>
        <div>Rana Haddad</div></footer></article><article dir="rtl"><h2>{HEADING}</h2>{paragraphs(ARABIC)}
        <footer><div>الكاتبة</div><div>سلمى حداد</div></footer></article></main>""")
    assert texts(editions["en"], Role.BYLINE) == ("Rana Haddad",)
    assert texts(editions["ar"], Role.BYLINE) == ("سلمى حداد",)


def test_initials_in_other_letters_than_the_name_after_them_are_no_byline():
    editions = read(f"""<main><article dir="rtl"><h1>{HEADING}</h1><div class="author"><div class="avatar">SH</div>
        <span>سلمى حداد</span></div>{paragraphs(ARABIC)}</article>
        <section dir="ltr"><h2>{HEADLINE}</h2>{paragraphs(ENGLISH)}</section></main>""")
    assert texts(editions["ar"], Role.BYLINE) == ("سلمى حداد",) and not texts(editions["en"], Role.BYLINE)


def test_the_last_line_of_a_folded_translation_is_text_though_it_ends_without_a_stop():
    """In one element with the text that it translates; by itself it would be read to its end."""
    last = "إصابات الضحيتين ليست خطيرة، وقد بدأت الشرطة في أخذ أقوال الشهود"
    english = "".join(f"<p>{text} And so it was in {year}.</p>" for year in (1931, 1952, 1974) for text in ENGLISH)
    editions = read(f"""<main><article class="col"><div class="row"><h1>{HEADLINE}</h1></div><div class="content">{english}
        <button class="toggle">اقرأ بالعربية</button><div class="collapse" id="tr" hidden lang="ar"><h2>{HEADING}</h2>
        {paragraphs((*ARABIC, last))}</div></div></article></main>""")
    assert texts(editions["ar"], Role.PARAGRAPH) == (*ARABIC, last)
