"""Alignment of texts and of editions; the article and its translation are written for these tests."""

import random
import subprocess
import sys
import time

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from crawler.align import Bead, align, align_editions
from crawler.lexicon import Lexicon
from crawler.models import Edition, Role, Segment, SegmentRef

ENGLISH = [
    "The river Zarqa burst its banks on Tuesday night, and 214 families were moved to three schools in the town of "
    "Marwan, the civil defence said.",
    "“We had ten minutes to leave,” said Khalil Mansour, 62, whose house stands beside the bridge.",
    "The bridge was built in 1974. Engineers warned in March that two of its pillars were cracked, and asked for "
    "$1.5 million to mend them.",
    "Has anybody answered them?",
    "Governor Samira Haddad told Radio Atlas that the money had been promised for October. She blamed the ministry "
    "for the delay.",
    "By Wednesday the water had fallen by 40 centimetres.",
    "Schools stay closed until Sunday, and the road to Bostan is open to lorries only.",
]
ARABIC = [
    "فاض نهر الزرقاء عن ضفتيه ليل الثلاثاء، ونُقلت ٢١٤ عائلة إلى ثلاث مدارس في بلدة مروان، بحسب الدفاع المدني.",
    "وقال خليل منصور (62 عاماً) الذي يقع منزله بجوار الجسر: «كان أمامنا عشر دقائق للمغادرة».",
    "وبُني الجسر عام 1974. وحذّر مهندسون في آذار/مارس من تشقق اثنتين من دعائمه، وطلبوا 1,5 مليون دولار لإصلاحهما.",
    "فهل أجابهم أحد؟",
    "وقالت المحافظة سميرة حداد لراديو أطلس إن المال كان موعوداً في تشرين الأول. وحمّلت الوزارة مسؤولية التأخير.",
    "وبحلول الأربعاء انخفض منسوب المياه أربعين سنتيمتراً.",
    "وتبقى المدارس مغلقة حتى الأحد، أما الطريق إلى بستان فمفتوح للشاحنات فقط.",
]
ADVERTISEMENT = "تابعونا على تطبيق الأخبار"


def pairs(beads: tuple[Bead, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.english, bead.arabic) for bead in beads]


def one_to_one(count: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [((position,), (position,)) for position in range(count)]


def test_a_faithful_translation_aligns_one_to_one_and_surely() -> None:
    beads = align(ENGLISH, ARABIC)
    assert pairs(beads) == one_to_one(7)
    assert all(bead.score > 0.9 for bead in beads)


def test_a_paragraph_left_out_is_alone() -> None:
    assert pairs(align(ENGLISH, ARABIC[:4] + ARABIC[5:])) == [
        *one_to_one(4),
        ((4,), ()),
        ((5,), (4,)),
        ((6,), (5,)),
    ]


def test_a_line_of_the_site_s_own_is_alone() -> None:
    with_line = [*ARABIC[:3], ADVERTISEMENT, *ARABIC[3:]]
    assert ((), (3,)) in pairs(align(ENGLISH, with_line))


def test_two_paragraphs_that_the_other_side_runs_together_are_one_bead() -> None:
    joined = [*ARABIC[:1], f"{ARABIC[1]} {ARABIC[2]}", *ARABIC[3:]]
    assert pairs(align(ENGLISH, joined))[1] == ((1, 2), (1,))
    assert pairs(align([*ENGLISH[:1], f"{ENGLISH[1]} {ENGLISH[2]}", *ENGLISH[3:]], ARABIC))[1] == ((1,), (1, 2))


def test_a_moved_paragraph_crosses_the_others() -> None:
    moved = [ARABIC[0], *ARABIC[2:], ARABIC[1]]
    assert pairs(align(ENGLISH, moved)) == [
        ((0,), (0,)),
        ((1,), (6,)),
        *(((position,), (position - 1,)) for position in range(2, 7)),
    ]


@pytest.mark.parametrize(
    ("english", "arabic", "beads"),
    [
        ([], [], ()),
        (["It rained."], [], (Bead((0,), (), 1.0),)),
        ([], ["هطل المطر."], (Bead((), (0,), 1.0),)),
        (["", ""], [], (Bead((0,), (), 1.0), Bead((1,), (), 1.0))),
    ],
)
def test_an_empty_side_leaves_the_other_alone(english: list[str], arabic: list[str], beads: tuple[Bead, ...]) -> None:
    assert align(english, arabic) == beads


def test_a_lexicon_tells_apart_what_nothing_else_does() -> None:
    english = ["The harvest was poor.", "The teachers struck."]
    arabic = ["أضرب المعلمون اليوم."]
    lexicon = Lexicon({("teacher", "معلم"): 0.9, ("struck", "اضرب"): 0.9, ("harvest", "حصاد"): 0.9})
    assert pairs(align(english, arabic, lexicon)) == [((0,), ()), ((1,), (0,))]


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "from test_align import *; moved = [ARABIC[0], *ARABIC[2:], ADVERTISEMENT, ARABIC[1]];"
        "print(align(ENGLISH, moved, Lexicon({('bridge', 'جسر'): 0.5, ('town', 'بلد'): 0.25, ('money', 'مال'): 0.5})))"
    )
    beads = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": "tests:.", "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for hash_seed in ("0", "1", "2")
    }
    assert len(beads) == 1


def test_a_moved_paragraph_is_not_taken_for_the_ones_that_it_crosses() -> None:
    moved = [*ARABIC[1:6], ARABIC[0], ARABIC[6]]
    beads = align(ENGLISH, moved)
    assert pairs(beads)[0] == ((0,), (5,))
    assert pairs(beads)[1:] == [*(((at,), (at - 1,)) for at in range(1, 6)), ((6,), (6,))]


WORDS = st.sampled_from([*" ".join(ENGLISH).split()[:40], *" ".join(ARABIC).split()[:40], "", "٧", "7", "؟"])
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=9)


@seed(5)
@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_position_is_in_exactly_one_bead_and_scores_are_probabilities(
    english: list[str], arabic: list[str]
) -> None:
    beads = align(english, arabic)
    assert sorted(position for bead in beads for position in bead.english) == list(range(len(english)))
    assert sorted(position for bead in beads for position in bead.arabic) == list(range(len(arabic)))
    assert [bead.english for bead in beads if bead.english] == sorted(bead.english for bead in beads if bead.english)
    assert all(0.0 <= bead.score <= 1.0 for bead in beads)
    assert beads == align(english, arabic)


@seed(6)
@settings(deadline=None)
@given(st.integers(1, 9), st.integers(1, 9))
def test_digits_of_either_script_align_alike(first: int, second: int) -> None:
    eastern = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    arabic = [f"أصيب {first}{first} شخصاً في الشمال.", f"أصيب {second}{first} شخصاً في الجنوب."]
    english = [f"In the north {first}{first} people were hurt.", f"In the south {second}{first} people were hurt."]
    assert align(english, arabic) == align(english, [text.translate(eastern) for text in arabic])


def test_a_very_long_text_is_aligned_in_bounded_time() -> None:
    rng = random.Random(7)
    numbers = [rng.randint(100, 10**6) for _ in range(600)]
    english = [f"Record {number} of the ledger was read aloud." for number in numbers]
    arabic = [f"قُرئ القيد {number} من السجل بصوت عالٍ." for number in numbers]
    started = time.monotonic()
    assert pairs(align(english, arabic)) == one_to_one(600)
    assert time.monotonic() - started < 60


def edition(language: str, **texts: list[str]) -> Edition:
    return Edition(
        language,
        tuple(Segment(Role(role), position, text) for role in texts for position, text in enumerate(texts[role])),
    )


ENGLISH_EDITION = edition(
    "en",
    standfirst=["Hundreds of families leave their homes in Marwan as the Zarqa rises."],
    dateline=["14 February"],
    paragraph=ENGLISH,
    caption=["Pic: Khalil Mansour in front of his house"],
)
ARABIC_EDITION = edition(
    "ar",
    headline=["فيضان الزرقاء يُخرج مئات العائلات"],
    standfirst=["مئات العائلات تغادر منازلها في مروان مع ارتفاع منسوب الزرقاء"],
    dateline=["14 شباط"],
    byline=["سلمى ناصر"],
    paragraph=ARABIC,
)


def test_editions_align_by_role_and_what_only_one_has_stays_alone() -> None:
    units = align_editions(ENGLISH_EDITION, ARABIC_EDITION)
    refs = [(unit.english, unit.arabic) for unit in units]
    assert refs == [
        ((), (SegmentRef(Role.HEADLINE, 0),)),
        ((SegmentRef(Role.STANDFIRST, 0),), (SegmentRef(Role.STANDFIRST, 0),)),
        ((SegmentRef(Role.DATELINE, 0),), (SegmentRef(Role.DATELINE, 0),)),
        ((), (SegmentRef(Role.BYLINE, 0),)),
        *(((SegmentRef(Role.PARAGRAPH, at),), (SegmentRef(Role.PARAGRAPH, at),)) for at in range(7)),
        ((SegmentRef(Role.CAPTION, 0),), ()),
    ]
    assert [unit.score for unit in units[:4]] == [1.0] * 4


def test_captions_align_among_captions() -> None:
    english = edition("en", caption=["Workers at the port of Basra", "Oil tankers, 2019"])
    arabic = edition("ar", caption=["عمال في ميناء البصرة", "ناقلات نفط، 2019"])
    assert [(len(unit.english), len(unit.arabic)) for unit in align_editions(english, arabic)] == [(1, 1), (1, 1)]


def test_editions_without_text_have_no_units() -> None:
    assert align_editions(Edition("en", ()), Edition("ar", ())) == ()
