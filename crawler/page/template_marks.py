"""What a template says of a page, written onto the elements of its tree before blocks are read from it."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.languages import block_language
from crawler.models import ARABIC, ENGLISH, Role
from crawler.page.places import DROP_MARK, ROLE_MARK, SIDE_MARK
from crawler.page.selectors import select
from crawler.sites import Template

_MARKS = (ROLE_MARK, SIDE_MARK, DROP_MARK)

# A body selector that names one of these names paragraphs, else what holds them: there a block inside may also be a
# caption, a pull quote or a link to another article, and is read as without a template.
_PARAGRAPH_TAGS = frozenset({"p", "li", "blockquote", "pre", "h2", "h3", "h4", "h5", "h6", "dd", "dt"})
_ROLES = {
    "headline": Role.HEADLINE,
    "standfirst": Role.STANDFIRST,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
    "body": Role.PARAGRAPH,
    "caption": Role.CAPTION,
}
_MANY = ("body", "caption")


def mark_roles(tree: LexborHTMLParser, template: Template | None) -> None:
    """Write the template's roles, sides and furniture as attributes onto the elements that its selectors match.

    `data-sijill-role` is a `Role`'s value, `data-sijill-side` a language, `data-sijill-drop` stands empty on furniture.
    Marks that the page itself carries are taken off first, also without a template: nobody but a template may set them.
    """
    _clear_marks(tree)
    if template is None:
        return
    for selector in template.drop:
        for node in select(tree, selector):
            _mark(node, DROP_MARK, "")
    # The last word on an element is its own side's.
    for side, name, selector in template.selectors():
        for node in matched(tree, side, name, selector):
            if name != "body" or node.tag in _PARAGRAPH_TAGS:
                _mark(node, ROLE_MARK, _ROLES[name].value)
            if side:
                _mark(node, SIDE_MARK, side)


def matched(tree: LexborHTMLParser, side: str, name: str, selector: str) -> list[LexborNode]:
    """The elements that a role selector stands for.

    All that it matches for body and caption; the first for a role that an edition has once, and for a selector of
    both sides also the first in the other script. What is in the other script is not a side's.
    """
    nodes = [node for node in select(tree, selector) if DROP_MARK not in node.attributes and _may_be(node, side)]
    if name in _MANY:
        return nodes
    with_text = [node for node in nodes if node.text(deep=True).strip()]
    return with_text[:1] if side else list(_first_of_each_script(with_text))


def _may_be(node: LexborNode, side: str) -> bool:
    if not side:
        return True
    language = block_language(node.text(deep=True), ENGLISH)
    return language is None or (language == ARABIC) == (side == ARABIC)


def _first_of_each_script(nodes: list[LexborNode]) -> Iterator[LexborNode]:
    seen: set[str | None] = set()
    for node in nodes:
        language = block_language(node.text(deep=True), ENGLISH)
        if language not in seen and not (language is None and seen):
            seen.add(language)
            yield node


def _clear_marks(tree: LexborHTMLParser) -> None:
    for node in tree.css(", ".join(f"[{mark}]" for mark in _MARKS)):
        for mark in _MARKS:
            if mark in node.attributes:
                del node.attrs[mark]


def _mark(node: LexborNode, mark: str, value: str) -> None:
    node.attrs[mark] = value
