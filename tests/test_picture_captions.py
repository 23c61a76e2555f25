"""Each picture with the caption and credit that stand under it."""

import pytest

from crawler import read_page
from crawler.editions.caption_credits import split_credit
from crawler.extract import extract_page
from crawler.models import Picture

BODY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
        "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
        "Cars may cross from Monday on; carts, as the town has been told since 1931, may not.",
    )
)
ADDRESS = "https://news.example/deck.jpg"
IMG = "<img src='/deck.jpg'>"
PICTURES = {
    "figcaption": (f"<figure>{IMG}<figcaption>The new deck</figcaption></figure>", "The new deck", None),
    "credit in a line of its own": (
        f"<figure>{IMG}<figcaption>The new deck</figcaption><span class='credit'>Rana Aziz</span></figure>",
        "The new deck",
        "Rana Aziz",
    ),
    "inline elements called caption and credit": (
        f"<div>{IMG}<div><span class='caption'>The new deck</span><span class='credit'>(Photo: Rana Aziz)</span></div></div>",
        "The new deck",
        "(Photo: Rana Aziz)",
    ),
    "a button above the caption": (
        f"<figure>{IMG}<span>View 6 images</span><figcaption>The new deck</figcaption></figure>",
        "The new deck",
        None,
    ),
    "credit in brackets": (
        f"<figure>{IMG}<figcaption>The new deck on Sunday (AP Photo/Rana Aziz)</figcaption></figure>",
        "The new deck on Sunday",
        "AP Photo/Rana Aziz",
    ),
    "wp-caption": (
        f"<div class='wp-caption'>{IMG}<p class='wp-caption-text'>الجسر بعد إصلاحه</p></div>",
        "الجسر بعد إصلاحه",
        None,
    ),
    "a button below it": (f"<div>{IMG}</div><div class='adds'><span>شارك هذا</span></div>", None, None),
    "an agency in a line below the caption": (
        f"<div class='f1'>{IMG}<p class='f2'>الجسر بعد إصلاحه</p><p class='f3'>(رويترز)</p></div>",
        "الجسر بعد إصلاحه",
        "(رويترز)",
    ),
    "a credit glued to the caption's end": (
        f"<figure>{IMG}<figcaption><span>The new deck on Sunday.</span><span>(AP Photo/Rana Aziz)</span></figcaption></figure>",
        "The new deck on Sunday.",
        "AP Photo/Rana Aziz",
    ),
    "courtesy": (
        f"<div class='f1'>{IMG}<p class='f2'>The new deck</p><p class='f3'>Courtesy of the town</p></div>",
        "The new deck",
        "Courtesy of the town",
    ),
    "a row of a table below it": (
        f"<table align='right'><tr><td>{IMG}</td></tr><tr><td>The new deck is of oak.</td></tr></table>",
        "The new deck is of oak.",
        None,
    ),
    "italics below it": (f"<p>{IMG}</p><p><em>The new deck is of oak.</em></p>", "The new deck is of oak.", None),
    "italics in one paragraph with it": (f"<p>{IMG}<br><em>The deck is of oak.</em></p>", "The deck is of oak.", None),
    "the first frame of a video": (
        "<div class='f1'><video poster='/deck.jpg' src='/deck.mp4'>No video here.</video><div>The new deck</div></div>",
        "The new deck",
        None,
    ),
    "a label": (f"<p>{IMG}</p><p>Pic: The new deck</p>", "The new deck", None),
    "a label of two words": (f"<p>{IMG}</p><p><i>Photo caption: The new deck</i></p>", "The new deck", None),
    "an Arabic label": (f"<p>{IMG}</p><p>صورة: الجسر بعد إصلاحه</p>", "الجسر بعد إصلاحه", None),
    "a line called a credit that is all there is": (
        f"{IMG}<small class='credit'>The new deck on Sunday. Photo: Rana Aziz</small>",
        None,
        "The new deck on Sunday. Photo: Rana Aziz",
    ),
    "a label below a caption": (
        f"<figure>{IMG}<figcaption><p>The new deck, as a picture by the town shows it.</p>"
        "<span>Photograph: Rana Aziz/The Quay</span></figcaption></figure>",
        "The new deck, as a picture by the town shows it.",
        "Photograph: Rana Aziz/The Quay",
    ),
    "an agency in brackets": (
        f"<figure>{IMG}<figcaption>The new deck (AFP)</figcaption></figure>",
        "The new deck",
        "AFP",
    ),
    "a name and an agency": (
        f"<figure>{IMG}<figcaption>The new deck on Sunday. Rana Aziz (REUTERS)</figcaption></figure>",
        "The new deck on Sunday.",
        "Rana Aziz (REUTERS)",
    ),
    "an Arabic agency behind a dash": (
        f"<figure>{IMG}<figcaption>الجسر بعد إصلاحه - رويترز</figcaption></figure>",
        "الجسر بعد إصلاحه",
        "رويترز",
    ),
    "an Arabic archive and where it was found": (
        f"<figure>{IMG}<figcaption>الجسر بعد إصلاحه (أرشيفية: الإنترنت)</figcaption></figure>",
        "الجسر بعد إصلاحه",
        "أرشيفية: الإنترنت",
    ),
    "whoever sent it, in a line of its own": (
        f"<div class='hero'>{IMG}<div class='cap'><div>الجسر بعد إصلاحه</div><div>من المصدر</div></div></div>",
        "الجسر بعد إصلاحه",
        "من المصدر",
    ),
    "an account in brackets": (
        f"<figure>{IMG}<figcaption>الجسر بعد إصلاحه (حساب البلدية على إكس)</figcaption></figure>",
        "الجسر بعد إصلاحه",
        "حساب البلدية على إكس",
    ),
    "a sentence of its own, in italics below the picture": (
        f"<p>{IMG}</p><p><em>The new deck on Sunday. Photo by Rana Aziz.</em></p>",
        "The new deck on Sunday.",
        "Photo by Rana Aziz",
    ),
    "a button for what may be done with it": (
        f"<figure>{IMG}<div><button>Bild größer zeigen</button></div><figcaption>The new deck</figcaption></figure>",
        "The new deck",
        None,
    ),
    "a short name for the caption, in a line with the date": (
        "<div><span><img src='/deck.jpg'><span class='img-cap'>The new deck</span></span>"
        "<span class='date'>3 May 2026</span></div>",
        "The new deck",
        None,
    ),
    "a link to a larger size around both": (
        f"<a href='/deck-large.jpg'>{IMG}<span>The new deck Photo: Rana Aziz</span></a>",
        "The new deck",
        "Photo: Rana Aziz",
    ),
    "nothing": (f"<p>{IMG}</p>", None, None),
}


@pytest.mark.parametrize(
    ("caption", "bare", "credit"),
    [
        ("The new deck. Photo: Rana Aziz", "The new deck.", "Photo: Rana Aziz"),
        ("The new deck.Photo: Rana Aziz", "The new deck.", "Photo: Rana Aziz"),
        ("The new deck Photo Credit: Quay, Inc.", "The new deck", "Photo Credit: Quay, Inc."),
        ("The new deck © Rana Aziz / Quay", "The new deck", "© Rana Aziz / Quay"),
        ("Die neue Brücke. Bildrechte: QZ/Rana Aziz", "Die neue Brücke.", "Bildrechte: QZ/Rana Aziz"),
        ("Tolls by year. Source: the town council", "Tolls by year.", "Source: the town council"),
        ("الجسر بعد إصلاحه تصوير: رنا عزيز", "الجسر بعد إصلاحه", "تصوير: رنا عزيز"),
        ("الجسر، مصدر الصورة: رويترز", "الجسر،", "مصدر الصورة: رويترز"),
        ("The new deck. Rana Aziz/Pool via REUTERS", "The new deck.", "Rana Aziz/Pool via REUTERS"),
        ("The new deck on Sunday AP Photo/Rana Aziz", "The new deck on Sunday", "AP Photo/Rana Aziz"),
        ("The new deck. (Rana El Aziz/The Quay)", "The new deck.", "Rana El Aziz/The Quay"),
        ("The bigger picture: how the deck was laid", "The bigger picture: how the deck was laid", None),
        ("She took this photo: a cart on the deck", "She took this photo: a cart on the deck", None),
        ("The plan of 2024 (page 3/Table 2)", "The plan of 2024 (page 3/Table 2)", None),
        ("Copyright © the town", "Copyright © the town", None),
        ("Photo: Rana Aziz", "Photo: Rana Aziz", None),
        ("The deck. Credit: Quay. Click here for more", "The deck. Credit: Quay. Click here for more", None),
    ],
)
def test_the_credit_at_a_captions_end_is_told_from_the_caption(caption, bare, credit):
    assert split_credit(caption) == (bare, credit)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_caption_and_the_credit_that_stand_under_it(name):
    markup, caption, credit = PICTURES[name]
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{markup}{BODY}"
        "</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, caption, credit),)


def test_the_captions_of_a_slideshow_are_captions_and_its_counters_nothing():
    slides = "".join(
        f"<div class='slide'>{IMG.replace('deck', str(number))}<div class='info'><span>{number} of 3<span>&nbsp;|&nbsp;</span>"
        f"</span> <p>{what} at the bridge after it was repaired, on Sunday, in the old town by the river, where hundreds"
        f" had come to see it, Mosul, 3 May 2026. (AP Photo/Rana Aziz)</p></div></div>"
        for number, what in enumerate(("Carts", "Engineers", "Cars"), 1)
    )
    edition = read_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{slides}{BODY}"
        "</article></body></html>".encode(),
        "https://news.example/a/b",
    )["editions"]["en"]
    assert [caption.split()[0] for caption in edition["captions"]] == ["Carts", "Engineers", "Cars"]
    assert "".join(f"<p>{line}</p>" for line in edition["paragraphs"]) == BODY


def test_lines_wrapped_in_mid_sentence_above_a_picture_do_not_shift_its_caption():
    wrapped = "<p>The ferry is late again, as it has been<br>every day since the bridge<br>was closed to carts.</p>"
    rows = f"<figure><figcaption>Karim Mansour</figcaption></figure>{BODY}"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{wrapped}"
        f"{rows}<figure>{IMG}<figcaption>The new deck</figcaption></figure>{BODY}</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, "The new deck"),)


def test_who_took_a_picture_is_apart_from_what_it_shows_where_no_blank_stands_between():
    figure = f"<figure>{IMG}<figcaption><span>The new deck</span><small>Quelle: Rana Aziz</small></figcaption></figure>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{figure}{BODY}"
        "</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, "The new deck", "Quelle: Rana Aziz"),)


def test_a_picture_whose_address_is_none_is_no_picture():
    broken = "<img src='http://[no-address/deck.jpg'>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{broken}{IMG}{BODY}"
        "</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS),)


def test_hidden_lines_before_a_picture_do_not_shift_its_caption():
    hidden = "<p hidden>One moment please.</p><p style='display:none'>Two moments please.</p>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{hidden}{BODY}"
        f"<figure>{IMG}<figcaption>The new deck</figcaption></figure></article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, "The new deck"),)


def record_with(figure):
    html = f"<html><head><title>The bridge reopens</title></head><body><article>{figure}{BODY}</article></body></html>"
    return read_page(html.encode(), "https://news.example/a/b")


CREDITS = {
    "called one": ("The new deck <span class='credit'>(Image: Rana Aziz)</span>", "(Image: Rana Aziz)"),
    "called a source": ("The new deck <span class='img-source'>Rana Aziz</span>", "Rana Aziz"),
    "called an author": ("The new deck <span class='media-author'>(photo Vista)</span>", "(photo Vista)"),
    "told by its first word": ("<span>The new deck</span> <span>Foto: Rana Aziz</span>", "Foto: Rana Aziz"),
    "text behind the caption": (
        "<span>The new deck</span> Photograph: Rana Aziz/The Quay",
        "Photograph: Rana Aziz/The Quay",
    ),
    "set apart by the style sheet": ("<span>The new deck.</span><span class='x1'>Rana Aziz</span>", "Rana Aziz"),
    "behind a dash": ("<span>The new deck</span> — <b>© The Quay</b>", "© The Quay"),
}


@pytest.mark.parametrize("name", CREDITS)
def test_a_credit_set_apart_in_a_caption_is_the_pictures_and_no_caption(name):
    inner, credit = CREDITS[name]
    record = record_with(f"<figure>{IMG}<figcaption>{inner}</figcaption></figure>")
    caption = "The new deck." if "deck." in inner else "The new deck"
    assert record["editions"]["en"]["captions"] == [caption]
    assert record["pictures"] == [{"url": ADDRESS, "caption": caption, "credit": credit}]
    assert credit in record["residue"]


def test_an_agency_beside_a_figures_caption_is_its_credit():
    figure = (
        f"<figure><div>{IMG}<span>Getty Images</span></div><div><figcaption>The new deck</figcaption></div></figure>"
    )
    assert record_with(figure)["editions"]["en"]["captions"] == ["The new deck"]
    alone = f"<figure><div>{IMG}<span>EPA</span></div></figure>"
    assert record_with(alone)["editions"]["en"]["captions"] == []


def test_a_heading_in_a_figure_above_a_credit_is_a_caption_still():
    figure = f"<figure><h2>1. The new deck</h2>{IMG}<figcaption>Image source: Rana Aziz</figcaption></figure>"
    assert record_with(figure)["editions"]["en"]["captions"] == ["1. The new deck"]


@pytest.mark.parametrize(
    "line", ["This video can not be played", "Please enable JavaScript to view this video.", "Related: The old deck"]
)
def test_what_a_player_or_a_link_says_in_a_figure_is_no_caption(line):
    record = record_with(f"<figure>{IMG}<div>{line}</div></figure>")
    assert record["editions"]["en"]["captions"] == []
    assert line in record["residue"]


def test_a_link_to_buy_a_picture_is_none_of_its_caption():
    record = record_with(
        f"<figure>{IMG}<figcaption>The new deck on Sunday. <a href='/rights'>Purchase Licensing Rights</a></figcaption></figure>"
    )
    assert record["editions"]["en"]["captions"] == ["The new deck on Sunday."]


@pytest.mark.parametrize("name", ["author", "byline"])
def test_the_writers_portrait_is_no_picture_of_the_article(name):
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>"
        f"<div class='{name}'><img src='/rana.jpg'><a href='/rana'>Rana Aziz</a></div><p>{IMG}</p>{BODY}</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, None, None),)


def test_a_size_of_letters_called_after_captions_makes_no_caption():
    line = "<div><span class='text-caption'>By Rana Aziz</span></div>"
    record = read_page(f"<main><h1>The bridge</h1>{line}{BODY}</main>".encode(), "https://news.example/bridge")
    assert (record["editions"]["en"]["captions"], record["editions"]["en"]["byline"]) == ([], "By Rana Aziz")


def test_a_picture_above_the_headline_keeps_its_caption():
    figure = f"<div><figure>{IMG}<figcaption>The new deck on Sunday.</figcaption></figure></div>"
    head = "<div><a href='/towns'>Towns</a></div><div><h1>The old bridge opens again</h1></div>"
    html = f"<body><header><p>The Quay, a paper of the town since 1931</p></header><div>{figure}{head}<div>{BODY}</div></div></body>"
    record = read_page(html.encode(), "https://news.example/bridge")
    assert record["editions"]["en"]["captions"] == ["The new deck on Sunday."]
    assert record["pictures"] == [{"url": ADDRESS, "caption": "The new deck on Sunday.", "credit": None}]


@pytest.mark.parametrize(
    "captions",
    [
        "<figcaption><span lang='en'>The new deck</span> <span lang='ar' dir='rtl'>السطح الجديد للجسر</span></figcaption>",
        "<p class='cap'>Photo: The new deck</p><p class='cap' dir='rtl'>صورة: السطح الجديد للجسر</p>",
        "<div>The new deck / السطح الجديد للجسر</div>",
    ],
)
@pytest.mark.parametrize("outer", ["<div class='container'>{}</div>", "{}"])
def test_a_picture_above_the_columns_of_two_languages_keeps_its_caption_in_both(captions, outer):
    arabic = "".join(
        f"<p>{line}</p>"
        for line in (
            "أعيد يوم الأحد افتتاح الجسر القديم فوق النهر بعد أعمال ترميم استمرت أحد عشر شهراً.",
            "وقالت المهندسة سلمى حداد إن 42 عاملاً استبدلوا السطح الخشبي وكل برغي في النصف الشرقي.",
        )
    )
    columns = f"<div lang='en'><h1>The bridge reopens</h1>{BODY}</div><div lang='ar'><h1>الجسر يفتح من جديد</h1>{arabic}</div>"
    page = outer.format(f"<div class='hero'>{IMG}{captions}</div><div class='row'>{columns}</div>")
    record = read_page(f"<body><nav>The Quay الرصيف</nav>{page}</body>".encode(), "https://news.example/bridge")
    assert [edition["captions"] for edition in record["editions"].values()] == [
        ["The new deck"],
        ["السطح الجديد للجسر"],
    ]


def test_a_caption_of_another_articles_picture_above_the_text_is_none_of_it():
    teaser = f"<div><a href='/other'>{IMG}</a><p class='caption'>The harbour in June</p></div>"
    page = f"<div>{teaser}<div class='row'><div><h1>The bridge reopens</h1>{BODY}</div></div></div>"
    record = read_page(f"<body>{page}</body>".encode(), "https://news.example/bridge")
    assert record["editions"]["en"]["captions"] == []


def test_what_the_headline_stands_in_is_no_caption_though_it_is_called_one():
    page = f"<div class='page wide caption'><h1>The bridge reopens</h1><p>19 November 2026</p>{IMG}{BODY}</div>"
    (edition,) = read_page(f"<body>{page}</body>".encode(), "https://news.example/bridge")["editions"].values()
    assert (edition["dateline"], len(edition["paragraphs"]), edition["captions"]) == ("19 November 2026", 3, [])


def test_a_bare_line_right_before_the_articles_element_is_no_caption():
    page = (
        f"<div>The Quay, a paper of the town<div class='row'><div><h1>The bridge reopens</h1>{BODY}</div></div></div>"
    )
    record = read_page(f"<body>{page}</body>".encode(), "https://news.example/bridge")
    assert record["editions"]["en"]["captions"] == []


@pytest.mark.parametrize("line", ["<p>Photo: {}</p>", "<div class='cap'>{}</div>", "<figcaption>{}</figcaption>"])
def test_a_caption_above_the_headline_may_be_a_sentence(line):
    caption = (
        "The new deck of the bridge, laid by forty-two workers in eleven months, on the Sunday when it opened again."
    )
    figure = f"<div class='photo'>{IMG}{line.format(caption)}</div>"
    page = (
        f"<div class='bar'><a href='/'>The Quay</a></div>{figure}<section><h1>The bridge reopens</h1>{BODY}</section>"
    )
    record = read_page(f"<body>{page}</body>".encode(), "https://news.example/bridge")
    assert record["editions"]["en"]["captions"] == [caption]


def test_each_picture_of_a_gallery_has_its_own_caption():
    shown = "".join(
        f"<figure><img src='/{name}.jpg'><figcaption>{caption}</figcaption></figure>"
        for name, caption in (("deck", "The new deck"), ("toll", "The toll house"), ("quay", "The quay (AFP)"))
    )
    page = extract_page(
        "<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>"
        f"{BODY}<figure class='gallery'>{shown}</figure></article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (
        Picture(ADDRESS, "The new deck"),
        Picture("https://news.example/toll.jpg", "The toll house"),
        Picture("https://news.example/quay.jpg", "The quay", "AFP"),
    )


@pytest.mark.parametrize(
    "line", ["Additional reporting by Rana Aziz", "ترجمة: رنا عزيز", "Rana Aziz contributed to this"]
)
def test_who_worked_on_a_text_is_said_in_italics_below_it_and_is_no_caption(line):
    record = read_page(
        "<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>"
        f"{IMG}{BODY}<p><em>{line}</em></p></article></body></html>".encode(),
        "https://news.example/a/b",
    )
    assert [edition["captions"] for edition in record["editions"].values()] == [[]]


@pytest.mark.parametrize(
    ("around", "after"),
    [
        ("<figure class='widget-picture'>", "</figure>"),
        ("<aside class='enhancement'><figure>", "</figure></aside>"),
        ("<div class='teaser'><figure>", "</figure></div>"),
    ],
)
def test_a_figure_that_leads_nowhere_is_of_the_article_whatever_it_is_called(around, after):
    first, *others = BODY.removesuffix("</p>").split("</p>")
    text = f"{first}</p>{around}{IMG}<figcaption>The new deck on Sunday</figcaption>{after}{'</p>'.join(others)}</p>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{text}</article>"
        "</body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, "The new deck on Sunday"),)
    assert page.residue == ()


def test_a_figure_in_a_teaser_that_leads_to_a_page_is_another_articles():
    teaser = f"<div class='teaser'><figure><a href='/toll'>{IMG}</a><figcaption>Tolls rise on Monday</figcaption></figure></div>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{BODY}{teaser}"
        "</article></body></html>",
        "https://news.example/a/b",
    )
    assert (page.pictures, page.residue) == ((), ("Tolls rise on Monday",))
