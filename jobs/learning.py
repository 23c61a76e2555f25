"""Learning: a lexicon from the archive's own articles, recorded in the ledger, and the archive aligned with it."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.alignments import StoredLexicon
from archive.digests import payload_digest
from archive.entries import Context, LearnedLexicon
from archive.errors import ArchiveError, UnusableArchive
from archive.evidence import open_evidence
from archive.lock import hold_lock
from archive.runs import Runs
from archive.snapshot_files import ARCHIVE, CAPTURES
from archive.store import Archive, open_archive
from archive.times import utc_now
from crawler.lexicon import Lexicon
from crawler.models import ARABIC, ENGLISH, Edition, Role, Segment
from jobs.config import configuration_text
from jobs.derivation import Derivation
from jobs.lexicons import lexicon_json
from jobs.program import program
from jobs.realignment import Realigned, preview_realignment, realign_pending, tell_realigned
from jobs.terms import is_up_to_date, tell_mined, update_terms
from jobs.timetable import LEARN_COMMAND

# A lexicon of 10 articles finds beads that none finds at all (F1 .944 against .931); below that chance words win.
DOCUMENTS_LEAST = 10
# The gain goes with the logarithm of the archive (.944 with 10 articles, .959 with 30, .967 with 157): a tenth more
# cannot be measured. It also bounds the work over the years: all lexicons together cost some ten times the last one.
GROWTH_LEAST = 0.1
_PURPOSE = "learn"
_NOTHING = "no article has two sides to learn from"


@dataclass(frozen=True, slots=True)
class LearnReport:
    """What learning came to."""

    lexicon: StoredLexicon | None
    """The lexicon in force afterwards; of a dry run the one that would be, its sequence 0. None: there is none."""
    is_new: bool
    """True where it was learned just now."""
    reason: str
    """Why it was learned, or why not."""
    realigned: Realigned
    is_complete: bool = True
    """False where it was asked to stop before all was aligned and mined: the next start does the rest."""
    mined: int = 0
    """How many articles were mined for the glossary."""

    def as_json(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "learned": self.is_new,
            "reason": self.reason,
            "lexicon": lexicon_json(self.lexicon),
            "revisions_aligned": self.realigned.revisions,
            "revisions_changed": self.realigned.changed,
            "units_changed": self.realigned.units,
            "discrepancies_changed": self.realigned.discrepancies,
            "articles_mined": self.mined,
            "complete": self.is_complete,
        }


def learn_folder(
    folder: Path,
    *,
    force: bool = False,
    clock: Callable[[], datetime] = utc_now,
    stop: Callable[[], bool] = lambda: False,
    tell: Callable[[str], None] = lambda line: None,
) -> LearnReport:
    """Learn a lexicon where the archive has grown enough since the last one, and align all revisions with it.

    Recorded as a run, also where it fails. What a killed run left behind is done first. Raises UnusableArchive where
    nothing was crawled yet, LockHeld where another run has the folder.
    """
    text = configuration_text(folder)
    _check_crawled(folder)
    with (
        hold_lock(folder, "sijill learn"),
        open_evidence(folder / CAPTURES) as evidence,
        open_archive(folder / ARCHIVE) as archive,
    ):
        runs = Runs(evidence.db)
        runs.mark_interrupted(clock())
        configuration = evidence.record_configuration(text)
        run = runs.start_run(LEARN_COMMAND, None, clock(), program(), configuration)
        learning = _Learning(Derivation(evidence, archive), Context(run, "", _PURPOSE, program(), configuration), tell)
        try:
            report = learning.run(force=force, clock=clock, stop=stop)
        except (ArchiveError, OSError, sqlite3.Error) as error:
            runs.finish_run(run, clock(), "failed", {}, str(error))
            raise
        runs.finish_run(run, clock(), "finished" if report.is_complete else "failed", _counts(report), report.reason)
        return report


def preview_learning(
    folder: Path, *, clock: Callable[[], datetime] = utc_now, tell: Callable[[str], None] = lambda line: None
) -> LearnReport:
    """What a lexicon learned now would change, whether the archive has grown or not; nothing is written."""
    _check_crawled(folder)
    with hold_lock(folder, "sijill learn"), open_archive(folder / ARCHIVE, read_only=True) as archive:
        count = archive.count_bilingual()
        if not count:
            return LearnReport(_newest(archive), is_new=False, reason=_NOTHING, realigned=Realigned())
        tell(f"learning from {count:,} articles")
        lexicon = learn_from(archive)
        learned = learned_lexicon(lexicon, clock())
        realigned = tell_realigned(preview_realignment(archive, lexicon), tell)
    stored = StoredLexicon(
        sequence=0,
        learned_at=learned.learned_at,
        digest=payload_digest(learned.content),
        length_bytes=len(learned.content),
        documents=learned.documents,
        pairs=learned.pairs,
        words=learned.words,
    )
    return LearnReport(stored, is_new=True, reason="a dry run: nothing was written", realigned=realigned)


def learn_from(archive: Archive) -> Lexicon:
    """The lexicon of the archive's articles as they stand; the same for the same articles, in whatever order.

    Of a large archive, of as many as memory allows, those that were revised last.
    """
    from crawler.lexicon_training import MOST_LETTERS, learn_lexicon

    return learn_lexicon(_first_documents(map(_document, archive.newest_bilingual()), MOST_LETTERS))


_Document = tuple[tuple[str, ...], tuple[str, ...]]


def _first_documents(documents: Iterable[_Document], most_letters: int) -> Iterator[_Document]:
    """The first of the documents, as long as they have no more letters together; one at least."""
    letters = 0
    for document in documents:
        before, letters = letters, letters + sum(len(text) for side in document for text in side)
        if before and letters > most_letters:
            return
        yield document


def learned_lexicon(lexicon: Lexicon, learned_at: datetime) -> LearnedLexicon:
    """The lexicon as the ledger keeps it."""
    return LearnedLexicon(learned_at, lexicon.documents, lexicon.pairs, len(lexicon), lexicon.to_bytes())


@dataclass(slots=True)
class _Learning:
    """One run of `learn` in a folder whose lock is held."""

    derivation: Derivation
    context: Context
    tell: Callable[[str], None]

    def run(self, *, force: bool, clock: Callable[[], datetime], stop: Callable[[], bool]) -> LearnReport:
        report = self._learn(force=force, clock=clock, stop=stop)
        db = self.derivation.archive.db
        mined = tell_mined(update_terms(db, self.derivation.lexicon(), stop), self.tell)
        is_complete = report.is_complete and (not stop() or is_up_to_date(db, self.derivation.lexicon()))
        return replace(report, mined=mined, is_complete=is_complete)

    def _learn(self, *, force: bool, clock: Callable[[], datetime], stop: Callable[[], bool]) -> LearnReport:
        for _ in self.derivation.apply_pending(stop):
            pass
        finished = tell_realigned(realign_pending(self.derivation, stop), self.tell)
        if stop():
            return self._report(False, "it was asked to stop before it began", finished, is_complete=False)
        is_due, reason = self._is_due()
        if not (is_due or (force and reason != _NOTHING)):
            return self._report(False, reason, finished)
        self.tell(reason)
        if not self._record(clock):
            return self._report(False, "what there is to learn is what the newest lexicon says", finished)
        realigned = tell_realigned(realign_pending(self.derivation, stop), self.tell)
        return self._report(True, reason, realigned, is_complete=not stop() or not self._left())

    def _is_due(self) -> tuple[bool, str]:
        """Whether there is enough to learn from, or enough that is new, and a sentence on that."""
        archive, in_force = self.derivation.archive, self.derivation.lexicon()
        count = archive.count_bilingual()
        if not count:
            return False, _NOTHING
        if in_force is None:
            said = f"{count:,} articles have two sides"
            is_enough = count >= DOCUMENTS_LEAST
            return is_enough, said if is_enough else f"{said}: {DOCUMENTS_LEAST} are needed"
        last = in_force.stored
        new, needed = archive.count_bilingual(after=last.sequence), max(1, round(last.documents * GROWTH_LEAST))
        said = f"{new:,} articles are new or revised since the last lexicon, of {last.documents:,}"
        return new >= needed, said if new >= needed else f"{said}: {needed:,} are needed"

    def _record(self, clock: Callable[[], datetime]) -> bool:
        """Learn, and record what was learned; False where the newest lexicon says the same."""
        learned = learned_lexicon(learn_from(self.derivation.archive), clock())
        last = _newest(self.derivation.archive)
        if last is not None and last.digest == payload_digest(learned.content):
            return False
        self.derivation.evidence.record_lexicon(learned, self.context)
        return True

    def _left(self) -> int:
        in_force = self.derivation.lexicon()
        return self.derivation.archive.count_aligned_otherwise(in_force.stored.sequence) if in_force else 0

    def _report(self, is_new: bool, reason: str, realigned: Realigned, *, is_complete: bool = True) -> LearnReport:
        return LearnReport(_newest(self.derivation.archive), is_new, reason, realigned, is_complete)


def _newest(archive: Archive) -> StoredLexicon | None:
    return next(reversed(archive.lexicons()), None)


def _document(editions: Sequence[Edition]) -> _Document:
    """The English and the Arabic texts of the roles that both editions have, in reading order."""
    by_language = {edition.language: edition for edition in editions}
    english, arabic = (by_language[language].segments for language in (ENGLISH, ARABIC))
    shared = {segment.role for segment in english} & {segment.role for segment in arabic}
    return _texts(english, shared), _texts(arabic, shared)


def _texts(segments: Sequence[Segment], roles: Set[Role]) -> tuple[str, ...]:
    return tuple(one.text for one in segments if one.role in roles)


def _check_crawled(folder: Path) -> None:
    if not (folder / CAPTURES).is_file() or not (folder / ARCHIVE).is_file():
        raise UnusableArchive(f"there is nothing in {folder} to learn from: sijill crawl first")


def _counts(report: LearnReport) -> dict[str, int]:
    """What the run's row says."""
    learned = report.lexicon if report.is_new else None
    counted = {"documents": learned.documents, "pairs": learned.pairs, "words": learned.words} if learned else {}
    return {**counted, "aligned": report.realigned.revisions, "changed": report.realigned.changed}
