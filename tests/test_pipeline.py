"""The whole path on the sample site: real HTTP, real SQLite, every count taken from the site's own definition."""

from collections import Counter

import pytest
from sample_archive import sample_archive

from archive.evidence import open_evidence
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.models import OutcomeKind, Role
from crawler.models.record import article_record
from jobs.config import read_configuration
from jobs.demo.articles import Change, articles_in
from jobs.pipeline import crawl_sources
from jobs.replaying import replay_folder

READABLE = [article for article in articles_in("first") if not article.refused_by_robots]


def with_change(change, state="first"):
    return [article for article in articles_in(state) if article.change is change]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """The sample site crawled in each of its states, and the report of each crawl."""
    with sample_archive(tmp_path_factory.mktemp("crawled")) as sample:
        reports = {state: sample.crawl(state) for state in ("first", "second", "third")}
        yield sample, reports


@pytest.fixture(scope="module")
def first_crawl(tmp_path_factory):
    """The sample site crawled once, in its first state."""
    with sample_archive(tmp_path_factory.mktemp("first")) as sample:
        sample.crawl("first")
        yield sample


@pytest.mark.parametrize("article", READABLE, ids=lambda article: article.slug)
def test_every_page_of_the_sample_site_is_read_as_its_author_wrote_it(first_crawl, article):
    stored = first_crawl.read(article.path)
    record = article_record(stored.article)
    expected = article.expected_record()
    assert {name: record[name] for name in expected} == expected


@pytest.mark.parametrize("article", READABLE, ids=lambda article: article.slug)
def test_an_articles_address_is_its_pages_address(first_crawl, article):
    stored = first_crawl.read(article.path)
    paths = {article.path, article.arabic_path} - {None}
    assert {page.url for page in stored.pages} == {first_crawl.url(path) for path in paths}


def test_the_first_crawl_appends_every_article_and_says_what_it_could_not(crawled):
    _, reports = crawled
    kinds = Counter(outcome.kind for outcome in reports["first"].outcomes)
    assert kinds == {
        OutcomeKind.APPENDED: len(READABLE),
        OutcomeKind.NOT_AN_ARTICLE: 1,
        OutcomeKind.REFUSED_BY_ROBOTS: len(articles_in("first")) - len(READABLE),
    }


def test_the_second_crawl_ends_each_article_as_its_change_asks(crawled):
    sample, reports = crawled
    by_url = {outcome.url: outcome.kind for outcome in reports["second"].outcomes}
    expected = {
        Change.NONE: OutcomeKind.UNCHANGED,
        Change.COSMETIC: OutcomeKind.UNCHANGED,
        Change.REPOSTED: OutcomeKind.UNCHANGED,
        Change.ARABIC_EDITED: OutcomeKind.REVISED,
        Change.EDITED_AND_BACK: OutcomeKind.REVISED,
        Change.NEW: OutcomeKind.APPENDED,
        Change.GONE: OutcomeKind.GONE,
    }
    articles = {article.slug: article for state in ("first", "second") for article in articles_in(state)}
    got = {
        article.slug: by_url[sample.url(article.path)] for article in articles.values() if not article.refused_by_robots
    }
    assert got == {slug: expected[articles[slug].change] for slug in got}
    reposts = [by_url[sample.url(article.repost_path)] for article in with_change(Change.REPOSTED)]
    assert reposts == [OutcomeKind.DUPLICATE]


def test_each_article_of_a_run_ends_once(crawled):
    _, reports = crawled
    for report in reports.values():
        urls = [outcome.url for outcome in report.outcomes]
        assert len(urls) == len(set(urls)) == report.counts["found"]


def test_an_edit_of_one_side_is_a_revision_of_that_side(crawled):
    sample, _ = crawled
    (article,) = with_change(Change.ARABIC_EDITED)
    stored = sample.read(article.path)
    assert [revision.changed for revision in stored.revisions] == ["en+ar", "ar"]


def test_an_edit_and_its_taking_back_are_three_revisions_of_two_texts(crawled):
    sample, _ = crawled
    (article,) = with_change(Change.EDITED_AND_BACK)
    hashes = [revision.content_hash for revision in sample.read(article.path).revisions]
    assert (len(hashes), len(set(hashes)), hashes[0]) == (3, 2, hashes[2])


def test_a_counter_white_space_and_unseen_marks_are_no_revision(crawled):
    sample, _ = crawled
    (article,) = with_change(Change.COSMETIC)
    assert len(sample.read(article.path).revisions) == 1


def test_the_same_content_under_another_address_is_an_alias(crawled):
    sample, _ = crawled
    (article,) = with_change(Change.REPOSTED)
    stored = sample.read(article.path)
    assert stored.aliases == (sample.url(article.repost_path),)
    assert sample.read(article.repost_path).id == stored.id


def test_a_page_taken_down_is_recorded_and_its_text_is_kept(crawled):
    sample, _ = crawled
    (article,) = with_change(Change.GONE)
    stored = sample.read(article.path)
    assert "410" in stored.gone_reason
    assert stored.gone_at is not None
    assert stored.article.editions[0].texts(Role.PARAGRAPH) == tuple(article.editions[0].paragraphs)


def test_a_crawl_of_an_unchanged_site_writes_no_revision_and_fetches_no_body_again(tmp_path):
    with sample_archive(tmp_path) as sample:
        sample.crawl("first")
        before, hashes = len(sample.site.requests), sample.content_hashes()
        report = sample.crawl("first")
        asked = sample.site.requests[before:]
        assert {outcome.kind for outcome in report.outcomes} == {
            OutcomeKind.UNCHANGED,
            OutcomeKind.NOT_AN_ARTICLE,
            OutcomeKind.REFUSED_BY_ROBOTS,
        }
        assert sample.content_hashes() == hashes
        assert [request.path for request in asked if request.status != 304] == ["/robots.txt"]


def test_a_replay_rebuilds_the_same_archive_without_the_site(tmp_path):
    with sample_archive(tmp_path) as sample:
        for state in ("first", "second", "third"):
            sample.crawl(state)
        hashes, counts = sample.content_hashes(), sample.counts()
    (tmp_path / ARCHIVE).unlink()
    report = replay_folder(tmp_path)
    assert (sample.content_hashes(), sample.counts()) == (hashes, counts)
    assert report.revisions == len(hashes)
    assert replay_folder(tmp_path, dry_run=True).is_equal


def test_a_crawl_goes_on_where_a_killed_one_had_recorded_but_not_derived(tmp_path):
    with sample_archive(tmp_path) as sample:
        sample.crawl("first")
        hashes = sample.content_hashes()
        # The archive as a kill right after the first records would leave it: nothing derived yet.
        for name in (ARCHIVE, f"{ARCHIVE}-wal", f"{ARCHIVE}-shm"):
            (tmp_path / name).unlink(missing_ok=True)
        report = sample.crawl("first")
        assert sample.content_hashes() == hashes
        assert report.counts["appended"] == 0


def test_every_attempt_is_in_the_ledger_and_every_run_in_the_runs(crawled):
    sample, reports = crawled
    with open_evidence(sample.folder / CAPTURES, read_only=True) as evidence:
        urls = Counter(entry.content["url"] for entry in evidence.entries() if entry.content["kind"] == "capture")
        runs = Runs(evidence.db).list_runs(10)
    served = Counter(sample.url(request.path) for request in sample.site.requests)
    assert urls == served
    assert [(run.command, run.source, run.state) for run in runs] == [("crawl", "sample", "finished")] * 3
    assert [dict(run.counts) for run in reversed(runs)] == [report.counts for report in reports.values()]


def test_the_configuration_of_the_time_is_kept_with_the_evidence(crawled):
    sample, _ = crawled
    _, text = read_configuration(sample.folder)
    with open_evidence(sample.folder / CAPTURES, read_only=True) as evidence:
        head = evidence.head()
        assert evidence.configuration(head.content["configuration"]) == text


def test_a_request_to_stop_ends_the_crawl_after_the_article_in_hand(tmp_path):
    from jobs.pipeline import Rim

    with sample_archive(tmp_path) as sample:
        seen = []
        rim = Rim(on_outcome=seen.append, stop=lambda: len(seen) >= 3)
        (report,) = crawl_sources(tmp_path, rim=rim)
        assert (len(report.outcomes), report.ended_early) == (3, True)
        with open_archive(tmp_path / ARCHIVE, read_only=True) as archive:
            appended = [one for one in seen if one.kind is OutcomeKind.APPENDED]
            assert archive.counts()["articles"] == len(appended)
        assert sample.crawl("first").counts["appended"] == len(READABLE) - len(appended)
