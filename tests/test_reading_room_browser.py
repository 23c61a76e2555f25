"""The reading room in a real Chromium, served over real HTTP by the command of `sijill serve`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from browser import CONTRAST, NARROW, NARROWEST, STYLE, WIDE, open_browser, serve_folder, visit
from playwright.sync_api import Browser, BrowserContext
from reading_room_archive import HOSTILE, LONG_UNITS, write_archive

pytestmark = pytest.mark.browser

# Where each row's cells stand, and how their text runs.
GEOMETRY = """() => [...document.querySelectorAll('.unit[id]')].map(unit => {
  const [en, ar] = ['.en', '.ar'].map(side => unit.querySelector(side));
  const [left, right] = [en, ar].map(cell => cell.getBoundingClientRect());
  const style = getComputedStyle(ar);
  const text = getComputedStyle(ar.querySelector('p:not(.nothing), h1') || ar);
  return {
    enLeft: left.left, enRight: left.right, enTop: left.top, enBottom: left.bottom,
    arLeft: right.left, arRight: right.right, arTop: right.top,
    cell: [style.direction, style.textAlign], text: [text.direction, text.textAlign],
  };
})"""


@dataclass
class Site:
    """A served archive and a browser."""

    address: str
    browser: Browser
    ids: dict[str, int]
    shots: Path

    def article(self, name: str, query: str = "") -> str:
        """The address of an article's page."""
        return f"{self.address}/archive/articles/{self.ids[name]}{query}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One server and one browser for all tests of this module."""
    folder = tmp_path_factory.mktemp("served")
    ids = write_archive(folder / "archive.db")
    with open_browser() as browser, serve_folder(folder) as address:
        yield Site(address, browser, ids, folder)


@pytest.fixture
def context(site: Site, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A fresh browser context; a test's parameters say how it is made."""
    context = site.browser.new_context(**getattr(request, "param", {"viewport": WIDE}))
    yield context
    context.close()


def test_english_stands_left_of_arabic_and_rows_begin_at_one_height(site: Site, context: BrowserContext) -> None:
    visited = visit(context, site.article("long"))
    rows: list[dict[str, Any]] = visited.page.evaluate(GEOMETRY)
    assert len(rows) == len(LONG_UNITS)
    assert all(row["enRight"] <= row["arLeft"] for row in rows)
    assert {row["enTop"] - row["arTop"] for row in rows} == {0}
    assert len({(row["enLeft"], row["enRight"], row["arLeft"], row["arRight"]) for row in rows}) == 1
    assert {(*row["cell"], *row["text"]) for row in rows} == {("rtl", "right", "rtl", "right")}
    visited.page.screenshot(path=site.shots / "article-wide.png", full_page=True)
    assert visited.complaints == []


@pytest.mark.parametrize("context", [{"viewport": NARROW, "is_mobile": True, "has_touch": True}], indirect=True)
def test_a_narrow_screen_has_one_column_and_nothing_beside_it(site: Site, context: BrowserContext) -> None:
    visited = visit(context, site.article("long", "?_revision=1"))
    rows: list[dict[str, Any]] = visited.page.evaluate(GEOMETRY)
    assert all(row["enBottom"] <= row["arTop"] and row["enLeft"] == row["arLeft"] for row in rows)
    assert {(*row["cell"], *row["text"]) for row in rows} == {("rtl", "right", "rtl", "right")}
    visited.page.screenshot(path=site.shots / "article-narrow.png", full_page=True)
    assert visited.complaints == []


@pytest.mark.parametrize(
    "context", [{"viewport": one, "is_mobile": True} for one in (NARROW, NARROWEST)], indirect=True, ids=str
)
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/archive/articles",
        "/archive/articles/2",
        "/archive/articles/3",
        "/archive/articles/1?_revision=1",
        "/archive/articles/1/history",
        "/archive/conflicts",
    ],
)
def test_no_page_of_ours_scrolls_sideways(site: Site, context: BrowserContext, path: str) -> None:
    page = visit(context, site.address + path).page
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


@pytest.mark.parametrize(
    "context",
    [{"viewport": WIDE, "color_scheme": scheme} for scheme in ("light", "dark")],
    indirect=True,
    ids=str,
)
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/archive/articles",
        "/archive/articles/1?_revision=1",
        "/archive/articles/1/history",
        "/archive/articles/6",
        "/archive/conflicts",
        "/archive/bitext",
    ],
)
def test_every_text_is_legible_in_light_and_dark(site: Site, context: BrowserContext, path: str) -> None:
    visited = visit(context, site.address + path)
    contrast, where = visited.page.evaluate(CONTRAST)
    assert contrast >= 4.5, where
    assert visited.complaints == []


def test_an_edition_alone_takes_the_page(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.article("arabic")).page
    style = page.locator(".alone p.paragraph").evaluate(STYLE, ["direction", "textAlign"])
    assert style == ["rtl", "right"]
    assert page.locator(".alone").bounding_box()["width"] > WIDE["width"] / 2


@pytest.mark.parametrize(
    "path",
    [
        "/archive/articles/2",
        "/archive/articles",
        "/",
        "/archive/bitext",
        "/archive/revisions",
        "/archive/discrepancies",
        "/archive/conflicts",
    ],
)
def test_markup_in_an_article_runs_nothing(site: Site, context: BrowserContext, path: str) -> None:
    visited = visit(context, site.address + path)
    visited.page.wait_for_timeout(100)
    assert visited.page.locator("[onerror], [onload]").count() == 0
    assert HOSTILE.split(">")[0] in visited.page.inner_text("body")
    assert visited.page.locator("a[href^='javascript'], a[href^='data']").count() == 0
    assert visited.complaints == []


def test_an_inline_script_would_not_run(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.address).page
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 2'}))")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran ?? null") is None


def test_the_page_reads_without_any_script(site: Site) -> None:
    context = site.browser.new_context(viewport=WIDE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.article("long"))
    assert page.locator(".unit[id]").count() == len(LONG_UNITS)
    assert page.locator("script").count() == 0
    context.close()


def test_a_reader_searches_in_arabic_and_opens_what_is_found(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.address).page
    page.get_by_role("searchbox").fill("القُرى")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="وزير الزراعة يزور القرى المتضررة").click()
    assert page.url == site.article("arabic")
    page.get_by_role("link", name="Articles").first.click()
    assert page.locator(".card").count() == 6


def test_the_keyboard_reaches_the_text_first_and_shows_where_it_is(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.article("long")).page
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to the content"
    assert focused.evaluate(STYLE, ["outlineStyle", "outlineWidth"]) == ["solid", "3px"]


def test_what_changed_is_struck_out_or_underlined_and_told_to_a_screen_reader(
    site: Site, context: BrowserContext
) -> None:
    visited = visit(context, f"{site.article('long')}/history")
    lines = [
        visited.page.locator(f".words {tag}").evaluate(STYLE, ["textDecorationLine", "direction", "textAlign"])
        for tag in ("del", "ins")
    ]
    assert lines == [["line-through", "rtl", "right"], ["underline", "rtl", "right"]]
    announced = visited.page.locator(".words").aria_snapshot()
    assert "[removed: ١٥٠" in announced
    assert "[added: ١٥١" in announced
    visited.page.screenshot(path=site.shots / "history-wide.png", full_page=True)
    assert visited.complaints == []


def test_a_reader_goes_from_an_article_to_what_changed_by_keyboard(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.article("long")).page
    page.get_by_role("link", name="Arabic changed").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.article('long')}/history#r2")
    assert page.get_by_role("region", name="Revision 2").is_visible()
    page.get_by_role("link", name="Revision 1").click()
    assert page.url == site.article("long", "?_revision=1")


def test_a_conflict_leads_from_either_side_to_the_other(site: Site, context: BrowserContext) -> None:
    visited = visit(context, site.article("long", "?_revision=1"))
    page = visited.page
    page.get_by_role("link", name="1 conflict").click()
    page.locator("#differences").get_by_role("link", name="number: 151").click()
    assert page.locator(":target").inner_text().split()[:2] == ["number,", "conflict"]
    english, arabic = page.locator(".en .found"), page.locator(".ar .found")
    assert (english.inner_text(), arabic.inner_text()) == ("151", "١٥٠")
    english.focus()
    page.keyboard.press("Enter")
    assert page.locator(":target").inner_text() == "١٥٠"
    assert page.locator(":target").evaluate(STYLE, ["direction", "outlineStyle"]) == ["rtl", "solid"]
    arabic.click()
    assert page.locator(":target").inner_text() == "151"
    assert visited.complaints == []


def test_it_prints_in_two_columns_without_the_furniture(site: Site, context: BrowserContext) -> None:
    page = visit(context, site.article("long")).page
    page.emulate_media(media="print")
    assert all(row["enRight"] <= row["arLeft"] for row in page.evaluate(GEOMETRY))
    assert page.locator(".masthead nav").is_hidden()


def test_datasettes_own_table_page_keeps_its_menus(site: Site, context: BrowserContext) -> None:
    visited = visit(context, f"{site.address}/archive/revisions")
    visited.page.locator("th svg").first.click()
    assert visited.page.get_by_text("Sort descending").is_visible()
    assert visited.complaints == []
