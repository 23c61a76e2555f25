"""How surely differences between the two sides are found, and how seldom there is a conflict where there is none.

    python bench/discrepancies.py FOLDER [--show]

FOLDER holds `parallel` and `align`. The first figures are of the documents that may be looked at, the last of the third
that is held out; `--show` prints what was found in the former.
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from changed_texts import Change, changes
from parallel_texts import Beads, Document, is_held_out, read_beads, read_documents

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from crawler.align import align  # noqa: E402
from crawler.compare import compare_editions  # noqa: E402
from crawler.lexicon_training import learn_lexicon  # noqa: E402
from crawler.models import Discrepancy, Edition, Role, Segment, Severity, TranslationUnit  # noqa: E402

_AROUND = 3
"""How many pairs on each side of a changed one are compared with it."""
_Said = tuple[str, str, str | None, str | None]


def compare(pairs: Sequence[tuple[str, str]]) -> tuple[Discrepancy, ...]:
    """The findings where each pair is a unit of its own, surely aligned."""
    editions = [
        Edition(language, tuple(Segment(Role.PARAGRAPH, at, pair[side]) for at, pair in enumerate(pairs)))
        for side, language in enumerate(("en", "ar"))
    ]
    units = [
        TranslationUnit((english.ref,), (arabic.ref,), 1.0)
        for english, arabic in zip(*(edition.segments for edition in editions), strict=True)
    ]
    return compare_editions(editions[0], editions[1], units)


def _said(found: Iterable[Discrepancy], unit: int) -> set[_Said]:
    return {(one.kind, one.severity, one.english, one.arabic) for one in found if one.unit == unit}


def report_clean(documents: Sequence[Document], *, show: bool) -> Iterator[str]:
    """What is found where nothing was changed."""
    counts: Counter[tuple[str, str]] = Counter()
    units = numbered = in_numbered = 0
    for document in documents:
        found = compare(document.pairs)
        counts.update((one.severity, one.kind) for one in found)
        with_digits = {at for at, pair in enumerate(document.pairs) if re.search(r"\d", " ".join(pair))}
        units, numbered = units + len(document.pairs), numbered + len(with_digits)
        in_numbered += sum(one.severity == Severity.CONFLICT and one.unit in with_digits for one in found)
        for one in found if show else ():
            where = f"{document.name} {one.unit}"
            print(one.severity, one.kind, where, one.english, one.arabic, *document.pairs[one.unit], sep="\t")
    conflicts = sum(count for (severity, _), count in counts.items() if severity == Severity.CONFLICT)
    yield f"clean units {units}: {conflicts} conflicts, {1000 * conflicts / units:.2f} per 1,000"
    yield f"of them with digits {numbered}: {in_numbered} conflicts, {1000 * in_numbered / numbered:.2f} per 1,000"
    for severity in Severity:
        kinds = {kind: count for (of, kind), count in sorted(counts.items()) if of == severity}
        yield f"  {severity}: {sum(kinds.values())} {kinds}"


def report_changed(documents: Sequence[Document], *, show: bool) -> Iterator[str]:
    """How many changes are found, and as a conflict."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    chance = random.Random(2026)
    for document in documents:
        for at in range(len(document.pairs)):
            for change, side, new in _findings_of_changes(document, at, chance):
                result = _result(new)
                for name in (f"{change.kind} {_LANGUAGES[side]}", "in all"):
                    counts[name][result] += 1
                if show and result != "conflict":
                    other = document.pairs[at][1 - side]
                    print(
                        f"changed {result} {change.kind}", document.name, at, change.was, change.text, other, sep="\t"
                    )
    for name, results in sorted(counts.items()):
        total = results.total()
        found, conflicts = 1 - results["lost"] / total, results["conflict"] / total
        yield f"changed {name}: {total}, found {found:.3f}, as a conflict {conflicts:.3f}"


_LANGUAGES = ("en", "ar")


def _findings_of_changes(
    document: Document, at: int, chance: random.Random
) -> Iterator[tuple[Change, int, set[_Said]]]:
    """Each change of a pair with its side, and what is found with it and not without it."""
    pair, first = document.pairs[at], max(0, at - _AROUND)
    around = list(document.pairs[first : at + _AROUND + 1])
    before: set[_Said] | None = None
    for side, language in enumerate(_LANGUAGES):
        for change in changes(pair[side], language, chance):
            if before is None:
                before = _said(compare(around), at - first)
            changed = (change.text, pair[1]) if side == 0 else (pair[0], change.text)
            with_change = [*around[: at - first], changed, *around[at - first + 1 :]]
            yield change, side, _said(compare(with_change), at - first) - before


def _result(new: set[_Said]) -> str:
    if any(severity == Severity.CONFLICT for _, severity, _, _ in new):
        return "conflict"
    return "found" if new else "lost"


def report_missing(folder: Path, *, held_out: bool) -> Iterator[str]:
    """How surely segments are found that have no partner, with the lexicon that an archive of the texts would have."""
    clean, *hard = (list(read_beads(folder, variant)) for variant in ("clean-para", "hard-para", "vhard-para"))
    lexicon = learn_lexicon((document.english, document.arabic) for document in hard[0])
    variants = {"nothing taken out": clean}
    for share in _GAPS:
        chance = random.Random(2026)
        name = f"{share:.0%} of the paragraphs taken out of a side, {_DRAWS} times"
        variants[name] = [_with_gaps(document, share, chance) for _ in range(_DRAWS) for document in clean]
    variants |= {"hard-para": hard[0], "vhard-para": hard[1]}
    for name, documents in variants.items():
        right = found = known = 0
        for document in documents:
            if is_held_out(document.name) == held_out:
                gold = {bead for bead in document.beads if not all(bead)}
                beads = ((bead.english, bead.arabic) for bead in align(document.english, document.arabic, lexicon))
                alone = {bead for bead in beads if not all(bead)}
                right, found, known = right + len(gold & alone), found + len(alone), known + len(gold)
        precision, recall, f1 = right / max(1, found), right / max(1, known), 2 * right / max(1, found + known)
        yield f"missing, {name}: {known} and {found} told, precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


_GAPS = (0.05, 0.1, 0.25)
_DRAWS = 5


def _with_gaps(document: Beads, share: float, chance: random.Random) -> Beads:
    """The document without some paragraphs of one side or the other; all its beads are of one and one."""
    sides: tuple[list[str], list[str]] = ([], [])
    beads = set()
    for (english,), (arabic,) in sorted(document.beads):
        gap = chance.choice((0, 1)) if chance.random() < share else None
        bead: list[tuple[int, ...]] = []
        for side, text in enumerate((document.english[english], document.arabic[arabic])):
            bead.append(() if side == gap else (len(sides[side]),))
            sides[side].extend([] if side == gap else [text])
        beads.add((bead[0], bead[1]))
    return Beads(document.name, tuple(sides[0]), tuple(sides[1]), frozenset(beads))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print findings and lost changes, of the open part only")
    parser.add_argument("--part", choices=["open", "held-out"])
    parser.add_argument("--only", choices=["clean", "changed", "missing"])
    arguments = parser.parse_args()
    documents = read_documents(arguments.folder)
    for part in ("open", "held-out"):
        if arguments.part in (None, part):
            held_out = part == "held-out"
            show = arguments.show and not held_out
            chosen = [document for document in documents if is_held_out(document.name) == held_out]
            print(f"{part}: {len(chosen)} documents")
            if arguments.only in (None, "clean"):
                print(*report_clean(chosen, show=show), sep="\n")
            if arguments.only in (None, "changed"):
                print(*report_changed(chosen, show=show), sep="\n")
            if arguments.only in (None, "missing"):
                print(*report_missing(arguments.folder, held_out=held_out), sep="\n")


if __name__ == "__main__":
    main()
