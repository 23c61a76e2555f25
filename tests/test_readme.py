"""The README says what is true: its commands and its dictionary are checked against the code."""

import re
import shlex
from pathlib import Path

import click
import pytest
from command import leaf_commands

from archive.captures_dictionary import CAPTURES_TABLES
from archive.dictionary import TABLES
from jobs.cli import COMMANDS as SHORT_HELP
from jobs.cli import EXIT_CODES, cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def dictionary_lines(tables):
    """The dictionary of tables and columns as the README has it."""
    lines = []
    for name, table in tables.items():
        lines += [f"**{name}**: {table.description}", "", "| column | holds |", "|---|---|"]
        lines += [f"| `{column}` | {held} |" for column, held in table.columns.items()]
        lines.append("")
    return "\n".join(lines)


COMMANDS = leaf_commands()


@pytest.mark.parametrize("tables", [TABLES, CAPTURES_TABLES], ids=["archive.db", "captures.db"])
def test_the_dictionary_of_tables_and_columns_is_the_codes(tables):
    text = dictionary_lines(tables)
    assert text in README, f"paste this into the README:\n\n{text}"


def test_every_command_is_in_the_readmes_table_with_what_its_help_says():
    rows = re.findall(r"^\| `sijill ([^`]*)` \| (.*) \|$", README, re.MULTILINE)
    expected = {words: command.get_short_help_str(200).rstrip(".") for words, command in COMMANDS.items()}
    got = {re.sub(r" [A-Z\[].*", "", usage): said for usage, said in rows}
    assert got == expected, "\n".join(f"| `sijill {words}` | {said} |" for words, said in expected.items())


def shell_lines():
    blocks = re.findall(r"^```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    commands = [block for block in blocks if not block.startswith("$ ")]  # what a command printed is no command
    for line in "\n".join(commands).splitlines():
        words = shlex.split(line.split("sijill ", 1)[1], comments=True) if " sijill " in f" {line}" else []
        if words and words[0] in SHORT_HELP and not line.startswith(" ") and "docker build" not in line:
            yield line


@pytest.mark.parametrize("line", list(shell_lines()))
def test_every_command_line_of_the_readme_parses(line):
    words = shlex.split(re.split(r"\bsijill (?=[a-z])", line)[-1], comments=True)
    name = words.pop(0)
    command = cli.get_command(click.Context(cli), name)
    if isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    command.make_context(name, words, resilient_parsing=False)


@pytest.mark.parametrize(("words", "command"), COMMANDS.items(), ids=COMMANDS)
def test_every_commands_help_shows_an_example_and_json(words, command):
    text = command.get_help(click.Context(command, info_name=words))
    assert "Example: " in text
    assert "--json" in text


def test_the_exit_codes_of_the_help_are_the_readmes():
    codes = re.findall(r"^ {2}(\d+) ", EXIT_CODES, re.MULTILINE)
    (line,) = re.findall(r"^Exit codes: .*$", README, re.MULTILINE)
    assert re.findall(r"(?:^Exit codes: |, )(\d+) ", line) == codes


def test_every_file_that_the_documents_link_to_is_there():
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (document.parent / target).exists(), f"{document.name} links to {target}"
