"""The dates that a page states for machines: JSON-LD, meta elements, microdata and RDFa, and data for its scripts."""

import re
from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.head.json_ld import ARTICLE_TYPES, Thing, texts_of, types_of
from crawler.head.own_things import OthersScopes
from crawler.models.forms import display_form

# Names of meta elements without case, marks and prefixes, the most trusted first.
_PUBLISHED_METAS = (
    "articlepublishedtime",
    "ogpublishedtime",
    "ogarticlepublishedtime",
    "articlepublished",
    "datepublished",
    "dcdateissued",
    "dctermsissued",
    "dctermscreated",
    "dcdatecreated",
    "dcdate",
    "dctermsdate",
    "publishdate",
    "publisheddate",
    "pubdate",
    "parselypubdate",
    "sailthrudate",
    "cxenseparserecspublishtime",
    "cxenseparsepublishtime",
    "publicationdate",
    "citationpublicationdate",
    "articledateoriginal",
    "originalpublicationdate",
    "displaydate",
    "articledate",
    "date",
)
_MODIFIED_METAS = ("articlemodifiedtime", "ogupdatedtime", "datemodified", "dctermsmodified", "lastmod")
_RANKS: Mapping[str, int] = {name: rank for rank, name in enumerate((*_PUBLISHED_METAS, *_MODIFIED_METAS))}
# Others that say so by their names: "mediator_published_time", "bt:pubDate", "article:published:time".
_SAYS_PUBLISHED = re.compile(r"publish(?:ed)?(?:on|at|time|date)|publication(?:date|time)|pubdate|datepubli|issued")
_SAYS_CHANGED = re.compile(r"modif|updat|expir|revis|unpubl|valid|end")
_MARKS = re.compile(r"[^a-z]")
_LONGEST_DATE = 80
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
# Pages that are no article by their type and yet are dated as one.
_PAGE_TYPES = frozenset(
    "WebPage ItemPage CreativeWork VideoObject Recipe PodcastEpisode ImageGallery Question "
    "DiscussionForumPosting".split()
)
_ELEMENTS = (
    '[itemprop~="datePublished"]:not(meta[content=""])',
    '[itemprop~="dateCreated"]',
    '[property$="datePublished"]:not(meta)',
    '[property="dc:date"]:not(meta)',
    '[property="dc:created"]:not(meta)',
    "time[pubdate]",
)
# Data that scripts build the page from: "publishedAt": "2024-01-26T08:00:00Z", \"publish_date\":\"...\".
_INLINE = re.compile(
    r"\\?[\"'](?P<name>(?:first|display|original|article|story|post)?_?(?:date_?publi(?:shed|cation)|publi(?:sh|shed|cation)"
    r"_?(?:at|on|date|time|dt|datetime|timestamp)|pub_?date|published|deploy_?dt|reg_?dt|release_?date|issue_?date))"
    r"\\?[\"']\s*:\s*\\?[\"'](?P<text>[12][0-9]{3}[-./]?[01][0-9][-./]?[0-3][0-9][^\"'\\]{0,24})\\?[\"']",
    re.IGNORECASE,
)
_INLINE_SCRIPTS = ('"published', "datePublished", "ublishDate", "publish", "pubDate", "eployDt", "regDt", "elease")
_LARGEST_SCRIPT = 1_000_000


def stated_dates(
    tree: LexborHTMLParser, metas: Mapping[str, str], things: Sequence[Thing]
) -> tuple[tuple[str, str], ...]:
    """(source, text) of each date stated for machines, most trusted first; empty where there is none.

    `metas` are the meta elements by name in small letters, `things` those of JSON-LD that speak of the page's article.
    """
    found = [*_json_ld_dates(things), *_meta_dates(metas), *_element_dates(tree)]
    if not any(re.search(r"[12][0-9]{3}", text) for _, text in found):
        found += _inline_dates(tree)
    return tuple(dict.fromkeys(found))


def declared_language(tree: LexborHTMLParser, metas: Mapping[str, str]) -> str | None:
    """The language tag of the document, "en-GB"; None where neither its root nor its head states one."""
    root = tree.css_first("html")
    stated = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root else ""
    named = (stated, *(metas.get(name, "") for name in ("og:locale", "content-language", "language")))
    tags = (tag.strip().replace("_", "-") for tag in named)
    return next((tag for tag in tags if _LANGUAGE_TAG.fullmatch(tag)), None)


def _json_ld_dates(things: Sequence[Thing]) -> Iterator[tuple[str, str]]:
    articles = [thing for thing in things if types_of(thing) & ARTICLE_TYPES]
    dated = articles or [thing for thing in things if types_of(thing) & _PAGE_TYPES]
    for name in ("datePublished", "dateCreated", "dateModified"):
        for thing in dated:
            for text in texts_of(thing, name):
                yield f"json-ld {name}", text


def _meta_dates(metas: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    ranked = []
    for name, text in metas.items():
        bare = _MARKS.sub("", name)
        rank = _RANKS.get(bare)
        if rank is None and _SAYS_PUBLISHED.search(bare) and not _SAYS_CHANGED.search(bare):
            rank = len(_PUBLISHED_METAS) - 1
        if rank is not None and len(text) <= _LONGEST_DATE and re.search(r"\d", text):
            ranked.append((rank, name, text))
    for _, name, text in sorted(ranked, key=lambda one: one[0]):
        yield f"meta {name}", display_form(text)


def _element_dates(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    others = OthersScopes()
    for node in tree.css(", ".join(_ELEMENTS)):
        text = date_of_element(node)
        if text and not others.hold(node):
            name = node.attributes.get("itemprop")
            if name:
                yield f"microdata {name}", text
            else:
                yield f"rdfa {node.attributes.get('property') or 'pubdate'}", text


def date_of_element(node: LexborNode) -> str | None:
    """What an element states as its date: its content or datetime, else its text; None where that is none."""
    attributes = node.attributes
    text = attributes.get("content") or attributes.get("datetime") or node.text(deep=True)
    shown = display_form(text or "")
    return shown if shown and len(shown) <= _LONGEST_DATE else None


def _inline_dates(tree: LexborHTMLParser) -> list[tuple[str, str]]:
    """The day of publication in a page's scripts; none where they name several, as those of a list would."""
    found = [
        (f"inline {match['name']}", match["text"].strip())
        for script in tree.css('script:not([src]):not([type*="ld+json" i])')
        if _has_dates(text := script.text(deep=True) or "")
        for match in _INLINE.finditer(text)
    ]
    days = {re.sub(r"\D", "", text)[:8] for _, text in found}
    return found[:1] if len(days) == 1 else []


def _has_dates(script: str) -> bool:
    return len(script) <= _LARGEST_SCRIPT and any(word in script for word in _INLINE_SCRIPTS)
