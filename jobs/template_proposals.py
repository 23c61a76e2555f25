"""A template proposed from what was captured last: for a source whose layout changed, or that has none. No network."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomlkit

from archive.durable import write_durably
from archive.errors import UnusableArchive
from archive.evidence import Evidence, open_evidence
from archive.readings import KeptBack
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.errors import ConfigurationError
from crawler.models import Capture
from crawler.reading import read_one_capture
from crawler.sites import Site, Template
from crawler.templating.templates import PAGES_LEAST, Lesson, study_pages
from jobs.additions import SAMPLES_SHOWN, capture_text
from jobs.config import FILE_NAME, configuration_text, parse_configuration, read_configuration
from jobs.kept_selectors import keep_standing
from jobs.template_table import template_table

# More pages than `add` fetches: they are there already.
PAGES_MOST = 8


@dataclass(frozen=True, slots=True)
class TemplateProposal:
    """A template as it would be added below its source."""

    source: str
    lesson: Lesson
    standing: Template | None
    """The source's newest template; None where it has none."""
    kept_back: int
    """How many captures are kept back that it was learned from first."""
    samples: tuple[dict[str, Any], ...]
    """The records of a few pages, as the template makes them read."""
    still_held: tuple[str, ...] = ()
    """What it has of the template that stands, since learning found nothing in its place."""

    @property
    def changes(self) -> tuple[str, ...]:
        """Where it differs from the newest template that stands, one sentence each."""
        before, after = (dict(_stated(one)) if one else {} for one in (self.standing, self.lesson.template))
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        return tuple(f"{key}: {before.get(key) or 'nothing'} -> {after.get(key) or 'nothing'}" for key in keys)


def propose_template(folder: Path, name: str, pages: int = PAGES_MOST) -> TemplateProposal:
    """A template from the source's newest captures; from those that are kept back first, and from the day they begin.

    ConfigurationError where the source is unknown or too few of its captures hold an article.
    """
    site = read_configuration(folder)[0].source(name)
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing captured in {folder}: sijill crawl {name}")
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        kept = archive.kept_back(name)
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        captures = list(_captures(evidence, site, kept, pages))
    since = min((one.since for one in kept), default=min((one.started_at for one in captures), default=None))
    lesson = study_pages([capture_text(one) for one in captures], since.date()) if since else None
    if lesson is None:
        raise ConfigurationError(
            f"{len(captures)} captured pages of {name} can be learned from; {PAGES_LEAST} are needed"
        )
    standing = next(iter(site.templates[::-1]), None)
    template, still_held = keep_standing(lesson.template, standing, [capture_text(one) for one in captures])
    shown = replace(site, templates=(template,))
    samples = tuple(read_one_capture(one, shown).record for one in captures[:SAMPLES_SHOWN])
    return TemplateProposal(name, replace(lesson, template=template), standing, len(kept), samples, still_held)


def _captures(evidence: Evidence, site: Site, kept: tuple[KeptBack, ...], most: int) -> Iterator[Capture]:
    """The good captures of the newest articles, those kept back first; without these, of one layout's days only."""
    sequences = [one.sequence for one in reversed(kept)] or evidence.latest_articles(site.name, 4 * most)
    count = 0
    seen: set[int] = set()
    for sequence in sequences:
        for number in evidence.entry(sequence).content["captures"]:
            capture = evidence.capture(number)
            if number in seen or not capture.succeeded or count >= most:
                continue
            seen.add(number)
            count += 1
            yield capture


def _stated(template: Template) -> Iterator[tuple[str, str]]:
    yield "article", template.article
    yield from ((f"{side} {role}".strip(), selector) for side, role, selector in template.selectors())
    yield "drop", ", ".join(template.drop)


def append_template(folder: Path, name: str, template: Template) -> None:
    """Write the template as a further one of its source, what stands in sijill.toml kept as it is.

    ConfigurationError where the source has a template of that day: which of the two holds is a person's to say.
    """
    site = read_configuration(folder)[0].source(name)
    if any(one.since == template.since for one in site.templates):
        raise ConfigurationError(
            f"{name} has a template since {template.since} already, nothing was written: edit {folder / FILE_NAME}"
        )
    document = tomlkit.parse(configuration_text(folder))
    table = next(one for one in document["source"] if one["name"] == name)
    standing = table.get("template", [])
    tables = tomlkit.aot()
    for one in standing if isinstance(standing, list) else [standing]:
        tables.append(one)
    tables.append(template_table(template))
    table["template"] = tables
    written = tomlkit.dumps(document)
    parse_configuration(written)
    write_durably(folder / FILE_NAME, written.encode("utf-8"))
