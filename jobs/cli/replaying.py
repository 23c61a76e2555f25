"""The command that rebuilds the archive from the evidence."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from archive.differences import ArticleDifference
from archive.errors import UsageError
from jobs.cli.options import (
    PROBLEM_FOUND,
    data_option,
    example,
    json_option,
    print_json,
    print_lines,
    remark,
    waiting,
)
from jobs.cli.preview import preview_json, preview_lines
from jobs.derivation import ReplayReport
from jobs.replaying import preview_folder, replay_folder, sources_read_anew


@click.command(epilog=example("sijill replay --dry-run"))
@click.option("--dry-run", is_flag=True, help="Rebuild beside the archive and compare; change nothing.")
@click.option(
    "--configuration",
    type=click.Choice(["recorded", "current"]),
    default="recorded",
    show_default=True,
    help="current, with --dry-run only: show no more than what sijill.toml as it is now would alter.",
)
@data_option
@json_option
def replay(dry_run: bool, configuration: str, folder: Path, as_json: bool) -> None:
    """Rebuild archive.db from captures.db, without network, and compare every row with the archive that stood."""
    if configuration == "current":
        _preview(folder, dry_run=dry_run, as_json=as_json)
        return
    with waiting("deriving") as tell:
        report = replay_folder(folder, dry_run=dry_run, on_entry=lambda outcome: tell(outcome.url[-60:]))
    anew = sources_read_anew(folder) if dry_run and report.compared else ()
    differences = _differences(folder) if anew else []
    if as_json:
        preview = {"present_configuration": preview_json(differences)} if anew else {}
        print_json(
            {
                "entries": report.entries,
                "revisions": report.revisions,
                "equal": report.is_equal if report.compared else None,
                "missing": list(report.missing),
                "added": list(report.added),
                "altered": list(report.altered),
                "written": not dry_run,
                **preview,
            }
        )
    else:
        click.echo(f"{report.entries} article entries derived, {report.revisions} revisions")
        print_lines(_comparison(report))
        if anew:
            click.echo(f"sijill.toml says otherwise how to read {', '.join(anew)} than at the last crawl:")
            print_lines(preview_lines(differences))
        if dry_run:
            remark("dry run: archive.db is as it was")
    if dry_run and not report.is_equal:
        sys.exit(PROBLEM_FOUND)


def _preview(folder: Path, *, dry_run: bool, as_json: bool) -> None:
    if not dry_run:
        raise UsageError(
            "an archive is what was derived with the configuration of the time: add --dry-run to see what the present "
            "one would alter; sijill crawl reads new captures with it, sijill template apply SOURCE what is archived"
        )
    differences = _differences(folder)
    if as_json:
        print_json(preview_json(differences))
    else:
        print_lines(preview_lines(differences))
        remark("dry run: archive.db is as it was")


def _differences(folder: Path) -> list[ArticleDifference]:
    with waiting("deriving with the present configuration") as tell:
        return preview_folder(folder, on_entry=lambda outcome: tell(outcome.url[-60:]))


def _comparison(report: ReplayReport) -> Iterator[str]:
    if not report.compared:
        yield "there was no archive to compare with, or none that can be read"
    elif report.is_equal:
        yield "the same content hashes, and every row is as in the archive"
    if report.missing or report.added:
        yield f"{len(report.missing)} revisions of the archive are not in the replay, {len(report.added)} are new in it"
    if report.altered:
        yield f"differs in: {', '.join(report.altered)}"
