"""How well sentences are found: boundary F1 on parallel documents whose lines are sentences, beside other splitters.

    python bench/sentences.py FILE.jsonl...
    python bench/sentences.py FILE.jsonl... --peers blingfire,pysbd,sentencex
    python bench/sentences.py FILE.jsonl... --faults ar --half tuned

A line of a file is a document: "pairs" holds its lines as [English, Arabic]. The lines of one language, white space
settled, are joined by one space; the end of every line but the last is a boundary. A boundary is told by the number of
characters before it that are no white space, so that splitters which strip or join spaces are judged alike. Precision
and recall are over the boundaries of all documents together. Every second document, from the first, is the half that
the rules were tuned on; the other half was not looked at. The ceiling is the F1 of a splitter that finds just those
boundaries after a line that ends with a stop: after a headline nothing tells a reader of the joined text that it ends.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crawler.alignment.sentences import split_sentences

LANGUAGES = ("en", "ar")
Splitter = Callable[[str, str], Sequence[str]]
_STOP_AT_END = re.compile(r"[.!?؟…۔][^\w\s]*$")
_HALVES = {"tuned": slice(0, None, 2), "held out": slice(1, None, 2), "all": slice(None)}


@dataclass(frozen=True)
class Boundaries:
    """How many of the gold's boundaries were found, and how many there are on either side."""

    right: int
    found: int
    gold: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold)

    def __str__(self) -> str:
        return f"{self.right / self.found:.4f} | {self.right / self.gold:.4f} | {self.f1:.4f}"


def read_documents(path: Path) -> list[tuple[list[str], list[str]]]:
    """The English and the Arabic lines of each document, without empty ones."""
    documents = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pairs = json.loads(line)["pairs"]
        english, arabic = ([" ".join(pair[side].split()) for pair in pairs] for side in (0, 1))
        documents.append(([text for text in english if text], [text for text in arabic if text]))
    return documents


def boundaries_of(sentences: Sequence[str]) -> set[int]:
    """Characters before each inner boundary, white space not counted."""
    ends, before = set[int](), 0
    for sentence in sentences[:-1]:
        before += len("".join(sentence.split()))
        ends.add(before)
    return ends


def own_sentences(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


def measure(documents: Sequence[Sequence[str]], language: str, split: Splitter) -> Boundaries:
    right = found = gold = 0
    for lines in documents:
        told, wanted = boundaries_of(split(" ".join(lines), language)), boundaries_of(lines)
        right, found, gold = right + len(told & wanted), found + len(told), gold + len(wanted)
    return Boundaries(right, found, gold)


def ceiling(documents: Sequence[Sequence[str]]) -> Boundaries:
    """What finding all boundaries with a stop before them, and no others, would give."""
    gold = sum(len(lines) - 1 for lines in documents)
    stops = sum(_STOP_AT_END.search(line) is not None for lines in documents for line in lines[:-1])
    return Boundaries(stops, stops, gold)


def faults(documents: Sequence[Sequence[str]], language: str) -> Iterator[str]:
    """Each boundary that is missed (-) or invented (+), in its text."""
    for lines in documents:
        text = " ".join(lines)
        letters = [place for place, letter in enumerate(text) if not letter.isspace()]
        wanted, told = boundaries_of(lines), boundaries_of(own_sentences(text, language))
        for mark, boundaries in (("-", wanted - told), ("+", told - wanted)):
            for boundary in sorted(boundaries):
                place = letters[boundary - 1] + 1
                yield f"{mark} {text[max(0, place - 50) : place]} || {text[place : place + 40]}"


def peer(name: str) -> Splitter:
    """Another splitter, imported where it is asked for; ModuleNotFoundError where it is not installed."""
    return PEERS[name]()


def _blingfire() -> Splitter:
    from blingfire import text_to_sentences

    return lambda text, _language: text_to_sentences(text).split("\n")


def _pysbd() -> Splitter:
    from pysbd import Segmenter

    return lambda text, language: Segmenter(language=language, clean=False).segment(text)


def _sentencex() -> Splitter:
    from sentencex import segment

    return lambda text, language: list(segment(language, text))


def _nupunkt() -> Splitter:
    from nupunkt import sent_tokenize

    return lambda text, _language: sent_tokenize(text)


def _syntok() -> Splitter:
    from syntok.segmenter import process

    return lambda text, _language: [
        "".join(token.spacing + token.value for token in sentence) for lines in process(text) for sentence in lines
    ]


PEERS: dict[str, Callable[[], Splitter]] = {
    "blingfire": _blingfire,
    "pysbd": _pysbd,
    "sentencex": _sentencex,
    "nupunkt": _nupunkt,
    "syntok": _syntok,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--peers", default="", help=f"of {', '.join(PEERS)}")
    parser.add_argument("--faults", choices=LANGUAGES, help="show what is missed and invented in this language")
    parser.add_argument("--half", choices=_HALVES, default="all", help="of which documents the faults are shown")
    options = parser.parse_args()
    splitters = {"sijill": own_sentences} | {name: peer(name) for name in filter(None, options.peers.split(","))}
    for path in options.files:
        documents = read_documents(path)
        if options.faults:
            chosen = [one[LANGUAGES.index(options.faults)] for one in documents[_HALVES[options.half]]]
            print("\n".join(faults(chosen, options.faults)))
            continue
        print(f"\n{path.name}, {len(documents)} documents\n\n| splitter | language | documents | P | R | F1 |")
        print("|---" * 6 + "|")
        for side, language in enumerate(LANGUAGES):
            for half, part in _HALVES.items():
                chosen = [one[side] for one in documents[part]]
                for name, split in splitters.items():
                    print(f"| {name} | {language} | {half} | {measure(chosen, language, split)} |")
                print(f"| ceiling | {language} | {half} | {ceiling(chosen)} |")


if __name__ == "__main__":
    main()
