"""The short lines around an article's text: who wrote it, when, how long it takes to read, what to do next."""

from datetime import UTC, datetime

import pytest

from crawler import read_page
from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/market/"
TITLE = "سوق السمك القديم يفتح أبوابه"
TEXT = [
    "فتح سوق السمك القديم في المدينة أبوابه صباح الأحد بعد ترميم دام عامين وكلّف البلدية أربعة ملايين.",
    "وقال رئيس الصيادين إن تسعين بسطة من مئة وعشر عادت إلى أصحابها، وإن الباقي ينتظر قرعة الشهر المقبل.",
    "ويفتح السوق من الخامسة فجراً حتى الظهر، ويغلق يوم الجمعة كما كان يفعل قبل ثمانين عاماً.",
]
NOTHING = {"standfirst": None, "dateline": None, "byline": None, "captions": [], "paragraphs": TEXT}


def page_of(inner, head=""):
    return f"""<!doctype html><html lang="ar"><head><title>{TITLE} - المرفأ</title>{head}</head><body>
    <header><nav><a href="/">الرئيسية</a> <a href="/news">أخبار</a></nav></header>
    <main><article>{inner}</article></main>
    <footer><p>جميع الحقوق محفوظة لجريدة المرفأ التي تصدر كل يوم ما عدا الجمعة.</p></footer></body></html>"""


def paragraphs(lines=TEXT):
    return "".join(f"<p>{line}</p>" for line in lines)


def roles_of(html):
    (edition,) = extract_page(html, URL).editions
    assert edition.text(Role.HEADLINE) == TITLE
    single = {role: edition.text(Role(role)) for role in ("standfirst", "dateline", "byline")}
    return {
        **single,
        "captions": list(edition.texts(Role.CAPTION)),
        "paragraphs": list(edition.texts(Role.PARAGRAPH)),
    }


HEAD = f"<h1>{TITLE}</h1>"
AROUND = {
    "a reading time after the date": (
        f"{HEAD}<div><time>4 أبريل 2026</time><span>·</span><span>3 من الدقائق</span></div>{paragraphs()}",
        {"dateline": "4 أبريل 2026"},
    ),
    "a reading time in a list with the date": (
        f"{HEAD}<ul class='meta'><li>13 أبريل 2026</li><li>الوقت المتوقع للقراءة: 3 دقائق</li></ul>{paragraphs()}",
        {"dateline": "13 أبريل 2026"},
    ),
    "initials in place of the writer's portrait": (
        f"{HEAD}<div class='author'><div class='author-avatar'>هم</div>هيئة تحرير المرفأ اليومية</div>{paragraphs()}",
        {"byline": "هيئة تحرير المرفأ اليومية"},
    ),
    "the writer's name in a small heading that links": (
        f"{HEAD}<div class='post-meta-author'><a href='/w/7'><h5>نوال بركات</h5></a></div>{paragraphs()}",
        {"byline": "نوال بركات"},
    ),
    "a section in what is called the author's container": (
        f"{HEAD}<div class='details_author_container'><a href='/s/3'>منوعات</a></div>{paragraphs()}",
        {},
    ),
    "who led the interview": (f"{HEAD}<p>حوار: نوال بركات</p>{paragraphs()}", {"byline": "حوار: نوال بركات"}),
    "a source in a list under its label": (
        f"{HEAD}<div class='info'><div>المصدر:</div><ul><li>(صور - المرفأ)</li></ul></div>{paragraphs()}",
        {"byline": "المصدر: (صور - المرفأ)"},
    ),
    "a box with the writer's name in a footer of the article": (
        f"{HEAD}{paragraphs()}<footer><div><div>الكاتب</div><div>نوال بركات</div>"
        "<div>محررة شؤون البحر منذ عشرة أعوام.</div></div></footer>",
        {"byline": "نوال بركات"},
    ),
    "a box with the writer's name by its class": (
        f"{HEAD}{paragraphs()}<div class='post-author'><div class='post-author-info'>"
        "<span class='post-author-name'>نوال بركات</span><span class='post-author-role'>شؤون البحر</span></div></div>",
        {"byline": "نوال بركات"},
    ),
    "another article's writer in a related card": (
        f"{HEAD}{paragraphs()}<div class='related'><div class='card-author author-info'>نوال بركات</div>"
        "<a href='/9'>حديقة الميناء تغلق للصيانة</a></div>",
        {},
    ),
    "a numeric date in a strip that is to be printed": (
        f"<div class='PrintThis'>{HEAD}<div class='details_date'><span>2026-04-08 | 12:42</span></div></div>{paragraphs()}",
        {"dateline": "2026-04-08 | 12:42"},
    ),
    "a trail from the site's front beside a picture": (
        f"<div><p><a href='/'>الرئيسية</a> / {TITLE}</p><img src='/wave.png'></div>{HEAD}{paragraphs()}",
        {},
    ),
    "a standfirst below the picture, called so": (
        f"{HEAD}<figure><img src='/fish.jpg'></figure><div><p class='summary introtext'>"
        f"تسعون بسطة عادت إلى أصحابها.</p></div>{paragraphs()}",
        {"standfirst": "تسعون بسطة عادت إلى أصحابها."},
    ),
    "a first paragraph in a part of the page called a lead": (
        f"{HEAD}<div class='story with-lead'><div class='article'>{paragraphs(TEXT * 4)}</div></div>",
        {"paragraphs": TEXT * 4},
    ),
    "a place, an agency and a dash in what is called a lead": (
        f"{HEAD}<div class='lead'><p>عين دارة (المرفأ) — {TEXT[0]}</p></div>{paragraphs(TEXT[1:])}",
        {"paragraphs": [f"عين دارة (المرفأ) — {TEXT[0]}", *TEXT[1:]]},
    ),
    "a standfirst of several lines in one heading": (
        f"<h1>{TITLE}</h1><h2 class='sub-tit'>تسعون بسطة عادت إلى أصحابها<br>والباقي ينتظر القرعة</h2>{paragraphs()}",
        {"standfirst": "تسعون بسطة عادت إلى أصحابها والباقي ينتظر القرعة"},
    ),
    "a call to act below the text": (
        f"{HEAD}{paragraphs()}<div class='post-cta'><h3>ماذا لو أكلت سمكاً اليوم؟</h3>"
        "<p>احجز طاولتك في مطعم المرفأ قبل أن يسبقك إليها جيرانك، فالطاولات ست لا غير.</p></div>",
        {},
    ),
    "a heading above a list of links to other articles": (
        f"{HEAD}<div class='body'>{paragraphs(TEXT[:2])}<h3>ما كتبناه عن البحر والميناء</h3><ul>"
        "<li><a href='/8'>حديقة الميناء تغلق للصيانة</a></li><li><a href='/9'>المنارة القديمة تضيء من جديد</a></li></ul>"
        f"{paragraphs(TEXT[2:])}</div>",
        {},
    ),
    "headings of the text's own element that promote": (
        f"<h1>{TITLE}</h1><div class='body'><h2>الافتتاح</h2>{paragraphs()}<h2>عن الكاتب</h2>"
        "<p>هيئة المرفأ — نسأل الصيادين والبلدية ونقارن بين ما يقولون قبل أن ننشر.</p><h2>هل أعجبك المقال؟</h2>"
        "<p>احصل على المزيد في بريدك — <a href='/n'>اشترك في نشرتنا</a> لتصلك أخبار السوق.</p></div>",
        {"paragraphs": ["الافتتاح", *TEXT]},
    ),
    "a date and how long ago it was in one line": (
        f"{HEAD}<div>7 نوفمبر 2026 - منذ ساعتين</div>{paragraphs()}",
        {"dateline": "7 نوفمبر 2026 - منذ ساعتين"},
    ),
    "headings in a page builder's widgets of a given width": (
        f"<div class='elementor-element elementor-widget elementor-widget-heading'><h1>{TITLE}</h1></div>"
        f"<div class='elementor-widget-tablet__width-inherit elementor-widget'><div><p>{TEXT[0]}</p></div></div>"
        "<div class='elementor-widget__width-initial elementor-widget'><div><h3>عودة الصيادين</h3></div></div>"
        f"<div class='elementor-element elementor-widget'><div><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></div>",
        {"paragraphs": [TEXT[0], "عودة الصيادين", *TEXT[1:]]},
    ),
    "a first subheading whose anchor is called so": (
        f"<h1>{TITLE}</h1><div class='body'><h2 id='introduction'>ما جرى في السوق القديم</h2>{paragraphs(TEXT[:2])}"
        f"<h2 id='hours'>متى يفتح السوق أبوابه</h2>{paragraphs(TEXT[2:])}</div>",
        {"paragraphs": ["ما جرى في السوق القديم", *TEXT[:2], "متى يفتح السوق أبوابه", TEXT[2]]},
    ),
    "headings that link to themselves": (
        f"{HEAD}{paragraphs(TEXT[:1])}<h2>الصيادون <span><a href='#f'>#</a></span></h2>{paragraphs(TEXT[1:2])}"
        f"<h2>الساعات<a href='#h'>¶</a></h2>{paragraphs(TEXT[2:])}",
        {"paragraphs": [TEXT[0], "الصيادون", TEXT[1], "الساعات", TEXT[2]]},
    ),
    "rights as a subject": (
        f"{HEAD}{paragraphs(TEXT[:2])}<h3>حقوق النشر</h3>{paragraphs(TEXT[2:])}",
        {"paragraphs": [*TEXT[:2], "حقوق النشر", TEXT[2]]},
    ),
    "a line that ends in a colon below a picture": (
        f"{HEAD}{paragraphs(TEXT[:2])}<img src='/fish.jpg'><p>وعادت إلى السوق أصناف غابت عنه طويلاً:</p>"
        f"<ul><li>السلطان إبراهيم</li><li>اللقز الرملي</li></ul>{paragraphs(TEXT[2:])}",
        {
            "paragraphs": [
                *TEXT[:2],
                "وعادت إلى السوق أصناف غابت عنه طويلاً:",
                "السلطان إبراهيم",
                "اللقز الرملي",
                TEXT[2],
            ]
        },
    ),
    "a list of links that a sentence of the text leads to": (
        f"{HEAD}{paragraphs(TEXT[:2])}<p>ومن كتب الصيد التي أوصى بها الصيادون في حديثهم إلى الجريدة كتب قديمة منها:</p>"
        f"<ul><li><a href='/b/1'>دليل الشبكة</a></li><li><a href='/b/2'>مواسم البحر</a></li></ul>{paragraphs(TEXT[2:])}",
        {
            "paragraphs": [
                *TEXT[:2],
                "ومن كتب الصيد التي أوصى بها الصيادون في حديثهم إلى الجريدة كتب قديمة منها:",
                "دليل الشبكة",
                "مواسم البحر",
                TEXT[2],
            ]
        },
    ),
    "a date beside the headline in what is called its navigation": (
        f"<div class='item-header'><div class='item-nav'><div class='item-date'>7 أبريل 2026</div></div>"
        f"<div class='item-title'>{HEAD}</div></div>{paragraphs()}",
        {"dateline": "7 أبريل 2026"},
    ),
    "a date in a strip of tools between headline and text": (
        f"{HEAD}<div class='story-toolbar'><time>7 أبريل 2026</time><span>دقيقتا قراءة</span></div>{paragraphs(TEXT[:1])}"
        f"<div class='inline-article'><a href='/9'>حديقة الميناء تغلق للصيانة</a><time>3 مارس 2026</time></div>"
        f"{paragraphs(TEXT[1:])}",
        {"dateline": "7 أبريل 2026"},
    ),
    "the writer's name once more below the text": (
        f"{HEAD}<div class='post-content'>{paragraphs()}<p>نوال بركات</p><div class='post-author'>"
        "<div class='post-author-info'><span class='post-author-name'>نوال بركات</span>"
        "<span class='post-author-role'>شؤون البحر</span></div></div></div>",
        {"byline": "نوال بركات"},
    ),
    "a trail in a band with a picture": (
        f"<div class='band'><div><p><a href='/'>الرئيسية</a> / أسواق المدينة</p><img src='/wave.png'></div></div>"
        f"{HEAD}{paragraphs()}",
        {},
    ),
    "a question of the text that asks what the headline asks": (
        f"{HEAD}<div class='body'>{paragraphs(TEXT[:2])}<h2>أسئلة القراء</h2><h3>متى يفتح السوق؟</h3><p>{TEXT[2]}</p>"
        f"<h3>{TITLE}</h3><p>فتح أبوابه صباح الأحد، وعادت إليه تسعون بسطة من مئة وعشر.</p></div>",
        {
            "paragraphs": [
                *TEXT[:2],
                "أسئلة القراء",
                "متى يفتح السوق؟",
                TEXT[2],
                TITLE,
                "فتح أبوابه صباح الأحد، وعادت إليه تسعون بسطة من مئة وعشر.",
            ]
        },
    ),
    "the label of the day of publishing in a line of its own": (
        f"{HEAD}<div class='date'><div>تاريخ النشر</div><div>13 أبريل 2026</div></div>{paragraphs()}",
        {"dateline": "13 أبريل 2026"},
    ),
    "a dash between the writer and what the layout sets beside": (
        f"{HEAD}<div class='author'>رنا حداد - </div>{paragraphs()}",
        {"byline": "رنا حداد"},
    ),
    "an offer of the text as a file": (f"{HEAD}{paragraphs()}<p>لتحميل التقرير كاملا (PDF)</p>", {}),
    "a link to change the section beside its heading": (
        f"{HEAD}{paragraphs(TEXT[:2])}<h2><span>الساعات</span><span class='mw-editsection'>[عدّل]</span></h2>"
        f"{paragraphs(TEXT[2:])}",
        {"paragraphs": [*TEXT[:2], "الساعات", TEXT[2]]},
    ),
    "the source in a line below the text": (
        f"{HEAD}{paragraphs()}<p>Source: WBA</p>",
        {"byline": "Source: WBA"},
    ),
    "two writers, each a link": (
        f"{HEAD}<ul><li>By <a rel='author' href='/w/1'>Rana Haddad</a> and <a rel='author' href='/w/2'>Omar Aziz</a></li>"
        f"<li>13 أبريل 2026</li></ul>{paragraphs()}",
        {"byline": "By Rana Haddad and Omar Aziz", "dateline": "13 أبريل 2026"},
    ),
    "the headline once more right above the text": (
        f"{HEAD}<div class='body'><h2>{TITLE}</h2>{paragraphs(TEXT[:2])}<h2>الساعات</h2>{paragraphs(TEXT[2:])}</div>",
        {"paragraphs": [*TEXT[:2], "الساعات", TEXT[2]]},
    ),
}


@pytest.mark.parametrize("what", AROUND)
def test_what_stands_around_a_text_has_its_role_or_none(what):
    inner, expected = AROUND[what]
    assert roles_of(page_of(inner)) == {**NOTHING, **expected}


def test_a_header_line_of_many_sections_is_taken_apart_however_long_it_is():
    sections = "، ".join(f"<a href='/s/{number}'>قسم البحر والميناء {number}</a>" for number in range(12))
    line = (
        "<span class='infos'><time class='date-container'>أبريل 7, 2026</time><span class='sep'>/</span>"
        f"<span class='blog-categories'>في {sections}</span><span class='sep'>/</span>"
        "<span class='blog-author'>بواسطة <a href='/w/7'>nawal</a></span></span>"
    )
    html = page_of(f"<header><h1><a href='{URL}'>{TITLE}</a></h1>{line}</header><div>{paragraphs()}</div>")
    assert roles_of(html) == {**NOTHING, "dateline": "أبريل 7, 2026", "byline": "بواسطة nawal"}


POST = """<blockquote class="twitter-tweet"><p lang="en" dir="ltr">The fish market is open again after two years.<br>
<br>Ninety of its stalls are back with their owners.</p>&mdash; Harbour Board (@harbourboard)
<a href="https://social.example/1">March 1, 2026</a></blockquote>"""


def test_a_quoted_post_is_of_the_edition_that_quotes_it_and_its_date_is_not_the_articles():
    head = '<meta property="article:published_time" content="2026-04-07T08:00:00+03:00">'
    page = extract_page(page_of(f"{HEAD}{paragraphs(TEXT[:2])}{POST}{paragraphs(TEXT[2:])}", head), URL)
    (edition,) = page.editions
    said = ["The fish market is open again after two years.", "Ninety of its stalls are back with their owners."]
    assert list(edition.texts(Role.PARAGRAPH)) == [*TEXT[:2], *said, TEXT[2]]
    assert page.residue == ("— Harbour Board (@harbourboard) March 1, 2026",)
    assert page.date_lines == ()


def test_a_word_with_a_hash_in_a_post_is_of_its_text():
    post = POST.replace(
        '<p lang="en" dir="ltr">', '<p lang="ar" dir="rtl"><a href="https://social.example/t">#عاجل</a><br>'
    )
    (edition,) = extract_page(page_of(f"{HEAD}{post}"), URL).editions
    assert edition.texts(Role.PARAGRAPH)[0] == "#عاجل"


def test_a_post_that_is_all_of_an_article_has_the_headlines_language():
    (edition,) = extract_page(page_of(f"{HEAD}<p class='date'>7 أبريل 2026</p>{POST}"), URL).editions
    assert (edition.language, edition.text(Role.HEADLINE), len(edition.texts(Role.PARAGRAPH))) == ("ar", TITLE, 2)


def test_pictures_of_buttons_and_related_articles_are_none_of_the_article():
    html = page_of(
        f"{HEAD}<div class='share-bar'><img src='/icon-share.svg'></div><figure><img src='/fish.jpg'></figure>"
        f"{paragraphs()}<div class='related'><a href='/9'><img src='/garden.jpg'>حديقة الميناء تغلق للصيانة</a></div>"
    )
    assert [picture.url for picture in extract_page(html, URL).pictures] == ["https://news.example/fish.jpg"]


def test_pictures_below_the_text_and_ornaments_are_none_of_the_article():
    more = "".join(f"<li><a href='/{n}'><img src='/{n}.jpg'><h4>حديقة الميناء {n}</h4></a></li>" for n in range(3))
    html = page_of(
        f"<div><img src='/arrowBread.png'><a href='/'>الرئيسية</a></div>{HEAD}<img src='/fish.jpg'>"
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p><img src='/stolen-logo.jpg'>"
        f"<div><img src='/print_icon.gif'></div><p>الكلمات الدالة:</p><h5>سمك</h5><img src='/logo-ar.png'><ul>{more}</ul>"
    )
    urls = [picture.url for picture in extract_page(html, URL).pictures]
    assert urls == ["https://news.example/fish.jpg", "https://news.example/stolen-logo.jpg"]


@pytest.mark.parametrize(
    "lines",
    [
        "<p class='date'>7 نوفمبر 2026</p><p class='ago'>منذ ساعتين</p>",
        "<p class='ago'>منذ ساعتين</p><p class='date'>7 نوفمبر 2026</p>",
    ],
)
def test_how_long_ago_is_kept_beside_the_day_and_does_not_contradict_it(lines):
    record = read_page(
        page_of(f"{HEAD}{lines}{paragraphs()}").encode(), URL, captured_at=datetime(2026, 11, 20, 12, tzinfo=UTC)
    )
    assert [(one["source"], one["text"], one["date"]) for one in record["dates"]] == [
        ("url", URL, None),
        ("dateline ar", "7 نوفمبر 2026", "2026-11-07"),
        ("visible ar", "منذ ساعتين", "2026-11-20"),
    ]
    assert (record["published_on"], record["published_on_basis"]) == ("2026-11-07", "single: dateline ar")


@pytest.mark.parametrize("name", ["message_footer", "status__meta"])
@pytest.mark.parametrize(("footers", "date"), [(1, "2025-03-02"), (2, None)])
def test_a_message_is_dated_by_the_only_time_in_its_footer(footers, date, name):
    times = [f"<div class='{name}'><time datetime='2025-03-0{2 + n}T19:44:10Z'>22:44</time></div>" for n in (0, 1)]
    message = f"<div class='message'><div class='message_text'>{'<br><br>'.join(TEXT)}</div>{times[0]}</div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{message}{''.join(times[1:footers])}</body></html>"
    assert read_page(page.encode(), "https://news.example/c/12")["published_on"] == date


def test_a_posts_date_in_its_footer_is_its_dateline_though_it_links_to_the_post():
    footer = (
        "<footer><a href='/p/12'><time datetime='2025-03-02'>2 آذار 2025</time></a><a href='/t'>#ميناء</a></footer>"
    )
    record = read_page(page_of(f"<h1>{TITLE}</h1>{paragraphs()}{footer}").encode(), "https://news.example/p/12")
    assert (record["published_on"], record["editions"]["ar"]["dateline"]) == ("2025-03-02", "2 آذار 2025")


def test_text_without_spaces_between_its_words_is_text():
    page = """<html lang="zh"><head><title>河上的旧桥重新开放</title></head><body><div class="story">
        <h1>河上的旧桥重新开放</h1><p class="intro">经过四个月的维修，河上的旧桥在星期一早上重新开放。</p>
        <p>市长说，工人们更换了三百块石头，没有人受伤。</p><p>“我们等了很久！”</p>
        <p>第一辆公共汽车在七点钟过桥，司机向等候的人群挥手致意。</p></div></body></html>"""
    edition = read_page(page.encode(), "https://news.example/a")["editions"]["zh"]
    assert edition["headline"] == "河上的旧桥重新开放"
    assert edition["standfirst"] == "经过四个月的维修，河上的旧桥在星期一早上重新开放。"
    assert edition["paragraphs"] == [
        "市长说，工人们更换了三百块石头，没有人受伤。",
        "“我们等了很久！”",
        "第一辆公共汽车在七点钟过桥，司机向等候的人群挥手致意。",
    ]


@pytest.mark.parametrize(
    "end",
    [
        "-مل-",
        "م.ح / س.ع",
        "انتهى /ر ح",
        "(انتهى)",
        "م.ب",
        "====== ر.ع",
        "د ب أ",
        "ENDS",
        "End//",
        "###",
        "- 30 -",
        "(النهاية)",
        "ز.أ.ب/ ع.ج (د ب أ، رويترز)",
        "المرفأ / أ ف ب",
        "(رويترز)",
        "ليلى",
        "يتبع...",
        "التفاصيل بعد قليل",
        "(More to follow)",
        "لا يوجد تعليقات حتى الآن",
        "(د ب أ)",
    ],
)
def test_the_end_of_a_story_and_the_agency_of_its_opening_are_residue(end):
    opening = f"المرفأ (د ب أ) - {TEXT[0]}"
    page = extract_page(page_of(f"<h1>{TITLE}</h1>{paragraphs([opening, *TEXT[1:], end])}"), URL)
    (edition,) = page.editions
    assert list(edition.texts(Role.PARAGRAPH)) == [opening, *TEXT[1:]]
    assert end in page.residue


@pytest.mark.parametrize("end", ["انتهى المعرض مساء الأحد.", "ENDS OF THE EARTH, a novel", "End of the line", "أ ف ب"])
def test_what_only_looks_like_the_end_of_a_story_is_text(end):
    opening = f"المرفأ (د ب أ) - {TEXT[0]}"
    (edition,) = extract_page(page_of(f"<h1>{TITLE}</h1>{paragraphs([opening, *TEXT[1:], end])}"), URL).editions
    assert list(edition.texts(Role.PARAGRAPH)) == [opening, *TEXT[1:], end]


def test_a_heading_below_the_headline_leads_to_the_text_behind_a_line_of_writer_and_hour():
    line = "<div class='author-date'><span>المرفأ – رنا حداد</span><time>منذ 3 ساعات</time></div>"
    inner = f"<h1>{TITLE}</h1><h2>تسعون بسطة من مئة وعشر عادت</h2>{line}{paragraphs()}"
    expected = {**NOTHING, "standfirst": "تسعون بسطة من مئة وعشر عادت", "byline": "المرفأ – رنا حداد"}
    assert roles_of(page_of(inner)) == expected


@pytest.mark.parametrize("line", ["المرفأ - سامر الحلبي", "تل سبها: رنا حداد", "القدس المحتلة – سامر علي الحلبي"])
def test_a_line_of_place_and_writer_above_the_text_is_the_byline(line):
    assert roles_of(page_of(f"<h1>{TITLE}</h1><p><b>{line}</b></p>{paragraphs()}")) == {**NOTHING, "byline": line}


@pytest.mark.parametrize("line", ["المرفأ - سامر الحلبي", "سامر علي الحلبي – تل سبها"])
def test_a_line_of_place_and_writer_set_as_the_text_is_the_byline_where_the_text_knows_neither(line):
    assert roles_of(page_of(f"<h1>{TITLE}</h1><div>{'<br><br>'.join([line, *TEXT])}</div>")) == {
        **NOTHING,
        "byline": line,
    }


@pytest.mark.parametrize("line", ["محليات - سوق السمك", "المرفأ - رئيس الصيادين", "أسواق – الميناء القديم"])
def test_a_line_that_names_what_the_text_tells_of_is_no_byline(line):
    assert roles_of(page_of(f"<h1>{TITLE}</h1><p>{line}</p>{paragraphs()}"))["byline"] is None


def test_a_closing_line_in_italics_is_no_caption_where_the_picture_has_its_own():
    picture = "<figure><img src='/fish.jpg'><figcaption>السوق صباح الأحد</figcaption></figure>"
    line = "ساهمت في التقرير ديما خوري من المرفأ"
    read = roles_of(page_of(f"{HEAD}{picture}{paragraphs()}<p><em>{line}</em></p>"))
    assert (read["captions"], read["paragraphs"]) == (["السوق صباح الأحد"], [*TEXT, line])


@pytest.mark.parametrize(
    "line", ["المرفأ - هذا ما جرى", "المرفأ - سامر الحلبي يروي ما رآه", "محليات - أخبار المدينة القديمة"]
)
def test_a_line_of_place_and_anything_else_is_no_byline(line):
    assert roles_of(page_of(f"<h1>{TITLE}</h1><p><b>{line}</b></p>{paragraphs()}"))["byline"] is None


BEFORE_TEXT = {
    "a day and how many have read it": (
        "<div class='info'>الأربعاء، ٤ نوفمبر/ تشرين الثاني ٢٠٢٦ <i class='eye'></i> 1204</div>",
        {"dateline": "الأربعاء، ٤ نوفمبر/ تشرين الثاني ٢٠٢٦"},
    ),
    "a player": ("<div class='tts'><button>استمع</button><span>استمع إلى المقال</span></div>", {}),
}


@pytest.mark.parametrize(("line", "said"), BEFORE_TEXT.values(), ids=BEFORE_TEXT)
def test_what_stands_between_headline_and_text_is_no_standfirst(line, said):
    assert roles_of(page_of(f"<h1>{TITLE}</h1>{line}{paragraphs()}")) == {**NOTHING, **said}


def test_a_single_paragraph_in_another_language_within_a_text_is_a_quotation_of_it():
    quotation = (
        "“The stalls are back with their owners,” the harbour board wrote in English, “and nobody counts the fish.”"
    )
    html = page_of(
        f"<h1>{TITLE}</h1>{paragraphs(TEXT[:2])}<p>{quotation}</p>{paragraphs(TEXT[2:])}{paragraphs(TEXT[:1])}"
    )
    (edition,) = extract_page(html, URL).editions
    assert quotation in edition.texts(Role.PARAGRAPH)


def test_a_plea_for_donations_is_no_paragraph():
    plea = "<p><strong>Support The Quay: if you value our work, please consider a donation.</strong></p>"
    assert roles_of(page_of(f"<h1>{TITLE}</h1>{paragraphs()}{plea}")) == NOTHING


ARABIC_NOTICES = [
    *(
        "لقراءة المزيد: <a href='/1'>سوق آخر</a>",
        "ذات صلة: <a href='/1'>سوق آخر</a>",
        "نرشح لك: <a href='/1'>سوق آخر</a>",
    ),
    *("ويمكنك أيضا قراءة: <a href='/1'>سوق آخر</a>", "المقال التالي: <a href='/1'>سوق آخر</a>", "نرشح لكم"),
    *("تابعوا المرفأ نت على تلغرام", "تابع المرفأ نت عبر قوقل نيوز", "للاشتراك في نشرتنا البريدية اضغط هنا"),
    *(
        "لمتابعة آخر الأخبار حمل تطبيق المرفأ",
        "يتبع إعلان",
        "تابع القراءة بعد الإعلان",
        "رابط مختصر: https://q.example/x",
    ),
    *("المقال يعبر عن رأي كاتبه", "#سوق_السمك #البلدية", "تصنيف: محليات", "إرسال إلى صديق", "الصفحة التالية"),
    *("عرض المزيد", "تم النسخ", "قيّم هذا المقال", "سجل الدخول للتعليق", "لن يتم نشر عنوان بريدك الإلكتروني"),
]


@pytest.mark.parametrize("line", ARABIC_NOTICES)
def test_what_a_site_in_arabic_sets_between_paragraphs_is_no_text(line):
    for lines in ([*TEXT[:2], line, *TEXT[2:]], [*TEXT, line]):
        assert roles_of(page_of(f"{HEAD}{paragraphs(lines)}"))["paragraphs"] == TEXT


def test_what_the_writer_is_behind_an_asterisk_below_the_text_is_residue():
    assert roles_of(page_of(f"{HEAD}{paragraphs([*TEXT, '* كاتب وصحفي من المرفأ'])}"))["paragraphs"] == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "وتابعوا افتتاح السوق على فيسبوك بعدما أغلقت البلدية الجسر المؤدي إليه.",
        "للمزيد من الصيادين أثر في الأسعار، كما قال رئيسهم.",
        "إعلان البلدية لم يقنع أحداً من أصحاب البسطات.",
    ],
)
def test_news_in_such_words_is_text(line):
    lines = [*TEXT[:2], line, *TEXT[2:]]
    assert roles_of(page_of(f"{HEAD}{paragraphs(lines)}"))["paragraphs"] == lines
