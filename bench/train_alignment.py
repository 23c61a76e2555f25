"""Learn the weights of `crawler.alignment.alignment_weights` from documents aligned by hand.

  python bench/train_alignment.py DOCUMENTS.jsonl --output crawler/alignment/alignment_weights.json

One document a line: "doc" (its variants share it), "variant", "en" and "ar" (lists of segments), "beads" ([[English
positions], [Arabic positions]]). The model is log-linear over whole alignments, and the weights maximise the
likelihood of the gold ones (stochastic gradient: what gold holds less what the model expects). Half of the documents
are learned from, by the hash of their name; each is seen without a lexicon, with one learned from the other half, or
with one learned from the texts of all. A segment that was moved counts as left out on both sides.
"""

import argparse
import hashlib
import json
import random
from pathlib import Path

import numpy as np

from crawler.alignment.anchors import arabic_traits, english_traits
from crawler.alignment.bead_scores import WEIGHT_NAMES, Weights, score_beads
from crawler.alignment.beads import SHAPES, Lattice
from crawler.alignment.evidence import find_answers
from crawler.alignment.news_words import with_news_words
from crawler.lexicon_training import learn_lexicon

# W. Gale and K. Church's, in short; the rest begins at nothing.
START = {"length": 1.0, "alone": -2.0, "two to one": -3.0, "three to one": -6.0, "two to two": -7.5}
ROUNDS = 40
BATCH = 16
STEP = 0.1
SHRINKAGE = 1e-4


def in_learning_half(name):
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def read_documents(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def clean_texts(documents, keep=lambda name: True):
    """The two texts of each document as they were before it was made hard."""
    return [(one["en"], one["ar"]) for one in documents if one["variant"] == "clean-para" and keep(one["doc"])]


def gold_cells(document):
    """(shape, row, column) of each bead of the longest chain that does not cross; what is not in it stands alone."""
    links = sorted((tuple(here), tuple(there)) for here, there in document["beads"] if here and there)
    cells, row, column = [], 0, 0
    for here, there in [*longest_chain(links), ((len(document["en"]),), (len(document["ar"]),))]:
        while row < here[0]:
            row += 1
            cells.append((SHAPES.index((1, 0)), row, column))
        while column < there[0]:
            column += 1
            cells.append((SHAPES.index((0, 1)), row, column))
        if here[0] < len(document["en"]):
            row, column = here[-1] + 1, there[-1] + 1
            cells.append((SHAPES.index((len(here), len(there))), row, column))
    return tuple(map(list, zip(*cells, strict=True)))


def longest_chain(links):
    best = []
    for link in links:
        before = max((chain for chain in best if chain[-1][1][-1] < link[1][0]), key=len, default=[])
        best.append([*before, link])
    return max(best, key=len, default=[])


def features(document, lexicon):
    """What each weight adds to the score of each bead: the scores under that weight alone, since all are sums."""
    traits = [english_traits(text) for text in document["en"]], [arabic_traits(text) for text in document["ar"]]
    answers = find_answers(*traits, with_news_words(lexicon))
    found = []
    for name in WEIGHT_NAMES:
        corridor, scores = score_beads(*traits, answers, Weights.from_table({name: 1.0}))
        found.append(np.where(np.isfinite(scores), scores, 0.0).astype(np.float32))
    return corridor, np.array(found)


def learn(examples, weights, seed=0):
    """Adam; after each step a weight is put back where its sign says what its name says."""
    rng = random.Random(seed)
    mean, square, step = np.zeros(len(weights)), np.zeros(len(weights)), 0
    steps = ROUNDS * -(-len(examples) // BATCH)
    for _ in range(ROUNDS):
        for first in range(0, len(examples), BATCH):
            batch = rng.sample(examples, min(BATCH, len(examples) - first))
            gradient = sum(gold_less_expected(*example, weights) for example in batch) / len(batch)
            gradient = gradient - SHRINKAGE * weights
            step += 1
            mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
            size = STEP * (1 - step / (steps + 1)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
            weights = in_bounds(weights + size * mean / (1 - 0.9**step))
    return weights


def gold_less_expected(corridor, features, gold, weights):
    scores = np.tensordot(weights.astype(np.float32), features, 1).astype(float)
    posteriors = Lattice(corridor, scores).posteriors.astype(np.float32)
    return features[:, *gold].sum(axis=1) - np.tensordot(features, posteriors, 3)


def in_bounds(weights):
    """What is answered never speaks against a bead, what is expected or missing never for it."""
    table = dict(zip(WEIGHT_NAMES, weights.tolist(), strict=True))
    for name in WEIGHT_NAMES:
        kind = name.rpartition(" ")[0]
        if name.endswith(" answered"):
            table[name] = max(0.0, table[name])
        elif name.endswith(" expected"):
            table[name] = min(0.0, max(table[name], -table[f"{kind} answered"]))
        elif name.endswith(" missing"):
            table[name] = min(0.0, table[name])
    return np.array(list(table.values()))


def examples_of(documents, seed=0):
    rng = random.Random(seed)
    lexicons = (
        None,
        learn_lexicon(clean_texts(documents, lambda name: not in_learning_half(name))),
        learn_lexicon(clean_texts(documents)),
    )
    chosen = [document for document in documents if in_learning_half(document["doc"])]
    return [(*features(document, rng.choice(lexicons)), gold_cells(document)) for document in chosen]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    examples = examples_of(read_documents(arguments.documents))
    weights = learn(examples, np.array([START.get(name, 0.0) for name in WEIGHT_NAMES]))
    table = {name: round(weight, 2) for name, weight in zip(WEIGHT_NAMES, weights.tolist(), strict=True)}
    arguments.output.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"{len(examples)} documents -> {arguments.output}")


if __name__ == "__main__":
    main()
