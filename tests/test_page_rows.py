"""Rows of a page that alternates between two languages, and what they do for alignment."""

import pytest

from crawler import read_page
from crawler.align import align, align_editions
from crawler.editions.page_rows import rows_of
from crawler.extract import extract_page
from crawler.models import Edition, Role

ENGLISH = ["He came late.", "They said no.", "We had seen it.", "Nobody knew why.", "It was all over."]
ARABIC = ["وصل متأخراً.", "لم يقبلوا.", "كنا قد رأيناه.", "لا أحد يعرف السبب.", "انتهى كل شيء."]


@pytest.mark.parametrize(
    ("languages", "rows"),
    [
        ("eaeaea", (0, 0, 1, 1, 2, 2)),
        ("aeaeae", (0, 0, 1, 1, 2, 2)),
        ("eaeeaaea", (0, 0, 1, 1, 1, 1, 2, 2)),
        ("eaeae", ()),  # the second row has no end
        ("eeeaaa", ()),
        ("eaea", ()),
        ("eeee", ()),
        ("eafeafeaf", ()),
        ("eeeeeeeeaeaeaeaaaaaaaa", ()),  # quotations, not rows
        ("", ()),
    ],
)
def test_there_are_rows_where_two_languages_take_turns(languages: str, rows: tuple[int, ...]) -> None:
    assert rows_of(languages) == rows


def test_what_nothing_else_tells_apart_is_told_by_its_row() -> None:
    english, arabic = [*ENGLISH[:2], *ENGLISH[3:]], [*ARABIC[:1], *ARABIC[2:]]
    beads = align(english, arabic, rows=([0, 1, 3, 4], [0, 2, 3, 4]))
    assert [(bead.english, bead.arabic) for bead in beads] == [
        ((0,), (0,)),
        ((1,), ()),
        ((), (1,)),
        ((2,), (2,)),
        ((3,), (3,)),
    ]


def test_two_paragraphs_of_a_row_may_answer_one() -> None:
    beads = align(
        ["Prices rose 7%.", "Wages did not.", "It rained."],
        ["ارتفعت الأسعار 7% ولم ترتفع الأجور.", "هطل المطر."],
        rows=([0, 0, 1], [0, 1]),
    )
    assert [(bead.english, bead.arabic) for bead in beads] == [((0, 1), (0,)), ((2,), (1,))]


TITLE = "<h1>Flood leaves Marwan without a bridge for the winter</h1>"
LAYOUTS = {
    "paragraph by paragraph": "".join(
        f"<p>{e} {e}</p><p dir='rtl'>{a} {a}</p>" for e, a in zip(ENGLISH, ARABIC, strict=True)
    ),
    "rows of a table": "<table>"
    + "".join(f"<tr><td>{e} {e}</td><td dir='rtl'>{a} {a}</td></tr>" for e, a in zip(ENGLISH, ARABIC, strict=True))
    + "</table>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_that_alternates_is_aligned_row_by_row(layout: str) -> None:
    page = f"<html><body><article>{TITLE}{LAYOUTS[layout]}</article></body></html>"
    assert [edition.rows for edition in extract_page(page, "https://news.example/1").editions] == [(0, 1, 2, 3, 4)] * 2
    record = read_page(page.encode(), "https://news.example/1")
    links = [
        ([ref["position"] for ref in unit["en"]], [ref["position"] for ref in unit["ar"]])
        for unit in record["units"]
        if all(ref["role"] == "paragraph" for ref in (*unit["en"], *unit["ar"]))
    ]
    assert links == [([at], [at]) for at in range(5)]


def test_rows_are_no_part_of_what_an_edition_says() -> None:
    assert Edition("en", (), (0, 1)) == Edition("en", ())
    assert align_editions(Edition("en", (), (0,)), Edition("ar", (), (0,))) == ()
    assert Edition("en", ()).texts(Role.PARAGRAPH) == ()
