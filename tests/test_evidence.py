"""captures.db: what is recorded comes back equal, is on disk when recording returns, and cannot be changed."""

import gzip
import json
import random
import re
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recorded import CONTEXT, START, TOML, alter, captured, known_context, python_child, record_some
from refusing import assert_refused, drop_trigger
from sqlite_utils import Database

from archive.captures import MIGRATIONS, TRIGGERS
from archive.captures_checks import check_captures
from archive.connections import connect, prepare_writer
from archive.digests import canonical, payload_digest
from archive.entries import Context
from archive.errors import DamagedArchive, UnusableArchive
from archive.evidence import Evidence, open_evidence
from crawler.models import Capture

HEADER = st.text(st.characters(max_codepoint=255), max_size=20)
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
MOMENT = st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-720, 720).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
CAPTURES = st.builds(
    Capture,
    url=TEXT,
    final_url=TEXT,
    started_at=MOMENT,
    finished_at=MOMENT,
    status=st.none() | st.integers(100, 599),
    request_headers=st.lists(st.tuples(HEADER, HEADER), max_size=3).map(tuple),
    headers=st.lists(st.tuples(HEADER, HEADER), max_size=3).map(tuple),
    redirects=st.lists(st.tuples(TEXT, st.integers(300, 399)), max_size=3).map(tuple),
    wire=st.binary(max_size=200) | st.binary(min_size=1, max_size=3).map(lambda piece: piece * 1000),
    peer=st.none() | TEXT,
    tls_sha256=st.none() | TEXT,
    failure=st.none() | TEXT,
    detail=st.none() | TEXT,
    flags=st.lists(TEXT, max_size=3).map(tuple),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "captures.db"


@pytest.fixture
def evidence(path: Path) -> Iterator[Evidence]:
    with open_evidence(path) as evidence:
        yield evidence


@pytest.fixture
def filled(path: Path) -> Path:
    """A captures.db with three captures, three closed articles and a configuration."""
    with open_evidence(path) as evidence:
        record_some(evidence, 1, 3)
    return path


@settings(max_examples=60, deadline=None)
@given(captures=st.lists(CAPTURES, max_size=4))
def test_a_capture_comes_back_equal_and_the_chain_holds(captures: list[Capture]) -> None:
    with Evidence(Database(sqlite3.connect(":memory:", isolation_level=None), execute_plugins=False)) as evidence:
        MIGRATIONS.apply(evidence.db)
        recorded = [evidence.record(capture, CONTEXT) for capture in captures]
        assert [evidence.capture(entry.sequence) for entry in recorded] == captures
        assert list(evidence.entries()) == recorded
        previous = "0" * 64
        for number, entry in enumerate(recorded, 1):
            assert (entry.sequence, entry.previous_hash) == (number, previous)
            assert entry.hash == payload_digest(canonical(entry.content))
            previous = entry.hash


def test_an_entry_says_everything_about_the_attempt(evidence: Evidence) -> None:
    capture = captured(1, redirects=(("https://news.example/old", 301),), flags=("close-delimited",))
    context = known_context(evidence)
    assert evidence.record(capture, context).content == {
        "kind": "capture",
        "sequence": 1,
        "previous_hash": "0" * 64,
        "run": 1,
        "source": "news",
        "purpose": "page",
        "program": "sijill 0.1.0",
        "configuration": payload_digest(TOML.encode()),
        "url": "https://news.example/crossing/1",
        "final_url": "https://news.example/crossing/1",
        "redirects": [["https://news.example/old", 301]],
        "request_headers": [["Accept-Encoding", "gzip"]],
        "status": 200,
        "headers": [["Content-Type", "text/html"], ["X-Odd", "caf\xe9\x85\x00"], ["X-Odd", "twice"]],
        "peer": "192.0.2.1:443",
        "tls_sha256": "ab" * 32,
        "started_at": "2026-01-26T03:04:06Z",
        "finished_at": "2026-01-26T03:04:06.250000Z",
        "payload": payload_digest(capture.wire),
        "length_bytes": len(capture.wire),
        "failure": None,
        "detail": None,
        "flags": ["close-delimited"],
    }


def test_a_failure_is_recorded_without_a_payload(evidence: Evidence) -> None:
    capture = captured(1, wire=b"", status=None, headers=(), failure="deadline", detail="after 30 s")
    entry = evidence.record(capture, CONTEXT)
    assert (entry.content["payload"], entry.content["failure"]) == (None, "deadline")
    assert evidence.capture(1) == capture
    assert evidence.counts() == {"captures": 1, "articles": 0, "lexicons": 0, "payloads": 0, "payload_bytes": 0}


def test_a_body_that_comes_again_is_kept_once_and_recorded_twice(evidence: Evidence) -> None:
    body = b"<p>the same</p>" * 40
    for number in (1, 2):
        evidence.record(captured(number, wire=body), CONTEXT)
    assert evidence.counts() == {"captures": 2, "articles": 0, "lexicons": 0, "payloads": 1, "payload_bytes": len(body)}
    assert [evidence.capture(number).wire for number in (1, 2)] == [body, body]


@pytest.mark.parametrize(
    ("wire", "compression"),
    [(b"<p>again</p>" * 100, "zstd"), (gzip.compress(random.Random(1).randbytes(900)), "none"), (b"x", "none")],
)
def test_a_body_is_compressed_only_where_that_makes_it_smaller(
    evidence: Evidence, wire: bytes, compression: str
) -> None:
    evidence.record(captured(1, wire=wire), CONTEXT)
    (stored,) = evidence.db.execute("SELECT compression, length(body) FROM payloads").fetchall()
    assert stored[0] == compression
    assert stored[1] < len(wire) if compression == "zstd" else stored[1] == len(wire)
    assert evidence.capture(1).wire == wire


def test_a_lone_surrogate_in_an_error_s_text_is_written_out(evidence: Evidence) -> None:
    entry = evidence.record(captured(1, wire=b"", failure="refused", detail="path /\udcff", flags=("\ud800",)), CONTEXT)
    assert evidence.entry(1) == entry
    assert (entry.content["detail"], entry.content["flags"]) == ("path /\\udcff", ["\\ud800"])


def test_an_article_entry_names_what_it_is_derived_from(evidence: Evidence) -> None:
    for number in (1, 2):
        evidence.record(captured(number), CONTEXT)
    claims = (("feed published", "Fri, 26 Jan 2024 09:30:00 +0300"), ("first seen", "2024-01-26T07:00:00Z"))
    entry = evidence.close_article("https://news.example/a", [2], [1, 2], CONTEXT, claims)
    assert (entry.sequence, entry.previous_hash) == (3, evidence.entry(2).hash)
    assert entry.content == {
        "kind": "article",
        "sequence": 3,
        "previous_hash": entry.previous_hash,
        "article": "https://news.example/a",
        "attempts": [2],
        "captures": [1, 2],
        "claims": [list(claim) for claim in claims],
        "run": 1,
        "source": "news",
        "purpose": "page",
        "program": "sijill 0.1.0",
        "configuration": "no configuration was recorded",
    }


def test_articles_after_gives_only_article_entries_in_order(filled: Path) -> None:
    with open_evidence(filled, read_only=True) as evidence:
        assert [entry.sequence for entry in evidence.articles_after(0)] == [2, 4, 6]
        assert [entry.sequence for entry in evidence.articles_after(2)] == [4, 6]
        assert list(evidence.articles_after(6)) == []
        assert [entry.sequence for entry in evidence.entries(after=4)] == [5, 6]


def test_articles_may_be_closed_while_they_are_read(evidence: Evidence) -> None:
    evidence.close_article("a", [], [], CONTEXT)
    seen = []
    for entry in evidence.articles_after(0):
        seen.append(entry.content["article"])
        if len(seen) < 3:
            evidence.close_article(f"after {entry.content['article']}", [], [], CONTEXT)
    assert seen == ["a", "after a", "after after a"]


def test_articles_after_reads_no_capture(evidence: Evidence) -> None:
    plan = evidence.db.execute(
        "EXPLAIN QUERY PLAN SELECT sequence, hash, previous_hash, entry FROM ledger"
        " WHERE json_extract(entry, '$.kind') = 'article' AND sequence > ? ORDER BY sequence LIMIT 1",
        [0],
    ).fetchall()
    assert [step[3] for step in plan] == ["SEARCH ledger USING INDEX ledger_articles (sequence>?)"]


def test_the_sizes_of_payloads_are_summed_without_reading_them(evidence: Evidence) -> None:
    plan = evidence.db.execute("EXPLAIN QUERY PLAN SELECT coalesce(sum(length_bytes), 0) FROM payloads").fetchall()
    assert [step[3] for step in plan] == ["SCAN payloads USING COVERING INDEX payloads_length_bytes"]


def test_the_head_is_the_last_entry_and_none_before_the_first(evidence: Evidence) -> None:
    assert (evidence.head(), evidence.head_place()) == (None, (0, "0" * 64))
    entry = record_some(evidence, 1, 2)[-1]
    assert (evidence.head(), evidence.head_place()) == (entry, (4, entry.hash))


def test_the_summary_says_how_much_and_from_when_to_when(evidence: Evidence) -> None:
    empty = evidence.summary()
    assert (empty.captures, empty.payload_bytes, empty.head, empty.first_at, empty.last_at) == (0, 0, None, None, None)
    last = record_some(evidence, 1, 3)[-1]
    summary = evidence.summary()
    assert (summary.captures, summary.articles, summary.payloads, summary.head) == (3, 3, 3, last.hash)
    assert summary.payload_bytes == sum(len(captured(number).wire) for number in (1, 2, 3))
    assert (summary.first_at, summary.last_at) == ("2026-01-26T03:04:06Z", "2026-01-26T03:04:08.250000Z")


def test_a_configuration_is_kept_once_under_its_hash(evidence: Evidence) -> None:
    text = '# أخبار\n[[source]]\nname = "n"\n'
    digest = evidence.record_configuration(text)
    assert evidence.record_configuration(text) == digest == payload_digest(text.encode())
    assert evidence.configuration(digest) == text
    assert evidence.db.execute("SELECT count(*) FROM configurations").fetchone() == (1,)


@pytest.mark.parametrize("sequence", [0, 2, 99])
def test_what_is_no_capture_is_not_given_as_one(filled: Path, sequence: int) -> None:
    with open_evidence(filled, read_only=True) as evidence, pytest.raises(DamagedArchive, match=str(sequence)):
        evidence.capture(sequence)


def test_an_unknown_configuration_is_said_to_be_missing(evidence: Evidence) -> None:
    with pytest.raises(DamagedArchive, match="configuration abc is missing"):
        evidence.configuration("abc")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE payloads SET body = CAST(replace(hex(body), '0', '1') AS BLOB) WHERE rowid = 1",
        "UPDATE payloads SET body = substr(body, 1, length(body) - 3) WHERE rowid = 1",
        "UPDATE payloads SET body = CAST(body || x'00' AS BLOB) WHERE rowid = 1",
        "UPDATE payloads SET body = (SELECT body FROM payloads WHERE rowid = 2) WHERE rowid = 1",
        "UPDATE payloads SET length_bytes = 100000000000 WHERE rowid = 1",
        "UPDATE payloads SET compression = 'none' WHERE rowid = 1",
        "DELETE FROM payloads WHERE rowid = 1",
    ],
)
def test_a_damaged_body_is_never_given_out(filled: Path, statement: str) -> None:
    digest = payload_digest(captured(1).wire)
    alter(filled, statement)
    with open_evidence(filled, read_only=True) as evidence, pytest.raises(DamagedArchive, match=digest):
        evidence.capture(1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET hash = 'x' WHERE sequence = 1",
        "UPDATE OR REPLACE ledger SET sequence = 2 WHERE sequence = 1",
        "DELETE FROM ledger WHERE sequence = 6",
        "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE sequence = 6",
        "REPLACE INTO ledger SELECT 7, hash, previous_hash, json_set(entry, '$.sequence', 7) FROM ledger"
        " WHERE sequence = 6",
        "INSERT INTO ledger SELECT 9, 'x', previous_hash, json_set(entry, '$.sequence', 9) FROM ledger"
        " WHERE sequence = 6",
        "INSERT INTO ledger SELECT 7, 'x', previous_hash, json_set(entry, '$.sequence', 7) FROM ledger"
        " WHERE sequence = 6",
        "UPDATE payloads SET body = x'00'",
        "DELETE FROM payloads",
        "INSERT OR REPLACE INTO payloads SELECT digest, 1, 'none', x'00' FROM payloads WHERE rowid = 1",
        "INSERT OR REPLACE INTO payloads (rowid, digest, length_bytes, compression, body) VALUES (1, 'x', 1, 'none', '')",
        "INSERT INTO payloads SELECT * FROM payloads WHERE true ON CONFLICT (digest) DO UPDATE SET body = x'00'",
        "UPDATE configurations SET text = ''",
        "DELETE FROM configurations",
        "REPLACE INTO configurations SELECT hash, 'x' FROM configurations",
        "REPLACE INTO configurations (rowid, hash, text) VALUES (1, 'x', 'x')",
    ],
)
def test_evidence_cannot_be_changed_on_a_plain_connection(filled: Path, statement: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        assert_refused(connection, statement)


@pytest.mark.parametrize("trigger", TRIGGERS)
@pytest.mark.parametrize("read_only", [True, False])
def test_evidence_without_one_of_its_triggers_is_refused(filled: Path, trigger: str, read_only: bool) -> None:
    drop_trigger(filled, trigger)
    with pytest.raises(DamagedArchive, match=f"captures.db: its triggers {trigger} are missing or changed"):
        open_evidence(filled, read_only=read_only)


def test_transforming_a_table_away_from_its_triggers_is_seen_at_the_next_start(filled: Path) -> None:
    with Database(filled) as db:
        db.table("configurations").transform(types={"text": str})
    with pytest.raises(DamagedArchive, match="configurations_refuse_delete, configurations_refuse_replace"):
        open_evidence(filled)


def test_an_evidence_of_a_newer_program_is_refused(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('sijill-captures', 'm999_later', '2030-01-01')"
        )
        connection.commit()
    for read_only in (True, False):
        with pytest.raises(UnusableArchive, match="newer sijill"):
            open_evidence(filled, read_only=read_only)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_that_is_no_database_is_refused_and_kept(path: Path, read_only: bool) -> None:
    path.write_bytes(b"somebody's file\n" * 100)
    with pytest.raises(UnusableArchive, match=r"captures\.db cannot be opened"):
        open_evidence(path, read_only=read_only)
    assert path.read_bytes() == b"somebody's file\n" * 100


def test_an_empty_file_is_no_evidence_to_a_reader(path: Path) -> None:
    path.touch()
    with pytest.raises(UnusableArchive, match="m001"):
        open_evidence(path, read_only=True)


def test_a_reader_makes_no_file_and_cannot_write(path: Path) -> None:
    with pytest.raises(UnusableArchive, match="sijill crawl"):
        open_evidence(path, read_only=True)
    assert list(path.parent.iterdir()) == []
    open_evidence(path).close()
    with (
        open_evidence(path, read_only=True) as reader,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        reader.record(captured(1), CONTEXT)


def test_a_reader_sees_what_the_writer_has_recorded_while_it_writes_on(path: Path) -> None:
    with open_evidence(path) as writer, open_evidence(path, read_only=True) as reader:
        for number in (1, 2):
            writer.record(captured(number), CONTEXT)
            assert reader.capture(number) == captured(number)


def test_every_table_of_ours_is_strict_and_commits_are_forced_to_disk(evidence: Evidence) -> None:
    loose = evidence.db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    ).fetchall()
    assert [name for (name,) in loose if not name.startswith(("sqlite_", "_sqlite_"))] == []
    settings = [evidence.db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
    assert settings == ["wal", 2]


def test_a_record_that_fails_leaves_neither_payload_nor_entry(evidence: Evidence) -> None:
    evidence.record(captured(1), CONTEXT)
    with pytest.raises(ValueError, match="safe integer"):
        evidence.record(captured(2, status=2**60), CONTEXT)
    assert evidence.counts()["payloads"] == 1
    assert evidence.record(captured(3), CONTEXT).sequence == 2


def test_a_full_disk_loses_only_what_was_not_acknowledged(path: Path) -> None:
    with open_evidence(path) as evidence:
        evidence.record(captured(1), CONTEXT)
    db = connect(path, read_only=False)
    prepare_writer(db)
    with Evidence(db) as evidence:
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 2}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            evidence.record(captured(2, wire=random.Random(1).randbytes(100_000)), CONTEXT)
        assert evidence.record(captured(3, wire=b"x"), CONTEXT).sequence == 2
    assert check_captures_ignoring_configuration(path) == ()


def check_captures_ignoring_configuration(path: Path) -> tuple[str, ...]:
    said = (str(problem) for problem in check_captures(path).problems)
    return tuple(one for one in said if not one.endswith("configuration no configuration was recorded is missing"))


# A process that records without end, and says so after each: number and hash of what is on disk now.
RECORDER = """
import sys
from pathlib import Path
from recorded import captured, known_context
from archive.evidence import open_evidence
with open_evidence(Path(sys.argv[1])) as evidence:
    context = known_context(evidence)
    number = evidence.head_place()[0]
    while True:
        number += 1
        entry = evidence.record(captured(number, wire=bytes([number % 251]) * 20_000 + str(number).encode()), context)
        print(entry.sequence, entry.hash, flush=True)
"""


def test_whatever_was_acknowledged_is_there_after_kill_9_and_nothing_half(path: Path) -> None:
    moments = random.Random(20260126)
    acknowledged: dict[int, str] = {}
    for _ in range(8):
        acknowledged |= record_until_killed(path, moments.uniform(0.02, 0.25))
        problems = check_captures(path).problems
        assert problems == ()
        with open_evidence(path, read_only=True) as evidence:
            found = {entry.sequence: entry.hash for entry in evidence.entries()}
            assert {sequence: found.get(sequence) for sequence in acknowledged} == acknowledged
            assert [evidence.capture(sequence).url for sequence in found] == [captured(n).url for n in found]
    assert len(acknowledged) > 50


def record_until_killed(path: Path, after_s: float) -> dict[int, str]:
    with python_child(RECORDER, str(path)) as child:
        assert child.stdout is not None
        lines = [child.stdout.readline()]
        time.sleep(after_s)
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    return {int(line.split()[0]): line.split()[1] for line in lines if re.fullmatch(r"\d+ [0-9a-f]{64}\n", line)}


def test_what_is_stored_is_canonical_json_that_a_stranger_can_hash(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        rows = connection.execute("SELECT hash, entry FROM ledger ORDER BY sequence").fetchall()
    assert [payload_digest(text.encode()) for _, text in rows] == [stated for stated, _ in rows]
    assert [canonical(json.loads(text)).decode() for _, text in rows] == [text for _, text in rows]


def test_times_of_any_zone_are_kept_in_utc(evidence: Evidence) -> None:
    baghdad = timezone(timedelta(hours=3))
    evidence.record(captured(1, started_at=START.astimezone(baghdad)), Context(1, "n", "page", "p", "c"))
    assert evidence.capture(1).started_at == START
    assert evidence.capture(1).started_at.tzinfo is UTC
