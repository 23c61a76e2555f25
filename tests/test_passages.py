"""Which words of which segment a finding speaks of."""

from dataclasses import replace

import pytest
from archived import bilingual
from reading_room_archive import LONG_ARABIC, LONG_ENGLISH, differing_article, long_article

from archive.passages import Passage, Stretch, cut_passage, find_passages, find_spans, mark_stretches
from crawler.models import Discrepancy, Role, Segment, Span

ENGLISH = [text for role, text in LONG_ENGLISH if role is Role.PARAGRAPH]
ARABIC = [text for role, text in LONG_ARABIC if role is Role.PARAGRAPH]


@pytest.mark.parametrize(
    ("marks", "stretches"),
    [
        ([], [("abcdef", ())]),
        ([(2, 4, 1)], [("ab", ()), ("cd", (1,)), ("ef", ())]),
        ([(0, 6, 1)], [("abcdef", (1,))]),
        ([(0, 3, 1), (2, 5, 2)], [("ab", (1,)), ("c", (1, 2)), ("de", (2,)), ("f", ())]),
        ([(1, 2, 2), (1, 2, 1)], [("a", ()), ("b", (1, 2)), ("cdef", ())]),
        ([(4, 9, 1), (7, 9, 2), (3, 3, 3), (-2, 1, 4)], [("a", (4,)), ("bcd", ()), ("ef", (1,))]),
    ],
)
def test_a_text_is_cut_where_marks_begin_and_end(marks: list, stretches: list) -> None:
    assert mark_stretches("abcdef", marks) == tuple(Stretch(*one) for one in stretches)


def test_an_empty_text_has_no_stretches() -> None:
    assert mark_stretches("", [(0, 1, 1)]) == ()


def test_a_finding_speaks_of_the_segments_of_its_spans() -> None:
    article = differing_article()
    conflict = article.discrepancies[1]
    assert find_passages(article, conflict, "en") == (Passage(Segment(Role.PARAGRAPH, 1, ENGLISH[1]), ((92, 95),)),)
    start = ARABIC[1].index("١٥٠")
    assert find_passages(article, conflict, "ar") == (
        Passage(Segment(Role.PARAGRAPH, 1, ARABIC[1]), ((start, start + 3),)),
    )


def test_of_a_silent_side_its_unit_is_shown_where_it_has_one() -> None:
    article = differing_article()
    name, *_, paragraph = article.discrepancies
    assert find_passages(article, name, "ar") == (Passage(Segment(Role.PARAGRAPH, 0, ARABIC[0]), ()),)
    assert find_passages(article, paragraph, "en") == ()


def test_words_of_an_archive_without_spans_are_looked_for_in_the_unit() -> None:
    article = long_article()
    (found,) = article.discrepancies
    assert find_spans(article, found, "en") == (Span(Role.PARAGRAPH, 1, 92, 95),)
    assert find_spans(article, replace(found, english="15"), "en") == ()
    assert find_spans(article, replace(found, english="flood; 151"), "en") == (
        Span(Role.PARAGRAPH, 1, 17, 22),
        Span(Role.PARAGRAPH, 1, 92, 95),
    )
    assert find_spans(article, replace(found, unit=99), "en") == ()
    assert find_spans(article, replace(found, english=None), "en") == ()


@pytest.mark.parametrize(
    "span",
    [
        Span(Role.CAPTION, 7, 0, 1),
        Span(Role.HEADLINE, 0, 50, 99),
        Span(Role.HEADLINE, 0, 3, 3),
        Span(Role.HEADLINE, 0, -1, 3),
    ],
)
def test_a_span_that_does_not_lie_in_the_text_marks_nothing(span: Span) -> None:
    article = bilingual()
    lost = Discrepancy("number", "conflict", "1", "2", 0, (span,), (span,))
    for language, edition in zip(("en", "ar"), article.editions, strict=True):
        assert find_passages(article, lost, language) == (Passage(edition.segments[0], ()),)


def test_a_long_text_is_cut_around_the_words_in_question() -> None:
    words = [f"w{number}" for number in range(100)]
    text = " ".join(words)
    start = text.index("w50")
    cut = cut_passage(Passage(Segment(Role.PARAGRAPH, 0, text), ((start, start + 3),)))
    assert "".join(stretch.text for stretch in cut) == f"… {' '.join(words[36:78])} …"
    assert [stretch.text for stretch in cut if stretch.findings] == ["w50"]
    unmarked = cut_passage(Passage(Segment(Role.PARAGRAPH, 0, text), ()))
    assert "".join(stretch.text for stretch in unmarked) == f"{' '.join(words[:28])} …"
    assert cut_passage(Passage(Segment(Role.PARAGRAPH, 0, " "), ())) == ()
