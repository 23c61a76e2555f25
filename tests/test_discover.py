"""Discovery: all lists of a site as one stream of articles, and the pages of one article as one link."""

import gzip
import zlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.discover import (
    MAX_LISTING_PAGES,
    MAX_SITEMAP_FILES,
    MAX_URLS,
    discover_articles,
    is_article_page,
    lists_articles,
)
from crawler.discovery.language_pairs import pair_language_pages
from crawler.models import ArticleLinks, Capture
from crawler.sites import Site

HOME = "https://news.example/"
FEED = "https://news.example/feed/"
MAP = "https://news.example/sitemap.xml"
NOW = datetime(2024, 2, 1, 6, tzinfo=UTC)
DAY = timedelta(days=1)


def captured(url: str, answer: bytes | int | str) -> Capture:
    """What a fetch gives for a body, a status without one, or a failure."""
    if isinstance(answer, str):
        return Capture(url, url, NOW, NOW, failure=answer, detail="as the test asks")
    if isinstance(answer, int):
        return Capture(url, url, NOW, NOW, status=answer, wire=b"gone")
    return Capture(url, url, NOW, NOW, status=200, wire=answer)


class Web:
    """Answers by address; 404 for the others; keeps what was asked."""

    def __init__(self, answers: Mapping[str, bytes | int | str]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def get(self, url: str) -> Capture:
        self.asked.append(url)
        return captured(url, self.answers.get(url, 404))


def rss(*entries: tuple[str, str]) -> bytes:
    items = "".join(f"<item><link>{url}</link><pubDate>{claim}</pubDate></item>" for url, claim in entries)
    return f"<rss><channel>{items}</channel></rss>".encode()


def urlset(*urls: str, **lastmod: str) -> bytes:
    stated = [(url, "") for url in urls] + [(f"{HOME}{slug}", claim) for slug, claim in lastmod.items()]
    pages = "".join(f"<url><loc>{url}</loc><lastmod>{claim}</lastmod></url>" for url, claim in stated)
    return f"<urlset>{pages}</urlset>".encode()


def hreflang(*groups: Mapping[str, str]) -> bytes:
    """A sitemap in which every page of a group names all pages of the group."""
    links = [
        "".join(f'<x:link rel="alternate" hreflang="{tag}" href="{HOME}{path}"/>' for tag, path in group.items())
        for group in groups
    ]
    urls = "".join(
        f"<url><loc>{HOME}{path}</loc>{link}</url>"
        for group, link in zip(groups, links, strict=True)
        for path in dict.fromkeys(group.values())
    )
    return f'<urlset xmlns:x="http://www.w3.org/1999/xhtml">{urls}</urlset>'.encode()


def index(*files: str) -> bytes:
    stated = "".join(f"<sitemap><loc>{file}</loc></sitemap>" for file in files)
    return f"<sitemapindex>{stated}</sitemapindex>".encode()


def listing(*paths: str, following: str = "") -> bytes:
    links = "".join(f"<h2><a href='{path}'>A headline that is long enough for one</a></h2>" for path in paths)
    return f"<main>{links}</main><a rel='next' href='{following}'>2</a>".encode()


def discovered(site: Site, web: Web) -> tuple[list[ArticleLinks], list[tuple[str, str]]]:
    unreadable: list[tuple[str, str]] = []
    return list(discover_articles(site, web.get, lambda *told: unreadable.append(told))), unreadable


def paths(site: Site, answers: Mapping[str, bytes | int | str]) -> list[str]:
    found, unreadable = discovered(site, Web(answers))
    assert unreadable == []
    return [link.url.removeprefix(HOME) for link in found]


def test_each_article_comes_once_with_the_best_facts_of_all_lists() -> None:
    site = Site("news", HOME, feeds=(FEED,), sitemaps=(MAP,), listings=(HOME,))
    web = Web(
        {
            FEED: rss((f"{HOME}flood-in-basra", "Fri, 26 Jan 2024 10:00:00 GMT"), (f"{HOME}old-news-here", "")),
            MAP: hreflang({"en": "flood-in-basra", "ar-IQ": "ar/basra", "x-default": "flood-in-basra"}).replace(
                b"</loc>", b"</loc><lastmod>2024-01-27</lastmod>"
            ),
            HOME: listing("/flood-in-basra", "/2024/01/28/bank-keeps-its-rates"),
        }
    )
    found, unreadable = discovered(site, web)

    assert unreadable == []
    claims = (("feed published", "Fri, 26 Jan 2024 10:00:00 GMT"), ("sitemap lastmod", "2024-01-27"))
    basra = (("ar", f"{HOME}ar/basra"),)
    assert found == [
        ArticleLinks(f"{HOME}flood-in-basra", basra, FEED, datetime(2024, 1, 27, tzinfo=UTC), claims),
        ArticleLinks(f"{HOME}old-news-here", listed_in=FEED),
        ArticleLinks(f"{HOME}2024/01/28/bank-keeps-its-rates", listed_in=HOME),
    ]


def test_the_newest_claim_comes_first_and_the_rest_in_the_order_of_the_lists() -> None:
    site = Site("news", HOME, sitemaps=(MAP,))
    body = urlset(f"{HOME}none-b", f"{HOME}none-a", older="2024-01-01", newest="2024-01-31", newer="2024-01-30")
    assert paths(site, {MAP: body}) == ["newest", "newer", "older", "none-b", "none-a"]


def test_a_claim_from_the_future_orders_nothing_and_a_slightly_fast_clock_may() -> None:
    site = Site("news", HOME, sitemaps=(MAP,))
    body = urlset(future="2099-01-01", fast=(NOW + DAY / 2).isoformat(), real="2024-01-31", epoch="1970-01-01")
    found, _ = discovered(site, Web({MAP: body}))
    assert [(link.url.removeprefix(HOME), link.modified_at) for link in found] == [
        ("fast", NOW + DAY / 2),
        ("real", datetime(2024, 1, 31, tzinfo=UTC)),
        ("future", None),
        ("epoch", None),
    ]


def test_what_is_no_article_of_the_site_is_left_out() -> None:
    site = Site("news", HOME, sitemaps=(MAP,), listings=(f"{HOME}world",), hosts=("news-arabic.example",))
    web = {
        f"{HOME}world": listing(),
        MAP: urlset(
            *(HOME, f"{HOME}ar/", f"{HOME}world/", f"{HOME}tag/gaza", f"{HOME}a.jpg", f"{HOME}world/gaza-talks"),
            *("https://elsewhere.example/gaza-talks", "https://news-arabic.example/gaza", "https://ar.news.example/x"),
        ),
    }
    assert paths(site, web) == ["world/gaza-talks", "https://news-arabic.example/gaza", "https://ar.news.example/x"]


def test_of_a_feed_every_entry_is_an_article_but_the_home_page_files_and_lists_known() -> None:
    stated = ("news.php?id=12", "latest", "tag/gaza", "2024/02", "en/news/?id=3", "sport")
    left_out = ("", "ar/", "episode.mp3", "feed/", "world/", "sitemap.xml")
    below = [(f"{HOME}sport/cup-{letter}", "") for letter in "abcde"]
    site = Site("n", HOME, feeds=(FEED,), sitemaps=(MAP,), listings=(f"{HOME}world",))
    web = {
        FEED: rss(*((HOME + path, "") for path in (*left_out, *stated)), *below, ("https://elsewhere.example/a", "")),
        MAP: urlset(f"{HOME}news.php?id=7", latest="2024-01-31"),
        f"{HOME}world": listing(),
    }
    assert sorted(paths(site, web)) == sorted([*stated, *(url.removeprefix(HOME) for url, _ in below), "news.php?id=7"])
    found, _ = discovered(site, Web(web))
    assert (found[0].url, found[0].modified_at) == (f"{HOME}latest", datetime(2024, 1, 31, tzinfo=UTC))


def test_a_feed_or_sitemap_that_lists_nothing_is_told_but_not_a_file_of_an_index() -> None:
    site = Site("n", HOME, feeds=(FEED,), sitemaps=(MAP, f"{HOME}index.xml"))
    web = Web({FEED: rss(), MAP: urlset(), f"{HOME}index.xml": index(f"{HOME}1.xml"), f"{HOME}1.xml": urlset()})
    assert discovered(site, web) == ([], [(FEED, "it lists nothing"), (MAP, "it lists nothing")])


def test_the_address_of_a_section_is_told_by_the_pages_below_it() -> None:
    below = [f"{HOME}sport/cup-{letter}" for letter in "abcde"]
    site = Site("news", HOME, sitemaps=(MAP,))
    assert "sport/" not in paths(site, {MAP: urlset(f"{HOME}sport/", *below)})
    assert "sport/index.php" not in paths(site, {MAP: urlset(f"{HOME}sport/index.php", *below)})
    assert paths(site, {MAP: urlset(f"{HOME}sport/", *below[:4])})[0] == "sport/"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (404, "HTTP status 404"),
        (304, "HTTP status 304"),
        ("deadline", "deadline: as the test asks"),
        (b"", "an empty body"),
        (b"<html><body>Not found<br></html>", "an HTML page"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>", "declares a document type"),
        (gzip.compress(b"<urlset>")[:-4], "broken"),
        (b"<urlset><url><loc>https://news.example/a-story</loc></url><url>", "broken"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_and_the_others_go_on(answer: bytes | int | str, reason: str) -> None:
    other = f"{HOME}news.xml"
    site = Site("news", HOME, sitemaps=(MAP, other))
    found, unreadable = discovered(site, Web({MAP: answer, other: urlset(f"{HOME}the-other-story")}))

    assert f"{HOME}the-other-story" in [link.url for link in found]
    ((url, told),) = unreadable
    assert url == MAP
    assert reason in told


def test_feeds_and_listings_that_cannot_be_read_are_told() -> None:
    site = Site("news", HOME, feeds=(FEED,), listings=(HOME, f"{HOME}world"))
    _, unreadable = discovered(site, Web({HOME: b"<div>" * 11_000, FEED: rss((f"{HOME}a", ""))[:-20]}))
    assert unreadable == [
        (FEED, "broken: unclosed token: line 1, column 74"),
        (HOME, "its elements nest more than 2000 deep: not read"),
        (f"{HOME}world", "HTTP status 404"),
    ]


def test_a_body_whose_content_coding_is_broken_is_told() -> None:
    broken = Capture(MAP, MAP, NOW, NOW, 200, headers=(("Content-Encoding", "gzip"),), wire=gzip.compress(b"x")[:-3])
    unreadable: list[tuple[str, str]] = []
    links = discover_articles(Site("n", HOME, sitemaps=(MAP,)), lambda _: broken, lambda *a: unreadable.append(a))
    assert (list(links), [url for url, _ in unreadable]) == ([], [MAP])


def test_a_sitemap_in_gzip_sent_with_gzip_is_read() -> None:
    twice = zlib.compress(gzip.compress(urlset(f"{HOME}a-story")), wbits=31)
    capture = Capture(MAP, MAP, NOW, NOW, 200, headers=(("Content-Encoding", "gzip"),), wire=twice)
    (link,) = discover_articles(Site("n", HOME, sitemaps=(MAP,)), lambda _: capture)
    assert link.url == f"{HOME}a-story"


def test_sitemaps_that_name_each_other_are_read_once() -> None:
    second = f"{HOME}b.xml"
    web = Web({MAP: index(second, MAP), second: index(MAP, second)})
    assert discovered(Site("n", HOME, sitemaps=(MAP, MAP)), web) == ([], [])
    assert web.asked == [MAP, second]


def test_sitemaps_deeper_than_three_are_not_read() -> None:
    web = Web(
        {MAP: index(f"{HOME}2.xml"), f"{HOME}2.xml": index(f"{HOME}3.xml"), f"{HOME}3.xml": index(f"{HOME}4.xml")}
    )
    _, unreadable = discovered(Site("n", HOME, sitemaps=(MAP,)), web)
    assert web.asked == [MAP, f"{HOME}2.xml", f"{HOME}3.xml"]
    assert unreadable == [(f"{HOME}3.xml", "its 1 sitemaps stand more than 3 deep: not read")]


def test_a_tree_of_ten_sitemaps_each_is_cut_at_two_hundred_files() -> None:
    class Tree(Web):
        def get(self, url: str) -> Capture:
            self.asked.append(url)
            return captured(url, index(*(f"{url.removesuffix('.xml')}-{number}.xml" for number in range(10))))

    web = Tree({})
    _, unreadable = discovered(Site("n", HOME, sitemaps=(f"{HOME}s.xml", f"{HOME}t.xml")), web)
    assert (len(web.asked), len(set(web.asked))) == (MAX_SITEMAP_FILES, MAX_SITEMAP_FILES)
    assert any("more than 200 sitemaps" in reason for _, reason in unreadable)


def test_a_site_with_too_many_addresses_is_cut_and_says_so() -> None:
    count = MAX_URLS // 2 + 1
    lines = ["\n".join(f"{HOME}{kind}-story-{number}" for number in range(count)).encode() for kind in "ab"]
    site = Site("n", HOME, sitemaps=(MAP, f"{HOME}b.txt"))
    found, unreadable = discovered(site, Web({MAP: lines[0], f"{HOME}b.txt": lines[1]}))
    assert len(found) == MAX_URLS
    assert unreadable == [(HOME, "more than 50000 addresses: the rest was left out")]


def test_sitemap_files_of_other_hosts_and_of_no_articles_are_not_fetched() -> None:
    web = Web({MAP: index("https://elsewhere.example/s.xml", f"{HOME}category-sitemap.xml", f"{HOME}post-sitemap.xml")})
    discovered(Site("n", HOME, sitemaps=(MAP,)), web)
    assert web.asked == [MAP, f"{HOME}post-sitemap.xml"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *[("sitemap.xml", True), ("post-sitemap2.xml.gz", True), ("wp-sitemap-posts-post-1.xml", True)],
        *[("sitemap-page-2.xml", True), ("sitemap-2024-01.xml", True), ("news-category-sitemap.xml", True)],
        *[("sitemap.xml?page=2", True), ("", True), ("sitemap-news.txt", True)],
        *[("category-sitemap.xml", False), ("post_tag-sitemap.xml", False), ("sitemap_tags.xml", False)],
        *[("wp-sitemap-taxonomies-post_tag-1.xml", False), ("wp-sitemap-users-1.xml", False)],
        *[("wp-sitemap-posts-page-1.xml", False), ("page-sitemap.xml", False), ("page-sitemap2.xml", False)],
        *[("sitemap-pages.xml", False), ("author-sitemap.xml.gz", False), ("product-sitemap.xml", False)],
    ],
)
def test_a_sitemap_s_name_tells_whether_it_lists_articles(name: str, expected: bool) -> None:
    assert lists_articles(HOME + name) is expected


def test_listings_are_followed_from_page_to_page_to_a_limit() -> None:
    pages = {
        f"{HOME}world/page/{number}": listing(f"/story-{number}-of-the-day", following=f"/world/page/{number + 1}")
        for number in range(2, 50)
    }
    web = Web({f"{HOME}world": listing("/story-1-of-the-day", following="/world/page/2"), **pages})
    found, unreadable = discovered(Site("n", HOME, listings=(f"{HOME}world",)), web)

    assert unreadable == []
    assert len(web.asked) == MAX_LISTING_PAGES
    assert found[-1] == ArticleLinks(f"{HOME}story-20-of-the-day", listed_in=f"{HOME}world/page/20")


def test_listings_that_lead_back_end() -> None:
    web = Web({HOME: listing(following="/b"), f"{HOME}b": listing(following="/")})
    assert discovered(Site("n", HOME, listings=(HOME,)), web) == ([], [])
    assert web.asked == [HOME, f"{HOME}b"]


def test_an_article_page_is_in_scope_and_none_of_the_lists_known() -> None:
    site = Site("n", HOME, feeds=(f"{HOME}news-of-the-day",))
    assert is_article_page(f"{HOME}a-story", site)
    assert not is_article_page(f"{HOME}news-of-the-day/", site)


def pairs(*addresses: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The links that pairing makes of addresses, without their host."""
    links = pair_language_pages(ArticleLinks(address if "//" in address else HOME + address) for address in addresses)
    return [
        (link.url.removeprefix(HOME), tuple((lang, url.removeprefix(HOME)) for lang, url in link.alternates))
        for link in links
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (["ar/gaza-talks", "en/gaza-talks"], [("en/gaza-talks", (("ar", "ar/gaza-talks"),))]),
        (["ar/gaza", "gaza"], [("gaza", (("ar", "ar/gaza"),))]),
        (["gaza", "en/gaza"], [("en/gaza", (("ar", "gaza"),))]),
        (["ar-IQ/gaza/", "en_GB/gaza"], [("en_GB/gaza", (("ar", "ar-IQ/gaza/"),))]),
        (["gaza?lang=ar", "gaza"], [("gaza", (("ar", "gaza?lang=ar"),))]),
        (["gaza?lang=ar", "gaza?lang=en"], [("gaza?lang=en", (("ar", "gaza?lang=ar"),))]),
        (
            ["https://ar.news.example/gaza", "https://www.news.example/gaza"],
            [("https://www.news.example/gaza", (("ar", "https://ar.news.example/gaza"),))],
        ),
        (
            ["ar/%D8%BA%D8%B2%D8%A9", "en/%D8%BA%D8%B2%D8%A9"],
            [("en/%D8%BA%D8%B2%D8%A9", (("ar", "ar/%D8%BA%D8%B2%D8%A9"),))],
        ),
    ],
)
def test_pages_whose_addresses_differ_in_the_language_are_one_article(
    listed: list[str], expected: list[tuple[str, tuple[tuple[str, str], ...]]]
) -> None:
    assert pairs(*listed) == expected


@pytest.mark.parametrize(
    "listed",
    [
        ["ar/archives/1129", "archives/1129"],
        ["ar/news-1129", "en/news-1129"],
        ["ar/story/1129.html", "en/story/1129.html"],
        ["ar/0b5c1f3a", "en/0b5c1f3a"],
        ["ar/0b5c1f3a-1f3a-4f3a-8f3a-0b5c1f3a0b5c", "en/0b5c1f3a-1f3a-4f3a-8f3a-0b5c1f3a0b5c"],
        ["story.php?id=5&lang=ar", "story.php?id=5&lang=en"],
        ["ar/gaza", "en/gaza-talks"],
        ["ar/world/gaza", "en/gaza"],
        ["ar/gaza", "https://elsewhere.example/gaza"],
        ["fr/gaza", "gaza"],
        ["ar/gaza"],
        ["gaza", "gaza/"],
    ],
)
def test_pages_that_may_be_two_articles_stay_two(listed: list[str]) -> None:
    assert pairs(*listed) == [(address, ()) for address in listed]


def test_with_three_pages_only_the_two_that_name_a_language_are_paired() -> None:
    assert pairs("gaza", "ar/gaza", "en/gaza") == [("gaza", ()), ("en/gaza", (("ar", "ar/gaza"),))]


def test_hreflang_joins_all_languages_under_the_english_page() -> None:
    group = {"fr": "fr/paix", "ar": "ar/archives/9", "en": "archives/7", "x-default": "archives/7"}
    found, _ = discovered(Site("n", HOME, sitemaps=(MAP,)), Web({MAP: hreflang(group)}))
    alternates = (("fr", f"{HOME}fr/paix"), ("ar", f"{HOME}ar/archives/9"))
    assert [(link.url, link.alternates) for link in found] == [(f"{HOME}archives/7", alternates)]


def test_without_an_english_page_the_first_is_the_article_s_address() -> None:
    links = pair_language_pages([ArticleLinks(f"{HOME}ar/a", (("ar", f"{HOME}ar/a"), ("fr", f"{HOME}fr/b")))])
    assert links == (ArticleLinks(f"{HOME}ar/a", (("fr", f"{HOME}fr/b"),)),)


def test_a_page_that_many_name_as_their_translation_is_none() -> None:
    links = [ArticleLinks(f"{HOME}story-{name}", (("ar", f"{HOME}ar/latest-news"),)) for name in "abc"]
    assert pair_language_pages(links) == tuple(ArticleLinks(link.url) for link in links)


def test_a_group_has_one_page_of_each_language() -> None:
    first = ArticleLinks(f"{HOME}a", (("en", f"{HOME}a"), ("ar", f"{HOME}ar/x")))
    second = ArticleLinks(f"{HOME}ar/y", (("ar", f"{HOME}ar/y"), ("en", f"{HOME}a")))
    paired = pair_language_pages([first, second])
    assert [(link.url, link.alternates) for link in paired] == [
        (f"{HOME}a", (("ar", f"{HOME}ar/x"),)),
        (f"{HOME}ar/y", ()),
    ]


def test_a_pair_keeps_the_latest_claim_and_the_earliest_list() -> None:
    stated = (("feed published", "2024-01-25"),)
    changed = (("sitemap lastmod", "2024-01-26"),)
    older = ArticleLinks(f"{HOME}ar/gaza", listed_in=FEED, modified_at=NOW - DAY, date_claims=stated)
    newer = ArticleLinks(f"{HOME}en/gaza", listed_in=MAP, modified_at=NOW, date_claims=changed)
    expected = ArticleLinks(f"{HOME}en/gaza", (("ar", f"{HOME}ar/gaza"),), FEED, NOW, stated + changed)
    assert pair_language_pages([older, newer]) == (expected,)
    assert pair_language_pages([]) == ()


ADDRESSES = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "ar/", "en/", "fr/"]),
        st.sampled_from(["gaza", "archives/12", "news/floods", "2024/01/a-b"]),
        st.sampled_from(["", "/", "?lang=ar"]),
    ),
    unique=True,
    max_size=6,
)


@given(ADDRESSES)
def test_pairing_loses_no_page_and_names_none_twice(addresses: list[str]) -> None:
    links = pair_language_pages(ArticleLinks(HOME + address) for address in addresses)
    named = [url for link in links for url in (link.url, *(alternate for _, alternate in link.alternates))]
    assert sorted(named) == sorted(HOME + address for address in addresses)
    assert pair_language_pages(links) == links


@pytest.mark.parametrize("listed", [*permutations(["ar/gaza", "en/gaza", "fr/gaza"])])
def test_the_order_of_the_lists_does_not_change_the_pairs(listed: tuple[str, ...]) -> None:
    assert sorted(pairs(*listed)) == [("en/gaza", (("ar", "ar/gaza"),)), ("fr/gaza", ())]


def test_the_stream_is_the_same_each_time() -> None:
    site = Site("n", HOME, sitemaps=(MAP,))
    body = urlset(*(f"{HOME}story-{n}-of-many" for n in range(50)), **{f"dated-{n}": "2024-01-01" for n in range(50)})
    read: Callable[[], list[ArticleLinks]] = lambda: discovered(site, Web({MAP: body}))[0]  # noqa: E731
    assert read() == read()
