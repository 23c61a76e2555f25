"""What only looks like a difference between English and Arabic numbers and dates, and what is one.

Each row has a trap, a sentence in both languages that says the same, and the same sentences with one thing changed.
"""

import pytest

from crawler.models import Severity
from tests.compared import compare

TRAPS = [
    ("twenty-one", "21 towns", "واحد وعشرون بلدة", "31 towns", "واحد وأربعون بلدة"),
    ("twenty-first", "the 21st century", "القرن الحادي والعشرين", "the 19th century", "القرن الثامن عشر"),
    (
        "the second of two months",
        "in January, 30 died",
        "في كانون الثاني، قتل 30",
        "in January, 40 died",
        "في كانون الثاني، قتل 50",
    ),
    (
        "a Roman numeral",
        "World War II and 30 tanks",
        "الحرب العالمية الثانية و30 دبابة",
        "World War II and 40 tanks",
        "الحرب العالمية الثانية و50 دبابة",
    ),
    ("again is no second", "30 came again", "جاء 30 مرة ثانية", "40 came again", "جاء 50 مرة ثانية"),
    ("a hundred in a percentage", "12% of them", "12 في المئة منهم", "13% of them", "14 في المئة منهم"),
    ("a percentage in one word", "fifty percent of it", "خمسون بالمائة منه", "sixty percent of it", "ستون بالمائة منه"),
    (
        "a hundred beside a percentage",
        "100 people, 5%",
        "مئة شخص، 5 في المئة",
        "200 people, 5%",
        "مئتا شخص، 5 في المئة",
    ),
    ("a point for thousands in Arabic", "20,000 displaced", "20.000 نازح", "30,000 displaced", "30.000 نازح"),
    ("a point for thousands in English", "42.000 displaced", "42 ألف نازح", "43.000 displaced", "24 ألف نازح"),
    (
        "decades by their century",
        "in the 1930s",
        "في ثلاثينيات القرن العشرين",
        "in the 1950s",
        "في أربعينيات القرن العشرين",
    ),
    ("a century", "in the 20th century", "في القرن العشرين", "in the 19th century", "في القرن التاسع عشر"),
    ("a short second year", "the war of 1950-53", "حرب 1950-1953", "the war of 1950-54", "حرب 1950-1955"),
    ("a season with a dash", "the 2019–20 season", "موسم 2019-2020", "the 2018–20 season", "موسم 2017-2020"),
    (
        "two numbers joined by and",
        "four and six of them",
        "أربعة وستة منهم",
        "four and seven of them",
        "أربعة وتسعة منهم",
    ),
    ("a range in words", "two to four days", "من يومين إلى أربعة أيام", "two to five days", "من يومين إلى ستة أيام"),
    ("units before tens", "25 were hurt", "أصيب خمسة وعشرون", "52 were hurt", "أصيب خمسة وثلاثون"),
    ("a detached and", "84 were hurt", "أصيب أربعة و ثمانون", "48 were hurt", "أصيب أربعة و تسعون"),
    ("tanween", "84 shells", "أربعاً وثمانين قذيفة", "48 shells", "أربعاً وتسعين قذيفة"),
    (
        "alpha is no thousand",
        "the alpha variant, 3 cases",
        "متحور ألفا، 3 حالات",
        "the alpha variant, 4 cases",
        "متحور ألفا، 5 حالات",
    ),
    ("a thousand", "a thousand tents", "ألف خيمة", "nine thousand tents", "سبعة آلاف خيمة"),
    (
        "dead is no two hundred",
        "found dead with 3 others",
        "وجد ميتا مع 3 آخرين",
        "found dead with 4 others",
        "وجد ميتا مع 5 آخرين",
    ),
    ("I am not is no six", "I am not one of the 9", "لست من التسعة", "I am not one of the 8", "لست من السبعة"),
    (
        "an amount is no hundred",
        "a quantity of 40 rifles",
        "كمية من 40 بندقية",
        "a quantity of 50 rifles",
        "كمية من 60 بندقية",
    ),
    ("the twelfth round", "the 12th round", "الجولة الثانية عشرة", "the 13th round", "الجولة الخامسة عشرة"),
    ("twelve o'clock", "at 12:00", "عند الثانية عشرة ظهراً", "at 11:00", "عند العاشرة ظهراً"),
    (
        "the first ten is no eleven",
        "in the first ten days",
        "في أول عشرة أيام",
        "in the first seven days",
        "في أول تسعة أيام",
    ),
    (
        "a number glued to a word",
        "16 percent and 30 shells",
        "16في المئة و30قذيفة",
        "17 percent and 30 shells",
        "16في المئة و40قذيفة",
    ),
    ("names with digits", "COVID-19 killed 40", "قتل كوفيد-19 أربعين", "COVID-19 killed 50", "قتل كوفيد-19 ستين"),
    (
        "more names with digits",
        "HCoV-NL63 and BNT162 in 30 labs",
        "HCoV-NL63 وBNT162 في 30 مختبراً",
        "HCoV-NL63 and BNT162 in 20 labs",
        "HCoV-NL63 وBNT162 في 50 مختبراً",
    ),
    (
        "a name with a number after a stop",
        "filed as K12.3 in 40 clinics",
        "سُجل تحت الرمز كي 12.3 في 40 عيادة",
        "filed as K12.3 in 50 clinics",
        "سُجل تحت الرمز كي 12.3 في 60 عيادة",
    ),
    (
        "a dotted name in Latin letters on both sides",
        "filed as K12.3 in 40 clinics",
        "سُجل تحت الرمز K12.3 في 40 عيادة",
        "filed as K12.4 in 40 clinics",
        "سُجل تحت الرمز K12.5 في 40 عيادة",
    ),
    (
        "a name of which one side says only the number",
        "by the QRS-14 list, 40 clinics closed",
        "بحسب القائمة الـ 14 أغلقت 40 عيادة",
        "by the QRS-14 list, 50 clinics closed",
        "بحسب القائمة الـ 14 أغلقت 60 عيادة",
    ),
    (
        "a sentence glued to a name's number",
        "the virus is QoV-3.In the north 40 died",
        "الفيروس هو كيوف-3.وفي الشمال مات 40",
        "the virus is QoV-3.In the north 50 died",
        "الفيروس هو كيوف-3.وفي الشمال مات 60",
    ),
    (
        "a number glued to the word for a table",
        "Table2.3 lists 40 towns",
        "يسرد الجدول 2.3 أسماء 40 بلدة",
        "Table2.3 lists 50 towns",
        "يسرد الجدول 2.3 أسماء 60 بلدة",
    ),
    (
        "a magnitude joined by a hyphen",
        "a magnitude-6.2 quake killed 40",
        "زلزال بقوة 6.2 قتل 40",
        "a magnitude-6.2 quake killed 50",
        "زلزال بقوة 6.2 قتل 60",
    ),
    ("an hour in digits", "at 04:00", "عند الساعة 4", "at 05:00", "عند الساعة 6"),
    ("half past", "at 8:30", "عند الثامنة والنصف", "at 9:30", "عند السابعة والنصف"),
    ("hours of half a day", "at 5.30pm", "عند الساعة 17:30", "at 6.30pm", "عند الساعة 18:40"),
    ("a point or a colon in a time", "at 5.30pm", "عند 5:30 مساءً", "at 5.40pm", "عند 5:50 مساءً"),
    ("a dual of days", "for two days", "لمدة يومين", "for three days", "لمدة خمسة أيام"),
    ("a dual of months", "within 2 months", "خلال شهرين", "within 3 months", "خلال أربعة أشهر"),
    ("a dual of millions", "two million people", "مليوني شخص", "three million people", "ثلاثة ملايين شخص"),
    ("a dual of thousands", "2,000 tents", "ألفي خيمة", "3,000 tents", "أربعة آلاف خيمة"),
    ("half a million", "half a million people", "نصف مليون شخص", None, None),
    ("twice", "twice as many as the 30", "ضعف عدد الثلاثين", "twice as many as the 40", "ضعف عدد الخمسين"),
    ("half and per cent", "half of the 80", "50 في المئة من الثمانين", "half of the 90", "50 في المئة من السبعين"),
    ("dozens", "dozens of wounded", "عشرات الجرحى", "thousands of wounded", "مئات الجرحى"),
    (
        "hundreds of thousands",
        "hundreds of thousands fled",
        "فر مئات الآلاف",
        "tens of thousands fled",
        "فر عشرات الآلاف",
    ),
    ("thousands with a number", "three thousand fled", "فر ثلاثة آلاف", "four thousand fled", "فر خمسة آلاف"),
    (
        "a telephone number turned round",
        "call 01 234 567",
        "اتصلوا على 567 234 01",
        "call 01 234 568",
        "اتصلوا على 569 234 01",
    ),
    ("day and month in either order", "on 31 December", "في 31/12/2023", "on 30 December", "في 29/12/2023"),
    (
        "May is a verb",
        "they may leave on 3 June",
        "قد يغادرون في 3 حزيران",
        "they may leave on 4 June",
        "قد يغادرون في 5 حزيران",
    ),
    ("March is a verb", "they march in July", "يسيرون في تموز", "they march in June", "يسيرون في آب"),
    ("May is a month", "early in May", "في أوائل أيار", "early in March", "في أوائل آذار"),
    (
        "May is a person",
        "Theresa May came in July",
        "جاءت تيريزا ماي في يوليو",
        "Theresa May came in June",
        "جاءت تيريزا ماي في يونيو",
    ),
    ("a father is no August", "a father of 3", "أب لثلاثة", "a father of 4", "أب لخمسة"),
    (
        "nobody is no Sunday",
        "nobody came on Friday",
        "لم يأت أحد يوم الجمعة",
        "nobody came on Monday",
        "لم يأت أحد يوم الخميس",
    ),
    (
        "the two is no Monday",
        "the two met on Friday",
        "التقى الاثنان يوم الجمعة",
        "the two met on Tuesday",
        "التقى الاثنان يوم الخميس",
    ),
    (
        "Saturday and Sunday",
        "on Saturday and Sunday",
        "يومي السبت والأحد",
        "on Friday and Sunday",
        "يومي السبت والاثنين",
    ),
    ("a month named twice", "on 17 October", "في 17 تشرين الأول/أكتوبر", "on 17 November", "في 17 تشرين الثاني/نوفمبر"),
    ("a month of the Maghreb", "in August", "في شهر غشت", "in July", "في شهر يوليوز"),
    ("a month of Algeria", "on 5 July", "في 5 جويلية", "on 5 June", "في 5 جوان"),
    ("a month that no month has", "on 21 February", "في 21 شباط", "on 41 February", "في 71 شباط"),
    ("zero is no month", "from zero to 30", "من صفر إلى 30", "from zero to 40", "من صفر إلى 50"),
    ("billions of the press", "5 billion", "5 بلايين", "6 billion", "7 بلايين"),
    ("a scale glued to digits", "€3.1billion", "3,1 مليار يورو", "€4.1billion", "3,2 مليار يورو"),
    ("Arabic-Indic digits", "killed 1,204", "قتل ١٬٢٠٤", "killed 1,205", "قتل ١٬٢٠٦"),
    ("hundreds in one word", "450 families", "أربعمئة وخمسون عائلة", "540 families", "خمسمائة وخمسون عائلة"),
    ("thousands and a number after them", "30,000 men and 500 tanks", "30 ألفاً و500 دبابة", None, None),
    (
        "a day of Hijri is none of ours",
        "in Ramadan, on 3 May",
        "في رمضان، في 3 مايو",
        "in Ramadan, on 4 May",
        "في رمضان، في 5 مايو",
    ),
]


@pytest.mark.parametrize(("english", "arabic"), [row[1:3] for row in TRAPS], ids=[row[0] for row in TRAPS])
def test_a_trap_is_no_difference(english: str, arabic: str) -> None:
    assert compare((english, arabic)) == ()


@pytest.mark.parametrize(
    ("english", "arabic"),
    [pair for row in TRAPS for pair in ((row[3], row[2]), (row[1], row[4])) if None not in pair],
    ids=[f"{row[0]}, {side}" for row in TRAPS for side in ("English", "Arabic") if row[3 + (side == "Arabic")]],
)
def test_with_one_thing_changed_it_is_a_conflict(english: str, arabic: str) -> None:
    found = compare((english, arabic))
    assert [finding.severity for finding in found] == [Severity.CONFLICT], found
