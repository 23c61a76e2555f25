"""What the glossary is made of: the uses of names in the revisions that articles have now, and what they come to.

Nothing here is evidence: all of it follows from the stored texts, how they are aligned, and the lexicon, and can be
dropped and made again. `mined_revisions` and `stale_terms` say how far it is made, so that each revision is mined
once, and a name settled anew only where one of its uses came or went.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from archive.connections import transaction
from archive.index import fts_expression, index_column
from crawler.models import ENGLISH
from crawler.models.forms import match_form
from crawler.models.terms import CountedUse, SettledPair, TermUse

# Of units as sure as that 999 of 1,000 are right; of less sure ones one in six is not.
SCORE_LEAST = 0.9

# The day that an article's texts are of: that of publication, else of the first capture.
ARTICLE_DAY = "coalesce(articles.published_on, substr(articles.first_captured_at, 1, 10))"


@dataclass(frozen=True, slots=True)
class BilingualText:
    """The texts of one revision that a glossary is mined from."""

    english: tuple[str, ...]
    """All of the English edition, in reading order."""
    units: tuple[tuple[int, str, str], ...]
    """Position, English and Arabic of each sure unit with both sides."""


def find_unmined(db: Database, lexicon: int | None) -> tuple[int, ...]:
    """The revisions that articles have now, with two sides, that were not mined with that lexicon, in order."""
    rows = db.execute(
        """SELECT articles.revision_id FROM articles
        JOIN alignments ON alignments.revision_id = articles.revision_id
        LEFT JOIN mined_revisions AS mined ON mined.revision_id = articles.revision_id
        WHERE mined.revision_id IS NULL OR mined.lexicon IS NOT ? ORDER BY articles.revision_id""",
        [lexicon],
    )
    return tuple(revision for (revision,) in rows.fetchall())


def count_unmined(db: Database) -> int:
    """How many articles with two sides are not mined as they are now."""
    (count,) = db.execute(
        """SELECT count(*) FROM articles JOIN alignments ON alignments.revision_id = articles.revision_id
        LEFT JOIN mined_revisions AS mined ON mined.revision_id = articles.revision_id
        WHERE mined.revision_id IS NULL"""
    ).fetchone()
    return int(count)


def find_outdated(db: Database) -> tuple[int, ...]:
    """The mined revisions that no article has any more, in order."""
    rows = db.execute(
        """SELECT revision_id FROM mined_revisions AS mined WHERE NOT EXISTS (
            SELECT 1 FROM articles WHERE articles.revision_id = mined.revision_id) ORDER BY revision_id"""
    )
    return tuple(revision for (revision,) in rows.fetchall())


def read_bilingual_text(db: Database, revision_id: int) -> BilingualText:
    """What of a revision is mined."""
    texts = db.execute(
        "SELECT text FROM segments WHERE revision_id = ? AND language = ? ORDER BY id", [revision_id, ENGLISH]
    )
    units = db.execute(
        """SELECT position, english, arabic FROM bitext
        WHERE revision_id = ? AND score >= ? AND english IS NOT NULL AND arabic IS NOT NULL ORDER BY position""",
        [revision_id, SCORE_LEAST],
    )
    return BilingualText(tuple(text for (text,) in texts.fetchall()), tuple(units.fetchall()))


def store_uses(db: Database, lexicon: int | None, mined: Mapping[int, Sequence[TermUse]]) -> None:
    """Store what was mined in revisions with that lexicon, in the place of what was before, in one transaction."""
    with transaction(db):
        for revision_id, uses in mined.items():
            _drop_uses(db, revision_id)
            db.conn.executemany(
                "INSERT INTO term_uses (revision_id, unit, words, english, arabic, is_sure) VALUES (?, ?, ?, ?, ?, ?)",
                [(revision_id, use.unit, use.words, use.english, use.arabic, int(use.is_sure)) for use in uses],
            )
            db.execute("INSERT INTO mined_revisions (revision_id, lexicon) VALUES (?, ?)", [revision_id, lexicon])
            _make_stale(db, revision_id)


def forget_revisions(db: Database, revision_ids: Iterable[int]) -> None:
    """Drop what was mined in revisions, in one transaction."""
    with transaction(db):
        for revision_id in revision_ids:
            _drop_uses(db, revision_id)


def _drop_uses(db: Database, revision_id: int) -> None:
    _make_stale(db, revision_id)
    db.execute("DELETE FROM term_uses WHERE revision_id = ?", [revision_id])
    db.execute("DELETE FROM mined_revisions WHERE revision_id = ?", [revision_id])


def _make_stale(db: Database, revision_id: int) -> None:
    db.execute(
        "INSERT OR IGNORE INTO stale_terms (words) SELECT DISTINCT words FROM term_uses WHERE revision_id = ?",
        [revision_id],
    )


def find_stale(db: Database, limit: int) -> tuple[str, ...]:
    """Some of the names that are to be settled anew, in order."""
    rows = db.execute("SELECT words FROM stale_terms ORDER BY words LIMIT ?", [limit])
    return tuple(words for (words,) in rows.fetchall())


def count_uses(db: Database, words: str) -> tuple[CountedUse, ...]:
    """All uses of one name."""
    return _counted(db, "term_uses.words = ?", [words])


def count_uses_of(db: Database, source: str | None, since: date | None) -> tuple[CountedUse, ...]:
    """The uses of all names in the articles of one source, or of all, and of that day and later, or of any."""
    chosen = f"articles.source = coalesce(?, articles.source) AND {ARTICLE_DAY} >= ?"
    return _counted(db, chosen, [source, since.isoformat() if since else ""])


def _counted(db: Database, chosen: str, values: Sequence[str | None]) -> tuple[CountedUse, ...]:
    rows = db.execute(
        f"""SELECT words, english, arabic, is_sure, {ARTICLE_DAY} AS day, count(*) FROM term_uses
        JOIN articles ON articles.revision_id = term_uses.revision_id
        WHERE {chosen} GROUP BY words, english, arabic, is_sure, day""",  # noqa: S608 no value among it
        list(values),
    )
    return tuple(
        CountedUse(TermUse(0, words, english, arabic, bool(is_sure)), date.fromisoformat(day), count)
        for words, english, arabic, is_sure, day, count in rows.fetchall()
    )


def store_pairs(db: Database, settled: Mapping[str, Sequence[SettledPair]]) -> None:
    """Store what names come to, in the place of what they came to before, in one transaction."""
    with transaction(db):
        for words, pairs in settled.items():
            db.execute("DELETE FROM term_pairs WHERE words = ?", [words])
            db.table("term_pairs").insert_all(_pair_row(words, pair) for pair in pairs)
            db.execute("DELETE FROM stale_terms WHERE words = ?", [words])


def _pair_row(words: str, pair: SettledPair) -> dict[str, str | int]:
    days = {day.isoformat(): count for day, count in pair.days.items()}
    return {
        "words": words,
        "english": pair.english,
        "arabic": pair.arabic,
        "english_form": match_form(pair.english),
        "arabic_form": match_form(pair.arabic),
        "count": sum(days.values()),
        "first_on": min(days),
        "last_on": max(days),
        "days": json.dumps(days, sort_keys=True, separators=(",", ":")),
        "written": json.dumps(pair.written, ensure_ascii=False, separators=(",", ":")),
    }


def find_texts_with(db: Database, phrase: str, source: str | None, since: date | None) -> tuple[tuple[int, date], ...]:
    """The revisions that articles have now with these words side by side in English, and the day of each."""
    expression = fts_expression(db.conn, f'"{phrase.replace(chr(34), " ")}"')
    rows = db.execute(
        f"""SELECT articles.revision_id, {ARTICLE_DAY} AS day FROM revisions_fts
        JOIN articles ON articles.revision_id = revisions_fts.rowid
        WHERE revisions_fts MATCH ? AND articles.source = coalesce(?, articles.source) AND day >= ?
        ORDER BY articles.revision_id""",  # noqa: S608 names of ours
        [f"{{{index_column(ENGLISH)}}} : ({expression})", source, since.isoformat() if since else ""],
    )
    return tuple((revision, date.fromisoformat(day)) for revision, day in rows.fetchall())
