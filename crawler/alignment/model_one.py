"""IBM Model 1: how probably a word renders another, from nothing but pairs of segments.

P. Brown, S. Della Pietra, V. Della Pietra and R. Mercer, "The mathematics of statistical machine translation",
Computational Linguistics 19 (1993), section 4. Sums run in the order of the pairs and only the four operations and
the square root are used, so that the same pairs give the same numbers on any machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 5
_Words = NDArray[np.int64]
_Places = NDArray[np.int32]
_Amounts = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class WordPair:
    """What a pair of segments says: the words of either, each once, and how sure it is that they belong together."""

    english: Sequence[str]
    arabic: Sequence[str]
    weight: float


def find_renderings(pairs: Sequence[WordPair], least: float) -> dict[tuple[str, str], float]:
    """(English word, Arabic word) -> sqrt(p(a|e) p(e|a)) where that is at least `least`, in order of the words."""
    english, arabic = (
        _number(chain.from_iterable(pair.english for pair in pairs)),
        _number(chain.from_iterable(pair.arabic for pair in pairs)),
    )
    if not (english and arabic):
        return {}
    meetings = _Meetings(pairs, english, arabic)
    surenesses = np.sqrt(meetings.forward() * meetings.backward())
    sure = np.flatnonzero(surenesses >= least)
    names = ["", *english], ["", *arabic]
    numbers = (numbers[sure].tolist() for numbers in meetings.kinds())
    found = zip(*numbers, surenesses[sure].tolist(), strict=True)
    return dict(sorted(((names[0][one], names[1][other]), sureness) for one, other, sureness in found if one and other))


def _number(words: "chain[str]") -> dict[str, int]:
    """Each word with its number, from 1 on: 0 is the empty word, which every segment holds."""
    return {word: number for number, word in enumerate(dict.fromkeys(words), 1)}


class _Meetings:
    """Every meeting of an English and an Arabic word, or of one with the empty word, in a pair of segments."""

    def __init__(self, pairs: Sequence[WordPair], english: Mapping[str, int], arabic: Mapping[str, int]) -> None:
        self._arabic_count = len(arabic) + 1
        kinds, english_places, arabic_places = [], [], []
        english_weights: list[float] = []
        arabic_weights: list[float] = []
        for pair in pairs:
            rows = np.array([0, *(english[word] for word in pair.english)])
            columns = np.array([0, *(arabic[word] for word in pair.arabic)])
            kinds.append((rows[:, None] * self._arabic_count + columns).ravel())
            here, there = (np.arange(len(words), dtype=np.int32) for words in (rows, columns))
            english_places.append(np.repeat(here + len(english_weights), len(columns)))
            arabic_places.append(np.tile(there + len(arabic_weights), len(rows)))
            english_weights += [pair.weight] * len(rows)
            arabic_weights += [pair.weight] * len(columns)
        self._kinds, inverse = np.unique(np.concatenate(kinds), return_inverse=True)
        self._kind = inverse.astype(np.int32)
        self._english = np.concatenate(english_places), np.array(english_weights)
        self._arabic = np.concatenate(arabic_places), np.array(arabic_weights)

    def kinds(self) -> tuple[_Words, _Words]:
        """For each two words that meet, the number of the English and that of the Arabic one."""
        return self._kinds // self._arabic_count, self._kinds % self._arabic_count

    def forward(self) -> _Amounts:
        """For each two words that meet, p(Arabic | English)."""
        english, arabic = self.kinds()
        return self._estimate(english, arabic, *self._arabic)

    def backward(self) -> _Amounts:
        """For each two words that meet, p(English | Arabic)."""
        english, arabic = self.kinds()
        return self._estimate(arabic, english, *self._english)

    def _estimate(self, given: _Words, rendered: _Words, place: _Places, weights: _Amounts) -> _Amounts:
        """p(rendered | given) after a few rounds of expectation maximisation; the empty word renders nothing.

        `place` says for each meeting in which place of which pair the rendered word stands, `weights` what each counts.
        """
        probabilities = np.where(rendered == 0, 0.0, 1.0)
        for _ in range(_ROUNDS):
            here = probabilities[self._kind]
            totals = np.bincount(place, here)
            here *= (weights / np.where(totals > 0, totals, 1.0))[place]
            counts = np.bincount(self._kind, here)
            given_totals = np.bincount(given, counts)
            probabilities = counts / np.where(given_totals > 0, given_totals, 1.0)[given]
        return probabilities
