"""Pages that every site has beside its articles: people's, lists without dates, templates that nobody filled."""

from crawler.extract import extract_page

URL = "https://gazette.example/story/harbour-wall-holds-again"
LINES = [
    "The harbour wall held on Tuesday night, and the ferries sailed again at six.",
    "Engineers had feared for the eastern end, which was built in 1931 and mended twice.",
    "The council meets on Friday to hear what a new wall of stone would cost.",
]
NAMES = ["Salma Haddad", "Omar Nasser", "Ruth Calder", "Paul Drew"]
NOTICES = [f"{name}, of Quay Street, died on Monday. The funeral is at St. Anne." for name in NAMES]


def page(headline, body, head=""):
    return f"<html><head><title>{headline} | The Gazette</title>{head}</head><body><main><h1>{headline}</h1>{body}</main></body></html>"


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def kind(text, url=URL):
    problem = extract_page(text, url).problem
    return problem.reason.split(":")[0] if problem else None


def test_a_persons_page_is_none_but_a_dated_portrait_is_an_article():
    profile = "<meta property='og:type' content='profile'>"
    dated = "<time>19 November 2026</time>" + paragraphs(LINES)
    assert kind(page("Helena Marsh", paragraphs(LINES), profile)) == "listing"
    assert kind(page("Helena Marsh", dated, profile)) is None


def test_a_few_undated_lines_at_a_lists_address_are_none():
    assert kind(page("Helena Marsh", paragraphs(LINES)), "https://gazette.example/author/12") == "listing"
    assert kind(page("Helena Marsh", paragraphs(LINES))) is None


def test_a_name_of_a_site_page_above_a_date_is_a_columns():
    assert kind(page("من نحن", paragraphs(LINES))) == "about page"
    assert kind(page("من نحن", "<time>19 نوفمبر 2026</time>" + paragraphs(LINES))) is None


def test_an_empty_article_above_others_teasers_is_empty():
    cards = "".join(f"<h4><a href='/{n}'>What the divers found at pile {n}</a></h4><p>{LINES[n]}</p>" for n in range(3))
    head = "<meta property='og:type' content='article'><meta property='article:published_time' content='2026-11-19'>"
    related = f"<h3>You may also like</h3>{cards}"
    assert kind(page("The harbour wall holds again", related, head)) == "empty page"
    assert kind(page("The harbour wall holds again", paragraphs(LINES[:1]) + related, head)) is None


def test_short_lines_that_nothing_calls_an_article_are_no_text():
    lines = ["عمّان 14° غائم", "العقبة 25° صحو", "إربد 13° أمطار", "الكرك 11° غائم", "السلط 12° غائم", "معان 15° صحو"]
    head = "<meta property='article:published_time' content='2026-11-19'>"
    assert kind(page("المدن", paragraphs(lines))) == "empty page"
    assert kind(page("المدن", paragraphs(lines), head)) is None


def entries(headings):
    return "".join(
        f"<div><h3>{heading}</h3><p>{text}</p></div>" for heading, text in zip(headings, NOTICES, strict=True)
    )


def test_linked_headings_with_a_text_under_each_are_a_list_unless_a_text_leads_to_them():
    linked = [f"<a href='/o/{n}'>{name}</a>" for n, name in enumerate(NAMES)]
    assert kind(page("Remembered", entries(linked))) == "listing"
    assert kind(page("Remembered", entries(NAMES))) is None
    assert kind(page("Remembered", paragraphs(LINES) + entries(linked))) is None


def test_questions_to_open_below_a_long_text_do_not_make_it_a_list():
    text = paragraphs(f"{line} So it was on day {day} of the works." for day in range(8) for line in LINES)
    asked = "".join(
        f"<h3><a href='#{n}'>What becomes of pile {n} of the quay?</a></h3><p>{LINES[n % 3]}</p><a href='#{n}'>Read more</a>"
        for n in range(6)
    )
    assert kind(page("The harbour wall holds again", text + asked)) is None
    assert kind(page("The harbour wall holds again", asked.replace("href='#", "href='/question/"))) == "listing"


def test_a_dated_text_under_an_everyday_name_is_an_article_unless_it_speaks_as_a_wall():
    dated = "<p>19 November 2026</p>"
    assert kind(page("Just a moment", dated + paragraphs(LINES))) is None
    assert kind(page("Just a moment", paragraphs(LINES))) == "challenge"
    assert (
        kind(page("Just a moment", dated + "<p>We need to verify that you are human before you go on.</p>"))
        == "challenge"
    )


def test_the_name_of_the_site_is_not_the_name_of_the_page():
    logo = "<div><h1><a href='/'>The Gazette</a></h1></div>"
    lost = "<h2>You look lost</h2><p>Press the space bar to play while you think about where you were going.</p>"
    assert (
        kind(f"<html><head><title>Lost | The Gazette</title></head><body>{logo}<div>{lost}</div></body></html>")
        == "soft 404"
    )


def test_a_teaser_before_a_gate_is_none():
    head = "<meta property='article:published_time' content='2026-11-19'>"
    gates = ("Enter your email to read the rest of this story.", "هذه القصة حصرية لمشتركي الصحيفة")
    assert [kind(page("The harbour wall", paragraphs([LINES[0], gate]), head)) for gate in gates] == [
        "paywall",
        "paywall",
    ]


def test_a_short_page_of_the_sites_own_is_none_though_og_type_calls_it_an_article():
    head = "<meta property='og:type' content='article'>"
    static = page("غرف السينما", paragraphs(LINES), head).replace(
        "<body>", "<body class='page-template-default page-id-7'>"
    )
    assert kind(static) == "about page"
    assert kind(static.replace("page-template-default page-id-7", "single single-post postid-7")) is None
    assert kind(static.replace("غرف السينما", "كيف تختار غرفة سينما تناسب بيتك")) is None
    assert kind(static.replace("<h1>", "<time>19 November 2026</time><h1>")) is None
    assert kind(static.replace("</h1>", "</h1><p class='byline'>By Helena Marsh</p>")) is None
    assert (
        kind(static.replace("</main>", paragraphs(f"{line} On day {n}." for n in range(12) for line in LINES))) is None
    )


def test_json_ld_of_an_about_page_is_believed():
    head = '<script type=\'application/ld+json\'>{"@type": "AboutPage", "name": "Two hundred years"}</script>'
    assert kind(page("Two hundred years", paragraphs(LINES), head)) == "about page"
    assert kind(page("Two hundred years", paragraphs(LINES))) is None


def test_names_of_a_sites_own_pages_are_known_with_the_sites_name_behind():
    for name in ("About The Gazette", "Our services", "Vision and mission", "Terms and Conditions of Use"):
        assert kind(page(name, paragraphs(LINES))) == "about page"
    for name in ("معلومات عنا", "نبذة عن الجريدة", "الرؤية والرسالة", "سياسة الخصوصية وملفات تعريف الارتباط"):
        assert kind(page(name, paragraphs(LINES))) == "about page"
    assert kind(page("Contact The Gazette", paragraphs(LINES * 3))) == "contact page"
    assert kind(page("About the harbour wall", paragraphs(LINES))) is None


def test_a_heading_of_one_common_word_agrees_with_no_title():
    cards = "".join(f"<h4><a href='/{n}'>What the divers found at pile {n} of the quay</a></h4>" for n in range(9))
    front = f"<h1>In</h1><time>19 November 2026</time><p>{LINES[0]}</p>{cards}"
    title = "<html><head><title>Works in the harbour</title></head><body><main>"
    assert kind(f"{title}{front}</main></body></html>") == "listing"
