"""The command line as its users have it: `python -m jobs ...` in a process of its own, never without a time limit."""

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import click

from jobs.cli import cli, main

ROOT = Path(__file__).parent.parent
TIMEOUT_S = 60.0
# What says nothing of a terminal or a data folder: a test means the same wherever it runs.
_LEFT_OUT = ("SIJILL_DATA", "SIJILL_HOST", "FORCE_COLOR", "TTY_COMPATIBLE", "NO_COLOR", "COLUMNS")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    exit_code: int
    """Negative: the signal that ended it."""
    stdout: str
    stderr: str

    def json(self) -> Any:
        """What standard output holds as JSON."""
        return json.loads(self.stdout)


def call(*arguments: object) -> Ended:
    """A command in this process: the same code without the start of a Python."""
    stdout, stderr = io.StringIO(), io.StringIO()
    given, sys.argv = sys.argv, ["sijill", *map(str, arguments)]
    exit_code: Any = 0
    try:
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
            main()
    except SystemExit as left:
        exit_code = left.code or 0
    finally:
        sys.argv = given
    return Ended(exit_code, stdout.getvalue(), stderr.getvalue())


def command_line(*arguments: object) -> list[str]:
    """The command with these arguments."""
    return [sys.executable, "-m", "jobs", *map(str, arguments)]


def run_command(
    *arguments: object,
    environment: Mapping[str, str] | None = None,
    file_size_most: int | None = None,
    timeout_s: float = TIMEOUT_S,
) -> Ended:
    """Run a command to its end; with `file_size_most` every file ends there for it, as on a full disk."""

    def limit_files() -> None:
        if file_size_most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size_most, file_size_most))

    ended = subprocess.run(
        command_line(*arguments),
        preexec_fn=limit_files,
        cwd=ROOT,
        env=_environment(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=timeout_s,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))


@dataclass
class Started:
    """A command at work, and the files that take what it says."""

    process: subprocess.Popen[bytes]
    stdout: IO[bytes]
    stderr: IO[bytes]

    def wait(self, timeout_s: float = TIMEOUT_S) -> Ended:
        """How it ended."""
        exit_code = self.process.wait(timeout_s)
        return Ended(exit_code, *(self._said(file) for file in (self.stdout, self.stderr)))

    def said(self) -> str:
        """What it has written to standard error by now."""
        return self._said(self.stderr)

    @staticmethod
    def _said(file: IO[bytes]) -> str:
        return os.pread(file.fileno(), 1 << 20, 0).decode("utf-8")


@contextmanager
def started_command(
    *arguments: object, folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[Started]:
    """A command at work, killed at the end where it still is; what it says goes to files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "stdout").open("w+b") as stdout, (folder / "stderr").open("w+b") as stderr:
        process = subprocess.Popen(
            command_line(*arguments),
            cwd=ROOT,
            env=_environment(environment),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
        )
        try:
            yield Started(process, stdout, stderr)
        finally:
            process.kill()
            process.wait()


def _environment(more: Mapping[str, str] | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    return {**kept, **(more or {})}


def leaf_commands(group: click.Group = cli, *path: str) -> dict[str, click.Command]:
    """Every command by its words, groups left out."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found |= (
            leaf_commands(command, *path, name)
            if isinstance(command, click.Group)
            else {" ".join((*path, name)): command}
        )
    return found
