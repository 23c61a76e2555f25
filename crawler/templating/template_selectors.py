"""The selector for a role: of all that name an element by what it is called, the one that finds it on most pages."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from crawler.page.selectors import is_stable_name, stable_classes
from crawler.templating.page_elements import Element, LocatedPage

# Of the pages where a role was read, a selector must find it, and nothing else, on so many, and may be wrong on so few.
SHARE_OF_PAGES = 0.6
_WRONG_MOST = 0.25
# Of several elements of a role on one page (captions, paragraphs) so many must be found, and so few be others.
_RECALL_LEAST = 0.6
_OTHERS_MOST = 0.1
# Tags that say by themselves what they hold.
_TELLING_TAGS = frozenset({"h1", "article", "main", "figcaption", "time", "address"})
_AROUND_TAGS = frozenset({"article", "main", "header", "figure", "section"})
_AROUND_MOST = 5
_CLASSES_MOST = 4


@dataclass(frozen=True, slots=True)
class Sought:
    """What a selector has to find on one page."""

    page: LocatedPage
    elements: tuple[frozenset[int], ...]
    """For each text of the role the ids of the elements that say just it; empty where the role was not read."""
    examples: tuple[Element, ...] = ()
    """Elements that selectors are made from."""


@dataclass(frozen=True, slots=True)
class Found:
    """A selector and how it fared."""

    selector: str
    pages: int
    """Pages where the role was read."""
    hits: int
    """Of them, those where it finds the role and nothing else."""


def needed(pages: int) -> int:
    """On how many of so many pages something must be alike to be the site's and not chance."""
    return max(2, math.ceil(SHARE_OF_PAGES * pages))


def find_selector(
    sought: Sequence[Sought], *, many: bool = False, only_here: bool = False, among: str = " "
) -> Found | None:
    """The selector that finds what is sought on most pages; None where none does so on enough of them.

    `many`: the role may stand several times on a page. `only_here`: it is wrong where nothing is sought. `among` joins
    a selector to that of an element around it.

    A page where nothing is sought may be one where the role was not recognised: it counts half.
    """
    known = [one for one in sought if one.elements]
    ranked: dict[str, int] = {}
    for one in known:
        for element in one.examples:
            # Of two elements around the same text the inner one is meant.
            outer = int(any(child.squeezed == element.squeezed for child in element.children))
            for selector, rank in _selectors_of(element, among):
                ranked[selector] = min(rank + outer, ranked.get(selector, rank + outer))
    best: tuple[tuple[float, int, int, str], Found] | None = None
    for selector, rank in ranked.items():
        hits, wrong, beyond = _judge(selector, sought, many)
        doubtful = wrong + beyond / 2 if only_here else wrong
        if hits < needed(len(known)) or doubtful > (0 if _is_nameless(selector) else _WRONG_MOST * len(known)):
            continue
        order = (2 * doubtful - hits, beyond, rank, selector)
        if best is None or order < best[0]:
            best = order, Found(selector, len(known), hits)
    return best[1] if best else None


def _is_nameless(selector: str) -> bool:
    """True for a tag without a name of its own ("div.entry h2"): it is believed only where it is never wrong."""
    last = selector.rsplit(" ", 1)[-1]
    return last.isalnum() and last not in _TELLING_TAGS


def _judge(selector: str, sought: Sequence[Sought], many: bool) -> tuple[int, int, int]:
    """(pages where it finds just what is sought, where it finds another, where it finds something unsought)."""
    hits = wrong = beyond = 0
    is_hit = _is_hit_of_many if many else _is_hit
    for one in sought:
        found = set(one.page.matched(selector))
        if not found:
            continue
        if not one.elements:
            beyond += 1
        elif is_hit(found, one.elements):
            hits += 1
        else:
            wrong += 1
    return hits, wrong, beyond


def _is_hit(found: set[int], elements: Sequence[frozenset[int]]) -> bool:
    return found <= frozenset().union(*elements) and all(found & one for one in elements)


def _is_hit_of_many(found: set[int], elements: Sequence[frozenset[int]]) -> bool:
    others = found - frozenset().union(*elements)
    covered = sum(bool(found & one) for one in elements)
    return covered >= _RECALL_LEAST * len(elements) and len(others) <= _OTHERS_MOST * len(found)


def own_selectors(element: Element) -> Iterator[tuple[str, int]]:
    """Selectors by what the element itself is called, each with a rank; the plainest have the lowest."""
    tag, attributes = element.node.tag or "", element.node.attributes
    identifier, itemprop = attributes.get("id") or "", attributes.get("itemprop") or ""
    classes = stable_classes(attributes.get("class"))[:_CLASSES_MOST]
    if is_stable_name(identifier):
        yield f"{tag}#{identifier}", 1
    yield from ((f"{tag}.{name}", place) for place, name in enumerate(classes))
    if itemprop.isalpha() and itemprop.isascii():
        yield f'{tag}[itemprop="{itemprop}"]', 2
    yield from ((f"{tag}.{one}.{other}", 5) for one, other in combinations(classes, 2))
    for name, values in (("dir", ("rtl", "ltr")), ("lang", ("ar", "en"))):
        if attributes.get(name) in values:
            yield f'{tag}[{name}="{attributes[name]}"]', 4


def _selectors_of(element: Element, among: str) -> Iterator[tuple[str, int]]:
    """Its own selectors, then those below an element around it that has one; its tag alone only where that tells."""
    own = list(own_selectors(element))
    yield from own
    tag = element.node.tag or ""
    if tag in _TELLING_TAGS:
        yield tag, 1 if tag == "figcaption" else 3
    around = [one for one in element.chain() if one is not element and one.node.tag not in ("body", "html")]
    distance = 0
    for one in around:
        outer = [selector for selector, _ in own_selectors(one)][:_CLASSES_MOST]
        outer += [one.node.tag] if one.node.tag in _AROUND_TAGS and one.node.tag else []
        if not outer:
            continue
        distance += 1
        for selector in outer:
            yield from ((f"{selector}{among}{inner}", 10 + rank + distance) for inner, rank in own)
            yield f"{selector}{among}{tag}", 12 + distance
        if distance >= _AROUND_MOST:
            return
