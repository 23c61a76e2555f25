"""The glossary's pages in a real Chromium, served over real HTTP by the command of `sijill serve`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from browser import CONTRAST, NARROW, NARROWEST, STYLE, WIDE, open_browser, serve_folder, visit
from glossary_archive import write_glossary_archive
from playwright.sync_api import Browser, BrowserContext

pytestmark = pytest.mark.browser

USES = "/uses?en=Lavrentyev&ar=لافرينتيف"
PATHS = ("", "?of=ar", "?q=لافرنتييف", "?q=nobody", USES)
PHONE = {"viewport": NARROW, "is_mobile": True, "has_touch": True}


@dataclass
class Site:
    """A served archive and a browser."""

    address: str
    browser: Browser
    shots: Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("served")
    write_glossary_archive(folder / "archive.db")
    with open_browser() as browser, serve_folder(folder) as address:
        yield Site(f"{address}/archive/glossary", browser, folder)


@pytest.fixture
def context(site: Site, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = site.browser.new_context(**getattr(request, "param", {"viewport": WIDE}))
    yield context
    context.close()


@pytest.mark.parametrize(
    "context", [PHONE, {**PHONE, "viewport": NARROWEST}], indirect=True, ids=["phone", "narrowest"]
)
@pytest.mark.parametrize("path", PATHS)
def test_it_fits_a_phone(site: Site, context: BrowserContext, path: str) -> None:
    visited = visit(context, site.address + path)
    assert visited.page.evaluate("document.documentElement.scrollWidth") == visited.page.viewport_size["width"]
    assert visited.complaints == []


@pytest.mark.parametrize(
    "context", [{"viewport": WIDE, "color_scheme": scheme} for scheme in ("light", "dark")], indirect=True, ids=str
)
@pytest.mark.parametrize("path", PATHS)
def test_every_text_is_legible_in_light_and_dark(site: Site, context: BrowserContext, path: str) -> None:
    visited = visit(context, site.address + path)
    contrast, where = visited.page.evaluate(CONTRAST)
    assert contrast >= 4.5, where
    assert visited.complaints == []


@pytest.mark.parametrize("query", ["", "?of=ar"])
def test_english_stands_left_and_arabic_runs_from_the_right(site: Site, context: BrowserContext, query: str) -> None:
    page = visit(context, site.address + query).page
    row = page.locator(".terms tbody tr").first
    english, drift, arabic = (row.locator(name).bounding_box() for name in (".en", ".drift", ".ar"))
    assert english["x"] + english["width"] <= drift["x"] < drift["x"] + drift["width"] <= arabic["x"]
    text = row.locator(".ar bdi").first
    assert text.evaluate(STYLE, ["direction", "textAlign"]) == ["rtl", "right"]
    assert text.bounding_box()["x"] + text.bounding_box()["width"] > arabic["x"] + arabic["width"] - 30
    page.screenshot(path=site.shots / "glossary.png")


def test_a_reader_gets_from_a_name_to_its_paragraph_by_keyboard(site: Site, context: BrowserContext) -> None:
    visited = visit(context, site.address)
    page = visited.page
    page.get_by_role("searchbox", name="Find a name in English or Arabic").fill("لافرن")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary?q=**")
    page.get_by_role("link", name="لافرنتييف", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/uses?**")
    assert set(page.locator(".is-rtl mark").all_inner_texts()) == {"لافرنتييف"}
    page.locator(".card h2 a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**#unit-1")
    unit = page.locator(".unit:has(:target)")
    assert "لافرنتييف" in unit.inner_text()
    assert unit.evaluate(STYLE, ["backgroundImage"]) != ["none"]
    assert visited.complaints == []


@pytest.mark.parametrize("context", [{"viewport": WIDE}, PHONE], indirect=True, ids=["wide", "phone"])
def test_a_screen_reader_is_told_the_table_its_rows_and_what_the_strip_shows(
    site: Site, context: BrowserContext
) -> None:
    page = visit(context, f"{site.address}?q=Lindqvist").page
    said = page.get_by_role("table").aria_snapshot()
    for expected in (
        'rowheader "Lindqvist , used 29 times"',
        'img "Used 9 Apr 2024 to 1 Aug 2025"',
        "since 11 Dec 2024 mostly لندكفيست",
        'link "لندكفيست"',
        "17 times, 11 Dec 2024 to 1 Aug 2025",
    ):
        assert expected in said, said


def test_each_rendering_has_the_colour_of_its_bars(site: Site, context: BrowserContext) -> None:
    page = visit(context, f"{site.address}?q=Lavrentyev").page
    of_bars = [page.locator(f"svg .series-{number}").first.evaluate(STYLE, ["fill"])[0] for number in (1, 2, 3)]
    swatch = "(one) => { const s = getComputedStyle(one, '::before'); return [s.backgroundColor, s.borderTopColor]; }"
    of_swatches = [
        page.locator(f".renderings .series-{number}").first.evaluate(swatch)[number == 3] for number in (1, 2, 3)
    ]
    assert of_bars == of_swatches
    assert len(set(of_bars)) == 3


def test_it_works_without_any_script(site: Site) -> None:
    context = site.browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("link", name="Arabic names").click()
    assert page.locator(".terms th .term").first.inner_text() == "لافرينتيف"
    assert page.locator("script").count() == 0
    context.close()
