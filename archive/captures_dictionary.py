"""What each table and column of captures.db means, in one sentence each; a test holds it to the schema."""

from collections.abc import Mapping

from archive.dictionary import TableDescription

CAPTURES_TABLES: Mapping[str, TableDescription] = {
    "payloads": TableDescription(
        "Each body that a site sent, once, as it came over the wire, and each lexicon; append-only.",
        {
            "digest": "SHA-256 of the body as it came, before content-decoding.",
            "length_bytes": "Its length as it came.",
            "compression": "How it is stored here: zstd, or none where that does not make it smaller.",
            "body": "The body, compressed so.",
        },
    ),
    "ledger": TableDescription(
        "One entry for each attempt to fetch something, each article closed and each lexicon learned; append-only.",
        {
            "sequence": "Number of the entry, without gaps.",
            "hash": "SHA-256 of the entry.",
            "previous_hash": "Hash of the entry before; 64 zeros for the first.",
            "entry": "Canonical JSON (RFC 8785), sequence and previous hash in it: addresses, times, headers, failure.",
        },
    ),
    "configurations": TableDescription(
        "Each configuration that something was crawled with; append-only.",
        {"hash": "SHA-256 of the text.", "text": "The text of sijill.toml at the time."},
    ),
    "frontier": TableDescription(
        "What is known of each address; brought up to date at each visit.",
        {
            "url": "The address.",
            "source": "Name of the site.",
            "article": "Address of the article it is a page of; null for a list.",
            "language": "Language of the page as its site states it; null where it does not.",
            "etag": "ETag of the last body; null where it had none.",
            "last_modified": "Last-Modified of the last body, as sent; null where it had none.",
            "capture": "Sequence of the last capture with a whole body; null before the first.",
            "status": "HTTP status of the last answer; null where none came.",
            "first_seen_at": "When it was first visited, UTC.",
            "last_checked_at": "When it was last visited, UTC.",
            "last_changed_at": "When its body was last another one, UTC.",
            "next_due_at": "When it is to be visited again, UTC.",
            "failures": "Visits in a row that failed.",
        },
    ),
    "hosts": TableDescription(
        "Hosts that asked to be left alone for a while.",
        {"host": "The host.", "paused_until": "Until when, UTC.", "reason": "How it asked."},
    ),
    "runs": TableDescription(
        "Each run of a command, and each fire of the schedule that came to nothing.",
        {
            "id": "Number of the run.",
            "command": "crawl, learn or snapshot.",
            "source": "Name of the site; null where the run is of none.",
            "started_at": "When it began, UTC.",
            "finished_at": "When it ended, UTC; null while it runs.",
            "state": "running, finished, failed, interrupted, missed or skipped.",
            "reason": "Why it ended so; null where there is nothing to say.",
            "counts": "JSON: how many articles ended in each outcome.",
            "program": "Name and version of the program.",
            "configuration": "Hash of the configuration it ran with; null where it came to nothing.",
            "pid": "Process that ran it.",
        },
    ),
    "outcomes": TableDescription(
        "How each article of each run ended.",
        {
            "run": "The run.",
            "url": "Address of the article.",
            "kind": "appended, revised, unchanged, duplicate, not-an-article, blocked, refused-by-robots, failed, gone "
            "or quarantined.",
            "reason": "Why, for a person.",
        },
    ),
}
