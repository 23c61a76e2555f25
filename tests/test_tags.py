"""Tags: what a page files its article under."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler import read_page
from crawler.head.metadata import read_metadata
from crawler.head.tags import merge_tags


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("<p>Text", ()),
        (
            '<p>Tags: <a rel="tag" href="/t/a">Basra</a>, <a rel="nofollow tag" href="/t/b"> Ports </a>',
            ("Basra", "Ports"),
        ),
        # A section, as WordPress marks it, is no tag.
        ('<a rel="category tag">World</a> <a rel="tag">#Ports</a>', ("Ports",)),
        # Those of a sidebar and of other articles' cards are not this article's.
        (
            '<article><div class="tags-links"><a rel="tag">Basra</a></div></article>'
            '<article><a rel="tag">Football</a></article><aside><a rel="tag">Weather</a></aside>'
            '<div class="related-posts"><a rel="tag">Elections</a></div>',
            ("Basra",),
        ),
        (
            '<meta property="article:tag" content="Basra"><meta property="article:tag" content="ميناء">',
            ("Basra", "ميناء"),
        ),
        ('<meta property="article:tag" content="Ships,Basra,Ropes">', ("Ships", "Basra", "Ropes")),
        (
            '<meta property="article:tag" content="Bricks, mortar"><meta name="keywords" content="x">',
            ("Bricks, mortar", "x"),
        ),
        ('<meta name="keywords" content="بغداد، موسكو , Iraq;">', ("بغداد", "موسكو", "Iraq")),
        ('<meta name="news_keywords" content="a"><meta name="keywords" content="b">', ("a", "b")),
        # Marks of the publishing system.
        ('<meta name="keywords" content="path:news, cce15240-c52a-4887-a61a-cd64701d6596, Basra">', ("Basra",)),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": "Basra, Ports"}</script>',
            ("Basra", "Ports"),
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle",'
            ' "keywords": ["Basra, Iraq", {"@type": "DefinedTerm", "name": "Ports"}]}</script>',
            ("Basra, Iraq", "Ports"),
        ),
        # Each once, whatever its spelling; what a reader can follow stands first.
        (
            '<meta name="keywords" content="basra, Ships"><meta property="article:tag" content="البَصرة">'
            '<a rel="tag">Basra</a><a rel="tag">البصره</a>',
            ("Basra", "البصره", "Ships"),
        ),
    ],
)
def test_tags_are_read_from_links_metas_and_json_ld(page, tags):
    assert read_metadata(LexborHTMLParser(page)).tags == tags


TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
        "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
        "Cars may cross from Monday on; carts, as the town has been told since 1931, may not.",
    )
)
LINKS = "<a href='/tag/basra'>Basra</a> <a href='/tag/ports'>Ports</a>"
PLAIN = "<a href='/b'>Basra</a>, <a href='/p'>Ports</a>"
BASRA_PORTS = ("Basra", "Ports")
ROWS = {
    "links to all under a tag": (f"<div>{LINKS}</div>", BASRA_PORTS),
    "an entry for each": (
        "<ul><li><a href='/topics/basra'>Basra</a><li><a href='/topics/ports'>Ports</a></ul>",
        BASRA_PORTS,
    ),
    "a label in the row": (f"<div><b>Tags:</b> {PLAIN}</div>", BASRA_PORTS),
    "a heading above the row": (f"<h4>Tags</h4><div>{PLAIN}</div>", BASRA_PORTS),
    "a row by its name": (f"<div class='post-tags'>{PLAIN}</div>", BASRA_PORTS),
    "a label and no links": ("<p>Topics: Basra, Ports</p>", BASRA_PORTS),
    "an Arabic label": (
        "<div><span>الكلمات الدالة:</span> <a href='/b'>البصرة</a> <a href='/p'>الموانئ</a></div>",
        ("البصرة", "الموانئ"),
    ),
    "hashtags": ("<p>#Basra #الميناء_القديم #العبّارة</p>", ("Basra", "الميناء_القديم", "العبّارة")),
    "a label within a line": (f"<div>3 May · 4 min · Tags: {PLAIN}</div>", BASRA_PORTS),
    "buttons before it": (
        f"<div><a href='https://social.example/share'>Share</a></div><div>{LINKS}</div>",
        BASRA_PORTS,
    ),
    "only in an article's card": (
        "<div><h3><a href='/x'>The ferry between the islands sails again after a year</a></h3>" + LINKS + "</div>",
        (),
    ),
    "a menu of topics": (
        "<h3>Topics</h3><ul>" + "".join(f"<li><a href='/topic/{n}'>Topic {n}</a>" for n in range(20)) + "</ul>",
        (),
    ),
    "the cloud of all tags": (f"<div class='tag-cloud'>{LINKS}</div>", ()),
    "links to other sites": ("<div class='tags'><a href='https://social.example/'>Quay Social</a></div>", ()),
    "a link within a sentence": (
        "<p class='byline-note'>More on the work of the <a href='/tag/town'>town</a> can be read there.</p>",
        (),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_tags_shown_with_a_text_are_those_of_the_first_row(name):
    row, tags = ROWS[name]
    html = f"<html><head><title>The bridge reopens</title></head><body><main><article><h1>The bridge reopens</h1>{TEXT}</article>{row}</main>"
    record = read_page(
        f"{html}<footer><a href='/about'>About</a></footer></body></html>".encode(), "https://news.example/a/b"
    )
    assert tuple(record["tags"]) == tags
    assert record["editions"]["en"]["paragraphs"] == TEXT.removeprefix("<p>").removesuffix("</p>").split("</p><p>")


def test_tags_between_headline_and_text_are_read_too():
    html = f"<html><body><article><h1>The bridge reopens</h1><div>{LINKS}</div>{TEXT}</article></body></html>"
    assert read_page(html.encode(), "https://news.example/a/b")["tags"] == ["Basra", "Ports"]


def test_a_text_is_no_tag_and_no_list_goes_on_for_ever():
    assert merge_tags(["", " # ", "x" * 81]) == ()
    assert len(merge_tags(map(str, range(100)))) == 40
