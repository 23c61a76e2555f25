"""The newest findings over the archive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from archived import START, edition, entry, of_editions
from reading_room_archive import differing_article

from archive.findings import _NEWEST, Question, count_by_severity, count_text
from archive.store import Archive, open_archive
from crawler.models import Article, Discrepancy

ENGLISH, ARABIC = edition("en", "Head", "Some 12 left."), edition("ar", "عنوان", "غادر ١٣.")


def article(name: str, *found: tuple[str, str]) -> Article:
    """An article with findings of these kinds and severities."""
    discrepancies = tuple(Discrepancy(kind, severity, "12", "١٣", 1) for kind, severity in found)
    editions = (
        replace(ENGLISH, segments=(*ENGLISH.segments[:1], replace(ENGLISH.segments[1], text=f"{name} 12."))),
        ARABIC,
    )
    return replace(of_editions(*editions, url=f"https://news.example/{name}"), discrepancies=discrepancies)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Four articles, an hour apart; one of them has settled its conflict since."""
    path = tmp_path_factory.mktemp("findings") / "archive.db"
    corrected = replace(article("one"), editions=(ENGLISH, ARABIC), content_hash="c" * 64)
    states = [
        ("news", article("one", ("number", "conflict"))),
        ("news", article("two", ("number", "conflict"), ("date", "conflict"), ("name", "missing"))),
        ("post", article("three", ("date", "conflict"), ("name", "hint"))),
        ("news", corrected),
        ("post", article("four", ("number", "missing"))),
    ]
    with open_archive(path) as written:
        for hour, (source, state) in enumerate(states, start=1):
            written.apply(entry(hour, state.url, source=source), state)
    with open_archive(path, read_only=True) as opened:
        yield opened


ANY = ("conflict", "missing", "hint")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (Question(), ["three date", "two number", "two date"]),
        (Question(ANY), ["four number", "three date", "three name", "two number", "two date", "two name"]),
        (Question(("missing", "hint")), ["four number", "three name", "two name"]),
        (Question(source="news"), ["two number", "two date"]),
        (Question(kind="date"), ["three date", "two date"]),
        (Question(since=START + timedelta(hours=2)), ["three date", "two number", "two date"]),
        (Question(since=START + timedelta(hours=2, seconds=1)), ["three date"]),
        (Question(since=START + timedelta(hours=9)), []),
        (Question(source="nowhere"), []),
        (Question(kind="x'y"), []),
    ],
)
def test_the_newest_findings_of_current_revisions_come_first(
    archive: Archive, question: Question, found: list[str]
) -> None:
    answer = archive.find_newest(question, 100)
    assert [f"{one.url.rsplit('/')[-1]} {one.discrepancy.kind}" for one in answer] == found


def test_no_more_are_read_than_asked_for(archive: Archive) -> None:
    assert archive.find_newest(Question(ANY), 2) == archive.find_newest(Question(ANY), 100)[:2]


def test_a_finding_comes_with_its_article_and_both_texts(tmp_path: Path) -> None:
    with open_archive(tmp_path / "archive.db") as written:
        stored = differing_article()
        written.apply(entry(1, stored.url), stored)
        (one,) = written.find_newest(Question(), 5)
    headlines = [each.segments[0].text for each in stored.editions]
    assert (one.article_id, one.revision, one.url, one.source) == (1, 1, stored.url, "news")
    assert [one.headline_en, one.headline_ar, one.published_on] == [*headlines, stored.published_on]
    assert (one.captured_at, one.discrepancy) == (START + timedelta(hours=1), stored.discrepancies[1])
    marked = [
        [passage.segment.text[start:end] for start, end in passage.marks] for passage in (*one.english, *one.arabic)
    ]
    assert marked == [["151"], ["١٥٠"]]


def test_the_newest_are_found_from_the_newest_revision_backwards(archive: Archive) -> None:
    values = dict.fromkeys(("since", "source", "kind", "severities", "limit"), "")
    plan = [row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {_NEWEST}", values)]
    assert plan[0] == "SEARCH revisions USING INDEX revisions_captured_at (captured_at>?)"
    assert not any("SCAN articles" in line or "SCAN discrepancies" in line for line in plan)


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ([], "no difference found"),
        (["conflict"], "1 conflict, nothing missing, no hints"),
        (["hint", "conflict", "conflict", "missing"], "2 conflicts, 1 missing, 1 hint"),
        (["missing", "missing"], "no conflicts, 2 missing, no hints"),
    ],
)
def test_findings_are_counted_in_words(severities: list[str], said: str) -> None:
    found = [Discrepancy("number", severity, None, None, 0) for severity in severities]
    assert count_text(found) == said
    assert list(count_by_severity(found)) == ["conflict", "missing", "hint"]
