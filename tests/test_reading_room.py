"""The reading room through Datasette itself, in this process: pages, data, search, refusals."""

import asyncio
import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from datasette.app import DEFAULT_SETTINGS, Datasette
from hypothesis import given
from hypothesis import strategies as st
from reading_room_archive import (
    FIRST_CAPTURE,
    FORMULA,
    HOSTILE,
    HOSTILE_ARABIC,
    LEXICON,
    LONG_ARABIC,
    LONG_ENGLISH,
    corrected_article,
    long_article,
    make_article,
    make_edition,
    short_article,
    write_archive,
)
from room import Room, open_room

from archive.dictionary import TABLES
from archive.index import fts_expression
from archive.reading_room.layout import lay_out_text
from archive.reading_room.metadata import HIDDEN
from archive.reading_room.pages import safe_href
from archive.reading_room.security import refuse_request, security_headers
from archive.reading_room.serving import datasette_command, datasette_settings
from archive.reading_room.spreadsheet import SpreadsheetGuard, disarm_csv
from archive.store import ArticleEntry, open_archive
from crawler.models import Role, SegmentRef, TranslationUnit

ON_OFF = {"on": True, "off": False}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The archive of `reading_room_archive`, with the settings `sijill serve` uses."""
    path = tmp_path_factory.mktemp("room") / "archive.db"
    ids = write_archive(path)
    settings = {name: ON_OFF.get(text, text) for name, text in datasette_settings().items()}
    typed = {name: int(value) if isinstance(value, str) else value for name, value in settings.items()}
    with open_room(path, ids, typed) as room:
        yield room


def texts(cell: Tag) -> list[str]:
    """What a side of a row says, without the labels of its roles."""
    return [line.get_text() for line in cell.find_all(["h1", "p"]) if "role" not in line.get("class", [])]


def rows(page: BeautifulSoup) -> list[tuple[list[str], list[str]]]:
    """English and Arabic of each row of the article page."""
    units = page.select(".bitext .unit[id]")
    return [(texts(unit.select_one(".en")), texts(unit.select_one(".ar"))) for unit in units]


# The article page


def test_an_article_page_has_english_and_arabic_paragraph_beside_paragraph(room: Room) -> None:
    english = [text for _, text in LONG_ENGLISH]
    arabic = [segment.text for segment in corrected_article().editions[1].segments]
    assert rows(room.article("long")) == [
        ([english[0]], [arabic[0]]),
        ([english[1]], [arabic[1]]),
        ([english[2]], [arabic[2]]),
        ([english[3]], [arabic[3]]),
        ([english[4]], [arabic[4]]),
        ([english[5]], [arabic[5]]),
        ([english[6]], ["no Arabic counterpart"]),
        ([english[7]], [arabic[6], arabic[7]]),
        (["no English counterpart"], [arabic[8]]),
        ([english[8]], [arabic[9]]),
        ([english[9]], [arabic[10]]),
    ]


def test_every_arabic_cell_says_its_language_and_direction(room: Room) -> None:
    page = room.article("long")
    sides = [
        (cell["lang"], cell["dir"], cell["role"]) for cell in page.select(".unit[id] > div.en, .unit[id] > div.ar")
    ]
    assert sides == [("en", "ltr", "cell"), ("ar", "rtl", "cell")] * 11


def test_roles_are_named_in_the_language_of_their_side(room: Room) -> None:
    page = room.article("long")
    labels = [(label["lang"], label.get_text()) for label in page.select(".bitext p.role")]
    assert labels == [
        ("en", "Headline"),
        ("ar", "العنوان"),
        ("en", "Standfirst"),
        ("ar", "المقدّمة"),
        ("en", "Dateline"),
        ("ar", "المكان والتاريخ"),
        ("en", "Byline"),
        ("ar", "بقلم"),
        ("en", "Caption"),
        ("ar", "تعليق الصورة"),
    ]


def test_an_uncertain_pair_is_marked(room: Room) -> None:
    assert [unit["id"] for unit in room.article("long").select(".unit.unsure")] == ["u10"]


def test_an_earlier_revision_is_shown_on_request_and_says_so(room: Room) -> None:
    page = room.article("long", "?_revision=1")
    assert any("١٥٠" in "".join(arabic) for _, arabic in rows(page))
    assert "This is revision 1" in page.select_one(".notice").get_text()
    assert page.select_one(".notice a")["href"] == f"/archive/articles/{room.ids['long']}"
    note = page.select_one("#u6 .note")
    assert " ".join(note.get_text().split()) == "number, conflict 151 ١٥٠"


@pytest.mark.parametrize(
    "query", ["?_revision=3", "?_revision=0", "?_revision=-1", "?_revision=x", "?_revision=" + "9" * 30]
)
def test_a_revision_that_is_not_there_is_not_found(room: Room, query: str, capfd: pytest.CaptureFixture[str]) -> None:
    answer = room.get(f"/archive/articles/{room.ids['long']}{query}")
    assert (answer.status_code, "There is no such article or revision here." in answer.text) == (404, True)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("key", ["999", "x", "1e0", "+1", "%201"])
def test_an_article_has_one_address(room: Room, key: str) -> None:
    assert room.get(f"/archive/articles/{key}").status_code in (302, 404)


def test_the_revisions_are_listed_newest_first_with_what_changed(room: Room) -> None:
    lines = [" ".join(line.get_text().split()) for line in room.article("long").select(".revisions li")]
    assert lines == [
        f"Revision 2 16 March 2026, 14:00 UTC Arabic changed {corrected_article().content_hash[:12]}",
        f"Revision 1 14 March 2026, 13:00 UTC first capture {long_article().content_hash[:12]}",
    ]


def test_the_record_holds_dates_addresses_hash_and_residue(room: Room) -> None:
    page = room.article("long")
    facts = {
        fact.dt.get_text(): " ".join(fact.dd.get_text(" ").split()) for fact in page.select(".record .facts > div")
    }
    assert facts == {
        "Published": "Saturday, 14 March 2026 agreed: dateline en, dateline ar",
        "Captured": "16 March 2026, 14:00 UTC first 14 March 2026, 13:00 UTC",
        "Source": "The River Paper",
        "Languages": "English , العربية",
        "Original address": "https://river.example/2026/03/sluices",
        "Canonical address": "https://river.example/sluices",
        "Same content at": "https://river.example/again",
        "Pictures": "https://river.example/files/sluices.jpg The sluices in spring credit: N. Haddad"
        " javascript:alert(4)",
        "Tags": "Sluices , سدود",
        "Charset": "utf-8 (by its byte-order mark)",
        "Notes": "the page cannot be read as utf-8 in 1 place, shown as U+FFFD",
        "Aligned with": f"the lexicon {LEXICON.digest[:12]} learned from the archive’s own articles",
        "Content hash": f"{corrected_article().content_hash} SHA-256 of this revision’s text",
        "As data": "article, JSON , side by side, JSON , side by side, CSV",
    }
    assert [cell.get_text() for cell in page.select(".dates tbody td:nth-child(2)")] == [
        "14 March",
        "14 آذار/مارس",
    ]
    assert [cell.get_text() for cell in page.select(".witnesses tbody td")] == [
        "headline",
        "meta og:title",
        "Sluices to open a week early",
        "",
    ]
    assert [line.get_text() for line in page.select(".residue li")] == list(long_article().residue)
    assert page.select_one("details:has(.residue)").get("open") is None


def test_the_links_to_the_data_of_a_page_work(room: Room) -> None:
    links = [link["href"] for link in room.article("long").select(".facts dd a") if link["href"].startswith("/archive")]
    assert {link: room.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    beside = next(link for link in links if "bitext.json" in link)
    assert [row["position"] for row in room.get(beside).json()] == list(range(11))


def test_an_article_in_one_language_is_shown_alone(room: Room) -> None:
    page = room.article("arabic")
    alone = page.select_one(".alone")
    assert (page.select(".bitext"), alone["lang"], alone["dir"], texts(alone)) == (
        [],
        "ar",
        "rtl",
        ["وزير الزراعة يزور القرى المتضررة", "اجتمع المجلس ساعتين ثم رُفعت الجلسة من دون تصويت."],
    )


def test_a_third_language_stands_after_the_two(room: Room) -> None:
    page = room.article("three")
    assert len(rows(page)) == 2
    assert [(edition["lang"], texts(edition)) for edition in page.select(".alone")] == [
        ("fr", ["La récolte des olives commence tôt"])
    ]


def test_a_page_that_is_gone_says_since_when_and_why(room: Room) -> None:
    notice = room.article("gone").select_one(".notice.gone").get_text()
    assert notice == "No longer published. gone since 16 March 2026, 07:00 UTC (HTTP 410)"


def test_markup_in_an_article_is_text_and_a_script_is_never_a_link(room: Room) -> None:
    answer = room.get(f"/archive/articles/{room.ids['hostile']}")
    page = BeautifulSoup(answer.text, "lxml")
    assert (page.select("main img, main script, main svg"), "<img" in answer.text) == ([], False)
    assert rows(page)[0] == ([f"{HOSTILE} headline"], [f"{HOSTILE_ARABIC} headline"])
    schemes = {link["href"].split(":")[0] for link in page.select("a[href]") if ":" in link["href"]}
    assert schemes <= {"https"}


@pytest.mark.parametrize(
    "path",
    [
        "/archive/articles",
        "/",
        "/archive/bitext",
        "/archive/revisions",
        "/archive/segments",
        "/archive/sources",
    ],
)
def test_markup_in_a_text_is_text_on_every_other_page(room: Room, path: str) -> None:
    page = room.page(path)
    assert page.select("img, [onerror], [onload], td b, bdi b") == []
    assert ("onerror" in page.get_text(), path) in ((True, path), (False, "/archive/sources"))


def test_links_to_the_web_tell_it_nothing(room: Room) -> None:
    links = room.article("long").select("a[href^=http]")
    assert links
    assert {tuple(link["rel"]) for link in links} == {("noopener", "noreferrer")}


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("https://river.example/a", "https://river.example/a"),
        ("HTTP://river.example/a", "HTTP://river.example/a"),
        ("javascript:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//river.example/a", None),
        ("https:///a", None),
        ("https://[::1", None),
        ("", None),
    ],
)
def test_only_web_addresses_become_links(address: str, href: str | None) -> None:
    assert safe_href(address) == href


def test_a_headline_without_a_counterpart_stands_first_whatever_the_order_of_the_units() -> None:
    english = make_edition("en", [(Role.STANDFIRST, "Summary"), (Role.PARAGRAPH, "One"), (Role.CAPTION, "Seen")])
    arabic = make_edition("ar", [(Role.PARAGRAPH, "واحد"), (Role.STANDFIRST, "موجز"), (Role.HEADLINE, "عنوان")])
    shown = lay_out_text(make_article("https://x.example/", (english, arabic))).rows
    assert [([line.text for line in row.english], [line.text for line in row.arabic]) for row in shown] == [
        ([], ["عنوان"]),
        (["Summary"], ["موجز"]),
        (["One"], ["واحد"]),
        (["Seen"], []),
    ]


@st.composite
def segments(draw: st.DrawFn) -> list[tuple[Role, str]]:
    roles = draw(st.lists(st.sampled_from(Role), min_size=1, max_size=8))
    return [(role, f"{role} {index}") for index, role in enumerate(roles)]


@given(english=segments(), arabic=segments(), data=st.data())
def test_every_segment_stands_on_the_page_exactly_once(
    english: list[tuple[Role, str]], arabic: list[tuple[Role, str]], data: st.DataObject
) -> None:
    left, right = make_edition("en", english), make_edition("ar", arabic)
    refs = st.lists(st.builds(SegmentRef, st.sampled_from(Role), st.integers(0, 4)), max_size=3)
    units = data.draw(st.lists(st.builds(TranslationUnit, refs.map(tuple), refs.map(tuple), st.just(0.5)), max_size=6))
    article = replace(make_article("https://x.example/", (left, right)), units=tuple(units))
    shown = lay_out_text(article).rows
    assert sorted(line.text for row in shown for line in row.english) == sorted(text for _, text in english)
    assert sorted(line.text for row in shown for line in row.arabic) == sorted(text for _, text in arabic)
    assert [row.number for row in shown] == list(range(1, len(shown) + 1))


# The list and the home page


def test_the_list_has_both_headlines_and_the_newest_first(room: Room) -> None:
    cards = room.page("/archive/articles").select(".card")
    heads = [tuple(head.get_text() for head in card.select("h2")) for card in cards]
    assert heads == [
        (LONG_ENGLISH[0][1], LONG_ARABIC[0][1]),
        ("Council postpones the vote on the harbour", "المجلس يؤجّل التصويت على المرفأ"),
        ("وزير الزراعة يزور القرى المتضررة",),
        (FORMULA,),
        ("Olive harvest begins early in the hills", "بدء قطاف الزيتون باكراً في الجبل"),
        (f"{HOSTILE} headline", f"{HOSTILE_ARABIC} headline"),
    ]
    lines = [
        [span.get_text() for span in card.select_one(".card-line").find_all(["time", "span"], recursive=False)]
        for card in cards
    ]
    assert lines[:3] == [
        ["Saturday, 14 March 2026", "The River Paper", "English and Arabic", "2 revisions"],
        ["Thursday, 12 March 2026", "The River Paper", "English and Arabic", "no longer published"],
        ["Wednesday, 11 March 2026", "Hill Gazette <b>", "Arabic"],
    ]
    assert {(head["lang"], head["dir"]) for head in room.page("/archive/articles").select("h2.card-ar")} == {
        ("ar", "rtl")
    }


def test_the_list_has_facets_that_lead_somewhere(room: Room) -> None:
    facets = room.page("/archive/articles").select(".facets section")
    values = [[" ".join(value.get_text().split()) for value in facet.select("li")] for facet in facets]
    assert values == [
        ["Hill Gazette <b> 3", "The River Paper 3"],
        ["English and Arabic 3", "Arabic 1", "English 1", "English, Arabic and French 1"],
        ["2026-03-14 1", "2026-03-12 1", "2026-03-11 1", "2026-03-10 1", "2026-03-09 1"],
    ]
    river = next(link for link in facets[0].select("a") if link.get_text() == "The River Paper")
    assert len(room.page(river["href"].replace("http://localhost", "")).select(".card")) == 3


def test_the_list_goes_on_page_by_page(room: Room) -> None:
    first = room.page("/archive/articles?_size=4")
    following = room.page(first.select_one("a[rel=next]")["href"].replace("http://localhost", ""))
    assert [len(page.select(".card")) for page in (first, following)] == [4, 2]


def test_the_list_still_works_with_columns_left_out(room: Room) -> None:
    page = room.page("/archive/articles?_col=headline_ar")
    assert len(page.select("table.rows-and-columns tbody tr")) == 6


def test_searching_keeps_the_filters_that_are_set(room: Room) -> None:
    page = room.page("/archive/articles?source=river&_sort_desc=first_captured_at")
    hidden = {field["name"]: field["value"] for field in page.select("form.finder input[type=hidden]")}
    assert hidden == {"source": "river", "_sort_desc": "first_captured_at"}


def test_the_home_page_counts_and_shows_the_newest(room: Room) -> None:
    page = room.page("/")
    counts = {fact.dt.get_text(): fact.dd.get_text() for fact in page.select(".counts > div")}
    assert counts == {"articles": "6", "in both languages": "4", "revisions": "7", "sources": "2"}
    assert page.select_one(".card h2").get_text() == LONG_ENGLISH[0][1]


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    open_archive(tmp_path / "archive.db").close()
    datasette = Datasette([str(tmp_path / "archive.db")])
    with asyncio.Runner() as runner:
        answers = [runner.run(datasette.client.get(path)) for path in ("/", "/archive/articles", "/archive/bitext")]
    datasette.executor.shutdown()
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert "Nothing is archived yet" in answers[0].text
    assert "No article matches" in answers[1].text


# Search and data


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sluices", ["long"]),
        ("SLUICES northern", ["long"]),
        ("الصايغ", ["long"]),
        ("كَرِيم الصّايِغ", ["long"]),
        ("القري المتضرره", ["arabic"]),
        ("قرى", ["arabic"]),
        ("هيأة", []),
        ("151", ["long"]),
        ("١٥١", ["long"]),
        ("150", []),
        ("الزيتون", ["three"]),
        ("olives récolte", ["three"]),
        ("nowhere", []),
        ('"', []),
        ("NEAR(", []),
        ("* OR -", []),
        ("   ", []),
    ],
)
def test_the_search_box_finds_every_spelling_and_never_fails(room: Room, words: str, found: list[str]) -> None:
    query = f"_search={quote(words)}"
    ids = {room.ids[name] for name in found}
    listed = room.get(f"/archive/articles.json?{query}&_shape=array").json()
    if words.strip():
        assert {row["id"] for row in listed} == ids
        cards = room.page(f"/archive/articles?{query}").select(".card h2 a")
        assert {int(card["href"].rsplit("/")[-1]) for card in cards} == ids
        table = csv.DictReader(io.StringIO(room.get(f"/archive/articles.csv?{query}").text))
        assert {int(row["id"]) for row in table} == ids


def test_datasette_still_calls_the_function_that_we_replace(room: Room) -> None:
    sql = room.get("/archive/articles.json?_search=x").json()["query"]["sql"]
    assert "revision_id in (select rowid from revisions_fts where revisions_fts match escape_fts(:search))" in sql
    database = room.datasette.get_database("archive")
    asked = "القُرى المتضرّرة"
    folded = room.runner.run(database.execute("SELECT escape_fts(?)", [asked])).single_value()
    with open_archive(room.path, read_only=True) as archive:
        assert folded == fts_expression(archive.db.conn, asked)
        assert "القري" in folded


def test_articles_come_as_json_and_csv(room: Room) -> None:
    newest = room.get("/archive/articles.json?_shape=array&_size=1").json()
    assert [(row["id"], row["headline_ar"], row["published_on"]) for row in newest] == [
        (room.ids["long"], LONG_ARABIC[0][1], "2026-03-14")
    ]
    table = list(csv.DictReader(io.StringIO(room.get("/archive/articles.csv?_stream=1&_labels=on").text)))
    assert (len(table), table[0]["headline_ar"], table[0]["source_label"]) == (
        6,
        LONG_ARABIC[0][1],
        "The River Paper",
    )


def test_a_formula_in_a_csv_is_disarmed_and_exact_in_json(room: Room) -> None:
    query = f"id={room.ids['english']}"
    for address in (f"/archive/articles.csv?{query}", f"/archive/articles.csv?{query}&_dl=1&_stream=on"):
        (row,) = csv.DictReader(io.StringIO(room.get(address).text))
        assert (row["headline_en"], row["published_on"]) == (f"'{FORMULA}", "2026-03-10")
    (exact,) = room.get(f"/archive/articles.json?_shape=array&{query}").json()
    assert exact["headline_en"] == FORMULA


@given(
    table=st.lists(
        st.lists(st.text("=+-@\"',\n\r\tab1ن＝", max_size=5), min_size=1, max_size=3), min_size=1, max_size=4
    ),
    cut=st.integers(1, 40),
)
def test_disarmed_csv_holds_the_same_cells_but_for_an_apostrophe(table: list[list[str]], cut: int) -> None:
    written = io.StringIO()
    csv.writer(written).writerows(table)
    body = written.getvalue().encode()
    read = list(csv.reader(io.StringIO(disarm_csv(body).decode(), newline="")))
    expected = [
        [f"'{cell}" if cell[:1] and cell[0] in "=+-@\t\r＝" and not _is_number(cell) else cell for cell in row]
        for row in table
    ]
    assert read == expected
    assert asyncio.run(_send_in_pieces(body, cut)) == disarm_csv(body)


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[+-]?[0-9]+", cell) is not None


async def _send_in_pieces(body: bytes, size: int) -> bytes:
    sent: list[bytes] = []

    async def send(message: dict) -> None:
        sent.append(message.get("body", b""))

    guard = SpreadsheetGuard(send)
    await guard.send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/csv")]})
    for start in range(0, len(body), size):
        await guard.send({"type": "http.response.body", "body": body[start : start + size], "more_body": True})
    await guard.send({"type": "http.response.body", "body": b""})
    return b"".join(sent)


def test_bitext_is_browsable_with_arabic_from_the_right(room: Room) -> None:
    page = room.page("/archive/bitext")
    arabic = page.select_one("td.col-arabic > div")
    assert (arabic["lang"], arabic["dir"], arabic.get_text()) == ("ar", "rtl", LONG_ARABIC[0][1])
    assert page.select_one("td.col-article_id a")["href"] == f"/archive/articles/{room.ids['long']}"


def test_a_missing_headline_is_not_shown_as_none(room: Room) -> None:
    page = room.page(f"/archive/revisions?article_id={room.ids['arabic']}")
    assert page.select_one("td.col-article_id").get_text() == f"article {room.ids['arabic']}"
    assert "None" not in page.select_one("table").get_text()


# What Datasette says of it


def test_every_table_is_described_and_the_internal_ones_are_hidden(room: Room) -> None:
    described = room.datasette.metadata("databases")["archive"]["tables"]
    assert {name: described[name]["description"] for name in TABLES} == {
        name: table.description for name, table in TABLES.items()
    }
    listed = room.get("/archive.json").json()
    names = {table["name"]: table["hidden"] for table in listed["tables"]}
    internal = {name for name in names if name in HIDDEN or name.startswith(("revisions_fts", "revisions_vocab", "_"))}
    assert {name for name, hidden in names.items() if hidden} == internal
    assert [view["name"] for view in listed["views"]] == ["bitext"]


def test_the_metadata_survives_what_datasette_writes_into_it(room: Room) -> None:
    before = json.dumps(room.datasette.metadata())
    room.get("/archive/articles")
    assert json.dumps(room.datasette.metadata()) == before


@pytest.mark.parametrize(
    "path", ["/", "/archive/articles", "/archive/articles/1", "/archive/bitext", "/archive", "/nothing"]
)
def test_every_style_sheet_that_a_page_names_is_served(room: Room, path: str) -> None:
    page = BeautifulSoup(room.get(path).text, "lxml")
    sheets = [link["href"] for link in page.select("link[rel=stylesheet]")]
    assert any(sheet.startswith("/-/static-plugins/sijill/") for sheet in sheets)
    answers = [room.get(sheet) for sheet in sheets]
    assert {(answer.status_code, answer.headers["content-type"]) for answer in answers} == {(200, "text/css")}


# What is refused


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/archive",
        "/archive/articles",
        "/archive/articles/1",
        "/archive/articles.json",
        "/archive/articles.csv",
        "/nothing",
        "/archive/nothing",
        "/-/settings",
        "/-/health",
        "/-/static/app.css",
        "/archive/articles?_where=1",
    ],
)
def test_every_answer_carries_the_security_headers(room: Room, path: str) -> None:
    _, headers, _ = room.ask(path.encode())
    assert {name: headers.get(name) for name, _ in security_headers()} == dict(security_headers())


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (b"/\\example.org/", 400),
        (b"/%5Cexample.org/", 400),
        (b"/%5cexample.org/", 400),
        (b"//example.org/", 400),
        (b"/%2Fexample.org/", 400),
        (b"/archive\\articles/", 400),
        (b"/%09/example.org/", 400),
        (b"/%0d%0aSet-Cookie:x/", 400),
        (b"/-/settings", 404),
        (b"/-/settings.json", 404),
        (b"/-/databases.json", 404),
        (b"/-/threads", 404),
        (b"/-/auth-token", 404),
        (b"/%2D/settings", 404),
        (b"/-/static-pluginsX", 404),
        (b"/-", 404),
        (b"/-/health", 200),
        (b"/-/static/app.css", 200),
        (b"/-/static/../settings", 404),
        (b"/archive.db", 403),
        (b"/archive?sql=select+1", 403),
        (b"/archive.json?sql=select+1", 403),
        (b"/archive/articles?_where=1=1", 403),
        (b"/archive/articles/", 302),
    ],
)
def test_only_what_a_reader_needs_is_answered(room: Room, path: bytes, status: int) -> None:
    found, headers, _ = room.ask(path)
    assert found == status
    assert re.match(rb"/(?![/\\])|$", headers.get(b"location", b""))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_written(room: Room, method: str) -> None:
    assert room.ask(b"/archive/articles", method)[0] == 405


def test_the_health_page_tells_that_the_archive_answers(room: Room) -> None:
    status, _, body = room.ask(b"/-/health")
    assert (status, json.loads(body)) == (200, {"ok": True})


@given(st.binary(max_size=12))
def test_a_path_is_refused_or_cannot_become_another_host(rest: bytes) -> None:
    path = b"/" + rest.replace(b"?", b"")
    if refuse_request("GET", path) is None:
        assert not re.match(rb"/[/\\\t\r\n]", path)


# Serving


def test_the_command_serves_the_folder_with_settings_that_datasette_knows(tmp_path: Path) -> None:
    command = datasette_command(tmp_path, "127.0.0.1", 8001)
    head = [
        sys.executable,
        "-m",
        "datasette",
        "serve",
        str(tmp_path / "archive.db"),
        "--host",
        "127.0.0.1",
        "--port",
        "8001",
    ]
    assert command[: len(head)] == head
    assert set(datasette_settings()) <= set(DEFAULT_SETTINGS)


def test_a_limited_process_cannot_take_more_memory() -> None:
    program = (
        "from archive.reading_room.serving import limit_memory\n"
        "assert limit_memory(2**30)\n"
        "try:\n    bytearray(2**31)\nexcept MemoryError:\n    print('refused')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout == "refused\n"


def test_an_article_added_while_it_is_served_appears(tmp_path: Path) -> None:
    write_archive(tmp_path / "archive.db")
    datasette = Datasette([str(tmp_path / "archive.db")])
    with asyncio.Runner() as runner:
        runner.run(datasette.client.get("/archive/articles"))
        late = short_article("https://river.example/late", "A late edition", None, 20)
        with open_archive(tmp_path / "archive.db") as archive:
            entry = ArticleEntry(99, late.url, "river", "https://river.example/", "The River Paper", FIRST_CAPTURE)
            archive.apply(entry, late)
        page = runner.run(datasette.client.get("/archive/articles")).text
    datasette.executor.shutdown()
    assert BeautifulSoup(page, "lxml").select_one(".card h2").get_text() == "A late edition"
