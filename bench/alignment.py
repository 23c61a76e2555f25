"""How well texts are aligned, with and without a lexicon learned from texts alone.

  python bench/alignment.py FOLDER [--rates]

FOLDER/eval.jsonl holds one document a line: "doc" (its variants share it), "variant", "en" and "ar" (lists of
segments), "beads" ([[English positions], [Arabic positions]], every position in one). A bead is right if both its
sides are; F1 is over all beads, those with an empty side too. Only documents are aligned of which the weights have
seen nothing (the other half of bench/train_alignment.py). The lexicon is learned, without gold, from 30 documents of
the seen half, from all of it, or from an archive that holds the aligned documents too. With --rates, the same
documents at other rates of merges and of missing segments, without a lexicon.
"""

import argparse
import random
import time
from collections import defaultdict
from pathlib import Path

from harder_documents import make_harder
from train_alignment import clean_texts, in_learning_half, read_documents

from crawler.align import align
from crawler.lexicon_training import learn_lexicon

SURE = 0.9
SMALL_ARCHIVE = 30
RATES = ((0.0, 0.0), (0.05, 0.05), (0.3, 0.05), (0.4, 0.1), (0.2, 0.2), (0.05, 0.3), (0.1, 0.5))
"""How many links are merged, and how many segments miss their partner."""


def lexicons(documents):
    seen = clean_texts(documents, in_learning_half)
    yield "none", None
    yield f"{SMALL_ARCHIVE} others", learn_lexicon(sorted(seen)[:: max(1, len(seen) // SMALL_ARCHIVE)][:SMALL_ARCHIVE])
    yield f"{len(seen)} others", learn_lexicon(seen)
    whole = clean_texts(documents)
    yield f"all {len(whole)}", learn_lexicon(whole)


def bead_key(english, arabic):
    return tuple(sorted(english)), tuple(sorted(arabic))


def measure(documents, lexicon):
    """For each variant: F1, and of the surest beads how many are right; and documents a second."""
    right, found, gold, sure, sure_right = (defaultdict(int) for _ in range(5))
    spent = 0.0
    for document in documents:
        start = time.process_time()
        beads = align(document["en"], document["ar"], lexicon)
        spent += time.process_time() - start
        expected = {bead_key(*bead) for bead in document["beads"]}
        for variant in (document["variant"], "all"):
            gold[variant] += len(expected)
            found[variant] += len(beads)
            right[variant] += sum(bead_key(bead.english, bead.arabic) in expected for bead in beads)
            sure[variant] += sum(bead.score >= SURE for bead in beads)
            sure_right[variant] += sum(
                bead.score >= SURE and bead_key(bead.english, bead.arabic) in expected for bead in beads
            )
    scores = {name: 2 * right[name] / (found[name] + gold[name]) for name in sorted(gold)}
    return scores, sure_right["all"] / sure["all"], sure["all"] / found["all"], len(documents) / spent


def report(name, documents, lexicon):
    scores, precision, share, speed = measure(documents, lexicon)
    shown = "  ".join(f"{variant} {score:.4f}" for variant, score in scores.items())
    print(f"{name}  {shown}", flush=True)
    print(f"{'':24}at >= {SURE}: {share:.1%} of the beads, {precision:.4f} right; {speed:.0f} documents/s", flush=True)


def report_rates(documents):
    clean = [document for document in documents if document["variant"].startswith("clean")]
    for merged, missing in RATES:
        chance = random.Random(5)
        harder = [make_harder(document, merged, missing, chance) for document in clean]
        report(f"merged {merged:.0%}, missing {missing:.0%}", harder, None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rates", action="store_true")
    arguments = parser.parse_args()
    documents = read_documents(arguments.folder / "eval.jsonl")
    unseen = [document for document in documents if not in_learning_half(document["doc"])]
    print(f"{len(unseen)} variants of {len({one['doc'] for one in unseen})} documents")
    if arguments.rates:
        report_rates(unseen)
    else:
        for name, lexicon in lexicons(documents):
            report(f"lexicon from {name:10}", unseen, lexicon)


if __name__ == "__main__":
    main()
