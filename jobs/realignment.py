"""The archive aligned anew with a lexicon, some revisions at a time: killed anywhere, the next start goes on there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archive.alignments import Alignment
from archive.store import Archive
from crawler.derive import pair_editions
from crawler.lexicon import Lexicon
from jobs.derivation import Derivation

# Aligned within a second, so that a request to stop is heard in time.
_BATCH = 20
# No entry of a ledger: no revision is aligned with it.
_NO_SEQUENCE = 0


@dataclass(frozen=True, slots=True)
class Realigned:
    """How many revisions were aligned anew, and what came out otherwise than it was."""

    revisions: int = 0
    changed: int = 0
    """Revisions that are not aligned as before, be it by a score."""
    units: int = 0
    """Translation units that hold other segments than any unit before."""
    discrepancies: int = 0
    """Discrepancies that are new, and those that are no more."""

    def __add__(self, other: "Realigned") -> "Realigned":
        return Realigned(
            self.revisions + other.revisions,
            self.changed + other.changed,
            self.units + other.units,
            self.discrepancies + other.discrepancies,
        )


def realign_pending(derivation: Derivation, stop: Callable[[], bool] = lambda: False) -> Iterator[Realigned]:
    """Align all that is not aligned with the lexicon in force, a committed batch at a time; nothing where all is."""
    in_force = derivation.lexicon()
    if in_force is None:
        return
    archive, sequence = derivation.archive, in_force.stored.sequence
    while not stop() and (batch := archive.aligned_otherwise(sequence, 0, _BATCH)):
        pairs = [(archive.alignment_of(one), align_anew(archive, one, in_force.lexicon)) for one in batch]
        changed = [after for before, after in pairs if after != before]
        archive.align_anew(sequence, changed, [before.revision_id for before, after in pairs if after == before])
        yield sum((compare_alignments(*pair) for pair in pairs), Realigned())


def tell_realigned(batches: Iterable[Realigned], tell: Callable[[str], None]) -> Realigned:
    """The sum of the batches, told as it grows."""
    total = Realigned()
    for batch in batches:
        total += batch
        tell(f"{total.revisions:,} {'revision' if total.revisions == 1 else 'revisions'} aligned")
    return total


def preview_realignment(archive: Archive, lexicon: Lexicon) -> Iterator[Realigned]:
    """What a lexicon would change in the whole archive, a batch at a time; nothing is written."""
    last = 0
    while batch := archive.aligned_otherwise(_NO_SEQUENCE, last, _BATCH):
        last = batch[-1]
        pairs = [(archive.alignment_of(one), align_anew(archive, one, lexicon)) for one in batch]
        yield sum((compare_alignments(*pair) for pair in pairs), Realigned())


def align_anew(archive: Archive, revision_id: int, lexicon: Lexicon) -> Alignment:
    """A revision's two sides aligned with a lexicon, from its text as it is stored."""
    return Alignment(revision_id, *pair_editions(archive.sides_of(revision_id), lexicon))


def compare_alignments(before: Alignment, after: Alignment) -> Realigned:
    """One revision, and what differs between two alignments of it."""
    old, new = ({(unit.english, unit.arabic) for unit in one.units} for one in (before, after))
    had, has = Counter(before.discrepancies), Counter(after.discrepancies)
    return Realigned(
        revisions=1,
        changed=int(before != after),
        units=len(new - old),
        discrepancies=(had - has).total() + (has - had).total(),
    )
