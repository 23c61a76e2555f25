"""The glossary is made article by article, and comes to what mining all of them at once comes to."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from archived import edition, entry, of_editions

from archive.alignments import StoredLexicon
from archive.comparison import COMPARED_TABLES
from archive.glossary import TermQuestion, find_places, list_term_pairs
from archive.store import Archive, open_archive
from archive.times import read_utc
from crawler.lexicon import Lexicon
from crawler.models import ARABIC, ENGLISH, Article, Role, SegmentRef, TranslationUnit
from crawler.models.terms import build_terms
from crawler.naming.lexicon_words import stem_arabic, stems_of_english
from jobs.lexicons import LexiconInForce
from jobs.terms import is_up_to_date, update_terms

FIRST = date(2026, 1, 26)
TABLES = ("term_uses", "term_pairs", "mined_revisions", "stale_terms")
WORDS = {("president", "الرئيس"): 0.7, ("ministry", "وزارة"): 0.7, ("defence", "الدفاع"): 0.8}
LEXICON = LexiconInForce(
    StoredLexicon(100, read_utc("2026-02-01T00:00:00Z"), "ab" * 32, 10, 1, 1, len(WORDS)),
    Lexicon({(*stems_of_english(one), stem_arabic(other)): sure for (one, other), sure in WORDS.items()}),
)


def article(key: str, *pairs: tuple[str, str], day: int = 0) -> Article:
    """One with a paragraph on each side for each pair, surely aligned."""
    english, arabic = zip(*pairs, strict=True)
    made = of_editions(edition("en", None, *english), edition("ar", None, *arabic), url=f"https://news.example/{key}")
    refs = [SegmentRef(Role.PARAGRAPH, place) for place in range(len(pairs))]
    units = tuple(TranslationUnit((ref,), (ref,), 1.0) for ref in refs)
    return replace(made, units=units, published_on=FIRST + timedelta(days=day), published_on_basis="single")


SAW = ("They saw Lavrentyev.", "رأوا لافرينتيف.")
SAW_OTHERWISE = ("They saw Lavrentyev.", "رأوا لافرنتييف.")
WITH_PREFIX = ("Talks with Lavrentyev and Austin ended.", "انتهت المحادثات ولافرينتيف وأوستن غادرا.")
TITLED = ("He met the President of Iraq there.", "التقى الرئيس العراقي هناك.")
MINISTRY = ("He saw the Ministry of Defence there.", "رأى وزارة الدفاع هناك.")
# What arrives, one after the other; an address that comes again is a revision.
ARRIVALS = [
    article("a", SAW, MINISTRY),
    article("b", SAW_OTHERWISE, TITLED, day=3),
    article("c", WITH_PREFIX, MINISTRY, day=5),
    article("a", SAW_OTHERWISE),
    article("d", SAW, SAW, TITLED, day=9),
    article("b", TITLED, day=3),
]


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All that the glossary is made of, in the order in which archives are compared."""
    return {
        table: archive.db.execute(f"SELECT * FROM {table} ORDER BY {COMPARED_TABLES[table]}").fetchall()
        for table in TABLES
    }


def apply(archive: Archive, number: int) -> None:
    arrived = ARRIVALS[number]
    archive.apply(entry(number + 1, arrived.url), arrived)


def update(archive: Archive, in_force: LexiconInForce | None = None) -> int:
    if in_force is not None:
        archive.add_lexicons([in_force.stored])
    return sum(update_terms(archive.db, in_force))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.db") as archive:
        yield archive


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Archive]:
    """An archive of all that arrived, nothing of it mined yet."""
    with open_archive(tmp_path / "whole.db") as archive:
        for number in range(len(ARRIVALS)):
            apply(archive, number)
        yield archive


def test_mined_as_articles_arrive_it_holds_the_same_rows_as_mined_at_once(archive: Archive, whole: Archive) -> None:
    mined = []
    for number in range(len(ARRIVALS)):
        apply(archive, number)
        mined.append(update(archive))
    assert mined == [1] * len(ARRIVALS)  # what did not change is not mined again
    assert update(whole) == len({one.url for one in ARRIVALS})
    assert rows(archive) == rows(whole)
    assert rows(whole)["stale_terms"] == []
    assert update(whole) == 0


def test_a_lexicon_learned_later_leads_to_the_same_rows_as_one_that_was_there(archive: Archive, whole: Archive) -> None:
    for number in range(len(ARRIVALS)):
        apply(archive, number)
        update(archive)
    without = rows(archive)
    assert update(archive, LEXICON) == 4
    update(whole, LEXICON)
    assert rows(archive) == rows(whole)
    new = {row[1] for row in rows(archive)["term_pairs"]} - {row[1] for row in without["term_pairs"]}
    assert new == {"President"}  # the ministry is left in one article only, so no second text confirms it


@pytest.mark.parametrize("batches", range(6))
def test_stopped_anywhere_the_next_start_comes_to_the_same_rows(archive: Archive, whole: Archive, batches: int) -> None:
    for number in range(3):
        apply(archive, number)
    update(archive)
    for number in range(3, len(ARRIVALS)):
        apply(archive, number)
    asked = iter(range(100))
    for _ in update_terms(archive.db, None, lambda: next(asked) >= batches, revisions=1, terms=1):
        pass
    assert not is_up_to_date(archive.db, None)
    update(archive)
    assert is_up_to_date(archive.db, None)
    update(whole)
    assert rows(archive) == rows(whole)


def listed(archive: Archive, question: TermQuestion) -> list[tuple[str, list[tuple[str, int]]]]:
    terms = [term for pairs in list_term_pairs(archive.db, question, 100) for term in build_terms(pairs)]
    return [(term.text, [(one.text, one.count) for one in term.renderings]) for term in terms]


LISTED = [
    (TermQuestion(), [("Lavrentyev", [("لافرينتيف", 3), ("لافرنتييف", 1)])]),
    (TermQuestion(ARABIC), [("لافرينتيف", [("Lavrentyev", 3)])]),
    (
        TermQuestion(ARABIC, count_least=1, phrase="lavr"),
        [("لافرينتيف", [("Lavrentyev", 3)]), ("لافرنتييف", [("Lavrentyev", 1)])],
    ),
    (TermQuestion(ENGLISH, "لافرنتييف"), [("Lavrentyev", [("لافرينتيف", 3), ("لافرنتييف", 1)])]),
    (TermQuestion(ENGLISH, "لَافرنتي"), [("Lavrentyev", [("لافرينتيف", 3), ("لافرنتييف", 1)])]),
    (TermQuestion(ENGLISH, "rentyev", count_least=1), []),
    (TermQuestion(is_varied=True, count_least=1), [("Lavrentyev", [("لافرينتيف", 3), ("لافرنتييف", 1)])]),
    (TermQuestion(ARABIC, is_varied=True, count_least=1), []),
]


@pytest.mark.parametrize(("question", "expected"), LISTED, ids=[str(question) for question, _ in LISTED])
def test_terms_are_listed_in_either_direction_as_they_are_asked_for(
    whole: Archive, question: TermQuestion, expected: list[tuple[str, list[tuple[str, int]]]]
) -> None:
    update(whole)
    assert listed(whole, question) == expected


def test_the_places_of_a_rendering_are_those_of_articles_as_they_stand_the_newest_first(whole: Archive) -> None:
    update(whole)
    places = find_places(whole.db, "lavrentyev", "لافرينتيف", 10)
    assert [(place.article_id, place.unit, place.day, *place.said) for place in places] == [
        (4, 0, FIRST + timedelta(days=9), ("Lavrentyev", "لافرينتيف")),
        (4, 1, FIRST + timedelta(days=9), ("Lavrentyev", "لافرينتيف")),
        (3, 0, FIRST + timedelta(days=5), ("Lavrentyev", "ولافرينتيف")),
    ]
    assert (places[2].english, places[2].arabic) == WITH_PREFIX
    assert [place.article_id for place in find_places(whole.db, "Lavrentyev", "لافرنتييف", 10)] == [1]
    assert len(find_places(whole.db, "Lavrentyev", "لافرينتيف", 2)) == 2
    assert find_places(whole.db, "Lavrentyev", "أوستن", 10) == ()
