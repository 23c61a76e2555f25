"""Furniture that a site's pages share: elements that hold no text of the article, and labels that repeat."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from crawler.dates import is_dateline
from crawler.models import Role
from crawler.models.forms import match_form
from crawler.page.furniture import DATE_WORDS, is_byline_text, is_furniture_name, name_words
from crawler.page.prose import ENDS_SENTENCE
from crawler.templating.page_elements import HEADING_TAGS, Element, LocatedPage, common_element, squeeze
from crawler.templating.template_selectors import needed, own_selectors

# A longer text, or one that ends as a sentence does, is never learned as a label: a site may print the same paragraph
# in several articles (a background, a list of the dead), and what is learned is taken out of every one.
_LABEL_LENGTH = 80
_LABELS_MOST = 60
_DROPS_MOST = 12
# Of the elements that a selector matches, so many must hold no text of the article.
_OUTSIDE_SHARE = 0.9
# A text that stands on this many pages word for word is the site's, where its element is called by a name of its own.
_SAME_PAGES_LEAST = 3
_MAY_REPEAT = (Role.PARAGRAPH, Role.CAPTION)
_KEPT_TAGS = frozenset({"figure", "picture", "h1"})
# What is set off from the text around it, word for word alike on this share of the pages, and nowhere but at its ends.
_SAME_PAGES_SHARE = 0.8
_SET_OFF = "em, i, cite, small, strong, b, a"
# So many letters outside links, other ones in so many of the elements, are the article's own: a caption not recognised.
_OWN_LENGTH = 25
_OWN_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Outside:
    """Selectors of elements within the article that hold no text of it that was read, on nearly every page."""

    drops: tuple[str, ...]
    """Of what the site's pages have in common, or links, most text first."""
    own: tuple[str, ...]
    """Of what says something else on each page: text of the article perhaps, for a person to decide."""


def find_outside(pages: Sequence[LocatedPage]) -> Outside:
    """What of the article's part of the pages is in no field, by what its elements are called."""
    repeated = _repeated_texts(pages)
    inside = [_ids_with_text(page, repeated) for page in pages]
    seen: Counter[str] = Counter()
    called: dict[str, list[Element]] = defaultdict(list)
    for page, ids in zip(pages, inside, strict=True):
        candidates = [(selector, one) for one in _outside(_article_of(page), ids) for selector, _ in own_selectors(one)]
        seen.update({selector for selector, _ in candidates})
        for selector, one in candidates:
            called[selector].append(one)
    least = needed(len(pages))
    fit = [selector for selector in seen if seen[selector] >= least and _is_outside(selector, pages, inside)]
    fit.sort(key=lambda one: (-len(called[one][-1].squeezed), len(one), one))
    own = [selector for selector in fit if _say_their_own(called[selector])]
    drops = [selector for selector in fit if selector not in own]
    return Outside(tuple(_outermost(drops, pages)), tuple(_outermost(own, pages)))


def _say_their_own(elements: Sequence[Element]) -> bool:
    """True where nearly each of the elements says something else, outside links, and none is called furniture."""
    if any(is_furniture_name(one.node.attributes.get("class"), one.node.attributes.get("id")) for one in elements):
        return False
    said = {one.squeezed for one in elements if _length_outside_links(one) >= _OWN_LENGTH}
    return len(said) >= max(2, _OWN_SHARE * len(elements))


def _length_outside_links(element: Element) -> int:
    return len(element.squeezed) - sum(len(squeeze(link.text(deep=True))) for link in element.node.css("a"))


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
    apart: list[Element] = []
    for (_, role), segments in page.places.items():
        for element in chain.from_iterable(segments):
            if role in _MAY_REPEAT and element.squeezed in repeated:
                apart.append(element)
            else:
                ids.update(_around_and_within(element))
    heads = [element for element in apart if _heads_text(element, ids)]
    # Lines with breaks between them stand in one element with all that is in it: also with the box among them.
    ids.difference_update(inner.id for element in apart for one in _alone(element) for inner in one.within())
    for element in (*heads, *_of_pictures(page)):
        ids.update(_around_and_within(element))
    return frozenset(ids)


def _of_pictures(page: LocatedPage) -> Iterator[Element]:
    """The elements that say whose a picture is: a credit is no segment, and no furniture either."""
    said = {squeeze(picture.credit) for picture in page.page.pictures if picture.credit}
    return (one for one in page.root.within() if one.squeezed in said) if said else iter(())


def _alone(element: Element) -> Iterator[Element]:
    """The element and those around it that hold nothing else."""
    return takewhile(lambda one: one.squeezed == element.squeezed, element.chain())


def _around_and_within(element: Element) -> Iterator[int]:
    yield from (one.id for one in element.chain())
    yield from (one.id for one in element.within())


def _heads_text(element: Element, ids: Collection[int]) -> bool:
    """True for a heading right above text of the article: "Sources" heads another list on every page."""
    heading = next((one for one in element.chain() if one.node.tag in HEADING_TAGS), None)
    if heading is None or heading.parent is None:
        return False
    beside = heading.parent.children
    after = next((one for one in beside[beside.index(heading) + 1 :] if one.squeezed), None)
    return after is not None and after.id in ids


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
    labels = {text for text, count in counted.items() if count >= least and text}
    return tuple(sorted(labels | _find_appeals(pages, drops))[:_LABELS_MOST])


def _find_appeals(pages: Sequence[LocatedPage], drops: Sequence[str]) -> set[str]:
    """Paragraphs in match form, set off from the text, that open or close nearly every page's text: "Support us"."""
    counted: Counter[str] = Counter()
    for page in pages:
        dropped = {one for selector in drops for one in page.matched(selector)}
        counted.update({match_form(text) for text in _ends(page, dropped)})
    least = max(_SAME_PAGES_LEAST, math.ceil(_SAME_PAGES_SHARE * len(pages)))
    return {text for text, count in counted.items() if count >= least}


def _ends(page: LocatedPage, dropped: set[int]) -> Iterator[str]:
    """The first and the last paragraphs of each language, as far as all of each is set off."""
    for (_, role), segments in page.places.items():
        if role is not Role.PARAGRAPH:
            continue
        firsts = [elements[0] for elements in segments if not dropped & {one.id for one in elements[0].chain()}]
        for ends in (firsts, firsts[::-1]):
            yield from (_text_of(element) for element in takewhile(_is_set_off, ends))


def _is_set_off(element: Element) -> bool:
    """True where all of an element's text is in italics, small or bold letters or a link, and it is no heading."""
    whole = {squeeze(part.text(deep=True)) for part in element.node.css(_SET_OFF)}
    tagged = element.node.tag in _SET_OFF.split(", ")
    return not element.is_in_heading and (tagged or element.squeezed in whole)


def _labels(page: LocatedPage, dropped: set[int]) -> Iterator[str]:
    for (_, role), segments in page.places.items():
        if role not in _MAY_REPEAT:
            continue
        for elements in segments:
            first = elements[0]
            if not first.is_in_heading and not dropped & {one.id for one in first.chain()}:
                yield from (text for text in [_text_of(first)] if _may_be_label(text))


def _text_of(element: Element) -> str:
    return " ".join(element.node.text(deep=True).split())


def _may_be_label(text: str) -> bool:
    return (
        0 < len(text) <= _LABEL_LENGTH
        and not ENDS_SENTENCE.search(text)
        and not is_byline_text(text)
        and not is_dateline(text)
    )
