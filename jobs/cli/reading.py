"""The commands that read: one page without archiving it, one article of the archive, a search over all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archive.errors import ArchiveError
from archive.search import Hit
from archive.store import open_archive
from crawler.errors import ConfigurationError
from crawler.models.record import article_record
from crawler.urls import normalise_url
from jobs.cli.finding import find_article
from jobs.cli.options import data_option, example, is_folder_given, json_option, print_json, print_lines, remark
from jobs.cli.record_text import record_lines, stored_lines
from jobs.config import read_configuration
from jobs.lexicons import LexiconInForce, find_lexicon_in_force, lexicon_text
from jobs.oneoff import read_address, read_file
from jobs.pipeline import ARCHIVE


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


@click.command(epilog=example("sijill show 12  or  sijill show https://news.example/a@2"))
@click.argument("article")
@data_option
@json_option
def show(article: str, folder: Path, as_json: bool) -> None:
    """Print an article of the archive, by id or address; @N shows its revision N."""
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        stored = find_article(archive, article)
        lexicons = archive.lexicons()
    record = article_record(stored.article)
    if as_json:
        print_json(record)
    else:
        print_lines([*stored_lines(stored, lexicons), *record_lines(record)])


@click.command(epilog=example("sijill search قوات القائم"))
@click.argument("words", nargs=-1, required=True)
@click.option("--language", type=click.Choice(["en", "ar"]), help="Only this side.")
@click.option("--all-revisions", is_flag=True, help="Also what was said once and is no longer.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@data_option
@json_option
def search(
    words: tuple[str, ...], language: str | None, all_revisions: bool, limit: int, folder: Path, as_json: bool
) -> None:
    """Find articles that have every word, on either side, whatever their Arabic spelling; newest first.

    "Words in quotes" are a phrase.
    """
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        hits = archive.search(" ".join(words), language=language, all_revisions=all_revisions, limit=limit)
    if as_json:
        print_json([_hit_json(hit) for hit in hits])
        return
    for hit in hits:
        print_lines(_hit_lines(hit))
    if not hits:
        remark("nothing found")


def _hit_lines(hit: Hit) -> Iterator[str]:
    headline = " / ".join(filter(None, (hit.headline_en, hit.headline_ar))) or hit.url
    yield f"{hit.article_id}@{hit.revision}  {hit.published_on or 'no date'!s:<10}  {headline}"
    yield f"    {hit.snippet}"


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "article": hit.article_id,
        "revision": hit.revision,
        "url": hit.url,
        "headline_en": hit.headline_en,
        "headline_ar": hit.headline_ar,
        "published_on": hit.published_on.isoformat() if hit.published_on else None,
        "language": hit.language,
        "text": hit.snippet,
    }
