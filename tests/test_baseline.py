"""When a field has vanished from a source's pages, and when it is only absent from some."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.readings import REPEATS, Reading
from jobs.baseline import EDITION, Baseline, Lapse, chance_of_so_few, find_lapse, section_of
from jobs.repeats import repeated_fields

START = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)


def readings(*runs: str, section: str = "news.example", first: int = 1) -> list[Reading]:
    """One letter for each page of each run: "+" has the caption, "-" lacks it, "x" has no text in that language,
    "k" lacks it and was kept back."""
    numbers = count(first)
    return [
        Reading(
            sequence=(number := next(numbers)),
            side="ar",
            source="news",
            article=f"https://{section}/{number}",
            section=section,
            run=run,
            template="",
            captured_at=START + timedelta(hours=number),
            fields={},
            residue=0,
            lacks={"+": (), "-": ("caption",), "x": (EDITION,), "k": ("caption",)}[letter],
            kept_back=letter == "k",
        )
        for run, letters in enumerate(runs, 1)
        for letter in letters
    ]


def lapse_of(all_readings: Sequence[Reading], field: str = "caption") -> Lapse | None:
    *earlier, last = all_readings
    before = tuple(one for one in earlier if one.run < last.run and not one.kept_back)
    return find_lapse([Baseline(tuple(earlier[-120:]), before[-200:])], last, [field])


VANISHED = {
    "from all of eight pages": (("+" * 20, "-" * 8), (21, 0, 8, 20, 20)),
    "from the last eight pages over several runs": (("+" * 30, "---", "--", "---"), (31, 0, 8, 30, 30)),
    "where a fifth of the pages never had it": (("++++-" * 20, "-" * 8), (101, 0, 8, 80, 100)),
    "and the pages kept back do not become what is usual": (
        ("+" * 20, "-" * 7 + "k" * 30, "-" * 8),
        (21, 0, 40, 20, 20),
    ),
    "from most pages": (("+" * 60, "---+-----+------"), (61, 2, 16, 60, 60)),
}
PRESENT = {
    "seven pages prove nothing": ("+" * 50, "-" * 7),
    "a site that never had any": ("-" * 50, "-" * 30),
    "a site where a third has it": ("+--" * 30, "-" * 10),
    "too small a baseline": ("+" * 7, "-" * 30),
    "the first run, whatever its order": ("+" * 50 + "-" * 30,),
    "a run that has it first and then not": ("+" * 50, "+" * 20 + "-" * 8),
    "every second page has it": ("+" * 50, "+-" * 10),
    "no text in that language at all": ("+" * 50, "x" * 20),
}


@pytest.mark.parametrize(("runs", "expected"), VANISHED.values(), ids=VANISHED)
def test_a_field_has_vanished(runs: tuple[str, ...], expected: tuple[int, ...]) -> None:
    since, *counts = expected
    lapse = lapse_of(readings(*runs))
    assert lapse == Lapse("ar", "caption", START + timedelta(hours=since), *counts)


@pytest.mark.parametrize("runs", PRESENT.values(), ids=PRESENT)
def test_a_field_has_not_vanished(runs: tuple[str, ...]) -> None:
    assert lapse_of(readings(*runs)) is None


def test_a_page_that_has_the_field_is_never_kept_back() -> None:
    *earlier, last = readings("+" * 20, "-" * 9)
    assert find_lapse([Baseline(tuple(earlier), tuple(earlier[:20]))], last, ["headline"]) is None


def test_a_language_vanishes_like_a_field() -> None:
    lapse = lapse_of(readings("+" * 20, "x" * 8), EDITION)
    assert lapse is not None
    assert lapse.sentence() == (
        "ar text: 20 of the 20 pages before had it, none of the last 8 has; missing since 2026-03-02 03:00 UTC"
    )


def test_a_section_without_the_field_is_no_sign_of_a_broken_layout() -> None:
    news, opinion = readings("+" * 60, "", "+"), readings("-" * 12, "-" * 12, section="news.example/opinion", first=100)
    assert lapse_of(sorted([*news, *opinion], key=lambda one: (one.run, one.sequence))[:-1]) is None
    assert (
        lapse_of([*readings("+" * 60), *readings("", "-" * 12, section="news.example/opinion", first=100)]) is not None
    )


def test_a_streak_that_may_stand_there_by_chance_is_no_part_of_what_vanished() -> None:
    lapse = lapse_of(readings("++++-" * 10 + "--", "-" * 10))
    assert lapse is not None
    assert lapse.since == START + timedelta(hours=53)


REPEATED = {
    "on all of eight pages": (("." * 20, "=" * 8), (21, 0, 8, 20, 20)),
    "on most pages": (("." * 30, "=.==.=====.=="), (31, 3, 13, 30, 30)),
}
NOT_REPEATED = {
    "on seven pages": ("." * 50, "=" * 7),
    "on a third of the pages, as a background that stories share": ("." * 50, "=.." * 12 + "="),
    "on the pages before as well": ("=" * 30, "=" * 30),
    "on pages before whose paragraphs were not kept": ("?" * 30, "=" * 30),
}


def with_paragraphs(*runs: str) -> list[Reading]:
    """One letter for each page of each run: "=" has the paragraph, "." others, "?" is of before these were kept."""
    letters = "".join(runs)
    keys = {"=": ("0badf00d", "11111111"), ".": ("22222222",), "?": None}
    made = readings(*("+" * len(run) for run in runs))
    return [replace(one, paragraphs=keys[letter]) for one, letter in zip(made, letters, strict=True)]


@pytest.mark.parametrize(("runs", "expected"), REPEATED.values(), ids=REPEATED)
def test_a_paragraph_has_begun_to_repeat(runs: tuple[str, ...], expected: tuple[int, ...]) -> None:
    since, *counts = expected
    lapse = lapse_of(with_paragraphs(*runs), f"{REPEATS}0badf00d")
    assert lapse == Lapse("ar", f"{REPEATS}0badf00d", START + timedelta(hours=since), *counts)


@pytest.mark.parametrize("runs", NOT_REPEATED.values(), ids=NOT_REPEATED)
def test_a_paragraph_has_not_begun_to_repeat(runs: tuple[str, ...]) -> None:
    assert lapse_of(with_paragraphs(*runs), f"{REPEATS}0badf00d") is None


def test_only_paragraphs_that_enough_other_pages_have_are_looked_at() -> None:
    *others, last = with_paragraphs("." * 9, "=" * 7, "=")
    assert list(repeated_fields([Baseline(tuple(others), ())], last)) == [f"{REPEATS}0badf00d", f"{REPEATS}11111111"]
    assert list(repeated_fields([Baseline(tuple(others[1:-1]), ())], last)) == []


def test_an_article_read_again_and_again_is_one_page() -> None:
    before, again = readings("+" * 20), readings("", "-" * 8, first=100)
    same = [
        Reading(**{**{name: getattr(one, name) for name in one.__slots__}, "article": "https://a.example/"})
        for one in again
    ]
    assert lapse_of([*before, *same]) is None


SECTIONS = {
    "https://news.example/": "news.example",
    "https://news.example/2026/11/25/story": "news.example",
    "https://news.example/sport/a-long-headline-of-a-story": "news.example/sport",
    "https://news.example/ar/%D8%B1%D9%8A%D8%A7%D8%B6%D8%A9/1": "news.example/ar/رياضة",
    "https://news.example/a-very-long-folder-that-is-the-headline-itself/amp": "news.example",
    "https://news.example:8080/world/asia/syria/x": "news.example:8080/world/asia",
}


@pytest.mark.parametrize(("url", "section"), SECTIONS.items())
def test_an_address_names_its_section(url: str, section: str) -> None:
    assert section_of(url) == section


sections = st.lists(
    st.tuples(*[st.integers(0, 8)] * 4).map(lambda one: (one[0], one[0] + one[1], one[2], one[2] + one[3]))
)


@given(sections)
def test_a_chance_is_one_and_never_less_likely_with_a_well_page_more(
    given_sections: list[tuple[int, int, int, int]],
) -> None:
    chance = chance_of_so_few(given_sections)
    assert 0 <= chance <= 1
    better = [(before, pages, well + 1, now + 1) for before, pages, well, now in given_sections[:1]]
    assert chance_of_so_few([*better, *given_sections[1:]]) >= chance - 1e-9


def test_the_chance_of_one_section_is_fishers() -> None:
    # Fisher's tea: of eight cups the four with milk first are told right once in seventy.
    assert chance_of_so_few([(4, 4, 0, 4)]) == pytest.approx(1 / 70)
    assert chance_of_so_few([(3, 4, 1, 4)]) == pytest.approx(17 / 70)
