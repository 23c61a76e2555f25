"""What Datasette says of the archive: titles, descriptions, labels, facets, sorts; a plain dictionary.

The plugin gives it to Datasette, so `datasette archive.db` by hand shows the same as `sijill serve`; a
metadata file given on the command line still overrides it.
"""

from collections.abc import Mapping
from typing import Any

from archive.dictionary import TABLES

# Datasette names a database after its file.
DATABASE = "archive"
HIDDEN = ("derivation", "mined_revisions", "stale_terms", "revisions_fts", "revisions_vocab", "_sqlite_migrations")

# What differs from Datasette's defaults. Sorts are on indexed columns; facets on columns with few values.
_TABLE_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "articles": {
        "title": "Articles",
        "label_column": "headline_en",
        "fts_table": "revisions_fts",
        "fts_pk": "revision_id",
        "sort_desc": "published_on",
        "facets": ["source", "languages", "published_on"],
        "facet_size": 10,
    },
    "sources": {"title": "Sources", "label_column": "title"},
    "pages": {"title": "Pages"},
    "revisions": {"title": "Revisions", "label_column": "number", "sort_desc": "id"},
    "segments": {"title": "Segments"},
    "translation_units": {"title": "Translation units"},
    "bitext": {"title": "Bitext"},
    "discrepancies": {"title": "Discrepancies", "sort_desc": "revision_id", "facets": ["kind", "severity"]},
    "date_candidates": {"title": "Statements about dates"},
    "witnesses": {"title": "Said for machines", "facets": ["field"]},
    "aliases": {"title": "Aliases"},
    "readings": {"title": "Readings", "sort_desc": "ledger_sequence"},
    "quarantine": {"title": "Kept back", "sort_desc": "ledger_sequence"},
    "lexicons": {"title": "Lexicons", "sort_desc": "ledger_sequence"},
    "term_pairs": {"title": "Renderings of names"},
    "term_uses": {"title": "Uses of names"},
    "alignments": {"title": "Alignments", "sort_desc": "revision_id"},
}


def build_metadata() -> dict[str, Any]:
    """The metadata, new at each call: Datasette writes into what it is given."""
    return {
        "title": "sijill",
        "description": "An archive of bilingual news: English and Arabic side by side, every revision kept.",
        "license": "Texts belong to their publishers",
        "about": "sijill, a register of what was published",
        "databases": {
            DATABASE: {
                "title": "The archive",
                "description": "Articles, their revisions, and English beside Arabic.",
                "tables": {name: _describe_table(name) for name in (*TABLES, *HIDDEN)},
            }
        },
    }


def _describe_table(name: str) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if name in TABLES:
        metadata["description"] = TABLES[name].description
        metadata["columns"] = dict(TABLES[name].columns)
    if name in HIDDEN:
        metadata["hidden"] = True
    for key, value in _TABLE_SETTINGS.get(name, {}).items():
        metadata[key] = list(value) if isinstance(value, list) else value
    return metadata
