"""The commands that keep: rebuild the archive from the evidence, take and check snapshots, verify, and examine."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from archive.differences import ArticleDifference
from archive.errors import UsageError
from archive.snapshot import list_snapshots, restore_snapshot, verify_snapshot
from archive.verify import verify_folder
from crawler.fetch import utc_now
from jobs.cli.options import data_option, example, json_option, print_json, print_lines, remark, waiting
from jobs.cli.preview import preview_json, preview_lines
from jobs.derivation import ReplayReport
from jobs.examination import examine
from jobs.keeping import nightly_snapshot, preview_folder, replay_folder, sources_read_anew
from jobs.standing_text import size_text

PROBLEM_FOUND = 1


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
            "one would alter; sijill crawl reads new captures with it"
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


@click.group(epilog=example("sijill snapshot take && sijill snapshot list"))
def snapshot() -> None:
    """Take, list, verify and restore snapshots."""


@snapshot.command(epilog=example("30 2 * * * sijill snapshot take --data /srv/sijill"))
@data_option
@json_option
def take(folder: Path, as_json: bool) -> None:
    """Take a snapshot; it counts only after it has been restored and verified."""
    taken = nightly_snapshot(folder)
    if as_json:
        print_json(taken.as_json())
    else:
        print_lines([f"{taken.path}: {size_text(taken.size_bytes)}, restored and verified"])


@snapshot.command("list", epilog=example("sijill snapshot list --json"))
@data_option
@json_option
def list_(folder: Path, as_json: bool) -> None:
    """List the snapshots, newest first."""
    snapshots = sorted(list_snapshots(folder), key=lambda one: one.name, reverse=True)
    if as_json:
        print_json([one.as_json() for one in snapshots])
        return
    print_lines(f"{one.name}  {size_text(one.size_bytes):>10}  {one.problem or 'whole'}" for one in snapshots)
    if not snapshots:
        remark("no snapshot yet: sijill snapshot take")


@snapshot.command("verify", epilog=example("sijill snapshot verify 20260126T023000Z"))
@click.argument("names", nargs=-1)
@data_option
@json_option
def verify_(names: tuple[str, ...], folder: Path, as_json: bool) -> None:
    """Check the named snapshots, or all: hashes, signature, the ledger's chain, the archive's content hashes."""
    paths = [_snapshot_path(folder, name) for name in names] or [one.path for one in list_snapshots(folder)]
    found = {path.name: list(verify_snapshot(path)) for path in paths}
    if as_json:
        print_json(found)
    else:
        print_lines(f"{name}  {'; '.join(problems) or 'verified'}" for name, problems in found.items())
        if not found:
            remark("no snapshot yet: sijill snapshot take")
    if any(found.values()):
        sys.exit(PROBLEM_FOUND)


@snapshot.command(epilog=example("sijill snapshot restore 20260126T023000Z --to /srv/restored"))
@click.argument("name")
@click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="A new or empty folder.")
@data_option
@json_option
def restore(name: str, target: Path, folder: Path, as_json: bool) -> None:
    """Restore a snapshot into a new folder, after verifying it; never over anything that stands."""
    restore_snapshot(_snapshot_path(folder, name), target)
    if as_json:
        print_json({"snapshot": name, "restored_to": str(target)})
    else:
        print_lines([f"restored to {target}; next: sijill serve --data {target}"])


@click.command(epilog=example("sijill verify --json"))
@data_option
@json_option
def verify(folder: Path, as_json: bool) -> None:
    """Recompute every hash: payloads, the ledger's chain, revisions' text; replay --dry-run compares every row.

    A hash covers the evidence and each revision's text. Dates, translation units, discrepancies and aliases are
    derived and have none: `sijill replay --dry-run` compares every row of the archive with what the evidence gives.
    """
    with waiting("verifying"):
        report = verify_folder(folder)
    if as_json:
        print_json({"problems": [str(problem) for problem in report.problems], "counts": dict(report.counts)})
    else:
        print_lines(map(str, report.problems))
        counted = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in report.counts.items())
        click.echo(f"{'PROBLEMS FOUND' if report.problems else 'all well'}: {counted} checked")
    if report.problems:
        sys.exit(PROBLEM_FOUND)


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


def _snapshot_path(folder: Path, name: str) -> Path:
    path = folder / "snapshots" / Path(name).name
    if not path.is_dir():
        raise UsageError(f"there is no snapshot {name!r} in {folder / 'snapshots'}: sijill snapshot list")
    return path
