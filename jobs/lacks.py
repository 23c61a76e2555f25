"""What a reading of an article lacks beside the others of its source, and which selector should have found it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median, quantiles

from archive.readings import Reading
from crawler.models import Article, Role
from crawler.sites import Template
from jobs.baseline import EDITION, PAGES_LEAST

# The roles that an edition may have beside its paragraphs.
OPTIONAL_ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.DATELINE, Role.CAPTION)
# A text shorter than this share of the source's usual one is a stub of it.
_LENGTH_SHARE = 0.25
# More of the page's text in no field than twice what nine of ten pages have, and a sixth of it more.
_RESIDUE_TIMES, _RESIDUE_MORE = 2, 0.15
# What is compared with a reading without the template: the others may well differ, that is what templates are for.
_AGREEING = (Role.HEADLINE, Role.PARAGRAPH)
# What an article is kept back for, the weightiest first. A selector that matches nothing is told, and no reason.
KEPT_BACK_FOR = (EDITION, *(role.value for role in OPTIONAL_ROLES), "length", "residue", "agreement")
_SELECTOR = "selector "
# What the template's selector of the body should have found.
_OF_BODY = frozenset({EDITION, "length", "agreement", Role.PARAGRAPH.value})


@dataclass(frozen=True, slots=True)
class Measured:
    """A derived article, and a reading of each side that it has, but for what only its place in the archive tells."""

    article: Article
    sides: Mapping[str, Reading]
    template: Template | None


def with_lacks(reading: Reading, others: Sequence[Reading]) -> Reading:
    """The reading with what it lacks, beside the others of its side."""
    if not reading.fields:
        return replace(reading, lacks=(EDITION,))
    return replace(reading, lacks=tuple(_lacks(reading, [one for one in others if one.fields])))


def _lacks(reading: Reading, others: Sequence[Reading]) -> Iterator[str]:
    yield from (role.value for role in OPTIONAL_ROLES if not reading.fields[role.value].count)
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
    wanted = "article" if field == "residue" else "body" if field in _OF_BODY else field
    if wanted == "article":
        return template.article
    stated = {(its, name): selector for its, name, selector in template.selectors()}
    return stated.get((side, wanted)) or stated.get(("", wanted), "")


def selector_signal(role: str) -> str:
    """What a reading lacks where the template's selector of a role matches nothing."""
    return f"{_SELECTOR}{role}"
