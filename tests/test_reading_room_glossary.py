"""The glossary in the reading room, through Datasette itself: the list, the places of a rendering, the files."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from glossary_archive import USES, write_glossary_archive
from hypothesis import given
from hypothesis import strategies as st
from reading_room_archive import HOSTILE, write_archive
from room import Room, open_room

from archive.reading_room.drift import HEIGHT, Period, draw_strip, strip_width
from archive.reading_room.reading import PLACES, TERMS

LIST = "/archive/glossary"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("glossary") / "archive.db"
    assert write_glossary_archive(path) == sum(count for *_, count, _, _ in USES)
    with open_room(path) as room:
        yield room


@pytest.fixture(scope="module")
def unmined(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """An archive whose articles nothing was mined from."""
    path = tmp_path_factory.mktemp("unmined") / "archive.db"
    write_archive(path)
    with open_room(path) as room:
        yield room


def rows(page: BeautifulSoup) -> dict[str, list[tuple[str, int]]]:
    """Each term with its renderings and how often each is used, as the page lists them."""
    return {
        row.select_one(".term").get_text(): [
            (one.a.get_text(), int(next(one.select_one(".count").strings))) for one in row.select(".renderings li")
        ]
        for row in page.select(".terms tbody tr")
    }


LAVRENTYEV = [("لافرينتيف", 41), ("لافرنتييف", 29), ("لافرينتييف", 4)]
HARGREAVES = [("هارغريفز", 30), ("هارجريفز", 9)]
LINDQVIST = [("لندكفيست", 17), ("ليندكفيست", 12)]
SULAYMANIYAH = [("Sulaimaniya", 16), ("Sulaymaniyah", 14)]
LISTED = [
    ("?varied=1", {"Lavrentyev": LAVRENTYEV, "Hargreaves": HARGREAVES, "Lindqvist": LINDQVIST}),
    ("?of=ar&varied=1", {"السليمانية": SULAYMANIYAH}),
    ("?q=lavr", {"Lavrentyev": LAVRENTYEV}),
    (f"?q={quote('لافرنتييف')}", {"Lavrentyev": LAVRENTYEV}),
    # Without the article, with a vowel sign, in the other direction.
    (f"?of=ar&q={quote('سُليمانيه')}", {"السليمانية": SULAYMANIYAH}),
    ("?q=valparaiso", {"Valparaiso": [("فالبارايسو", 1)]}),
    ("?q=nobody", {}),
    ("?q=%27%22%25", {}),
]


@pytest.mark.parametrize(("query", "expected"), LISTED, ids=[query for query, _ in LISTED])
def test_terms_are_found_in_both_scripts_and_listed_in_both_directions(
    room: Room, query: str, expected: dict[str, list[tuple[str, int]]]
) -> None:
    assert rows(room.page(LIST + query)) == expected


def test_what_is_used_once_is_left_out_unless_it_is_asked_for(room: Room) -> None:
    assert [("Valparaiso" in rows(room.page(LIST + query))) for query in ("", "?once=1")] == [False, True]


def test_each_rendering_leads_to_its_sentences_and_these_to_their_paragraph(room: Room) -> None:
    link = room.page(f"{LIST}?q=Lindqvist").select_one(".renderings a")
    page = room.page(link["href"])
    assert [bdi.get_text() for bdi in page.select("h1 bdi")] == ["Lindqvist", "لندكفيست"]
    cards = page.select(".card")
    assert len(cards) == 17
    marked = {
        (card.select_one(".is-ltr mark").get_text(), card.select_one(".is-rtl mark").get_text()) for card in cards
    }
    assert marked == {("Lindqvist", "لندكفيست")}
    address = urlsplit(cards[0].h2.a["href"])
    unit = room.page(address.path).find(id=address.fragment).find_parent(class_="unit")
    for side, sentence in ((".en", ".is-ltr"), (".ar", ".is-rtl")):
        assert unit.select_one(side).get_text(strip=True) == cards[0].select_one(sentence).get_text()


def test_when_the_usual_rendering_changed_is_said(room: Room) -> None:
    (note,) = room.page(f"{LIST}?q=Lavrentyev").select(".change-note")
    assert note.get_text() == "since 9 Dec 2024 mostly لافرنتييف, before it لافرينتيف"


@pytest.mark.parametrize(
    "path",
    [
        f"{LIST}/uses",
        f"{LIST}/uses?en=Lavrentyev&ar={quote('موصل')}",
        f"{LIST}/uses?en=Lavrentyev",
        f"{LIST}?page=0",
        f"{LIST}?page=x",
        f"{LIST}?page=99",
        f"{LIST}.html",
    ],
)
def test_what_is_not_there_is_not_found(room: Room, path: str) -> None:
    assert room.get(path).status_code == 404


def test_what_is_asked_for_is_shown_as_text(room: Room) -> None:
    page = room.page(f"{LIST}?q={quote(HOSTILE)}&of={quote(HOSTILE)}")
    assert HOSTILE.strip() in page.select_one(".nothing-found").get_text()
    assert page.select("script, img") == []


def test_a_page_of_an_archive_that_was_not_mined_says_what_to_do(unmined: Room) -> None:
    assert "sijill learn" in unmined.page(LIST).select_one(".nothing-found").get_text()
    assert list(csv.reader(io.StringIO(unmined.get(f"{LIST}.csv").content.decode("utf-8-sig"))))[1:] == []


def test_an_archive_of_before_glossaries_were_kept_has_no_such_page(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    write_archive(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE term_pairs")
    with open_room(path) as room:
        assert [room.get(one).status_code for one in (LIST, f"{LIST}.csv", f"{LIST}/uses?en=a&ar=b")] == [404, 404, 404]


def test_the_files_hold_what_the_list_shows(room: Room) -> None:
    query = "?varied=1"
    listed = [(term, text, count) for term, found in rows(room.page(LIST + query)).items() for text, count in found]
    links = [link["href"] for link in room.page(LIST + query).select(".downloads a")]
    answer = room.get(links[0])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    _, *lines = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert [(english, arabic, int(count)) for english, arabic, count, *_ in lines] == listed
    answer = room.get(links[1])
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-tbx+xml")
    namespace = "{urn:iso:std:iso:30042:ed-2}"
    entries = ElementTree.fromstring(answer.content).iter(f"{namespace}conceptEntry")
    terms = [[term.text for term in one.iter(f"{namespace}term")] for one in entries]
    assert [(english, arabic) for english, *others in terms for arabic in others] == [pair[:2] for pair in listed]


def test_more_than_a_page_holds_is_on_the_next_ones(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows(room.page(f"{LIST}?once=1"))
    monkeypatch.setattr("archive.reading_room.reading.TERMS", 4)
    path, found = f"{LIST}?once=1", {}
    for _ in range(len(whole)):
        page = room.page(path)
        found |= rows(page)
        link = page.select_one("a[rel=next]")
        if link is None:
            break
        path = link["href"]
    assert found == whole
    assert TERMS > len(whole) > 8


def test_of_many_places_the_newest_are_shown_and_that_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.reading_room.reading.PLACES", 5)
    page = room.page(f"{LIST}/uses?en=mosul&ar={quote('موصل')}".replace(quote("موصل"), quote("الموصل")))
    days = [card.time["datetime"] for card in page.select(".card")]
    assert (len(days), days) == (5, sorted(days, reverse=True))
    assert "the newest 5 places" in page.select_one(".opening-line").get_text()
    assert PLACES > 5


FIRST = date(2024, 1, 8)


@given(
    st.integers(0, 3000),
    st.lists(st.dictionaries(st.integers(0, 3000), st.integers(1, 500), min_size=1, max_size=20), max_size=6),
)
def test_whatever_the_days_the_bars_hold_every_use_and_stay_within_the_strip(
    length_days: int, used: list[dict[int, int]]
) -> None:
    period = Period(FIRST, FIRST + timedelta(days=length_days))
    renderings = [
        (f"r{rank}", {FIRST + timedelta(days=min(day, length_days)): count for day, count in days.items()})
        for rank, days in enumerate(used)
    ]
    bars = draw_strip(period, renderings)
    told = sum(int(word.split()[-1]) for bar in bars for word in bar.said.split(": ")[1].split(", "))
    assert told == sum(sum(days.values()) for _, days in renderings)
    for bar in bars:
        assert 0 <= bar.x < strip_width(period) <= 36 * 5
        assert min(part.y for part in bar.parts) >= -0.01
        assert abs(sum(part.height for part in bar.parts) + min(part.y for part in bar.parts) - HEIGHT) < 0.1
