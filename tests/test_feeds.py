"""Feeds: what real ones hold, what broken ones still give, and what is refused."""

import gzip
import subprocess
import sys
import textwrap
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discovery.claims import parse_claim
from crawler.discovery.feeds import MAX_FEED_BYTES, FeedEntry, parse_feed
from crawler.errors import UnreadableList

REPOSITORY = Path(__file__).parents[1]
HERE = "https://news.example/feed/"
BAGHDAD = timezone(timedelta(hours=3))

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>السجل &amp;#8211; أخبار</title><link>https://news.example/</link><language>ar</language>
  <atom:link href="https://news.example/feed/" rel="self" type="application/rss+xml"/>
  <image><title>Logo</title><link>https://news.example/logo</link></image>
  <item>
    <title>بغداد تحذّر من حرب جديدة</title>
    <link>https://news.example/ar/archives/1129</link>
    <guid isPermaLink="false">https://news.example/?p=1129</guid>
    <pubDate>Fri, 26 Jan 2024 09:30:00 +0300</pubDate>
    <content:encoded><![CDATA[<p>نص <a href="https://elsewhere.example/">رابط</a></p>]]></content:encoded>
  </item>
  <item><title>Second</title><link>/second?utm_source=rss</link><pubDate>الجمعة 26 كانون الثاني</pubDate>
  </item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar" xml:base="https://news.example/b/">
  <title>مدونة</title><link rel="self" href="atom.xml"/><updated>2024-02-01T00:00:00Z</updated>
  <entry xml:base="2024/">
    <title type="html">Floods &amp;amp; rain</title><id>tag:news.example,2024:1</id>
    <source><title>Another feed</title></source>
    <link rel="enclosure" href="/sound.mp3"/><link rel="replies" href="/c"/>
    <link rel="alternate" type="application/pdf" href="floods.pdf"/>
    <link rel="alternate" type="text/html" hreflang="en" href="floods.html"/>
    <link rel="alternate" type="text/html" hreflang="ar-IQ" href="floods-ar.html"/>
    <published>2024-01-26T10:00:00Z</published><updated>2024-01-27T10:00:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p><link href="x"/>نص</p></div></content>
  </entry>
</feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="https://news.example/"><title>وكالة</title><dc:language>ar</dc:language></channel>
 <item rdf:about="https://news.example/1"><title>خبر</title><dc:date>2024-01-26T12:00+03:00</dc:date></item>
</rdf:RDF>"""


def rss(*items: str) -> bytes:
    return f'<rss version="2.0"><channel><title>t</title>{"".join(items)}</channel></rss>'.encode()


def addresses(body: bytes) -> list[str]:
    return [entry.url for entry in parse_feed(body, HERE).entries]


def test_an_rss_feed_gives_its_entries_with_their_claims() -> None:
    feed = parse_feed(RSS.encode(), HERE)

    assert (feed.title, feed.language, feed.unread) == ("السجل – أخبار", "ar", None)
    assert feed.entries == (
        FeedEntry(
            "https://news.example/ar/archives/1129",
            "بغداد تحذّر من حرب جديدة",
            datetime(2024, 1, 26, 9, 30, tzinfo=BAGHDAD),
            date_claims=(("feed published", "Fri, 26 Jan 2024 09:30:00 +0300"),),
        ),
        FeedEntry("https://news.example/second", "Second"),
    )


def test_an_atom_feed_resolves_links_against_xml_base_and_keeps_its_languages() -> None:
    feed = parse_feed(ATOM.encode(), HERE)

    assert (feed.title, feed.language) == ("مدونة", "ar")
    (entry,) = feed.entries
    assert entry == FeedEntry(
        "https://news.example/b/2024/floods.html",
        "Floods & rain",
        datetime(2024, 1, 26, 10, tzinfo=UTC),
        datetime(2024, 1, 27, 10, tzinfo=UTC),
        (
            ("en", "https://news.example/b/2024/floods.html"),
            ("ar-IQ", "https://news.example/b/2024/floods-ar.html"),
        ),
        (("feed published", "2024-01-26T10:00:00Z"), ("feed updated", "2024-01-27T10:00:00Z")),
    )
    assert entry.modified_at == datetime(2024, 1, 27, 10, tzinfo=UTC)


def test_an_rss_1_feed_gives_the_address_its_item_is_about() -> None:
    feed = parse_feed(RDF.encode(), HERE)

    assert (feed.title, feed.language) == ("وكالة", "ar")
    expected = datetime(2024, 1, 26, 12, tzinfo=BAGHDAD)
    claims = (("feed published", "2024-01-26T12:00+03:00"),)
    assert feed.entries == (FeedEntry("https://news.example/1", "خبر", expected, date_claims=claims),)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<link>https://news.example/a</link><guid>https://news.example/b</guid>", "https://news.example/a"),
        ("<guid>https://news.example/b</guid>", "https://news.example/b"),
        ('<guid isPermaLink="true"> https://news.example/b </guid>', "https://news.example/b"),
        ('<guid isPermaLink="false">https://news.example/b</guid>', None),
        ("<guid>https://news.example/?p=12</guid>", None),
        ("<guid>https://[broken/</guid>", None),
        ("<guid>1234-5678</guid>", None),
        ("<link>javascript:alert(1)</link>", None),
        ("<link>data:text/html,x</link><guid>https://news.example/b</guid>", "https://news.example/b"),
        ("<link></link>", None),
        ("<link><![CDATA[ https://news.example/a ]]></link>", "https://news.example/a"),
        ("<link>//news.example/a</link>", "https://news.example/a"),
        ('<link href="https://news.example/a"/>', "https://news.example/a"),
    ],
)
def test_an_entry_s_address_is_its_link_else_a_permalink(item: str, expected: str | None) -> None:
    other = "<item><link>https://news.example/other</link></item>"
    assert addresses(rss(f"<item>{item}</item>", other)) == [
        *filter(None, [expected]),
        "https://news.example/other",
    ]


def test_the_address_behind_a_feed_proxy_is_preferred() -> None:
    body = rss(
        '<item xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"><link>https://proxy.example/~r/1</link>'
        "<f:origLink>https://news.example/a</f:origLink></item>"
    )
    assert addresses(body) == ["https://news.example/a"]


def test_entries_with_the_same_guid_are_two_entries() -> None:
    items = [f"<item><guid isPermaLink='false'>1</guid><link>https://news.example/{n}</link></item>" for n in "ab"]
    assert addresses(rss(*items)) == ["https://news.example/a", "https://news.example/b"]


def test_a_feed_without_entries_is_empty_and_one_without_addresses_is_unreadable() -> None:
    assert parse_feed(rss(), HERE).entries == ()
    with pytest.raises(UnreadableList, match="none of its 2 entries has an address"):
        parse_feed(rss("<item><link>javascript:x</link></item>", "<item><title>t</title></item>"), HERE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fri, 26 Jan 2024 09:30:00 +0300", datetime(2024, 1, 26, 9, 30, tzinfo=BAGHDAD)),
        ("26 Jan 2024 09:30 GMT", datetime(2024, 1, 26, 9, 30, tzinfo=UTC)),
        ("Fri, 26 Jan 2024 09:30:00 -0000", datetime(2024, 1, 26, 9, 30, tzinfo=UTC)),
        ("2024-01-26", datetime(2024, 1, 26, tzinfo=UTC)),
        ("2024-01-26T09:30", datetime(2024, 1, 26, 9, 30, tzinfo=UTC)),
        ("2024-01-26 09:30:00 UTC", datetime(2024, 1, 26, 9, 30, tzinfo=UTC)),
        (" 2024-01-26T09:30:00.5+0300\n", datetime(2024, 1, 26, 9, 30, 0, 500_000, tzinfo=BAGHDAD)),
        ("2099-01-01", datetime(2099, 1, 1, tzinfo=UTC)),
        ("1970-01-01T00:00:00Z", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
        ("0001-11-30T00:00:00+00:00", None),
        ("-0001-11-30T00:00:00+00:00", None),
        ("2024-13-01", None),
        ("2024-02-30T00:00:00Z", None),
        ("2024-01-26T25:00:00Z", None),
        ("2024-01", None),
        ("2024", None),
        ("Fri, 99 Jan 2024 09:30:00 +0300", None),
        ("Fri, 26 Jan 2024 09:30:00 +9999", None),
        ("الجمعة، 26 كانون الثاني 2024", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_claim_is_an_instant_or_nothing(text: str | None, expected: datetime | None) -> None:
    claim = parse_claim(text)
    assert claim == expected
    assert claim is None or claim.tzinfo is not None


@given(st.text(max_size=40))
def test_no_text_makes_a_claim_fail(text: str) -> None:
    claim = parse_claim(text)
    assert claim is None or claim.tzinfo is not None


ONE = "<item><title>خبر &nbsp;&ldquo;عاجل&rdquo;</title><link>https://news.example/a?x=1&y=2</link></item>"
MENDED = ("خبر “عاجل”", "https://news.example/a?x=1&y=2")
ARABIC = rss("<item><title>خبر عاجل من بغداد</title><link>https://news.example/a</link></item>").decode()
PLAIN = ("خبر عاجل من بغداد", "https://news.example/a")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rss(ONE), MENDED),
        (b"\n\n  " + rss(ONE), MENDED),
        (b"\xef\xbb\xbf\r\n<?xml version='1.0'?>" + rss(ONE), MENDED),
        (
            b"<br />\n<b>Warning</b>: x in <b>y</b>"[:0] + b"PHP Notice: 1\n<?xml version='1.0'?>" + rss(ONE),
            MENDED,
        ),
        (rss(ONE).replace("عاجل".encode(), "عا\x0bجل".encode()), MENDED),
        (rss(ONE).replace(b"<item>", b"<item><media:thumbnail media:url='x'/>"), MENDED),
        (rss(ONE).replace(b"<item>", b"<item><g>&#0;&#x1F;&#xD800;&#9999999; &nosuch; AT&T</g>"), MENDED),
        (rss(ONE) + b"\n<!-- cached -->\n<script>junk", MENDED),
        (gzip.compress(rss(ONE)), MENDED),
        (ARABIC.encode("utf-16"), PLAIN),
        (b'<?xml version="1.0" encoding="windows-1256"?>' + ARABIC.encode("cp1256"), PLAIN),
        (b'<?xml version="1.0" encoding="UTF-8"?>' + ARABIC.encode("cp1256"), PLAIN),
        (b'<?xml version="1.0" encoding="windows-1256"?>' + ARABIC.encode(), PLAIN),
        (b'<?xml version="1.0" encoding="no-such-charset"?>' + ARABIC.encode(), PLAIN),
        (ARABIC.replace("<rss ", '<rss xmlns="http://backend.userland.com/rss2" ').encode(), PLAIN),
    ],
)
def test_what_feeds_get_wrong_is_mended(body: bytes, expected: tuple[str, str]) -> None:
    feed = parse_feed(body, HERE)
    assert [(entry.title, entry.url) for entry in feed.entries] == [expected]
    assert feed.unread is None


@pytest.mark.parametrize("cut", [b"<item><link>https://news.example/c</li", b"</wrong>", b"<![CDATA[ never closed"])
def test_a_feed_cut_in_the_middle_gives_what_stands_before_and_says_so(cut: bytes) -> None:
    items = "".join(f"<item><link>https://news.example/{name}</link></item>" for name in "ab")
    feed = parse_feed(f"<rss><channel>{items}".encode() + cut, HERE)

    assert [entry.url for entry in feed.entries] == ["https://news.example/a", "https://news.example/b"]
    assert feed.unread is not None
    assert feed.unread.startswith("broken: ")


BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">
<!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
<!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">]>
<rss><channel><item><title>&lol3;</title><link>https://news.example/a</link></item></channel></rss>"""
XXE = b"""<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&xxe;</title><link>https://news.example/a</link></item></channel></rss>"""
EXTERNAL_DTD = b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:1/x.dtd">' + rss(ONE)
QUADRATIC = b'<!DOCTYPE r [<!ENTITY a "' + b"a" * 10_000 + b'">]><rss><channel>' + b"&a;" * 10_000


@pytest.mark.parametrize(
    "body",
    [
        BILLION_LAUGHS,
        XXE,
        EXTERNAL_DTD,
        QUADRATIC,
        BILLION_LAUGHS.decode().encode("utf-16"),
        b"\n" + XXE,
        gzip.compress(XXE),
        b"PHP Notice\n" + XXE,
    ],
    ids=["laughs", "xxe", "dtd", "quadratic", "utf-16", "space-before", "gzip", "junk-before"],
)
def test_a_document_type_is_refused_and_never_read_as_empty(body: bytes) -> None:
    with pytest.raises(UnreadableList, match="declares a document type or an entity"):
        parse_feed(body, HERE)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"<!DOCTYPE html><html><body>404</body></html>", "an HTML page"),
        (b"<html><body>Not found<br></body></html>", "an HTML page"),
        (b"<html><body>Not found</body></html>", "root is <html>"),
        (b"<urlset><url><loc>https://news.example/a</loc></url></urlset>", "root is <urlset>"),
        (b"404 page not found", "broken: "),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "broken: "),
        (b"<rss><channel><item>", "broken: "),
        (gzip.compress(rss(ONE))[:-20], "broken: "),
        (b"\x1f\x8bnot gzip", "broken: "),
        (b"<rss>" + b" " * MAX_FEED_BYTES, "larger than 10 MiB"),
        (b"<a>" * 300, "more than 200 deep"),
        (b"<rss>" + b"".join(b"<n%d/>" % n for n in range(2000)) + b"</rss>", "1000 names"),
    ],
)
def test_what_is_no_feed_is_unreadable_and_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableList, match=reason) as caught:
        parse_feed(body, HERE)
    assert str(caught.value).startswith(f"{HERE}: ")


@given(st.binary(max_size=200), st.integers(0, 400), st.integers(0, 400))
def test_damaged_bytes_give_a_feed_or_a_reason_and_no_other_error(junk: bytes, start: int, length: int) -> None:
    whole = RSS.encode()
    try:
        parse_feed(whole[:start] + junk + whole[start + length :], HERE)
    except UnreadableList as error:
        assert str(error).startswith(HERE)


WORDS = st.text(st.sampled_from("abz09 &<>\"'-خبر عاجل٣ىة\u200f😀"), min_size=1, max_size=30)
INSTANTS = st.datetimes(datetime(1991, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def rendered(title: str, slug: str, when: datetime) -> str:
    address = escape(f"https://news.example/{slug}")
    return (
        f"<item><title>{escape(escape(title))}</title><link>{address}</link>"
        f"<pubDate>{format_datetime(when)}</pubDate></item>"
    )


@given(st.lists(st.tuples(WORDS, st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True), INSTANTS), max_size=8))
def test_what_is_written_as_rss_is_read_back(entries: list[tuple[str, str, datetime]]) -> None:
    expected = tuple(
        FeedEntry(
            f"https://news.example/{slug}",
            " ".join(title.split()),
            when.replace(microsecond=0),
            date_claims=(("feed published", format_datetime(when)),),
        )
        for title, slug, when in entries
    )
    assert parse_feed(rss(*(rendered(*entry) for entry in entries)), HERE).entries == expected


def test_deep_nesting_wide_elements_and_long_tokens_stay_within_time_and_memory() -> None:
    script = textwrap.dedent("""
        import resource
        resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20, 600 * 2**20))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        from crawler.errors import UnreadableList
        from crawler.discovery.feeds import parse_feed
        size = 9 * 2**20
        for body in (
            b"<a>" * (size // 3),
            b"<rss><channel>" + b"<a/>" * (size // 4),
            b"<rss><channel><item>" + b"<link>" + b"x" * size,
            b"<rss a='" + b"x" * size,
            b"<![CDATA[" * (size // 9),
            b"&" * size,
            b"<!--" * (size // 4),
            b"<?xml " * (size // 6),
            b"<a" * (2**20),
            b"&a" * (2**20),
            b"<rss " + b" ".join(b"a%d='1'" % n for n in range(200_000)) + b">",
            b"<rss>" + b"".join(b"<p%d:a/>" % n for n in range(200_000)),
        ):
            try:
                parse_feed(body, "https://news.example/")
            except UnreadableList as error:
                print(error)
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stderr, len(done.stdout.splitlines())) == ("", 12)
