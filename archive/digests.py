"""The hashes that the archive stands on: SHA-256 in hex, of bytes, of canonical JSON (RFC 8785) and of files."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rfc8785

from crawler.models.hashing import content_hash

__all__ = ["canonical", "content_hash", "entry_hash", "file_digest", "payload_digest"]


def canonical(content: Mapping[str, Any]) -> bytes:
    """The content as canonical JSON (RFC 8785): equal contents give equal bytes, whatever their order.

    >>> canonical({"b": 1, "a": "سجل"}).decode()
    '{"a":"سجل","b":1}'
    """
    return rfc8785.dumps(dict(content))


def entry_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 of a ledger entry's canonical JSON."""
    return hashlib.sha256(canonical(content)).hexdigest()


def payload_digest(wire: bytes) -> str:
    """SHA-256 of a body as it came over the wire."""
    return hashlib.sha256(wire).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
