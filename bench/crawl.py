"""CPU-seconds per 1,000 pages, from fetch to stored article, beside a plain peer in the same run.

    .venv/bin/python bench/crawl.py [--rounds 5]

The sample site runs in a process of its own. Ours: discover, fetch, record, read, align, store and index into an empty
archive; then a crawl where nothing has changed. The peer fetches the same pages with requests, reads each whole with
bs4 and lxml, and inserts its text into SQLite: no roles, no languages, no evidence. Rounds are interleaved, the median
counts; figures of one machine say little, their ratio does.
"""

import argparse
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import requests
from bs4 import BeautifulSoup

from crawler.sites import Site
from jobs.config import append_source
from jobs.demo.articles import articles_in
from jobs.pipeline import crawl_sources

PORT = 8799
URL = f"http://127.0.0.1:{PORT}/"


def cpu_s() -> float:
    """CPU-seconds of this process so far, user and system."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def measured(work, *arguments) -> float:
    """CPU-seconds that a call takes."""
    before = cpu_s()
    work(*arguments)
    return cpu_s() - before


def crawl_with_peer(folder: Path, addresses: list[str]) -> None:
    """Fetch, read and store each page as a script of twenty lines would."""
    with closing(sqlite3.connect(folder / "peer.db")) as db, requests.Session() as session:
        db.execute("CREATE TABLE pages (url TEXT PRIMARY KEY, title TEXT, text TEXT)")
        for address in addresses:
            soup = BeautifulSoup(session.get(address, timeout=10).content, "lxml")
            text = "\n".join(paragraph.get_text(" ", strip=True) for paragraph in soup.find_all("p"))
            db.execute("INSERT INTO pages VALUES (?, ?, ?)", [address, soup.title.get_text(), text])
            db.commit()


def wait_for_site() -> None:
    """Return once the site answers."""
    for _ in range(100):
        try:
            requests.get(URL, timeout=1)
            return
        except requests.ConnectionError:
            time.sleep(0.1)
    raise SystemExit("the sample site did not start")


def main() -> None:
    """Print the medians and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    shown = [article for article in articles_in("first") if not article.refused_by_robots]
    addresses = [URL.rstrip("/") + path for one in shown for path in (one.path, one.arabic_path) if path]
    source = Site(
        "bench", URL, feeds=(f"{URL}feed/",), sitemaps=(f"{URL}sitemap_index.xml",), delay_s=0, private_addresses=True
    )
    server = subprocess.Popen([sys.executable, "-m", "jobs.demo.site", "--port", str(PORT), "--state", "first"])
    costs: dict[str, list[float]] = {"peer": [], "ours, first crawl": [], "ours, nothing changed": []}
    try:
        wait_for_site()
        for number in range(rounds + 1):
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch)
                append_source(folder, source)
                taken = {
                    "peer": measured(crawl_with_peer, folder, addresses),
                    "ours, first crawl": measured(crawl_sources, folder),
                    "ours, nothing changed": measured(crawl_sources, folder),
                }
            if number:  # the first round warms up
                for name, cost in taken.items():
                    costs[name].append(cost)
    finally:
        server.terminate()
        server.wait(10)
    peer = statistics.median(costs["peer"])
    print(f"{len(addresses)} pages, {rounds} rounds")
    for name, values in costs.items():
        median = statistics.median(values)
        cost = median / len(addresses) * 1000
        print(f"{name:<24}{cost:>8.1f} CPU-s per 1,000 pages   {median / peer:>5.2f} x the peer")


if __name__ == "__main__":
    main()
