"""The command that reads one page without archiving it."""

from pathlib import Path

import click

from archive.durable import write_durably
from archive.errors import ArchiveError
from crawler.errors import ConfigurationError
from crawler.reading import ReadPage, read_one_capture
from crawler.sites import Site
from crawler.urls import normalise_url
from jobs.cli.options import (
    OutputFile,
    data_option,
    example,
    is_folder_given,
    json_option,
    print_json,
    print_lines,
    remark,
    remark_lines,
)
from jobs.cli.record_text import record_lines
from jobs.config import read_configuration
from jobs.lexicons import LexiconInForce, find_lexicon_in_force, lexicon_text
from jobs.oneoff import fetched_page, saved_page
from jobs.template_effect import PageEffect, effect_lines, measure_effect


@click.command(epilog=example("sijill read saved-page.html --url https://news.example/a --html as-read.html"))
@click.argument("file_or_url")
@click.option("--url", help="The address a saved file came from: it resolves links and pictures.")
@click.option("--source", "name", help="Read it with the newest template of this source of sijill.toml.")
@click.option(
    "--html",
    "html_file",
    type=OutputFile(),
    help="Write what was read there as a page to look at, with what the template of --source changes.",
)
@data_option
@json_option
def read(
    file_or_url: str, url: str | None, name: str | None, html_file: Path | None, folder: Path, as_json: bool
) -> None:
    """Normalise one page, from a file or an address, and print its record. Nothing is archived.

    With --source, it tells which selectors of the template match the page and which texts they give or take away.
    With --source or --data, its two sides are aligned with the lexicon that was learned there, if one was.
    """
    if url is not None and normalise_url(url) is None:
        raise ConfigurationError(f"--url {url!r} is no address: http:// or https:// and a host")
    is_address = file_or_url.startswith(("http://", "https://"))
    source = read_configuration(folder)[0].source(name) if name is not None else None
    in_force = _lexicon_of(folder) if name is not None or is_folder_given() else None
    lexicon = in_force.lexicon if in_force else None
    capture = fetched_page(file_or_url) if is_address else saved_page(Path(file_or_url), url)
    page = read_one_capture(capture, source, lexicon)
    if in_force is not None and page.article.lexicon:
        remark(f"sijill: aligned with {lexicon_text(in_force.stored)}")
    if page.problem is not None:
        remark(f"sijill: a crawl would not archive this page: {page.problem.reason}")
    effect = measure_effect(capture, source, page.article, lexicon) if source is not None else None
    if effect is not None:
        remark_lines(effect_lines(effect))
    if html_file is not None:
        write_durably(html_file, _sheet(page, source, effect).encode("utf-8"))
        remark(f"sijill: written to {html_file}, to be opened in a browser")
    if as_json:
        print_json(page.record)
    elif html_file is None:
        print_lines(record_lines(page.record))


def _sheet(page: ReadPage, source: Site | None, effect: PageEffect | None) -> str:
    """The page as read, as an HTML document; with what the source's template changes, if it has one."""
    from archive.reading_room.sheet import TemplateEffect, build_sheet, render_sheet

    shown = TemplateEffect(source.name, effect.changes) if source is not None and effect is not None else None
    return render_sheet(build_sheet(page.article, page.problem.reason if page.problem else None, shown))


def _lexicon_of(folder: Path) -> LexiconInForce | None:
    """The lexicon of a data folder; None, and why, where it cannot be read: a page can be read without."""
    try:
        return find_lexicon_in_force(folder)
    except ArchiveError as error:
        remark(f"sijill: read without the archive's lexicon: {error}")
        return None
