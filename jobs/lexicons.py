"""The lexicon in force: the one that was learned last, read from the evidence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.alignments import StoredLexicon
from archive.evidence import Evidence, LedgerEntry, open_evidence
from archive.snapshot_files import CAPTURES
from archive.times import read_utc, utc_text
from crawler.errors import UnreadableLexicon
from crawler.lexicon import Lexicon
from jobs.printable import size_text


@dataclass(frozen=True, slots=True)
class LexiconInForce:
    """A lexicon with what the ledger says of it."""

    stored: StoredLexicon
    lexicon: Lexicon


def stored_lexicon(entry: LedgerEntry) -> StoredLexicon:
    """What an entry of kind "lexicon" says, as the archive lists it."""
    content = entry.content
    return StoredLexicon(
        sequence=entry.sequence,
        learned_at=read_utc(content["learned_at"]).replace(microsecond=0),
        digest=content["payload"],
        length_bytes=content["length_bytes"],
        documents=content["documents"],
        pairs=content["pairs"],
        words=content["words"],
    )


def read_lexicon_in_force(evidence: Evidence) -> LexiconInForce | None:
    """The lexicon that was learned last; None where none was, or one of another version of the program.

    That one is as good as none until one is learned anew. DamagedArchive where its bytes are not what was kept.
    """
    entry = evidence.last_lexicon()
    if entry is None:
        return None
    try:
        lexicon = Lexicon.from_bytes(evidence.lexicon(entry.sequence).content)
    except UnreadableLexicon:
        return None
    return LexiconInForce(stored_lexicon(entry), lexicon)


def find_lexicon_in_force(folder: Path) -> LexiconInForce | None:
    """The lexicon of a data folder; None where nothing was crawled into it, or none was learned."""
    if not (folder / CAPTURES).is_file():
        return None
    with open_evidence(folder / CAPTURES, read_only=True) as evidence:
        return read_lexicon_in_force(evidence)


def lexicon_json(lexicon: StoredLexicon | None) -> dict[str, Any] | None:
    """A lexicon as plain JSON values; None for none."""
    if lexicon is None:
        return None
    return {
        "sequence": lexicon.sequence or None,
        "learned_at": utc_text(lexicon.learned_at),
        "digest": lexicon.digest,
        "length_bytes": lexicon.length_bytes,
        "documents": lexicon.documents,
        "pairs": lexicon.pairs,
        "words": lexicon.words,
    }


def lexicon_text(lexicon: StoredLexicon) -> str:
    """A lexicon as a person reads it."""
    size = f"{lexicon.words:,} pairs of words from {lexicon.documents:,} articles, {size_text(lexicon.length_bytes)}"
    return f"the lexicon of {lexicon.learned_at:%Y-%m-%d %H:%M} UTC ({size}, {lexicon.digest[:12]})"
