"""JSON-LD as publishers write it, whole and broken."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.head.json_ld import JsonLd, read_json_ld, texts_of, types_of

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
    assert found.things == ({"headline": "a \ufffd b", "whole": "\U0001f600"},)
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


DATED = {"@type": "NewsArticle", "headline": "The bridge reopens", "datePublished": "2024-01-26"}
BODY = '"@type": "NewsArticle", "headline": "The bridge reopens", "datePublished": "2024-01-26"'


@pytest.mark.parametrize(
    "text",
    [
        f"{{{BODY}}}",
        f"\n  {{{BODY}}};\n",
        f"<!-- {{{BODY}}} -->",
        f"<![CDATA[ {{{BODY}}} ]]>",
        f"/*<![CDATA[*/ {{{BODY}}} /*]]>*/",
        f"// <![CDATA[\n{{{BODY}}}\n// ]]>",
        f"{{{BODY},}}",
        f"{{{BODY}, /* the day */}}",
        f"{{{BODY}\n// the day\n}}",
        f"[{{{BODY}}},]",
        f"\x00{{{BODY}}}\x1f",
    ],
)
def test_small_faults_lose_nothing(text: str) -> None:
    assert read_json_ld([text]).things == (DATED,)


def test_strings_are_not_mended() -> None:
    text = '{"@type": "Article", "headline": "a, } b // c /* d */", "url": "https://news.example//a",}'
    (thing,) = read_json_ld([text]).things
    assert (thing["headline"], thing["url"]) == ("a, } b // c /* d */", "https://news.example//a")


def test_what_cannot_be_mended_still_says_its_type_title_and_dates() -> None:
    text = '{"@type": "NewsArticle", "description": "he said "no" to it", "datePublished": "2024-01-26", "author": {}'
    assert list(read_json_ld([text]).things) == [{"@type": "NewsArticle", "datePublished": "2024-01-26"}]


@pytest.mark.parametrize("text", ["", "   ", "null", "[]", "12", "not json", "{", "[" * 100_000])
def test_what_describes_nothing_gives_nothing(text: str) -> None:
    assert list(read_json_ld([text]).things) == []


def test_several_values_in_a_row_and_a_graph_are_all_read() -> None:
    text = '{"@type": "WebSite"}\n{"@graph": [{"@type": "Article"}, {"@type": "Person"}]}'
    types = [sorted(types_of(thing)) for thing in read_json_ld([text]).things]
    assert types == [["WebSite"], [], ["Article"], ["Person"]]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("2024-01-26", ["2024-01-26"]),
        (["2024-01-26", "2024-01-27"], ["2024-01-26", "2024-01-27"]),
        ({"@type": "Date", "@value": "2024-01-26"}, ["2024-01-26"]),
        (1706256000, ["1706256000"]),
        (" ", []),
        (None, []),
        (True, []),
        ({"@id": "#x"}, []),
    ],
)
def test_a_property_gives_its_texts(value: Any, texts: list[str]) -> None:
    assert list(texts_of({"datePublished": value}, "datePublished")) == texts
