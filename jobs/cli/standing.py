"""The commands that say how things stand: the archive and its sources, this installation."""

import sys
from pathlib import Path

import click

from archive.times import utc_now
from jobs.cli.options import PROBLEM_FOUND, data_option, example, json_option, print_json, print_lines
from jobs.examination import examine
from jobs.standing import read_standing
from jobs.standing_text import standing_lines


@click.command(epilog=example("sijill status --json"))
@data_option
@json_option
def status(folder: Path, as_json: bool) -> None:
    """Say what the archive holds, when each source was last crawled and how that ended, and who is at work."""
    standing = read_standing(folder, utc_now())
    if as_json:
        print_json(standing)
    else:
        print_lines(standing_lines(standing))


@click.command(epilog=example("sijill doctor"))
@click.option("--quick", is_flag=True, help="Only what a container's health check needs.")
@data_option
@json_option
def doctor(quick: bool, folder: Path, as_json: bool) -> None:
    """Examine this installation: Python, SQLite, libraries, room, the data folder, the lock, the last runs."""
    findings = examine(folder, quick=quick, now=utc_now())
    if as_json:
        print_json([{"check": one.check, "state": one.state, "said": one.said} for one in findings])
    else:
        print_lines(f"{one.state:<5} {one.check + ':':<16} {one.said}" for one in findings)
    if any(one.state == "bad" for one in findings):
        sys.exit(PROBLEM_FOUND)
