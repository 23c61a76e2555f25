"""Every visible character of an article's part of a page is in exactly one field, or in the residue."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup

from crawler import read_page
from jobs.demo.articles import articles_in
from jobs.demo.responses import answer

ORIGIN = "http://sample.example"
UNSEEN = "script, style, noscript, template, [hidden], .screen-reader-text"
PAGES = [
    (state, path)
    for state in ("first", "second")
    for article in articles_in(state)
    for path in (article.path, article.arabic_path)
    if path
]


def visible_characters(html):
    """The characters of the <article> that a reader sees, counted; read by another parser than the project's."""
    soup = BeautifulSoup(html, "html.parser")
    article = soup.select_one("article.hentry") or soup.select_one("article")  # comments are articles too
    for node in article.select(UNSEEN):
        node.decompose()
    return Counter(character for character in article.get_text() if not character.isspace())


def recorded_characters(record):
    """The characters of all fields and of the residue, counted."""
    texts = list(record["residue"])
    for edition in record["editions"].values():
        texts += [edition[role] for role in ("headline", "standfirst", "dateline", "byline") if edition[role]]
        texts += edition["paragraphs"] + edition["captions"]
    return Counter(character for text in texts for character in text if not character.isspace())


@pytest.mark.parametrize(("state", "path"), PAGES, ids=lambda value: value)
def test_every_visible_character_of_a_sample_page_is_in_one_field_or_in_the_residue(state, path):
    response = answer(path, state, ORIGIN)
    record = read_page(response.body, ORIGIN + path)
    charset = "windows-1256" if b"windows-1256" in response.content_type.encode() else "utf-8"
    assert recorded_characters(record) == visible_characters(response.body.decode(charset))


def test_the_count_would_show_a_lost_and_a_doubled_character():
    html = "<article><h1>Title</h1><p>One line of text that is long enough to be read as an article, by all means.</p></article>"
    record = read_page(html.encode(), "http://sample.example/a")
    assert recorded_characters(record) == visible_characters(html)
    record["residue"].append("x")
    assert recorded_characters(record) != visible_characters(html)
