"""Finds the article, and the revision, that a command line names."""

import re

from archive.reading import StoredArticle
from archive.store import Archive
from crawler.errors import ConfigurationError
from crawler.urls import normalise_url

# SQLite's integers have 64 bits; longer ones are no article's number.
_NUMBER = re.compile("[0-9]{1,18}")


def find_article(archive: Archive, article: str) -> StoredArticle:
    """The article of an id or address as a whole, else of what stands before "@N", in revision N."""
    return find_revision(archive, article)[0]


def find_revision(archive: Archive, article: str) -> tuple[StoredArticle, int | None]:
    """The same, and N; None where the article is named without a revision and comes in its current one."""
    name, at, number = article.rpartition("@")
    stored = archive.read_article(_article_key(article))
    if stored is not None:
        return stored, None
    if at and _NUMBER.fullmatch(number):
        stored = archive.read_article(_article_key(name), int(number))
        current = archive.read_article(_article_key(name))
        if stored is None and current is not None:
            held = len(current.revisions)
            raise ConfigurationError(f"article {name} has no revision {number}: the last one is {name}@{held}")
    if stored is None:
        raise ConfigurationError(f"the archive has no article {article!r}: sijill search WORDS finds its number")
    return stored, stored.revision.number


def _article_key(text: str) -> int | str:
    return int(text) if _NUMBER.fullmatch(text) else normalise_url(text) or text
