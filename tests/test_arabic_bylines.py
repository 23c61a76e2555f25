"""Bylines as Arabic newspapers and agencies print them: a verb, a place or an agency before names, and no label."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/market/"
HEADLINE = "سوق السمك القديم يفتح أبوابه"
DATE = "<div>الأحد 8 نوفمبر 2026</div>"
TEXT = [
    "فتح سوق السمك القديم في المدينة أبوابه صباح الأحد بعد ترميم دام عامين وكلّف البلدية أربعة ملايين.",
    "وقال رئيس الصيادين إن تسعين بسطة من مئة وعشر عادت إلى أصحابها، وإن الباقي ينتظر قرعة الشهر المقبل.",
    "وتعود البسطات الباقية إلى ورثة لم يتفقوا بعد، كما جاء في بيان البلدية الذي صدر مساء السبت.",
]


def edition_of(before, between=""):
    text = "<br><br>".join([*([between] if between else []), *TEXT])
    html = f"<main><h1>{HEADLINE}</h1>{before}<div class='text'>{text}</div></main>"
    page = f"<html lang='ar'><head><title>{HEADLINE}</title></head><body>{html}</body></html>"
    (edition,) = extract_page(page, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
    return edition


@pytest.mark.parametrize(
    "line", ["كتب سامي الحلبي - هدى عوض", "كتبت منى سالم", "غزة - وكالة الساحل", "الساحل / رام الله"]
)
def test_a_line_above_the_date_that_says_who_writes_is_the_byline(line):
    edition = edition_of(f"<div>{line}</div>{DATE}")
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (line, None)


@pytest.mark.parametrize("line", ["المرفأ - ( سامي الحلبي ) -", "الميناء - سامي الحلبي:", "بكين ـ من سامي الحلبي:"])
def test_a_place_and_a_name_that_lead_to_the_text_are_the_byline(line):
    assert edition_of(DATE, line).text(Role.BYLINE) == line


@pytest.mark.parametrize("buttons", ["حجم الخط عع+", "أ أ", "A+ A-"])
def test_buttons_for_the_size_of_letters_are_neither_byline_nor_standfirst(buttons):
    edition = edition_of(f"{DATE}<div>{buttons}</div>")
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (None, None)


def test_sections_with_a_dash_between_them_are_no_byline():
    assert edition_of(f"<div>أخبار - محليات</div>{DATE}").text(Role.BYLINE) is None


def test_a_rule_of_tatweel_beside_the_text_is_no_paragraph():
    edition_of(DATE, "ــــــــ")
