"""The history of an article: which side moved, whether the other followed, and what that did to the conflicts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from archived import START, edition, entry, of_editions

from archive.history import Following, HistoryStep, Movement, trace_movements
from archive.history_wording import describe_conflicts, describe_place, describe_step
from archive.store import open_archive
from crawler.models import Article, Discrepancy, Revision

HOUR = timedelta(hours=1)


def revisions(*changed: str) -> list[Revision]:
    """Revisions an hour apart, each with the languages it changed."""
    return [
        Revision(1, number, f"hash {number}", START + number * HOUR, languages)
        for number, languages in enumerate(changed, start=1)
    ]


BOTH = ("en", "ar")
ALL = ("en", "ar", "fr")


@pytest.mark.parametrize(
    ("changed", "languages", "conflicts", "movements"),
    [
        (["en+ar"], [BOTH], {}, [Movement(("en", "ar"))]),
        (["en+ar", "en+ar"], [BOTH] * 2, {}, [Movement(("en", "ar"))] * 2),
        (["en+ar", "ar"], [BOTH] * 2, {}, [Movement(("en", "ar")), Movement(("ar",), ("en",))]),
        (
            ["en+ar", "ar", "en"],
            [BOTH] * 3,
            {2: 1},
            [
                Movement(("en", "ar")),
                Movement(("ar",), ("en",), (Following("en", 3, HOUR),)),
                Movement(("en",), (), (), (Following("en", 2, HOUR),)),
            ],
        ),
        # Left behind twice, it follows both; the first is what it lagged behind.
        (
            ["en+ar", "ar", "ar", "en+ar"],
            [BOTH] * 4,
            {},
            [
                Movement(("en", "ar")),
                Movement(("ar",), ("en",), (Following("en", 4, 2 * HOUR),)),
                Movement(("ar",), ("en",), (Following("en", 4, HOUR),)),
                Movement(("en", "ar"), (), (), (Following("en", 2, 2 * HOUR),)),
            ],
        ),
        # What settles a conflict leaves nobody behind.
        (
            ["en+ar", "ar", "en"],
            [BOTH] * 3,
            {1: 1},
            [Movement(("en", "ar")), Movement(("ar",)), Movement(("en",), ("ar",))],
        ),
        # A translation that appears, or vanishes, is no correction.
        (
            ["en", "ar", "ar"],
            [("en",), BOTH, ("en",)],
            {},
            [Movement(("en",)), Movement(("ar",)), Movement(("ar",))],
        ),
        (
            ["en+ar", "en", "ar", "ar"],
            [BOTH, BOTH, ("en",), BOTH],
            {},
            [Movement(("en", "ar")), Movement(("en",), ("ar",)), Movement(("ar",)), Movement(("ar",))],
        ),
        (
            ["en+ar+fr", "ar", "en"],
            [ALL] * 3,
            {},
            [
                Movement(ALL),
                Movement(("ar",), ("en", "fr"), (Following("en", 3, HOUR),)),
                Movement(("en",), ("fr",), (), (Following("en", 2, HOUR),)),
            ],
        ),
    ],
)
def test_which_side_moved_and_which_followed(
    changed: list[str], languages: list[tuple[str, ...]], conflicts: dict[int, int], movements: list[Movement]
) -> None:
    traced = trace_movements(revisions(*changed), dict(enumerate(languages, start=1)), conflicts)
    assert traced == dict(enumerate(movements, start=1))


ENGLISH = edition("en", "Sluices open", "In all 150 families left the town.", "Nobody was hurt.")
ARABIC = edition("ar", "فتح البوابات", "غادرت ١٥٠ عائلة البلدة.", "ولم يُصب أحد.")
ENGLISH_AFTER = edition("en", "Sluices open", "In all 151 families left the town.", "Nobody was hurt.")
ARABIC_AFTER = edition("ar", "فتح البوابات", "غادرت ١٥١ عائلة البلدة.", "ولم يُصب أحد.")
FOUND = Discrepancy("number", "conflict", "150", "١٥١", 1)


def stored_steps(path: Path, states: Sequence[tuple[int, Article]]) -> tuple[HistoryStep, ...]:
    """The history of an article archived in these states, each so many hours after the start."""
    with open_archive(path) as archive:
        for hours, state in states:
            archive.apply(entry(hours), state)
        return archive.read_history(1)


def test_arabic_is_corrected_first_and_english_follows(tmp_path: Path) -> None:
    steps = stored_steps(
        tmp_path / "archive.db",
        [
            (1, of_editions(ENGLISH, ARABIC)),
            (4, replace(of_editions(ENGLISH, ARABIC_AFTER), discrepancies=(FOUND,))),
            (7, of_editions(ENGLISH_AFTER, ARABIC_AFTER)),
            (8, of_editions(ENGLISH, ARABIC)),
        ],
    )
    assert [(describe_step(step), describe_conflicts(step)) for step in steps] == [
        ("first captured, English and Arabic", "no conflicts"),
        ("Arabic changed, English followed 3 h later (revision 3)", "conflicts 0 -> 1"),
        ("English followed revision 2 after 3 h, Arabic as it was", "conflicts 1 -> 0"),
        ("English and Arabic changed, the text of revision 1 again", "no conflicts"),
    ]
    assert [(step.opened, step.settled) for step in steps] == [((), ()), ((FOUND,), ()), ((), (FOUND,)), ((), ())]
    assert [
        [(side.language, side.fate.value, [describe_place(one) for one in side.segments]) for side in step.sides]
        for step in steps
    ] == [
        [],
        [("ar", "changed", ["paragraph 1"])],
        [("en", "changed", ["paragraph 1"])],
        [("en", "changed", ["paragraph 1"]), ("ar", "changed", ["paragraph 1"])],
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ((), (FOUND,), ("Arabic changed, English still stale", "conflicts 0 -> 1")),
        ((FOUND,), (), ("Arabic corrected, English as it was", "conflicts 1 -> 0")),
        ((FOUND,), (FOUND,), ("Arabic changed, English still stale", "still 1 conflict")),
        ((), (), ("Arabic changed, English as it was", "no conflicts")),
    ],
)
def test_what_one_side_did_is_said_by_what_became_of_the_conflicts(
    tmp_path: Path, before: tuple, after: tuple, said: tuple
) -> None:
    states = [
        (1, replace(of_editions(ENGLISH, ARABIC), discrepancies=before)),
        (2, replace(of_editions(ENGLISH, ARABIC_AFTER), discrepancies=after)),
    ]
    step = stored_steps(tmp_path / "archive.db", states)[-1]
    assert (describe_step(step), describe_conflicts(step)) == said


def test_a_translation_appears_and_vanishes(tmp_path: Path) -> None:
    states = [(1, of_editions(ENGLISH)), (2, of_editions(ENGLISH, ARABIC)), (3, of_editions(ENGLISH_AFTER))]
    steps = stored_steps(tmp_path / "archive.db", states)
    assert [(describe_step(step), describe_conflicts(step)) for step in steps] == [
        ("first captured, English", None),
        ("Arabic appeared, English as it was", "no conflicts"),
        ("English changed, Arabic vanished", None),
    ]


def test_a_part_of_the_history_is_the_same_as_in_the_whole(tmp_path: Path) -> None:
    texts = [edition("en", "Head", f"In all {number} families left.") for number in range(1, 8)]
    path = tmp_path / "archive.db"
    whole = stored_steps(path, [(number, of_editions(text)) for number, text in enumerate(texts, start=1)])
    with open_archive(path, read_only=True) as archive:
        assert archive.read_history(1, 3, 5) == whole[2:5]
        assert archive.read_history(1, 6) == whole[5:]
        assert archive.read_history(1, 9) == ()
        assert archive.read_history(2) == ()


def test_the_same_finding_elsewhere_is_neither_settled_nor_new(tmp_path: Path) -> None:
    moved = replace(FOUND, unit=2)
    states = [
        (1, replace(of_editions(ENGLISH, ARABIC), discrepancies=(FOUND, FOUND))),
        (2, replace(of_editions(ENGLISH, ARABIC_AFTER), discrepancies=(moved,))),
    ]
    step = stored_steps(tmp_path / "archive.db", states)[-1]
    assert (step.settled, step.opened, step.conflicts_before, step.conflicts) == ((FOUND,), (), 2, 1)
