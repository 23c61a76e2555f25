"""The command that learns a lexicon from the archive."""

from collections.abc import Iterator
from pathlib import Path

import click

from archive.errors import UsageError
from jobs.cli.options import data_option, example, json_option, print_json, print_lines, remark, waiting
from jobs.learning import LearnReport, learn_folder, preview_learning
from jobs.lexicons import lexicon_text
from jobs.stopping import StopRequest


@click.command(epilog=example("sijill learn  or, from cron,  0 2 * * * sijill learn --data /srv/sijill"))
@click.option("--force", is_flag=True, help="Learn also where the archive has hardly grown since the last time.")
@click.option("--dry-run", is_flag=True, help="Learn, and say what it would change; write nothing.")
@data_option
@json_option
def learn(force: bool, dry_run: bool, folder: Path, as_json: bool) -> None:
    """Learn from the archive which words render which, and align every article anew with that."""
    if force and dry_run:
        raise UsageError("--dry-run learns whether the archive has grown or not: leave out --force")
    with StopRequest() as stop, waiting("learning") as tell:
        if dry_run:
            report = preview_learning(folder, tell=tell)
        else:
            report = learn_folder(folder, force=force, stop=stop.is_set, tell=tell)
    if as_json:
        print_json(report.as_json())
        return
    print_lines(_report_lines(report))
    if dry_run:
        remark("dry run: nothing was written")


def _report_lines(report: LearnReport) -> Iterator[str]:
    if report.lexicon is not None:
        yield f"{'learned' if report.is_new else 'nothing learned, in force is'} {lexicon_text(report.lexicon)}"
    yield report.reason
    done = report.realigned
    if done.revisions:
        yield (
            f"{done.revisions:,} revisions aligned, {done.changed:,} otherwise than before: "
            f"{done.units:,} other units, {done.discrepancies:,} discrepancies more or fewer"
        )
    if not report.is_complete:
        yield "it was asked to stop: the next sijill learn or sijill crawl aligns the rest"
