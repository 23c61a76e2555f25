"""The files of a snapshot: databases copied by SQLite's backup API and compressed, and the way back."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import zstandard

from archive.connections import connect, is_damage
from archive.digests import file_digest
from archive.durable import force_file
from archive.errors import DamagedArchive
from archive.manifest import FileRecord

CAPTURES = "captures.db"
ARCHIVE = "archive.db"
CONFIGURATION = "sijill.toml"
# A copy of archive.db is made first: then the evidence beside it is never older than what was derived from it.
DATABASES = (ARCHIVE, CAPTURES)
_SUFFIX = ".zst"
# Measured on an archive of 879 MB: level 3 shrinks it 3.3 times, level 10 3.6 times in 11 times the time.
_LEVEL = 3
_PIECE_BYTES = 1 << 20


def copy_database(source: Path, target: Path) -> None:
    """A copy of a database that may be written to meanwhile: one file, without -wal or -shm beside it."""
    with closing(connect(source, read_only=True)) as standing, closing(sqlite3.connect(target)) as copy:
        try:
            copy.execute("PRAGMA synchronous = OFF")  # the compressed file is forced to disk, this one is scratch
            standing.conn.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if not is_damage(error):
                raise
            raise DamagedArchive(f"{source.name} is damaged and cannot be copied: {error}") from error


def compress_file(raw: Path, folder: Path) -> FileRecord:
    """The file compressed into the folder, on disk when this returns."""
    target = folder / (raw.name + _SUFFIX)
    with raw.open("rb") as source, target.open("wb") as sink:
        zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).copy_stream(
            source, sink, size=raw.stat().st_size, read_size=_PIECE_BYTES, write_size=_PIECE_BYTES
        )
    return _record(target, raw)


def copy_plain(source: Path, folder: Path) -> FileRecord:
    """The file copied as it is into the folder, on disk when this returns."""
    target = folder / source.name
    shutil.copyfile(source, target)
    return _record(target, target)


def _record(target: Path, raw: Path) -> FileRecord:
    force_file(target)
    return FileRecord(
        name=target.name,
        size_bytes=target.stat().st_size,
        sha256=file_digest(target),
        raw_name=raw.name,
        raw_size_bytes=raw.stat().st_size,
        raw_sha256=file_digest(raw),
    )


def file_problem(folder: Path, file: FileRecord) -> str | None:
    """What is wrong with a file of a snapshot as it lies there; None where nothing is."""
    path = folder / file.name
    try:
        if path.stat().st_size != file.size_bytes:
            return f"{file.name} has {path.stat().st_size} bytes, not {file.size_bytes}"
        if file_digest(path) != file.sha256:
            return f"{file.name} is not what was stored: its hash is another"
    except OSError as error:
        return f"{file.name} cannot be read: {error.strerror}"
    return None


def restore_file(folder: Path, file: FileRecord, target: Path) -> None:
    """Write a snapshot's file as it was, on disk when this returns; DamagedArchive where it is not that."""
    path = target / file.raw_name
    digest = hashlib.sha256()
    with path.open("xb") as sink:
        for piece in _pieces(folder / file.name, file):
            digest.update(piece)
            sink.write(piece)
    force_file(path)
    if digest.hexdigest() != file.raw_sha256:
        raise DamagedArchive(f"{file.name} does not hold the {file.raw_name} it was made of")


def _pieces(path: Path, file: FileRecord) -> Iterator[bytes]:
    """The restored content in pieces; never more than was stored, whatever a compressed file expands to."""
    left = file.raw_size_bytes
    try:
        with path.open("rb") as source:
            compressed = file.name != file.raw_name
            reader = zstandard.ZstdDecompressor().stream_reader(source) if compressed else source
            while piece := reader.read(_PIECE_BYTES):
                left -= len(piece)
                if left < 0:
                    raise DamagedArchive(
                        f"{file.name} holds more than the {file.raw_size_bytes} bytes that were stored"
                    )
                yield piece
    except zstandard.ZstdError as error:
        raise DamagedArchive(f"{file.name} cannot be decompressed: {error}") from None
