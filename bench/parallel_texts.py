"""Translated texts with known pairs: NTREX-128, the TMX of TICO-19, and documents with gold beads; a third is held out.

A document is held out by the hash of its name, runs of one article together: its findings are counted, never shown.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from defusedxml import ElementTree

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Document:
    """One translated text as pairs of sentences."""

    name: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Beads:
    """One document of paragraphs with the beads that are right."""

    name: str
    english: tuple[str, ...]
    arabic: tuple[str, ...]
    beads: frozenset[tuple[tuple[int, ...], tuple[int, ...]]]


def is_held_out(name: str) -> bool:
    """True for a third of the documents."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 3 == 0


def read_documents(folder: Path) -> list[Document]:
    """The documents of the folder's `parallel`, in the order of the files."""
    return [*_ntrex(folder / "parallel" / "ntrex128.en-ar.jsonl"), *_tico(folder / "parallel" / "tico19")]


def _ntrex(path: Path) -> Iterator[Document]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Document(f"ntrex/{row['doc_id']}", tuple((english, arabic) for english, arabic in row["pairs"]))


def _tico(folder: Path) -> Iterator[Document]:
    with ZipFile(folder / "all.en-ar.tmx.zip") as archive:
        root = ElementTree.parse(BytesIO(archive.read("all.en-ar.tmx")))
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for unit in root.iter("tu"):
        texts = {variant.get(_LANGUAGE): (variant.findtext("seg") or "").strip() for variant in unit.iter("tuv")}
        pairs[f"tico/{unit.get('tuid').partition(':')[0]}"].append((texts["en"], texts["ar"]))
    for name, texts_of in pairs.items():
        yield Document(name, tuple(texts_of))


def read_beads(folder: Path, variant: str) -> Iterator[Beads]:
    """The documents of one variant of `align/eval.jsonl`; runs of an article have the article's name."""
    with (folder / "align" / "eval.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["variant"] == variant:
                yield Beads(_article(row["id"]), tuple(row["en"]), tuple(row["ar"]), _beads(row["beads"]))


def _article(identity: str) -> str:
    name = identity.partition("#")[0]
    return "/".join(name.split("/")[:2])


def _beads(beads: list[list[list[int]]]) -> frozenset[tuple[tuple[int, ...], tuple[int, ...]]]:
    return frozenset((tuple(english), tuple(arabic)) for english, arabic in beads)
