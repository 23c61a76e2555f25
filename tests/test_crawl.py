"""One source's crawl against a site that fails, changes and misleads, over real HTTP."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scripted_site import Answer, ScriptedSite, scripted_site

from archive.evidence import open_evidence
from archive.store import open_archive
from crawler.models import OutcomeKind
from crawler.sites import Site
from jobs.config import append_source
from jobs.pipeline import ARCHIVE, CAPTURES, Rim, crawl_sources

EN_LINES = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt.",
]
AR_LINES = [
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا الأرضية الخشبية وجميع البراغي.",
]
CHALLENGE = "<html><head><title>Just a moment...</title></head><body><p>Checking your browser.</p></body></html>"


def english(*lines, title="Old bridge reopens", links=""):
    return page(title, lines or EN_LINES, "en", links)


def arabic(*lines, title="إعادة افتتاح الجسر القديم", links=""):
    return page(title, lines or AR_LINES, "ar", links)


def page(title, lines, language, links):
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return f"<html lang='{language}'><head><title>{title}</title>{links}</head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"


def hreflang(**addresses):
    return "".join(f'<link rel="alternate" hreflang="{name}" href="{url}">' for name, url in addresses.items())


@dataclass
class Crawled:
    """A scripted site and the folder it is crawled into."""

    site: ScriptedSite
    folder: Path
    now: datetime = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)

    def crawl(self, *, after=timedelta(minutes=5)):
        """Crawl some time later; gives path -> (kind, reason)."""
        self.now += after
        rim = Rim(clock=lambda: self.now, sleep=lambda seconds: None)
        (self.report,) = crawl_sources(self.folder, rim=rim)
        return {one.url.removeprefix(self.site.url): (one.kind, one.reason) for one in self.report.outcomes}

    def kinds(self, **options):
        """Crawl; gives path -> kind."""
        return {path: kind for path, (kind, _) in self.crawl(**options).items()}

    def read(self, path):
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return archive.read_article(self.site.url + path)


@pytest.fixture
def crawled(tmp_path):
    with scripted_site() as site:
        source = Site(
            "scripted", f"{site.url}/", sitemaps=(f"{site.url}/sitemap.xml",), delay_s=0, private_addresses=True
        )
        append_source(tmp_path, source)
        yield Crawled(site, tmp_path)


def test_a_page_without_validators_is_known_again_by_its_bytes(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english(), has_etag=False)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.APPENDED}
    with payloads(crawled) as before:
        assert crawled.crawl() == {"/2026/bridge/": (OutcomeKind.UNCHANGED, "the same bytes as before")}
    with payloads(crawled) as after:
        assert after == before


@contextmanager
def payloads(crawled):
    with open_evidence(crawled.folder / CAPTURES, read_only=True) as evidence:
        yield sorted(
            digest
            for (digest,) in evidence.db.execute(
                "SELECT digest FROM payloads WHERE digest IN (SELECT json_extract(entry, '$.payload') FROM ledger WHERE json_extract(entry, '$.purpose') = 'page')"
            )
        )


def test_an_edit_of_a_page_without_validators_is_a_revision(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english(), has_etag=False)
    crawled.crawl()
    crawled.site.pages["/2026/bridge/"] = Answer(english(EN_LINES[0], EN_LINES[1].replace("42", "43")), has_etag=False)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.REVISED}


def test_two_linked_pages_are_one_article(crawled):
    links = hreflang(en="/2026/bridge/", ar="/ar/2026/jisr/")
    crawled.site.pages["/2026/bridge/"] = Answer(english(links=links))
    crawled.site.pages["/ar/2026/jisr/"] = Answer(arabic(links=links))
    assert list(crawled.kinds().values()) == [OutcomeKind.APPENDED]
    stored = crawled.read("/2026/bridge/")
    assert [edition.language for edition in stored.article.editions] == ["en", "ar"]
    assert stored.article.pages == {f"{crawled.site.url}/2026/bridge/": "en", f"{crawled.site.url}/ar/2026/jisr/": "ar"}
    assert crawled.read("/ar/2026/jisr/").id == stored.id


def test_an_arabic_page_that_comes_later_is_a_revision_of_the_article(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    crawled.crawl()
    links = hreflang(en="/2026/bridge/", ar="/ar/2026/jisr/")
    crawled.site.pages["/2026/bridge/"] = Answer(english(links=links))
    crawled.site.others["/ar/2026/jisr/"] = Answer(arabic(links=links))
    assert crawled.crawl() == {"/2026/bridge/": (OutcomeKind.REVISED, "the Arabic text was added")}
    assert [revision.changed for revision in crawled.read("/2026/bridge/").revisions] == ["en", "ar"]


def test_a_language_link_to_a_page_that_does_not_link_back_joins_nothing(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english(links=hreflang(ar="/ar/2026/nahr/")))
    other = hreflang(en="/2026/river/")
    crawled.site.pages["/ar/2026/nahr/"] = Answer(arabic(title="ارتفاع منسوب النهر في الموصل", links=other))
    crawled.site.pages["/2026/river/"] = Answer(english(title="River rises", links=hreflang(ar="/ar/2026/nahr/")))
    crawled.crawl()
    assert [edition.language for edition in crawled.read("/2026/bridge/").article.editions] == ["en"]
    assert crawled.read("/2026/river/").id == crawled.read("/ar/2026/nahr/").id


def test_one_language_taken_down_is_recorded_and_its_text_kept_until_it_is_back(crawled):
    links = hreflang(en="/2026/bridge/", ar="/ar/2026/jisr/")
    whole = Answer(arabic(links=links))
    crawled.site.pages = {"/2026/bridge/": Answer(english(links=links)), "/ar/2026/jisr/": whole}
    crawled.crawl()
    crawled.site.pages["/ar/2026/jisr/"] = Answer(status=410)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.UNCHANGED}
    stored = crawled.read("/2026/bridge/")
    gone = {page.url.removeprefix(crawled.site.url): page.gone_at is not None for page in stored.pages}
    assert gone == {"/2026/bridge/": False, "/ar/2026/jisr/": True}
    assert stored.article.edition("ar") is not None
    crawled.site.pages["/ar/2026/jisr/"] = whole
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.UNCHANGED}
    stored = crawled.read("/2026/bridge/")
    assert [page.gone_at for page in stored.pages] == [None, None]
    assert len(stored.revisions) == 1


def test_an_article_that_comes_back_after_it_was_gone_is_there_again_without_a_revision(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    crawled.crawl()
    crawled.site.pages = {}
    crawled.site.others["/2026/bridge/"] = Answer(status=410)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.GONE}
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.GONE}
    crawled.site.others = {}
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.UNCHANGED}
    stored = crawled.read("/2026/bridge/")
    assert (stored.gone_at, len(stored.revisions)) == (None, 1)


def test_a_challenge_in_place_of_a_known_page_changes_nothing_stored(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    crawled.crawl()
    before = crawled.read("/2026/bridge/")
    crawled.site.pages["/2026/bridge/"] = Answer(CHALLENGE)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.QUARANTINED}
    assert not crawled.report.is_well
    assert crawled.read("/2026/bridge/") == before
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.UNCHANGED}


def test_a_challenge_on_one_language_is_not_an_edit_of_the_article(crawled):
    links = hreflang(en="/2026/bridge/", ar="/ar/2026/jisr/")
    crawled.site.pages = {"/2026/bridge/": Answer(english(links=links)), "/ar/2026/jisr/": Answer(arabic(links=links))}
    crawled.crawl()
    crawled.site.pages["/ar/2026/jisr/"] = Answer(CHALLENGE)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.QUARANTINED}
    assert len(crawled.read("/2026/bridge/").revisions) == 1


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (Answer("oops", status=500), OutcomeKind.FAILED, "the site answered 500"),
        (Answer("no", status=403), OutcomeKind.BLOCKED, "the site answered 403"),
        (Answer("not here", status=404), OutcomeKind.FAILED, "the site answered 404"),
        (Answer("", status=200), OutcomeKind.FAILED, "empty"),
        (Answer("%PDF-1.7 and so on", status=200), OutcomeKind.NOT_AN_ARTICLE, "no text"),
        (Answer(CHALLENGE), OutcomeKind.BLOCKED, "challenge"),
        (Answer(status=302, headers={"Location": "http://192.0.2.7/"}), OutcomeKind.FAILED, "out-of-scope"),
    ],
    ids=lambda value: getattr(value, "status", None),
)
def test_a_page_that_cannot_be_had_ends_with_its_reason_and_the_others_go_on(crawled, answer, kind, reason):
    crawled.site.pages = {"/2026/broken/": answer, "/2026/bridge/": Answer(english())}
    outcomes = crawled.crawl()
    assert outcomes["/2026/broken/"][0] is kind
    assert reason in outcomes["/2026/broken/"][1]
    assert outcomes["/2026/bridge/"][0] is OutcomeKind.APPENDED


def test_a_host_that_asks_to_wait_is_left_alone_until_then(crawled):
    crawled.site.pages = {f"/2026/story-{n}/": Answer(english(title=f"Story {n}")) for n in range(3)}
    crawled.site.pages["/2026/story-1/"] = Answer(status=429, headers={"Retry-After": "600"})
    assert sorted(kind.value for kind in crawled.kinds().values()) == ["appended", "failed", "failed"]
    asked = len(crawled.site.requests)
    crawled.crawl(after=timedelta(minutes=5))
    assert len(crawled.site.requests) == asked
    crawled.site.pages["/2026/story-1/"] = Answer(english(title="Story 1"))
    kinds = crawled.kinds(after=timedelta(minutes=10))
    assert sorted(kind.value for kind in kinds.values()) == ["appended", "appended", "unchanged"]


def test_nothing_is_fetched_while_robots_txt_cannot_be_had(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    crawled.site.others["/robots.txt"] = Answer("oops", status=500)
    assert crawled.crawl() == {}
    assert not crawled.report.is_well
    assert {path for path, _ in crawled.site.requests} == {"/robots.txt"}


def test_a_list_that_cannot_be_read_is_said_and_known_articles_are_visited(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    crawled.crawl()
    crawled.site.others["/sitemap.xml"] = Answer("<!DOCTYPE x [<!ENTITY a 'b'>]><urlset>&a;</urlset>")
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.UNCHANGED}
    assert "sitemap.xml" in crawled.report.notes[0]


def test_an_old_page_is_visited_again_as_its_age_asks(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(english())
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.APPENDED}
    assert crawled.kinds(after=timedelta(days=8)) == {"/2026/bridge/": OutcomeKind.UNCHANGED}
    assert crawled.kinds(after=timedelta(days=1)) == {}
    assert crawled.report.not_due == 1
    assert crawled.kinds(after=timedelta(days=1, hours=1)) == {"/2026/bridge/": OutcomeKind.UNCHANGED}


def test_an_article_is_revised_only_when_a_reader_would_say_that_it_changed(crawled):
    crawled.site.pages["/2026/bridge/"] = Answer(arabic())
    crawled.crawl()
    unseen = arabic(*(line.replace("ال", "ا\u0640ل").replace(" ", "  \u200f") for line in AR_LINES))
    crawled.site.pages["/2026/bridge/"] = Answer(unseen.replace("<article>", "<article data-views='7' class='x'>"))
    assert crawled.crawl() == {"/2026/bridge/": (OutcomeKind.UNCHANGED, "the same text")}
    seen = arabic(AR_LINES[0], AR_LINES[1].replace("42", "24"))
    crawled.site.pages["/2026/bridge/"] = Answer(seen)
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.REVISED}
