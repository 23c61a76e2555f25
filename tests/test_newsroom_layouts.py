"""What papers of many countries set around and between the paragraphs of an article."""

import pytest

from crawler import read_page
from crawler.page.furniture import is_furniture_text

TEXT = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday on; carts, as the town has been told since 1931, may not go over it at all.",
    "The mayor walked over it first, and then back, because the other bank had nobody to shake hands with.",
]
HEADLINE = "The old bridge is open again"


def paragraphs(*lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def record_of(body, head="", language="en"):
    html = f"<html lang='{language}'><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"
    return read_page(html.encode(), "https://news.example/2026/11/bridge")


def edition_of(body, head=""):
    return record_of(body, head)["editions"]["en"]


def test_a_box_of_facts_beside_the_text_is_text_with_its_heading():
    facts = "<aside class='infobox'><h3>The bridge in figures</h3><ul><li>Built: 1931, repaired in 1994</li><li>Length: 84 metres</li><li>Cars in a day: 6,200</li></ul></aside>"
    edition = edition_of(
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT[:2])}{facts}{paragraphs(*TEXT[2:])}</div></article>"
    )
    assert edition["paragraphs"] == [
        *TEXT[:2],
        "The bridge in figures",
        "Built: 1931, repaired in 1994",
        "Length: 84 metres",
        "Cars in a day: 6,200",
        *TEXT[2:],
    ]


@pytest.mark.parametrize(
    "inside",
    [
        "<li><a href='/1'>The old ferry</a></li><li><a href='/2'>The toll</a></li>",
        "<li>Daily</li><li>Free <button>Sign up</button></li>",
    ],
)
def test_an_aside_that_leads_away_or_asks_for_something_is_none(inside):
    box = f"<aside><h3>More from the river</h3><ul>{inside}</ul></aside>"
    edition = edition_of(
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT[:2])}{box}{paragraphs(*TEXT[2:])}</div></article>"
    )
    assert edition["paragraphs"] == TEXT


def test_the_date_in_a_short_aside_above_the_text_is_the_date_line():
    aside = "<aside><details><summary>Sat 21 Nov 2026 07.00 GMT</summary>Last modified on Sun 22 Nov 2026 10.02 GMT</details><button>Share</button></aside>"
    edition = edition_of(f"<article><div><h1>{HEADLINE}</h1></div>{aside}<div>{paragraphs(*TEXT)}</div></article>")
    assert edition["dateline"] == "Sat 21 Nov 2026 07.00 GMT"


def test_a_section_above_the_headline_in_an_element_called_an_introduction_is_no_standfirst():
    intro = f"<div class='article-intro'><span>Public works</span><h1>{HEADLINE}</h1></div>"
    lead = "After eleven months the carts are waiting, and the cars may go."
    edition = edition_of(f"<article>{intro}<p class='article-lead'>{lead}</p><div>{paragraphs(*TEXT)}</div></article>")
    assert (edition["standfirst"], edition["paragraphs"]) == (lead, TEXT)


def test_an_entry_of_a_summary_is_no_standfirst():
    summary = "<div class='summary__box'><ul><li>Bridge open again from Sunday on</li><li>Repairs took eleven months</li><li>No carts allowed, as since 1931</li></ul></div>"
    edition = edition_of(f"<article><h1>{HEADLINE}</h1><div>{summary}{paragraphs(*TEXT)}</div></article>")
    assert edition["standfirst"] is None
    assert edition["paragraphs"][-4:] == TEXT


def test_a_writers_line_below_the_portrait_is_the_byline_and_no_caption():
    line = "<div><img src='/rana.jpg'><span>Von Jens Wieland</span></div>"
    texts = [
        "Am Sonntag wurde die alte Brücke wieder eröffnet, nach elf Monaten und für weniger Geld als gedacht.",
        "Die Ingenieurin Salma Haddad sagte, 42 Leute hätten jede Schraube der östlichen Hälfte ersetzt.",
        "Autos dürfen ab Montag hinüber; Karren, wie der Ort seit 1931 weiß, dürfen es weiterhin nicht.",
    ]
    edition = record_of(
        f"<article><h1>Die Brücke ist offen</h1>{line}<div>{paragraphs(*texts)}</div></article>", "", "de"
    )
    assert edition["editions"]["de"]["byline"] == "Von Jens Wieland"
    assert edition["editions"]["de"]["captions"] == []


def test_a_heading_alone_in_its_part_between_two_like_sentences_is_text():
    parts = "".join(f"<div class='text'><div><p>{line}</p></div></div>" for line in TEXT[:2])
    rest = "".join(f"<div class='text'><div><p>{line}</p></div></div>" for line in TEXT[2:])
    edition = edition_of(f"<article><h1>{HEADLINE}</h1>{parts}<div><h2>'Never this high'</h2></div>{rest}</article>")
    assert edition["paragraphs"] == [*TEXT[:2], "'Never this high'", *TEXT[2:]]


def test_a_pull_quote_that_leaves_words_out_is_no_text():
    quote = "<blockquote class='pullquote'><p>“Cars may cross from Monday on; carts, as the town has been told, may not go over it.”</p></blockquote>"
    edition = edition_of(
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT[:3])}{quote}{paragraphs(TEXT[3])}</div></article>"
    )
    assert edition["paragraphs"] == TEXT


def test_a_biography_in_italics_that_quotes_a_title_is_residue():
    author = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Rana Haddad"}}</script>'
    told = "<p><em>Rana Haddad is a contributing writer. Her book, “The Quay,” appears in spring.</em></p>"
    edition = edition_of(f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT)}{told}</div></article>", author)
    assert edition["paragraphs"] == TEXT


@pytest.mark.parametrize(
    ("stated", "line"), [("Elif Sarıkaya", "Elif SARIKAYA / BALIKESİR"), ("정하늘", "정하늘"), ("佐伯由香", "佐伯由香")]
)
def test_a_stated_writer_is_found_in_turkish_capitals_and_east_asian_letters(stated, line):
    author = f'<script type="application/ld+json">{{"@type":"NewsArticle","author":{{"@type":"Person","name":"{stated}"}}}}</script>'
    edition = edition_of(
        f"<article><h1>{HEADLINE}</h1><div class='x'>{line}</div><div>{paragraphs(*TEXT)}</div></article>", author
    )
    assert edition["byline"] == line


@pytest.mark.parametrize(
    "line",
    [
        "Have you been over it yet? Tell us what you thought in the comments below.",
        "Follow The Quay North & South on Sounds, Facebook, X and Instagram.",
        "If you enjoyed this, you can follow me here or subscribe to The Quay.",
    ],
)
def test_what_asks_readers_to_comment_or_to_follow_is_no_text(line):
    edition = edition_of(f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT, line)}</div></article>")
    assert edition["paragraphs"] == TEXT


def test_a_day_and_an_hour_with_a_bar_between_them_are_a_date_line():
    when = "<div class='date'><time datetime='2026-11-19T07:30:00Z'>19.11.26 | 09:30</time></div>"
    edition = edition_of(f"<article><h1>{HEADLINE}</h1>{when}<div>{paragraphs(*TEXT)}</div></article>")
    assert edition["dateline"] == "19.11.26 | 09:30"


def test_a_pictures_description_is_its_caption_though_it_ends_with_a_stop():
    figure = "<div class='media-block'><img src='/deck.jpg'><div class='media-block__description'>The deck / R. Aziz nuotr.</div></div>"
    edition = edition_of(
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT[:2])}{figure}{paragraphs(*TEXT[2:])}</div></article>"
    )
    assert (edition["captions"], edition["paragraphs"]) == (["The deck / R. Aziz nuotr."], TEXT)


@pytest.mark.parametrize(
    "label",
    [
        *("À lire aussi : Le pont de la vieille ville", "Lea también", "Leia também: A ponte reabre", "Lesen Sie auch"),
        *("Mehr dazu: Die Brücke", "Zum Thema", "Lees ook", "Les også: Broen er åpen", "Lue myös", "Čtěte také"),
        *("Читайте также:", "По теме", "Още по темата", "Διαβάστε επίσης", "Baca Juga: Jembatan dibuka", "Xem thêm"),
        *("เรื่องที่เกี่ยวข้อง", "延伸阅读", "あわせて読みたい", "ये भी पढ़ें", "مزید پڑھیں", "همچنین بخوانید", "קראו גם"),
    ],
)
def test_read_also_is_no_text_in_any_language(label):
    body = f"{paragraphs(*TEXT[:2])}<p>{label}</p>{paragraphs(*TEXT[2:])}"
    editions = record_of(f"<article><h1>{HEADLINE}</h1><div>{body}</div></article>")["editions"]
    assert [edition["paragraphs"] for edition in editions.values()] == [TEXT]


@pytest.mark.parametrize(
    "line", ["Zum Thema Brücken sagte sie nichts", "Lire aussi fort que l'eau", "Mehr dazu sagte sie nicht"]
)
def test_lines_that_begin_like_read_also_are_text(line):
    assert not is_furniture_text(line)
