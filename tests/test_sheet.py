"""`sijill read --html`: a page as it was read, as a document to look at."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from archived import bilingual, edition, of_editions
from browser import NARROWEST, WIDE, open_browser
from command import call
from playwright.sync_api import Browser, Request

from archive.differences import FieldDifference, differing_fields
from archive.reading_room.sheet import TemplateEffect, build_sheet, render_sheet
from crawler.models import Article

HOSTILE = '<script>alert(1)</script><img src="http://10.0.0.1/x" onerror=alert(1)>"\'&'
PAGE = """<html lang="en"><head><title>Crossing closed</title></head><body><article><h1>Crossing closed</h1>
<p class="when">26 January 2024</p>
<p>The minister closed the crossing at noon and gave the guards no reason for it.</p>
<p>Some forty lorries wait on the road, and their drivers cook beside it.</p>
<p class="k7">The register keeps a map of all crossings in the district, drawn in March.</p>
</article><article lang="ar" dir="rtl"><h2>إغلاق المعبر</h2>
<p>أغلق الوزير المعبر ظهراً ولم يوضح للحراس سبباً لذلك.</p>
<p>وتنتظر نحو أربعين شاحنة على الطريق، ويطبخ سائقوها إلى جانبها.</p></article></body></html>"""


class _Tags(HTMLParser):
    """Every start tag, its attributes, and the text outside the style sheet."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip() and self.tags[-1][0] != "style":
            self.texts.append(" ".join(data.split()))


def tags_of(article: Article, problem: str | None = None, effect: TemplateEffect | None = None) -> _Tags:
    return _Tags(render_sheet(build_sheet(article, problem, effect)))


def test_both_sides_stand_in_rows_each_in_its_own_direction():
    cells = [attributes for _, attributes in tags_of(bilingual()).tags if attributes.get("role") == "cell"]
    sides = [(cell["class"], cell["lang"], cell["dir"]) for cell in cells if "lang" in cell]
    assert sides == [("en", "en", "ltr"), ("ar", "ar", "rtl")] * 3


def test_an_article_shows_its_day_and_what_decided_it_with_every_statement_of_the_date():
    texts = tags_of(bilingual()).texts
    assert "Friday, 26 January 2024" in texts
    assert "agreed: json-ld datePublished, dateline ar" in texts
    assert {one.source for one in bilingual().dates} <= set(texts)


def test_a_page_without_an_article_says_why_before_anything_else():
    texts = tags_of(of_editions(), "not-found: the page says that it is gone").texts
    place = texts.index("A crawl would not archive this page.")
    assert texts[place + 1] == "not-found: the page says that it is gone"
    assert {"no publication date", "no text"} <= set(texts[place:])


@pytest.mark.parametrize(
    ("texts", "share"),
    [((), None), (("x" * 25,), "1, 20.0 % of the text"), (("x" * 50, "y" * 50), "2, 50.0 % of the text")],
)
def test_the_residue_is_shown_with_its_share_of_the_text(texts: tuple[str, ...], share: str | None):
    article = replace(of_editions(edition("en", "A" * 40, "B" * 60)), residue=texts)
    shown = tags_of(article).texts
    assert [text for text in shown if text.endswith("% of the text")] == ([share] if share else [])
    assert [text for text in shown if text in texts] == list(texts)


def test_what_a_template_changes_stands_field_by_field():
    changes = (
        FieldDifference("ar caption", "", "one\ntwo"),
        FieldDifference("en paragraph", "first\nshare\nlast", "first\nlast"),
        FieldDifference("published_on", "2024-01-26", "2024-01-27"),
    )
    found = tags_of(bilingual(), effect=TemplateEffect("news", changes))
    start = found.texts.index("What the template of news changes") + 1
    assert found.texts[start : start + 8] == [
        *("ar caption", "one", "two"),
        *("en paragraph", "share"),
        *("published_on", "2024-01-26", "2024-01-27"),
    ]
    assert [tag for tag, _ in found.tags if tag in ("del", "ins")] == ["ins", "ins", "del", "del", "ins"]


def test_a_template_that_changes_nothing_is_said_to():
    shown = tags_of(bilingual(), effect=TemplateEffect("news", ())).texts
    assert "Nothing: the page reads the same without it." in shown


def test_nothing_that_a_page_says_is_markup_and_no_address_but_the_webs_is_a_link():
    hostile = replace(
        of_editions(edition("en", HOSTILE, HOSTILE), edition("ar", HOSTILE, "نص " + HOSTILE)),
        url="javascript:alert(1)",
        canonical_url="https://news.example/a",
        tags=(HOSTILE,),
        residue=(HOSTILE,),
        notes=(HOSTILE,),
    )
    effect = TemplateEffect("news", (FieldDifference("en caption", HOSTILE, HOSTILE),))
    found = tags_of(hostile, HOSTILE, effect)
    assert {tag for tag, _ in found.tags}.isdisjoint({"script", "img", "iframe", "object", "form", "base"})
    assert [name for _, attributes in found.tags for name in attributes if name.startswith("on")] == []
    links = {attributes["href"] for tag, attributes in found.tags if tag in ("a", "link")}
    assert {link for link in links if link and not link.startswith("#")} == {"https://news.example/a"}


def test_it_is_a_document_in_standards_mode():
    assert render_sheet(build_sheet(bilingual())).startswith('<!DOCTYPE html>\n<html lang="en">\n<head>')


def test_its_policy_allows_its_own_style_and_nothing_else():
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', render_sheet(build_sheet(bilingual())))
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'", policy
    )


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({}, ()),
        ({"published_on": None}, (FieldDifference("published_on", "2024-01-26", ""),)),
        ({"published_on": date(2024, 1, 27)}, (FieldDifference("published_on", "2024-01-26", "2024-01-27"),)),
        (
            {"editions": (edition("en", "Crossing closed", "One.", "Two."),)},
            (
                FieldDifference("ar headline", "إغلاق المعبر", ""),
                FieldDifference("ar paragraph", "أغلق الوزير المعبر.\nولم يوضح السبب.", ""),
                FieldDifference("en paragraph", "The minister closed it.\nHe gave no reason.", "One.\nTwo."),
            ),
        ),
    ],
)
def test_two_readings_of_a_page_differ_in_these_fields(change: dict[str, object], fields: tuple[FieldDifference, ...]):
    assert differing_fields(bilingual(), replace(bilingual(), **change)) == fields  # type: ignore[arg-type]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A saved page, and beside it the data folder of a source with a template."""
    (tmp_path / "sijill.toml").write_text(
        '[[source]]\nname = "news"\nurl = "https://news.example/"\n'
        '[[source.template]]\nsince = 2024-01-01\ndrop = ["p.k7"]\n',
        encoding="utf-8",
    )
    saved = tmp_path / "crossing.html"
    saved.write_text(PAGE, encoding="utf-8")
    return saved


def test_the_command_writes_the_page_and_says_where(page: Path):
    sheet = page.with_name("as-read.html")
    ended = call("read", page, "--url", "https://news.example/a", "--html", sheet)
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr == f"sijill: written to {sheet}, to be opened in a browser\n"
    assert "Some forty lorries wait on the road, and their drivers cook beside it." in _Tags(sheet.read_text()).texts


def test_with_json_it_prints_the_record_as_well(page: Path):
    ended = call("read", page, "--url", "https://news.example/a", "--html", page.with_name("as-read.html"), "--json")
    assert ended.json()["editions"]["ar"]["headline"] == "إغلاق المعبر"


def test_with_a_source_it_shows_what_the_template_changes(page: Path):
    sheet = page.with_name("as-read.html")
    call("read", page, "--url", "https://news.example/a", "--data", page.parent, "--source", "news", "--html", sheet)
    texts = _Tags(sheet.read_text(encoding="utf-8")).texts
    start = texts.index("What the template of news changes")
    line = "The register keeps a map of all crossings in the district, drawn in March."
    assert texts[start + 1 : texts.index("What the page says about the date")][:2] == ["en paragraph", line]


def test_a_folder_that_is_not_there_is_an_error_that_says_what_to_do(page: Path):
    ended = call("read", page, "--html", page.parent / "none" / "a.html")
    assert ended.exit_code == 2
    assert f"there is no folder {page.parent / 'none'}: make it first" in " ".join(ended.stderr.split())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of this module."""
    with open_browser() as opened:
        yield opened


@pytest.mark.browser
@pytest.mark.parametrize(("window", "scheme"), [(WIDE, "light"), (WIDE, "dark"), (NARROWEST, "light")])
def test_in_a_browser_it_fits_is_styled_and_asks_for_nothing(
    browser: Browser, page: Path, window: dict[str, int], scheme: str
):
    sheet = page.with_name("as-read.html")
    call("read", page, "--url", "https://news.example/a", "--html", sheet)
    context = browser.new_context(viewport=window, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    complaints: list[str] = []
    shown = context.new_page()
    shown.on("request", lambda request: asked.append(_address(request)))
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(sheet.as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
    style = shown.evaluate(
        "(({direction, textAlign}) => [direction, textAlign])(getComputedStyle(document.querySelector('.unit[id] .ar')))"
    )
    assert (style, asked, complaints) == (["rtl", "right"], [sheet.as_uri()], [])
    context.close()


def _address(request: Request) -> str:
    return str(request.url)
