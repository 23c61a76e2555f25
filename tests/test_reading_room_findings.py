"""Findings in the reading room, through Datasette itself: marked within an article, and the newest of all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from bs4 import Tag
from hypothesis import given
from hypothesis import strategies as st
from reading_room_archive import (
    FIRST_CAPTURE,
    HOSTILE,
    LONG_ARABIC,
    LONG_ENGLISH,
    differing_article,
    hostile_article,
    long_article,
    unrelated_article,
)
from room import Room, open_room

from archive.outcomes import ArticleEntry
from archive.reading_room.layout import lay_out_text
from archive.reading_room.reading import CONFLICTS
from archive.store import open_archive
from crawler.models import Discrepancy, Role, Span

RIVER = ("river", "https://river.example/", "The River Paper")
HILL = ("hill", "https://hill.example/", "Hill Gazette <b>")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("findings") / "archive.db"
    many = tuple(Discrepancy("date", "missing", "12 March", None, 4) for _ in range(CONFLICTS + 1))
    states = [
        (HILL, hostile_article()),
        (HILL, replace(long_article(), url="https://hill.example/many", discrepancies=many, pages={})),
        (RIVER, differing_article()),
        (RIVER, unrelated_article()),
    ]
    with open_archive(path) as archive:
        for number, (source, state) in enumerate(states, start=1):
            captured_at = FIRST_CAPTURE + number * timedelta(hours=1)
            # The same text under three addresses is three articles here.
            article = replace(state, content_hash=f"{number}" * 64)
            archive.apply(ArticleEntry(number, article.url, *source, captured_at), article)
    with open_room(path) as room:
        yield room


def said(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_the_words_in_question_lead_to_their_counterpart_and_are_told_by_their_note(room: Room) -> None:
    page = room.page("/archive/articles/3")
    marks = [
        (mark["id"], mark["href"], mark["aria-describedby"], mark["class"][1], mark.get_text())
        for mark in page.select(".bitext a.found")
    ]
    assert marks == [
        ("f1-en", "#f1", "f1", "is-missing", "Karim al-Sayegh"),
        ("f3-en", "#f3-ar", "f3", "is-hint", "We would rather flood an empty field tonight"),
        ("f2-en", "#f2-ar", "f2", "is-conflict", "151"),
        ("f3-ar", "#f3-en", "f3", "is-hint", "نفضّل أن نُغرق حقلاً خالياً الليلة"),
        ("f2-ar", "#f2-en", "f2", "is-conflict", "١٥٠"),
    ]
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in page.select("a[href^='#']")} | {mark[2] for mark in marks}
    assert targets - set(ids) == set()


def test_a_paragraph_that_one_side_lacks_is_marked_as_a_whole(room: Room) -> None:
    whole = room.page("/archive/articles/3").select_one("p.is-whole")
    assert (whole["id"], whole["aria-describedby"], whole.a) == ("f4-ar", "f4", None)
    assert whole.get_text() == [text for role, text in LONG_ARABIC if role is Role.PARAGRAPH][4]


def test_every_word_of_the_text_stands_as_it_was_published(room: Room) -> None:
    page = room.page("/archive/articles/3")
    for side, lines in ((".en", LONG_ENGLISH), (".ar", LONG_ARABIC)):
        cells = page.select(f".unit[id] > {side}")
        texts = [line.get_text() for cell in cells for line in cell.select("h1, p:not(.role):not(.nothing)")]
        assert texts == [text for _, text in lines]


def test_the_findings_are_listed_at_the_top_gravest_first_with_hints_folded(room: Room) -> None:
    page = room.page("/archive/articles/3")
    assert [said(link) for link in page.select(".opening-line a[href='#differences']")] == [
        "1 conflict",
        "2 missing",
        "1 hint",
    ]
    listed = page.select_one("#differences")
    links = [(link["href"], said(link)) for link in listed.select("li a")]
    assert links[:2] == [("#f2", "number: 151 / ١٥٠"), ("#f1", "name: Karim al-Sayegh / nothing")]
    assert [href for href, _ in links[2:]] == ["#f4", "#f3"]
    assert all(len(text) < 200 for _, text in links)
    folds = [(said(fold.summary), fold.has_attr("open")) for fold in listed.select("details")]
    assert folds == [("On one side only 2", True), ("Hints 1", False)]
    assert [said(fold.summary) for fold in page.select(".notes details")] == ["1 hint"]
    assert page.select_one(".notes details #f3") is not None
    assert page.select_one(".notes > #f2") is not None


def test_an_article_whose_texts_are_no_translations_says_so_and_calls_nothing_a_missing_counterpart(room: Room) -> None:
    page = room.page("/archive/articles/4")
    assert said(page.select_one(".notice")).startswith("No translations of each other.")
    assert [said(link) for link in page.select("#differences li a")] == [
        "translation: the two texts are no translations of each other"
    ]
    assert page.select(".nothing") == []
    assert room.page("/archive/articles/3").select(".notice") == []
    assert room.page("/archive/articles/3").select(".nothing") != []


def test_many_findings_on_one_side_are_folded(room: Room) -> None:
    (fold,) = room.page("/archive/articles/2").select("#differences details")
    assert (said(fold.summary), fold.has_attr("open")) == (f"On one side only {CONFLICTS + 1}", False)


@given(
    st.lists(
        st.tuples(st.sampled_from(["conflict", "missing", "hint"]), st.integers(-3, 60), st.integers(-3, 200)),
        max_size=6,
    )
)
def test_however_findings_overlap_the_text_stays_and_ids_are_single(found: list[tuple[str, int, int]]) -> None:
    article = replace(
        long_article(),
        discrepancies=tuple(
            Discrepancy("name", severity, "x", "y", 4, (Span(Role.PARAGRAPH, 0, start, start + length),))
            for severity, start, length in found
        ),
    )
    lines = [line for row in lay_out_text(article).rows for line in row.english]
    assert ["".join(stretch.text for stretch in line.shown.stretches) for line in lines] == [
        text for _, text in LONG_ENGLISH
    ]
    anchors = [anchor for line in lines for stretch in line.shown.stretches for anchor in stretch.anchors]
    anchors += [line.shown.whole.side_anchor("en") for line in lines if line.shown.whole]
    there = [one for row in lay_out_text(article).rows for one in row.findings if one.spans["en"]]
    assert sorted(anchors) == sorted(one.side_anchor("en") for one in there)


# The newest of all


def test_the_newest_conflicts_are_shown_with_both_texts(room: Room) -> None:
    page = room.page("/archive/conflicts")
    river, hostile = page.select(".card")
    assert (said(river.h2), river.h2.a["href"]) == (LONG_ENGLISH[0][1], "/archive/articles/3#differences")
    assert said(river.select_one(".card-line")) == (
        "number 151 / ١٥٠ Saturday, 14 March 2026 The River Paper captured 14 March 2026, 09:00 UTC"
    )
    marks = [(mark.parent["lang"], mark.parent["dir"], mark.get_text()) for mark in river.select("mark")]
    assert marks == [("en", "ltr", "151"), ("ar", "rtl", "١٥٠")]
    assert HOSTILE in hostile.get_text()
    assert page.select("main img, main script, main b, [onerror]") == []


def test_the_newest_are_narrowed_by_severity_kind_and_source(room: Room) -> None:
    assert [said(one) for one in room.page("/archive/conflicts?severity=hint").select(".note-kind")] == ["quotation"]
    missing = room.page("/archive/conflicts?severity=missing")
    assert len(missing.select(".card")) == CONFLICTS
    assert said(missing.select_one(".next")).startswith(f"These are the newest {CONFLICTS}.")
    by_kind = room.page("/archive/conflicts?severity=missing&kind=paragraph&source=river")
    assert [said(one) for one in by_kind.select(".note-kind")] == ["paragraph"]
    assert "only paragraph" in said(by_kind.select_one(".orders"))
    assert said(by_kind.select_one(".side.is-ltr")) == "no English counterpart"
    assert room.page("/archive/conflicts?source=nowhere").select(".card") == []


def test_every_link_of_the_newest_conflicts_leads_somewhere(room: Room) -> None:
    page = room.page(f"/archive/conflicts?kind={quote(HOSTILE)}")
    links = {link["href"].partition("#")[0] for link in page.select("main a")}
    assert {link: room.get(link).status_code for link in links} == dict.fromkeys(links, 200)
    assert "/archive/conflicts" in [link["href"] for link in room.page("/").select("nav a")]


@pytest.mark.parametrize("query", ["?severity=x", "?severity=conflict%27"])
def test_a_severity_that_does_not_exist_is_not_found(room: Room, query: str) -> None:
    assert room.get(f"/archive/conflicts{query}").status_code == 404
