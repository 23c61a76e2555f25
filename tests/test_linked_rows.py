"""Rows under linked headlines: other articles' cards among an article's paragraphs, and rows that are the article."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role
from tests.ferry_story import HEADLINES, OTHERS, TEXTS, URL

HEADLINE, PARAGRAPHS = HEADLINES["en"], tuple(TEXTS["en"])
INTRODUCTION = "Three kitchens stay open on the coast in winter, and we ate in all of them."
KITCHENS = (
    (
        "Salt Cellar",
        "Eleven tables under the customs house and no menu: one eats what came off the boats that morning.",
    ),
    ("The Lamp Room", "Soup and bread for four in the room where the keepers used to sleep. Closed when there is fog."),
    ("Mother Agda", "She has cooked in one kitchen since 1979 and will not be hurried. Bring a book, or a friend."),
)


def paragraphs_of(body, headline=HEADLINE):
    page = extract_page(f"<html lang='en'><body><div><h1>{headline}</h1>{body}</div></body></html>", URL)
    (edition,) = page.editions
    return edition.texts(Role.PARAGRAPH)


def text(*paragraphs):
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def cards(make, count=2):
    return "".join(
        make.format(address=f"/n/{place}", headline=headline, said=said)
        for place, (headline, said) in enumerate(OTHERS["en"][:count])
    )


ENTRIES = cards("<li><b><a href='{address}'>{headline}</a></b><br>{said}<br><small>3 May 2026</small></li>")
CELLS = cards("<tr><td><a href='{address}'>{headline}</a></td><td>{said}</td></tr>")
SETS_OF_CARDS = {
    "a list of links over a line each": f"<ul>{ENTRIES}</ul>",
    "cells": f"<table>{CELLS}</table>",
    "boxes whose headlines are no headings": cards(
        "<div><div><a href='{address}'>{headline}</a></div><div>{said}</div></div>"
    ),
    "headings and lines right among the paragraphs": "<h2>More stories</h2>"
    + cards("<h3><a href='{address}'>{headline}</a></h3><p>{said}</p>"),
    "pictures that are the links": cards(
        "<div><a href='{address}'><img src='/a.jpg'></a><h5>{headline}</h5><p>{said}</p></div>"
    ),
    "terms and what is said of them": "<dl>"
    + cards("<dt><a href='{address}'>{headline}</a></dt><dd>{said}</dd>")
    + "</dl>",
    "dates between the headings and the lines": "<h2>From the archive</h2>"
    + cards("<h2><a href='{address}'>{headline}</a></h2><p>3 May 2026</p><p>{said}</p>"),
    "headings over a link to read on": cards(
        "<div><h3>{headline}</h3><p>{said}</p><p><a href='{address}'>Read the full story</a></p></div>"
    ),
    "one card with its picture": cards(
        "<div><a href='{address}'><img src='/a.jpg'></a><h4><a href='{address}'>{headline}</a></h4><p>{said}</p></div>",
        count=1,
    ),
}


@pytest.mark.parametrize("own", SETS_OF_CARDS.values(), ids=SETS_OF_CARDS)
@pytest.mark.parametrize("place", [1, 2], ids=["between", "behind"])
def test_cards_among_the_paragraphs_are_no_part_of_the_text(own, place):
    longer = PARAGRAPHS * 2
    assert paragraphs_of(text(*longer[:place]) + own + text(*longer[place:])) == longer


ROWS_THAT_ARE_THE_TEXT = {
    "bare": "<h3><a href='/places/{number}'>{name}</a></h3><p>{said}</p>",
    "in boxes": "<div><h3><a href='https://kitchen-{number}.example/'>{name}</a></h3><p>{said}</p></div>",
    "in boxes with pictures": "<div><a href='https://kitchen-{number}.example/'><img src='/{number}.jpg'></a>"
    "<h3><a href='https://kitchen-{number}.example/'>{name}</a></h3><p>{said}</p></div>",
}


@pytest.mark.parametrize("make", ROWS_THAT_ARE_THE_TEXT.values(), ids=ROWS_THAT_ARE_THE_TEXT)
def test_rows_that_say_more_than_the_rest_are_the_article_with_their_headings(make):
    rows = "".join(make.format(number=place, name=name, said=said) for place, (name, said) in enumerate(KITCHENS))
    read = paragraphs_of(text(INTRODUCTION) + rows, "Three kitchens that stay open all winter")
    assert read == (INTRODUCTION, *(line for row in KITCHENS for line in row))


def test_rows_that_lead_to_other_sites_are_the_articles_however_long_it_is():
    rows = "".join(
        f"<div><h3><a href='https://kitchen-{place}.example/'>{name}</a></h3><p>{said}</p></div>"
        for place, (name, said) in enumerate(KITCHENS)
    )
    longer = (*PARAGRAPHS, INTRODUCTION, *PARAGRAPHS)
    read = paragraphs_of(f"{text(*longer)}{rows}")
    assert read == (*longer, *(line for row in KITCHENS for line in row))


def test_what_a_line_with_a_colon_leads_to_is_the_texts():
    own = cards("<div><h5><a href='{address}'>{headline}</a></h5><p>{said}</p></div>")
    read = paragraphs_of(f"{text(*PARAGRAPHS)}<p>Explore the chapters:</p>{own}")
    assert read[-1] == OTHERS["en"][1][1]


def test_a_heading_with_byline_and_date_beside_a_portrait_is_no_card():
    head = (
        "<div><h2><a href='/ferry'>Ferries</a></h2><a href='/by/rana'><img src='/r.jpg'></a>"
        "<span class='byline'>By Rana Haddad</span><time>3 May 2026</time></div>"
    )
    page = extract_page(
        f"<html lang='en'><body><div><h1>{HEADLINE}</h1>{head}{text(*PARAGRAPHS)}</div></body></html>", URL
    )
    (edition,) = page.editions
    assert (edition.text(Role.BYLINE), edition.text(Role.DATELINE)) == ("By Rana Haddad", "3 May 2026")


def test_headings_that_lead_to_pages_of_the_site_are_text_where_what_they_head_is_most_of_it():
    rows = "".join(
        f"<div><p><time>{16 - place}:42</time></p><h2><a href='/live/{place}'>{name}</a></h2><p>{said}</p></div>"
        for place, (name, said) in enumerate(KITCHENS)
    )
    assert paragraphs_of(rows, "Winter kitchens live") == tuple(line for row in KITCHENS for line in row)


def test_one_card_may_have_its_text_above_its_headline():
    (headline, said), *_ = OTHERS["en"]
    card = (
        f"<div><a href='/n/1'><img src='/a.jpg'></a><div><p>{said}</p>"
        f"<a href='/n/1'><strong>{headline}</strong></a></div></div>"
    )
    longer = PARAGRAPHS * 2
    assert paragraphs_of(text(*longer[:2]) + card + text(*longer[2:])) == longer


def test_a_site_with_addresses_of_its_own_is_not_the_shop_that_a_test_links_to():
    rows = "".join(
        f"<div><h3><a href='https://shop.example/{place}'>{name}</a></h3><p>{said}</p>"
        f"<a href='https://shop.example/{place}'>Buy now</a></div>"
        for place, (name, said) in enumerate(KITCHENS)
    )
    menu = "".join(
        f"<a href='/{section}'>{section}</a> " for section in ("news", "sport", "food", "film", "jobs", "tv")
    )
    body = f"<nav>{menu}</nav><div><h1>Three stoves</h1>{text(*PARAGRAPHS * 3)}{rows}</div>"
    (edition,) = extract_page(f"<html lang='en'><body>{body}</body></html>", URL).editions
    assert edition.texts(Role.PARAGRAPH)[6:] == tuple(line for row in KITCHENS for line in row)


def test_whoever_signs_the_last_of_several_letters_wrote_no_more_than_that():
    letters = ("Hanne Dahl, Bergen", "Piet Smit, Leiden")
    body = "".join(
        f"<h3>Letter {place}</h3><p>{said}</p><p>{name}</p>"
        for place, (name, said) in enumerate(zip(letters, PARAGRAPHS, strict=True))
    )
    page = extract_page(f"<html lang='en'><body><div><h1>Letters to us</h1>{body}</div></body></html>", URL)
    (edition,) = page.editions
    assert edition.text(Role.BYLINE) is None
    assert edition.texts(Role.PARAGRAPH) == (
        *("Letter 0", PARAGRAPHS[0], letters[0]),
        *("Letter 1", PARAGRAPHS[1], letters[1]),
    )


def test_the_days_of_a_story_are_its_headings_and_not_its_date():
    days = (("May 1961", "The bridge opens after six years of work."), ("August 2025", "A diver finds a crack in it."))
    body = text(*PARAGRAPHS) + "".join(f"<div><h4>{day}</h4><p>{said}</p></div>" for day, said in days)
    page = extract_page(f"<html lang='en'><body><div><h1>{HEADLINE}</h1>{body}</div></body></html>", URL)
    (edition,) = page.editions
    assert edition.text(Role.DATELINE) is None
    assert edition.texts(Role.PARAGRAPH) == (*PARAGRAPHS, *(line for day in days for line in day))


def test_a_line_at_the_end_about_the_writer_whom_only_the_byline_names_is_no_text():
    byline, story = (
        "<p>By Rana Haddad</p>",
        "Rana Haddad is a reporter on the city desk and has covered the port since 2017.",
    )
    assert paragraphs_of(byline + text(*PARAGRAPHS, story)) == PARAGRAPHS
