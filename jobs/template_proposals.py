"""A template proposed from what was captured last: for a source whose layout changed, or that has none. No network."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import tomlkit

from archive.durable import write_durably
from archive.errors import UnusableArchive
from archive.evidence import Evidence, open_evidence
from archive.readings import REPEATS, KeptBack
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import Archive, open_archive
from crawler.derive import derive
from crawler.errors import ConfigurationError
from crawler.models import Article
from crawler.models.forms import match_form
from crawler.sites import Site, Template
from crawler.templating.templates import PAGES_LEAST, Lesson, study_pages
from jobs.checking import template_key
from jobs.config import FILE_NAME, configuration_text, parse_configuration, read_configuration
from jobs.kept_selectors import keep_standing
from jobs.printable import shortened
from jobs.repeats import paragraph_of
from jobs.samples import Sample, sample_records, sample_texts
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
    is_tried: bool = False
    """True where some of what is kept back was read with the standing template."""
    still_held: tuple[str, ...] = ()
    """What it has of the template that stands, since learning found nothing in its place."""

    @property
    def changes(self) -> tuple[str, ...]:
        """Where it differs from the newest template that stands, one sentence each."""
        before, after = (dict(_stated(one)) if one else {} for one in (self.standing, self.lesson.template))
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        return tuple(f"{key}: {before.get(key) or 'nothing'} -> {after.get(key) or 'nothing'}" for key in keys)

    @property
    def is_known(self) -> bool:
        """True where the newest template says all of it: with another day it would only silence what was noticed."""
        return self.standing is not None and not self.changes


def propose_template(folder: Path, name: str, pages: int = PAGES_MOST) -> TemplateProposal:
    """A template from the source's newest captures; from those that are kept back first, and from the day they begin.

    ConfigurationError where the source is unknown or too few of its captures hold an article.
    """
    site = read_configuration(folder)[0].source(name)
    kept, samples = _captured(folder, name, pages)
    texts = sample_texts(samples)
    since = min((one.since for one in kept), default=min((one.started_at for one in chain(*samples)), default=None))
    lesson = study_pages(texts, since.date()) if since else None
    if lesson is None:
        raise ConfigurationError(
            f"a template is learned from {PAGES_LEAST} article pages or more; captured of {name}: {len(texts)}"
        )
    standing = next(iter(site.templates[::-1]), None)
    template, still_held = keep_standing(lesson.template, standing, texts)
    repeating = _still_repeating(samples, replace(site, templates=(template,)), kept)
    template = replace(template, furniture=tuple(dict.fromkeys((*template.furniture, *repeating))))
    named = {selector for _, _, selector in template.selectors()}
    unread = tuple(one for one in lesson.unread if one not in named)
    return TemplateProposal(
        source=name,
        lesson=replace(lesson, template=template, unread=unread),
        standing=standing,
        kept_back=len(kept),
        samples=sample_records(samples, replace(site, templates=(template,))),
        is_tried=any(one.template == template_key(standing) for one in kept),
        still_held=still_held,
    )


def _captured(folder: Path, name: str, pages: int) -> tuple[tuple[KeptBack, ...], list[Sample]]:
    """What is kept back of the source, and the articles to learn from: these and those like them, else the newest."""
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing captured in {folder}: sijill crawl {name}")
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        kept = archive.kept_back(name)
        like_them = _archived_like_them(archive, kept)
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        sequences = [*(one.sequence for one in reversed(kept)), *like_them]
        return kept, list(_samples(evidence, sequences or evidence.latest_articles(name, 4 * pages), pages))


def _still_repeating(samples: Sequence[Sample], site: Site, kept: Sequence[KeptBack]) -> Iterator[str]:
    """The paragraphs, in match form, that pages are kept back for and that no selector of the template takes out."""
    asked = {(one.side, one.field) for one in kept if one.field.startswith(REPEATS)}
    for sample in samples if asked else ():
        article = derive(sample, site)
        if isinstance(article, Article):
            texts = (paragraph_of(article.edition(side), field) for side, field in asked)
            yield from (match_form(text) for text in texts if text)


def _archived_like_them(archive: Archive, kept: Sequence[KeptBack]) -> list[int]:
    """The entries of what was archived with the same lack before it was certain, the newest first.

    They are of the new layout as well, and often more than what is kept back.
    """
    firsts = {(one.side, one.field, one.template): one for one in reversed(kept)}
    lacking = {one.sequence for first in firsts.values() for one in archive.archived_lacking(first)}
    return sorted(lacking, reverse=True)


def _samples(evidence: Evidence, sequences: Iterable[int], most: int) -> Iterator[Sample]:
    """The good captures that each of these entries closes, each once; no further entry once there are so many."""
    seen: set[int] = set()
    count = 0
    for sequence in sequences:
        if count >= most:
            return
        numbers = [one for one in evidence.entry(sequence).content["captures"] if one not in seen]
        seen.update(numbers)
        if good := tuple(capture for capture in map(evidence.capture, numbers) if capture.succeeded):
            count += len(good)
            yield good


def _stated(template: Template) -> Iterator[tuple[str, str]]:
    yield "article", template.article
    yield from ((f"{side} {role}".strip(), selector) for side, role, selector in template.selectors())
    yield "drop", ", ".join(template.drop)
    yield "furniture", ", ".join(map(shortened, template.furniture))


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
