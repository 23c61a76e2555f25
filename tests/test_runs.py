"""The runs: begun, ended, interrupted; and how their articles ended."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from recorded import START, python_child

from archive.evidence import Evidence, open_evidence
from archive.runs import Run, Runs
from crawler.models import Outcome, OutcomeKind

LATER = START + timedelta(minutes=5)


@pytest.fixture
def evidence(tmp_path: Path) -> Iterator[Evidence]:
    with open_evidence(tmp_path / "captures.db") as evidence:
        yield evidence


@pytest.fixture
def runs(evidence: Evidence) -> Runs:
    return Runs(evidence.db)


def test_a_run_is_running_until_it_is_finished(runs: Runs) -> None:
    run = runs.start_run("crawl", "news", START, "sijill 0.1.0", "abc")
    begun = Run(run, "crawl", "news", START, None, "running", None, {}, "sijill 0.1.0", "abc", os.getpid())
    assert runs.list_runs() == [begun]
    runs.finish_run(run, LATER, "finished", {"found": 3, "appended": 1}, "one list was not read")
    counts = {"found": 3, "appended": 1}
    assert runs.list_runs() == [
        Run(
            run,
            "crawl",
            "news",
            START,
            LATER,
            "finished",
            "one list was not read",
            counts,
            "sijill 0.1.0",
            "abc",
            os.getpid(),
        )
    ]


def test_a_state_that_is_none_is_refused(runs: Runs) -> None:
    run = runs.start_run("crawl", "news", START, "p", None)
    with pytest.raises(sqlite3.IntegrityError):
        runs.finish_run(run, LATER, "done", {})


def test_the_latest_run_is_of_that_command_source_and_state(runs: Runs) -> None:
    ended = [
        ("crawl", "news", "finished"),
        ("crawl", "news", "missed"),
        ("crawl", "other", "finished"),
        ("snapshot", None, "finished"),
        ("snapshot", None, "failed"),
    ]
    for minute, (command, source, state) in enumerate(ended):
        run = runs.start_run(command, source, START + timedelta(minutes=minute), "p", None)
        runs.finish_run(run, LATER, state, {})
    found = [
        runs.latest_run("crawl", "news"),
        runs.latest_run("crawl", "news", "finished"),
        runs.latest_run("snapshot", None, "finished"),
        runs.latest_run("snapshot"),
        runs.latest_run("crawl"),
        runs.latest_run("crawl", "news", "interrupted"),
    ]
    assert [run.id if run else None for run in found] == [2, 1, 4, 5, None, None]


def test_the_last_runs_come_newest_first(runs: Runs) -> None:
    for minute in range(5):
        runs.start_run("crawl", "news", START + timedelta(minutes=minute), "p", None)
    assert [run.id for run in runs.list_runs(3)] == [5, 4, 3]


def test_how_each_article_ended_is_kept_once_and_counted(runs: Runs) -> None:
    first, second = (runs.start_run("crawl", "news", START, "p", None) for _ in range(2))
    outcomes = [
        Outcome("https://news.example/a", OutcomeKind.APPENDED, "a new article"),
        Outcome("https://news.example/b", OutcomeKind.FAILED, "deadline"),
        Outcome("https://news.example/c", OutcomeKind.APPENDED, "خبر جديد"),
    ]
    for outcome in outcomes:
        runs.record_outcome(first, outcome)
    last_word = Outcome("https://news.example/b", OutcomeKind.BLOCKED, "403")
    runs.record_outcome(first, last_word)
    assert runs.outcomes_of(first) == (outcomes[0], last_word, outcomes[2])
    assert runs.counts_of(first) == {"appended": 2, "blocked": 1}
    assert (runs.outcomes_of(second), runs.counts_of(second)) == ((), {})


def test_an_outcome_belongs_to_a_run(runs: Runs) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        runs.record_outcome(7, Outcome("u", OutcomeKind.GONE, "410"))


KILLED_IN_A_RUN = """
import os, signal, sys
from pathlib import Path
from recorded import START
from archive.evidence import open_evidence
from archive.runs import Runs
with open_evidence(Path(sys.argv[1])) as evidence:
    Runs(evidence.db).start_run("crawl", "news", START, "p", None)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_run_whose_process_was_killed_is_interrupted_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "captures.db"
    with python_child(KILLED_IN_A_RUN, str(path)) as child:
        assert child.wait() == -9
    with open_evidence(path) as evidence:
        runs = Runs(evidence.db)
        assert [run.state for run in runs.list_runs()] == ["running"]
        assert (runs.mark_interrupted(LATER), runs.mark_interrupted(LATER)) == (1, 0)
        (run,) = runs.list_runs()
        assert (run.state, run.finished_at) == ("interrupted", LATER)
        assert run.reason == f"process {child.pid} died in it"


def test_runs_that_have_ended_are_not_interrupted(runs: Runs) -> None:
    for state in ("finished", "failed", "missed", "skipped"):
        runs.finish_run(runs.start_run("crawl", "news", START, "p", None), LATER, state, {})
    before = runs.list_runs()
    assert (runs.mark_interrupted(LATER), runs.list_runs()) == (0, before)
