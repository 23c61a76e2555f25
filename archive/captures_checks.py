"""What captures.db is checked for: every hash, the chain, the references, and what snapshots have signed."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.captures import TRIGGERS
from archive.checks import Checked, begin, check_structure, check_triggers, run_checks
from archive.connections import connect
from archive.digests import canonical
from archive.entries import ARTICLE, LEXICON, NO_HASH
from archive.errors import DamagedArchive
from archive.payloads import unpack_payload


@dataclass(frozen=True, slots=True)
class SignedHead:
    """The last entry of the ledger as a signed manifest states it."""

    stated_by: str
    """For people: "snapshot 20260126T023000Z"."""
    sequence: int
    hash: str


@dataclass(slots=True)
class _Walk:
    """How far the walk over captures.db has come."""

    heads: Mapping[int, Sequence[SignedHead]]
    """By their sequence."""
    last: int = 0
    last_hash: str = NO_HASH
    damaged: set[str] = field(default_factory=set)
    """Digests of payloads that are not what was stored."""
    configurations: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(
            ("entries", "captures", "articles", "lexicons", "payloads", "payload_bytes"), 0
        )
    )


def check_captures(path: Path, heads: Sequence[SignedHead] = ()) -> Checked:
    """Every hash, the chain, the references and the triggers of a captures.db, and that it holds the signed heads."""
    by_sequence: dict[int, list[SignedHead]] = {}
    for head in heads:
        by_sequence.setdefault(head.sequence, []).append(head)
    walk = _Walk(by_sequence)
    with closing(connect(path, read_only=True)) as db:
        steps: list[Callable[[], Iterator[str]]] = [
            lambda: begin(db),
            lambda: check_structure(db),
            lambda: check_triggers(db, TRIGGERS, "the evidence was"),
            lambda: _check_configurations(db, walk),
            lambda: _check_payloads(db, walk),
            lambda: _check_ledger(db, walk),
            lambda: _check_tail(walk),
        ]
        return Checked(run_checks(path, steps), walk.counts, walk.last)


def _check_configurations(db: Database, walk: _Walk) -> Iterator[str]:
    for digest, text in db.execute("SELECT hash, CAST(text AS BLOB) FROM configurations").fetchall():
        walk.configurations.add(digest)
        if hashlib.sha256(text).hexdigest() != digest:
            yield f"the configuration {digest} is not what was stored"


def _check_payloads(db: Database, walk: _Walk) -> Iterator[str]:
    rows = db.execute("SELECT digest, length_bytes, compression, body FROM payloads ORDER BY rowid")
    for digest, length_bytes, compression, body in rows:
        walk.counts["payloads"] += 1
        walk.counts["payload_bytes"] += length_bytes
        try:
            unpack_payload(digest, length_bytes, compression, body)
        except DamagedArchive as error:
            walk.damaged.add(digest)
            yield str(error)


def _check_ledger(db: Database, walk: _Walk) -> Iterator[str]:
    for sequence, stated, previous, text in db.execute(
        "SELECT sequence, hash, previous_hash, CAST(entry AS BLOB) FROM ledger ORDER BY sequence"
    ):
        found = hashlib.sha256(text).hexdigest()
        content = _parse(text)
        yield from _check_link(sequence, previous, walk)
        if found != stated:
            yield f"entry {sequence} was changed: its hash is {found}, {stated} was recorded"
        if content is None or (content.get("sequence"), content.get("previous_hash")) != (sequence, previous):
            yield f"entry {sequence} is not a ledger entry in canonical form, or says another place than it has"
        else:
            yield from _check_references(db, sequence, content, walk)
        for head in walk.heads.get(sequence, ()):
            if head.hash != found:
                yield f"entry {sequence} is not the one that {head.stated_by} has signed"
        walk.last, walk.last_hash = sequence, stated


def _parse(text: bytes) -> dict[str, Any] | None:
    """What an entry says; None where it is no JSON object in canonical form: one that two readers could read apart."""
    try:
        content = json.loads(text)
        return content if isinstance(content, dict) and _is_canonical(content, text) else None
    except (ValueError, RecursionError):
        return None


def _is_canonical(content: Mapping[str, Any], text: bytes) -> bool:
    """True where writing the content gives these bytes: no key twice, no space, no other order.

    Entries hold texts and whole numbers under ASCII names, for which the standard library writes what RFC 8785 asks,
    at a fifth of the time.
    """
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode("utf-8", "surrogatepass") == text or canonical(content) == text


def _check_link(sequence: int, previous: str, walk: _Walk) -> Iterator[str]:
    walk.counts["entries"] += 1
    if sequence != walk.last + 1:
        yield f"entries {walk.last + 1} to {sequence - 1} are missing"
    elif previous != walk.last_hash:
        yield f"entry {sequence} does not follow entry {walk.last}: it names {previous} as its predecessor"


def _check_references(db: Database, sequence: int, content: Mapping[str, Any], walk: _Walk) -> Iterator[str]:
    if content.get("configuration") not in walk.configurations:
        yield f"entry {sequence}: its configuration {content.get('configuration')} is missing"
    if content.get("kind") == ARTICLE:
        walk.counts["articles"] += 1
        later = [one for one in (*content["attempts"], *content["captures"]) if not 0 < one < sequence]
        if later:
            yield f"entry {sequence} is made of entries that are not before it: {later}"
        return
    walk.counts["lexicons" if content.get("kind") == LEXICON else "captures"] += 1
    digest = content.get("payload")
    if digest is None:
        return
    row = db.execute("SELECT length_bytes FROM payloads WHERE digest = ?", [digest]).fetchone()
    if row is None:
        yield f"entry {sequence}: its payload {digest} is missing"
    elif digest in walk.damaged or row[0] != content.get("length_bytes"):
        yield f"entry {sequence}: its payload {digest} is damaged"


def _check_tail(walk: _Walk) -> Iterator[str]:
    for head in (head for heads in walk.heads.values() for head in heads):
        if head.sequence > walk.last:
            yield f"the ledger is cut after entry {walk.last}: {head.stated_by} has signed entry {head.sequence}"
