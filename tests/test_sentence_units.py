"""Sentences within a translation unit."""

import pytest

from crawler.align import align_editions
from crawler.models import Edition, Role, Segment, SegmentRef, TranslationUnit
from crawler.sentence_units import SentenceUnit, Span, align_sentences

ENGLISH = Edition(
    "en",
    (
        Segment(Role.HEADLINE, 0, "Prices of bread rise in Marwan"),
        Segment(
            Role.PARAGRAPH,
            0,
            "Bread costs 12 dinars since Monday. Bakers blame the 7% rise in wheat. “We had no choice,” said Salim "
            "Haddad, who owns 3 bakeries.",
        ),
        Segment(Role.PARAGRAPH, 1, "The ministry promised 40 tonnes of flour in March. None has come."),
    ),
)
ARABIC = Edition(
    "ar",
    (
        Segment(Role.HEADLINE, 0, "ارتفاع أسعار الخبز في مروان"),
        Segment(
            Role.PARAGRAPH,
            0,
            "يباع الخبز منذ الاثنين بسعر 12 ديناراً، ويحمّل الخبازون المسؤولية لارتفاع القمح بنسبة 7%. وقال سليم حداد "
            "الذي يملك 3 مخابز: «لم يكن أمامنا خيار».",
        ),
        Segment(Role.PARAGRAPH, 1, "ووعدت الوزارة بـ40 طناً من الطحين في آذار/مارس."),
    ),
)


def shown(unit: SentenceUnit) -> tuple[list[str], list[str]]:
    def texts(edition: Edition, spans: tuple[Span, ...]) -> list[str]:
        by_ref = {segment.ref: segment.text for segment in edition.segments}
        return [by_ref[span.segment][span.start : span.end] for span in spans]

    return texts(ENGLISH, unit.english), texts(ARABIC, unit.arabic)


def test_sentences_are_paired_within_each_unit() -> None:
    units = align_editions(ENGLISH, ARABIC)
    assert [shown(sentences) for unit in units for sentences in align_sentences(ENGLISH, ARABIC, unit)] == [
        (["Prices of bread rise in Marwan"], ["ارتفاع أسعار الخبز في مروان"]),
        (
            ["Bread costs 12 dinars since Monday.", "Bakers blame the 7% rise in wheat."],
            ["يباع الخبز منذ الاثنين بسعر 12 ديناراً، ويحمّل الخبازون المسؤولية لارتفاع القمح بنسبة 7%."],
        ),
        (
            ["“We had no choice,” said Salim Haddad, who owns 3 bakeries."],
            ["وقال سليم حداد الذي يملك 3 مخابز: «لم يكن أمامنا خيار»."],
        ),
        (
            ["The ministry promised 40 tonnes of flour in March."],
            ["ووعدت الوزارة بـ40 طناً من الطحين في آذار/مارس."],
        ),
        (["None has come."], []),
    ]


def ref(position: int) -> SegmentRef:
    return SegmentRef(Role.PARAGRAPH, position)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (TranslationUnit((), (), 1.0), ()),
        (TranslationUnit((), (ref(1),), 0.7), (SentenceUnit((), (Span(ref(1), 0, 47),), 1.0),)),
        (
            TranslationUnit((ref(1),), (), 0.7),
            (SentenceUnit((Span(ref(1), 0, 50), Span(ref(1), 51, 65)), (), 1.0),),
        ),
    ],
)
def test_a_unit_with_an_empty_side_is_one_as_it_is(unit: TranslationUnit, expected: tuple[SentenceUnit, ...]) -> None:
    assert align_sentences(ENGLISH, ARABIC, unit) == expected


def test_every_sentence_of_two_joined_segments_is_in_one_unit() -> None:
    found = align_sentences(ENGLISH, ARABIC, TranslationUnit((ref(0), ref(1)), (ref(0), ref(1)), 0.5))
    spans = [span for sentences in found for span in sentences.english]
    assert [(span.segment.position, span.start) for span in spans] == [(0, 0), (0, 36), (0, 71), (1, 0), (1, 51)]
