"""Lines that name more than a writer, and names that are no writer's."""

import pytest

from crawler import read_page
from crawler.page.furniture import is_byline_text

TEXT = [
    "The ferry left the quay at ten past six on Sunday with eleven cars, a hearse and a dog that had to be carried.",
    "It had been in dry dock since the spring, waiting for a gearbox that nobody makes any more.",
    "The fare is up by twenty pence, which the skipper says has nothing to do with the gearbox.",
]


def edition_of(lines):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<main><h1>The ferry to the island runs again</h1>{lines}<div class='entry-content'>{text}</div></main>"
    return read_page(html.encode(), "https://news.example/2026/11/ferry/")["editions"]["en"]


@pytest.mark.parametrize(
    "line", ["By Rana Haddad / Translated by Omar Aziz", "Written by Rana Haddad | Translated by Omar Aziz"]
)
def test_writer_and_translator_in_one_line_are_one_byline(line):
    assert edition_of(f"<p><b>{line}</b></p>")["byline"] == line


@pytest.mark.parametrize(
    ("account", "lines", "byline"),
    [
        ("admin", "<p>By Rana Haddad</p>", "By Rana Haddad"),
        ("by admin", "<p>By Rana Haddad</p>", "By Rana Haddad"),
        ("admin", "", "admin"),
        ("Rana Haddad", "", "Rana Haddad"),
    ],
)
def test_an_account_of_the_publishing_system_gives_way_to_who_signs_the_text(account, lines, byline):
    edition = edition_of(f"<div class='meta'><span class='author'>{account}</span></div>{lines}")
    assert (edition["byline"], edition["paragraphs"]) == (byline, TEXT)


def test_a_line_that_joomla_calls_the_creators_is_the_byline():
    line = "<dl><dd class='createdby'><span>Editorial staff</span></dd><dd><time>8 November 2026</time></dd></dl>"
    assert edition_of(line)["byline"] == "Editorial staff"


@pytest.mark.parametrize(
    "note",
    [
        "Translator’s introduction: This column was published in a weekly of the port, and then taken down again.",
        "Editor's note: This is the second of three letters from the island that we print this week.",
        "A note from the translator: The names of the boats are left as they were.",
    ],
)
def test_a_note_of_editor_or_translator_set_off_from_the_text_is_no_standfirst(note):
    edition = edition_of(f"<p><em>{note}</em></p>")
    assert (edition["standfirst"], edition["paragraphs"]) == (None, [note, *TEXT])


def test_a_name_in_the_other_script_beside_a_byline_is_the_other_sides_byline():
    arabic = "".join(
        f"<p>{line}</p>"
        for line in (
            "غادرت العبّارة الرصيف يوم الأحد في السادسة وعشر دقائق وعلى متنها إحدى عشرة سيارة وكلب حُمل حملاً.",
            "وكانت في الحوض الجاف منذ الربيع تنتظر علبة تروس لم يعد أحد يصنعها، وقد ارتفعت الأجرة عشرين بنساً.",
        )
    )
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = (
        "<main><h1>The ferry to the island runs again</h1><h1>العبّارة إلى الجزيرة تعود</h1>"
        f"<div>By Rana Haddad / رنا حداد</div><div>{text}{arabic}</div></main>"
    )
    editions = read_page(html.encode(), "https://news.example/2026/11/ferry/")["editions"]
    assert [editions[side]["byline"] for side in ("en", "ar")] == ["By Rana Haddad", "رنا حداد"]


@pytest.mark.parametrize(
    ("line", "is_byline"),
    [
        ("Rana Haddad, translated by Omar Aziz", True),
        ("Rana Haddad | Photos by Omar Aziz", True),
        ("رنا حداد، ترجمة: عمر عزيز", True),
        ("A book of ports, translated by Omar Aziz", False),
        ("Interview by Rana Haddad", True),
        ("Photographs and text by Rana Haddad", True),
        ("صور ونص: رنا حداد", True),
        ("كتابة: رنا حداد | ترجمة: عمر عزيز", True),
        ("Pictures: Cairo Protest", False),
    ],
)
def test_a_line_that_says_who_did_what_is_a_byline(line, is_byline):
    assert is_byline_text(line) is is_byline


@pytest.mark.parametrize(
    ("desk", "date", "byline"), [("Editorial staff", "8 November 2026", True), ("Editorial staff", "", False)]
)
def test_a_desk_beside_the_date_signs_the_text(desk, date, byline):
    edition = edition_of(f"<div>{desk}</div><div>{date}</div>")
    assert (edition["byline"] == desk) is byline


@pytest.mark.parametrize("line", ["Terbol, Lebanon – Sunday 11 June 2023", "Deir ez-Zor – 11 June 2023"])
def test_a_place_of_two_words_before_the_date_signs_nothing(line):
    edition = edition_of(f"<div>{line}</div>")
    assert (edition["dateline"], edition["byline"]) == (line, None)


@pytest.mark.parametrize("line", ["– Deir ez-Zor, 2 March 2025", "Deir ez-Zor, 2 March 2025 |"])
def test_a_mark_that_parts_the_date_from_its_neighbour_is_none_of_it(line):
    assert edition_of(f"<div>{line}</div>")["dateline"] == "Deir ez-Zor, 2 March 2025"


@pytest.mark.parametrize(
    "line",
    [
        "To contact the reporter on this story: Rana Haddad in Tripoli at rhaddad@quay.example",
        "Contact the writer: rhaddad@quay.example",
        "Contact Rana Haddad at rhaddad@quay.example and follow @rana_quay on Twitter.",
        "Follow Rana Haddad at: http://twitter.example/rana",
        "Rana Haddad can be reached at rhaddad@quay.example.",
        "للتواصل مع الكاتبة: rhaddad@quay.example",
    ],
)
def test_how_the_writer_is_reached_is_no_text(line):
    record = edition_of_text([*TEXT, line])
    assert (record["byline"], record["paragraphs"]) == ("By Rana Haddad", TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Contact the harbour office at ferry@quay.example to book a place for a car.",
        "Follow the harbour at https://quay.example, where the skipper says when he is late.",
        "Contact Rana Haddad, the skipper says, and she will tell you the same.",
    ],
)
def test_how_others_are_reached_is_text(line):
    assert edition_of_text([*TEXT, line])["paragraphs"] == [*TEXT, line]


def edition_of_text(lines):
    text = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<main><h1>The ferry to the island runs again</h1><p>By Rana Haddad</p><div class='entry-content'>{text}</div></main>"
    return read_page(html.encode(), "https://news.example/2026/11/ferry/")["editions"]["en"]


@pytest.mark.parametrize("link", ["Email to Author", "E-mail the writer", "More by this editor"])
def test_a_button_in_an_element_called_the_authors_is_no_byline(link):
    assert edition_of(f"<div class='author'><a href='/x'>{link}</a></div>")["byline"] is None
