"""The command that lists how names and titles are rendered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from archive.durable import write_durably
from archive.glossary import TermQuestion, select_terms
from archive.glossary_files import write_csv, write_tbx
from archive.times import utc_now
from crawler.models import ARABIC, ENGLISH
from crawler.models.terms import Glossary, Term
from jobs.cli.options import (
    OutputFile,
    counted_text,
    data_option,
    example,
    json_option,
    print_json,
    print_lines,
    remark,
    waiting,
)
from jobs.cli.since import read_since
from jobs.glossary import read_glossary


@click.command(epilog=example("sijill glossary --term Lavrentyev  or  sijill glossary --tbx glossary.tbx"))
@click.option(
    "--term",
    default="",
    help="Only what holds this word or words, in either language and in any case; also a word that is no name.",
)
@click.option(
    "--of",
    "language",
    type=click.Choice([ENGLISH, ARABIC]),
    default=ENGLISH,
    show_default=True,
    help="List the terms of this language, with their renderings in the other.",
)
@click.option("--varied", is_flag=True, help="Only terms that are rendered in more than one way.")
@click.option(
    "--min-count", type=click.IntRange(1), help="Only terms used so often: twice, or, with --term, once, if not given."
)
@click.option("--source", help="Only from articles of this source of sijill.toml.")
@click.option("--since", help="Only from articles of this day and later: 2026-01-26, or 7d, 4w ago.")
@click.option("--csv", "csv_file", type=OutputFile(), help="Write the English terms and their renderings there as CSV.")
@click.option("--tbx", "tbx_file", type=OutputFile(), help="Write them there as TBX-Basic (ISO 30042).")
@data_option
@json_option
def glossary(
    term: str,
    language: str,
    varied: bool,
    min_count: int | None,
    source: str | None,
    since: str | None,
    csv_file: Path | None,
    tbx_file: Path | None,
    folder: Path,
    as_json: bool,
) -> None:
    """List how names and titles are rendered in the archive, how often each way, and when the usual way changed."""
    first_day = read_since(since, utc_now()).date() if since else None
    if source is not None:
        from jobs.config import read_configuration

        read_configuration(folder)[0].source(source)
    with waiting("reading the archive"):
        found, unmined = read_glossary(folder, source, first_day, term)
    question = TermQuestion(language, term, varied, min_count or (1 if term else 2))
    selected = _selected(found, question)
    if unmined:
        remark(f"{counted_text(unmined, 'articles')} not mined yet: sijill learn, or the next sijill crawl, does it")
    if csv_file is not None:
        _write(csv_file, write_csv(selected.english), selected)
    if tbx_file is not None:
        _write(tbx_file, write_tbx(selected.english), selected)
    if as_json:
        print_json({"en": list(map(_term_json, selected.english)), "ar": list(map(_term_json, selected.arabic))})
    elif csv_file is None and tbx_file is None:
        _print_terms(selected, question)


def _write(path: Path, content: bytes, selected: Glossary) -> None:
    write_durably(path, content)
    remark(f"{len(selected.english):,} English terms written to {path}")


def _selected(found: Glossary, question: TermQuestion) -> Glossary:
    return Glossary(select_terms(found.english, question), select_terms(found.arabic, question))


def _print_terms(selected: Glossary, question: TermQuestion) -> None:
    """The terms of the language; of both where one was asked for."""
    sides = {ENGLISH: selected.english, ARABIC: selected.arabic}
    terms = [*selected.english, *selected.arabic] if question.phrase else sides[question.language]
    print_lines(line for term in terms for line in _term_lines(term))
    if not terms:
        remark(_nothing_text(question))


def _nothing_text(question: TermQuestion) -> str:
    wanted = [f"with {question.phrase!r}"] * bool(question.phrase)
    wanted += ["rendered in more than one way"] * question.is_varied
    wanted += [f"used {question.count_least} times or more"] * (question.count_least > 1)
    hint = "--min-count 1 lists what is used once too" if question.count_least > 1 else "titles need a sijill learn"
    return f"nothing found {' and '.join(wanted)}".rstrip() + f"; {hint}"


def _term_lines(term: Term) -> Iterator[str]:
    renderings = ", ".join(f"{one.text} ({one.count})" for one in term.renderings)
    days = f"{term.first}" if term.first == term.last else f"{term.first} to {term.last}"
    yield f"{term.text}: {renderings}  {days}"
    if term.change:
        yield f"    since {term.change.day} mostly {term.change.after}, before it {term.change.before}"


def _term_json(term: Term) -> dict[str, Any]:
    change = term.change
    return {
        "term": term.text,
        "count": term.count,
        "first": term.first.isoformat(),
        "last": term.last.isoformat(),
        "renderings": [
            {"text": one.text, "count": one.count, "first": one.first.isoformat(), "last": one.last.isoformat()}
            for one in term.renderings
        ],
        "change": change and {"day": change.day.isoformat(), "before": change.before, "after": change.after},
    }
