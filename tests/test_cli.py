"""The command line as journalists, archivists and other programs have it."""

import contextlib
import json
import os
import pty
import re
import shlex
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from archived import bilingual, entry
from click.testing import CliRunner
from command import ROOT, call, command_line, leaf_commands, run_command, started_command
from sample_archive import SampleArchive, sample_archive, sample_source
from scripted_site import Answer, scripted_site
from slow_site import slow_site

from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import open_archive
from crawler import read_page
from crawler.models import Discrepancy, Outcome, OutcomeKind
from crawler.models.hashing import content_hash
from jobs.cli import cli
from jobs.cli.summary import summary_lines
from jobs.config import FILE_NAME, append_source, parse_configuration
from jobs.demo.articles import Change, articles_in
from jobs.demo.responses import answer
from jobs.pipeline import TROUBLES, SourceReport
from jobs.printable import readable_address, size_text
from jobs.snapshots import nightly_snapshot


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleArchive]:
    """The sample site crawled in its three states, a snapshot taken; the tests only read it."""
    with sample_archive(tmp_path_factory.mktemp("sample")) as made:
        for state in ("first", "second", "third"):
            made.crawl(state)
        nightly_snapshot(made.folder)
        yield made


@pytest.fixture
def own_copy(sample: SampleArchive, tmp_path: Path) -> Path:
    """The sample's data folder, to be changed."""
    for path in sample.folder.rglob("*"):
        if path.is_file():
            copied = tmp_path / "copy" / path.relative_to(sample.folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())
    return tmp_path / "copy"


def article_with(change: Change):
    (article,) = [one for one in articles_in("second") if one.change is change]
    return article


# --- what each command says of itself


COMMANDS = leaf_commands()


def test_the_commands_are_those_of_the_design():
    words = (
        "demo add crawl schedule status read show history compare search learn glossary replay verify serve doctor"
    ).split()
    snapshots = [f"snapshot {one}" for one in ("take", "list", "verify", "restore")]
    assert sorted(COMMANDS) == sorted([*words, *snapshots, "template propose", "template apply", "template accept"])


@pytest.mark.parametrize("name", ["", "snapshot", "template", *COMMANDS])
def test_help_shows_an_example_of_a_command_that_exists(name: str):
    shown = CliRunner().invoke(cli, [*name.split(), "--help"], prog_name="sijill")
    assert shown.exit_code == 0
    text = " ".join(shown.output.split())
    (example,) = re.findall(r"Example: (.*?)(?: Options:|$)", text)
    assert f"sijill {name}" in example
    for written in re.findall(r"sijill ((?:(?:snapshot|template) )?[a-z]+)", example):
        assert written in COMMANDS
    for option in re.findall(r"--[a-z-]+", example):
        assert option in text.replace(example, "") or option == "--data"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_json(name: str):
    assert "--json" in [option for parameter in COMMANDS[name].params for option in parameter.opts]


def test_the_group_says_what_the_exit_codes_mean():
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert re.findall(r"^ +(\d+) ", shown, re.MULTILINE) == ["0", "1", "2", "74", "75"]


# --- exit codes


NO_ARCHIVE = ["show 1", "search x", "serve", "replay", "verify", "snapshot take"]
WRONG = {
    "nothing": "Usage:",
    "crawl --nothing": "No such option",
    "crawl nothing": "no source called 'nothing'; the sources are: sample",
    "show 999": "no article '999'",
    "show nothing": "no article 'nothing'",
    "show 1@99": "article 1 has no revision 99: the last one is 1@1",
    "show 99999999999999999999": "no article",
    "show ²": "no article",
    "show @": "no article",
    "show https://news.example/@7": "no article",
    "search": "Missing argument",
    "search x --limit 0": "--limit",
    "snapshot restore nothing --to /nowhere": "no snapshot 'nothing'",
    "snapshot verify ../../etc": "no snapshot",
    "read /nowhere.html": "/nowhere.html cannot be read: No such file",
    "read /": "cannot be read: Is a directory",
    "read x --url nowhere": "--url 'nowhere' is no address",
    "add ftp://news.example/": "is no address",
    "add https://news.example/ --name sample": "'sample' already",
    "add https://news.example/ --name Sample": "small letters",
    "serve --port 70000": "--port",
    "glossary --csv /nowhere/names.csv": "--csv': there is no folder /nowhere: make it first",
    "glossary --tbx /nowhere/names.tbx": "--tbx': there is no folder /nowhere: make it first",
    "glossary --csv /": "is a directory",
    "glosary": "Did you mean 'glossary'?",
    "search …": "nothing to search for",
    "glossary --source nothing": "no source called 'nothing'",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_mistake_of_the_user_is_told_in_a_line_and_exits_2(sample: SampleArchive, line: str):
    before, asked = sample.content_hashes(), len(sample.site.requests)
    ended = call("--data", sample.folder, *shlex.split(line))
    assert (ended.exit_code, ended.stdout) == (2, ""), ended.stderr
    assert WRONG[line] in ended.stderr
    assert ended.stderr.startswith(("sijill: ", "Usage: "))
    assert "Traceback" not in ended.stderr
    assert (sample.content_hashes(), len(sample.site.requests)) == (before, asked)


@pytest.mark.parametrize("line", NO_ARCHIVE)
def test_where_there_is_no_archive_a_command_that_needs_one_says_so_and_makes_none(tmp_path: Path, line: str):
    ended = call("--data", tmp_path / "nowhere", *shlex.split(line))
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "sijill crawl" in ended.stderr
    assert not (tmp_path / "nowhere").exists()


def test_a_crawl_without_a_source_is_a_mistake_and_makes_nothing(tmp_path: Path):
    ended = call("crawl", "--data", tmp_path / "nowhere")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "sijill add URL" in ended.stderr
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("line", ["crawl", "status", "schedule --list", "schedule", "add https://news.example/"])
def test_a_broken_configuration_is_named_with_its_place(tmp_path: Path, line: str):
    (tmp_path / FILE_NAME).write_text("[[source]]\nname = \n", encoding="utf-8")
    ended = call("--data", tmp_path, *line.split())
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"sijill: {tmp_path / FILE_NAME}: not TOML: ")
    assert "line 2" in ended.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME]


def test_a_broken_configuration_does_not_keep_the_night_from_its_snapshot(own_copy: Path):
    (own_copy / FILE_NAME).write_text("[[source]\n", encoding="utf-8")
    assert call("snapshot", "take", "--data", own_copy).exit_code == 0
    assert call("doctor", "--data", own_copy).exit_code == 1


def test_an_article_that_could_not_be_had_makes_a_crawl_exit_1(tmp_path: Path):
    refused = articles_in("first")[4]
    with slow_site("", 0) as site:
        site.refused_path = refused.path
        append_source(tmp_path, sample_source(site.url))
        ended = call("crawl", "--data", tmp_path)
        assert ended.exit_code == 1
        assert re.search(r"^ +1  blocked  .*\n.*" + re.escape(refused.path), ended.stdout, re.MULTILINE)
        site.refused_path = None
        quiet = call("crawl", "--quiet", "--data", tmp_path)
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "")


def test_without_room_a_crawl_exits_74_and_what_it_had_recorded_is_used_by_the_next_one(tmp_path: Path):
    with sample_archive(tmp_path) as sample:
        full = run_command("crawl", "--data", tmp_path, file_size_most=200_000)
        assert full.exit_code == 74, full.stderr
        assert "Traceback" not in full.stderr
        assert full.stderr.splitlines()[-1].startswith("sijill: ")
        with hold_lock(tmp_path, "the test, at once"):
            pass
        sample.crawl("first")
        hashes = sample.content_hashes()
        assert len(hashes) == len(set(hashes)) == sample.counts()["articles"]
    with sample_archive(tmp_path / "never full") as whole:
        whole.crawl("first")
        assert sorted(whole.content_hashes()) == sorted(hashes)
    assert call("verify", "--data", tmp_path).exit_code == 0


def test_a_folder_that_cannot_be_made_exits_74(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for line in ("status", "crawl", "snapshot take", "doctor"):
        ended = call("--data", tmp_path / "file" / "data", *line.split())
        assert ended.exit_code in (74, 2), (line, ended.stderr)
        assert "Traceback" not in ended.stderr


def test_a_second_crawl_exits_75_at_once_and_names_the_first(tmp_path: Path):
    with slow_site(articles_in("first")[4].path, slow_s=20) as site:
        append_source(tmp_path / "data", sample_source(site.url))
        with started_command("crawl", "--data", tmp_path / "data", folder=tmp_path) as first:
            assert site.asked.wait(30), first.said()
            for line in ("crawl", "replay", "snapshot take", "crawl --json"):
                began = time.monotonic()
                second = call(*line.split(), "--data", tmp_path / "data")
                assert (second.exit_code, second.stdout) == (75, "")
                assert time.monotonic() - began < 3
                said = (
                    rf"in use by sijill crawl \(process {first.process.pid} on \S+, since \d{{4}}-\d\d-\d\dT[\d:.]+Z\)"
                )
                assert re.search(said, second.stderr)
            status = call("status", "--data", tmp_path / "data")
            assert re.search(rf"^at work now +sijill crawl \(process {first.process.pid} ", status.stdout, re.MULTILINE)
            assert call("search", "Raqqa", "--data", tmp_path / "data").exit_code == 0
            first.process.kill()
            first.process.wait()
        ((run,),) = [call("status", "--json", "--data", tmp_path / "data").json()["runs"]]
        assert (run["state"], run["finished_at"]) == ("interrupted", None)


# --- data for programs


JSON_LINES = [
    "status",
    "doctor",
    "doctor --quick",
    "verify",
    "snapshot list",
    "snapshot verify",
    "schedule --list",
    "search قوات",
    "search zzzz",
    "show 1",
    "replay --dry-run",
]


@pytest.mark.parametrize("line", JSON_LINES)
def test_json_stands_alone_on_standard_output(sample: SampleArchive, line: str):
    ended = call(*line.split(), "--json", "--data", sample.folder)
    assert ended.exit_code == 0, ended.stderr
    ended.json()
    assert ended.stdout.startswith(("[", "{"))


def test_the_reports_of_a_crawl_and_of_the_keeping_commands_have_these_keys(tmp_path: Path):
    with sample_archive(tmp_path) as sample:
        ended = run_command("crawl", "--json", "--data", tmp_path)
        (report,) = ended.json()
        assert "finding articles" in ended.stderr
        kinds = "appended revised unchanged duplicate not-an-article blocked refused-by-robots failed gone quarantined"
        assert set(report) == {"source", "run", "found", "not_due", "ended_early", "notes", "articles", *kinds.split()}
        assert report["found"] == len(report["articles"]) == sum(report[kind] for kind in kinds.split())
        assert set(report["articles"][0]) == {"url", "outcome", "reason"}
        taken = call("snapshot", "take", "--json", "--data", tmp_path).json()
        assert [taken] == call("snapshot", "list", "--json", "--data", tmp_path).json()
        assert call("snapshot", "verify", taken["name"], "--json", "--data", tmp_path).json() == {taken["name"]: []}
        restored = tmp_path / "restored"
        assert call("snapshot", "restore", taken["name"], "--to", restored, "--json", "--data", tmp_path).exit_code == 0
        assert call("verify", "--data", restored).exit_code == 0
        assert call("snapshot", "restore", taken["name"], "--to", restored, "--data", tmp_path).exit_code == 2
        hashes = sample.content_hashes()
    replayed = call("replay", "--json", "--data", restored).json()
    assert (replayed["revisions"], replayed["equal"], replayed["written"]) == (len(hashes), True, True)


TEXT = (str, type(None))
RECORD = {
    "url": str,
    "canonical_url": TEXT,
    "languages": list,
    "published_on": TEXT,
    "published_on_basis": str,
    "dates": list,
    "editions": dict,
    "pictures": list,
    "tags": list,
    "units": list,
    "lexicon": TEXT,
    "discrepancies": list,
    "residue": list,
    "witnesses": list,
    "charset": TEXT,
    "charset_decided_by": TEXT,
    "notes": list,
    "content_hash": str,
}
EDITION = {
    "headline": TEXT,
    "standfirst": TEXT,
    "dateline": TEXT,
    "byline": TEXT,
    "paragraphs": list,
    "captions": list,
}
DISCREPANCY = {
    "kind": str,
    "severity": str,
    "en": TEXT,
    "ar": TEXT,
    "unit": int,
    "en_spans": list,
    "ar_spans": list,
}


def assert_is_record(record: dict[str, Any]) -> None:
    """Key for key and type for type what the design says; positions count from 0 within the role."""
    assert_has(record, RECORD)
    assert record["published_on"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", record["published_on"])
    assert re.fullmatch("[0-9a-f]{64}", record["content_hash"])
    assert set(record["editions"]) <= {"en", "ar"}
    for edition in record["editions"].values():
        assert_has(edition, EDITION)
        assert all(isinstance(text, str) for name in ("paragraphs", "captions") for text in edition[name])
    assert list(record["editions"]) == record["languages"]
    assert all(isinstance(text, str) for name in ("tags", "residue", "notes") for text in record[name])
    for picture in record["pictures"]:
        assert_has(picture, {"url": str, "caption": TEXT, "credit": TEXT})
    for witness in record["witnesses"]:
        assert_has(witness, {"field": str, "source": str, "text": str, "note": TEXT})
    for unit in record["units"]:
        assert_has(unit, {"en": list, "ar": list, "score": float})
        for language in ("en", "ar"):
            for ref in unit[language]:
                assert_has(ref, {"role": str, "position": int})
                assert text_of(record["editions"][language], ref["role"], ref["position"])
    for discrepancy in record["discrepancies"]:
        assert_has(discrepancy, DISCREPANCY)
        assert 0 <= discrepancy["unit"] < len(record["units"])
        for language in ("en", "ar"):
            for span in discrepancy[f"{language}_spans"]:
                assert_has(span, {"role": str, "position": int, "start": int, "end": int})
                text = text_of(record["editions"][language], span["role"], span["position"])
                assert text[span["start"] : span["end"]] in discrepancy[language]


def assert_has(value: dict[str, Any], keys: dict[str, Any]) -> None:
    assert list(value) == list(keys)
    assert [name for name, kind in keys.items() if not isinstance(value[name], kind)] == []


def text_of(edition: dict[str, Any], role: str, position: int) -> str:
    lists = {"paragraph": "paragraphs", "caption": "captions"}
    text = edition[lists[role]][position] if role in lists else edition[role]
    assert isinstance(text, str)
    return text


def test_show_and_read_give_the_record_of_the_design_to_the_letter(sample: SampleArchive, tmp_path: Path):
    with open_archive(sample.folder / ARCHIVE, read_only=True) as archive:
        count = archive.counts()["articles"]
    records = [call("show", number, "--json", "--data", sample.folder).json() for number in range(1, count + 1)]
    for record in records:
        assert_is_record(record)
    assert any(record["units"] for record in records)
    assert any(record["discrepancies"] for record in records)
    article = article_with(Change.ARABIC_EDITED)
    page = tmp_path / "page.html"
    page.write_bytes(answer(article.path, "third", sample.site.url.rstrip("/")).body)
    url = sample.url(article.path)
    read = call("read", page, "--url", url, "--json")
    assert (read.exit_code, read.stderr) == (0, "")
    assert_is_record(read.json())
    assert read.json() == read_page(page.read_bytes(), url)
    shown = call("show", url, "--json", "--data", sample.folder).json()
    # What lists, headers and the archive say of the date, a page alone does not have.
    outside = ("feed", "sitemap", "first seen", "last-modified header")
    shown["dates"] = [one for one in shown["dates"] if not one["source"].startswith(outside)]
    assert read.json() == shown


def test_an_address_is_read_as_a_crawl_would_fetch_it(sample: SampleArchive):
    url = sample.url(article_with(Change.ARABIC_EDITED).path)
    read = call("read", url, "--json")
    assert read.exit_code == 0, read.stderr
    assert read.json()["content_hash"] == call("show", url, "--json", "--data", sample.folder).json()["content_hash"]
    refused = next(one for one in articles_in("third") if one.refused_by_robots)
    assert "robots.txt does not allow" in call("read", sample.url(refused.path)).stderr


def test_an_article_is_shown_by_number_revision_and_address_in_any_spelling(sample: SampleArchive):
    article = article_with(Change.EDITED_AND_BACK)
    url = sample.url(article.path)
    stored = sample.read(article.path)
    for number, revision in enumerate(stored.revisions, 1):
        for name in (f"{stored.id}@{number}", f"{url}@{number}"):
            shown = call("show", name, "--json", "--data", sample.folder).json()
            assert (shown["url"], shown["content_hash"]) == (url, revision.content_hash)
    text = call("show", stored.id, "--data", sample.folder).stdout
    assert f"article {stored.id} of sample, revision 3 of 3" in text
    assert [line.split()[0] for line in text.splitlines()[1:4]] == [f"{stored.id}@{number}" for number in (1, 2, 3)]
    arabic = next(one for one in articles_in("first") if not one.path.isascii())
    escaped = sample.url(arabic.path)
    readable = sample.site.url.rstrip("/") + unquote(arabic.path)
    assert escaped.isascii()
    assert not readable.isascii()
    for name in (escaped, readable, f"{readable}@1", readable.replace("http", "HTTP", 1)):
        assert call("show", name, "--json", "--data", sample.folder).json()["url"] == escaped
    assert readable in call("show", escaped, "--data", sample.folder).stdout.splitlines()


def test_arabic_is_found_in_any_of_its_spellings_and_english_in_any_case(sample: SampleArchive):
    def found(*words: str) -> list[int]:
        hits = call("search", *words, "--json", "--data", sample.folder).json()
        assert [list(hit) for hit in hits] == [
            ["article", "revision", "url", "headline_en", "headline_ar", "published_on", "language", "text"]
        ] * len(hits)
        return sorted(hit["article"] for hit in hits)

    spellings = ["أهوار", "اهوار", "أهْوَار", "أهـــوار", "\u200fأهوار"]
    assert len({tuple(found(word)) for word in spellings}) == 1
    assert found(spellings[0])
    assert found("CENSUS") == found("census") != []
    assert found("census", "--language", "en") == found("census")
    assert found("census", "--language", "ar") == []
    assert found("census", "zzzz") == []
    assert found('"census enumerators"') != []
    assert found('"enumerators census"') == []
    text = call("search", "census", "--data", sample.folder).stdout.splitlines()
    assert re.match(r"\d+@\d+  (\d{4}-\d\d-\d\d|no date   )  .*census.* / .*التعداد", text[0])


def test_the_data_folder_is_given_before_or_after_the_command_or_by_the_environment(
    sample: SampleArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = str(sample.folder)

    def shown(*arguments: str) -> str:
        return str(call(*arguments).json()["data"])

    assert shown("--data", folder, "status", "--json") == folder
    assert shown("status", "--json", "--data", folder) == folder
    assert shown("--data", str(tmp_path), "status", "--json", "--data", folder) == folder
    monkeypatch.setenv("SIJILL_DATA", folder)
    assert shown("status", "--json") == folder
    assert shown("--data", str(tmp_path), "status", "--json") == str(tmp_path)
    monkeypatch.delenv("SIJILL_DATA")
    assert shown("status", "--json") == "data"


# --- adding a source


def test_a_source_is_added_with_what_was_found_and_not_with_dry_run(tmp_path: Path):
    with sample_archive(tmp_path / "other") as sample:
        dry = call("add", sample.site.url, "--dry-run", "--data", tmp_path / "data")
        assert dry.exit_code == 0, dry.stderr
        assert not (tmp_path / "data").exists()
        (site,) = parse_configuration(dry.stdout).sources
        assert (site.url, site.feeds, site.private_addresses) == (sample.site.url, (f"{sample.site.url}feed/",), True)
        assert len(site.templates) == 1
        added = call("add", sample.site.url, "--name", "sample", "--json", "--data", tmp_path / "data").json()
        assert (added["name"], added["written"]) == ("sample", True)
        assert parse_configuration(added["toml"]).sources == (replace(site, name="sample"),)
        written = (tmp_path / "data" / FILE_NAME).read_text(encoding="utf-8")
        assert parse_configuration(written).sources == (replace(site, name="sample"),)
        again = call("add", sample.site.url, "--name", "sample", "--data", tmp_path / "data")
        assert again.exit_code == 2
        assert (tmp_path / "data" / FILE_NAME).read_text(encoding="utf-8") == written


def php_page(number: int) -> str:
    """An article as a home-made site has it: one script, the id in the query."""
    text = f"The old bridge number {number} was reopened on Monday after two years of repairs, the council said. "
    return f"<html lang='en'><title>Bridge {number} opens</title><h1>Bridge {number} opens</h1><p>{text * 3}</p></html>"


def test_a_site_of_one_script_with_ids_is_added_and_crawled(tmp_path: Path):
    with scripted_site() as site:
        for number in (1, 2, 3):
            site.pages[f"/news.php?id={number}"] = Answer(php_page(number))
        site.others["/"] = Answer("<html lang='en'><title>Bridges</title><p>Welcome.</p></html>")
        added = call("add", site.url, "--name", "bridges", "--json", "--data", tmp_path).json()
        assert added["sitemaps"] == [f"{site.url}/sitemap.xml"]
        (report,) = call("crawl", "--json", "--data", tmp_path).json()
    assert (report["found"], report["appended"]) == (3, 3)


def test_a_site_without_any_article_address_is_added_with_a_warning_and_its_crawl_is_not_well(tmp_path: Path):
    with scripted_site() as site:
        site.others["/"] = Answer("<html lang='en'><title>Nothing</title><p>Welcome.</p></html>")
        added = call("add", site.url, "--name", "nothing", "--data", tmp_path)
        assert added.exit_code == 0
        last = added.stderr.splitlines()[-1]
        assert last.startswith(f"warning: added to {tmp_path / FILE_NAME}, but no article address was found")
        assert "next: sijill crawl" not in added.stderr
        assert call("add", site.url, "--name", "two", "--json", "--data", tmp_path).json()["articles_seen"] == 0
        crawled = call("crawl", "nothing", "--data", tmp_path)
        assert crawled.exit_code == 1
        assert "no article was found: check feeds, sitemaps and listings of [[source]] nothing in sijill.toml" in (
            crawled.stdout
        )
        assert call("crawl", "nothing", "--quiet", "--data", tmp_path).stdout != ""


def test_a_crawl_with_nothing_due_is_well(tmp_path: Path):
    with scripted_site() as site:
        site.pages["/news.php?id=1"] = Answer(php_page(1))
        append_source(tmp_path, replace(sample_source(f"{site.url}/"), feeds=(), sitemaps=(f"{site.url}/sitemap.xml",)))
        assert call("crawl", "--data", tmp_path).exit_code == 0
        again = call("crawl", "--data", tmp_path)
        assert (again.exit_code, "no article was found" in again.stdout) == (0, False)


def test_a_site_that_is_down_is_told_as_that(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    ended = call("add", f"http://127.0.0.1:{port}/", "--data", tmp_path / "data")
    assert ended.exit_code == 2
    assert "Connection refused" in ended.stderr
    assert "try again" in ended.stderr
    assert "robots.txt" not in ended.stderr


@pytest.mark.parametrize(
    ("robots", "said"),
    [
        (Answer("User-agent: *\nDisallow: /"), "robots.txt does not allow this address"),
        (Answer("busy", status=503), "robots.txt could not be had (503): nothing is fetched for now"),
    ],
)
def test_a_site_that_robots_txt_keeps_from_being_added_says_what_robots_txt_was(
    tmp_path: Path, robots: Answer, said: str
):
    with scripted_site() as site:
        site.others |= {"/robots.txt": robots, "/": Answer("<html><p>Welcome.</p></html>")}
        ended = call("add", site.url, "--data", tmp_path / "data")
    assert ended.exit_code == 2
    assert said in ended.stderr


@pytest.mark.parametrize("line", ["serve", "demo"])
def test_a_port_that_is_taken_is_told_before_anything_else(sample: SampleArchive, tmp_path: Path, line: str):
    folder = sample.folder if line == "serve" else tmp_path / "demo"
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        ended = call(line, "--port", port, "--data", folder)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr == f"sijill: port {port} is in use: give another with --port\n"


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "no-such-host.invalid"])
def test_a_host_that_is_not_of_this_machine_is_told(sample: SampleArchive, host: str):
    ended = call("serve", "--host", host, "--data", sample.folder)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"sijill: {host} ")
    assert ended.stderr.endswith(" with --host\n")


def report_of(kind: OutcomeKind, reason: str, number: int) -> SourceReport:
    outcomes = tuple(Outcome(f"https://a.example/{n}/", kind, reason.format(n=n)) for n in range(number))
    return SourceReport("a", 1, outcomes, (), 0, ended_early=False)


@pytest.mark.parametrize(
    ("kind", "examples"),
    [
        *[(kind, 10) for kind in (OutcomeKind.REVISED, OutcomeKind.GONE, *TROUBLES)],
        *[(kind, 3) for kind in (OutcomeKind.DUPLICATE, OutcomeKind.NOT_AN_ARTICLE, OutcomeKind.REFUSED_BY_ROBOTS)],
        *[(kind, 0) for kind in (OutcomeKind.APPENDED, OutcomeKind.UNCHANGED)],
    ],
)
def test_the_summary_names_more_of_what_needs_a_look(kind: OutcomeKind, examples: int):
    lines = summary_lines([report_of(kind, "because", 12)])
    assert len([line for line in lines if line.endswith(": because")]) == examples
    assert any(f"and {12 - examples} more" in line for line in lines) == (examples > 0)
    assert not any("more" in line for line in summary_lines([report_of(kind, "because", examples)]))


def test_a_line_of_the_summary_names_the_address_once():
    reason = "empty: https://a.example/{n}/: 200 with an empty body"
    lines = summary_lines([report_of(OutcomeKind.FAILED, reason, 1)])
    assert "           https://a.example/0/: empty: 200 with an empty body" in lines


def test_after_a_long_retry_after_the_report_says_how_many_known_articles_wait(tmp_path: Path):
    with scripted_site() as site:
        for number in (1, 2, 3):
            site.pages[f"/news.php?id={number}"] = Answer(php_page(number))
        append_source(tmp_path, replace(sample_source(f"{site.url}/"), feeds=(), sitemaps=(f"{site.url}/sitemap.xml",)))
        assert call("crawl", "--data", tmp_path).exit_code == 0
        site.others["/sitemap.xml"] = Answer("later", status=429, headers={"Retry-After": "86400"})
        ended = call("crawl", "--all", "--data", tmp_path)
        again = call("crawl", "--all", "--data", tmp_path)
    assert (ended.exit_code, again.exit_code) == (1, 1)
    early = "note: ended early: the host answered 429 and is left alone until "
    assert re.search(early + r".*; 3 articles were not visited$", ended.stdout, re.MULTILINE)
    assert early in again.stdout
    assert "note: 3 known articles wait for a later crawl" in again.stdout


def test_the_demo_does_not_touch_a_folder_that_no_demo_made(own_copy: Path, sample: SampleArchive):
    refused = call("--data", own_copy, "demo", "--no-serve")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert str(own_copy) in refused.stderr
    with open_archive(own_copy / ARCHIVE, read_only=True) as archive:
        assert archive.content_hashes() == sample.content_hashes()


def test_the_history_says_which_side_of_the_sample_was_corrected_and_what_came_back(sample: SampleArchive):
    corrected = sample.url(article_with(Change.ARABIC_EDITED).path)
    first, second = call("history", corrected, "--json", "--data", sample.folder).json()["steps"]
    assert (first["sides"], second["moved"], list(second["sides"])) == ({}, ["ar"], ["ar"])
    assert second["conflicts"] < second["conflicts_before"] == first["conflicts"]
    settled = [one for one in second["settled"] if one["severity"] == "conflict"]
    (change,) = second["sides"]["ar"]["segments"]
    assert [fact["kind"] for fact in change["facts"]] == ["number"]
    before = call("compare", f"{corrected}@1", "--severity", "conflict", "--json", "--data", sample.folder).json()
    assert before["discrepancies"][0].items() >= settled[0].items()
    assert [one["ar"] for one in settled] == [change["facts"][0]["before"]]

    back = sample.url(article_with(Change.EDITED_AND_BACK).path)
    steps = call("history", back, "--json", "--data", sample.folder).json()["steps"]
    assert [(step["moved"], step["same_as"]) for step in steps] == [(["en", "ar"], None)] * 2 + [(["en", "ar"], 1)]


def test_the_newest_conflicts_of_the_sample_are_those_of_its_articles(sample: SampleArchive):
    newest = call("compare", "--since", "1d", "--json", "--data", sample.folder).json()
    count = sample.counts()["articles"]
    records = [call("show", number, "--json", "--data", sample.folder).json() for number in range(1, count + 1)]
    found = [(record["url"], one) for record in records for one in record["discrepancies"]]
    conflicts = {(url, one["kind"], one["en"], one["ar"]) for url, one in found if one["severity"] == "conflict"}
    assert {(one["url"], one["kind"], one["en"], one["ar"]) for one in newest} == conflicts != set()


# --- what a person reads


def test_the_status_tells_what_is_held_what_was_done_and_what_comes(sample: SampleArchive):
    lines = call("status", "--data", sample.folder).stdout.splitlines()
    heads = {line[:14].strip(): line[14:].strip() for line in lines[:7]}
    assert list(heads) == ["data folder", "archive", "lexicon", "evidence", "snapshots", "next snapshot", "at work now"]
    counts = sample.counts()
    assert heads["archive"].startswith(f"{counts['articles']} articles, {counts['revisions']} revisions, ")
    assert heads["lexicon"] == "none yet: sijill learn"
    assert re.fullmatch(r"\d+ captures, \d+ different bodies \([\d.]+ kB\)", heads["evidence"])
    assert re.fullmatch(r"1, the last \d{8}T\d{6}Z \([\d.]+ kB\)", heads["snapshots"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d 02:30 UTC, where sijill schedule runs", heads["next snapshot"])
    assert heads["at work now"] == "nobody"
    head, row = lines[8:10]
    assert head.split("  ")[0] == "source"
    assert re.fullmatch(
        rf"sample  \d{{4}}-\d\d-\d\d \d\d:\d\d UTC +\d+ +0 +1 +0  \d{{4}}-\d\d-\d\d (06|18):00 UTC  {sample.site.url}",
        row,
    )
    assert [line.split("UTC  ")[1].split("  ")[0] for line in lines if line.startswith("  20")] == [
        "snapshot",
        *["crawl sample"] * 3,
    ]
    assert max(map(len, lines)) < 200


def test_the_status_of_nothing_says_what_to_do(tmp_path: Path):
    said = call("status", "--data", tmp_path / "nowhere").stdout
    assert "(does not exist yet)" in said
    assert "sijill add URL" in said
    assert not (tmp_path / "nowhere").exists()


HOSTILE = "Port\u202e closed\u2066 \x1b[2J\x9b31m\x07 \u2029 now"
ESCAPED = "Port\\u202e closed\\u2066 \\x1b[2J\\x9b31m\\x07 \\u2029 now"


def hostile_folder(folder: Path) -> Path:
    """A data folder whose archive holds such text wherever a site's words stand."""
    article = bilingual()
    editions = tuple(
        replace(one, segments=tuple(replace(segment, text=f"{HOSTILE} {segment.text}") for segment in one.segments))
        for one in article.editions
    )
    found = Discrepancy("number", "conflict", HOSTILE, HOSTILE, 1)
    hostile = replace(article, editions=editions, discrepancies=(found,), content_hash=content_hash(editions))
    folder.mkdir(parents=True)
    with open_archive(folder / ARCHIVE) as archive:
        archive.apply(entry(2), hostile)
    with open_evidence(folder / CAPTURES) as evidence:
        runs = Runs(evidence.db)
        run = runs.start_run("crawl", "news", entry(2).captured_at, "sijill", None)
        runs.finish_run(run, entry(2).captured_at, "failed", {}, HOSTILE)
    return folder


@pytest.mark.parametrize("line", ["show 1", "search Port", "status", "show 1 --json", "search Port --json"])
def test_no_text_of_a_site_can_move_the_cursor_or_turn_a_line_around(tmp_path: Path, line: str):
    ended = call(*line.split(), "--data", hostile_folder(tmp_path / "data"))
    assert ended.exit_code == 0, ended.stderr
    assert [mark for mark in ended.stdout if mark in "\u202e\u2066\u2029\x1b\x9b\x07"] == []
    if "--json" in line:  # escaped as JSON escapes: a program gets the text as it is
        assert any(text.startswith(HOSTILE) for text in every_text(ended.json()))
    else:
        assert ESCAPED in ended.stdout


def every_text(value: Any) -> Iterator[str]:
    """All texts in a JSON value."""
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from every_text(one)


@pytest.mark.parametrize("line", ["status", "verify", "replay --dry-run", "snapshot verify", "show 1", "doctor"])
def test_off_a_terminal_nothing_is_coloured_and_no_cursor_moved(sample: SampleArchive, line: str):
    ended = call(*line.split(), "--data", sample.folder)
    assert ended.exit_code == 0
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", ended.stdout + ended.stderr) == []


def test_on_a_terminal_a_crawl_shows_its_progress_and_leaves_the_cursor_as_it_was(tmp_path: Path):
    with sample_archive(tmp_path):
        controller, terminal = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        child = subprocess.Popen(
            command_line("crawl", "--data", tmp_path),
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=terminal,
        )
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # Linux's end of a terminal
            while piece := os.read(controller, 65536):
                shown += piece
        os.close(controller)
        stdout, _ = child.communicate(timeout=60)
    assert child.returncode == 0
    assert b"appended" in shown
    assert shown.rfind(b"\x1b[?25h") > shown.rfind(b"\x1b[?25l") > -1
    assert b"\x1b" not in stdout


# --- interruptions and broken things


def test_a_reader_that_has_gone_is_no_traceback(sample: SampleArchive):
    for line in ("search census", "show 1 --json", "status"):
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            command_line(*line.split(), "--data", sample.folder),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
        os.close(writing)
        assert (ended.returncode, ended.stderr) == (1, b"")


@pytest.mark.parametrize("line", ["read {page}", "add {home}"])
def test_ctrl_c_is_no_traceback(tmp_path: Path, line: str):
    slow = articles_in("first")[4]
    with slow_site(slow.path if "page" in line else "/", slow_s=20) as site:
        written = line.format(page=site.url.rstrip("/") + slow.path, home=site.url)
        with started_command("--data", tmp_path / "data", *written.split(), folder=tmp_path) as started:
            assert site.asked.wait(30), started.said()
            started.process.send_signal(signal.SIGINT)
            ended = started.wait(20)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr.split() == ["Aborted!"]
    assert not (tmp_path / "data").exists()


def test_arabic_is_printed_whatever_the_locale(sample: SampleArchive):
    ended = run_command("search", "القائم", "--data", sample.folder, environment={"PYTHONIOENCODING": "ascii"})
    assert ended.exit_code == 0, ended.stderr
    assert "القائم" in ended.stdout


@pytest.mark.parametrize("damage", ["absent", "no database", "cut", "a trigger dropped"])
def test_a_replay_mends_a_damaged_reading_copy(own_copy: Path, sample: SampleArchive, damage: str):
    path = own_copy / ARCHIVE
    for beside in own_copy.glob(f"{ARCHIVE}-*"):
        beside.unlink()
    if damage == "absent":
        path.unlink()
    elif damage == "no database":
        path.write_bytes(b"no database at all" * 1000)
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        with open_archive(path) as archive:
            archive.db.execute("DROP TRIGGER " + archive.db.triggers[0].name)
    replayed = call("replay", "--json", "--data", own_copy)
    assert replayed.exit_code == 0, replayed.stderr
    # Without its trigger it can be read, and is compared.
    assert replayed.json()["equal"] is (True if damage == "a trigger dropped" else None)
    with open_archive(path, read_only=True) as archive:
        assert archive.content_hashes() == sample.content_hashes()
    assert call("verify", "--data", own_copy).exit_code == 0
    assert [one.name for one in own_copy.iterdir() if one.name.startswith(".partial")] == []


def test_a_replay_that_differs_says_so_and_a_dry_run_leaves_the_archive_as_it_was(
    own_copy: Path, sample: SampleArchive
):
    with open_archive(own_copy / ARCHIVE) as archive:
        archive.apply(entry(10_000), bilingual())
    before = (own_copy / ARCHIVE).read_bytes()
    dry = call("replay", "--dry-run", "--data", own_copy)
    assert dry.exit_code == 1
    assert "1 revisions of the archive are not in the replay" in dry.stdout
    assert (own_copy / ARCHIVE).read_bytes() == before
    assert call("replay", "--data", own_copy).exit_code == 0
    assert call("replay", "--dry-run", "--data", own_copy).exit_code == 0


def test_a_snapshot_that_fails_is_a_failed_run(own_copy: Path):
    (own_copy / CAPTURES).write_bytes(b"")
    ended = call("snapshot", "take", "--data", own_copy)
    assert ended.exit_code != 0
    assert "Traceback" not in ended.stderr


def test_damage_is_found_by_verify_and_doctor_and_told_in_lines(own_copy: Path):
    content = bytearray((own_copy / CAPTURES).read_bytes())
    middle = len(content) // 2
    content[middle : middle + 4096] = bytes(4096)
    (own_copy / CAPTURES).write_bytes(content)
    verified = call("verify", "--data", own_copy)
    assert verified.exit_code == 1
    assert verified.stdout.splitlines()[-1].startswith("PROBLEMS FOUND")
    for line in ("verify --json", "doctor", "status", "crawl"):
        assert "Traceback" not in call(*line.split(), "--data", own_copy).stderr


def test_the_archive_is_served_until_asked_to_stop(sample: SampleArchive, tmp_path: Path):
    with started_command("serve", "--port", "0", "--json", "--data", sample.folder, folder=tmp_path) as serving:
        address = wait_for_addresses(serving)["articles"]
        articles = fetch(f"{address}.json?_shape=array&_size=max", serving)
        assert len(json.loads(articles)) == sample.counts()["articles"]
        page = fetch(f"{address}/1", serving).decode()
        assert 'dir="rtl"' in page
        serving.process.terminate()
        ended = serving.wait(10)
    assert ended.exit_code in (0, -signal.SIGTERM)
    assert "Traceback" not in ended.stderr


def wait_for_addresses(serving: Any) -> dict[str, str]:
    for _ in range(300):
        text = os.pread(serving.stdout.fileno(), 4096, 0).decode()
        with contextlib.suppress(ValueError):
            return dict(json.loads(text))
        time.sleep(0.1)
    raise AssertionError(serving.said())


def fetch(url: str, serving: Any) -> bytes:
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=10) as response:
                assert response.status == 200
                return bytes(response.read())
        except ConnectionError:
            time.sleep(0.1)
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionError):
                raise
            time.sleep(0.1)
    raise AssertionError(serving.said())


@pytest.mark.parametrize(
    ("escaped", "shown"),
    [
        ("https://a.example/%D8%AE%D8%A8%D8%B1", "https://a.example/خبر"),
        ("https://a.example/a%20b%2Fc%0A?q=%25", "https://a.example/a%20b%2Fc%0A?q=%25"),
        ("https://a.example/%E2%80%AE%C2%9B%D8", "https://a.example/%E2%80%AE%C2%9B%D8"),
        ("https://a.example/%F0%9F%97%9E%E2%82%AC%ED%A0%80", "https://a.example/🗞€%ED%A0%80"),
    ],
)
def test_an_address_is_shown_readably_and_its_dangerous_escapes_stay(escaped: str, shown: str):
    assert readable_address(escaped) == shown


def test_sizes_are_said_as_people_say_them():
    assert [size_text(size) for size in (0, 999, 1000, 1_500_000, 2_000_000_000)] == [
        "0 bytes",
        "999 bytes",
        "1.0 kB",
        "1.5 MB",
        "2.0 GB",
    ]
