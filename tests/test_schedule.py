"""The nights: a clock that is turned by hand lets a week pass on APScheduler's own logic."""

import os
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apscheduler.executors.base
import apscheduler.schedulers.base
import pytest
from apscheduler.executors.debug import DebugExecutor
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.base import STATE_RUNNING, BaseScheduler
from command import run_command, started_command
from sample_archive import SampleArchive, sample_source
from slow_site import slow_site

from archive.errors import NoRoom
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler.errors import ConfigurationError
from jobs.config import FILE_NAME, append_source
from jobs.demo.articles import articles_in
from jobs.demo.site import serve_sample_site
from jobs.pipeline import Rim, crawl_sources
from jobs.schedule import Schedule
from jobs.timetable import last_due, next_due

START = datetime(2026, 1, 26, tzinfo=UTC)
STEP = timedelta(minutes=5)
# A fire that is due at the very moment of the start runs: the tests begin when midnight's has passed.
MOMENT = timedelta(seconds=1)
TOML = """
[snapshot]
at = "02:30"
[[source]]
name = "one"
url = "https://one.example/"
at = ["06:00", "18:00"]
[[source]]
name = "two"
url = "https://two.example/"
at = ["00:00", "01:30", "23:55"]
"""
TIMES = {"learn": ["02:00"], "snapshot": ["02:30"], "one": ["06:00", "18:00"], "two": ["00:00", "01:30", "23:55"]}


class Clock:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.now = START + MOMENT

    def __call__(self) -> datetime:
        return self.now


class HandScheduler(BaseScheduler):
    """APScheduler without its own thread: it looks for what is due when it is woken, and only then."""

    def wakeup(self) -> None:
        if self.state == STATE_RUNNING:
            self._process_jobs()

    def shutdown(self, wait: bool = True) -> None:
        super().shutdown(wait)


@dataclass
class Nights:
    """A schedule of a data folder on a clock turned by hand, and all that it ran."""

    folder: Path
    clock: Clock
    executor: Callable[[], object] = DebugExecutor
    ran: list[tuple[datetime, str]] = field(default_factory=list)
    """When each job ran by the clock, and its source, or "learn", or "snapshot"."""
    during: Callable[[str], None] = lambda name: None
    """Called with the name while the job runs: it may fail, or wait."""
    stopping: bool = False

    def schedule(self) -> Schedule:
        """A new schedule, as after a restart."""
        scheduler = HandScheduler(timezone=UTC, executors={"default": self.executor()})
        rim = Rim(clock=self.clock, stop=lambda: self.stopping)
        jobs = {"crawl": self.crawl, "learn": self.learn, "snapshot": self.snapshot}
        return Schedule(self.folder, rim=rim, scheduler=scheduler, **jobs)

    def crawl(self, folder: Path, names: Sequence[str], *, rim: Rim) -> None:
        self._run("crawl", *names)

    def learn(self, folder: Path, *, clock: Callable[[], datetime], stop: Callable[[], bool]) -> None:
        self._run("learn", None)

    def snapshot(self, folder: Path, *, clock: Callable[[], datetime]) -> None:
        self._run("snapshot", None)

    def _run(self, command: str, source: str | None) -> None:
        self.ran.append((self.clock.now, source or command))
        self.during(source or command)
        self.record(command, source, self.clock.now, "finished")

    def record(self, command: str, source: str | None, at: datetime, state: str) -> None:
        """A run as the commands record it."""
        with open_evidence(self.folder / CAPTURES) as evidence:
            runs = Runs(evidence.db)
            runs.finish_run(runs.start_run(command, source, at, "sijill", None), at, state, {})

    def runs(self, *states: str) -> list[tuple[str, str | None, str, datetime, str | None]]:
        """The recorded runs in these states, the oldest first."""
        with open_evidence(self.folder / CAPTURES, read_only=True) as evidence:
            found = reversed(Runs(evidence.db).list_runs(10_000))
        return [
            (run.command, run.source, run.state, run.started_at, run.reason) for run in found if run.state in states
        ]

    def pass_time(self, schedule: Schedule, until: datetime) -> None:
        """Let the time pass in small steps; the schedule looks after each."""
        while self.clock.now < until:
            self.clock.now = START + ((self.clock.now - START) // STEP + 1) * STEP
            schedule.look()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock that is APScheduler's as well."""
    turned = Clock()

    class Turned(datetime):
        @classmethod
        def now(cls, tz=None):
            return turned.now.astimezone(tz)

    for module in (apscheduler.schedulers.base, apscheduler.executors.base):
        monkeypatch.setattr(module, "datetime", Turned)
    return turned


@pytest.fixture
def nights(tmp_path: Path, clock: Clock) -> Iterator[Nights]:
    """Nights of two sources whose last runs are of this moment."""
    (tmp_path / FILE_NAME).write_text(TOML, encoding="utf-8")
    made = Nights(tmp_path, clock)
    for command, source in (("learn", None), ("snapshot", None), ("crawl", "one"), ("crawl", "two")):
        made.record(command, source, clock.now, "finished")
    yield made


@pytest.fixture
def in_zone() -> Iterator[Callable[[str], None]]:
    """Sets the machine's time zone until the test ends."""
    before = os.environ.get("TZ")

    def set_zone(name: str | None) -> None:
        os.environ.pop("TZ", None)
        if name is not None:
            os.environ["TZ"] = name
        time.tzset()

    yield set_zone
    set_zone(before)


def due_in(days: int, start: datetime = START) -> list[tuple[datetime, str]]:
    """Every fire in so many days from a midnight on, that midnight's own not among them."""
    moments = [
        (start + timedelta(days=day, hours=int(time[:2]), minutes=int(time[3:])), name)
        for day in range(days + 1)
        for name, times in TIMES.items()
        for time in times
    ]
    return sorted(moment for moment in moments if start < moment[0] <= start + timedelta(days=days))


# Weeks in which summer time begins or ends in the zone.
WEEKS = [
    ("UTC", START),
    ("Africa/Cairo", datetime(2026, 4, 20, tzinfo=UTC)),
    ("Asia/Beirut", datetime(2026, 10, 21, tzinfo=UTC)),
    ("Europe/London", datetime(2026, 3, 25, tzinfo=UTC)),
]


@pytest.mark.parametrize(("zone", "start"), WEEKS, ids=[zone for zone, _ in WEEKS])
def test_in_a_week_each_job_runs_at_each_of_its_times_once(
    nights: Nights, in_zone: Callable[[str], None], zone: str, start: datetime
):
    in_zone(zone)
    nights.clock.now = start + MOMENT
    for command, source in (("learn", None), ("snapshot", None), ("crawl", "one"), ("crawl", "two")):
        nights.record(command, source, nights.clock.now, "finished")
    schedule = nights.schedule()
    assert schedule.start() == ()
    nights.pass_time(schedule, start + timedelta(days=7))
    schedule.stop()
    assert sorted(nights.ran) == due_in(7, start)
    assert Counter(name for _, name in nights.ran) == {"learn": 7, "snapshot": 7, "one": 14, "two": 21}
    assert nights.runs("failed", "missed", "skipped") == []


def test_after_three_days_of_sleep_each_job_runs_once(nights: Nights):
    schedule = nights.schedule()
    schedule.start()
    nights.clock.now = START + timedelta(days=3, hours=7)
    schedule.look()
    assert sorted(name for _, name in nights.ran) == ["learn", "one", "snapshot", "two"]
    nights.ran.clear()
    nights.pass_time(schedule, START + timedelta(days=4))
    assert nights.ran == [fire for fire in due_in(4) if fire[0] > START + timedelta(days=3, hours=7)]


def test_a_fire_whose_next_one_is_near_is_recorded_as_missed(nights: Nights):
    schedule = nights.schedule()
    schedule.start()
    nights.clock.now = START + timedelta(days=3, hours=2)  # the snapshot is due again in half an hour
    schedule.look()
    assert sorted(name for _, name in nights.ran) == ["learn", "one", "two"]
    ((command, source, state, at, reason),) = nights.runs("missed")
    assert (command, source, state, at) == ("snapshot", None, "missed", START + timedelta(days=2, hours=2, minutes=30))
    assert "too late" in str(reason)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RuntimeError("of ours"), "RuntimeError: of ours"),
        (NoRoom("there is no room left"), "there is no room left"),
        (ConfigurationError("there is no source"), "there is no source"),
        (OSError(5, "Input/output error"), "[Errno 5] Input/output error"),
    ],
)
def test_a_job_that_fails_is_recorded_and_the_schedule_goes_on(nights: Nights, error: Exception, reason: str):
    def fail_once(name: str) -> None:
        if name == "one" and nights.clock.now == START + timedelta(hours=6):
            raise error

    nights.during = fail_once
    schedule = nights.schedule()
    schedule.start()
    nights.pass_time(schedule, START + timedelta(days=1))
    assert nights.ran == due_in(1)
    assert nights.runs("failed") == [("crawl", "one", "failed", START + timedelta(hours=6), reason)]


def test_a_failure_that_the_command_has_recorded_itself_is_not_recorded_twice(nights: Nights):
    def fail(name: str) -> None:
        if name == "snapshot":
            nights.record("snapshot", None, nights.clock.now, "failed")
            raise NoRoom("there is no room left")

    nights.during = fail
    schedule = nights.schedule()
    schedule.start()
    nights.pass_time(schedule, START + timedelta(days=2))
    assert [at.day for _, _, _, at, _ in nights.runs("failed")] == [26, 27]


def test_a_run_that_died_in_an_error_gets_its_end(nights: Nights):
    def fail(name: str) -> None:
        if name == "one":
            with open_evidence(nights.folder / CAPTURES) as evidence:
                Runs(evidence.db).start_run("crawl", "one", nights.clock.now, "sijill", None)
            raise OSError(28, "No space left on device")

    nights.during = fail
    schedule = nights.schedule()
    schedule.start()
    nights.pass_time(schedule, START + timedelta(hours=7))
    assert nights.runs("running") == []
    assert nights.runs("failed") == [
        ("crawl", "one", "failed", START + timedelta(hours=6), "[Errno 28] No space left on device")
    ]


def test_a_fire_while_the_run_before_it_still_works_is_skipped(nights: Nights):
    nights.executor = lambda: ThreadPoolExecutor(1)
    begun, go_on = threading.Event(), threading.Event()

    def wait(name: str) -> None:
        begun.set()
        assert go_on.wait(20)

    nights.during = wait
    schedule = nights.schedule()
    schedule.start()
    try:
        nights.pass_time(schedule, START + timedelta(minutes=90))
        assert begun.wait(20)
        nights.pass_time(schedule, START + timedelta(days=1))
        assert nights.runs("skipped") == []  # the run at work writes
    finally:
        go_on.set()
        schedule.stop()
    # The worker is one: the fires of the others wait for it, each once.
    reason = "the run before it was still at work"
    assert nights.runs("skipped") == [
        ("crawl", "one", "skipped", START + timedelta(hours=18), reason),
        ("crawl", "two", "skipped", START + timedelta(hours=23, minutes=55), reason),
        ("crawl", "two", "skipped", START + timedelta(days=1), reason),
    ]
    assert [name for _, name in nights.ran] == ["two", "learn", "snapshot", "one"]


def test_while_another_process_is_at_work_a_fire_is_skipped_and_recorded_once_it_has_ended(nights: Nights):
    def crawl(folder: Path, names: Sequence[str], *, rim: Rim) -> object:
        return crawl_sources(folder, names, rim=rim)

    nights.crawl = crawl  # type: ignore[method-assign]
    schedule = nights.schedule()
    schedule.start()
    with hold_lock(nights.folder, "sijill replay"):
        nights.pass_time(schedule, START + timedelta(hours=2))
        assert nights.runs("skipped") == []
    schedule.look()
    ((command, source, state, at, reason),) = nights.runs("skipped")
    assert (command, source, state, at) == ("crawl", "two", "skipped", START + timedelta(minutes=90))
    assert "in use by sijill replay" in str(reason)
    schedule.look()
    assert len(nights.runs("skipped")) == 1


def test_what_was_missed_while_it_was_down_is_caught_up_once_at_start(nights: Nights):
    nights.clock.now = START + timedelta(hours=20)
    nights.record("crawl", "one", START + timedelta(hours=18), "finished")
    assert nights.schedule().start() == ("crawl two", "learn", "snapshot")
    assert nights.ran == [(nights.clock.now, name) for name in ("two", "learn", "snapshot")]
    assert nights.schedule().start() == ()
    assert len(nights.ran) == 3


@pytest.mark.parametrize("state", ["failed", "interrupted", "missed", "skipped", "running"])
def test_only_a_run_that_came_to_its_end_counts_at_start(nights: Nights, state: str):
    nights.clock.now = START + timedelta(hours=7)
    for command, source in (("learn", None), ("snapshot", None), ("crawl", "two")):
        nights.record(command, source, nights.clock.now, "finished")
    nights.record("crawl", "one", START + timedelta(hours=6), state)
    assert nights.schedule().start() == ("crawl one",)


def test_in_a_new_folder_each_source_is_crawled_at_start_and_nothing_is_to_be_snapshot(tmp_path: Path, clock: Clock):
    nights = Nights(tmp_path, clock)
    (tmp_path / FILE_NAME).write_text(TOML, encoding="utf-8")
    assert nights.schedule().start() == ("crawl one", "crawl two")


def test_what_is_caught_up_is_not_in_the_way_of_the_next_fire(nights: Nights):
    nights.clock.now = START + timedelta(hours=17, minutes=55)
    schedule = nights.schedule()
    schedule.start()
    nights.ran.clear()
    nights.pass_time(schedule, START + timedelta(days=1))
    assert nights.ran == [fire for fire in due_in(1) if fire[0] > START + timedelta(hours=17, minutes=55)]


def test_a_changed_configuration_is_followed_and_a_broken_one_is_not(nights: Nights, caplog: pytest.LogCaptureFixture):
    path = nights.folder / FILE_NAME
    schedule = nights.schedule()
    schedule.start()
    three = '[[source]]\nname = "three"\nurl = "https://three.example/"\nat = ["04:00"]\n'
    path.write_text(TOML.replace("06:00", "03:00") + three, encoding="utf-8")
    nights.pass_time(schedule, START + timedelta(hours=5))
    path.write_text("[[source]\n", encoding="utf-8")
    nights.pass_time(schedule, START + timedelta(hours=12))
    assert [text.count("cannot be followed") for text in caplog.text.splitlines() if FILE_NAME in text] == [1]
    nights.pass_time(schedule, START + timedelta(hours=20))
    path.write_text(three, encoding="utf-8")
    nights.pass_time(schedule, START + timedelta(days=1, hours=5))
    hours = [((at - START) / timedelta(hours=1), name) for at, name in nights.ran]
    assert hours == [
        (1.5, "two"),
        (2, "learn"),
        (2.5, "snapshot"),
        (3, "one"),
        (4, "three"),
        (18, "one"),
        (26, "learn"),
        (26.5, "snapshot"),
        (28, "three"),
    ]


def test_a_change_elsewhere_in_the_file_does_not_lose_a_fire_that_is_due_now(nights: Nights):
    schedule = nights.schedule()
    schedule.start()
    nights.clock.now = START + timedelta(hours=6, minutes=1)
    (nights.folder / FILE_NAME).write_text(TOML.replace("18:00", "18:00") + "# a comment\n", encoding="utf-8")
    assert schedule.reload()
    schedule.look()
    assert "one" in [name for _, name in nights.ran]


def test_a_broken_configuration_is_refused_at_start(nights: Nights):
    (nights.folder / FILE_NAME).write_text("[[source]\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not TOML"):
        nights.schedule().start()


def test_a_source_that_fails_after_it_was_taken_out_is_still_recorded(nights: Nights):
    nights.executor = lambda: ThreadPoolExecutor(1)
    begun, go_on = threading.Event(), threading.Event()

    def fail_late(name: str) -> None:
        begun.set()
        assert go_on.wait(20)
        raise RuntimeError("late")

    nights.during = fail_late
    schedule = nights.schedule()
    schedule.start()
    try:
        nights.pass_time(schedule, START + timedelta(minutes=90))
        assert begun.wait(20)
        (nights.folder / FILE_NAME).write_text("", encoding="utf-8")
        assert schedule.reload()
    finally:
        go_on.set()
        schedule.stop()
    assert nights.runs("failed") == [("crawl", "two", "failed", START + timedelta(minutes=90), "RuntimeError: late")]


def test_once_asked_to_stop_no_further_job_begins(nights: Nights):
    schedule = nights.schedule()
    schedule.start()
    nights.stopping = True
    nights.pass_time(schedule, START + timedelta(hours=7))
    schedule.stop()
    assert nights.ran == []
    assert nights.runs("failed", "missed", "skipped") == []


def test_last_and_next_due_enclose_the_moment():
    for minutes in range(0, 2880, 7):
        now = START + timedelta(minutes=minutes)
        for times in TIMES.values():
            before, after = last_due(times, now), next_due(times, now)
            assert before <= now < after
            assert {f"{one:%H:%M}" for one in (before, after)} <= set(times)


def test_the_list_of_what_comes_next_is_in_order_and_parses(tmp_path: Path):
    (tmp_path / FILE_NAME).write_text(TOML, encoding="utf-8")
    listed = run_command("schedule", "--list", "--json", "--data", tmp_path).json()
    assert sorted(one["job"] for one in listed) == ["crawl one", "crawl two", "learn", "snapshot"]
    times = [datetime.fromisoformat(one["next_run"]) for one in listed]
    now = datetime.now(UTC)
    assert times == sorted(times)
    assert all(now - timedelta(minutes=1) < moment <= now + timedelta(days=1) for moment in times)


def test_asked_to_stop_a_real_schedule_ends_with_the_page_in_hand_and_the_next_crawl_doubles_nothing(tmp_path: Path):
    slow = articles_in("first")[4]
    with slow_site(slow.path, slow_s=2.0) as site:
        append_source(tmp_path / "data", sample_source(site.url))
        with started_command("schedule", "--data", tmp_path / "data", folder=tmp_path) as started:
            assert site.asked.wait(30), started.said()
            asked = len(site.requests)
            started.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            ended = started.wait(12)
            took_s = time.monotonic() - began
        assert (ended.exit_code, ended.stdout) == (0, "")
        assert "Traceback" not in ended.stderr
        assert took_s < 10
        with open_archive(tmp_path / "data" / ARCHIVE, read_only=True) as archive:
            held = archive.read_article(f"{site.url.rstrip('/')}{slow.path}")
        assert held is not None
        assert len(site.requests) - asked <= 1  # its other language's page at most
        site.slow_s = 0.0
        assert run_command("crawl", "--data", tmp_path / "data").exit_code == 0
    with serve_sample_site() as whole:
        append_source(tmp_path / "whole", sample_source(whole.url))
        never_stopped = SampleArchive(whole, tmp_path / "whole")
        never_stopped.crawl("first")
        with open_archive(tmp_path / "data" / ARCHIVE, read_only=True) as archive:
            assert Counter(archive.content_hashes()) == Counter(never_stopped.content_hashes())


def test_a_page_that_never_comes_does_not_keep_a_schedule_that_was_asked_to_stop(tmp_path: Path):
    with slow_site(articles_in("first")[4].path, slow_s=60.0) as site:
        append_source(tmp_path / "data", sample_source(site.url))
        with started_command("schedule", "--data", tmp_path / "data", folder=tmp_path) as started:
            assert site.asked.wait(30), started.said()
            started.process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            ended = started.wait(12)
            assert time.monotonic() - began < 10
        assert ended.exit_code == -signal.SIGALRM
    with hold_lock(tmp_path / "data", "the test, at once"):
        pass
