"""The command that says where the two sides differ: in one article, or the newest findings over the archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from archive.findings import Finding, Question, count_by_severity, count_text
from archive.passages import Passage, find_passages
from archive.reading import StoredArticle
from archive.snapshot_files import ARCHIVE
from archive.store import Archive, open_archive
from archive.times import utc_now, utc_text_s
from crawler.errors import ConfigurationError
from crawler.models import ARABIC, ENGLISH, SINGLE_ROLES, Article, Discrepancy, Severity
from crawler.models.record import discrepancy_record
from jobs.cli.finding import find_article
from jobs.cli.marking import is_coloured, marked_sentences
from jobs.cli.options import data_option, example, json_option, print_json, remark
from jobs.cli.record_text import language_name, said_of
from jobs.cli.since import read_since
from jobs.printable import printable, readable_address

_MOST = 50
_Passages = tuple[Passage, ...]
_WithTexts = tuple[Discrepancy, _Passages, _Passages]
"""A finding with the texts of either side that it speaks of."""


@click.command(epilog=example("sijill compare 12  or  sijill compare --since 7d --severity conflict"))
@click.argument("article", required=False)
@click.option("--since", help="The newest over the archive instead: captured in the last 12h, 7d, 2w, or since a day.")
@click.option("--source", help="With --since: only articles of this source.")
@click.option("--kind", help="Only findings of this kind: number, date, name ...")
@click.option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice([one.value for one in Severity]),
    help="Only these; repeatable. All of an article, conflicts alone over the archive, where it is not given.",
)
@click.option("--limit", type=click.IntRange(1, 1000), help=f"With --since: at most so many.  [default: {_MOST}]")
@data_option
@json_option
def compare(
    article: str | None,
    since: str | None,
    source: str | None,
    kind: str | None,
    severities: tuple[str, ...],
    limit: int | None,
    folder: Path,
    as_json: bool,
) -> None:
    """Say where the two sides of ARTICLE[@REVISION] differ, with both texts, or list the newest such places of all."""
    if (article is None) == (since is None):
        raise ConfigurationError("name an article, or --since 7d for the newest conflicts of all articles")
    if article is not None and (source or limit):
        raise ConfigurationError("--source and --limit go with --since, not with an article")
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        if article is not None:
            stored = find_article(archive, article)
            wanted = severities or tuple(Severity)
            found = [one for one in stored.article.discrepancies if one.severity in wanted and kind in (None, one.kind)]
            _print_article(stored, found, as_json=as_json)
        elif since is not None:
            _check_source(archive, source)
            question = Question(severities or (Severity.CONFLICT,), read_since(since, utc_now()), source, kind)
            _print_newest(archive.find_newest(question, limit or _MOST), as_json=as_json)


def _check_source(archive: Archive, source: str | None) -> None:
    names = archive.source_names()
    if source is not None and source not in names:
        raise ConfigurationError(f"--source {source!r}: the archive has {', '.join(names) or 'no source yet'}")


def _print_article(stored: StoredArticle, found: Sequence[Discrepancy], *, as_json: bool) -> None:
    passages = [_with_texts(stored.article, one) for one in found]
    if as_json:
        print_json(
            {
                "article": stored.id,
                "revision": stored.revision.number,
                "url": stored.article.url,
                "languages": [edition.language for edition in stored.article.editions],
                "counts": count_by_severity(found),
                "discrepancies": [_finding_json(*one) for one in passages],
            }
        )
        return
    for line in _article_lines(stored, passages):
        click.echo(line)


def _with_texts(article: Article, found: Discrepancy) -> _WithTexts:
    return found, find_passages(article, found, ENGLISH), find_passages(article, found, ARABIC)


def _article_lines(stored: StoredArticle, found: Sequence[_WithTexts]) -> Iterator[str]:
    """Lines that are safe to print as they are."""
    number, held = stored.revision.number, len(stored.revisions)
    yield printable(f"article {stored.id} of {stored.source}, revision {number} of {held}")
    yield printable(readable_address(stored.article.url))
    if len({ENGLISH, ARABIC} & {edition.language for edition in stored.article.editions}) < 2:
        yield "it has not both an English and an Arabic text: there is nothing to compare"
        return
    if (others := len(stored.article.discrepancies)) and not found:
        yield f"nothing of this kind; {others} other{'s' * (others > 1)}"
        return
    yield count_text([one for one, _, _ in found])
    for severity in Severity:
        for one, english, arabic in found:
            if one.severity == severity:
                yield ""
                yield printable(f"{one.severity}: {_said(one)}")
                yield from _text_lines(english, ENGLISH)
                yield from _text_lines(arabic, ARABIC)


def _said(found: Discrepancy) -> str:
    return said_of(found.kind, found.english, found.arabic)


def _text_lines(passages: _Passages, language: str) -> Iterator[str]:
    """Where each text stands, and on a line of its own, so that Arabic begins on the right, what is spoken of."""
    for passage in passages:
        segment = passage.segment
        place = segment.role.value if segment.role in SINGLE_ROLES else f"{segment.role.value} {segment.position + 1}"
        yield f"  {language_name(language)}, {place}"
        yield marked_sentences(segment.text, passage.marks, language, coloured=is_coloured())


def _print_newest(found: Sequence[Finding], *, as_json: bool) -> None:
    if as_json:
        print_json([_newest_json(one) for one in found])
        return
    for one in found:
        day = one.published_on or "no date"
        head = f"{one.article_id}@{one.revision}  {day!s:<10}  {one.discrepancy.severity}: {_said(one.discrepancy)}"
        click.echo(printable(head))
        click.echo(printable(f"    {readable_address(one.url)}"))
        for passages, language in ((one.english, ENGLISH), (one.arabic, ARABIC)):
            for passage in passages:
                text = marked_sentences(passage.segment.text, passage.marks, language, coloured=is_coloured())
                click.echo(f"    {text}")
    if not found:
        remark("nothing found")


def _newest_json(one: Finding) -> dict[str, Any]:
    return {
        "article": one.article_id,
        "revision": one.revision,
        "url": one.url,
        "source": one.source,
        "headline_en": one.headline_en,
        "headline_ar": one.headline_ar,
        "published_on": one.published_on.isoformat() if one.published_on else None,
        "captured_at": utc_text_s(one.captured_at),
        **_finding_json(one.discrepancy, one.english, one.arabic),
    }


def _finding_json(found: Discrepancy, english: _Passages, arabic: _Passages) -> dict[str, Any]:
    """The finding as in the record, with the texts that its spans are of."""
    return {
        **discrepancy_record(found),
        "en_texts": [_passage_json(passage) for passage in english],
        "ar_texts": [_passage_json(passage) for passage in arabic],
    }


def _passage_json(passage: Passage) -> dict[str, Any]:
    segment = passage.segment
    marks = [{"start": start, "end": end} for start, end in passage.marks]
    return {"role": segment.role.value, "position": segment.position, "text": segment.text, "marks": marks}
