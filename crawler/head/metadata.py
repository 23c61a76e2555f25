"""What a page says of itself in its head: titles, dates, language, canonical address, language alternates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.head.date_metadata import declared_language, stated_dates
from crawler.head.json_ld import Thing, read_json_ld, types_of
from crawler.head.own_things import OthersScopes, own_things
from crawler.head.tags import REPEATED_METAS, read_tags
from crawler.head.witnesses import article_bodies, read_witnesses, unescaped
from crawler.models import Witness
from crawler.models.forms import display_form
from crawler.urls import normalise_url

_MICRODATA_ARTICLES = '[itemtype$="Article"], [itemtype$="BlogPosting"]'
# Words of a <body>'s class by which common publishing systems tell the site's own pages from its articles.
_STATIC_BODIES = frozenset(
    "page-template page-template-default page-node-type-page node-type-page collection-type-page".split()
)
_SINGLE_BODIES = frozenset("single single-post post-template post-template-default".split())
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_TITLE_LENGTH_MOST = 2000
_DIVIDER_AT_END = re.compile(r"\s*[|｜ㅣ\-–—•·:»«/]+\s*$")
_DIVIDER_AT_START = re.compile(r"\s*[|｜ㅣ\-–—•·:»«/]+\s*")
_SUBTAG = re.compile("[a-z]{2,3}")
_SEPARATORS = re.compile(r"\s+[|\-–—•·:»«/]+\s+|\s*[|»｜ㅣ]\s*")


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
    is_profile: bool = False
    """True where og:type or JSON-LD calls the page a person's, and nothing calls it an article."""
    is_static: bool = False
    """True where JSON-LD or the publishing system's classes call it one of the site's pages, not of its articles."""
    is_advert: bool = False
    """True where JSON-LD calls the page a job or a home on offer, and nothing an article."""
    language_tag: str | None = None
    """The document's lang with its region: "en-GB"; None where it states none."""
    tags: tuple[str, ...] = ()
    """What it files the article under, in display form, each once."""
    witnesses: tuple[Witness, ...] = ()
    """Every statement about headline, standfirst, byline, language, address, picture and section, in order of trust."""
    article_bodies: tuple[str, ...] = ()
    """The articleBody of each JSON-LD article, a line for each block: an anchor to find the body by, not the body."""
    problems: tuple[str, ...] = ()
    """What of its structured data could not be read, and why."""

    @property
    def description(self) -> str | None:
        """The most trusted description of the article; None where it states none."""
        return next((witness.text for witness in self.witnesses if witness.field == "standfirst"), None)

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of its authors, the most trusted source first, each once."""
        return tuple(dict.fromkeys(witness.text for witness in self.witnesses if witness.field == "byline"))


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
    json_ld = read_json_ld(script.text(deep=True) for script in tree.css('script[type*="ld+json" i]'))
    articles = list(json_ld.articles)
    page_types = {kind for thing in json_ld.things for kind in types_of(thing)}
    language = _language(tree)
    marked = tree.css(_MICRODATA_ARTICLES)
    og_type = metas.get("og:type", "").strip().lower()
    return Metadata(
        language=language,
        titles=tuple(_titles(tree, metas, articles)),
        site_name=display_form(metas.get("og:site_name") or metas.get("application-name") or "") or None,
        dates=stated_dates(tree, metas, own_things(tree, metas, json_ld.things)),
        language_tag=declared_language(tree, metas),
        is_article=bool(articles) or og_type in ("article", "news") or len(marked) == 1,
        is_listing=not articles and bool(page_types & {"CollectionPage", "SearchResultsPage"}),
        is_profile=not articles and (og_type == "profile" or "ProfilePage" in page_types),
        is_static=_is_static(tree) or (not articles and bool(page_types & {"AboutPage", "ContactPage"})),
        is_advert=not articles and bool(page_types & {"JobPosting", "RealEstateListing"}),
        tags=read_tags(tree, metas, articles[0] if articles else None),
        witnesses=read_witnesses(json_ld, marked[0] if len(marked) == 1 else None, metas, language),
        article_bodies=article_bodies(json_ld),
        problems=json_ld.problems,
    )


def cut_site_name(title: str, site_name: str | None) -> str:
    """A title without the site's name at its end or start.

    >>> cut_site_name("The bridge reopens - Two Rivers Register", "Two Rivers Register")
    'The bridge reopens'
    """
    name = display_form(site_name) if site_name else ""
    if not name or name not in title:
        return title
    cut = title.strip()
    if cut.endswith(name) and (before := _DIVIDER_AT_END.search(cut.removesuffix(name))):
        cut = cut[: before.start()]
    if cut.startswith(name) and (after := _DIVIDER_AT_START.match(cut.removeprefix(name))):
        cut = cut[len(name) + after.end() :]
    return cut.strip() or title


def title_pieces(title: str) -> tuple[str, ...]:
    """The pieces of a title between separators: one of them is the headline, others name the site or section."""
    return tuple(piece for piece in (piece.strip() for piece in _SEPARATORS.split(title)) if piece)


def _base_url(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    return (normalise_url(base.attributes.get("href") or "", url) if base else None) or url


def _is_static(tree: LexborHTMLParser) -> bool:
    classes = frozenset(((tree.body.attributes.get("class") if tree.body else None) or "").lower().split())
    return bool(classes & _STATIC_BODIES) and not classes & _SINGLE_BODIES


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    stated = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    subtag = re.split(r"[-_]", stated.strip().lower())[0]
    return subtag if _SUBTAG.fullmatch(subtag) else None


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    """The first content of each name, as written: a page has some hundred, and few of them are read.

    Those that are stated once for each tag are joined, one in each line.
    """
    metas: dict[str, list[str]] = {}
    others = OthersScopes()
    for node in tree.tags("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or _date_property(node, attributes, others)
        content = attributes.get("content")
        if name and content and not content.isspace():
            metas.setdefault(name.strip().lower(), []).append(content)
    return {name: "\n".join(stated) if name in REPEATED_METAS else stated[0] for name, stated in metas.items()}


def _date_property(node: LexborNode, attributes: Mapping[str, str | None], others: OthersScopes) -> str | None:
    """Of microdata only the article's dates are read here: other properties speak for the item they stand in."""
    name = attributes.get("itemprop")
    return name if name and name.lower().startswith("date") and not others.hold(node) else None


def _titles(tree: LexborHTMLParser, metas: dict[str, str], articles: list[Thing]) -> Iterator[tuple[str, str]]:
    """Every title the page states, in order of trust; one that is as long as a text is none."""
    node = tree.css_first("head > title") or tree.css_first("title")
    stated = [
        *(
            (f"json-ld {key}", thing[key])
            for thing in articles
            for key in [next((key for key in ("headline", "name") if isinstance(thing.get(key), str)), None)]
            if key
        ),
        *((f"meta {name}", metas[name]) for name in _TITLE_METAS if name in metas),
    ]
    titles = [(source, unescaped(text)) for source, text in stated if len(text) <= _TITLE_LENGTH_MOST]
    if node is not None:
        titles.append(("title", display_form(node.text(deep=True)[:_TITLE_LENGTH_MOST])))
    return ((source, title) for source, title in titles if title)
