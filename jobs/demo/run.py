"""The demonstration: the whole path on the bundled sample site, over real HTTP on loopback."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.snapshot import verify_snapshot
from archive.verify import verify_folder
from crawler.errors import ConfigurationError
from jobs.additions import propose_source
from jobs.cli.summary import summary_lines
from jobs.config import append_source
from jobs.demo.site import serve_sample_site
from jobs.pipeline import SourceReport, crawl_sources
from jobs.replaying import replay_folder
from jobs.snapshots import nightly_snapshot

# Names a folder as one that a demonstration made and may empty.
_MARKER = ".sijill-demo"
_STATES = {
    "first": "as it is today",
    "second": "after it has changed: edits, a repost, a page taken down, two new articles",
    "third": "after one of the edits was taken back",
}


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demonstration came to."""

    folder: Path
    crawls: tuple[SourceReport, ...]
    """One for each state of the site, in order."""
    snapshot: str
    problems: tuple[str, ...]
    """What a check found; empty where all is well."""

    @property
    def is_well(self) -> bool:
        """True where every crawl came to its end and every check passed."""
        return not self.problems and all(report.is_well for report in self.crawls)

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "data": str(self.folder),
            "crawls": [report.as_json() for report in self.crawls],
            "snapshot": self.snapshot,
            "problems": list(self.problems),
        }


def run_demo(folder: Path, tell: Callable[[str], None]) -> DemoReport:
    """Run the demonstration in a folder of its own, telling each step; the folder is kept."""
    _prepare(folder)
    with serve_sample_site() as site:
        tell(f"A bilingual news site runs at {site.url}")
        proposal = propose_source(site.url, "sample")
        append_source(folder, proposal.site)
        found = ((len(proposal.site.feeds), "feed"), (len(proposal.site.sitemaps), "sitemap"))
        tell(f"sijill add {site.url}: " + ", ".join(f"{count} {what}{'s' * (count != 1)}" for count, what in found))
        reports = []
        for state, meaning in _STATES.items():
            site.state = state
            tell(f"\nsijill crawl, the site {meaning}")
            (report,) = crawl_sources(folder)
            reports.append(report)
            for line in summary_lines([report]):
                tell(f"  {line}")
    tell("\nHow the articles of the three crawls ended")
    for line in _table(reports):
        tell(f"  {line}")
    snapshot, problems = _check(folder, tell)
    tell(f"\nThe data is kept in {folder.resolve()}")
    return DemoReport(folder, tuple(reports), snapshot, problems)


def _table(reports: Sequence[SourceReport]) -> list[str]:
    """One line for each outcome that occurred, and for those every crawl may have; one column for each crawl."""
    counts = [report.counts for report in reports]
    kinds = [kind for kind in counts[0] if any(count[kind] for count in counts) or kind == "failed"]
    rows = [[kind, *(str(count[kind]) for count in counts)] for kind in kinds]
    header = ["", *(list(_STATES)[: len(reports)])]
    return [f"{row[0]:<18}" + "".join(f"{cell:>8}" for cell in row[1:]) for row in (header, *rows)]


def _check(folder: Path, tell: Callable[[str], None]) -> tuple[str, tuple[str, ...]]:
    taken = nightly_snapshot(folder)
    problems = [*verify_snapshot(taken.path), *map(str, verify_folder(folder).problems)]
    tell(f"\nsijill snapshot take: {taken.name}, {taken.size_bytes / 1e6:.1f} MB, restored and verified")
    replayed = replay_folder(folder, dry_run=True)
    compared = "every row equal" if replayed.is_equal else f"other {', '.join(replayed.altered) or 'revisions'}"
    if not replayed.is_equal:
        problems.append(f"the replay differs in {', '.join(replayed.altered) or 'its revisions'}")
    tell(f"sijill replay: {replayed.revisions} revisions rebuilt from the evidence without network, {compared}")
    tell("sijill verify: " + ("; ".join(problems) if problems else "every payload, ledger entry and revision holds"))
    return taken.name, tuple(problems)


def _prepare(folder: Path) -> None:
    """An empty folder; one with anything in it that no demonstration made is refused."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / _MARKER).is_file():
            raise ConfigurationError(f"{folder} is not empty and not a demonstration's: give another --data folder")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).write_text("made by `sijill demo`, emptied by the next one\n", encoding="utf-8")
