"""The home page of a site: what it declares about its name, feeds, languages and sections."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.discovery.article_paths import is_site_page, path_parts, score_path
from crawler.discovery.html_trees import parse_html
from crawler.discovery.sitemaps import primary_language, primary_languages
from crawler.models.forms import display_form, match_form
from crawler.urls import normalise_url

_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "text/xml",
    "application/xml",
)
# Feeds of what readers write, by title or address.
_COMMENTS = re.compile("comment|reply|تعليق", re.IGNORECASE)
# oEmbed and the like are declared as alternates of type XML too.
_NOT_FEEDS = re.compile("oembed|wlwmanifest|opensearch", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|\-\u2013\u2014\u00bb\u00ab:\u2022\u00b7]+\s+")
_HOME_WORDS = frozenset(match_form(word) for word in ("home", "home page", "homepage", "الرئيسية", "الصفحة الرئيسية"))
# What fits in a menu or a column of a table.
_TITLE_CHARS = 80
_MENUS = "nav a[href], header a[href], [role=navigation] a[href], [class*=menu] a[href], [id*=menu] a[href]"
# A section's name is short; a longer link in a menu is a headline or an appeal.
_SECTION_NAME_CHARS = 30
_MOST_LINKS = 500


@dataclass(frozen=True, slots=True)
class HomePage:
    """What a home page declares."""

    title: str
    """The site's name for people; "" where the page gives none."""
    language: str | None
    """Primary subtag of <html lang>; None where it is absent."""
    feeds: tuple[str, ...]
    """Addresses it declares as feeds, comment feeds left out."""
    alternates: tuple[tuple[str, str], ...]
    """(primary language subtag, address) of its language versions, itself mostly included."""
    sections: tuple[str, ...]
    """Addresses its menus link to that may be sections: short names, short paths, on its own host."""


def read_home_page(html: bytes, url: str) -> HomePage:
    """What the page declares, nothing where it is no HTML; raises UnreadableList where it nests too deep."""
    tree = parse_html(html, url)
    root = tree.css_first("html")
    return HomePage(
        title=_title(tree),
        language=primary_language(root.attributes.get("lang")) if root else None,
        feeds=tuple(dict.fromkeys(_feeds(tree, url))),
        alternates=primary_languages(_alternates(tree, url)),
        sections=tuple(dict.fromkeys(_sections(tree, url))),
    )


def _title(tree: LexborHTMLParser) -> str:
    named = tree.css_first('meta[property="og:site_name"]')
    stated = display_form((named.attributes.get("content") or "") if named else "")
    title = tree.css_first("title")
    return (stated or _cut_title(title.text() if title else ""))[:_TITLE_CHARS].strip()


def _cut_title(title: str) -> str:
    """The first part of a page title that is not "Home".

    >>> _cut_title("الرئيسية | شبكة الأخبار - عاجل")
    'شبكة الأخبار'
    """
    parts = [part for part in _TITLE_PARTS.split(display_form(title)) if part]
    return next((part for part in parts if match_form(part) not in _HOME_WORDS), "")


def _feeds(tree: LexborHTMLParser, url: str) -> Iterator[str]:
    for link in tree.css("link[rel][type][href]"):
        reference, title = link.attributes.get("href") or "", link.attributes.get("title") or ""
        kind = (link.attributes.get("type") or "").partition(";")[0].strip().lower()
        is_declared = reference and kind in _FEED_TYPES and "alternate" in _rel(link)
        if is_declared and not _COMMENTS.search(f"{unquote(reference)} {title}") and not _NOT_FEEDS.search(reference):
            yield from filter(None, [normalise_url(reference, url)])


def _alternates(tree: LexborHTMLParser, url: str) -> Iterator[tuple[str, str]]:
    for link in tree.css("link[rel][hreflang][href]"):
        reference = link.attributes.get("href")
        address = normalise_url(reference, url) if reference else None
        if address and "alternate" in _rel(link):
            yield link.attributes.get("hreflang") or "", address


def _rel(link: LexborNode) -> list[str]:
    return (link.attributes.get("rel") or "").lower().split()


def _sections(tree: LexborHTMLParser, url: str) -> Iterator[str]:
    for link in tree.css(_MENUS)[:_MOST_LINKS]:
        reference = (link.attributes.get("href") or "").strip()
        address = normalise_url(reference, url) if reference and not reference.startswith("#") else None
        if address and len(display_form(link.text())) <= _SECTION_NAME_CHARS and _may_be_section(address, url):
            yield address


def _may_be_section(address: str, url: str) -> bool:
    """On the home page's host, with a path that looks like neither an article nor a page about the site."""
    split = urlsplit(address)
    parts = len(path_parts(split))
    is_near = split.netloc == urlsplit(url).netloc and (0 < parts <= 3 or (not parts and bool(split.query)))
    return is_near and not is_site_page(address) and score_path(address) <= 2
