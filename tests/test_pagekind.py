"""Which pages hold an article and which are walls, errors or lists; the pages were written for it, in both languages."""

import csv
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.derive import derive, read_capture
from crawler.extract import extract_page
from crawler.kinds.page_kinds import REASONS, PageKind
from crawler.kinds.page_signs import read_signs
from crawler.kinds.pagekind_words import fold, says
from crawler.models import Capture, NotAnArticle, OutcomeKind

PAGES = Path(__file__).parent / "pages"
URL = "https://gazette.example/2026/03/a-story-of-the-day"
BLOCKED = {PageKind.CHALLENGE, PageKind.BLOCKED, PageKind.RATE_LIMIT, PageKind.GEO_BLOCK}
PROSE = [
    "The old bridge over the river reopened on Sunday after repairs that took eleven months and cost two lives.",
    "Engineer Salma Haddad said that 42 workers had replaced the wooden deck and every bolt of the eastern half.",
    "Cars may cross from Monday; carts, as the town has been told since 1931, may not.",
]


def rows(name):
    with (PAGES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def read(folder, row):
    return extract_page((PAGES / folder / row["file"]).read_text(encoding="utf-8"), row["url"])


def plain_page(headline, *lines, head="", title=None):
    """A page of a small site without structured data."""
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return (
        f"<html><head><title>{title or f'{headline} | The Gazette'}</title>{head}</head><body>"
        f"<div><a href='/'>The Gazette</a> <a href='/n'>News</a></div><div><h1>{headline}</h1>{paragraphs}</div>"
        "<div><p>The Gazette is an independent newspaper published six days a week since 1974.</p></div></body></html>"
    )


WALLS, ARTICLES = rows("walls/pages.tsv"), rows("odd_articles/pages.tsv")


@pytest.mark.parametrize("row", WALLS, ids=lambda row: row["file"])
def test_a_page_that_is_no_article_is_said_to_be_none_and_why(row):
    kind = PageKind(row["kind"])
    outcome = OutcomeKind.BLOCKED if kind in BLOCKED else OutcomeKind.NOT_AN_ARTICLE
    assert read("walls", row).problem == NotAnArticle(outcome, f"{kind}: {REASONS[kind]}")


@pytest.mark.parametrize("row", ARTICLES, ids=lambda row: row["file"])
def test_a_short_or_odd_article_is_an_article(row):
    assert read("odd_articles", row).problem is None


def test_an_article_that_is_the_newest_of_the_cards_below_it_is_an_article():
    """A site that gathers others' news shows each item's summary twice: by itself, and in the list of the newest."""
    items = [
        (
            f"Harbour report number {number}: the quay is repaired again",
            f"Divers looked at pile {number} of the old quay on Monday and found that it needs a new foot of stone.",
        )
        for number in range(1, 13)
    ]
    headline, summary = items[0]
    cards = "".join(
        f"<div><a href='/s/{n}'>{title} # Quay</a></div><div>{text}</div>" for n, (title, text) in enumerate(items)
    )
    page = f"""<html><head><title>{headline} - The Gatherer</title></head><body><div>
        <h2>{headline}</h2><div>The Quay, 20 September 2026 16:20</div><p>{summary}</p>
        <p><a href="https://quay.example/1">Read the whole report</a></p><h3>More from The Quay</h3>{cards}</div></body></html>"""
    assert extract_page(page, "https://gatherer.example/en/story/10939686").problem is None


@pytest.mark.parametrize(("folder", "least"), [("walls", 30), ("odd_articles", 20)])
def test_both_languages_have_their_pages(folder, least):
    listed = [row["file"] for row in rows(f"{folder}/pages.tsv")]
    counts = Counter(name.split("/")[0] for name in listed)
    assert min(counts["ar"], counts["en"]) >= least
    assert sorted(listed) == sorted(f"{path.parent.name}/{path.name}" for path in (PAGES / folder).glob("*/*.html"))


@pytest.mark.parametrize("title", ["{} | The Gazette", "The Gazette"])
@pytest.mark.parametrize("row", rows("wall_wordings.tsv"), ids=lambda row: row["headline"])
def test_a_wall_is_known_by_what_it_says(row, title):
    page = extract_page(plain_page(row["headline"], row["sentence"], title=title.format(row["headline"])), URL)
    assert page.problem is not None
    assert page.problem.reason.split(":")[0] == row["kind"]


@pytest.mark.parametrize("head", ["", "<meta property='article:published_time' content='2026-03-01'>"])
@pytest.mark.parametrize("row", rows("flashes.tsv"), ids=lambda row: row["headline"])
def test_news_that_uses_a_walls_words_is_news(row, head):
    assert extract_page(plain_page(row["headline"], row["sentence"], head=head), URL).problem is None


def test_a_headline_with_words_of_its_own_names_no_kind():
    assert {row["headline"]: set(says(row["headline"])) for row in rows("flashes.tsv")} == {
        row["headline"]: set() for row in rows("flashes.tsv")
    }


def test_every_kind_gives_its_reason():
    assert set(REASONS) == set(PageKind)


def paywalled(*lines):
    flag = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Old bridge reopens","datePublished":"2026-03-01","isAccessibleForFree":false}</script>'
    return plain_page("Old bridge reopens", *lines, head=flag)


def test_a_teaser_with_an_offer_is_a_paywall_and_a_paid_article_in_full_is_an_article():
    offer = "To read the full article, choose a subscription from 2 a month."
    problem = extract_page(paywalled(PROSE[0], offer), URL).problem
    assert problem is not None
    assert problem.reason.startswith("paywall: ")
    assert extract_page(paywalled(*PROSE, *PROSE, *PROSE, offer), URL).problem is None


def test_a_paid_article_without_an_offer_is_an_article():
    assert extract_page(paywalled(*PROSE[:2]), URL).problem is None


def test_a_headline_in_a_walls_very_words_is_believed_with_enough_prose_and_a_date():
    dated = '<meta property="article:published_time" content="2026-03-01">'
    assert extract_page(plain_page("Page not found", *PROSE, *PROSE, head=dated), URL).problem is None
    undated = extract_page(plain_page("Page not found", *PROSE), URL)
    assert undated.problem is not None
    assert undated.problem.reason.startswith("soft 404: ")


def capture(body, headers=()):
    now = datetime(2026, 3, 1, tzinfo=UTC)
    return Capture(URL, URL, now, now, status=200, headers=headers, wire=body.encode())


def test_an_answer_whose_header_calls_it_a_challenge_is_blocked_whatever_its_text():
    article = plain_page("Old bridge reopens", *PROSE)
    blocked = NotAnArticle(OutcomeKind.BLOCKED, f"challenge: {REASONS[PageKind.CHALLENGE]}")
    challenged = capture(article, headers=(("CF-Mitigated", "challenge"),))
    assert read_capture(challenged) == blocked
    assert derive([capture(article), challenged]) == blocked


@pytest.mark.parametrize("fence", ["---", "+++"])
def test_a_source_with_front_matter_is_no_page_and_a_rule_of_dashes_is(fence):
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    setting = "title: The old bridge" if fence == "---" else 'title = "The old bridge"'
    source = read_capture(capture(f"{fence}\nlayout: story\n{setting}\n{fence}\n<h1>The old bridge</h1>{text}"))
    assert source == NotAnArticle(
        OutcomeKind.NOT_AN_ARTICLE, "its body is the source of a page, which no generator has made into one"
    )
    ruled = read_capture(capture(f"{fence}\n{plain_page('The old bridge', *PROSE)}\n{fence}"))
    assert ruled.problem is None


def test_elements_taken_out_of_a_page_may_stand_within_each_other():
    nested = "<nav hidden><aside><nav>Menu</nav><footer>Foot</footer></aside></nav>"
    assert read_signs(f"<body>{nested}<p>Text<span hidden>unseen</span></p></body>").message == "text"


def test_a_page_that_hides_itself_whole_is_looked_at_nevertheless():
    assert read_signs("<html aria-hidden=true><body><p>Text</p></body></html>").message == "text"


def test_a_text_is_folded_alike_in_both_ways():
    ascii_only = "  We can't   find\nthe PAGE "
    assert fold(ascii_only) == fold(f"{ascii_only}\u200f")


@pytest.mark.parametrize("unit", [". \n", "<b>.</b><br>", "<p>" + "a" * 40 + "</p>", "you are looking for the page "])
def test_a_long_page_in_doubt_is_judged_in_time(unit):
    begun = time.process_time()
    extract_page(f"<html><body>{unit * 4000}</body></html>", URL)
    assert time.process_time() - begun < 5
