"""What the commands load: libraries that fetch and read pages only where a page is fetched or read."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from archived import bilingual, entry

from archive.evidence import open_evidence
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from jobs.cli import COMMANDS, cli

# By what reads a page, fetches it, serves it, aligns it.
HEAVY = ("selectolax", "requests", "datasette", "apscheduler", "lxml", "numpy", "sqlite_utils", "crawler.extract")
READING = ("datasette", "apscheduler", "lxml", "crawler.extract", "crawler.fetch", "crawler.align", "crawler.compare")
LIST = """
import sys
from jobs.cli import main
try:
    main()
finally:
    print(*(name for name in {names!r} if name in sys.modules), file=sys.stderr)
"""


def loaded(names: tuple[str, ...], *arguments: str, exits: tuple[int, ...] = (0,)) -> set[str]:
    """Those of the modules that a command has loaded when it ends, in a process of its own."""
    command = [sys.executable, "-c", LIST.format(names=names), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent)
    assert ended.returncode in exits, ended.stderr
    return set(ended.stderr.splitlines()[-1].split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one article, derived from no evidence."""
    made = tmp_path_factory.mktemp("data")
    with open_evidence(made / CAPTURES), open_archive(made / ARCHIVE) as archive:
        archive.apply(entry(1), bilingual())
    return made


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_loads_nothing_that_takes_time(arguments: tuple[str, ...]):
    assert loaded(HEAVY, *arguments) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("status",),
        ("status", "--help"),
        ("verify",),
        ("snapshot", "list"),
        ("show", "1"),
        ("search", "Baghdad"),
        ("history", "1"),
        ("compare", "1"),
        ("glossary",),
    ],
    ids=" ".join,
)
def test_what_only_looks_at_the_archive_loads_nothing_that_reads_pages(folder: Path, arguments: tuple[str, ...]):
    assert loaded(READING, "--data", str(folder), *arguments, exits=(0, 1)) == set()


def test_a_page_is_read_by_what_reads_pages(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Nothing.</p></body></html>", encoding="utf-8")
    assert {"lxml", "crawler.extract"} <= loaded(READING, "read", str(page), "--url", "https://news.example/a")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_the_list_is_there_and_said_on_one_line(name: str):
    command = cli.get_command(click.Context(cli), name)
    assert command is not None and command.name == name
    lines = [line for line in cli.get_help(click.Context(cli)).splitlines() if line.startswith(f"  {name} ")]
    assert [line.split(None, 1)[1] for line in lines] == [COMMANDS[name][1]]


def test_what_is_no_command_is_none():
    assert cli.get_command(click.Context(cli), "utils") is None
