"""What a crawl tells while it runs: a moving line on a terminal, plain lines elsewhere."""

from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from crawler.models import Outcome, OutcomeKind
from crawler.sites import Site
from jobs.cli.options import error_console, remark
from jobs.printable import printable, readable_address

_QUIET = (OutcomeKind.UNCHANGED,)
_PLAIN_EVERY = 50


class CrawlProgress:
    """Shows each source and outcome on standard error; use it as a context manager."""

    def __init__(self, *, silent: bool = False) -> None:
        console = error_console()
        self._silent = silent
        self._ended = 0
        self._progress = (
            Progress(
                SpinnerColumn(),
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=console,
                transient=True,
            )
            if console.is_terminal and not silent
            else None
        )
        self._task = self._progress.add_task("starting", total=None) if self._progress else None

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def show_source(self, site: Site) -> None:
        """A source's crawl begins."""
        self._ended = 0
        if self._progress and self._task is not None:
            self._progress.reset(self._task, description=f"{site.name}: finding articles", total=None)
        elif not self._silent:
            remark(f"{site.name}: finding articles at {site.url}")

    def show_total(self, total: int) -> None:
        """So many articles are to be visited."""
        if self._progress and self._task is not None:
            self._progress.update(self._task, total=total)
        elif not self._silent:
            remark(f"{total} articles to visit")

    def show_outcome(self, outcome: Outcome) -> None:
        """One article's crawl ended."""
        self._ended += 1
        address = readable_address(outcome.url)
        line = printable(f"{outcome.kind.value:<18} {address}  {outcome.reason}")
        if self._progress and self._task is not None:
            self._progress.update(self._task, advance=1, description=printable(address)[-60:])
            if outcome.kind not in _QUIET:
                self._progress.console.print(line, markup=False, soft_wrap=True)
        elif not self._silent:
            if outcome.kind not in _QUIET:
                remark(line)
            elif self._ended % _PLAIN_EVERY == 0:
                remark(f"{self._ended} articles visited")

    def show_step(self, line: str) -> None:
        """Something beside the visits goes on."""
        if self._progress and self._task is not None:
            self._progress.reset(self._task, description=line, total=None)
        elif not self._silent:
            remark(line)
