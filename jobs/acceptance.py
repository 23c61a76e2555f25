"""Archiving what is kept back as it is: a person found that the pages are right, the field is gone for good."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from archive.entries import ACCEPTED, Context, read_claims
from archive.errors import UnusableArchive
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from archive.times import utc_now
from crawler.models import Outcome
from jobs.config import read_configuration
from jobs.derivation import Derivation
from jobs.pipeline import counts_of
from jobs.program import program
from jobs.terms import update_terms

COMMAND = "template accept"


def accept_kept_back(folder: Path, name: str, *, clock: Callable[[], datetime] = utc_now) -> tuple[Outcome, ...]:
    """Close what is kept back of a source once more, as accepted, and derive it; one outcome for each article.

    For the fields that they lack, what was read before counts no more: the next pages like them are archived.
    """
    configuration, text = read_configuration(folder)
    configuration.source(name)
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing captured in {folder}: sijill crawl {name}")
    with (
        hold_lock(folder, f"sijill {COMMAND}"),
        open_evidence(folder / CAPTURES) as evidence,
        open_archive(folder / ARCHIVE) as archive,
    ):
        runs = Runs(evidence.db)
        runs.mark_interrupted(clock())
        derivation = Derivation(evidence, archive)
        for _ in derivation.apply_pending():
            pass
        digest = evidence.record_configuration(text)
        run = runs.start_run(COMMAND, name, clock(), program(), digest)
        context = Context(run, name, ACCEPTED, program(), digest)
        outcomes: dict[str, Outcome] = {}
        for kept in archive.kept_back(name):
            content = evidence.entry(kept.sequence).content
            closed = evidence.close_article(
                kept.article, content["attempts"], content["captures"], context, read_claims(content)
            )
            outcomes[kept.article] = derivation.apply(closed)
            runs.record_outcome(run, outcomes[kept.article])
        for _ in update_terms(archive.db, derivation.lexicon()):
            pass
        runs.finish_run(run, clock(), "finished", counts_of(tuple(outcomes.values())))
    return tuple(outcomes.values())
