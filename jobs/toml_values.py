"""Values of a TOML table: read so that a mistake is named with its place, written so that a person can edit them."""

from collections.abc import Mapping
from typing import Any

import tomlkit

from crawler.errors import ConfigurationError


def refuse_unknown(table: Mapping[str, Any], known: set[str], where: str) -> None:
    """Raise ConfigurationError for the first key that means nothing: a misspelt one would silently do nothing."""
    unknown = sorted(set(table) - known)
    if unknown:
        raise ConfigurationError(f"{where}: {unknown[0]!r} is not known here; known are {', '.join(sorted(known))}")


def read_text(table: Mapping[str, Any], key: str, where: str) -> str:
    """The text under a key; "" where it is not stated."""
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ConfigurationError(f"{where}: {key} is a text in quotes, not {value!r}")
    return value


def read_texts(value: object, where: str) -> tuple[str, ...]:
    """The texts of a list; ConfigurationError for anything else."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ConfigurationError(f'{where}: a list of texts is wanted, ["...", "..."], not {value!r}')
    return tuple(value)


def toml_value(value: object) -> object:
    """The value as tomlkit writes it: a list of more than two texts on a line for each."""
    if not isinstance(value, tuple):
        return value
    array = tomlkit.array()
    array.extend(value)
    return array.multiline(len(value) > 2)
