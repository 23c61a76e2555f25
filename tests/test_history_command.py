"""`sijill history` as a person and a program have it."""

import os
import pty
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from archived import URL, edition, entry, of_editions
from command import ROOT, call, command_line

from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.models import Discrepancy

PLACE = "when the river rose above the mark that the old engineers had cut into the stone of the northern pier"
ENGLISH = edition(
    "en", "Sluices open", f"In all 150 families left the lower town on Sunday {PLACE}.", "Nobody was hurt."
)
ENGLISH_AFTER = edition("en", "Sluices open", f"In all 151 families left the lower town on Sunday {PLACE}.")
ARABIC = edition("ar", "فتح البوابات", "غادرت ١٥٠ عائلة البلدة.", "ولم يُصب أحد.")
ARABIC_AFTER = edition("ar", "فتح البوابات", "غادرت ١٥١ عائلة البلدة.", "ولم يُصب أحد.")
FOUND = Discrepancy("number", "conflict", "150", "١٥١", 1)
CONTROLS = "\u202e\u2066\u2029\x1b\x9b\x07"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article whose Arabic was corrected first; English followed."""
    states = [
        (1, of_editions(ENGLISH, ARABIC)),
        (4, replace(of_editions(ENGLISH, ARABIC_AFTER), discrepancies=(FOUND,))),
        (7, of_editions(ENGLISH_AFTER, ARABIC_AFTER)),
    ]
    with open_archive(tmp_path / ARCHIVE) as archive:
        for hours, state in states:
            archive.apply(entry(hours), state)
    return tmp_path


def test_the_history_tells_step_by_step_who_moved_and_what_changed(folder: Path) -> None:
    assert call("history", URL, "--data", folder).stdout.splitlines() == [
        "article 1 of news, 3 revisions",
        URL,
        "",
        "1@1  2026-01-26 04:04 UTC  first captured, English and Arabic; no conflicts",
        "",
        "1@2  2026-01-26 07:04 UTC  Arabic changed, English followed 3 h later (revision 3); conflicts 0 -> 1",
        "  new: number 150 / ١٥١",
        "  Arabic, paragraph 1 (number ١٥٠, now ١٥١)",
        "غادرت [-١٥٠-] {+١٥١+} عائلة البلدة.",
        "",
        "1@3  2026-01-26 10:04 UTC  English followed revision 2 after 3 h, Arabic as it was; conflicts 1 -> 0",
        "  settled: number 150 / ١٥١",
        "  English, paragraph 1 (number 150, now 151)",
        "In all [-150-] {+151+} families left the lower town on Sunday when the river …",
        "  English, paragraph 2 removed",
        "[-Nobody was hurt.-]",
    ]


@pytest.mark.parametrize(
    ("arguments", "steps"),
    [
        (["1"], [1, 2, 3]),
        (["1@2"], [2]),
        ([f"{URL}@3"], [3]),
        (["1", "--revisions", "2..3"], [2, 3]),
        (["1", "--revisions", "2.."], [2, 3]),
        (["1", "--revisions", "..2"], [1, 2]),
        (["1", "--revisions", "3"], [3]),
    ],
)
def test_a_part_of_the_history_can_be_asked_for(folder: Path, arguments: list[str], steps: list[int]) -> None:
    told = call("history", *arguments, "--json", "--data", folder).json()
    assert [step["revision"] for step in told["steps"]] == steps


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2"], "sijill: the archive has no article '2': sijill search WORDS finds its number\n"),
        (["1@4"], "sijill: article 1 has no revision 4: the last one is 1@3\n"),
        (["1", "--revisions", "2..4"], "sijill: --revisions 2..4: the article has the revisions 1..3\n"),
        (["1", "--revisions", "3..2"], "sijill: --revisions 3..2: the article has the revisions 1..3\n"),
        (["1", "--revisions", "0"], "sijill: --revisions 0: the article has the revisions 1..3\n"),
        (["1", "--revisions", "a"], "sijill: --revisions 'a' is no range: A..B, A.., ..B or A\n"),
        (["1", "--revisions", ""], "sijill: --revisions '' is no range: A..B, A.., ..B or A\n"),
        (["1@2", "--revisions", "1"], "sijill: 1@2 names a revision already: leave out --revisions\n"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(folder: Path, arguments: list[str], said: str) -> None:
    ended = call("history", *arguments, "--data", folder)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (2, "", said)


def test_a_program_gets_every_word(folder: Path) -> None:
    told = call("history", "1@2", "--json", "--data", folder).json()
    (step,) = told.pop("steps")
    assert told == {"article": 1, "source": "news", "url": URL, "revisions": 3}
    assert len(step.pop("content_hash")) == 64
    finding = {"kind": "number", "severity": "conflict", "en": "150", "ar": "١٥١", "unit": 1}
    paragraph = [{"role": "paragraph", "position": 0}]
    assert step == {
        "revision": 2,
        "captured_at": "2026-01-26T07:04:05Z",
        "languages": ["en", "ar"],
        "moved": ["ar"],
        "stale": ["en"],
        "followed_by": [{"language": "en", "revision": 3, "delay_s": 10_800}],
        "follows": [],
        "same_as": None,
        "read_anew": False,
        "conflicts_before": 0,
        "conflicts": 1,
        "settled": [],
        "new": [{**finding, "en_spans": [], "ar_spans": []}],
        "sides": {
            "ar": {
                "fate": "changed",
                "segments": [
                    {
                        "fate": "changed",
                        "before": paragraph,
                        "after": paragraph,
                        "pieces": [
                            {"part": "kept", "text": "غادرت "},
                            {"part": "removed", "text": "١٥٠ "},
                            {"part": "added", "text": "١٥١ "},
                            {"part": "kept", "text": "عائلة البلدة."},
                        ],
                        "facts": [{"kind": "number", "before": "١٥٠", "after": "١٥١"}],
                    }
                ],
            }
        },
    }


def every_key(value: object) -> set[str]:
    """All keys in a JSON value but languages."""
    if isinstance(value, dict):
        return {key for key in value if key not in ("en", "ar")}.union(*map(every_key, value.values()))
    return set().union(*map(every_key, value)) if isinstance(value, list) else set()


def test_the_readme_names_every_key(folder: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    printed = [
        call(*line.split(), "--json", "--data", folder).json()
        for line in ("history 1", "compare 1@2", "compare --since 2020-01-01 --severity conflict")
    ]
    unnamed = {key for key in every_key(printed) if f"`{key}`" not in readme}
    assert unnamed == {"conflict", "missing", "hint"}  # counted by severity


def printed_on_a_terminal(*arguments: object, environment: dict[str, str]) -> str:
    """What a command prints to a terminal."""
    controller, terminal = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    child = subprocess.Popen(
        command_line(*arguments), cwd=ROOT, env={**kept, **environment}, stdin=subprocess.DEVNULL, stdout=terminal
    )
    os.close(terminal)
    shown = b""
    try:
        while piece := os.read(controller, 65536):
            shown += piece
    except OSError:  # Linux's end of a terminal
        pass
    os.close(controller)
    assert child.wait(60) == 0
    return shown.decode()


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        ({"TERM": "xterm"}, "غادرت \x1b[31m\x1b[9m١٥٠\x1b[0m \x1b[32m\x1b[4m١٥١\x1b[0m عائلة البلدة."),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "غادرت [-١٥٠-] {+١٥١+} عائلة البلدة."),
        ({"TERM": "dumb"}, "غادرت [-١٥٠-] {+١٥١+} عائلة البلدة."),
    ],
)
def test_on_a_terminal_changes_are_coloured_struck_out_and_underlined(
    folder: Path, environment: dict[str, str], line: str
) -> None:
    shown = printed_on_a_terminal("history", "1@2", "--data", folder, environment=environment)
    assert shown.splitlines()[-1] == line


@pytest.mark.parametrize("extra", [[], ["--json"]])
def test_no_text_of_a_site_can_move_the_cursor_or_turn_a_line_around(tmp_path: Path, extra: list[str]) -> None:
    hostile = f"Port {CONTROLS} closed \x1b[2J {CONTROLS}"
    finding = Discrepancy(CONTROLS, "conflict", CONTROLS, CONTROLS, 0)
    states = [
        replace(of_editions(edition("en", hostile, text), edition("ar", hostile, text)), discrepancies=found)
        for text, found in ((hostile, ()), (f"{hostile} {CONTROLS} now", (finding,)))
    ]
    with open_archive(tmp_path / ARCHIVE) as archive:
        for number, state in enumerate(states, start=1):
            archive.apply(entry(number), state)
    ended = call("history", "1", *extra, "--data", tmp_path)
    assert ended.exit_code == 0, ended.stderr
    assert [mark for mark in ended.stdout if mark in CONTROLS] == []
    assert "now" in ended.stdout
