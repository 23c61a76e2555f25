"""The summary of a crawl, as a person reads it: how many articles ended how, and why."""

from collections import defaultdict
from collections.abc import Sequence

from crawler.models import Outcome, OutcomeKind
from jobs.pipeline import TROUBLES, SourceReport
from jobs.printable import printable, readable_address

_MEANINGS = {
    OutcomeKind.APPENDED: "new in the archive",
    OutcomeKind.REVISED: "the text changed, a revision was added",
    OutcomeKind.UNCHANGED: "nothing a reader would notice",
    OutcomeKind.DUPLICATE: "the same content under another address",
    OutcomeKind.NOT_AN_ARTICLE: "captured, holds no article",
    OutcomeKind.BLOCKED: "the site refused us",
    OutcomeKind.REFUSED_BY_ROBOTS: "robots.txt asks not to fetch it",
    OutcomeKind.FAILED: "could not be fetched",
    OutcomeKind.GONE: "the site took it down; nothing was deleted here",
    OutcomeKind.QUARANTINED: "kept as captured, not archived: look at it",
}
# Kinds that are always shown, also with nothing in them.
_ALWAYS = (
    OutcomeKind.APPENDED,
    OutcomeKind.REVISED,
    OutcomeKind.UNCHANGED,
    OutcomeKind.DUPLICATE,
    OutcomeKind.GONE,
    OutcomeKind.FAILED,
)
_EXAMPLES = 3
# What a person looks into one by one.
_EXAMPLES_TO_LOOK_AT = 10
_TO_LOOK_AT = (OutcomeKind.REVISED, OutcomeKind.GONE, *TROUBLES)
_UNEXPLAINED = (OutcomeKind.APPENDED, OutcomeKind.UNCHANGED)


def summary_lines(reports: Sequence[SourceReport]) -> list[str]:
    """The summary of a run over any number of sources, line by line."""
    lines: list[str] = []
    for report in reports:
        lines += _source_lines(report)
    return lines or ["no source to crawl: sijill add URL"]


def _source_lines(report: SourceReport) -> list[str]:
    counts = report.counts
    lines = [f"{report.source}: {counts['found']} articles found"]
    by_kind: dict[OutcomeKind, list[Outcome]] = defaultdict(list)
    for outcome in report.outcomes:
        by_kind[outcome.kind].append(outcome)
    for kind in OutcomeKind:
        if kind in by_kind or kind in _ALWAYS:
            lines.append(f"  {len(by_kind[kind]):>5}  {kind.value:<18} {_MEANINGS[kind]}")
            lines += _reasons(kind, by_kind[kind])
    if report.not_due:
        lines.append(f"  {report.not_due:>5}  {'not due':<18} visited again as they age; --all visits them now")
    lines += [f"  note: {printable(note)}" for note in report.notes]
    return lines


def _reasons(kind: OutcomeKind, outcomes: Sequence[Outcome]) -> list[str]:
    if kind in _UNEXPLAINED:
        return []
    most = _EXAMPLES_TO_LOOK_AT if kind in _TO_LOOK_AT else _EXAMPLES
    shown = [f"           {printable(readable_address(one.url))}: {printable(_reason(one))}" for one in outcomes[:most]]
    left = len(outcomes) - len(shown)
    return [*shown, f"           ... and {left} more (--json names all)"] if left else shown


def _reason(outcome: Outcome) -> str:
    """Without the address, which the line begins with: "empty: https://a.example/: 200 with an empty body"."""
    return outcome.reason.replace(f"{outcome.url}: ", "", 1)
