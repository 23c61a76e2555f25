"""The texts of translation units, English beside Arabic, with the day of their article."""

from collections.abc import Iterator
from datetime import date

from sqlite_utils import Database


def read_bitext(
    db: Database, least_score: float, source: str | None = None, since: date | None = None
) -> Iterator[tuple[str, str, date]]:
    """(English, Arabic, day) of the units with both sides and that score of all articles as they stand.

    Of one source, or of all; of articles of that day and later, or of any. The day is that of publication, else that
    of the first capture.
    """
    rows = db.execute(
        """SELECT bitext.english, bitext.arabic, day FROM (
            SELECT revision_id, coalesce(published_on, substr(first_captured_at, 1, 10)) AS day FROM articles
            WHERE source = coalesce(:source, source)
        ) AS article CROSS JOIN bitext ON bitext.revision_id = article.revision_id
        WHERE bitext.score >= :score AND bitext.english IS NOT NULL AND bitext.arabic IS NOT NULL
            AND day >= :since ORDER BY article.revision_id, bitext.position""",
        {"source": source, "score": least_score, "since": since.isoformat() if since else ""},
    )
    for english, arabic, day in rows:
        yield english, arabic, date.fromisoformat(day)
