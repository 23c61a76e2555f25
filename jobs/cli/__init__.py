"""The command line. Data goes to standard output, everything else to standard error; exit codes are in EXIT_CODES."""

import errno
import io
import logging
import sqlite3
import sys
import time
from importlib.metadata import version
from pathlib import Path

import click

from archive.errors import ArchiveError
from crawler.errors import SijillError
from jobs.cli.compare import compare
from jobs.cli.crawling import add, crawl, schedule, status
from jobs.cli.glossary import glossary
from jobs.cli.history import history
from jobs.cli.keeping import doctor, replay, snapshot, verify
from jobs.cli.learning import learn
from jobs.cli.options import remark
from jobs.cli.reading import read, search, show
from jobs.cli.serving import demo, serve
from jobs.cli.templates import template

EXIT_CODES = """\b
Exit codes:
  0   all well
  1   some articles failed, or a check found a problem
  2   wrong usage or configuration
  74  no room or an I/O error
  75  another run holds the lock
"""
IO_ERROR = 74
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@click.group(
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


for _command in (
    demo,
    add,
    crawl,
    schedule,
    status,
    read,
    show,
    history,
    compare,
    search,
    template,
    learn,
    glossary,
    replay,
    verify,
    snapshot,
    serve,
    doctor,
):
    cli.add_command(_command)


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
        hint = " (free some room and run again: nothing stored was lost)" if error.errno in _NO_ROOM else ""
        _leave(f"{error}{hint}", IO_ERROR)


def _leave(message: str, exit_code: int) -> None:
    remark(f"sijill: {message}")
    sys.exit(exit_code)
