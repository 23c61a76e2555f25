"""What a page says of its article for machines: JSON-LD, microdata, OpenGraph and other meta elements."""

import html
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from bs4 import BeautifulSoup
from selectolax.lexbor import LexborNode

from crawler.head.json_ld import JsonLd, Thing, texts_of
from crawler.models import Witness
from crawler.models.forms import display_form

# Half of a pair, as JSON may hold it: no encoding has it.
_SURROGATES = re.compile("[\ud800-\udfff]")
_BREAKS = ["p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"]
_ADDRESS = re.compile(r"^\s*(?:https?:)?//|^\s*@", re.IGNORECASE)
# The field of each meta element that speaks of the article; what is stated first stands first in the record.
_METAS = (
    ("headline", ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")),
    (
        "standfirst",
        ("og:description", "description", "twitter:description", "dc.description", "sailthru.description"),
    ),
    ("byline", ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "og:author")),
    ("language", ("og:locale", "content-language", "dc.language", "language")),
    ("canonical_url", ("og:url",)),
    ("picture", ("og:image", "twitter:image")),
    ("section", ("article:section", "parsely-section")),
)
_MICRODATA = {
    "headline": "headline",
    "alternativeheadline": "headline",
    "description": "standfirst",
    "author": "byline",
    "creator": "byline",
    "inlanguage": "language",
    "articlesection": "section",
}
_MICRODATA_MOST = 100
_ESCAPES_MOST = 3
# Longer ones are texts in the wrong place; a body is read apart.
_LENGTH_MOST = 2000
# One in each language, and one more.
_BODIES_MOST = 3
# Pages seen state some fifteen; a list of thousands of authors is an attack on our time.
_WITNESSES_MOST = 100


def read_witnesses(
    json_ld: JsonLd, marked: LexborNode | None, metas: Mapping[str, str], language: str | None
) -> tuple[Witness, ...]:
    """Every statement but the article's body, in order of trust; nothing is compared yet.

    `marked` is the element whose microdata calls it an article, where there is exactly one; `language` that of <html>.
    """
    named = (
        (field, f"meta {name}", metas[name])
        for field, names in _METAS
        for name in names
        if name in metas and not (field == "byline" and _ADDRESS.match(metas[name]))
    )
    stated = chain(
        (("language", "html lang", language) for language in (language,) if language),
        _of_json_ld(json_ld),
        _of_microdata(marked) if marked is not None else (),
        named,
    )
    shown = ((field, source, unescaped(text)) for field, source, text in stated if len(text) <= _LENGTH_MOST)
    kept = islice((one for one in shown if one[2]), _WITNESSES_MOST)
    return tuple(Witness(*one) for one in dict.fromkeys(kept))


def unescaped(text: str) -> str:
    """The display form without character references, which publishers write over each other: "&amp;amp;#8217;"."""
    for _ in range(_ESCAPES_MOST):
        if "&" not in text:
            break
        text = html.unescape(text)
    return display_form(text)


def article_bodies(json_ld: JsonLd) -> tuple[str, ...]:
    """The article's body as JSON-LD states it, of the first articles: markup undone, a line for each block."""
    stated = (text for thing in json_ld.articles for text in texts_of(thing, "articleBody"))
    bodies = map(plain_text, islice(stated, _BODIES_MOST))
    return tuple(dict.fromkeys(body for body in bodies if body))


def _without_tags(markup: str) -> str:
    soup = BeautifulSoup(_SURROGATES.sub("\ufffd", markup), "lxml")
    for element in soup.find_all(_BREAKS):
        element.insert_before("\n")
        element.append("\n")
    return soup.get_text()


def plain_text(markup: str) -> str:
    """The text of a piece of markup, or of a text with character references; a line for each block.

    >>> plain_text("<p>The bridge &amp; the road</p><p>reopen.</p>")
    'The bridge & the road\\nreopen.'
    """
    # Twice escaped markup is markup: "&lt;p&gt;" stands in many a JSON-LD body.
    text = html.unescape(markup) if "&lt;" in markup else markup
    text = _without_tags(text) if "<" in text else html.unescape(text)
    lines = (display_form(line) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _of_json_ld(json_ld: JsonLd) -> Iterator[tuple[str, str, str]]:
    # Further articles on a page are mostly those it links to.
    for thing in json_ld.articles[:1]:
        for field, key in (
            ("headline", "headline"),
            ("headline", "alternativeHeadline"),
            ("standfirst", "description"),
            ("byline", "author"),
            ("language", "inLanguage"),
            ("canonical_url", "mainEntityOfPage"),
            ("canonical_url", "url"),
            ("picture", "image"),
            ("section", "articleSection"),
        ):
            for text in _texts_of(json_ld, thing, key):
                yield field, f"json-ld {key}", text


def _texts_of(json_ld: JsonLd, thing: Thing, key: str) -> Iterator[str]:
    inner = {"author": ("name",), "image": ("url", "@id", "contentUrl"), "mainEntityOfPage": ("@id", "url")}
    keys = inner.get(key, ("name",))
    stated = thing.get(key)
    for one in stated if isinstance(stated, list) else [stated]:
        known = json_ld.resolve(one)
        if isinstance(known, dict):
            known = next((known[name] for name in keys if known.get(name)), None)
        for text in _texts(known):
            if not (key == "author" and _ADDRESS.match(text)):
                yield plain_text(text) if key == "description" else text


def _texts(stated: Any) -> Iterator[str]:
    for one in stated if isinstance(stated, list) else [stated]:
        if isinstance(one, str):
            yield one


def _of_microdata(article: LexborNode) -> Iterator[tuple[str, str, str]]:
    """The properties of the article, not those of what stands within it."""
    for node in article.css("[itemprop]")[:_MICRODATA_MOST]:
        name = (node.attributes.get("itemprop") or "").strip()
        field = _MICRODATA.get(name.lower())
        if field and _item_of(node) == article.mem_id:
            yield field, f"microdata {name}", _microdata_text(node)


def _item_of(node: LexborNode) -> int | None:
    parent = node.parent
    while parent is not None and "itemscope" not in parent.attributes:
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _microdata_text(node: LexborNode) -> str:
    named = node.css_first('[itemprop="name"]') or node
    return named.attributes.get("content") or named.text(deep=True)
