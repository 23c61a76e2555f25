"""Learning a lexicon: recorded in the ledger, everything aligned with it, killed anywhere, replayed to equal rows."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from archived import START, entry
from command import call, run_command
from refusing import refusing
from sample_archive import SampleArchive, sample_archive

from archive.alignments import Alignment
from archive.captures import TRIGGERS
from archive.entries import Context, LearnedLexicon
from archive.errors import DamagedArchive
from archive.evidence import open_evidence
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from archive.verify import verify_folder
from crawler.derive import pair_editions
from crawler.lexicon import Lexicon
from jobs.derivation import Derivation
from jobs.learning import DOCUMENTS_LEAST, LearnReport, learn_folder, preview_learning
from jobs.realignment import realign_pending
from jobs.replaying import replay_folder
from jobs.terms import update_terms


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleArchive]:
    """The sample site, and a data folder into which it was crawled once."""
    with sample_archive(tmp_path_factory.mktemp("crawled")) as sample:
        sample.crawl("first")
        yield sample


@pytest.fixture(scope="module")
def learned(crawled: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, LearnReport]:
    """A copy of it in which a lexicon was learned, and what that came to."""
    folder = copy_files(crawled.folder, tmp_path_factory.mktemp("learned"))
    return folder, learn_folder(folder)


@pytest.fixture
def folder(crawled: SampleArchive, tmp_path: Path) -> Path:
    """A copy of the crawled folder, to be changed."""
    return copy_files(crawled.folder, tmp_path)


def copy_files(source: Path, target: Path) -> Path:
    for path in source.iterdir():
        if path.is_file():
            (target / path.name).write_bytes(path.read_bytes())
    return target


def rows(folder: Path, sql: str, database: str = ARCHIVE) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / database)) as db:
        return db.execute(sql).fetchall()


def alignment_of(folder: Path) -> list[list[tuple[object, ...]]]:
    """All that a lexicon may change, without ids."""
    return [
        rows(folder, "SELECT revision_id, position, english, arabic, score FROM translation_units ORDER BY 1, 2"),
        rows(folder, "SELECT revision_id, kind, severity, en, ar, unit FROM discrepancies ORDER BY revision_id, id"),
        rows(folder, "SELECT revision_id, lexicon FROM alignments ORDER BY 1"),
    ]


def test_a_lexicon_is_recorded_and_everything_is_aligned_with_it(
    crawled: SampleArchive, learned: tuple[Path, LearnReport]
) -> None:
    folder, report = learned
    assert rows(crawled.folder, "SELECT DISTINCT lexicon FROM alignments") == [(None,)]
    assert (report.is_new, report.is_complete) == (True, True)
    (lexicon,) = rows(folder, "SELECT * FROM lexicons")
    ((last,),) = rows(folder, "SELECT max(sequence) FROM ledger", CAPTURES)
    assert lexicon[0] == last
    assert rows(folder, "SELECT DISTINCT lexicon FROM alignments") == [(last,)]
    ((count,),) = rows(folder, "SELECT count(*) FROM alignments")
    assert report.realigned.revisions == count
    assert report.lexicon is not None
    assert report.lexicon.documents >= DOCUMENTS_LEAST
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        kept = evidence.lexicon(last)
        run = Runs(evidence.db).latest_run("learn")
    assert Lexicon.from_bytes(kept.content).digest == report.lexicon.digest == lexicon[2]
    assert run is not None
    assert (run.state, run.counts["words"], run.counts["aligned"]) == ("finished", kept.words, count)
    assert verify_folder(folder).problems == ()


def test_what_is_stored_is_enough_to_align_a_revision_as_its_pages_were(crawled: SampleArchive) -> None:
    with open_archive(crawled.folder / ARCHIVE, read_only=True) as archive:
        revisions = archive.aligned_otherwise(0, 0, 1000)
        for revision in revisions:
            assert Alignment(revision, *pair_editions(archive.sides_of(revision))) == archive.alignment_of(revision)
        rows_of_pages = [edition.rows for one in revisions for edition in archive.sides_of(one) if edition.rows]
    assert len(revisions) >= DOCUMENTS_LEAST
    assert rows_of_pages  # some pages alternate between the languages


def test_what_was_learned_is_replayed_to_equal_rows_and_the_next_crawl_aligns_with_it(tmp_path: Path) -> None:
    with sample_archive(tmp_path) as sample:
        sample.crawl("first")
        learn_folder(tmp_path)
        sample.crawl("second")
        replayed = replay_folder(tmp_path, dry_run=True)
        assert (replayed.is_equal, replayed.altered) == (True, ())
        learn_folder(tmp_path, force=True)
        sample.crawl("third")
    assert len(rows(tmp_path, "SELECT * FROM lexicons")) == 2
    assert len(rows(tmp_path, "SELECT DISTINCT lexicon FROM alignments")) == 1
    replayed = replay_folder(tmp_path, dry_run=True)
    assert (replayed.is_equal, replayed.altered) == (True, ())
    before = alignment_of(tmp_path)
    replay_folder(tmp_path)
    assert alignment_of(tmp_path) == before
    assert verify_folder(tmp_path).problems == ()


def test_a_dry_run_says_what_would_change_and_writes_nothing(folder: Path, learned: tuple[Path, LearnReport]) -> None:
    before = [(folder / name).read_bytes() for name in (ARCHIVE, CAPTURES)]
    previewed = preview_learning(folder)
    assert [(folder / name).read_bytes() for name in (ARCHIVE, CAPTURES)] == before
    _, report = learned
    assert previewed.realigned == report.realigned
    assert previewed.lexicon is not None
    assert report.lexicon is not None
    assert previewed.lexicon.digest == report.lexicon.digest


def test_nothing_is_learned_until_the_archive_has_grown_and_force_finds_nothing_new(
    learned: tuple[Path, LearnReport], tmp_path: Path
) -> None:
    folder = copy_files(learned[0], tmp_path)
    second, forced = learn_folder(folder), learn_folder(folder, force=True)
    assert [one.is_new for one in (second, forced)] == [False, False]
    assert second.reason.startswith("0 articles are new or revised since the last lexicon")
    assert forced.reason == "what there is to learn is what the newest lexicon says"
    assert len(rows(folder, "SELECT * FROM lexicons")) == 1
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        runs = [run.state for run in Runs(evidence.db).list_runs() if run.command == "learn"]
    assert runs == ["finished"] * 3


# What takes a learn up that was killed, and where it was killed.
KILLED_AT = (
    ("learn", CAPTURES, "BEFORE INSERT ON ledger"),
    ("learn", ARCHIVE, "BEFORE INSERT ON lexicons"),
    ("crawl", ARCHIVE, "BEFORE INSERT ON lexicons"),
    ("crawl", ARCHIVE, "BEFORE UPDATE ON alignments"),
    ("learn", ARCHIVE, "BEFORE INSERT ON mined_revisions"),
    ("crawl", ARCHIVE, "BEFORE INSERT ON term_pairs"),
)


@pytest.mark.parametrize(("taken_up_by", "database", "trigger"), KILLED_AT)
def test_a_killed_learn_is_taken_up_by_the_next_start(
    crawled: SampleArchive,
    learned: tuple[Path, LearnReport],
    folder: Path,
    taken_up_by: str,
    database: str,
    trigger: str,
) -> None:
    with refusing(folder / database, trigger), pytest.raises(sqlite3.IntegrityError, match="killed here"):
        learn_folder(folder)
    if taken_up_by == "learn":
        learn_folder(folder)
    else:
        SampleArchive(crawled.site, folder).crawl("first")
    assert alignment_of(folder)[:2] == alignment_of(learned[0])[:2]
    assert len(rows(folder, "SELECT DISTINCT lexicon FROM alignments")) == 1
    assert rows(folder, "SELECT digest FROM lexicons") == rows(learned[0], "SELECT digest FROM lexicons")
    assert replay_folder(folder, dry_run=True).is_equal
    assert verify_folder(folder).problems == ()


def test_every_command_says_what_lexicon_there_is(learned: tuple[Path, LearnReport], tmp_path: Path) -> None:
    folder, report = learned
    assert report.lexicon is not None
    digest = report.lexicon.digest
    ((article,),) = rows(folder, "SELECT min(articles.id) FROM articles JOIN alignments USING (revision_id)")
    assert call("show", article, "--json", "--data", folder).json()["lexicon"] == digest
    assert digest[:12] in call("show", article, "--data", folder).stdout
    assert call("status", "--json", "--data", folder).json()["lexicon"]["digest"] == digest
    assert f"lexicon:         the lexicon of {report.lexicon.learned_at:%Y-%m-%d}" in (
        call("doctor", "--data", folder).stdout
    )
    assert " 1 lexicon," in call("verify", "--data", folder).stdout
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert call("read", page, "--json", "--data", folder).json()["lexicon"] == digest
    assert call("read", page, "--json", "--source", "sample", "--data", folder).json()["lexicon"] == digest
    assert call("read", page, "--json").json()["lexicon"] is None
    (tmp_path / CAPTURES).write_bytes(b"no database at all" * 1000)
    broken = call("read", page, "--json", "--data", tmp_path)
    assert broken.json()["lexicon"] is None
    assert "read without the archive's lexicon" in broken.stderr


PAGE = """<html><head><title>The bridge is open</title></head><body><article><h1>The bridge is open again</h1>
<p>The old bridge over the river was opened to traffic on Monday, the mayor said after a visit.</p>
<p>It had been closed for three years, since a flood carried away two of its piers in the spring.</p>
<div dir="rtl" lang="ar"><h2>الجسر مفتوح من جديد</h2>
<p>افتتح الجسر القديم فوق النهر أمام حركة المرور يوم الاثنين، بحسب ما قال رئيس البلدية بعد زيارة.</p>
<p>وكان مغلقا منذ ثلاث سنوات، بعد أن جرف فيضان اثنتين من دعاماته في الربيع.</p></div></article></body></html>"""


def test_a_lexicon_of_another_version_is_as_good_as_none_until_one_is_learned_anew(folder: Path) -> None:
    before = alignment_of(folder)
    with open_evidence(folder / CAPTURES) as evidence:
        context = Context(1, "", "learn", "sijill 0", evidence.record_configuration(""))
        other = LearnedLexicon(START, 500, 5_000, 9, b'{"documents":500,"format":"of-another-version","pairs":9}\n')
        sequence = evidence.record_lexicon(other, context).sequence
        assert evidence.lexicon(sequence) == other
        assert evidence.counts()["lexicons"] == 1
    replay_folder(folder)
    assert alignment_of(folder) == before
    report = learn_folder(folder)
    assert (report.is_new, report.realigned.revisions) == (True, len(before[2]))
    assert replay_folder(folder, dry_run=True).is_equal


def test_a_lexicon_whose_bytes_are_damaged_is_told_and_not_used(
    learned: tuple[Path, LearnReport], tmp_path: Path
) -> None:
    folder = copy_files(learned[0], tmp_path)
    assert learned[1].lexicon is not None
    digest = learned[1].lexicon.digest
    with closing(sqlite3.connect(folder / CAPTURES)) as db, db:
        db.execute("DROP TRIGGER payloads_refuse_update")
        db.execute("UPDATE payloads SET body = x'00' WHERE digest = ?", [digest])
        db.execute(TRIGGERS["payloads_refuse_update"])
    with pytest.raises(DamagedArchive, match=digest):
        learn_folder(folder)
    assert any(digest in str(problem) for problem in verify_folder(folder).problems)


UNITS_BY_ADDRESS = """SELECT articles.url, unit.position, english, arabic, score
    FROM translation_units AS unit JOIN articles USING (revision_id) ORDER BY 1, 2"""


def test_neither_the_order_of_articles_nor_the_hash_seed_changes_what_is_learned(
    crawled: SampleArchive, tmp_path: Path
) -> None:
    with open_archive(crawled.folder / ARCHIVE, read_only=True) as archive:
        urls = [url for (url,) in archive.db.execute("SELECT url FROM articles ORDER BY id").fetchall()]
        articles = [stored.article for url in urls if (stored := archive.read_article(url)) and stored.article.units]
    articles = articles[: DOCUMENTS_LEAST + 2]
    came_out = []
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        with open_evidence(folder / CAPTURES), open_archive(folder / ARCHIVE) as archive:
            for sequence, article in enumerate(random.Random(seed).sample(articles, len(articles)), 1):
                archive.apply(replace(entry(sequence, article.url), captured_at=START), article)
        learned = run_command(
            "learn", "--json", "--data", folder, environment={"PYTHONHASHSEED": seed}, timeout_s=240
        ).json()
        came_out.append((learned["lexicon"]["digest"], rows(folder, UNITS_BY_ADDRESS)))
    assert came_out[0] == came_out[1]
    assert len(came_out[0][1]) > len(articles)


def test_a_realignment_that_is_stopped_goes_on_where_it_was(folder: Path) -> None:
    stops = iter([False, False, True])
    report = learn_folder(folder, stop=lambda: next(stops, True))
    assert not report.is_complete
    left = rows(folder, "SELECT count(*) FROM alignments WHERE lexicon IS NULL")[0][0]
    with open_evidence(folder / CAPTURES) as evidence, open_archive(folder / ARCHIVE) as archive:
        derivation = Derivation(evidence, archive)
        done = sum(batch.revisions for batch in realign_pending(derivation))
        assert sum(update_terms(archive.db, derivation.lexicon())) >= done
    assert (done, replay_folder(folder, dry_run=True).is_equal) == (left, True)
    assert left > 0
