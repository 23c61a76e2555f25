"""Where on a page each segment that was read from it stands: the way back from a text to its elements."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.extract import Page
from crawler.models import Role
from crawler.models.forms import display_form
from crawler.page.furniture import UNSEEN_TAGS

HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")
# Deeper elements are not looked at: real pages stay below 60.
_DEPTH_MOST = 200
# A label ("Pic:") or a second piece of the line (date | byline) may stand beside a segment in its element.
_BESIDE_MOST = 60


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a page with its text."""

    node: LexborNode
    parent: "Element | None"
    squeezed: str
    """Its visible text without white space, in display form."""
    children: "list[Element]" = field(default_factory=list)

    @property
    def id(self) -> int:
        """What tells it from the page's other elements."""
        return int(self.node.mem_id)

    def chain(self) -> "Iterator[Element]":
        """The element and those around it, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    @property
    def is_in_heading(self) -> bool:
        """True for a heading and for what stands in one."""
        return any(one.node.tag in HEADING_TAGS for one in self.chain())

    def within(self) -> "Iterator[Element]":
        """The element and all in it, in document order."""
        yield self
        for child in self.children:
            yield from child.within()


@dataclass(slots=True)
class LocatedPage:
    """A page that was read, with the elements its segments stand in."""

    tree: LexborHTMLParser
    page: Page
    root: Element
    places: dict[tuple[str, Role], list[list[Element]]]
    """(language, role) -> for each segment every innermost element with its text; empty lists are left out."""
    matches: dict[str, list[int]] = field(default_factory=dict)
    """Selector -> ids of the elements it matches, as asked for so far."""

    @property
    def length_read(self) -> int:
        """Characters, without white space, of the article's part of the page, in a field or in none."""
        texts = [segment.text for edition in self.page.editions for segment in edition.segments]
        return sum(len(squeeze(text)) for text in (*texts, *self.page.residue))

    def matched(self, selector: str) -> list[int]:
        """Ids of the elements that the selector matches, in document order, each once."""
        if selector not in self.matches:
            self.matches[selector] = list(dict.fromkeys(int(node.mem_id) for node in self.tree.css(selector)))
        return self.matches[selector]


def squeeze(text: str) -> str:
    """A text for comparison with an element's: display form without white space."""
    return _SPACE.sub("", display_form(text))


def locate(text: str, page: Page) -> LocatedPage | None:
    """The page's segments at their elements; None for a page without a body."""
    tree = LexborHTMLParser(text)
    tree.strip_tags(sorted(UNSEEN_TAGS - {"head", "title"}))
    if tree.body is None:
        return None
    root = _read_element(tree.body, None, 0)
    places: dict[tuple[str, Role], list[list[Element]]] = {}
    for edition in page.editions:
        for segment in edition.segments:
            if found := _find(root, squeeze(segment.text), segment.role):
                places.setdefault((edition.language, segment.role), []).append(found)
    return LocatedPage(tree, page, root, places)


def _read_element(node: LexborNode, parent: Element | None, depth: int) -> Element:
    element = Element(node, parent, squeeze(node.text(deep=True)))
    if depth < _DEPTH_MOST:
        for child in node.iter(include_text=False):
            if child.is_element_node:
                element.children.append(_read_element(child, element, depth + 1))
    return element


def _find(root: Element, wanted: str, role: Role) -> list[Element]:
    """The innermost elements that say just this; for a line of several pieces the one that says little more."""
    holding = list(_innermost_with(root, wanted)) if wanted and wanted in root.squeezed else []
    exact = [one for one in holding if one.squeezed == wanted]
    if exact:
        return _headings_first(exact, role)
    if role is Role.PARAGRAPH:
        return holding
    return [one for one in holding if len(one.squeezed) <= len(wanted) + _BESIDE_MOST]


def _headings_first(elements: Sequence[Element], role: Role) -> list[Element]:
    """A text that is a heading is also an entry of a table of contents, a headline the end of a trail: not meant."""
    headings = [one for one in elements if one.is_in_heading]
    others = [one for one in elements if not one.is_in_heading]
    return headings if headings and role is Role.HEADLINE else [*headings, *others]


def _innermost_with(element: Element, wanted: str) -> Iterator[Element]:
    inner = [child for child in element.children if wanted in child.squeezed]
    if not inner:
        yield element
    for child in inner:
        yield from _innermost_with(child, wanted)


def common_element(elements: Sequence[Element]) -> Element | None:
    """The innermost element that holds them all; None for none."""
    if not elements:
        return None
    chains = [[one.id for one in element.chain()] for element in elements]
    shared = set(chains[0]).intersection(*map(set, chains[1:]))
    return next(one for one in elements[0].chain() if one.id in shared)


def main_holder(root: Element, elements: Iterable[Element], share: float) -> Element:
    """The innermost element that holds at least this share of the elements' text."""
    weights: dict[int, int] = {}
    total = 0
    for element in elements:
        total += len(element.squeezed)
        for one in element.chain():
            weights[one.id] = weights.get(one.id, 0) + len(element.squeezed)
    holder = root
    while True:
        inner = next((one for one in holder.children if weights.get(one.id, 0) >= share * max(total, 1)), None)
        if inner is None:
            return holder
        holder = inner
