"""What is known of each address, and when it is due again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recorded import CONTEXT, START, captured

from archive.evidence import Evidence, open_evidence
from archive.frontier import Frontier, HostPause, KnownUrl, next_due

ARTICLE = "https://news.example/a"
KNOWN = KnownUrl(
    url=ARTICLE,
    source="news",
    article=ARTICLE,
    language="en",
    etag='W/"caf\xe9"',
    last_modified="Mon, 26 Jan 2026 03:04:05 GMT",
    capture=1,
    status=200,
    first_seen_at=START,
    last_checked_at=START + timedelta(days=1, microseconds=7),
    last_changed_at=START + timedelta(hours=1),
    next_due_at=START + timedelta(days=2),
    failures=0,
)
BARE = replace(
    KNOWN,
    url="https://news.example/feed",
    article=None,
    language=None,
    etag=None,
    last_modified=None,
    capture=None,
    status=None,
    failures=3,
)
AGES = st.timedeltas(timedelta(0), timedelta(days=4000))


@pytest.fixture
def evidence(tmp_path: Path) -> Iterator[Evidence]:
    with open_evidence(tmp_path / "captures.db") as evidence:
        evidence.record(captured(1), CONTEXT)
        yield evidence


@pytest.fixture
def frontier(evidence: Evidence) -> Frontier:
    return Frontier(evidence.db)


@pytest.mark.parametrize("known", [KNOWN, BARE])
def test_what_is_known_comes_back_equal(frontier: Frontier, known: KnownUrl) -> None:
    assert frontier.known(known.url) is None
    frontier.put(known)
    assert frontier.known(known.url) == known


def test_a_later_visit_takes_the_place_of_the_earlier_one_whole(frontier: Frontier) -> None:
    frontier.put(KNOWN)
    later = replace(BARE, url=KNOWN.url, next_due_at=START + timedelta(days=9))
    frontier.put(later)
    assert frontier.known(KNOWN.url) == later


def test_the_pages_of_an_article_come_in_the_order_they_were_first_kept(frontier: Frontier) -> None:
    arabic = replace(KNOWN, url="https://news.example/ar/a", language="ar")
    for known in (KNOWN, arabic, replace(KNOWN, url="https://news.example/b", article="https://news.example/b"), BARE):
        frontier.put(known)
    frontier.put(replace(KNOWN, status=304))
    assert frontier.pages_of(ARTICLE) == (replace(KNOWN, status=304), arabic)
    assert frontier.pages_of("https://news.example/unknown") == ()


def test_the_articles_of_a_source_come_with_the_time_their_first_page_is_due(frontier: Frontier) -> None:
    half_a_second = START + timedelta(milliseconds=500)
    for url, article, source, due_at in (
        ("b/en", "b", "news", START),
        ("a/en", "a", "news", START + timedelta(days=1)),
        ("a/ar", "a", "news", half_a_second),
        ("c", "c", "other", START),
        ("feed", None, "news", START),
    ):
        frontier.put(replace(KNOWN, url=url, article=article, source=source, next_due_at=due_at))
    assert list(frontier.articles_of("news").items()) == [("b", START), ("a", half_a_second)]
    assert frontier.articles_of("nobody") == {}


def test_the_frontier_outlives_the_process(tmp_path: Path, evidence: Evidence) -> None:
    Frontier(evidence.db).put(KNOWN)
    with open_evidence(tmp_path / "captures.db", read_only=True) as reader:
        assert Frontier(reader.db).known(KNOWN.url) == KNOWN


def test_a_host_that_asked_for_peace_is_left_alone_until_then(frontier: Frontier) -> None:
    assert frontier.paused_host("news.example", START) is None
    frontier.pause_host("news.example", START + timedelta(minutes=5), "429")
    until = START + timedelta(minutes=10)
    frontier.pause_host("news.example", until, "503")
    assert frontier.paused_host("news.example", START) == HostPause("news.example", until, "503")
    assert frontier.paused_host("news.example", until) is None
    assert frontier.paused_host("other.example", START) is None


@pytest.mark.parametrize(
    ("age", "pause"),
    [
        (timedelta(0), timedelta(0)),
        (timedelta(days=2) - timedelta(seconds=1), timedelta(0)),
        (timedelta(days=2), timedelta(hours=12)),
        (timedelta(days=8), timedelta(days=2)),
        (timedelta(days=120), timedelta(days=30)),
        (timedelta(days=3000), timedelta(days=30)),
        (timedelta(days=-5), timedelta(0)),  # the clock went back
    ],
)
def test_a_page_is_due_after_a_quarter_of_its_age(age: timedelta, pause: timedelta) -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    assert next_due(now - timedelta(days=3650), now - age, now) == now + pause


def test_a_page_seen_first_today_is_young_whatever_it_says_of_its_changes() -> None:
    assert next_due(START, START - timedelta(days=900), START) == START


@given(AGES, AGES)
def test_the_older_a_page_the_later_it_is_due_and_never_after_a_month(one: timedelta, other: timedelta) -> None:
    now = datetime(2026, 6, 1, tzinfo=UTC)
    younger, older = sorted((one, other))
    first, second = (next_due(now - age, now - age, now) for age in (younger, older))
    assert now <= first <= second <= now + timedelta(days=30)
