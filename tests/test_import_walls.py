import ast
import re
from fnmatch import fnmatch
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("crawler", "archive", "jobs")
PARTS_OF_THE_CRAWLER = sorted(path.parent.name for path in (ROOT / "crawler").glob("*/__init__.py"))


def imported_modules(path: Path) -> set[str]:
    """Every module that a file imports, at its top or within a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


IMPORTS = {
    path.relative_to(ROOT).as_posix(): imported_modules(path)
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
}


def importers_of(library: str) -> list[str]:
    return sorted(file for file, names in IMPORTS.items() if any(name.split(".")[0] == library for name in names))


def test_the_crawler_knows_no_storage():
    assert importers_within("crawler", ("archive", "jobs", "sqlite3", "sqlite_utils")) == []


# What a revision changed is told alike by the command and by the reading room; it reads two texts, no page.
NO_MODEL_BUT_KNOWN_TO_THE_ARCHIVE = "crawler.comparison.changed_facts"


def test_the_archive_knows_no_network_and_of_the_crawler_only_its_models_and_the_facts_that_changed():
    assert importers_within("archive", ("jobs", "urllib3", "requests", "socket", "http")) == []
    foreign = {
        name
        for file, names in IMPORTS.items()
        if file.startswith("archive/")
        for name in names
        if name.startswith("crawler") and not name.startswith(("crawler.models", NO_MODEL_BUT_KNOWN_TO_THE_ARCHIVE))
    }
    assert foreign == set()


def importers_within(package: str, forbidden: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (file, name)
        for file, names in sorted(IMPORTS.items())
        if file.startswith(f"{package}/")
        for name in sorted(names)
        if name.split(".")[0] in forbidden
    ]


@pytest.mark.parametrize("library", ["requests", "apscheduler", "datasette"])
def test_a_library_that_reaches_outside_is_imported_in_exactly_one_module(library):
    assert len(importers_of(library)) == 1


def test_the_walls_are_tested_on_real_files():
    assert {"crawler/derive.py", "archive/store.py", "jobs/pipeline.py"} <= set(IMPORTS)


def part_of(file: str) -> str:
    """The package within the crawler that a file is in, or the step that it is."""
    return Path(file).parts[1].removesuffix(".py")


def test_no_part_of_the_crawler_imports_what_imports_it():
    imported: dict[str, set[str]] = {}
    for file, names in IMPORTS.items():
        if file.startswith("crawler/"):
            parts = {name.split(".")[1] for name in names if name.startswith("crawler.")}
            imported.setdefault(part_of(file), set()).update(parts - {part_of(file)})
    assert {"calendar", "derive", "page"} <= set(imported)
    TopologicalSorter(imported).prepare()  # raises CycleError


@pytest.mark.parametrize(
    "package", [*PACKAGES, *(f"crawler.{part}" for part in PARTS_OF_THE_CRAWLER if part != "models")]
)
def test_the_table_of_modules_names_every_module_and_no_other(package: str):
    folder = ROOT.joinpath(*package.split("."))
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{re.escape(package)}` \| (.*) \|$", table, re.MULTILINE)
    patterns = re.findall(r"`([a-z_*]+)`", row)
    names = {path.stem for path in folder.iterdir() if not path.name.startswith("__") and path.suffix != ".md"}
    modules = {path.stem for path in folder.glob("*.py") if not path.name.startswith("__")}
    assert {one for one in modules if not any(fnmatch(one, pattern) for pattern in patterns)} == set()
    assert {pattern for pattern in patterns if not any(fnmatch(one, pattern) for one in names)} == set()
