"""The glossary brought up to date, some revisions at a time: killed anywhere, the next start goes on there."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sqlite_utils import Database

from archive.terms import (
    BilingualText,
    count_uses,
    find_outdated,
    find_stale,
    find_unmined,
    forget_revisions,
    read_bilingual_text,
    store_pairs,
    store_uses,
)
from crawler.glossary import find_uses, settle_uses
from crawler.lexicon import Lexicon
from crawler.models.terms import TermUse
from crawler.naming.capitalised import learn_casing
from jobs.lexicons import LexiconInForce

# Mined, or settled, within a second, so that a request to stop is heard in time; fewer come to the same rows.
_REVISIONS = 50
_TERMS = 200


def update_terms(
    db: Database,
    in_force: LexiconInForce | None,
    stop: Callable[[], bool] = lambda: False,
    revisions: int = _REVISIONS,
    terms: int = _TERMS,
) -> Iterator[int]:
    """Mine the articles that are new, revised or aligned with another lexicon, a committed batch at a time.

    Gives how many each batch has: at most `revisions`; of names at most `terms` are settled at once. What the glossary
    then holds depends on the archive's texts, their alignment and the lexicon in force alone.
    """
    lexicon, sequence = (in_force.lexicon, in_force.stored.sequence) if in_force else (None, None)
    for batch in _batches(find_outdated(db), revisions, stop):
        forget_revisions(db, batch)
    for batch in _batches(find_unmined(db, sequence), revisions, stop):
        store_uses(db, sequence, {one: mine_text(read_bilingual_text(db, one), lexicon) for one in batch})
        yield len(batch)
    while not stop() and (stale := find_stale(db, terms)):
        store_pairs(db, {words: settle_uses(count_uses(db, words), lexicon) for words in stale})


def tell_mined(batches: Iterable[int], tell: Callable[[str], None]) -> int:
    """How many articles the batches mined, told as it grows."""
    mined = 0
    for count in batches:
        mined += count
        tell(f"{mined:,} {'article' if mined == 1 else 'articles'} mined for the glossary")
    return mined


def is_up_to_date(db: Database, in_force: LexiconInForce | None) -> bool:
    """True where `update_terms` would find nothing to do."""
    sequence = in_force.stored.sequence if in_force else None
    return not (find_outdated(db) or find_unmined(db, sequence) or find_stale(db, 1))


def mine_text(text: BilingualText, lexicon: Lexicon | None, phrase: str = "") -> tuple[TermUse, ...]:
    """The names and titles in one revision's texts: what has a capital of its own is told by these texts alone."""
    return tuple(find_uses(text.units, learn_casing(text.english), lexicon, phrase))


def _batches(revision_ids: Sequence[int], size: int, stop: Callable[[], bool]) -> Iterator[Sequence[int]]:
    for start in range(0, len(revision_ids), size):
        if stop():
            return
        yield revision_ids[start : start + size]
