"""Reading again what a source's archive holds, with the templates of today: how a changed template is applied.

Each article that reads otherwise is closed once more with the captures it was derived from, as a new entry of the
ledger, and derived from that: a further revision. What was archived before stays, and a replay gives the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive.entries import READ_ANEW, Context, read_claims
from archive.evidence import LedgerEntry
from archive.store import StandingArticle
from archive.times import read_utc, utc_now
from crawler.models import Article, Outcome, OutcomeKind
from crawler.sites import Site
from jobs.derivation import Derivation
from jobs.offline_runs import offline_run

COMMAND = "template apply"
_TOLD = (OutcomeKind.APPENDED, OutcomeKind.REVISED)


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What became of the articles of a source that are read with another template than when they were archived."""

    source: str
    looked_at: int
    outcomes: tuple[Outcome, ...]
    """Of those that read otherwise."""
    is_complete: bool = True
    """False where it was asked to stop: asked again it goes on."""


def reread_source(
    folder: Path,
    name: str,
    *,
    clock: Callable[[], datetime] = utc_now,
    stop: Callable[[], bool] = lambda: False,
    tell: Callable[[str], None] = lambda line: None,
) -> RereadReport:
    """Read the source's articles again with sijill.toml as it is, without network; those that are gone stay as read."""
    with offline_run(folder, name, COMMAND, READ_ANEW, clock, tell) as run:
        report = _reread(run.derivation, run.site, run.context, stop, tell)
        run.finish(report.outcomes, stop, is_complete=report.is_complete)
    return report


def _reread(
    derivation: Derivation, site: Site, context: Context, stop: Callable[[], bool], tell: Callable[[str], None]
) -> RereadReport:
    looked_at = 0
    outcomes: list[Outcome] = []
    for article in derivation.archive.standing_articles(site.name):
        if stop():
            return RereadReport(site.name, looked_at, tuple(outcomes), is_complete=False)
        tell(article.url)
        entries = list(_read_otherwise(derivation, site, article))
        looked_at += bool(entries)
        changed = next((one for one in entries if _has_other_text(derivation, site, one, article)), None)
        if changed is not None:
            outcomes.append(_derive_again(derivation, changed, article.url, context))
    return RereadReport(site.name, looked_at, tuple(outcomes))


def _read_otherwise(derivation: Derivation, site: Site, article: StandingArticle) -> Iterator[LedgerEntry]:
    """The entry that an article's text is from, and its last one, as far as their day has another template now."""
    last = derivation.evidence.last_closing(article.url)
    sequences = dict.fromkeys([article.ledger_sequence, *([last.sequence] if last else [])])
    for entry in map(derivation.evidence.entry, sequences):
        if derivation.says_gone(entry):
            continue
        captures = map(derivation.evidence.entry, entry.content["captures"])
        day = max(read_utc(one.content["started_at"]) for one in captures).date()
        if derivation.site_of(entry).template_on(day) != site.template_on(day):
            yield entry


def _has_other_text(derivation: Derivation, site: Site, entry: LedgerEntry, article: StandingArticle) -> bool:
    read = derivation.read(entry, site)
    return isinstance(read, Article) and read.content_hash != article.content_hash


def _derive_again(derivation: Derivation, entry: LedgerEntry, key: str, context: Context) -> Outcome:
    content = entry.content
    closed = derivation.evidence.close_article(
        key, content["attempts"], content["captures"], context, read_claims(content)
    )
    outcome = derivation.apply(closed)
    reason = f"{outcome.reason}, as read with another template" if outcome.kind in _TOLD else outcome.reason
    return Outcome(outcome.url, outcome.kind, reason)
