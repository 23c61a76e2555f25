"""Two archives, or two readings of a page, compared: which fields of an article would read otherwise."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from archive.connections import BUSY_TIMEOUT_S
from crawler.models import Article, Role


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field of one side, as it stands and as it would be; several texts are joined by line ends, none is ""."""

    field: str
    """"ar caption", "en paragraph" ..., or "published_on"."""
    before: str
    after: str

    def moved(self) -> tuple[list[str], list[str]]:
        """The texts that would go and those that would come; neither where only their order would be another."""
        before, after = self.before.splitlines(), self.after.splitlines()
        return [one for one in before if one not in after], [one for one in after if one not in before]


@dataclass(frozen=True, slots=True)
class ArticleDifference:
    """An article that would read otherwise."""

    url: str
    kind: str
    """"changed", "new" or "missing"."""
    fields: tuple[FieldDifference, ...]


# The current revision of each article, field by field, in the order of addresses.
_FIELDS = """SELECT articles.url, segments.language || ' ' || segments.role, group_concat(segments.text, char(10))
    FROM articles JOIN (SELECT * FROM segments ORDER BY id) AS segments ON segments.revision_id = articles.revision_id
    GROUP BY articles.url, segments.language, segments.role
    UNION ALL SELECT url, 'published_on', coalesce(published_on, '') FROM articles
    ORDER BY 1, 2"""


def list_differences(standing: Path, other: Path) -> Iterator[ArticleDifference]:
    """The articles of the two archives that differ, in the order of their addresses."""
    with closing(_connect(standing)) as old, closing(_connect(other)) as new:
        old_articles, new_articles = _articles(old), _articles(new)
        before, after = next(old_articles, None), next(new_articles, None)
        while before is not None or after is not None:
            if after is None or (before is not None and before[0] < after[0]):
                assert before is not None
                yield ArticleDifference(before[0], "missing", tuple(_differences(before[1], {})))
                before = next(old_articles, None)
            elif before is None or after[0] < before[0]:
                yield ArticleDifference(after[0], "new", tuple(_differences({}, after[1])))
                after = next(new_articles, None)
            else:
                if fields := tuple(_differences(before[1], after[1])):
                    yield ArticleDifference(before[0], "changed", fields)
                before, after = next(old_articles, None), next(new_articles, None)


def differing_fields(before: Article, after: Article) -> tuple[FieldDifference, ...]:
    """The fields that differ between two readings of one page, in the order of their names."""
    return tuple(_differences(_fields(before), _fields(after)))


def _fields(article: Article) -> dict[str, str]:
    """The fields of an article as the archive's query has them."""
    fields = {
        f"{edition.language} {role}": "\n".join(edition.texts(role)) for edition in article.editions for role in Role
    }
    stated = {"published_on": article.published_on.isoformat() if article.published_on else ""}
    return {field: text for field, text in {**fields, **stated}.items() if text}


def _articles(db: sqlite3.Connection) -> Iterator[tuple[str, dict[str, str]]]:
    for url, rows in groupby(db.execute(_FIELDS), key=lambda row: str(row[0])):
        yield url, {field: text for _, field, text in rows}


def _differences(before: dict[str, str], after: dict[str, str]) -> Iterator[FieldDifference]:
    for field in sorted({*before, *after}):
        if before.get(field, "") != after.get(field, ""):
            yield FieldDifference(field, before.get(field, ""), after.get(field, ""))


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S)
