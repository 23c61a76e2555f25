"""Boxes that tell who wrote an article in Arabic: a portrait, a name, a line about the writer, however they are called."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/opinion/harbour/"
HEADLINE = "مساء هادئ في المرفأ القديم"
TEXT = [
    "حين وصلنا إلى المرفأ القديم كان الصيادون قد عادوا، وكانت القوارب مصفوفة كأنها كتب على رف طويل.",
    "لم يكن في المقهى غير ثلاثة رجال يلعبون النرد، وامرأة تبيع الليمون وتعرف أسماء السفن كلها.",
    "سألتها عن السفينة التي غرقت في الشتاء، فقالت إن البحر لا ينسى، وإن الناس ينسون سريعاً.",
]
NAME, WHO = "عبد الرزاق الهلالي", "كاتب وناقد من العراق"
BOXES = {
    "a name that leads to the writer's page": f"<div><img src='/w.jpg'><a href='/writers/12'>{NAME}</a></div>",
    "the same address in Arabic": f"<div><a href='/كاتب/عبد-الرزاق'>{NAME}</a><p>{WHO}</p></div>",
    "a box called so": f"<div class='writer-card'><span>{NAME}</span><small>{WHO}</small></div>",
    "a portrait and a name in a heading": f"<div><img src='/w.jpg'><h4>{NAME}</h4><p>{WHO}</p></div>",
    "a heading that is a link": f"<div class='writer'><h3><a href='/author/4'>{NAME}</a></h3><p>{WHO}</p></div>",
}


def edition_of(above="", below="", after=""):
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    date = "<div class='dt'>الأربعاء 18 نوفمبر 2026</div>"
    article = f"<article>{above}<h1>{HEADLINE}</h1>{date}{below}<div class='x'>{text}</div>{after}</article>"
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body>{article}</body></html>"
    (edition,) = extract_page(page, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
    return edition


@pytest.mark.parametrize("place", ["above", "below", "after"])
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_name_in_a_writers_box_is_the_byline(box, place):
    edition = edition_of(**{place: box})
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (NAME, None)


def test_a_box_above_the_headline_outside_of_the_texts_element_is_the_articles():
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    menu = "<div><a href='/'>الرئيسية</a> <a href='/o'>آراء</a></div>"
    box = BOXES["a box called so"]
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body>{menu}<div>{box}<h1>{HEADLINE}</h1><div>{text}</div></div></body></html>"
    (edition,) = extract_page(page, URL).editions
    assert (edition.text(Role.BYLINE), edition.texts(Role.PARAGRAPH)) == (NAME, tuple(TEXT))


@pytest.mark.parametrize(
    "line",
    [
        "<ul><li><a href='#team-efforts'>أسماء السفن القديمة</a></li></ul>",
        "<div class='related-author'><a href='/author/9'>هدى عوض</a></div>",
    ],
)
def test_a_place_within_the_page_and_another_articles_writer_are_no_byline(line):
    assert edition_of(below=line).text(Role.BYLINE) is None


def test_a_byline_with_its_label_goes_before_a_writers_box():
    assert edition_of(below=f"<div>بقلم هدى عوض</div>{BOXES['a box called so']}").text(Role.BYLINE) == "بقلم هدى عوض"


def test_a_row_of_links_to_a_forums_tools_is_no_byline():
    tools = "<div><a href='/register'>التسجيل</a> <a href='/faq'>التعليمات</a></div><div>18-11-2026</div>"
    assert edition_of(below=tools).text(Role.BYLINE) is None
