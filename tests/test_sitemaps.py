"""Sitemaps: every kind the protocol knows, hreflang and news, and the sizes and loops that are refused."""

import gzip
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.sitemaps import (
    MAX_SITEMAP_URLS,
    Sitemap,
    SitemapFile,
    SitemapPage,
    parse_sitemap,
    primary_language,
)
from crawler.errors import UnreadableList

REPOSITORY = Path(__file__).parents[1]
HERE = "https://news.example/sitemap.xml"
BAGHDAD = timezone(timedelta(hours=3))

URLSET = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/xsl" href="//news.example/main.xsl"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url>
  <loc> https://news.example/en/floods </loc><lastmod>2024-01-26T10:00:00+03:00</lastmod>
  <image:image><image:loc>https://news.example/a.jpg</image:loc><image:title>سيل</image:title></image:image>
  <xhtml:link rel="alternate" hreflang="en-GB" href="https://news.example/en/floods"/>
  <xhtml:link rel="alternate" hreflang="ar" href="/ar/فيضانات"/>
  <xhtml:link rel="alternate" hreflang="x-default" href="https://news.example/floods"/>
  <xhtml:link rel="alternate" media="handheld" href="https://m.news.example/floods"/>
  <xhtml:link rel="stylesheet" hreflang="fr" href="https://news.example/fr"/>
</url>
<url><loc>/relative</loc><lastmod>soon</lastmod></url>
<url><loc>javascript:alert(1)</loc></url>
<url><lastmod>2024-01-01</lastmod></url>
</urlset>"""

NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/1</loc><news:news><news:publication>
  <news:name>السجل</news:name><news:language>ar-IQ</news:language></news:publication>
  <news:publication_date>2024-01-26T10:00+03:00</news:publication_date><news:title>بغداد تحذّر</news:title>
</news:news></url></urlset>"""

INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/post-sitemap1.xml.gz</loc><lastmod>2024-01-26</lastmod></sitemap>
<sitemap><loc>https://news.example/post-sitemap2.xml</loc></sitemap></sitemapindex>"""

RSS = """<rss><channel><image><url>https://news.example/logo.png</url></image>
<item><title>خبر</title><link>https://news.example/1</link>
<pubDate>Fri, 26 Jan 2024 10:00:00 GMT</pubDate></item>
<item><link>javascript:x</link></item></channel></rss>"""


def urlset(*locations: str) -> bytes:
    urls = "".join(f"<url><loc>{escape(location)}</loc></url>" for location in locations)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode()


def test_a_urlset_gives_pages_with_their_claims_and_languages() -> None:
    assert parse_sitemap(URLSET.encode(), HERE) == Sitemap(
        pages=(
            SitemapPage(
                "https://news.example/en/floods",
                datetime(2024, 1, 26, 10, tzinfo=BAGHDAD),
                alternates=(
                    ("en", "https://news.example/en/floods"),
                    ("ar", "https://news.example/ar/%D9%81%D9%8A%D8%B6%D8%A7%D9%86%D8%A7%D8%AA"),
                ),
                date_claims=(("sitemap lastmod", "2024-01-26T10:00:00+03:00"),),
            ),
            SitemapPage("https://news.example/relative"),
        )
    )


def test_a_news_sitemap_gives_the_day_the_title_and_the_language() -> None:
    published = datetime(2024, 1, 26, 10, tzinfo=BAGHDAD)
    claims = (("sitemap published", "2024-01-26T10:00+03:00"),)
    page = SitemapPage("https://news.example/1", None, published, "بغداد تحذّر", "ar", date_claims=claims)
    assert parse_sitemap(NEWS.encode(), HERE) == Sitemap(pages=(page,))


def test_an_index_gives_files() -> None:
    assert parse_sitemap(INDEX.encode(), HERE) == Sitemap(
        files=(
            SitemapFile("https://news.example/post-sitemap1.xml.gz", datetime(2024, 1, 26, tzinfo=UTC)),
            SitemapFile("https://news.example/post-sitemap2.xml"),
        )
    )


def test_a_feed_given_as_a_sitemap_gives_its_entries() -> None:
    published = datetime(2024, 1, 26, 10, tzinfo=UTC)
    claims = (("feed published", "Fri, 26 Jan 2024 10:00:00 GMT"),)
    page = SitemapPage("https://news.example/1", None, published, "خبر", date_claims=claims)
    assert parse_sitemap(RSS.encode(), HERE) == Sitemap(pages=(page,))


@pytest.mark.parametrize(
    "body",
    [
        b"https://news.example/1\nhttps://news.example/2\n",
        b"\xef\xbb\xbfhttps://news.example/1\r\n\r\n  https://news.example/2  \r\nftp://news.example/3\r\nnote",
        gzip.compress(b"https://news.example/1\nhttps://news.example/2"),
    ],
)
def test_a_text_sitemap_gives_its_lines(body: bytes) -> None:
    pages = (SitemapPage("https://news.example/1"), SitemapPage("https://news.example/2"))
    assert parse_sitemap(body, HERE) == Sitemap(pages=pages)


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(urlset("https://news.example/a")),
        gzip.compress(urlset("https://news.example/a")[:40]) + gzip.compress(urlset("https://news.example/a")[40:]),
        urlset("https://news.example/a").replace(b"http://www.sitemaps.org/schemas/sitemap/0.9", b"urn:x"),
        urlset("https://news.example/a").replace(b' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', b""),
        b"\n" + urlset("https://news.example/a") + b"<!-- generated in 0.1 s -->",
        urlset("https://news.example/a").replace(b"<url>", b"<url><news:news><news:title>x</news:title></news:news>"),
    ],
    ids=["gzip", "gzip members", "odd namespace", "no namespace", "space before", "undeclared prefix"],
)
def test_the_content_decides_how_a_sitemap_is_read(body: bytes) -> None:
    assert [page.url for page in parse_sitemap(body, HERE).pages] == ["https://news.example/a"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><html>Not found</html>", "an HTML page"),
        (b"<html><body>Not found</body></html>", "root is <html>"),
        (
            b'<!DOCTYPE urlset [<!ENTITY x "y">]>' + urlset("https://news.example/a"),
            "declares a document type",
        ),
        (
            b'<!DOCTYPE x SYSTEM "file:///etc/passwd">' + urlset("https://news.example/a"),
            "declares a document type",
        ),
        (b"<urlset><url><loc>https://news.example/a", "broken"),
        (gzip.compress(urlset("https://news.example/a"))[:-30], "broken"),
        (b"http://", "none of its lines"),
        (b"User-agent: *", "broken"),
    ],
)
def test_what_is_no_sitemap_is_unreadable_and_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableList, match=reason) as caught:
        parse_sitemap(body, HERE)
    assert str(caught.value).startswith(f"{HERE}: ")


def test_a_sitemap_cut_in_the_middle_gives_what_stands_before_and_says_so() -> None:
    sitemap = parse_sitemap(urlset("https://news.example/a", "https://news.example/b")[:-20], HERE)
    assert [page.url for page in sitemap.pages] == ["https://news.example/a"]
    assert sitemap.unread is not None
    assert sitemap.unread.startswith("broken: ")


def test_an_empty_urlset_names_nothing() -> None:
    assert parse_sitemap(urlset(), HERE) == Sitemap()


@pytest.mark.parametrize("form", [urlset, lambda *urls: "\n".join(urls).encode()])
def test_a_sitemap_beyond_the_protocol_s_count_is_read_up_to_there(form: object) -> None:
    assert callable(form)
    body = form(*(f"https://news.example/{number}" for number in range(MAX_SITEMAP_URLS + 1)))
    sitemap = parse_sitemap(body, HERE)
    assert (len(sitemap.pages), sitemap.pages[-1].url) == (MAX_SITEMAP_URLS, "https://news.example/49999")
    assert sitemap.unread is not None
    assert sitemap.unread.startswith("more than 50000")


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *[("ar", "ar"), ("AR-sa", "ar"), ("en_US", "en"), (" zh-Hant-TW ", "zh"), ("x-default", None)],
        *[("", None), (None, None), ("arabic", None), ("العربية", None), ("en us", None)],
    ],
)
def test_a_language_tag_is_reduced_to_its_primary_subtag(tag: str | None, language: str | None) -> None:
    assert primary_language(tag) == language


SLUGS = st.from_regex(r"[a-z0-9&=,!-]{1,20}", fullmatch=True)
INSTANTS = st.none() | st.datetimes(datetime(1991, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def rendered(page: SitemapPage) -> str:
    lastmod = f"<lastmod>{page.modified_at.isoformat()}</lastmod>" if page.modified_at else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href={quoteattr(address)}/>'
        for language, address in page.alternates
    )
    return f"<url><loc>{escape(page.url)}</loc>{lastmod}{links}</url>"


@st.composite
def pages(draw: st.DrawFn) -> SitemapPage:
    languages = draw(st.lists(st.sampled_from(["ar", "en", "fr"]), unique=True, max_size=3))
    alternates = tuple((language, f"https://news.example/{language}/{draw(SLUGS)}") for language in languages)
    modified_at = draw(INSTANTS)
    claims = (("sitemap lastmod", modified_at.isoformat()),) if modified_at else ()
    return SitemapPage(f"https://news.example/{draw(SLUGS)}", modified_at, alternates=alternates, date_claims=claims)


@given(st.lists(pages(), max_size=8), st.booleans())
def test_what_is_written_as_a_sitemap_is_read_back(written: list[SitemapPage], is_compressed: bool) -> None:
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    body = (head + "".join(map(rendered, written)) + "</urlset>").encode()
    assert parse_sitemap(gzip.compress(body) if is_compressed else body, HERE) == Sitemap(pages=tuple(written))


@given(st.binary(max_size=100), st.integers(0, 1500), st.integers(0, 400), st.booleans())
def test_damaged_bytes_give_a_sitemap_or_a_reason(junk: bytes, start: int, length: int, is_compressed: bool) -> None:
    whole = gzip.compress(URLSET.encode()) if is_compressed else URLSET.encode()
    try:
        parse_sitemap(whole[:start] + junk + whole[start + length :], HERE)
    except UnreadableList as error:
        assert str(error).startswith(HERE)


# The interpreter with the modules has 31 MB; an address list of any size may take 100 MB in all.
HUGE = textwrap.dedent("""
    import itertools, re, resource, zlib
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    from crawler.errors import UnreadableList
    from crawler.discovery.sitemaps import parse_sitemap
    def compressed(head, piece, count):
        out, body = zlib.compressobj(1, wbits=31), bytearray()
        for part in itertools.chain([head], map(piece, range(count))):
            body += out.compress(part)
        return bytes(body + out.flush())
    million = compressed(
        b"<urlset>",
        lambda n: b"<url><loc>https://news.example/%d</loc><lastmod>2024-01-26</lastmod></url>" % n,
        10**6,
    )
    spaces = compressed(b"<urlset>", lambda n: b" " * 2**20, 300)
    comment = compressed(b"<urlset><!--", lambda n: b"x" * 2**20, 300)
    lines = compressed(b"https://news.example/ok\\n", lambda n: b"x" * 2**20, 300)
    for body in (million, spaces, comment, lines):
        try:
            sitemap = parse_sitemap(body, "https://news.example/sitemap.xml.gz")
            print(len(sitemap.pages), sitemap.unread)
        except UnreadableList as error:
            print(0, error)
    # Not ru_maxrss: a child inherits its parent's.
    print(re.search("VmHWM:[^0-9]+([0-9]+)", open("/proc/self/status").read()).group(1)[:-3])
""")


def test_a_million_addresses_and_gzip_bombs_are_read_to_the_limits_in_little_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HUGE], capture_output=True, text=True, timeout=60, check=False, cwd=REPOSITORY
    )
    assert done.stderr == ""
    *results, peak_mb = done.stdout.splitlines()
    assert results == [
        "50000 more than 50000 entries: the rest was not read",
        "0 https://news.example/sitemap.xml.gz: larger than 50 MiB: the rest was not read",
        "0 https://news.example/sitemap.xml.gz: one tag or comment has more than 4 MiB: not read",
        "1 larger than 50 MiB: the rest was not read",
    ]
    assert int(peak_mb) < 100
