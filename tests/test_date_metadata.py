"""The dates that pages state for machines, and those shown beside the headline."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.calendar.nearby_lines import NearbyLine, lines_after, lines_before
from crawler.calendar.visible_dates import states_its_date, visible_dates
from crawler.head.metadata import read_metadata


def stated(html: str) -> tuple[tuple[str, str], ...]:
    return read_metadata(LexborHTMLParser(html)).dates


def script(body: str, kind: str = ' type="application/ld+json"') -> str:
    return f"<script{kind}>{body}</script>"


PAGES = [
    (
        script('{"@type": "NewsArticle", "datePublished": "2024-01-26", "dateModified": "2024-01-27"}'),
        (("json-ld datePublished", "2024-01-26"), ("json-ld dateModified", "2024-01-27")),
    ),
    # A page that is no article by its type is asked only where nothing else is one.
    (script('{"@type": "WebPage", "datePublished": "2024-01-26"}'), (("json-ld datePublished", "2024-01-26"),)),
    (
        script(
            '[{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": "Article", "datePublished": "2024-01-26"}]'
        ),
        (("json-ld datePublished", "2024-01-26"),),
    ),
    (script('{"@type": "Person", "dateCreated": "2024-01-26"}'), ()),
    (
        '<meta property="article:published_time" content="2024-01-26T08:00:00Z">',
        (("meta article:published_time", "2024-01-26T08:00:00Z"),),
    ),
    (
        '<meta name="article:published:time" content="2024-01-26T08:00:00Z">',
        (("meta article:published:time", "2024-01-26T08:00:00Z"),),
    ),
    ('<meta name="DC.date.issued" content="2024-01-26">', (("meta dc.date.issued", "2024-01-26"),)),
    ('<meta name="mediator_published_time" content="2024-01-26">', (("meta mediator_published_time", "2024-01-26"),)),
    (
        '<meta name="date" content="2024-01-27"><meta name="pubdate" content="2024-01-26">',
        (("meta pubdate", "2024-01-26"), ("meta date", "2024-01-27")),
    ),
    ('<meta name="unpublished_date" content="2024-01-26"><meta name="publisher" content="A 1">', ()),
    ('<meta name="date" content="soon">', ()),
    (
        '<span itemprop="datePublished" content="2024-01-26">Friday</span>',
        (("microdata datePublished", "2024-01-26"),),
    ),
    ('<time itemprop="datePublished">26 January 2024</time>', (("microdata datePublished", "26 January 2024"),)),
    (
        '<span property="dc:date" content="2019-02-08T00:00:00+01:00">x</span>',
        (("rdfa dc:date", "2019-02-08T00:00:00+01:00"),),
    ),
    ('<time pubdate datetime="2024-01-26">x</time>', (("rdfa pubdate", "2024-01-26"),)),
    (script('x = {"publishedAt": "2024-01-26T08:00:00Z"}', ""), (("inline publishedAt", "2024-01-26T08:00:00Z"),)),
    (
        script('push("{\\"article_published_time\\":\\"2024-01-26\\"}")', ""),
        (("inline article_published_time", "2024-01-26"),),
    ),
    # The dates of a list of articles are of no use.
    (script('[{"publishedAt": "2024-01-26"}, {"publishedAt": "2024-01-25"}]', ""), ()),
    (
        '<meta name="date" content="2024-01-27">' + script('{"publishedAt": "2024-01-26"}', ""),
        (("meta date", "2024-01-27"),),
    ),
    ("<p>26 January 2024</p>", ()),
]


@pytest.mark.parametrize(("html", "dates"), PAGES)
def test_each_way_of_stating_a_date_for_machines_is_read(html: str, dates: tuple[tuple[str, str], ...]) -> None:
    assert stated(html) == dates


@pytest.mark.parametrize(
    ("html", "tag"),
    [
        ('<html lang="en-GB">', "en-GB"),
        ('<html lang="ar_SY">', "ar-SY"),
        ('<html xml:lang="fr">', "fr"),
        ('<meta property="og:locale" content="tr_TR">', "tr-TR"),
        ('<html lang="lang="><meta http-equiv="x" name="language" content="de">', "de"),
        ("<p>text</p>", None),
    ],
)
def test_the_language_is_declared_by_the_root_or_the_head(html: str, tag: str | None) -> None:
    assert read_metadata(LexborHTMLParser(html)).language_tag == tag


def shown(html: str, language: str | None = "en") -> tuple[tuple[str, str], ...]:
    headline = LexborHTMLParser(html).css_first("h1")
    assert headline is not None
    return visible_dates(headline, language)


PROSE = "The bridge over the river was closed for nine months and nobody could say when it would open again, " * 2
SHOWN = [
    ("<h1>A</h1><p>3 January 2020</p>", "en", (("visible en", "3 January 2020"),)),
    (
        "<header><h1>A</h1></header><div><span>Staff</span> · 3 <b>January</b> 2020</div>",
        "en",
        (("visible en", "Staff · 3 January 2020"),),
    ),
    ("<div>Published 3 January 2020</div><h1>A</h1>", "en", (("visible en", "Published 3 January 2020"),)),
    (
        "<h1>A</h1><p>Updated 5 January 2020</p><p>Published 3 January 2020</p>",
        "en",
        (("visible en", "Published 3 January 2020"),),
    ),
    ("<h1>A</h1><p>Updated 5 January 2020</p>", "en", (("visible en", "Updated 5 January 2020"),)),
    ('<h1>A</h1><time datetime="2020-01-03">3 days</time>', "en", (("time", "2020-01-03"),)),
    (
        '<h1>A</h1><time datetime="2020-01-03">3 Jan 2020</time>',
        "en",
        (("visible en", "3 Jan 2020"), ("time", "2020-01-03")),
    ),
    ("<h1>A</h1><p>الجمعة 3 كانون الثاني 2020</p>", "en", (("visible ar", "الجمعة 3 كانون الثاني 2020"),)),
    ("<h1>A</h1><p>Publié le 3 janvier 2020 à 10h</p>", "fr-FR", (("visible fr", "Publié le 3 janvier 2020 à 10h"),)),
    ("<h1>A</h1><p>2 hours ago</p>", "en", (("visible en", "2 hours ago"),)),
    (
        "<h1>A</h1><p>On 3 January 2020 the minister said that the talks would begin. Then he left the room.</p>",
        "en",
        (),
    ),
    (f"<h1>A</h1><p>{PROSE}</p><p>Yet {PROSE}</p><p>3 January 2020</p>", "en", ()),
    # The same standfirst twice, for wide screens and for small ones.
    (f"<h1>A</h1><p>{PROSE}</p><p>{PROSE}</p><p>3 January 2020</p>", "en", (("visible en", "3 January 2020"),)),
    ("<h1>A</h1><nav>3 January 2020</nav><script>3 January 2020</script>", "en", ()),
    ("<p>3 January 2020</p><p>a</p><p>b</p><p>c</p><h1>A</h1>", "en", ()),
    ("<h1>A</h1>", "en", ()),
]


@pytest.mark.parametrize(("html", "language", "pairs"), SHOWN)
def test_the_date_nearest_to_the_headline_is_taken(
    html: str, language: str, pairs: tuple[tuple[str, str], ...]
) -> None:
    assert shown(f"<body>{html}</body>", language) == pairs


def test_lines_are_those_that_readers_see_in_both_directions() -> None:
    html = "<body><p>far</p><div><p>one <b>two</b></p><h1>A</h1> loose <p>three<br>four</p></div><p>five</p></body>"
    headline = LexborHTMLParser(html).css_first("h1")
    assert headline is not None
    assert lines_after(headline) == [NearbyLine(text) for text in ("loose", "three", "four", "five")]
    assert lines_before(headline) == [NearbyLine(text) for text in ("one two", "far")]


@pytest.mark.parametrize(
    ("line", "is_stated"),
    [
        ("26 January 2024", True),
        ("Dec 17, 2025 A. B. Writer", True),
        ("Politics | By Omar Aziz | 26 Jan 2024 | 5 min read", True),
        ("26 كانون الثاني", True),
        ("بقلم سامي - 26 يناير 2024", True),
        ("© 2024 The Register", False),
        ("Signing of the treaty between the two kingdoms, August 12, 1898, by a painter whose name is lost", False),
        ("12 of 14", False),
        ("", False),
    ],
)
def test_a_line_states_its_date_where_little_else_is_in_it(line: str, is_stated: bool) -> None:
    assert states_its_date(line, "en") is is_stated
