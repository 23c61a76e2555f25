"""A site's templates as tables of sijill.toml, one `[[source.template]]` for each layout the site has had."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from crawler.errors import ConfigurationError
from crawler.page.selectors import is_selector
from crawler.sites import RoleSelectors, Template
from jobs.toml_values import read_text, read_texts, refuse_unknown, toml_value

_ROLES = tuple(one.name for one in fields(RoleSelectors))
_LANGUAGE = re.compile("[a-z]{2,3}")
# `learned_on` is what `since` was called while a site had one template.
_KEYS = {"since", "learned_on", "article", *_ROLES, "drop", "furniture"}


def template_tables(templates: Sequence[Template]) -> AoT:
    """The templates as an array of tables."""
    tables = tomlkit.aot()
    for template in templates:
        tables.append(template_table(template))
    return tables


def template_table(template: Template) -> Table:
    """One template, its day first, the selectors of single languages last; parsing it gives an equal template."""
    table = tomlkit.table()
    if template.since is not None:
        table["since"] = template.since
    if template.article:
        table["article"] = template.article
    _write_roles(table, template.roles)
    for name in ("drop", "furniture"):
        if values := getattr(template, name):
            table[name] = toml_value(values)
    for language, roles in template.sides:
        side = tomlkit.table()
        _write_roles(side, roles)
        table[language] = side
    return table


def render_template(template: Template) -> str:
    """A template as it stands in sijill.toml below its [[source]]."""
    document, sources, source = tomlkit.document(), tomlkit.aot(), tomlkit.table(is_super_table=True)
    source["template"] = template_tables([template])
    sources.append(source)
    document["source"] = sources
    return tomlkit.dumps(document).removeprefix("[[source]]").lstrip()


def _write_roles(table: Table, roles: RoleSelectors) -> None:
    for name in _ROLES:
        if selector := getattr(roles, name):
            table[name] = selector


def parse_templates(value: object, where: str) -> tuple[Template, ...]:
    """The templates, the oldest first; a single `[source.template]` is taken as well."""
    tables = value if isinstance(value, list) else [value]
    if not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{where}: a template is a table, [[source.template]] below its [[source]]")
    templates = [
        _parse_template(table, _place(table, where, len(tables), number)) for number, table in enumerate(tables, 1)
    ]
    days = [template.since for template in templates]
    doubled = next((day for day in days if days.count(day) > 1), ...)
    if doubled is not ...:
        said = "have no since" if doubled is None else f"begin on {doubled}"
        raise ConfigurationError(f"{where}: two templates {said}: give each its own first day, since = YYYY-MM-DD")
    return tuple(sorted(templates, key=lambda one: (one.since is not None, one.since or date.min)))


def _place(table: Mapping[str, Any], where: str, count: int, number: int) -> str:
    if count == 1:
        return where
    return f"{where} since {table['since']}" if "since" in table else f"{where} number {number}"


def _parse_template(table: Mapping[str, Any], where: str) -> Template:
    sides = {key: value for key, value in table.items() if isinstance(value, dict) and _LANGUAGE.fullmatch(key)}
    refuse_unknown({key: value for key, value in table.items() if key not in sides}, _KEYS, where)
    for language, side in sides.items():
        refuse_unknown(side, set(_ROLES), f"{where} {language}")
    return Template(
        since=_read_since(table, where),
        article=_read_selector(table, "article", where),
        roles=_read_roles(table, where),
        sides=tuple((language, _read_roles(sides[language], f"{where} {language}")) for language in sorted(sides)),
        drop=_read_selectors(table.get("drop", []), f"{where} drop"),
        furniture=read_texts(table.get("furniture", []), f"{where} furniture"),
    )


def _read_since(table: Mapping[str, Any], where: str) -> date | None:
    value = table.get("since", table.get("learned_on"))
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            # An older text may say anything there.
            value = None if "since" not in table else value
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise ConfigurationError(f"{where}: since is a day without quotes, since = 2026-11-25, not {value!r}")


def _read_roles(table: Mapping[str, Any], where: str) -> RoleSelectors:
    return RoleSelectors(**{name: _read_selector(table, name, where) for name in _ROLES})


def _read_selector(table: Mapping[str, Any], key: str, where: str) -> str:
    selector = read_text(table, key, where)
    if selector:
        _check_selector(selector, f"{where}: {key}")
    return selector


def _read_selectors(value: object, where: str) -> tuple[str, ...]:
    selectors = read_texts(value, where)
    for selector in selectors:
        _check_selector(selector, where)
    return selectors


def _check_selector(selector: str, where: str) -> None:
    if not is_selector(selector):
        raise ConfigurationError(
            f'{where}: {selector!r} is no CSS selector; one is "div.story > p", a list "h1, h2.title"'
        )
