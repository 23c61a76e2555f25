"""What becomes of an article in the archive, and what comes back out of it."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from archived import START, URL, bilingual, edition, entry, of_editions
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import OutOfOrder
from archive.reading import StoredPage
from archive.store import Archive, ArticleEntry, Gone, Standing, open_archive
from archive.times import read_utc, utc_text_s
from crawler.models import (
    Article,
    DateCandidate,
    Discrepancy,
    Edition,
    NotAnArticle,
    Outcome,
    OutcomeKind,
    Picture,
    Revision,
    Role,
    Segment,
    SegmentRef,
    TranslationUnit,
    Witness,
)
from crawler.models.forms import display_form
from crawler.models.hashing import content_hash
from crawler.models.record import article_record

OTHER = "https://news.example/repost"
ARABIC_PAGE = "https://news.example/ar/crossing"
A = bilingual()
B = bilingual(arabic=("أغلق الوزير المعبر يومين.", "ولم يوضح السبب."))
WALL = NotAnArticle(OutcomeKind.NOT_AN_ARTICLE, "a login wall")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "archive.db") as archive:
        yield archive


def rows(archive: Archive, sql: str) -> list[tuple[object, ...]]:
    return archive.db.execute(sql).fetchall()


def everything(archive: Archive) -> list[str]:
    """The whole archive as SQL text, the index's words included, without the time of the migration."""
    words = rows(archive, "SELECT * FROM revisions_vocab")
    return [line for line in archive.db.conn.iterdump() if "_sqlite_migrations" not in line] + list(map(str, words))


def test_a_new_article_is_appended_with_everything_it_has(archive: Archive) -> None:
    assert archive.apply(entry(1), A) == Outcome(URL, OutcomeKind.APPENDED, "a new article")
    stored = archive.read_article(URL)
    assert stored is not None
    assert stored.article == A
    assert stored.revisions == (Revision(1, 1, A.content_hash, entry(1).captured_at, "en+ar"),)
    assert (stored.source, stored.pages, stored.aliases, stored.gone_at) == (
        "news",
        (StoredPage(URL, "en+ar", entry(1).captured_at, None),),
        (),
        None,
    )
    assert rows(archive, "SELECT * FROM articles") == [
        (
            *(1, URL, "news", "Crossing closed", "إغلاق المعبر", "2024-01-26"),
            *("agreed: json-ld datePublished, dateline ar", "en+ar"),
            *("2026-01-26T04:04:05Z", "2026-01-26T04:04:05Z", 1, 1, A.content_hash, None, None),
        )
    ]
    assert archive.counts() == {
        "readings": 0,
        "quarantine": 0,
        "term_uses": 0,
        "term_pairs": 0,
        "articles": 1,
        "sources": 1,
        "pages": 1,
        "revisions": 1,
        "segments": 6,
        "translation_units": 3,
        "discrepancies": 2,
        "alignments": 1,
        "lexicons": 0,
        "date_candidates": 2,
        "witnesses": 2,
        "aliases": 0,
    }


def test_the_same_text_again_is_no_revision_whatever_else_was_derived(archive: Archive) -> None:
    archive.apply(entry(1), A)
    again = replace(A, published_on=date(2025, 5, 5), pictures=(), residue=("قرئ ١٣٠٠ مرة",), units=())
    assert archive.apply(entry(2), again) == Outcome(URL, OutcomeKind.UNCHANGED, "the same text")
    stored = archive.read_article(URL)
    assert stored is not None
    assert stored.article == A
    assert archive.derived_through() == 2


@pytest.mark.parametrize(
    ("before", "after", "changed", "reason"),
    [
        (A, B, "ar", "the Arabic text changed"),
        (A, bilingual(english=("The minister shut it.",)), "en", "the English text changed"),
        (
            A,
            bilingual(english=("One.",), arabic=("واحد.",)),
            "en+ar",
            "the English and Arabic texts changed",
        ),
        (of_editions(A.editions[0]), A, "ar", "the Arabic text was added"),
        (A, of_editions(A.editions[1]), "en", "the English text was removed"),
        (A, of_editions(*A.editions, edition("fr", "Fermé")), "fr", "the fr text was added"),
    ],
)
def test_a_revision_says_which_side_changed(
    archive: Archive, before: Article, after: Article, changed: str, reason: str
) -> None:
    archive.apply(entry(1), before)
    assert archive.apply(entry(2), after) == Outcome(URL, OutcomeKind.REVISED, reason)
    stored = archive.read_article(URL)
    assert stored is not None
    assert [revision.changed for revision in stored.revisions][1:] == [changed]
    assert stored.article == after


def test_a_text_that_comes_back_is_a_third_revision(archive: Archive) -> None:
    kinds = [archive.apply(entry(number), text).kind for number, text in enumerate((A, B, A, A), start=1)]
    assert kinds == ["appended", "revised", "revised", "unchanged"]
    stored = archive.read_article(URL)
    assert stored is not None
    assert [(revision.number, revision.content_hash) for revision in stored.revisions] == [
        (1, A.content_hash),
        (2, B.content_hash),
        (3, A.content_hash),
    ]
    assert rows(archive, "SELECT revisions, revision_id, first_captured_at, last_revised_at FROM articles") == [
        (3, 3, "2026-01-26T04:04:05Z", "2026-01-26T06:04:05Z")
    ]


def test_an_older_revision_is_read_by_its_number(archive: Archive) -> None:
    archive.apply(entry(1), A)
    archive.apply(entry(2), B)
    first, second = archive.read_article(1, 1), archive.read_article(URL, 2)
    assert first is not None
    assert second is not None
    assert (first.article, first.revision.number) == (A, 1)
    assert (second.article, second.revision.number) == (B, 2)
    assert [archive.read_article(1, number) for number in (0, 3, -1)] == [None, None, None]
    assert [archive.read_article(key) for key in (2, OTHER)] == [None, None]


def test_a_hash_of_other_rules_over_the_same_text_makes_no_revision(archive: Archive) -> None:
    archive.apply(entry(1), replace(A, content_hash="0" * 64))
    assert archive.apply(entry(2), A).kind is OutcomeKind.UNCHANGED


def test_the_same_text_at_another_address_is_an_alias(archive: Archive) -> None:
    archive.apply(entry(1), A)
    reposted = bilingual(OTHER)
    for sequence in (2, 3):
        assert archive.apply(entry(sequence, OTHER), reposted) == Outcome(
            OTHER, OutcomeKind.DUPLICATE, f"the same text as {URL}"
        )
    assert rows(archive, "SELECT * FROM aliases") == [(OTHER, 1, A.content_hash, "2026-01-26T05:04:05Z", 2)]
    stored = archive.read_article(OTHER)
    assert stored is not None
    assert (stored.id, stored.article, stored.aliases) == (1, A, (OTHER,))


def test_a_repost_of_an_earlier_revision_is_an_alias_too(archive: Archive) -> None:
    archive.apply(entry(1), A)
    archive.apply(entry(2), B)
    assert archive.apply(entry(3, OTHER), bilingual(OTHER)).kind is OutcomeKind.DUPLICATE
    assert archive.apply(entry(4, OTHER), replace(B, url=OTHER)).kind is OutcomeKind.DUPLICATE
    assert archive.counts()["aliases"] == 1


def test_the_same_text_in_another_source_is_another_article(archive: Archive) -> None:
    archive.apply(entry(1), A)
    copied = bilingual("https://agency.example/x")
    assert archive.apply(entry(2, copied.url, source="agency"), copied).kind is OutcomeKind.APPENDED


def test_an_alias_with_a_text_of_its_own_becomes_an_article(archive: Archive) -> None:
    archive.apply(entry(1), A)
    archive.apply(entry(2, OTHER), bilingual(OTHER))
    own = bilingual(OTHER, english=("Another story.",))
    assert archive.apply(entry(3, OTHER), own) == Outcome(
        OTHER, OutcomeKind.APPENDED, f"no longer the same text as {URL}"
    )
    stored = archive.read_article(OTHER)
    assert stored is not None
    assert (stored.id, stored.article, archive.counts()["aliases"]) == (2, own, 0)


def test_an_alias_follows_the_text_to_another_article(archive: Archive) -> None:
    third = bilingual("https://news.example/third", english=("Another story.",))
    archive.apply(entry(1), A)
    archive.apply(entry(2, third.url), third)
    archive.apply(entry(3, OTHER), bilingual(OTHER))
    assert archive.apply(entry(4, OTHER), replace(third, url=OTHER)).reason == f"the same text as {third.url}"
    assert rows(archive, "SELECT url, article_id, ledger_sequence FROM aliases") == [(OTHER, 2, 4)]


def test_a_language_page_is_its_article(archive: Archive) -> None:
    linked = bilingual(pages={URL: "en", ARABIC_PAGE: "ar"})
    archive.apply(entry(1), linked)
    assert archive.apply(entry(2, ARABIC_PAGE), linked).kind is OutcomeKind.UNCHANGED
    revised = replace(B, pages=linked.pages)
    assert archive.apply(entry(3, ARABIC_PAGE), revised) == Outcome(
        ARABIC_PAGE, OutcomeKind.REVISED, "the Arabic text changed"
    )
    stored = archive.read_article(ARABIC_PAGE)
    assert stored is not None
    assert (stored.id, stored.article) == (1, revised)
    assert rows(archive, "SELECT url, headline_en FROM articles") == [(URL, "Crossing closed")]


def test_a_page_that_an_article_is_not_read_from_any_more_is_kept_with_the_time(archive: Archive) -> None:
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    archive.apply(entry(2), A)
    stored = archive.read_article(URL)
    assert stored is not None
    assert stored.pages == (
        StoredPage(URL, "en+ar", entry(1).captured_at, None),
        StoredPage(ARABIC_PAGE, "ar", entry(1).captured_at, entry(2).captured_at),
    )
    assert stored.article == A
    own = of_editions(edition("ar", "خبر آخر", "نص آخر."), url=ARABIC_PAGE)
    assert archive.apply(entry(3, ARABIC_PAGE), own).kind is OutcomeKind.APPENDED
    assert rows(archive, "SELECT url, article_id, gone_at FROM pages ORDER BY url") == [
        (ARABIC_PAGE, 2, None),
        (URL, 1, None),
    ]


def test_a_page_in_use_stays_with_the_article_that_has_it(archive: Archive) -> None:
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    second = bilingual(OTHER, english=("Another story.",), pages={OTHER: "en", ARABIC_PAGE: "ar"})
    archive.apply(entry(2, OTHER), second)
    assert rows(archive, "SELECT url, article_id FROM pages ORDER BY url") == [
        (ARABIC_PAGE, 1),
        (URL, 1),
        (OTHER, 2),
    ]


def test_a_gone_article_is_marked_once_and_kept(archive: Archive) -> None:
    archive.apply(entry(1), A)
    for sequence, reason in ((2, "410 Gone"), (3, "404 Not Found")):
        assert archive.apply(entry(sequence), Gone(reason)) == Outcome(URL, OutcomeKind.GONE, reason)
    stored = archive.read_article(URL)
    assert stored is not None
    assert (stored.gone_at, stored.gone_reason) == (entry(2).captured_at, "410 Gone")
    assert stored.pages == (StoredPage(URL, "en+ar", entry(1).captured_at, entry(2).captured_at),)
    assert replace(stored.article, pages=A.pages) == A


def test_an_article_is_gone_with_the_last_of_its_pages_and_each_comes_back_when_it_is_read_again(
    archive: Archive,
) -> None:
    def gone_at() -> list[object]:
        (article,) = rows(archive, "SELECT gone_at FROM articles")
        return [*article, *(at for (at,) in rows(archive, "SELECT gone_at FROM pages ORDER BY url DESC"))]

    linked = bilingual(pages={URL: "en", ARABIC_PAGE: "ar"})
    archive.apply(entry(1), linked)
    one_page = replace(entry(2), addresses=(URL,))
    assert archive.apply(one_page, Gone("410 Gone")).reason == f"410 Gone (one page of {URL})"
    assert gone_at() == [None, "2026-01-26T05:04:05Z", None]
    archive.apply(replace(entry(3), addresses=(ARABIC_PAGE,)), replace(B, pages=linked.pages))
    assert gone_at() == [None, "2026-01-26T05:04:05Z", None]
    assert archive.standing(URL) is Standing.PRESENT
    assert archive.apply(replace(entry(4), addresses=(URL, ARABIC_PAGE)), Gone("410 Gone")).reason == "410 Gone"
    assert gone_at() == ["2026-01-26T07:04:05Z", "2026-01-26T05:04:05Z", "2026-01-26T07:04:05Z"]
    assert [archive.standing(key) for key in (URL, ARABIC_PAGE)] == [Standing.GONE, Standing.GONE]
    back = replace(entry(5), addresses=(ARABIC_PAGE,))
    assert archive.apply(back, replace(B, pages=linked.pages)).reason == "back after it was gone"
    assert gone_at() == [None, "2026-01-26T05:04:05Z", None]
    archive.apply(replace(entry(6), addresses=(URL, ARABIC_PAGE)), replace(B, pages=linked.pages))
    assert gone_at() == [None, None, None]


def test_an_old_text_of_a_page_that_another_article_left_does_not_take_the_page(archive: Archive) -> None:
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    archive.apply(replace(entry(2), addresses=(ARABIC_PAGE,)), Gone("410 Gone"))
    other = bilingual(OTHER, english=("Another story.",), pages={OTHER: "en", ARABIC_PAGE: "ar"})
    archive.apply(replace(entry(3, OTHER), addresses=(OTHER,)), other)
    assert rows(archive, "SELECT article_id, gone_at FROM pages WHERE url LIKE '%/ar/%'") == [
        (1, "2026-01-26T05:04:05Z")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        (A, OutcomeKind.UNCHANGED, "back after it was gone"),
        (B, OutcomeKind.REVISED, "the Arabic text changed; back after it was gone"),
    ],
)
def test_an_article_that_comes_back_is_not_gone(
    archive: Archive, text: Article, kind: OutcomeKind, reason: str
) -> None:
    archive.apply(entry(1), A)
    archive.apply(entry(2), Gone("410 Gone"))
    assert archive.apply(entry(3), text) == Outcome(URL, kind, reason)
    assert rows(archive, "SELECT gone_at, gone_reason FROM articles") == [(None, None)]


def test_what_is_gone_and_no_article_changes_no_article(archive: Archive) -> None:
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    archive.apply(entry(2, OTHER), bilingual(OTHER))
    unknown = "https://news.example/never-seen"
    assert [
        archive.apply(entry(sequence, key), Gone("410 Gone"))
        for sequence, key in ((3, OTHER), (4, ARABIC_PAGE), (5, unknown))
    ] == [
        Outcome(OTHER, OutcomeKind.GONE, f"410 Gone (a further address of {URL})"),
        Outcome(ARABIC_PAGE, OutcomeKind.GONE, f"410 Gone (one page of {URL})"),
        Outcome(unknown, OutcomeKind.GONE, "410 Gone"),
    ]
    assert rows(archive, "SELECT gone_at FROM articles") == [(None,)]
    assert rows(archive, "SELECT gone_at FROM pages WHERE url LIKE '%/ar/%'") == [("2026-01-26T07:04:05Z",)]
    assert (archive.counts()["articles"], archive.derived_through()) == (1, 5)


def test_what_is_no_article_changes_nothing_but_the_place_in_the_ledger(archive: Archive) -> None:
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    archive.apply(entry(2, OTHER), bilingual(OTHER))
    archive.db.execute("UPDATE derivation SET ledger_sequence = 0")
    before = everything(archive)
    was = "was an article, now: a login wall"
    assert [
        archive.apply(entry(sequence, key), WALL)
        for sequence, key in ((3, URL), (4, ARABIC_PAGE), (5, OTHER), (6, "https://news.example/login"))
    ] == [
        Outcome(URL, OutcomeKind.QUARANTINED, was),
        Outcome(ARABIC_PAGE, OutcomeKind.QUARANTINED, was),
        Outcome(OTHER, OutcomeKind.NOT_AN_ARTICLE, "a login wall"),
        Outcome("https://news.example/login", OutcomeKind.NOT_AN_ARTICLE, "a login wall"),
    ]
    assert archive.derived_through() == 6
    archive.db.execute("UPDATE derivation SET ledger_sequence = 0")
    assert everything(archive) == before


def test_an_address_stands_as_what_was_last_derived_from_it(archive: Archive) -> None:
    def standings() -> list[str]:
        return [archive.standing(key) for key in (URL, ARABIC_PAGE, OTHER)]

    assert standings() == [Standing.UNKNOWN] * 3
    archive.apply(entry(1), bilingual(pages={URL: "en", ARABIC_PAGE: "ar"}))
    archive.apply(entry(2, OTHER), bilingual(OTHER))
    assert standings() == [Standing.PRESENT, Standing.PRESENT, Standing.ALIAS]
    archive.apply(entry(3), Gone("410 Gone"))
    assert standings() == [Standing.GONE, Standing.GONE, Standing.ALIAS]
    archive.apply(entry(4), B)
    assert standings() == [Standing.PRESENT, Standing.UNKNOWN, Standing.ALIAS]
    assert archive.content_hashes() == (A.content_hash, B.content_hash)


@pytest.mark.parametrize("sequence", [2, 1, 0])
def test_an_entry_that_was_applied_is_refused_and_stores_nothing(archive: Archive, sequence: int) -> None:
    archive.apply(entry(2), A)
    before = everything(archive)
    with pytest.raises(OutOfOrder, match="derived already"):
        archive.apply(entry(sequence), B)
    assert everything(archive) == before


def test_what_fails_halfway_leaves_no_trace_and_can_be_applied_again(archive: Archive) -> None:
    archive.apply(entry(1), A)
    before = everything(archive)
    duplicated = edition("fr", "Un").segments * 2
    broken = of_editions(*B.editions, Edition("fr", duplicated))
    with pytest.raises(sqlite3.IntegrityError):
        archive.apply(entry(2), broken)
    assert (everything(archive), archive.derived_through()) == (before, 1)
    assert archive.apply(entry(2), B).kind is OutcomeKind.REVISED


def test_a_source_says_what_the_configuration_says_now(archive: Archive) -> None:
    archive.apply(entry(1, title="News"), A)
    archive.apply(entry(2, title="The News"), A)
    assert rows(archive, "SELECT * FROM sources") == [
        ("news", "https://news.example/", "The News", "2026-01-26T04:04:05Z")
    ]


def test_a_reader_sees_what_was_committed_while_the_writer_is_open(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with open_archive(path) as writer, open_archive(path, read_only=True) as reader:
        writer.apply(entry(1), A)
        stored = reader.read_article(URL)
        assert stored is not None
        assert stored.article == A


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        utc_text_s(START.replace(tzinfo=None))


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.timezones()))  # noqa: DTZ001
def test_a_time_comes_back_to_the_second(moment: datetime) -> None:
    text = utc_text_s(moment)
    assert 0 <= (moment - read_utc(text)).total_seconds() < 1
    assert (len(text), text[-1], utc_text_s(read_utc(text))) == (20, "Z", text)


# Text as a page can hold it: Arabic with marks, tatweel, presentation forms, Latin, digits of three kinds,
# bidi and zero-width controls, quotes, emoji, and anything else that can be stored.
ARABIC_TEXT = st.text(
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىپچکگ ـ\u064b\u0650\u0651\u0670٠١٢۳۴،؛؟«»\u200f\u200c", min_size=1
)
TEXTS = (ARABIC_TEXT | st.text(min_size=1)).map(display_form)
LANGUAGES = st.sampled_from(["en", "ar", "fr", "fa"])
REFS = st.lists(st.builds(SegmentRef, st.sampled_from(Role), st.integers(0, 50)), max_size=3).map(tuple)


@st.composite
def editions(draw: st.DrawFn) -> tuple[Edition, ...]:
    """One edition or more, each with its segments in any reading order."""
    languages = draw(st.lists(LANGUAGES, min_size=1, unique=True))
    places = st.tuples(st.sampled_from(Role), st.integers(0, 9))
    return tuple(
        Edition(
            language,
            tuple(
                Segment(role, position, draw(TEXTS))
                for role, position in draw(st.lists(places, min_size=1, max_size=6, unique=True))
            ),
        )
        for language in languages
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article with anything in any of its fields."""
    parts = draw(editions())
    days = st.none() | st.dates()
    candidates = st.builds(DateCandidate, TEXTS, TEXTS, days, TEXTS, st.none() | TEXTS)
    findings = st.builds(Discrepancy, TEXTS, TEXTS, st.none() | TEXTS, st.none() | TEXTS, st.integers(0, 99))
    units = st.builds(TranslationUnit, REFS, REFS, st.floats(0, 1))
    pictures = st.builds(Picture, TEXTS, st.none() | TEXTS, st.none() | TEXTS)
    witnesses = st.builds(Witness, TEXTS, TEXTS, TEXTS, st.none() | TEXTS)
    return Article(
        url=URL,
        published_on=draw(days),
        published_on_basis=draw(TEXTS),
        dates=tuple(draw(st.lists(candidates, max_size=3))),
        editions=parts,
        pictures=tuple(draw(st.lists(pictures, max_size=3))),
        units=tuple(draw(st.lists(units, max_size=3))),
        discrepancies=tuple(draw(st.lists(findings, max_size=3))),
        residue=tuple(draw(st.lists(TEXTS, max_size=3))),
        content_hash=content_hash(parts),
        pages={URL: "en+ar"},
        canonical_url=draw(st.none() | TEXTS),
        tags=tuple(draw(st.lists(TEXTS, max_size=3))),
        charset=draw(st.none() | TEXTS),
        charset_decided_by=draw(st.none() | TEXTS),
        witnesses=tuple(draw(st.lists(witnesses, max_size=3))),
        notes=tuple(draw(st.lists(TEXTS, max_size=3))),
    )


@given(articles(), articles())
@settings(max_examples=60, deadline=None)
def test_every_article_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, first: Article, second: Article
) -> None:
    with open_archive(tmp_path_factory.mktemp("one") / "archive.db") as archive:
        kinds = [archive.apply(entry(1), first).kind, archive.apply(entry(2), second).kind]
        stored = [archive.read_article(URL, number + 1) for number in range(archive.counts()["revisions"])]
    changed = first.content_hash != second.content_hash
    assert kinds == ["appended", "revised" if changed else "unchanged"]
    expected = [first, second] if changed else [first]
    assert [one and one.article for one in stored] == expected
    assert [one and article_record(one.article) for one in stored] == [article_record(one) for one in expected]


KEYS = st.sampled_from([URL, OTHER, ARABIC_PAGE])
STEPS = st.lists(
    st.tuples(
        KEYS,
        st.sampled_from(["A", "B", "two pages", "gone", "wall"]),
        st.sampled_from(["news", "agency"]),
    ),
    max_size=12,
)


def derived(step: str, key: str) -> Article | NotAnArticle | Gone:
    texts: dict[str, Article | NotAnArticle | Gone] = {
        "A": bilingual(key),
        "B": replace(B, url=key, pages={key: "en+ar"}),
        "two pages": bilingual(key, english=("Linked.",), pages={key: "en", ARABIC_PAGE: "ar"}),
        "gone": Gone("410 Gone"),
        "wall": WALL,
    }
    return texts[step]


def apply_steps(path: Path, steps: list[tuple[str, str, str]]) -> tuple[list[Outcome], list[str]]:
    with open_archive(path) as archive:
        outcomes = []
        for sequence, (key, step, source) in enumerate(steps, start=archive.derived_through() + 1):
            one: ArticleEntry = entry(sequence, key, source=source)
            outcomes.append(archive.apply(one, derived(step, key)))
        assert archive.db.execute("PRAGMA foreign_key_check").fetchall() == []
        return outcomes, everything(archive)


@given(STEPS, st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_the_same_entries_give_the_same_archive_stopped_or_not(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, str]], stop: int
) -> None:
    folder = tmp_path_factory.mktemp("replay")
    outcomes, whole = apply_steps(folder / "whole.db", steps)
    first, _ = apply_steps(folder / "stopped.db", steps[:stop])
    with open_archive(folder / "stopped.db") as archive:
        assert archive.derived_through() == len(steps[:stop])
    second, stopped = apply_steps(folder / "stopped.db", steps[stop:])
    assert (first + second, stopped) == (outcomes, whole)
    assert len(outcomes) == len(steps)
