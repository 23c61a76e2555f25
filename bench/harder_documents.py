"""Documents with gold beads made harder at any rate: neighbours merged on one side, segments missing on one side."""

import random


def make_harder(document, merged, missing, chance: random.Random):
    """The document with that share of its beads cut to one side, and of the links joined to the next by a merge.

    "en", "ar" and "beads" as in the documents that `train_alignment.read_documents` reads; no bead holds more than
    three segments of a side, and nothing crosses.
    """
    units = [
        ([document["en"][at] for at in here], [document["ar"][at] for at in there]) for here, there in document["beads"]
    ]
    cut = [_cut(unit, missing, chance) for unit in units]
    left = [unit for unit in cut if any(unit)]
    joined = []
    while left:
        unit = left.pop(0)
        if left and all(unit) and all(left[0]) and chance.random() < merged:
            merge = _merge(unit, left[0], chance)
            if max(map(len, merge)) <= 3:
                unit = merge
                left.pop(0)
        joined.append(unit)
    return document | _numbered(joined)


def _cut(unit, missing, chance):
    draw = chance.random()
    return ([], unit[1]) if draw < missing / 2 else (unit[0], []) if draw < missing else unit


def _merge(unit, following, chance):
    here, there = unit[0] + following[0], unit[1] + following[1]
    return ([" ".join(here)], there) if chance.random() < 0.5 else (here, [" ".join(there)])


def _numbered(units):
    english, arabic, beads = [], [], []
    for here, there in units:
        starts = len(english), len(arabic)
        english += here
        arabic += there
        beads.append([[*range(starts[0], len(english))], [*range(starts[1], len(arabic))]])
    return {"en": english, "ar": arabic, "beads": beads}
