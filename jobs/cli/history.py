"""The command that tells an article's history: what each revision changed on each side, and who followed whom."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from archive.history import Following, HistoryStep, SideChange
from archive.history_wording import describe_conflicts, describe_fact, describe_place, describe_step, find_facts
from archive.reading import StoredArticle
from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from archive.times import utc_text_s
from crawler.errors import ConfigurationError
from crawler.models import Discrepancy, Severity
from crawler.models.edition_diff import SegmentChange
from crawler.models.record import discrepancy_record, ref_record
from jobs.cli.finding import find_revision
from jobs.cli.marking import is_coloured, marked_text
from jobs.cli.options import data_option, example, json_option, print_json
from jobs.cli.record_text import language_name, said_of
from jobs.printable import printable, readable_address

_RANGE = re.compile(r"(?P<first>\d{1,9})?(?P<dots>\.\.)?(?P<last>\d{1,9})?")


@click.command(epilog=example("sijill history 12  or  sijill history https://news.example/a --revisions 2..4"))
@click.argument("article")
@click.option("--revisions", help="Only those from A to B, each beside the one before it: A..B, A.., ..B or A.")
@data_option
@json_option
def history(article: str, revisions: str | None, folder: Path, as_json: bool) -> None:
    """Say what each revision changed, word by word on each side, which side moved and whether the other followed.

    ARTICLE@N is the one step to revision N. Times are those of the captures that found the change.
    """
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        stored, number = find_revision(archive, article)
        if number is not None and revisions is not None:
            raise ConfigurationError(f"{article} names a revision already: leave out --revisions")
        whole = ".." if number is None else str(number)
        first, last = _range(whole if revisions is None else revisions, len(stored.revisions))
        steps = archive.read_history(stored.id, first, last)
    if as_json:
        print_json(_history_json(stored, steps))
        return
    for line in _history_lines(stored, steps, coloured=is_coloured()):
        click.echo(line)


def _range(written: str, held: int) -> tuple[int, int]:
    match = _RANGE.fullmatch(written)
    if match is None or not written or (match["last"] and not match["dots"]):
        raise ConfigurationError(f"--revisions {written!r} is no range: A..B, A.., ..B or A")
    first = int(match["first"] or 1)
    last = int(match["last"] or (held if match["dots"] else first))
    if not 1 <= first <= last <= held:
        raise ConfigurationError(f"--revisions {written}: the article has the revisions 1..{held}")
    return first, last


def _history_lines(stored: StoredArticle, steps: Sequence[HistoryStep], *, coloured: bool) -> Iterator[str]:
    """Lines that are safe to print as they are: what comes from a site is made so here, colours are our own."""
    held = len(stored.revisions)
    yield printable(f"article {stored.id} of {stored.source}, {held} revision{'' if held == 1 else 's'}")
    yield printable(readable_address(stored.article.url))
    for step in steps:
        yield ""
        yield from _step_lines(stored.id, step, coloured=coloured)


def _step_lines(article_id: int, step: HistoryStep, *, coloured: bool) -> Iterator[str]:
    said = "; ".join(filter(None, (describe_step(step), describe_conflicts(step))))
    yield printable(f"{article_id}@{step.revision.number}  {step.revision.captured_at:%Y-%m-%d %H:%M} UTC  {said}")
    for what, found in (("settled", step.settled), ("new", step.opened)):
        yield from (printable(f"  {what}: {_sides(one)}") for one in found if one.severity == Severity.CONFLICT)
    for side in step.sides:
        for change in side.segments:
            place = f"  {language_name(side.language)}, {describe_place(change)}"
            yield printable(f"{place}{_facts(change, side.language)}")
            # On a line of its own, so that a terminal lets Arabic begin on the right.
            yield marked_text(change.pieces, coloured=coloured)


def _sides(found: Discrepancy) -> str:
    return said_of(found.kind, found.english, found.arabic)


def _facts(change: SegmentChange, language: str) -> str:
    said = "; ".join(map(describe_fact, find_facts(change, language)))
    return f" ({said})" if said else ""


def _history_json(stored: StoredArticle, steps: Sequence[HistoryStep]) -> dict[str, Any]:
    return {
        "article": stored.id,
        "source": stored.source,
        "url": stored.article.url,
        "revisions": len(stored.revisions),
        "steps": [_step_json(step) for step in steps],
    }


def _step_json(step: HistoryStep) -> dict[str, Any]:
    movement = step.movement
    return {
        "revision": step.revision.number,
        "captured_at": utc_text_s(step.revision.captured_at),
        "content_hash": step.revision.content_hash,
        "languages": list(step.languages),
        "moved": list(movement.moved),
        "stale": list(movement.stale),
        "followed_by": [_following_json(one) for one in movement.followed_by],
        "follows": [_following_json(one) for one in movement.follows],
        "same_as": step.same_as,
        "read_anew": step.revision.read_anew,
        "conflicts_before": step.conflicts_before,
        "conflicts": step.conflicts,
        "settled": [discrepancy_record(one) for one in step.settled],
        "new": [discrepancy_record(one) for one in step.opened],
        "sides": {side.language: _side_json(side) for side in step.sides},
    }


def _side_json(side: SideChange) -> dict[str, Any]:
    changes = [_change_json(change, side.language) for change in side.segments]
    return {"fate": side.fate.value, "segments": changes}


def _following_json(one: Following) -> dict[str, Any]:
    return {"language": one.language, "revision": one.number, "delay_s": int(one.delay.total_seconds())}


def _change_json(change: SegmentChange, language: str) -> dict[str, Any]:
    return {
        "fate": change.fate.value,
        "before": [ref_record(ref) for ref in change.before],
        "after": [ref_record(ref) for ref in change.after],
        "pieces": [{"part": piece.part.value, "text": piece.text} for piece in change.pieces],
        "facts": [
            {"kind": fact.kind, "before": fact.before, "after": fact.after} for fact in find_facts(change, language)
        ],
    }
