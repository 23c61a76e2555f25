"""How well texts are aligned, with and without a lexicon learned from texts alone.

  python bench/alignment.py FOLDER

FOLDER/eval.jsonl holds one document a line: "doc" (its variants share it), "variant", "en" and "ar" (lists of
segments), "beads" ([[English positions], [Arabic positions]], every position in one). A bead is right if both its
sides are; F1 is over all beads, those with an empty side too. Only documents are aligned of which the weights have
seen nothing (the other half of bench/train_alignment.py). The lexicon is learned, without gold, from 30 documents of
the seen half, from all of it, or from an archive that holds the aligned documents too.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

from train_alignment import clean_texts, in_learning_half, read_documents

from crawler.align import align
from crawler.lexicon_training import learn_lexicon

SURE = 0.9
SMALL_ARCHIVE = 30


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    documents = read_documents(parser.parse_args().folder / "eval.jsonl")
    unseen = [document for document in documents if not in_learning_half(document["doc"])]
    print(f"{len(unseen)} variants of {len({one['doc'] for one in unseen})} documents")
    for name, lexicon in lexicons(documents):
        scores, precision, share, speed = measure(unseen, lexicon)
        shown = "  ".join(f"{variant} {score:.4f}" for variant, score in scores.items())
        print(f"lexicon from {name:10}  {shown}", flush=True)
        print(
            f"{'':24}at >= {SURE}: {share:.1%} of the beads, {precision:.4f} right; {speed:.0f} documents/s", flush=True
        )


if __name__ == "__main__":
    main()
