"""The archive's glossary as a person asks for it: from what was mined, and, for a word that is no name, mined now."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlite_utils import Database

from archive.glossary import read_pairs
from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from archive.terms import count_unmined, count_uses_of, find_texts_with, read_bilingual_text
from crawler.glossary import settle_all, settle_uses
from crawler.lexicon import Lexicon
from crawler.models.forms import match_form
from crawler.models.terms import CountedUse, Glossary, TermUse, build_glossary
from crawler.naming.capitalised import find_phrase
from jobs.lexicons import find_lexicon_in_force
from jobs.terms import mine_text


def read_glossary(
    folder: Path, source: str | None = None, since: date | None = None, phrase: str = ""
) -> tuple[Glossary, int]:
    """The glossary of a data folder, of one source or all, of articles of that day and later.

    And how many articles are not in it, since they are not mined yet.

    With a `phrase`, what holds it, and how it is rendered where it is no name. UnusableArchive where nothing was
    crawled yet.
    """
    with open_archive(folder / ARCHIVE, read_only=True) as archive:
        in_force = find_lexicon_in_force(folder)
        lexicon = in_force.lexicon if in_force else None
        if source or since:
            pairs = tuple(settle_all(count_uses_of(archive.db, source, since), lexicon))
        else:
            pairs = read_pairs(archive.db, phrase)
        if phrase and not any(match_form(pair.english) == match_form(phrase) for pair in pairs):
            pairs += settle_uses(_uses_of_phrase(archive.db, phrase, source, since, lexicon), lexicon)
        return build_glossary(pairs), count_unmined(archive.db)


def _uses_of_phrase(
    db: Database, phrase: str, source: str | None, since: date | None, lexicon: Lexicon | None
) -> list[CountedUse]:
    """The uses of an English word or words, in whatever case."""
    counted: Counter[tuple[TermUse, date]] = Counter()
    for revision_id, day in find_texts_with(db, phrase, source, since):
        text = read_bilingual_text(db, revision_id)
        text = replace(text, units=tuple(unit for unit in text.units if any(find_phrase(unit[1], phrase))))
        for use in _uses_in(mine_text(text, lexicon, phrase), phrase):
            counted[use, day] += 1
    return [CountedUse(use, day, count) for (use, day), count in counted.items()]


def _uses_in(uses: tuple[TermUse, ...], phrase: str) -> Iterator[TermUse]:
    for use in uses:
        if match_form(use.english) == match_form(phrase):
            yield replace(use, unit=0)
