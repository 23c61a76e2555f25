"""JSON-LD as publishers write it, whole and broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.json_ld import JsonLd, read_json_ld, texts_of

ARTICLE = {"@type": "NewsArticle", "headline": "The bridge reopens"}
PLAIN = json.dumps(ARTICLE)
QUOTED = {"@type": "NewsArticle", "headline": 'قال الوزير "نعم" ثم خرج', "author": "ليلى"}


@pytest.mark.parametrize(
    ("script", "things"),
    [
        ("", []),
        ("   \n", []),
        (PLAIN, [ARTICLE]),
        (f"\ufeff{PLAIN};", [ARTICLE]),
        # What hid a script from browsers without scripts.
        (f"<!-- {PLAIN} -->", [ARTICLE]),
        (f"<!--\n{PLAIN}\n//-->", [ARTICLE]),
        (f"//<![CDATA[\n{PLAIN}\n//]]>", [ARTICLE]),
        (f"<![CDATA[{PLAIN}]]>", [ARTICLE]),
        (f"/* <![CDATA[ */ {PLAIN} /* ]]> */", [ARTICLE]),
        # Several values.
        (f"[{PLAIN}, {PLAIN}]", [ARTICLE, ARTICLE]),
        (f"{PLAIN}{PLAIN}", [ARTICLE, ARTICLE]),
        (f"{PLAIN},\n{PLAIN},", [ARTICLE, ARTICLE]),
        # Raw line ends, tabs and controls within strings.
        ('{"headline": "The bridge\n\treopens\x00"}', [{"headline": "The bridge\n\treopens "}]),
        # Commas too many; those within strings stay.
        ('{"a": ["x, ]", "y,}",],\n}', [{"a": ["x, ]", "y,}"]}]),
        ('{"a": 1, // one\n /* two */ "url": "https://a.example/ //b"}', [{"a": 1, "url": "https://a.example/ //b"}]),
        (r'{"a": "it\'s", "b": "C:\\d", "c": "1\-2"}', [{"a": "it's", "b": r"C:\d", "c": "1-2"}]),
        ("{&quot;a&quot;: &quot;b &amp;amp; c&quot;}", [{"a": "b &amp; c"}]),
        # Quotation marks within a value, where each member has its line.
        ('{\n"@type": "NewsArticle",\n"headline": "قال الوزير "نعم" ثم خرج",\n"author": "ليلى"\n}', [QUOTED]),
    ],
)
def test_a_script_is_read_as_its_author_meant_it(script, things):
    assert read_json_ld([script]) == JsonLd(tuple(things), ())


@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ('{"a"', "(4 characters) cannot be read: it is broken at character 4"),
        ('{"a": "قال "نعم" ثم"}', "(21 characters) cannot be read: it is broken at character 12"),
        ("var a = 1;", "(10 characters) cannot be read: it is broken at character 0"),
        ("[" * 100_000, "(100000 characters) cannot be read: it is nested too deep"),
        ('{"n": ' + "9" * 5000 + "}", "(5007 characters) cannot be read: it holds a number too long to read"),
    ],
)
def test_a_script_that_cannot_be_read_is_said_to_be_so_and_hides_no_other(script, problem):
    found = read_json_ld([script, PLAIN])
    assert found.articles == (ARTICLE,)
    assert found.problems == (f"a JSON-LD script {problem}",)


def test_what_stands_whole_in_a_broken_script_is_taken_from_it():
    script = '{"@type": "NewsArticle", "headline": "The bridge", "datePublished": "2026-02-08", "author": {"name": "R'
    found = read_json_ld([script])
    assert found.things == ({"@type": "NewsArticle", "headline": "The bridge", "datePublished": "2026-02-08"},)
    assert len(found.problems) == 1
    # A headline with quotation marks in it does not stand whole.
    assert read_json_ld(['{"headline": "The "old" bridge", "@type": "Article" ']).things == ()


def test_the_texts_of_a_property_are_one_or_many_typed_or_plain():
    thing = {"a": " x ", "b": ["x", {"@value": "y"}, {"z": 1}, 7, True, None, ""], "c": None}
    assert [list(texts_of(thing, name)) for name in "abcd"] == [["x"], ["x", "y", "7"], [], []]


def test_half_a_character_is_noted():
    found = read_json_ld([r'{"headline": "a \ud83d b", "whole": "\ud83d\ude00"}'])
    assert found.things == ({"headline": "a \ud83d b", "whole": "\U0001f600"},)
    assert found.problems == ("a JSON-LD script holds half a character (a lone surrogate), shown as U+FFFD",)


def test_the_article_is_found_in_a_graph_and_what_it_refers_to_too():
    person = {"@type": "Person", "@id": "#salma", "name": "Salma Haddad"}
    article = {"@type": ["Thing", "https://schema.org/NewsArticle"], "author": {"@id": "#salma"}}
    page = {"@type": "WebPage", "mainEntity": {"@type": "BlogPosting"}}
    found = read_json_ld([json.dumps({"@graph": [article, person, page]})])
    assert found.articles == (article, page["mainEntity"])
    assert [found.resolve(one) for one in (article["author"], {"@id": "#other"}, "Rana")] == [
        person,
        {"@id": "#other"},
        "Rana",
    ]


@given(st.text(alphabet='{}[]",:\\/*<!-> \nab1\u0628', max_size=80))
def test_whatever_stands_in_a_script_nothing_is_raised(script):
    found = read_json_ld([script])
    assert all(isinstance(thing, dict) for thing in found.things)


@given(st.dictionaries(st.text(), st.text() | st.lists(st.text()) | st.none(), max_size=4))
def test_what_is_no_fault_is_not_repaired(thing):
    written = json.dumps(thing, ensure_ascii=False)
    assert read_json_ld([written]).things == (json.loads(written.replace("\x00", " ")),)
