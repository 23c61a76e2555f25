"""Dates that an element states beside what it shows, and those of the sentence that blogs end an article with."""

import json
from datetime import UTC, datetime

import pytest

from crawler import read_page

URL = "https://quay.example/ferry"
TITLE = "A ferry pilot who counts his crossings"
CAPTURED = datetime(2026, 11, 27, 9, tzinfo=UTC)
TEXT = [
    "Every morning before five, Karim Mansour writes one line into a small green book and then starts the engine.",
    "The book holds the date, the height of the water and how many people crossed, and it goes back to 1987.",
    "It turned out that the river is lowest two weeks earlier than it was when he began, and that Mondays are busiest.",
]


def record_of(above="", below="", language="en"):
    lines = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{TITLE} - The Quay</title></head>
    <body><main><article><h1>{TITLE}</h1>{above}{lines}{below}</article></main></body></html>"""
    return read_page(html.encode(), URL, captured_at=CAPTURED)


STATED = {
    "an element called a date, with data": "<div class='date' data-date='2020-11-04T09:15:00Z'>3 hours ago</div>",
    "a relative time with a title": "<span class='timeago' title='2020-11-04T09:15:00Z'>3 hours ago</span>",
    "an abbreviation": "<abbr title='2020-11-04T09:15:00+0200'>4 Nov</abbr>",
    "seconds": "<span class='post-date' data-timestamp='1604481300'>3 hours ago</span>",
    "an element of the browser's": "<relative-time datetime='2020-11-04T09:15:00Z'>3 hours ago</relative-time>",
}


@pytest.mark.parametrize("line", STATED.values(), ids=STATED)
def test_the_instant_behind_what_a_line_shows_is_its_date(line):
    record = record_of(above=line)
    assert (record["published_on"], record["editions"]["en"]["paragraphs"]) == ("2020-11-04", TEXT)


NOT_STATED = {
    "a title in words": "<span class='timeago' title='Wednesday'>3 hours ago</span>",
    "a number that counts something": "<span class='post-date' data-time='1604'>3 hours ago</span>",
}


@pytest.mark.parametrize("line", NOT_STATED.values(), ids=NOT_STATED)
def test_what_is_no_date_for_scripts_leaves_the_day_unknown(line):
    assert record_of(above=line)["published_on"] is None


POSTED = {
    "en": "This entry was posted on Wednesday, November 4th, 2020 at 9:15 am and is filed under News.",
    "de": "Dieser Artikel wurde am 4. November 2020 um 9:15 Uhr gepostet und unter Nachrichten abgelegt.",
}


@pytest.mark.parametrize(("language", "line"), POSTED.items())
def test_the_sentence_that_a_blog_ends_an_article_with_is_its_date_and_no_text(language, line):
    record = record_of(below=f"<p class='postmetadata'>{line}</p>", language=language)
    (edition,) = record["editions"].values()
    assert (record["published_on"], edition["paragraphs"]) == ("2020-11-04", TEXT)


def test_a_post_without_any_other_date_is_dated_by_the_abbreviation_in_its_footer():
    footer = "<div class='post-footer'><abbr class='published' title='2020-11-04T09:15:00+02:00'>9:15 AM</abbr></div>"
    assert record_of(below=footer)["published_on"] == "2020-11-04"


def at(day):
    return f"<time datetime='2026-{day}T09:30:00+02:00'>{day}</time>"


def stated(kind, head, day, **more):
    thing = {"@context": "https://schema.org", "@type": kind, "headline": head, "datePublished": f"2026-{day}", **more}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


OWN = f"<p>{at('11-04')}</p>"
OWN_STATEMENT = stated("NewsArticle", TITLE, "11-04")
OTHER_TITLE = "Tolls on the old bridge rise on Monday"
PAGES = {
    "comments": (
        OWN,
        f"<section><h3>Comments</h3><div>{at('11-06')} <b>Rana</b><p>He took my father across.</p></div></section>",
        "2026-11-04",
    ),
    "a comment's microdata": (
        "",
        "<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'>"
        "<meta itemprop='datePublished' content='2026-11-06'><p>He took my father across.</p></div>",
        None,
    ),
    "another article's card in microdata": (
        "",
        "<div itemscope itemtype='https://schema.org/NewsArticle'><h3><a href='/tolls'>Tolls rise</a></h3>"
        "<meta itemprop='datePublished' content='2026-11-02'></div>",
        None,
    ),
    "a quoted post": (
        OWN,
        f"<blockquote><p>The ferry is late.</p><a href='/p/1'>{at('11-02')}</a></blockquote>",
        "2026-11-04",
    ),
    "changed, then published": (
        f"<p>Updated: {at('11-09')}</p><p>Published: {at('11-04')}</p>",
        "",
        "2026-11-04",
    ),
    "another article's statement beside its own": (
        OWN_STATEMENT + stated("NewsArticle", OTHER_TITLE, "11-02"),
        "",
        "2026-11-04",
    ),
    "another article's statement alone, with its address": (
        f"<link rel='canonical' href='{URL}'>"
        + stated("NewsArticle", OTHER_TITLE, "11-02", url="https://quay.example/tolls"),
        "",
        None,
    ),
    "a statement with the headline in other words": (
        stated("NewsArticle", "The pilot who counts", "11-04"),
        "",
        "2026-11-04",
    ),
    "an event": (stated("Event", "Market day on the quay", "11-12"), "", None),
}


@pytest.mark.parametrize("name", PAGES)
def test_machine_dates_of_others_date_no_article(name):
    above, below, day = PAGES[name]
    assert record_of(above=above, below=below)["published_on"] == day
