"""A revision as it is written, and the rows of article, source and pages that follow it."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from archive.alignments import begin_alignment, lexicon_sequence, write_alignment
from archive.index import index_revision
from archive.reading import load_editions
from archive.times import utc_text_s
from crawler.models import ARABIC, ENGLISH, Article, Edition, Revision, Role
from crawler.models.forms import match_form
from crawler.models.hashing import edition_hash
from crawler.models.record import picture_record


def append_revision(
    db: Database,
    article_id: int,
    article: Article,
    captured_at: datetime,
    ledger_sequence: int,
    *,
    read_anew: bool = False,
) -> Revision | None:
    """The revision that was appended; None where the text is that of the article's current one.

    Only the current revision counts: a text that comes back after another one is a revision again. An
    `article_id` with no revision yet gets its first. Belongs inside a transaction.
    """
    last = db.execute(
        "SELECT id, number, content_hash FROM revisions WHERE article_id = ? ORDER BY number DESC LIMIT 1",
        [article_id],
    ).fetchone()
    last_id, last_number, last_hash = last or (None, 0, None)
    if article.content_hash == last_hash:
        return None
    changed = changed_languages(load_editions(db, last_id) if last_id else (), article.editions)
    if not changed:
        # Only the rules of the hash changed, with a newer program: a reader would call it the same text.
        return None
    revision = Revision(article_id, last_number + 1, article.content_hash, captured_at, "+".join(changed), read_anew)
    _write_revision(db, article, revision, ledger_sequence)
    return revision


def changed_languages(before: Sequence[Edition], after: Sequence[Edition]) -> tuple[str, ...]:
    """The languages whose text a reader would call another, or that came or went: English, Arabic, others."""
    old, new = _hashes(before), _hashes(after)
    changed = {language for language in old.keys() | new.keys() if old.get(language) != new.get(language)}
    return tuple(sorted(changed, key=language_order))


def language_order(language: str) -> tuple[int, str]:
    """Sorts English before Arabic before others."""
    return {ENGLISH: 0, ARABIC: 1}.get(language, 2), language


def write_source(db: Database, name: str, url: str, title: str, captured_at: datetime) -> None:
    """Make the source's row say what the configuration says; it keeps the time of its first article."""
    db.execute(
        """INSERT INTO sources (name, url, title, first_captured_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET url = excluded.url, title = excluded.title
        WHERE sources.url <> excluded.url OR sources.title <> excluded.title""",
        [name, url, title, utc_text_s(captured_at)],
    )


def write_article(db: Database, key: str, source: str, article: Article, revision: Revision) -> None:
    """Make the article's row say what its newest revision, already stored, says."""
    db.execute(
        """INSERT INTO articles (id, url, source, headline_en, headline_ar, published_on, published_on_basis,
            languages, first_captured_at, last_revised_at, revisions, revision_id, content_hash)
        SELECT :id, :url, :source, :headline_en, :headline_ar, published_on, published_on_basis,
            :languages, captured_at, captured_at, number, id, content_hash
        FROM revisions WHERE article_id = :id AND number = :number
        ON CONFLICT (id) DO UPDATE SET headline_en = excluded.headline_en, headline_ar = excluded.headline_ar,
            published_on = excluded.published_on, published_on_basis = excluded.published_on_basis,
            languages = excluded.languages, last_revised_at = excluded.last_revised_at,
            revisions = excluded.revisions, revision_id = excluded.revision_id,
            content_hash = excluded.content_hash""",
        {
            "id": revision.article_id,
            "number": revision.number,
            "url": key,
            "source": source,
            "headline_en": _headline(article, ENGLISH),
            "headline_ar": _headline(article, ARABIC),
            "languages": "+".join(sorted((edition.language for edition in article.editions), key=language_order)),
        },
    )


def _headline(article: Article, language: str) -> str | None:
    edition = article.edition(language)
    return edition.text(Role.HEADLINE) if edition else None


def write_pages(
    db: Database, article_id: int, article: Article, captured_at: datetime, read_again: Collection[str]
) -> None:
    """Make the pages those the article is read from now. A page in use stays with the article that has it.

    A page that is gone is back only where it was read again: the article keeps the last text of one that was not.
    """
    now = utc_text_s(captured_at)
    for url, languages in article.pages.items():
        db.execute(
            """INSERT INTO pages (url, article_id, languages, first_captured_at)
            VALUES (:url, :article_id, :languages, :now)
            ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id, languages = excluded.languages,
                gone_at = CASE WHEN :is_back THEN NULL ELSE pages.gone_at END
            WHERE pages.article_id = excluded.article_id OR (pages.gone_at IS NOT NULL AND :is_back)""",
            {"url": url, "article_id": article_id, "languages": languages, "now": now, "is_back": url in read_again},
        )
    known = db.execute("SELECT url FROM pages WHERE article_id = ? AND gone_at IS NULL", [article_id]).fetchall()
    for (url,) in known:
        if url not in article.pages:
            db.execute("UPDATE pages SET gone_at = ? WHERE url = ?", [now, url])


def _hashes(editions: Iterable[Edition]) -> dict[str, str]:
    return {edition.language: edition_hash(edition) for edition in editions}


def _write_revision(db: Database, article: Article, revision: Revision, ledger_sequence: int) -> None:
    (revision_id,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM revisions").fetchone()
    row = {
        "id": revision_id,
        "article_id": revision.article_id,
        "number": revision.number,
        "content_hash": revision.content_hash,
        "captured_at": utc_text_s(revision.captured_at),
        "ledger_sequence": ledger_sequence,
        "changed": revision.changed,
        "published_on": article.published_on.isoformat() if article.published_on else None,
        "published_on_basis": article.published_on_basis,
        "pictures": _json([picture_record(picture) for picture in article.pictures]),
        "residue": _json(article.residue),
        "canonical_url": article.canonical_url,
        "tags": _json(article.tags),
        "charset": article.charset,
        "charset_decided_by": article.charset_decided_by,
        "notes": _json(article.notes),
        "read_anew": int(revision.read_anew),
    }
    db.table("revisions").insert(row)
    segments = _segment_rows(article)
    for table, rows in (
        ("segments", segments),
        ("date_candidates", _date_rows(article)),
        ("witnesses", _witness_rows(article)),
    ):
        db.table(table).insert_all({"revision_id": revision_id, **row} for row in rows)
    if article.units or article.discrepancies:
        begin_alignment(db, revision_id, article.editions)
        write_alignment(db, revision_id, article.units, article.discrepancies, lexicon_sequence(db, article.lexicon))
    index_revision(db.conn, revision_id, ((segment["language"], segment["match_text"]) for segment in segments))


def _segment_rows(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "language": edition.language,
            "role": segment.role.value,
            "position": segment.position,
            "text": segment.text,
            "match_text": match_form(segment.text),
        }
        for edition in article.editions
        for segment in edition.segments
    ]


def _date_rows(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "source": candidate.source,
            "text": candidate.text,
            "date": candidate.date.isoformat() if candidate.date else None,
            "precision": candidate.precision,
            "note": candidate.note,
            "zone": candidate.zone,
        }
        for candidate in article.dates
    ]


def _witness_rows(article: Article) -> list[dict[str, Any]]:
    return [
        {"field": witness.field, "source": witness.source, "text": witness.text, "note": witness.note}
        for witness in article.witnesses
    ]


def _json(value: Sequence[object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
