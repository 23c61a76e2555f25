"""The tables of archive.db as a contract: described, protected, and quick where people look."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from archived import URL, bilingual, edition, entry, of_editions
from refusing import assert_refused, drop_trigger
from sqlite_utils import Database

from archive.dictionary import TABLES
from archive.errors import UnusableArchive
from archive.schema import MIGRATIONS, TRIGGERS
from archive.store import Archive, open_archive
from crawler.models import Picture

REST_OF_A_REVISION = (
    "content_hash, captured_at, ledger_sequence, changed, published_on, published_on_basis, pictures, residue,"
    " canonical_url, tags, charset, charset_decided_by, notes, read_anew FROM revisions"
)
# Not part of the contract: SQLite's own, the migrations' own, and the tables that FTS5 keeps behind an index.
INTERNAL = ("sqlite_", "_sqlite_migrations", "revisions_fts_")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive.db with one article in two revisions."""
    path = tmp_path / "archive.db"
    with open_archive(path) as archive:
        archive.apply(entry(1), bilingual())
        archive.apply(entry(2), bilingual(arabic=("قال الوزير إن المعبر أُغلق.", "ولم يوضح السبب.")))
    return path


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection, as any other program has it: no pragma of ours is set."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_table_view_and_column_is_described_and_nothing_else_is(path: Path) -> None:
    with Database(path) as db:
        names = [name for name in (*db.table_names(), *db.view_names()) if not name.startswith(INTERNAL)]
        columns = {name: [column.name for column in db[name].columns] for name in names}
    described = {name: list(table.columns) for name, table in TABLES.items()}
    assert described == columns


def test_a_revision_from_before_witnesses_were_kept_is_read_with_nothing_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    article = of_editions(edition("en", "Crossing closed", "The minister closed it."))
    with Database(path) as db:
        MIGRATIONS.apply(db, stop_before="m002_zone_of_dates")
        db.execute("INSERT INTO sources VALUES ('news', 'https://news.example/', 'News', '2026-01-26T03:00:00Z')")
        db.execute(
            "INSERT INTO revisions VALUES (1, 1, 1, ?, '2026-01-26T03:00:00Z', 1, 'en', NULL, 'unknown', ?, '[]')",
            [article.content_hash, '["https://news.example/a.jpg"]'],
        )
        db.execute(
            "INSERT INTO articles VALUES (1, ?, 'news', NULL, NULL, NULL, 'unknown', 'en', '2026-01-26T03:00:00Z',"
            " '2026-01-26T03:00:00Z', 1, 1, ?, NULL, NULL)",
            [article.url, article.content_hash],
        )
        for segment in article.editions[0].segments:
            row = ["en", segment.role.value, segment.position, segment.text, segment.text]
            db.execute(
                "INSERT INTO segments (revision_id, language, role, position, text, match_text) VALUES (1, ?, ?, ?, ?, ?)",
                row,
            )
    with open_archive(path) as archive:
        stored = archive.read_article(article.url)
    assert stored is not None
    assert stored.article == replace(article, pictures=(Picture("https://news.example/a.jpg"),), pages={})


def test_a_revision_from_before_lexicons_were_learned_is_aligned_with_none_and_can_be_with_the_next(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.db"
    with open_archive(path) as archive:
        archive.apply(entry(1), bilingual())
        archive.apply(entry(2, "https://news.example/b"), of_editions(edition("en", "One side", "Only one.")))
    with Database(path) as db:  # as it was before
        for statement in (
            "DROP TABLE alignments",
            "DROP TABLE lexicons",
            "DELETE FROM _sqlite_migrations WHERE name = 'm006_lexicons'",
        ):
            db.execute(statement)
        db.conn.commit()
    with open_archive(path) as archive:
        stored = archive.read_article(URL)
        assert stored is not None
        assert stored.article == bilingual()
        assert archive.db.execute("SELECT revision_id, lexicon, page_rows FROM alignments").fetchall() == [
            (1, None, None)
        ]
        assert archive.aligned_otherwise(7, 0, 10) == (1,)


def test_every_description_is_one_sentence() -> None:
    descriptions = [text for table in TABLES.values() for text in (table.description, *table.columns.values())]
    assert [text for text in descriptions if not text.endswith(".") or text != text.strip()] == []


def test_every_table_of_ours_is_strict(connection: sqlite3.Connection) -> None:
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    )
    assert [name for (name,) in loose if not name.startswith(INTERNAL)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revisions SET content_hash = 'x' WHERE id = 1",
        "DELETE FROM revisions WHERE id = 1",
        "INSERT OR REPLACE INTO revisions SELECT * FROM revisions WHERE id = 1",
        f"INSERT OR REPLACE INTO revisions SELECT 9, article_id, 1, {REST_OF_A_REVISION} WHERE id = 1",
        f"INSERT INTO revisions SELECT 9, article_id, 7, {REST_OF_A_REVISION} WHERE id = 1",
        "REPLACE INTO revisions SELECT * FROM revisions WHERE id = 2",
        "UPDATE segments SET text = 'x'",
        "UPDATE OR REPLACE segments SET id = 2 WHERE id = 1",
        "DELETE FROM segments",
        "INSERT OR REPLACE INTO segments SELECT * FROM segments WHERE revision_id = 2",
        "INSERT OR REPLACE INTO segments"
        " SELECT 99, revision_id, language, role, position, 'x', 'x' FROM segments WHERE revision_id = 2",
        "INSERT INTO segments VALUES (99, 1, 'en', 'paragraph', 70, 'added later', 'added later')",
    ],
)
def test_what_was_stored_of_a_revision_cannot_be_changed_on_a_plain_connection(
    connection: sqlite3.Connection, statement: str
) -> None:
    assert_refused(connection, statement)


@pytest.mark.parametrize("trigger", TRIGGERS)
@pytest.mark.parametrize("read_only", [True, False])
def test_an_archive_without_one_of_its_triggers_is_refused(path: Path, trigger: str, read_only: bool) -> None:
    drop_trigger(path, trigger)
    with pytest.raises(UnusableArchive, match=f"{trigger} are missing or changed"):
        open_archive(path, read_only=read_only)


def test_a_trigger_that_does_nothing_is_no_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER segments_refuse_update")
        connection.execute("CREATE TRIGGER segments_refuse_update BEFORE UPDATE ON segments BEGIN SELECT 1; END")
        connection.commit()
    with pytest.raises(UnusableArchive, match="segments_refuse_update"):
        open_archive(path)


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('sijill-archive', 'm999_later', '2030-01-01')"
        )
        connection.commit()
    for read_only in (True, False):
        with pytest.raises(UnusableArchive, match="newer sijill"):
            open_archive(path, read_only=read_only)


def test_opening_again_changes_no_table(path: Path) -> None:
    def schema() -> list[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()

    before = schema()
    with open_archive(path):
        pass
    assert schema() == before


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "archive.db"
    path.write_bytes(b"not a database, but somebody's file\n" * 100)
    with pytest.raises(UnusableArchive, match=r"archive\.db"):
        open_archive(path, read_only=read_only)
    assert path.read_bytes() == b"not a database, but somebody's file\n" * 100


def test_a_reader_makes_no_archive_and_says_how_to(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match="sijill crawl"):
        open_archive(tmp_path / "archive.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(path: Path) -> None:
    with (
        open_archive(path, read_only=True) as reader,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        reader.apply(entry(3), bilingual())


def test_a_path_may_hold_what_an_address_may_not(tmp_path: Path) -> None:
    path = tmp_path / "أرشيف 100%?#x" / "archive.db"
    path.parent.mkdir()
    with open_archive(path) as archive:
        archive.apply(entry(1), bilingual())
    with open_archive(path, read_only=True) as archive:
        assert archive.counts()["articles"] == 1


def test_what_a_writer_commits_is_on_disk_and_references_hold(path: Path) -> None:
    def pragma(archive: Archive, name: str) -> object:
        return archive.db.execute(f"PRAGMA {name}").fetchone()[0]

    with open_archive(path) as archive:
        settings = {
            name: pragma(archive, name) for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        violations = archive.db.execute("PRAGMA foreign_key_check").fetchall()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10_000}
    assert violations == []


def test_the_bitext_puts_each_unit_in_one_row(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT * FROM bitext WHERE revision_id = 1 ORDER BY position").fetchall()
    assert rows == [
        (1, 1, 0, "headline", "Crossing closed", "إغلاق المعبر", 0.9),
        (1, 1, 1, "paragraph", "The minister closed it. He gave no reason.", "أغلق الوزير المعبر.", 0.75),
        (1, 1, 2, "paragraph", None, "ولم يوضح السبب.", 0.5),
    ]


@pytest.mark.parametrize("column", ["revision_id", "article_id"])
def test_reading_the_bitext_of_one_article_scans_no_texts(connection: sqlite3.Connection, column: str) -> None:
    steps = connection.execute(f"EXPLAIN QUERY PLAN SELECT * FROM bitext WHERE {column} = 1").fetchall()
    plan = [step[3] for step in steps]
    assert [line for line in plan if line.startswith(("SCAN segment", "SCAN unit", "SCAN revision"))] == []
    assert sum("SEARCH segment USING INDEX" in line for line in plan) == 2


@pytest.mark.parametrize(
    "column", ["source", "published_on", "languages", "gone_at", "first_captured_at", "last_revised_at"]
)
def test_what_people_facet_and_sort_on_is_indexed(connection: sqlite3.Connection, column: str) -> None:
    plan = connection.execute(
        f"EXPLAIN QUERY PLAN SELECT {column}, count(*) FROM articles GROUP BY {column}"
    ).fetchall()
    assert [step[3] for step in plan] == [f"SCAN articles USING COVERING INDEX articles_{column}"]
