"""Which blocks of a page are paragraphs of its article."""

from crawler.extract import extract_page
from crawler.models import Role

URL = "https://news.example/2026/ferry/"
TITLE = "A ferry pilot who counts his crossings"
TEXT = [
    "Every morning before five, Karim Mansour writes one line into a small green book and then starts the engine.",
    "The book holds the date, the height of the water and how many people crossed, and it goes back to 1987.",
    "Last winter he typed all of it into a computer, and a cousin who studies in the capital wrote a short program.",
    "It turned out that the river is lowest two weeks earlier than it was when he began, and that Mondays are busiest.",
    "The harbour office has asked for a copy, he says, and he is thinking about what to ask for in return.",
]


def paragraphs_of(article, below=""):
    html = f"""<!doctype html><html lang="en"><head><title>{TITLE} - The Quay</title></head><body>
    <header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
    <main><article><h1>{TITLE}</h1>{article}</article>{below}</main>
    <footer><p>The Quay is printed every day of the week but Friday, and delivered along the river.</p></footer></body></html>"""
    (edition,) = extract_page(html, URL).editions
    return list(edition.texts(Role.PARAGRAPH))


def tags(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_text_is_kept_without_the_longer_listing_that_it_tells_of():
    listing = "\n".join(f"levels[{day}] = read(book, line={day}, column='height')" for day in range(40))
    opened = f"<div class='code-box expandable'><div><pre><code>{listing}</code></pre></div></div>"
    assert paragraphs_of(tags(TEXT[:3]) + opened + tags(TEXT[3:])) == TEXT
