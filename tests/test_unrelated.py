"""Two texts that are no translations of each other; all of them written for these tests."""

import pytest

from crawler.alignment.stems import arabic_stem, english_stem
from crawler.comparison.unrelated import are_unrelated
from crawler.derive import pair_editions
from crawler.lexicon import Lexicon
from crawler.models import Discrepancy, Edition, Role, Segment, SegmentRef, Span, TranslationUnit
from crawler.models.forms import match_form

FLOOD = (
    "The Tigris rose by 42 centimetres in Mosul within five days, the water authority said on Monday.",
    "Engineer Salah Jabbar told Radio Nineveh that 17 villages had been warned.",
    "“We have moved the pumps twice since 2019,” he said.",
)
FLOOD_IN_ARABIC = (
    "ارتفع منسوب دجلة في الموصل 42 سنتيمتراً خلال خمسة أيام، بحسب ما أعلنت دائرة المياه الاثنين.",
    "وقال المهندس صلاح جبار لراديو نينوى إنه جرى تحذير 17 قرية.",
    "وأضاف: «نقلنا المضخات مرتين منذ 2019».",
)
HARVEST_IN_ARABIC = (
    "بدأ مزارعو الزيتون في سهل عفرين قطاف الموسم قبل موعده بسبب الجفاف، ولم تتجاوز الغلة ثلث العام الماضي.",
    "وتحدث التاجر رامز عيسى عن ارتفاع سعر الصفيحة إلى 95 ألف ليرة، فيما أغلقت معاصر كثيرة أبوابها.",
    "وأوصت نقابة المهندسين الزراعيين بحفر آبار جديدة قبل تشرين الثاني.",
)


def edition(language: str, paragraphs: tuple[str, ...], headline: str | None = None) -> Edition:
    front = (Segment(Role.HEADLINE, 0, headline),) if headline else ()
    return Edition(language, (*front, *(Segment(Role.PARAGRAPH, at, text) for at, text in enumerate(paragraphs))))


def test_unrelated_texts_stand_apart_and_that_is_the_only_finding() -> None:
    english, arabic = edition("en", FLOOD, "Tigris rises"), edition("ar", HARVEST_IN_ARABIC, "موسم زيتون مبكر")
    units, found = pair_editions((english, arabic))
    headline = SegmentRef(Role.HEADLINE, 0)
    assert units[:2] == (TranslationUnit((headline,), (), 1.0), TranslationUnit((), (headline,), 1.0))
    assert sorted(ref.position for unit in units[2:] for ref in (*unit.english, *unit.arabic)) == [0, 0, 1, 1, 2, 2]
    assert not any(unit.english and unit.arabic for unit in units)
    assert found == (
        Discrepancy(
            "translation",
            "missing",
            "Tigris rises",
            "موسم زيتون مبكر",
            0,
            (Span(Role.HEADLINE, 0, 0, 12),),
            (Span(Role.HEADLINE, 0, 0, 15),),
        ),
    )


def test_a_translation_is_compared() -> None:
    changed = (*FLOOD_IN_ARABIC[:2], FLOOD_IN_ARABIC[2].replace("2019", "2018"))
    units, found = pair_editions((edition("en", FLOOD), edition("ar", changed)))
    assert all(unit.english and unit.arabic for unit in units)
    assert [(one.kind, one.severity, one.english, one.arabic) for one in found] == [
        ("number", "conflict", "2019", "2018")
    ]


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        (FLOOD, FLOOD_IN_ARABIC),
        (FLOOD[:1], FLOOD_IN_ARABIC),
        (FLOOD[:1], FLOOD_IN_ARABIC[:1] + 6 * HARVEST_IN_ARABIC),
        (FLOOD, tuple(reversed(FLOOD_IN_ARABIC))),
        (FLOOD, (FLOOD_IN_ARABIC[0], *HARVEST_IN_ARABIC[1:2], FLOOD_IN_ARABIC[2])),
        (FLOOD, ()),
        ((), HARVEST_IN_ARABIC),
        (("It rained.",), ("بدأ القطاف.",)),
        (("The mayor spoke.", "Nobody came."), ("بدأ القطاف.", "ارتفعت الأسعار.")),
    ],
    ids=[
        "a translation",
        "a first paragraph alone",
        "a part of a longer text",
        "another order",
        "one paragraph exchanged",
        "no Arabic",
        "no English",
        "one sentence",
        "two short ones",
    ],
)
def test_nothing_is_said_of_translations_and_of_what_is_too_short_to_tell(
    english: tuple[str, ...], arabic: tuple[str, ...]
) -> None:
    units, found = pair_editions((edition("en", english), edition("ar", arabic)))
    assert "translation" not in {one.kind for one in found}
    assert len({id(unit) for unit in units}) == len(units) > 0


def test_what_a_lexicon_expects_and_the_other_side_has_nowhere_speaks_against_short_texts() -> None:
    english = edition(
        "en", ("brambles nettles thistles sorrel ferns mosses lichens sedges rushes reeds alders willows",)
    )
    arabic = edition("ar", ("مقلاة ملعقة سكين طنجرة غربال هاون إبريق فنجان صينية منخل مغرفة قدر",))
    unit = TranslationUnit((SegmentRef(Role.PARAGRAPH, 0),), (SegmentRef(Role.PARAGRAPH, 0),), 1.0)
    expected = {(english_stem(word), "غائب"): 1.0 for word in english.segments[0].text.split()}
    expected |= {("absent", arabic_stem(match_form(word))): 1.0 for word in arabic.segments[0].text.split()}
    assert not are_unrelated(english, arabic, [unit])
    assert are_unrelated(english, arabic, [unit], Lexicon(expected))
