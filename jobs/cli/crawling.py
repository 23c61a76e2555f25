"""The commands that gather: add a source, crawl, stay and crawl on schedule, and say how things stand."""

import sys
from pathlib import Path
from typing import Any

import click

from archive.times import utc_now, utc_text
from crawler.errors import ConfigurationError
from jobs.additions import Proposal, propose_source
from jobs.cli.options import data_option, example, json_option, print_json, print_lines, remark, remark_lines, waiting
from jobs.cli.progress import CrawlProgress
from jobs.cli.summary import summary_lines
from jobs.config import (
    FILE_NAME,
    append_source,
    read_configuration,
    refuse_known_site,
    refuse_taken_name,
    render_source,
)
from jobs.pipeline import Rim, crawl_sources
from jobs.stopping import StopRequest
from jobs.template_report import lesson_json, lesson_lines, sample_lines
from jobs.timetable import upcoming_jobs

ARTICLES_FAILED = 1


@click.command(epilog=example("sijill add https://news.example/"))
@click.argument("url")
@click.option("--name", help="What to call the source; made from its host where it is not given.")
@click.option("--dry-run", is_flag=True, help="Only print the source; write nothing.")
@data_option
@json_option
def add(url: str, name: str | None, dry_run: bool, folder: Path, as_json: bool) -> None:
    """Probe a site, learn how its pages are laid out, and write its [[source]] into sijill.toml."""
    refuse_taken_name(folder, name)
    with waiting(f"looking at {url}") as tell:
        proposal = propose_source(url, name, tell=tell)
    if name is None:
        refuse_known_site(folder, proposal.site)
    rendered = render_source(proposal.site)
    if not dry_run:
        append_source(folder, proposal.site)
    if as_json:
        print_json(_proposal_json(proposal, rendered, is_written=not dry_run))
        return
    print_lines(rendered.strip().splitlines())
    for note in proposal.notes:
        remark(f"note: {note}")
    if proposal.lesson:
        remark_lines([*lesson_lines(proposal.lesson), *sample_lines(proposal.samples)])
    if dry_run:
        remark("dry run: nothing was written")
    elif proposal.articles_seen:
        remark(f"added to {folder / FILE_NAME}; next: sijill crawl {proposal.site.name}")
    else:
        remark(
            f"warning: added to {folder / FILE_NAME}, but no article address was found: name a feed, a sitemap or a "
            f"page with links to articles in feeds, sitemaps or listings of [[source]] {proposal.site.name} there, "
            "before sijill crawl"
        )


def _proposal_json(proposal: Proposal, rendered: str, *, is_written: bool) -> dict[str, Any]:
    return {
        "name": proposal.site.name,
        "url": proposal.site.url,
        "feeds": list(proposal.site.feeds),
        "sitemaps": list(proposal.site.sitemaps),
        "listings": list(proposal.site.listings),
        "languages": list(proposal.languages),
        "articles_seen": proposal.articles_seen,
        "notes": list(proposal.notes),
        "template": lesson_json(proposal.lesson) if proposal.lesson else None,
        "samples": list(proposal.samples),
        "written": is_written,
        "toml": rendered,
    }


@click.command(epilog=example("sijill crawl  or, from cron,  0 6,18 * * * sijill crawl --data /srv/sijill --quiet"))
@click.argument("sources", nargs=-1)
@click.option("--all", "recheck_all", is_flag=True, help="Visit known articles that are not due yet as well.")
@click.option("--quiet", is_flag=True, help="Print only what needs a look: nothing where all went well.")
@data_option
@json_option
def crawl(sources: tuple[str, ...], recheck_all: bool, quiet: bool, folder: Path, as_json: bool) -> None:
    """Crawl the named sources, or all of them, once, and say how each article ended."""
    configuration, _ = read_configuration(folder)
    if not configuration.selected(sources):
        raise ConfigurationError(f"there is no source in {folder / FILE_NAME}: sijill add URL writes one")
    with StopRequest() as stop, CrawlProgress(silent=quiet) as progress:
        rim = Rim(
            sleep=stop.sleep,
            stop=stop.is_set,
            on_source=progress.show_source,
            on_total=progress.show_total,
            on_outcome=progress.show_outcome,
            on_step=progress.show_step,
        )
        reports = crawl_sources(folder, sources, recheck_all=recheck_all, rim=rim)
    is_well = all(report.is_well for report in reports)
    if as_json:
        print_json([report.as_json() for report in reports])
    elif not (quiet and is_well):
        print_lines(summary_lines(reports))
    if not is_well:
        sys.exit(ARTICLES_FAILED)


@click.command(epilog=example("sijill schedule --data /srv/sijill"))
@click.option("--list", "only_list", is_flag=True, help="Print when what would run next, and leave.")
@data_option
@json_option
def schedule(only_list: bool, folder: Path, as_json: bool) -> None:
    """Stay in the foreground: crawl each source at its times, learn and take a snapshot every night, in UTC."""
    if only_list:
        upcoming = upcoming_jobs(folder, utc_now())
        if as_json:
            print_json([{"job": job.name, "next_run": utc_text(due)} for due, job in upcoming])
        else:
            print_lines(f"{due:%Y-%m-%d %H:%M} UTC  {job.name}" for due, job in upcoming)
        return
    from jobs.schedule import run_schedule

    run_schedule(folder)
