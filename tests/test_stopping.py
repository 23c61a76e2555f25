"""A request to stop: what is in hand is finished, nothing new is begun, and no request is needed twice."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from command import started_command
from sample_archive import sample_source
from slow_site import slow_site

from archive.evidence import open_evidence
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.urls import normalise_url
from jobs.config import append_source
from jobs.demo.articles import articles_in
from jobs.stopping import StopRequest

# Says "ready", works in small steps until it is asked to stop, and says what it saw.
CHILD = """
import sys, time
from jobs.stopping import StopRequest
with StopRequest(patience_s=int(sys.argv[1])) as stop:
    print("ready", flush=True)
    began = time.monotonic()
    stop.sleep(30)
    print("asked" if stop.is_set() else "not asked", flush=True)
    time.sleep(float(sys.argv[2]))
    print("finished", flush=True)
time.sleep(float(sys.argv[3]))
print("left", flush=True)
"""


@contextmanager
def child_that_stops(patience_s: int = 5, finishing_s: float = 0.0, leaving_s: float = 0.0):
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, *map(str, (patience_s, finishing_s, leaving_s))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            yield child
        finally:
            child.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_ends_a_sleep_and_what_is_in_hand_is_finished(number: signal.Signals):
    with child_that_stops(finishing_s=0.5) as child:
        began = time.monotonic()
        child.send_signal(number)
        stdout, stderr = child.communicate(timeout=20)
        assert time.monotonic() - began < 5
    assert (child.returncode, stdout) == (0, "asked\nfinished\nleft\n")
    assert stderr == "stopping: the page in hand is finished first\n"


def test_what_does_not_end_in_time_is_ended_by_the_kernel():
    with child_that_stops(patience_s=1, finishing_s=30) as child:
        began = time.monotonic()
        child.send_signal(signal.SIGTERM)
        stdout, _ = child.communicate(timeout=20)
        assert time.monotonic() - began < 5
    assert (child.returncode, stdout) == (-signal.SIGALRM, "asked\n")


def test_the_limit_is_lifted_once_the_work_has_ended():
    with child_that_stops(patience_s=1, leaving_s=1.5) as child:
        child.send_signal(signal.SIGTERM)
        stdout, _ = child.communicate(timeout=20)
    assert (child.returncode, stdout) == (0, "asked\nfinished\nleft\n")


def test_a_request_that_comes_twice_at_once_is_one():
    with child_that_stops(finishing_s=1.5) as child:
        for _ in range(3):
            child.send_signal(signal.SIGINT)
            child.send_signal(signal.SIGTERM)
            time.sleep(0.1)
        stdout, stderr = child.communicate(timeout=20)
    assert (child.returncode, stdout) == (0, "asked\nfinished\nleft\n")
    assert stderr.count("stopping") == 1


def test_a_second_ctrl_c_a_while_later_does_not_wait():
    with child_that_stops(patience_s=20, finishing_s=30) as child:
        child.send_signal(signal.SIGINT)
        time.sleep(1.5)
        child.send_signal(signal.SIGINT)
        stdout, stderr = child.communicate(timeout=10)
    assert stdout == "asked\n"
    assert "KeyboardInterrupt" in stderr


def test_the_handlers_that_were_there_are_there_again():
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    with StopRequest() as stop:
        assert signal.getsignal(signal.SIGTERM) not in before
        began = time.monotonic()
        stop.sleep(0.05)
        assert 0.04 < time.monotonic() - began < 1
        assert not stop.is_set()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
    assert signal.alarm(0) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a process 1")
def test_process_1_of_a_container_is_ended_as_well(tmp_path: Path):
    isolated = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
    if subprocess.run([*isolated, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine makes no process namespace")
    # Process 1 asks itself: to it, no default action applies, that of SIGALRM neither.
    script = (
        "import os, signal, time\nfrom jobs.stopping import StopRequest\nassert os.getpid() == 1\n"
        "with StopRequest(patience_s=1):\n    os.kill(1, signal.SIGTERM)\n    time.sleep(30)\n"
    )
    began = time.monotonic()
    ended = subprocess.run([*isolated, sys.executable, "-c", script], timeout=25, capture_output=True, check=False)
    assert ended.returncode == 1, ended.stderr
    assert time.monotonic() - began < 10


def test_a_crawl_asked_to_stop_ends_with_its_page_says_so_and_begins_no_other_source(tmp_path: Path):
    slow = articles_in("first")[4]
    folder = tmp_path / "data"
    with slow_site(slow.path, slow_s=1.5) as site, slow_site("", 0) as other:
        append_source(folder, sample_source(site.url))
        append_source(folder, replace(sample_source(other.url), name="other"))
        with started_command("crawl", "--data", folder, folder=tmp_path) as crawl:
            assert site.asked.wait(30), crawl.said()
            crawl.process.send_signal(signal.SIGINT)
            ended = crawl.wait(12)
        assert other.requests == []
    assert ended.exit_code == 1
    assert "ended early: stopped on request" in ended.stdout
    assert "Traceback" not in ended.stderr
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        assert archive.read_article(normalise_url(slow.path, site.url) or "") is not None
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        states = [(run.source, run.state) for run in Runs(evidence.db).list_runs()]
    assert states == [("other", "failed"), ("sample", "failed")]
