"""`sijill compare` as a person and a program have it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from archived import edition, entry, of_editions
from command import call
from reading_room_archive import LONG_ARABIC, LONG_ENGLISH, corrected_article, differing_article

from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.errors import ConfigurationError
from crawler.models import Discrepancy, Role
from jobs.cli.since import read_since

ENGLISH = [text for role, text in LONG_ENGLISH if role is Role.PARAGRAPH]
ARABIC = [text for role, text in LONG_ARABIC if role is Role.PARAGRAPH]
DIFFERING = differing_article()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Three articles: one whose sides differ, one whose sides differed once, one in English."""
    made = tmp_path_factory.mktemp("compare")
    once = replace(DIFFERING, url="https://river.example/once", content_hash="e" * 64, pages={})
    with open_archive(made / ARCHIVE) as archive:
        archive.apply(entry(1, DIFFERING.url, source="river"), DIFFERING)
        archive.apply(entry(2, once.url, source="hill"), once)
        archive.apply(entry(3, once.url, source="hill"), replace(corrected_article(), url=once.url, pages={}))
        alone = of_editions(edition("en", "Alone", "Nobody translated it."), url="https://hill.example/alone")
        archive.apply(entry(4, alone.url, source="hill"), alone)
    return made


def test_an_articles_findings_are_told_gravest_first_with_both_texts(folder: Path) -> None:
    quoted = "نفضّل أن نُغرق حقلاً خالياً الليلة"
    assert call("compare", "1", "--data", folder).stdout.splitlines() == [
        "article 1 of river, revision 1 of 1",
        DIFFERING.url,
        "1 conflict, 2 missing, 1 hint",
        "",
        "conflict: number 151 / ١٥٠",
        "  English, paragraph 2",
        ENGLISH[1].replace("151", "[=151=]"),
        "  Arabic, paragraph 2",
        ARABIC[1].replace("١٥٠", "[=١٥٠=]"),
        "",
        "missing: name Karim al-Sayegh / nothing",
        "  English, paragraph 1",
        ENGLISH[0].replace("Karim al-Sayegh", "[=Karim al-Sayegh=]"),
        "  Arabic, paragraph 1",
        ARABIC[0],
        "",
        f"missing: paragraph nothing / {ARABIC[4]}",
        "  Arabic, paragraph 5",
        f"[={ARABIC[4]}=]",
        "",
        f"hint: quotation We would rather flood an empty field tonight / {quoted}",
        "  English, paragraph 2",
        ENGLISH[1].replace(
            "We would rather flood an empty field tonight", "[=We would rather flood an empty field tonight=]"
        ),
        "  Arabic, paragraph 2",
        ARABIC[1].replace(quoted, f"[={quoted}=]"),
    ]


@pytest.mark.parametrize(
    ("arguments", "third"),
    [
        (["2"], "no difference found"),
        (["2@1", "--severity", "conflict"], "1 conflict, nothing missing, no hints"),
        (["1", "--severity", "missing", "--severity", "hint"], "no conflicts, 2 missing, 1 hint"),
        (["1", "--kind", "name"], "no conflicts, 1 missing, no hints"),
        (["1", "--kind", "weather"], "nothing of this kind; 4 others"),
        (["2", "--kind", "weather"], "no difference found"),
        (["3"], "it has not both an English and an Arabic text: there is nothing to compare"),
    ],
)
def test_an_article_is_counted_by_what_is_asked_for(folder: Path, arguments: list[str], third: str) -> None:
    assert call("compare", *arguments, "--data", folder).stdout.splitlines()[2] == third


def test_the_newest_conflicts_over_the_archive_come_with_their_article(folder: Path) -> None:
    told = call("compare", "--since", "2026-01-01", "--data", folder)
    assert told.stdout.splitlines() == [
        "1@1  2026-03-14  conflict: number 151 / ١٥٠",
        f"    {DIFFERING.url}",
        f"    {ENGLISH[1].replace('151', '[=151=]')}",
        f"    {ARABIC[1].replace('١٥٠', '[=١٥٠=]')}",
    ]
    assert told.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        ([], ["number"]),
        (["--severity", "missing"], ["name", "paragraph"]),
        (["--severity", "missing", "--limit", "1"], ["name"]),
        (["--severity", "missing", "--kind", "paragraph"], ["paragraph"]),
        (["--source", "river"], ["number"]),
        (["--source", "hill"], []),
    ],
)
def test_the_newest_are_narrowed_down(folder: Path, arguments: list[str], kinds: list[str]) -> None:
    told = call("compare", "--since", "2026-01-01", *arguments, "--json", "--data", folder)
    assert [one["kind"] for one in told.json()] == kinds


def test_nothing_found_is_said_to_a_person(folder: Path) -> None:
    told = call("compare", "--since", "2026-01-01", "--kind", "weather", "--data", folder)
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "nothing found\n")


def test_a_program_gets_the_finding_its_article_and_the_texts(folder: Path) -> None:
    start, arabic_start = ENGLISH[1].index("151"), ARABIC[1].index("١٥٠")
    place = {"role": "paragraph", "position": 1}
    finding = {
        "kind": "number",
        "severity": "conflict",
        "en": "151",
        "ar": "١٥٠",
        "unit": 5,
        "en_spans": [{**place, "start": start, "end": start + 3}],
        "ar_spans": [{**place, "start": arabic_start, "end": arabic_start + 3}],
        "en_texts": [{**place, "text": ENGLISH[1], "marks": [{"start": start, "end": start + 3}]}],
        "ar_texts": [{**place, "text": ARABIC[1], "marks": [{"start": arabic_start, "end": arabic_start + 3}]}],
    }
    told = call("compare", "1", "--severity", "conflict", "--json", "--data", folder).json()
    assert told == {
        "article": 1,
        "revision": 1,
        "url": DIFFERING.url,
        "languages": ["en", "ar"],
        "counts": {"conflict": 1, "missing": 0, "hint": 0},
        "discrepancies": [finding],
    }
    (newest,) = call("compare", "--since", "2026-01-01", "--json", "--data", folder).json()
    assert newest == {
        "article": 1,
        "revision": 1,
        "url": DIFFERING.url,
        "source": "river",
        "headline_en": LONG_ENGLISH[0][1],
        "headline_ar": LONG_ARABIC[0][1],
        "published_on": "2026-03-14",
        "captured_at": "2026-01-26T04:04:05Z",
        **finding,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "name an article, or --since 7d for the newest conflicts of all articles"),
        (["1", "--since", "7d"], "name an article, or --since 7d for the newest conflicts of all articles"),
        (["1", "--limit", "3"], "--source and --limit go with --since, not with an article"),
        (["1", "--source", "river"], "--source and --limit go with --since, not with an article"),
        (["9"], "the archive has no article '9': sijill search WORDS finds its number"),
        (["--since", "soon"], "--since 'soon': hours, days or weeks (12h, 7d, 2w) or a day (2026-01-26)"),
        (["--since", "7d", "--source", "x"], "--source 'x': the archive has hill, river"),
    ],
)
def test_what_cannot_be_answered_is_said_in_one_line(folder: Path, arguments: list[str], said: str) -> None:
    ended = call("compare", *arguments, "--data", folder)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (2, "", f"sijill: {said}\n")


NOW = datetime(2026, 3, 10, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("12h", datetime(2026, 3, 10, 0, 30, tzinfo=UTC)),
        ("7d", datetime(2026, 3, 3, 12, 30, tzinfo=UTC)),
        ("2w", datetime(2026, 2, 24, 12, 30, tzinfo=UTC)),
        (" 2 W ", datetime(2026, 2, 24, 12, 30, tzinfo=UTC)),
        ("0d", NOW),
        ("2026-01-26", datetime(2026, 1, 26, tzinfo=UTC)),
    ],
)
def test_a_moment_is_named_by_its_distance_or_its_day(written: str, moment: datetime) -> None:
    assert read_since(written, NOW) == moment


@pytest.mark.parametrize("written", ["", "7", "d", "-7d", "7m", "99999d", "2026-02-30", "26/1/2026", "٧d x"])
def test_what_names_no_moment_is_refused(written: str) -> None:
    with pytest.raises(ConfigurationError, match="hours, days or weeks"):
        read_since(written, NOW)


@pytest.mark.parametrize("line", ["1", "1 --json", "--since 2026-01-01", "--since 2026-01-01 --json"])
def test_no_text_of_a_site_can_move_the_cursor_or_turn_a_line_around(tmp_path: Path, line: str) -> None:
    controls = "\u202e\u2066\u2029\x1b\x9b\x07"
    text = f"Port {controls} closed. Then {controls} 12 left."
    found = Discrepancy(controls, "conflict", controls, "12", 0)
    hostile = replace(of_editions(edition("en", text), edition("ar", text)), discrepancies=(found,))
    with open_archive(tmp_path / ARCHIVE) as archive:
        archive.apply(entry(1), hostile)
    ended = call("compare", *line.split(), "--data", tmp_path)
    assert ended.exit_code == 0, ended.stderr
    assert ended.stdout
    assert [mark for mark in ended.stdout if mark in controls] == []
