"""Captures, and data folders that hold some, for the tests of evidence, snapshots and verification."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from archived import URL, bilingual, entry

from archive.evidence import Context, Evidence, LedgerEntry, open_evidence
from archive.store import open_archive
from crawler.models import Capture

START = datetime(2026, 1, 26, 3, 4, 5, tzinfo=UTC)
TOML = '[[source]]\nname = "news"\nurl = "https://news.example/"\n'
CONTEXT = Context(
    run=1, source="news", purpose="page", program="sijill 0.1.0", configuration="no configuration was recorded"
)


def captured(number: int = 1, *, wire: bytes | None = None, **changed: object) -> Capture:
    """A good answer, captured as many seconds after START as its number says; its body differs for each number."""
    url = f"{URL}/{number}"
    body = f"<html lang=ar><p>{number} أُغلق المعبر</p></html>".encode() * 20 if wire is None else wire
    values: dict[str, object] = {
        "url": url,
        "final_url": url,
        "started_at": START + timedelta(seconds=number),
        "finished_at": START + timedelta(seconds=number, milliseconds=250),
        "status": 200,
        "request_headers": (("Accept-Encoding", "gzip"),),
        "headers": (("Content-Type", "text/html"), ("X-Odd", "caf\xe9\x85\x00"), ("X-Odd", "twice")),
        "wire": body,
        "peer": "192.0.2.1:443",
        "tls_sha256": "ab" * 32,
    }
    return Capture(**(values | changed))  # type: ignore[arg-type]


def known_context(evidence: Evidence) -> Context:
    """A context whose configuration is in the evidence."""
    return Context(1, "news", "page", "sijill 0.1.0", evidence.record_configuration(TOML))


def record_some(evidence: Evidence, first: int, last: int) -> list[LedgerEntry]:
    """Captures of those numbers, each followed by the entry that closes its article."""
    context = known_context(evidence)
    recorded = []
    for number in range(first, last + 1):
        attempt = evidence.record(captured(number), context)
        closing = evidence.close_article(f"{URL}/{number}", [attempt.sequence], [attempt.sequence], context)
        recorded += [attempt, closing]
    return recorded


def fill_folder(folder: Path, articles: int = 5) -> Path:
    """A data folder as a crawl leaves it: so many captures and closed articles, two revisions, a configuration."""
    folder.mkdir(exist_ok=True)
    with open_evidence(folder / "captures.db") as evidence:
        record_some(evidence, 1, articles)
    with open_archive(folder / "archive.db") as archive:
        archive.apply(entry(2), bilingual())
        archive.apply(entry(4), bilingual(arabic=("قال الوزير إن المعبر أُغلق.", "ولم يوضح السبب.")))
    (folder / "sijill.toml").write_text(TOML, encoding="utf-8")
    return folder


def alter(path: Path, *statements: str) -> None:
    """Change what the triggers protect, as someone who owns the file can."""
    with closing(sqlite3.connect(path)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def python_child(script: str, *arguments: str) -> subprocess.Popen[str]:
    """A child that runs the script with this process's imports; its standard output is a pipe."""
    paths = os.pathsep.join([os.environ.get("PYTHONPATH", ""), *sys.path])
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        text=True,
    )
