"""The configuration: `sijill.toml` in the data folder, one `[[source]]` for each site."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError

from archive.durable import write_durably
from crawler.errors import ConfigurationError
from crawler.sites import Site
from jobs.source_table import check_name, check_time, parse_source, render_source
from jobs.toml_values import refuse_unknown

__all__ = [
    "Configuration",
    "append_source",
    "configuration_text",
    "parse_configuration",
    "read_configuration",
    "refuse_known_site",
    "refuse_taken_name",
    "render_source",
]

FILE_NAME = "sijill.toml"
# After the European and Levantine day is over, before the morning's crawl.
DEFAULT_SNAPSHOT_AT = "02:30"
_HEADER = "# sijill: one [[source]] for each site; times are UTC. `sijill add URL` writes a source.\n"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What sijill.toml says."""

    sources: tuple[Site, ...] = ()
    snapshot_at: str = DEFAULT_SNAPSHOT_AT
    """Time of day in UTC, HH:MM, of the nightly snapshot."""

    def source(self, name: str) -> Site:
        """The source of that name; ConfigurationError where there is none."""
        for site in self.sources:
            if site.name == name:
                return site
        known = ", ".join(site.name for site in self.sources) or "none yet: sijill add URL"
        raise ConfigurationError(f"there is no source called {name!r}; the sources are: {known}")

    def selected(self, names: Sequence[str]) -> tuple[Site, ...]:
        """The sources of those names, each once, all of them for no name; ConfigurationError for an unknown one."""
        return tuple(self.source(name) for name in dict.fromkeys(names)) if names else self.sources


def read_configuration(folder: Path) -> tuple[Configuration, str]:
    """The configuration of a data folder, and its text; an absent file is an empty configuration."""
    text = configuration_text(folder)
    try:
        return parse_configuration(text), text
    except ConfigurationError as error:
        raise ConfigurationError(f"{folder / FILE_NAME}: {error}") from None


def configuration_text(folder: Path) -> str:
    """The text of a data folder's sijill.toml, whatever it says; "" where there is none."""
    path = folder / FILE_NAME
    try:
        # Bytes: line ends stay as they are, so that what a person wrote is written back unchanged.
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: not UTF-8 at byte {error.start}: save it as UTF-8") from None


def parse_configuration(text: str) -> Configuration:
    """The configuration that a TOML text holds; ConfigurationError says what is wrong and where.

    Replay reads with it what was recorded long ago: a later version must take every text that this one takes.
    """
    try:
        document = tomlkit.parse(text).unwrap()
    except TOMLKitError as error:
        raise ConfigurationError(f"not TOML: {error}") from None
    refuse_unknown(document, {"source", "snapshot"}, "the file")
    at = _parse_snapshot(document.get("snapshot", {}))
    tables = document.get("source", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError("a source is written with double brackets, [[source]], one for each site")
    sources = tuple(parse_source(table, number) for number, table in enumerate(tables, 1))
    names = [site.name for site in sources]
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled:
        raise ConfigurationError(f"two sources are called {doubled!r}: give each a name of its own")
    return Configuration(sources, at)


def _parse_snapshot(table: object) -> str:
    if not isinstance(table, dict):
        raise ConfigurationError('the snapshot is a table: [snapshot] and below it at = "02:30"')
    refuse_unknown(table, {"at"}, "[snapshot]")
    at = table.get("at", DEFAULT_SNAPSHOT_AT)
    check_time(at, "[snapshot] at")
    return str(at)


def refuse_taken_name(folder: Path, name: str | None) -> None:
    """Raise ConfigurationError for a broken file, and for a name that is unfit or another source's; None is not yet."""
    configuration, _ = read_configuration(folder)
    if name is not None:
        check_name(name, "--name")
    if any(name == known.name for known in configuration.sources):
        raise ConfigurationError(
            f"there is a source called {name!r} already: change it in {folder / FILE_NAME}, or add with --name"
        )


def refuse_known_site(folder: Path, site: Site) -> None:
    """Raise ConfigurationError where another source has the same home page: its articles would be kept twice."""
    for known in read_configuration(folder)[0].sources:
        if known.url.rstrip("/") == site.url.rstrip("/"):
            raise ConfigurationError(
                f"the source {known.name!r} is {known.url} already: change it in {folder / FILE_NAME}, "
                "or add the site once more under another name with --name"
            )


def append_source(folder: Path, site: Site) -> None:
    """Write one more `[[source]]` at the end of sijill.toml, what stands there kept as it is."""
    refuse_taken_name(folder, site.name)
    text = configuration_text(folder)
    written = (text or _HEADER).rstrip() + "\n\n" + render_source(site)
    parse_configuration(written)
    folder.mkdir(parents=True, exist_ok=True)
    write_durably(folder / FILE_NAME, written.encode("utf-8"))
