"""What the two sides do not agree on: each kind of finding, in both directions, and what is none."""

from typing import Any

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from crawler.compare import compare_editions
from crawler.comparison.offices import find_arabic_holders, find_english_holders
from crawler.models import Discrepancy, Edition, Role, Segment, SegmentRef, Span, TranslationUnit
from tests.compared import compare
from tests.test_traps import TRAPS


def said(*sides: tuple[str, str], **how: Any) -> list[tuple[str, str, str | None, str | None]]:
    """The findings without their places."""
    return [(found.kind, found.severity, found.english, found.arabic) for found in compare(*sides, **how)]


CONFLICTS = [
    ("number", "killed 151 people", "مقتل 115 شخصاً", "151", "115"),
    ("number", "killed 151 people", "مقتل ١١٥ شخصاً", "151", "١١٥"),
    ("number", "more than 30,000 pupils", "أكثر من 300 ألف تلميذ", "30,000", "300 ألف"),
    ("number", "seven soldiers", "تسعة جنود", "seven", "تسعة"),
    ("number", "five soldiers", "جنديان", "five", "جنديان"),
    ("number", "1.5 million dollars", "2,5 مليون دولار", "1.5 million", "2,5 مليون"),
    ("number", "40 or 50 tanks", "ثلاثون أو ستون دبابة", "40; 50", "ثلاثون; ستون"),
    ("number", "married in June 2018", "تزوجا في يونيو 2013", "2018", "2013"),
    ("number", "12 killed and 12 hurt", "مقتل 12 وإصابة 13", "12", "13"),
    ("number", "they won 2-0", "فازوا 2-1", "0", "1"),
    ("number", "the 25th minute", "الدقيقة 29", "25th", "29"),
    ("number", "20 to 30 tents", "20 إلى 40 خيمة", "30", "40"),
    ("number", "COVID-19 and SARS-CoV-2", "كوفيد-18 وسارس-كوف-2", "COVID-19", "كوفيد-18"),
    ("percent", "rose by 7%", "ارتفع بنسبة تسعة في المئة", "7%", "تسعة في المئة"),
    ("unit", "for five weeks", "لمدة خمسة أيام", "five weeks", "خمسة أيام"),
    ("unit", "30 miles away", "على بعد 30 كيلومتراً", "30 miles", "30 كيلومتراً"),
    ("number", "30 miles away", "على بعد 90 كيلومتراً", "30", "90"),
    ("money", "a grant of EUR30 million", "منحة قدرها 30 مليون دولار", "EUR30 million", "30 مليون دولار"),
    ("money", "cost $5 million", "كلف 5 ملايين يورو", "$5 million", "5 ملايين يورو"),
    ("percent", "5% of it", "5 دولارات منه", "5%", "5 دولارات"),
    ("approximate", "more than 30 men", "أقل من 30 رجلاً", "more than 30", "أقل من 30"),
    ("approximate", "dozens fled", "فر الآلاف", "dozens", "آلاف"),
    ("weekday", "said on Thursday", "قال يوم الثلاثاء", "Thursday", "الثلاثاء"),
    ("weekday", "on Saturday", "أمس الأحد", "Saturday", "الأحد"),
    ("weekday", "mass on Sundays", "قداس أيام الثلاثاء", "Sundays", "الثلاثاء"),
    ("date", "since 17 October", "منذ 17 تشرين الثاني/نوفمبر", "17 October", "17 تشرين الثاني/نوفمبر"),
    ("date", "since October 17", "منذ 18 أكتوبر", "October 17", "18 أكتوبر"),
    ("date", "from 17 to 19 October", "من 17 إلى 20 أكتوبر", "17 to 19 October", "17 إلى 20 أكتوبر"),
    ("month", "in June 2018", "في آب 2018", "June 2018", "آب 2018"),
    ("month", "since March", "منذ مايو", "March", "مايو"),
    ("time", "at 5:30 pm", "عند الساعة 4:30 عصراً", "5:30 pm", "4:30 عصراً"),
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
    (
        "role",
        "Prime Minister Mohammed al-Sudani said",
        "قال رئيس الجمهورية محمد السوداني",
        "Prime Minister Mohammed al-Sudani",
        "رئيس الجمهورية محمد السوداني",
    ),
    ("role", "Colonel Samir Karam", "العميد سمير كرم", "Colonel Samir Karam", "العميد سمير كرم"),
    ("role", "the Interior Ministry said", "قالت وزارة الدفاع", "Interior Ministry", "وزارة الدفاع"),
    ("role", "the Foreign Office said", "قالت وزارة الداخلية", "Foreign Office", "وزارة الداخلية"),
    (
        "role",
        "the ministries of health and education",
        "وزارتا العدل والمالية",
        "ministries of health and education",
        "وزارتا العدل والمالية",
    ),
    ("role", "Ambassador Samir Karam", "المحافظ سمير كرم", "Ambassador Samir Karam", "المحافظ سمير كرم"),
]


@pytest.mark.parametrize(("kind", "english", "arabic", "in_english", "in_arabic"), CONFLICTS)
def test_what_both_sides_say_differently_is_a_conflict(
    kind: str, english: str, arabic: str, in_english: str, in_arabic: str
) -> None:
    assert said((english, arabic)) == [(kind, "conflict", in_english, in_arabic)]


ON_ONE_SIDE = [
    ("number", "missing", "killed 151 people", "مقتل عدد من الناس", "151", None),
    ("number", "missing", "killed many", "مقتل 151 شخصاً", None, "151"),
    ("number", "missing", "they won 2-1", "فازوا", "2", None),
    ("number", "hint", "they won 1-0", "فازوا", "1; 0", None),
    ("percent", "missing", "rose by 7%", "ارتفع كثيراً", "7%", None),
    ("percent", "hint", "rose by 7%", "ارتفع 7 نقاط", "7%", "7"),
    ("date", "missing", "since 17 October", "منذ أكتوبر", "17 October", None),
    ("month", "missing", "came back then", "عاد في تموز", None, "تموز"),
    ("weekday", "missing", "said on Thursday", "قال أحد الجنود", "Thursday", None),
    ("weekday", "missing", "he said", "قال يوم الخميس", None, "الخميس"),
    ("time", "missing", "at 5:30 pm", "عصراً", "5:30 pm", None),
    ("time", "hint", "at 17:30 GMT", "في 20:30", "17:30", "20:30"),
    ("approximate", "hint", "more than 30 men", "30 رجلاً", "more than 30", "30"),
    ("approximate", "hint", "30 men", "ما لا يقل عن 30 رجلاً", "30", "لا يقل عن 30"),
    ("name", "hint", "said witness Samir Karam there", "قال شاهد هناك", "Samir Karam", None),
    ("name", "hint", "a resident told reporters", "وقال محمد قنديل للصحافيين", None, "محمد قنديل"),
    ("name", "hint", "a doctor told reporters", "وقال الدكتور سمير كرم للصحافيين", None, "سمير كرم"),
    ("negation", "hint", "They did not agree.", "اتفقوا على ذلك.", "not", None),
    ("negation", "hint", "They agreed on it.", "لم يتفقوا على ذلك.", None, "لم"),
    ("negation", "hint", "They did not sign the agreement.", "وقعوا الاتفاق.", "not", None),
    ("negation", "hint", "They will not meet on Monday.", "يجتمعون يوم الاثنين.", "not", None),
    (
        "quotation",
        "hint",
        "“We will stay here until it ends,” he said.",
        "قال إنهم باقون.",
        "“We will stay here until it ends,”",
        None,
    ),
    (
        "quotation",
        "hint",
        "He said they would stay.",
        "قال: «سنبقى هنا حتى تنتهي الحرب»",
        None,
        "«سنبقى هنا حتى تنتهي الحرب»",
    ),
]


@pytest.mark.parametrize(("kind", "severity", "english", "arabic", "in_english", "in_arabic"), ON_ONE_SIDE)
def test_what_one_side_alone_says_is_missing_or_a_hint(
    kind: str, severity: str, english: str, arabic: str, in_english: str | None, in_arabic: str | None
) -> None:
    assert said((english, arabic)) == [(kind, severity, in_english, in_arabic)]


AGREEMENTS = [
    ("killed 151 people", "مقتل ١٥١ شخصاً"),
    ("killed 1,204 people", "مقتل 1.204 أشخاص"),
    ("twenty-five percent of 30,000", "خمسة وعشرون في المئة من 30 ألفاً"),
    ("half of the 12", "50 في المئة من الاثني عشر"),
    ("two soldiers and 8 tanks", "جنديان وثماني دبابات"),
    ("dozens hurt, 3 killed", "إصابة العشرات ومقتل ثلاثة"),
    ("the 21st century", "القرن الحادي والعشرين"),
    ("closed between eleven and five", "يُغلق بين الحادية عشرة والخامسة"),
    ("Shopkeeper Jawad Radi said so", "قال ذلك البائع جواد راضي"),
    ("it opens late. From July it opens early", "يفتح متأخراً. ومن تموز يفتح باكراً"),
    ("the lady who was found there", "السيدة التي تم العثور عليها هناك"),
    ("the team regrouped", "جمع الفريق جهوده وأعاد صفوفه"),
    ("By Nadia Khoury", "بقلم: نادية خوري"),
    ("the witness arrived late", "وصل محمد متأخراً"),
    ("Mohammed Qandil told reporters", "وقال محمد قنديل للصحافيين"),
    ("The Special Envoy of the president left", "وغادر المبعوث الخاص للرئيس"),
    ("the president ended his words, saying so", "وختم الرئيس حديثه، قائلاً ذلك"),
    ("in the 1980s", "في ثمانينيات القرن العشرين"),
    ("at 5.30pm on 3 May", "الساعة 17:30 من 3 أيار"),
    ("on October 17, 2023", "في 2023/10/17"),
    ("from 17 to 19 October", "بين 17 و19 أكتوبر"),
    ("on Friday, the two", "الاثنين يوم الجمعة"),
    ("Black Friday sales", "تخفيضات الجمعة السوداء"),
    ("the Sunday Telegraph said", "قالت صحيفة صنداي تلغراف"),
    ("COVID-19 and 4 others", "كوفيد 19 وأربعة آخرون"),
    ("5 miles away", "على بعد 8 كيلومترات"),
    ("for 2 weeks", "لمدة 14 يوماً"),
    ("10 km", "10,000 متر"),
    ("at least 30 men", "30 رجلاً على الأقل"),
    ("more than 30 men", "ما يزيد على 30 رجلاً"),
    ("Defense Secretary Lloyd Austin", "وزير الدفاع الأميركي لويد أوستن"),
    ("Secretary of State Antony Blinken", "وزير الخارجية الأميركي أنتوني بلينكن"),
    ("Home Secretary Priti Patel", "وزيرة الداخلية البريطانية بريتي باتيل"),
    ("Prime Minister Najib Mikati", "رئيس الحكومة نجيب ميقاتي"),
    ("Vice President Joe Biden", "نائب الرئيس جو بايدن"),
    ("General Samir Karam", "العميد سمير كرم"),
    ("Foreign Minister Samir Karam and the Defence Minister", "وزير الدفاع ووزير الخارجية سمير كرم"),
    ("the foreign secretary said", "قال وزير الدفاع"),
    ("They are not only here.", "هم هنا وهناك أيضاً."),
    ("They failed to agree.", "لم يتفقوا."),
    ("No. 10 said so.", "هذا ما قاله المكتب 10."),
    ("“Reuters” said so", "قالت رويترز ذلك"),
    ("the United Nations Security Council met", "اجتمع مجلس الأمن"),
    ("", ""),
]


NO_CONFLICTS = [
    ("1.5 million people", "مليون ونصف المليون شخص"),
    ("two and a half million people", "2,5 مليون شخص"),
    ("a million and a half people", "1,5 مليون شخص"),
    ("one in five of them", "20 في المئة منهم"),
    ("three quarters of them", "75 في المئة منهم"),
    ("in 2024", "في عام 1445 هـ"),
    ("5 of the 30 came, 7 stayed", "جاء بعض الثلاثين، والثلاثون كثيرون"),
    ("a second party and a third", "طرف آخر و5 غيره"),
    ("F-16 jets", "وباء كوفيد-19"),
    ("9/11", "هجمات 11 سبتمبر"),
]


@pytest.mark.parametrize(("english", "arabic"), NO_CONFLICTS)
def test_what_may_be_said_in_another_way_is_no_conflict(english: str, arabic: str) -> None:
    assert [found for found in compare((english, arabic)) if found.severity == "conflict"] == []


@pytest.mark.parametrize(("english", "arabic"), AGREEMENTS)
def test_what_agrees_is_no_finding(english: str, arabic: str) -> None:
    assert compare((english, arabic)) == ()


def test_a_finding_says_where_in_which_segment_it_stands() -> None:
    editions = (
        Edition("en", (Segment(Role.PARAGRAPH, 0, "First."), Segment(Role.PARAGRAPH, 1, "Then 40 or 50 of 9 came."))),
        Edition("ar", (Segment(Role.PARAGRAPH, 0, "أولاً، ثم جاء ثلاثون أو سِتُّون من 9."),)),
    )
    unit = TranslationUnit(
        tuple(segment.ref for segment in editions[0].segments), (SegmentRef(Role.PARAGRAPH, 0),), 0.9
    )
    (found,) = compare_editions(*editions, [unit])
    assert found == Discrepancy(
        "number",
        "conflict",
        "40; 50",
        "ثلاثون; سِتُّون",
        0,
        (Span(Role.PARAGRAPH, 1, 5, 7), Span(Role.PARAGRAPH, 1, 11, 13)),
        (Span(Role.PARAGRAPH, 0, 14, 20), Span(Role.PARAGRAPH, 0, 24, 31)),
    )


def test_a_number_that_stands_in_another_unit_is_not_missing() -> None:
    assert compare(("First 151 and", "أولاً"), ("then 90", "151 ثم 90")) == ()
    assert compare(("First 151 and", "أولاً"), ("then 151", "ثم 151")) == ()
    assert said(("First 151", "أولاً 115"), ("then 90", "ثم 80")) == [
        ("number", "conflict", "151", "115"),
        ("number", "conflict", "90", "80"),
    ]


def test_a_unit_that_is_hardly_sure_says_nothing() -> None:
    assert compare(("killed 151", "مقتل 115"), score=0.4) == ()
    assert len(compare(("killed 151", "مقتل 115"), score=0.5)) == 1


@pytest.mark.parametrize(
    ("role", "severity"),
    [(Role.PARAGRAPH, "missing"), (Role.HEADLINE, "hint"), (Role.STANDFIRST, "hint"), (Role.CAPTION, "hint")],
)
def test_a_segment_that_nothing_answers_is_a_finding_by_its_role(role: Role, severity: str) -> None:
    assert said(("The bridge is open.", ""), ("", "الجسر مفتوح."), role=role) == [
        (role.value, severity, "The bridge is open.", None),
        (role.value, severity, None, "الجسر مفتوح."),
    ]


def test_bylines_date_lines_and_ornaments_may_be_on_one_side_only() -> None:
    assert compare(("By Samir Karam", ""), role=Role.BYLINE) == ()
    assert compare(("26 January", ""), role=Role.DATELINE) == ()
    assert compare(("* * *", "")) == ()


def test_a_text_of_more_than_twice_the_length_is_a_hint() -> None:
    long, short = "The bridge over the river was opened to cars and people. " * 3, "فتح الجسر فوق النهر"
    assert said((long, short)) == [("length", "hint", long, short)]
    assert compare(("The bridge over the river was opened.", "فتح الجسر")) == ()


def test_findings_stand_in_the_order_of_units() -> None:
    found = compare(("on Monday", "يوم الثلاثاء"), ("killed 151", "مقتل 115"), ("on 3 May", "في 4 مايو"))
    assert [(finding.kind, finding.unit) for finding in found] == [("weekday", 0), ("number", 1), ("date", 2)]


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
        ("lieutenant colonel A", "lieutenant colonel"),
    ],
)
def test_an_english_office_goes_by_many_names(text: str, office: str) -> None:
    assert [holder.offices for holder in find_english_holders(text)] == [{office}]


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
        ("نائب عميد البلدية", "deputy mayor"),
        ("عميدة كلية", "dean"),
        ("العميد", "brigadier general"),
        ("الرئيس", "president"),
        ("رئيسة الجمهورية", "president"),
        ("نائب رئيس الجمهورية", "deputy president"),
        ("للأمين العام", "secretary-general"),
        ("اللواء", "major general"),
    ],
)
def test_an_arabic_office_goes_by_many_names(text: str, office: str) -> None:
    assert [holder.offices for holder in find_arabic_holders(text)] == [{office}]


def test_the_head_of_anything_is_no_president() -> None:
    assert find_arabic_holders("رئيس الشركة ورئيس النقابة") == []


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("the Ministry of Foreign Affairs", "ووزارة الخارجية"),
        ("the Department of Social Affairs", "لوزارة الشؤون الاجتماعية"),
        ("the Ministry of Trade and Industry", "وزارة الصناعة والتجارة"),
        ("the ministries of health and education", "وزارتي الصحة والتربية"),
        ("the foreign minister met the Defence Ministry", "التقت الخارجية وزارة الدفاع"),
        ("the Interior Ministry said", "قال وزير الداخلية"),
        ("the Pentagon said", "قالت وزارة الدفاع"),
    ],
)
def test_a_ministry_goes_by_many_names_and_its_minister_may_stand_for_it(english: str, arabic: str) -> None:
    assert compare((english, arabic)) == ()


@pytest.mark.parametrize(
    ("english", "arabic", "conflict"),
    [
        ("Lloyd Austin, the defence secretary, agreed.", "وافق لويد أوستن، وزير الدفاع.", None),
        ("Lloyd Austin, the defence secretary, agreed.", "وافق وزير الدفاع لويد أوستن.", None),
        (
            "Lloyd Austin, the foreign secretary, agreed.",
            "وافق وزير الدفاع لويد أوستن.",
            ("Lloyd Austin, the foreign secretary", "وزير الدفاع لويد أوستن"),
        ),
        (
            "Foreign Secretary Lloyd Austin agreed.",
            "وافق لويد أوستن، وزير الدفاع الأميركي.",
            ("Foreign Secretary Lloyd Austin", "وزير الدفاع"),
        ),
        ("In Baghdad, the foreign secretary met Salma Haddad.", "في بغداد، التقى وزير الدفاع سمير كرم.", None),
    ],
)
def test_an_office_stands_before_its_holder_or_after_him_and_a_comma(
    english: str, arabic: str, conflict: tuple[str, str] | None
) -> None:
    assert [(one.english, one.arabic) for one in compare((english, arabic)) if one.severity == "conflict"] == (
        [conflict] if conflict else []
    )


def test_an_english_general_is_any_of_them() -> None:
    (holder,) = find_english_holders("General A")
    assert {"general", "major general", "brigadier general"} <= holder.offices


_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_PAIRS = st.sampled_from([(row[1], row[2]) for row in TRAPS if row[0] != "decades by their century"])


@seed(3)
@given(st.lists(_PAIRS, max_size=8, unique=True))
def test_digits_of_another_script_change_nothing(pairs: list[tuple[str, str]]) -> None:
    in_other_digits = [(english, arabic.translate(_ARABIC_INDIC)) for english, arabic in pairs]
    assert [one for one in compare(*in_other_digits) if one.severity == "conflict"] == []


@seed(4)
@given(st.lists(st.sampled_from(TRAPS), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_units_changes_nothing(rows: list[tuple[str, ...]], chance: Any) -> None:
    pairs = [(row[3] or row[1], row[2]) for row in rows]
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert _by_text(pairs) == _by_text(shuffled)


def _by_text(pairs: list[tuple[str, str]]) -> set[tuple[tuple[str, str], str, str, str | None, str | None]]:
    return {(pairs[one.unit], one.kind, one.severity, one.english, one.arabic) for one in compare(*pairs)}


@pytest.mark.parametrize(
    "text",
    ["12 killed, ", "1/2 ", "on 3 May ", "Monday ", "at 5:30 ", "dozens ", "General Samir Karam ", "“a b c d e f” "],
)
def test_long_lists_are_compared_in_a_bounded_number_of_steps(text: str) -> None:
    assert len(compare((text * 500, "لا شيء"))) < 10
    assert len(compare((text * 500, "13 قتيلاً في 4 مايو يوم الثلاثاء " * 500))) < 10
