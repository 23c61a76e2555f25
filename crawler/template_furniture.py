"""Furniture that a site's pages share: elements that hold no text of the article, and labels that repeat."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crawler.dates import is_dateline
from crawler.furniture import DATE_WORDS, is_byline_text, name_words
from crawler.models import Role
from crawler.models.forms import match_form
from crawler.page_elements import Element, LocatedPage, common_element, squeeze
from crawler.template_selectors import needed, own_selectors

# A longer text, or one that ends as a sentence does, is never learned as a label: a site may print the same paragraph
# in several articles (a background, a list of the dead), and what is learned is taken out of every one.
_LABEL_LENGTH = 80
_SENTENCE = re.compile(r"[.!?؟…۔][”\"»’')\]]*\s*$")
_LABELS_MOST = 60
_DROPS_MOST = 12
# Of the elements that a selector matches, so many must hold no text of the article.
_OUTSIDE_SHARE = 0.9
# A text that stands on this many pages word for word is the site's, where its element is called by a name of its own.
_SAME_PAGES_LEAST = 3
_MAY_REPEAT = (Role.PARAGRAPH, Role.CAPTION)
_KEPT_TAGS = frozenset({"figure", "picture", "h1"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def find_drops(pages: Sequence[LocatedPage]) -> tuple[str, ...]:
    """Selectors of elements within the article that hold nothing of it on nearly every page, most text first."""
    repeated = _repeated_texts(pages)
    inside = [_ids_with_text(page, repeated) for page in pages]
    seen: Counter[str] = Counter()
    lengths: Counter[str] = Counter()
    for page, ids in zip(pages, inside, strict=True):
        candidates = list(_outside(_article_of(page), ids))
        seen.update({selector for one in candidates for selector, _ in own_selectors(one)})
        for one in candidates:
            lengths.update({selector: len(one.squeezed) for selector, _ in own_selectors(one)})
    least = needed(len(pages))
    fit = [selector for selector in seen if seen[selector] >= least and _is_outside(selector, pages, inside)]
    return tuple(_outermost(sorted(fit, key=lambda one: (-lengths[one], len(one), one)), pages))


def _repeated_texts(pages: Sequence[LocatedPage]) -> frozenset[str]:
    counted: Counter[str] = Counter()
    for page in pages:
        counted.update({squeeze(text) for text in _texts(page, _MAY_REPEAT)})
    least = max(_SAME_PAGES_LEAST, needed(len(pages)))
    return frozenset(text for text, count in counted.items() if count >= least)


def _texts(page: LocatedPage, roles: Iterable[Role]) -> Iterator[str]:
    for edition in page.page.editions:
        for role in roles:
            yield from edition.texts(role)


def _ids_with_text(page: LocatedPage, repeated: frozenset[str]) -> frozenset[int]:
    """Ids of the elements that hold a segment, or stand within one that is nothing else."""
    ids: set[int] = set()
    for (_, role), segments in page.places.items():
        for elements in segments:
            for element in elements:
                if role in _MAY_REPEAT and element.squeezed in repeated:
                    continue
                ids.update(one.id for one in element.chain())
                ids.update(one.id for one in element.within())
    return frozenset(ids)


def _article_of(page: LocatedPage) -> Element:
    firsts = [elements[0] for segments in page.places.values() for elements in segments]
    return common_element(firsts) or page.root


def _outside(element: Element, inside: frozenset[int]) -> Iterator[Element]:
    """The outermost elements with text, all of it outside the article's, that have a name of their own."""
    for child in element.children:
        if not child.squeezed or child.node.tag in _KEPT_TAGS or _says_when(child):
            continue
        if child.id not in inside and any(True for _ in own_selectors(child)):
            yield child
        else:
            yield from _outside(child, inside)


def _says_when(element: Element) -> bool:
    """True for a line with the page's date: in no field where a better date line is, and still a witness."""
    if len(element.squeezed) > _LABEL_LENGTH:
        return False
    attributes = element.node.attributes
    named = name_words(attributes.get("class"), attributes.get("id")) & DATE_WORDS
    return bool(named) or any(one.node.tag == "time" for one in element.within()) or is_dateline(_text_of(element))


def _is_outside(selector: str, pages: Sequence[LocatedPage], inside: Sequence[frozenset[int]]) -> bool:
    matches = [(one, ids) for page, ids in zip(pages, inside, strict=True) for one in page.matched(selector)]
    return sum(one not in ids for one, ids in matches) >= _OUTSIDE_SHARE * len(matches)


def _outermost(selectors: Sequence[str], pages: Sequence[LocatedPage]) -> Iterator[str]:
    """Without those whose elements all stand within what an earlier one takes out; the first dozen."""
    taken: list[set[int]] = [set() for _ in pages]
    count = 0
    for selector in selectors:
        matched = [set(page.matched(selector)) for page in pages]
        if count < _DROPS_MOST and not all(one <= two for one, two in zip(matched, taken, strict=True)):
            count += 1
            yield selector
            for page, ids, already in zip(pages, matched, taken, strict=True):
                already.update(
                    one.id for element in page.root.within() if element.id in ids for one in element.within()
                )


def find_labels(pages: Sequence[LocatedPage], drops: Sequence[str]) -> tuple[str, ...]:
    """Short texts in match form that were read as text on most pages and are no sentence, heading, byline or date."""
    counted: Counter[str] = Counter()
    for page in pages:
        dropped = {one for selector in drops for one in page.matched(selector)}
        counted.update({match_form(text) for text in _labels(page, dropped)})
    least = needed(len(pages))
    return tuple(sorted(text for text, count in counted.items() if count >= least and text)[:_LABELS_MOST])


def _labels(page: LocatedPage, dropped: set[int]) -> Iterator[str]:
    for (_, role), segments in page.places.items():
        if role not in _MAY_REPEAT:
            continue
        for elements in segments:
            first = elements[0]
            chain = list(first.chain())
            is_heading = any(one.node.tag in _HEADINGS for one in chain)
            if not is_heading and not dropped & {one.id for one in chain}:
                yield from (text for text in [_text_of(first)] if _may_be_label(text))


def _text_of(element: Element) -> str:
    return " ".join(element.node.text(deep=True).split())


def _may_be_label(text: str) -> bool:
    return (
        0 < len(text) <= _LABEL_LENGTH
        and not _SENTENCE.search(text)
        and not is_byline_text(text)
        and not is_dateline(text)
    )
