"""Translation units and discrepancies: how a revision's two sides are aligned, and with which lexicon.

They are no part of what a revision says: whenever a lexicon is learned, every revision is aligned anew with it, so
that all of the archive is aligned alike. Their ids are counted anew then.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from archive.reading import load_discrepancies, load_editions, load_units
from archive.times import read_utc, utc_text_s
from crawler.models import Discrepancy, Edition, SegmentRef, TranslationUnit
from crawler.models.record import span_record


@dataclass(frozen=True, slots=True)
class StoredLexicon:
    """One lexicon that was learned, as the archive lists it; its bytes are in captures.db."""

    sequence: int
    """Its entry in the ledger."""
    learned_at: datetime
    digest: str
    """SHA-256 of its bytes."""
    length_bytes: int
    documents: int
    """How many articles it was learned from."""
    pairs: int
    """How many pairs of segments."""
    words: int
    """How many pairs of words it holds."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the two sides of one revision are aligned, and what the comparison found."""

    revision_id: int
    units: tuple[TranslationUnit, ...]
    discrepancies: tuple[Discrepancy, ...]


def write_lexicon(db: Database, lexicon: StoredLexicon) -> None:
    """List a lexicon; nothing changes where it is listed already."""
    db.execute(
        "INSERT INTO lexicons (ledger_sequence, learned_at, digest, length_bytes, documents, pairs, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ledger_sequence) DO NOTHING",
        [
            lexicon.sequence,
            utc_text_s(lexicon.learned_at),
            lexicon.digest,
            lexicon.length_bytes,
            lexicon.documents,
            lexicon.pairs,
            lexicon.words,
        ],
    )


def read_lexicons(db: Database) -> tuple[StoredLexicon, ...]:
    """The lexicons, the one learned last at the end."""
    rows = db.execute(
        "SELECT ledger_sequence, learned_at, digest, length_bytes, documents, pairs, words FROM lexicons"
        " ORDER BY ledger_sequence"
    )
    return tuple(StoredLexicon(row[0], read_utc(row[1]), *row[2:]) for row in rows.fetchall())


def lexicon_sequence(db: Database, digest: str | None) -> int | None:
    """The entry of the newest lexicon with that digest; None for none."""
    row = db.execute("SELECT max(ledger_sequence) FROM lexicons WHERE digest = ?", [digest]).fetchone()
    return None if row is None else row[0]


def begin_alignment(db: Database, revision_id: int, editions: Iterable[Edition]) -> None:
    """Make a new revision one that has two sides to align, and keep what of its page is evidence for that."""
    rows = {edition.language: edition.rows for edition in editions if edition.rows}
    written = json.dumps(rows, sort_keys=True, separators=(",", ":")) if rows else None
    db.execute("INSERT INTO alignments (revision_id, page_rows) VALUES (?, ?)", [revision_id, written])


def load_sides(db: Database, revision_id: int) -> tuple[Edition, ...]:
    """The editions of a revision with all that an alignment goes by: their rows on the page too."""
    (written,) = db.execute("SELECT page_rows FROM alignments WHERE revision_id = ?", [revision_id]).fetchone()
    rows = json.loads(written) if written else {}
    return tuple(
        replace(edition, rows=tuple(rows.get(edition.language, ()))) for edition in load_editions(db, revision_id)
    )


def write_alignment(
    db: Database,
    revision_id: int,
    units: Sequence[TranslationUnit],
    discrepancies: Sequence[Discrepancy],
    lexicon: int | None,
) -> None:
    """Store how a revision is aligned, in the place of how it was. Belongs inside a transaction."""
    for table, rows in (
        ("translation_units", _unit_rows(units)),
        ("discrepancies", _discrepancy_rows(discrepancies)),
    ):
        db.execute(f"DELETE FROM {table} WHERE revision_id = ?", [revision_id])  # noqa: S608 names of ours
        db.table(table).insert_all({"revision_id": revision_id, **row} for row in rows)
    confirm_alignment(db, revision_id, lexicon)


def confirm_alignment(db: Database, revision_id: int, lexicon: int | None) -> None:
    """Note that a lexicon aligns a revision as it is aligned already."""
    db.execute("UPDATE alignments SET lexicon = ? WHERE revision_id = ?", [lexicon, revision_id])


def read_alignment(db: Database, revision_id: int) -> Alignment:
    """How a revision is aligned."""
    return Alignment(revision_id, load_units(db, revision_id), load_discrepancies(db, revision_id))


def find_aligned_otherwise(db: Database, lexicon: int | None, after: int, limit: int) -> tuple[int, ...]:
    """The first revisions after that one which are not aligned with that lexicon, in order."""
    rows = db.execute(
        "SELECT revision_id FROM alignments WHERE lexicon IS NOT ? AND revision_id > ? ORDER BY revision_id LIMIT ?",
        [lexicon, after, limit],
    )
    return tuple(revision for (revision,) in rows.fetchall())


def count_aligned_otherwise(db: Database, lexicon: int | None) -> int:
    """How many revisions are not aligned with that lexicon."""
    (count,) = db.execute("SELECT count(*) FROM alignments WHERE lexicon IS NOT ?", [lexicon]).fetchone()
    return int(count)


def count_bilingual(db: Database, after: int = 0) -> int:
    """How many articles have two sides to align, as they stand; only those revised after that entry of the ledger."""
    (count,) = db.execute(
        """SELECT count(*) FROM articles JOIN alignments ON alignments.revision_id = articles.revision_id
        JOIN revisions ON revisions.id = articles.revision_id WHERE revisions.ledger_sequence > ?""",
        [after],
    ).fetchone()
    return int(count)


def newest_bilingual(db: Database) -> Iterator[tuple[Edition, ...]]:
    """The editions of the articles with two sides as they stand, those revised last first, each text once.

    The order says nothing of that in which they were archived.
    """
    rows = db.execute(
        """SELECT min(articles.revision_id) FROM articles
        JOIN alignments ON alignments.revision_id = articles.revision_id
        GROUP BY articles.content_hash ORDER BY max(last_revised_at) DESC, articles.content_hash"""
    )
    for (revision_id,) in rows:
        yield load_editions(db, revision_id)


def _unit_rows(units: Sequence[TranslationUnit]) -> list[dict[str, Any]]:
    return [
        {
            "position": position,
            "english": _refs_json(unit.english),
            "arabic": _refs_json(unit.arabic),
            "score": float(unit.score),
        }
        for position, unit in enumerate(units)
    ]


def _discrepancy_rows(discrepancies: Sequence[Discrepancy]) -> list[dict[str, Any]]:
    return [
        {
            "kind": finding.kind,
            "severity": finding.severity,
            "en": finding.english,
            "ar": finding.arabic,
            "unit": finding.unit,
            "en_spans": _json([span_record(span) for span in finding.english_spans]),
            "ar_spans": _json([span_record(span) for span in finding.arabic_spans]),
        }
        for finding in discrepancies
    ]


def _refs_json(refs: Iterable[SegmentRef]) -> str:
    return _json([{"role": ref.role.value, "position": ref.position} for ref in refs])


def _json(value: Sequence[object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
