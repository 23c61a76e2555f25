"""The tables of captures.db: the evidence, which is only ever appended to, and beside it what is known of each URL.

An entry of the ledger holds its predecessor's hash, so that none can be changed, dropped or put in between without
changing all that follow. The triggers are against accidents, not against someone who owns the file:
`archive.captures_checks` recomputes the hashes, and a signed head in a snapshot elsewhere proves that the chain was not
made anew.
"""

from sqlite_utils import Database, Migrations

from archive.connections import missing_triggers
from archive.errors import DamagedArchive, UnusableArchive

MIGRATIONS = Migrations("sijill-captures")

_TABLES = (
    # The body before content-decoding, each once. "none" where zstd does not make it smaller (gzip bodies).
    """CREATE TABLE payloads (
        digest TEXT PRIMARY KEY NOT NULL,
        length_bytes INTEGER NOT NULL,
        compression TEXT NOT NULL CHECK (compression IN ('zstd', 'none')),
        body BLOB NOT NULL
    ) STRICT""",
    # `entry` is canonical JSON, `hash` its SHA-256; it holds `sequence` and `previous_hash` itself.
    """CREATE TABLE ledger (
        sequence INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        previous_hash TEXT NOT NULL,
        entry TEXT NOT NULL,
        CHECK (json_extract(entry, '$.sequence') = sequence),
        CHECK (json_extract(entry, '$.previous_hash') = previous_hash)
    ) STRICT""",
    # The configuration of the time: what an entry is derived with.
    "CREATE TABLE configurations (hash TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT",
    """CREATE TABLE frontier (
        url TEXT PRIMARY KEY NOT NULL,
        source TEXT NOT NULL,
        article TEXT,
        language TEXT,
        etag TEXT,
        last_modified TEXT,
        capture INTEGER REFERENCES ledger(sequence),
        status INTEGER,
        first_seen_at TEXT NOT NULL,
        last_checked_at TEXT NOT NULL,
        last_changed_at TEXT NOT NULL,
        next_due_at TEXT NOT NULL,
        failures INTEGER NOT NULL
    ) STRICT""",
    "CREATE TABLE hosts (host TEXT PRIMARY KEY NOT NULL, paused_until TEXT NOT NULL, reason TEXT NOT NULL) STRICT",
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        command TEXT NOT NULL,
        source TEXT,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        state TEXT NOT NULL
            CHECK (state IN ('running', 'finished', 'failed', 'interrupted', 'missed', 'skipped')),
        reason TEXT,
        counts TEXT NOT NULL,
        program TEXT NOT NULL,
        configuration TEXT,
        pid INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE outcomes (
        run INTEGER NOT NULL REFERENCES runs(id),
        url TEXT NOT NULL,
        kind TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (run, url)
    ) STRICT""",
)

# Article entries are found without reading the captures between them, sizes without reading the bodies.
_INDEXES = (
    "CREATE INDEX ledger_articles ON ledger(sequence) WHERE json_extract(entry, '$.kind') = 'article'",
    "CREATE INDEX payloads_length_bytes ON payloads(length_bytes)",
    "CREATE INDEX frontier_source ON frontier(source, article, next_due_at)",
    "CREATE INDEX frontier_article ON frontier(article)",
    "CREATE INDEX runs_command ON runs(command, source, state)",
)

# The guards before INSERT are there because INSERT OR REPLACE deletes without firing a DELETE trigger.
TRIGGERS = {
    "ledger_refuse_update": """CREATE TRIGGER ledger_refuse_update BEFORE UPDATE ON ledger
    BEGIN SELECT raise(ABORT, 'the ledger is only appended to, never changed'); END""",
    "ledger_refuse_delete": """CREATE TRIGGER ledger_refuse_delete BEFORE DELETE ON ledger
    BEGIN SELECT raise(ABORT, 'the ledger is only appended to, never cut'); END""",
    "ledger_refuse_replace": """CREATE TRIGGER ledger_refuse_replace BEFORE INSERT ON ledger
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM ledger)
        OR EXISTS (SELECT 1 FROM ledger WHERE hash = NEW.hash)
        OR NEW.previous_hash IS NOT coalesce(
            (SELECT hash FROM ledger ORDER BY sequence DESC LIMIT 1),
            '0000000000000000000000000000000000000000000000000000000000000000')
    BEGIN SELECT raise(ABORT, 'a ledger entry is new and follows the last one'); END""",
    "payloads_refuse_update": """CREATE TRIGGER payloads_refuse_update BEFORE UPDATE ON payloads
    BEGIN SELECT raise(ABORT, 'payloads are only added, never changed'); END""",
    "payloads_refuse_delete": """CREATE TRIGGER payloads_refuse_delete BEFORE DELETE ON payloads
    BEGIN SELECT raise(ABORT, 'payloads are only added, never deleted'); END""",
    "payloads_refuse_replace": """CREATE TRIGGER payloads_refuse_replace BEFORE INSERT ON payloads
    WHEN EXISTS (SELECT 1 FROM payloads WHERE digest = NEW.digest OR rowid = NEW.rowid)
    BEGIN SELECT raise(ABORT, 'a payload is stored once'); END""",
    "configurations_refuse_update": """CREATE TRIGGER configurations_refuse_update BEFORE UPDATE ON configurations
    BEGIN SELECT raise(ABORT, 'configurations are only added, never changed'); END""",
    "configurations_refuse_delete": """CREATE TRIGGER configurations_refuse_delete BEFORE DELETE ON configurations
    BEGIN SELECT raise(ABORT, 'configurations are only added, never deleted'); END""",
    "configurations_refuse_replace": """CREATE TRIGGER configurations_refuse_replace BEFORE INSERT ON configurations
    WHEN EXISTS (SELECT 1 FROM configurations WHERE hash = NEW.hash OR rowid = NEW.rowid)
    BEGIN SELECT raise(ABORT, 'a configuration is stored once'); END""",
}


@MIGRATIONS()
def m001_evidence_frontier_and_runs(db: Database) -> None:
    """Everything: the tables, their indexes and the triggers."""
    for statement in (*_TABLES, *_INDEXES, *TRIGGERS.values()):
        db.execute(statement)


@MIGRATIONS()
def m002_articles_by_address(db: Database) -> None:
    """The entries of one article are found without reading those of others."""
    db.execute(
        "CREATE INDEX ledger_article_address ON ledger(json_extract(entry, '$.article'), sequence)"
        " WHERE json_extract(entry, '$.kind') = 'article'"
    )


@MIGRATIONS()
def m003_lexicons(db: Database) -> None:
    """The entries of lexicons are found without reading the others."""
    db.execute("CREATE INDEX ledger_lexicons ON ledger(sequence) WHERE json_extract(entry, '$.kind') = 'lexicon'")


def check_complete(db: Database) -> None:
    """Raise UnusableArchive where a migration is pending, DamagedArchive where a trigger is missing or changed."""
    pending = [migration.name for migration in MIGRATIONS.pending(db)]
    if pending:
        raise UnusableArchive(
            f"made by an older sijill (it lacks {', '.join(pending)}): sijill crawl brings it up to date"
        )
    missing = missing_triggers(db, TRIGGERS)
    if missing:
        raise DamagedArchive(
            f"its triggers {', '.join(missing)} are missing or changed, so the evidence was not protected: "
            "check it with `sijill verify`, and restore a snapshot where it finds anything else"
        )
