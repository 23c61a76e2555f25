"""Wire bytes become text, or a reason why not."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.decode import decode_content, decode_text
from crawler.errors import UndecodableBody
from crawler.models import Capture

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
PAGE = "<p>بغداد تخطر المبعوث الأممي بقرارها، والوزراء يجتمعون اليوم في العاصمة لمناقشة الموازنة</p>"
BODY = PAGE.encode()
ZIPPED = gzip.compress(BODY)


def capture_of(wire, *codings):
    headers = tuple(("Content-Encoding", coding) for coding in codings)
    return Capture("http://a.example/", "http://a.example/", NOW, NOW, 200, headers=headers, wire=wire)


def raw_deflate(body):
    deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return deflater.compress(body) + deflater.flush()


@pytest.mark.parametrize(
    ("wire", "codings", "body"),
    [
        (BODY, (), BODY),
        (BODY, ("identity",), BODY),
        (BODY, ("",), BODY),
        (b"", ("gzip",), b""),
        (ZIPPED, ("gzip",), BODY),
        (ZIPPED, ("X-GZIP",), BODY),
        (ZIPPED, ("identity, gzip",), BODY),
        (gzip.compress(b""), ("gzip",), b""),
        (ZIPPED + gzip.compress(b"more"), ("gzip",), BODY + b"more"),
        (ZIPPED + b"\0" * 512, ("gzip",), BODY),
        (ZIPPED + b"<!-- 0.1 s -->", ("gzip",), BODY),
        (zlib.compress(BODY), ("deflate",), BODY),
        (raw_deflate(BODY), ("deflate",), BODY),
        (gzip.compress(b"a" * 100_000), ("gzip",), b"a" * 100_000),
    ],
)
def test_the_content_coding_is_undone(wire, codings, body):
    assert decode_content(capture_of(wire, *codings)) == body


@pytest.mark.parametrize(
    ("wire", "codings", "reason"),
    [
        (ZIPPED[:-1], ("gzip",), "gzip-truncated"),
        (ZIPPED[: len(ZIPPED) // 2], ("gzip",), "gzip-truncated"),
        (ZIPPED[:5], ("gzip",), "gzip-truncated"),
        (ZIPPED + ZIPPED[:20], ("gzip",), "gzip-truncated"),
        (ZIPPED[:-8] + b"\0" * 8, ("gzip",), "gzip-damaged"),
        (ZIPPED[:12] + b"\xff" * 20, ("gzip",), "gzip-damaged"),
        (BODY, ("gzip",), "not-gzip"),
        (zlib.compress(BODY)[:-1], ("deflate",), "deflate-truncated"),
        (b"<html>", ("deflate",), "deflate-damaged"),
        (gzip.compress(ZIPPED), ("gzip, gzip",), "nested-encoding"),
        (gzip.compress(ZIPPED), ("gzip", "gzip"), "nested-encoding"),
        (ZIPPED, (", ".join(["gzip"] * 20),), "nested-encoding"),
        (BODY, ("br",), "unknown-encoding"),
        (BODY, ("utf-8",), "unknown-encoding"),
        (gzip.compress(b"") * 10_001, ("gzip",), "gzip-members"),
    ],
)
def test_a_body_that_cannot_be_decoded_says_why_and_where(wire, codings, reason):
    with pytest.raises(UndecodableBody, match=r"^http://a\.example/: ") as caught:
        decode_content(capture_of(wire, *codings))
    assert caught.value.reason == reason


@pytest.mark.parametrize("wrap", [lambda body: (body, ()), lambda body: (gzip.compress(body), ("gzip",))])
def test_the_cap_holds_to_the_byte(wrap):
    wire, codings = wrap(b"x" * 1000)
    assert decode_content(capture_of(wire, *codings), cap_bytes=1000) == b"x" * 1000
    with pytest.raises(UndecodableBody) as caught:
        decode_content(capture_of(wire, *codings), cap_bytes=999)
    assert caught.value.reason == "decoded-too-large"


def test_a_bomb_stops_at_the_cap_whichever_member_holds_it():
    bomb = gzip.compress(b"a" * 100) * 20 + gzip.compress(b"\0" * 2**24)
    with pytest.raises(UndecodableBody) as caught:
        decode_content(capture_of(bomb, "gzip"), cap_bytes=2**20)
    assert caught.value.reason == "decoded-too-large"


@given(st.lists(st.binary(max_size=9000), min_size=1, max_size=5))
def test_members_of_any_size_come_back_joined(members):
    wire = b"".join(map(gzip.compress, members))
    assert decode_content(capture_of(wire, "gzip")) == b"".join(members)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]))
def test_no_bytes_raise_another_error(wire, coding):
    try:
        decode_content(capture_of(b"\x1f\x8b\x08\x00" + wire, coding), cap_bytes=10_000)
    except UndecodableBody as error:
        assert error.reason


def declared(charset, text=PAGE):
    return f'<html><head><meta charset="{charset}"></head>{text}</html>'


FRENCH = "<p>Le Président a été réélu à l'unanimité : « été, où, naïve, façade »</p>"
HTML = "text/html"


@pytest.mark.parametrize(
    ("body", "content_type", "text", "charset", "decided_by"),
    [
        (b"", None, "", "utf-8", "utf-8"),
        (b"plain", None, "plain", "utf-8", "utf-8"),
        (BODY, None, PAGE, "utf-8", "utf-8"),
        # Row 29: valid UTF-8 wins over a header or a declaration that says otherwise.
        (BODY, "text/html; charset=iso-8859-1", PAGE, "utf-8", "utf-8"),
        (declared("windows-1256").encode(), None, declared("windows-1256"), "utf-8", "utf-8"),
        # Row 30: the header says UTF-8, the bytes do not.
        (PAGE.encode("cp1256"), "text/html; charset=utf-8", PAGE, "windows-1256", "guess"),
        (
            declared("windows-1256").encode("cp1256"),
            "text/html; charset=UTF-8",
            declared("windows-1256"),
            "windows-1256",
            "meta",
        ),
        # Row 31: declared in the header, in the document, or nowhere.
        (PAGE.encode("cp1256"), 'text/html; Charset="Windows-1256"', PAGE, "windows-1256", "header"),
        (PAGE.encode("cp1256"), "text/html;charset='cp1256'", PAGE, "windows-1256", "header"),
        (declared("cp1256").encode("cp1256"), HTML, declared("cp1256"), "windows-1256", "meta"),
        (PAGE.encode("cp1256"), HTML, PAGE, "windows-1256", "guess"),
        (PAGE.encode("iso8859_6"), None, PAGE, "iso-8859-6", "guess"),
        (PAGE.encode("iso8859_6"), "text/html; charset=ISO-8859-6", PAGE, "iso-8859-6", "header"),
        # A server's default of latin-1 over an Arabic page.
        (PAGE.encode("cp1256"), "text/html; charset=ISO-8859-1", PAGE, "windows-1256", "guess"),
        (
            declared("windows-1256").encode("cp1256"),
            "text/html; charset=ISO-8859-1",
            declared("windows-1256"),
            "windows-1256",
            "meta",
        ),
        (FRENCH.encode("cp1252"), "text/html; charset=iso-8859-1", FRENCH, "windows-1252", "header"),
        (FRENCH.encode("cp1252"), None, FRENCH, "windows-1252", "guess"),
        ("“quoted” – dash".encode("cp1252"), None, "“quoted” – dash", "windows-1252", "guess"),
        (PAGE.encode("cp1256"), "text/html; charset=no-such-charset", PAGE, "windows-1256", "guess"),
        # Row 32: byte-order marks win over everything.
        (b"\xef\xbb\xbf" + BODY, "text/html; charset=windows-1256", PAGE, "utf-8", "bom"),
        (b"\xff\xfe" + PAGE.encode("utf-16-le"), None, PAGE, "utf-16le", "bom"),
        (b"\xfe\xff" + PAGE.encode("utf-16-be"), "text/html; charset=utf-8", PAGE, "utf-16be", "bom"),
        (
            b"\xff\xfe" + declared("utf-8").encode("utf-16-le"),
            HTML,
            declared("utf-8"),
            "utf-16le",
            "bom",
        ),
        (declared("utf-16").encode("utf-16-le"), HTML, declared("utf-16"), "utf-16le", "guess"),
        (declared("utf-16").encode(), HTML, declared("utf-16"), "utf-8", "utf-8"),
        (b"\0\0a\0", None, "\0\0a\0", "utf-8", "utf-8"),
    ],
)
def test_the_charset_is_found_and_what_found_it_is_said(body, content_type, text, charset, decided_by):
    decoded = decode_text(body, content_type)
    assert (decoded.text, decoded.charset, decoded.decided_by) == (text, charset, decided_by)
    assert decoded.replaced == 0


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
        "<META CHARSET = windows-1256 >",
        "<meta name=x\n charset='windows-1256'/>",
        '<?xml version="1.0" encoding="windows-1256"?>',
        '<!-- <meta charset="iso-8859-6"> --><meta charset="windows-1256">',
        f"<style>{'a' * 3000}</style><meta charset=windows-1256>",
    ],
)
def test_a_document_declares_its_charset_in_several_ways(declaration):
    text = declaration + FRENCH + "ب"
    decoded = decode_text(text.encode("cp1256"), None)
    assert (decoded.text, decoded.charset, decoded.decided_by) == (text, "windows-1256", "meta")


@pytest.mark.parametrize(
    ("content_type", "head", "decided_by"),
    [
        ("text/html; charset=utf-8", "", "header"),
        (None, '<meta charset="utf-8">', "meta"),
        (None, '<meta charset="windows-1256">', "guess"),
        ("text/html; charset=iso-8859-1", "", "guess"),
        (None, "", "guess"),
    ],
)
def test_one_bad_byte_makes_no_mojibake_of_a_utf8_page(content_type, head, decided_by):
    decoded = decode_text(head.encode() + BODY + b"\xff" + BODY, content_type)
    assert decoded.text == head + PAGE + "\ufffd" + PAGE
    assert (decoded.charset, decoded.decided_by, decoded.replaced) == ("utf-8", decided_by, 1)


def test_a_character_cut_at_the_end_is_one_replacement():
    decoded = decode_text(BODY + "ب".encode()[:1], "text/html; charset=utf-8")
    assert (decoded.text, decoded.replaced) == (PAGE + "\ufffd", 1)


def test_a_replacement_character_that_was_published_is_counted_too():
    assert decode_text("قال \ufffd أمس".encode(), None).replaced == 1


def test_controls_are_left_to_the_display_form():
    assert decode_text(b"a\0b\x07c", None).text == "a\0b\x07c"


# Words as they are: the article and the common letters among the rest.
words = st.sampled_from(["في", "من", "على", "الرئيس", "الوزراء", "قال", "يوم", "المدينة", "إن", "أن"])


@given(st.lists(words, min_size=8, max_size=60), st.sampled_from(["cp1256", "iso8859_6", "utf-8", "utf-16"]))
def test_undeclared_arabic_comes_out_exact(some_words, codec):
    text = f"<p>{' '.join(some_words)}</p>"
    decoded = decode_text(text.encode(codec), None)
    assert (decoded.text, decoded.replaced) == (text, 0)


@given(st.binary(max_size=200), st.none() | st.text(max_size=30))
def test_any_bytes_become_some_text(body, content_type):
    decoded = decode_text(body, content_type)
    assert decoded.replaced == decoded.text.count("\ufffd")
    assert decoded.decided_by in ("bom", "utf-8", "header", "meta", "guess")
