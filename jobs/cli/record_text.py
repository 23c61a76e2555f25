"""A record as a person reads it: the standing of an article, then each edition, then where the two differ."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from archive.alignments import StoredLexicon
from archive.reading import StoredArticle
from crawler.models import TRANSLATION, UNRELATED, Severity
from jobs.lexicons import lexicon_text
from jobs.printable import readable_address

_LANGUAGES = {"en": "English", "ar": "Arabic"}
_SINGLE = ("headline", "standfirst", "dateline", "byline")


def language_name(code: str) -> str:
    """English name of a language; the code of one that has none here."""
    return _LANGUAGES.get(code, code)


def stored_lines(stored: StoredArticle, lexicons: Sequence[StoredLexicon] = ()) -> Iterator[str]:
    """What the archive knows of an article: revisions, other addresses, whether it is gone, and what aligned it.

    `lexicons` are those that the archive lists.
    """
    shown, held = stored.revision.number, len(stored.revisions)
    yield f"article {stored.id} of {stored.source}, revision {shown} of {held}"
    for revision in stored.revisions:
        sides = " and ".join(map(language_name, revision.changed.split("+")))
        what = f"first captured, {sides}" if revision.number == 1 else f"{sides} changed"
        yield f"  {stored.id}@{revision.number}  {revision.captured_at:%Y-%m-%d %H:%M} UTC  {what}"
    for alias in stored.aliases:
        yield f"  also at {readable_address(alias)}"
    if stored.gone_at is not None:
        yield f"  gone since {stored.gone_at:%Y-%m-%d %H:%M} UTC: {stored.gone_reason}"
    named = [one for one in lexicons if one.digest == stored.article.lexicon]
    yield from (f"  aligned with {lexicon_text(one)}" for one in named[-1:])
    yield ""


def record_lines(record: Mapping[str, Any]) -> Iterator[str]:
    """A record, side after side, each paragraph one line."""
    yield readable_address(record["url"])
    if record["canonical_url"] not in (None, record["url"]):
        yield f"canonical address {readable_address(record['canonical_url'])}"
    yield f"published {record['published_on'] or 'on an unknown day'} ({record['published_on_basis']})"
    for language, edition in record["editions"].items():
        yield ""
        yield f"== {language_name(language)} =="
        yield from (f"{role}: {edition[role]}" for role in _SINGLE if edition[role])
        for text in edition["paragraphs"]:
            yield ""
            yield text
        for text in edition["captions"]:
            yield ""
            yield f"caption: {text}"
    yield from _end_lines(record)


def _end_lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    for severity in Severity:
        yield from (_finding_line(found) for found in record["discrepancies"] if found["severity"] == severity)
    yield from (_picture_line(picture) for picture in record["pictures"])
    if record["tags"]:
        yield f"tags: {' · '.join(record['tags'])}"
    for said in record["witnesses"]:
        note = f" ({said['note']})" if said["note"] else ""
        yield f"not shown: {said['field']} ({said['source']}): {said['text']}{note}"
    if record["charset"]:
        yield f"charset: {record['charset']}, decided by {record['charset_decided_by']}"
    yield from (f"note: {note}" for note in record["notes"])
    yield f"content hash: {record['content_hash']}"


def _finding_line(found: Mapping[str, Any]) -> str:
    return f"{found['severity']}: {said_of(found['kind'], found['en'], found['ar'])}"


def said_of(kind: str, english: str | None, arabic: str | None) -> str:
    """What a finding says in one line.

    >>> said_of("number", "12", None)
    'number 12 / nothing'
    """
    if kind == TRANSLATION:
        return f"{kind}: {UNRELATED}"
    return f"{kind} {english or 'nothing'} / {arabic or 'nothing'}"


def _picture_line(picture: Mapping[str, Any]) -> str:
    line = f"picture: {readable_address(picture['url'])}"
    if picture["caption"]:
        line += f"  {picture['caption']}"
    return f"{line}  (credit: {picture['credit']})" if picture["credit"] else line
