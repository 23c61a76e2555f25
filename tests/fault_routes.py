"""The routes of the fault site: one for each way in which an answer can be right or wrong."""

import gzip
import socket
import struct
import zlib
from urllib.parse import parse_qs, unquote_to_bytes, urlsplit

from fault_exchange import Exchange, route

PAGE = "<!DOCTYPE html><html><body><h1>خبر</h1><p>A page of news.</p></body></html>".encode()
ETAG = '"v1"'
LAST_MODIFIED = "Fri, 02 Jan 2026 03:04:05 GMT"

# Whole answers.


@route
def page(exchange: Exchange) -> None:
    exchange.answer(PAGE, "Set-Cookie: visitor=1")


@route
def status(exchange: Exchange) -> None:
    """/status/404, and with ?retry-after=..., the header."""
    query = parse_qs(urlsplit(exchange.path).query)
    headers = [f"Retry-After: {value}" for value in query.get("retry-after", [])]
    exchange.answer(b"an answer", *headers, status=f"{exchange.rest()} Status")


@route
def known(exchange: Exchange) -> None:
    """304 to those who know the state."""
    headers = (f"ETag: {ETAG}", f"Last-Modified: {LAST_MODIFIED}")
    tag, since = exchange.headers["If-None-Match"], exchange.headers["If-Modified-Since"]
    if tag == ETAG or (tag is None and since == LAST_MODIFIED):
        exchange.write("HTTP/1.1 304 Not Modified\r\n", "\r\n".join(headers), "\r\n\r\n")
    else:
        exchange.answer(PAGE, *headers)


@route
def chunked(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for start in range(0, len(PAGE), 10):
        piece = PAGE[start : start + 10]
        exchange.write(f"{len(piece):x};note=1\r\n", piece, "\r\n")
    exchange.write("0\r\nX-Trailer: 1\r\n\r\n")


@route
def close_delimited(exchange: Exchange) -> None:
    exchange.write("HTTP/1.0 200 OK\r\n\r\n", PAGE)


@route
def longer_than_announced(exchange: Exchange) -> None:
    exchange.answer(PAGE + b"HTTP/1.1 200 OK\r\n\r\nsmuggled", length=len(PAGE))


@route
def gzipped(exchange: Exchange) -> None:
    exchange.answer(gzip.compress(PAGE, mtime=0), "Content-Encoding: gzip")


@route
def after_interim_answers(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n" * 2)
    exchange.answer(PAGE)


@route
def raw_headers(exchange: Exchange) -> None:
    """What stands before Transfer-Encoding makes an e-mail parser miss it."""
    exchange.write("HTTP/1.1 200 OK\r\nX-First: 1\r\nX-Slug: ", "/مصر".encode(), "\r\nno colon here\r\n")
    exchange.write(b"X-Latin: caf\xe9\r\nX-Folded: one\r\n\t two\r\nSet-Cookie: a=1\r\nX-Between:\r\n")
    exchange.write("set-cookie: b=2\r\nTransfer-Encoding: chunked \r\n\r\n4\r\nnews\r\n0\r\n\r\n")


@route
def cookie_flood(exchange: Exchange) -> None:
    exchange.answer(PAGE, *(f"Set-Cookie: c{number}={'x' * 500}; Path=/" for number in range(90)))


@route
def cookie_that_a_jar_stumbles_over(exchange: Exchange) -> None:
    """http.cookiejar compares the text of `expires` with a number, and warns of its own mistake."""
    exchange.answer(PAGE, "Set-Cookie: a=b", "Set-Cookie2: c=d; expires=Thu")


# Redirects.


@route
def to(exchange: Exchange) -> None:
    """/to?<address>: lead to it, byte for byte as it is unescaped."""
    location = unquote_to_bytes(urlsplit(exchange.path).query)
    exchange.write("HTTP/1.1 302 Found\r\nSet-Cookie: hop=1\r\nLocation: ", location)
    exchange.write("\r\nContent-Length: 4\r\n\r\nover")


@route
def hops(exchange: Exchange) -> None:
    """/hops/3 leads to /hops/2 ... and /hops/0 to the page."""
    left = int(exchange.rest())
    target = f"/hops/{left - 1}" if left else "/page"
    exchange.answer(b"on", f"Location: {target}", status="301 Moved")


@route
def ping(exchange: Exchange) -> None:
    exchange.answer(b"", "Location: /pong", status="307 Pong")


@route
def pong(exchange: Exchange) -> None:
    exchange.answer(b"", "Location: /ping", status="308 Ping")


@route
def growing(exchange: Exchange) -> None:
    """To itself with a longer query."""
    query = urlsplit(exchange.path).query + "x" * 600
    exchange.answer(b"", f"Location: /growing?{query}", status="302 Found")


@route
def redirect_without_target(exchange: Exchange) -> None:
    exchange.answer(b"over where?", status="302 Found")


# Answers that are not whole, or none.


@route
def empty(exchange: Exchange) -> None:
    exchange.answer(b"")


@route
def partial(exchange: Exchange) -> None:
    exchange.answer(PAGE[:10], f"Content-Range: bytes 0-9/{len(PAGE)}", status="206 Partial Content")


@route
def unasked(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 304 Not Modified\r\n\r\n")


@route
def short(exchange: Exchange) -> None:
    exchange.answer(PAGE, length=len(PAGE) + 100)


@route
def reset(exchange: Exchange) -> None:
    exchange.answer(PAGE, length=len(PAGE) + 100)
    exchange.wait(0.05)
    # Linger for 0 seconds: close() sends a reset.
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.rfile.close()
    exchange.connection.close()


@route
def hang_up(exchange: Exchange) -> None:
    """No answer at all."""


@route
def chunked_cut(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n50\r\nbut no")


@route
def chunked_without_end(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")


@route
def chunked_badly(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnot hex\r\nworld")


@route
def other_transfer_encoding(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")


@route
def two_lengths(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!")


@route
def garbage(exchange: Exchange) -> None:
    exchange.write("this is no HTTP\r\n\r\n")


@route
def early_hints(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")


@route
def headers_cut(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Le")


@route
def large_header(exchange: Exchange) -> None:
    exchange.answer(PAGE, "X-Large: " + "x" * 100_000)


@route
def large_headers(exchange: Exchange) -> None:
    exchange.answer(PAGE, *(f"X-{number}: {'x' * 4000}" for number in range(25)))


@route
def many_headers(exchange: Exchange) -> None:
    exchange.answer(PAGE, *(f"X-{number}: 1" for number in range(300)))


@route
def endless_interim(exchange: Exchange) -> None:
    while exchange.wait(0):
        exchange.write("HTTP/1.1 100 Continue\r\n\r\n")


# Slow ones, until the client leaves.


@route
def slow_body(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    _drip(exchange)


@route
def slow_body_without_length(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\n\r\n")
    _drip(exchange)


@route
def slow_headers(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\nX-Slow: ")
    _drip(exchange)


@route
def silent(exchange: Exchange) -> None:
    exchange.wait(20)


def _drip(exchange: Exchange) -> None:
    while exchange.wait(0.05):
        exchange.write("x")


# Large ones.


@route
def endless(exchange: Exchange) -> None:
    exchange.write("HTTP/1.1 200 OK\r\n\r\n")
    while exchange.wait(0):
        exchange.write(b"x" * 65536)


@route
def huge_length(exchange: Exchange) -> None:
    exchange.answer(b"little", length=10**12)


@route
def bomb(exchange: Exchange) -> None:
    exchange.answer(_bomb(1024), "Content-Encoding: gzip")


@route
def bomb_on_redirect(exchange: Exchange) -> None:
    exchange.answer(_bomb(1024), "Content-Encoding: gzip", "Location: /page", status="302 Found")


def _bomb(mebibytes: int) -> bytes:
    """So many MiB of zeros as a gzip stream of some kB for each, made without compressing them all."""
    deflater = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = deflater.compress(bytes(2**20)) + deflater.flush(zlib.Z_FULL_FLUSH)
    header = b"\x1f\x8b\x08\x00" + bytes(6)
    end = deflater.flush()
    checksum = 0
    length = (mebibytes * 2**20) & 0xFFFFFFFF
    return header + block * mebibytes + end + struct.pack("<II", checksum, length)


@route
def raw(exchange: Exchange) -> None:
    """/raw?<bytes>: answer them as they are."""
    exchange.write(unquote_to_bytes(urlsplit(exchange.path).query))
