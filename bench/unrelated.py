"""How surely two texts are told apart that are no translations of each other, and how seldom ones that are.

    python bench/unrelated.py FOLDER [--part held-out] [--learn]

FOLDER holds `align`. The English of one document beside the Arabic of another, from another article, is unrelated; each
document beside itself is not, nor is one of which up to a third of the English paragraphs come from another document.
Whole documents, and pieces of one to eight paragraphs; without a lexicon, and with one learned from other documents.
`--learn` prints the weights of `crawler.comparison.translation_odds`, learned from the documents that are not held out.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from parallel_texts import Beads, is_held_out, read_beads

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from crawler.align import align  # noqa: E402
from crawler.comparison.translation_odds import PROPERTIES, find_amounts  # noqa: E402
from crawler.comparison.unrelated import speak_against  # noqa: E402
from crawler.lexicon import Lexicon  # noqa: E402
from crawler.lexicon_training import learn_lexicon  # noqa: E402

VARIANTS = ("clean-para", "hard-para", "vhard-para", "reorder-para")
SIZES = (1, 2, 3, 5, 8, None, None)
"""In paragraphs, None for the whole; each as often as it stands here."""
TRIALS = 4000
_SHARE_MIXED = 0.4
_OTHERS_MOST = 1 / 3


@dataclass(frozen=True)
class Trial:
    """Two texts that are aligned, and what of them `find_amounts` counts."""

    kind: str
    """"true", "mixed" or "unrelated"."""
    size: int | None
    with_lexicon: bool
    amounts: NDArray[np.float64]
    is_told: bool
    """That they are unrelated."""


def trials(documents: Sequence[Sequence[Beads]], lexicons: Sequence[Lexicon], seed: int) -> Iterator[Trial]:
    """As many related as unrelated ones; each text is aligned without a lexicon, and where it can be with one."""
    chance = random.Random(seed)
    for number in range(2 * TRIALS):
        variant = chance.choice(documents)
        one, size = chance.choice(variant), chance.choice(SIZES)
        if number % 2:
            other = chance.choice([document for document in variant if document.name != one.name])
            kind, texts = "unrelated", (_piece(one.english, size, chance), _piece(other.arabic, size, chance))
        else:
            other, (kind, texts) = one, _related(one, size, chance)
            if kind == "mixed":
                texts = _mixed(texts[0], chance.choice(variant).english, chance), texts[1]
        lexicon = lexicons[_half(one.name)] if _half(one.name) == _half(other.name) else None
        for known in (None, lexicon) if lexicon else (None,):
            beads = align(*texts, known)
            links = [(bead.english, bead.arabic) for bead in beads if bead.english and bead.arabic]
            here, there = find_amounts(*texts, links, known)
            amounts = here.sum(axis=0) + there.sum(axis=0)
            yield Trial(kind, size, known is not None, amounts, speak_against(here, there))


_Texts = tuple[Sequence[str], Sequence[str]]


def _piece(text: Sequence[str], size: int | None, chance: random.Random) -> Sequence[str]:
    start = chance.randrange(max(1, len(text) - (size or len(text)) + 1))
    return text[start : start + (size or len(text))]


def _related(document: Beads, size: int | None, chance: random.Random) -> tuple[str, _Texts]:
    """The segments of a run of beads with both sides; or the whole document."""
    links = _piece(sorted(bead for bead in document.beads if all(bead)), size, chance)
    kind = "mixed" if len(links) > 2 and chance.random() < _SHARE_MIXED else "true"
    sides: _Texts = document.english, document.arabic
    if size is None:
        return kind, sides
    places = [sorted(place for link in links for place in link[side]) for side in (0, 1)]
    return kind, ([sides[0][place] for place in places[0]], [sides[1][place] for place in places[1]])


def _mixed(text: Sequence[str], other: Sequence[str], chance: random.Random) -> Sequence[str]:
    """The text with up to a third of its paragraphs replaced by another's."""
    places = chance.sample(range(len(text)), chance.randint(1, max(1, int(len(text) * _OTHERS_MOST))))
    return [chance.choice(other) if place in places else one for place, one in enumerate(text)]


def _half(name: str) -> int:
    return hashlib.sha256(name.encode()).digest()[0] % 2


def report(found: Sequence[Trial]) -> Iterator[str]:
    """For each size how many are recognised and accused."""
    for with_lexicon in (False, True):
        yield f"{'with a' if with_lexicon else 'without'} lexicon"
        for size in dict.fromkeys(SIZES):
            of_size = [one for one in found if one.size == size and one.with_lexicon == with_lexicon]
            parts = []
            for kind, word in (("unrelated", "recognised"), ("true", "accused"), ("mixed", "accused")):
                told = [one.is_told for one in of_size if one.kind == kind]
                parts.append(f"{kind} {len(told)}, {word} {sum(told)} ({sum(told) / max(1, len(told)):.1%})")
            yield f"  {f'{size} paragraphs' if size else 'whole'}: {'; '.join(parts)}"


_ROUNDS, _STEP, _SHRINKAGE = 4000, 0.03, 0.003


def learn(found: Sequence[Trial]) -> Iterator[str]:
    """Logistic regression by Adam, both classes of equal weight."""
    amounts = np.array([np.append(one.amounts, 1.0) for one in found])
    related = np.array([one.kind != "unrelated" for one in found], float)
    weight = np.where(related == 1, 0.5 / related.mean(), 0.5 / (1 - related.mean()))
    shrinkage = np.append(np.full(len(PROPERTIES), _SHRINKAGE), 0.0)
    learned, mean, square = (np.zeros(len(PROPERTIES) + 1) for _ in range(3))
    for step in range(1, _ROUNDS + 1):
        expected = 1 / (1 + np.exp(-np.clip(amounts @ learned, -30, 30)))
        gradient = amounts.T @ (weight * (expected - related)) / len(found) + shrinkage * learned
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        size = _STEP * (1 - step / (_ROUNDS + 1)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
        learned = learned - size * mean / (1 - 0.9**step)
    for name, value in zip((*PROPERTIES, "chance"), learned, strict=True):
        yield f"{name} {value:.2f}"


def main() -> None:
    """Print the figures, or the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=["open", "held-out"], default="open")
    parser.add_argument("--learn", action="store_true")
    arguments = parser.parse_args()
    held_out = arguments.part == "held-out"
    texts = [list(read_beads(arguments.folder, variant)) for variant in VARIANTS]
    clean = [document for document in texts[0] if not is_held_out(document.name)]
    # Of the held-out part's documents the lexicon has seen none, of the open part's those of the other half.
    lexicons = [
        learn_lexicon((one.english, one.arabic) for one in clean if held_out or _half(one.name) != half)
        for half in (0, 1)
    ]
    chosen = [[document for document in variant if is_held_out(document.name) == held_out] for variant in texts]
    found = list(trials(chosen, lexicons, 2026))
    print(*(learn(found) if arguments.learn else report(found)), sep="\n")


if __name__ == "__main__":
    main()
