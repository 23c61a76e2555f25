"""The command that reads one page without archiving it."""

from pathlib import Path

import click

from archive.errors import ArchiveError
from crawler.errors import ConfigurationError
from crawler.urls import normalise_url
from jobs.cli.options import data_option, example, is_folder_given, json_option, print_json, print_lines, remark
from jobs.cli.record_text import record_lines
from jobs.config import read_configuration
from jobs.lexicons import LexiconInForce, find_lexicon_in_force, lexicon_text
from jobs.oneoff import read_address, read_file


@click.command(epilog=example("sijill read saved-page.html --url https://news.example/a --json"))
@click.argument("file_or_url")
@click.option("--url", help="The address a saved file came from: it resolves links and pictures.")
@click.option("--source", "name", help="Read it with the newest template of this source of sijill.toml.")
@data_option
@json_option
def read(file_or_url: str, url: str | None, name: str | None, folder: Path, as_json: bool) -> None:
    """Normalise one page, from a file or an address, and print its record. Nothing is archived.

    With --source or --data, its two sides are aligned with the lexicon that was learned there, if one was.
    """
    if url is not None and normalise_url(url) is None:
        raise ConfigurationError(f"--url {url!r} is no address: http:// or https:// and a host")
    is_address = file_or_url.startswith(("http://", "https://"))
    source = read_configuration(folder)[0].source(name) if name is not None else None
    in_force = _lexicon_of(folder) if name is not None or is_folder_given() else None
    lexicon = in_force.lexicon if in_force else None
    if is_address:
        page = read_address(file_or_url, source, lexicon)
    else:
        page = read_file(Path(file_or_url), url, source, lexicon)
    if in_force is not None and page.record["lexicon"]:
        remark(f"sijill: aligned with {lexicon_text(in_force.stored)}")
    if page.problem is not None:
        remark(f"sijill: a crawl would not archive this page: {page.problem.reason}")
    if as_json:
        print_json(page.record)
    else:
        print_lines(record_lines(page.record))


def _lexicon_of(folder: Path) -> LexiconInForce | None:
    """The lexicon of a data folder; None, and why, where it cannot be read: a page can be read without."""
    try:
        return find_lexicon_in_force(folder)
    except ArchiveError as error:
        remark(f"sijill: read without the archive's lexicon: {error}")
        return None
