"""Snapshots: whole and verified, or not there; and what comes back out of them."""

import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from recorded import START, TOML, alter, captured, fill_folder, known_context, python_child, record_some

from archive.digests import file_digest
from archive.durable import scratch_folder
from archive.errors import ArchiveError, DamagedArchive, NoRoom, UnusableArchive, UsageError
from archive.evidence import open_evidence
from archive.manifest import read_manifest
from archive.snapshot import list_snapshots, restore_snapshot, take_snapshot, verify_snapshot
from archive.store import open_archive

FILES = ["archive.db.zst", "captures.db.zst", "manifest.json", "manifest.sig", "signing.pub", "sijill.toml"]


def at(moment: datetime = START) -> Iterator[datetime]:
    """A clock that goes on by a day at each look."""
    while True:
        yield moment
        moment += timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return fill_folder(tmp_path / "data")


@pytest.fixture
def taken(folder: Path) -> Path:
    """The path of a snapshot of the folder."""
    return take_snapshot(folder, clock=lambda: START, reason="nightly").path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_snapshot_is_a_folder_named_by_its_time_with_everything_in_it(folder: Path) -> None:
    snapshot = take_snapshot(folder, clock=lambda: START, reason="nightly")
    assert snapshot.path == folder / "snapshots" / "20260126T030405Z"
    assert sorted(path.name for path in snapshot.path.iterdir()) == FILES
    assert sorted(path.name for path in snapshot.path.parent.iterdir()) == [snapshot.name]
    assert snapshot.size_bytes == sum(path.stat().st_size for path in snapshot.path.iterdir())
    assert snapshot.problem is None
    assert verify_snapshot(snapshot.path) == ()
    assert list_snapshots(folder) == (snapshot,)


def test_the_manifest_says_what_is_in_the_snapshot_and_where_the_ledger_ends(folder: Path, taken: Path) -> None:
    with open_evidence(folder / "captures.db", read_only=True) as evidence:
        sequence, head = evidence.head_place()
        payload_bytes = evidence.counts()["payload_bytes"]
    manifest = json.loads((taken / "manifest.json").read_bytes())
    files = {file["name"]: file for file in manifest.pop("files")}
    assert manifest == {
        "format": "sijill-snapshot-1",
        "number": 1,
        "created_at": "2026-01-26T03:04:05Z",
        "reason": "nightly",
        "ledger": {"sequence": sequence, "hash": head},
        "counts": {
            "captures": 5,
            "articles": 5,
            "lexicons": 0,
            "payloads": 5,
            "payload_bytes": payload_bytes,
            "revisions": 2,
        },
        "previous_manifest": None,
        "key": read_manifest(taken).key,
    }
    assert set(files) == {"archive.db.zst", "captures.db.zst", "sijill.toml"}
    for name, file in files.items():
        assert (file["sha256"], file["size_bytes"]) == (file_digest(taken / name), (taken / name).stat().st_size)
    assert files["sijill.toml"]["raw"] == {key: files["sijill.toml"][key] for key in ("name", "sha256", "size_bytes")}


def test_what_is_restored_holds_the_same_rows_as_what_stood(folder: Path, taken: Path, tmp_path: Path) -> None:
    target = tmp_path / "restored" / "here"
    restore_snapshot(taken, target)
    assert sorted(path.name for path in target.iterdir()) == ["archive.db", "captures.db", "sijill.toml"]
    for name in ("archive.db", "captures.db"):
        assert dump(target / name) == dump(folder / name)
    assert (target / "sijill.toml").read_text(encoding="utf-8") == TOML
    with open_evidence(target / "captures.db") as evidence, open_archive(target / "archive.db") as archive:
        assert evidence.capture(1) == captured(1)
        assert archive.counts()["revisions"] == 2
        assert evidence.record(captured(9), known_context(evidence)).sequence == 11


def test_a_snapshot_restores_to_the_manifest_s_hashes_wherever_it_was_copied(taken: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another host" / "copy"
    shutil.copytree(taken, elsewhere)
    assert verify_snapshot(elsewhere) == ()
    restore_snapshot(elsewhere, tmp_path / "restored")
    manifest = read_manifest(elsewhere)
    restored = {file.raw_name: file_digest(tmp_path / "restored" / file.raw_name) for file in manifest.files}
    assert restored == {file.raw_name: file.raw_sha256 for file in manifest.files}


def test_a_snapshot_is_taken_while_a_writer_has_the_evidence_open_and_writes_on(folder: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        with open_evidence(folder / "captures.db") as evidence:
            number = 100
            while not stop.is_set():
                number += 1
                record_some(evidence, number, number)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        clock = at()
        snapshots = [take_snapshot(folder, clock=lambda: next(clock)) for _ in range(3)]
    finally:
        stop.set()
        writing.join()
    assert [verify_snapshot(snapshot.path) for snapshot in snapshots] == [(), (), ()]
    heads = [snapshot.manifest.head_sequence for snapshot in snapshots if snapshot.manifest]
    assert heads == sorted(heads)


def test_each_manifest_names_the_one_before_it_also_when_the_clock_goes_back(folder: Path) -> None:
    moments = [START, START - timedelta(days=400), START, START + timedelta(days=1)]
    snapshots = [take_snapshot(folder, clock=lambda moment=moment: moment) for moment in moments]  # type: ignore[misc]
    names = ["20260126T030405Z", "20241222T030405Z", "20260126T030405Z-2", "20260127T030405Z"]
    assert [snapshot.name for snapshot in snapshots] == names
    manifests = [read_manifest(snapshot.path) for snapshot in snapshots]
    assert [manifest.number for manifest in manifests] == [1, 2, 3, 4]
    hashes = [file_digest(snapshot.path / "manifest.json") for snapshot in snapshots]
    assert [manifest.previous for manifest in manifests] == [None, *hashes[:3]]


def test_the_key_is_made_once_and_only_its_owner_can_read_it(folder: Path) -> None:
    clock = at()
    first, second = (take_snapshot(folder, clock=lambda: next(clock)) for _ in range(2))
    keys = folder / "keys"
    assert [(keys / name).stat().st_mode & 0o777 for name in ("signing.pem", "")] == [0o600, 0o700]
    public = (keys / "signing.pub").read_bytes()
    assert [(one.path / "signing.pub").read_bytes() for one in (first, second)] == [public, public]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl here")
def test_a_stranger_verifies_the_signature_with_openssl(taken: Path) -> None:
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "signing.pub", "-rawin", "-in", "manifest.json"]
    said = subprocess.check_output([*command, "-sigfile", "manifest.sig"], cwd=taken, text=True, timeout=30)
    assert said.strip() == "Signature Verified Successfully"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "no key that can sign"), (b"-----BEGIN PRIVATE KEY-----\nAA==\n", "no key that can sign")],
)
def test_a_damaged_key_is_never_replaced(folder: Path, taken: Path, content: bytes, said: str) -> None:
    (folder / "keys" / "signing.pem").write_bytes(content)
    with pytest.raises(DamagedArchive, match=said):
        take_snapshot(folder)
    assert (folder / "keys" / "signing.pem").read_bytes() == content
    assert [snapshot.path for snapshot in list_snapshots(folder)] == [taken]


def test_a_lost_key_is_not_made_anew_in_silence(folder: Path, taken: Path) -> None:
    (folder / "keys" / "signing.pem").unlink()
    with pytest.raises(DamagedArchive, match=r"signing\.pem is missing"):
        take_snapshot(folder)


def flip(path: Path, position: int) -> None:
    content = bytearray(path.read_bytes())
    content[position // 8] ^= 1 << position % 8
    path.write_bytes(content)


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_anywhere_is_found_and_never_restored(taken: Path, tmp_path: Path, name: str) -> None:
    shutil.rmtree(taken.parent.parent / "keys")  # as on another host: only what lies in the snapshot is there
    content = (taken / name).read_bytes()
    places = random.Random(name)
    for _ in range(6):
        if name != "signing.pub":
            flip(taken / name, places.randrange(len(content) * 8))
        else:  # the lines around a key in PEM may vary without changing it
            flip(taken / name, places.randrange(content.index(b"\n") * 8 + 8, content.rindex(b"=\n-") * 8))
        assert verify_snapshot(taken) != ()
        with pytest.raises(DamagedArchive, match="is not restored"):
            restore_snapshot(taken, tmp_path / "restored")
        assert not (tmp_path / "restored").exists()
        (taken / name).write_bytes(content)
    assert verify_snapshot(taken) == ()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("cut", ["missing", "empty", "one byte"])
def test_a_cut_snapshot_is_listed_as_damaged_and_never_restored(
    folder: Path, taken: Path, tmp_path: Path, name: str, cut: str
) -> None:
    shutil.rmtree(folder / "keys")
    content = (taken / name).read_bytes()
    (taken / name).unlink() if cut == "missing" else (taken / name).write_bytes(b"" if cut == "empty" else content[:-1])
    if (name, cut) == ("signing.pub", "one byte"):
        return  # its last byte is a line's end: the key is the same
    (listed,) = list_snapshots(folder)
    assert listed.problem is not None
    assert listed.as_json()["problem"] == listed.problem
    assert verify_snapshot(taken) != ()
    with pytest.raises(DamagedArchive):
        restore_snapshot(taken, tmp_path / "restored")
    assert not (tmp_path / "restored").exists()


def test_what_is_no_snapshot_at_all_is_listed_as_damaged_beside_the_whole_one(folder: Path, taken: Path) -> None:
    (folder / "snapshots" / "20270101T000000Z").mkdir()
    (folder / "snapshots" / "20280101T000000Z" / "manifest.json").mkdir(parents=True)
    (folder / "snapshots" / "notes.txt").write_text("not a snapshot")
    assert [(one.name, one.problem is None) for one in list_snapshots(folder)] == [
        (taken.name, True),
        ("20270101T000000Z", False),
        ("20280101T000000Z", False),
    ]
    assert take_snapshot(folder).manifest is not None


def test_a_snapshot_signed_by_someone_else_is_not_this_folder_s(folder: Path, taken: Path, tmp_path: Path) -> None:
    other = fill_folder(tmp_path / "other")
    foreign = take_snapshot(other, clock=lambda: START).path
    shutil.rmtree(taken)
    shutil.copytree(foreign, taken)
    assert verify_snapshot(foreign) == ()
    (said,) = verify_snapshot(taken)
    assert said.startswith("it was signed with the key ")
    with pytest.raises(DamagedArchive):
        restore_snapshot(taken, tmp_path / "restored")


@pytest.mark.parametrize("name", ["captures.db", "captures.db-wal", "archive.db-shm", "anything"])
def test_a_snapshot_is_never_restored_over_anything(taken: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / "restored"
    target.mkdir()
    (target / name).write_bytes(b"stands")
    with pytest.raises(UsageError, match="is not empty") as refused:
        restore_snapshot(taken, target)
    assert refused.value.exit_code == 2
    assert [(path.name, path.read_bytes()) for path in target.iterdir()] == [(name, b"stands")]


def test_a_snapshot_is_restored_into_an_empty_folder_but_not_onto_a_file(taken: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    restore_snapshot(taken, tmp_path / "empty")
    assert (tmp_path / "empty" / "captures.db").is_file()
    (tmp_path / "file").touch()
    with pytest.raises(UsageError):
        restore_snapshot(taken, tmp_path / "file")


def test_a_failed_restore_leaves_an_empty_folder_empty(taken: Path, tmp_path: Path) -> None:
    (taken / "manifest.sig").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    with pytest.raises(DamagedArchive):
        restore_snapshot(taken, tmp_path / "empty")
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "statement", "said"),
    [
        ("captures.db", "UPDATE ledger SET hash = 'x' WHERE sequence = 3", "entry 3 was changed"),
        ("captures.db", "DELETE FROM payloads WHERE rowid = 2", "entry 3: its payload"),
        ("archive.db", "UPDATE segments SET text = 'x' WHERE id = 1", "revision 1: its segments"),
    ],
)
def test_there_is_no_snapshot_of_what_does_not_verify(folder: Path, name: str, statement: str, said: str) -> None:
    alter(folder / name, statement)
    with pytest.raises(DamagedArchive, match=said):
        take_snapshot(folder)
    assert list((folder / "snapshots").iterdir()) == []


def test_there_is_no_snapshot_of_a_file_that_is_no_database(folder: Path) -> None:
    (folder / "archive.db").write_bytes(b"not a database\n" * 1000)
    with pytest.raises(DamagedArchive, match=r"archive\.db is damaged"):
        take_snapshot(folder)
    assert list((folder / "snapshots").iterdir()) == []


def test_a_folder_without_evidence_has_nothing_to_take(tmp_path: Path) -> None:
    with pytest.raises(UnusableArchive, match="sijill crawl"):
        take_snapshot(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert list_snapshots(tmp_path) == ()


def test_a_folder_with_evidence_only_can_be_kept(tmp_path: Path) -> None:
    open_evidence(tmp_path / "captures.db").close()
    snapshot = take_snapshot(tmp_path)
    assert verify_snapshot(snapshot.path) == ()
    assert snapshot.manifest is not None
    assert (snapshot.manifest.head_sequence, snapshot.manifest.head_hash) == (0, "0" * 64)


def test_without_room_nothing_is_begun(folder: Path) -> None:
    with pytest.raises(NoRoom, match="free some and run again") as refused:
        take_snapshot(folder, free_bytes=lambda path: 1_000_000)
    assert refused.value.exit_code == 74
    assert list((folder / "snapshots").iterdir()) == []


TAKE = """
import resource, signal, sys
from pathlib import Path
from archive.errors import NoRoom
from archive.snapshot import take_snapshot
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
most = int(sys.argv[2])
if most:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
while True:
    try:
        print(take_snapshot(Path(sys.argv[1])).name, flush=True)
    except NoRoom as error:
        print("no room", error, flush=True)
        break
"""


@pytest.mark.parametrize("most", [300, 20_000, 100_000])
def test_a_disk_that_takes_no_more_leaves_nothing_half_written(folder: Path, most: int) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    with open_evidence(folder / "captures.db") as evidence:
        context = known_context(evidence)
        for number in (50, 51):
            evidence.record(captured(number, wire=random.Random(number).randbytes(90_000)), context)
    with python_child(TAKE, str(folder), str(most)) as child:
        said, _ = child.communicate(timeout=60)
    assert said.startswith("no room there is no room left in")
    assert list((folder / "snapshots").iterdir()) == []


def test_kill_9_at_any_moment_leaves_only_whole_snapshots_and_the_next_one_clears_up(folder: Path) -> None:
    moments = random.Random(20260126)
    for _ in range(6):
        with python_child(TAKE, str(folder), "0") as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(moments.uniform(0, 0.15))
            child.send_signal(signal.SIGKILL)
    snapshots = list_snapshots(folder)
    assert len(snapshots) >= 6
    assert [snapshot.problem for snapshot in snapshots] == [None] * len(snapshots)
    assert verify_snapshot(snapshots[-1].path) == ()
    take_snapshot(folder)
    assert [path.name for path in (folder / "snapshots").iterdir() if path.name.startswith(".")] == []


def test_a_scratch_folder_in_use_is_not_taken_for_a_left_over(folder: Path) -> None:
    snapshots = folder / "snapshots"
    snapshots.mkdir()
    (snapshots / ".partial-of-a-killed-run").mkdir()
    (snapshots / ".partial-of-a-killed-run" / "captures.db").write_bytes(b"x")
    with scratch_folder(snapshots) as in_use:
        taken = take_snapshot(folder)
        assert sorted(path.name for path in snapshots.iterdir()) == sorted([in_use.name, taken.name])
    assert [path.name for path in snapshots.iterdir()] == [taken.name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_snapshot_on_a_medium_that_cannot_be_written_to_is_verified(taken: Path, tmp_path: Path) -> None:
    medium = tmp_path / "medium"
    shutil.copytree(taken, medium / "copy")
    medium.chmod(0o500)
    try:
        assert verify_snapshot(medium / "copy") == ()
    finally:
        medium.chmod(0o700)


@pytest.mark.parametrize("name", ["captures.db", "archive.db"])
def test_taking_a_snapshot_of_damaged_files_fails_with_an_error_of_ours_and_leaves_nothing(
    folder: Path, name: str
) -> None:
    content = (folder / name).read_bytes()
    places = random.Random(name)
    refused = 0
    for _ in range(30):
        (folder / name).write_bytes(content)
        for _ in range(20):
            flip(folder / name, places.randrange(len(content) * 8))
        try:
            shutil.rmtree(take_snapshot(folder).path)
        except ArchiveError:
            refused += 1
        assert list((folder / "snapshots").iterdir()) == []
    assert refused > 10
