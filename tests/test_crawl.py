"""One source's crawl against a site that fails, changes and misleads, over real HTTP."""

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scripted_site import Answer, ScriptedSite, scripted_site

from archive.evidence import open_evidence
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.models import OutcomeKind
from crawler.sites import Site
from jobs.config import append_source
from jobs.pipeline import Rim, crawl_sources
from jobs.replaying import replay_folder

EN_LINES = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt.",
]
AR_LINES = [
    "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
    "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا الأرضية الخشبية وجميع البراغي.",
]
WALLS = Path(__file__).parent / "pages" / "walls"
EN, AR = "/2026/bridge/", "/ar/2026/jisr/"
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


LINKS = hreflang(en=EN, ar=AR)
EMPTY_TEMPLATE = page("جريدة النهر", ["القائمة"], "ar", LINKS)
LOGIN = page("Log in", ["Please log in to go on."], "en", LINKS)
SOFT_404 = page("Page not found", ["There is nothing at this address."], "en", LINKS)


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

    def gone_pages(self):
        """The paths of the article's pages that are recorded as gone."""
        return {page.url.removeprefix(self.site.url) for page in self.read(EN).pages if page.gone_at is not None}

    def link_pages(self, *, english_page=None, arabic_page=None):
        """Serve the bridge's two pages, each whole or with the answer in its place."""
        whole_pages = {EN: Answer(english(links=LINKS)), AR: Answer(arabic(links=LINKS))}
        self.site.pages = {EN: english_page or whole_pages[EN], AR: arabic_page or whole_pages[AR]}

    def replay(self):
        """The archive's rows as they stand, and as a replay of the evidence gives them."""
        standing = self._rows()
        (self.folder / ARCHIVE).unlink()
        replay_folder(self.folder)
        return standing, self._rows()

    def _rows(self):
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return [list(archive.db.query(f"SELECT * FROM {table}")) for table in ("articles", "pages", "revisions")]


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
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.GONE}
    assert crawled.gone_pages() == {"/ar/2026/jisr/"}
    assert crawled.read("/2026/bridge/").article.edition("ar") is not None
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


def test_of_pages_that_are_no_articles_the_bytes_are_kept_and_nothing_is_stored(crawled):
    with (WALLS / "pages.tsv").open(encoding="utf-8", newline="") as listed:
        rows = list(csv.DictReader(listed, delimiter="\t", quoting=csv.QUOTE_NONE))
    # A site's front may be told by its address alone, and here each page has an article's.
    files = [row["file"] for row in rows if row["kind"] != "home page"]
    walls = {f"/2026/{file.removesuffix('.html').replace('/', '-')}/": (WALLS / file).read_bytes() for file in files}
    crawled.site.pages = {path: Answer(body.decode()) for path, body in walls.items()}
    kinds = crawled.kinds()
    assert (set(kinds), set(kinds.values())) == (set(walls), {OutcomeKind.NOT_AN_ARTICLE, OutcomeKind.BLOCKED})
    with open_evidence(crawled.folder / CAPTURES, read_only=True) as evidence:
        captures = [
            evidence.capture(entry.sequence) for entry in evidence.entries() if entry.content["kind"] == "capture"
        ]
        kept = {one.url.removeprefix(crawled.site.url): one.wire for one in captures}
    assert {path: kept[path] for path in walls} == walls
    with open_archive(crawled.folder / ARCHIVE, read_only=True) as archive:
        assert archive.counts()["articles"] == 0


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


BROKEN = pytest.mark.parametrize(
    ("body", "reason"),
    [
        (SOFT_404, "soft 404"),
        (EMPTY_TEMPLATE, "no article text was found"),
        (LOGIN, "log in"),
        (CHALLENGE, "challenge"),
        ("%PDF-1.7 and so on", "no text"),
    ],
    ids=["soft 404", "empty template", "login", "challenge", "document"],
)


@BROKEN
def test_a_page_that_holds_no_article_any_more_keeps_its_last_text(crawled, body, reason):
    crawled.link_pages()
    crawled.crawl()
    before = crawled.read(EN)
    crawled.link_pages(arabic_page=Answer(body))
    for _ in range(2):
        kind, said = crawled.crawl()[EN]
        assert kind is OutcomeKind.QUARANTINED
        assert said.startswith(f"{crawled.site.url}{AR} now: ")
        assert reason in said
        assert said.endswith(", its last text is kept")
        assert not crawled.report.is_well
        assert crawled.read(EN) == before
    crawled.link_pages()
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    assert crawled.read(EN) == before


@BROKEN
def test_an_edit_of_one_page_is_stored_while_the_other_holds_no_article(crawled, body, reason):
    crawled.link_pages()
    crawled.crawl()
    edited = Answer(english(EN_LINES[0], EN_LINES[1].replace("42", "43"), links=LINKS))
    crawled.link_pages(english_page=edited, arabic_page=Answer(body))
    kind, said = crawled.crawl()[EN]
    assert kind is OutcomeKind.REVISED
    assert said.startswith(f"the English text changed; {crawled.site.url}{AR} now: ")
    assert reason in said
    stored = crawled.read(EN)
    assert [revision.changed for revision in stored.revisions] == ["en+ar", "en"]
    assert stored.article.edition("ar") is not None
    standing, replayed = crawled.replay()
    assert replayed == standing
    crawled.link_pages(english_page=edited)
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    again = Answer(arabic(AR_LINES[0], AR_LINES[1].replace("42", "24"), links=LINKS))
    crawled.link_pages(english_page=edited, arabic_page=again)
    assert crawled.crawl()[EN] == (OutcomeKind.REVISED, "the Arabic text changed")


def test_a_page_whose_bytes_always_change_does_not_hide_that_the_other_holds_no_article(crawled):
    crawled.link_pages()
    crawled.crawl()
    counted = Answer(english(links=LINKS).replace("<article>", "<article data-views='7'>"))
    crawled.link_pages(english_page=counted, arabic_page=Answer(SOFT_404))
    assert crawled.kinds() == {EN: OutcomeKind.QUARANTINED}
    crawled.link_pages(english_page=Answer(counted.body.replace("'7'", "'8'")), arabic_page=Answer("no", status=403))
    assert crawled.kinds() == {EN: OutcomeKind.BLOCKED}
    assert len(crawled.read(EN).revisions) == 1


@pytest.mark.parametrize("has_etag", [True, False])
@pytest.mark.parametrize("paths", [[EN], [EN, AR]], ids=["one page", "two pages"])
def test_an_article_all_of_whose_pages_broke_goes_on_from_its_last_good_text(crawled, paths, has_etag):
    links = LINKS if AR in paths else ""
    whole = {EN: Answer(english(links=links), has_etag=has_etag), AR: Answer(arabic(links=links), has_etag=has_etag)}
    crawled.site.pages = {path: whole[path] for path in paths}
    crawled.crawl()
    before = crawled.read(EN)
    crawled.site.pages = {path: Answer(SOFT_404, has_etag=has_etag) for path in paths}
    for _ in range(2):
        kind, said = crawled.crawl()[EN]
        assert kind is OutcomeKind.QUARANTINED
        assert said.startswith("was an article, now: ")
        assert crawled.read(EN) == before
    crawled.site.pages = {path: whole[path] for path in paths}
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    assert crawled.read(EN) == before
    crawled.site.pages = {path: Answer(SOFT_404, has_etag=has_etag) for path in paths}
    crawled.crawl()
    edited = Answer(english(EN_LINES[0], EN_LINES[1].replace("42", "43"), links=links), has_etag=has_etag)
    crawled.site.pages = {**{path: whole[path] for path in paths}, EN: edited}
    assert crawled.crawl()[EN] == (OutcomeKind.REVISED, "the English text changed")
    standing, replayed = crawled.replay()
    assert replayed == standing


def test_a_page_that_never_held_an_article_has_no_text_to_keep(crawled):
    crawled.link_pages(arabic_page=Answer(SOFT_404))
    assert crawled.kinds() == {EN: OutcomeKind.APPENDED}
    crawled.link_pages(arabic_page=Answer(LOGIN))
    assert crawled.crawl() == {EN: (OutcomeKind.UNCHANGED, "the same text")}


@pytest.mark.parametrize("failing", [EN, AR])
@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (Answer("oops", status=500), OutcomeKind.FAILED, "the site answered 500"),
        (Answer("no", status=403), OutcomeKind.BLOCKED, "the site answered 403"),
        (Answer(""), OutcomeKind.FAILED, "empty"),
    ],
    ids=["500", "403", "empty"],
)
def test_one_page_that_fails_is_said_while_the_other_is_unchanged(crawled, failing, answer, kind, reason):
    crawled.link_pages()
    crawled.crawl()
    before = crawled.read(EN)
    crawled.site.pages[failing] = answer
    got, said = crawled.crawl()[EN]
    assert got is kind
    assert said.startswith(f"its page {crawled.site.url}{failing}: {reason}")
    assert said.endswith("; nothing new on its other pages")
    assert not crawled.report.is_well
    crawled.link_pages()
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    assert crawled.read(EN) == before


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize(("gone", "other"), [(EN, AR), (AR, EN)])
def test_one_page_taken_down_is_said_once_and_recorded_until_it_is_read_again(crawled, gone, other, status):
    crawled.link_pages()
    crawled.crawl()
    whole = dict(crawled.site.pages)
    crawled.site.pages[gone] = Answer("away", status=status)
    sentence = f"its page {crawled.site.url}{gone} is gone (the site answered {status})"
    assert crawled.crawl() == {EN: (OutcomeKind.GONE, f"{sentence}; the article and its text are kept")}
    assert crawled.gone_pages() == {gone}
    for _ in range(2):
        assert crawled.crawl() == {EN: (OutcomeKind.UNCHANGED, f"nothing new; {sentence}")}
    edited = whole[other].body.replace("42", "43")
    crawled.site.pages[other] = Answer(edited)
    assert crawled.kinds() == {EN: OutcomeKind.REVISED}
    stored = crawled.read(EN)
    assert (crawled.gone_pages(), stored.gone_at, len(stored.article.editions)) == ({gone}, None, 2)
    crawled.site.pages[gone] = Answer("oops", status=500)
    assert crawled.kinds() == {EN: OutcomeKind.FAILED}
    crawled.site.pages[other] = Answer(edited.replace("43", "44"))
    assert crawled.kinds() == {EN: OutcomeKind.REVISED}
    assert crawled.gone_pages() == {gone}
    crawled.site.pages[gone] = Answer(SOFT_404)
    assert crawled.kinds() == {EN: OutcomeKind.QUARANTINED}
    assert crawled.gone_pages() == {gone}
    crawled.site.pages[gone] = whole[gone]
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    assert crawled.gone_pages() == set()
    assert len(crawled.read(EN).revisions) == 3
    standing, replayed = crawled.replay()
    assert replayed == standing


@pytest.mark.parametrize("order", [(EN, AR), (AR, EN)])
def test_an_article_is_gone_when_its_last_page_is_and_comes_back_page_by_page(crawled, order):
    crawled.link_pages()
    crawled.crawl()
    whole = dict(crawled.site.pages)
    for path in order:
        crawled.site.pages[path] = Answer(status=410)
        assert crawled.kinds() == {EN: OutcomeKind.GONE}
    stored = crawled.read(EN)
    assert (crawled.gone_pages(), stored.gone_reason) == ({EN, AR}, "the site answered 410")
    first_gone = {page.url: page.gone_at for page in stored.pages}
    assert first_gone[crawled.site.url + order[0]] < stored.gone_at == first_gone[crawled.site.url + order[1]]
    crawled.site.pages[order[0]] = whole[order[0]]
    assert crawled.crawl() == {EN: (OutcomeKind.UNCHANGED, "back after it was gone")}
    assert (crawled.gone_pages(), crawled.read(EN).gone_at) == ({order[1]}, None)
    crawled.site.pages[order[1]] = whole[order[1]]
    assert crawled.kinds() == {EN: OutcomeKind.UNCHANGED}
    assert crawled.gone_pages() == set()
    assert len(crawled.read(EN).revisions) == 1
    standing, replayed = crawled.replay()
    assert replayed == standing


@pytest.mark.parametrize("gone", [[EN], [AR], [EN, AR]], ids=["English", "Arabic", "both"])
def test_a_page_read_where_its_address_led_is_recorded_as_gone_too(crawled, gone):
    moved = {EN: "/2026/the-bridge/", AR: "/ar/2026/al-jisr/"}
    crawled.site.pages = {path: Answer(status=301, headers={"Location": to}) for path, to in moved.items()}
    crawled.site.others = {moved[EN]: Answer(english(links=LINKS)), moved[AR]: Answer(arabic(links=LINKS))}
    assert crawled.kinds() == {EN: OutcomeKind.APPENDED}
    for path in gone:
        crawled.site.pages[path] = Answer(status=410)
    assert crawled.kinds() == {EN: OutcomeKind.GONE}
    assert crawled.gone_pages() == {moved[path] for path in gone}
    assert (crawled.read(EN).gone_at is not None) is (len(gone) == 2)


def test_an_edit_is_stored_and_says_which_other_page_failed(crawled):
    crawled.link_pages()
    crawled.crawl()
    edited = Answer(english(EN_LINES[0], EN_LINES[1].replace("42", "43"), links=LINKS))
    crawled.link_pages(english_page=edited, arabic_page=Answer("oops", status=500))
    said = f"the English text changed; its page {crawled.site.url}{AR}: the site answered 500"
    assert crawled.crawl() == {EN: (OutcomeKind.REVISED, said)}
    edited = Answer(english(EN_LINES[0], links=LINKS))
    crawled.link_pages(english_page=edited, arabic_page=Answer(status=410))
    said = f"the English text changed; its page {crawled.site.url}{AR} is gone (the site answered 410)"
    assert crawled.crawl() == {EN: (OutcomeKind.REVISED, said)}
    assert crawled.gone_pages() == {AR}
    assert [revision.changed for revision in crawled.read(EN).revisions] == ["en+ar", "en", "en"]


def test_a_page_taken_down_while_the_other_fails_is_recorded_and_both_are_said(crawled):
    crawled.link_pages()
    crawled.crawl()
    crawled.link_pages(english_page=Answer(status=410), arabic_page=Answer("oops", status=500))
    kind, said = crawled.crawl()[EN]
    assert kind is OutcomeKind.FAILED
    assert f"{AR}: the site answered 500" in said
    assert f"{EN} is gone (the site answered 410)" in said
    assert crawled.gone_pages() == {EN}
    assert crawled.read(EN).gone_at is None


def test_the_arabic_page_is_found_among_many_languages_that_a_sitemap_names(crawled):
    others = [
        ("fr", "/fr/pont/"),
        ("de", "/de/bruecke/"),
        ("es", "/es/puente/"),
        ("tr", "/tr/kopru/"),
        ("ar", "/ar/jisr/"),
    ]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{crawled.site.url}{path}"/>'
        for language, path in others
    )
    crawled.site.others["/sitemap.xml"] = Answer(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
        f"<url><loc>{crawled.site.url}/2026/bridge/</loc>{links}</url></urlset>"
    )
    crawled.site.others["/2026/bridge/"] = Answer(english())
    for language, path in others:
        crawled.site.others[path] = Answer(arabic() if language == "ar" else page("Le pont", EN_LINES, language, ""))
    assert crawled.kinds() == {"/2026/bridge/": OutcomeKind.APPENDED}
    assert [one.language for one in crawled.read("/2026/bridge/").article.editions] == ["en", "ar"]
