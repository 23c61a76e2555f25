"""What a ledger entry says, as JSON values: an attempt to fetch an address, an article's closing, a lexicon learned."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from archive.times import read_utc, utc_text
from crawler.models import Capture

CAPTURE = "capture"
ARTICLE = "article"
LEXICON = "lexicon"
# Why an article was closed again with captures that it was closed with before: another template.
READ_ANEW = "read anew"
# Why it was closed again after it was kept back: a person found its pages right as they are.
ACCEPTED = "accepted"
# The predecessor of the first entry.
NO_HASH = "0" * 64


@dataclass(frozen=True, slots=True)
class Context:
    """Why and by what an address was fetched."""

    run: int
    source: str
    """Name of the site."""
    purpose: str
    """"robots", "feed", "sitemap", "listing", "page"; `READ_ANEW` or `ACCEPTED` where nothing was."""
    program: str
    """Name and version."""
    configuration: str
    """Hash of the configuration in force; its text is in captures.db."""

    def content(self) -> dict[str, Any]:
        """As it stands in an entry."""
        return {
            "run": self.run,
            "source": self.source,
            "purpose": self.purpose,
            "program": self.program,
            "configuration": self.configuration,
        }


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One entry of the ledger."""

    sequence: int
    """Counts from 1 without a gap."""
    hash: str
    """SHA-256 of `content` as canonical JSON."""
    previous_hash: str
    content: Mapping[str, Any]
    """Everything it says, `sequence` and `previous_hash` among it."""


def capture_content(capture: Capture, payload: str | None, context: Context) -> dict[str, Any]:
    """What an entry of kind "capture" says of an attempt, failures included; `payload` is the digest of its body."""
    content: dict[str, Any] = {
        "kind": CAPTURE,
        "url": capture.url,
        "final_url": capture.final_url,
        "redirects": capture.redirects,
        "request_headers": capture.request_headers,
        "status": capture.status,
        "headers": capture.headers,
        "peer": capture.peer,
        "tls_sha256": capture.tls_sha256,
        "started_at": utc_text(capture.started_at),
        "finished_at": utc_text(capture.finished_at),
        "payload": payload,
        "length_bytes": len(capture.wire),
        "failure": capture.failure,
        "detail": capture.detail,
        "flags": capture.flags,
        **context.content(),
    }
    return {name: _storable(value) for name, value in content.items()}


def article_content(
    key: str,
    attempts: Sequence[int],
    captures: Sequence[int],
    context: Context,
    claims: Sequence[tuple[str, str]] = (),
) -> dict[str, Any]:
    """What an entry of kind "article" says: the article's address, the entries it is made of, what lists say of it."""
    content: dict[str, Any] = {
        "kind": ARTICLE,
        "article": key,
        "attempts": list(attempts),
        "captures": list(captures),
        "claims": claims,
        **context.content(),
    }
    return {name: _storable(value) for name, value in content.items()}


@dataclass(frozen=True, slots=True)
class LearnedLexicon:
    """A lexicon as it is kept: its bytes, and what is said of them.

    It was learned from what had been derived of all entries before its own.
    """

    learned_at: datetime
    documents: int
    """How many articles it was learned from."""
    pairs: int
    """How many pairs of segments."""
    words: int
    """How many pairs of words it holds."""
    content: bytes
    """What `crawler.lexicon` reads it from."""


def lexicon_content(lexicon: LearnedLexicon, payload: str, context: Context) -> dict[str, Any]:
    """What an entry of kind "lexicon" says; `payload` is the digest of its bytes."""
    content: dict[str, Any] = {
        "kind": LEXICON,
        "learned_at": utc_text(lexicon.learned_at),
        "documents": lexicon.documents,
        "pairs": lexicon.pairs,
        "words": lexicon.words,
        "payload": payload,
        "length_bytes": len(lexicon.content),
        **context.content(),
    }
    return {name: _storable(value) for name, value in content.items()}


def read_lexicon_content(content: Mapping[str, Any], wire: bytes) -> LearnedLexicon:
    """The lexicon of an entry of kind "lexicon", given its bytes."""
    return LearnedLexicon(
        learned_at=read_utc(content["learned_at"]),
        documents=content["documents"],
        pairs=content["pairs"],
        words=content["words"],
        content=wire,
    )


def read_capture_content(content: Mapping[str, Any], wire: bytes) -> Capture:
    """The capture that an entry of kind "capture" was made of, given its body."""
    return Capture(
        url=content["url"],
        final_url=content["final_url"],
        started_at=read_utc(content["started_at"]),
        finished_at=read_utc(content["finished_at"]),
        status=content["status"],
        request_headers=_pairs(content["request_headers"]),
        headers=_pairs(content["headers"]),
        redirects=_pairs(content["redirects"]),
        wire=wire,
        peer=content["peer"],
        tls_sha256=content["tls_sha256"],
        failure=content["failure"],
        detail=content["detail"],
        flags=tuple(content["flags"]),
    )


def read_claims(content: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The (source, text) of the dates stated outside the pages, in an entry of kind "article"; older ones have none."""
    return _pairs(content.get("claims", ()))


def parse_entry(sequence: int, hash_: str, previous_hash: str, text: str) -> LedgerEntry:
    """The entry of a row of the ledger."""
    return LedgerEntry(sequence, hash_, previous_hash, json.loads(text))


def _pairs(values: Sequence[Sequence[Any]]) -> tuple[tuple[Any, Any], ...]:
    return tuple((first, second) for first, second in values)


def _storable(value: Any) -> Any:
    """JSON values; a lone surrogate, which no header can hold but an error's text can, is written out as "\\udcff"."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, (list, tuple)):
        return [_storable(one) for one in value]
    return value
