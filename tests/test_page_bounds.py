"""What reading a page costs: work in proportion to its size, and little time and memory however deep it nests.

Work is counted in calls of Python functions, and of C functions by what text they are given, never by a clock; only
the limits on deep pages are seconds, and they are wide.
"""

import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawler import read_page

WORDS = "The council approved the new water line after a long debate on Sunday evening."
ARABIC = "وافق المجلس على خط المياه الجديد بعد نقاش طويل مساء يوم الأحد."
# Units of which a page is made: what stands at n, and at 2n, of them.
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>Sentence {n} of the story ends here.</p>",
    "links": lambda n: f"<a href='/n/{n}'>Link number {n}</a> ",
    "a list of links": lambda n: f"<li><a href='/n/{n}'>Link number {n} to a story</a></li>",
    "cards": lambda n: f"<div class=card><h3><a href='/n/{n}'>Link {n} to a story</a></h3><p>{WORDS}</p></div>",
    "spans that run into one another": lambda n: f"<span class='date author'>word{n}</span>",
    "times": lambda n: f"<time datetime='2024-01-01'>January {n}</time> ",
    "lines": lambda n: f"Line {n} of the story ends here.<br>",
    "soft wraps": lambda n: f"line {n} of the story goes on<br>\nand on",
    "table rows": lambda n: f"<table><tr><td>Cell {n}<td>{WORDS}</tr></table>",
    "figures": lambda n: f"<figure><img src='/{n}.jpg'><figcaption>Picture {n}. Photo: A. Writer</figcaption></figure>",
    "pictures": lambda n: f"<img src='/{n}.jpg'>",
    "one paragraph again and again": lambda n: f"<p>{WORDS}</p>",
    "headings": lambda n: f"<h2>A story of water {n}</h2><p>{WORDS}</p>",
    "date lines": lambda n: f"<p>Published {n % 28 + 1} March 2024, 10:{n % 60:02}</p>",
    "bylines": lambda n: f"<p class=byline>By Salma Haddad {n}</p>",
    "long classes": lambda n: f"<p class='{'x-y_z ' * 50}{n}'>{WORDS}</p>",
    "both languages": lambda n: f"<p>{WORDS} {n}</p><p dir=rtl>{ARABIC} {n}</p>",
    "hidden parts": lambda n: f"<div hidden><p>{ARABIC} {n}</p></div>",
    "articles": lambda n: f"<article><h2>A title {n}</h2><p>{WORDS}</p></article>",
    "quotations": lambda n: f"<blockquote><p>{WORDS} {n}</p></blockquote>",
}
# Beyond the lattice of the alignment that is searched whole, and any list that is looked at only so far.
UNITS = 150
# Twice the units may cost a little more than twice the calls; with the square of them it would be four times.
GROWTH_MOST = 2.4


def page(shape: str, count: int) -> bytes:
    units = "".join(map(SHAPES[shape], range(count)))
    head = "<title>A story of water</title>"
    return f"<html><head>{head}</head><body><article><h1>A story of water</h1>{units}</article></body></html>".encode()


def count_calls(html: bytes) -> int:
    """How many functions, of Python and of C, are called and resumed while a page is read."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read_page(html, "https://news.example/2026/03/water", captured_at=datetime(2026, 11, 25, tzinfo=UTC))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_page_does(shape: str) -> None:
    read_page(page(shape, 10), "https://news.example/")  # what is worked out once for all pages
    once, twice = count_calls(page(shape, UNITS)), count_calls(page(shape, 2 * UNITS))
    assert twice <= GROWTH_MOST * once, (once, twice)


NESTED = ["<div>", "<span>", "<b>", "<ul><li>", "<table><tr><td>", "<a href=x><div>", "<a href=x>", "<p>", "<section>"]


@pytest.mark.parametrize("tags", NESTED)
def test_a_hundred_thousand_nested_tags_take_neither_time_nor_memory(tags: str) -> None:
    script = textwrap.dedent(f"""
        import resource
        resource.setrlimit(resource.RLIMIT_AS, ({800 * 2**20}, {800 * 2**20}))
        import time
        from crawler import read_page
        read_page(b"<p>one page before, so that all is loaded", "https://news.example/")
        html = ({tags!r} * (100_000 // {tags.count("<")}) + {WORDS!r}).encode()
        started_s = time.process_time()
        read_page(html, "https://news.example/")
        print(time.process_time() - started_s < 5)
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")


# Where a pattern that begins anew at each character of a run, and fails at its end, would take hours.
RUNS = {
    "backslashes in a script": ('<body><script>var story = "', "\\", "</script>"),
    "quoted quotes in a script's string that nobody closes": ('<body><script>"<p>', '\\"', "</script>"),
}


@pytest.mark.parametrize("run", RUNS)
def test_a_run_of_a_million_of_the_same_is_looked_at_once(run: str) -> None:
    before, unit, after = RUNS[run]
    script = textwrap.dedent(f"""
        import resource
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        from crawler import read_page
        html = ({before!r} + {unit!r} * (1_000_000 // {len(unit)}) + {after!r}).encode()
        read_page(html, "https://news.example/")
    """)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=280, check=False)
    assert (done.returncode, done.stderr) == (0, "")
