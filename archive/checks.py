"""What captures.db and archive.db are checked for: everything in them that can be recomputed is.

`integrity_check` sees 18 of 60 single-bit flips, SHA-256 all of them: hashes decide, SQLite's own check is only of the
structure. Damage is reported, never raised.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive import captures, schema
from archive.connections import connect
from archive.digests import canonical, content_hash
from archive.entries import ARTICLE, LEXICON, NO_HASH
from archive.errors import DamagedArchive
from archive.payloads import unpack_payload
from archive.reading import load_editions
from crawler.models import Edition


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was recorded."""

    where: str
    """The file or snapshot."""
    said: str
    """What is wrong, with the sequence, digest or revision."""

    def __str__(self) -> str:
        return f"{self.where}: {self.said}"


@dataclass(frozen=True, slots=True)
class SignedHead:
    """The last entry of the ledger as a signed manifest states it."""

    stated_by: str
    """For people: "snapshot 20260126T023000Z"."""
    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of one database found."""

    problems: tuple[Problem, ...]
    counts: Mapping[str, int]
    through: int
    """Of captures.db the last sequence, of archive.db the highest one that it was derived from."""


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
            lambda: _begin(db),
            lambda: _check_structure(db),
            lambda: _check_captures_triggers(db),
            lambda: _check_configurations(db, walk),
            lambda: _check_payloads(db, walk),
            lambda: _check_ledger(db, walk),
            lambda: _check_tail(walk),
        ]
        return Checked(_run(path, steps), walk.counts, walk.last)


def check_archive(path: Path) -> Checked:
    """Each revision's content hash recomputed from its segments, and what stands beside it, of an archive.db."""
    found: dict[str, int] = {"revisions": 0, "through": 0}
    with closing(connect(path, read_only=True)) as db:
        steps: list[Callable[[], Iterator[str]]] = [
            lambda: _begin(db),
            lambda: _check_structure(db),
            lambda: _check_archive_triggers(db),
            lambda: _check_revisions(db, found),
            lambda: _check_articles(db),
            lambda: _check_derivation(db, found),
            lambda: _check_alignments(db, found),
        ]
        return Checked(_run(path, steps), {"revisions": found["revisions"]}, found["through"])


def _run(path: Path, steps: Sequence[Callable[[], Iterator[str]]]) -> tuple[Problem, ...]:
    """What all steps say, each thing once: a file that is no database stops every one of them."""
    said = dict.fromkeys(said for step in steps for said in _guarded(step))
    return tuple(Problem(path.name, one) for one in said)


def _guarded(step: Callable[[], Iterator[str]]) -> Iterator[str]:
    """What the step says; that it could not go on where SQLite, or text that is not what it should be, stops it."""
    try:
        yield from step()
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError) as error:
        yield f"cannot be read any further: {type(error).__name__}: {error}"


def _begin(db: Database) -> Iterator[str]:
    """One moment is checked, whatever a crawl writes meanwhile."""
    db.execute("BEGIN")
    yield from ()


def _check_structure(db: Database) -> Iterator[str]:
    for (said,) in db.execute("PRAGMA integrity_check(10)").fetchall():
        if said != "ok":
            yield f"its structure is damaged: {' '.join(str(said).split())}"


def _check_captures_triggers(db: Database) -> Iterator[str]:
    for name in captures.missing_triggers(db):
        yield f"the trigger {name} is missing or changed: the evidence was not protected"


def _check_archive_triggers(db: Database) -> Iterator[str]:
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    for name, sql in schema.TRIGGERS.items():
        if found.get(name) != sql:
            yield f"the trigger {name} is missing or changed: the revisions were not protected"


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


def _check_revisions(db: Database, found: dict[str, int]) -> Iterator[str]:
    for revision, stated, sequence in db.execute("SELECT id, content_hash, ledger_sequence FROM revisions ORDER BY id"):
        found["revisions"] += 1
        found["through"] = max(found["through"], sequence)
        try:
            editions = load_editions(db, revision)
        except (ValueError, sqlite3.DatabaseError) as error:
            yield f"revision {revision} has a segment that cannot be read: {error}"
            continue
        if content_hash(editions) != stated or not all(map(_is_in_order, editions)):
            yield f"revision {revision}: its segments are not the text whose hash is {stated}"


def _is_in_order(edition: Edition) -> bool:
    """True where positions count from 0 within each role: the hash is over texts in order, without positions."""
    following: dict[str, int] = {}
    for segment in edition.segments:
        if segment.position != following.get(segment.role, 0):
            return False
        following[segment.role] = segment.position + 1
    return True


def _check_articles(db: Database) -> Iterator[str]:
    rows = db.execute(
        """SELECT article.id FROM articles AS article
        LEFT JOIN revisions AS revision ON revision.id = article.revision_id
        WHERE revision.content_hash IS NOT article.content_hash
            OR revision.article_id IS NOT article.id
            OR article.revisions IS NOT (SELECT max(number) FROM revisions WHERE article_id = article.id)
            OR article.headline_en IS NOT (SELECT text FROM segments WHERE revision_id = revision.id
                AND language = 'en' AND role = 'headline' AND position = 0)
            OR article.headline_ar IS NOT (SELECT text FROM segments WHERE revision_id = revision.id
                AND language = 'ar' AND role = 'headline' AND position = 0)
        ORDER BY article.id"""
    ).fetchall()
    for (article,) in rows:
        yield f"article {article} does not say what its newest revision says: sijill replay"


def _check_alignments(db: Database, found: dict[str, int]) -> Iterator[str]:
    """Each aligned revision says by what; the ledger must reach to the last lexicon. Old archives have none of it."""
    if not db.table("lexicons").exists():
        return
    (newest,) = db.execute("SELECT max(ledger_sequence) FROM lexicons").fetchone()
    found["through"] = max(found["through"], newest or 0)
    rows = db.execute(
        """SELECT DISTINCT unit.revision_id FROM translation_units AS unit LEFT JOIN alignments AS alignment
            ON alignment.revision_id = unit.revision_id WHERE alignment.revision_id IS NULL ORDER BY 1"""
    ).fetchall()
    for (revision,) in rows:
        yield f"revision {revision} does not say which lexicon aligned it: sijill replay"


def _check_derivation(db: Database, found: dict[str, int]) -> Iterator[str]:
    row = db.execute("SELECT ledger_sequence FROM derivation WHERE id = 1").fetchone()
    through = row[0] if row else 0
    if through < found["through"]:
        yield f"it says that it was derived through entry {through}, but has a revision of entry {found['through']}"
    found["through"] = max(found["through"], through)
