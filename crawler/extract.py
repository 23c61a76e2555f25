"""A page's bytes as editions, pictures, dates and residue. Pure: the same bytes always give the same page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.blocks import Block, read_blocks
from crawler.furniture import UNSEEN_TAGS
from crawler.headline import find_headline, stated_headline
from crawler.languages import other_language
from crawler.metadata import Metadata, PageLinks, read_links, read_metadata
from crawler.models import Edition, NotAnArticle, OutcomeKind, Role
from crawler.models.forms import display_form, match_form
from crawler.pagekind import judge_page
from crawler.roles import split_editions
from crawler.sites import Template
from crawler.subtree import (
    ProseMap,
    common_ancestor,
    element_children,
    enclosing_article,
    find_body,
    weigh_prose,
)
from crawler.urls import normalise_url

_MARKUP = re.compile(
    r"<\s*(?:html|body|div|p|article|main|section|table|br|span|h[1-6]|meta|!doctype)\b", re.IGNORECASE
)
# A header around the headline with at most this much text is taken whole: it holds date line and byline.
_HEADER_LENGTH = 400
# A template that would take out more of a page than this was learned on other pages: it is not believed.
_TEMPLATE_SHARE_MOST = 0.25


@dataclass(frozen=True, slots=True)
class Page:
    """One URL's document, read."""

    url: str
    links: PageLinks
    editions: tuple[Edition, ...]
    pictures: tuple[str, ...]
    residue: tuple[str, ...]
    date_metadata: tuple[tuple[str, str], ...]
    """(source, text) of the dates stated for machines, most trusted first."""
    problem: NotAnArticle | None
    """Why it holds no article; None where it does."""


def extract_page(text: str, url: str, template: Template | None = None) -> Page:
    """The page at an address. Text without markup is read line by line; an empty text gives a page with a problem."""
    tree = LexborHTMLParser(text if _MARKUP.search(text) else _as_markup(text))
    metadata = read_metadata(tree)
    links = read_links(tree, url)
    subtree = _find_subtree(tree, metadata, template)
    inner = LexborHTMLParser(subtree.html or "<body></body>")
    read = read_blocks(inner.body)
    blocks = _without_furniture(_hack(read.blocks), template)
    other = other_language((block.text for block in blocks if not block.furniture), metadata.language)
    split = split_editions(blocks, subtree.headline, stated_headline(metadata), other, read.pictures)
    return Page(
        url=url,
        links=links,
        editions=split.editions,
        pictures=_addresses([p.address for p in read.pictures], url),
        residue=split.residue,
        date_metadata=(*metadata.dates, *_machine_dates(blocks)),
        problem=judge_page(text, metadata, url, split.editions, blocks),
    )


def _hack(blocks):
    from crawler.furniture import FURNITURE_TAGS, is_furniture_name, is_language_part

    total = sum(len(b.text) for b in blocks)
    result = []
    cache = {}

    def out(place):
        if id(place) in cache:
            return cache[id(place)]
        named = (place.tag in FURNITURE_TAGS and not is_language_part(place.attributes)) or is_furniture_name(
            place.attributes.get("class"), place.attributes.get("id")
        )
        r = bool(named) and place.tag != "h1" and len(place.node.text(deep=True)) <= 0.5 * total
        r = r or bool(place.parent is not None and out(place.parent))
        cache[id(place)] = r
        return r

    for b in blocks:
        result.append(
            replace(
                b,
                furniture=b.furniture
                or out(b.place)
                or (b.hidden and not any(is_language_part(pl.attributes) for pl in b.place.chain())),
            )
        )
    return tuple(result)


def page_links(text: str, url: str) -> PageLinks:
    """Only what a page says of its address and its other languages."""
    return read_links(LexborHTMLParser(text), url)


@dataclass(frozen=True, slots=True)
class ArticleSubtree:
    """The part of a page that is the article's, as HTML, and its headline as shown."""

    html: str
    headline: str | None
    selector: str
    """A CSS selector of its outermost element, for a template; empty where it is not one element."""


def _find_subtree(tree: LexborHTMLParser, metadata: Metadata, template: Template | None) -> ArticleSubtree:
    tree.strip_tags(sorted(UNSEEN_TAGS - {"head", "title"}))
    headline = find_headline(tree, metadata)
    shown = display_form(headline.text(deep=True)) if headline is not None else None
    if tree.body is None:
        return ArticleSubtree("", None, "")
    prose = weigh_prose(tree.body)
    body = find_body(tree, prose, template.article if template else "")
    if body is None:
        return ArticleSubtree(tree.body.html or "", shown, "")
    nodes = _region(body, headline, prose)
    selector = element_selector(nodes[0]) if len(nodes) == 1 else ""
    return ArticleSubtree("".join(node.html or "" for node in nodes), shown, selector)


def find_subtree(text: str, template: Template | None = None) -> ArticleSubtree:
    """The article's subtree of a page; with an empty `html` on an empty page."""
    tree = LexborHTMLParser(text if _MARKUP.search(text) else _as_markup(text))
    return _find_subtree(tree, read_metadata(tree), template)


def element_selector(node: LexborNode) -> str:
    """A CSS selector by tag and class that names the element without its position: "div.entry-content"."""
    classes = [name for name in (node.attributes.get("class") or "").split() if re.fullmatch(r"[A-Za-z][\w-]*", name)]
    stable = [name for name in classes if not re.search(r"\d", name)]
    return ".".join([node.tag or "", *stable[:2]])


def _region(body: LexborNode, headline: LexborNode | None, prose: ProseMap) -> list[LexborNode]:
    """The elements that hold headline and body and what stands between them, in document order."""
    root = enclosing_article(body, prose) or body
    if headline is None:
        return [root]
    ancestor = common_ancestor(headline, root)
    if ancestor.mem_id == root.mem_id:
        return [root]
    if ancestor.tag in ("article", "main") and prose.of(ancestor) <= 1.2 * prose.of(root):
        return [ancestor]
    return _between(_header_of(headline, ancestor), root, ancestor)


def _header_of(headline: LexborNode, limit: LexborNode) -> LexborNode:
    node = headline
    while node.parent is not None and node.parent.mem_id != limit.mem_id:
        if len(node.parent.text(deep=True)) > _HEADER_LENGTH:
            break
        node = node.parent
    return node


def _between(start: LexborNode, end: LexborNode, ancestor: LexborNode) -> list[LexborNode]:
    """Whole elements from `start` to `end`, both within `ancestor`; where `end` comes first, just the two."""
    after_start = [start]
    node = start
    while node.parent is not None and node.parent.mem_id != ancestor.mem_id:
        after_start += _following(node)
        node = node.parent
    start_branch = node
    before_end = [end]
    node = end
    while node.parent is not None and node.parent.mem_id != ancestor.mem_id:
        before_end = _preceding(node) + before_end
        node = node.parent
    branches = [child.mem_id for child in element_children(ancestor)]
    first, last = branches.index(start_branch.mem_id), branches.index(node.mem_id)
    if first > last:
        return [start, end]
    middle = [child for child in element_children(ancestor) if first < branches.index(child.mem_id) < last]
    return after_start + middle + before_end


def _following(node: LexborNode) -> list[LexborNode]:
    siblings = list(element_children(node.parent)) if node.parent is not None else []
    ids = [sibling.mem_id for sibling in siblings]
    return siblings[ids.index(node.mem_id) + 1 :]


def _preceding(node: LexborNode) -> list[LexborNode]:
    siblings = list(element_children(node.parent)) if node.parent is not None else []
    ids = [sibling.mem_id for sibling in siblings]
    return siblings[: ids.index(node.mem_id)]


def _as_markup(text: str) -> str:
    lines = (line.replace("&", "&amp;").replace("<", "&lt;") for line in text.splitlines())
    return "<html><body><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div></body></html>"


def _without_furniture(blocks: Sequence[Block], template: Template | None) -> tuple[Block, ...]:
    if template is None or not template.furniture:
        return tuple(blocks)
    known = frozenset(template.furniture)
    repeated = [not block.level and match_form(block.text) in known for block in blocks]
    taken = sum(len(block.text) for block, is_known in zip(blocks, repeated, strict=True) if is_known)
    if taken > _TEMPLATE_SHARE_MOST * sum(len(block.text) for block in blocks):
        return tuple(blocks)
    return tuple(
        replace(block, furniture=True) if is_known else block for block, is_known in zip(blocks, repeated, strict=True)
    )


def _machine_dates(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """The datetime of each <time> of the subtree that stands outside furniture, the first three."""
    stated = [
        (
            "time modified" if {"updated", "modified"} & block.names and "published" not in block.names else "time",
            block,
        )
        for block in blocks
        if block.machine_date and not block.furniture
    ]
    return [(source, block.machine_date or "") for source, block in stated[:3]]


def _addresses(pictures: Sequence[str], url: str) -> tuple[str, ...]:
    found = (normalise_url(address, url) for address in pictures)
    return tuple(dict.fromkeys(address for address in found if address))


def edition_length(edition: Edition) -> int:
    """Characters of an edition's paragraphs."""
    return sum(len(text) for text in edition.texts(Role.PARAGRAPH))


def not_an_article(reason: str) -> NotAnArticle:
    """The problem of a page that holds no article."""
    return NotAnArticle(OutcomeKind.NOT_AN_ARTICLE, reason)
