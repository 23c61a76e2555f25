"""Number words of English and Arabic as tables, in match form.

What is left out is left out on purpose: "one" and واحد are pronouns as often as numbers, and صفر is a month too.
"""

from collections.abc import Mapping

from crawler.models.forms import match_form


def _rows(table: str) -> dict[str, int]:
    """Lines "value name name ..." -> name in match form: value."""
    rows = (line.split() for line in table.strip().splitlines())
    return {match_form(name): int(value) for value, *names in rows for name in names}


ENGLISH_UNITS: Mapping[str, int] = _rows("""
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
""")
ENGLISH_TEENS: Mapping[str, int] = _rows("""
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
""")
ENGLISH_TENS: Mapping[str, int] = _rows("""
20 twenty
30 thirty
40 forty fourty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
""")
ENGLISH_SCALES: Mapping[str, int] = _rows("""
100 hundred
1000 thousand
1000000 million mn mln
1000000000 billion bn bln
1000000000000 trillion tn trn
""")
# Ordinals and parts: they answer a number of the other side, but are never a finding themselves.
ENGLISH_ORDINALS: Mapping[str, int] = _rows("""
1 first
2 second
3 third
4 fourth
5 fifth
6 sixth
7 seventh
8 eighth
9 ninth
10 tenth
11 eleventh
12 twelfth
13 thirteenth
14 fourteenth
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth
30 thirtieth
""")
ENGLISH_PLURAL_TENS: Mapping[str, int] = _rows("""
20 twenties
30 thirties
40 forties
50 fifties
60 sixties
70 seventies
80 eighties
90 nineties
""")

# Feminine and masculine, with and without the tanween's alef; construct and case endings.
ARABIC_UNITS: Mapping[str, int] = _rows("""
2 اثنان اثنين اثنتان اثنتين اثنا اثنى اثني اثنتا اثنتي اتنين
3 ثلاث ثلاثة ثلاثا
4 أربع أربعة أربعا
5 خمس خمسة خمسا
6 ست ستة ستا
7 سبع سبعة سبعا
8 ثمان ثماني ثمانية ثمانيا
9 تسع تسعة تسعا
""")
# The units as other numbers join them: احدى عشرة, واحد وعشرون.
ARABIC_UNITS_OF_TEENS: Mapping[str, int] = {**ARABIC_UNITS, **_rows("1 أحد إحدى احد واحد واحدة")}
ARABIC_TEN: Mapping[str, int] = _rows("10 عشر عشرة عشرا")
ARABIC_TENS: Mapping[str, int] = _rows("""
20 عشرون عشرين
30 ثلاثون ثلاثين
40 أربعون أربعين
50 خمسون خمسين
60 ستون ستين
70 سبعون سبعين
80 ثمانون ثمانين
90 تسعون تسعين
""")
ARABIC_HUNDREDS: Mapping[str, int] = _rows("""
100 مئة مائة
200 مئتان مئتين مئتي مئتا مائتان مائتين مائتا مائتي
300 ثلاثمئة ثلاثمائة ثلثمائة
400 أربعمئة أربعمائة
500 خمسمئة خمسمائة
600 ستمئة ستمائة
700 سبعمئة سبعمائة
800 ثمانمئة ثمانمائة ثمانيمئة ثمانيمائة
900 تسعمئة تسعمائة
""")
ARABIC_SCALES: Mapping[str, int] = _rows("""
1000 ألف ألفا آلاف
1000000 مليون مليونا ملايين
1000000000 مليار مليارا مليارات بليون بليونا بلايين بليار
1000000000000 تريليون تريليونا تريليونات ترليون
""")
ARABIC_DUAL_SCALES: Mapping[str, int] = _rows("""
2000 ألفان ألفين ألفي
2000000 مليونان مليونين مليوني
2000000000 ملياران مليارين ملياري بليونين بليونان
2000000000000 تريليونان تريليونين تريليوني
""")
# Duals before what they count, ألفا رجل, and the accusative, 30 ألفاً, are one word once marks are off.
ARABIC_DUALS_OR_SCALES: Mapping[str, int] = _rows("""
2000 ألفا
2000000 مليونا
2000000000 مليارا بليونا
2000000000000 تريليونا
""")
ARABIC_ORDINALS: Mapping[str, int] = _rows("""
2 ثاني ثانية
3 ثالث ثالثة
4 رابع رابعة
5 خامس خامسة
6 سادس سادسة
7 سابع سابعة
8 ثامن ثامنة
9 تاسع تاسعة
10 عاشر عاشرة
11 حادي حادية
""")
ARABIC_DECADES: Mapping[str, int] = {
    match_form(stem + ending): value
    for stem, value in (
        ("عشرين", 20),
        ("ثلاثين", 30),
        ("أربعين", 40),
        ("خمسين", 50),
        ("ستين", 60),
        ("سبعين", 70),
        ("ثمانين", 80),
        ("تسعين", 90),
    )
    for ending in ("ات", "يات")
}
# Parts of a whole, in percent: they answer "50 %" and "0.5" of the other side.
ENGLISH_PARTS: Mapping[str, tuple[str, ...]] = {
    "half": ("50", "0.5", "30"),
    "halves": ("50", "0.5"),
    "third": ("3", "33"),
    "quarter": ("25", "0.25", "4", "15"),
    "quarters": ("75", "0.75", "25"),
    "twice": ("2",),
    "double": ("2",),
    "doubled": ("2",),
    "triple": ("3",),
    "tripled": ("3",),
    "dozen": ("12",),
    "score": ("20",),
    "threefold": ("3",),
    "fourfold": ("4",),
    "fivefold": ("5",),
    "tenfold": ("10",),
}
ARABIC_PARTS: Mapping[str, tuple[str, ...]] = {
    match_form(word): values
    for word, values in (
        ("نصف", ("50", "0.5", "30")),
        ("ثلث", ("33", "3")),
        ("ثلثي", ("66", "67", "2")),
        ("ثلثا", ("66", "67", "2")),
        ("ثلثين", ("66", "67", "2")),
        ("ربع", ("25", "0.25", "4", "15")),
        ("أرباع", ("75", "0.75")),
        ("ضعف", ("2",)),
        ("ضعفي", ("2",)),
        ("ضعفين", ("2",)),
        ("أضعاف", ("3",)),
        ("دزينة", ("12",)),
    )
}
