"""Lists whose entries are no links, fronts of sites, and pages of which only the site's footer speaks."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

FOOTER = (
    "<footer class='site-footer'><p>تصدر جريدة المرفأ كل يوم ما عدا الجمعة عن دار المرفأ للنشر في صور، وقد تأسست "
    "الدار عام 1931 على يد أربعة صيادين أرادوا أن يقرأوا أخبار البحر.</p></footer>"
)
ENTRY = "قال رئيس الصيادين إن تسعين بسطة من مئة وعشر عادت إلى أصحابها بعد ترميم السوق القديم في الميناء."
ARTICLE = [
    "فتح سوق السمك القديم في المدينة أبوابه صباح الأحد بعد ترميم دام عامين وكلّف البلدية أربعة ملايين.",
    ENTRY,
    "ويفتح السوق من الخامسة فجراً حتى الظهر، ويغلق يوم الجمعة كما كان يفعل قبل ثمانين عاماً.",
]


def page_of(main, *, title="سوق السمك", head=""):
    return (
        f"<!doctype html><html lang='ar'><head><title>{title} - المرفأ</title>{head}</head><body>"
        f"<header><nav><a href='/'>الرئيسية</a> <a href='/news'>أخبار</a></nav></header>{main}{FOOTER}</body></html>"
    )


def entries(entry, times=7):
    return "".join(entry.format(number) for number in range(1, times + 1))


LISTS = {
    "the same link under each entry": entries(
        f"<div class='entry'><h3>خبر الميناء {{0}}</h3><p>{ENTRY} ({{0}})</p><a href='/{{0}}'>اقرأ المزيد</a></div>"
    ),
    "a file to download at each entry": entries(
        "<div class='file'><h3>قرار مجلس الميناء رقم {0} لسنة 2024 بشأن الأرصفة والمراسي</h3><div>3.4 MB</div>"
        "<a href='/{0}.pdf'>تحميل</a> <a href='/{0}'>استعراض</a></div>"
    ),
    "a date in each entry": entries(
        "<div class='block'><div class='block_title'>خبر الميناء {0}</div><div class='block_date'>السبت، {0} يوليو 2026"
        f"</div><div class='block_text'>{ENTRY} ({{0}})</div></div>"
    ),
}


@pytest.mark.parametrize("what", LISTS)
def test_a_page_of_entries_that_are_no_links_is_a_list(what):
    page = extract_page(page_of(f"<main><h1>سوق السمك</h1>{LISTS[what]}</main>"), "https://news.example/market")
    assert page.problem is not None
    assert page.problem.reason.partition(":")[0] == "listing"


NO_LISTS = {
    "declared an article": (
        entries(f"<p>{ENTRY} ({{0}})</p><a href='/{{0}}'>اقرأ المزيد</a>"),
        '<meta property="og:type" content="article">',
    ),
    "links that lead up": (entries(f"<h2>الباب {{0}}</h2><p>{ENTRY} ({{0}})</p><a href='#top'>إلى الأعلى</a>"), ""),
    "much text of each entry": (
        entries(f"<h2>الباب {{0}}</h2><p>{' '.join([ENTRY] * 8)} ({{0}})</p><a href='/{{0}}'>المزيد</a>"),
        "",
    ),
}


@pytest.mark.parametrize("what", NO_LISTS)
def test_a_text_in_parts_is_no_list(what):
    main, head = NO_LISTS[what]
    page = extract_page(page_of(f"<main><h1>سوق السمك</h1>{main}</main>", head=head), "https://news.example/market")
    assert page.problem is None


@pytest.mark.parametrize(
    ("main", "kind"),
    [
        (f"<main><h1>المرفأ</h1><p>{ENTRY}</p><p>جريدة البحر منذ 1931.</p></main>", "home page"),
        (f"<main><h1>سوق السمك</h1>{''.join(f'<p>{line}</p>' for line in ARTICLE * 4)}</main>", None),
    ],
)
def test_the_page_at_a_sites_own_address_is_its_front_unless_it_is_one_long_text(main, kind):
    page = extract_page(page_of(main), "https://news.example/ar/")
    assert (page.problem.reason.partition(":")[0] if page.problem else None) == kind


def test_a_page_of_which_only_the_sites_footer_speaks_is_empty():
    sections = "<section><h3>قسم</h3><h1>أبواب المدينة</h1><a href='/a'><h2>السوق</h2></a><a href='/b'><h2>الميناء</h2></a></section>"
    page = extract_page(page_of(f"<main>{sections}</main>", title="أبواب المدينة"), "https://news.example/kinds")
    assert page.problem is not None
    assert page.problem.reason.partition(":")[0] == "empty page"


def test_a_short_article_above_a_long_footer_is_read_and_the_footer_is_not():
    imprint = "<footer>" + "".join(f"<p>{ENTRY} ({number})</p>" for number in range(12)) + "</footer>"
    head = '<meta property="article:published_time" content="2026-04-07T08:00:00+03:00">'
    html = page_of(f"<div class='news'><h1>سوق السمك</h1><p>{ARTICLE[0]}</p></div>{imprint}", head=head)
    page = extract_page(html, "https://news.example/2026/04/07/market")
    (edition,) = page.editions
    assert (page.problem, edition.texts(Role.PARAGRAPH)) == (None, (ARTICLE[0],))


def test_the_menu_is_no_text_of_a_page_without_prose():
    menu = (
        "<header><nav><ul>"
        + entries("<li><b>القسم {0}</b> صفحة عن القسم رقم {0} من أقسام الميناء</li>", 30)
        + "</ul></nav></header>"
    )
    page = extract_page(page_of(f"{menu}<section><h1>اتصل</h1><p>الهاتف</p></section>"), "https://news.example/call")
    assert not any("أقسام الميناء" in text for edition in page.editions for text in edition.texts(Role.PARAGRAPH))
