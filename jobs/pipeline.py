"""A run: lock the data folder, finish what a killed run left, crawl the sources one after another, and report."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.errors import ArchiveError
from archive.evidence import Evidence, open_evidence
from archive.frontier import Frontier
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from archive.times import utc_now
from crawler.fetch import Fetcher
from crawler.models import Outcome, OutcomeKind
from crawler.sites import Site
from jobs.config import read_configuration
from jobs.crawl import SourceCrawl
from jobs.derivation import Derivation
from jobs.program import program
from jobs.realignment import realign_pending, tell_realigned
from jobs.retrieval import Retrieval
from jobs.terms import tell_mined, update_terms
from jobs.unread_pages import unread_note

# Outcomes that a person has to look into; a run with one of them exits 1.
TROUBLES = (OutcomeKind.FAILED, OutcomeKind.BLOCKED, OutcomeKind.QUARANTINED)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What one source's crawl came to."""

    source: str
    run: int
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...]
    not_due: int
    ended_early: bool
    unread: bool = False
    """True where its newest pages hold no article any more; a note says so."""

    @property
    def counts(self) -> dict[str, int]:
        """See `counts_of`."""
        return counts_of(self.outcomes)

    @property
    def is_well(self) -> bool:
        """True where no article failed, the crawl came to its end, and there is any article, on new pages too."""
        failed = any(outcome.kind in TROUBLES for outcome in self.outcomes)
        return not (self.ended_early or failed or self.found_nothing or self.unread)

    @property
    def found_nothing(self) -> bool:
        """True where the crawl came to its end and no article is listed or known."""
        return not (self.ended_early or self.outcomes or self.not_due)

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "source": self.source,
            "run": self.run,
            **self.counts,
            "not_due": self.not_due,
            "ended_early": self.ended_early,
            "notes": list(self.notes),
            "articles": [
                {"url": outcome.url, "outcome": outcome.kind.value, "reason": outcome.reason}
                for outcome in self.outcomes
            ],
        }


@dataclass(frozen=True, slots=True)
class Rim:
    """Where the run touches the world: clock, sleep, the request to stop, and what it tells of its progress."""

    clock: Callable[[], datetime] = utc_now
    sleep: Callable[[float], None] = time.sleep
    stop: Callable[[], bool] = lambda: False
    on_source: Callable[[Site], None] = lambda site: None
    on_total: Callable[[int], None] = lambda total: None
    on_outcome: Callable[[Outcome], None] = lambda outcome: None
    on_step: Callable[[str], None] = lambda line: None
    """What is done beside the visits, as it grows: articles aligned anew, articles mined."""
    fetcher: Callable[..., Fetcher] = field(default=Fetcher)


def crawl_sources(
    folder: Path, names: Sequence[str] = (), *, recheck_all: bool = False, rim: Rim | None = None
) -> tuple[SourceReport, ...]:
    """Crawl the named sources, or all of the configuration; one report each, in order.

    Raises ConfigurationError for an unknown name, LockHeld where another run has the folder.
    """
    rim = rim or Rim()
    configuration, text = read_configuration(folder)
    sites = configuration.selected(names)
    with (
        hold_lock(folder, "sijill crawl"),
        open_evidence(folder / CAPTURES) as evidence,
        open_archive(folder / ARCHIVE) as archive,
    ):
        runs = Runs(evidence.db)
        runs.mark_interrupted(rim.clock())
        derivation = Derivation(evidence, archive)
        for outcome in derivation.apply_pending():
            rim.on_outcome(outcome)
        tell_realigned(realign_pending(derivation, rim.stop), rim.on_step)
        digest = evidence.record_configuration(text)
        reports = tuple(_crawl_source(site, evidence, derivation, digest, recheck_all, rim) for site in sites)
        tell_mined(update_terms(archive.db, derivation.lexicon(), rim.stop), rim.on_step)
        return reports


def _crawl_source(
    site: Site, evidence: Evidence, derivation: Derivation, configuration: str, recheck_all: bool, rim: Rim
) -> SourceReport:
    runs = Runs(evidence.db)
    run = runs.start_run("crawl", site.name, rim.clock(), program(), configuration)
    rim.on_source(site)
    outcomes: list[Outcome] = []
    with rim.fetcher(clock=rim.clock, sleep=rim.sleep) as fetcher:
        retrieval = Retrieval(
            site=site,
            fetcher=fetcher,
            evidence=evidence,
            frontier=Frontier(evidence.db),
            run=run,
            program=program(),
            configuration=configuration,
            clock=rim.clock,
            sleep=rim.sleep,
            stop=rim.stop,
        )
        crawl = SourceCrawl(retrieval, derivation, recheck_all=recheck_all, stop=rim.stop, on_total=rim.on_total)
        try:
            for outcome in crawl.outcomes():
                outcomes.append(outcome)
                runs.record_outcome(run, outcome)
                rim.on_outcome(outcome)
        except (OSError, sqlite3.Error, ArchiveError) as error:
            # Where not even this can be written, the next run finds the row and says that it was interrupted.
            with suppress(sqlite3.Error):
                runs.finish_run(run, rim.clock(), "failed", counts_of(outcomes), f"{type(error).__name__}: {error}")
            raise
    report = SourceReport(site.name, run, tuple(outcomes), tuple(crawl.notes), crawl.not_due, crawl.ended_early)
    report = replace(
        report, notes=(*report.notes, *_closing_notes(report, len(retrieval.frontier.articles_of(site.name))))
    )
    if unread := unread_note(runs, site.name):
        report = replace(report, notes=(*report.notes, unread), unread=True)
    state = "failed" if crawl.ended_early else "finished"
    runs.finish_run(run, rim.clock(), state, report.counts, "; ".join(report.notes) or None)
    return report


def _closing_notes(report: SourceReport, known: int) -> Iterator[str]:
    """What to say of a crawl that visited nothing; `known` is how many articles of the source were met before."""
    if report.found_nothing:
        yield f"no article was found: check feeds, sitemaps and listings of [[source]] {report.source} in sijill.toml"
    if report.ended_early and not report.outcomes and known:
        yield f"{known} known articles wait for a later crawl"


def counts_of(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """How many articles ended in each outcome, every kind named, and `found` for all of them."""
    counted = Counter(outcome.kind for outcome in outcomes)
    return {"found": len(outcomes), **{kind.value: counted[kind] for kind in OutcomeKind}}
