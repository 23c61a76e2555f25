"""Links to other sites among the text: its sources are text, offers and ways to more articles are not."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://quay.example/2026/11/ferries/"
TITLE = "The old ferries return to the river"
TEXT = [
    "The three old ferries that were sold two years ago are back on the river, the harbour company said on Sunday.",
    "They were bought by a museum in the north, which had no water deep enough for them and no money for the repairs.",
    "The first of them carries passengers again from Monday, the others follow before the end of the winter.",
]
FURTHER = "Anyone who wants to know how the museum lost them can read it there."


def page_of(inner, address=URL):
    return f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title>
    <link rel="canonical" href="{URL}"></head><body>
    <header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
    <main><article><h1>{TITLE}</h1><div class="body">{inner}</div></article></main>
    <footer><p>The Quay appears every day but Friday, and has done so for a hundred years.</p></footer></body></html>"""


def link(text, address="https://museum.example/loss", rel=""):
    return f'<a href="{address}" rel="{rel}">{text}</a>'


def paragraphs(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def list_of(*entries):
    return f"<ul>{''.join(f'<li>{entry}</li>' for entry in entries)}</ul>"


def read(inner):
    (edition,) = extract_page(page_of(inner), URL).editions
    return list(edition.texts(Role.PARAGRAPH))


BOOKS = ["Ferries of the Lower River", "A Short Book of Landings"]
CHOSEN = "The following were chosen from the museum's own papers and looked at twice."
LINKED = list_of(*(link(book) for book in BOOKS))
SOURCES = {
    "a sentence that is one link, between paragraphs": (
        f"{paragraphs(TEXT[:2])}<p>{link(FURTHER)}</p>{paragraphs(TEXT[2:])}",
        [*TEXT[:2], FURTHER, TEXT[2]],
    ),
    "a list under a line that ends in a colon": (
        f"{paragraphs(TEXT)}<p>We recommend:</p>{LINKED}",
        [*TEXT, "We recommend:", *BOOKS],
    ),
    "a list under its heading": (
        f"<h2>The return</h2>{paragraphs(TEXT)}<h2>Sources</h2>{LINKED}",
        ["The return", *TEXT, "Sources", *BOOKS],
    ),
    "a list in a section of its own, with a word before it": (
        f"<h2>The return</h2>{paragraphs(TEXT)}<section class='src'><h2>Sources</h2><p>{CHOSEN}</p>{LINKED}</section>",
        ["The return", *TEXT, "Sources", CHOSEN, *BOOKS],
    ),
}


@pytest.mark.parametrize("what", SOURCES)
def test_sources_on_other_sites_are_text(what):
    inner, expected = SOURCES[what]
    assert read(inner) == expected


NO_SOURCES = {
    "a sentence that leads to another article of the site": f"<p>{link(FURTHER, '/2026/10/museum')}</p>",
    "a line that is no sentence": f"<p>{link('Buy a ticket for the ferry')}</p>",
    "a sentence that is paid for": f"<p>{link(FURTHER, rel='sponsored nofollow')}</p>",
    "a sentence that calls": f"<p>{link('Give to the ferries now, friends!')}</p>",
    "a list under a label of a box": f"<h3>Related articles</h3>{LINKED}",
    "names of networks": f"<p>Find us there:</p>{list_of(link('Facebook'), link('Instagram'))}",
}


@pytest.mark.parametrize("what", NO_SOURCES)
def test_what_is_no_source_stays_out(what):
    found = read(f"{paragraphs(TEXT[:2])}{NO_SOURCES[what]}{paragraphs(TEXT[2:])}")
    assert [text for text in found if text != "Find us there:"] == TEXT


def test_a_site_that_most_links_lead_to_is_the_pages_own():
    menu = "".join(link(f"Section {number}", f"https://cdn.example/s/{number}") for number in range(6))
    found = read(
        f"{paragraphs(TEXT[:2])}<p>{link(FURTHER, 'https://cdn.example/a')}</p>{paragraphs(TEXT[2:])}<p>{menu}</p>"
    )
    assert found == TEXT
