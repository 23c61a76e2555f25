"""A derived article beside its source's others: its readings, and whether it is kept back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from archive.readings import KeptBack, Reading, ReadingsAsked
from archive.store import Archive, ArticleEntry
from crawler.models import ARABIC, ENGLISH, Article, Role
from crawler.sites import Site, Template
from jobs.baseline import BASELINE_KEPT, NEWEST_KEPT, Baseline, Lapse, find_lapse, section_of
from jobs.lacks import KEPT_BACK_FOR, Measured, selector_of, with_lacks
from jobs.printable import shortened
from jobs.repeats import paragraph_of, repeated_fields

_ROLES = frozenset(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class Check:
    """What is stored of an article beside what was derived."""

    readings: tuple[Reading, ...]
    kept_back: KeptBack | None

    def accepted(self) -> "Check":
        """The same of an article that a person wants archived as it is."""
        return Check(tuple(replace(reading, kept_back=False, accepted=True) for reading in self.readings), None)


def check_article(archive: Archive, entry: ArticleEntry, run: int, measured: Measured, site: Site) -> Check:
    """The readings of an article, and why it is kept back, if it is."""
    template = measured.template
    readings: list[Reading] = []
    lapses: list[Lapse] = []
    for side in _sides(archive, site.name, measured.sides):
        reading = _placed(measured.sides.get(side), side, entry, run, template)
        reading = replace(reading, is_first=not archive.was_archived(entry.key, side, run))
        baselines = read_baselines(archive, reading)
        reading = with_lacks(reading, baselines[0].before)
        readings.append(reading)
        lapse = find_lapse(baselines, reading, (*KEPT_BACK_FOR, *repeated_fields(baselines, reading)))
        if lapse is not None and _is_news(archive, entry.key, measured.article, lapse):
            lapses.append(lapse)
    if not lapses:
        return Check(tuple(readings), None)
    kept = _kept_back(entry, lapses[0], measured)
    return Check(tuple(replace(reading, kept_back=True) for reading in readings), kept)


def template_key(template: Template | None) -> str:
    """What tells a source's templates apart in its readings: a new one begins a new baseline."""
    return template.since.isoformat() if template and template.since else ""


def read_baselines(archive: Archive, reading: Reading) -> tuple[Baseline, ...]:
    """What a reading is compared with: its side's others under the same template; for a new article the new ones too.

    A crawl reads many old pages again, which keep what they had: among them a few new ones without it are not seen.
    """
    accepted = archive.accepted_readings(ReadingsAsked(reading.source, reading.side, reading.template), NEWEST_KEPT)
    return tuple(
        Baseline(
            archive.newest_readings(asked, NEWEST_KEPT),
            archive.archived_readings(asked, reading.run, BASELINE_KEPT),
            accepted,
        )
        for only_first in ((False, True) if reading.is_first else (False,))
        for asked in (ReadingsAsked(reading.source, reading.side, reading.template, only_first),)
    )


def _sides(archive: Archive, source: str, measured: Mapping[str, Reading]) -> list[str]:
    """The sides the article has, and those of ours that the source's articles have."""
    missing = [side for side in (ENGLISH, ARABIC) if side not in measured and archive.has_side(source, side)]
    return sorted([*measured, *missing])


def _placed(measured: Reading | None, side: str, entry: ArticleEntry, run: int, template: Template | None) -> Reading:
    reading = measured or Reading(0, side, entry.source, "", "", 0, "", entry.captured_at, {}, 0)
    return replace(
        reading,
        sequence=entry.sequence,
        article=entry.key,
        section=section_of(entry.key),
        run=run,
        template=template_key(template),
        captured_at=entry.captured_at,
    )


def _is_news(archive: Archive, key: str, article: Article, lapse: Lapse) -> bool:
    """False where the archive holds the same text, or one of this article that lacks the same."""
    stored = archive.read_article(key)
    if stored is None:
        return True
    if stored.article.content_hash == article.content_hash:
        return False
    edition = stored.article.edition(lapse.side)
    if edition is None or paragraph_of(edition, lapse.field):
        return False
    return lapse.field not in _ROLES or bool(edition.texts(Role(lapse.field)))


def _kept_back(entry: ArticleEntry, lapse: Lapse, measured: Measured) -> KeptBack:
    template = measured.template
    paragraph = paragraph_of(measured.article.edition(lapse.side), lapse.field)
    selector = selector_of(template, lapse.side, lapse.field)
    said = f" (template: {selector})" if selector else ""
    return KeptBack(
        sequence=entry.sequence,
        source=entry.source,
        article=entry.key,
        captured_at=entry.captured_at,
        template=template_key(template),
        side=lapse.side,
        field=lapse.field,
        selector=selector,
        since=lapse.since,
        reason=f"{lapse.sentence(shortened(paragraph))}{said}: sijill template propose {entry.source}",
    )
