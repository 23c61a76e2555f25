"""From evidence to archive: the one way an article entry of the ledger becomes what readers see.

`crawl` derives an entry as soon as it is recorded, the next start derives those that a killed run left behind, and
`replay` derives all of them; each calls `Derivation.apply`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from archive.comparison import compare_archives
from archive.entries import ACCEPTED, READ_ANEW, read_claims
from archive.evidence import Evidence, LedgerEntry
from archive.store import Archive, ArticleEntry, Gone, open_archive
from archive.times import read_utc
from crawler.derive import derive, read_capture
from crawler.models import Article, Capture, NotAnArticle, Outcome, OutcomeKind
from crawler.sites import Site
from jobs.checking import check_article
from jobs.config import parse_configuration
from jobs.lacks import Measured
from jobs.lexicons import LexiconInForce, read_lexicon_in_force, stored_lexicon
from jobs.measuring import measure
from jobs.retrieval import GONE_STATUSES
from jobs.terms import update_terms

_Read = TypeVar("_Read")


@dataclass(slots=True)
class Derivation:
    """Derives article entries of one ledger into one archive, in order."""

    evidence: Evidence
    archive: Archive
    sites: Mapping[str, Site] | None = None
    """Sources by name to derive with, in the place of those of the time; None: what was in force then."""
    _sites: dict[tuple[str, str], Site] = field(default_factory=dict)
    _lexicon: LexiconInForce | None = None

    def lexicon(self) -> LexiconInForce | None:
        """What all of the archive is aligned with: the newest lexicon of the ledger, also where an older one was
        in force when an entry was recorded. The archive lists it. None where none was learned yet."""
        newest = self.evidence.last_lexicon()
        if newest and (self._lexicon is None or self._lexicon.stored.sequence != newest.sequence):
            known = self.archive.lexicons()
            new = self.evidence.lexicons_after(known[-1].sequence if known else 0)
            self.archive.add_lexicons([stored_lexicon(entry) for entry in new])
            self._lexicon = read_lexicon_in_force(self.evidence)
        return self._lexicon

    def apply_pending(self, stop: Callable[[], bool] = lambda: False) -> Iterator[Outcome]:
        """Derive every entry that the archive does not hold yet; nothing where it holds all."""
        self.lexicon()
        for entry in self.evidence.articles_after(self.archive.derived_through()):
            yield self.apply(entry)
            if stop():
                return

    def apply(self, entry: LedgerEntry) -> Outcome:
        """Derive one article entry and store what comes of it, in one transaction."""
        content = entry.content
        attempts, captures = content["attempts"], content["captures"]
        site = self.site_of(entry)
        is_gone = self.says_gone(entry)
        article_entry = ArticleEntry(
            sequence=entry.sequence,
            key=content["article"],
            source=site.name,
            source_url=site.url,
            source_title=site.title,
            captured_at=self._captured_at(attempts),
            addresses=self._addresses(attempts, captures, is_gone),
            read_anew=content["purpose"] == READ_ANEW,
        )
        if is_gone:
            last = self.evidence.entry(attempts[-1])
            return self.archive.apply(article_entry, Gone(f"the site answered {last.content['status']}"))
        read = _caught(lambda: self._read(captures, site, read_claims(content)))
        if isinstance(read, NotAnArticle):
            return self.archive.apply(article_entry, read)
        check = check_article(self.archive, article_entry, content["run"], read, site)
        if content["purpose"] == ACCEPTED:
            check = check.accepted()
        return self.archive.apply(article_entry, read.article, check.readings, check.kept_back)

    def _read(self, captures: list[int], site: Site, claims: Sequence[tuple[str, str]]) -> Measured | NotAnArticle:
        pages = [self.evidence.capture(sequence) for sequence in captures]
        in_force = self.lexicon()
        article = derive(pages, site, claims, in_force.lexicon if in_force else None)
        return article if isinstance(article, NotAnArticle) else measure(article, pages, site)

    def read(self, entry: LedgerEntry, site: Site) -> Article | NotAnArticle:
        """What the captures of an entry read as with that source; nothing is stored."""
        read = _caught(lambda: self._read(entry.content["captures"], site, read_claims(entry.content)))
        return read if isinstance(read, NotAnArticle) else read.article

    def says_gone(self, entry: LedgerEntry) -> bool:
        """True for an entry that says that pages are gone: their last texts, where it names any, stand as they are."""
        attempts, captures = entry.content["attempts"], entry.content["captures"]
        return not captures or all(_says_gone(self.evidence.entry(one).content) for one in attempts)

    def _addresses(self, attempts: list[int], captures: list[int], is_gone: bool) -> tuple[str, ...]:
        """Of the pages found gone, or else read again: as they were asked for, and where they led when last read."""
        answers = {content["url"]: content for content in (self.evidence.entry(one).content for one in attempts)}
        pages = [self.evidence.entry(sequence).content for sequence in captures]
        settled = [
            page
            for page in pages
            if (answer := answers.get(page["url"])) is not None and (is_gone or _is_read_again(page, answer))
        ]
        return tuple(dict.fromkeys(address for page in settled for address in (page["url"], page["final_url"])))

    def _captured_at(self, attempts: list[int]) -> datetime:
        return max(read_utc(self.evidence.entry(sequence).content["started_at"]) for sequence in attempts)

    def site_of(self, entry: LedgerEntry) -> Site:
        """The source that an article entry is derived with."""
        configuration, name = entry.content["configuration"], entry.content["source"]
        if self.sites is not None and name in self.sites:
            return self.sites[name]
        if (configuration, name) not in self._sites:
            text = self.evidence.configuration(configuration)
            self._sites[configuration, name] = parse_configuration(text).source(name)
        return self._sites[configuration, name]


def find_problem(capture: Capture, site: Site) -> NotAnArticle | None:
    """Why a captured page holds no article; None where it holds one."""
    page = _caught(lambda: read_capture(capture, site))
    return page if isinstance(page, NotAnArticle) else page.problem


def _caught(read: Callable[[], _Read]) -> _Read | NotAnArticle:
    try:
        return read()
    except Exception as error:  # noqa: BLE001 the one place that catches per article: a page may break anything
        return NotAnArticle(OutcomeKind.QUARANTINED, f"reading it failed: {type(error).__name__}: {error}")


def _says_gone(answer: Mapping[str, Any]) -> bool:
    return answer["failure"] is None and answer["status"] in GONE_STATUSES


def _is_read_again(page: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """True where the answer has the body of the page's good entry, or says that it would have."""
    return answer["failure"] is None and (answer["status"] == 304 or answer["payload"] == page["payload"])


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
    evidence: Evidence,
    path: Path,
    standing: Path,
    on_entry: Callable[[Outcome], None] = lambda outcome: None,
    sites: Mapping[str, Site] | None = None,
) -> ReplayReport:
    """Derive the whole ledger into a new archive at `path`, and compare it with the one `standing`, if any.

    `sites` are sources to derive with in the place of those in force when each entry was recorded.
    """
    entries = 0
    with open_archive(path) as rebuilt:
        derivation = Derivation(evidence, rebuilt, sites)
        for outcome in derivation.apply_pending():
            entries += 1
            on_entry(outcome)
        for _ in update_terms(rebuilt.db, derivation.lexicon()):
            pass
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
