"""A served archive and a Chromium to look at it: a real child process on loopback, a real browser."""

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but loopback is resolved; --no-sandbox because containers run it as root.
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
START_DEADLINE_S = 60.0
SERVE = """
import sys
from pathlib import Path
from archive.reading_room.serving import serve_archive
serve_archive(Path(sys.argv[1]), "127.0.0.1", 0)
"""


def chromium_path() -> str:
    """Where Chromium is; skips the test where there is none, and fails it instead where REQUIRE_BROWSER=1."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is not None:
        return path
    reason = f"no Chromium found (looked for {', '.join(CHROMIUM_NAMES)} on PATH)"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and REQUIRE_BROWSER=1")
    pytest.skip(reason)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium, closed afterwards."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """The base address of the folder's archive, served as `sijill serve` does, memory limit included."""
    log = folder / "serve.log"
    with log.open("wb") as output:
        command = [sys.executable, "-c", SERVE, str(folder)]
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            yield _wait_for_address(process, log)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for_address(process: "subprocess.Popen[bytes]", log: Path) -> str:
    deadline = time.monotonic() + START_DEADLINE_S
    while time.monotonic() < deadline and process.poll() is None:
        found = re.search(r"running on (http://127\.0\.0\.1:\d+)", log.read_text())
        if found:
            with urllib.request.urlopen(f"{found[1]}/-/health", timeout=20) as answer:
                assert answer.status == 200
            return found[1]
        time.sleep(0.05)
    pytest.fail(f"Datasette did not start: {log.read_text()}")
