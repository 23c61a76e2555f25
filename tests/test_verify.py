"""Verification: nothing that stands as it was recorded is reported, and every tampering is, by its place."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from archived import bilingual, entry
from recorded import START, alter, captured, fill_folder, known_context, record_some

from archive.archive_checks import check_archive
from archive.captures_checks import SignedHead, check_captures
from archive.digests import canonical, payload_digest
from archive.entries import NO_HASH
from archive.errors import UnusableArchive
from archive.evidence import open_evidence
from archive.snapshot import take_snapshot
from archive.store import open_archive
from archive.verify import verify_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five captures, five closed articles, two revisions; no snapshot."""
    return fill_folder(tmp_path / "data")


@pytest.fixture
def kept(folder: Path) -> Path:
    """The same folder with a snapshot, whose manifest has signed entry 10."""
    take_snapshot(folder, clock=lambda: START)
    return folder


def problems(folder: Path) -> list[str]:
    return [str(problem) for problem in verify_folder(folder).problems]


def test_a_folder_as_a_crawl_leaves_it_holds(kept: Path) -> None:
    report = verify_folder(kept)
    payload_bytes = sum(len(captured(number).wire) for number in range(1, 6))
    assert report.problems == ()
    assert report.counts == {
        "entries": 10,
        "captures": 5,
        "articles": 5,
        "lexicons": 0,
        "payloads": 5,
        "payload_bytes": payload_bytes,
        "revisions": 2,
        "snapshots": 1,
    }


def test_a_folder_holds_while_it_grows_after_a_snapshot(kept: Path) -> None:
    with open_evidence(kept / "captures.db") as evidence:
        record_some(evidence, 6, 8)
        with open_archive(kept / "archive.db") as archive:
            archive.apply(entry(12), bilingual(english=("Another text.",)))
        assert problems(kept) == []
    take_snapshot(kept)
    assert problems(kept) == []


def test_a_folder_with_nothing_in_it_cannot_be_verified(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match="nothing to verify"):
        verify_folder(tmp_path)


def test_captures_gone_from_beside_their_snapshots_are_missed(kept: Path) -> None:
    (kept / "captures.db").unlink()
    assert problems(kept) == ["captures.db: is missing, but there are snapshots of it"]


D2 = payload_digest(captured(2).wire)
CHANGED = json.dumps({"kind": "capture"})
# What was done to captures.db -> words that must stand in what is said of it.
TAMPERINGS = {
    "an entry edited": (
        "UPDATE ledger SET entry = replace(entry, 'page', 'Page') WHERE sequence = 3",
        "entry 3 was changed",
    ),
    "an entry made none": (
        f"UPDATE ledger SET entry = '{CHANGED}' WHERE sequence = 3",
        "entry 3 is not a ledger entry",
    ),
    "an entry's hash edited": ("UPDATE ledger SET hash = 'x' WHERE sequence = 3", "entry 3 was changed"),
    "a link edited": (
        f"UPDATE ledger SET previous_hash = '{NO_HASH}' WHERE sequence = 3",
        "entry 3 does not follow entry 2",
    ),
    "the first entry deleted": ("DELETE FROM ledger WHERE sequence = 1", "entries 1 to 1 are missing"),
    "entries deleted": ("DELETE FROM ledger WHERE sequence IN (4, 5)", "entries 4 to 5 are missing"),
    "the tail cut": (
        "DELETE FROM ledger WHERE sequence > 7",
        "cut after entry 7: snapshot 20260126T030405Z has signed entry 10",
    ),
    "the ledger emptied": ("DELETE FROM ledger", "cut after entry 0"),
    "space put into an entry": ("UPDATE ledger SET entry = entry || ' ' WHERE sequence = 10", "entry 10 was changed"),
    "a payload cut": ("UPDATE payloads SET body = substr(body, 1, 20) WHERE rowid = 2", f"payload {D2}"),
    "a payload exchanged": (
        "UPDATE payloads SET body = (SELECT body FROM payloads WHERE rowid = 1) WHERE rowid = 2",
        f"payload {D2} is not what was stored",
    ),
    "a payload's entry named": (
        "UPDATE payloads SET body = substr(body, 1, 20) WHERE rowid = 2",
        f"entry 3: its payload {D2} is damaged",
    ),
    "a payload deleted": ("DELETE FROM payloads WHERE rowid = 2", f"entry 3: its payload {D2} is missing"),
    "a payload's length edited": ("UPDATE payloads SET length_bytes = 7 WHERE rowid = 2", f"payload {D2}"),
    "a payload's digest edited": (
        "UPDATE payloads SET digest = 'x' WHERE rowid = 2",
        "payload x is not what was stored",
    ),
    "a configuration edited": ("UPDATE configurations SET text = text || ' '", "configuration"),
    "a configuration deleted": ("DELETE FROM configurations", "entry 1: its configuration"),
}


@pytest.mark.parametrize("done", TAMPERINGS)
def test_tampering_with_the_evidence_is_found_and_its_place_named(kept: Path, done: str) -> None:
    statement, said = TAMPERINGS[done]
    alter(kept / "captures.db", "PRAGMA ignore_check_constraints = ON", statement)
    assert [problem for problem in problems(kept) if said in problem] != []


def test_two_entries_that_changed_places_are_found(kept: Path) -> None:
    alter(
        kept / "captures.db",
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE ledger SET sequence = -3 WHERE sequence = 3",
        "UPDATE ledger SET sequence = 3 WHERE sequence = 5",
        "UPDATE ledger SET sequence = 5 WHERE sequence = -3",
    )
    found = problems(kept)
    assert [sequence for sequence in (3, 5) if any(f"entry {sequence} " in said for said in found)] == [3, 5]


def test_a_row_of_bytes_that_are_no_text_is_reported_not_raised(kept: Path) -> None:
    alter(
        kept / "captures.db",
        "DROP INDEX ledger_articles",
        "DROP INDEX ledger_article_address",
        "DROP INDEX ledger_lexicons",
        "PRAGMA ignore_check_constraints = ON",
        "UPDATE ledger SET entry = CAST(x'fffe00' AS TEXT) WHERE sequence = 3",
    )
    assert (
        "captures.db: entry 3 is not a ledger entry in canonical form, or says another place than it has"
        in problems(kept)
    )


@pytest.mark.parametrize("name", ["captures.db", "archive.db"])
def test_a_dropped_trigger_is_found(folder: Path, name: str) -> None:
    with closing(sqlite3.connect(folder / name)) as connection:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", [trigger]).fetchone()[0]
            connection.execute(f"DROP TRIGGER {trigger}")
            connection.commit()
            (said,) = problems(folder)
            assert said.startswith(f"{name}: the trigger {trigger} is missing or changed")
            connection.execute(sql)
            connection.commit()
    assert problems(folder) == []


def recompute_chain(path: Path, change: Callable[[dict[str, object]], object], from_sequence: int = 1) -> None:
    """What a thorough forger does: change what the entries say, and make the whole chain anew."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT sequence, entry FROM ledger ORDER BY sequence").fetchall()
    previous = NO_HASH
    statements = ["DELETE FROM ledger"]
    for sequence, text in rows:
        content = json.loads(text)
        if sequence >= from_sequence:
            change(content)
        content["previous_hash"] = previous
        stored = canonical(content)
        quoted = stored.decode().replace("'", "''")
        digest = payload_digest(stored)
        statements.append(f"INSERT INTO ledger VALUES ({sequence}, '{digest}', '{previous}', '{quoted}')")
        previous = digest
    alter(path, *statements)


def test_a_wholly_recomputed_chain_is_found_against_the_signed_head(kept: Path) -> None:
    recompute_chain(kept / "captures.db", lambda content: content.update(source="another"), from_sequence=6)
    assert check_captures(kept / "captures.db").problems == ()  # it holds in itself
    assert problems(kept) == [
        "captures.db: entry 10 is not the one that snapshot 20260126T030405Z has signed",
    ]


def test_a_chain_recomputed_to_the_same_entries_is_the_same_chain(kept: Path) -> None:
    recompute_chain(kept / "captures.db", lambda content: None)
    assert problems(kept) == []


def test_an_entry_that_two_readers_could_read_apart_is_found_in_a_chain_that_holds(tmp_path: Path) -> None:
    path = tmp_path / "captures.db"
    with open_evidence(path) as evidence:
        evidence.record(captured(1), known_context(evidence))
        text = evidence.db.execute("SELECT entry FROM ledger").fetchone()[0]
    for doubtful in (
        text.replace('"status":200', '"status":404,"status":200'),
        text.replace(":200", ": 200"),
        f"[{text}]",
    ):
        alter(
            path,
            "PRAGMA ignore_check_constraints = ON",
            f"UPDATE ledger SET entry = '{doubtful}', hash = '{payload_digest(doubtful.encode())}'",
        )
        said = "entry 1 is not a ledger entry in canonical form, or says another place than it has"
        assert said in [problem.said for problem in check_captures(path).problems]


def test_an_older_copy_put_back_is_found_against_the_newer_head(folder: Path, tmp_path: Path) -> None:
    take_snapshot(folder, clock=lambda: START)
    with (
        closing(sqlite3.connect(folder / "captures.db")) as standing,
        closing(sqlite3.connect(tmp_path / "old")) as old,
    ):
        standing.backup(old)
    with open_evidence(folder / "captures.db") as evidence:
        record_some(evidence, 6, 6)
    newer = take_snapshot(folder)
    (tmp_path / "old").replace(folder / "captures.db")
    assert problems(folder) == [
        f"captures.db: the ledger is cut after entry 10: snapshot {newer.name} has signed entry 12"
    ]


def test_every_flipped_bit_of_a_payload_is_found(tmp_path: Path) -> None:
    path = tmp_path / "captures.db"
    wire = random.Random(5).randbytes(400)  # does not shrink: every stored bit is the payload's
    with open_evidence(path) as evidence:
        evidence.record(captured(1, wire=wire), known_context(evidence))
    stored = path.read_bytes()
    start = stored.index(wire)
    for bit in random.Random(6).sample(range(len(wire) * 8), 60):
        content = bytearray(stored)
        content[start + bit // 8] ^= 1 << bit % 8
        path.write_bytes(content)
        said = [str(problem) for problem in check_captures(path).problems]
        assert said[1:] == [f"captures.db: entry 1: its payload {payload_digest(wire)} is damaged"]
        assert said[0].startswith(f"captures.db: payload {payload_digest(wire)} is not what was stored")


WHAT_COUNTS = {
    "captures.db": ("ledger", "payloads", "configurations"),
    "archive.db": ("revisions", "segments"),
}


def rows_that_count(path: Path) -> object:
    """The rows that hashes stand for; the error where they cannot be read."""
    columns = {"revisions": "id, content_hash", "segments": "id, revision_id, language, role, position, text"}
    try:
        with closing(sqlite3.connect(path)) as connection:
            return [
                connection.execute(f"SELECT {columns.get(table, '*')} FROM {table} ORDER BY rowid").fetchall()
                for table in WHAT_COUNTS[path.name]
            ]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return error


@pytest.mark.parametrize("name", WHAT_COUNTS)
def test_flipped_bits_anywhere_never_stop_the_verification_and_are_found_where_they_count(
    folder: Path, name: str
) -> None:
    path = folder / name
    content, rows = path.read_bytes(), rows_that_count(path)
    places = random.Random(name)
    found = 0
    for _ in range(40):
        broken = bytearray(content)
        for _ in range(30):
            broken[places.randrange(len(broken))] ^= 1 << places.randrange(8)
        path.write_bytes(broken)
        said = problems(folder)
        if rows_that_count(path) != rows:
            assert said != []
            found += 1
    assert found > 10


@pytest.mark.parametrize("content", [b"", b"not a database\n" * 1000])
@pytest.mark.parametrize("name", ["captures.db", "archive.db"])
def test_a_file_that_is_no_database_is_a_problem_and_no_error(kept: Path, name: str, content: bytes) -> None:
    (kept / name).write_bytes(content)
    assert [said for said in problems(kept) if said.startswith(f"{name}: ")] != []


ARCHIVE_TAMPERINGS = {
    "a text edited": ("UPDATE segments SET text = 'x' WHERE id = 2", "revision 1: its segments"),
    "a text deleted": ("DELETE FROM segments WHERE id = 2", "revision 1: its segments"),
    "a text moved to the other side": ("UPDATE segments SET language = 'fr' WHERE id = 2", "revision 1: its segments"),
    "a role made up": (
        "UPDATE segments SET role = 'rumour' WHERE id = 2",
        "revision 1 has a segment that cannot be read",
    ),
    "paragraphs exchanged": (
        "UPDATE segments SET position = 5 - position WHERE revision_id = 2 AND role = 'paragraph'",
        "revision 2: its segments",
    ),
    "a hash edited": ("UPDATE revisions SET content_hash = 'x' WHERE id = 1", "revision 1: its segments"),
    "the newest revision hidden": (
        "UPDATE articles SET revision_id = 1, revisions = 1, content_hash = (SELECT content_hash FROM revisions"
        " WHERE id = 1)",
        "article 1 does not say what its newest revision says",
    ),
    "a headline edited": ("UPDATE articles SET headline_ar = 'x'", "article 1 does not say"),
    "a derivation set back": ("UPDATE derivation SET ledger_sequence = 3", "has a revision of entry 4"),
    "a derivation set forward": ("UPDATE derivation SET ledger_sequence = 99", "was derived from entry 99"),
}


@pytest.mark.parametrize("done", ARCHIVE_TAMPERINGS)
def test_tampering_with_the_archive_is_found_and_its_place_named(kept: Path, done: str) -> None:
    statement, said = ARCHIVE_TAMPERINGS[done]
    alter(kept / "archive.db", statement)
    found = problems(kept)
    assert [problem for problem in found if said in problem] != []
    assert [problem for problem in found if not problem.startswith("archive.db: ")] == []


def test_marks_that_nobody_sees_may_change_without_another_hash_but_texts_may_not(folder: Path) -> None:
    alter(folder / "archive.db", "UPDATE segments SET text = text || char(8207) WHERE role = 'paragraph'")
    assert check_archive(folder / "archive.db").problems == ()


@pytest.mark.parametrize("name", ["archive.db.zst", "captures.db.zst", "manifest.json", "manifest.sig", "sijill.toml"])
def test_a_flipped_bit_or_a_cut_in_a_snapshot_is_found(kept: Path, name: str) -> None:
    path = kept / "snapshots" / "20260126T030405Z" / name
    content = path.read_bytes()
    flipped = bytearray(content)
    flipped[len(flipped) // 2] ^= 1
    for broken in (bytes(flipped), content[:-1]):
        path.write_bytes(broken)
        (said,) = problems(kept)
        assert said.startswith("snapshot 20260126T030405Z: ")


def test_a_snapshot_that_was_pruned_from_the_middle_is_no_problem(folder: Path) -> None:
    paths = [take_snapshot(folder, clock=lambda: START).path for _ in range(3)]
    shutil.rmtree(paths[1])
    assert problems(folder) == []


def test_a_snapshot_put_in_the_place_of_another_is_found_by_the_one_after_it(folder: Path, tmp_path: Path) -> None:
    first, second = (take_snapshot(folder, clock=lambda: START).path for _ in range(2))
    other = fill_folder(tmp_path / "other")
    shutil.copytree(folder / "keys", other / "keys")  # whoever owns the machine has the key
    shutil.rmtree(first)
    shutil.copytree(take_snapshot(other, reason="forged").path, first)
    assert problems(folder) == [f"snapshot {second.name}: does not follow the snapshot before it, number 1"]


def test_signed_heads_of_several_snapshots_of_the_same_entry_are_all_held_against_it(folder: Path) -> None:
    with open_evidence(folder / "captures.db", read_only=True) as evidence:
        sequence, head = evidence.head_place()
    heads = [SignedHead("A", sequence, head), SignedHead("B", sequence, "0" * 64), SignedHead("C", 99, head)]
    assert [str(problem) for problem in check_captures(folder / "captures.db", heads).problems] == [
        "captures.db: entry 10 is not the one that B has signed",
        "captures.db: the ledger is cut after entry 10: C has signed entry 99",
    ]
