"""Feeds: what an RSS 2.0, RSS 1.0 or Atom document lists."""

import re
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import urlsplit

from crawler.discovery.claims import parse_claim, stated_claims
from crawler.discovery.xml_lists import MEBIBYTE, ListFormat, read_list
from crawler.discovery.xml_records import Field, Record
from crawler.errors import UnreadableList
from crawler.models.forms import display_form
from crawler.urls import normalise_url

# The largest of 60 real feeds has 0.2 MB; some news sites put the whole text of 100 articles in one.
MAX_FEED_BYTES = 10 * MEBIBYTE
MAX_FEED_ENTRIES = 5_000
FEED_ROOTS = ("rss", "rdf", "feed")
_PUBLISHED = ("pubDate", "published", "atom:published", "dc:date", "dcterms:created", "issued", "created")
_UPDATED = ("updated", "atom:updated", "dcterms:modified", "modified", "lastBuildDate")
_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# "?p=123": what WordPress calls an article before it has an address.
_UNNAMED = re.compile(r"(?:^|&)(?:p|page_id|post)=\d+")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed."""

    url: str
    """Normalised address of its page."""
    title: str = ""
    published_at: datetime | None = None
    """A claim (aware); None where it is absent or no date."""
    updated_at: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    """(language tag, address) that an Atom entry links to, itself included; mostly empty."""
    date_claims: tuple[tuple[str, str], ...] = ()
    """Its two claims as written: ("feed published", text), ("feed updated", text)."""

    @property
    def modified_at(self) -> datetime | None:
        """The later of its two claims; None where it makes none."""
        return max(filter(None, (self.published_at, self.updated_at)), default=None)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read."""

    title: str
    language: str | None
    """Language tag it states for itself; None where it states none."""
    entries: tuple[FeedEntry, ...]
    unread: str | None = None
    """Why not all of it was read; None where it was."""


def parse_feed(body: bytes, url: str) -> Feed:
    """The entries that have an address, in the feed's order; an address that stands twice gives two entries.

    Raises UnreadableList for what is no feed, is broken before the first entry, is larger than
    `MAX_FEED_BYTES`, declares a document type, or has entries none of which has an address.
    """
    form = ListFormat({"item": _read_record, "entry": _read_record}, MAX_FEED_BYTES, MAX_FEED_ENTRIES)
    reading = read_list(body, url, form)
    if reading.root not in FEED_ROOTS:
        raise UnreadableList(f"{url}: its root is <{reading.root}>, which is no feed")
    entries = tuple(entry for entry in reading.entries if entry.url)
    if reading.entries and not entries:
        raise UnreadableList(f"{url}: none of its {len(reading.entries)} entries has an address to fetch")
    head = reading.head
    language = head.text("language", "dc:language") or head.attributes.get(_XML_LANG)
    return Feed(_plain(head.text("title")), language, entries, reading.unread)


def feed_entry(record: Record) -> FeedEntry | None:
    """The entry that an <item> or <entry> is; None where it has no address that may be fetched."""
    entry = _read_record(record)
    return entry if entry.url else None


def _read_record(record: Record) -> FeedEntry:
    """The same, with "" for an address that may not be fetched."""
    published, updated = _claim(record, _PUBLISHED), _claim(record, _UPDATED)
    return FeedEntry(
        url=_address(record) or "",
        title=_plain(record.text("title", "dc:title")),
        published_at=parse_claim(published),
        updated_at=parse_claim(updated),
        alternates=_language_links(record),
        date_claims=stated_claims(("feed published", published), ("feed updated", updated)),
    )


def _claim(record: Record, names: tuple[str, ...]) -> str | None:
    """The first text under one of the names that is a claim."""
    texts = (stated.text for name in names for stated in record.named(name))
    return next((text for text in texts if parse_claim(text)), None)


def _address(record: Record) -> str | None:
    """The entry's page: its link, else what RSS 1.0 and 2.0 allow in its place."""
    candidates = [
        *((found.text, found.base) for found in record.named("feedburner:origLink")),
        *((found.text or found.attributes.get("href", ""), found.base) for found in _page_links(record)),
        *((found.text, found.base) for found in record.named("guid") if _is_permalink(found)),
        (record.attributes.get(_RDF_ABOUT, ""), record.base),
    ]
    addresses = (normalise_url(text.strip(), base) for text, base in candidates if text.strip())
    return next(filter(None, addresses), None)


def _page_links(record: Record) -> list[Field]:
    """The links to the page itself, HTML before other types; no enclosures, no replies."""
    links = [*record.named("link"), *record.named("atom:link")]
    pages = [link for link in links if link.attributes.get("rel", "alternate") == "alternate"]
    return sorted(pages, key=lambda link: "html" not in link.attributes.get("type", "text/html"))


def _is_permalink(guid: Field) -> bool:
    stated = guid.attributes.get("isPermaLink", "true").strip().lower() != "false"
    text = guid.text.strip()
    return stated and text.lower().startswith(("http://", "https://")) and not _UNNAMED.search(_query(text))


def _query(address: str) -> str:
    try:
        return urlsplit(address).query
    except ValueError:
        return ""


def _language_links(record: Record) -> tuple[tuple[str, str], ...]:
    links = _page_links(record)
    stated = ((link.attributes.get("hreflang"), link.attributes.get("href"), link.base) for link in links)
    resolved = ((tag, normalise_url(href, base)) for tag, href, base in stated if tag and href)
    return tuple((tag, address) for tag, address in resolved if address)


def _plain(text: str | None) -> str:
    """A title for people: RSS and Atom's HTML titles are escaped once more than XML."""
    return display_form(unescape(text or ""))
