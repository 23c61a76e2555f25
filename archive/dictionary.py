"""What each table, view and column of archive.db means, in one sentence each; a test holds it to the schema.

The README's dictionary and Datasette's metadata are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableDescription:
    """One table or view."""

    description: str
    columns: Mapping[str, str]
    """Column name -> what it holds, in the order of the table."""


_REVISION_ID = "The revision this belongs to."
_LANGUAGES = 'Languages of its text, joined by "+", English and Arabic first: "en+ar".'
_BASIS = "Why that day, or why none: agreed, single, conflict or unknown, and from what."

TABLES: Mapping[str, TableDescription] = {
    "articles": TableDescription(
        "One row for each article, as its current revision has it; the texts are in segments.",
        {
            "id": "Number of the article, in the order of archiving.",
            "url": "Address of the article: the key under which it is crawled.",
            "source": "Name of the site it was captured from.",
            "headline_en": "English headline of the current revision; null where it has none.",
            "headline_ar": "Arabic headline of the current revision; null where it has none.",
            "published_on": "Local day of publication, YYYY-MM-DD; null where it cannot be known.",
            "published_on_basis": _BASIS,
            "languages": _LANGUAGES,
            "first_captured_at": "When its first revision was captured, UTC.",
            "last_revised_at": "When its current revision was captured, UTC.",
            "revisions": "How many revisions it has.",
            "revision_id": "Its current revision.",
            "content_hash": "SHA-256 of the current revision's text, both languages.",
            "gone_at": "When the site was first found not to have it any more, UTC; null while it is there.",
            "gone_reason": "How the site said that it is gone; null while it is there.",
        },
    ),
    "sources": TableDescription(
        "The sites that articles were captured from.",
        {
            "name": "Short name of the site, as in the configuration.",
            "url": "Home page.",
            "title": "Title of the site for people.",
            "first_captured_at": "When its first archived article was captured, UTC.",
        },
    ),
    "pages": TableDescription(
        "Each address an article is read from; an article in two linked pages has two.",
        {
            "url": "Address of the page.",
            "article_id": "The article it belongs to.",
            "languages": 'Languages read from this page, joined by "+".',
            "first_captured_at": "When the article was first read from it, UTC.",
            "gone_at": "When the article was first found not to be read from it any more, UTC; else null.",
        },
    ),
    "revisions": TableDescription(
        "Each state of an article's text, only ever appended.",
        {
            "id": "Number of the revision, in the order of archiving.",
            "article_id": "The article it is a state of.",
            "number": "Counts from 1 within the article.",
            "content_hash": "SHA-256 of its text, all languages; equal for texts that look the same.",
            "captured_at": "When the newest capture it was derived from was made, UTC.",
            "ledger_sequence": "Entry of the ledger in captures.db that it was derived from.",
            "changed": 'Languages whose text is not that of the revision before, joined by "+".',
            "published_on": "Local day of publication, YYYY-MM-DD; null where it cannot be known.",
            "published_on_basis": _BASIS,
            "pictures": "Addresses of its pictures, in order, as a JSON list.",
            "residue": "Visible text of the article's part of the page that is in no field, as a JSON list.",
        },
    ),
    "segments": TableDescription(
        "The text of each revision, piece by piece, in reading order; only ever appended.",
        {
            "id": "Number of the segment; within one revision and language in reading order.",
            "revision_id": _REVISION_ID,
            "language": 'Language of the text: "en", "ar" ...',
            "role": "What it is: headline, standfirst, dateline, byline, paragraph or caption.",
            "position": "Counts from 0 within the role.",
            "text": "What was published.",
            "match_text": "The text folded for matching: spelling variants made one, never to be shown.",
        },
    ),
    "translation_units": TableDescription(
        "Which segments of the two languages say the same.",
        {
            "id": "Number of the unit.",
            "revision_id": _REVISION_ID,
            "position": "Counts from 0 within the revision.",
            "english": "Role and position of its English segments, as a JSON list; empty where none answers.",
            "arabic": "Role and position of its Arabic segments, as a JSON list; empty where none answers.",
            "score": "How sure the alignment is, from 0 to 1.",
        },
    ),
    "bitext": TableDescription(
        "English beside Arabic, one row for each translation unit.",
        {
            "revision_id": _REVISION_ID,
            "article_id": "The article.",
            "position": "Position of the unit in the revision.",
            "role": "Role of its first segment, the English one where there is one.",
            "english": "Its English segments, joined by a space; null where none answers.",
            "arabic": "Its Arabic segments, joined by a space; null where none answers.",
            "score": "How sure the alignment is, from 0 to 1.",
        },
    ),
    "discrepancies": TableDescription(
        "Places where the two sides do not say the same.",
        {
            "id": "Number of the finding.",
            "revision_id": _REVISION_ID,
            "kind": "What differs: a number, a date, a name ...",
            "severity": "conflict (both sides say something), missing (one is silent) or hint.",
            "en": "The English side's words; null where it is silent.",
            "ar": "The Arabic side's words; null where it is silent.",
            "unit": "Position of the translation unit it was found in.",
        },
    ),
    "date_candidates": TableDescription(
        "Every statement about when an article was published.",
        {
            "id": "Number of the statement.",
            "revision_id": _REVISION_ID,
            "source": "Where it stands: JSON-LD, a meta element, a dateline ...",
            "text": "The statement as written.",
            "date": "The local day it names, YYYY-MM-DD; null where it cannot be known.",
            "precision": "instant, day, day-month (no year), month, year or unknown.",
            "note": "What settled or prevents the date; null where there is nothing to say.",
        },
    ),
    "aliases": TableDescription(
        "Further addresses at which an archived article's text was found.",
        {
            "url": "The further address.",
            "article_id": "The article that has this text.",
            "content_hash": "Hash of the text by which it was recognised.",
            "first_captured_at": "When the text was first captured there, UTC.",
            "ledger_sequence": "Entry of the ledger in captures.db by which it was recognised.",
        },
    ),
    "derivation": TableDescription(
        "How far the archive follows the ledger; one row.",
        {
            "id": "Always 1.",
            "ledger_sequence": "The last entry of the ledger in captures.db that was derived; 0 before any.",
        },
    ),
    "revisions_fts": TableDescription(
        "The search index; its rowid is a revision's id. It holds folded words, no text.",
        {
            "english": "Words of the English text.",
            "arabic": "Words of the Arabic text.",
            "other": "Words of the text in further languages.",
        },
    ),
    "revisions_vocab": TableDescription(
        "Every word of the search index.",
        {
            "term": "The folded word.",
            "doc": "How many revisions have it.",
            "cnt": "How often it stands in all of them.",
        },
    ),
}
