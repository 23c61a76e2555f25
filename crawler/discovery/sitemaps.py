"""Sitemaps: what a sitemap, a sitemap index, a news sitemap or a plain list of addresses names."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crawler.discovery.claims import parse_claim, stated_claims
from crawler.discovery.feeds import FEED_ROOTS, FeedEntry, feed_entry
from crawler.discovery.xml_lists import MEBIBYTE, ListFormat, read_list, read_pieces
from crawler.discovery.xml_records import LimitReached, Record
from crawler.errors import UnreadableList
from crawler.models.forms import display_form
from crawler.urls import normalise_url

# The protocol's own limits: 50 MiB once decompressed, 50,000 addresses (sitemaps.org, "Sitemap index files").
MAX_SITEMAP_BYTES = 50 * MEBIBYTE
MAX_SITEMAP_URLS = 50_000
# The protocol allows addresses of less than 2,048 characters; a longer line of a text sitemap is no address.
_LONGEST_LINE = 2_048
_ROOTS = ("urlset", "sitemapindex", *FEED_ROOTS)
# hreflang's name for the page of those whose language the site does not have.
_NO_LANGUAGE = "x-default"
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class SitemapFile:
    """A further sitemap that an index names."""

    url: str
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """A page that a sitemap names."""

    url: str
    """Normalised address."""
    modified_at: datetime | None = None
    """<lastmod> (aware); None where it is absent or no date. A claim, as all of these."""
    published_at: datetime | None = None
    """Of a news sitemap or feed."""
    title: str = ""
    language: str | None = None
    """Primary language subtag that a news sitemap states; None where none does."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(primary language subtag, address) as hreflang states them, mostly with the page itself among them."""
    date_claims: tuple[tuple[str, str], ...] = ()
    """Its dates as written: ("sitemap published", text), ("sitemap lastmod", text), or those of a feed."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap as it was read: an index has files, any other pages."""

    files: tuple[SitemapFile, ...] = ()
    pages: tuple[SitemapPage, ...] = ()
    unread: str | None = None
    """Why not all of it was read; None where it was."""


def parse_sitemap(body: bytes, url: str) -> Sitemap:
    """What it names, in its order; the body may itself be gzip, a feed, or a list of addresses one a line.

    Reads at most `MAX_SITEMAP_URLS` addresses and `MAX_SITEMAP_BYTES` once decompressed, as a stream. Raises
    UnreadableList for what is no sitemap, is broken before the first address, or declares a document type.
    """
    if _is_text(body):
        return _parse_text(body, url)
    make = {"url": _page, "sitemap": _file, "item": _feed_page, "entry": _feed_page}
    reading = read_list(body, url, ListFormat(make, MAX_SITEMAP_BYTES, MAX_SITEMAP_URLS))
    if reading.root not in _ROOTS:
        raise UnreadableList(f"{url}: its root is <{reading.root}>, which is no sitemap")
    files = tuple(entry for entry in reading.entries if isinstance(entry, SitemapFile))
    pages = tuple(entry for entry in reading.entries if isinstance(entry, SitemapPage))
    return Sitemap(files, pages, reading.unread)


def primary_language(tag: str | None) -> str | None:
    """The primary subtag of a language tag, in lower case; None for x-default and for what is no tag.

    >>> primary_language("ar-SA"), primary_language("en_GB"), primary_language("x-default")
    ('ar', 'en', None)
    """
    match = _LANGUAGE_TAG.fullmatch(tag.strip()) if tag else None
    return match.group(1).lower() if match and match.group().lower() != _NO_LANGUAGE else None


def primary_languages(links: Iterator[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The (language tag, address) pairs with primary subtags, each once, without those of no language."""
    reduced = ((primary_language(tag), address) for tag, address in links)
    return tuple(dict.fromkeys((language, address) for language, address in reduced if language))


def _file(record: Record) -> SitemapFile | None:
    address = _location(record)
    return SitemapFile(address, parse_claim(record.text("lastmod"))) if address else None


def _page(record: Record) -> SitemapPage | None:
    address = _location(record)
    if not address:
        return None
    published, modified = record.text("news:publication_date"), record.text("lastmod")
    return SitemapPage(
        url=address,
        modified_at=parse_claim(modified),
        published_at=parse_claim(published),
        title=display_form(record.text("news:title") or ""),
        language=primary_language(record.text("news:language")),
        alternates=primary_languages(_alternates(record)),
        date_claims=stated_claims(("sitemap published", published), ("sitemap lastmod", modified)),
    )


def _feed_page(record: Record) -> SitemapPage | None:
    entry: FeedEntry | None = feed_entry(record)
    if entry is None:
        return None
    alternates = primary_languages(iter(entry.alternates))
    return SitemapPage(
        entry.url,
        entry.updated_at,
        entry.published_at,
        entry.title,
        alternates=alternates,
        date_claims=entry.date_claims,
    )


def _location(record: Record) -> str | None:
    stated = record.text("loc")
    return normalise_url(stated, record.base) if stated else None


def _alternates(record: Record) -> Iterator[tuple[str, str]]:
    for link in record.named("xhtml:link"):
        reference = link.attributes.get("href", "").strip()
        address = normalise_url(reference, link.base) if reference else None
        if address and "alternate" in link.attributes.get("rel", "").lower().split():
            yield link.attributes.get("hreflang", ""), address


def _is_text(body: bytes) -> bool:
    """True where the first line is an address; any other list begins with "<"."""
    try:
        start = next(read_pieces(body, MAX_SITEMAP_BYTES), b"")
    except (LimitReached, EOFError, OSError, zlib.error):
        return False
    return start[:8].lower().startswith((b"http://", b"https://"))


def _parse_text(body: bytes, url: str) -> Sitemap:
    pages: list[SitemapPage] = []
    try:
        for line in _lines(body):
            address = normalise_url(line)
            if len(pages) == MAX_SITEMAP_URLS:
                raise LimitReached(f"more than {MAX_SITEMAP_URLS} addresses: the rest was not read")
            pages += [SitemapPage(address)] if address else []
    except (LimitReached, EOFError, OSError, zlib.error) as stop:
        return Sitemap(pages=tuple(pages), unread=str(stop))
    if not pages:
        raise UnreadableList(f"{url}: none of its lines is an address to fetch")
    return Sitemap(pages=tuple(pages))


def _lines(body: bytes) -> Iterator[str]:
    rest = b""
    for piece in read_pieces(body, MAX_SITEMAP_BYTES):
        *whole, rest = (rest + piece).splitlines(keepends=True) or [b""]
        yield from (_line(line) for line in whole)
        rest = rest[-_LONGEST_LINE - 2 :]
    yield _line(rest)


def _line(raw: bytes) -> str:
    return raw[:_LONGEST_LINE].decode("utf-8", "replace").strip()
