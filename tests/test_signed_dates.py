"""Who wrote and when, in one line: the byline and the date line of an article."""

import pytest

from crawler import read_page
from crawler.page.signed_dates import split_signed_date

TEXT = (
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday on; carts, as the town has been told since 1931, may not.",
)
LINES = [
    ("By Lina Carver and Omar Reyes, May 3, 2026", "By Lina Carver and Omar Reyes", "May 3, 2026"),
    ("Written by Lina Carver, PhD on May 3, 2026", "Written by Lina Carver, PhD", "May 3, 2026"),
    ("Story by L. K. Carver // 3 May 2026", "Story by L. K. Carver", "3 May 2026"),
    ("By Lina Carver, Staff Writer - May 3, 2026 10:15 am", "By Lina Carver, Staff Writer", "May 3, 2026 10:15 am"),
    ("3 May 2026, Dr. Lina Carver", "Dr. Lina Carver", "3 May 2026"),
    ("Von Dr. Lena Vogt am 3. Mai 2026", "Von Dr. Lena Vogt", "3. Mai 2026"),
    ("Par Lina Marchand et Omar Rey le 3 mai 2026", "Par Lina Marchand et Omar Rey", "3 mai 2026"),
    ("بقلم لينا حداد وعمر رزق، 3 أيار 2026", "بقلم لينا حداد وعمر رزق", "3 أيار 2026"),
    ("كتبت د. لينا حداد // 3 مايو 2026", "كتبت د. لينا حداد", "3 مايو 2026"),
]


@pytest.mark.parametrize(("line", "byline", "dateline"), LINES)
def test_a_line_of_writer_and_date_is_byline_and_date_line(line, byline, dateline):
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    html = f"<html><body><article><h1>The old bridge reopens</h1><div>{line}</div>{body}</article></body></html>"
    record = read_page(html.encode(), "https://news.example/a/b")
    sides = record["editions"].values()
    assert {side["byline"] for side in sides} - {None} == {byline}
    assert {side["dateline"] for side in sides} - {None} == {dateline}
    assert (record["published_on"], record["editions"]["en"]["paragraphs"]) == ("2026-05-03", list(TEXT))


@pytest.mark.parametrize(
    "line",
    [
        "New York, May 3, 2026",
        "Port Sudan 3 May 2026",
        "دمشق - 3 أيار 2026",
        "By 3 May 2026 the bridge was open",
        "By the river, 3 May 2026",
        "The bridge and the town, 3 May 2026",
        "3 May 2026",
        "By Lina Carver",
        "Lina Carver said on 3 May 2026 that the bridge is safe",
        "By Lina Carver, 3 May 2026, updated 4 May 2026",
        "",
    ],
)
def test_a_place_a_sentence_and_a_date_alone_are_no_such_line(line):
    assert split_signed_date(line) == []
