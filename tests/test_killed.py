"""Killed at any moment (SIGKILL), the next run neither loses nor doubles anything."""

import random
import sqlite3
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from command import run_command, started_command
from refusing import refusing
from sample_archive import SampleArchive, sample_archive, sample_source

from archive.evidence import open_evidence
from archive.lock import hold_lock, read_holder
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from archive.verify import verify_folder
from jobs.config import append_source
from jobs.demo.articles import Change, articles_in
from jobs.demo.site import serve_sample_site
from jobs.replaying import replay_folder

KILLS_IN_EACH_STATE = 5
ROUNDS = 2
SEED = 20260126
# Between an answer and what is made of it: reading, recording, deriving and storing an article take about this long.
DELAY_MOST_S = 0.03
COUNTED = ("articles", "revisions", "aliases", "pages", "segments", "translation_units", "date_candidates")


def what_is_held(folder: Path) -> dict[str, object]:
    """All that must not depend on how often the crawls that made it were killed."""
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        counts = archive.counts()
        urls = {
            url: tuple(revision.content_hash for revision in archive.read_article(url).revisions)
            for (url,) in archive.db.execute("SELECT url FROM articles").fetchall()
        }
        gone = sorted(url for (url,) in archive.db.execute("SELECT url FROM articles WHERE gone_at IS NOT NULL"))
        hashes = Counter(archive.content_hashes())
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        payloads = evidence.counts()["payloads"]
        frontier = evidence.db.execute("SELECT url, article, etag FROM frontier ORDER BY url").fetchall()
    return {
        "revisions of each article": urls,
        "content hashes": hashes,
        "gone": gone,
        "counts": {name: counts[name] for name in COUNTED},
        "payloads": payloads,
        "frontier": frontier,
    }


def kill_crawl(sample: SampleArchive, answers: int, delay_s: float, scratch: Path) -> bool:
    """Start a crawl and kill it so long after so many answers; False where it ended before."""
    before = len(sample.site.requests)
    with started_command("crawl", "--all", "--quiet", "--data", sample.folder, folder=scratch) as crawl:
        while len(sample.site.requests) - before < answers and crawl.process.poll() is None:
            time.sleep(0.001)
        time.sleep(delay_s)
        crawl.process.kill()
        killed = crawl.process.wait() == -9
    with hold_lock(sample.folder, "the test, at once"):
        assert read_holder(sample.folder) is not None
    return killed


@pytest.mark.timeout(600)  # a bound on hanging, not on slowness: a loaded machine takes minutes
def test_a_crawl_killed_at_twenty_random_points_loses_and_doubles_nothing(tmp_path: Path):
    chance = random.Random(SEED)
    with serve_sample_site() as site:
        never_killed = SampleArchive(site, tmp_path / "never")
        append_source(never_killed.folder, sample_source(site.url))
        expected, answers = {}, {}
        for state in ("first", "second"):
            before = len(site.requests)
            never_killed.crawl(state)
            answers[state] = len(site.requests) - before
            expected[state] = what_is_held(never_killed.folder)
        kills = 0
        for number in range(ROUNDS):
            killed = SampleArchive(site, tmp_path / f"killed-{number}")
            append_source(killed.folder, sample_source(site.url))
            for state in ("first", "second"):
                site.state = state
                for part in range(KILLS_IN_EACH_STATE):
                    # One in each fifth of the crawl, so that no part of it is spared, in any order.
                    point = (part + chance.random()) / KILLS_IN_EACH_STATE
                    delay_s = chance.uniform(0, DELAY_MOST_S)
                    kills += kill_crawl(killed, int(point * answers[state]), delay_s, tmp_path)
                ended = run_command("crawl", "--all", "--data", killed.folder)
                assert (ended.exit_code, ended.stderr.count("Traceback")) == (0, 0), ended.stderr
                assert what_is_held(killed.folder) == expected[state], (number, state)
            assert verify_folder(killed.folder).problems == ()
            assert replay_folder(killed.folder, dry_run=True).is_equal
        assert kills >= ROUNDS * KILLS_IN_EACH_STATE * 2 - 2  # one that ended a moment before is no kill


def crawl_and_die(sample: SampleArchive, state: str, database: str, trigger: str) -> None:
    with refusing(sample.folder / database, trigger), pytest.raises(sqlite3.IntegrityError, match="killed here"):
        sample.crawl(state)


def test_an_edit_that_was_recorded_but_not_derived_is_kept_although_the_site_takes_it_back(tmp_path: Path):
    (article,) = [one for one in articles_in("second") if one.change is Change.EDITED_AND_BACK]
    with sample_archive(tmp_path) as sample:
        sample.crawl("first")
        url = sample.url(article.path)
        entry = f"BEFORE UPDATE ON derivation WHEN NEW.ledger_sequence > {derived_through(tmp_path)}"
        while len(sample.read(article.path).revisions) == 1 and not is_pending(tmp_path, url):
            # It dies at each article that changed, until it has died at this one.
            crawl_and_die(sample, "second", ARCHIVE, entry)
            entry = f"BEFORE UPDATE ON derivation WHEN NEW.ledger_sequence > {last_entry(tmp_path)}"
        sample.crawl("third")
        hashes = [revision.content_hash for revision in sample.read(article.path).revisions]
        assert (len(hashes), len(set(hashes)), hashes[0]) == (3, 2, hashes[2])


def derived_through(folder: Path) -> int:
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        return archive.derived_through()


def last_entry(folder: Path) -> int:
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        return evidence.head_place()[0]


def is_pending(folder: Path, url: str) -> bool:
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        return any(entry.content["article"] == url for entry in evidence.articles_after(derived_through(folder)))


def test_a_kill_between_the_two_pages_of_an_article_forgets_neither(tmp_path: Path):
    article = next(one for one in articles_in("first") if one.arabic_path and not one.refused_by_robots)
    with sample_archive(tmp_path / "never") as sample:
        sample.crawl("first")
        killed = SampleArchive(sample.site, tmp_path / "killed")
        # A list that names one of the two pages only: the other one is named by the first, which will answer 304.
        append_source(killed.folder, replace(sample_source(sample.site.url), sitemaps=()))
        with open_evidence(killed.folder / CAPTURES):
            pass
        second = sample.url(article.arabic_path)
        crawl_and_die(killed, "first", CAPTURES, f"BEFORE INSERT ON frontier WHEN NEW.url = '{second}'")
        killed.crawl("first")
        assert pages_known(killed.folder, article.path) == pages_known(sample.folder, article.path)


def pages_known(folder: Path, path: str) -> list[tuple[str, str]]:
    """The pages of the article whose address ends so, with their validators."""
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        rows = evidence.db.execute("SELECT url, etag FROM frontier WHERE article LIKE '%' || ? ORDER BY url", [path])
        return rows.fetchall()
