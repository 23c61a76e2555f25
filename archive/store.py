"""archive.db, the reading copy: one derived article in, one outcome out, in one transaction.

Everything in it can be rebuilt from the ledger: applying the same entries in the same order to an empty
archive gives the same rows with the same ids.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.alignments import (
    Alignment,
    StoredLexicon,
    confirm_alignment,
    count_aligned_otherwise,
    count_bilingual,
    find_aligned_otherwise,
    load_sides,
    newest_bilingual,
    read_alignment,
    read_lexicons,
    write_alignment,
    write_lexicon,
)
from archive.connections import OpenDatabase, Tables, open_database, transaction
from archive.dictionary import TABLES
from archive.errors import OutOfOrder
from archive.findings import Finding, Question, find_newest
from archive.history import HistoryStep, load_history
from archive.outcomes import ArticleEntry, Gone, Standing, StandingArticle, find_standing, list_standing, settle
from archive.reading import StoredArticle, find_article, load_article
from archive.readings import (
    KeptBack,
    Reading,
    ReadingsAsked,
    archived_lacking,
    find_kept_back,
    find_reading,
    has_side,
    read_accepted,
    read_archived,
    read_kept_back,
    read_newest,
    release,
    was_archived,
    write_kept_back,
    write_readings,
)
from archive.schema import MIGRATIONS, check_complete
from archive.search import Hit, find_hits
from crawler.models import Article, Edition, NotAnArticle, Outcome, OutcomeKind

__all__ = ["Archive", "ArticleEntry", "Gone", "Standing", "StandingArticle", "open_archive"]

# Nothing is deleted from these and ids have no gaps: the highest is the count, without a scan of every text.
_APPEND_ONLY = ("revisions", "segments")
_UNCOUNTED = (
    "bitext",
    "derivation",
    "mined_revisions",
    "stale_terms",
    "revisions_fts",
    "revisions_vocab",
    *_APPEND_ONLY,
)


class Archive(OpenDatabase):
    """An open archive.db; close it, or use it as a context manager."""

    def derived_through(self) -> int:
        """Sequence of the last article entry that was applied; 0 before the first."""
        (sequence,) = self.db.execute("SELECT ledger_sequence FROM derivation WHERE id = 1").fetchone()
        return int(sequence)

    def apply(
        self,
        entry: ArticleEntry,
        derived: Article | NotAnArticle | Gone,
        readings: Sequence[Reading] = (),
        kept_back: KeptBack | None = None,
    ) -> Outcome:
        """What became of the article, stored together with the entry's sequence in one transaction.

        An article that is `kept_back` is not archived, whatever was derived. One that is derived later takes the place
        of all that was kept back of it before.

        The dates, pictures and units of an article are facts about its revision: where the text did not
        change, what was derived anew is not stored. Raises OutOfOrder, having stored nothing, for an
        entry that is not after the last one applied.
        """
        with transaction(self.db):
            through = self.derived_through()
            if entry.sequence <= through:
                raise OutOfOrder(
                    f"entry {entry.sequence} ({entry.key}) was derived already: the archive is at {through}"
                )
            self.db.execute("UPDATE derivation SET ledger_sequence = ? WHERE id = 1", [entry.sequence])
            write_readings(self.db, readings)
            if kept_back is not None:
                write_kept_back(self.db, kept_back)
                return Outcome(entry.key, OutcomeKind.QUARANTINED, kept_back.reason)
            if isinstance(derived, Article):
                release(self.db, entry.key, entry.captured_at)
            return settle(self.db, entry, derived)

    def lexicons(self) -> tuple[StoredLexicon, ...]:
        """The lexicons that were learned, the newest at the end."""
        return read_lexicons(self.db)

    def add_lexicons(self, lexicons: Sequence[StoredLexicon]) -> None:
        """List lexicons that were learned; those that are listed already stay as they are."""
        with transaction(self.db):
            for lexicon in lexicons:
                write_lexicon(self.db, lexicon)

    def aligned_otherwise(self, lexicon: int | None, after: int, limit: int) -> tuple[int, ...]:
        """The first revisions after that one which are not aligned with the lexicon of that entry, in order."""
        return find_aligned_otherwise(self.db, lexicon, after, limit)

    def count_aligned_otherwise(self, lexicon: int | None) -> int:
        """How many revisions are not aligned with the lexicon of that entry."""
        return count_aligned_otherwise(self.db, lexicon)

    def sides_of(self, revision_id: int) -> tuple[Edition, ...]:
        """The editions of a revision that has two sides, with all that an alignment goes by."""
        return load_sides(self.db, revision_id)

    def alignment_of(self, revision_id: int) -> Alignment:
        """How a revision is aligned."""
        return read_alignment(self.db, revision_id)

    def align_anew(self, lexicon: int, changed: Sequence[Alignment], unchanged: Sequence[int]) -> None:
        """Store how the lexicon of that entry aligns revisions, in one transaction: otherwise than now, or as now."""
        with transaction(self.db):
            for one in changed:
                write_alignment(self.db, one.revision_id, one.units, one.discrepancies, lexicon)
            for revision_id in unchanged:
                confirm_alignment(self.db, revision_id, lexicon)

    def count_bilingual(self, after: int = 0) -> int:
        """How many articles have two sides to align; only those revised after that entry of the ledger."""
        return count_bilingual(self.db, after)

    def newest_bilingual(self) -> Iterator[tuple[Edition, ...]]:
        """The editions of the articles with two sides as they stand, those revised last first, each text once."""
        return newest_bilingual(self.db)

    def standing_articles(self, source: str) -> tuple[StandingArticle, ...]:
        """The articles of a source that are not gone, in the order of archiving."""
        return list_standing(self.db, source)

    def standing(self, key: str) -> Standing:
        """How the address stands in the archive: unknown, present, gone, or an alias."""
        return find_standing(self.db, key)

    def newest_readings(self, asked: ReadingsAsked, limit: int) -> tuple[Reading, ...]:
        """The last of the readings, the oldest first."""
        return read_newest(self.db, asked, limit)

    def archived_readings(self, asked: ReadingsAsked, run: int, limit: int) -> tuple[Reading, ...]:
        """The last of them that were archived in runs before that one, the oldest first."""
        return read_archived(self.db, asked, run, limit)

    def accepted_readings(self, asked: ReadingsAsked, limit: int) -> tuple[Reading, ...]:
        """The last of them that a person accepted, the oldest first."""
        return read_accepted(self.db, asked, limit)

    def was_archived(self, article: str, side: str, run: int) -> bool:
        """True where a reading of the article on that side was archived in a run before that one."""
        return was_archived(self.db, article, side, run)

    def reading_of(self, sequence: int, side: str) -> Reading | None:
        """The reading of one side of an entry; None where there is none."""
        return find_reading(self.db, sequence, side)

    def has_side(self, source: str, side: str) -> bool:
        """True where any article of the source had, or should have had, a text in the language."""
        return has_side(self.db, source, side)

    def kept_back(self, source: str | None = None) -> tuple[KeptBack, ...]:
        """What is kept back, of a source or of all, in the order of capture."""
        return read_kept_back(self.db, source)

    def kept_back_of(self, article: str) -> KeptBack | None:
        """What is kept back of an article, the newest; None where nothing is."""
        return find_kept_back(self.db, article)

    def archived_lacking(self, kept: KeptBack) -> tuple[Reading, ...]:
        """The readings of the articles that were archived with the same lack, before it was certain."""
        return archived_lacking(self.db, kept)

    def content_hashes(self) -> tuple[str, ...]:
        """The content hash of every revision, in the order of archiving."""
        return tuple(value for (value,) in self.db.execute("SELECT content_hash FROM revisions ORDER BY id"))

    def read_article(self, article: int | str, revision: int | None = None) -> StoredArticle | None:
        """The article with that id, address, alias or page; its current revision unless one is numbered.

        None where the archive has no such article or no such revision.
        """
        article_id = find_article(self.db, article)
        return None if article_id is None else load_article(self.db, article_id, revision)

    def read_history(self, article_id: int, first: int = 1, last: int | None = None) -> tuple[HistoryStep, ...]:
        """What each revision of an article changed, from one number to another, the oldest first."""
        return load_history(self.db, article_id, first, last)

    def find_newest(self, question: Question, limit: int) -> tuple[Finding, ...]:
        """Where the two sides of articles, as they stand now, differ; those captured last first."""
        return find_newest(self.db, question, limit)

    def source_names(self) -> tuple[str, ...]:
        """Names of the sources that articles were captured from."""
        return tuple(name for (name,) in self.db.execute("SELECT name FROM sources ORDER BY name"))

    def search(
        self, words: str, *, language: str | None = None, all_revisions: bool = False, limit: int = 20
    ) -> tuple[Hit, ...]:
        """Revisions that have every word, newest captured first; only current ones unless all are asked for.

        Words in quotes are a phrase. Nothing in `words` is an operator; without a letter or digit nothing is
        found.
        """
        return find_hits(self.db, words, language=language, all_revisions=all_revisions, limit=limit)

    def counts(self) -> dict[str, int]:
        """Rows of each table, by its name."""
        counted = {name: self.db.table(name).count for name in TABLES if name not in _UNCOUNTED}
        return counted | {name: self._highest_id(name) for name in _APPEND_ONLY}

    def _highest_id(self, table: str) -> int:
        return int(self.db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])  # noqa: S608


_TABLES = Tables(MIGRATIONS, check_complete, "an archive")


def open_archive(path: Path, *, read_only: bool = False) -> Archive:
    """The archive at `path`; made, or its tables brought up to date, unless it is opened read-only.

    A writer's transactions are on disk when they return (WAL, synchronous=FULL). There must be one writer in
    the whole system: hold the lock. Raises UnusableArchive where the file is absent (read-only), is no SQLite
    database, was made by a newer program, or lacks a trigger.
    """
    return Archive(open_database(path, _TABLES, read_only=read_only))
