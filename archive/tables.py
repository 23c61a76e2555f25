"""The tables of archive.db as SQL, in the order in which migrations made them: see `archive.schema`."""

TABLES = (
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
INDEXES = (
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
BITEXT = """CREATE VIEW bitext AS
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
SEARCH = (
    """CREATE VIRTUAL TABLE revisions_fts USING fts5(
        english, arabic, other, content='', tokenize='unicode61 remove_diacritics 0'
    )""",
    "CREATE VIRTUAL TABLE revisions_vocab USING fts5vocab('revisions_fts', 'row')",
)

READINGS = (
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

# Which readings are of pages that were new: pages read again say little of how the newest are laid out. And which
# paragraphs were read; null in what was derived before.
READINGS_OF_NEW_PAGES = (
    "ALTER TABLE readings ADD COLUMN paragraphs TEXT",
    "ALTER TABLE readings ADD COLUMN is_first INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX readings_article ON readings(article, side)",
    """UPDATE readings SET is_first = 1 WHERE NOT EXISTS (SELECT 1 FROM readings AS earlier
        WHERE earlier.article = readings.article AND earlier.side = readings.side
            AND earlier.run < readings.run AND NOT earlier.kept_back)""",
    "CREATE INDEX readings_first ON readings(source, side, template, ledger_sequence) WHERE is_first",
)

# Which revisions are of no new capture.
READ_ANEW = ("ALTER TABLE revisions ADD COLUMN read_anew INTEGER NOT NULL DEFAULT 0",)

# Which readings a person accepted as they are.
ACCEPTED_READINGS = (
    "ALTER TABLE readings ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX readings_accepted ON readings(source, side, template, ledger_sequence) WHERE accepted",
)

# What pages say beside their text. Older revisions have nothing there until a replay derives them again.
SAID_BESIDE_THE_TEXT = (
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


LEXICONS = (
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

TERMS = (
    """CREATE TABLE term_uses (
        revision_id INTEGER NOT NULL REFERENCES revisions(id),
        unit INTEGER NOT NULL,
        words TEXT NOT NULL,
        english TEXT NOT NULL,
        arabic TEXT NOT NULL,
        is_sure INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE term_pairs (
        words TEXT NOT NULL,
        english TEXT NOT NULL,
        arabic TEXT NOT NULL,
        english_form TEXT NOT NULL,
        arabic_form TEXT NOT NULL,
        count INTEGER NOT NULL,
        first_on TEXT NOT NULL,
        last_on TEXT NOT NULL,
        days TEXT NOT NULL,
        written TEXT NOT NULL
    ) STRICT""",
    # How far the two above follow the revisions: what the next crawl or learn has to do.
    """CREATE TABLE mined_revisions (
        revision_id INTEGER PRIMARY KEY NOT NULL REFERENCES revisions(id),
        lexicon INTEGER REFERENCES lexicons(ledger_sequence)
    ) STRICT""",
    "CREATE TABLE stale_terms (words TEXT PRIMARY KEY NOT NULL) STRICT",
    "CREATE INDEX term_uses_revision_id ON term_uses(revision_id)",
    "CREATE INDEX term_uses_words ON term_uses(words, revision_id, unit)",
    "CREATE INDEX term_pairs_words ON term_pairs(words)",
    # With all that a list of terms is ordered and chosen by.
    "CREATE INDEX term_pairs_english_form ON term_pairs(english_form, arabic_form, count, first_on, last_on)",
    "CREATE INDEX term_pairs_arabic_form ON term_pairs(arabic_form, english_form, count, first_on, last_on)",
)
