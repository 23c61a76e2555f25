"""The commands on templates: propose one from what was captured."""

from pathlib import Path

import click

from jobs.cli.options import data_option, example, json_option, print_json, print_lines, remark, remark_lines, waiting
from jobs.config import FILE_NAME
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
    if write:
        append_template(folder, source, proposal.lesson.template)
    if as_json:
        print_json(_proposal_json(proposal, rendered, written=write))
        return
    print_lines(rendered.strip().splitlines())
    remark_lines([*lesson_lines(proposal.lesson), *sample_lines(proposal.samples)])
    remark_lines(f"differs from the newest template: {change}" for change in proposal.changes)
    where = f"added to {folder / FILE_NAME}" if write else f"add it to [[source]] {source} in {folder / FILE_NAME}"
    remark(f"{where}; then: sijill replay --dry-run, sijill crawl {source}")


def _proposal_json(proposal: TemplateProposal, rendered: str, *, written: bool) -> dict[str, object]:
    return {
        "source": proposal.source,
        "template": lesson_json(proposal.lesson),
        "changes": list(proposal.changes),
        "kept_back": proposal.kept_back,
        "samples": list(proposal.samples),
        "written": written,
        "toml": rendered,
    }
