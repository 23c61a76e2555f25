"""What lists, headers and the first visit say of a date reaches the archive by the evidence, and a replay again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from command import run_command
from scripted_site import Answer, ScriptedSite, scripted_site

from archive.entries import read_claims
from archive.evidence import open_evidence
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import StoredArticle, open_archive
from crawler.models import Article, DateCandidate
from crawler.sites import Site
from jobs.config import append_source
from jobs.pipeline import Rim, crawl_sources
from jobs.replaying import replay_folder

PATH = "/2026/bridge/"
LINES = (
    "The old bridge over the river reopened after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt.",
)
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{url}</loc><lastmod>2026-03-02</lastmod>
    <news:news><news:publication_date>2026-02-28T22:30:00Z</news:publication_date></news:news></url></urlset>"""
EMPTY = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>'
MODIFIED = "Sun, 01 Mar 2026 04:00:00 GMT"
NOW = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)


def page(dateline: str = "", lines: tuple[str, ...] = LINES) -> Answer:
    paragraphs = "".join(f"<p>{line}</p>" for line in (dateline, *lines) if line)
    title = "The old bridge reopens"
    body = f"<html lang='en'><title>{title}</title><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    return Answer(body, headers={"Last-Modified": MODIFIED})


@pytest.fixture
def site() -> Iterator[ScriptedSite]:
    with scripted_site() as running:
        yield running


def source_of(site: ScriptedSite, **options: str) -> Site:
    source = Site("scripted", f"{site.url}/", sitemaps=(f"{site.url}/sitemap.xml",), private_addresses=True)
    return replace(source, delay_s=0.0, **options)


def crawl(folder: Path, now: datetime) -> None:
    crawl_sources(folder, rim=Rim(clock=lambda: now, sleep=lambda seconds: None), recheck_all=True)


def read(folder: Path, site: ScriptedSite) -> StoredArticle:
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        return archive.read_article(site.url + PATH)


def outside_of(article: Article) -> list[tuple[str, str, date | None, str | None]]:
    """The candidates that no page states: source, text, day, zone."""
    sources = ("sitemap", "feed", "first seen", "last-modified")
    return [(one.source, one.text, one.date, one.zone) for one in article.dates if one.source.startswith(sources)]


STATED = [
    ("sitemap published", "2026-02-28T22:30:00Z", date(2026, 2, 28), "Z"),
    ("sitemap lastmod", "2026-03-02", date(2026, 3, 2), None),
    ("first seen", "2026-03-01T06:00:00Z", date(2026, 3, 1), "Z"),
    ("last-modified header", MODIFIED, date(2026, 3, 1), "GMT"),
]


def test_what_lists_headers_and_the_first_visit_say_is_kept_when_no_list_names_the_article_any_more(
    site: ScriptedSite, tmp_path: Path
) -> None:
    append_source(tmp_path, source_of(site))
    site.pages[PATH] = page()
    site.others["/sitemap.xml"] = Answer(NEWS.format(url=site.url + PATH))
    crawl(tmp_path, NOW)
    first = read(tmp_path, site).article
    assert outside_of(first) == STATED
    assert (first.published_on, first.published_on_basis) == (date(2026, 2, 28), "single: sitemap published")

    site.others["/sitemap.xml"] = Answer(EMPTY)
    site.pages[PATH] = page(lines=(LINES[0], LINES[1].replace("42", "43")))
    crawl(tmp_path, NOW + timedelta(days=5))
    stored = read(tmp_path, site)
    assert stored.revision.number == 2
    assert outside_of(stored.article) == STATED

    (tmp_path / ARCHIVE).unlink()
    replay_folder(tmp_path)
    assert read(tmp_path, site) == stored


def test_the_source_s_zone_makes_the_day_and_the_archive_says_so(site: ScriptedSite, tmp_path: Path) -> None:
    append_source(tmp_path, source_of(site, zone="Asia/Damascus"))
    site.pages[PATH] = page()
    site.others["/sitemap.xml"] = Answer(NEWS.format(url=site.url + PATH))
    crawl(tmp_path, NOW)
    article = read(tmp_path, site).article
    assert article.published_on == date(2026, 3, 1)
    assert article.published_on_basis == "single: sitemap published; the local day in Asia/Damascus"
    assert article.dates[0] == DateCandidate(
        "sitemap published",
        "2026-02-28T22:30:00Z",
        date(2026, 3, 1),
        "instant",
        "the local day in Asia/Damascus",
        "Z",
    )


def test_a_day_without_a_year_is_confirmed_by_the_first_visit_soon_after_it(site: ScriptedSite, tmp_path: Path) -> None:
    append_source(tmp_path, source_of(site))
    site.pages[PATH] = page("28 February")
    crawl(tmp_path, NOW)
    article = read(tmp_path, site).article
    assert article.published_on == date(2026, 2, 28)
    assert article.published_on_basis.startswith("agreed: dateline en, ")
    assert article.published_on_basis.endswith("the one gives the day, the other the year")


def test_the_entry_that_closes_an_article_says_when_it_was_first_seen(site: ScriptedSite, tmp_path: Path) -> None:
    append_source(tmp_path, source_of(site))
    site.pages[PATH] = page()
    crawl(tmp_path, NOW)
    with open_evidence(tmp_path / CAPTURES) as evidence:
        closing = evidence.last_closing(site.url + PATH)
        assert closing is not None
        assert closing.content["claims"] == [["first seen", "2026-03-01T06:00:00Z"]]
        assert evidence.last_closing(site.url + "/other/") is None


def test_an_entry_written_before_claims_were_kept_has_none() -> None:
    assert read_claims({"kind": "article", "article": "https://news.example/a"}) == ()


EVERYWHERE = "/2026/02/28/bridge/"
FEED = """<rss version="2.0"><channel><title>News</title><item><title>The old bridge reopens</title><link>{url}</link>
    <pubDate>Sun, 01 Mar 2026 00:40:00 +0300</pubDate></item></channel></rss>"""
ARABIC_LINES = (
    "أعيد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً وكلّفت حياة عاملين.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا السطح الخشبي وكل المسامير.",
)
STATED_ON_PAGE = """<html lang="en"><head><title>The old bridge reopens</title>
    <script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-02-28T21:40:00Z"}}</script>
    <meta property="article:published_time" content="1772314800"><meta property="article:modified_time"
    content="2026-03-01T02:10:00"></head><body><article><h1>The old bridge reopens</h1>
    <p>Published 1 March 2026, 12:40 am</p><p><time datetime="2026-03-01T00:40">just now</time></p>{english}
    <h2>إعادة افتتاح الجسر القديم</h2><p>١ آذار ٢٠٢٦</p>{arabic}</article></body></html>"""


def page_that_states_all() -> Answer:
    english, arabic = ("".join(f"<p>{line}</p>" for line in lines) for lines in (LINES, ARABIC_LINES))
    return Answer(STATED_ON_PAGE.format(english=english, arabic=arabic), headers={"Last-Modified": MODIFIED})


ALL_STATED = [
    ("json-ld datePublished", "2026-02-28T21:40:00Z", "2026-03-01", "instant", "Z"),
    ("meta article:published_time", "1772314800", "2026-03-01", "instant", "UTC"),
    ("meta article:modified_time", "2026-03-01T02:10:00", "2026-03-01", "instant", None),
    ("time", "2026-03-01T00:40", "2026-03-01", "instant", None),
    ("url", EVERYWHERE, "2026-02-28", "day", None),
    ("dateline en", "1 March 2026, 12:40 am", "2026-03-01", "instant", None),
    ("dateline ar", "١ آذار ٢٠٢٦", "2026-03-01", "day", None),
    ("visible en", "just now", "2026-03-01", "day", None),
    ("feed published", "Sun, 01 Mar 2026 00:40:00 +0300", "2026-03-01", "instant", "+0300"),
    ("sitemap published", "2026-02-28T22:30:00Z", "2026-03-01", "instant", "Z"),
    ("sitemap lastmod", "2026-03-02", "2026-03-02", "day", None),
    ("first seen", "2026-03-01T00:30:00Z", "2026-03-01", "instant", "Z"),
    ("last-modified header", MODIFIED, "2026-03-01", "instant", "GMT"),
]
RELATIVE_STATED = [
    ("visible en", "2 hours ago", "2026-03-01", "day", None),
    ("first seen", "2026-03-01T00:30:00Z", "2026-03-01", "instant", "Z"),
    ("last-modified header", MODIFIED, "2026-03-01", "instant", "GMT"),
]


def show_everywhere(folder: Path, site: ScriptedSite, zone: str) -> list[Any]:
    """The two articles' records as the command prints them after a replay, on a machine in that zone."""
    (folder / ARCHIVE).unlink()
    options = {"environment": {"TZ": zone}}
    assert run_command("replay", "--data", folder, **options).exit_code == 0
    addresses = [site.url + path for path in (EVERYWHERE, PATH)]
    return [run_command("show", address, "--json", "--data", folder, **options).json() for address in addresses]


def stated_in(record: Any, site: ScriptedSite) -> list[tuple[str | None, ...]]:
    fields = ("source", "text", "date", "precision", "zone")
    return [tuple(one[name] and one[name].removeprefix(site.url) for name in fields) for one in record["dates"]]


def test_each_source_of_a_date_is_shown_with_its_text_and_zone_whatever_the_machines_zone(
    site: ScriptedSite, tmp_path: Path
) -> None:
    source = source_of(site, zone="Asia/Damascus")
    append_source(tmp_path, replace(source, feeds=(f"{site.url}/feed.xml",)))
    url = site.url + EVERYWHERE
    site.pages[EVERYWHERE] = page_that_states_all()
    site.pages[PATH] = page("2 hours ago")
    locations = NEWS.replace("</urlset>", f"<url><loc>{site.url + PATH}</loc></url></urlset>")
    site.others["/sitemap.xml"] = Answer(locations.format(url=url))
    site.others["/feed.xml"] = Answer(FEED.format(url=url))
    crawl(tmp_path, datetime(2026, 3, 1, 0, 30, tzinfo=UTC))
    east, west = (show_everywhere(tmp_path, site, zone) for zone in ("Pacific/Kiritimati", "America/Adak"))
    assert east == west
    assert [stated_in(record, site) for record in east] == [ALL_STATED, RELATIVE_STATED]
    assert [record["published_on"] for record in east] == 2 * ["2026-03-01"]
