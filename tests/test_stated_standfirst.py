"""Standfirsts and headlines that the head of a page tells, and names that look like a standfirst's and are none."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/11/viaduct/"
HEADLINE = "The rail bridge that cut a valley in two"
STANDFIRST = "Traders in the valley say the closure has cost them a third of their takings, and no work has begun"
TEXT = [
    "The sign on the barrier says two weeks. Someone has added a zero in marker pen, and someone else a second one.",
    "It has been 61 days since engineers found a crack wide enough for a hand in the third pier and stopped the trains.",
    "The railway said it was sorry and was working at pace with its partners to agree a programme for the repair.",
]


def edition_of(body, description="", title=HEADLINE):
    head = f"<title>{title}</title><meta name='description' content='{description}'>"
    (edition,) = extract_page(f"<html lang='en'><head>{head}</head><body>{body}</body></html>", URL).editions
    return edition


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_stated_description_below_the_headline_is_the_standfirst():
    above = f"<div data-part='head'><h1>{HEADLINE}</h1></div><div data-part='stand'><p>{STANDFIRST}</p></div>"
    meta = "<div><p class='byline'>By Rana Haddad</p></div>"
    edition = edition_of(f"<main>{above}{meta}<div>{paragraphs(*TEXT)}</div></main>", STANDFIRST)
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (STANDFIRST, tuple(TEXT))


def test_a_description_that_is_the_first_paragraph_is_text():
    edition = edition_of(f"<main><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT)}</div></main>", TEXT[0])
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, tuple(TEXT))


@pytest.mark.parametrize(
    "first",
    [f"<p class='has-drop-cap'>{TEXT[0]}</p>", f"<p class='dropcap'>{TEXT[0]}</p>"],
)
def test_a_first_paragraph_with_a_large_letter_is_text(first):
    edition = edition_of(f"<main><h1>{HEADLINE}</h1><div>{first}{paragraphs(*TEXT[1:])}</div></main>")
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, tuple(TEXT))


def test_an_element_named_for_a_text_with_a_summary_is_the_text():
    body = f"<div class='field-type-text-with-summary'>{paragraphs(*TEXT)}</div>"
    edition = edition_of(f"<main><h1>{HEADLINE}</h1>{body}</main>")
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (None, tuple(TEXT))


def test_a_line_above_the_headline_does_not_put_the_standfirst_below_the_text():
    above = f"<p class='photo-text'>A viaduct stands behind orange fencing. © Rana Haddad</p><h1>{HEADLINE}</h1>"
    edition = edition_of(f"<article>{above}<p class='lead'>{STANDFIRST}.</p><div>{paragraphs(*TEXT)}</div></article>")
    assert edition.text(Role.STANDFIRST) == f"{STANDFIRST}."


def test_without_headings_the_line_that_the_title_ends_with_is_the_headline():
    lines = (
        f"<b>LOCAL NEWS</b><br>Friday, May 18, 2001<p><font size=5><b>{HEADLINE}</b></font><br>By <b>Rana Haddad</b>"
    )
    cell = f"<table><tr><td>{lines}{paragraphs(*TEXT)}</td></tr></table>"
    edition = edition_of(cell, title=f"Valley Courier Online: {HEADLINE}")
    assert (edition.text(Role.HEADLINE), edition.text(Role.STANDFIRST)) == (HEADLINE, None)
    assert (edition.text(Role.BYLINE), edition.texts(Role.PARAGRAPH)) == ("By Rana Haddad", tuple(TEXT))


@pytest.mark.parametrize("control", ["Image", "View image in fullscreen", "Toggle caption", "Detailansicht öffnen"])
def test_what_may_be_done_with_a_picture_is_no_caption(control):
    figure = f"<figure><span>{control}</span><img src='/p.jpg'><figcaption>The pier on Sunday</figcaption></figure>"
    edition = edition_of(f"<main><h1>{HEADLINE}</h1><div>{figure}{paragraphs(*TEXT)}</div></main>")
    assert edition.texts(Role.CAPTION) == ("The pier on Sunday",)


@pytest.mark.parametrize("line", ["For Immediate Release", "Listen • 3:52", "Lesezeit: 5 Minuten", "3 min de lectura"])
def test_a_label_between_headline_and_text_is_neither_byline_nor_standfirst(line):
    edition = edition_of(f"<main><h1>{HEADLINE}</h1><div class='x'>{line}</div>{paragraphs(*TEXT)}</main>")
    assert (edition.text(Role.BYLINE), edition.text(Role.STANDFIRST)) == (None, None)


def test_a_button_above_the_standfirst_does_not_make_it_text():
    above = f"<h1>{HEADLINE}</h1><div class='k2'><div class='k3'>Artikel anhören</div></div>"
    text = "".join(f"<p class='k5'>{one}</p>" for one in TEXT)
    edition = edition_of(f"<article><div>{above}<p class='k4'>{STANDFIRST}.</p>{text}</div></article>")
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (f"{STANDFIRST}.", tuple(TEXT))


def test_paragraphs_that_a_further_class_counts_look_alike():
    text = "".join(f"<p class='k5 {'odd' if place % 2 else 'even'}'>{one}</p>" for place, one in enumerate(TEXT))
    edition = edition_of(f"<article><h1>{HEADLINE}</h1><p class='k4'>{STANDFIRST}.</p>{text}</article>")
    assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)) == (f"{STANDFIRST}.", tuple(TEXT))


def test_a_sentence_in_a_heading_of_its_own_element_is_no_section_head():
    text = paragraphs(TEXT[0]) + "<h2 class='k6'>Sixty-one days</h2>" + paragraphs(*TEXT[1:])
    edition = edition_of(
        f"<main><div><h1>{HEADLINE}</h1></div><div class='k4'><h2>{STANDFIRST}.</h2></div><div>{text}</div></main>"
    )
    assert edition.text(Role.STANDFIRST) == f"{STANDFIRST}."
    assert edition.texts(Role.PARAGRAPH) == (TEXT[0], "Sixty-one days", *TEXT[1:])


def test_neither_the_hour_nor_the_way_to_the_page_is_a_standfirst():
    text = "".join(f"<p class='k5'>{one}</p>" for one in TEXT)
    hour = edition_of(f"<article><h1>{HEADLINE}</h1><div class='k4'>6:14 a.m.</div>{text}</article>")
    crumbs = f"<div class='entry-crumbs'><span><a href='/'>Home</a></span> <span>{HEADLINE}</span></div>"
    way = edition_of(f"<div><div>{crumbs}</div><div><h1>{HEADLINE}</h1>{text}</div></div>")
    assert (hour.text(Role.STANDFIRST), way.text(Role.STANDFIRST)) == (None, None)
    assert way.texts(Role.PARAGRAPH) == tuple(TEXT)


def test_a_place_a_section_or_a_number_is_no_standfirst_though_it_is_called_one():
    text = "".join(f"<p class='k5'>{one}</p>" for one in TEXT)
    above = (
        f"<article><p class='occhiello'>SIDON</p><h1>{HEADLINE}</h1><h2 class='k4'>{STANDFIRST}</h2>{text}</article>"
    )
    assert edition_of(above).text(Role.STANDFIRST) == STANDFIRST
    for label in ("Buying Guide", "特集"):
        edition = edition_of(f"<article><h1>{HEADLINE}</h1><div class='subtitle'>{label}</div>{text}</article>")
        assert (edition.text(Role.STANDFIRST), edition.texts(Role.PARAGRAPH)[-3:]) == (None, tuple(TEXT))
