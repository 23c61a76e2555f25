"""Bylines that only the head of a page tells: the writer whom it states, named near the headline."""

import json

import pytest

from crawler import read_page
from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/ferry/"
HEADLINE = "The ferry to the island runs again"
DATE = "<time datetime='2026-11-08'>8 November 2026</time>"
TEXT = [
    "The ferry left the quay at ten past six on Sunday with eleven cars, a hearse and a dog that had to be carried.",
    "It had been in dry dock since the spring, waiting for a gearbox that nobody makes any more.",
    "The fare is up by twenty pence, which the skipper says has nothing to do with the gearbox.",
]


def edition_of(head_lines, authors, above="", below=""):
    stated = {"@type": "NewsArticle", "headline": HEADLINE, "author": [{"name": name} for name in authors]}
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    body = f"<main><article>{above}<h1>{HEADLINE}</h1>{head_lines}<div>{text}{below}</div></article></main>"
    head = f"<title>{HEADLINE}</title><script type='application/ld+json'>{json.dumps(stated)}</script>"
    (edition,) = extract_page(f"<html lang='en'><head>{head}</head><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH) == tuple(TEXT)
    return edition


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("<div><a href='/by/rana'>Rana Haddad</a></div>", "Rana Haddad"),
        ("<p>Von</p><p><a href='/rana'>Rana Haddad</a></p>", "Von Rana Haddad"),
        ("<div>KXYZ | By <span class='author'><a href='/rana'>Rana Haddad</a></span></div>", "Rana Haddad"),
        ("<div><a rel='author' href='/rana'>Rana Haddad</a> Political editor</div>", "Rana Haddad"),
        ("<div class='author-card'><a href='/rana'>Rana Haddad</a></div>", "Rana Haddad"),
        ("<div>Rana Haddad (now)</div>", "Rana Haddad (now)"),
    ],
)
def test_a_line_that_names_the_stated_writer_is_the_byline(line, byline):
    edition = edition_of(line + DATE, ["Rana Haddad"])
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (byline, None)


def test_stated_writers_in_parts_of_one_line_are_one_byline():
    line = (
        "<p><span class='byline-prefix'>By </span><span><a href='/rana'>Rana Haddad</a></span> and "
        "<span class='last-byline'><a href='/omar'>Omar Aziz</a></span></p>"
    )
    assert edition_of(line + DATE, ["Rana Haddad", "Omar Aziz"]).text(Role.BYLINE) == "By Rana Haddad and Omar Aziz"


def test_the_stated_writer_may_stand_above_the_headline():
    above = f"<ul><li><span>Rana Haddad</span></li><li>{DATE}</li></ul>"
    assert edition_of("", ["Rana Haddad"], above).text(Role.BYLINE) == "Rana Haddad"


@pytest.mark.parametrize("authors", [["Newsroom"], ["Omar Aziz"]])
def test_a_line_of_links_that_names_none_of_the_stated_writers_is_no_byline(authors):
    assert edition_of("<div><a href='/rana'>Rana Haddad</a></div>" + DATE, authors).text(Role.BYLINE) is None


def test_a_byline_with_another_name_is_left_as_it_is():
    edition = edition_of("<p class='byline'>By Omar Aziz</p><p><a href='/r'>Rana Haddad</a></p>", ["Rana Haddad"])
    assert edition.text(Role.BYLINE) == "By Omar Aziz"


def test_a_footer_of_the_post_with_a_link_to_its_writer_is_the_byline():
    signed = "<span class='post-author vcard'>Posted by <a rel='author' href='/p/1'>Wendy Frith</a></span>"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    footer = f"<div class='post-footer'>{signed} <span>at <abbr title='2026-11-08T07:02'>07:02</abbr></span></div>"
    body = f"<h2>8 November 2026</h2><div class='post hentry'><h3>{HEADLINE}</h3><div>{text}</div>{footer}</div>"
    page = f"<html lang='en'><head><title>Marsh Notes: {HEADLINE}</title></head><body><div>{body}</div></body></html>"
    (edition,) = extract_page(page, URL).editions
    assert (edition.text(Role.BYLINE), edition.texts(Role.PARAGRAPH)) == ("Posted by Wendy Frith", tuple(TEXT))


def test_a_writer_s_name_beside_a_portrait_is_no_caption():
    row = (
        "<div class='author-row'><img src='/rana.jpg'><div><div class='text-author-name'>Rana Haddad</div></div></div>"
    )
    edition = edition_of(row + DATE, [])
    assert (edition.text(Role.BYLINE), edition.texts(Role.CAPTION)) == ("Rana Haddad", ())


def test_a_line_at_the_end_that_tells_who_the_stated_writer_is_is_no_text():
    below = "<p>Rana Haddad covers ports for The Quay.</p><p>Omar Aziz is a writer in Sidon.</p>"
    edition_of("<p>By Rana Haddad and Omar Aziz</p>" + DATE, ["Rana Haddad", "Omar Aziz"], below=below)


def test_name_and_hour_beside_the_writer_s_portrait_are_no_captions():
    names = ("By Rana Haddad", "By <a rel='author' href='/rana'>Rana Haddad</a>")
    portraits = [f"<figure><img src='/rana.jpg'><figcaption><address>{name}</address>" for name in names]
    figures = [f"{one}<time>8 November 2026, 9.53 am</time></figcaption></figure>" for one in portraits]
    (edition, other) = (edition_of(figure, ["Rana Haddad"]) for figure in figures)
    assert edition.text(Role.BYLINE) == other.text(Role.BYLINE) == "By Rana Haddad"
    assert other.texts(Role.CAPTION) == ()
    assert (edition.text(Role.DATELINE), edition.texts(Role.CAPTION)) == ("8 November 2026, 9.53 am", ())


def test_a_bare_name_or_a_day_under_a_picture_is_its_caption():
    captions = "<figcaption><p>Rana Haddad</p><p>8 May 1945</p></figcaption>"
    edition = edition_of(f"<figure><img src='/rana.jpg'>{captions}</figure>", ["Rana Haddad"])
    assert edition.texts(Role.CAPTION) == ("Rana Haddad", "8 May 1945")


def test_how_long_a_recording_is_is_no_caption():
    figure = "<figure><img src='/quay.jpg'><figcaption>The quay at six</figcaption><span>03:07 min</span></figure>"
    assert edition_of(figure, []).texts(Role.CAPTION) == ("The quay at six",)


def test_a_labelled_name_between_picture_and_text_is_the_byline():
    edition = edition_of("<p><img src='/quay.jpg'></p><p>Por FIDEL MANSOUR</p>", [])
    assert (edition.text(Role.BYLINE), edition.texts(Role.CAPTION)) == ("Por FIDEL MANSOUR", ())


def test_a_stated_writer_alone_in_a_line_below_the_first_sentences_is_the_byline():
    author = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Rana Haddad"}}</script>'
    lead = (
        "<header><h1>The old bridge is open again</h1><p class='x'>Repairs took eleven months, and carts must wait.</p>"
    )
    text = "".join(
        f"<p>{line}</p>"
        for line in (
            "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
            "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
            "Cars may cross from Monday on; carts, as the town has been told since 1931, may not go over it at all.",
        )
    )
    html = f"<html><head>{author}</head><body><article>{lead}<div><a href='/r'>Rana Haddad</a></div></header><div>{text}</div></article></body></html>"
    record = read_page(html.encode(), "https://news.example/2026/11/bridge")
    assert record["editions"]["en"]["byline"] == "Rana Haddad"
