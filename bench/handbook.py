"""Comparison and alignment on a text that no rule or weight was made on: the Debian Administrator's Handbook.

    apt-get download debian-handbook && dpkg -x debian-handbook_*.deb handbook
    python bench/handbook.py handbook/usr/share/doc/debian-handbook/html

Its Arabic translation (ar-MA) follows the English one (en-US) paragraph by paragraph, so a pair is what stands at the
same place of the same file, where the Arabic side is translated. CC-BY-SA 3.0 or GPL 2+; it is read where it lies.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bs4 import BeautifulSoup
from discrepancies import report_changed, report_clean
from parallel_texts import Document

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.append(str(ROOT))

from crawler.align import align  # noqa: E402

_PARAGRAPHS = "div.para, h1.title, h2.title, h3.title, p.title"
_LEAST_LETTERS = 30
"""Shorter English lines are headings of one or two words and names of programs."""
_PER_ARTICLE = 40
"""A chapter is no article: so many pairs in a row are compared, and aligned, at once."""


def read_handbook(folder: Path) -> Iterator[Document]:
    """The handbook as runs of pairs, file by file; files whose two sides have other elements are left out."""
    for path in sorted((folder / "en-US").glob("*.html")):
        sides = [_paragraphs(side) for side in (path, folder / "ar-MA" / path.name)]
        if [kind for kind, _ in sides[0]] == [kind for kind, _ in sides[1]]:
            pairs = [(english, arabic) for (_, english), (_, arabic) in zip(*sides, strict=True)]
            translated = [pair for pair in pairs if _is_translated(*pair)]
            for start in range(0, len(translated), _PER_ARTICLE):
                yield Document(f"{path.stem}/{start}", tuple(translated[start : start + _PER_ARTICLE]))


def _paragraphs(path: Path) -> list[tuple[str, str]]:
    """Each paragraph's kind of element and its text; listings of commands are no text."""
    if not path.exists():
        return []
    soup = BeautifulSoup(path.read_bytes(), "lxml-xml")
    for listing in soup.select("pre, script, style"):
        listing.decompose()
    return [(found.name, " ".join(found.get_text(" ").split())) for found in soup.select(_PARAGRAPHS)]


def _is_translated(english: str, arabic: str) -> bool:
    letters = len(re.findall("[\u0621-\u064a]", arabic))
    return len(english) > _LEAST_LETTERS and letters > len(re.findall("[A-Za-z]", arabic))


def report_alignment(documents: Sequence[Document]) -> str:
    """Strict bead F1 of the runs as they are, without a lexicon: every pair is a bead."""
    right = found = gold = 0
    for document in documents:
        beads = {(bead.english, bead.arabic) for bead in align(*map(list, zip(*document.pairs, strict=True)))}
        right += sum(((at,), (at,)) in beads for at in range(len(document.pairs)))
        found, gold = found + len(beads), gold + len(document.pairs)
    return f"aligned: {right} of {gold} beads, F1 {2 * right / (found + gold):.4f}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--show", action="store_true", help="print findings and lost changes; then it is unseen no more"
    )
    arguments = parser.parse_args()
    documents = list(read_handbook(arguments.folder))
    print(f"{len(documents)} runs of paragraphs")
    print(*report_clean(documents, show=arguments.show), sep="\n")
    print(*report_changed(documents, show=arguments.show), sep="\n")
    print(report_alignment(documents))


if __name__ == "__main__":
    main()
