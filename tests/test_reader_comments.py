"""What readers wrote below an article whose elements have names that mean nothing."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from tests.ferry_story import TEXTS, URL

COMMENTS = {
    "en": [
        (
            "Rana K.",
            "2 hours ago",
            "My uncle was on that ferry and he says nobody told them anything until the boats came.",
        ),
        (
            "oldsailor",
            "1 day ago",
            "Those pumps were already broken in 2019. I worked on that line and reported it every winter.",
        ),
    ],
    "ar": [
        ("أبو علي", "منذ ساعتين", "خالي كان على متن العبّارة ويقول إنّ أحداً لم يخبرهم بشيء حتى وصلت قوارب النجاة."),
        ("بحّار قديم", "منذ يوم", "المضخات كانت معطلة منذ 2019، عملت على هذا الخط ست سنوات وأبلغت عنها كل شتاء."),
    ],
}
HEADINGS = [
    ("en", "Comments"),
    ("en", "2 Comments"),
    ("en", "Comments (2)"),
    ("en", "Readers' comments"),
    ("en", "2 thoughts on “Ferry takes on water”"),
    ("en", "Leave a Reply"),
    ("en", "Join the conversation"),
    ("en", "What readers say"),
    ("en", "Discussion"),
    ("ar", "التعليقات"),
    ("ar", "تعليقان"),
    ("ar", "التعليقات: 2"),
    ("ar", "تعليقات القراء"),
    ("ar", "شارك برأيك"),
    ("ar", "اترك تعليقاً"),
    ("ar", "ردود القراء"),
]


def page_of(language, below, text=None):
    paragraphs = "".join(f"<p class='q1'>{one}</p>" for one in text or TEXTS[language])
    headline = "Ferry takes on water" if language == "en" else "المياه تغمر عبّارة"
    article = f"<div class='x4'><h1>{headline}</h1><div class='x7'>{paragraphs}</div></div>"
    return f"<html lang='{language}'><body><div class='x3'>{article}{below}</div></body></html>"


def in_divs(heading, comments):
    entries = "".join(f"<div><div>{who}</div><div>{when}</div><div>{said}</div></div>" for who, when, said in comments)
    return f"<div class='k1'><div class='k2'>{heading}</div>{entries}</div>"


def in_list(heading, comments):
    entries = "".join(f"<li><b>{who}</b> <time>{when}</time><p>{said}</p></li>" for who, when, said in comments)
    return f"<section><h2>{heading}</h2><ul>{entries}</ul></section>"


def one_after_the_other(heading, comments):
    return f"<h4>{heading}</h4>" + "".join(f"<p><b>{who}</b> {when}</p><p>{said}</p>" for who, when, said in comments)


def as_the_text(heading, comments):
    entries = "".join(f"<p class='q1'>{who}, {when}</p><p class='q1'>{said}</p>" for who, when, said in comments)
    return f"<div class='k1'><h3>{heading}</h3>{entries}</div>"


@pytest.mark.parametrize("layout", [in_divs, in_list, one_after_the_other, as_the_text])
@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_what_readers_wrote_is_told_by_the_heading_over_it(language, heading, layout):
    page = extract_page(page_of(language, layout(heading, COMMENTS[language])), URL)
    assert [edition.texts(Role.PARAGRAPH) for edition in page.editions] == [tuple(TEXTS[language])]


def test_a_counter_of_comments_above_the_text_heads_no_comments():
    standfirst = "All 112 passengers were brought ashore by midnight, the coast guard says, and the pumps are blamed."
    text = "".join(f"<p>{one}</p>" for one in TEXTS["en"])
    body = (
        f"<article><header><h1>Ferry</h1><p>{standfirst}</p></header><div>2 Comments</div><div>{text}</div></article>"
    )
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH)[-2:] == tuple(TEXTS["en"])


def test_a_translation_below_a_counter_of_comments_is_kept():
    arabic = "".join(f"<p>{one}</p>" for one in TEXTS["ar"])
    below = f"<div class='k1'><div>2 Comments</div><div class='k2'><h2>المياه تغمر عبّارة</h2>{arabic}</div></div>"
    editions = extract_page(page_of("en", below), URL).editions
    texts = {edition.language: edition.texts(Role.PARAGRAPH) for edition in editions}
    assert texts == {language: tuple(text) for language, text in TEXTS.items()}


@pytest.mark.parametrize("head", ["Discussion", "Comments", "Responses"])
def test_a_section_head_of_the_text_heads_no_comments(head):
    more = "The inquiry is to hear the crew first and then the engineers of the yard, its chair told reporters."
    text = "".join(f"<p class='q1'>{one}</p>" for one in TEXTS["en"])
    body = f"<div><h1>Ferry</h1><div>{text}<h2>{head}</h2><p class='q1'>{more}</p></div></div>"
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert more in edition.texts(Role.PARAGRAPH)


def many(language, name):
    said = [one for _, _, one in COMMENTS[language]]
    when = "{} November 2026 at 10:15" if language == "en" else "{} تشرين الثاني 2026، 10:15"
    entries = "".join(
        f"<div class='{name}'><b>reader{day}</b><i>{when.format(day)}</i><div><p>{said[day % 2]} {day}.</p></div></div>"
        for day in range(1, 20)
    )
    return f"<div class='{name}Tree'>{entries}</div>"


@pytest.mark.parametrize("name", ["comment", "commentItem", "reader-comments"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_signed_comments_longer_than_the_text_are_told_by_their_name_without_a_heading(language, name):
    page = extract_page(page_of(language, many(language, name)), URL)
    assert [edition.texts(Role.PARAGRAPH) for edition in page.editions] == [tuple(TEXTS[language])]


def test_a_text_that_no_heading_heads_is_found_above_longer_comments():
    text = "".join(f"<p>{one}</p>" for one in TEXTS["en"])
    html = (
        f"<html lang='en'><body><div><div><div class='x'>{text}</div>{many('en', 'comment')}</div></div></body></html>"
    )
    (edition,) = extract_page(html, URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXTS["en"])


def test_an_opinion_in_an_element_called_a_comment_is_an_article():
    more = [f"{one} So it was told, and so it will be told again by those who were on the quay." for one in TEXTS["en"]]
    text = "".join(f"<p>{one}</p>" for one in [*TEXTS["en"], *more, *more[:1]])
    teasers = "".join(f"<p>{one}</p>" for one in TEXTS["en"])
    body = (
        f"<div><div class='top'>{teasers}</div><div class='comment'><h1>What the ferry tells us</h1>{text}</div></div>"
    )
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH)[-3:] == (*more, more[0])
