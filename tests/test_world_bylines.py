"""Bylines as papers of the world print them, in their own languages and letters."""

import pytest

from crawler import read_page
from crawler.page.furniture import is_byline_text

TEXT = [
    "Am Sonntag wurde die alte Brücke wieder eröffnet, nach elf Monaten und für weniger Geld als gedacht.",
    "Die Ingenieurin Salma Haddad sagte, 42 Leute hätten jede Schraube der östlichen Hälfte ersetzt.",
    "Autos dürfen ab Montag hinüber; Karren, wie der Ort seit 1931 weiß, dürfen es weiterhin nicht.",
]


@pytest.mark.parametrize(
    "line",
    [
        *("Von Annika Böttcher", "di Elisa Zanon", "Door Jan de Vries", "Af Mette Krog", "Автор: Ольга Ремизова"),
        *("정하늘 기자", "이수민·정하늘 기자", "김민준 특파원", "완도=정하늘 기자 sky@paper.example", "记者 李明"),
        *("来源：滨海日报", "本报记者 王小雨", "佐伯由香 記者", "取材・文＝佐伯由香"),
    ],
)
def test_a_line_that_signs_in_another_language_is_a_byline(line):
    assert is_byline_text(line)


@pytest.mark.parametrize("line", ["Von der Küste", "di nuovo insieme", "기자들의 하루", "来源不明的船", "Af og til"])
def test_a_line_that_only_begins_like_one_is_none(line):
    assert not is_byline_text(line)


def test_writers_named_together_are_one_byline():
    links = "<a rel='author' href='/1'>Jens Wieland</a>, <a rel='author' href='/2'>Silke Amrhein</a> und <a rel='author' href='/3'>Ute Voss</a>"
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<main><h1>Die alte Brücke ist wieder offen</h1><address>Von {links}</address>{text}</main>"
    record = read_page(html.encode(), "https://news.example/bruecke")
    assert record["editions"]["de"]["byline"] == "Von Jens Wieland, Silke Amrhein und Ute Voss"
    assert record["editions"]["de"]["paragraphs"] == TEXT
