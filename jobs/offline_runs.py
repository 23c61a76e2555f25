"""A run over what is captured of one source, without network: the folder locked, the stores open, the run recorded."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.entries import Context
from archive.errors import UnusableArchive
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.models import Outcome
from crawler.sites import Site
from jobs.config import read_configuration
from jobs.derivation import Derivation
from jobs.pipeline import counts_of
from jobs.program import program
from jobs.terms import update_terms


@dataclass(frozen=True, slots=True)
class OfflineRun:
    """A run that has begun."""

    derivation: Derivation
    site: Site
    context: Context
    """What its entries of the ledger say it was for, and by what."""
    _runs: Runs
    _clock: Callable[[], datetime]

    def finish(
        self, outcomes: Sequence[Outcome], stop: Callable[[], bool] = lambda: False, *, is_complete: bool = True
    ) -> None:
        """Record what became of each article, bring the glossary up to date, and end the run."""
        for outcome in outcomes:
            self._runs.record_outcome(self.context.run, outcome)
        for _ in update_terms(self.derivation.archive.db, self.derivation.lexicon(), stop):
            pass
        state, reason = ("finished", None) if is_complete else ("failed", "stopped on request")
        self._runs.finish_run(self.context.run, self._clock(), state, counts_of(tuple(outcomes)), reason)


@contextmanager
def offline_run(
    folder: Path,
    name: str,
    command: str,
    kind: str,
    clock: Callable[[], datetime],
    tell: Callable[[str], None] = lambda line: None,
) -> Iterator[OfflineRun]:
    """Begin a run over a source; what a run before it left undone is derived first, each article told by its address.

    `kind` is what its entries of the ledger are. ConfigurationError for a source that sijill.toml does not name,
    UnusableArchive where nothing is captured.
    """
    configuration, text = read_configuration(folder)
    site = configuration.source(name)
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing captured in {folder}: sijill crawl {name}")
    with (
        hold_lock(folder, f"sijill {command}"),
        open_evidence(folder / CAPTURES) as evidence,
        open_archive(folder / ARCHIVE) as archive,
    ):
        runs = Runs(evidence.db)
        runs.mark_interrupted(clock())
        derivation = Derivation(evidence, archive)
        for pending in derivation.apply_pending():
            tell(pending.url)
        digest = evidence.record_configuration(text)
        run = runs.start_run(command, name, clock(), program(), digest)
        yield OfflineRun(derivation, site, Context(run, name, kind, program(), digest), runs, clock)
