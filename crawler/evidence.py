"""Evidence: how well the anchors of one side's segments are answered by stretches of the other side."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crawler.anchors import Anchor, AnchorKind, Traits
from crawler.lexicon import Lexicon

MAX_STRETCH = 3
"""The most segments of one side that one bead can hold."""
MAX_ANSWERS = 60
"""What more segments than that of the other side hold says nothing of where a segment belongs."""

# Tuned on news of NTREX-128 and health texts of TICO-19, by strict bead F1.
_WEIGHTS = {
    AnchorKind.NUMBER: 4.0,
    AnchorKind.LOOSE_NUMBER: 1.5,
    AnchorKind.DATE: 2.0,
    AnchorKind.LATIN: 2.0,
    AnchorKind.NAME: 3.0,
    AnchorKind.LOAN: 1.5,
    AnchorKind.MARK: 1.4,
    AnchorKind.CAPTION: 1.0,
    AnchorKind.WORD: 2.0,
}
_EXPECTED_ANSWER = 0.2
"""An anchor that the other side answers somewhere, but not here, counts this share of its weight against."""
# What speaks against any partner: the other side has it nowhere.
_UNANSWERED = {AnchorKind.NUMBER: 1.0, AnchorKind.DATE: 0.5, AnchorKind.CAPTION: 3.0}


class Evidence:
    """For each segment of one side, what each stretch of one to three segments of the other side answers.

    `links` are further keys of the other side that answer a key, with how surely: see `lexicon_links`.
    """

    def __init__(
        self, own: Sequence[Traits], other: Sequence[Traits], links: Mapping[str, Mapping[str, float]]
    ) -> None:
        self._base = [0.0] * len(own)
        self._gains: tuple[dict[tuple[int, int], float], ...] = tuple({} for _ in range(MAX_STRETCH))
        self._count = len(own)
        self._links = links
        index = _index(other)
        frequency: Counter[str] = Counter()
        answered = []
        for position, traits in enumerate(own):
            seen = set()
            for anchor in traits.anchors:
                if (answers := self._answers(anchor, index)) and len(answers) <= MAX_ANSWERS:
                    answered.append((position, anchor, answers))
                    seen.add(anchor.label)
                elif not answers:
                    self._base[position] -= _UNANSWERED.get(anchor.kind, 0.0)
            frequency.update(seen)
        for position, anchor, answers in answered:
            self._weigh(position, anchor, answers, frequency[anchor.label])

    def of(self, position: int, count: int, other: int, other_count: int) -> float:
        """The evidence of `count` segments from `position` on for `other_count` from `other` on."""
        gains = self._gains[other_count - 1]
        total = 0.0
        for own in range(position, position + count):  # not a generator: this is asked for each cell of the lattice
            total += self._base[own] + gains.get((own, other), 0.0)
        return total

    def _answers(self, anchor: Anchor, index: Mapping[str, Sequence[int]]) -> dict[int, float]:
        """Segment of the other side -> how surely it holds the same."""
        answers: dict[int, float] = {}
        for key, sureness in anchor.keys:
            if key in index:
                _keep_surest(answers, index[key], sureness)
            if key in self._links:
                for linked, probability in self._links[key].items():
                    _keep_surest(answers, index[linked], probability)
        return answers

    def _weigh(self, position: int, anchor: Anchor, answers: Mapping[int, float], frequency: int) -> None:
        # Inverse frequency on the side where it is more frequent; 1 for what stands in one segment only.
        rarity = math.log1p(self._count / max(frequency, len(answers))) / math.log1p(self._count)
        weight = _WEIGHTS[anchor.kind] * rarity
        self._base[position] -= _EXPECTED_ANSWER * weight * max(answers.values())
        for gains, width in zip(self._gains, range(1, MAX_STRETCH + 1), strict=True):
            for start, sureness in _widen(answers, width).items():
                gains[position, start] = gains.get((position, start), 0.0) + weight * sureness


def _index(side: Sequence[Traits]) -> dict[str, list[int]]:
    """Key -> the segments that hold it, in order."""
    index: dict[str, list[int]] = defaultdict(list)
    for position, traits in enumerate(side):
        for anchor in traits.anchors:
            for key, _ in anchor.keys:
                index[key].append(position)
    return index


def _keep_surest(answers: dict[int, float], positions: Sequence[int], sureness: float) -> None:
    for position in positions:
        if sureness > answers.get(position, 0.0):
            answers[position] = sureness


def _widen(answers: Mapping[int, float], width: int) -> Mapping[int, float]:
    """Start of each stretch of this width that holds an answer -> the surest answer within it."""
    if width == 1:
        return answers
    widened: dict[int, float] = {}
    for position, sureness in answers.items():
        for start in range(position - width + 1, position + 1):
            if sureness > widened.get(start, 0.0):
                widened[start] = sureness
    return widened


def lexicon_links(
    english: Sequence[Traits], arabic: Sequence[Traits], lexicon: Lexicon | None
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """The lexicon's pairs that both texts hold, as links between the keys of their words, in both directions."""
    forward: dict[str, dict[str, float]] = defaultdict(dict)
    backward: dict[str, dict[str, float]] = defaultdict(dict)
    if lexicon is None:
        return forward, backward
    english_words, arabic_words = _words(english), _words(arabic)
    for english_word, arabic_word, sureness in lexicon.known(english_words, arabic_words):
        english_key, arabic_key = english_words[english_word], arabic_words[arabic_word]
        forward[english_key][arabic_key] = backward[arabic_key][english_key] = sureness
    return forward, backward


def _words(side: Sequence[Traits]) -> dict[str, str]:
    """Each word -> its key."""
    prefix = f"{AnchorKind.WORD} "
    return {
        key.removeprefix(prefix): key
        for traits in side
        for anchor in traits.anchors
        if anchor.kind is AnchorKind.WORD
        for key, _ in anchor.keys
    }
