"""What has vanished from the pages of a source: what is kept back for it, what was archived without it, what to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from archive.readings import KeptBack, Reading, ReadingsAsked
from archive.store import Archive
from archive.times import minute_text, utc_text
from crawler.sites import Site
from jobs.baseline import Lapse, find_lapse
from jobs.checking import read_baselines, template_key
from jobs.lacks import selector_of, selector_signal
from jobs.printable import readable_address

_SHOWN = 3


def kept_back_json(archive: Archive) -> list[dict[str, Any]]:
    """One value for each field of each side that articles are kept back for, as plain JSON values."""
    groups: dict[tuple[str, ...], list[KeptBack]] = {}
    for one in archive.kept_back():
        groups.setdefault((one.source, one.side, one.field, one.template), []).append(one)
    return [_group_json(archive, group) for group in groups.values()]


def _group_json(archive: Archive, group: Sequence[KeptBack]) -> dict[str, Any]:
    first = min(group, key=lambda one: one.since)
    return {
        "source": first.source,
        "side": first.side,
        "field": first.field,
        "selector": group[-1].selector or None,
        "template": first.template or None,
        "since": utc_text(first.since),
        "reason": group[-1].reason,
        "articles": [one.article for one in group],
        "archived_without": list(archive.archived_lacking(first)),
        "propose": f"sijill template propose {first.source}",
    }


def broken_selectors_json(archive: Archive, sites: Sequence[Site]) -> list[dict[str, Any]]:
    """Selectors of the newest templates that matched something and match nothing any more, whatever that does."""
    return [one for site in sites if site.templates for one in _broken_selectors(archive, site)]


def _broken_selectors(archive: Archive, site: Site) -> Iterator[dict[str, Any]]:
    template = site.templates[-1]
    for side in ("en", "ar"):
        lapses: dict[str, Lapse] = {}
        for last in _last_pages(archive, ReadingsAsked(site.name, side, template_key(template))):
            baselines = read_baselines(archive, last)
            found = {role: find_lapse(baselines, last, [selector_signal(role)]) for role in last.fields}
            lapses = {**{role: lapse for role, lapse in found.items() if lapse is not None}, **lapses}
        for role, lapse in lapses.items():
            yield {
                "source": site.name,
                "side": side,
                "field": role,
                "selector": selector_of(template, side, role) or None,
                "since": utc_text(lapse.since),
            }


def _last_pages(archive: Archive, asked: ReadingsAsked) -> Iterator[Reading]:
    """The page read last, and the last one that was new: what is read again may keep an old layout."""
    for one in (asked, replace(asked, only_first=True)):
        yield from archive.newest_readings(one, 1)


def lapse_lines(standing: Mapping[str, Any]) -> Iterator[str]:
    """The same as a person reads it."""
    for one in standing["kept_back"]:
        where = f" ({one['selector']})" if one["selector"] else ""
        yield f"{one['source']}: {one['side']} {one['field']}{where} is missing since {minute_text(one['since'])}"
        kept, without = len(one["articles"]), len(one["archived_without"])
        kept_text = "1 article is" if kept == 1 else f"{kept} articles are"
        without_text = f"{without} {'was' if without == 1 else 'were'}"
        yield f"  {kept_text} kept back, {without_text} archived without it before that was certain"
        yield from (f"    {readable_address(address)}" for address in one["archived_without"][:_SHOWN])
        if without > _SHOWN:
            yield f"    ... and {without - _SHOWN} more (--json names all)"
        yield f"  next: {one['propose']}, look at it, add it to sijill.toml, sijill crawl {one['source']}"
    held = {(one["source"], one["side"], one["field"]) for one in standing["kept_back"]}
    told = [one for one in standing["broken_selectors"] if (one["source"], one["side"], one["field"]) not in held]
    for one in told:
        where = f"{one['selector']} matches nothing since {minute_text(one['since'])}"
        yield f"{one['source']}: {one['side']} {one['field']}: {where}; it is found without it"
    proposed = {one["source"] for one in standing["kept_back"]}
    for source in dict.fromkeys(one["source"] for one in told if one["source"] not in proposed):
        learns = "learns what its pages are like now; until then they are archived"
        yield f"  next: sijill template propose {source} {learns}"
