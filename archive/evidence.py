"""captures.db, the evidence: each attempt is recorded, committed and chained before anything is made of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive import captures as tables
from archive.connections import OpenDatabase, Tables, open_database, transaction
from archive.digests import canonical, payload_digest
from archive.entries import (
    LEXICON,
    NO_HASH,
    Context,
    LearnedLexicon,
    LedgerEntry,
    article_content,
    capture_content,
    lexicon_content,
    parse_entry,
    read_capture_content,
    read_lexicon_content,
)
from archive.errors import DamagedArchive
from archive.payloads import pack_payload, unpack_payload
from crawler.models import Capture

__all__ = ["Context", "Evidence", "EvidenceSummary", "LedgerEntry", "open_evidence"]

_SELECT = "SELECT sequence, hash, previous_hash, entry FROM ledger"


@dataclass(frozen=True, slots=True)
class EvidenceSummary:
    """What captures.db holds."""

    captures: int
    articles: int
    """Entries that close an article's group."""
    lexicons: int
    """Entries of lexicons that were learned."""
    payloads: int
    payload_bytes: int
    """Of the bodies as they came, before compression."""
    head: str | None
    """Hash of the last entry; None where there is none yet."""
    first_at: str | None
    """When the first attempt began, UTC text; None before it."""
    last_at: str | None
    """When the last attempt ended, UTC text; None before it."""


class Evidence(OpenDatabase):
    """An open captures.db; close it, or use it as a context manager."""

    def record(self, capture: Capture, context: Context) -> LedgerEntry:
        """The attempt's entry, on disk together with its body when this returns; failures are recorded as well."""
        digest = payload_digest(capture.wire) if capture.wire else None
        content = capture_content(capture, digest, context)
        with transaction(self.db):
            if digest is not None:
                self._keep_payload(digest, capture.wire)
            return self._append(content)

    def close_article(
        self,
        key: str,
        attempts: Sequence[int],
        captures: Sequence[int],
        context: Context,
        claims: Sequence[tuple[str, str]] = (),
    ) -> LedgerEntry:
        """The entry of kind "article" that closes an article's group.

        `key` is the article's address, `attempts` are the sequences of this run's entries, `captures` those of the
        entries whose bodies it is derived from: an older one where this run got a 304 or a failure. `claims` are the
        (source, text) of dates stated outside the pages: by feeds, by sitemaps, by when it was first seen.
        """
        with transaction(self.db):
            return self._append(article_content(key, attempts, captures, context, claims))

    def record_lexicon(self, lexicon: LearnedLexicon, context: Context) -> LedgerEntry:
        """The entry of kind "lexicon" of one that was learned, on disk together with its bytes when this returns."""
        digest = payload_digest(lexicon.content)
        with transaction(self.db):
            self._keep_payload(digest, lexicon.content)
            return self._append(lexicon_content(lexicon, digest, context))

    def lexicons_after(self, sequence: int) -> list[LedgerEntry]:
        """The entries of kind "lexicon" after that sequence, in order."""
        sql = _SELECT + " WHERE json_extract(entry, '$.kind') = 'lexicon' AND sequence > ? ORDER BY sequence"
        return [parse_entry(*row) for row in self.db.execute(sql, [sequence]).fetchall()]

    def last_lexicon(self) -> LedgerEntry | None:
        """The entry of the lexicon learned last; None where none was."""
        sql = _SELECT + " WHERE json_extract(entry, '$.kind') = 'lexicon' ORDER BY sequence DESC LIMIT 1"
        row = self.db.execute(sql).fetchone()
        return parse_entry(*row) if row else None

    def lexicon(self, sequence: int) -> LearnedLexicon:
        """The lexicon as it was recorded, its bytes hashed again; DamagedArchive where it is none, or damaged."""
        content = self.entry(sequence).content
        if content["kind"] != LEXICON:
            raise DamagedArchive(f"entry {sequence} of the ledger is of kind {content['kind']}, no lexicon")
        return read_lexicon_content(content, self._payload(content["payload"]))

    def last_closing(self, key: str) -> LedgerEntry | None:
        """The newest entry that closes the group of the article with that address; None where there is none yet."""
        row = self.db.execute(
            _SELECT + " WHERE json_extract(entry, '$.kind') = 'article' AND json_extract(entry, '$.article') = ?"
            " ORDER BY sequence DESC LIMIT 1",
            [key],
        ).fetchone()
        return parse_entry(*row) if row else None

    def articles_after(self, sequence: int) -> Iterator[LedgerEntry]:
        """The entries of kind "article" after that sequence, in order; captures are not read for it."""
        # Fetched one by one: the caller may write between two of them.
        while row := self.db.execute(
            _SELECT + " WHERE json_extract(entry, '$.kind') = 'article' AND sequence > ? ORDER BY sequence LIMIT 1",
            [sequence],
        ).fetchone():
            entry = parse_entry(*row)
            yield entry
            sequence = entry.sequence

    def latest_articles(self, source: str, limit: int) -> list[int]:
        """Sequences of the entries that last closed an article of a source, each article once, the newest first."""
        rows = self.db.execute(
            """SELECT max(sequence) AS last FROM ledger WHERE json_extract(entry, '$.kind') = 'article'
                AND json_extract(entry, '$.source') = ? GROUP BY json_extract(entry, '$.article')
            ORDER BY last DESC LIMIT ?""",
            [source, limit],
        )
        return [sequence for (sequence,) in rows.fetchall()]

    def entries(self, after: int = 0) -> Iterator[LedgerEntry]:
        """All entries after that sequence, in order."""
        for row in self.db.execute(_SELECT + " WHERE sequence > ? ORDER BY sequence", [after]):
            yield parse_entry(*row)

    def entry(self, sequence: int) -> LedgerEntry:
        """The entry of that sequence; DamagedArchive where there is none."""
        row = self.db.execute(_SELECT + " WHERE sequence = ?", [sequence]).fetchone()
        if row is None:
            raise DamagedArchive(f"the ledger has no entry {sequence}: sijill verify")
        return parse_entry(*row)

    def head(self) -> LedgerEntry | None:
        """The last entry; None where nothing was recorded yet."""
        row = self.db.execute(_SELECT + " ORDER BY sequence DESC LIMIT 1").fetchone()
        return parse_entry(*row) if row else None

    def head_place(self) -> tuple[int, str]:
        """Sequence and hash of the last entry; (0, NO_HASH) before the first."""
        row = self.db.execute("SELECT sequence, hash FROM ledger ORDER BY sequence DESC LIMIT 1").fetchone()
        return (row[0], row[1]) if row else (0, NO_HASH)

    def capture(self, sequence: int) -> Capture:
        """The capture as it was recorded, its body's hash checked.

        DamagedArchive where there is none, where the entry closes an article, or where the body is damaged.
        """
        content = self.entry(sequence).content
        if "started_at" not in content:
            raise DamagedArchive(f"entry {sequence} of the ledger is of kind {content['kind']}, no capture")
        return read_capture_content(content, self._payload(content["payload"]))

    def record_configuration(self, text: str) -> str:
        """The hash under which the configuration's text is kept, once."""
        stored = text.encode("utf-8")
        digest = payload_digest(stored)
        with transaction(self.db):
            if self.db.execute("SELECT 1 FROM configurations WHERE hash = ?", [digest]).fetchone() is None:
                self.db.execute("INSERT INTO configurations (hash, text) VALUES (?, ?)", [digest, text])
        return digest

    def configuration(self, digest: str) -> str:
        """The text of the configuration with that hash; DamagedArchive where it is absent or not what was kept."""
        row = self.db.execute("SELECT text FROM configurations WHERE hash = ?", [digest]).fetchone()
        if row is None or payload_digest(row[0].encode("utf-8")) != digest:
            raise DamagedArchive(f"the configuration {digest} is missing or damaged: sijill verify")
        return str(row[0])

    def counts(self) -> dict[str, int]:
        """How much is held: captures, articles (groups closed), lexicons, payloads, and the bytes of their bodies."""
        summary = self.summary()
        names = ("captures", "articles", "lexicons", "payloads", "payload_bytes")
        return {name: getattr(summary, name) for name in names}

    def summary(self) -> EvidenceSummary:
        """What captures.db holds, without reading it through."""
        last, head = self.head_place()
        articles = self._number("SELECT count(*) FROM ledger WHERE json_extract(entry, '$.kind') = 'article'")
        lexicons = self._number("SELECT count(*) FROM ledger WHERE json_extract(entry, '$.kind') = 'lexicon'")
        return EvidenceSummary(
            captures=last - articles - lexicons,
            articles=articles,
            lexicons=lexicons,
            payloads=self._number("SELECT count(*) FROM payloads"),
            payload_bytes=self._number("SELECT coalesce(sum(length_bytes), 0) FROM payloads"),
            head=head if last else None,
            first_at=self._text(
                "SELECT json_extract(entry, '$.started_at') FROM ledger"
                " WHERE json_extract(entry, '$.kind') = 'capture' ORDER BY sequence LIMIT 1"
            ),
            last_at=self._text(
                "SELECT json_extract(entry, '$.finished_at') FROM ledger"
                " WHERE json_extract(entry, '$.kind') = 'capture' ORDER BY sequence DESC LIMIT 1"
            ),
        )

    def _number(self, sql: str) -> int:
        (number,) = self.db.execute(sql).fetchone()
        return int(number)

    def _text(self, sql: str) -> str | None:
        row = self.db.execute(sql).fetchone()
        return str(row[0]) if row else None

    def _keep_payload(self, digest: str, wire: bytes) -> None:
        if self.db.execute("SELECT 1 FROM payloads WHERE digest = ?", [digest]).fetchone() is not None:
            return
        compression, body = pack_payload(wire)
        self.db.execute(
            "INSERT INTO payloads (digest, length_bytes, compression, body) VALUES (?, ?, ?, ?)",
            [digest, len(wire), compression, body],
        )

    def _append(self, content: Mapping[str, Any]) -> LedgerEntry:
        last, previous_hash = self.head_place()
        content = {**content, "sequence": last + 1, "previous_hash": previous_hash}
        stored = canonical(content)
        entry = LedgerEntry(last + 1, payload_digest(stored), previous_hash, content)
        self.db.execute(
            "INSERT INTO ledger (sequence, hash, previous_hash, entry) VALUES (?, ?, ?, ?)",
            [entry.sequence, entry.hash, previous_hash, stored.decode("utf-8")],
        )
        return entry

    def _payload(self, digest: str | None) -> bytes:
        if digest is None:
            return b""
        row = self.db.execute(
            "SELECT length_bytes, compression, body FROM payloads WHERE digest = ?", [digest]
        ).fetchone()
        if row is None:
            raise DamagedArchive(f"the payload {digest} is missing: sijill verify")
        return unpack_payload(digest, *row)


_TABLES = Tables(tables.MIGRATIONS, tables.check_complete, "captured evidence")


def open_evidence(path: Path, *, read_only: bool = False) -> Evidence:
    """The evidence at `path`; made, or its tables brought up to date, unless it is opened read-only.

    There must be one writer in the whole system: hold the lock. Raises UnusableArchive where the file is absent
    (read-only), is no SQLite database or was made by a newer program, DamagedArchive where a trigger is missing.
    """
    return Evidence(open_database(path, _TABLES, read_only=read_only))
