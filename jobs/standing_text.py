"""The standing of a data folder as a person reads it: what is held, each source's last crawl, what comes next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from archive.times import minute_text
from jobs.lapses import lapse_lines
from jobs.printable import size_text

# Table of archive.db -> the word for one of its rows and for more.
_HELD = {
    "articles": ("article", "articles"),
    "revisions": ("revision", "revisions"),
    "pages": ("page", "pages"),
    "aliases": ("second address", "second addresses"),
    "discrepancies": ("discrepancy", "discrepancies"),
}
# How a run ended is told by these, where there are any.
_ENDED = (
    "appended",
    "revised",
    "unchanged",
    "duplicate",
    "gone",
    "not-an-article",
    "refused-by-robots",
    "blocked",
    "quarantined",
    "failed",
)
# What learning came to.
_LEARNED = {"words": "pairs of words", "aligned": "revisions aligned", "changed": "otherwise than before"}
_NEVER = "never"


def standing_lines(standing: Mapping[str, Any]) -> list[str]:
    """The standing that `read_standing` gives, line by line."""
    lines = _aligned(_heads(standing))
    if standing["sources"]:
        head = ("source", "last crawl", "found", "new", "revised", "failed", "next crawl", "address")
        lines += ["", *_aligned([head, *map(_source_row, standing["sources"])], right=(2, 3, 4, 5))]
    if lapses := list(lapse_lines(standing)):
        lines += ["", "missing from the pages of a source", *(f"  {line}" for line in lapses)]
    if standing["runs"]:
        lines += ["", "last runs, newest first", *_run_lines(standing["runs"])]
    return lines


def _heads(standing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "data folder", standing["data"] + ("" if standing["exists"] else " (does not exist yet)")
    archive, evidence, snapshots = (standing[name] for name in ("archive", "evidence", "snapshots"))
    held = [(archive[name], words) for name, words in _HELD.items() if name in archive]
    yield "archive", ", ".join(f"{count:,} {words[count != 1]}" for count, words in held) or "nothing yet"
    if lexicon := standing["lexicon"]:
        words, documents = f"{lexicon['words']:,} pairs of words", f"{lexicon['documents']:,} articles"
        yield "lexicon", f"{words} learned from {documents} at {minute_text(lexicon['learned_at'])}"
    elif archive:
        yield "lexicon", "none yet: sijill learn"
    if evidence:
        size = size_text(evidence["payload_bytes"])
        yield "evidence", f"{evidence['captures']:,} captures, {evidence['payloads']:,} different bodies ({size})"
    else:
        yield "evidence", "nothing yet"
    if snapshots:
        last = snapshots[-1]
        whole = f", NOT WHOLE: {last['problem']}" if last["problem"] else ""
        yield "snapshots", f"{len(snapshots)}, the last {last['name']} ({size_text(last['size_bytes'])}){whole}"
    else:
        yield "snapshots", "none yet: sijill snapshot take"
    yield "next snapshot", f"{minute_text(standing['next_snapshot'])}, where sijill schedule runs"
    yield "at work now", standing["lock"] or "nobody"
    if not standing["sources"]:
        yield "sources", "none yet: sijill add URL"


def _source_row(source: Mapping[str, Any]) -> tuple[str, ...]:
    last, due = source["last_crawl"], source["next_crawl"]
    shown_due = minute_text(due) if due else _NEVER
    if last is None:
        return (source["name"], _NEVER, "-", "-", "-", "-", shown_due, source["url"])
    state = "" if last["state"] == "finished" else f" ({last['state']})"
    counts = last["counts"]
    numbers = [str(counts.get(name, "-")) for name in ("found", "appended", "revised", "failed")]
    return (source["name"], minute_text(last["started_at"]) + state, *numbers, shown_due, source["url"])


def _run_lines(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    rows = [
        (minute_text(run["started_at"]), f"{run['command']} {run['source'] or ''}", run["state"], _counts_text(run))
        for run in runs
    ]
    for line, run in zip(_aligned(rows), runs, strict=True):
        yield f"  {line}"
        if run["reason"]:
            yield f"    {run['reason']}"


def _counts_text(run: Mapping[str, Any]) -> str:
    counts = run["counts"]
    if "size_bytes" in counts:
        return size_text(counts["size_bytes"])
    return ", ".join(f"{counts[name]} {_LEARNED.get(name, name)}" for name in (*_ENDED, *_LEARNED) if counts.get(name))


def _aligned(rows: Iterable[tuple[str, ...]], right: Sequence[int] = ()) -> list[str]:
    """The rows as lines whose columns stand below each other; the columns in `right` end below each other."""
    cells = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
