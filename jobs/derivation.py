"""From evidence to archive: the one way an article entry of the ledger becomes what readers see.

`crawl` derives an entry as soon as it is recorded, the next start derives those that a killed run left behind, and
`replay` derives all of them; each calls `Derivation.apply`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from archive.comparison import compare_archives
from archive.evidence import Evidence, LedgerEntry
from archive.store import Archive, ArticleEntry, Gone, open_archive
from crawler.derive import derive
from crawler.models import Article, NotAnArticle, Outcome, OutcomeKind
from crawler.sites import Site
from jobs.config import parse_configuration


@dataclass(slots=True)
class Derivation:
    """Derives article entries of one ledger into one archive, in order."""

    evidence: Evidence
    archive: Archive
    _sites: dict[tuple[str, str], Site] = field(default_factory=dict)

    def apply_pending(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Outcome]:
        """Derive every entry that the archive does not hold yet; nothing where it holds all."""
        for entry in self.evidence.articles_after(self.archive.derived_through()):
            yield self.apply(entry)
            if stop():
                return

    def apply(self, entry: LedgerEntry) -> Outcome:
        """Derive one article entry and store what comes of it, in one transaction."""
        content = entry.content
        site = self._site(content["configuration"], content["source"])
        article_entry = ArticleEntry(
            sequence=entry.sequence,
            key=content["article"],
            source=site.name,
            source_url=site.url,
            source_title=site.title,
            captured_at=self._captured_at(content["attempts"]),
        )
        return self.archive.apply(article_entry, self._derive(content["captures"], content["attempts"], site))

    def _derive(self, captures: list[int], attempts: list[int], site: Site) -> Article | NotAnArticle | Gone:
        if not captures:
            last = self.evidence.capture(attempts[-1])
            return Gone(f"the site answered {last.status}")
        try:
            return derive([self.evidence.capture(sequence) for sequence in captures], site)
        except Exception as error:  # noqa: BLE001 the one place that catches per article: a page may break anything
            return NotAnArticle(OutcomeKind.QUARANTINED, f"reading it failed: {type(error).__name__}: {error}")

    def _captured_at(self, attempts: list[int]) -> datetime:
        return max(self.evidence.capture(sequence).started_at for sequence in attempts)

    def _site(self, configuration: str, name: str) -> Site:
        if (configuration, name) not in self._sites:
            text = self.evidence.configuration(configuration)
            self._sites[configuration, name] = parse_configuration(text).source(name)
        return self._sites[configuration, name]


@dataclass(frozen=True, slots=True)
class ReplayReport:
    """What a replay rebuilt, and where it differs from the archive that stood there."""

    entries: int
    revisions: int
    missing: tuple[str, ...]
    """Content hashes that the archive holds and the replay does not, or not so often."""
    added: tuple[str, ...]
    """Content hashes that the replay holds and the archive does not, or not so often."""
    altered: tuple[str, ...] = ()
    """Names of the archive's tables whose rows differ."""
    compared: bool = True
    """False where no archive stood there, or none that can be read."""

    @property
    def is_equal(self) -> bool:
        """True where both hold the same rows; also where there was nothing to compare with."""
        return not (self.missing or self.added or self.altered)


def replay_into(
    evidence: Evidence, path: Path, standing: Path, on_entry: Callable[[Outcome], None] = lambda outcome: None
) -> ReplayReport:
    """Derive the whole ledger into a new archive at `path`, and compare it with the one `standing`, if any."""
    entries = 0
    with open_archive(path) as rebuilt:
        for outcome in Derivation(evidence, rebuilt).apply_pending():
            entries += 1
            on_entry(outcome)
        revisions = len(rebuilt.content_hashes())
    comparison = compare_archives(standing, path)
    return ReplayReport(
        entries=entries,
        revisions=revisions,
        missing=comparison.missing if comparison else (),
        added=comparison.added if comparison else (),
        altered=comparison.altered if comparison else (),
        compared=comparison is not None,
    )
