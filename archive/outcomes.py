"""What becomes of one derived article: new, a revision, a further address, unchanged, gone, or no article."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from archive.revisions import append_revision, write_article, write_pages, write_source
from archive.times import utc_text_s
from crawler.models import ARABIC, ENGLISH, Article, NotAnArticle, Outcome, OutcomeKind, Revision

_LANGUAGE_NAMES = {ENGLISH: "English", ARABIC: "Arabic"}


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """What the archive needs to know of a ledger entry of kind "article"."""

    sequence: int
    key: str
    """The article's address."""
    source: str
    """Name of the site."""
    source_url: str
    source_title: str
    captured_at: datetime
    """When the newest attempt of the group was made (aware)."""
    addresses: tuple[str, ...] = ()
    """Addresses of the pages that its attempts found gone, where they found any page gone and read none; else of
    those that they read again. Empty: every page that the article has."""
    read_anew: bool = False
    """True where its captures were read before, and are again with another template."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What takes the place of an article, or of some of its pages, that the site says it does not have any more."""

    reason: str


class Standing(StrEnum):
    """How an address stands in the archive."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    """An article, or a page of one, that is there."""
    GONE = "gone"
    """An article, or a page of one, that was found gone."""
    ALIAS = "alias"
    """A further address of an article's text."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What an address already is in the archive."""

    known_as: str
    """One of "article", "alias" and "page" (of an article in two linked pages)."""
    article_id: int
    url: str
    """The article's own address."""
    gone_at: str | None
    """When the article was found gone; None while it is there."""


def settle(db: Database, entry: ArticleEntry, derived: Article | NotAnArticle | Gone) -> Outcome:
    """Store what was derived and say what became of it. Belongs inside a transaction."""
    known = _find_known(db, entry.key)
    if isinstance(derived, Gone):
        kind, reason = OutcomeKind.GONE, _mark_gone(db, entry, derived, known)
    elif isinstance(derived, NotAnArticle):
        kind, reason = _refuse(derived, known)
    elif known is None or known.known_as == "alias":
        kind, reason = _store_unknown(db, entry, derived, known)
    else:
        kind, reason = _store_known(db, entry, derived, known)
    return Outcome(entry.key, kind, reason)


@dataclass(frozen=True, slots=True)
class StandingArticle:
    """An article of the archive, as its current revision has it."""

    url: str
    ledger_sequence: int
    """The entry that its text was derived from."""
    content_hash: str


def list_standing(db: Database, source: str) -> tuple[StandingArticle, ...]:
    """The articles of a source that are not gone, in the order of archiving."""
    rows = db.execute(
        """SELECT articles.url, revisions.ledger_sequence, articles.content_hash FROM articles
        JOIN revisions ON revisions.id = articles.revision_id
        WHERE articles.source = ? AND articles.gone_at IS NULL ORDER BY articles.id""",
        [source],
    )
    return tuple(StandingArticle(*row) for row in rows.fetchall())


def find_standing(db: Database, key: str) -> Standing:
    """How the address stands after the last entry applied."""
    known = _find_known(db, key)
    if known is None:
        return Standing.UNKNOWN
    if known.known_as == "alias":
        return Standing.ALIAS
    return Standing.GONE if known.gone_at else Standing.PRESENT


def _find_known(db: Database, key: str) -> _Known | None:
    found = db.execute(
        """SELECT 'article', id, url, gone_at FROM articles WHERE url = :key
        UNION ALL SELECT 'alias', articles.id, articles.url, articles.gone_at
            FROM aliases JOIN articles ON articles.id = aliases.article_id WHERE aliases.url = :key
        UNION ALL SELECT 'page', articles.id, articles.url, articles.gone_at
            FROM pages JOIN articles ON articles.id = pages.article_id
            WHERE pages.url = :key AND (pages.gone_at IS NULL OR pages.gone_at >= articles.gone_at)
        LIMIT 1""",
        {"key": key},
    ).fetchone()
    return _Known(*found) if found else None


def _mark_gone(db: Database, entry: ArticleEntry, gone: Gone, known: _Known | None) -> str:
    """Record when pages were first found gone, and the article with its last page; the reason says what is gone."""
    if known is None:
        return gone.reason
    if known.known_as == "alias":
        return f"{gone.reason} (a further address of {known.url})"
    gone_at = utc_text_s(entry.captured_at)
    in_use = _pages_in_use(db, known.article_id)
    named = entry.addresses or (in_use if known.known_as == "article" else (entry.key,))
    for url in in_use & set(named):
        db.execute("UPDATE pages SET gone_at = ? WHERE url = ?", [gone_at, url])
    if in_use - set(named):
        return f"{gone.reason} (one page of {known.url})"
    db.execute(
        "UPDATE articles SET gone_at = ?, gone_reason = ? WHERE id = ? AND gone_at IS NULL",
        [gone_at, gone.reason, known.article_id],
    )
    return gone.reason


def _pages_in_use(db: Database, article_id: int) -> frozenset[str]:
    found = db.execute("SELECT url FROM pages WHERE article_id = ? AND gone_at IS NULL", [article_id])
    return frozenset(url for (url,) in found.fetchall())


def _refuse(derived: NotAnArticle, known: _Known | None) -> tuple[OutcomeKind, str]:
    if known is not None and known.known_as != "alias":
        return OutcomeKind.QUARANTINED, f"was an article, now: {derived.reason}"
    return derived.kind, derived.reason


def _store_unknown(
    db: Database, entry: ArticleEntry, article: Article, alias: _Known | None
) -> tuple[OutcomeKind, str]:
    """An address that is no article of its own yet: the same text as one that is, or a new article."""
    twin = _find_twin(db, entry.source, article.content_hash, alias.article_id if alias else None)
    if twin:
        twin_id, twin_url = twin
        _write_alias(db, entry, twin_id, article.content_hash)
        return OutcomeKind.DUPLICATE, f"the same text as {twin_url}"
    db.execute("DELETE FROM aliases WHERE url = ?", [entry.key])
    _store_revision(db, entry, article, None)
    return OutcomeKind.APPENDED, f"no longer the same text as {alias.url}" if alias else "a new article"


def _find_twin(db: Database, source: str, content_hash: str, preferred: int | None) -> tuple[int, str] | None:
    """The article that has or had this text, as (id, address): the preferred one, else the oldest."""
    found = db.execute(
        """SELECT articles.id, articles.url FROM revisions JOIN articles ON articles.id = revisions.article_id
        WHERE revisions.content_hash = ? AND articles.source = ?
        ORDER BY articles.id IS NOT ?, articles.id LIMIT 1""",
        [content_hash, source, preferred],
    ).fetchone()
    return (found[0], found[1]) if found else None


def _write_alias(db: Database, entry: ArticleEntry, article_id: int, content_hash: str) -> None:
    """Keep an alias as it is; only one that now has another article's text is recorded anew."""
    db.execute(
        """INSERT INTO aliases (url, article_id, content_hash, first_captured_at, ledger_sequence)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id,
            content_hash = excluded.content_hash, first_captured_at = excluded.first_captured_at,
            ledger_sequence = excluded.ledger_sequence
        WHERE aliases.article_id <> excluded.article_id""",
        [entry.key, article_id, content_hash, utc_text_s(entry.captured_at), entry.sequence],
    )


def _store_known(db: Database, entry: ArticleEntry, article: Article, known: _Known) -> tuple[OutcomeKind, str]:
    before = _languages(db, known.article_id)
    revision = _store_revision(db, entry, article, known.article_id)
    back = ["back after it was gone"] if known.gone_at else []
    if revision is None:
        return OutcomeKind.UNCHANGED, "; ".join(back) or "the same text"
    return OutcomeKind.REVISED, "; ".join([*_what_changed(revision, before, _languages(db, known.article_id)), *back])


def _languages(db: Database, article_id: int) -> frozenset[str]:
    (languages,) = db.execute("SELECT languages FROM articles WHERE id = ?", [article_id]).fetchone()
    return frozenset(languages.split("+"))


def _what_changed(revision: Revision, before: frozenset[str], after: frozenset[str]) -> list[str]:
    """For a person: "the Arabic text changed", "the English text was added"."""
    changed = revision.changed.split("+")
    kinds = {
        "changed": [language for language in changed if language in before & after],
        "added": [language for language in changed if language in after - before],
        "removed": [language for language in changed if language in before - after],
    }
    return [_say(kind, languages) for kind, languages in kinds.items() if languages]


def _say(kind: str, languages: list[str]) -> str:
    names = " and ".join(_LANGUAGE_NAMES.get(language, language) for language in languages)
    verb = "" if kind == "changed" else "was " if len(languages) == 1 else "were "
    return f"the {names} {'text' if len(languages) == 1 else 'texts'} {verb}{kind}"


def _store_revision(db: Database, entry: ArticleEntry, article: Article, article_id: int | None) -> Revision | None:
    """The revision appended to the article (without an id: to a new one); None where its text is current."""
    write_source(db, entry.source, entry.source_url, entry.source_title, entry.captured_at)
    if article_id is None:
        (article_id,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM articles").fetchone()
    revision = append_revision(db, article_id, article, entry.captured_at, entry.sequence, read_anew=entry.read_anew)
    if revision:
        write_article(db, entry.key, entry.source, article, revision)
    db.execute("UPDATE articles SET gone_at = NULL, gone_reason = NULL WHERE id = ?", [article_id])
    write_pages(db, article_id, article, entry.captured_at, entry.addresses or article.pages)
    return revision
