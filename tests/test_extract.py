"""Pages as sites serve them, in every layout a bilingual article comes in."""

import pytest

from crawler.extract import extract_page
from crawler.models import Picture, Role
from crawler.sites import Template

URL = "https://news.example/2026/bridge/"

EN = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt.",
    "“We wanted people to cross before the schools open,” she told reporters at the northern gate.",
]
AR = [
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا الأرضية الخشبية وجميع البراغي.",
    "وأضافت للصحافيين عند البوابة الشمالية: «أردنا أن يعبر الناس قبل أن تفتح المدارس أبوابها».",
]
EN_TITLE, AR_TITLE = "Old bridge reopens after eleven months", "إعادة افتتاح الجسر القديم بعد أحد عشر شهراً"


def document(body, *, lang="en", head=""):
    return f"<!doctype html><html lang='{lang}'><head><title>{EN_TITLE} | The Register</title>{head}</head><body>{body}</body></html>"


def tags(lines, tag="p"):
    return "".join(f"<{tag}>{line}</{tag}>" for line in lines)


FURNITURE_ABOVE = """<div class="cookie-banner"><p>We use cookies so that this site works. You can read more about them.</p></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>"""
FURNITURE_BELOW = """<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/x">Something else that people read today</a></li></ul></aside>
<section id="comments"><h3>Comments</h3><p>This is a long comment by a reader who has a lot to say about the bridge and its bolts.</p></section>
<footer><p>All rights reserved. The Register is published every day of the week but Friday.</p></footer>"""

LAYOUTS = {
    "English first": f"<article><h1>{EN_TITLE}</h1>{tags(EN)}<h2>{AR_TITLE}</h2>{tags(AR)}</article>",
    "Arabic first": f"<article><h1>{AR_TITLE}</h1>{tags(AR)}<h2>{EN_TITLE}</h2>{tags(EN)}</article>",
    "interleaved": "<article><h1>{}</h1><h2 dir='rtl'>{}</h2>{}</article>".format(
        EN_TITLE,
        AR_TITLE,
        "".join(f"<p>{en}</p><p dir='rtl'>{ar}</p>" for en, ar in zip(EN, AR, strict=True)),
    ),
    "two table columns": f"<h1>{EN_TITLE}</h1><table><tr><td>{tags(EN)}</td><td dir='rtl'><h2>{AR_TITLE}</h2>{tags(AR)}</td></tr></table>",
    "table rows": "<h1>{}</h1><h1 lang='ar'>{}</h1><table>{}</table>".format(
        EN_TITLE,
        AR_TITLE,
        "".join(f"<tr><td>{en}</td><td>{ar}</td></tr>" for en, ar in zip(EN, AR, strict=True)),
    ),
    "two divs side by side": f"<h1>{EN_TITLE}</h1><div class='cols'><div class='en'>{tags(EN)}</div><div class='ar'><h2>{AR_TITLE}</h2>{tags(AR)}</div></div>",
    "line breaks": f"<h1>{EN_TITLE}</h1><div>{'<br><br>'.join(EN)}<br><br>{AR_TITLE}<br><br>{'<br><br>'.join(AR)}</div>",
    "divs for paragraphs": f"<article><h1>{EN_TITLE}</h1><div>{tags(EN, 'div')}</div><div dir=rtl><h2>{AR_TITLE}</h2>{tags(AR, 'div')}</div></article>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_both_languages_of_a_page_are_kept_apart_whatever_its_layout(layout):
    page = extract_page(document(FURNITURE_ABOVE + LAYOUTS[layout] + FURNITURE_BELOW), URL)
    got = {
        edition.language: (edition.text(Role.HEADLINE), list(edition.texts(Role.PARAGRAPH)))
        for edition in page.editions
    }
    assert got == {"en": (EN_TITLE, EN), "ar": (AR_TITLE, AR)}
    assert page.problem is None


@pytest.mark.parametrize(("language", "title", "lines"), [("en", EN_TITLE, EN), ("ar", AR_TITLE, AR)])
def test_a_page_in_one_language_has_one_edition(language, title, lines):
    page = extract_page(document(f"<h1>{title}</h1>{tags(lines)}", lang=language), URL)
    (edition,) = page.editions
    assert (edition.language, edition.text(Role.HEADLINE)) == (language, title)
    assert list(edition.texts(Role.PARAGRAPH)) == lines


def test_a_quotation_in_the_other_language_does_not_make_an_edition():
    quoted = [*AR, "“No comment.”", AR[0] + " تكرار", AR[1] + " تكرار"]
    page = extract_page(document(f"<h1>{AR_TITLE}</h1>{tags(quoted)}", lang="ar"), URL)
    (edition,) = page.editions
    assert edition.language == "ar"
    assert list(edition.texts(Role.PARAGRAPH)) == quoted


def test_what_stands_around_the_text_is_residue_and_never_a_paragraph():
    body = f"""<article><h1>{EN_TITLE}</h1><div class="meta"><time datetime="2026-03-01T08:00:00+03:00">1 March 2026</time>
    <span class="byline">By Salma Haddad</span></div><p class="views">Read 1,204 times</p>{tags(EN)}<p>قُرئ ١٢٠٤ مرة</p>
    <figure><img src="/bridge.jpg" alt=""><figcaption>The northern gate.</figcaption></figure>
    <ul class="share-buttons"><li><a href="#">Share on X</a></li></ul><p>Read also: <a href="/y">Another story</a></p></article>"""
    page = extract_page(document(body), URL)
    (edition,) = page.editions
    assert {role: edition.texts(role) for role in Role} == {
        Role.HEADLINE: (EN_TITLE,),
        Role.STANDFIRST: (),
        Role.BYLINE: ("By Salma Haddad",),
        Role.DATELINE: ("1 March 2026",),
        Role.PARAGRAPH: tuple(EN),
        Role.CAPTION: ("The northern gate.",),
    }
    assert page.residue == ("Read 1,204 times", "قُرئ ١٢٠٤ مرة", "Share on X", "Read also: Another story")
    assert page.pictures == (Picture("https://news.example/bridge.jpg", "The northern gate."),)
    assert page.date_metadata == (("time", "2026-03-01T08:00:00+03:00"),)


@pytest.mark.parametrize(
    ("line", "caption", "label"),
    [
        ("Pic: The northern gate", "The northern gate", "Pic:"),
        ("Photo: The northern gate", "The northern gate", "Photo:"),
        ("صورة: البوابة الشمالية", "البوابة الشمالية", "صورة:"),
    ],
)
def test_a_caption_line_loses_its_label_to_the_residue(line, caption, label):
    page = extract_page(document(f"<article><h1>{EN_TITLE}</h1>{tags(EN)}{tags(AR)}<p>{line}</p></article>"), URL)
    captions = [text for edition in page.editions for text in edition.texts(Role.CAPTION)]
    assert (captions, page.residue) == ([caption], (label,))


@pytest.mark.parametrize("hidden", ["hidden", "style='display: none'", "class='screen-reader-text'"])
def test_text_that_a_reader_does_not_see_is_nowhere(hidden):
    page = extract_page(document(f"<article><h1>{EN_TITLE}</h1><p {hidden}>Secret words.</p>{tags(EN)}</article>"), URL)
    shown = [segment.text for edition in page.editions for segment in edition.segments]
    assert shown == [EN_TITLE, *EN]
    assert page.residue == ()


def test_lines_broken_in_mid_sentence_are_one_paragraph():
    page = extract_page(
        document(f"<h1>{EN_TITLE}</h1><div>The old bridge over the<br>river reopened on Sunday.<br><br>{EN[1]}</div>"),
        URL,
    )
    (edition,) = page.editions
    assert edition.texts(Role.PARAGRAPH) == ("The old bridge over the river reopened on Sunday.", EN[1])


def test_a_whole_page_in_one_form_is_read_as_any_other():
    page = extract_page(document(f"<form action='/'><article><h1>{EN_TITLE}</h1>{tags(EN)}</article></form>"), URL)
    assert page.editions[0].texts(Role.PARAGRAPH) == tuple(EN)


def test_the_headline_of_a_page_whose_h1_is_the_sites_name_is_its_own():
    head = f'<meta property="og:title" content="{EN_TITLE}"><meta property="og:site_name" content="The Register">'
    page = extract_page(
        document(f"<h1>The Register</h1><article><h2>{EN_TITLE}</h2>{tags(EN)}</article>", head=head), URL
    )
    assert page.editions[0].text(Role.HEADLINE) == EN_TITLE


def test_a_text_that_the_template_knows_as_furniture_is_residue():
    body = f"<article class='post'><h1>{EN_TITLE}</h1>{tags(EN)}<p>The Register on every morning of the week!</p></article>"
    template = Template(article="article.post", furniture=("the register on every morning of the week!",))
    page = extract_page(document(body), URL, template)
    assert page.editions[0].texts(Role.PARAGRAPH) == tuple(EN)
    assert page.residue == ("The Register on every morning of the week!",)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            "<h1>Page not found</h1><p>Sorry, the page you are looking for does not exist. Try the search.</p>",
            "soft 404",
        ),
        (
            "<h1>الصفحة غير موجودة</h1><p>عذراً، الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى عنوان آخر.</p>",
            "soft 404",
        ),
        (
            "<h1>Log in</h1><p>Log in to your account to read this article and all the others of the day.</p>",
            "log in",
        ),
        ("<nav><a href='/'>Home</a></nav>", "no article text"),
        ("", "no article text"),
    ],
)
def test_a_page_without_an_article_says_why(body, reason):
    page = extract_page(f"<html><head><title>The Register</title></head><body>{body}</body></html>", URL)
    assert page.problem is not None
    assert reason in page.problem.reason


def test_an_article_about_a_missing_page_is_an_article():
    lines = [
        *EN,
        "The ministry's page was not found for hours, which readers reported to us from three provinces.",
    ]
    page = extract_page(document(f"<h1>Ministry page not found for hours</h1>{tags(lines * 4)}"), URL)
    assert page.problem is None


def test_a_list_of_articles_is_no_article():
    cards = "".join(
        f"<article><h2><a href='/{n}'>Story number {n} of the day</a></h2><p>{EN[n % 3]}</p></article>"
        for n in range(8)
    )
    page = extract_page(document(f"<main><h1>News</h1>{cards}</main>"), "https://news.example/category/news/")
    assert page.problem is not None
    assert "lists articles" in page.problem.reason


def test_markup_nested_as_deep_as_a_page_may_is_read():
    deep = "<div>" * 1_900 + EN[0] + "</div>" * 1_900
    page = extract_page(document(f"<article><h1>{EN_TITLE}</h1>{tags(EN)}</article>{deep}"), URL)
    assert page.editions[0].texts(Role.PARAGRAPH) == tuple(EN)


TWO_SIDES = {
    "two articles": "<main><article><h1>{}</h1>{}</article><article dir='rtl'><h1>{}</h1>{}</article></main>",
    "a body marked in one language": "<h1>{}</h1><div itemprop='articleBody'>{}</div><div dir='rtl'><h2>{}</h2>{}</div>",
    "Arabic in an aside": "<article><h1>{}</h1>{}</article><aside dir='rtl' lang='ar'><h2>{}</h2>{}</aside>",
    "a hidden language tab": "<article><div class='tab'><h1>{}</h1>{}</div><div class='tab' dir='rtl' style='display:none'><h2>{}</h2>{}</div></article>",
}


@pytest.mark.parametrize("layout", TWO_SIDES)
def test_no_side_is_left_behind_where_each_has_an_element_of_its_own(layout):
    page = extract_page(document(TWO_SIDES[layout].format(EN_TITLE, tags(EN), AR_TITLE, tags(AR))), URL)
    got = {one.language: (one.text(Role.HEADLINE), list(one.texts(Role.PARAGRAPH))) for one in page.editions}
    assert got == {"en": (EN_TITLE, EN), "ar": (AR_TITLE, AR)}


@pytest.mark.parametrize(
    "headline",
    [
        f"<h1><span class='en'>{EN_TITLE}</span><span class='ar' dir='rtl'>{AR_TITLE}</span></h1>",
        f"<h1><span lang='en'>{EN_TITLE}</span> <span lang='ar'>{AR_TITLE}</span></h1>",
        f"<h1>{EN_TITLE} | {AR_TITLE}</h1>",
    ],
)
def test_rows_of_two_inline_elements_come_apart_by_language(headline):
    rows = "".join(
        f"<p><span lang='en'>{en}</span> <span lang='ar' dir='rtl'>{ar}</span></p>"
        for en, ar in zip(EN, AR, strict=True)
    )
    page = extract_page(document(f"<article>{headline}{rows}</article>"), URL)
    got = {one.language: (one.text(Role.HEADLINE), list(one.texts(Role.PARAGRAPH))) for one in page.editions}
    assert got == {"en": (EN_TITLE, EN), "ar": (AR_TITLE, AR)}


def test_a_foreign_word_marked_within_a_sentence_stays_in_it():
    line = "The word <span lang='ar' dir='rtl'>سجل</span> means register, and the paper was called by it for a hundred years."
    page = extract_page(document(f"<article><h1>{EN_TITLE}</h1><p>{line}</p>{tags(EN)}</article>"), URL)
    text = "The word سجل means register, and the paper was called by it for a hundred years."
    assert page.editions[0].texts(Role.PARAGRAPH) == (text, *EN)


def test_an_arabic_paragraph_with_a_long_quotation_stays_arabic():
    line = "وقال مدير مركز أكسفورد في رسالته: “The publication of weekly figures is the most useful thing that the three ministries have done in ten years.”"
    page = extract_page(document(f"<article><h1>{AR_TITLE}</h1>{tags([*AR, line])}</article>", lang="ar"), URL)
    (edition,) = page.editions
    assert edition.texts(Role.PARAGRAPH) == (*AR, line)


@pytest.mark.parametrize(
    ("line", "dateline", "byline", "residue"),
    [
        (
            "2 November 2026 | 1,204 views | 0 comments",
            "2 November 2026",
            None,
            ["|", "1,204 views", "|", "0 comments"],
        ),
        ("1,204 views | 4 November 2026", "4 November 2026", None, ["1,204 views", "|"]),
        ("Nov 4, 2026 - 77 shares", "Nov 4, 2026", None, ["-", "77 shares"]),
        (
            "By Rana Haddad | 4 November 2026 | 5 min read",
            "4 November 2026",
            "By Rana Haddad",
            ["|", "|", "5 min read"],
        ),
        ("By Sam - 12 comments", None, "By Sam", ["-", "12 comments"]),
        ("Posted by admin on November 4, 2026", "November 4, 2026", "by admin", ["Posted", "on"]),
        (
            "Submitted by webmaster on Tue, 11/24/2026 - 12:30",
            "Tue, 11/24/2026",
            "by webmaster",
            ["Submitted", "on", "-", "12:30"],
        ),
        ("November 4, 2026 by Admin", "November 4, 2026", "by Admin", []),
        (
            "Posted on November 4, 2026 by Rana Haddad in News",
            "November 4, 2026",
            "by Rana Haddad",
            ["Posted on", "in News"],
        ),
        ("By Rana Haddad, 4 November 2026", "4 November 2026", "By Rana Haddad", []),
        ("By Rana Haddad Beirut, 4 November 2026", "Beirut, 4 November 2026", "By Rana Haddad", []),
        ("كتبت رنا حداد، 4 نوفمبر 2026", "4 نوفمبر 2026", "كتبت رنا حداد", []),
        ("4 تشرين الثاني 2026 - 1204 مشاهدة", "4 تشرين الثاني 2026", None, ["-", "1204 مشاهدة"]),
        ("بواسطة سامر الحلبي - 4 نوفمبر 2026", "4 نوفمبر 2026", "بواسطة سامر الحلبي", ["-"]),
        ("قرئ هذا الخبر 1204 مرات", None, None, ["قرئ هذا الخبر 1204 مرات"]),
        ("مرات القراءة: 1204", None, None, ["مرات القراءة: 1204"]),
    ],
)
def test_a_line_of_date_byline_and_counters_is_taken_apart(line, dateline, byline, residue):
    page = extract_page(
        document(f"<article><h1>{EN_TITLE}</h1><div class='info'>{line}</div>{tags(EN)}</article>"), URL
    )
    (edition,) = page.editions
    assert (edition.text(Role.DATELINE), edition.text(Role.BYLINE)) == (dateline, byline)
    assert (list(page.residue), list(edition.texts(Role.PARAGRAPH))) == (residue, EN)


@pytest.mark.parametrize("name", ["lead", "summary", "standfirst"])
@pytest.mark.parametrize("order", ["{date}{first}", "{first}{date}"])
def test_a_standfirst_is_known_by_its_name_on_either_side_of_the_date(name, order):
    first = f"<p class='{name}'>The crossing can carry light vehicles only</p>"
    head = order.format(date="<p class='date'>2 November 2026</p>", first=first)
    page = extract_page(document(f"<article><h1>{EN_TITLE}</h1>{head}{tags(EN)}</article>"), URL)
    (edition,) = page.editions
    assert edition.text(Role.STANDFIRST) == "The crossing can carry light vehicles only"
    assert edition.texts(Role.PARAGRAPH) == tuple(EN)


def test_a_headline_in_no_heading_element_stands_once():
    head = f'<meta property="og:title" content="{EN_TITLE}">'
    page = extract_page(document(f"<article><div class='title'>{EN_TITLE}</div>{tags(EN)}</article>", head=head), URL)
    (edition,) = page.editions
    assert (edition.text(Role.HEADLINE), edition.texts(Role.PARAGRAPH)) == (EN_TITLE, tuple(EN))


def test_a_sidebar_with_more_text_than_the_article_is_not_the_article():
    teasers = tags(["A teaser of another story that is told in one whole sentence on this page."] * 10)
    page = extract_page(
        document(f"<div class='main'><h1>{EN_TITLE}</h1>{tags(EN)}</div><div class='sidebar'>{teasers}</div>"), URL
    )
    (edition,) = page.editions
    assert edition.texts(Role.PARAGRAPH) == tuple(EN)


def test_an_article_that_is_one_link_to_its_source_keeps_it_and_its_own_byline():
    page = extract_page(
        """<html><head><title>Port workers end their strike – The Ledger</title></head><body>
        <nav>Home Contact us Archive of all years English العربية Search Menu and a long line of other words</nav>
        <article class="post author-mona category-ports"><header><h1 class="entry-title">Port workers end their strike</h1>
        <span class="blog-categories">in <a href="/c/1">Ports</a></span> / <span class="blog-author">by mona</span></header>
        <div class="entry-content"><p>https://agency.example/2026/11/port-workers-end-their-strike</p></div></article>
        </body></html>""",
        URL,
    )
    (edition,) = page.editions
    assert edition.texts(Role.HEADLINE) == ("Port workers end their strike",)
    assert edition.texts(Role.BYLINE) == ("by mona",)
    assert edition.texts(Role.PARAGRAPH) == ("https://agency.example/2026/11/port-workers-end-their-strike",)


def test_a_date_beyond_a_short_article_is_not_when_it_was_published() -> None:
    lines = (
        "A judge has ordered the district to hand over four years of contracts with its bus operator, rejecting that "
        "the price of a seat is a secret.",
        "In a ruling the judge wrote that a public body cannot buy secrecy along with the diesel.",
        "The district has ten days to appeal, and if it does not the papers must be released.",
    )
    text = "".join(f"<p>{line}</p>" for line in lines)
    other = "<div><h2>More</h2><div>Fees are dropped</div><div>March 30, 2026</div></div>"
    html = f"<body><div><div>April 22, 2026</div><h1>Judge orders release</h1><div>{text}</div></div>{other}</body>"
    assert extract_page(html, "https://courts.example/blog/release").date_lines == (("visible en", "April 22, 2026"),)
