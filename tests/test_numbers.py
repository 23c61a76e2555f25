"""Numbers in digits and in words, in both languages, and what only looks like one."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, seed
from hypothesis import strategies as st

from crawler.numerals.numbers import find_numbers

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def stated(text: str, language: str) -> list[str]:
    """Each number of a text: what it can mean, "~" before one that is not exact, "%" after a percentage."""
    return [
        "~" * (not number.is_exact)
        + "|".join(f"{value.normalize():f}" for value in sorted(number.values))
        + "%" * number.is_percent
        for number in find_numbers(text, language)
    ]


ARABIC = [
    ("قُتل 151 شخصاً", ["151"]),
    ("قُتل ١٥١ شخصاً", ["151"]),
    ("قُتل ۱۵۱ شخصاً", ["151"]),
    ("16في المئة", ["16%"]),
    ("12،5 في المئة", ["12.5%"]),
    ("3 فاصل 4 ملايين", ["3400000"]),
    ("5 نقاط مئوية", ["5%"]),
    ("اتصلوا بالرقم ٠٠٩٦٣١١٥٥٥٠١٤٧", []),
    ("خمسون في المئة", ["50%"]),
    ("بنسبة 12٫5 بالمائة", ["12.5%"]),
    ("بنسبة ٪٣٠", ["30%"]),
    ("المئة", ["~100"]),
    ("20.000 نازح", ["20|20000"]),
    ("٢٠٬٠٠٠ نازح", ["20|20000"]),
    ("30،000 نازح", ["30|30000"]),
    ("1.234.567 ناخباً", ["1234567"]),
    ("3,5 مليون", ["3500000"]),
    ("30 ألفاً", ["30000"]),
    ("30 ألفاً و500 جندي", ["~500|30000|30500"]),
    ("مليون و200 ألف", ["~200000|1000000|1200000"]),
    ("ثلاثمئة ألف", ["300000"]),
    ("مئة وخمسة وعشرون ألفاً", ["125000"]),
    ("ثلاثة آلاف ومئتان وأربعة", ["3204"]),
    ("تسعمائة وتسعة وتسعين", ["999"]),
    ("مئتا شخص", ["200"]),
    ("أربعة وستة", ["4", "6"]),
    ("بين عشرين وثلاثين", ["20", "30"]),
    ("خمسة وعشرون", ["25"]),
    ("خمسة و عشرون", ["25"]),
    ("أربعاً وثمانين", ["84"]),
    ("ثلاثة عشر جندياً", ["13"]),
    ("إحدى عشرة دولة", ["11"]),
    ("اثنا عشر", ["12"]),
    ("أول عشر سنوات", ["10"]),
    ("القادة الثلاثة", ["3"]),
    ("الدورة الثانية عشرة", ["~12"]),
    ("القرن الحادي عشر", ["~11"]),
    ("بين الحادية عشرة والخامسة", ["~11", "~5"]),
    ("القرن العشرين", ["~20"]),
    ("ثمانينيات القرن الماضي", ["~80|1980"]),
    ("ألفا", ["~1000|2000"]),
    ("مليونا شخص", ["~1000000|2000000"]),
    ("ألفا وخمسمئة شخص", ["~1500|2500"]),
    ("تريليوني دولار", ["2000000000000"]),
    ("ألفين", ["2000"]),
    ("مليوني شخص", ["2000000"]),
    ("يومين وشهرين", []),
    ("نصف مليون", ["~500000|30000000|50000000"]),
    ("عشرات القتلى ومئات الجرحى", []),
    ("لست طبيباً", []),
    ("كمية كبيرة", []),
    ("وُجد ميتا في منزله", []),
    ("شركة ميتا", []),
    ("دفن ميتين", []),
    ("الساعة 4", []),
    ("الساعة الثامنة والنصف", []),
    ("عند 04:00", []),
    ("5 مساءً", []),
    ("كوفيد-19", []),
    ("كيوف-3.وفي الشمال", []),
    ("كيوف-3. ثم", []),
    ("نحو-3.5 مليون", ["3500000"]),
    ("نحو-30%", ["30%"]),
    ("الرمز K12.3 والقائمة QRS-14", []),
    ("31/12/2020", []),
    ("احد", []),
]
ENGLISH = [
    ("a grant of EUR30.5 million", ["30500000"]),
    ("it costs Rs500", ["500"]),
    ("in FY2023", ["2023"]),
    ("globally .08%", ["~0.08%"]),
    ("12 000 tents", ["12000"]),
    ("the 2010/11 season", ["2010", "~11|2011"]),
    ("at 0800 UTC", []),
    ("3½ hours", []),
    ("7pc more", ["7%"]),
    ("killed 1,204 people", ["1204"]),
    ("42.000 people", ["42|42000"]),
    ("rose 7.5 per cent", ["7.5%"]),
    ("rose 7.5%", ["7.5%"]),
    ("sixteen percent", ["16%"]),
    ("$300+ billion", ["300000000000"]),
    ("$5bn", ["5|5000000000"]),
    ("1.7 million four years ago", ["1700000", "4"]),
    ("two hundred and five", ["205"]),
    ("twenty-five", ["25"]),
    ("thirty thousand five hundred", ["30500"]),
    ("from two to four", ["~2", "4"]),
    ("four and six", ["4", "6"]),
    ("a dozen of them", ["~12"]),
    ("twice", ["~2"]),
    ("a thousand", ["~1000"]),
    ("dozens and hundreds", []),
    ("one of them", []),
    ("the twenty-first century", ["~21"]),
    ("the 21st century", ["~21"]),
    ("the 1930s", ["~1930"]),
    ("1950-53", ["1950", "~53|1953"]),
    ("2019–20", ["2019", "~20|2020"]),
    ("since mid-2016", ["2016"]),
    ("a 7-year-old", ["7"]),
    ("at 5.30pm", []),
    ("at 5:30", []),
    ("at 11 o'clock", []),
    ("6-foot-6", []),
    ("HCoV-NL63, BNT162, COVID-19, F-16, 5G", []),
    ("K12.3, QRS-14, K12.3-B, Table2.3", []),
    ("the virus is QoV-3.In the north 40 died", ["40"]),
    ("it is K12.3.The 40 died", ["40"]),
    ("call +961 1 123 456 or 01 234 567", []),
    ("https://example.org/2024/01 and @user7", []),
    ("version 1.2.3", []),
    ("1" * 40, []),
]


@pytest.mark.parametrize(("text", "numbers"), ARABIC)
def test_an_arabic_text_states_these_numbers(text: str, numbers: list[str]) -> None:
    assert stated(text, "ar") == numbers


@pytest.mark.parametrize(("text", "numbers"), ENGLISH)
def test_an_english_text_states_these_numbers(text: str, numbers: list[str]) -> None:
    assert stated(text, "en") == numbers


def test_of_a_third_language_the_digits_are_read_and_no_words() -> None:
    assert [sorted(number.values) for number in find_numbers("Les six villages, 24 centimètres", "fr")] == [[24]]


def test_a_number_knows_where_it_stands_in_the_text_as_published() -> None:
    text = "قُتِلَ ثَلاثَةٌ و٢٫٥ مليون"
    assert [text[number.start : number.end] for number in find_numbers(text, "ar")] == ["ثَلاثَةٌ", "٢٫٥ مليون"]


@seed(1)
@given(st.integers(min_value=2, max_value=10**12))
def test_a_number_is_the_same_in_digits_of_either_script(value: int) -> None:
    western, eastern = f"بلغ {value:,} شخصاً", f"بلغ {value:,} شخصاً".translate(ARABIC_INDIC)
    values = [number.values for number in find_numbers(western, "ar")]
    assert values == [number.values for number in find_numbers(eastern, "ar")]
    assert Decimal(value) in values[0]


@seed(2)
@given(st.text(alphabet="0123456789٠٣٫٬.,:-/% +()$andمئةألفو خمسينat", max_size=60), st.sampled_from(["en", "ar"]))
def test_numbers_of_any_text_are_in_order_and_do_not_overlap(text: str, language: str) -> None:
    spans = [(number.start, number.end) for number in find_numbers(text, language)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    "text", ["ألف وخمسة ملايين و" * 5_000, "و " * 20_000, "1/" * 20_000, "1" * 50_000, "12 " * 20_000]
)
def test_long_runs_of_number_words_and_digits_are_read(text: str) -> None:
    assert len(find_numbers(text, "ar")) < len(text)
