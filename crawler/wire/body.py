"""The body of an answer, byte for byte as it comes over the wire, under a cap."""

from urllib3 import HTTPResponse

from crawler.wire.attempt import Attempt, FetchError

_READ_BYTES = 64 * 1024


def read_body(attempt: Attempt, raw: HTTPResponse, cap_bytes: int) -> None:
    """Read the body as it comes over the wire into the attempt; what came before a failure stays."""
    if (attempt.header("Transfer-Encoding") or "chunked").lower() not in ("chunked", "identity"):
        raise FetchError("protocol", f"{attempt.final_url}: transfer-encoding is neither chunked nor identity")
    if (raw.length_remaining or 0) > cap_bytes:
        raise FetchError("too-large", f"{attempt.final_url}: announces {raw.length_remaining} bytes")
    ends_with_connection = raw.length_remaining is None and not raw.chunked
    body = bytearray()
    try:
        for piece in iter(lambda: raw.read1(_READ_BYTES, decode_content=False), b""):
            body += piece
            if len(body) > cap_bytes:
                raise FetchError("too-large", f"{attempt.final_url}: more than {cap_bytes} bytes")
    finally:
        attempt.wire = bytes(body[:cap_bytes])
    if ends_with_connection:
        attempt.flags += ("close-delimited",)
