"""Headers are read as bytes: every one of them, under limits, without the harm an e-mail parser does."""

import http.client
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.wire.header_lines import HeaderLines, HeadersTooLarge

STATUS = b"HTTP/1.1 200 OK\r\n"


def read(wire, limit_bytes=10_000, limit_count=50):
    """The lines http.client would see, and the headers."""
    head = HeaderLines(limit_bytes, limit_count).reading(io.BytesIO(wire))
    lines = [head.readline()]
    while lines[-1].strip():
        lines.append(head.readline())
    return lines, head.pairs()


names = st.text(alphabet="abcXYZ-09", min_size=1, max_size=8)
values = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Z"]), max_size=12)


@given(st.lists(st.tuples(names, values), max_size=8))
def test_every_header_comes_back_whatever_its_letters(headers):
    wire = STATUS + b"".join(f"{name}: {value}\r\n".encode() for name, value in headers) + b"\r\n"
    lines, pairs = read(wire)
    assert pairs == tuple(headers)
    parsed = http.client.parse_headers(io.BytesIO(b"".join(lines[1:])))
    assert parsed.keys() == [name for name, _ in headers]


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        (b"A: caf\xe9", (("A", "café"),)),
        (b"A:b", (("A", "b"),)),
        (b"A : b", (("A", "b"),)),
        (b"A:", (("A", ""),)),
        (b"A: b:c", (("A", "b:c"),)),
        (b"no colon", ()),
        (b": no name", ()),
        (b" folded onto nothing", ()),
        (b"A: b\r\n  c\r\n\td", (("A", "b c d"),)),
        (b"A: b\nB: c", (("A", "b"), ("B", "c"))),
        (b"A: b\rB: c", (("A", "b\rB: c"),)),
    ],
)
def test_lines_are_headers_or_left_out(line, pairs):
    assert read(STATUS + line + b"\r\n\r\n")[1] == pairs


def test_cookies_are_recorded_and_withheld():
    lines, pairs = read(STATUS + b"Set-Cookie: a=1;\r\n expires=never\r\nB: 2\r\nset-cookie2 : c\r\n\r\n")
    assert lines == [STATUS, b"B: 2\r\n", b"\r\n"]
    assert pairs == (("Set-Cookie", "a=1; expires=never"), ("B", "2"), ("set-cookie2", "c"))


def test_an_interim_answer_leaves_no_header():
    head = HeaderLines(1000, 10).reading(
        io.BytesIO(b"HTTP/1.1 100 Continue\r\nA: 1\r\n\r\n" + STATUS + b"B: 2\r\n\r\n")
    )
    lines = [head.readline() for _ in range(6)]
    assert lines == [b"HTTP/1.1 100 Continue\r\n", b"A: 1\r\n", b"\r\n", STATUS, b"B: 2\r\n", b"\r\n"]
    assert head.pairs() == (("B", "2"),)


def test_the_limits_hold_to_the_line_and_to_the_byte():
    wire = STATUS + b"A: 1\r\n" * 5 + b"\r\n"
    assert len(read(wire, limit_bytes=len(wire), limit_count=5)[1]) == 5
    for limit_bytes, limit_count in ((len(wire) - 1, 5), (len(wire), 4)):
        with pytest.raises(HeadersTooLarge):
            read(wire, limit_bytes, limit_count)


@pytest.mark.parametrize("wire", [STATUS, STATUS + b"A: 1\r\n", STATUS + b"A: 1\r\nB"])
def test_headers_that_break_off_are_no_headers(wire):
    with pytest.raises(ConnectionAbortedError):
        read(wire)
