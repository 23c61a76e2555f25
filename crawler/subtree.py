"""Where on a page the article stands: found with lexbor on the whole page, in one pass, before bs4 reads any of it.

bs4 costs 11 ms on a whole page of 97 KB and 0.5-3 ms on the article's own subtree; one lexbor parse costs 0.6 ms.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.furniture import FURNITURE_TAGS, UNSEEN_TAGS, is_furniture_name, is_language_part, is_unseen
from crawler.languages import EDITION_SHARE_LEAST, count_letters

BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
# A run of text shorter than this is prose only where it ends as a sentence does.
_PROSE_LENGTH = 60
_SENTENCE_ENDS = tuple('.!?؟…۔:”"»')
_LINK_SHARE_MOST = 0.35
# A child that holds this share of its parent's prose is where the article is; below it the parent is, since the
# other part may be the other language.
_DOMINANT_SHARE = 0.8
_CONTAINER_SHARE = 0.5
# The element called article may hold this much more prose than the body found in it (standfirst, captions, notes).
_ENCLOSING_GROWTH = 1.6
# Where names take out so many times the prose that they leave, they name the article itself.
_NAMES_SHARE_MOST = 4


MARKED_ARTICLES = 'article, [role="article"], [itemtype$="Article"], [itemtype$="BlogPosting"]'


class ProseMap:
    """How much prose each element of a page holds, in characters outside links, furniture left out."""

    def __init__(self, root: LexborNode, *, by_name: bool = True) -> None:
        self.weights: dict[int, int] = {}
        self._by_name = by_name
        self.left_out = 0
        self._weigh(root, depth=0)

    def of(self, node: LexborNode) -> int:
        """Characters of prose in the element; 0 where it has none."""
        return self.weights.get(node.mem_id, 0)

    def _weigh(self, node: LexborNode, depth: int) -> tuple[int, int, int]:
        """(prose settled below, characters, of them in links); the last two are of inline text not settled yet."""
        settled = length = linked = 0
        in_link = node.tag == "a"
        for child in node.iter(include_text=True):
            if child.is_text_node:
                size = len((child.text_content or "").strip())
                length += size
                linked += size if in_link else 0
                continue
            if child.tag in UNSEEN_TAGS or depth > 200:
                continue
            prose, size, child_linked = self._weigh(child, depth + 1)
            settled += prose
            if child.tag in BLOCK_TAGS:
                continue
            length += size
            linked += size if in_link else child_linked
        if node.tag in BLOCK_TAGS:
            return self._settle(node, settled + _prose_weight(node, length, linked)), 0, 0
        if settled:
            self.weights[node.mem_id] = settled
        return settled, length, linked

    def _settle(self, node: LexborNode, weight: int) -> int:
        if not weight:
            return 0
        # A whole page may stand in one <form> (ASP.NET does so); a real form holds next to no prose.
        by_tag = node.tag in FURNITURE_TAGS and node.tag != "form" and not is_language_part(node.attributes)
        if by_tag or (self._by_name and is_out_by_name(node)):
            self.left_out = max(self.left_out, weight)
            return 0
        self.weights[node.mem_id] = weight
        return weight


def _prose_weight(node: LexborNode, length: int, linked: int) -> int:
    if length < 20 or linked > _LINK_SHARE_MOST * length:
        return 0
    if length >= _PROSE_LENGTH:
        return length - linked
    return length - linked if node.text(deep=True).rstrip().endswith(_SENTENCE_ENDS) else 0


def is_out_by_name(node: LexborNode) -> bool:
    """True where an element's own name or style takes it out of the article."""
    attributes = node.attributes
    classes, identifier = attributes.get("class"), attributes.get("id")
    if ("hidden" in attributes or is_unseen(classes, attributes.get("style"))) and not is_language_part(attributes):
        return True
    return node.tag not in ("body", "html", "article", "main") and is_furniture_name(classes, identifier)


def weigh_prose(body: LexborNode) -> ProseMap:
    """The page's prose; where names take out nearly all of it, the names are not believed.

    A sidebar of teasers may well hold more prose than a short article does.
    """
    prose = ProseMap(body)
    if prose.left_out > _NAMES_SHARE_MOST * prose.of(body):
        return ProseMap(body, by_name=False)
    return prose


def find_body(tree: LexborHTMLParser, prose: ProseMap, selector: str = "") -> LexborNode | None:
    """The innermost element that holds the article's prose in all its languages.

    On a page without prose (a headline over a link or a picture) the one element marked as an article; else None.

    `selector` is the site's template: it wins where it matches one element that holds most of the prose.
    """
    body = tree.body
    if body is None:
        return None
    if not prose.of(body):
        marked = [node for node in tree.css(MARKED_ARTICLES) if _is_marked_article(node)]
        return marked[0] if len(marked) == 1 else None
    start = _by_template(tree, prose, selector) or body
    node = start
    while True:
        child = _dominant_child(node, prose)
        if child is None:
            break
        node = child
    while node.tag not in ("body", "td", "div", "section", "article", "main") and node.parent is not None:
        node = node.parent
    return node


def _by_template(tree: LexborHTMLParser, prose: ProseMap, selector: str) -> LexborNode | None:
    matches = tree.css(selector) if selector else []
    whole = prose.of(tree.body) if tree.body is not None else 0
    if len(matches) == 1 and prose.of(matches[0]) >= _CONTAINER_SHARE * whole:
        return matches[0]
    return None


def _dominant_child(node: LexborNode, prose: ProseMap) -> LexborNode | None:
    total = prose.of(node)
    children = list(element_children(node))
    best = max(children, key=prose.of, default=None)
    if best is None or not prose.of(best):
        return None
    share = prose.of(best) / total if total else 0.0
    others = [child for child in children if child.mem_id != best.mem_id and prose.of(child)]
    if others and _leaves_a_language_behind(best, others):
        return None
    if share >= _DOMINANT_SHARE or (share >= _CONTAINER_SHARE and _is_container(best)):
        return best
    return None


def _leaves_a_language_behind(best: LexborNode, others: list[LexborNode]) -> bool:
    """True where the other children hold as much of the other script as makes an edition, and `best` does not."""
    inside = count_letters(best.text(deep=True))
    beside = [count_letters(other.text(deep=True)) for other in others]
    if inside.arabic >= inside.other:
        missing, left_behind = inside.other, sum(letters.other for letters in beside)
    else:
        missing, left_behind = inside.arabic, sum(letters.arabic for letters in beside)
    least = EDITION_SHARE_LEAST * max(inside.arabic, inside.other)
    return missing < least <= left_behind


def _is_container(node: LexborNode) -> bool:
    attributes = node.attributes
    return (
        node.tag in ("article", "main")
        or attributes.get("role") in ("main", "article")
        or attributes.get("itemprop") == "articleBody"
    )


def enclosing_article(node: LexborNode, prose: ProseMap) -> LexborNode | None:
    """The nearest element around the body that is marked as one article; None where there is none."""
    current: LexborNode | None = node
    while current is not None and current.tag not in ("body", "html"):
        if _is_marked_article(current):
            grown = prose.of(current) > _ENCLOSING_GROWTH * max(prose.of(node), 1)
            return None if grown else current
        current = current.parent
    return None


def _is_marked_article(node: LexborNode) -> bool:
    attributes = node.attributes
    classes = f" {attributes.get('class') or ''} "
    return (
        node.tag == "article"
        or attributes.get("role") == "article"
        or (attributes.get("itemtype") or "").endswith(("Article", "BlogPosting"))
        or " hentry " in classes
        or " type-post " in classes
    )


def element_children(node: LexborNode) -> Iterator[LexborNode]:
    """The element children of a node, in order."""
    for child in node.iter(include_text=False):
        if child.is_element_node:
            yield child


def ancestors(node: LexborNode) -> list[LexborNode]:
    """The node and the elements around it, innermost first."""
    chain = []
    current: LexborNode | None = node
    while current is not None:
        chain.append(current)
        current = current.parent
    return chain


def common_ancestor(one: LexborNode, other: LexborNode) -> LexborNode:
    """The innermost element that holds both."""
    ids = {node.mem_id for node in ancestors(one)}
    return next(node for node in ancestors(other) if node.mem_id in ids)
