"""Anchors of either language, the skeletons of names, and the evidence they make together."""

import pytest

from crawler.anchors import AnchorKind, arabic_traits, english_traits
from crawler.evidence import Evidence, lexicon_links
from crawler.lexicon import Lexicon
from crawler.skeletons import arabic_stems, is_same_name, latin_skeletons

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
    assert arabic_stems("وبالقاهره") == ("وبالقاهره", "بالقاهره", "القاهره", "قاهره")
    assert arabic_stems("للعراق") == ("للعراق", "لعراق", "عراق")
    assert arabic_stems("في") == ("في",)


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
    assert "latin nato" in labels(traits.anchors, AnchorKind.LATIN)
    assert labels(traits.anchors, AnchorKind.MARK) == ["mark :", 'mark "', "mark %", "mark ?"]
    assert traits.is_closed


def test_an_arabic_segment_has_the_same_ones() -> None:
    traits = arabic_traits("والخميس ١٧ تشرين الأوّل/أكتوبر، سأل مبعوث لافرينتيف: «ماذا عن ٣٫٥٪ وNATO؟»")
    assert labels(traits.anchors, AnchorKind.NUMBER) == ["number 17", "number 3.5"]
    assert set(labels(traits.anchors, AnchorKind.DATE)) == {"date weekday 3", "date month 10"}
    assert "name lfrntf" in labels(traits.anchors, AnchorKind.NAME)
    assert labels(traits.anchors, AnchorKind.LATIN) == ["latin nato"]
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


def test_evidence_is_for_the_segment_that_answers_and_against_the_other() -> None:
    english = [english_traits("Prices rose 7% in Khartoum"), english_traits("Nobody came")]
    arabic = [arabic_traits("لم يأت أحد"), arabic_traits("ارتفعت الأسعار 7% في الخرطوم")]
    evidence = Evidence(english, arabic, {})
    assert evidence.of(0, 1, 1, 1) > 0 > evidence.of(0, 1, 0, 1)
    assert evidence.of(1, 1, 0, 1) == evidence.of(1, 1, 1, 1) == 0.0
    assert evidence.of(0, 1, 0, 2) == evidence.of(0, 1, 1, 1) == evidence.of(0, 2, 0, 2)


def test_a_number_that_the_other_side_has_nowhere_speaks_against_any_partner() -> None:
    evidence = Evidence([english_traits("64 were hurt")], [arabic_traits("أصيب كثيرون")], {})
    assert evidence.of(0, 1, 0, 1) < 0


def test_a_lexicon_links_the_words_that_both_texts_hold() -> None:
    english, arabic = [english_traits("The bridge fell")], [arabic_traits("وانهار الجسر")]
    forward, backward = lexicon_links(english, arabic, Lexicon({("bridge", "جسر"): 0.9, ("river", "نهر"): 0.9}))
    assert (dict(forward), dict(backward)) == (
        {"word bridge": {"word جسر": 0.9}},
        {"word جسر": {"word bridge": 0.9}},
    )
    assert Evidence(english, arabic, forward).of(0, 1, 0, 1) > 0
    assert Evidence(english, arabic, {}).of(0, 1, 0, 1) == 0
