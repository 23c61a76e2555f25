"""The glossary as it is asked for: terms with their renderings, and the places where one rendering is used."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from archive.terms import ARTICLE_DAY
from crawler.models import ARABIC, ENGLISH
from crawler.models.forms import match_form
from crawler.models.terms import ARABIC_ARTICLE, SettledPair, Term, list_terms, turn_pair


@dataclass(frozen=True, slots=True)
class TermQuestion:
    """Which terms are asked for."""

    language: str = ENGLISH
    """That of the terms; their renderings are in the other."""
    phrase: str = ""
    """Only what holds this word or words, on either side; the last one may be a beginning."""
    is_varied: bool = False
    """Only terms with more than one rendering."""
    count_least: int = 2
    """Only terms that are used so often."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """One unit in which a rendering is used."""

    article_id: int
    unit: int
    source: str
    headline_en: str | None
    headline_ar: str | None
    day: date
    english: str
    """The unit's texts, whole."""
    arabic: str
    said: tuple[tuple[str, str], ...]
    """The term and its rendering as they are written there, each spelling once."""


_PAIRS = "SELECT english, arabic, days, written FROM term_pairs"
# Where a form holds words, see `crawler.models.terms.holds_words`.
_HELD = " OR ".join(
    f"instr(' ' || {form}, ' ' || {article} :phrase) > 0"
    for form in ("english_form", "arabic_form")
    for article in ("", ":article ||")
)


def read_pairs(db: Database, phrase: str = "") -> tuple[SettledPair, ...]:
    """All pairs of the terms, in either language, that hold the word or words; of all without any."""
    if not match_form(phrase):
        return tuple(_pair(row) for row in db.execute(f"{_PAIRS} ORDER BY words, english, arabic"))
    held = " OR ".join(map(_holds, ("english_form", "arabic_form")))
    rows = db.execute(f"{_PAIRS} WHERE {held} ORDER BY words, english, arabic", _named(phrase))
    return tuple(map(_pair, rows))


def list_term_pairs(
    db: Database, question: TermQuestion, limit: int, offset: int = 0
) -> tuple[tuple[SettledPair, ...], ...]:
    """The pairs of each term that is asked for, the commonest term first; as Arabic and English where that is asked."""
    order = f"ORDER BY sum(count) DESC, {_columns(question.language)[0]} LIMIT :limit OFFSET :offset"
    values = {**_asked_values(question), "limit": limit, "offset": offset}
    forms = db.execute(f"{_asked(question)} {order}", values).fetchall()
    return tuple(_pairs_of(db, question.language, one) for (one,) in forms)


def count_terms(db: Database, question: TermQuestion) -> int:
    """How many terms are asked for."""
    counted = f"SELECT count(*) FROM ({_asked(question)})"  # noqa: S608 names of ours
    return int(db.execute(counted, _asked_values(question)).fetchone()[0])


def find_period(db: Database) -> tuple[date, date] | None:
    """The days of the first and the last article that uses any term; None where there is none."""
    first, last = db.execute("SELECT min(first_on), max(last_on) FROM term_pairs").fetchone()
    return (date.fromisoformat(first), date.fromisoformat(last)) if first else None


def find_pair(db: Database, english: str, arabic: str) -> SettledPair | None:
    """An English term with one rendering, in whatever spelling either is given; None where there is none."""
    rows = db.execute(
        f"{_PAIRS} WHERE english_form = ? AND arabic_form = ? ORDER BY count DESC, words LIMIT 1",
        [match_form(english), match_form(arabic)],
    ).fetchall()
    return next(map(_pair, rows), None)


def _asked(question: TermQuestion) -> str:
    """SQL: the match forms of the terms that are asked for."""
    form, other = _columns(question.language)
    held = f"WHERE {_holds(form)}" if match_form(question.phrase) else ""
    return f"""SELECT {form} FROM term_pairs {held} GROUP BY {form}
        HAVING sum(count) >= :least AND (NOT :varied OR count(DISTINCT {other}) > 1)"""  # noqa: S608 names of ours


def _asked_values(question: TermQuestion) -> dict[str, str | int]:
    return {"least": question.count_least, "varied": question.is_varied, **_named(question.phrase)}


def select_terms(terms: Iterable[Term], question: TermQuestion) -> tuple[Term, ...]:
    """Of terms that were read, those that are asked for."""
    held = list_terms(terms, question.phrase) if match_form(question.phrase) else terms
    return tuple(
        one for one in held if one.count >= question.count_least and (len(one.renderings) > 1 or not question.is_varied)
    )


def _holds(form: str) -> str:
    """SQL: the term with that column's form, or any rendering of it, holds the phrase."""
    return f"{form} IN (SELECT {form} FROM term_pairs WHERE {_HELD})"  # noqa: S608 names of ours


def _columns(language: str) -> tuple[str, str]:
    """The column that a term's match form stands in, and that of its renderings'."""
    return ("arabic_form", "english_form") if language == ARABIC else ("english_form", "arabic_form")


def _named(phrase: str) -> dict[str, str]:
    return {"phrase": match_form(phrase), "article": ARABIC_ARTICLE}


def _pairs_of(db: Database, language: str, form: str) -> tuple[SettledPair, ...]:
    rows = db.execute(f"{_PAIRS} WHERE {_columns(language)[0]} = ? ORDER BY words, english, arabic", [form]).fetchall()
    pairs = map(_pair, rows)
    return tuple(map(turn_pair, pairs) if language == ARABIC else pairs)


def _pair(row: Sequence[Any]) -> SettledPair:
    english, arabic, days, written = row
    by_day = {date.fromisoformat(day): count for day, count in json.loads(days).items()}
    return SettledPair(english, arabic, by_day, tuple((one, other) for one, other in json.loads(written)))


def find_places(db: Database, english: str, arabic: str, limit: int) -> tuple[TermPlace, ...]:
    """Where an English term is rendered so in articles as they stand now, those archived last first."""
    rows = db.execute(
        "SELECT words, written FROM term_pairs WHERE english_form = ? AND arabic_form = ?",
        [match_form(english), match_form(arabic)],
    ).fetchall()
    places = [place for words, written in rows for place in _places(db, words, written, limit)]
    return tuple(places[:limit])


def _places(db: Database, words: str, written: str, limit: int) -> Iterator[TermPlace]:
    """From the newest revision backwards along the index, so that the limit ends it early."""
    rows = db.execute(
        f"""SELECT articles.id, used.unit, articles.source, articles.headline_en, articles.headline_ar,
            {ARTICLE_DAY}, bitext.english, bitext.arabic, used.said
        FROM (
            SELECT revision_id, unit, json_group_array(json_array(english, arabic)) AS said FROM term_uses
            WHERE words = :words AND EXISTS (SELECT 1 FROM json_each(:written)
                WHERE json_extract(value, '$[0]') = english AND json_extract(value, '$[1]') = arabic)
            GROUP BY revision_id, unit ORDER BY revision_id DESC, unit DESC LIMIT :limit
        ) AS used CROSS JOIN articles ON articles.revision_id = used.revision_id
        CROSS JOIN bitext ON bitext.revision_id = used.revision_id AND bitext.position = used.unit
        ORDER BY used.revision_id DESC, used.unit""",  # noqa: S608 names of ours
        {"words": words, "written": written, "limit": limit},
    ).fetchall()
    for article_id, unit, source, headline_en, headline_ar, day, english, arabic, said in rows:
        place = article_id, unit, source, headline_en, headline_ar, date.fromisoformat(day)
        spellings = {(one, other) for one, other in json.loads(said)}
        yield TermPlace(*place, english, arabic, tuple(sorted(spellings)))
