"""The tables of archive.db: a public contract, changed only by migrations that go forwards.

What each table and column means is in `archive.dictionary`. Revisions and their segments are only ever
appended: triggers refuse UPDATE and DELETE, and a guard before INSERT refuses what INSERT OR REPLACE would
overwrite (on a plain connection REPLACE deletes without firing a DELETE trigger).
"""

from sqlite_utils import Database, Migrations

from archive.errors import UnusableArchive

MIGRATIONS = Migrations("sijill-archive")

_TABLES = (
    """CREATE TABLE sources (
        name TEXT PRIMARY KEY NOT NULL,
        url TEXT NOT NULL,
        title TEXT NOT NULL,
        first_captured_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE articles (
        id INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        source TEXT NOT NULL REFERENCES sources(name),
        headline_en TEXT,
        headline_ar TEXT,
        published_on TEXT,
        published_on_basis TEXT NOT NULL,
        languages TEXT NOT NULL,
        first_captured_at TEXT NOT NULL,
        last_revised_at TEXT NOT NULL,
        revisions INTEGER NOT NULL,
        revision_id INTEGER NOT NULL UNIQUE REFERENCES revisions(id),
        content_hash TEXT NOT NULL,
        gone_at TEXT,
        gone_reason TEXT
    ) STRICT""",
    """CREATE TABLE pages (
        url TEXT PRIMARY KEY NOT NULL,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        languages TEXT NOT NULL,
        first_captured_at TEXT NOT NULL,
        gone_at TEXT
    ) STRICT""",
    # article_id is checked at commit: an article and its first revision name each other.
    """CREATE TABLE revisions (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES articles(id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        captured_at TEXT NOT NULL,
        ledger_sequence INTEGER NOT NULL,
        changed TEXT NOT NULL,
        published_on TEXT,
        published_on_basis TEXT NOT NULL,
        pictures TEXT NOT NULL,
        residue TEXT NOT NULL,
        UNIQUE (article_id, number)
    ) STRICT""",
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY,
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        language TEXT NOT NULL,
        role TEXT NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        match_text TEXT NOT NULL,
        UNIQUE (revision_id, language, role, position)
    ) STRICT""",
    """CREATE TABLE translation_units (
        id INTEGER PRIMARY KEY,
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        position INTEGER NOT NULL,
        english TEXT NOT NULL,
        arabic TEXT NOT NULL,
        score REAL NOT NULL,
        UNIQUE (revision_id, position)
    ) STRICT""",
    """CREATE TABLE discrepancies (
        id INTEGER PRIMARY KEY,
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        kind TEXT NOT NULL,
        severity TEXT NOT NULL,
        en TEXT,
        ar TEXT,
        unit INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE date_candidates (
        id INTEGER PRIMARY KEY,
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        source TEXT NOT NULL,
        text TEXT NOT NULL,
        date TEXT,
        precision TEXT NOT NULL,
        note TEXT
    ) STRICT""",
    """CREATE TABLE aliases (
        url TEXT PRIMARY KEY NOT NULL,
        article_id INTEGER NOT NULL REFERENCES articles(id),
        content_hash TEXT NOT NULL,
        first_captured_at TEXT NOT NULL,
        ledger_sequence INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE derivation (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        ledger_sequence INTEGER NOT NULL
    ) STRICT""",
    "INSERT INTO derivation (id, ledger_sequence) VALUES (1, 0)",
)

# What people facet, sort and join on. The UNIQUE constraints above index the rest.
_INDEXES = (
    "CREATE INDEX articles_source ON articles(source)",
    "CREATE INDEX articles_published_on ON articles(published_on)",
    "CREATE INDEX articles_languages ON articles(languages)",
    "CREATE INDEX articles_first_captured_at ON articles(first_captured_at)",
    "CREATE INDEX articles_last_revised_at ON articles(last_revised_at)",
    "CREATE INDEX articles_gone_at ON articles(gone_at)",
    "CREATE INDEX pages_article_id ON pages(article_id)",
    "CREATE INDEX revisions_content_hash ON revisions(content_hash)",
    "CREATE INDEX revisions_captured_at ON revisions(captured_at)",
    "CREATE INDEX discrepancies_revision_id ON discrepancies(revision_id)",
    "CREATE INDEX discrepancies_kind ON discrepancies(kind, severity)",
    "CREATE INDEX date_candidates_revision_id ON date_candidates(revision_id)",
    "CREATE INDEX aliases_article_id ON aliases(article_id)",
)

# CROSS JOIN keeps the references outside and the segments, found by their unique index, inside: a revision's
# units cost a few lookups each, never a scan of the segments.
_BITEXT = """CREATE VIEW bitext AS
    SELECT
        unit.revision_id,
        revision.article_id,
        unit.position,
        coalesce(
            json_extract(unit.english, '$[0].role'), json_extract(unit.arabic, '$[0].role')
        ) AS role,
        (SELECT group_concat(text, ' ') FROM (
            SELECT segment.text FROM json_each(unit.english) AS ref CROSS JOIN segments AS segment
            ON segment.revision_id = unit.revision_id AND segment.language = 'en'
                AND segment.role = json_extract(ref.value, '$.role')
                AND segment.position = json_extract(ref.value, '$.position')
            ORDER BY ref.key
        )) AS english,
        (SELECT group_concat(text, ' ') FROM (
            SELECT segment.text FROM json_each(unit.arabic) AS ref CROSS JOIN segments AS segment
            ON segment.revision_id = unit.revision_id AND segment.language = 'ar'
                AND segment.role = json_extract(ref.value, '$.role')
                AND segment.position = json_extract(ref.value, '$.position')
            ORDER BY ref.key
        )) AS arabic,
        unit.score
    FROM translation_units AS unit JOIN revisions AS revision ON revision.id = unit.revision_id"""

# The text is folded by archive.index.search_form before it gets here, so the tokenizer folds nothing more. No
# copy of it is kept (content=''): the segments have it, and revisions never change.
_SEARCH = (
    """CREATE VIRTUAL TABLE revisions_fts USING fts5(
        english, arabic, other, content='', tokenize='unicode61 remove_diacritics 0'
    )""",
    "CREATE VIRTUAL TABLE revisions_vocab USING fts5vocab('revisions_fts', 'row')",
)

_READINGS = (
    """CREATE TABLE readings (
        ledger_sequence INTEGER NOT NULL,
        side TEXT NOT NULL,
        source TEXT NOT NULL,
        article TEXT NOT NULL,
        section TEXT NOT NULL,
        run INTEGER NOT NULL,
        template TEXT NOT NULL,
        captured_at TEXT NOT NULL,
        fields TEXT NOT NULL,
        residue INTEGER NOT NULL,
        lacks TEXT NOT NULL,
        kept_back INTEGER NOT NULL,
        PRIMARY KEY (ledger_sequence, side)
    ) STRICT""",
    """CREATE TABLE quarantine (
        ledger_sequence INTEGER PRIMARY KEY NOT NULL,
        source TEXT NOT NULL,
        article TEXT NOT NULL,
        captured_at TEXT NOT NULL,
        template TEXT NOT NULL,
        side TEXT NOT NULL,
        field TEXT NOT NULL,
        selector TEXT NOT NULL,
        since TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX readings_source ON readings(source, side, template, ledger_sequence)",
    "CREATE INDEX quarantine_article ON quarantine(article)",
)

TRIGGERS = {
    "revisions_refuse_update": """CREATE TRIGGER revisions_refuse_update BEFORE UPDATE ON revisions
    BEGIN SELECT raise(ABORT, 'revisions are only appended, never changed'); END""",
    "revisions_refuse_delete": """CREATE TRIGGER revisions_refuse_delete BEFORE DELETE ON revisions
    BEGIN SELECT raise(ABORT, 'revisions are only appended, never deleted'); END""",
    "revisions_refuse_replace": """CREATE TRIGGER revisions_refuse_replace BEFORE INSERT ON revisions
    WHEN EXISTS (SELECT 1 FROM revisions WHERE id = NEW.id) OR NEW.number IS NOT (
        SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = NEW.article_id)
    BEGIN SELECT raise(ABORT, 'a revision is new and numbered one above the last of its article'); END""",
    "segments_refuse_update": """CREATE TRIGGER segments_refuse_update BEFORE UPDATE ON segments
    BEGIN SELECT raise(ABORT, 'segments are only appended, never changed'); END""",
    "segments_refuse_delete": """CREATE TRIGGER segments_refuse_delete BEFORE DELETE ON segments
    BEGIN SELECT raise(ABORT, 'segments are only appended, never deleted'); END""",
    "segments_refuse_replace": """CREATE TRIGGER segments_refuse_replace BEFORE INSERT ON segments
    WHEN NEW.revision_id IS NOT (SELECT max(id) FROM revisions)
        OR EXISTS (SELECT 1 FROM segments WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM segments WHERE revision_id = NEW.revision_id
            AND language = NEW.language AND role = NEW.role AND position = NEW.position)
    BEGIN SELECT raise(ABORT, 'a segment is new and belongs to the newest revision'); END""",
}


@MIGRATIONS()
def m001_articles_and_revisions(db: Database) -> None:
    """Everything: the tables, their indexes, the bitext, the search index and the triggers."""
    for statement in (*_TABLES, *_INDEXES, _BITEXT, *_SEARCH, *TRIGGERS.values()):
        db.execute(statement)


@MIGRATIONS()
def m002_zone_of_dates(db: Database) -> None:
    """The zone that a statement about a date names; null in what was derived before."""
    db.execute("ALTER TABLE date_candidates ADD COLUMN zone TEXT")


# What pages say beside their text. Older revisions have nothing there until a replay derives them again.
_SAID_BESIDE_THE_TEXT = (
    "ALTER TABLE revisions ADD COLUMN canonical_url TEXT",
    "ALTER TABLE revisions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE revisions ADD COLUMN charset TEXT",
    "ALTER TABLE revisions ADD COLUMN charset_decided_by TEXT",
    "ALTER TABLE revisions ADD COLUMN notes TEXT NOT NULL DEFAULT '[]'",
    """CREATE TABLE witnesses (
        id INTEGER PRIMARY KEY,
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        field TEXT NOT NULL,
        source TEXT NOT NULL,
        text TEXT NOT NULL,
        note TEXT
    ) STRICT""",
    "CREATE INDEX witnesses_revision_id ON witnesses(revision_id)",
    "CREATE INDEX witnesses_field ON witnesses(field)",
)


@MIGRATIONS()
def m003_witnesses(db: Database) -> None:
    """What a page says of its article for machines, its tags and canonical address, and how it was decoded."""
    for statement in _SAID_BESIDE_THE_TEXT:
        db.execute(statement)


@MIGRATIONS()
def m004_readings(db: Database) -> None:
    """What each derived article gave, and what is kept back for it."""
    for statement in _READINGS:
        db.execute(statement)


@MIGRATIONS()
def m005_spans_of_discrepancies(db: Database) -> None:
    """Where what differs stands in its segments; nothing in what was derived before."""
    for column in ("en_spans", "ar_spans"):
        db.execute(f"ALTER TABLE discrepancies ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")


_LEXICONS = (
    """CREATE TABLE lexicons (
        ledger_sequence INTEGER PRIMARY KEY NOT NULL,
        learned_at TEXT NOT NULL,
        digest TEXT NOT NULL,
        length_bytes INTEGER NOT NULL,
        documents INTEGER NOT NULL,
        pairs INTEGER NOT NULL,
        words INTEGER NOT NULL
    ) STRICT""",
    # Beside the revisions, which never change: an alignment is made anew with each lexicon.
    """CREATE TABLE alignments (
        revision_id INTEGER PRIMARY KEY NOT NULL REFERENCES revisions(id),
        lexicon INTEGER REFERENCES lexicons(ledger_sequence),
        page_rows TEXT
    ) STRICT""",
    "INSERT INTO alignments (revision_id) SELECT DISTINCT revision_id FROM translation_units",
    "CREATE INDEX alignments_lexicon ON alignments(lexicon)",
    "CREATE INDEX lexicons_digest ON lexicons(digest)",
)


@MIGRATIONS()
def m006_lexicons(db: Database) -> None:
    """The lexicons that were learned, and which of them each revision is aligned with; none in what was there."""
    for statement in _LEXICONS:
        db.execute(statement)


def apply_migrations(db: Database) -> None:
    """Bring the tables up to date; safe to repeat."""
    MIGRATIONS.apply(db)


def check_complete(db: Database) -> None:
    """Raise UnusableArchive where a migration was not applied or a trigger is not as it was made."""
    pending = [migration.name for migration in MIGRATIONS.pending(db)]
    if pending:
        raise UnusableArchive(f"the archive lacks {', '.join(pending)}: run `sijill crawl` or `sijill replay` once")
    found = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    altered = sorted(name for name, sql in TRIGGERS.items() if found.get(name) != sql)
    if altered:
        raise UnusableArchive(
            f"the archive's triggers {', '.join(altered)} are missing or changed, so its revisions were "
            "not protected: rebuild it with `sijill replay`"
        )
