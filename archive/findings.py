"""The newest findings over the archive: where the two sides of articles, as they stand now, differ."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from archive.passages import Passage, find_passages
from archive.reading import load_article, read_discrepancy
from archive.times import read_utc, utc_text_s
from crawler.models import ARABIC, ENGLISH, Article, Discrepancy, Severity


@dataclass(frozen=True, slots=True)
class Question:
    """Which findings are asked for."""

    severities: tuple[str, ...] = (Severity.CONFLICT,)
    since: datetime | None = None
    """Of revisions captured then or later; None for all."""
    source: str | None = None
    """Of one source; None for all."""
    kind: str | None = None
    """Of one kind; None for all."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with the article and the texts it is of."""

    article_id: int
    revision: int
    """Its number within the article; always the current one."""
    url: str
    source: str
    headline_en: str | None
    headline_ar: str | None
    published_on: date | None
    captured_at: datetime
    discrepancy: Discrepancy
    english: tuple[Passage, ...]
    arabic: tuple[Passage, ...]


# From the revisions backwards in time, so that a limit ends it early; CROSS JOIN keeps that order.
_NEWEST = """SELECT articles.id AS article_id, revisions.number, articles.url, articles.source,
        articles.headline_en, articles.headline_ar, revisions.published_on, revisions.captured_at,
        discrepancies.kind, discrepancies.severity, discrepancies.en, discrepancies.ar, discrepancies.unit,
        discrepancies.en_spans, discrepancies.ar_spans
    FROM revisions CROSS JOIN articles ON articles.revision_id = revisions.id
    CROSS JOIN discrepancies ON discrepancies.revision_id = revisions.id
    WHERE revisions.captured_at >= :since AND (:source IS NULL OR articles.source = :source)
        AND (:kind IS NULL OR discrepancies.kind = :kind)
        AND discrepancies.severity IN (SELECT value FROM json_each(:severities))
    ORDER BY revisions.captured_at DESC, revisions.id DESC, discrepancies.id LIMIT :limit"""


def find_newest(db: Database, question: Question, limit: int) -> tuple[Finding, ...]:
    """Findings of current revisions, those captured last first."""
    rows = db.query(
        _NEWEST,
        {
            "since": utc_text_s(question.since) if question.since else "",
            "source": question.source,
            "kind": question.kind,
            "severities": json.dumps(question.severities),
            "limit": limit,
        },
    )
    return tuple(_with_texts(db, list(rows)))


def _with_texts(db: Database, rows: Sequence[dict[str, Any]]) -> Iterator[Finding]:
    article: Article | None = None
    for row in rows:
        if article is None or article.url != row["url"]:
            stored = load_article(db, row["article_id"])
            article = stored.article if stored else None
        if article is not None:
            yield _finding(row, article)


def _finding(row: dict[str, Any], article: Article) -> Finding:
    found = read_discrepancy(row)
    return Finding(
        article_id=row["article_id"],
        revision=row["number"],
        url=row["url"],
        source=row["source"],
        headline_en=row["headline_en"],
        headline_ar=row["headline_ar"],
        published_on=date.fromisoformat(row["published_on"]) if row["published_on"] else None,
        captured_at=read_utc(row["captured_at"]),
        discrepancy=found,
        english=find_passages(article, found, ENGLISH),
        arabic=find_passages(article, found, ARABIC),
    )


def count_by_severity(found: Sequence[Discrepancy]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    return {one.value: sum(finding.severity == one for finding in found) for one in Severity}


def count_text(found: Sequence[Discrepancy]) -> str:
    """The same in words: "1 conflict, 2 missing, no hints"; "no difference found" where there is none at all."""
    counts = count_by_severity(found)
    if not any(counts.values()):
        return "no difference found"
    return ", ".join(
        f"{count or ('nothing' if severity == Severity.MISSING else 'no')} {severity}"
        + "s" * (count != 1 and severity != Severity.MISSING)
        for severity, count in counts.items()
    )
