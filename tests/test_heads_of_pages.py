"""What stands around a headline in elements that no name tells, in the orders in which sites set it."""

import pytest

from crawler.extract import extract_page
from crawler.languages import has_arabic
from crawler.models import Role

URL = "https://harbour.example/ferry"
PARTS = {
    "en": {
        "h": "<h1 class='a2'>Ferry takes on water off the coast</h1>",
        "k": "<div class='a1'>Shipping</div>",
        "s": "<p class='a3'>All 112 passengers are safe, but the company had been warned twice about the pumps</p>",
        "b": "<div class='a4'>By Rana Haddad</div>",
        "d": "<div class='a5'>20 November 2026 at 14:05</div>",
    },
    "ar": {
        "h": "<h1 class='a2'>المياه تغمر عبّارة قبالة الساحل</h1>",
        "k": "<div class='a1'>ملاحة</div>",
        "s": "<p class='a3'>نجا جميع الركاب لكنّ الشركة كانت قد أُنذرت مرتين بشأن مضخات السفينة</p>",
        "b": "<div class='a4'>كتبت رنا حداد</div>",
        "d": "<div class='a5'>الجمعة 20 نوفمبر 2026 - 14:05</div>",
    },
}
TEXTS = {
    "en": [
        "The ferry had left the harbour a little after six when the wind turned and the deck went under water.",
        "The coast guard said that all 112 passengers had been brought ashore by midnight, eleven of them injured.",
        "The company that runs the line had been warned twice this year that the vessel's pumps did not work.",
    ],
    "ar": [
        "غادرت العبّارة المرفأ بعد السادسة بقليل حين تبدّلت الريح، وخلال دقائق غمرت المياه سطحها.",
        "وأعلن خفر السواحل أنّ الركاب وعددهم 112 نُقلوا إلى الشاطئ قبل منتصف الليل وبينهم أحد عشر جريحاً.",
        "وكانت الشركة المشغّلة للخط قد أُنذرت مرتين هذا العام بأنّ مضخات السفينة لا تعمل.",
    ],
}


def edition_of(language, head):
    text = "".join(f"<p class='q1'>{one}</p>" for one in TEXTS[language])
    menu = "<div class='x2'><a href='/'>Home</a> <a href='/w'>World</a></div>"
    body = f"<div class='x1'>{menu}<div class='x4'>{head}<div class='x7'>{text}</div></div></div>"
    (edition,) = extract_page(f"<html lang='{language}'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXTS[language])
    return edition


def text_of(part):
    return part.partition(">")[2].rpartition("<")[0]


@pytest.mark.parametrize("order", ["khsbd", "khsdb", "kdhsb", "kshbd", "hbds", "hdbs", "dkhsb", "bhsd", "khbds"])
@pytest.mark.parametrize("language", PARTS)
def test_headline_standfirst_byline_and_date_are_found_in_any_order(language, order):
    parts = PARTS[language]
    edition = edition_of(language, "".join(parts[one] for one in order))
    roles = {"h": Role.HEADLINE, "s": Role.STANDFIRST, "b": Role.BYLINE, "d": Role.DATELINE}
    assert {one: edition.text(role) for one, role in roles.items()} == {one: text_of(parts[one]) for one in roles}


def test_of_two_dates_the_one_below_the_headline_is_the_articles():
    parts = PARTS["en"]
    edition = edition_of("en", "<div>27 November 2026</div>" + parts["h"] + parts["d"])
    assert edition.text(Role.DATELINE) == text_of(parts["d"])


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<div><a href='/authors/rana'>Rana Haddad</a></div>", "Rana Haddad"),
        ("<div><a href='/topic/law'>Law</a> <a href='/profile/rana'>Rana Haddad</a></div>", "Rana Haddad"),
        ("<div><a href='/r/17'>Rana Haddad</a></div><div>20 November 2026</div>", "Rana Haddad"),
        ("<div><a href='/tag/17'>Rana Haddad</a></div><div>20 November 2026</div>", None),
        ("<div><a href='/r/17'>Rana Haddad</a></div>", None),
        ("<div><a href='/r/17'>SHARE THIS</a></div><div>20 November 2026</div>", None),
        ("<a href='/author/rana'><h5>Rana Haddad</h5></a>", "Rana Haddad"),
        ("<div>Harbour Post Staff</div><div>20 November 2026</div>", "Harbour Post Staff"),
        ("<div>فريق التحرير في المرفأ</div><div>20 نوفمبر 2026</div>", "فريق التحرير في المرفأ"),
        ("<div>Rana Haddad in Tripoli</div>", "Rana Haddad in Tripoli"),
        ("<div>Rana Haddad, Shipping correspondent</div>", "Rana Haddad, Shipping correspondent"),
        ("<div>رنا حداد، مراسلة الشؤون البحرية</div>", "رنا حداد، مراسلة الشؤون البحرية"),
    ],
)
def test_a_name_alone_is_a_byline_where_it_leads_to_a_writer_or_says_where_and_as_what_one_works(line, byline):
    language = "ar" if has_arabic(line) else "en"
    assert edition_of(language, PARTS[language]["h"] + line).text(Role.BYLINE) == byline


LINES = [
    ("en", "Rana Haddad • Nov 20, 2026", "Rana Haddad", "Nov 20, 2026"),
    ("en", "Nov 20, 2026 | Rana Haddad | 3 comments", "Rana Haddad", "Nov 20, 2026"),
    ("en", "2026-11-20 14:05 Source: Harbour News", "Source: Harbour News", "2026-11-20 14:05"),
    ("en", "20 November 2026 | Shipping", None, "20 November 2026"),
    ("en", "Rana Haddad / AP", "Rana Haddad / AP", None),
    ("en", "📅 Nov. 20. 2026", None, "📅 Nov. 20. 2026"),
    ("ar", "كتب بواسطة: رنا حداد الجمعة 20 نوفمبر 2026", "كتب بواسطة: رنا حداد", "الجمعة 20 نوفمبر 2026"),
    ("ar", "2026-11-20 14:05 المصدر: بريد المرفأ", "المصدر: بريد المرفأ", "2026-11-20 14:05"),
    ("ar", "رنا حداد • 20 نوفمبر 2026", "رنا حداد", "20 نوفمبر 2026"),
]


@pytest.mark.parametrize("is_above", [False, True])
@pytest.mark.parametrize(("language", "line", "byline", "date"), LINES)
def test_a_line_of_several_facts_is_taken_apart_below_the_headline_and_above_it(language, line, byline, date, is_above):
    if is_above and date is None:
        return  # a name alone above the headline may be a section's
    headline, own = PARTS[language]["h"], f"<div class='a4'>{line}</div>"
    edition = edition_of(language, own + headline if is_above else headline + own)
    found = edition.text(Role.BYLINE), edition.text(Role.DATELINE), edition.text(Role.STANDFIRST)
    assert found == (byline, date, None)
