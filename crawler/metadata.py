"""What a page says of itself in its head: titles, dates, language, canonical address, language alternates."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from crawler.date_metadata import declared_language, stated_dates
from crawler.json_ld import read_json_ld, types_of
from crawler.models.forms import display_form
from crawler.urls import normalise_url

_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "ReviewNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting Report SocialMediaPosting "
    "ScholarlyArticle TechArticle".split()
)
_MICRODATA_ARTICLES = '[itemtype$="Article"], [itemtype$="BlogPosting"]'
_SEPARATORS = re.compile(r"\s+[|\-–—•·:»«/]+\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What a page says of its own address and of its other languages."""

    canonical: str | None
    """Its canonical address, normalised; None where it states none."""
    alternates: tuple[tuple[str, str], ...]
    """(language, address) of its other language pages as hreflang states them, itself left out."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's head and structured data."""

    language: str | None
    """Primary subtag of the document's lang; None where it states none."""
    titles: tuple[tuple[str, str], ...]
    """(source, title) in order of trust, display form, the site's name still in them."""
    site_name: str | None
    dates: tuple[tuple[str, str], ...]
    """(source, text) of each date stated, in document order of trust."""
    is_article: bool
    """True where og:type, JSON-LD or one element's microdata calls the page an article."""
    is_listing: bool
    """True where JSON-LD calls the page a collection, a search result or a home page."""
    language_tag: str | None = None
    """The document's lang with its region: "en-GB"; None where it states none."""


def read_links(tree: LexborHTMLParser, url: str) -> PageLinks:
    """The canonical address and hreflang alternates of a page, from its head and its links with hreflang."""
    base = _base_url(tree, url)
    canonical_node = tree.css_first('link[rel~="canonical"]')
    canonical = normalise_url(canonical_node.attributes.get("href") or "", base) if canonical_node else None
    own = {normalise_url(url), canonical}
    alternates: dict[str, str] = {}
    for node in tree.css('link[rel~="alternate"][hreflang], a[hreflang]'):
        language = (node.attributes.get("hreflang") or "").lower().split("-")[0].strip()
        address = normalise_url(node.attributes.get("href") or "", base)
        if language and language != "x" and address and address not in own:
            alternates.setdefault(language, address)
    return PageLinks(canonical, tuple(alternates.items()))


def read_metadata(tree: LexborHTMLParser) -> Metadata:
    """What the page says of itself; every field empty or None where it says nothing."""
    metas = _metas(tree)
    described = read_json_ld(tree)
    articles = [thing for thing in described if types_of(thing) & _ARTICLE_TYPES]
    page_types = {kind for thing in described for kind in types_of(thing)}
    return Metadata(
        language=_language(tree),
        titles=tuple(_titles(tree, metas, articles)),
        site_name=metas.get("og:site_name") or metas.get("application-name"),
        dates=stated_dates(tree, metas, articles, described),
        language_tag=declared_language(tree, metas),
        is_article=bool(articles)
        or metas.get("og:type", "").lower() in ("article", "news")
        or len(tree.css(_MICRODATA_ARTICLES)) == 1,
        is_listing=not articles and bool(page_types & {"CollectionPage", "SearchResultsPage"}),
    )


def cut_site_name(title: str, site_name: str | None) -> str:
    """A title without the site's name at its end or start.

    >>> cut_site_name("The bridge reopens - Two Rivers Register", "Two Rivers Register")
    'The bridge reopens'
    """
    if not site_name:
        return title
    name = re.escape(display_form(site_name))
    cut = re.sub(rf"(?:\s*[|\-–—•·:»«/]+\s*{name}\s*$)|(?:^\s*{name}\s*[|\-–—•·:»«/]+\s*)", "", title)
    return cut.strip() or title


def title_pieces(title: str) -> tuple[str, ...]:
    """The pieces of a title between separators: one of them is the headline, others name the site or section."""
    return tuple(piece for piece in (piece.strip() for piece in _SEPARATORS.split(title)) if piece)


def _base_url(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    return (normalise_url(base.attributes.get("href") or "", url) if base else None) or url


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    stated = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    return re.split(r"[-_]", stated.strip().lower())[0] or None


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = display_form(attributes.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def _titles(tree: LexborHTMLParser, metas: dict[str, str], articles: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for thing in articles:
        for key in ("headline", "name"):
            if isinstance(thing.get(key), str) and display_form(thing[key]):
                yield f"json-ld {key}", display_form(_unescape(thing[key]))
                break
    for name in ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title"):
        if name in metas:
            yield f"meta {name}", display_form(_unescape(metas[name]))
    node = tree.css_first("head > title") or tree.css_first("title")
    if node and display_form(node.text(deep=True)):
        yield "title", display_form(node.text(deep=True))


def _unescape(text: str) -> str:
    """Many publishers escape a title twice ("&amp;#8217;")."""
    return html.unescape(text) if "&" in text else text
