"""One extractor in a process of its own: `python reading_worker.py NAME`, asked by lines of JSON on standard input.

Imports nothing but the standard library and, in the end, the extractor: peers live in other environments.
"""

import json
import logging
import lzma
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

Found = dict[str, Any]
"""title, date and body (text or a list of paragraphs); what was not found may be missing."""
Extractor = Callable[[bytes, str, str], Found]
"""Called with a page's bytes (UTF-8), the same as text, and its address; each takes the form it reads."""


def read_page_bytes(path: Path) -> bytes:
    """The bytes of a page's file, plain or .xz."""
    return lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()


def sijill() -> Extractor:
    """The edition with the most text."""
    from crawler import read_page

    def extract(html: bytes, text: str, url: str) -> Found:
        record = read_page(html, url)
        editions = list(record["editions"].values())
        if not editions:
            return {"date": record["published_on"]}
        longest = max(editions, key=lambda edition: sum(map(len, edition["paragraphs"])))
        return {"title": longest["headline"], "date": record["published_on"], "body": longest["paragraphs"]}

    return extract


def lxml_parse() -> Extractor:
    """The measure of cost: one parse of the page, nothing read."""
    import lxml.html

    def parse(html: bytes, text: str, url: str) -> Found:
        lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
        return {}

    return parse


def trafilatura(*, fast: bool = False) -> Extractor:
    from trafilatura import bare_extraction

    def extract(html: bytes, text: str, url: str) -> Found:
        document = bare_extraction(text, url=url, with_metadata=True, include_comments=False, fast=fast)
        return {"title": document.title, "date": document.date, "body": document.text} if document else {}

    return extract


def newspaper4k() -> Extractor:
    import newspaper

    def extract(html: bytes, text: str, url: str) -> Found:
        article = newspaper.article(url, input_html=text, fetch_images=False)
        return {"title": article.title, "date": article.publish_date, "body": article.text}

    return extract


def readability_lxml() -> Extractor:
    """It finds no dates; its summary is HTML, made text by html_text."""
    import html_text
    from readability import Document

    def extract(html: bytes, text: str, url: str) -> Found:
        document = Document(text, url=url)
        return {"title": document.short_title(), "body": html_text.extract_text(document.summary())}

    return extract


def resiliparse() -> Extractor:
    """It finds no dates."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def extract(html: bytes, text: str, url: str) -> Found:
        tree = HTMLTree.parse(text)
        body = extract_plain_text(tree, main_content=True, alt_texts=False, comments=False, list_bullets=False)
        return {"title": tree.title, "body": body}

    return extract


EXTRACTORS: dict[str, Callable[[], Extractor]] = {
    "sijill": sijill,
    "trafilatura": trafilatura,
    "trafilatura-fast": lambda: trafilatura(fast=True),
    "newspaper4k": newspaper4k,
    "readability-lxml": readability_lxml,
    "resiliparse": resiliparse,
    "lxml-parse": lxml_parse,
}


def _told(found: Found) -> Found:
    """What was found as JSON holds it."""
    body, date = found.get("body") or "", found.get("date")
    return {
        "title": found.get("title"),
        "date": date.isoformat() if hasattr(date, "isoformat") else date and str(date),
        "body": body if isinstance(body, str) else "\n".join(body),
    }


def _run(extract: Extractor, pages: Iterable[tuple[bytes, str, str]]) -> dict[str, Any]:
    """CPU seconds of the calls alone, what each found, and how many raised."""
    cpu_s, errors, answers = 0.0, 0, []
    for html, text, url in pages:
        started_s = time.process_time()
        try:
            found = extract(html, text, url)
        except Exception:  # noqa: BLE001 - whatever a peer raises, it found nothing
            found, errors = {}, errors + 1
        cpu_s += time.process_time() - started_s
        answers.append(_told(found))
    return {"cpu_s": cpu_s, "errors": errors, "answers": answers}


def _load(paths: Iterable[tuple[str, str]]) -> list[tuple[bytes, str, str]]:
    """Bytes, text and address of each (file, address), in UTF-8 whatever the file holds."""
    texts = [(read_page_bytes(Path(path)).decode("utf-8", "replace"), url) for path, url in paths]
    return [(text.encode("utf-8", "replace"), text, url) for text, url in texts]


def main() -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what an extractor prints does not belong among the answers
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    try:
        extract = EXTRACTORS[sys.argv[1]]()
    except ImportError as error:
        print(json.dumps({"missing": str(error)}), file=answers, flush=True)
        return
    print("{}", file=answers, flush=True)
    pages: list[tuple[bytes, str, str]] = []
    for line in sys.stdin:
        asked = json.loads(line)
        if "load" in asked:
            pages = _load(asked["load"])
            answer: dict[str, Any] = {}
        else:
            answer = _run(extract, pages[asked["first"] : asked["end"]])
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
