"""What each table, view and column of archive.db means, in one sentence each; tests hold it to the schema.

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
            "gone_at": "When it was found gone, or the article was first not read from it any more, UTC; else null.",
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
            "pictures": "Its pictures in order, each with url, caption and credit, as a JSON list.",
            "residue": "Visible text of the article's part of the page that is in no field, as a JSON list.",
            "canonical_url": "The address its first page calls its own; null where it names none.",
            "tags": "What its pages file it under, as a JSON list.",
            "charset": 'Charset its pages were read in, joined by "+" where they differ.',
            "charset_decided_by": "What decided each charset: bom, utf-8 (the bytes are valid), header, meta or guess.",
            "notes": "Oddities of the source that were left as they are, as a JSON list.",
            "read_anew": "1 where no page changed: captures read before, read again with another template; else 0.",
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
            "id": "Number of the unit; given anew where a lexicon changes it.",
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
            "id": "Number of the finding; given anew where a lexicon changes it.",
            "revision_id": _REVISION_ID,
            "kind": "What differs: a number, a date, a name ...; translation: the two texts are none of each other.",
            "severity": "conflict (both sides say something), missing (one is silent) or hint.",
            "en": "The English side's words; null where it is silent.",
            "ar": "The Arabic side's words; null where it is silent.",
            "unit": "Position of the translation unit it was found in.",
            "en_spans": "Where en stands: role, position, start and end in characters of its segment, as a JSON list.",
            "ar_spans": "Where ar stands, likewise.",
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
            "zone": "The zone as stated: +03:00, Z ...; null where none is.",
        },
    ),
    "witnesses": TableDescription(
        "What a page says of its article for machines that differs from what it shows.",
        {
            "id": "Number of the statement.",
            "revision_id": _REVISION_ID,
            "field": "Of what: headline, standfirst, byline, body, language, canonical_url, picture or section.",
            "source": "Where it stands: JSON-LD, a meta element, an attribute, a WordPress answer.",
            "text": "What it says; of a body, the SHA-256 of its text.",
            "note": "Of a body, its length and how much of it the paragraphs hold; else null.",
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
    "readings": TableDescription(
        "What each derived article gave on each side: the baseline by which a broken layout is noticed.",
        {
            "ledger_sequence": "Entry of the ledger in captures.db that it was derived from.",
            "side": 'Language: "en", "ar" ...',
            "source": "Name of the site.",
            "article": "Address of the article.",
            "section": "The part of the site that its address names; empty where it names none.",
            "run": "The run that closed the article.",
            "template": "First day of the template it was read with; empty for one without a day, or none.",
            "captured_at": "When the newest of its captures was made, UTC.",
            "fields": "JSON: for each role how many texts, their characters, how many elements the template's selector "
            "matched (null: it names none) and whether the page reads the same without it (null: no template).",
            "residue": "Characters in this language that are in no field.",
            "lacks": "JSON: fields without text, and what else is not as on the source's other pages.",
            "kept_back": "1 where the article was quarantined for it, else 0.",
            "paragraphs": "JSON: a key for each longer paragraph, equal for equal texts; null in older readings.",
            "is_first": "1 where the article was new: no reading of it on this side was archived in an earlier run.",
            "accepted": "1 where a person had the article archived with what it lacks, else 0.",
        },
    ),
    "quarantine": TableDescription(
        "Articles as captured that are kept back, since a field that the source's pages have is gone from them.",
        {
            "ledger_sequence": "Entry of the ledger in captures.db that it would be derived from.",
            "source": "Name of the site.",
            "article": "Address of the article.",
            "captured_at": "When the newest of its captures was made, UTC.",
            "template": "First day of the template it was read with; empty for one without a day, or none.",
            "side": "Language of the side that lacks something.",
            "field": "What it lacks.",
            "selector": "The template's selector of that field; empty where it names none.",
            "since": "When the first page that lacks it was captured, UTC.",
            "reason": "Why, for a person.",
        },
    ),
    "lexicons": TableDescription(
        "Each lexicon that was learned from the archive; every revision is aligned with the newest.",
        {
            "ledger_sequence": "Entry of the ledger in captures.db that holds it, learned from all derived before.",
            "learned_at": "When it was learned, UTC.",
            "digest": "SHA-256 of its bytes, which are a payload of captures.db.",
            "length_bytes": "Their length.",
            "documents": "How many articles it was learned from.",
            "pairs": "How many pairs of segments it was learned from.",
            "words": "How many pairs of an English and an Arabic word it holds.",
        },
    ),
    "alignments": TableDescription(
        "With which lexicon the two sides of each revision that has both are aligned.",
        {
            "revision_id": _REVISION_ID,
            "lexicon": "Entry of the lexicon in the ledger; null where it was aligned without one.",
            "page_rows": "JSON: rows of the paragraphs of each side, where the two take turns on the page; else null.",
        },
    ),
    "term_uses": TableDescription(
        "Each name or title that stands in a sure unit of an article as it is now, with what renders it there.",
        {
            "revision_id": _REVISION_ID,
            "unit": "Position of the translation unit.",
            "words": "The words of the English name that tell it from others, in match form.",
            "english": "The English name as written.",
            "arabic": "Its Arabic words as written, with what is prefixed to the first.",
            "is_sure": "0 where it is believed only if another text says the same.",
        },
    ),
    "term_pairs": TableDescription(
        "Names and titles with their renderings, one row for each two: what term_uses comes to.",
        {
            "words": "The words of the English name that tell it from others, in match form.",
            "english": "The English name in its commonest spelling.",
            "arabic": "The rendering in its commonest spelling, without prefixed letters.",
            "english_form": "The English name in match form.",
            "arabic_form": "The rendering in match form.",
            "count": "How often it is used.",
            "first_on": "Day of the first article that uses it: of publication, else of the first capture.",
            "last_on": "Day of the last one.",
            "days": "JSON: how often on which day.",
            "written": "JSON: the spellings in term_uses, English and Arabic, that it is made of.",
        },
    ),
    "mined_revisions": TableDescription(
        "Which revisions term_uses was made of: those with two sides that articles have now.",
        {
            "revision_id": _REVISION_ID,
            "lexicon": "Entry in the ledger of the lexicon it was done with; null where there was none.",
        },
    ),
    "stale_terms": TableDescription(
        "Names whose rows in term_pairs do not follow term_uses yet: work of the next crawl or learn.",
        {"words": "The words of the English name, as in term_uses."},
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
