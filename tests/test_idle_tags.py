"""Tags that a parser ignores lose their attributes where these would cost it memory without bound."""

import subprocess
import sys

import pytest

from crawler.page.idle_tags import bare_idle_tags

IDLE = ["a</i x=1>", "a<tr x=1>", "a<body x=1>", "a<html x='>'>", 'a<td x=">" y>', "a<form x></b>", "a</i/>"]


@pytest.mark.parametrize("piece", IDLE)
def test_many_idle_tags_lose_their_attributes_and_nothing_else(piece):
    bare = bare_idle_tags(f"<p class='x'>{piece * 30_000}")
    start = piece.index("<")
    name = piece[start:].split(">")[0].split()[0].removesuffix("/").rstrip(">")
    rest = "</b>" if "</b>" in piece else ""
    assert bare == "<p class='x'>" + f"a{name}>{rest}" * 30_000


def test_a_page_with_few_of_them_comes_back_as_it_is():
    page = "<html lang=ar><body class=x><table><tr class=y><td dir=rtl>نص</td></tr></table></body></html>"
    assert bare_idle_tags(page) == page


def test_a_quote_that_is_never_closed_takes_no_longer_than_one_that_is():
    """Each tag would be looked for to the end of the page, were what was looked at not passed over."""
    unclosed = "</a '" * 200_001
    assert bare_idle_tags(unclosed) == unclosed


@pytest.mark.parametrize("piece", IDLE)
def test_a_megabyte_of_them_is_read_in_little_memory(piece):
    script = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({600 * 2**20}, {600 * 2**20}))
from crawler import read_page
read_page(b"<p>" + {piece.encode()!r} * ({10**6} // {len(piece)}), "https://news.example/")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, "")
