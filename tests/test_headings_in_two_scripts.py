"""A heading, or a line under a picture, that says the same in two languages with nothing between them."""

import pytest

from crawler import read_page

ENGLISH = [
    "Four fishing boats came back to the old harbour on Sunday after nine days at sea without a working radio.",
    "The harbour master said that all of the crews were well and that the boats would be searched on Monday.",
]
ARABIC = [
    "عادت أربعة مراكب صيد إلى الميناء القديم يوم الأحد بعد تسعة أيام في البحر من دون جهاز لاسلكي يعمل.",
    "وقال مدير الميناء إن جميع البحارة بخير وإن المراكب ستخضع للتفتيش يوم الاثنين.",
]
EN_TITLE, AR_TITLE = "Four boats return to harbour", "عودة أربعة مراكب إلى الميناء"


def editions_of(title, picture=""):
    text = "<br><br>".join(line for pair in zip(ENGLISH, ARABIC, strict=True) for line in pair)
    html = f"""<html><head><title>{title}</title></head><body><div class="post"><h3 class="entry-title">{title}</h3>
    <div class="post-body">{picture}{text}</div></div></body></html>"""
    return read_page(html.encode(), "https://news.example/boats")["editions"]


@pytest.mark.parametrize("title", [f"{EN_TITLE} {AR_TITLE}", f"{AR_TITLE} {EN_TITLE}"])
def test_a_heading_in_two_scripts_without_a_mark_gives_each_side_its_headline(title):
    editions = editions_of(title)
    assert (editions["en"]["headline"], editions["ar"]["headline"]) == (EN_TITLE, AR_TITLE)
    assert (editions["en"]["paragraphs"], editions["ar"]["paragraphs"]) == (ENGLISH, ARABIC)


@pytest.mark.parametrize(
    "title", ["Four boats return to harbour of مرفأ السلام", "عودة أربعة مراكب إلى ميناء Port Said"]
)
def test_a_name_in_the_other_script_does_not_divide_a_heading(title):
    assert title in [edition["headline"] for edition in editions_of(title).values()]


def test_a_section_in_two_scripts_above_two_headlines_is_neither():
    lines = "".join(f"<p>{one}</p><p dir='rtl'>{other}</p>" for one, other in zip(ENGLISH, ARABIC, strict=True))
    html = f"""<html lang="en"><head><title>{EN_TITLE}</title></head><body><main><span>Field story / قصة من الميدان</span>
    <h1>{EN_TITLE}</h1><h2 dir="rtl">{AR_TITLE}</h2><p class="date">9 July 2021</p>{lines}</main></body></html>"""
    editions = read_page(html.encode(), "https://news.example/boats")["editions"]
    assert {language: edition["headline"] for language, edition in editions.items()} == {"en": EN_TITLE, "ar": AR_TITLE}
    assert [edition["standfirst"] for edition in editions.values()] == [None, None]


def test_the_number_of_a_release_above_the_second_headline_is_no_standfirst():
    def part(number, title, date, lines):
        body = "".join(f"<div>{line}</div>" for line in lines)
        return f"<span>{number}</span><h1>{title}</h1><span>{date}</span><div class='body'>{body}</div>"

    english = part("PRESS RELEASE No. 41/2022", EN_TITLE, "Tel Sabha, 12.12.2022", ENGLISH)
    arabic = part("بيان صحفي رقم 41/2022", AR_TITLE, "تل سبها، 12.12.2022", ARABIC)
    html = f"""<html lang="en"><head><title>{EN_TITLE}</title></head><body><div id="en">{english}</div>
    <div id="ar" dir="rtl" hidden>{arabic}</div></body></html>"""
    edition = read_page(html.encode(), "https://news.example/boats")["editions"]["ar"]
    assert (edition["headline"], edition["standfirst"], edition["paragraphs"]) == (AR_TITLE, None, ARABIC)


@pytest.mark.parametrize(
    "line", ["Pic: The boats on Sunday / صورة: المراكب يوم الأحد", "The boats on Sunday المراكب يوم الأحد"]
)
def test_a_caption_in_two_scripts_is_divided_and_its_labels_are_residue(line):
    picture = f"<figure><img src='/boats.jpg'><figcaption>{line}</figcaption></figure>"
    editions = editions_of(f"{EN_TITLE} / {AR_TITLE}", picture)
    assert editions["en"]["captions"] == ["The boats on Sunday"]
    assert editions["ar"]["captions"] == ["المراكب يوم الأحد"]


def test_a_letterhead_above_the_number_of_a_release_is_no_headline():
    def part(lines, title, date, texts):
        head = "".join(f"<p align='center'><b>{line}</b></p>" for line in [*lines, title])
        return head + f"<p><i>{date}</i></p>" + "".join(f"<p>{text}</p>" for text in texts)

    english = part(["HARBOUR AUTHORITY", "PRESS RELEASE No. 44/2018"], EN_TITLE, "Amman, 16 October 2018", ENGLISH)
    arabic = part(["سلطة الميناء", "بيان صحفي رقم 44/2018"], AR_TITLE, "عمّان، 16 تشرين الأول 2018", ARABIC)
    html = f"<html><head><title>PRESS RELEASE</title></head><body><div>{english}{arabic}</div></body></html>"
    editions = read_page(html.encode(), "https://news.example/boats")["editions"]
    assert [edition["headline"] for edition in editions.values()] == [EN_TITLE, AR_TITLE]
    assert [edition["paragraphs"] for edition in editions.values()] == [ENGLISH, ARABIC]


def test_a_plain_letterhead_of_both_languages_at_the_top_is_no_headline_though_the_head_states_it():
    head = "<div>Harbour Authority</div><div>سلطة الميناء</div><div>PRESS RELEASE</div><div>بيان صحفي</div>"
    sides = "".join(
        f"<div><strong>{title}</strong></div>" + "".join(f"<div>{text}</div>" for text in texts)
        for title, texts in ((EN_TITLE, ENGLISH), (AR_TITLE, ARABIC))
    )
    html = f"<html><head><title>Press release – Harbour Authority</title></head><body><div>{head}{sides}</div></body>"
    editions = read_page(html.encode(), "https://news.example/boats")["editions"]
    assert [edition["headline"] for edition in editions.values()] == [EN_TITLE, AR_TITLE]
    assert [edition["standfirst"] for edition in editions.values()] == [None, None]
    assert [edition["paragraphs"] for edition in editions.values()] == [ENGLISH, ARABIC]


def test_a_date_in_each_script_on_one_line_is_the_date_line_of_its_side():
    text = "".join(f"<p>{line}</p>" for pair in zip(ENGLISH, ARABIC, strict=True) for line in pair)
    line = "<p class='date'>12/05/2026 – ١٢ مايو ٢٠٢٦</p>"
    html = f"<body><article><h1>{EN_TITLE}<br>{AR_TITLE}</h1>{line}{text}</article></body>"
    editions = read_page(html.encode(), "https://news.example/boats")["editions"]
    assert (editions["en"]["dateline"], editions["ar"]["dateline"]) == ("12/05/2026", "١٢ مايو ٢٠٢٦")


def test_a_release_label_below_the_headline_leaves_it_one():
    text = "".join(f"<p>{line}</p>" for line in ENGLISH)
    html = f"<body><div><p><b>{EN_TITLE}</b></p><p><b>Press release</b></p><p>16 October 2018</p>{text}</div></body>"
    edition = read_page(html.encode(), "https://news.example/boats")["editions"]["en"]
    assert (edition["headline"], edition["paragraphs"]) == (EN_TITLE, ENGLISH)


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{EN_TITLE}<span>{AR_TITLE}</span></h1>",
        f"<h1>{AR_TITLE} <small>{EN_TITLE}</small></h1>",
        f"<p><b>{EN_TITLE} | {AR_TITLE}</b></p>",
        f"<div class='doc-title'><p><b>{EN_TITLE}</b></p><p><b>{AR_TITLE}</b></p></div>",
    ],
)
def test_a_headline_in_two_scripts_is_divided_whatever_it_is_set_in(heading):
    columns = "".join(f"<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>" for lines in (ENGLISH, ARABIC))
    html = f"<html><head><title>{EN_TITLE} | {AR_TITLE}</title></head><body>{heading}{columns}</body></html>"
    editions = read_page(html.encode(), "https://news.example/boats")["editions"]
    assert [edition["headline"] for edition in editions.values()] == [EN_TITLE, AR_TITLE]
    assert [edition["paragraphs"] for edition in editions.values()] == [ENGLISH, ARABIC]


def test_a_caption_whose_last_element_is_in_the_other_script_is_of_both_sides():
    caption = "<figcaption>The boats on Sunday.<span>المراكب يوم الأحد.</span></figcaption>"
    editions = editions_of(f"{EN_TITLE} / {AR_TITLE}", f"<figure><img src='/b.jpg'>{caption}</figure>")
    assert (editions["en"]["captions"], editions["ar"]["captions"]) == (
        ["The boats on Sunday."],
        ["المراكب يوم الأحد."],
    )


def test_a_quotation_in_the_other_script_ends_no_heading():
    title = "Four boats return to the harbour of the town: <em>الحمد لله على السلامة</em>, says the master"
    html = f"<body><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in ENGLISH)}</body>"
    (edition,) = read_page(html.encode(), "https://news.example/boats")["editions"].values()
    assert edition["headline"] == title.replace("<em>", "").replace("</em>", "")


@pytest.mark.parametrize(
    "line",
    ["The boats on Sunday. (EPA) المراكب يوم الأحد. (EPA)", "المراكب يوم الأحد. (EPA) The boats on Sunday. (EPA)"],
)
def test_a_caption_in_two_scripts_is_divided_though_both_name_an_agency_in_latin_letters(line):
    editions = editions_of(
        f"{EN_TITLE} / {AR_TITLE}", f"<figure><img src='/b.jpg'><figcaption>{line}</figcaption></figure>"
    )
    assert editions["en"]["captions"] == ["The boats on Sunday. (EPA)"]
    assert editions["ar"]["captions"] == ["المراكب يوم الأحد. (EPA)"]
