"""Scores on publishers that the weights of `crawler.finding.body_model` have not seen: n-fold, split by publisher."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reading_scores import Answer, Scores, score

_BENCH = Path(__file__).resolve().parent
_CRAWLER = _BENCH.parent / "crawler"
_WEIGHTS = Path("finding/body_weights.json")


def score_held_out(folders: Sequence[Path], folds: int) -> dict[str, Scores]:
    """The scores of each folder: every page is read with weights that were learned without its publisher's pages.

    All folders are learned from together, so that a publisher of two of them is held out of both.
    """
    from train_body import in_fold, publisher_of, read_folder, write_weights

    rows = {folder: _rows(folder) for folder in folders}
    publishers = [publisher_of(row) for of_folder in rows.values() for row in of_folder]
    pages = [page for folder in folders for page in read_folder(folder)]
    answers: dict[tuple[Path, str], Answer] = {}
    for part in range(folds):
        left_out = in_fold(publishers, part, folds)
        with TemporaryDirectory() as place:
            copy = Path(place) / "crawler"
            shutil.copytree(_CRAWLER, copy)
            # Raises where the crawler keeps them elsewhere: else each fold would be read with the weights of all.
            (copy / _WEIGHTS).unlink()
            write_weights([page for page in pages if page[0] not in left_out], copy / _WEIGHTS)
            for folder, of_folder in rows.items():
                chosen = [row for row in of_folder if publisher_of(row) in left_out]
                read = _read_with(Path(place), folder, chosen)
                answers |= {(folder, row["file"]): answer for row, answer in zip(chosen, read, strict=True)}
    return {
        folder.resolve().name: score(of_folder, [answers[folder, row["file"]] for row in of_folder])
        for folder, of_folder in rows.items()
    }


def _rows(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]


def _read_with(place: Path, folder: Path, rows: Sequence[Mapping[str, Any]]) -> list[Answer]:
    """What the copy of the crawler in a folder makes of the pages; raises where it could not read one."""
    questions = [
        {"load": [(str((folder / row["file"]).resolve()), row.get("url") or "") for row in rows]},
        {"first": 0, "end": len(rows)},
    ]
    done = subprocess.run(
        [sys.executable, str(_BENCH / "reading_worker.py"), "sijill"],
        input="".join(json.dumps(question) + "\n" for question in questions),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": str(place)},
    )
    told = json.loads(done.stdout.splitlines()[-1])
    if told["errors"]:
        raise RuntimeError(f"{told['errors']} of {len(rows)} pages could not be read: has Python what sijill needs?")
    return [Answer(**answer) for answer in told["answers"]]
