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
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

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
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
# What WCAG 2.2 asks a page to fit into without scrolling sideways (1.4.10, Reflow).
NARROWEST = {"width": 320, "height": 640}
STYLE = "(element, names) => names.map(name => getComputedStyle(element)[name])"
# The least contrast of any text with the background behind it (WCAG 2.2, relative luminance).
CONTRAST = """() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const channel = value => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const background = element => {
    for (; element; element = element.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(element).backgroundColor);
      if (a > 0.99) return [r, g, b];
    }
    return [255, 255, 255];
  };
  let least = [Infinity, ''];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const seen = element.checkVisibility() && !element.closest('.unseen, .skip');
    if (!walker.currentNode.data.trim() || !seen) continue;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(background(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < least[0]) least = [contrast, element.outerHTML.slice(0, 200)];
  }
  return least;
}"""


@dataclass
class Visit:
    """A page and everything it complained of."""

    page: Page
    complaints: list[str]


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


def visit(context: BrowserContext, address: str) -> Visit:
    """The page at an address, with its errors, dialogs and failed or foreign requests as they come."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.goto(address)
    return Visit(page, complaints)
