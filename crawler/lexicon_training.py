"""The lexicon learned from the archive itself: its texts are aligned without one, and again with what that teaches."""

from collections.abc import Iterable, Iterator, Sequence

from crawler.align import align
from crawler.anchors import AnchorKind, Traits, arabic_traits, english_traits
from crawler.lexicon import STEPS, Lexicon
from crawler.model_one import WordPair, find_renderings

Document = tuple[tuple[str, ...], tuple[str, ...]]
"""The English and the Arabic segments of one article, in order."""

_ROUNDS = 2
MIN_SURENESS = 0.05
"""What is less sure says nothing, and would be most of the lexicon."""
_LEAST_BEAD_SCORE = 0.5


def learn_lexicon(documents: Iterable[tuple[Sequence[str], Sequence[str]]]) -> Lexicon:
    """What two-sided documents say of which word renders which; no document, no entries.

    `documents` are (English segments, Arabic segments). Their order does not matter, and the same document twice
    counts once.
    """
    known = sorted({(tuple(english), tuple(arabic)) for english, arabic in documents if english and arabic})
    lexicon = Lexicon()
    for _ in range(_ROUNDS):
        pairs = [pair for document in known for pair in _word_pairs(document, lexicon)]
        found = find_renderings(pairs)
        entries = {words: round(sure * STEPS) / STEPS for words, sure in sorted(found.items()) if sure >= MIN_SURENESS}
        lexicon = Lexicon(entries, len(known), len(pairs))
    return lexicon


def _word_pairs(document: Document, lexicon: Lexicon) -> Iterator[WordPair]:
    english, arabic = document
    for bead in align(english, arabic, lexicon):
        if bead.english and bead.arabic and bead.score >= _LEAST_BEAD_SCORE:
            yield WordPair(
                _words([english_traits(english[position]) for position in bead.english]),
                _words([arabic_traits(arabic[position]) for position in bead.arabic]),
                round(bead.score, 2),
            )


def _words(segments: Sequence[Traits]) -> tuple[str, ...]:
    """The words of neighbouring segments by their stems, each once."""
    anchors = (anchor for traits in segments for anchor in traits.anchors if anchor.kind is AnchorKind.WORD)
    return tuple(dict.fromkeys(anchor.label for anchor in anchors if anchor.label))
