"""The manifest of a snapshot: its files with their hashes, the ledger's head, the manifest before it; and who signed.

Canonical JSON (RFC 8785), so that anyone can hash and verify it with the standard library and `openssl`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.digests import canonical
from archive.errors import DamagedArchive
from archive.signing import is_signed, key_id
from archive.times import read_utc, utc_text

FORMAT = "sijill-snapshot-1"
MANIFEST = "manifest.json"
SIGNATURE = "manifest.sig"
PUBLIC_KEY = "signing.pub"
# A manifest has some hundred bytes for each of its three files; more is not read.
_BYTES_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of a snapshot, as it lies there and as it is restored."""

    name: str
    size_bytes: int
    sha256: str
    raw_name: str
    """Its name when restored."""
    raw_size_bytes: int
    raw_sha256: str
    """Of the decompressed content; equal to `sha256` for a file that is not compressed."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot says of itself."""

    number: int
    """Counts the snapshots of a data folder from 1: a clock may go back, this does not."""
    created_at: datetime
    reason: str
    files: tuple[FileRecord, ...]
    head_sequence: int
    """The last entry of the ledger; 0 where it is empty."""
    head_hash: str
    counts: Mapping[str, int]
    previous: str | None
    """SHA-256 of the manifest before it; None for the first."""
    key: str
    """SHA-256 of the public key that signs it."""


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is hashed, signed and written."""
    return canonical(
        {
            "format": FORMAT,
            "number": manifest.number,
            "created_at": utc_text(manifest.created_at),
            "reason": manifest.reason,
            "files": [_file_content(file) for file in manifest.files],
            "ledger": {"sequence": manifest.head_sequence, "hash": manifest.head_hash},
            "counts": dict(manifest.counts),
            "previous_manifest": manifest.previous,
            "key": manifest.key,
        }
    )


def parse_manifest(text: bytes) -> Manifest:
    """The manifest of such bytes; ValueError where they are none, or of another format."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(f"its format is {content['format']!r}, this program knows {FORMAT!r}")
        return Manifest(
            number=int(content["number"]),
            created_at=read_utc(content["created_at"]),
            reason=str(content["reason"]),
            files=tuple(_parse_file(file) for file in content["files"]),
            head_sequence=int(content["ledger"]["sequence"]),
            head_hash=str(content["ledger"]["hash"]),
            counts={str(name): int(count) for name, count in content["counts"].items()},
            previous=content["previous_manifest"],
            key=str(content["key"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"it lacks what a manifest has: {error}") from None


def read_manifest(snapshot: Path, trusted: bytes | None = None) -> Manifest:
    """The manifest of a snapshot, its signature checked; DamagedArchive says what does not hold.

    `trusted` is the public key in PEM that must have signed it. Without one the key that lies beside it is taken,
    which shows damage, but nothing against someone who signed anew with a key of their own.
    """
    try:
        text = _read_bounded(snapshot / MANIFEST)
        signature = _read_bounded(snapshot / SIGNATURE)
        pem = trusted or _read_bounded(snapshot / PUBLIC_KEY)
    except OSError as error:
        raise DamagedArchive(f"{Path(error.filename or MANIFEST).name} cannot be read: {error.strerror}") from None
    try:
        signed, key = is_signed(text, signature, pem), key_id(pem)
        manifest = parse_manifest(text)
    except ValueError as error:
        raise DamagedArchive(f"the manifest or its key cannot be read: {error}") from None
    if manifest.key != key:
        raise DamagedArchive(f"it was signed with the key {manifest.key}, not with this archive's {key}")
    if not signed:
        raise DamagedArchive("the manifest's signature does not hold: it was changed, or signed with another key")
    return manifest


def _read_bounded(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_BYTES_MOST)


def _file_content(file: FileRecord) -> dict[str, Any]:
    return {
        "name": file.name,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256,
        "raw": {"name": file.raw_name, "size_bytes": file.raw_size_bytes, "sha256": file.raw_sha256},
    }


def _parse_file(content: Mapping[str, Any]) -> FileRecord:
    raw = content["raw"]
    for name in (content["name"], raw["name"]):
        if not isinstance(name, str) or Path(name).name != name:
            raise ValueError(f"{name!r} is no name of a file in a snapshot")
    return FileRecord(
        name=content["name"],
        size_bytes=int(content["size_bytes"]),
        sha256=str(content["sha256"]),
        raw_name=raw["name"],
        raw_size_bytes=int(raw["size_bytes"]),
        raw_sha256=str(raw["sha256"]),
    )
