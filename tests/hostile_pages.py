"""Seeded hostile pages: invented trees and bytes, and mutations of real pages, each read in a child with limits.

    python -m tests.hostile_pages --count 10000                  # the project's own test pages, mutated
    python -m tests.hostile_pages --count 10000 --pages FOLDER   # and the pages of a folder, .html or .html.xz

Prints how many were read, what was raised, the slowest, and those over two seconds of CPU time. The same seed and
count give the same pages. A page that kills its reader, or holds it for long, is told as such, and the next one is
read in a new child.
"""

import argparse
import json
import lzma
import random
import resource
import select
import struct
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.hostile_inputs import invented_pages, mutate

ROOT = Path(__file__).parent.parent
_OWN_PAGES = ROOT / "tests" / "pages"
_URL = "https://news.example/2026/03/a-story-of-the-day"
_MEMORY_BYTES = 1536 * 2**20
_CPU_SECONDS_MOST = 2.0
# After so long without an answer the reader is killed.
_WATCHDOG_SECONDS = 60.0
_SLOWEST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page."""

    number: int
    kind: str
    """"invented tree", "invented bytes", or the mutation."""
    length_bytes: int
    cpu_seconds: float
    raised: str | None
    """The exception, or how the reader died; None where a record came out."""

    @property
    def is_bad(self) -> bool:
        return self.raised is not None or self.cpu_seconds > _CPU_SECONDS_MOST


def hostile_pages(count: int, originals: Sequence[bytes], seed: int) -> Iterator[tuple[str, bytes]]:
    """So many hostile pages, with what was done: a third invented, the others mutations of the originals."""
    choices = random.Random(seed)
    invented = invented_pages(count // 3)
    for number in range(count):
        page = next(invented, None) if number % 3 == 0 else None
        yield page or mutate(choices, originals)


def read_all(pages: Iterator[tuple[str, bytes]], keep: Path | None = None) -> Iterator[Outcome]:
    """Each page read in a child, in turn; bad ones are written into the folder `keep`."""
    reader: _Reader | None = None
    for number, (kind, html) in enumerate(pages):
        reader = reader or _Reader()
        cpu_seconds, raised = reader.read(html)
        outcome = Outcome(number, kind, len(html), cpu_seconds, raised)
        if keep is not None and outcome.is_bad:
            (keep / f"{number}.html").write_bytes(html)
        yield outcome
        if reader.is_dead:
            reader = None
    if reader is not None:
        reader.close()


def own_pages() -> list[bytes]:
    """The pages written for the tests, by name."""
    return [path.read_bytes() for path in sorted(_OWN_PAGES.rglob("*.html"))]


def pages_of(folder: Path) -> list[bytes]:
    """All pages under a folder, by name."""
    paths = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.xz")))
    return [lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes() for path in paths]


class _Reader:
    """A child that reads pages with little memory."""

    def __init__(self) -> None:
        self.is_dead = False
        self._child = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile_pages", "--reader"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )

    def read(self, html: bytes) -> tuple[float, str | None]:
        """CPU seconds, and what was raised."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(struct.pack(">I", len(html)) + html)
        self._child.stdin.flush()
        ready, _, _ = select.select([self._child.stdout], [], [], _WATCHDOG_SECONDS)
        line = self._child.stdout.readline() if ready else b""
        if line:
            cpu_seconds, raised = json.loads(line)
            return cpu_seconds, raised
        self._child.kill()
        self.close()
        return (0.0, f"the reader died: {self._child.returncode}") if ready else (_WATCHDOG_SECONDS, "no answer")

    def close(self) -> None:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self.is_dead = True
        with suppress(BrokenPipeError):  # it died with a page half written
            self._child.stdin.close()
        self._child.wait()
        self._child.stdout.close()


def _serve() -> None:
    """In the child: pages on standard input, each after its length; a line of JSON for each on standard output."""
    from datetime import UTC, datetime

    from crawler import read_page

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    captured_at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    while length := sys.stdin.buffer.read(4):
        html = sys.stdin.buffer.read(struct.unpack(">I", length)[0])
        started, raised = time.process_time(), None
        try:
            # What comes out must also go into a file of JSON.
            json.dumps(read_page(html, _URL, captured_at=captured_at), ensure_ascii=False).encode()
        except BaseException as error:  # noqa: BLE001 - which exceptions there are is what is asked
            raised = f"{type(error).__name__}: {error}"[:300]
        print(json.dumps([time.process_time() - started, raised]), flush=True)


def _told(outcomes: Sequence[Outcome]) -> Iterator[str]:
    kinds = Counter(one.kind for one in outcomes)
    yield f"{len(outcomes)} pages, {sum(one.length_bytes for one in outcomes) / 1e6:.1f} MB"
    yield "  " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    yield f"raised: {sum(one.raised is not None for one in outcomes)}"
    yield from (f"  {one.number} ({one.kind}): {one.raised}" for one in outcomes if one.raised)
    slow = [one for one in outcomes if one.cpu_seconds > _CPU_SECONDS_MOST]
    yield f"over {_CPU_SECONDS_MOST:.0f} s of CPU time: {len(slow)}"
    yield "slowest:"
    for one in sorted(outcomes, key=lambda one: -one.cpu_seconds)[:_SLOWEST_TOLD]:
        yield f"  {one.cpu_seconds:.2f} s  {one.number} ({one.kind}), {one.length_bytes} bytes"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the bad ones into this folder")
    parser.add_argument("--reader", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reader:
        _serve()
        return
    originals = own_pages() + [page for folder in options.pages for page in pages_of(folder)]
    if options.keep is not None:
        options.keep.mkdir(parents=True, exist_ok=True)
    outcomes = list(read_all(hostile_pages(options.count, originals, options.seed), options.keep))
    print("\n".join(_told(outcomes)))
    sys.exit(any(one.is_bad for one in outcomes))


if __name__ == "__main__":
    main()
