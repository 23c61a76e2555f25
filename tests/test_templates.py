"""What several pages of one site teach, and how a page is read with it. The sites and their news are invented."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler import read_page
from crawler.extract import extract_page
from crawler.models import Role
from crawler.models.forms import match_form
from crawler.page.selectors import is_selector
from crawler.sites import RoleSelectors, Site, Template
from crawler.templating.page_elements import locate
from crawler.templating.template_selectors import Sought, find_selector
from crawler.templating.templates import RoleFinding, learn_template, study_pages
from jobs.template_report import uncertainties

DAY = date(2026, 3, 1)
LINES = [
    ["The bridge reopened on Sunday after repairs.", "Engineers had replaced the wooden deck and every bolt."],
    ["The river rose by forty centimetres in five days.", "The danger mark is at four and a half metres."],
    ["The bakers ended their strike on Monday.", "Flour will be cheaper by a tenth from next week on."],
]
ARABIC_LINES = [
    ["أعيد فتح الجسر يوم الأحد بعد أعمال الترميم.", "استبدل المهندسون السطح الخشبي وكل المسامير."],
    ["ارتفع منسوب النهر أربعين سنتيمتراً في خمسة أيام.", "علامة الخطر عند أربعة أمتار ونصف المتر."],
    ["أنهى الخبازون إضرابهم يوم الاثنين في المدينة.", "سينخفض سعر الطحين بمقدار العشر من الأسبوع المقبل."],
]
CAPTIONS = [
    ("Masons at work upon the northern arch", "بناؤون يعملون على القوس الشمالية"),
    ("Children watch the water from a wall", "أطفال ينظرون إلى الماء من فوق الجدار"),
    ("Bread is sold again at the old gate", "الخبز يباع من جديد عند البوابة القديمة"),
]
SHARED = "Officials did not answer questions that reporters sent them on Saturday."
APPEAL = "Our reporting is paid for by readers like you, and by nobody else."


def page(lines, extra=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<html><head><title>{lines[0]}</title></head><body><div class="wrap"><article class="story post-7"><h1>{lines[0][:-1]}</h1>
    {paragraphs}{extra}</article></div></body></html>"""


def columns(lines, arabic, number=0):
    """English and Arabic side by side; classes of the grid and of the build change from page to page."""
    english_body, arabic_body = ("".join(f"<p>{line}</p>" for line in side) for side in (lines, arabic))
    return f"""<html><head><title>{lines[0]}</title></head><body class="page-id-{number}"><main class="sheet css-{number}x9">
    <header><h1 class="col-8 name">{lines[0][:-1]}</h1><h2 class="name-ar" dir="rtl">{arabic[0][:-1]}</h2></header>
    <div class="meta"><span class="day">{number + 3} March 2026</span></div>
    <figure><img src="/{number}.jpg"><figcaption class="under">A view of the town, number {number + 7}</figcaption></figure>
    <div class="row"><div class="col side-english">{english_body}</div><div class="col side-arabic" dir="rtl">{arabic_body}</div></div>
    <div class="also-box"><p><a href="/other-{number}">Word number {number} of the town council, which met on Friday again</a></p></div>
    </main></body></html>"""


def interleaved(lines, arabic):
    pairs = "".join(
        f'<p class="t">{one}</p><p class="t tr" dir="rtl">{other}</p>' for one, other in zip(lines, arabic, strict=True)
    )
    return f"<html><head><title>{lines[0]}</title></head><body><div class='story'><h1>{lines[0][:-1]}</h1>{pairs}</div></body></html>"


def test_what_repeats_as_a_label_on_most_pages_is_furniture():
    template = learn_template([page(lines, "<p>The Register, every morning</p>") for lines in LINES], DAY)
    assert template == Template(DAY, "article.story", RoleSelectors("h1"), furniture=("the register, every morning",))
    read = extract_page(page(LINES[0], "<p>The Register, every morning</p>"), "http://x.example/a", template)
    assert read.editions[0].texts(Role.PARAGRAPH) == tuple(LINES[0])
    assert read.residue == ("The Register, every morning",)


def test_a_paragraph_that_several_articles_share_is_text_and_not_furniture():
    pages = [page([*lines, SHARED]) for lines in LINES]
    template = learn_template(pages, DAY)
    assert template == Template(DAY, "article.story", RoleSelectors("h1"))
    read = extract_page(pages[0], "http://x.example/a", template)
    assert read.editions[0].texts(Role.PARAGRAPH) == (*LINES[0], SHARED)


def test_a_sentence_that_every_page_says_in_a_box_of_its_own_is_furniture_by_its_box():
    template = learn_template([page(lines, f'<div class="appeal"><p>{APPEAL}</p></div>') for lines in LINES], DAY)
    assert template == Template(DAY, "article.story", RoleSelectors("h1"), drop=("div.appeal",))


def long_text(lines):
    return [*lines, *(f"{line[:-1]}, and so it was on day {day} after that." for day in range(3) for line in lines)]


CALL = "Nobody pays for this paper but those who read it, so write to us if you can give something."


@pytest.mark.parametrize(
    "extra", [f"<p><em>{CALL}</em></p>", f"<p><strong>{CALL}</strong></p>", f"<p><a href='/give'>{CALL}</a> </p>"]
)
def test_a_sentence_set_off_at_the_end_of_every_page_is_furniture(extra):
    pages = [page(long_text(lines), extra) for lines in LINES]
    template = learn_template(pages, DAY)
    assert template is not None
    # One that is a link alone is read as no text without a template.
    assert template.furniture == (() if "href" in extra else (match_form(CALL),))
    assert CALL not in extract_page(pages[0], "http://x.example/a", template).editions[0].texts(Role.PARAGRAPH)


def test_a_sentence_set_off_within_the_text_of_every_page_is_text():
    pages = [page([lines[0], f"<em>{SHARED}</em>", *lines[1:]]) for lines in LINES]
    template = learn_template(pages, DAY)
    assert template == Template(DAY, "article.story", RoleSelectors("h1"))


SOURCES = [
    ["The harbour office", "A ferry pilot"],
    ["The river board"],
    ["Two bakers, who were asked in turn", "A miller"],
]


def test_a_heading_of_every_page_is_text_where_text_stands_below_it_and_furniture_where_none_does():
    pages = [
        page(
            lines,
            "<h2 id='sources'>Sources</h2><ul>"
            + "".join(f"<li>{source}, in a talk with this paper.</li>" for source in sources)
            + f"</ul><h3 class='more-head'>The story in pictures</h3><div><a href='/p/{number}'>Picture {number}</a></div>",
        )
        for number, (lines, sources) in enumerate(zip(LINES, SOURCES, strict=True))
    ]
    template = learn_template(pages, DAY)
    assert template is not None
    assert ("h2#sources" in template.drop, "sources" in template.furniture) == (False, False)
    read = extract_page(pages[1], "http://x.example/a", template).editions[0].texts(Role.PARAGRAPH)
    assert read == (*LINES[1], "Sources", "The river board, in a talk with this paper.")


def test_a_headline_is_looked_for_where_it_is_a_heading_and_not_at_the_end_of_a_trail():
    def trailed(lines):
        trail = f"<ol><li><a href='/'>News</a></li><li class='current'>{lines[0][:-1]}</li></ol>"
        return page(lines).replace('<div class="wrap">', f'<div class="wrap">{trail}')

    template = learn_template([trailed(lines) for lines in LINES], DAY)
    assert template is not None
    assert template.roles.headline == "h1"


def test_an_element_that_holds_the_sites_menus_as_well_is_not_the_articles():
    menu = "".join(f"<a href='/s/{number}'>Section {number} of the paper and its pages</a> " for number in range(20))

    def wide(lines):
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        return f"""<html><head><title>{lines[0]}</title></head><body><div id="all"><div class="top">{menu}</div>
        <div class="band"><h1>{lines[0][:-1]}</h1></div><div class="menu-left">{menu}</div><div>{paragraphs}</div></div></body></html>"""

    template = learn_template([wide(lines) for lines in LINES], DAY)
    assert template is not None
    assert (template.article, template.roles.headline) == ("", "h1")


@pytest.mark.parametrize(
    "template",
    [
        Template(since=DAY, furniture=tuple(match_form(line) for line in LINES[0])),
        Template(since=DAY, drop=("article p",)),
    ],
    ids=["by its texts", "by its selectors"],
)
def test_a_template_that_would_take_out_most_of_a_page_is_not_believed(template):
    read = extract_page(page(LINES[0]), "http://x.example/a", template)
    assert [text for edition in read.editions for text in edition.texts(Role.PARAGRAPH)] == LINES[0]


def test_columns_of_two_languages_are_told_apart_by_their_own_names():
    pages = [columns(*lines, number) for number, lines in enumerate(zip(LINES, ARABIC_LINES, strict=True))]
    assert learn_template(pages, DAY) == Template(
        since=DAY,
        article="main.sheet",
        roles=RoleSelectors(dateline="span.day", caption="figcaption.under"),
        sides=(
            ("ar", RoleSelectors(headline="h2.name-ar", body="div.side-arabic")),
            ("en", RoleSelectors(headline="h1.name", body="div.side-english")),
        ),
        drop=("div.also-box",),
    )


def test_captions_of_two_sides_with_names_of_their_own_are_named_by_side():
    def captioned(number, lines, arabic):
        own = f'<figure class="pic"><img src="/{number}-ar.jpg"><figcaption class="under-ar">{arabic[0]}</figcaption></figure>'
        side = '<div class="col side-arabic" dir="rtl">'
        return columns(lines, arabic, number).replace(side, side + own)

    pages = [captioned(number, *lines) for number, lines in enumerate(zip(LINES, ARABIC_LINES, strict=True))]
    template = learn_template(pages, DAY)
    assert template is not None
    assert template.roles.caption == ""
    assert {side: roles.caption for side, roles in template.sides} == {
        "ar": "figcaption.under-ar",
        "en": "figcaption.under",
    }


def test_names_of_parts_of_a_block_are_names_and_those_of_a_build_are_none():
    def parts(number, lines):
        paragraphs = "".join(f"<p>{line}</p>" for line in lines)
        built = f'<div class="strip_note__aBx{"QZW"[number]}f">Share this story with the town</div>'
        return f"""<html><head><title>{lines[0]}</title></head><body><div class="shell"><h2 class="story-hero__title">{lines[0][:-1]}</h2>
        <p class="story-hero__date">{number + 3} March 2026</p><div class="story__body-text">{paragraphs}</div>{built}</div></body></html>"""

    template = learn_template([parts(number, lines) for number, lines in enumerate(LINES)], DAY)
    assert template is not None
    assert template.roles == RoleSelectors(
        headline="h2.story-hero__title", dateline="p.story-hero__date", body="div.story__body-text"
    )
    assert template.drop == ()


def test_a_box_between_lines_with_breaks_is_furniture_and_the_lines_are_not():
    box = '<table class="call-us"><tr><td>Call our sales desk at any hour, our prices suit everyone in town.</td></tr></table>'

    def broken(lines):
        return page([lines[0]]).replace(
            "</article>",
            f'<div class="txt">{lines[0]}<br><br>{box}{lines[1]}<br><br>{SHARED[:-1]} {lines[0]}</div></article>',
        )

    template = learn_template([broken(lines) for lines in LINES], DAY)
    assert template is not None
    assert template.drop == ("table.call-us",)


def test_a_list_of_other_articles_may_be_dropped_though_it_is_longer_than_the_article():
    links = "".join(
        f'<li><a href="/{number}">{line}</a></li>' for number, line in enumerate(ARABIC_LINES[0] * 3 + LINES[1] * 3)
    )
    promised = "<div class='app'><p>Our new app brings every story of the town to your phone.</p></div>"
    shown = page(LINES[0] + LINES[2], f"{promised}<div class='others'><ul>{links}</ul></div>")
    template = Template(since=DAY, article="article.story", drop=("div.app", "div.others"))
    read = extract_page(shown, "http://x.example/a", template)
    assert [text for edition in read.editions for text in edition.texts(Role.PARAGRAPH)] == LINES[0] + LINES[2]


def test_paragraphs_in_turn_are_told_apart_by_direction_or_class():
    template = learn_template([interleaved(*lines) for lines in zip(LINES, ARABIC_LINES, strict=True)], DAY)
    assert template is not None
    assert (template.article, template.sides) == ("div.story", (("ar", RoleSelectors(body="p.tr")),))


def test_a_role_that_no_selector_finds_is_told_as_uncertain():
    pages = [
        page(lines).replace("<h1>", f"<h{level}>").replace("</h1>", f"</h{level}>")
        for level, lines in enumerate(LINES, 1)
    ]
    lesson = study_pages(pages, DAY)
    assert lesson is not None
    assert lesson.uncertain == (RoleFinding("", "headline", "", 3, 0),)


@pytest.mark.parametrize(("unsought", "found"), [(0, "p.lead"), (1, "p.lead"), (2, None)])
def test_a_page_where_a_side_lacks_the_role_counts_half_against_a_selector_that_matches_there(unsought, found):
    sought = []
    for number, lines in enumerate((*LINES, *LINES[:unsought])):
        text = page(lines, f"<p class='lead'>{lines[0]} So the town council said.</p>")
        located = locate(text, extract_page(text, "http://x.example/a"))
        assert located is not None
        lead = next(one for one in located.root.within() if one.node.attributes.get("class") == "lead")
        is_sought = number < len(LINES)
        sought.append(Sought(located, (frozenset({lead.id}),) if is_sought else (), (lead,) if is_sought else ()))
    selector = find_selector(sought, only_here=True)
    assert (selector.selector if selector else None) == found


def test_a_side_whose_role_no_selector_finds_is_told_beside_the_side_whose_is_found():
    pages = [
        columns(lines, arabic, number).replace("h2", f"h{number + 2}").replace("name-ar", f"n{number}")
        for number, (lines, arabic) in enumerate(zip(LINES, ARABIC_LINES, strict=True))
    ]
    lesson = study_pages([one.replace(' dir="rtl">', ">") for one in pages], DAY)
    assert lesson is not None
    assert [one for one in lesson.findings if one.role == "headline"] == [
        RoleFinding("en", "headline", "h1.name", 3, 3),
        RoleFinding("ar", "headline", "", 3, 0),
    ]


def test_what_says_whose_a_picture_is_is_not_dropped():
    def pictured(number):
        picture = f"""<div class="pic"><img src="/{number}.jpg" width="800" height="400">
        <p class="legend">{CAPTIONS[number][0]}</p><div class="agency">Photo: Reuters</div></div>"""
        return page(LINES[number], picture + '<div class="hint-box">Print this story</div>')

    template = learn_template([pictured(number) for number in range(3)], DAY)
    assert template.drop == ("div.hint-box",)
    site = Site("town", "https://town.example/", templates=(template,))
    record = read_page(pictured(0).encode(), "https://town.example/news/bridge", site)
    assert record["pictures"] == [
        {"url": "https://town.example/0.jpg", "caption": CAPTIONS[0][0], "credit": "Photo: Reuters"}
    ]


def test_what_says_something_else_on_each_page_is_uncertain_and_not_dropped():
    def sheet(number):
        columns = "".join(
            f"""<div class="{side}-part" dir="{direction}"><h2 class="name">{lines[0][:-1]}</h2>
            <div class="sub">{lines[1][:-1]}</div><div class="sign">{writer}</div>
            <div class="day">{day}</div><div class="photo-{side}">{line}</div><p>{lines[0]}</p><p>{lines[1]}</p>
            </div>"""
            for side, direction, writer, day, line, lines in (
                ("en", "ltr", "By Huda Nasser", f"{number + 3} March 2026", CAPTIONS[number][0], LINES[number]),
                ("ar", "rtl", "بقلم هدى ناصر", f"{number + 3} مارس 2026", CAPTIONS[number][1], ARABIC_LINES[number]),
            )
        )
        return f"""<html><body><div class="sheet"><div class="pic"><img src="/{number}.jpg" width="900" height="500"></div>
        <div class="sides">{columns}</div></div></body></html>"""

    lesson = study_pages([sheet(number) for number in range(3)], DAY)
    assert (lesson.template.drop, lesson.unread) == ((), ("div.photo-ar", "div.photo-en"))
    assert (
        uncertainties(lesson)[-1]
        == "div.photo-en says something else on each page and is in no field: is it a caption?"
    )


@pytest.mark.parametrize(
    "pages", [[], [page(lines) for lines in LINES[:2]], ["", " ", "<p>"]], ids=["none", "two", "empty"]
)
def test_too_few_articles_teach_nothing(pages):
    assert learn_template(pages, DAY) is None


_UNSTABLE = re.compile(r"\d|nth-|:(?:first|last)|css-|sc-")
class_names = st.lists(
    st.sampled_from(
        [
            "css-1x2y3z",
            "sc-bdVaJa",
            "post-1204",
            "col-md-8",
            "story",
            "entry-content",
            "Headline_text__aB3xZ",
            "خبر",
            "a:b",
            "jsx-77",
            "lead",
        ]
    ),
    max_size=4,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(class_names, min_size=5, max_size=5))
def test_every_selector_found_is_one_and_depends_on_no_build_or_position(names):
    outer, article, title, paragraph, box = names
    pages = [
        f"<html><head><title>{lines[0]}</title></head><body><div class='{outer}'><article class='{article}'>"
        f"<h1 class='{title}'>{lines[0][:-1]}</h1><div class='{paragraph}'><p>{lines[0]}</p><p>{lines[1]}</p></div>"
        f"<div class='{box}'><p>{APPEAL}</p></div></article></div></body></html>"
        for lines in LINES
    ]
    template = learn_template(pages, DAY)
    assert template is not None
    selectors = [template.article, *template.drop, *(selector for _, _, selector in template.selectors())]
    stated = [selector for selector in selectors if selector]
    assert [one for one in stated if not is_selector(one) or _UNSTABLE.search(one.replace("h1", ""))] == []


QUOTED = "We crossed it on the first morning, all of us."
ARABIC = (
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
    "وقال مهندس البلدية إن الجسر سيبقى مفتوحاً أمام السيارات طوال أيام الأسبوع.",
)
ROLES = {
    "headline": ("<h1>Corrections</h1><p class='name'>The bridge that waited eleven months</p>", "p.name"),
    "standfirst": (
        "<h1>The bridge reopened on Sunday</h1><p class='under'>Cars may cross from Monday on.</p>",
        "p.under",
    ),
    "byline": ("<h1>The bridge reopened on Sunday</h1><p class='who'>Salma Haddad, Basra</p>", "p.who"),
    "caption": (
        "<h1>The bridge reopened on Sunday</h1><p class='small'>The deck seen from the east bank</p>",
        "p.small",
    ),
}


@pytest.mark.parametrize("role", ROLES)
def test_what_a_template_names_has_that_role_whatever_it_looks_like(role):
    head, selector = ROLES[role]
    body = "".join(f"<p>{line}</p>" for lines in LINES for line in lines)
    text = f"<html><head><title>The Gazette</title></head><body><article>{head}{body}</article></body></html>"
    template = Template(since=DAY, roles=RoleSelectors(**{role: selector}))
    (edition,) = extract_page(text, "http://x.example/a", template).editions
    named = re.search(r"<p class='\w+'>(.*?)</p>", head)[1]
    assert edition.texts(Role(role)) == (named,)
    assert edition.texts(Role.PARAGRAPH) == tuple(line for lines in LINES for line in lines)


FAR_AWAY = {
    "dateline": "<div class='end'><p class='when'>Posted: 3 May 2025</p></div>",
    "byline": "<footer class='site-footer'><p class='when'>Salma Haddad, Basra</p></footer>",
    "caption": "<aside class='related'><p class='when'>The deck seen from the east bank</p></aside>",
}


@pytest.mark.parametrize("role", FAR_AWAY)
@pytest.mark.parametrize("place", ["above", "below"])
def test_what_a_template_names_is_the_articles_wherever_it_stands(role, place):
    body = "".join(f"<p>{line}</p>" for lines in LINES for line in lines)
    article = f"<div class='shell'><article><h1>The bridge reopened on Sunday</h1>{body}</article></div>"
    parts = [FAR_AWAY[role], article] if place == "above" else [article, FAR_AWAY[role]]
    text = f"<html><head><title>The Gazette</title></head><body>{''.join(parts)}</body></html>"
    template = Template(since=DAY, article="article", roles=RoleSelectors(**{role: "p.when"}))
    (edition,) = extract_page(text, "http://x.example/a", template).editions
    (found,) = edition.texts(Role(role))
    assert found in FAR_AWAY[role]
    assert edition.texts(Role.PARAGRAPH) == tuple(line for lines in LINES for line in lines)
    (without,) = extract_page(text, "http://x.example/a", Template(since=DAY, article="article")).editions
    assert without.texts(Role(role)) == ()


def test_a_quotation_stands_in_the_edition_whose_side_a_template_names():
    english = "".join(f"<p>{line}</p>" for line in LINES[0])
    text = f"""<html><head><title>{LINES[0][0]}</title></head><body><article><h1>{LINES[0][0][:-1]}</h1>
    <section class="one">{english}</section><section class="two"><p>{ARABIC[0]}</p><p>{QUOTED}</p><p>{ARABIC[1]}</p>
    </section></article></body></html>"""
    template = Template(since=DAY, sides=(("ar", RoleSelectors(body="section.two")),))
    page = extract_page(text, "http://x.example/a", template)
    assert {one.language: one.texts(Role.PARAGRAPH) for one in page.editions} == {
        "en": tuple(LINES[0]),
        "ar": (ARABIC[0], QUOTED, ARABIC[1]),
    }


LATER = "The council meets again on Thursday to hear what the engineers have found."


def test_a_capture_is_read_with_the_template_of_its_day():
    lines = [line for pair in LINES for line in pair]
    text = page([*lines, LATER]).replace(f"<p>{LATER}", f'<p class="x">{LATER}')
    newer = Template(since=DAY, drop=("p.x",))
    site = Site("town", "https://town.example/", templates=(Template(), newer))
    days = (datetime(2026, 2, 28, 23, 59, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC))
    records = [read_page(text.encode(), "https://town.example/news/bridge", site, captured_at=day) for day in days]
    assert [record["editions"]["en"]["paragraphs"] for record in records] == [[*lines, LATER], lines]
