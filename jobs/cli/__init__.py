"""The command line. Data goes to standard output, everything else to standard error; exit codes are in EXIT_CODES."""

import errno
import io
import logging
import sqlite3
import sys
import time
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click

from archive.errors import ArchiveError
from crawler.errors import SijillError
from jobs.cli.options import remark

EXIT_CODES = """\b
Exit codes:
  0   all well
  1   some articles failed, or a check found a problem
  2   wrong usage or configuration
  74  no room or an I/O error
  75  another run holds the lock
"""
IO_ERROR = 74
_HINTS = (
    ((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), " (free some room and run again: nothing stored was lost)"),
    (
        (errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS),
        " (is that place there, and may it be written?)",
    ),
)


# Command -> the module that has it, and what the list of commands says of it in less than a line. Only the module of
# the one that is called is imported: what reads a page takes a second to load.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "demo": ("jobs.cli.serving", "Run the whole path on a bundled sample site, and serve it"),
    "add": ("jobs.cli.crawling", "Probe a site, learn its layout, write its [[source]]"),
    "crawl": ("jobs.cli.crawling", "Crawl the sources once, and say how each article ended"),
    "schedule": ("jobs.cli.crawling", "Stay: crawl at the sources' times, learn and save at night"),
    "status": ("jobs.cli.standing", "Say what is archived, and how the last crawls ended"),
    "read": ("jobs.cli.reading", "Normalise one page and print its record; archive nothing"),
    "show": ("jobs.cli.showing", "Print an article of the archive, in any revision"),
    "history": ("jobs.cli.history", "Say what each revision changed, word by word"),
    "compare": ("jobs.cli.compare", "Say where the two sides of articles differ"),
    "search": ("jobs.cli.showing", "Find articles by words, whatever their Arabic spelling"),
    "template": ("jobs.cli.templates", "Learn a source's layout anew"),
    "learn": ("jobs.cli.learning", "Learn which words render which, and align all with that"),
    "glossary": ("jobs.cli.glossary", "List how names and titles are rendered, and since when"),
    "replay": ("jobs.cli.replaying", "Rebuild archive.db from captures.db, and compare"),
    "verify": ("jobs.cli.keeping", "Recompute every hash"),
    "snapshot": ("jobs.cli.keeping", "Take, list, verify and restore snapshots"),
    "serve": ("jobs.cli.serving", "Serve the archive with Datasette, read-only"),
    "doctor": ("jobs.cli.standing", "Examine this installation and the data folder"),
}


class _Commands(click.Group):
    """The commands of COMMANDS, each imported when it is asked for."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[name][0]), name)
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the command that may have been meant."""
        if args and args[0] not in COMMANDS and (meant := get_close_matches(args[0], COMMANDS, 1)):
            context.fail(f"No such command {args[0]!r}. Did you mean {meant[0]!r}?")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        stubs = [click.Command(name, help=said) for name, (_, said) in COMMANDS.items()]
        click.Group(commands=stubs).format_commands(context, formatter)


@click.group(
    cls=_Commands,
    epilog=EXIT_CODES,
    help=(
        "An archive of bilingual news: what did this site say, in both languages, and when; did it change; do the two "
        "sides say the same; can it be proved?\n\n"
        "Example: sijill add https://news.example/ && sijill crawl && sijill serve"
    ),
)
@click.version_option(version("sijill"), prog_name="sijill")
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder, for any command.")
def cli(data: Path | None) -> None:
    """All commands; each has --help with an example."""
    handler = logging.StreamHandler(sys.stderr)
    formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%Y-%m-%d %H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def main() -> None:
    """Run the command line; every error a person can do something about is one line and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says: half of what is printed is Arabic
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        cli(prog_name="sijill")
    except (SijillError, ArchiveError) as error:
        _leave(str(error), error.exit_code)
    except sqlite3.OperationalError as error:
        _leave(f"the database could not be used ({error}): is there room, and may it be written?", IO_ERROR)
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:  # its subclasses are mistakes of ours
            raise
        _leave(f"a database is damaged ({error}): sijill verify says which", IO_ERROR)
    except OSError as error:
        _leave(_io_error_text(error), IO_ERROR)


def _io_error_text(error: OSError) -> str:
    said = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error)
    return said + next((hint for numbers, hint in _HINTS if error.errno in numbers), "")


def _leave(message: str, exit_code: int) -> None:
    remark(f"sijill: {message}")
    sys.exit(exit_code)
