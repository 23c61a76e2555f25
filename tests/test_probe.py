"""Probe: what is proposed for sites of several builds, and what a person is told."""

from datetime import UTC, datetime

import pytest

from crawler.errors import ConfigurationError
from crawler.models import Capture
from crawler.probe import Probe, probe_site, site_name
from crawler.sites import Site

HOME = "https://www.alalam-news.example/"
NOW = datetime(2024, 2, 1, 6, tzinfo=UTC)
STORIES = ("flood-in-basra", "talks-in-baghdad", "bank-keeps-its-rates", "minister-denies-report")


class Web:
    """Answers by address: a body, or the address that a redirect leads to; 404 for the others."""

    def __init__(self, answers: dict[str, str], peer: str | None = None) -> None:
        self.answers = answers
        self.peer = peer
        self.asked: list[str] = []

    def get(self, url: str) -> Capture:
        self.asked.append(url)
        answer = self.answers.get(url)
        if answer is None:
            return Capture(url, url, NOW, NOW, status=404, wire=b"Not found", peer=self.peer)
        if answer.startswith("https://") and "\n" not in answer:
            return Capture(url, answer, NOW, NOW, 200, wire=self.answers[answer].encode(), peer=self.peer)
        return Capture(url, url, NOW, NOW, status=200, wire=answer.encode(), peer=self.peer)


def home(head: str = "", body: str = "", language: str = "ar") -> str:
    return f"<!doctype html><html lang='{language}'><head>{head}</head><body>{body}</body></html>"


def feed_link(address: str, title: str = "", kind: str = "rss") -> str:
    return f'<link rel="alternate" type="application/{kind}+xml" title="{title}" href="{address}">'


def rss(*slugs: str, root: str = HOME) -> str:
    items = "".join(f"<item><link>{root}{slug}</link></item>" for slug in slugs)
    return f"<rss><channel>{items}</channel></rss>"


def urlset(*slugs: str, root: str = HOME) -> str:
    return f"<urlset>{''.join(f'<url><loc>{root}{slug}</loc></url>' for slug in slugs)}</urlset>"


def links(*paths: str) -> str:
    return "".join(f"<h2><a href='{path}'>A headline that is long enough for one</a></h2>" for path in paths)


def test_declared_feeds_and_the_sitemaps_of_robots_txt_are_proposed() -> None:
    head = (
        "<title>الرئيسية | شبكة العالم</title>"
        + feed_link("/feed/", "شبكة العالم « الخلاصة")
        + feed_link("/comments/feed/", "شبكة العالم « خلاصة التعليقات")
        + feed_link("/atom", kind="atom")
        + '<link rel="alternate" type="text/xml+oembed" href="/oembed">'
    )
    web = Web(
        {
            HOME: home(head),
            f"{HOME}feed/": rss(*STORIES[:2]),
            f"{HOME}atom": "<html><body>Not found<br></html>",
            f"{HOME}robots.txt": f"User-agent: *\nSitemap: {HOME}map.xml\nSitemap: {HOME}category-sitemap.xml\n",
            f"{HOME}map.xml": f"<sitemapindex><sitemap><loc>{HOME}post.xml</loc></sitemap></sitemapindex>",
            f"{HOME}post.xml": urlset("", *STORIES[1:]),
        }
    )
    probe = probe_site(HOME, web.get)

    assert probe.site == Site(
        "alalam-news", HOME, title="شبكة العالم", feeds=(f"{HOME}feed/",), sitemaps=(f"{HOME}map.xml",)
    )
    in_turn = ("flood-in-basra", "talks-in-baghdad", "bank-keeps-its-rates", "minister-denies-report")
    assert probe.article_urls == tuple(HOME + slug for slug in in_turn)
    assert probe.notes == (
        "robots.txt names 1 sitemaps (robots.txt read).",
        f"Feed {HOME}feed/: 2 articles seen.",
        f"Left out: {HOME}atom: an HTML page, not a list.",
        f"Sitemap {HOME}map.xml: 3 articles seen.",
        "Languages declared: ar.",
    )
    assert f"{HOME}comments/feed/" not in web.asked
    assert f"{HOME}sitemap.xml" not in web.asked


def test_the_usual_places_are_tried_when_nothing_is_declared() -> None:
    web = Web(
        {
            HOME: home("<meta property='og:site_name' content='Al Alam'><title>x</title>", language="en-GB"),
            f"{HOME}rss.xml": rss("a-story-of-today"),
            f"{HOME}ar/feed/": rss("ar/قصة-اليوم"),
            f"{HOME}rss": rss("a-story-of-today"),
            f"{HOME}wp-sitemap.xml": urlset("", "tag/x"),
        }
    )
    probe = probe_site(HOME, web.get)

    assert probe.site.title == "Al Alam"
    assert (probe.site.feeds, probe.site.sitemaps) == ((f"{HOME}rss.xml", f"{HOME}ar/feed/"), ())
    assert len(probe.article_urls) == 2
    assert "No feed or sitemap is declared that names articles: looked at the usual places." in probe.notes


def test_a_site_with_neither_feed_nor_sitemap_gets_listings() -> None:
    menu = (
        "<nav><a href='/'>الرئيسية</a><a href='/world'>العالم</a><a href='/empty'>فارغ</a><a href='/gone'>x</a>"
        "<a href='/about-us'>من نحن</a><a href='https://elsewhere.example/x'>شريك</a></nav>"
    )
    web = Web(
        {
            HOME: home(body=menu + links("/2024/01/26/flood-in-basra")),
            f"{HOME}world": home(body=menu + links(*(f"/world/{slug}" for slug in STORIES))),
            f"{HOME}empty": home(body=menu),
        }
    )
    probe = probe_site(HOME, web.get)

    assert probe.site == Site("alalam-news", HOME, listings=(HOME, f"{HOME}world"))
    assert probe.article_urls[:2] == (f"{HOME}2024/01/26/flood-in-basra", f"{HOME}world/flood-in-basra")
    assert len(probe.article_urls) == 5
    assert "Neither feed nor sitemap: articles are looked for on 2 pages; they link to 5." in probe.notes
    assert f"Left out: {HOME}gone: HTTP status 404." in probe.notes
    assert f"{HOME}about-us" not in web.asked


def test_the_other_language_s_home_page_is_read_and_its_host_belongs_to_the_site() -> None:
    arabic = "https://alalam-arabic.example/"
    head = (
        f'<link rel="alternate" hreflang="en" href="{HOME}"><link rel="alternate" hreflang="ar" href="{arabic}">'
        f'<link rel="alternate" hreflang="fr" href="https://fr.alalam-news.example/">'
        f'<link rel="alternate" hreflang="x-default" href="{HOME}">'
    )
    web = Web(
        {
            HOME: home(head + feed_link("/feed/"), language="en"),
            arabic: home(head + feed_link("/feed/")),
            f"{HOME}feed/": rss("a-story-of-today"),
            f"{arabic}feed/": rss("قصة-اليوم", root=arabic),
        }
    )
    probe = probe_site(HOME, web.get)

    assert probe.site.hosts == ("alalam-arabic.example",)
    assert probe.site.feeds == (f"{HOME}feed/", f"{arabic}feed/")
    assert "Languages declared: ar, en, fr." in probe.notes
    assert "Its other languages are on further hosts: alalam-arabic.example." in probe.notes


def test_the_home_page_is_where_the_address_leads() -> None:
    web = Web({"https://alalam-news.example/": f"{HOME}en/", f"{HOME}en/": home() + "\n"})
    assert probe_site("alalam-news.example", web.get).site.url == f"{HOME}en/"


def test_the_address_of_a_feed_gives_the_site_it_belongs_to() -> None:
    web = Web({f"{HOME}news.xml": rss("a-story-of-today"), HOME: home("<title>العالم</title>")})
    probe = probe_site(f"{HOME}news.xml", web.get)
    assert probe.site == Site("alalam-news", HOME, title="العالم", feeds=(f"{HOME}news.xml",))


def test_a_site_whose_articles_are_ids_of_one_script_keeps_its_lists() -> None:
    head = feed_link("/rss.php")
    web = Web(
        {
            HOME: home(head),
            f"{HOME}rss.php": rss("news.php?id=12", "news.php?id=11"),
            f"{HOME}robots.txt": f"Sitemap: {HOME}map.xml",
            f"{HOME}map.xml": urlset("news.php?id=12", "news.php?id=11", "news.php?id=10"),
        }
    )
    probe = probe_site(HOME, web.get)
    assert (probe.site.feeds, probe.site.sitemaps) == ((f"{HOME}rss.php",), (f"{HOME}map.xml",))
    assert probe.article_urls == tuple(f"{HOME}news.php?id={number}" for number in (12, 11, 10))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (urlset(), "it lists nothing"),
        (urlset("story-of-today", root="https://elsewhere.example/"), "none of its 1 addresses is on the site's hosts"),
        (urlset("", "tag/gaza", "news"), f"all its 3 addresses look like lists, {HOME} for one"),
        (urlset("a-story-of-today"), "it names no article that another list does not"),
    ],
)
def test_why_a_declared_list_is_left_out_is_said(body: str, reason: str) -> None:
    web = Web(
        {
            HOME: home(feed_link("/feed/")),
            f"{HOME}feed/": rss("a-story-of-today"),
            f"{HOME}robots.txt": f"Sitemap: {HOME}map.xml",
            f"{HOME}map.xml": body,
        }
    )
    assert f"Left out: {HOME}map.xml: {reason}." in probe_site(HOME, web.get).notes


@pytest.mark.parametrize(
    ("peer", "expected"),
    [
        ("127.0.0.1:8000", True),
        ("10.1.2.3:80", True),
        ("[::1]:8000", True),
        ("93.184.216.34:443", False),
        (None, False),
    ],
)
def test_a_site_that_answered_from_a_private_network_may_do_so(peer: str | None, expected: bool) -> None:
    assert probe_site(HOME, Web({HOME: home()}, peer).get).site.private_addresses is expected


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("mailto:editor@news.example", "is no web address"),
        ("", "is no web address"),
        ("https://gone.example/", "HTTP status 404"),
        ("gone.example", "open it in a browser"),
        (f"{HOME}deep", "nest more than 2000 deep"),
    ],
)
def test_a_home_page_that_cannot_be_read_says_what_to_do(url: str, reason: str) -> None:
    with pytest.raises(ConfigurationError, match=reason):
        probe_site(url, Web({f"{HOME}deep": "<div>" * 11_000}).get)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.alalam-news.example/ar/", "alalam-news"),
        ("http://127.0.0.1:8000/", "127-0-0-1-8000"),
        ("http://[::1]:8000/", "1-8000"),
        ("http://localhost:8000", "localhost-8000"),
        ("https://arabic.news.example", "arabic-news"),
        ("https://www.example/", "www"),
        ("https://خبر.example/", "xn-ngblk"),
    ],
)
def test_a_site_s_name_comes_from_its_host(url: str, name: str) -> None:
    assert site_name(url) == name


def test_a_page_without_links_gives_a_site_without_articles() -> None:
    probe = probe_site(HOME, Web({HOME: "plain text"}).get)
    assert isinstance(probe, Probe)
    assert (probe.site.listings, probe.article_urls) == ((HOME,), ())
