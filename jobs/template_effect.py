"""What a source's template does to one page, as a person reads it: which selectors match, which texts it moves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from archive.differences import FieldDifference, differing_fields
from crawler.lexicon import Lexicon
from crawler.models import Article, Capture, Role
from crawler.page.selectors import select
from crawler.page.template_marks import matched
from crawler.reading import read_one_capture
from crawler.sites import Site, Template
from jobs.printable import shortened
from jobs.samples import capture_text

_TEXTS_SHOWN = 6


@dataclass(frozen=True, slots=True)
class PageEffect:
    """A page read with a template, beside the same page read without."""

    template: Template
    selectors: int
    """How many it names."""
    idle: tuple[tuple[str, str], ...]
    """(what for, selector) of those that match nothing on the page, or nothing in the language of their side."""
    held: tuple[str, ...]
    """Of `drop`, those whose text is in the article all the same."""
    unheeded: tuple[tuple[str, str], ...]
    """(what for, selector) of those of roles that match elements of which no text is read so."""
    changes: tuple[FieldDifference, ...]
    """The fields that read otherwise without it, which is `before`."""


def measure_effect(capture: Capture, site: Site, article: Article, lexicon: Lexicon | None = None) -> PageEffect | None:
    """What the site's template of the capture's day does to the page, which reads as `article`; None without one."""
    template = site.template_on(capture.started_at.date())
    if template is None:
        return None
    without = read_one_capture(capture, replace(site, templates=()), lexicon).article
    tree = LexborHTMLParser(capture_text(capture))
    stated = list(_stated(template))
    return PageEffect(
        template,
        len(stated),
        tuple((name, selector) for name, selector, side in stated if not _matches(tree, name, selector, side)),
        tuple(_held(tree, template, article)),
        tuple(_unheeded(tree, template, article)),
        differing_fields(without, article),
    )


def _stated(template: Template) -> Iterator[tuple[str, str, str | None]]:
    """(what for, selector, side) of each selector; the side is None where it is no role's."""
    if template.article:
        yield "article", template.article, None
    yield from ((f"{side} {name}".strip(), selector, side) for side, name, selector in template.selectors())
    yield from (("drop", selector, None) for selector in template.drop)


def _matches(tree: LexborHTMLParser, name: str, selector: str, side: str | None) -> bool:
    return bool(select(tree, selector) if side is None else matched(tree, side, name.rsplit(" ", 1)[-1], selector))


def _held(tree: LexborHTMLParser, template: Template, article: Article) -> Iterator[str]:
    paragraphs = [_squeeze(text) for one in article.editions for text in one.texts(Role.PARAGRAPH)]
    for selector in template.drop:
        texts = [_squeeze(node.text(deep=True)) for node in select(tree, selector)]
        if any(paragraph in text for paragraph in paragraphs for text in texts):
            yield selector


def _unheeded(tree: LexborHTMLParser, template: Template, article: Article) -> Iterator[tuple[str, str]]:
    for side, name, selector in template.selectors():
        role = Role.PARAGRAPH if name == "body" else Role(name)
        read = [_squeeze(text) for one in article.editions if side in ("", one.language) for text in one.texts(role)]
        texts = [_squeeze(node.text(deep=True)) for node in matched(tree, side, name, selector)]
        if texts and not any(one in other or other in one for one in read for other in texts if other):
            yield f"{side} {name}".strip(), selector


def _squeeze(text: str) -> str:
    return "".join(text.split())


def effect_lines(effect: PageEffect) -> Iterator[str]:
    """The effect, shortened: selectors that do nothing, then the texts that the template gives (+) or takes (-)."""
    since = f" of {effect.template.since}" if effect.template.since else ""
    matching = effect.selectors - len(effect.idle)
    matches = (
        f"{matching} of its {effect.selectors} selectors match on this page" if effect.selectors else "no selectors"
    )
    yield f"template{since}: {matches}"
    yield from (f"  {name}: {selector} matches nothing here" for name, selector in effect.idle)
    held = "is not taken out: more than a quarter of the article would go"
    yield from (f"  drop: {selector} {held}" for selector in effect.held)
    for name, selector in effect.unheeded:
        yield f"  {name}: {selector} matches, and nothing that it holds is read as {name.rsplit(' ', 1)[-1]}"
    if not effect.changes:
        yield "  without it the page reads the same"
    for change in effect.changes:
        moved = list(_moved(change))
        yield f"  {change.field} reads otherwise without it" + ("" if moved else ": in another order")
        yield from (f"    {line}" for line in moved[:_TEXTS_SHOWN])
        if len(moved) > _TEXTS_SHOWN:
            yield f"    ... and {len(moved) - _TEXTS_SHOWN} more (--html FILE shows all)"


def _moved(change: FieldDifference) -> Iterator[str]:
    gone, come = change.moved()
    yield from (f"- {shortened(text)}" for text in gone)
    yield from (f"+ {shortened(text)}" for text in come)
