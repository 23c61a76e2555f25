"""One source as a table of sijill.toml: written so that a person can edit it, read so that a mistake is named."""

import math
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tomlkit

from crawler.errors import ConfigurationError
from crawler.sites import Site
from crawler.urls import host_of, normalise_url
from jobs.template_table import parse_templates, template_tables
from jobs.toml_values import read_text, read_texts, refuse_unknown, toml_value

_TIME_OF_DAY = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
# A place; "localtime" would be the machine's own zone, and "EST" is one of several.
_ZONE = re.compile(r"[A-Z][A-Za-z]+(?:/[A-Za-z0-9_+-]+)+|UTC", re.ASCII)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_ADDRESSES = ("feeds", "sitemaps", "listings")
_KEYS = {one.name for one in fields(Site)} - {"templates"} | {"template"}
_LISTS = (*_ADDRESSES, "hosts", "at")
# An hour between two requests is as good as never.
_DELAY_MOST_S = 3600


def render_source(site: Site) -> str:
    """A source as TOML; parsing it gives an equal source."""
    table = tomlkit.table()
    for name in ("name", "url", "title", *_LISTS, "delay_s", "private_addresses", "zone"):
        value = getattr(site, name)
        if value or name in ("delay_s", "at"):
            table[name] = toml_value(value)
    if site.templates:
        table["template"] = template_tables(site.templates)
    document = tomlkit.document()
    sources = tomlkit.aot()
    sources.append(table)
    document["source"] = sources
    return tomlkit.dumps(document)


def parse_source(table: Mapping[str, Any], number: int) -> Site:
    """The site that the table states; `number` says which one of the file it is where it has no name."""
    where = f"[[source]] {table['name']!r}" if isinstance(table.get("name"), str) else f"[[source]] number {number}"
    refuse_unknown(table, _KEYS, where)
    name, url = (_required_text(table, key, where) for key in ("name", "url"))
    check_name(name, where)
    _check_address(url, f"{where} url")
    lists = {key: read_texts(table[key], f"{where} {key}") for key in _LISTS if key in table}
    for key in _ADDRESSES:
        for address in lists.get(key, ()):
            _check_address(address, f"{where} {key}")
    for host in lists.get("hosts", ()):
        _check_host(host, f"{where} hosts")
    for time in lists.get("at", ()):
        check_time(time, f"{where} at")
    return Site(
        name=name,
        url=url,
        title=read_text(table, "title", where),
        delay_s=_delay_s(table, where),
        private_addresses=_yes_or_no(table, "private_addresses", where),
        zone=_zone(table, where),
        templates=parse_templates(table["template"], f"{where} template") if "template" in table else (),
        **lists,
    )


def check_time(value: object, where: str) -> None:
    """Raise ConfigurationError for anything but HH:MM."""
    if not isinstance(value, str) or not _TIME_OF_DAY.fullmatch(value):
        raise ConfigurationError(f'{where}: a time of day in UTC is written "HH:MM", not {value!r}')


def check_name(name: str, where: str) -> None:
    """Raise ConfigurationError for a name that could not stand on a command line as it is."""
    if not _NAME.fullmatch(name):
        raise ConfigurationError(f"{where}: a name has small letters, digits and '-' only, not {name!r}")


def _check_address(url: str, where: str) -> None:
    if normalise_url(url) is None:
        raise ConfigurationError(f"{where}: an address begins with http:// or https:// and names a host, not {url!r}")


def _check_host(host: str, where: str) -> None:
    if "/" in host or not host_of(f"http://{host}/"):
        raise ConfigurationError(f'{where}: a host is written "media.example" or "media.example:8080", not {host!r}')


def _required_text(table: Mapping[str, Any], key: str, where: str) -> str:
    if key not in table:
        raise ConfigurationError(f"{where}: {key} is missing")
    return read_text(table, key, where)


def _delay_s(table: Mapping[str, Any], where: str) -> float:
    value = table.get("delay_s", Site("", "").delay_s)
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not is_number or not 0 <= value <= _DELAY_MOST_S:
        raise ConfigurationError(f"{where}: delay_s is a number of seconds from 0 to {_DELAY_MOST_S}, not {value!r}")
    return float(value)


def _zone(table: Mapping[str, Any], where: str) -> str:
    zone = read_text(table, "zone", where)
    if zone and not _is_zone(zone):
        raise ConfigurationError(
            f'{where}: zone is a name of the IANA time zone database, such as "Asia/Damascus", not {zone!r}'
        )
    return zone


def _is_zone(name: str) -> bool:
    try:
        return _ZONE.fullmatch(name) is not None and ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, OSError):  # OSError for a folder of zones: America/Argentina
        return False


def _yes_or_no(table: Mapping[str, Any], key: str, where: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise ConfigurationError(f"{where}: {key} is true or false without quotes, not {value!r}")
    return value
