"""A derived article measured on its pages: what it has on each side, and how the template's selectors fared."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from archive.readings import FieldReading, Reading
from crawler.derive import read_capture
from crawler.extract import Page, edition_length
from crawler.languages import block_language
from crawler.models import ARABIC, ENGLISH, Article, Capture, Edition, Role
from crawler.page.template_marks import matched
from crawler.sites import Site, Template
from jobs.lacks import OPTIONAL_ROLES, Measured
from jobs.repeats import paragraph_keys
from jobs.samples import capture_text

_NAMES = {"body": Role.PARAGRAPH.value}


def measure(article: Article, captures: Sequence[Capture], site: Site) -> Measured:
    """The article measured on its captures; where it was read with a template, it is read without as well."""
    captured_at = max(capture.started_at for capture in captures)
    template = site.template_on(captured_at.date())
    matches = count_matches([capture_text(capture) for capture in captures], template) if template else {}
    without = _editions_without(captures, site) if template else None
    residue = Counter[bool]()
    for text in article.residue:
        residue[block_language(text, ENGLISH) == ARABIC] += len(text)
    sides = {
        edition.language: Reading(
            sequence=0,
            side=edition.language,
            source=site.name,
            article=article.url,
            section="",
            run=0,
            template="",
            captured_at=captured_at,
            fields=dict(_fields(edition, matches, without)),
            residue=residue[edition.language == ARABIC],
            paragraphs=paragraph_keys(edition),
        )
        for edition in article.editions
    }
    return Measured(article, sides, template)


def count_matches(texts: Sequence[str], template: Template) -> dict[tuple[str, str], int]:
    """(language or "", role) -> how many elements of the pages the template's selector stands for."""
    trees = [LexborHTMLParser(text) for text in texts]
    return {
        (side, _NAMES.get(name, name)): sum(len(matched(tree, side, name, selector)) for tree in trees)
        for side, name, selector in template.selectors()
    }


def _editions_without(captures: Sequence[Capture], site: Site) -> dict[str, Edition]:
    """The longest edition of each language, as the captures read without a template."""
    pages = [read_capture(capture, replace(site, templates=())) for capture in captures]
    editions = [edition for page in pages if isinstance(page, Page) for edition in page.editions]
    return {edition.language: edition for edition in sorted(editions, key=edition_length)}


def _fields(
    edition: Edition, matches: Mapping[tuple[str, str], int], without: Mapping[str, Edition] | None
) -> Iterator[tuple[str, FieldReading]]:
    for role in (*OPTIONAL_ROLES, Role.PARAGRAPH):
        texts = edition.texts(role)
        other = without.get(edition.language) if without is not None else None
        found = [matches[key] for key in ((edition.language, role.value), ("", role.value)) if key in matches]
        yield (
            role.value,
            FieldReading(
                count=len(texts),
                length=sum(map(len, texts)),
                matched=sum(found) if found else None,
                agrees=None if without is None else other is not None and other.texts(role) == texts,
            ),
        )
