"""Search finds a word in the spellings and forms people write, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from archived import bilingual, edition, entry, of_editions
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.index import expand_query, fold_query, fts_expression, search_form, search_words
from archive.search import Hit
from archive.store import Archive, open_archive

ADDRESS = "https://news.example/{}"


def archive_texts(path: Path, texts: list[str]) -> Archive:
    """An archive with one article for each text, in order, as its only paragraph; Arabic where it has any."""
    archive = open_archive(path)
    for number, text in enumerate(texts, start=1):
        language = "ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en"
        url = ADDRESS.format(number)
        archive.apply(entry(number, url), of_editions(edition(language, None, text), url=url))
    return archive


def found(archive: Archive, words: str) -> list[int]:
    """Ids of the articles found, the oldest first."""
    return sorted(hit.article_id for hit in archive.search(words))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        # Tashkeel, tatweel, invisible marks, presentation forms.
        ("قال مُحَمَّدٌ ذلك", "محمد"),
        ("قال محمد ذلك", "مُحمّد"),
        ("في بغـــداد اليوم", "بغداد"),
        ("في بغداد اليوم", "بغـداد"),
        ("في \u200fبغداد\u200e اليوم", "بغداد"),
        ("ﺑﻐﺪﺍﺩ", "بغداد"),
        # Alef, hamza, ta marbuta, alef maqsura, Persian letters.
        ("زار أحمد المدينة", "احمد"),
        ("زار احمد المدينة", "أحمد"),
        ("في إيران", "ايران"),
        ("في آب الماضي", "اب"),
        ("أُغلقت المدرسة", "المدرسه"),
        ("أُغلقت المدرسه", "المدرسة"),
        ("وصل إلى المستشفى", "المستشفي"),
        ("وصل مصطفي", "مصطفى"),
        ("قال المسؤول", "المسئول"),
        ("قال المسئولون", "مسؤول"),
        ("رئيس الحكومة", "رييس"),
        ("وصل الوزرا", "وزراء"),
        ("دولت کرد", "كرد"),
        ("في سورية", "سوريا"),
        ("في سوريا", "سورية"),
        # Digits and marks between them.
        ("قُتل ١٢ شخصاً", "12"),
        ("قُتل 12 شخصاً", "١٢"),
        ("عام ۲۰۲۴", "2024"),
        ("نزح ٢٠٬٠٠٠ شخص", "20000"),
        ("some 20,000 people", "20000"),
        ("some 20000 people", "20,000"),
        ("بنسبة ١٢٫٥٪", "12.5"),
        # What is written onto a word, in the text.
        ("عاد وبغداد هادئة", "بغداد"),
        ("وقع ببغداد", "بغداد"),
        ("طريق لبغداد", "بغداد"),
        ("افتتح المدرسة", "مدرسة"),
        ("وصل بالطائرة", "طائرة"),
        ("سُلّم للوزير", "وزير"),
        ("أشار وللحكومة موقف", "حكومة"),
        ("عقدت حكومته جلسة", "حكومة"),
        ("دافعت عن حكومتها", "الحكومة"),
        ("بدأت الانتخابات", "انتخابات"),
        ("خرج اللاجئون ثم رجع لاجئون", "لاجئ"),
        ("نداء للفلسطينيين من فلسطيني", "فلسطينيون"),
        ("وسيعلن القرار", "يعلن"),
        ("التقى عراقيين", "عراقي"),
        ("شخصاً واحداً", "شخص"),
        # And in the question.
        ("في بغداد", "وبغداد"),
        ("في بغداد", "ببغداد"),
        ("قرار وزير", "الوزير"),
        ("قرار وزير", "للوزير"),
        ("عقدت الحكومة جلسة", "حكومتها"),
        # Transliterated names.
        ("at al-Qā’im today", "Qaim"),
        ("at al-Qā’im today", "al-Qa'im"),
        ("at al-Qāʾim today", "al-Qaim"),
        ("at al-Qaim today", "al-Qā’im"),
        ("at al-Qaim today", "Al-QAʼIM"),
        ("in ʿAyn al-Asad", "ayn asad"),
        ("in Ğarf an-Naṣr", "Garf Nasr"),
        ("outside al-Aqṣā", "aqsa"),
        ("the Houthis in Sana’a", "Sanaa"),
        ("Mr O’Brien said", "o'brien"),
        ("Assad’s army", "Assad"),
        ("it didn’t work", "didn't"),
        # Phrases.
        ("وزير الخارجية الروسي", '"وزير الخارجيّة"'),
        ("the foreign minister of Syria", "“Foreign Minister” Syria"),
        ("the al-Qa'im crossing", '"al-Qaim crossing"'),
    ],
)
def test_a_word_is_found_in_another_spelling_or_form(tmp_path: Path, written: str, asked: str) -> None:
    with archive_texts(tmp_path / "archive.db", [written, "خبر آخر عن الطقس", "Other news"]) as archive:
        assert found(archive, asked) == [1]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("علم", "علماني"),
        ("شرب اللبن", "لبنان"),
        ("مدينة لبنان", "لبن"),
        ("قرأ كتاب", "تاب"),
        ("وزير", "ازير"),
        ("قبل ثلاث سنوات", "ثلاثين"),
        ("قبل ثلاثين سنة", "ثلاث"),
        ("وصل ١٣ شخصا", "12"),
        ("نزح 20 شخصاً", "20000"),
        ("في ايران", "ايراد"),
        ("قال محمد", "محمود"),
        ("وصل سلمان", "سليمان"),
        ("واشنطن", "شنطة"),
        ("in Iraq", "Iran"),
        ("the minister of foreign affairs", '"foreign minister"'),
        ("together", "gether"),
        ("Qaimaq", "Qaim"),
    ],
)
def test_an_unrelated_word_is_not_found(tmp_path: Path, written: str, asked: str) -> None:
    with archive_texts(tmp_path / "archive.db", [written]) as archive:
        assert found(archive, asked) == []


def test_a_form_more_frequent_than_the_word_is_another_word(tmp_path: Path) -> None:
    committees = [f"اجتمعت لجنة رقم {number}" for number in range(20)]
    with archive_texts(tmp_path / "archive.db", ["وصف جنة خضراء", "إلى الجنة", *committees]) as archive:
        assert found(archive, "جنة") == [1, 2]


def test_the_widened_query_holds_only_words_of_the_index(tmp_path: Path) -> None:
    texts = ["في بغداد", "وبغداد", "ببغداد", "بغداديون", "قال الوزير في الدوحة"]
    with archive_texts(tmp_path / "archive.db", texts) as archive:
        assert expand_query(archive.db.conn, "وبغداد الدوحة") == (
            (("وبغداد",), ("ببغداد",), ("بغداد",), ("بغداديون",)),
            (("الدوحه",),),
        )
        assert fts_expression(archive.db.conn, "بغداد 7") == ('("بغداد" OR "ببغداد" OR "بغداديون" OR "وبغداد") AND "7"')


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("", '""'),
        ('"', '""'),
        ("* - + ^ : ( ) { }", '""'),
        ('"""', '""'),
        ("AND OR NOT NEAR", '"and" AND "or" AND "not" AND "near"'),
        ("NEAR(a b, 2)", '"near a" AND "b" AND "2"'),
        ("english:x", '"english x"'),
        ("{english} : x", '"english" AND "x"'),
        ('say "a lone quote', '"say" AND "a" AND "lone" AND "quote"'),
        ('"two words" "two words" two', '"two words" AND "two"'),
        ("«وزير الخارجية» ١٢", '"وزير الخارجيه" AND "12"'),
        ("pre*", '"pre"'),
        ("COVID-19", '"covid 19"'),
        ("a\x00b\ud800", '"ab"'),
    ],
)
def test_nothing_a_person_types_is_an_operator(text: str, expression: str) -> None:
    assert fold_query(text) == expression


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("index") / "archive.db"
    archive_texts(path, ["قال الوزير في بغداد", "The minister's word: AND, OR"]).close()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        yield connection


SYNTAX = st.lists(
    st.sampled_from(['"', "'", "*", "(", ")", "NEAR", "AND", "OR", "NOT", "^", ":", "-", "+", "{", "}", ",", " ", "«"])
    | st.text(max_size=4)
    | st.text("ابتثجحخدوالهيةىء", max_size=6)
).map("".join)


@given(text=SYNTAX)
@settings(max_examples=300, deadline=None)
def test_no_text_is_one_that_fts5_cannot_read(connection: sqlite3.Connection, text: str) -> None:
    for expression in (fold_query(text), fts_expression(connection, text)):
        connection.execute("SELECT rowid FROM revisions_fts WHERE revisions_fts MATCH ?", [expression]).fetchall()


def test_the_expression_can_be_made_inside_a_query_on_the_same_connection(
    connection: sqlite3.Connection,
) -> None:
    connection.create_function("escape_fts", 1, lambda words: fts_expression(connection, words))
    sql = "SELECT rowid FROM revisions_fts WHERE revisions_fts MATCH escape_fts(?)"
    assert connection.execute(sql, ["وزير"]).fetchall() == [(1,)]


@given(st.text() | SYNTAX)
@settings(max_examples=300, deadline=None)
def test_what_goes_into_the_index_is_folded_once_and_for_all(text: str) -> None:
    words = search_words(text)
    assert search_words(" ".join(words)) == words
    assert search_words(search_form(text)) == words


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةى", min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_every_word_finds_itself(tmp_path_factory: pytest.TempPathFactory, word: str) -> None:
    with archive_texts(tmp_path_factory.mktemp("word") / "archive.db", [f"قبل {word} بعد"]) as archive:
        assert found(archive, word) == [1]


def test_results_are_the_newest_revisions_first_and_current(tmp_path: Path) -> None:
    first, second = ADDRESS.format("first"), ADDRESS.format("second")
    with open_archive(tmp_path / "archive.db") as archive:
        archive.apply(entry(1, first), bilingual(first))
        archive.apply(entry(2, second), bilingual(second, english=("The minister spoke in Basra.",)))
        archive.apply(entry(3, first), bilingual(first, english=("The ministry closed it.",)))

        def hits(words: str, **options: object) -> list[tuple[int, int]]:
            return [(hit.article_id, hit.revision) for hit in archive.search(words, **options)]  # type: ignore[arg-type]

        assert hits("closed") == [(1, 2), (2, 1)]
        assert hits("closed", limit=1) == [(1, 2)]
        assert hits("minister") == [(2, 1)]
        assert hits("minister", all_revisions=True) == [(2, 1), (1, 1)]
        assert hits("ministry المعبر") == [(1, 2)]
        assert hits("المعبر", language="ar") == [(1, 2), (2, 1)]
        assert hits("المعبر", language="en") == []
        assert hits("basra", language="fr") == []
        assert hits("") == []


def test_a_third_language_is_found_as_what_it_is(tmp_path: Path) -> None:
    url = ADDRESS.format("fa")
    persian = of_editions(edition("en", "Border"), edition("fa", "مرز بسته شد", "وزیر گفت"), url=url)
    with open_archive(tmp_path / "archive.db") as archive:
        archive.apply(entry(1, url), persian)
        (hit,) = archive.search("وزير", language="fa")
        assert (hit.language, hit.snippet, hit.headline_en, hit.headline_ar) == (
            "fa",
            "وزیر گفت",
            "Border",
            None,
        )
        assert [archive.search("وزير", language=language) for language in ("ar", "fr", "en")] == [(), (), ()]
        assert len(archive.search("وزير border")) == 1


def test_a_hit_shows_the_published_text_around_the_word(tmp_path: Path) -> None:
    before, after = " ".join(["قبل"] * 30), " ".join(["بعد"] * 30)
    with open_archive(tmp_path / "archive.db") as archive:
        archive.apply(entry(1), bilingual(arabic=("لا شيء هنا.", f"{before} وأضافت «حكومتُه» أنّ {after}")))
        assert archive.search("الحكومة") == (
            Hit(
                article_id=1,
                revision=1,
                url="https://news.example/crossing",
                headline_en="Crossing closed",
                headline_ar="إغلاق المعبر",
                published_on=archive.search("closed")[0].published_on,
                language="ar",
                snippet=f"… {' '.join(['قبل'] * 13)} وأضافت «حكومتُه» أنّ {' '.join(['بعد'] * 13)} …",
            ),
        )
        (both,) = archive.search("closed reason")
        assert (both.language, both.snippet) == ("en", "Crossing closed")


def test_the_index_follows_the_transaction_of_its_revision(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with open_archive(path) as archive:
        archive.apply(entry(1), bilingual())
        with pytest.raises(sqlite3.IntegrityError):
            archive.apply(entry(2), of_editions(edition("en", "Zanzibar"), edition("en", "Zanzibar")))
        assert archive.db.execute("SELECT count(*) FROM revisions_vocab WHERE term = 'zanzibar'").fetchone() == (0,)
        archive.db.execute("INSERT INTO revisions_fts (revisions_fts) VALUES ('integrity-check')")
