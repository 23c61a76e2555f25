"""JSON-LD as pages write it, sound and broken."""

from typing import Any

import pytest

from crawler.json_ld import parse_json_ld, texts_of, types_of

ARTICLE = {"@type": "NewsArticle", "headline": "The bridge reopens", "datePublished": "2024-01-26"}
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
    assert list(parse_json_ld(text)) == [ARTICLE]


def test_strings_are_not_mended() -> None:
    text = '{"@type": "Article", "headline": "a, } b // c /* d */", "url": "https://news.example//a",}'
    (thing,) = parse_json_ld(text)
    assert (thing["headline"], thing["url"]) == ("a, } b // c /* d */", "https://news.example//a")


def test_what_cannot_be_mended_still_says_its_type_title_and_dates() -> None:
    text = '{"@type": "NewsArticle", "description": "he said "no" to it", "datePublished": "2024-01-26", "author": {}'
    assert list(parse_json_ld(text)) == [{"@type": "NewsArticle", "datePublished": "2024-01-26"}]


@pytest.mark.parametrize("text", ["", "   ", "null", "[]", "12", "not json", "{", "[" * 100_000])
def test_what_describes_nothing_gives_nothing(text: str) -> None:
    assert list(parse_json_ld(text)) == []


def test_several_values_in_a_row_and_a_graph_are_all_read() -> None:
    text = '{"@type": "WebSite"}\n{"@graph": [{"@type": "Article"}, {"@type": "Person"}]}'
    types = [sorted(types_of(thing)) for thing in parse_json_ld(text)]
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
