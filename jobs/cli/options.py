"""What the commands share: the data folder, --json, and how text is shown on a terminal."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.text import Text

from jobs.printable import printable

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_FOLDER = Path("data")
# The exit code of a check that found something.
PROBLEM_FOUND = 1


class OutputFile(click.Path):
    """A file that a command writes: its folder must be there."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False, writable=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; a usage error that says what to do where nothing can be written there."""
        path = Path(str(super().convert(value, param, ctx)))
        if not path.parent.is_dir():
            self.fail(f"there is no folder {path.parent}: make it first, or give another file", param, ctx)
        if not os.access(path.parent, os.W_OK):
            self.fail(f"nothing may be written into {path.parent}: give a file in another folder", param, ctx)
        return path


def data_option(command: Command) -> Command:
    """--data DIR: given here, before the command, or as SIJILL_DATA; ./data where it is not given."""
    return click.option(
        "--data",
        "folder",
        type=click.Path(path_type=Path, file_okay=False),
        callback=_data_folder,
        envvar="SIJILL_DATA",
        show_envvar=True,
        show_default=str(DEFAULT_FOLDER),
        help="The data folder: configuration, evidence, archive and snapshots.",
    )(command)


def json_option(command: Command) -> Command:
    """--json: the same as JSON, for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def print_json(value: object) -> None:
    """JSON to standard output, Arabic as Arabic; what could move a terminal's cursor stands as JSON's own escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo("\n".join("".join(map(_json_character, line)) for line in text.split("\n")))


def _json_character(character: str) -> str:
    return character if printable(character) == character else json.dumps(character)[1:-1]


def print_lines(lines: Iterable[str]) -> None:
    """Lines to standard output; nothing in them can move a terminal's cursor."""
    for line in lines:
        click.echo(printable(line))


def counted_text(count: int, many: str) -> str:
    """How many of something there are, in words that fit.

    >>> counted_text(1, "entries"), counted_text(1, "feeds"), counted_text(1200, "feeds")
    ('1 entry', '1 feed', '1,200 feeds')
    """
    one = f"{many[:-3]}y" if many.endswith("ies") else many.removesuffix("s")
    return f"{count:,} {one if count == 1 else many}"


def remark(line: str) -> None:
    """A line to standard error; nothing in it can move a terminal's cursor."""
    click.echo(printable(line), err=True)


def remark_lines(lines: Iterable[str]) -> None:
    """Lines to standard error; nothing in them can move a terminal's cursor."""
    for line in lines:
        remark(line)


def error_console() -> Console:
    """Where progress and remarks go: standard error."""
    return Console(stderr=True, highlight=False)


@contextmanager
def waiting(what: str) -> Iterator[Callable[[str], None]]:
    """A moving line on a terminal while something goes on; gives the function that changes what it says."""
    with error_console().status(Text(printable(what))) as status:  # Text: a "[" in an address is no markup
        yield lambda line: status.update(Text(printable(line)))


def example(text: str) -> str:
    """The example line at the end of a command's help."""
    return f"Example: {text}"


def folder_before_command(context: click.Context) -> Path | None:
    """The --data that stands before the command; None where it stands after it, or nowhere."""
    given = context.find_root().params.get("data")
    if given is None or context.get_parameter_source("folder") is click.core.ParameterSource.COMMANDLINE:
        return None
    return Path(given)


def is_folder_given() -> bool:
    """True where the command being run was told its data folder, in whichever way."""
    context = click.get_current_context()
    source = context.get_parameter_source("folder")
    return folder_before_command(context) is not None or source is not click.core.ParameterSource.DEFAULT


def _data_folder(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    return folder_before_command(context) or value or DEFAULT_FOLDER
