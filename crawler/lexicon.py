"""The lexicon: which Arabic words render which English ones, as learned from the archive's own articles."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crawler.errors import UnreadableLexicon

_FORMAT = "sijill-lexicon-1"
STEPS = 1000
"""A sureness is kept in thousandths, so that it reads and hashes alike everywhere."""


@dataclass(frozen=True)
class Lexicon:
    """Pairs of words with how sure the one renders the other, and what they were learned from."""

    entries: Mapping[tuple[str, str], float] = field(default_factory=dict)
    """(English word, Arabic word), both as `crawler.alignment.stems` cuts them -> sureness, above 0 and at most 1.

    The geometric mean of the two translation probabilities, sqrt(p(a|e) p(e|a)).
    """
    documents: int = 0
    """How many documents it was learned from, each counted once."""
    pairs: int = 0
    """How many pairs of segments of theirs."""

    def __len__(self) -> int:
        return len(self.entries)

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def renderings(self) -> Mapping[str, Mapping[str, float]]:
        """English word -> the Arabic words that render it, with how surely."""
        table: dict[str, dict[str, float]] = {}
        for (english, arabic), sureness in self.entries.items():
            table.setdefault(english, {})[arabic] = sureness
        return table

    @cached_property
    def surest_english(self) -> Mapping[str, float]:
        """English word -> how surely its best rendering renders it."""
        return {word: max(renderings.values()) for word, renderings in self.renderings.items()}

    @cached_property
    def surest_arabic(self) -> Mapping[str, float]:
        """Arabic word -> how surely it renders the English word that it renders best."""
        surest: dict[str, float] = {}
        for (_, arabic), sureness in self.entries.items():
            surest[arabic] = max(sureness, surest.get(arabic, 0.0))
        return surest

    @cached_property
    def digest(self) -> str:
        """SHA-256 of its bytes, in hexadecimal digits: the same for equal lexicons."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    def to_bytes(self) -> bytes:
        r"""Its canonical bytes: a line of JSON, then a line for each pair, sorted: English, Arabic, thousandths.

        >>> Lexicon({("prices", "اسعار"): 0.75}, documents=1, pairs=4).to_bytes().decode()
        '{"documents":1,"format":"sijill-lexicon-1","pairs":4}\nprices\tاسعار\t750\n'
        """
        head = json.dumps(
            {"documents": self.documents, "format": _FORMAT, "pairs": self.pairs}, separators=(",", ":"), sort_keys=True
        )
        rows = sorted((*words, round(sureness * STEPS)) for words, sureness in self.entries.items())
        return "".join((head, "\n", *(f"{english}\t{arabic}\t{steps}\n" for english, arabic, steps in rows))).encode()

    @classmethod
    def from_bytes(cls, written: bytes) -> "Lexicon":
        """The lexicon that `to_bytes` wrote; UnreadableLexicon where it is none, or one of another version."""
        try:
            head, *lines = written.decode().removesuffix("\n").split("\n")
            stated = json.loads(head)
            if stated["format"] != _FORMAT:
                raise UnreadableLexicon(f"a lexicon of the unknown format {stated['format']!r}: learn it anew")
            return cls(dict(map(_read_row, lines)), int(stated["documents"]), int(stated["pairs"]))
        except (ValueError, KeyError, TypeError) as error:
            raise UnreadableLexicon(f"the lexicon is damaged ({error}): learn it anew") from error

    def known(self, english: Mapping[str, object], arabic: Mapping[str, object]) -> Iterator[tuple[str, str, float]]:
        """Its pairs of which both words are among these, with their sureness."""
        renderings, there = self.renderings, arabic.keys()
        for word in renderings.keys() & english.keys():
            known = renderings[word]
            for rendering in known.keys() & there:
                yield word, rendering, known[rendering]


def _read_row(line: str) -> tuple[tuple[str, str], float]:
    english, arabic, steps = line.split("\t")
    return (english, arabic), int(steps) / STEPS
