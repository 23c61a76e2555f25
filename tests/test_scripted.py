"""Articles that a script would show, on invented pages."""

import json

import pytest

from crawler import read_page

LINES = [
    f"The old bridge over the river reopened on day {number} after repairs that took the town eleven months and more."
    for number in range(1, 5)
]
HTML = "".join(f'<p class="x">{line}</p>' for line in LINES)
ESCAPED = json.dumps({"story": {"headline": "Bridge", "html": HTML, "id": 7}}).replace("<", "\\u003c")
OTHER = json.dumps({"html": HTML.replace("bridge", "market").replace("river", "square")})
SHOWN = "<p>Readers see this sentence, which is long enough to be the one paragraph of a short article.</p>"


def paragraphs(script: str, shown: str = "", attributes: str = "") -> list[str]:
    page = f"""<html lang="en"><head><title>The old bridge over the river reopens</title>
    <script {attributes}>{script}</script></head><body><div id="app"><a href="/">Home</a>{shown}</div></body></html>"""
    editions = read_page(page.encode(), "https://news.example/2026/bridge").get("editions")
    return editions["en"]["paragraphs"] if editions else []


@pytest.mark.parametrize(
    ("script", "attributes"),
    [
        (f'window["__STORE__"] = []; window["__STORE__"].push({ESCAPED});', ""),
        (ESCAPED, 'id="__NEXT_DATA__" type="application/json"'),
        (f"self.__next_f.push([1,{json.dumps('5:' + ESCAPED)}])", ""),
        (json.dumps({"body": HTML.replace("<p ", "$$AD$$ {{ ad-1 }}<p ")}), ""),
        (json.dumps({"body": HTML, "teaser": "<p>The bridge</p><p>opens</p>"}).replace("</", "<\\/"), ""),
    ],
)
def test_a_page_that_shows_nothing_is_read_from_the_text_its_script_holds(script, attributes):
    assert paragraphs(script, attributes=attributes) == LINES


@pytest.mark.parametrize(
    ("script", "shown", "read"),
    [
        # What readers see without a script is the page.
        (ESCAPED, SHOWN, [SHOWN[3:-4]]),
        # Of two articles none is chosen.
        (f"a({ESCAPED}); b({OTHER})", "", []),
        # No HTML, too little of it, broken off, or no JSON.
        (json.dumps({"text": " ".join(LINES)}), "", []),
        (json.dumps({"html": "<p>The bridge.</p><p>It opens.</p>"}), "", []),
        (ESCAPED[:-60], "", []),
        (ESCAPED.replace("eleven", "\\q"), "", []),
    ],
)
def test_a_script_is_left_alone_where_it_does_not_hold_the_one_article(script, shown, read):
    assert paragraphs(script, shown) == read


def unscripted(inside: str) -> list[str]:
    page = f"""<html lang="en"><head><title>The old bridge over the river reopens</title></head><body><div><h1>Latest</h1>
    <p>All that is new from the river, as it comes in, on one page that a script fills.</p></div><div class="stream"><noscript>
    <h1>The old bridge over the river reopens</h1>{inside}</noscript></div></body></html>"""
    edition = read_page(page.encode(), "https://news.example/2026/bridge")["editions"]["en"]
    return [edition["headline"], *edition["paragraphs"]]


def test_an_article_for_readers_without_scripts_is_read_where_the_page_shows_little_else():
    assert unscripted(HTML) == ["The old bridge over the river reopens", *LINES]


def test_a_notice_that_asks_for_scripts_is_no_article():
    asked = HTML.replace("after repairs", "for those whose browser runs JavaScript after repairs")
    assert not set(LINES) & set(unscripted(asked)) and len(unscripted(asked)) == 2
