"""The full-text index: what goes into it, and what a person's words become before they are looked up.

Text and query are folded by one function, `search_form`, and a query's Arabic words are widened by the
clitics and endings of `archive.inflection`, keeping only forms that stand in the index.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence

from archive.inflection import Form, inflect, keep_likely, shortest_beginnings
from crawler.models import ARABIC, ENGLISH
from crawler.models.forms import match_form

# Transliterated ayn and hamza (ʿ ʾ ʼ ʻ) are letters to a tokenizer, so al-Qāʾim would not be found by Qaim.
_MODIFIER_LETTERS = re.compile("[\u02bb\u02bc\u02be\u02bf]")
# The same two as people type them, between letters; in English contractions it parts two words (Assad's).
_INNER_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’‘`′](?=[^\W\d_])(?!(?:s|t|d|m|re|ve|ll)\b)")
_THOUSANDS_MARK = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")
_ARABIC_WORD = re.compile("[\u0621-\u064a]{3,}")
# A phrase in any of the quotes people type, or a run without quotes and spaces. A lone quote is skipped.
_PIECE = re.compile(r'"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s"“”«»]+)')

Phrase = tuple[str, ...]
"""Folded words that stand side by side; a single word is a phrase of one."""
Query = tuple[tuple[Phrase, ...], ...]
"""For each word or phrase asked for, the phrases that answer it: every one must be answered."""


def search_form(text: str) -> str:
    """The match form, with apostrophes inside names and thousands marks dropped.

    >>> search_form("Al-Qā’im's 20,000")
    "al-qaim's 20000"
    """
    return _settle_marks(match_form(text))


def search_words(text: str) -> Phrase:
    """The folded words of a text, in order, as the index holds them; empty where it has no letter or digit.

    >>> search_words("«القائم» ١٢")
    ('القايم', '12')
    """
    return indexed_words(match_form(text))


def indexed_words(match_text: str) -> Phrase:
    """The same of a text that is in match form already."""
    return tuple(_WORD.findall(_settle_marks(match_text)))


def index_column(language: str) -> str:
    """The column of the index that holds a language."""
    return {ENGLISH: "english", ARABIC: "arabic"}.get(language, "other")


def index_revision(connection: sqlite3.Connection, revision_id: int, segments: Iterable[tuple[str, str]]) -> None:
    """Put a revision's segments, as (language, match form), into the index; part of storing the revision."""
    columns: dict[str, list[str]] = {"english": [], "arabic": [], "other": []}
    for language, match_text in segments:
        columns[index_column(language)].append(_settle_marks(match_text))
    connection.execute(
        "INSERT INTO revisions_fts (rowid, english, arabic, other) VALUES (?, ?, ?, ?)",
        [revision_id, *("\n".join(texts) for texts in columns.values())],
    )


def parse_query(text: str) -> Query:
    """What is asked for, not widened: each word or quoted phrase once. No punctuation or word is an operator.

    >>> parse_query('سوريا AND "فرق الرصد')
    ((('سوريا',),), (('and',),), (('فرق',),), (('الرصد',),))
    """
    pieces = ("".join(group or "" for group in piece.groups()) for piece in _PIECE.finditer(text))
    return tuple((phrase,) for phrase in dict.fromkeys(map(search_words, pieces)) if phrase)


def expand_query(connection: sqlite3.Connection, text: str) -> Query:
    """The query with each Arabic word of three letters or more joined by its forms in the index."""
    return tuple((phrase, *_other_forms(connection, phrase)) for (phrase,) in parse_query(text))


def render_query(query: Query) -> str:
    """The query as an FTS5 expression; one that matches nothing where nothing is asked for.

    >>> render_query(((("حلب",), ("بحلب",)), (("2",), ("3", "4"))))
    '("حلب" OR "بحلب") AND ("2" OR "3 4")'
    """
    return " AND ".join(map(_render_alternatives, query)) or '""'


def fold_query(text: str) -> str:
    """The FTS5 expression of what a person typed, folded and not widened; never one that FTS5 cannot read.

    >>> fold_query('NEAR( "al-Qā’im" *')
    '"near" AND "al qaim"'
    """
    return render_query(parse_query(text))


def fts_expression(connection: sqlite3.Connection, text: str) -> str:
    """The FTS5 expression of what a person typed, folded and widened by the forms in this archive's index.

    The connection may be read-only and must have the tables `revisions_fts` and `revisions_vocab`.
    """
    return render_query(expand_query(connection, text))


def _settle_marks(match_text: str) -> str:
    bare = _MODIFIER_LETTERS.sub("", match_text)
    return _THOUSANDS_MARK.sub("", _INNER_APOSTROPHE.sub("", bare))


def _render_alternatives(phrases: Sequence[Phrase]) -> str:
    quoted = [f'"{" ".join(phrase)}"' for phrase in phrases]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _other_forms(connection: sqlite3.Connection, phrase: Phrase) -> list[Phrase]:
    if len(phrase) != 1 or not _ARABIC_WORD.fullmatch(phrase[0]):
        return []
    forms = inflect(phrase[0])
    likely = keep_likely(forms, _count_documents(connection, forms))
    return [(form,) for form in likely if form != phrase[0]]


def _count_documents(connection: sqlite3.Connection, forms: Iterable[Form]) -> dict[str, int]:
    """How many revisions have each word of the index that begins as one of the forms does.

    A range for each beginning, not a lookup for each form: 2 ms, not 40, for the thousand forms of a word.
    """
    found: dict[str, int] = {}
    for start in shortest_beginnings(form.beginning for form in forms):
        rows = connection.execute(
            "SELECT term, doc FROM revisions_vocab WHERE term >= ? AND term < ?",
            [start, f"{start}\U0010ffff"],
        )
        found.update(rows.fetchall())
    return found
