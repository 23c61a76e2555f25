"""A site's template, learned from a few of its pages: where its articles stand, and what repeats on all of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crawler.extract import extract_page
from crawler.models import ARABIC, ENGLISH, Role
from crawler.sites import RoleSelectors, Template
from crawler.templating.page_elements import HEADING_TAGS, Element, LocatedPage, common_element, locate, main_holder
from crawler.templating.template_furniture import find_labels, find_outside
from crawler.templating.template_selectors import Found, Sought, find_selector, needed

# Fewer pages cannot tell what repeats from what is the same by chance.
PAGES_LEAST = 3
# A page with more markup is no handful's example: finding its elements would take as long as all the others'.
_MARKUP_MOST = 3_000_000
# The body's element holds this share of an edition's paragraphs; a lead or a box may stand outside it.
_BODY_SHARE = 0.85
# An element with so many times the text that was read without it holds menus and footers as well.
_WIDER_MOST = 1.3
# Any address but a home page's, which would be read as a list.
_ADDRESS = "http://page.invalid/news/article"
_SINGLE_ROLES = {
    "headline": Role.HEADLINE,
    "standfirst": Role.STANDFIRST,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
}
_ROLES = (*_SINGLE_ROLES, "body", "caption")


@dataclass(frozen=True, slots=True)
class RoleFinding:
    """Where one role stands, or that it could not be said."""

    side: str
    """Language; "" for both."""
    role: str
    selector: str
    """"" where no selector finds it on enough pages."""
    pages: int
    """Pages on which the role was read."""
    hits: int
    """Of them, those on which the selector finds it and nothing else."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A template and what it was learned from."""

    template: Template
    pages: int
    findings: tuple[RoleFinding, ...]
    unread: tuple[str, ...] = ()
    """Selectors of elements of the article that say something else on each page and are in no field."""

    @property
    def uncertain(self) -> tuple[RoleFinding, ...]:
        """Roles that were read on several pages and that no selector finds, or finds on some of them only."""
        return tuple(one for one in self.findings if not one.selector or one.hits < one.pages)


def learn_template(texts: Sequence[str], learned_on: date, *, pages_least: int = PAGES_LEAST) -> Template | None:
    """The template that at least three article pages of one site share; None for fewer pages."""
    lesson = study_pages(texts, learned_on, pages_least=pages_least)
    return lesson.template if lesson else None


def study_pages(texts: Sequence[str], learned_on: date, *, pages_least: int = PAGES_LEAST) -> Lesson | None:
    """What the article pages of one site have in common, with how many of them bear it out; None for too few."""
    pages = [page for text in texts if len(text) <= _MARKUP_MOST and (page := _read(text)) is not None]
    if len(pages) < pages_least:
        return None
    article, outside = _find_article(pages), find_outside(pages)
    # A body that is the whole article says nothing more.
    findings = tuple(one for one in _find_roles(pages) if (one.role, one.side, one.selector) != ("body", "", article))
    template = Template(
        since=learned_on,
        article=article,
        roles=_selectors("", findings),
        sides=tuple((side, _selectors(side, findings)) for side in (ARABIC, ENGLISH) if _has_own(side, findings)),
        drop=outside.drops,
        furniture=find_labels(pages, outside.drops),
    )
    return Lesson(template, len(pages), findings, outside.own)


def _read(text: str) -> LocatedPage | None:
    page = extract_page(text, _ADDRESS)
    return locate(text, page) if page.editions and page.problem is None else None


def _has_own(side: str, findings: Iterable[RoleFinding]) -> bool:
    return any(one.side == side and one.selector for one in findings)


def _selectors(side: str, findings: Iterable[RoleFinding]) -> RoleSelectors:
    return replace(RoleSelectors(), **{one.role: one.selector for one in findings if one.side == side})


def _find_roles(pages: Sequence[LocatedPage]) -> Iterator[RoleFinding]:
    """One finding for each role that was read on two pages or more: common to both sides, else for each side.

    A body common to both sides says only where the text begins and ends; where something tells the sides' paragraphs
    apart, that is found as well. Captions that something tells apart are named by side: where those of one vanish, a
    selector of both still matches.
    """
    sides = (ENGLISH, ARABIC) if _on_both_sides(pages) else ()
    for role in _ROLES:
        common = _find_common(pages, role)
        has_own = role in ("body", "caption") or not common.selector
        own = [_find_own(pages, role, side) for side in sides] if has_own else []
        found = [one for one in own if one.selector]
        if role == "caption" and common.selector:
            if len(found) == len(sides) and sides:
                yield from found
            else:
                yield common
            continue
        if common.selector or (common.pages >= 2 and not found):
            yield common
        # Where one side's is found and the other's is not, that is told too.
        is_told = bool(found) and not common.selector
        yield from (one for one in own if one.selector or (is_told and one.pages >= 2))


def _on_both_sides(pages: Sequence[LocatedPage]) -> bool:
    languages = {edition.language for page in pages for edition in page.page.editions}
    return {ENGLISH, ARABIC} <= languages


def _find_common(pages: Sequence[LocatedPage], role: str) -> RoleFinding:
    sought = _seek(pages, role, None)
    return _finding("", role, sought, find_selector(sought, many=role == "caption"))


def _find_own(pages: Sequence[LocatedPage], role: str, side: str) -> RoleFinding:
    sought = _seek(pages, role, side)
    found = find_selector(sought, many=role == "caption", only_here=True)
    if role == "body" and found is None:
        sought = [_seek_texts(page, Role.PARAGRAPH, side) for page in pages]
        found = find_selector(sought, many=True, only_here=True, among=" > ")
    return _finding(side, role, sought, found)


def _finding(side: str, role: str, sought: Sequence[Sought], found: Found | None) -> RoleFinding:
    pages = sum(bool(one.elements) for one in sought)
    return RoleFinding(side, role, found.selector if found else "", pages, found.hits if found else 0)


def _seek(pages: Sequence[LocatedPage], role: str, side: str | None) -> list[Sought]:
    if role == "body":
        return [_seek_body(page, side) for page in pages]
    kind = _SINGLE_ROLES.get(role, Role.CAPTION)
    return [_seek_texts(page, kind, side) for page in pages]


def _seek_texts(page: LocatedPage, role: Role, side: str | None) -> Sought:
    segments = [
        elements
        for (language, its), found in page.places.items()
        if its is role and side in (None, language)
        for elements in found
    ]
    with_outer = [[outer for element in elements for outer in _same_text(element)] for elements in segments]
    return Sought(
        page,
        tuple(frozenset(one.id for one in elements) for elements in with_outer),
        tuple(one for elements in with_outer for one in elements),
    )


def _same_text(element: Element) -> Iterator[Element]:
    """The element and those around it that hold nothing more; a heading is named by itself."""
    for one in element.chain():
        if one.squeezed != element.squeezed:
            return
        yield one
        if one.node.tag in HEADING_TAGS:
            return


def _seek_body(page: LocatedPage, side: str | None) -> Sought:
    """The element of the body: of both sides, or of one where it does not hold the other as well."""
    by_side: dict[str, list[Element]] = {}
    for (language, role), found in page.places.items():
        if role is Role.PARAGRAPH:
            by_side[language] = [elements[0] for elements in found]
    own = [one for language, found in by_side.items() if side in (None, language) for one in found]
    others = [one for language, found in by_side.items() if side not in (None, language) for one in found]
    holder = main_holder(page.root, own, _BODY_SHARE) if len(own) > 1 else page.root
    if holder is page.root or any(holder in one.chain() for one in others):
        return Sought(page, ())
    return _sought(page, holder)


def _sought(page: LocatedPage, holder: Element) -> Sought:
    holders = tuple(_same_text(holder))
    return Sought(page, (frozenset(one.id for one in holders),), holders)


def _find_article(pages: Sequence[LocatedPage]) -> str:
    """The selector of the element that holds headline, captions and bodies of both languages; "" where none does."""
    sought = []
    for page in pages:
        firsts = [elements[0] for found in page.places.values() for elements in found]
        holder = common_element(firsts)
        if holder is None or holder is page.root or len(holder.squeezed) > _WIDER_MOST * page.length_read:
            sought.append(Sought(page, ()))
        else:
            sought.append(_sought(page, holder))
    found = find_selector(sought)
    return found.selector if found and found.pages >= needed(len(pages)) else ""
