"""A replay compares every row of the archive with what the evidence gives, whatever a hash covers."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from archived import bilingual, entry
from click.testing import CliRunner
from sample_archive import sample_archive

from archive.comparison import COMPARED_TABLES, compare_archives
from archive.dictionary import TABLES
from archive.schema import TRIGGERS
from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from jobs.cli import cli
from jobs.replaying import replay_folder


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data folder of the sample site, crawled in its three states."""
    folder = tmp_path_factory.mktemp("crawled")
    with sample_archive(folder) as sample:
        for state in ("first", "second", "third"):
            sample.crawl(state)
    yield folder


@pytest.fixture
def own_copy(crawled: Path, tmp_path: Path) -> Path:
    """The folder, to be changed."""
    for path in crawled.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def forge(path: Path, *statements: str) -> None:
    """Change an archive as somebody with the file in hand would: without triggers, which are put back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert db.execute(statement).rowcount != 0, statement
        for trigger in TRIGGERS.values():
            db.execute(trigger)


FORGERIES = {
    "UPDATE sources SET title = 'Another'": "sources",
    "UPDATE articles SET published_on = '1999-01-01' WHERE id = 2": "articles",
    "UPDATE articles SET headline_ar = NULL WHERE id = 2": "articles",
    "UPDATE articles SET gone_at = NULL, gone_reason = NULL WHERE gone_at IS NOT NULL": "articles",
    "DELETE FROM aliases": "aliases",
    "UPDATE pages SET gone_at = '2026-01-01T00:00:00Z' WHERE article_id = 1": "pages",
    "UPDATE revisions SET published_on = '1999-01-01' WHERE id = 1": "revisions",
    "UPDATE revisions SET residue = '[]' WHERE id = (SELECT max(id) FROM revisions WHERE residue <> '[]')": "revisions",
    "UPDATE segments SET match_text = text || '.' WHERE id = 7": "segments",
    "UPDATE translation_units SET score = score / 2 WHERE id = 3": "translation_units",
    "DELETE FROM translation_units WHERE id = (SELECT max(id) FROM translation_units)": "translation_units",
    "DELETE FROM discrepancies": "discrepancies",
    "INSERT INTO discrepancies (revision_id, kind, severity, unit) VALUES (1, 'number', 'conflict', 0)": "discrepancies",
    "UPDATE date_candidates SET date = '1999-01-01' WHERE id = 1": "date_candidates",
}


@pytest.mark.parametrize("statement", FORGERIES)
def test_a_row_that_no_hash_covers_and_somebody_changed_is_told_by_its_table(own_copy: Path, statement: str) -> None:
    forge(own_copy / ARCHIVE, statement)
    report = replay_folder(own_copy, dry_run=True)
    assert (report.altered, report.missing, report.added) == ((FORGERIES[statement],), (), ())
    assert not report.is_equal


def test_a_dry_run_names_the_tables_and_exits_1_and_a_replay_mends_them(own_copy: Path) -> None:
    forge(own_copy / ARCHIVE, *(one for one, table in FORGERIES.items() if table in ("revisions", "date_candidates")))
    dry = CliRunner().invoke(cli, ["--data", str(own_copy), "replay", "--dry-run"])
    assert dry.exit_code == 1
    assert "differs in: revisions, date_candidates" in dry.stdout
    assert '"altered": [\n    "revisions",\n    "date_candidates"\n  ]' in (
        CliRunner().invoke(cli, ["--data", str(own_copy), "replay", "--json"]).stdout
    )
    mended = CliRunner().invoke(cli, ["--data", str(own_copy), "replay", "--dry-run"])
    assert (mended.exit_code, "every row is as in the archive" in mended.stdout) == (0, True)


def test_an_archive_without_its_triggers_is_compared_all_the_same(own_copy: Path) -> None:
    with closing(sqlite3.connect(own_copy / ARCHIVE, isolation_level=None)) as db:
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM segments WHERE revision_id = 1")
    report = replay_folder(own_copy, dry_run=True)
    assert (report.compared, report.altered) == (True, ("segments",))
    assert replay_folder(own_copy).altered == ("segments",)
    with open_archive(own_copy / ARCHIVE, read_only=True):  # refuses one without its triggers
        pass


@pytest.mark.parametrize(
    ("statement", "altered"),
    [
        ("DROP TABLE aliases", ("aliases",)),
        ("ALTER TABLE aliases ADD COLUMN note TEXT", ("aliases",)),
        ("ALTER TABLE date_candidates RENAME COLUMN note TO remark", ("date_candidates",)),
    ],
)
def test_a_table_that_is_not_as_it_is_made_differs(own_copy: Path, statement: str, altered: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(own_copy / ARCHIVE, isolation_level=None)) as db:
        db.execute(statement)
    assert replay_folder(own_copy, dry_run=True).altered == altered


def test_two_archives_of_the_same_entries_are_equal_and_one_more_differs(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with open_archive(tmp_path / name) as archive:
            archive.apply(entry(1), bilingual())
    compared = compare_archives(tmp_path / "one", tmp_path / "two")
    assert compared is not None
    assert (compared.missing, compared.added, compared.altered) == ((), (), ())
    with open_archive(tmp_path / "two") as archive:
        archive.apply(entry(2, "https://news.example/b"), bilingual("https://news.example/b", english=("Other.",)))
    compared = compare_archives(tmp_path / "one", tmp_path / "two")
    assert compared is not None
    assert (compared.missing, len(compared.added)) == ((), 1)
    assert {"articles", "revisions", "segments"} <= set(compared.altered)


@pytest.mark.parametrize("content", [None, b"no database at all" * 1000])
def test_what_sqlite_cannot_read_is_not_compared(tmp_path: Path, content: bytes | None) -> None:
    with open_archive(tmp_path / "new"):
        pass
    if content is not None:
        (tmp_path / "old").write_bytes(content)
    assert compare_archives(tmp_path / "old", tmp_path / "new") is None


def test_every_table_that_the_dictionary_tells_of_is_compared() -> None:
    derived = {"bitext", "revisions_fts", "revisions_vocab", "derivation"}
    assert set(COMPARED_TABLES) == set(TABLES) - derived
