"""How well real bilingual articles are aligned, against beads that a reader of both languages wrote by eye.

    python bench/hand_aligned.py FOLDER...                 # strict bead F1 per article and in all, and what is wrong
    python bench/hand_aligned.py FOLDER... --learn FILE    # with a lexicon learned from a file of parallel documents
    python bench/hand_aligned.py FOLDER... --show          # what is read of each article, to align further ones

hand_aligned.jsonl holds an article a line and no text: its pages by the SHA-256 of their bytes (of a feed or a file of
parallel documents also which of its items or lines, from 0), each side's segments by role and digest (of the
comparison form, 12 hex digits), and the beads as positions in these lists. They were written by reading both texts,
before the aligner was run on them. Segments are in one bead where one side says what the other says, and no smaller
bead does; date lines and bylines answer to each other whatever they say. There are four kinds:

- pages: two linked pages, two items of feeds, or one page in two languages, as they are read, with their roles;
- one language: pages that quote a post in the other language. What is quoted belongs to the edition that quotes it, so
  that there is one side and every segment stands alone: a reading of them as two editions would show here;
- unlike: pages in two languages whose texts are no translations of each other, so that every segment stands alone;
- running text: both sides of a translated news story as the sentences of one text without line ends. Where a line
  ends without a stop, sentences are joined, some into beads larger than the aligner makes. These beads were proposed
  by the lines and corrected by eye.

The pages are looked for below the folders. Segments are known by their digests: where one is read otherwise than when
the gold was written, the script says so. A bead is right where both its sides are exactly those of a gold bead; F1
over all beads, and over those with both sides filled (links). A segment that the gold does not know makes its bead
wrong; beads of segments that are not read any more count as missed.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sentences import own_sentences, read_documents

from crawler.align import align
from crawler.derive import article_from_pages, pair_editions, read_capture
from crawler.extract import Page
from crawler.lexicon import Lexicon
from crawler.lexicon_training import learn_lexicon
from crawler.models import Capture, Edition, NotAnArticle
from crawler.models.forms import comparison_form

GOLD = Path(__file__).with_name("hand_aligned.jsonl")
SIDES = ("en", "ar")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_GZIP = b"\x1f\x8b"
_URL = "https://news.example/"
_READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
# A page's bytes are looked for by hash; larger files are no pages.
_MOST_BYTES = 4_000_000

# A segment by its digest, and how many like it stand before it.
Key = tuple[str, int]
Bead = tuple[frozenset[Key], frozenset[Key]]


@dataclass(frozen=True)
class Score:
    """Beads that are right, told and wanted."""

    right: int = 0
    told: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.told + self.wanted) if self.told + self.wanted else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.told + other.told, self.wanted + other.wanted)


def files_by_hash(folders: Sequence[Path]) -> dict[str, Path]:
    """The files below the folders by the SHA-256 of their bytes, links not followed."""
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    small = (path for path in files if not path.is_symlink() and path.stat().st_size <= _MOST_BYTES)
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in small}


@dataclass(frozen=True)
class Reading:
    """An article as it is read and aligned now."""

    english: list[tuple[str, str]]
    """Its segments in reading order: role and text."""
    arabic: list[tuple[str, str]]
    beads: list[tuple[list[int], list[int]]]
    """Positions in both lists."""

    @property
    def sides(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        return self.english, self.arabic


def read(row: Mapping[str, Any], files: Mapping[str, Path], lexicon: Lexicon | None) -> Reading | None:
    """The article of a line of the gold; None where one of its pages is not at hand or cannot be read."""
    if any(page["sha256"] not in files for page in row["pages"]):
        return None
    if "document" in row["pages"][0]:
        return _running_text(files[row["pages"][0]["sha256"]], row["pages"][0]["document"], lexicon)
    pages = [_read_page(files[page["sha256"]], page.get("item")) for page in row["pages"]]
    whole = [page for page in pages if isinstance(page, Page)]
    if len(whole) < len(pages):
        return None
    editions = {edition.language: edition for edition in article_from_pages(_URL, whole, _READ_AT).editions}
    english, arabic = (editions.get(side, Edition(side, ())) for side in SIDES)
    places = [{one.ref: place for place, one in enumerate(side.segments)} for side in (english, arabic)]
    units, _ = pair_editions((english, arabic), lexicon)
    beads = [([places[0][ref] for ref in unit.english], [places[1][ref] for ref in unit.arabic]) for unit in units]
    return Reading(_named(english), _named(arabic), beads)


def _named(edition: Edition) -> list[tuple[str, str]]:
    return [(segment.role.value, segment.text) for segment in edition.segments]


def _running_text(path: Path, number: int, lexicon: Lexicon | None) -> Reading:
    """Both texts of a parallel document, each as the sentences of one running text; its headline is the first line."""
    english, arabic = (
        [headline, *own_sentences(" ".join(lines), side)]
        for side, (headline, *lines) in zip(SIDES, read_documents(path)[number], strict=True)
    )
    beads = [([*bead.english], [*bead.arabic]) for bead in align(english, arabic, lexicon)]
    return Reading([("sentence", text) for text in english], [("sentence", text) for text in arabic], beads)


def _read_page(path: Path, item: int | None) -> Page | NotAnArticle:
    body = path.read_bytes()
    if body.startswith(_GZIP):
        body = gzip.decompress(body)
    if item is not None:
        body = _as_post(list(ElementTree.fromstring(body).iter("item"))[item])
    return read_capture(Capture(_URL, _URL, _READ_AT, _READ_AT, status=200, wire=body))


def _as_post(item: ElementTree.Element) -> bytes:
    """A feed's item as the REST answer that WordPress gives for the same post."""
    fields = {"title": item.findtext("title"), "content": item.findtext(_CONTENT)}
    return json.dumps({name: {"rendered": text or ""} for name, text in fields.items()}).encode()


def digest(text: str) -> str:
    return hashlib.sha256(comparison_form(text).encode()).hexdigest()[:12]


def keys_of(digests: Iterable[str]) -> list[Key]:
    before = Counter[str]()
    keys = []
    for one in digests:
        keys.append((one, before[one]))
        before[one] += 1
    return keys


def bead_set(beads: Iterable[Sequence[Sequence[int]]], keys: Sequence[Sequence[Key]]) -> set[Bead]:
    english, arabic = keys
    return {(frozenset(english[n] for n in bead[0]), frozenset(arabic[n] for n in bead[1])) for bead in beads}


def score(told: set[Bead], wanted: set[Bead]) -> Score:
    return Score(len(told & wanted), len(told), len(wanted))


def links(beads: set[Bead]) -> set[Bead]:
    return {bead for bead in beads if all(bead)}


def judge(row: Mapping[str, Any], reading: Reading) -> tuple[Score, Score, list[str]]:
    """The score of all beads and of links, and what is wrong and what is read otherwise."""
    gold_keys = [keys_of(one for _, one in row["segments"][side]) for side in SIDES]
    read_keys = [keys_of(digest(text) for _, text in side) for side in reading.sides]
    told, wanted = bead_set(reading.beads, read_keys), bead_set(row["beads"], gold_keys)
    roles, lines = [], list[str]()
    for side, gold, now, segments in zip(SIDES, gold_keys, read_keys, reading.sides, strict=True):
        roles.append(dict(zip(now, (role for role, _ in segments), strict=True)))
        then = dict(zip(gold, (role for role, _ in row["segments"][side]), strict=True))
        lines += read_anew(side, then, roles[-1])
    names = [{key: f"{place} {roles[n][key]}" for place, key in enumerate(keys)} for n, keys in enumerate(read_keys)]
    lines += sorted(f"+ {_bead_name(bead, names)}" for bead in told - wanted)
    lines += sorted(f"- {_bead_name(bead, names)}" for bead in wanted - told)
    return score(told, wanted), score(links(told), links(wanted)), lines


def read_anew(side: str, then: Mapping[Key, str], now: Mapping[Key, str]) -> Iterator[str]:
    for key, role in then.items():
        if now.get(key) != role:
            yield f"{side} {role} {key[0]} is {f'read as {now[key]}' if key in now else 'not read any more'}"
    yield from (f"{side} {role} {key[0]} is new" for key, role in now.items() if key not in then)


def _bead_name(bead: Bead, names: Sequence[Mapping[Key, str]]) -> str:
    sides = (sorted(names[n].get(key, key[0]) for key in side) for n, side in enumerate(bead))
    return " = ".join(", ".join(side) for side in sides)


def show(reading: Reading) -> Iterator[str]:
    for side, segments in zip(SIDES, reading.sides, strict=True):
        yield from (f"{side} {place} {role} {digest(text)} {text}" for place, (role, text) in enumerate(segments))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--learn", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--show", action="store_true", help="print what is read of each article instead")
    options = parser.parse_args()
    files = files_by_hash(options.folders)
    lexicon = learn_lexicon(pair for path in options.learn for pair in read_documents(path)) if options.learn else None
    totals: dict[str, tuple[Score, Score]] = {}
    for number, row in enumerate(map(json.loads, options.gold.read_text(encoding="utf-8").splitlines())):
        reading = read(row, files, lexicon)
        if reading is None:
            print(f"{number}: not all of its pages are below these folders")
        elif options.show:
            print(f"\n{number}:", *show(reading), sep="\n")
        else:
            beads, linked, lines = judge(row, reading)
            print(f"{number} {row['kind']}: {beads.wanted} beads, F1 {beads.f1:.3f}, links {linked.f1:.3f}")
            print("".join(f"   {line}\n" for line in lines), end="")
            for name in (row["kind"], "all"):
                before = totals.get(name, (Score(), Score()))
                totals[name] = (before[0] + beads, before[1] + linked)
    for name, (beads, linked) in sorted(totals.items(), key=lambda total: total[0] == "all"):
        print(f"{name}: {beads.right} of {beads.wanted} beads, F1 {beads.f1:.4f}; links F1 {linked.f1:.4f}")


if __name__ == "__main__":
    main()
