"""Archiving what is kept back as it is: a person found that the pages are right, the field is gone for good."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from archive.entries import ACCEPTED, read_claims
from archive.times import utc_now
from crawler.models import Outcome
from jobs.offline_runs import offline_run

COMMAND = "template accept"


def accept_kept_back(folder: Path, name: str, *, clock: Callable[[], datetime] = utc_now) -> tuple[Outcome, ...]:
    """Close what is kept back of a source once more, as accepted, and derive it; one outcome for each article.

    For the fields that they lack, what was read before counts no more: the next pages like them are archived.
    """
    with offline_run(folder, name, COMMAND, ACCEPTED, clock) as run:
        evidence = run.derivation.evidence
        outcomes: dict[str, Outcome] = {}
        for kept in run.derivation.archive.kept_back(name):
            content = evidence.entry(kept.sequence).content
            closed = evidence.close_article(
                kept.article, content["attempts"], content["captures"], run.context, read_claims(content)
            )
            outcomes[kept.article] = run.derivation.apply(closed)
        run.finish(tuple(outcomes.values()))
    return tuple(outcomes.values())
