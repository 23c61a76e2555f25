"""How well pages are read, beside other extractors in the same run; and how the project's own pages fare.

    python bench/reading.py                                      # the project's own pages alone
    python bench/reading.py FOLDER... --peers trafilatura,readability-lxml --python trafilatura=/venv/bin/python
    python bench/reading.py FOLDER... --folds 5                  # bodies judged by weights learned on other publishers

A folder holds pages.jsonl, one object a line: "file" (HTML, plain or .xz), "url", and what is known of "title",
"date", "body" (text or a list of paragraphs) and "optional" (lines that count neither way). The scores are those of
bench/reading_scores.py. Cost is CPU time of the call alone, each extractor single-threaded in its own process, in turn
block by block, so that a busy machine is busy for all; it is told in parses of the same pages by lxml. The median of
the rounds is taken.
"""

import argparse
import dataclasses
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from held_out import score_held_out
from own_pages import own_figures
from reading_scores import Answer, Scores, score
from reading_worker import EXTRACTORS

FLOOR = "lxml-parse"
_WORKER = Path(__file__).with_name("reading_worker.py")
# Pages an extractor reads before the next one's turn.
_BLOCK = 25
# Pages read before a round, not counted.
_WARM_UP = 5
_COLUMNS = ("body F1", "precision", "recall", "exact", "paragraph F1", "headline", "day", "ms a page", "lxml parses")


class MissingExtractor(Exception):
    """An extractor cannot be imported by its interpreter."""


class Worker:
    """An extractor's process, one round long, so that no cache outlives a round."""

    def __init__(self, name: str, interpreter: str) -> None:
        self._child = subprocess.Popen(
            [interpreter, str(_WORKER), name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"},
        )
        missing = self._answer().get("missing")
        if missing:
            self.close()
            raise MissingExtractor(f"{name}: {missing}; name its interpreter with --python {name}=...")

    def ask(self, **question: Any) -> dict[str, Any]:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(question) + "\n")
        self._child.stdin.flush()
        return self._answer()

    def close(self) -> None:
        assert self._child.stdin is not None
        self._child.stdin.close()
        self._child.wait()

    def _answer(self) -> dict[str, Any]:
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line:
            raise MissingExtractor(f"an extractor's process ended with {self._child.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer


@dataclass(frozen=True)
class Round:
    """One pass over a folder."""

    cpu_s: Mapping[str, float]
    answers: Mapping[str, Sequence[Answer]]
    errors: Mapping[str, int]


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    extractor: str
    scores: Scores
    cpu_ms: float | None = None
    """A page; None where it was not measured."""
    parses: float | None = None
    """CPU time in parses of the same pages by lxml."""
    errors: int = 0


def read_rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]


def run_round(folder: Path, rows: Sequence[Mapping[str, Any]], interpreters: Mapping[str, str], seed: int) -> Round:
    """All extractors over the folder's pages, block by block, in an order that changes."""
    cpu_s, errors = dict.fromkeys(interpreters, 0.0), dict.fromkeys(interpreters, 0)
    answers: dict[str, list[Answer]] = {name: [] for name in interpreters}
    files = [(str(folder / row["file"]), row.get("url") or "") for row in rows]
    order = random.Random(seed)
    with ExitStack() as stack:
        workers = {name: Worker(name, interpreter) for name, interpreter in interpreters.items()}
        for worker in workers.values():
            stack.callback(worker.close)
            worker.ask(load=files)
            worker.ask(first=0, end=_WARM_UP)
        for first in range(0, len(rows), _BLOCK):
            for name in order.sample(list(workers), len(workers)):
                told = workers[name].ask(first=first, end=first + _BLOCK)
                cpu_s[name] += told["cpu_s"]
                errors[name] += told["errors"]
                answers[name] += [Answer(**answer) for answer in told["answers"]]
    return Round(cpu_s, answers, errors)


def compare(folder: Path, interpreters: Mapping[str, str], rounds: int) -> list[Result]:
    """The lines of a folder's table, the extractor's name and its scores."""
    rows = read_rows(folder)
    passes = [run_round(folder, rows, interpreters, seed) for seed in range(rounds)]
    cpu_s = {name: median(one.cpu_s[name] for one in passes) for name in interpreters}
    return [
        Result(
            name,
            score(rows, passes[0].answers[name]),
            1000 * cpu_s[name] / len(rows),
            cpu_s[name] / cpu_s[FLOOR],
            passes[0].errors[name],
        )
        for name in interpreters
        if name != FLOOR
    ]


def table(results: Sequence[Result]) -> Iterator[str]:
    yield f"| extractor | {' | '.join(_COLUMNS)} |"
    yield "|---" * (len(_COLUMNS) + 1) + "|"
    for one in results:
        shares = [_share(value) for value in dataclasses.astuple(one.scores)]
        cost = [f"{value:.1f}" if value is not None else "-" for value in (one.cpu_ms, one.parses)]
        failed = f" ({one.errors} errors)" if one.errors else ""
        yield f"| {one.extractor}{failed} | {' | '.join((*shares, *cost))} |"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}".removeprefix("0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--peers", default="", help=f"of {', '.join(set(EXTRACTORS) - {'sijill', FLOOR})}")
    parser.add_argument("--python", action="append", default=[], metavar="PEER=INTERPRETER")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folds", type=int, default=0, help="score held-out publishers instead; needs scikit-learn")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    interpreters = dict(one.split("=", 1) for one in options.python)
    names = ["sijill", *filter(None, options.peers.split(",")), FLOOR]
    pythons = {name: interpreters.get(name, sys.executable) for name in names}
    told: dict[str, list[Result]] = {}
    if options.folds:
        scores = score_held_out(options.folders, options.folds)
        told = {f"{name}, {options.folds}-fold": [Result("sijill", one)] for name, one in scores.items()}
    else:
        told = {folder.resolve().name: compare(folder, pythons, options.rounds) for folder in options.folders}
    own = {} if options.folders else own_figures()
    if options.json:
        figures = {name: [dataclasses.asdict(one) for one in results] for name, results in told.items()}
        print(json.dumps({"day": f"{datetime.now(UTC):%Y-%m-%d}", "sets": figures, "own": own}, indent=1))
        return
    for name, results in told.items():
        print(f"\n{name}\n\n" + "\n".join(table(results)))
    for name, figure in own.items():
        print(f"{name}: {figure}")


if __name__ == "__main__":
    main()
