"""The commands that keep: take and check snapshots, and verify."""

import sys
from pathlib import Path

import click

from archive.errors import UsageError
from archive.snapshot import list_snapshots, restore_snapshot, verify_snapshot
from archive.verify import verify_folder
from jobs.cli.options import (
    PROBLEM_FOUND,
    counted_text,
    data_option,
    example,
    json_option,
    print_json,
    print_lines,
    remark,
    waiting,
)
from jobs.printable import size_text


@click.group(epilog=example("sijill snapshot take && sijill snapshot list"))
def snapshot() -> None:
    """Take, list, verify and restore snapshots."""


@snapshot.command(epilog=example("30 2 * * * sijill snapshot take --data /srv/sijill"))
@data_option
@json_option
def take(folder: Path, as_json: bool) -> None:
    """Take a snapshot; it counts only after it has been restored and verified."""
    from jobs.snapshots import nightly_snapshot

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
        counted = ", ".join(counted_text(count, name.replace("_", " ")) for name, count in report.counts.items())
        click.echo(f"{'PROBLEMS FOUND' if report.problems else 'all well'}: {counted} checked")
    if report.problems:
        sys.exit(PROBLEM_FOUND)


def _snapshot_path(folder: Path, name: str) -> Path:
    path = folder / "snapshots" / Path(name).name
    if not path.is_dir():
        raise UsageError(f"there is no snapshot {name!r} in {folder / 'snapshots'}: sijill snapshot list")
    return path
