"""The commands that show what is archived: one article, a search over all."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archive.errors import UsageError
from archive.index import parse_query
from archive.search import Hit
from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.models.record import article_record
from jobs.cli.finding import find_article
from jobs.cli.options import data_option, example, json_option, print_json, print_lines, remark
from jobs.cli.record_text import record_lines, stored_lines


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
    if not parse_query(" ".join(words)):
        raise UsageError("there is nothing to search for: give a word with a letter or a digit in it")
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
