"""The page of an article's history, through Datasette itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from reading_room_archive import FIRST_CAPTURE, HOSTILE, make_article, make_edition, three_languages, write_archive
from room import Room, open_room

from archive.history_wording import describe_fact
from archive.outcomes import ArticleEntry
from archive.reading_room.reading import STEPS, STEPS_LENGTH
from archive.store import open_archive
from crawler.comparison.changed_facts import find_changed_facts
from crawler.models import Article, Role
from crawler.models.word_diff import diff_words

FACTS = (
    "On Thursday, 12 May, 150 families left Mosul by road, and Karim Haddad saw them go.",
    "On Friday, 13 May, 151 families left Erbil by road, and Karim Haddad saw them go.",
)
RIVER = ("river", "https://river.example/", "The River Paper")


def history(room: Room, name: str, query: str = "") -> BeautifulSoup:
    return room.page(f"/archive/articles/{room.ids[name]}/history{query}")


def counted(url: str, number: int) -> Article:
    """An article whose one paragraph counts."""
    lines = [(Role.HEADLINE, "Tide tables"), (Role.PARAGRAPH, f"The water stands {number} centimetres high.")]
    return make_article(url, [make_edition("en", lines)])


def append(archive, states: list[Article], sequence: int) -> int:
    """Archive an article in these states, seven hours apart; its id."""
    for state in states:
        captured_at = FIRST_CAPTURE + timedelta(hours=7 * sequence)
        archive.apply(ArticleEntry(sequence, state.url, *RIVER, captured_at), state)
        sequence += 1
    return archive.read_article(states[0].url).id


def with_paragraph(article: Article, language: str, text: str) -> Article:
    """The article with another last paragraph on one side."""
    editions = tuple(
        replace(one, segments=(*one.segments[:-1], replace(one.segments[-1], text=text)))
        if one.language == language
        else one
        for one in article.editions
    )
    return make_article(article.url, editions)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("history") / "archive.db"
    ids = write_archive(path)
    with open_archive(path) as archive:
        ids["often"] = append(archive, [counted("https://river.example/often", n) for n in range(STEPS + 5)], 100)
        later = with_paragraph(three_languages(), "fr", "La récolte des olives commence tard")
        states = [replace(one, url="https://hill.example/olives") for one in (three_languages(), later)]
        ids["three"] = append(archive, states, 200)
        water = "water " * (STEPS_LENGTH // 12)
        lines = [(Role.HEADLINE, "Tide"), (Role.PARAGRAPH, water), (Role.PARAGRAPH, "0")]
        url = "https://river.example/long"
        states = [make_article(url, [make_edition("en", [*lines[:-1], (Role.PARAGRAPH, str(n))])]) for n in range(5)]
        ids["very long"] = append(archive, states, 250)
        lines = [(Role.HEADLINE, HOSTILE), (Role.PARAGRAPH, f"{HOSTILE} east {HOSTILE} two.")]
        changed = [(role, text.replace("east", HOSTILE).replace("two", "three")) for role, text in lines]
        url = "https://river.example/hostile"
        states = [make_article(url, [make_edition("en", said)]) for said in (lines, changed)]
        ids["hostile"] = append(archive, states, 300)
        lines = [(Role.HEADLINE, "Departures"), (Role.PARAGRAPH, FACTS[0]), (Role.PARAGRAPH, "No more was said.")]
        rewritten = [lines[0], (Role.PARAGRAPH, FACTS[1]), (Role.PARAGRAPH, "On Sunday 7 of them wrote to Basra.")]
        url = "https://river.example/facts"
        ids["facts"] = append(
            archive, [make_article(url, [make_edition("en", one)]) for one in (lines, rewritten)], 400
        )
    with open_room(path, ids) as room:
        yield room


def said(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_each_step_says_who_moved_what_changed_and_what_became_of_the_conflicts(room: Room) -> None:
    steps = history(room, "long").select("section.step")
    assert [(step["id"], said(step.h2), said(step.select_one(".opening-line"))) for step in steps] == [
        ("r2", "Revision 2", "16 March 2026, 14:00 UTC Arabic corrected, English as it was conflicts 1 → 0"),
        ("r1", "Revision 1", "14 March 2026, 13:00 UTC first captured, English and Arabic 1 conflict"),
    ]
    assert [said(line) for line in steps[0].select(".findings li")] == ["settled number: 151 / ١٥٠"]
    assert [said(side.h3) for side in steps[0].select(".side")] == ["English", "العربية"]
    english, arabic = steps[0].select(".side")
    assert said(english.p) == "as it was"
    assert said(arabic.select_one(".place")) == "paragraph 2 number ١٥٠ , now ١٥١"
    assert steps[1].select(".side") == []


def test_words_that_went_and_came_are_elements_in_the_direction_of_their_side(room: Room) -> None:
    (words,) = history(room, "long").select(".words")
    assert (words["lang"], words["dir"]) == ("ar", "rtl")
    assert [(change.name, change.get_text()) for change in words.find_all(["del", "ins"])] == [
        ("del", "١٥٠"),
        ("ins", "١٥١"),
    ]
    assert "مضيفاً أن ١٥٠ ١٥١ عائلة نُقلت" in words.get_text()


def test_numbers_dates_and_names_that_changed_are_named_as_the_command_names_them(room: Room) -> None:
    page = history(room, "facts").select_one("#r2")
    first = page.select_one(".change")
    shown = [said(fact).replace(" ,", ",") for fact in first.select(".fact")]
    facts = find_changed_facts(diff_words(*FACTS), "en")
    assert shown == [describe_fact(fact) for fact in facts]
    assert {fact.kind for fact in facts} == {"number", "date", "weekday", "name"}


def test_a_third_side_that_changed_stands_alone(room: Room) -> None:
    step = history(room, "three").select_one("#r2")
    assert [said(side.h3) for side in step.select(".sides:not(.is-alone) .side")] == []
    (side,) = step.select(".sides.is-alone .side")
    assert (said(side.h3), side.select_one("del").get_text(), side.select_one("ins").get_text()) == (
        "Français",
        "tôt",
        "tard",
    )


def test_a_long_history_goes_on_page_by_page(room: Room) -> None:
    first = history(room, "often")
    older = first.select_one("a[rel=next]")["href"]
    second = BeautifulSoup(room.get(older).text, "lxml")
    numbers = [[int(step["id"][1:]) for step in page.select("section.step")] for page in (first, second)]
    assert numbers == [list(range(STEPS + 5, 5, -1)), list(range(5, 0, -1))]
    assert (first.select(".notice"), second.select("a[rel=next]")) == ([], [])
    assert second.select_one(".notice a")["href"] == f"/archive/articles/{room.ids['often']}/history"


def test_of_a_very_long_text_fewer_steps_stand_on_a_page(room: Room) -> None:
    page = history(room, "very long")
    assert [step["id"] for step in page.select("section.step")] == ["r5", "r4"]
    assert page.select_one("a[rel=next]")["href"].endswith("?_revision=3")


def test_markup_in_what_changed_is_text(room: Room) -> None:
    page = history(room, "hostile")
    assert page.select("main img, main script, [onerror]") == []
    assert [change.get_text() for change in page.select("main .words ins")] == [f"{HOSTILE} three"]


def test_the_article_page_leads_to_its_history_and_back(room: Room) -> None:
    article = f"/archive/articles/{room.ids['long']}"
    links = [link["href"] for link in BeautifulSoup(room.get(article).text, "lxml").select("a[href*=history]")]
    assert links == [f"{article}/history", f"{article}/history#r2"]
    assert article in [link["href"] for link in history(room, "long").select("main a")]
    assert (
        BeautifulSoup(room.get(f"/archive/articles/{room.ids['english']}").text, "lxml").select("a[href*=history]")
        == []
    )


def test_an_article_with_one_revision_has_a_history_of_one_step(room: Room) -> None:
    (step,) = history(room, "english").select("section.step")
    assert said(step.select_one(".moved")) == "first captured, English"


@pytest.mark.parametrize(
    "path",
    [
        *("999/history", "x/history", "1e0/history", "0/history", "1/histories", "1/history?_revision=3"),
        *("1/history?_revision=x", "1/history?_revision=0", f"1/history?_revision={'9' * 30}"),
    ],
)
def test_a_history_that_is_not_there_is_not_found(room: Room, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert room.get(f"/archive/articles/{path}").status_code == 404
    assert capfd.readouterr() == ("", "")
