"""What was learned of a site's layout, as a person reads it: what stands where, how surely."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from crawler.templating.templates import Lesson, RoleFinding
from jobs.printable import shortened

_SINGLE = ("headline", "standfirst", "dateline", "byline")


def lesson_lines(lesson: Lesson) -> Iterator[str]:
    """What was found on how many pages, and what is uncertain."""
    yield f"learned from {lesson.pages} pages:"
    if lesson.template.article:
        yield f"  {'article':<14} {lesson.template.article}"
    for one in lesson.findings:
        if one.selector:
            yield f"  {_name(one):<14} {one.selector}  (on {one.hits} of the {one.pages} pages that have it)"
    for selector in lesson.template.drop:
        yield f"  {'not the article':<14} {selector}"
    for text in lesson.template.furniture:
        yield f"  {'repeats':<14} {shortened(text)}"
    yield from (f"  uncertain: {said}" for said in uncertainties(lesson))


def uncertainties(lesson: Lesson) -> list[str]:
    """What a person should look at, each as a sentence."""
    unread = (f"{one} says something else on each page and is in no field: is it a caption?" for one in lesson.unread)
    return [*map(_uncertainty, lesson.uncertain), *unread]


def _uncertainty(finding: RoleFinding) -> str:
    """Why a role is not certain, as a sentence."""
    if not finding.selector:
        return f"{_name(finding)} stands on {finding.pages} pages, and no selector finds it on enough of them"
    return f"{_name(finding)}: {finding.selector} finds it on {finding.hits} of {finding.pages} pages"


def lesson_json(lesson: Lesson) -> dict[str, Any]:
    """The same as plain JSON values."""
    found = [
        {"side": one.side, "role": one.role, "selector": one.selector, "pages": one.pages, "hits": one.hits}
        for one in lesson.findings
    ]
    return {"pages": lesson.pages, "found": found, "uncertain": uncertainties(lesson)}


def sample_lines(records: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Records, shortened: a line for the page, then for each side its single roles and how much text it has."""
    for record in records:
        yield f"sample {record['url']}"
        yield f"  published {record['published_on'] or 'on an unknown day'} ({record['published_on_basis']})"
        for language, edition in record["editions"].items():
            for role in _SINGLE:
                if edition[role]:
                    yield f"  {language} {role:<10} {shortened(edition[role])}"
            for name in ("paragraphs", "captions"):
                if edition[name]:
                    yield f"  {language} {name:<10} {len(edition[name])}: {shortened(edition[name][0])}"
        if record["residue"]:
            yield f"  in no field   {len(record['residue'])}: {shortened(record['residue'][0])}"


def _name(finding: RoleFinding) -> str:
    return f"{finding.side} {finding.role}".strip()
