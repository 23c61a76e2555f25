"""The lexicon learned from the archive itself: its texts are aligned without one, and again with what that teaches."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from crawler.align import align
from crawler.alignment.anchors import Traits, arabic_traits, english_traits
from crawler.alignment.model_one import WordPair, find_renderings
from crawler.lexicon import STEPS, Lexicon

Document = tuple[tuple[str, ...], tuple[str, ...]]
"""The English and the Arabic segments of one article, in order."""

_ROUNDS = 2
MIN_SURENESS = 0.1
"""What is less sure says nothing, and would be two thirds of the lexicon and more."""
_LEAST_BEAD_SCORE = 0.5
_MOST_WORDS = 300
"""A pair of segments with more words than that on a side says little of which renders which, and costs much."""
MOST_LETTERS = 2_000_000
"""Of both sides of all documents together, some 500 news articles: half a minute and 400 MB."""


def learn_lexicon(
    documents: Iterable[tuple[Sequence[str], Sequence[str]]], most_letters: int = MOST_LETTERS
) -> Lexicon:
    """What two-sided documents say of which word renders which; no document, no entries.

    `documents` are (English segments, Arabic segments). Their order does not matter, and the same document twice
    counts once. Of more than `most_letters` a part is taken, by the digests of the documents: whoever wants the newest
    gives no others.
    """
    given = {(tuple(english), tuple(arabic)) for english, arabic in documents if english and arabic}
    known = _choose(given, most_letters)
    lexicon = Lexicon()
    for _ in range(_ROUNDS):
        pairs = [pair for document in known for pair in _word_pairs(document, lexicon)]
        found = find_renderings(pairs, MIN_SURENESS)
        entries = {words: round(sureness * STEPS) / STEPS for words, sureness in found.items()}
        lexicon = Lexicon(entries, len(known), len(pairs))
    return lexicon


def _choose(documents: Iterable[Document], most_letters: int) -> list[Document]:
    """As many documents as are learned from, in the order of their digests."""
    chosen: list[Document] = []
    letters = 0
    for document in sorted(documents, key=_digest):
        letters += sum(len(text) for side in document for text in side)
        if chosen and letters > most_letters:
            break
        chosen.append(document)
    return chosen


def _digest(document: Document) -> bytes:
    return hashlib.sha256(json.dumps(document).encode()).digest()


def _word_pairs(document: Document, lexicon: Lexicon) -> Iterator[WordPair]:
    english, arabic = document
    for bead in align(english, arabic, lexicon):
        if bead.english and bead.arabic and bead.score >= _LEAST_BEAD_SCORE:
            here = _words([english_traits(english[position]) for position in bead.english])
            there = _words([arabic_traits(arabic[position]) for position in bead.arabic])
            if max(len(here), len(there)) <= _MOST_WORDS:
                yield WordPair(here, there, round(bead.score, 2))


def _words(segments: Sequence[Traits]) -> tuple[str, ...]:
    """The words of neighbouring segments by their stems, each once."""
    return tuple(dict.fromkeys(word for traits in segments for word in traits.words if word))
