"""Anchors of either language, the skeletons of names, and the evidence they make together."""

import pytest

from crawler.alignment.anchors import AnchorKind, arabic_traits, english_traits
from crawler.alignment.evidence import Evidence, KindWeights, find_answers
from crawler.alignment.skeletons import is_same_name, latin_skeletons
from crawler.alignment.stems import bare_words
from crawler.lexicon import Lexicon

SAME_NAME = [
    ("Lavrentyev", "لافرينتيف"),
    ("Lavrentyev", "ولافرنتييف"),
    ("Naṣr", "النصر"),
    ("Ğarf", "جرف"),
    ("Hussein", "حسين"),
    ("Hossain", "حسين"),
    ("Mohammed", "محمد"),
    ("Muhammad", "مُحَمَّد"),
    ("Washington", "واشنطن"),
    ("Chirac", "شيراك"),
    ("Christian", "كريستيان"),
    ("Churchill", "تشرشل"),
    ("Khartoum", "الخرطوم"),
    ("Petersburg", "بطرسبورغ"),
    ("Pakistan", "باكستان"),
    ("Reuters", "رويترز"),
    ("Xavier", "كسافييه"),
    ("Sarah", "سارة"),
]
OTHER_NAME = [
    ("Austin", "بلينكن"),
    ("Lloyd", "لويد"),  # the same, but two consonants are too few to say so
    ("Aqṣā", "الأقصى"),
    ("Gaddafi", "القذافي"),  # g for ق is one edit in three letters
    ("Damascus", "بغداد"),
    ("Ali", "علي"),
    ("", "محمد"),
]


@pytest.mark.parametrize(("latin", "arabic"), SAME_NAME)
def test_a_name_is_known_in_the_other_script(latin: str, arabic: str) -> None:
    assert is_same_name(latin, arabic)


@pytest.mark.parametrize(("latin", "arabic"), OTHER_NAME)
def test_another_name_or_one_with_too_few_consonants_is_not(latin: str, arabic: str) -> None:
    assert not is_same_name(latin, arabic)


def test_a_word_is_also_read_without_what_is_written_onto_it() -> None:
    assert bare_words("وبالقاهره") == ("وبالقاهره", "بالقاهره", "القاهره", "قاهره")
    assert bare_words("للعراق") == ("للعراق", "لعراق", "عراق")
    assert bare_words("في") == ("في",)


def test_skeletons_do_not_depend_on_diacritics_or_case() -> None:
    assert latin_skeletons("AL-AQṢĀ") == latin_skeletons("al-Aqsa")


def labels(anchors: object, *kinds: AnchorKind) -> list[str]:
    assert isinstance(anchors, tuple)
    return [anchor.label for anchor in anchors if anchor.kind in kinds]


def test_an_english_segment_has_these_anchors() -> None:
    traits = english_traits('On Thursday, 17 October, Lavrentyev’s envoy asked: "What of 3.5% and NATO?"')
    assert labels(traits.anchors, AnchorKind.NUMBER) == ["number 17", "number 3.5"]
    assert labels(traits.anchors, AnchorKind.DATE) == ["date weekday 3", "date month 10"]
    assert "name lfrntf" in labels(traits.anchors, AnchorKind.NAME)
    assert traits.latin >= {"nato", "on", "lavrentyev"}
    assert traits.words == ("on", "thursday", "october", "lavrentyev", "envoy", "ask", "what", "of", "and", "nato")
    assert labels(traits.anchors, AnchorKind.MARK) == ["mark :", 'mark "', "mark %", "mark ?"]
    assert traits.is_closed


def test_an_arabic_segment_has_the_same_ones() -> None:
    traits = arabic_traits("والخميس ١٧ تشرين الأوّل/أكتوبر، سأل مبعوث لافرينتيف: «ماذا عن ٣٫٥٪ وNATO؟»")
    assert labels(traits.anchors, AnchorKind.NUMBER) == ["number 17", "number 3.5"]
    assert set(labels(traits.anchors, AnchorKind.DATE)) == {"date weekday 3", "date month 10"}
    assert "name lfrntf" in labels(traits.anchors, AnchorKind.NAME)
    assert traits.latin == {"nato"}
    assert traits.words[:3] == ("خميس", "تشر", "اول")
    assert labels(traits.anchors, AnchorKind.MARK) == ["mark :", 'mark "', "mark %", "mark ?"]
    assert traits.is_closed


def test_everyday_words_are_no_dates() -> None:
    assert labels(english_traits("He may sat down and march").anchors, AnchorKind.DATE) == []
    assert labels(arabic_traits("آب إلى رشده جوان").anchors, AnchorKind.DATE) == []


def test_marks_and_tatweel_do_not_count_as_length() -> None:
    assert arabic_traits("مُحَمَّـــدٌ").length == arabic_traits("محمد").length == 4


@pytest.mark.parametrize(
    ("text", "is_closed"),
    [
        ("It rained.", True),
        ("“It rained.”", True),
        ("Did it rain?", True),
        ("Rain in the south", False),
        ("Pic: rain", False),
        ("", False),
    ],
)
def test_a_segment_is_closed_if_it_ends_like_a_sentence(text: str, is_closed: bool) -> None:
    assert english_traits(text).is_closed is is_closed


def test_a_caption_says_so_in_either_language() -> None:
    assert labels(english_traits("Pic: a bridge").anchors, AnchorKind.CAPTION) == ["caption caption"]
    assert labels(arabic_traits("الصورة: جسر").anchors, AnchorKind.CAPTION) == ["caption caption"]
    assert labels(english_traits("A picture of a bridge").anchors, AnchorKind.CAPTION) == []


WEIGHTS = {
    kind: KindWeights(answered=2.0, expected=-1.0, missing=-3.0)
    for kind in (AnchorKind.NUMBER, AnchorKind.NAME, AnchorKind.WORD)
}


def evidence_of(english: list[str], arabic: list[str], lexicon: Lexicon | None = None) -> tuple[Evidence, Evidence]:
    here, there = find_answers(list(map(english_traits, english)), list(map(arabic_traits, arabic)), lexicon)
    return Evidence(here, WEIGHTS), Evidence(there, WEIGHTS)


def test_evidence_is_for_the_stretches_that_hold_the_answer() -> None:
    evidence, _ = evidence_of(["Prices rose 7%", "Nobody came"], ["لم يأت أحد", "ارتفعت الأسعار 7%"])
    weighted, plain = evidence.gains(range(2), range(2))
    assert [gains.tolist() for gains in weighted] == [[[0, 2], [0, 0]], [[2, 2], [0, 0]], [[2, 2], [0, 0]]]
    assert [gains.tolist() for gains in plain] == [[[0, 1], [0, 0]], [[1, 1], [0, 0]], [[1, 1], [0, 0]]]
    assert (evidence.base.tolist(), evidence.expected.tolist()) == ([-1, 0], [1, 0])


def test_a_part_of_the_evidence_is_that_part_of_all_of_it() -> None:
    english = [f"{number} people and {number + 1} more in Khartoum" for number in range(10, 22)]
    arabic = [f"{number} شخصاً في الخرطوم" for number in range(10, 24)]
    for evidence, count, others in zip(evidence_of(english, arabic), (12, 14), (14, 12), strict=True):
        whole = evidence.gains(range(count), range(others))
        part = evidence.gains(range(3, 9), range(4, 7))
        for whole_gains, part_gains in zip(whole, part, strict=True):
            assert [gains[3:9, 4:7].tolist() for gains in whole_gains] == [gains.tolist() for gains in part_gains]


def test_a_number_that_the_other_side_has_nowhere_speaks_against_any_partner() -> None:
    assert evidence_of(["64 were hurt"], ["أصيب كثيرون"])[0].base.tolist() == [-3]


def test_what_stands_in_many_segments_says_little_of_each() -> None:
    once, _ = evidence_of(["In Khartoum", "It rained"], ["في الخرطوم", "هطل المطر"])
    twice, _ = evidence_of(["In Khartoum", "To Khartoum"], ["في الخرطوم", "إلى الخرطوم"])
    assert once.gains(range(2), range(2))[0][0][0, 0] > twice.gains(range(2), range(2))[0][0][0, 0] > 0


def test_a_lexicon_lets_words_answer_each_other() -> None:
    lexicon = Lexicon({("bridge", "جسر"): 0.5, ("river", "نهر"): 1.0})
    english, arabic = ["The bridge fell"], ["وانهار الجسر"]
    assert evidence_of(english, arabic, lexicon)[0].gains(range(1), range(1))[0][0].tolist() == [[1]]
    assert evidence_of(english, arabic)[0].gains(range(1), range(1))[0][0].tolist() == [[0]]
    # The river should have been rendered, and is not.
    assert evidence_of(["The river"], arabic, lexicon)[0].base.tolist() == [-3]
