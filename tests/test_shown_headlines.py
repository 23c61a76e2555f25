"""Which headline a page is given where its head and its headings do not say the same."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/market/"
TEXT = [
    "فتح سوق السمك القديم في المدينة أبوابه صباح الأحد بعد ترميم دام عامين وكلّف البلدية أربعة ملايين.",
    "وقال رئيس الصيادين إن تسعين بسطة من مئة وعشر عادت إلى أصحابها، وإن الباقي ينتظر قرعة الشهر المقبل.",
]


def headline_of(title, headings):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<html lang='ar'><head><title>{title}</title></head><body><main>{headings}{text}</main></body></html>"
    (edition,) = extract_page(html, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
    return edition.text(Role.HEADLINE)


CASES = {
    "a source before a colon set apart is of the headline": (
        "“بريد البحر” : سوق السمك يفتح أبوابه – المرفأ | سجل الميناء",
        "<h1>“بريد البحر” : سوق السمك يفتح أبوابه</h1>",
        "“بريد البحر” : سوق السمك يفتح أبوابه",
    ),
    "a dash within the headline divides only the title": (
        "سوق السمك يفتح أبوابه – والصيادون يعودون - المرفأ",
        "<h1>سوق السمك يفتح أبوابه – والصيادون يعودون</h1>",
        "سوق السمك يفتح أبوابه – والصيادون يعودون",
    ),
    "a title left in the other language is no guide to the headings": (
        "FISH MARKET &amp; HARBOUR - The Quay",
        "<h1>سوق السمك والميناء</h1><h2>VISIT OUR OLD FISH MARKET AND HARBOUR</h2>",
        "سوق السمك والميناء",
    ),
    "two lines of one heading have the mark between them that the title has": (
        "بعد عامين من الترميم: سوق السمك يفتح أبوابه للصيادين",
        "<h1><span class='kicker'>بعد عامين من الترميم</span>\n<span>سوق السمك يفتح أبوابه للصيادين</span></h1>",
        "بعد عامين من الترميم: سوق السمك يفتح أبوابه للصيادين",
    ),
    "a part of a heading that ends in a colon is set apart by a space": (
        "الترميم والصيادون - المرفأ",
        "<h1><span>بعد الترميم:</span><span>سوق السمك يفتح أبوابه للصيادين</span></h1>",
        "بعد الترميم: سوق السمك يفتح أبوابه للصيادين",
    ),
    "a year before the title is no kicker": (
        "دليل أسعار السمك في أسواق المدينة",
        "<h1>2026 دليل أسعار السمك في أسواق المدينة</h1>",
        "2026 دليل أسعار السمك في أسواق المدينة",
    ),
    "a heading that opens the title stands before what tells more of it": (
        "سوق السمك يفتح أبوابه - الصيادون يعودون إلى تسعين بسطة من مئة وعشر في المدينة القديمة - المرفأ",
        "<h1>سوق السمك يفتح أبوابه</h1><h2>الصيادون يعودون إلى تسعين بسطة من مئة وعشر في المدينة القديمة</h2>",
        "سوق السمك يفتح أبوابه",
    ),
    "a heading that is a link to the front is the site's name": (
        "سوق السمك الجديد - أخبار المرفأ والمدينة القديمة وضفتي النهر",
        "<h1><a href='/'>أخبار المرفأ والمدينة القديمة وضفتي النهر</a></h1><div class='page-title'>سوق السمك الجديد</div>",
        "سوق السمك الجديد",
    ),
    "the last entry of a trail is no headline where the page shows another": (
        "سوق السمك يفتح أبوابه بعد الترميم في المدينة القديمة",
        "<nav><ol><li><a href='/'>الرئيسية</a></li><li><h1>سوق السمك في المدينة القديمة بعد الترميم</h1></li></ol></nav>"
        "<h2><div>أخبار المرفأ المصورة</div><div>سوق السمك يفتح أبوابه بعد الترميم</div></h2>",
        "سوق السمك يفتح أبوابه بعد الترميم",
    ),
    "who took the picture above the text is none": (
        "سوق السمك القديم يفتح أبوابه بعد الترميم",
        "<p>تصوير سامر الحلبي</p>",
        "سوق السمك القديم يفتح أبوابه بعد الترميم",
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_the_headline_is_the_whole_heading_in_the_language_of_the_text(what):
    title, headings, expected = CASES[what]
    assert headline_of(title, headings) == expected


UNTOLD = {
    "the first heading before the text": "<h2>محلي</h2><h4>سوق السمك القديم يفتح أبوابه</h4><div>2026/11/08</div>",
    "a cell whose span is called a title": "<table><tr><td><span id='ctl00_lblTitle'><b>سوق السمك القديم يفتح أبوابه</b>"
    "</span></td></tr><tr><td><span id='ctl00_lblDate'>الأحد 8 نوفمبر 2026</span></td></tr></table>",
}


@pytest.mark.parametrize("opening", UNTOLD.values(), ids=UNTOLD)
def test_a_headline_of_which_the_head_says_nothing_is_told_by_its_element(opening):
    assert headline_of("صحيفة المرفأ", opening) == "سوق السمك القديم يفتح أبوابه"
