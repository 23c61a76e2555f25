"""What has vanished from the pages of a source: what is kept back for it, what was archived without it, what to do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from archive.readings import REPEATS, KeptBack, Reading, ReadingsAsked
from archive.store import Archive
from archive.times import minute_text, utc_text
from crawler.sites import Site
from jobs.baseline import Lapse, find_lapse
from jobs.checking import read_baselines, template_key
from jobs.lacks import selector_of, selector_signal
from jobs.printable import readable_address

_SHOWN = 3
# So many selectors that broke on one page are told as one change of the layout.
_LAYOUT_LEAST = 4


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
        "archived_without": [one.article for one in archive.archived_lacking(first)],
        "propose": f"sijill template propose {first.source}",
    }


def broken_selectors_json(archive: Archive, sites: Sequence[Site]) -> list[dict[str, Any]]:
    """Selectors of the newest templates that matched something and match nothing any more, whatever that does."""
    return [one for site in sites if site.templates for one in _broken_selectors(archive, site)]


def _broken_selectors(archive: Archive, site: Site) -> Iterator[dict[str, Any]]:
    template = site.templates[-1]
    for side in ("en", "ar"):
        asked = ReadingsAsked(site.name, side, template_key(template))
        for role, (lapse, pages) in _lapsed_selectors(archive, asked).items():
            yield {
                "source": site.name,
                "side": side,
                "field": role,
                "selector": selector_of(template, side, role) or None,
                "since": utc_text(lapse.since),
                "found": 2 * sum(one.fields[role].count > 0 for one in pages) >= len(pages),
            }


def _lapsed_selectors(archive: Archive, asked: ReadingsAsked) -> dict[str, tuple[Lapse, list[Reading]]]:
    """Role -> since when its selector matches nothing, and the pages read since.

    By the page read last, and by the last one that was new: what is read again may keep an old layout.
    """
    lapsed: dict[str, tuple[Lapse, list[Reading]]] = {}
    for one in (asked, replace(asked, only_first=True)):
        for last in archive.newest_readings(one, 1):
            baselines = read_baselines(archive, last)
            for role in last.fields:
                lapse = find_lapse(baselines, last, [selector_signal(role)])
                if lapse is not None and role not in lapsed:
                    newest = [page for page in baselines[-1].newest if page.fields and page.captured_at >= lapse.since]
                    lapsed[role] = lapse, newest
    return lapsed


def lapse_lines(standing: Mapping[str, Any]) -> Iterator[str]:
    """The same as a person reads it."""
    for one in standing["kept_back"]:
        yield f"{one['source']}: {_lapse_text(one)}"
        kept, without = len(one["articles"]), len(one["archived_without"])
        kept_text = "1 article is" if kept == 1 else f"{kept} articles are"
        without_text = f"{without} {'was' if without == 1 else 'were'}"
        how = "with" if one["field"].startswith(REPEATS) else "without"
        yield f"  {kept_text} kept back, {without_text} archived {how} it before that was certain"
        yield from (f"    {readable_address(address)}" for address in one["archived_without"][:_SHOWN])
        if without > _SHOWN:
            yield f"    ... and {without - _SHOWN} more (--json names all)"
        yield f"  next: {one['propose']}, look at it, add it to sijill.toml (--write), sijill crawl {one['source']}"
        if without:
            yield f"        and, for what was archived {how} it: sijill template apply {one['source']}"
        yield f"  or, where the pages are right as they are: sijill template accept {one['source']}"
    held = {(one["source"], one["side"], one["field"]) for one in standing["kept_back"]}
    told = [one for one in standing["broken_selectors"] if (one["source"], one["side"], one["field"]) not in held]
    for source in dict.fromkeys(one["source"] for one in told):
        yield from _broken_lines(source, [one for one in told if one["source"] == source])
    proposed = {one["source"] for one in standing["kept_back"]}
    for source in dict.fromkeys(one["source"] for one in told if one["source"] not in proposed):
        learns = "learns what its pages are like now; until then they are archived"
        yield f"  next: sijill template propose {source} {learns}"


def _lapse_text(group: Mapping[str, Any]) -> str:
    if group["field"].startswith(REPEATS):
        return str(group["reason"]).removesuffix(f": {group['propose']}")
    where = f" ({group['selector']})" if group["selector"] else ""
    return f"{group['side']} {group['field']}{where} is missing since {minute_text(group['since'])}"


def _broken_lines(source: str, broken: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Each selector in a line; many that matched nothing from the same page on are one change of layout."""
    for since in dict.fromkeys(minute_text(one["since"]) for one in broken):
        group = [one for one in broken if minute_text(one["since"]) == since]
        if len(group) >= _LAYOUT_LEAST:
            yield f"{source}: {len(group)} selectors match nothing since {since}, its layout is another"
            for is_found, said in ((True, "found without them"), (False, "not found")):
                names = [f"{one['side']} {one['field']}" for one in group if one["found"] is is_found]
                yield from [f"  {said}: {', '.join(names)}"] if names else []
            continue
        for one in group:
            found = "it is found without it" if one["found"] else "nothing else finds it"
            where = f"{one['selector']} matches nothing since {since}"
            yield f"{source}: {one['side']} {one['field']}: {where}; {found}"
