"""What a page states about its date, and the verdict over all of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.dates import Setting, candidates_in_metadata, candidates_in_text, decide, settle_orders
from crawler.models import DateCandidate

MOON = "by the Umm al-Qura calendar; where the moon is sighted it may be a day off"
BACK = "counted back from the capture at 2026-11-23T12:00+00:00"


def captured_on(day: date) -> Setting:
    return Setting(datetime.combine(day, time(12), UTC))


CAPTURED = captured_on(date(2026, 11, 23))
SEED = [
    ("dateline en", "26 January"),
    (
        "opening en",
        "On Friday Special envoy of the Russian President confirmed that Iraq has informed Russia.",
    ),
    ("opening en", "On Thursday the Iraqi Foreign Ministry announced an agreement."),
    ("dateline ar", "26 كانون الثاني"),
    ("opening ar", "أكد المبعوث الخاص للرئيس الروسي، اليوم الجمعة، أن العراق أخطر روسيا."),
    ("opening ar", "وأمس الخميس، أعلنت وزارة الخارجية العراقية أنه تم الاتفاق."),
]
# Source, text, then the day, its precision and the note.
METADATA = [
    ("json-ld datePublished", "2024-01-26T08:00:00+03:00", date(2024, 1, 26), "instant", None),
    ("json-ld datePublished", "2024-01-25T23:30:00Z", date(2024, 1, 25), "instant", None),
    ("json-ld datePublished", "2024-01-26T00:30:00+03:00", date(2024, 1, 26), "instant", None),
    ("meta article:published_time", "Fri, 26 Jan 2024 23:59:00 -0800", date(2024, 1, 26), "instant", None),
    ("meta date", "20240126", date(2024, 1, 26), "day", None),
    ("meta date", "20240126T080000Z", date(2024, 1, 26), "instant", None),
    ("meta pubdate", "20240126T08:00:00+03:00", date(2024, 1, 26), "instant", None),
    ("meta pubdate", "1706256000", date(2024, 1, 26), "instant", None),
    ("meta pubdate", "1706256000000", date(2024, 1, 26), "instant", None),
    ("meta pubdate", "20240126123", None, "unknown", "no date is stated"),
    ("time datetime", "2024-01-26", date(2024, 1, 26), "day", None),
    ("time", "٢٦ يناير ٢٠٢٤", date(2024, 1, 26), "day", None),
    ("time", "Thursday 26 January 2024", date(2024, 1, 26), "day", "the weekday stated is another"),
    ("url", "/2024/01/26/", date(2024, 1, 26), "day", None),
    ("url", "https://site.example/news/2024-01-26-title", date(2024, 1, 26), "day", None),
    ("url", "https://site.example/2024/1/26/title", date(2024, 1, 26), "day", None),
    ("url", "https://site.example/2024-01/26/title", date(2024, 1, 26), "day", None),
    ("url", "https://site.example/20240126/title.html", date(2024, 1, 26), "day", None),
    ("url", "https://site.example/2024/01/title", None, "month", "no day is stated"),
    ("url", "https://site.example/article/164913", None, "unknown", "no day is stated"),
    ("url", "https://site.example/2024/02/31/title", None, "day", "no calendar has this day"),
    ("meta date", "1970-01-01T00:00:00Z", None, "instant", "a placeholder: before 1990"),
    ("meta date", "0001-01-01T00:00:00", None, "instant", "a placeholder: before 1990"),
    ("meta date", "0000-00-00 00:00:00", None, "unknown", "no calendar has this day"),
    ("meta date", "2026-11-24", date(2026, 11, 24), "day", None),
    ("meta date", "2026-11-25", None, "day", "after the day of the capture"),
    ("meta date", "03/04/2024", None, "day", "the order of day and month is not known"),
    ("meta date", "January 2024", None, "month", "no day is stated"),
    ("meta date", "2024", None, "year", "no day is stated"),
    ("meta date", "26 January", None, "day-month", "no year is stated"),
    ("meta date", "31 شباط 2024", None, "unknown", "no calendar has this day"),
    (
        "meta date",
        "05/12/2026",
        date(2026, 5, 12),
        "day",
        "in the other order of day and month it would be after the capture",
    ),
    ("meta date", "14 رجب 1445 هـ", date(2024, 1, 26), "day", f"14 Rajab 1445 AH {MOON}"),
    (
        "meta date",
        "الخميس 14 رجب 1445",
        date(2024, 1, 25),
        "day",
        "14 Rajab 1445 AH; the weekday Thursday settles the day",
    ),
    ("meta date", "14 رجب", None, "unknown", "a Hijri date without a year"),
    ("meta date", "31 رجب 1445", None, "unknown", "a Hijri date that cannot be converted"),
    ("meta date", "منذ 3 ساعات", date(2026, 11, 23), "day", "counted back from the capture at 2026-11-23T12:00+00:00"),
    ("meta date", "قبل يومين", date(2026, 11, 21), "day", "counted back from the capture at 2026-11-23T12:00+00:00"),
    ("meta date", "منذ أسبوع", None, "unknown", "counted from when the page was made"),
    ("meta date", "hello", None, "unknown", "no date is stated"),
]


@pytest.mark.parametrize(("source", "text", "day", "precision", "note"), METADATA)
def test_metadata_give_the_local_day_as_written_or_say_why_not(
    source: str, text: str, day: date | None, precision: str, note: str | None
) -> None:
    (found,) = candidates_in_metadata([(source, text)], CAPTURED)
    assert replace(found, zone=None) == DateCandidate(source, text, day, precision, note)


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2024-01-26T08:00:00+03:00", "+03:00"),
        ("2024-01-26T08:00:00Z", "Z"),
        ("20240126T080000+0300", "+0300"),
        ("Fri, 26 Jan 2024 08:00:00 GMT", "GMT"),
        ("26 يناير 2024، 8:30 مساءً بتوقيت دمشق", "بتوقيت دمشق"),
        ("1706256000", "UTC"),
        ("2024-01-26T08:00:00", None),
        ("2024-01-26", None),
    ],
)
def test_the_zone_is_kept_as_stated(text: str, zone: str | None) -> None:
    (found,) = candidates_in_metadata([("meta date", text)], CAPTURED)
    assert (found.date, found.zone) == (date(2024, 1, 26), zone)


def in_zone(name: str) -> Setting:
    return Setting(datetime(2026, 11, 23, 12, tzinfo=UTC), ZoneInfo(name))


@pytest.mark.parametrize(
    ("text", "zone", "day", "note"),
    [
        ("2024-01-25T21:30:00Z", "Asia/Damascus", date(2024, 1, 26), "the local day in Asia/Damascus"),
        ("2024-01-26T02:30:00+00:00", "America/New_York", date(2024, 1, 25), "the local day in America/New_York"),
        ("2024-01-26T12:00:00Z", "Asia/Damascus", date(2024, 1, 26), "the local day in Asia/Damascus"),
        ("2024-01-25T23:30:00-05:00", "Asia/Damascus", date(2024, 1, 25), None),
        ("2024-01-25T21:30:00", "Asia/Damascus", date(2024, 1, 25), None),
        ("2024-01-25", "Asia/Damascus", date(2024, 1, 25), None),
    ],
)
def test_an_instant_in_utc_has_the_day_of_the_source_s_zone(text: str, zone: str, day: date, note: str | None) -> None:
    (found,) = candidates_in_metadata([("json-ld datePublished", text)], in_zone(zone))
    assert (found.date, found.note) == (day, note)


def test_the_basis_says_that_the_day_is_that_of_the_source_s_zone() -> None:
    found = candidates_in_metadata([("json-ld datePublished", "2024-01-25T21:30:00Z")], in_zone("Asia/Damascus"))
    assert decide(found) == (
        date(2024, 1, 26),
        "single: json-ld datePublished; the local day in Asia/Damascus",
    )


def test_metadata_keep_their_order_and_blank_ones_are_left_out() -> None:
    values = [("url", "/2024/01/26/"), ("meta date", "  "), ("json-ld datePublished", "2024-01-26")]
    assert [found.source for found in candidates_in_metadata(values, CAPTURED)] == [
        "url",
        "json-ld datePublished",
    ]


@pytest.mark.parametrize("captured", [date(2024, 1, 25), date(2024, 1, 26), date(2024, 3, 1), date(2026, 11, 23)])
def test_the_weekday_decides_the_year_of_the_seed_article(captured: date) -> None:
    candidates = candidates_in_text(SEED, captured_on(captured))
    note = "the weekday Friday gives 2024 (also 2018)"
    assert candidates == (
        DateCandidate("dateline en", "26 January", date(2024, 1, 26), "day", note),
        DateCandidate("dateline ar", "26 كانون الثاني", date(2024, 1, 26), "day", note),
    )
    assert decide(candidates) == (date(2024, 1, 26), f"agreed: dateline en, dateline ar; {note}")


# What the opening says, then the day of a dateline "26 January" on a page captured in November 2026.
OPENINGS = [
    ("opening en", "On Friday the envoy confirmed it.", date(2024, 1, 26)),
    ("opening en", "The envoy said late Friday that it was so.", date(2024, 1, 26)),
    ("opening en", "The envoy confirmed today, Friday, that it was so.", date(2024, 1, 26)),
    ("opening en", "The envoy confirmed yesterday, Thursday, that it was so.", date(2024, 1, 26)),
    ("opening en", "The envoy arrives tomorrow, Saturday.", date(2024, 1, 26)),
    ("opening en", "On Thursday it began, and today, Friday, it ended.", date(2024, 1, 26)),
    ("opening en", "On Friday it began; on Sunday it ended.", date(2024, 1, 26)),
    ("opening ar", "أكد المبعوث، اليوم الجمعة، أن العراق أخطر روسيا.", date(2024, 1, 26)),
    ("opening ar", "أكد المبعوث الْيَوْمَ الجُمعة أن العراق أخطر روسيا.", date(2024, 1, 26)),
    ("opening ar", "أعلنت الوزارة أمس الخميس أنه تم الاتفاق.", date(2024, 1, 26)),
    ("opening ar", "أعلنت الوزارة، مساء أمس، الخميس، أنه تم الاتفاق.", date(2024, 1, 26)),
    ("opening ar", "أعلنت الوزارة أول أمس الأربعاء أنه تم الاتفاق.", date(2024, 1, 26)),
    ("opening ar", "أعلنت الوزارة أمس الأول الأربعاء أنه تم الاتفاق.", date(2024, 1, 26)),
    ("opening ar", "تنطلق المحادثات غداً السبت.", date(2024, 1, 26)),
    ("opening ar", "أكد المبعوث يوم الجمعة أن العراق أخطر روسيا.", date(2024, 1, 26)),
    ("opening ar", "أكد المبعوث، الجمعة، أن العراق أخطر روسيا.", date(2024, 1, 26)),
    ("opening ar", "وأمس الخميس أعلنت الوزارة ذلك، واليوم الجمعة نفته.", date(2024, 1, 26)),
    ("opening en", "The envoy confirmed it.", None),
    ("opening en", "The market sat while the sun shone.", None),
    ("opening en", "The talks go on next Friday, and last Friday they began.", None),
    ("opening en", "On Friday, 19 January, the envoy confirmed it.", None),
    ("opening en", "On Friday, January 19, the envoy confirmed it.", None),
    ("opening ar", "بدأت المحادثات يوم الجمعة الماضي وتنتهي يوم الأحد المقبل.", None),
    ("opening ar", "تستمر المعارك منذ يوم الجمعة في شمال البلاد.", None),
    ("opening ar", "أدى المصلون صلاة الجمعة في المسجد.", None),
    ("opening ar", "رفض أحد الوزراء ذلك.", None),
]


@pytest.mark.parametrize(("source", "text", "day"), OPENINGS, ids=[row[1] for row in OPENINGS])
def test_the_opening_states_the_weekday_of_the_dateline(source: str, text: str, day: date | None) -> None:
    (candidate,) = candidates_in_text([("dateline en", "26 January"), (source, text)], CAPTURED)
    assert candidate.date == day
    assert candidate.precision == ("day" if day else "day-month")


def test_a_dateline_without_year_or_weekday_has_no_date() -> None:
    candidates = candidates_in_text([("dateline ar", "26 كانون الثاني")], CAPTURED)
    assert candidates == (DateCandidate("dateline ar", "26 كانون الثاني", None, "day-month", "no year is stated"),)
    assert decide(candidates) == (None, "unknown: the dateline has no year")


def test_the_weekday_in_the_dateline_itself_decides_the_year() -> None:
    blocks = [("dateline ar", "الجمعة 26 كانون الثاني"), ("opening ar", "وقال اليوم الأحد")]
    (candidate,) = candidates_in_text(blocks, CAPTURED)
    assert candidate.date == date(2024, 1, 26)


def test_two_days_that_both_call_themselves_today_decide_nothing() -> None:
    blocks = [
        ("dateline en", "26 January"),
        ("opening en", "Today, Friday, it rained."),
        ("opening ar", "اليوم السبت"),
    ]
    (candidate,) = candidates_in_text(blocks, CAPTURED)
    assert candidate.date is None
    assert candidate.note == "no year is stated, and the text names several weekdays: Friday, Saturday"


def test_a_page_captured_in_its_own_week_is_not_moved_to_another_year_by_the_day_of_an_event() -> None:
    # 22 November 2026 is a Sunday; the year 2025 has it on a Saturday.
    blocks = [("dateline en", "22 November"), ("opening en", "On Saturday the envoy confirmed it.")]
    (candidate,) = candidates_in_text(blocks, CAPTURED)
    assert candidate.date is None
    assert candidate.note == "no year is stated, and Saturday does not fit 2026, the year of the capture"


def test_today_decides_even_in_the_week_of_the_capture() -> None:
    blocks = [("dateline ar", "22 تشرين الثاني"), ("opening ar", "أكد المبعوث اليوم السبت ذلك.")]
    (candidate,) = candidates_in_text(blocks, CAPTURED)
    assert candidate.date == date(2025, 11, 22)


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("MARSA, Jan. 12, 2026 (TSN) — Drivers of the night buses ended their strike.", "MARSA, Jan. 12, 2026"),
        ("NEW MARSA, Jan. 12, 2026 /Newswire/ -- The harbour reopened.", "NEW MARSA, Jan. 12, 2026"),
        ("Geneva (12 January 2026) – The council met.", "Geneva (12 January 2026"),
        ("MARSA (Two Shores News - 12th January, 2026) It is raining.", "MARSA (Two Shores News - 12th January, 2026"),
        ("مرسى في 12 يناير 2026 (ت.س.ن) — أنهى السائقون إضرابهم.", "مرسى في 12 يناير 2026"),
        ("دمشق، 12 كانون الثاني 2026 - أعلنت الهيئة ذلك.", "دمشق، 12 كانون الثاني 2026"),
    ],
)
def test_a_place_and_date_that_open_the_text_date_an_article_that_has_no_date_line(opening: str, dateline: str) -> None:
    side = "ar" if opening[0] > "z" else "en"
    (candidate,) = candidates_in_text([(f"opening {side}", opening)], CAPTURED)
    assert (candidate.source, candidate.text, candidate.date) == (f"dateline {side}", dateline, date(2026, 1, 12))


@pytest.mark.parametrize(
    "opening",
    [
        "Drivers ended their strike on Jan. 12, 2026 — at last.",
        "On June 3, 2025 – the last day – he left.",
        "The harbour, 12 May 2024 - a date to remember.",
        "اجتمع الوزراء في 3 مايو 2025 – أول لقاء لهم.",
    ],
)
def test_a_day_that_a_first_sentence_tells_of_dates_no_article(opening: str) -> None:
    assert candidates_in_text([("opening en", opening)], CAPTURED) == ()


@pytest.mark.parametrize(
    ("weekday", "day", "note"),
    [
        ("Thursday", date(2024, 2, 29), "the weekday Thursday gives 2024 (also 1996)"),
        ("Saturday", date(2020, 2, 29), "the weekday Saturday gives 2020 (also 1992)"),
        ("Sunday", date(2004, 2, 29), "the weekday Sunday gives 2004"),
    ],
)
def test_a_leap_day_falls_on_a_weekday_every_28_years(weekday: str, day: date, note: str) -> None:
    blocks = [("dateline en", "29 February"), ("opening en", f"Today, {weekday}, it rained.")]
    (candidate,) = candidates_in_text(blocks, CAPTURED)
    assert (candidate.date, candidate.note) == (day, note)


@given(day=st.dates(date(1995, 1, 1), date(2026, 11, 23)), later=st.integers(0, 5 * 365))
def test_the_year_found_is_the_nearest_with_that_weekday(day: date, later: int) -> None:
    captured = day + timedelta(days=later)
    blocks = [("dateline en", f"{day:%d %B}"), ("opening en", f"Today, {day:%A}, it rained.")]
    (candidate,) = candidates_in_text(blocks, captured_on(captured))
    assert candidate.date is not None
    assert (candidate.date.month, candidate.date.day) == (day.month, day.day)
    assert candidate.date.weekday() == day.weekday()
    assert day <= candidate.date <= captured + timedelta(days=1)


def test_a_line_with_two_dates_gives_two_candidates_and_marks_the_update() -> None:
    text = "نشر في: 26/1/2024 (آخر تحديث: 27/1/2024)"
    assert candidates_in_text([("dateline ar", text)], CAPTURED) == (
        DateCandidate("dateline ar", text, date(2024, 1, 26), "day", None),
        DateCandidate("dateline ar updated", text, date(2024, 1, 27), "day", None),
    )


def test_a_hijri_dateline_is_converted_and_a_relative_one_counted_back_from_the_capture() -> None:
    blocks = [("dateline ar", "15 رجب 1445 هـ"), ("dateline en", "3 hours ago")]
    assert candidates_in_text(blocks, CAPTURED) == (
        DateCandidate("dateline ar", "15 رجب 1445 هـ", date(2024, 1, 27), "day", f"15 Rajab 1445 AH {MOON}"),
        DateCandidate("dateline en", "3 hours ago", date(2026, 11, 23), "day", BACK),
    )


def stated(source: str, day: str | None, precision: str = "day", note: str | None = None) -> DateCandidate:
    return DateCandidate(source, day or "26 January", date.fromisoformat(day) if day else None, precision, note)


JSON_LD = stated("json-ld datePublished", "2024-01-26")
META = stated("meta article:published_time", "2024-01-26")
MODIFIED = stated("json-ld dateModified", "2024-02-03")
INFERRED = stated("dateline en", "2024-01-26", note="the weekday Friday gives 2024 (also 2018)")
NO_YEAR = stated("dateline en", None, "day-month", "no year is stated")
URL = stated("url", "2024-01-26")
# Candidates, then the day and the basis.
VERDICTS: list[tuple[list[DateCandidate], str | None, str]] = [
    ([], None, "unknown: no date is stated"),
    ([stated("time", None, "unknown", "no date is stated")], None, "unknown: time: no date is stated"),
    ([NO_YEAR], None, "unknown: the dateline has no year"),
    ([JSON_LD], "2024-01-26", "single: json-ld datePublished"),
    ([JSON_LD, META], "2024-01-26", "agreed: json-ld datePublished, meta article:published_time"),
    ([JSON_LD, JSON_LD], "2024-01-26", "single: json-ld datePublished"),
    ([URL, JSON_LD], "2024-01-26", "agreed: url, json-ld datePublished"),
    ([JSON_LD, NO_YEAR], "2024-01-26", "agreed: json-ld datePublished, dateline en"),
    ([JSON_LD, MODIFIED], "2024-01-26", "single: json-ld datePublished"),
    ([MODIFIED, URL], "2024-01-26", "single: url"),
    ([MODIFIED], "2024-02-03", "single: json-ld dateModified; this is when it was changed"),
    ([stated("first seen", "2024-02-03")], None, "unknown: no date is stated"),
    (
        [JSON_LD, stated("dateline en", "2024-01-27")],
        "2024-01-26",
        "agreed: json-ld datePublished, dateline en (within one day), taken from json-ld datePublished",
    ),
    (
        [stated("dateline en", "2024-01-28"), JSON_LD],
        "2024-01-26",
        "conflict: dateline en says 2024-01-28, taken from json-ld datePublished 2024-01-26",
    ),
    (
        [stated("url", "2023-05-01"), INFERRED],
        "2024-01-26",
        "conflict: url says 2023-05-01, taken from dateline en 2024-01-26",
    ),
    (
        [stated("meta date", "2024-03-01"), NO_YEAR],
        "2024-03-01",
        "conflict: dateline en says 26 January, taken from meta date 2024-03-01",
    ),
    ([INFERRED], "2024-01-26", "single: dateline en; the weekday Friday gives 2024 (also 2018)"),
]


SEEN = stated("first seen", "2024-01-27")
RELATIVE = stated("dateline en", "2024-01-26", note="counted back from the capture at 2024-01-26T12:00+00:00")
UTC_INSTANT = DateCandidate("json-ld datePublished", "2024-01-25T22:30:00Z", date(2024, 1, 25), "instant", zone="Z")
SHOWN = replace(stated("visible en", "2023-06-01"), note="beside the headline")
VERDICTS += [
    (
        [NO_YEAR, SEEN],
        "2024-01-26",
        "agreed: dateline en, first seen of 2024-01-27; the one gives the day, the other the year",
    ),
    ([NO_YEAR, stated("first seen", "2024-02-20")], None, "unknown: the dateline has no year"),
    ([NO_YEAR, stated("first seen", "2024-01-24")], None, "unknown: the dateline has no year"),
    ([NO_YEAR, stated("feed published", "2024-01-26")], "2024-01-26", "agreed: feed published, dateline en"),
    ([RELATIVE], None, "unknown: dateline en: counted back from the capture at 2024-01-26T12:00+00:00"),
    (
        [RELATIVE, stated("last-modified header", "2024-01-26")],
        "2024-01-26",
        "agreed: dateline en, last-modified header of 2024-01-26; counted back from the capture at 2024-01-26T12:00+00:00",
    ),
    ([RELATIVE, stated("json-ld datePublished", "2024-01-20")], "2024-01-20", "single: json-ld datePublished"),
    ([stated("last-modified header", "2024-01-26")], None, "unknown: no date is stated"),
    ([stated("sitemap lastmod", "2024-01-26")], None, "unknown: no date is stated"),
    ([stated("sitemap published", "2024-01-26")], "2024-01-26", "single: sitemap published"),
    (
        [UTC_INSTANT, stated("dateline ar", "2024-01-26")],
        "2024-01-26",
        "agreed: json-ld datePublished, dateline ar; 2024-01-25T22:30:00Z is 2024-01-26 where the page is read",
    ),
    (
        [UTC_INSTANT, URL],
        "2024-01-26",
        "agreed: json-ld datePublished, url; 2024-01-25T22:30:00Z is 2024-01-26 where the page is read",
    ),
    (
        [UTC_INSTANT, stated("dateline en", "2024-01-25"), URL],
        "2024-01-25",
        "agreed: json-ld datePublished, dateline en, url (within one day), taken from json-ld datePublished",
    ),
    (
        [UTC_INSTANT, stated("dateline en", "2024-01-28")],
        "2024-01-25",
        "conflict: dateline en says 2024-01-28, taken from json-ld datePublished 2024-01-25",
    ),
    (
        [JSON_LD, SHOWN],
        "2023-06-01",
        "conflict: json-ld datePublished says 2024-01-26, taken from visible en 2023-06-01",
    ),
    (
        [JSON_LD, URL, SHOWN],
        "2024-01-26",
        "conflict: visible en says 2023-06-01, taken from json-ld datePublished 2024-01-26",
    ),
]


@pytest.mark.parametrize(("candidates", "day", "basis"), VERDICTS, ids=[row[2] for row in VERDICTS])
def test_the_verdict_says_who_agrees_and_whose_word_was_taken(
    candidates: list[DateCandidate], day: str | None, basis: str
) -> None:
    assert decide(candidates) == (date.fromisoformat(day) if day else None, basis)


def test_the_most_trusted_source_wins_whatever_the_order() -> None:
    ranked = [
        "json-ld datePublished",
        "meta article:published_time",
        "time datetime",
        "dateline en",
        "feed published",
    ]
    days = [stated(source, f"20{20 + rank}-05-05") for rank, source in enumerate(ranked)]
    days += [
        stated("dateline ar", "2010-05-05", note="the weekday Friday gives 2010"),
        stated("url", "2011-05-05"),
    ]
    while days:
        day, basis = decide(days[::-1])
        assert day == days[0].date
        assert basis.endswith(str(day)) or basis == "single: url"
        del days[0]


def test_the_month_in_the_address_gives_the_year_that_a_dateline_lacks() -> None:
    address = candidates_in_metadata([("url", "https://site.example/2024/01/title/")], CAPTURED)
    dateline = candidates_in_text([("dateline ar", "26 كانون الثاني")], CAPTURED)
    assert decide((*address, *dateline)) == (
        date(2024, 1, 26),
        "agreed: dateline ar, url; the one gives the day, the other the year",
    )


def test_a_month_in_the_address_that_is_not_the_datelines_decides_nothing() -> None:
    address = candidates_in_metadata([("url", "https://site.example/2024/02/title/")], CAPTURED)
    dateline = candidates_in_text([("dateline ar", "26 كانون الثاني")], CAPTURED)
    assert decide((*address, *dateline)) == (None, "unknown: the dateline has no year")


@pytest.mark.parametrize(
    ("values", "language", "days"),
    [
        ([("meta date", "03/04/2024")], "ar", [date(2024, 4, 3)]),
        ([("meta date", "03/04/2024")], "de-AT", [date(2024, 4, 3)]),
        ([("meta date", "03/04/2024")], "en-GB", [date(2024, 4, 3)]),
        ([("meta date", "03/04/2024")], "en-US", [None]),
        ([("meta date", "03/04/2024")], None, [None]),
        ([("meta date", "24.03.04")], "ko", [date(2024, 3, 4)]),
        (
            [("meta date", "03/04/2024"), ("json-ld dateModified", "2024-04-04")],
            "en",
            [date(2024, 4, 3), date(2024, 4, 4)],
        ),
        ([("meta date", "03/04/2024"), ("url", "https://site.example/2024/03/title/")], "en", [date(2024, 3, 4), None]),
        ([("meta date", "03/04/2024"), ("json-ld dateModified", "2024-09-09")], "en", [None, date(2024, 9, 9)]),
        # A program of another country wrote it.
        ([("meta date", "11/01/2023"), ("visible de", "01.11.2023")], "de", [date(2023, 11, 1), date(2023, 11, 1)]),
    ],
)
def test_the_order_of_day_and_month_is_the_language_s_or_that_of_another_statement(
    values: list[tuple[str, str]], language: str | None, days: list[date | None]
) -> None:
    setting = replace(CAPTURED, language=language)
    assert [found.date for found in settle_orders(candidates_in_metadata(values, setting))] == days


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("By A. Writer Updated Sep 5, 2024", ["visible en updated"]),
        ("3 May 2024 | Updated 5 May 2024", ["visible en", "visible en updated"]),
        ("By A. Writer Published Sep 5, 2024", ["visible en"]),
    ],
)
def test_a_line_beside_the_headline_says_itself_what_was_updated(text: str, sources: list[str]) -> None:
    assert [found.source for found in candidates_in_text([("visible en", text)], CAPTURED)] == sources


def test_a_time_that_shows_the_instant_of_a_change_is_no_day_of_publication() -> None:
    stated = [
        ("json-ld datePublished", "2026-03-04T10:01:09Z"),
        ("json-ld dateModified", "2026-03-05T16:12:00Z"),
        ("time", "2026-03-05T11:12:00-05:00"),
    ]
    assert decide(candidates_in_metadata(stated, CAPTURED)) == (date(2026, 3, 4), "single: json-ld datePublished")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("الأحد 07-08-2026", "single: dateline ar; the weekday stated is another"),
        ("25 جمادى الآخرة 1448هـ - 15 نوفمبر 2026", "single: dateline ar; the Hijri date beside it is another day"),
        ("الأحد 5 جمادى الآخرة 1448هـ الموافق 15 نوفمبر 2026م", "single: dateline ar"),
        ("7 جمادى الآخرة 1448هـ - 15 نوفمبر 2026", "single: dateline ar"),
    ],
)
def test_a_date_line_that_contradicts_itself_says_so_in_the_verdict(text, basis):
    assert decide(candidates_in_text([("dateline ar", text)], CAPTURED))[1] == basis
