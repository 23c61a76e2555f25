"""What the two sides do not agree on, and what only looks like it."""

import pytest

from crawler.compare import compare_editions
from crawler.models import Discrepancy, Edition, Role, Segment, TranslationUnit
from crawler.offices import find_arabic_holders, find_english_holders


def compare(*sides: tuple[str, str], score: float = 1.0) -> tuple[Discrepancy, ...]:
    """The findings where each pair of texts is one unit; an empty text is an empty side."""
    editions = [
        Edition(language, tuple(Segment(Role.PARAGRAPH, at, pair[side]) for at, pair in enumerate(sides) if pair[side]))
        for side, language in enumerate(("en", "ar"))
    ]
    refs = [{segment.position: (segment.ref,) for segment in edition.segments} for edition in editions]
    units = [TranslationUnit(refs[0].get(at, ()), refs[1].get(at, ()), score) for at in range(len(sides))]
    return compare_editions(editions[0], editions[1], units)


CONFLICTS = [
    ("number", "killed 151 people", "مقتل 115 شخصاً", "151", "115"),
    ("number", "killed 151 people", "مقتل ١١٥ شخصاً", "151", "١١٥"),
    ("number", "more than 30,000 pupils", "أكثر من 300 ألف تلميذ", "30,000", "300 ألف"),
    ("number", "seven soldiers", "تسعة جنود", "seven", "تسعة"),
    ("number", "rose by 7%", "ارتفع بنسبة تسعة في المئة", "7%", "تسعة%"),
    ("number", "1.5 million dollars", "2,5 مليون دولار", "1.5 million", "2,5 مليون"),
    ("number", "40 or 50 tanks", "ثلاثون أو ستون دبابة", "40; 50", "ثلاثون; ستون"),
    ("number", "married in June 2018", "تزوجا في يونيو 2013", "2018", "2013"),
    ("date", "said on Thursday", "قال يوم الثلاثاء", "Thursday", "الثلاثاء"),
    ("date", "on Saturday", "أمس الأحد", "Saturday", "الأحد"),
    ("date", "since 17 October", "منذ 17 تشرين الثاني/نوفمبر", "17 October", "17 تشرين الثاني/نوفمبر"),
    ("date", "since October 17", "منذ 18 أكتوبر", "October 17", "18 أكتوبر"),
    ("date", "in June 2018", "في آب 2018", "June 2018", "آب 2018"),
    (
        "role",
        "American Foreign Secretary Lloyd Austin announced",
        "وأعلن وزير الدفاع الأميركي لويد أوستن أنّ",
        "American Foreign Secretary Lloyd Austin",
        "وزير الدفاع الأميركي لويد أوستن",
    ),
    (
        "role",
        "Prime Minister Mohammed al-Sudani said",
        "قال رئيس الأركان محمد السوداني",
        "Prime Minister Mohammed al-Sudani",
        "رئيس الأركان محمد السوداني",
    ),
    (
        "role",
        "President Samir Karam met them",
        "استقبلهم نائب الرئيس سمير كرم",
        "President Samir Karam",
        "نائب الرئيس سمير كرم",
    ),
]


@pytest.mark.parametrize(("kind", "english", "arabic", "in_english", "in_arabic"), CONFLICTS)
def test_what_both_sides_say_differently_is_a_conflict(
    kind: str, english: str, arabic: str, in_english: str, in_arabic: str
) -> None:
    assert compare((english, arabic)) == (Discrepancy(kind, "conflict", in_english, in_arabic, 0),)


AGREEMENTS = [
    ("killed 151 people", "مقتل ١٥١ شخصاً"),
    ("killed 151 people", "مقتل عدد من الناس"),
    ("killed many", "مقتل 151 شخصاً"),
    ("killed 1,204 people", "مقتل 1.204 أشخاص"),
    ("twenty-five percent of 30,000", "خمسة وعشرون في المئة من 30 ألفاً"),
    ("half of the 12", "50 في المئة من الاثني عشر"),
    ("two soldiers and 8 tanks", "جنديان وثماني دبابات"),
    ("dozens hurt, 3 killed", "إصابة العشرات ومقتل ثلاثة"),
    ("the 21st century", "القرن الحادي والعشرين"),
    ("in the 1980s", "في ثمانينيات القرن العشرين"),
    ("at 5.30pm on 3 May", "الساعة 17:30 من 3 أيار"),
    ("on 17 October", "في 17 تشرين الأول/أكتوبر"),
    ("on October 17, 2023", "في 2023/10/17"),
    ("from 17 to 19 October", "بين 17 و19 أكتوبر"),
    ("on Friday, the two", "الاثنين يوم الجمعة"),
    ("said on Thursday", "قال أحد الجنود"),
    ("Black Friday sales", "تخفيضات يوم الخميس"),
    ("the Sunday Telegraph said", "قالت الصحيفة يوم الاثنين"),
    ("COVID-19 and 4 others", "كوفيد 19 وأربعة آخرون"),
    ("Defense Secretary Lloyd Austin", "وزير الدفاع الأميركي لويد أوستن"),
    ("Secretary of State Antony Blinken", "وزير الخارجية الأميركي أنتوني بلينكن"),
    ("Home Secretary Priti Patel", "وزيرة الداخلية البريطانية بريتي باتيل"),
    ("Prime Minister Najib Mikati", "رئيس الحكومة نجيب ميقاتي"),
    ("Vice President Joe Biden", "نائب الرئيس جو بايدن"),
    ("Foreign Minister Samir Karam and the Defence Minister", "وزير الدفاع ووزير الخارجية سمير كرم"),
    ("Foreign Minister Samir Karam", "وزير الدفاع لويد أوستن"),
    ("the foreign secretary said", "قال وزير الدفاع"),
    ("", ""),
]


@pytest.mark.parametrize(("english", "arabic"), AGREEMENTS)
def test_what_agrees_or_is_said_on_one_side_only_is_no_conflict(english: str, arabic: str) -> None:
    assert compare((english, arabic)) == ()


def test_a_number_that_stands_in_another_unit_is_not_missing() -> None:
    assert compare(("First 151 and", "أولاً"), ("then 90", "151 ثم 90")) == ()
    assert compare(("First 151", "أولاً 115"), ("then 90", "ثم 80")) == (
        Discrepancy("number", "conflict", "151", "115", 0),
        Discrepancy("number", "conflict", "90", "80", 1),
    )


def test_a_unit_that_is_hardly_sure_says_nothing() -> None:
    assert compare(("killed 151", "مقتل 115"), score=0.4) == ()
    assert len(compare(("killed 151", "مقتل 115"), score=0.5)) == 1


def test_a_side_that_is_empty_says_nothing() -> None:
    assert compare(("killed 151", ""), ("", "مقتل 115")) == ()


def test_findings_stand_in_the_order_of_units() -> None:
    found = compare(("on Monday", "يوم الثلاثاء"), ("killed 151", "مقتل 115"), ("on 3 May", "في 4 مايو"))
    assert [(finding.kind, finding.unit) for finding in found] == [("date", 0), ("number", 1), ("date", 2)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Foreign Minister A", "foreign minister"),
        ("Minister of Foreign Affairs A", "foreign minister"),
        ("Secretary of State A", "foreign minister"),
        ("Secretary of State for Defence A", "defence minister"),
        ("Treasury Secretary A", "finance minister"),
        ("Chancellor of the Exchequer A", "finance minister"),
        ("deputy prime minister A", "deputy prime minister"),
        ("army chief of staff A", "chief of staff"),
    ],
)
def test_an_english_office_goes_by_many_names(text: str, office: str) -> None:
    assert [holder.office for holder in find_english_holders(text)] == [office]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("وزيرة الخارجية", "foreign minister"),
        ("ووزير الدّفاع", "defence minister"),
        ("وزير الخزانة", "finance minister"),
        ("رئيس مجلس الوزراء", "prime minister"),
        ("رئيسة الحكومة", "prime minister"),
        ("الوزير الأول", "prime minister"),
        ("نائب رئيس الوزراء", "deputy prime minister"),
        ("الرئيس", "president"),
        ("للأمين العام", "secretary-general"),
    ],
)
def test_an_arabic_office_goes_by_many_names(text: str, office: str) -> None:
    assert [holder.office for holder in find_arabic_holders(text)] == [office]


def test_the_head_of_anything_is_no_president() -> None:
    assert find_arabic_holders("رئيس الشركة ورئيس البلدية") == []
