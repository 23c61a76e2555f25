"""The sample site: what it serves is what its articles say, as a site in the wild would."""

import gzip
import http.client
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
import requests
from bs4 import BeautifulSoup
from protego import Protego

from crawler.models.forms import comparison_form
from jobs.demo.articles import STATES, Change, Layout, SampleArticle, articles_in
from jobs.demo.pages import restyle
from jobs.demo.postings import SOFT_404_PATH, Posting, SamplePage, address_of, linked_postings, pages_in, postings_in
from jobs.demo.responses import answer
from jobs.demo.seed import seed_lines
from jobs.demo.site import SampleSite, ServedRequest, serve_sample_site

_ORIGIN = "http://127.0.0.1:8000"
_SEED = "baghdad-informs-moscow"
_SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@pytest.fixture
def site() -> Iterator[SampleSite]:
    with serve_sample_site() as running:
        yield running


def _article(slug: str, state: str = "first") -> SampleArticle:
    return next(article for article in articles_in(state) if article.slug == slug)


def _changed(change: Change, state: str = "first") -> SampleArticle:
    return next(article for article in articles_in(state) if article.change is change)


def _get(site: SampleSite, path: str, **headers: str) -> requests.Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return requests.get(urljoin(site.url, address_of(path)), headers=named, timeout=10, allow_redirects=False)


def _visible(html: str, selector: str = "body") -> str:
    """The text of an element as a reader sees it: blocks on lines of their own, in comparison form."""
    soup = BeautifulSoup(html, "lxml")
    for unseen in soup(["script", "style"]):
        unseen.decompose()
    element = soup.select_one(selector)
    assert element is not None
    return comparison_form(element.get_text(" "))


def _texts(page: SamplePage) -> list[str]:
    records = [edition.expected_record() for edition in page.editions]
    single = [record[role] for record in records for role in ("headline", "standfirst", "dateline", "byline")]
    return [text for text in single if text] + [
        text for record in records for role in ("paragraphs", "captions") for text in record[role]
    ]


def _page_cases() -> list[object]:
    return [
        pytest.param(state, *found, id=f"{state}-{path}") for state in STATES for path, found in pages_in(state).items()
    ]


@pytest.mark.parametrize(("state", "posting", "page"), _page_cases())
def test_every_text_of_an_article_stands_on_its_page_as_written(state: str, posting: Posting, page: SamplePage) -> None:
    response = answer(page.path, state, _ORIGIN)
    visible = _visible(response.body.decode(posting.article.charset), "article.type-post")
    assert response.status == 200
    assert [text for text in _texts(page) if comparison_form(text) not in visible] == []


def test_every_page_is_reached_over_http_in_every_state(site: SampleSite) -> None:
    for state in STATES:
        site.state = state
        statuses = {path: _get(site, path).status_code for path in pages_in(state)}
        assert set(statuses.values()) == {200}


def test_there_are_about_thirty_articles_beside_the_seed_in_every_layout() -> None:
    articles = [article for article in articles_in("second") if article.slug != _SEED]
    layouts = Counter(article.layout for article in articles)
    assert 28 <= len(articles) <= 34
    assert min(layouts[layout] for layout in Layout) >= 2
    bilingual = [article for article in articles if len(article.editions) == 2]
    assert len(articles) - len(bilingual) == layouts[Layout.ARABIC_ONLY] + layouts[Layout.ENGLISH_ONLY]


def test_each_change_happens_to_one_article_and_two_are_new() -> None:
    first = Counter(article.change for article in articles_in("first"))
    second = Counter(article.change for article in articles_in("second"))
    once = (Change.ARABIC_EDITED, Change.EDITED_AND_BACK, Change.REPOSTED, Change.COSMETIC, Change.GONE)
    assert {change: first[change] for change in once} == dict.fromkeys(once, 1)
    assert second == first + Counter({Change.NEW: 2}) - Counter({Change.GONE: 1})
    new = [article.layout for article in articles_in("second") if article.change is Change.NEW]
    assert Layout.TWO_PAGES in new
    assert len(set(new)) == 2


@pytest.mark.parametrize("article", articles_in("second"), ids=lambda article: article.slug)
def test_an_articles_editions_are_translations_piece_by_piece(article: SampleArticle) -> None:
    shapes = [
        [
            (edition.standfirst is None, edition.dateline is None, edition.byline is None),
            [(block.kind, len(block.texts)) for block in edition.body],
        ]
        for edition in article.editions
    ]
    if article.slug != _SEED:  # its caption stands in English only
        assert all(shape == shapes[0] for shape in shapes)
        assert all(edition.headline for edition in article.editions)


@pytest.mark.parametrize("article", articles_in("second"), ids=lambda article: article.slug)
def test_an_english_date_line_names_the_day_of_publication_and_its_weekday(article: SampleArticle) -> None:
    edition = article.edition("en")
    dateline = edition.dateline if edition else None
    stated = re.search(r"(\d{1,2}) ([A-Z]\w+) (\d{4})", dateline or "")
    if edition is None or stated is None or article.date_verdict == "conflict":
        return
    day = datetime.strptime(" ".join(stated.groups()) + " +0000", "%d %B %Y %z").date()
    assert day == article.published_on
    assert [name for name in _WEEKDAYS if name in (dateline or "")] in ([], [_WEEKDAYS[day.weekday()]])


def test_date_lines_come_in_the_spellings_of_every_region() -> None:
    datelines = {
        edition.dateline
        for article in articles_in("first")
        for edition in article.editions
        if edition.dateline is not None
    }
    assert datelines >= {
        "الموصل، 17 آذار 2024",
        "4 حزيران/يونيو 2024",
        "٢٢ أيار ٢٠٢٤",
        "تونس، 17 جويلية 2024",
        "12 غشت 2024",
        "25 أبريل 2024",
        "الجزائر، 3 أوت 2024",
        "١٢ نوفمبر ٢٠٢٤",
        "٢١ كانون الثاني/يناير ٢٠٢٥",
        "26 كانون الثاني",
        "9 أيار",
        "7 نيسان",
        "Wednesday, June 26, 2024",
    }
    verdicts = Counter(article.date_verdict for article in articles_in("first"))
    assert (verdicts["agreed"], verdicts["conflict"], verdicts["unknown"]) == (1, 1, 1)


def test_the_seed_page_holds_the_seed_text_line_by_line_and_no_year() -> None:
    html = answer(_article(_SEED).path, "first", _ORIGIN).body.decode("utf-8")
    soup = BeautifulSoup(html, "lxml")
    paragraphs = [paragraph.get_text() for paragraph in soup.select(".entry-content > p")]
    assert paragraphs == seed_lines()
    assert re.findall(r"20[12]\d|datetime=|datePublished|published_time", html) == []


def test_the_seeds_truth_is_what_it_must_become_with_the_pages_headline() -> None:
    expected = json.loads(Path(__file__).with_name("seed_expected.json").read_text(encoding="utf-8"))
    editions = {
        "en": {"byline": None, **expected["en"]},
        "ar": {"byline": None, **expected["ar"]},
    }
    editions["en"]["headline"] = "Baghdad informs Moscow of Washington's readiness to withdraw its forces from Iraq"
    assert _article(_SEED).expected_record() == {"published_on": expected["published_on"], "editions": editions}


@pytest.mark.parametrize(
    ("slug", "validators"),
    [
        ("tigris-at-mosul", {"ETag", "Last-Modified"}),
        (_SEED, {"ETag"}),
        ("basra-dredging", {"Last-Modified"}),
    ],
)
def test_a_page_is_not_sent_again_to_who_has_it(site: SampleSite, slug: str, validators: set[str]) -> None:
    path = _article(slug).path
    whole = _get(site, path)
    conditions = {"ETag": "If_None_Match", "Last-Modified": "If_Modified_Since"}
    assert {name for name in conditions if name in whole.headers} == validators
    for name in validators:
        again = _get(site, path, **{conditions[name]: whole.headers[name]})
        assert (again.status_code, again.content, again.headers[name]) == (304, b"", whole.headers[name])


def test_a_changed_page_is_sent_again_and_an_old_condition_does_not_hold(site: SampleSite) -> None:
    path = _changed(Change.ARABIC_EDITED).path
    before = _get(site, path)
    site.state = "second"
    assert _get(site, path, If_None_Match=before.headers["ETag"]).status_code == 200
    assert _get(site, path, If_Modified_Since=before.headers["Last-Modified"]).status_code == 200
    # The entity tag goes before the date.
    later = {"If_Modified_Since": "Sat, 01 Jan 2028 00:00:00 GMT"}
    assert _get(site, path, If_None_Match='W/"another"', **later).status_code == 200
    assert _get(site, path, If_None_Match="*").status_code == 304


def test_a_condition_that_is_no_date_is_ignored(site: SampleSite) -> None:
    assert _get(site, _article("basra-dredging").path, If_Modified_Since="yesterday").status_code == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate", "gzip"), ("br;q=1, gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("identity", None)],
)
def test_a_body_is_compressed_for_who_accepts_it(site: SampleSite, accepted: str, coding: str | None) -> None:
    response = _get(site, "/", Accept_Encoding=accepted)
    assert response.headers.get("Content-Encoding") == coding
    assert response.text.startswith("<!DOCTYPE html>")


def test_head_gives_the_headers_of_get_without_a_body_on_one_connection(site: SampleSite) -> None:
    connection = http.client.HTTPConnection(urlsplit(site.url).netloc, timeout=10)
    heads = []
    for method in ("HEAD", "GET"):
        connection.request(method, "/about/")
        response = connection.getresponse()
        heads.append([(name, value) for name, value in response.getheaders() if name != "Date"])
        body = response.read()
        length = int(response.headers["Content-Length"])
        assert len(body) == (length if method == "GET" else 0)
    connection.close()
    assert heads[0] == heads[1]
    assert site.requests == [
        ServedRequest("HEAD", "/about/", 200, 0),
        ServedRequest("GET", "/about/", 200, length),
    ]
    site.forget_requests()
    assert site.requests == []


def test_one_page_is_served_as_windows_1256_and_says_so_in_its_header_only(site: SampleSite) -> None:
    article = _article("palm-census")
    response = _get(site, article.path)
    html = response.content.decode("windows-1256")
    assert response.headers["Content-Type"] == "text/html; charset=windows-1256"
    assert "<meta charset" not in html
    assert "إحصاء النخيل يسجل مليون نخلة" in html
    with pytest.raises(UnicodeDecodeError):
        response.content.decode("utf-8")


def test_only_the_pages_named_change_between_the_first_state_and_the_second() -> None:
    before, after = ({path: answer(path, state, _ORIGIN).body for path in pages_in(state)} for state in STATES[:2])
    moved = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    changes = (Change.ARABIC_EDITED, Change.EDITED_AND_BACK, Change.COSMETIC)
    assert moved == {_changed(change).path for change in changes}
    assert before.keys() - after.keys() == {_changed(Change.GONE).path}
    new = {page.path for posting, page in pages_in("second").values() if posting.article.change is Change.NEW}
    repost = _changed(Change.REPOSTED).repost_path
    assert after.keys() - before.keys() == new | {repost}


def test_the_edited_article_changes_one_figure_of_its_arabic_only() -> None:
    before, after = (_changed(Change.ARABIC_EDITED, state) for state in STATES[:2])
    assert before.edition("en") == after.edition("en")
    paragraphs = [article.edition("ar").paragraphs for article in (before, after)]  # type: ignore[union-attr]
    pairs = [(one, other) for one, other in zip(*paragraphs, strict=True) if one != other]
    assert [(re.findall(r"\d+", one), re.findall(r"\d+", other)) for one, other in pairs] == [(["24"], ["42"])]
    assert articles_in("third") != articles_in("first")
    assert _changed(Change.ARABIC_EDITED, "third") == after


def test_the_article_that_is_edited_back_reads_in_the_third_state_as_in_the_first() -> None:
    first, second, third = (_changed(Change.EDITED_AND_BACK, state) for state in STATES)
    assert first.editions == third.editions
    assert [one == other for one, other in zip(first.editions, second.editions, strict=True)] == [False, False]
    assert None not in (second.modified_at, third.modified_at)
    assert first.modified_at is None


def test_the_cosmetic_change_moves_bytes_and_the_counter_and_no_word() -> None:
    path = _changed(Change.COSMETIC).path
    before, after = (answer(path, state, _ORIGIN).body.decode("utf-8") for state in STATES[:2])
    counted = _visible(before).replace("1,204", "1,377").replace("١٢٠٤", "١٣٧٧")
    assert counted == _visible(after)
    assert "\u200f" in after
    assert "\u200f" not in before
    assert '<article class="post type-post' in after
    assert '<article id="' in before


def test_a_page_is_restyled_without_touching_short_texts() -> None:
    assert restyle('<p class="a" id="b">Tags, and more</p>') == '<p id="b" class="a">Tags, and more</p>'


def test_the_article_that_disappears_is_gone_and_named_nowhere(site: SampleSite) -> None:
    article = _changed(Change.GONE)
    assert _get(site, article.path).status_code == 200
    site.state = "second"
    assert _get(site, article.path).status_code == 410
    lists = ("/", "/category/news/", "/category/city/", "/feed/", "/post-sitemap1.xml")
    assert [path for path in lists if article.path in _get(site, path).text] == []


def test_the_reposted_article_stands_under_two_addresses_each_its_own_canonical(site: SampleSite) -> None:
    site.state = "second"
    article = _changed(Change.REPOSTED, "second")
    assert article.repost_path is not None
    pages = {path: _get(site, path).text for path in (article.path, article.repost_path)}
    titles = {path: BeautifulSoup(html, "lxml").select_one("link[rel=canonical]") for path, html in pages.items()}
    assert {path: link["href"] for path, link in titles.items() if link} == {
        path: urljoin(site.url, path) for path in pages
    }
    assert len({_visible(html, ".entry-content") for html in pages.values()}) == 1
    assert article.repost_path in _get(site, "/feed/").text


def _sitemap_pages(site: SampleSite) -> dict[str, ElementTree.Element]:
    """Address of every page in the parts of the site's sitemap index -> its <url>."""
    index = ElementTree.fromstring(_get(site, "/sitemap_index.xml").content)
    parts = [requests.get(loc.text or "", timeout=10).content for loc in index.iterfind(".//s:loc", _SITEMAP)]
    assert [part[:2] == b"\x1f\x8b" for part in parts] == [False, True]
    texts = [gzip.decompress(part) if part[:2] == b"\x1f\x8b" else part for part in parts]
    urls = [url for text in texts for url in ElementTree.fromstring(text)]
    return {url.findtext("s:loc", "", _SITEMAP): url for url in urls}


@pytest.mark.parametrize("state", STATES)
def test_the_sitemaps_name_every_page_and_one_that_is_none(site: SampleSite, state: str) -> None:
    site.state = state
    listed = _sitemap_pages(site)
    expected = {urljoin(site.url, address_of(path)) for path in (*pages_in(state), SOFT_404_PATH)}
    assert listed.keys() == expected
    dated = [address for address, url in listed.items() if url.find("s:lastmod", _SITEMAP) is not None]
    assert 0 < len(dated) < len(listed)


def test_linked_pages_name_each_other_in_the_sitemap_and_in_their_heads(site: SampleSite) -> None:
    listed = _sitemap_pages(site)
    postings = [posting for posting in postings_in("first") if len(posting.pages) == 2]
    assert len(postings) >= 4
    for posting in postings:
        pair = [
            (language, urljoin(site.url, address_of(page.path)))
            for language, page in zip(("en", "ar"), posting.pages, strict=True)
        ]
        for _, address in pair:
            links = listed[address].findall("x:link", _SITEMAP)
            assert [(link.get("hreflang"), link.get("href")) for link in links] == pair
            soup = BeautifulSoup(requests.get(address, timeout=10).content, "lxml")
            assert [(link["hreflang"], link["href"]) for link in soup.select("link[hreflang]")] == pair
            switch = soup.select_one(".language-switcher a")
            assert switch is not None
            assert (switch["hreflang"], switch["href"]) == next(one for one in pair if one[1] != address)


def test_robots_txt_refuses_one_article_that_the_sitemap_names(site: SampleSite) -> None:
    robots = Protego.parse(_get(site, "/robots.txt").text)
    refused = [address for address in _sitemap_pages(site) if not robots.can_fetch(address, "sijill")]
    assert refused == [urljoin(site.url, article.path) for article in articles_in("first") if article.refused_by_robots]
    assert robots.crawl_delay("sijill") is None
    assert list(robots.sitemaps) == [urljoin(site.url, "/sitemap_index.xml")]
    assert not robots.can_fetch(urljoin(site.url, "/wp-admin/"), "sijill")


def test_the_feed_names_the_latest_articles_only(site: SampleSite) -> None:
    feed = ElementTree.fromstring(_get(site, "/feed/").content)
    links = [item.findtext("link", "") for item in feed.iterfind(".//item")]
    latest = [urljoin(site.url, address_of(posting.path)) for posting in linked_postings("first")[:15]]
    assert links == latest


def test_the_pages_of_a_section_lead_to_every_article_ten_at_a_time(site: SampleSite) -> None:
    address: str | None = urljoin(site.url, "/category/news/")
    pages = []
    while address:
        soup = BeautifulSoup(requests.get(address, timeout=10).content, "lxml")
        pages.append([str(link["href"]) for link in soup.select(".card .entry-title a")])
        following = soup.select_one("a.next")
        address = str(following["href"]) if following else None
    assert [len(page) for page in pages[:-1]] == [10] * (len(pages) - 1)
    expected = [urljoin(site.url, address_of(posting.path)) for posting in linked_postings("first")]
    assert [link for page in pages for link in page] == expected
    assert len(pages) >= 3


def test_the_arabic_home_page_shows_arabic_headlines(site: SampleSite) -> None:
    soup = BeautifulSoup(_get(site, "/ar/").content, "lxml")
    headlines = [link.get_text() for link in soup.select(".card .entry-title a")]
    assert all(re.search("[\u0621-\u064a]", headline) for headline in headlines[:1])
    assert soup.html is not None
    assert soup.html["dir"] == "rtl"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/about/", 200),
        ("/privacy-policy/", 200),
        ("/page/2/", 200),
        ("/images/river.svg", 200),
        (SOFT_404_PATH, 200),
        ("/page/99/", 404),
        ("/category/nothing/", 404),
        ("/images/nothing.svg", 404),
        ("/nothing/at/all/", 404),
        ("/../../etc/passwd", 404),
        ("/about", 301),
    ],
)
def test_other_paths_are_answered_as_a_site_would(site: SampleSite, path: str, status: int) -> None:
    response = _get(site, path)
    assert response.status_code == status
    assert ("Page not found" in response.text) == (path == SOFT_404_PATH or status == 404)


def test_every_link_and_picture_of_the_site_leads_somewhere(site: SampleSite) -> None:
    waiting, seen = ["/"], set()
    while waiting:
        path = waiting.pop()
        if path in seen or "?" in path or path in ("/newsletter/", "/author/newsdesk/"):
            continue
        seen.add(path)
        response = answer(path, "first", "")
        assert response.status == 200, path
        if response.content_type.startswith("text/html"):
            soup = BeautifulSoup(response.body, "lxml")
            links = [str(tag["href"]).partition("#")[0] for tag in soup("a")] + [str(tag["src"]) for tag in soup("img")]
            waiting += [unquote(link) for link in links if link]
    linked = {page.path for posting in linked_postings("first") for page in posting.pages}
    assert linked <= seen


@pytest.mark.parametrize("host", ['"><script>', "a b", ""])
def test_a_host_header_that_is_none_is_not_believed(site: SampleSite, host: str) -> None:
    body = _get(site, "/robots.txt", Host=host).text
    assert body.endswith(f"Sitemap: {site.url}sitemap_index.xml\n")


def test_links_lead_to_the_address_by_which_the_site_was_asked(site: SampleSite) -> None:
    assert "http://news.example:81/feed/" in _get(site, "/", Host="news.example:81").text


def test_a_state_that_the_site_does_not_have_is_refused(site: SampleSite) -> None:
    with pytest.raises(ValueError, match="'fourth' is no state of the sample site: first, second, third"):
        site.state = "fourth"


def test_closing_does_not_wait_for_idle_connections() -> None:
    began = datetime.now().astimezone()
    with serve_sample_site() as site:
        session = requests.Session()
        session.get(site.url, timeout=10)
    session.close()
    assert (datetime.now().astimezone() - began).total_seconds() < 5


def test_it_runs_by_hand() -> None:
    command = [sys.executable, "-u", "-m", "jobs.demo.site", "--port", "0", "--state", "second"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert requests.get(line.split()[0], timeout=10).status_code == 200
        process.terminate()
    assert "state second" in line
