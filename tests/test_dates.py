"""Dates as English and Arabic pages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dates import DateReading, is_dateline, is_relative_date, is_updated_label, read_date, read_dates

# Every name a month bears, January first; written out here so that the tables of the program are checked.
NAMES = {
    "English": "January February March April May June July August September October November December",
    "English, short": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "Levantine": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "Levantine, bare": "كانون_ثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_أول تشرين_ثاني كانون_أول",
    "Palestinian": "كانون_ثانٍ شباط آذار نيسان نوّار حزيران تمّوز آب أيلول تشرين_أوّل تشرين_ثانٍ كانون_أوّل",
    "Egyptian": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "Egyptian, other": "يناير فبراير مارس إبريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر",
    "Sudanese": "يناير فبراير مارس ابريل مايو يونية يولية أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "Algerian": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "Moroccan": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "Mauritanian": "يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر",
    "Libyan": "أي_النار النوار الربيع الطير الماء الصيف ناصر هانيبال الفاتح التمور الحرث الكانون",
    "with tashkeel": "يَنَايِر فِبْرَايِر مَارِس أَبْرِيل مَايُو يُونْيُو يُولْيُو أَغُسْطُس سِبْتَمْبَر أُكْتُوبَر نُوفَمْبَر دِيسَمْبَر",
    "with tatweel": "ينـاير فبـراير مـارس أبـريل مـايو يونـيو يولـيو أغسـطس سبتـمبر أكتـوبر نوفـمبر ديسـمبر",
}
MONTHS = {table: [name.replace("_", " ") for name in names.split()] for table, names in NAMES.items()}
WEEKDAYS = {
    "English": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "English, short": ["Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun"],
    "Arabic": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "Arabic, other": ["الإثنين", "الثلثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "الاحد"],
}
ASCII = "0123456789"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"

# Text, then year, month, day.
WHOLE_DATES = [
    ("26 January 2024", 2024, 1, 26),
    ("January 26, 2024", 2024, 1, 26),
    ("JANUARY 26TH, 2024", 2024, 1, 26),
    ("26th of January, 2024", 2024, 1, 26),
    ("26 Jan. 2024", 2024, 1, 26),
    ("26-Jan-2024", 2024, 1, 26),
    ("26-Jan-24", 2024, 1, 26),
    ("2024 January 26", 2024, 1, 26),
    ("26 may 2024", 2024, 5, 26),
    ("2024-01-26", 2024, 1, 26),
    ("2024/1/26", 2024, 1, 26),
    ("2024-02-03", 2024, 2, 3),
    ("26.01.2024", 2024, 1, 26),
    ("26/1/2024", 2024, 1, 26),
    ("01/26/2024", 2024, 1, 26),
    ("05/05/2024", 2024, 5, 5),
    ("31/12/99", 1999, 12, 31),
    ("29 February 2024", 2024, 2, 29),
    ("26 كانون الثاني 2024", 2024, 1, 26),
    ("كانون الثاني 26, 2024", 2024, 1, 26),
    ("17 تشرين الأوّل/أكتوبر 2023", 2023, 10, 17),
    ("17 تشرين الأول / أكتوبر 2023", 2023, 10, 17),
    ("17 تشرين الأول (أكتوبر) 2023", 2023, 10, 17),
    ("17 أكتوبر/ تشرين الأول 2023", 2023, 10, 17),
    ("7 من تشرين الأول/أكتوبر 2023", 2023, 10, 7),
    ("26 يناير/كانون الثاني 2024", 2024, 1, 26),
    ("26 يناير - كانون الثاني 2024", 2024, 1, 26),
    ("٢٦ يناير ٢٠٢٤ م", 2024, 1, 26),
    ("26 يناير 2024م", 2024, 1, 26),
    ("۲۶ ینایر ۲۰۲۴", 2024, 1, 26),
    ("٢٠٢٤/١/٢٦", 2024, 1, 26),
    ("22\u200f/3\u200f/2024", 2024, 3, 22),
    ("26\u00a0يناير\u00a02024", 2024, 1, 26),
    ("\u200f٢٦ كانون\u00a0الثاني ٢٠٢٤\u200f", 2024, 1, 26),
    ("13 ديسمبر2018", 2018, 12, 13),
    ("في26يناير 2024", 2024, 1, 26),
    ("10 حزيران عام 2013", 2013, 6, 10),
    ("6 أبريل، 2024", 2024, 4, 6),
    ("26 من شهر يناير من العام 2024", 2024, 1, 26),
    ("يناير 26, 2024", 2024, 1, 26),
    ("2024 يناير 26", 2024, 1, 26),
    ("26/يناير/2024", 2024, 1, 26),
    ("26-يناير-2024", 2024, 1, 26),
    ("12 ك٢ 2024", 2024, 1, 12),
    ("15 رجب 1445 هـ الموافق 26 يناير 2024", 2024, 1, 26),
    ("26 يناير 2024 الموافق 15 رجب 1445 هـ", 2024, 1, 26),
    ("Baghdad has 151 attacks since 17 October 2023, Reuters says", 2023, 10, 17),
]


@pytest.mark.parametrize(("text", "year", "month", "day"), WHOLE_DATES, ids=[row[0] for row in WHOLE_DATES])
def test_a_whole_date_is_read_whatever_its_form(text: str, year: int, month: int, day: int) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.year, reading.month, reading.day, reading.ambiguous) == (year, month, day, False)
    assert reading.precision == "day"


@pytest.mark.parametrize("table", MONTHS)
def test_every_name_of_every_month_is_known(table: str) -> None:
    readings = [read_date(f"12 {name} 2024") for name in MONTHS[table]]
    read = [(reading.year, reading.month, reading.day) for reading in readings if reading]
    assert read == [(2024, month, 12) for month in range(1, 13)]


@pytest.mark.parametrize("table", WEEKDAYS)
def test_every_weekday_beside_a_date_is_known(table: str) -> None:
    readings = [read_date(f"{name}، 26 يناير") for name in WEEKDAYS[table]]
    assert [reading.weekday for reading in readings if reading] == list(range(7))


# A day and a month without a year.
DAYS_OF_NO_YEAR = [
    ("26 January", 1, 26),
    ("Jan 26", 1, 26),
    ("26th Jan.", 1, 26),
    ("On May 5 the talks began", 5, 5),
    ("26 كانون الثاني", 1, 26),
    ("5 جويلية", 7, 5),
    ("13 آب", 8, 13),
    ("5 ماي", 5, 5),
    ("5 جوان", 6, 5),
    ("منذ 17 تشرين الأوّل/أكتوبر الماضي", 10, 17),
    ("29 شباط", 2, 29),
    ("مارس 8", 3, 8),
    ("26 January 1430 GMT", 1, 26),
    ("1 الفاتح", 9, 1),
]


@pytest.mark.parametrize(("text", "month", "day"), DAYS_OF_NO_YEAR, ids=[row[0] for row in DAYS_OF_NO_YEAR])
def test_a_year_that_is_not_stated_stays_unknown(text: str, month: int, day: int) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.year, reading.month, reading.day, reading.precision) == (None, month, day, "day-month")


NO_DATES = [
    "",
    "31 شباط",
    "31 شباط 2024",
    "30 February 2024",
    "2024-02-30",
    "2023-02-29",
    "32 January 2024",
    "0 يناير 2024",
    "15 رجب 1445 هـ",
    "15 شعبان",
    "15/07/1445هـ",
    "15/07/1445",
    "آب قال إنه سعيد",
    "ناصر والنوار",
    "قال ناصر إن 3 ناصر معه",
    "رأى 5 من الطير في البحر",
    "May I come in at 5?",
    "The 12 may leave",
    "the 300 march on",
    "in January 26 people died",
    "وفي يناير 26 قتيلا",
    "1950-53",
    "2019–20",
    "COVID-19",
    "HCoV-NL63 and BNT162",
    "في المئة 20.000",
    "12.5% of 42.000",
    "04:00",
    "ثلاثينيات القرن العشرين",
    "+964 770 123 4567",
    "192.168.10.12",
    "formation 4-3-3",
    "3 أهداف في 90 دقيقة",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_or_cannot_be_is_none(text: str) -> None:
    assert read_date(text) is None


# Text, then what all the possible days share: year, month, day.
AMBIGUOUS = [
    ("03/04/2024", 2024, None, None),
    ("٠٣/٠٤/٢٠٢٤", 2024, None, None),
    ("26/01/24", None, None, None),
    ("26-28 January 2024", 2024, 1, 26),
    ("26 و27 يناير 2024", 2024, 1, 26),
    ("31 تشرين الأول/ديسمبر عام 2020", 2020, None, 31),
]


@pytest.mark.parametrize(("text", "year", "month", "day"), AMBIGUOUS, ids=[row[0] for row in AMBIGUOUS])
def test_what_can_be_read_in_two_ways_is_ambiguous(
    text: str, year: int | None, month: int | None, day: int | None
) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.year, reading.month, reading.day, reading.ambiguous) == (year, month, day, True)


def test_the_weekday_stated_settles_the_order_of_day_and_month() -> None:
    reading = read_date("Wednesday 03/04/2024")
    assert reading is not None
    assert (reading.month, reading.day, reading.weekday, reading.ambiguous) == (4, 3, 2, False)


@pytest.mark.parametrize(
    ("text", "year", "month", "precision"),
    [
        ("January 2024", 2024, 1, "month"),
        ("كانون الثاني/يناير 2024", 2024, 1, "month"),
        ("مايو من العام 2023", 2023, 5, "month"),
        ("2024", 2024, None, "year"),
    ],
)
def test_a_month_or_year_alone_is_read_as_such(text: str, year: int, month: int | None, precision: str) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.year, reading.month, reading.day, reading.precision) == (year, month, None, precision)


# Text, then local time and zone as written.
TIMES = [
    ("2024-01-26T08:00:00+03:00", "08:00", "+03:00"),
    ("2024-01-26T08:00-03:00", "08:00", "-03:00"),
    ("2024-01-26T23:30:00.000Z", "23:30", "Z"),
    ("2024-01-26 08:00:00 +0300", "08:00", "+0300"),
    ("Fri, 26 Jan 2024 08:00:00 GMT", "08:00", "GMT"),
    ("Fri Jan 26 2024 08:00:00 GMT+0300 (Arabian Standard Time)", "08:00", "GMT+0300"),
    ("26 January 2024 at 5.30pm", "17:30", None),
    ("26 January 2024, 5:30 p.m. EST", "17:30", "EST"),
    ("14:02 - 26/1/2024", "14:02", None),
    ("26 يناير 2024 08:30 ص", "08:30", None),
    ("26 يناير 2024 - 08:30 م", "20:30", None),
    ("26 يناير 2024، 8:30 مساءً بتوقيت غرينتش", "20:30", "بتوقيت غرينتش"),
    ("26 يناير 2024، 10:12 غرينتش+2", "10:12", "غرينتش+2"),
    ("26 يناير 2024 | ١٢:٠٥ ص", "00:05", None),
    ("26 يناير 2024 12:05 ظهرًا", "12:05", None),
    ("26 يناير 2024 2:05 بعد الظهر", "14:05", None),
    ("26 يناير 2024 2:05 فجراً", "02:05", None),
    ("26 يناير 2024 11:05 ليلاً", "23:05", None),
    ("26 يناير 2024 1:05 ليلاً", "01:05", None),
    ("الساعة 14:30 الجمعة 26 يناير 2024", "14:30", None),
    ("26 يناير 2024 الساعة 4 مساء", "16:00", None),
    ("14/03/2020 14h30", "14:30", None),
    ("26 January 2024 10:00-12:00", "10:00", None),
]


@pytest.mark.parametrize(("text", "time", "zone"), TIMES, ids=[row[0] for row in TIMES])
def test_the_local_time_and_the_zone_beside_a_date_are_kept(text: str, time: str, zone: str | None) -> None:
    reading = read_date(text)
    assert reading is not None
    assert (reading.time, reading.zone, reading.precision) == (time, zone, "instant")


@pytest.mark.parametrize("time", ["25:00", "14:75"])
def test_an_impossible_time_is_left_out(time: str) -> None:
    reading = read_date(f"26 January 2024 {time}")
    assert reading is not None
    assert (reading.time, reading.precision) == (None, "day")


def test_the_reading_says_where_it_stands_in_the_text_as_written() -> None:
    text = "بغداد: الجمعة، ٢٦ يَنَـاير ٢٠٢٤ - ٠٨:٣٠ مساءً (بتوقيت بغداد) وقال"
    phrase = "الجمعة، ٢٦ يَنَـاير ٢٠٢٤ - ٠٨:٣٠ مساءً (بتوقيت بغداد)"
    start = text.index(phrase)
    assert read_date(text) == DateReading(
        day=26,
        month=1,
        year=2024,
        weekday=4,
        start=start,
        end=start + len(phrase),
        zone="بتوقيت بغداد",
        time="20:30",
        precision="instant",
        ambiguous=False,
    )


def test_every_date_of_a_text_is_found_in_order() -> None:
    text = "Published 26 January 2024 | Updated 27/1/2024, 15 رجب 1445 هـ, 31 شباط, ٥ آب"
    found = [(reading.year, reading.month, reading.day) for reading in read_dates(text)]
    assert found == [(2024, 1, 26), (2024, 1, 27), (None, 8, 5)]


@given(
    day=st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    table=st.sampled_from(sorted(MONTHS)),
    digits=st.sampled_from([ASCII, ARABIC_INDIC, PERSIAN]),
    form=st.sampled_from(
        [
            "{day} {month} {year}",
            "{day} {month}، {year} م",
            "{month} {day}, {year}",
            "نشر في: {day} {month} {year} - 14:30",
        ]
    ),
)
def test_a_date_written_in_any_dialect_and_digits_is_read_back(day: date, table: str, digits: str, form: str) -> None:
    if table == "Libyan":  # everyday words: only the whole date, day first, makes them months
        form = "{day} {month} {year}"
    text = form.format(day=day.day, month=MONTHS[table][day.month - 1], year=day.year)
    text = text.translate(str.maketrans(ASCII, digits))
    reading = read_date(text)
    assert reading is not None
    assert (reading.year, reading.month, reading.day) == (day.year, day.month, day.day)
    assert reading.ambiguous is False


@given(st.text(alphabet="0123456789٢٦/-.: ,،()يناير كانون الثاني May marchمص\u064b\u200f\u0640", max_size=200))
def test_no_text_breaks_the_reading_and_spans_lie_within_it(text: str) -> None:
    for reading in read_dates(text):
        assert 0 <= reading.start < reading.end <= len(text)
        assert reading.day is None or reading.month is None or date(reading.year or 2000, reading.month, reading.day)
    assert is_dateline(text) in (True, False)


DATELINES = [
    "Wednesday, 08 Apr 2020 11:39 PM MYT",
    "Apr 2, 2020 2:00 pm US Eastern Time",
    "2 Apr 2020 14:00 Makkah time",
    "26 January",
    "26 كانون الثاني",
    "الأربعاء , 18 نوفمبر 2026 - الساعة:19:22:41",
    "الجمعة، ٢٦ يناير ٢٠٢٤ - ١٤:٣٠",
    "بغداد - 26 كانون الثاني 2024",
    "غزة، 26 كانون الثاني 2024",
    "New York, January 26, 2024",
    "Published 26 January 2024",
    "Published: 10:00am, 20 Jan, 2020",
    "Published 26 January 2024 | Updated 27 January 2024 14:30 GMT",
    "Published Jun 04, 2026 • Last updated 1 day ago • 2 minute read",
    "Posted on Jan 26, 2024 at 5:30 pm EST",
    "Last updated: Fri 26 Jan 2024 08.30 GMT",
    "26 January 2024, Friday",
    "• 26 Jan 2024",
    "03/04/2024",
    "2024-01-26T08:00:00+03:00",
    "14:30 | الجمعة | 26 يناير 2024",
    "نشر في 26 يناير 2024",
    "نُشر في: 26/1/2024 (آخر تحديث: 27/1/2024)",
    "تاريخ النشر: 26/01/2024",
    "آخر تحديث: 26 يناير 2024 - 14:02 بتوقيت غرينتش",
    "آخر تحديث: ٢٦ يناير ٢٠٢٤ ٠٨:٣٠ م",
    "التاريخ: 2024-01-26",
    "الأحد 4 شباط 2024 الساعة 08:30 ص",
    "الجمعة 26 يناير 2024 م الموافق 14 رجب 1445 هـ",
    "15 رجب 1445 هـ",
    "11 شوال 1441هـ - 03 يونيو 2020م",
    "16 يوليو 2023 · 3 دقائق قراءة",
    "27 مارس 2024 · دقيقة واحدة",
    "02. Januar 2020, 14:05 Uhr",
    "Zuletzt aktualisiert: 2. Januar 2020",
    "Publié le 2 janvier 2020 à 10h30",
    "Mis à jour le 2 janvier 2020",
    "martes, 17 de marzo de 2020",
    "Publicado el 17/03/2020",
    "Опубликовано 13 января 2020 г.",
    "Data publikacji: 2 stycznia 2020",
    "2 Ocak 2020 Perşembe",
    "Güncelleme: 05.04.2025",
    "2020年1月2日",
    "입력 2026.01.29 18:40",
    "Δημοσιεύθηκε: 2 Ιανουαρίου 2020",
    "دمشق ١٢ كانون الأول ٢٠٢٢",
    "دير الزور الأحد 3 أيار 2020",
    "Damascus 12 December 2022",
    "NEW YORK/GENEVA (3 May 2020)",
    "Geneva/Damascus, 3 May 2020",
    "3 May 2020, Geneva",
    "12 شباط 2019 | عمّان",
    "Terbol, Lebanon – Sunday 11 June 2023",
    "عربت، إقليم كردستان - 3 أيار 2020",
    "صدر في دمشق بتاريخ 3 أيار 2020",
    "Issued in Damascus on 3 May 2020",
    "2025年1月13日（月） 21時37分",
    "2025年1月13日 午後9時37分",
    "2025년 1월 13일 21시 07분",
    "발행일 2025.01.13",
    "Stand: 13.01.2025 21:37 Uhr",
    "Soria (España) - 13 ene 2025 - 21:37 CET",
]
NO_DATELINES = [
    "",
    "Deadline 12 December 2026",
    "Rana Haddad 4 November 2026",
    "Rana Haddad/Omar Aziz, 4 November 2026",
    "صدر في دمشق كتاب عن 3 أيار 2020",
    "On 26 January the minister said",
    "قال الوزير في 26 يناير 2024",
    "منذ 17 تشرين الأول/أكتوبر الماضي",
    "انتخابات 15 أكتوبر 2023",
    "5 آب 2020: انفجار مرفأ بيروت",
    "By John Smith, 26 January 2024",
    "بقلم سامي - 26 يناير 2024",
    "Omar Aziz 20:00, 29 Jan 2024",
    "Elections: 15 October 2023",
    "Sept. 6, 1946:",
    "26-28 January 2024",
    "July 28-Aug. 12, 1984",
    "26 يناير - 3 فبراير 2024",
    "31 شباط 2024",
    "2024",
    "May",
    "آب",
    "الجمعة",
    "14:30",
    "3 hours ago",
    "Von Hans Weber, 2. Januar 2020",
    "Le 2 janvier 2020, le ministre",
    "Wahl am 2. Januar 2020",
    "Lavrentyev confirmed that the withdrawal of the forces will be followed by another. 26 January 2024",
]


@pytest.mark.parametrize("text", DATELINES)
def test_a_block_that_is_only_a_date_is_a_dateline(text: str) -> None:
    assert is_dateline(text) is True


@pytest.mark.parametrize("text", NO_DATELINES)
def test_a_block_with_anything_else_is_no_dateline(text: str) -> None:
    assert is_dateline(text) is False


RELATIVE_DATES = [
    "3 hours ago",
    "an hour ago",
    "3h ago",
    "Updated 2 hours ago",
    "just now",
    "yesterday",
    "منذ 3 ساعات",
    "منذ ٥ دقائق",
    "قبل يومين",
    "منذ ساعة",
    "منذ ثلاث ساعات",
    "منذ ساعة و 5 دقائق",
    "قبل أسبوع",
    "نشر منذ شهرين",
    "أمس",
]


@pytest.mark.parametrize("text", RELATIVE_DATES)
def test_a_block_that_only_counts_from_now_is_a_relative_date(text: str) -> None:
    assert is_relative_date(text) is True
    assert is_dateline(text) is False


@pytest.mark.parametrize("text", ["", "26 January", "3 hours ago he said", "قبل يومين قال الوزير"])
def test_any_other_block_is_no_relative_date(text: str) -> None:
    assert is_relative_date(text) is False


@pytest.mark.parametrize(
    ("text", "is_updated"),
    [
        ("Updated 27 January 2024", True),
        ("Last modified: 2024-01-01", True),
        ("Last updated", True),
        ("Update: 3 hours ago", True),
        ("آخر تحديث: 27/1/2024", True),
        ("تم التحديث في 5 مايو", True),
        ("حُدّث في 5 مايو", True),
        ("محدث : 20.11.2026", True),
        ("26 January 2024", False),
        ("نشر في 5 مايو", False),
        ("تاريخ النشر 5 مايو", False),
        ("Published 26 Jan, updated 27 Jan", False),
        ("Zuletzt aktualisiert: 2. Januar 2020", True),
        ("Mis à jour le 2 janvier 2020", True),
        ("Обновлено 13 января 2020", True),
        ("Publié le 2 janvier 2020", False),
        ("Updated rules for hospitals came into force on 5 May", False),
        ("", False),
    ],
)
def test_an_updated_line_is_told_from_a_published_one(text: str, is_updated: bool) -> None:
    assert is_updated_label(text) is is_updated


def test_long_runs_of_digits_and_spaces_take_no_long_time() -> None:
    for text in (
        "1/" * 50_000,
        "26 " * 30_000,
        "26 يناير" + " " * 100_000,
        "الساعة" + " " * 100_000,
        "7" * 100_000,
        "26" + " " * 100_000,
        "26." + " " * 100_000 + "x",
        "2020" + " " * 100_000 + "x",
        "2 thang 1" + " " * 100_000 + "x",
        "12 " + "a" * 100_000,
        "a" * 100_000 + " 26",
        "of " * 30_000 + "26",
        "من " * 30_000 + "26",
    ):
        for language in (None, "und", "vi"):
            assert len(read_dates(text, language)) <= 1
