"""One writer: the second is told at once who the first is, and a killed one holds nothing."""

import os
import random
import signal
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recorded import START, python_child

from archive.errors import LockHeld
from archive.lock import describe_holder, hold_lock, read_holder

HOLDER = """
import sys, time
from pathlib import Path
from archive.lock import hold_lock
with hold_lock(Path(sys.argv[1]), "sijill crawl"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_who_holds_the_lock_is_said_while_it_is_held_and_not_after(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "for it"
    assert read_holder(folder) is None
    with hold_lock(folder, "sijill crawl", clock=lambda: START):
        said = f"sijill crawl (process {os.getpid()} on {socket.gethostname()}, since 2026-01-26T03:04:05Z)"
        assert read_holder(folder) == said
        with pytest.raises(LockHeld) as refused, hold_lock(folder, "sijill snapshot take"):
            pass
        assert str(refused.value) == f"{folder} is in use by {said}: wait until it ends, or stop it"
        assert refused.value.exit_code == 75
    assert read_holder(folder) is None
    with hold_lock(folder, "again"):
        pass


def test_an_error_inside_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), hold_lock(tmp_path, "sijill crawl"):
        raise RuntimeError
    with hold_lock(tmp_path, "sijill crawl"):
        pass


def test_another_process_is_refused_and_kill_9_frees_the_lock(tmp_path: Path) -> None:
    with python_child(HOLDER, str(tmp_path)) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        with pytest.raises(LockHeld, match=rf"sijill crawl \(process {child.pid} on "), hold_lock(tmp_path, "x"):
            pass
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert read_holder(tmp_path) is None
    with hold_lock(tmp_path, "sijill crawl"):
        pass


def test_asking_who_holds_it_never_keeps_anyone_from_it(tmp_path: Path) -> None:
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            read_holder(tmp_path)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        for _ in range(300):
            with hold_lock(tmp_path, "sijill crawl"):
                pass
    finally:
        stop.set()
        asking.join()


def test_only_one_of_many_gets_it_at_a_time(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []
    barrier = threading.Barrier(8)

    def work(seed: int) -> None:
        pause = random.Random(seed)
        barrier.wait()
        for _ in range(20):
            try:
                with hold_lock(tmp_path, f"worker {seed}"):
                    inside.append(seed)
                    threading.Event().wait(pause.uniform(0, 0.001))
                    most.append(len(inside))
                    inside.remove(seed)
            except LockHeld:
                continue

    workers = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert set(most) == {1}


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '"x"', "null", "\x00\ufffd", "[" * 4000])
def test_a_holder_that_cannot_be_read_is_still_a_holder(tmp_path: Path, text: str) -> None:
    with hold_lock(tmp_path, "sijill crawl"):
        (tmp_path / "lock").write_text(text, encoding="utf-8")
        assert read_holder(tmp_path) == "another process (it does not say which)"


def test_a_holder_that_says_less_is_described_with_what_it_says() -> None:
    assert describe_holder('{"pid": 7}') == "? (process 7 on ?, since ?)"


@given(st.text())
def test_describing_a_holder_never_fails(text: str) -> None:
    assert describe_holder(text)
