"""Listings: the article links of a home or category page, and the page that continues it."""

import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.discovery.article_paths import is_list_path, score_path
from crawler.discovery.html_trees import parse_html
from crawler.models.forms import match_form
from crawler.sites import Site
from crawler.urls import in_scope, normalise_url

# A listing has some 100 links; more than this is a site's whole register, or an attack.
MAX_ANCHORS = 5_000
# Points from address and place together that make a link an article's: see tests/test_listings.py for cases.
ENOUGH = 4
# On a page where no link has them (a plain list of links): a headline's length, or "article/7", will do. What such a
# link leads to is looked at before it is archived; a site that is not found at all is never looked at.
ENOUGH_IF_NO_BETTER = 2
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_BLOCKS = frozenset(("div", "li", "section", "td", *_HEADINGS))
_FURNITURE_TAGS = frozenset(("nav", "header", "footer", "address"))
_FURNITURE = re.compile(
    r"(?:^|[-_])(?:nav|navbar|navigation|menu|submenu|footer|breadcrumbs?|pagination|pager|lang(?:uage)?s?|switcher|"
    r"social|share|sharing|cookie|tags?|tagcloud|cats?|categor(?:y|ies)|authors?|byline|copyright|toolbar|topbar)"
    r"(?:$|[-_])",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"(?:^|[-_])(?:article|story|post|news|card|teaser|entry|headline|item|title|hentry|summary|latest|related)s?"
    r"(?:$|[-_])",
    re.IGNORECASE,
)
# How far above a link its block is looked for; pages nest some 25 deep, attacks 100,000.
_CLIMB = 12
# A headline has at least so many letters; "Read more" and the names of sections have fewer than the second.
_HEADLINE_LETTERS = 25
_NAME_LETTERS = 12
_NEXT_TEXTS = frozenset(
    match_form(text)
    for text in (
        *("next", "next page", "older", "older posts", "older entries", "older articles", "next »", "next ›"),
        *("next →", "→ older posts", "← older posts", "« older entries", "« older posts", "older posts →"),
        *("التالي", "التالية", "الصفحة التالية", "التالي »", "التالي ›", "الأقدم", "أقدم", "مقالات أقدم"),
        *("المقالات الأقدم", "تدوينات أقدم", "« المقالات السابقة", "أخبار أقدم", "← التالي", "التالي ←"),
    )
)
_NUMBERED_PATH = re.compile(r"/page[/-](\d{1,5})(?=/|$)", re.IGNORECASE)
_NUMBERED_QUERY = re.compile(r"(?:^|&)(?:page|paged|pg|p)=(\d{1,5})(?=&|$)", re.IGNORECASE)


def article_links(html: bytes, url: str, site: Site) -> tuple[str, ...]:
    """Normalised addresses of the site's pages that look like articles, in the page's order, each once.

    Judged by the shape of the address, the block and heading the link stands in, and the length of its text;
    a link counts by the best place it has. No article, or no HTML, gives an empty tuple. Raises
    UnreadableList for a page that nests too deep to be read.
    """
    tree = parse_html(html, url)
    points: dict[str, int] = {}
    here = _without_slash(url)
    for anchor, address in _anchors(tree, url):
        if _without_slash(address) == here or is_list_path(address) or not in_scope(address, site):
            continue
        points[address] = max(points.get(address, 0), _score_place(anchor) + score_path(address))
    enough = ENOUGH if any(score >= ENOUGH for score in points.values()) else ENOUGH_IF_NO_BETTER
    return tuple(address for address, score in points.items() if score >= enough)


def next_page(html: bytes, url: str) -> str | None:
    """Address of the page that continues a list with older entries; None where it names none on its own host.

    Taken from rel=next, else from the wording of a link ("Older posts", "التالي"), else from its number.
    Raises UnreadableList as `article_links` does.
    """
    tree = parse_html(html, url)
    links = [(node, address) for node, address in _links(tree, url) if _is_neighbour(address, url)]
    wanted = _page_number(url) + 1
    found = (
        next((address for node, address in links if "next" in _words(node, "rel")), None),
        next((address for node, address in links if node.tag == "a" and _says_next(node)), None),
        next((address for node, address in links if node.tag == "a" and _continues(address, url, wanted)), None),
    )
    return next(filter(None, found), None)


def _anchors(tree: LexborHTMLParser, url: str) -> Iterator[tuple[LexborNode, str]]:
    return ((node, address) for node, address in _links(tree, url) if node.tag == "a")


def _links(tree: LexborHTMLParser, url: str) -> Iterator[tuple[LexborNode, str]]:
    """Each <a> and <link> that leads to another document, with its normalised address, up to a limit."""
    base = _base_address(tree, url)
    for node in tree.css("a[href], link[href]")[:MAX_ANCHORS]:
        reference = (node.attributes.get("href") or "").strip()
        address = normalise_url(reference, base) if reference and not reference.startswith("#") else None
        if address:
            yield node, urldefrag(address).url


def _base_address(tree: LexborHTMLParser, url: str) -> str:
    base = tree.css_first("base[href]")
    return (base and normalise_url(base.attributes.get("href") or "", url)) or url


def _score_place(anchor: LexborNode) -> int:
    """Points for where the link stands and how long its text is; below 0 in menus and the like."""
    letters = sum(character.isalpha() for character in _text(anchor))
    points = 2 if letters >= _HEADLINE_LETTERS else 0
    if _is_around(anchor, _HEADINGS):
        points += 2
    elif 0 < letters < _NAME_LETTERS:
        points -= 1
    return points + _score_block(anchor)


def _is_around(anchor: LexborNode, tags: frozenset[str]) -> bool:
    """True where the link stands in such an element or holds one: to a reader the same."""
    inside = any(node.tag in tags for node in _ancestors(anchor, 3))
    return inside or any(anchor.css_first(tag) is not None for tag in tags)


def _score_block(anchor: LexborNode) -> int:
    """The nearest block decides: a <header> within an <article> is the article's, not the page's."""
    for node in _ancestors(anchor, _CLIMB):
        marks = [*_words(node, "class"), *_words(node, "id")]
        furniture = [mark for mark in marks if _FURNITURE.search(mark)]
        # WordPress marks an article "post hentry category-sport", but an entry of a menu "menu-item".
        teasers = [mark for mark in marks if _TEASER.search(mark) and mark not in furniture]
        if node.tag == "article" or (teasers and node.tag in _BLOCKS):
            return 1
        if (furniture or node.tag in _FURNITURE_TAGS) and not _is_article_header(node):
            return -4
    return 0


def _is_article_header(node: LexborNode) -> bool:
    return node.tag == "header" and any(above.tag == "article" for above in _ancestors(node, 3))


def _ancestors(node: LexborNode, most: int) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None and most and above.tag != "body":
        yield above
        above, most = above.parent, most - 1


def _text(node: LexborNode) -> str:
    """The text of a link, else what its tooltip or picture says."""
    picture = node.css_first("img[alt]")
    spoken = picture.attributes.get("alt") if picture else None
    return node.text(strip=True) or node.attributes.get("title") or spoken or ""


def _words(node: LexborNode, attribute: str) -> list[str]:
    return (node.attributes.get(attribute) or "").lower().split()


def _says_next(node: LexborNode) -> bool:
    labelled = match_form(node.attributes.get("aria-label") or "") in _NEXT_TEXTS
    return labelled or match_form(_text(node)) in _NEXT_TEXTS


def _is_neighbour(address: str, url: str) -> bool:
    """On the same host, and another page."""
    return urlsplit(address).netloc == urlsplit(url).netloc and _without_slash(address) != _without_slash(url)


def _continues(address: str, url: str, wanted: int) -> bool:
    """The same list, one page further."""
    return _page_number(address) == wanted and _unnumbered(address) == _unnumbered(url)


def _page_number(url: str) -> int:
    split = urlsplit(url)
    match = _NUMBERED_PATH.search(split.path) or _NUMBERED_QUERY.search(split.query)
    return int(match.group(1)) if match else 1


def _unnumbered(url: str) -> tuple[str, str]:
    split = urlsplit(url)
    path = _NUMBERED_PATH.sub("", split.path).removesuffix("index.html").rstrip("/")
    return path, _NUMBERED_QUERY.sub("", split.query).strip("&")


def _without_slash(url: str) -> str:
    return urldefrag(url).url.rstrip("/")
