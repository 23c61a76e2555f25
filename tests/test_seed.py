"""The article the project grew from, in the forms a site may serve it in, against what it must become."""

import json
from datetime import UTC, datetime
from html import escape
from importlib.resources import files
from pathlib import Path

import pytest

from crawler import read_page

SEED = files("jobs.demo").joinpath("seed.txt").read_text(encoding="utf-8")
LINES = [line for line in SEED.split("\n") if line.strip()]
EXPECTED = json.loads((Path(__file__).parent / "seed_expected.json").read_text(encoding="utf-8"))
URL = "https://news.example/2024/baghdad-informs-moscow/"
HEADLINE = "Baghdad informs Moscow that Washington is ready to withdraw"
CAPTURED_AT = datetime(2026, 3, 1, tzinfo=UTC)


def paragraphs(lines):
    return "".join(f"<p>{escape(line)}</p>\n" for line in lines)


def page(body, head=""):
    return f"<!doctype html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


WORDPRESS = page(
    f"""<div id="page" class="site"><header class="site-header"><a href="/">The Register</a>
    <nav class="main-navigation"><ul><li><a href="/news/">News</a></li><li><a href="/ar/">العربية</a></li></ul></nav></header>
    <div id="content" class="site-content"><main id="main"><article id="post-12" class="post-12 post type-post hentry">
    <header class="entry-header"><h1 class="entry-title">{HEADLINE}</h1>
    <div class="entry-meta"><span class="posted-on">Posted on <a href="#"><time class="entry-date published">January 27</time></a></span>
    <span class="byline"> by <span class="author vcard"><a href="/author/desk/">News desk</a></span></span>
    <span class="comments-link"><a href="#respond">2 Comments</a></span></div></header>
    <div class="entry-content">{paragraphs(LINES)}
    <div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Facebook</a></li></ul></div>
    <div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p><a href="/b/">Another story of the day</a></p></div></div>
    <footer class="entry-footer"><span class="cat-links">Posted in <a href="/news/">News</a></span></footer></article>
    <div id="comments" class="comments-area"><h2>2 thoughts on this</h2><ol class="comment-list"><li><p>I read this with great interest and I
    have a very long opinion on it that I will now share with all the other readers of this page.</p></li></ol></div></main>
    <aside class="widget-area"><section class="widget"><h2>Recent posts</h2><ul><li><a href="/c/">A third story</a></li></ul></section></aside>
    </div><footer class="site-footer">© The Register</footer></div>""",
    head=f"<title>{HEADLINE} – The Register</title>",
)
FORMS = {
    "plain text": (SEED, None),
    "paragraphs in an article": (page(f"<article>{paragraphs(LINES)}</article>"), None),
    "one div with line breaks": (page("<div>" + "<br>\n".join(map(escape, LINES)) + "</div>"), None),
    "one div with empty lines": (page("<div>" + "<br/><br/>".join(map(escape, LINES)) + "</div>"), None),
    "a div for each line": (page("".join(f"<div><div>{escape(line)}</div></div>" for line in LINES)), None),
    "spans within divs": (
        page("<div class='body'>" + "".join(f"<div><span>{escape(line)}</span></div>" for line in LINES) + "</div>"),
        None,
    ),
    "with a headline": (page(f"<h1>{HEADLINE}</h1>{paragraphs(LINES)}"), HEADLINE),
    "a WordPress post": (WORDPRESS, HEADLINE),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_seed_gives_both_editions_with_their_roles_to_the_character(form):
    html, headline = FORMS[form]
    record = read_page(html.encode(), URL, captured_at=CAPTURED_AT)
    for language in ("en", "ar"):
        expected = dict(EXPECTED[language])
        if language == "en":
            expected["headline"] = headline
        got = {role: record["editions"][language][role] for role in expected}
        assert got == expected


@pytest.mark.parametrize("form", FORMS)
def test_the_seed_is_aligned_as_a_person_aligns_it(form):
    html, headline = FORMS[form]
    record = read_page(html.encode(), URL, captured_at=CAPTURED_AT)
    got = {(name(unit["en"]), name(unit["ar"])) for unit in record["units"]}
    expected = {tuple(pair) for pair in EXPECTED["alignment"]}
    if headline:
        expected = expected - {(None, "headline")} | {("headline", "headline")}
    got.discard(("byline", None))  # the page's own byline, which is not part of the seed
    assert got == expected


def name(refs):
    names = [
        ref["role"]
        if ref["role"] in ("headline", "standfirst", "dateline", "byline")
        else f"{ref['role']} {ref['position']}"
        for ref in refs
    ]
    return " + ".join(names) or None


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2028])
def test_the_weekday_in_the_text_decides_the_year_of_the_seed(year):
    record = read_page(SEED.encode(), URL, captured_at=datetime(year, 3, 1, tzinfo=UTC))
    assert record["published_on"] == EXPECTED["published_on"]
    assert "Friday" in record["published_on_basis"]


def test_a_date_in_the_head_wins_over_the_inference():
    head = '<meta property="article:published_time" content="2024-01-27T06:30:00+02:00">'
    record = read_page(page(f"<article>{paragraphs(LINES)}</article>", head).encode(), URL, captured_at=CAPTURED_AT)
    assert record["published_on"] == "2024-01-27"


def test_the_error_that_the_seed_itself_holds_is_found():
    record = read_page(SEED.encode(), URL, captured_at=CAPTURED_AT)
    (known,) = EXPECTED["known_discrepancies"]
    places = [(found["kind"], found["unit"]) for found in record["discrepancies"]]
    paragraph_5 = [
        number
        for number, unit in enumerate(record["units"])
        if unit["en"] == [{"role": "paragraph", "position": 5}] and unit["ar"] == unit["en"]
    ]
    assert (known["kind"], *paragraph_5) in places


@pytest.mark.parametrize("form", [form for form in FORMS if form != "a WordPress post"])
def test_nothing_of_the_seed_is_lost_or_doubled(form):
    html, headline = FORMS[form]
    record = read_page(html.encode(), URL, captured_at=CAPTURED_AT)
    texts = list(record["residue"])
    for edition in record["editions"].values():
        texts += [edition[role] for role in ("headline", "standfirst", "dateline", "byline") if edition[role]]
        texts += edition["paragraphs"] + edition["captions"]
    assert sorted(letters("".join(texts))) == sorted(letters(SEED + (headline or "")))


def letters(text):
    return [character for character in text if not character.isspace()]
