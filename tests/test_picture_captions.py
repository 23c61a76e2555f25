"""Each picture with the caption and credit that stand under it."""

import pytest

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
    "a label": (f"<p>{IMG}</p><p>Pic: The new deck</p>", "The new deck", None),
    "an Arabic label": (f"<p>{IMG}</p><p>صورة: الجسر بعد إصلاحه</p>", "الجسر بعد إصلاحه", None),
    "nothing": (f"<p>{IMG}</p>", None, None),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_has_the_caption_and_the_credit_that_stand_under_it(name):
    markup, caption, credit = PICTURES[name]
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{markup}{BODY}"
        "</article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, caption, credit),)


def test_hidden_lines_before_a_picture_do_not_shift_its_caption():
    hidden = "<p hidden>One moment please.</p><p style='display:none'>Two moments please.</p>"
    page = extract_page(
        f"<html><head><title>The bridge reopens</title></head><body><article><h1>The bridge reopens</h1>{hidden}{BODY}"
        f"<figure>{IMG}<figcaption>The new deck</figcaption></figure></article></body></html>",
        "https://news.example/a/b",
    )
    assert page.pictures == (Picture(ADDRESS, "The new deck"),)
