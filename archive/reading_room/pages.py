"""What the pages show, as plain values: pure functions from what is stored to what a template prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from archive.reading import StoredArticle, StoredPage
from archive.reading_room.layout import Language, Text, describe_language, lay_out_text
from archive.reading_room.wording import describe_change, describe_charset, describe_gone, name_languages
from crawler.models import Article, DateCandidate, Picture, Revision, Role, Witness


@dataclass(frozen=True, slots=True)
class Address:
    """An address as shown: always its text, a link only where it is safe."""

    url: str
    href: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture as listed: the reading room shows no picture of another site, only where it is."""

    address: Address
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One line of the list of revisions."""

    number: int
    captured_at: datetime
    content_hash: str
    changed: str
    """What changed, in words."""
    latest: bool


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Everything the article page shows."""

    article_id: int
    revision_id: int
    title: str
    source: str
    source_title: str
    original: Address
    published_on: date | None
    published_on_basis: str
    gone: str | None
    """Since when and why it is no longer published; None while it is."""
    languages: tuple[Language, ...]
    revision: RevisionLine
    """The one shown."""
    revisions: tuple[RevisionLine, ...]
    """Newest first."""
    text: Text
    dates: tuple[DateCandidate, ...]
    pages: tuple[Address, ...]
    aliases: tuple[Address, ...]
    pictures: tuple[ShownPicture, ...]
    residue: tuple[str, ...]
    canonical: Address | None
    """The address its page calls its own, where that is another than `original`."""
    tags: tuple[str, ...]
    charset: str | None
    """Charset and what decided it, in words; None where it is not known."""
    witnesses: tuple[Witness, ...]
    notes: tuple[str, ...]
    lexicon: str | None
    """SHA-256 of the lexicon that the two sides are aligned with; None where there is none."""


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    id: int
    headline_en: str | None
    headline_ar: str | None
    source: str
    published_on: str | None
    languages: str
    revisions: int
    gone_at: str | None


@dataclass(frozen=True, slots=True)
class Home:
    """What the home page shows."""

    articles: int
    bilingual: int
    """Articles that have both an English and an Arabic text."""
    revisions: int
    sources: Mapping[str, str]
    """Name -> title."""
    newest: tuple[ArticleLine, ...]


def build_article_page(stored: StoredArticle, revision_id: int, source_title: str) -> ArticlePage:
    """The page of a stored article in the revision it was loaded in, whose id is `revision_id`."""
    article = stored.article
    latest = stored.revisions[-1].number
    return ArticlePage(
        article_id=stored.id,
        revision_id=revision_id,
        title=title_of(article),
        source=stored.source,
        source_title=source_title,
        original=show_address(article.url),
        published_on=article.published_on,
        published_on_basis=article.published_on_basis,
        gone=describe_gone(stored.gone_at, stored.gone_reason),
        languages=tuple(describe_language(edition.language) for edition in article.editions),
        revision=_revision_line(stored.revision, latest),
        revisions=tuple(_revision_line(revision, latest) for revision in reversed(stored.revisions)),
        text=lay_out_text(article),
        dates=article.dates,
        pages=tuple(_show_page(page) for page in stored.pages),
        aliases=tuple(show_address(url) for url in stored.aliases),
        pictures=tuple(show_picture(picture) for picture in article.pictures),
        residue=article.residue,
        canonical=other_address(article.canonical_url, article.url),
        tags=article.tags,
        charset=describe_charset(article.charset, article.charset_decided_by),
        witnesses=article.witnesses,
        notes=article.notes,
        lexicon=article.lexicon,
    )


def title_of(article: Article) -> str:
    """The first headline there is, English before Arabic; the address of an article without one."""
    headlines = (edition.text(Role.HEADLINE) for edition in article.editions)
    return next((headline for headline in headlines if headline), article.url)


def show_address(url: str, note: str = "") -> Address:
    """The address with its link, where it may be one."""
    return Address(url, safe_href(url), note)


def safe_href(address: str) -> str | None:
    """The address where it may be a link: http or https with a host; None for anything else.

    >>> safe_href("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def _revision_line(revision: Revision, latest: int) -> RevisionLine:
    return RevisionLine(
        number=revision.number,
        captured_at=revision.captured_at,
        content_hash=revision.content_hash,
        changed=describe_change(revision.number, revision.changed),
        latest=revision.number == latest,
    )


def show_picture(picture: Picture) -> ShownPicture:
    """The picture as a page lists it."""
    return ShownPicture(show_address(picture.url), picture.caption, picture.credit)


def other_address(url: str | None, than: str) -> Address | None:
    """The address, where there is one and it is another than the one given."""
    return show_address(url) if url and url != than else None


def _show_page(page: StoredPage) -> Address:
    notes = [name_languages(page.languages), describe_gone(page.gone_at, None)]
    return show_address(page.url, " · ".join(note for note in notes if note))
