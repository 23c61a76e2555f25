"""The command that learns a lexicon from the archive."""

from collections.abc import Iterator
from pathlib import Path

import click

from archive.errors import UsageError
from jobs.cli.options import data_option, example, json_option, print_json, print_lines, waiting
from jobs.learning import LearnReport, learn_folder, preview_learning
from jobs.lexicons import lexicon_text
from jobs.realignment import Realigned
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


def _report_lines(report: LearnReport) -> Iterator[str]:
    if report.lexicon is not None:
        yield f"{_verb(report)} {lexicon_text(report.lexicon)}"
    yield report.reason
    if report.realigned.revisions:
        yield f"{report.realigned.revisions:,} revisions aligned with it: {_what_changed(report.realigned)}"
    if report.mined:
        yield f"{report.mined:,} articles mined for the glossary"
    if not report.is_complete:
        yield "it was asked to stop: the next sijill learn or sijill crawl aligns the rest"


def _verb(report: LearnReport) -> str:
    if not report.is_new:
        return "nothing learned, in force is"
    return "learned" if report.lexicon and report.lexicon.sequence else "would be in force:"


def _what_changed(done: Realigned) -> str:
    """What came out otherwise, for a person."""
    if not done.changed:
        return "nothing came out otherwise"
    if not (done.units or done.discrepancies):
        return f"the same segments paired, the same differences found, {done.changed:,} with other scores"
    return f"{done.units:,} pairs of segments are new, {done.discrepancies:,} differences came or went"
