"""Dates of something else than the article: a masthead's, another story's, a box's, a sentence's."""

from datetime import UTC, datetime

from crawler.models import Capture
from crawler.reading import read_one_capture

CAPTURED = datetime(2026, 11, 20, 12, tzinfo=UTC)
URL = "https://standard.example/story.php?id=8815"
TEXT = (
    "A rower made his way through thick fog on the canal early on Thursday, and the weather office asked the owners of "
    "boats to keep to the banks until noon."
)
MENU = "".join(f"<a href='/{name}'>{name}</a><br>" for name in ("National", "City", "Archives", "Letters"))


def published(masthead, column, story):
    page = (
        "<html><head><title>Daily Standard : Fog on the canal</title></head><body><table>"
        f"<tr><td>{masthead}</td></tr><tr><td>{column}</td><td><b>Fog on the canal</b><br>{story}</td></tr></table></body></html>"
    )
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    return record["published_on"], record["published_on_basis"]


def test_a_date_that_a_menu_parts_from_the_headline_is_not_the_articles():
    today = "Friday, November 20, 2026"
    assert published(today, MENU, f"November 19, 2026<br>{TEXT}") == ("2026-11-19", "single: dateline en")
    assert published(today, MENU, TEXT) == (None, "unknown: no date is stated")


def test_a_date_with_its_sections_above_the_headline_is_the_articles():
    links = "<a href='/1'>Rivers</a> <a href='/2'>Weather</a> <a href='/3'>Pictures</a>"
    page = f"""<html><head><title>Fog on the canal</title></head><body><main><div><div>November 19, 2026 <ul>{links}</ul></div>
        <h1>Fog on the canal</h1></div><p>{TEXT}</p></main></body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    assert record["published_on"] == "2026-11-19"


def test_a_sentence_that_tells_of_a_day_does_not_date_the_page():
    told = "<p>Eleanor P. Whitlock, 91, of Millbrook, died Tuesday, Nov. 17, 2026, at home.</p>"
    page = f"<html><head><title>Eleanor P. Whitlock</title></head><body><h1>Eleanor P. Whitlock</h1>{told}<p>{TEXT}</p></body></html>"
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    assert (record["published_on"], record["published_on_basis"]) == (None, "unknown: no date is stated")


BODY = (
    "<p>The harbour wall held on Tuesday night, and the ferries sailed again at six, as the port said.</p>"
    "<p>Engineers had feared for the eastern end, which was built in 1931 and mended twice after that.</p>"
    "<p>The council meets on Friday to hear what a new wall of stone would cost and who pays for it.</p>"
)


def day_of(above="", under="", below=""):
    page = f"""<html lang="en"><head><title>Harbour wall holds</title></head><body><header>{above}<nav><a href="/n">News</a></nav></header>
        <main><article><h1>Harbour wall holds</h1>{under}{BODY}{below}</article></main></body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    return record["published_on"]


def test_a_date_above_a_menu_and_one_below_the_text_are_others():
    comments = "<section><h3>Comments</h3><p>gull77 <time>19 November 2026</time></p><p>About time.</p></section>"
    related = (
        "<aside><div><a href='/x'>Storm closes the bridge for a day</a> <span>12 October 2026</span></div></aside>"
    )
    own = "<div>18 November 2026</div>"
    assert [day_of(above="<div>Friday, 20 November 2026</div>"), day_of(below=comments), day_of(below=related)] == [
        None
    ] * 3
    assert day_of("<div>Friday, 20 November 2026</div>", own, comments) == "2026-11-18"


def test_a_line_of_two_labelled_dates_states_both():
    assert day_of(under="<div>Originally published 3 May 2024. Updated 18 November 2026.</div>") == "2024-05-03"


def test_a_date_above_buttons_to_share_in_the_element_of_the_text_is_the_articles():
    buttons = "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Delicious", "Digg", "Twitter", "Email"))
    page = f"""<html lang="en"><head><title>Harbour wall holds</title></head><body><div id="page"><div class="story-body">
        <span class="story-date">6 June 2026 Last updated at 14:29 GMT</span><div class="share"><ul>{buttons}</ul></div>
        <h1>Harbour wall holds</h1>{BODY}</div></div></body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    assert record["editions"]["en"]["dateline"] == "6 June 2026 Last updated at 14:29 GMT"
    assert record["published_on"] == "2026-06-06"


OWN, TODAY = "<div>18 November 2026</div>", "<div>Friday, 20 November 2026</div>"
TEASER = "<div><h2><a href='/n/4'>Ferries stay in port for a third day</a></h2><div>17 November 2026</div></div>"
RELATED = f"<section><h3>Related</h3>{TEASER}{TEASER}</section>"


def day_in(article, before="", after="", around="div"):
    """The day of a page in which no element has a name."""
    page = f"""<html lang="en"><head><title>Harbour wall holds - Daily Standard</title></head><body>{before}
        <{around}>{article}</{around}>{after}</body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    return record["published_on"]


STORY = f"<h1>Harbour wall holds</h1><div>{BODY}</div>"
MENU_LINES = "<ul><li><a href='/n'>News</a></li><li><a href='/s'>Sport</a></li><li><a href='/l'>Letters</a></li></ul>"


def test_a_date_above_the_headline_is_the_articles_where_nothing_else_stands_with_it():
    assert day_in(f"{OWN}{STORY}") == "2026-11-18"
    assert (
        day_in(f"{OWN}{STORY}", before=f"<div><a href='/'>Daily Standard</a>{TODAY}{MENU_LINES}</div>") == "2026-11-18"
    )
    crumbs = "<div><a href='/'>Home</a> / <a href='/n'>News</a> / <a href='/c'>Coast</a> / 18 November 2026</div>"
    assert day_in(f"{crumbs}{STORY}") == "2026-11-18"


def test_a_date_in_a_masthead_is_nobodys_wherever_the_menu_stands():
    name = "<a href='https://standard.example/'>Daily Standard</a>"
    mastheads = (
        f"<header>{name}<nav>{MENU_LINES}</nav>{TODAY}</header>",
        f"<div>{name}{TODAY}</div>",
        f"<div>{name}</div><div>{TODAY}</div>",
        f"<header><h2>{name}</h2>{TODAY}</header>",
    )
    assert [day_in(STORY, before=masthead) for masthead in mastheads] == [None] * 4


def test_a_date_of_another_story_above_the_headline_is_not_the_articles():
    banner = "<div><a href='/e/1'>Harbour day: 19 November 2026</a></div>"
    assert [day_in(STORY, before=above) for above in (TEASER, banner)] == [None, None]
    assert [day_in(f"{OWN}{STORY}", before=above) for above in (TEASER, banner)] == ["2026-11-18"] * 2


def test_a_date_right_below_the_text_is_the_articles_where_its_head_has_none():
    for below in (OWN, "<div>By Rana Haddad, 18 November 2026</div>", f"<div>By Rana Haddad</div>{OWN}"):
        assert day_in(STORY + below, after=f"{RELATED}<div>© 2026 Daily Standard</div>") == "2026-11-18"
    assert day_in(f"<h1>Harbour wall holds</h1><div>14 November 2026</div><div>{BODY}</div>{OWN}") == "2026-11-14"


def test_what_else_is_dated_below_the_text_is_not_the_article():
    below = (
        RELATED,
        TEASER,
        "<div><h3>Comments</h3><div>gull77 <span>19 November 2026</span><p>About time.</p></div></div>",
        "<div>Correction, 19 November 2026: an earlier version named the wrong harbour.</div>",
        "<footer><a href='/about'>Daily Standard</a> | 20 November 2026</footer>",
        "<ul><li><a href='/1'>First storm</a> 1 May 2026</li><li><a href='/2'>Second storm</a> 2 June 2026</li></ul>",
    )
    assert [day_in(STORY, after=one) for one in below] == [None] * 6


def test_a_date_of_a_card_or_an_event_between_paragraphs_is_not_the_articles():
    event = "<div><h4>Harbour day</h4><p>Where: Northern quay</p><p>17 November 2026</p></div>"
    for box in (TEASER, event):
        story = f"<h1>Harbour wall holds</h1>{{}}<div>{BODY}{box}{BODY.replace('T', 't')}</div>"
        assert day_in(story.format("")) is None
        assert day_in(story.format("<div>Published: 18 November 2026</div>")) == "2026-11-18"


def stated_day(head="", under="", below=""):
    """The day of an article that machines are told of."""
    page = f"""<html lang="en"><head><title>Harbour wall holds - Daily Standard</title>
        <link rel="canonical" href="https://standard.example/wall">{head}</head>
        <body><div><h1>Harbour wall holds</h1>{under}<div>{BODY}{BODY.replace("T", "t")}</div></div>{below}</body></html>"""
    record = read_one_capture(Capture(URL, URL, CAPTURED, CAPTURED, status=200, wire=page.encode())).record
    return record["published_on"]


def json_ld(kind, name, day, address=""):
    return (
        f'<script type="application/ld+json">{{"@type": "{kind}", "headline": "{name}", "url": "{address}", '
        f'"datePublished": "{day}"}}</script>'
    )


OTHER = "https://standard.example/ferries"
META = '<meta property="article:published_time" content="2026-11-18T09:00:00+02:00">'


def test_structured_data_of_something_else_does_not_date_the_article():
    others = (
        json_ld("NewsArticle", "Ferries stay in port", "2026-11-17", OTHER),
        json_ld("VideoObject", "Ferries stay in port", "2026-11-17"),
        json_ld("Comment", "About time", "2026-11-19"),
        json_ld("Book", "Walls of the sea", "2019-05-06"),
    )
    assert [stated_day(one) for one in others] == [None] * 4
    assert [stated_day(META + one) for one in others] == ["2026-11-18"] * 4
    assert (
        stated_day(json_ld("NewsArticle", "Wall of the harbour holds all night", "2026-11-18", OTHER)) == "2026-11-18"
    )


def test_microdata_of_a_comment_or_a_card_does_not_date_the_article():
    date = '<meta itemprop="datePublished" content="2026-11-17">'
    comment = f'<div itemscope itemtype="https://schema.org/Comment">gull77 {date}</div>'
    card = (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h3><a href="/f">Ferries stay</a></h3>{date}</div>'
    )
    assert [stated_day(below=one) for one in (comment, card)] == [None, None]
    assert (
        stated_day(under=f"<div itemscope itemtype='https://schema.org/ImageObject'><h1>A</h1>{date}</div>")
        == "2026-11-17"
    )


def test_a_time_element_of_a_change_gives_way_to_that_of_publication():
    changed, first = (
        '<time datetime="2026-11-19">19 November 2026</time>',
        '<time datetime="2026-11-18">18 November 2026</time>',
    )
    lines = (
        f"<p>Updated: {changed} | Published: {first}</p>",
        f"<p>Published: {first} | Updated: {changed}</p>",
        f"<div>Updated: {changed}</div><div>Published: {first}</div>",
        f"<div><span>Updated</span> {changed} <span>Published</span> {first}</div>",
    )
    assert [stated_day(under=line) for line in lines] == ["2026-11-18"] * 4


def test_a_time_element_of_another_article_does_not_outweigh_the_date_shown():
    shown, time = "<p>18 November 2026</p>", '<time datetime="2026-11-19">19 November 2026</time>'
    others = (
        f"<article><h2><a href='/f'>Ferries stay in port</a></h2>{time}<p>They wait.</p></article>",
        f"<section><h3>Comments</h3><div>gull77 {time}<p>About time.</p></div></section>",
    )
    assert [stated_day(under=shown, below=one) for one in others] == ["2026-11-18"] * 2
