"""What an element within a paragraph or a quotation does to its line."""

import pytest

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://quay.example/2026/11/ferry/"
TITLE = "A ferry pilot who counts his crossings"
TEXT = [
    "Every morning before five, Karim Mansour writes one line into a small green book and then starts the engine.",
    "The book holds the date, the height of the water and how many people crossed, and it goes back to 1987.",
    "Last winter he typed all of it into a computer, and a cousin who studies in the capital wrote a short program.",
    "It turned out that the river is lowest two weeks earlier than it was when he began, and that Mondays are busiest.",
]
BETWEEN = {
    "a day within a sentence": (
        "<p>The council met <time datetime='2026-11-03'>on Tuesday</time> and denied it all.</p>",
        ["The council met on Tuesday and denied it all."],
    ),
    "a drop cap": ("<p><span class='dropcap'>T</span>he council denies it.</p>", ["The council denies it."]),
    "who is quoted, in a footer": (
        "<blockquote><p>I count because nobody else does.</p><footer>— Karim Mansour, pilot</footer></blockquote>",
        ["I count because nobody else does.", "— Karim Mansour, pilot"],
    ),
    "who is quoted, in a cite": (
        "<blockquote>I count because nobody else does.<cite>Karim Mansour</cite></blockquote>",
        ["I count because nobody else does.", "Karim Mansour"],
    ),
    "a quotation in a part of its own, its speaker called an author": (
        "<div class='quote'><blockquote><div>I count because nobody else does.</div>"
        "<footer><div class='quote-author'>Karim Mansour, pilot</div></footer></blockquote></div>",
        ["I count because nobody else does.", "Karim Mansour, pilot"],
    ),
    "who is quoted, in a figure without a picture": (
        "<figure><blockquote><p>I count because nobody else does.</p></blockquote>"
        "<figcaption>— Karim Mansour, pilot</figcaption></figure>",
        ["I count because nobody else does.", "— Karim Mansour, pilot"],
    ),
    "elements of the site's own": (
        "<x-text>The council denies it all, it said.</x-text><x-text>The pilot does not deny it.</x-text>",
        ["The council denies it all, it said.", "The pilot does not deny it."],
    ),
    "terms and what they mean": (
        "<dl><dt>Ferry</dt><dd>The boat that carries people across.</dd><dt>Goat</dt><dd>Nobody counts it.</dd></dl>",
        ["Ferry", "The boat that carries people across.", "Goat", "Nobody counts it."],
    ),
    "a sentence in a bare element": (
        "<div><span>The council denies it all, it said</span> <span>on Tuesday.</span></div>",
        ["The council denies it all, it said on Tuesday."],
    ),
    "a post that ends in the address of its picture": (
        "<blockquote class='twitter-tweet'><p lang='en' dir='ltr'>The ferry is late again "
        "<a href='https://t.example/x'>pic.twitter.com/abc</a></p>&mdash; Quay (@quay) <a href='/1'>May 3, 2026</a>"
        "</blockquote>",
        ["The ferry is late again pic.twitter.com/abc"],
    ),
}


def page_of(between):
    lines = [f"<p>{line}</p>" for line in TEXT]
    return extract_page(
        f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
        <nav><a href="/">Home</a> <a href="/news">News</a></nav>
        <main><article><h1>{TITLE}</h1>{"".join(lines[:2])}{between}{"".join(lines[2:])}</article></main>
        <footer><p>The Quay is printed every day of the week but Friday.</p></footer></body></html>""",
        URL,
    )


@pytest.mark.parametrize(("between", "said"), BETWEEN.values(), ids=BETWEEN)
def test_what_stands_between_two_paragraphs_is_read_in_lines_of_its_own(between, said):
    (edition,) = page_of(between).editions
    assert list(edition.texts(Role.PARAGRAPH)) == [*TEXT[:2], *said, *TEXT[2:]]


def test_a_day_within_a_sentence_is_not_when_the_article_was_published():
    page = page_of(BETWEEN["a day within a sentence"][0])
    assert (page.date_metadata, page.date_lines) == ((), ())


PICTURES = {
    "in sizes": "<img srcset='https://q.example/s.jpg 320w, https://q.example/p.jpg 1200w, /m.jpg 800w' alt=''>",
    "in densities, with commas in an address": "<img srcset='/w_1,h_2/s.jpg 1x, https://q.example/p.jpg 2x'>",
    "loaded late": "<img src='data:image/gif;base64,R0' data-srcset='https://q.example/p.jpg 1x'>",
    "in a picture's source": "<picture><source srcset='https://q.example/p.jpg'><img src='data:image/gif;base64,R0'></picture>",
    "for readers without scripts": "<img src='data:image/gif;base64,R0'><noscript><img src='https://q.example/p.jpg'></noscript>",
    "in an AMP page": "<amp-img src='https://q.example/p.jpg' width='3' height='2'></amp-img>",
}


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_picture_is_kept_with_its_caption_however_its_address_is_given(picture):
    pictures = page_of(f"<figure>{picture}<figcaption>The ferry at dawn</figcaption></figure>").pictures
    assert [(one.url, one.caption) for one in pictures] == [("https://q.example/p.jpg", "The ferry at dawn")]


NO_PICTURES = {
    "a beacon": "<noscript><img src='https://count.example/p.gif' width='1' height='1'></noscript>",
    "a beacon by its style": "<noscript><img src='/b.gif' style='height:1px;width:1px' alt=''></noscript>",
    "a beacon that is shown": "<img src='https://count.example/p.gif' width='1' height='1' alt=''>",
    "another size of one that is shown": "<img src='/p.jpg'><noscript><img src='/large.jpg'></noscript>",
    "an advertisement": "<noscript><a href='/ad'><img src='https://ads.example/avw.php?zoneid=39&n=5'></a></noscript>",
}


@pytest.mark.parametrize("unscripted", NO_PICTURES.values(), ids=NO_PICTURES)
def test_not_all_that_is_there_for_readers_without_scripts_is_a_picture_of_the_article(unscripted):
    addresses = {one.url for one in page_of(f"<div>{unscripted}</div>").pictures}
    assert addresses <= {"https://quay.example/p.jpg"}
