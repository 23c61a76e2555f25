"""The commands on templates: propose one from what was captured, apply one to what is archived."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from crawler.errors import ConfigurationError
from crawler.models import Outcome, OutcomeKind
from jobs.acceptance import accept_kept_back
from jobs.cli.options import (
    PROBLEM_FOUND,
    counted_text,
    data_option,
    example,
    json_option,
    print_json,
    print_lines,
    remark_lines,
    waiting,
)
from jobs.config import FILE_NAME
from jobs.printable import readable_address
from jobs.rereading import RereadReport, reread_source
from jobs.stopping import StopRequest
from jobs.template_proposals import PAGES_MOST, TemplateProposal, append_template, propose_template
from jobs.template_report import lesson_json, lesson_lines, sample_lines
from jobs.template_table import render_template


@click.group(epilog=example("sijill template propose news"))
def template() -> None:
    """Learn a source's layout anew."""


@template.command(epilog=example("sijill template propose news"))
@click.argument("source")
@click.option("--pages", default=PAGES_MOST, show_default=True, type=click.IntRange(3, 50), help="Learn from so many.")
@click.option("--write", is_flag=True, help="Add it to sijill.toml as a further template; none is overwritten.")
@data_option
@json_option
def propose(source: str, pages: int, write: bool, folder: Path, as_json: bool) -> None:
    """Learn a template from the pages captured last, without network, and print it; those kept back come first."""
    with waiting(f"learning from the last pages of {source}"):
        proposal = propose_template(folder, source, pages)
    rendered = render_template(proposal.lesson.template)
    if write and proposal.is_known:
        raise ConfigurationError("; ".join(_next_steps(proposal, folder, written=False)))
    if write:
        append_template(folder, source, proposal.lesson.template)
    if as_json:
        print_json(_proposal_json(proposal, rendered, written=write))
        return
    print_lines(rendered.strip().splitlines())
    remark_lines([*lesson_lines(proposal.lesson), *sample_lines(proposal.samples)])
    remark_lines(f"kept of the newest template: {one}" for one in proposal.still_held)
    remark_lines(f"differs from the newest template: {change}" for change in proposal.changes)
    remark_lines(_next_steps(proposal, folder, written=write))


def _next_steps(proposal: TemplateProposal, folder: Path, *, written: bool) -> Iterator[str]:
    source, path = proposal.source, folder / FILE_NAME
    if proposal.is_known:
        yield f"the newest template of {source} says the same already: nothing to add"
        if proposal.is_tried:
            yield f"where the pages are right as they are: sijill template accept {source}; else edit {path}"
        elif proposal.kept_back:
            yield f"what is kept back is read with it by: sijill crawl {source}"
        return
    where = f"added to {path}" if written else f"add it to [[source]] {source} in {path}"
    yield f"{where}; then: sijill replay --dry-run, sijill crawl {source}"
    yield f"what was archived before is read again with it by: sijill template apply {source}"


@template.command(epilog=example("sijill template apply news"))
@click.argument("source")
@data_option
@json_option
def apply(source: str, folder: Path, as_json: bool) -> None:
    """Read what is archived of SOURCE again with the templates of sijill.toml, without network.

    Each article that reads otherwise gets a further revision; nothing is overwritten. sijill replay --dry-run shows
    before what would change.
    """
    with StopRequest() as stop, waiting(f"reading {source} again") as tell:
        report = reread_source(folder, source, stop=stop.is_set, tell=lambda url: tell(url[-60:]))
    if as_json:
        print_json(_reread_json(report))
    else:
        print_lines(_reread_lines(report))
    if any(one.kind is OutcomeKind.QUARANTINED for one in report.outcomes):
        sys.exit(PROBLEM_FOUND)


@template.command(epilog=example("sijill template accept news"))
@click.argument("source")
@data_option
@json_option
def accept(source: str, folder: Path, as_json: bool) -> None:
    """Archive what is kept back of SOURCE as it reads now: its pages are right, what they lack is gone for good."""
    with waiting(f"deriving what is kept back of {source}"):
        outcomes = accept_kept_back(folder, source)
    if as_json:
        print_json({"source": source, "articles": _outcomes_json(outcomes)})
        return
    print_lines(_outcome_lines(outcomes) if outcomes else [f"nothing is kept back of {source}"])


def _outcomes_json(outcomes: Sequence[Outcome]) -> list[dict[str, str]]:
    return [{"url": one.url, "outcome": one.kind.value, "reason": one.reason} for one in outcomes]


def _outcome_lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield from (f"{one.kind.value:<12} {readable_address(one.url)}  {one.reason}" for one in outcomes)


def _reread_json(report: RereadReport) -> dict[str, object]:
    return {
        "source": report.source,
        "looked_at": report.looked_at,
        "complete": report.is_complete,
        "articles": _outcomes_json(report.outcomes),
    }


def _reread_lines(report: RereadReport) -> Iterator[str]:
    if not report.looked_at:
        yield f"every article of {report.source} was read with the templates of sijill.toml: nothing to do"
        return
    others = len(report.outcomes)
    said = f"{counted_text(report.looked_at, 'articles')} read again with another template"
    yield f"{said}, {others or 'none'} {'reads' if others == 1 else 'read'} otherwise"
    yield from _outcome_lines(report.outcomes)
    if not report.is_complete:
        yield f"it was asked to stop: sijill template apply {report.source} goes on"


def _proposal_json(proposal: TemplateProposal, rendered: str, *, written: bool) -> dict[str, object]:
    return {
        "source": proposal.source,
        "template": lesson_json(proposal.lesson),
        "changes": list(proposal.changes),
        "kept": list(proposal.still_held),
        "kept_back": proposal.kept_back,
        "samples": list(proposal.samples),
        "written": written,
        "toml": rendered,
    }
