"""A derived article measured: what it has on each side, how the template's selectors fared, and what it lacks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median, quantiles

from selectolax.lexbor import LexborHTMLParser

from archive.readings import FieldReading, Reading
from crawler.derive import read_capture
from crawler.extract import Page, edition_length
from crawler.languages import block_language
from crawler.models import ARABIC, ENGLISH, Article, Capture, Edition, Role
from crawler.sites import Site, Template
from crawler.template_marks import matched
from jobs.additions import capture_text
from jobs.baseline import EDITION, PAGES_LEAST

# The roles that an edition may have beside its paragraphs.
_ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.DATELINE, Role.CAPTION)
# A text shorter than this share of the source's usual one is a stub of it.
_LENGTH_SHARE = 0.25
# More of the page's text in no field than twice what nine of ten pages have, and a sixth of it more.
_RESIDUE_TIMES, _RESIDUE_MORE = 2, 0.15
# What is compared with a reading without the template: the others may well differ, that is what templates are for.
_AGREEING = (Role.HEADLINE, Role.PARAGRAPH)
_NAMES = {"body": Role.PARAGRAPH.value}
# What an article is kept back for, the weightiest first. A selector that matches nothing is told, and no reason.
KEPT_BACK_FOR = (EDITION, *(role.value for role in _ROLES), "length", "residue", "agreement")
_SELECTOR = "selector "


@dataclass(frozen=True, slots=True)
class Measured:
    """A derived article, and a reading of each side that it has, but for what only its place in the archive tells."""

    article: Article
    sides: Mapping[str, Reading]
    template: Template | None


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
    for role in (*_ROLES, Role.PARAGRAPH):
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


def with_lacks(reading: Reading, others: Sequence[Reading]) -> Reading:
    """The reading with what it lacks, beside the others of its side."""
    if not reading.fields:
        return replace(reading, lacks=(EDITION,))
    return replace(reading, lacks=tuple(_lacks(reading, [one for one in others if one.fields])))


def _lacks(reading: Reading, others: Sequence[Reading]) -> Iterator[str]:
    yield from (role.value for role in _ROLES if not reading.fields[role.value].count)
    if len(others) >= PAGES_LEAST:
        if _length(reading) < _LENGTH_SHARE * median(map(_length, others)):
            yield "length"
        usual = quantiles(map(_residue_share, others), n=10)[-1]
        if _residue_share(reading) > max(_RESIDUE_TIMES * usual, usual + _RESIDUE_MORE):
            yield "residue"
    if any(reading.fields[role.value].agrees is False for role in _AGREEING):
        yield "agreement"
    yield from (f"{_SELECTOR}{name}" for name, field in reading.fields.items() if field.matched == 0)


def _length(reading: Reading) -> int:
    return reading.fields[Role.PARAGRAPH.value].length


def _residue_share(reading: Reading) -> float:
    return reading.residue / max(1, reading.residue + _length(reading))


def selector_of(template: Template | None, side: str, field: str) -> str:
    """The template's selector of a field on a side; "" where it names none."""
    if template is None:
        return ""
    wanted = {EDITION: "body", "length": "body", "agreement": "body", "residue": "article"}.get(field, field)
    if wanted == "article":
        return template.article
    stated = {(its, name): selector for its, name, selector in template.selectors()}
    return stated.get((side, wanted)) or stated.get(("", wanted), "")


def selector_signal(role: str) -> str:
    """What a reading lacks where the template's selector of a role matches nothing."""
    return f"{_SELECTOR}{role}"
