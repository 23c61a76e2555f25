"""What sites set between a headline and the text: who wrote, when, and tools of the page."""

import pytest

from crawler import read_page
from crawler.page.text_size import is_text_size_tool

HEADLINE = "The lighthouse of Ras Amer is lit again"
TEXT = [
    "The lighthouse of Ras Amer was lit on Sunday evening for the first time since the storm of last winter.",
    "Its keeper, Nadia Sabbagh, had carried the new lamp up all 212 steps by herself, in four parts.",
    "Fishermen had gone out by the light of a petrol station for nine months, and three boats were lost.",
    "The harbour office says that the lamp will be looked after by the town, which has paid for half of it.",
]


def edition_of(between, language="en", text=TEXT, headline=HEADLINE):
    body = "".join(f"<p>{line}</p>" for line in text)
    html = (
        f"<html lang='{language}'><head><title>{headline}</title></head><body><div id='page'><div class='story'>"
        f"<h1>{headline}</h1>{between}<div class='story-text'>{body}</div></div></div></body></html>"
    )
    return read_page(html.encode(), "https://news.example/2026/11/lighthouse")["editions"][language]


def test_a_heading_called_a_byline_that_says_by_is_the_byline():
    edition = edition_of("<h3 class='byline'>BY NADIA SABBAGH AND OMAR RIFAI</h3>")
    assert edition["byline"] == "BY NADIA SABBAGH AND OMAR RIFAI"
    assert edition["headline"] == HEADLINE
    assert edition["paragraphs"] == TEXT


def test_a_label_and_a_linked_name_in_one_heading_are_one_byline():
    edition = edition_of(
        "<div class='module byline'><h3>By <span class='author'><a href='/x'>Omar Rifai</a></span></h3></div>"
    )
    assert edition["byline"] == "By Omar Rifai"
    assert edition["paragraphs"] == TEXT


def test_a_byline_in_the_heading_of_the_date_is_the_byline():
    line = "<h5 class='timestamp'><span class='published'>By OMAR RIFAI, Coast News</span> | <span class='published'>July 19, 2026</span></h5>"
    edition = edition_of(line)
    assert (edition["byline"], edition["dateline"]) == ("By OMAR RIFAI, Coast News", "July 19, 2026")


def test_a_heading_in_the_text_that_begins_with_by_is_a_heading():
    lines = [*TEXT[:2], "</p><h3>By Land and Sea</h3><p>" + TEXT[2], TEXT[3], *TEXT[:2]]
    assert "By Land and Sea" in edition_of("", text=lines)["paragraphs"]


@pytest.mark.parametrize("box", ["bylineComments", "author-and-social", "title-ad-box"])
def test_byline_and_date_right_below_the_headline_are_believed_whatever_their_box_is_called(box):
    lines = f"<div class='{box}'><p>By Omar Rifai, Coast Correspondent</p><p>7:01AM BST 15 May 2026</p></div>"
    edition = edition_of(lines)
    assert edition["byline"] == "By Omar Rifai, Coast Correspondent"
    assert edition["dateline"] == "7:01AM BST 15 May 2026"


def test_a_byline_below_another_articles_link_is_that_articles():
    box = "<div class='related'><p><a href='/2'>The harbour wall holds for another winter</a></p><p>By Rana Khoury</p></div>"
    assert edition_of(box)["byline"] is None


def test_a_label_without_a_name_is_no_byline():
    edition = edition_of("<p class='author'>By</p><p class='social'>CN</p>")
    assert edition["byline"] is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Coast 09:31 August 20, 2026", "09:31 August 20, 2026"),
        ("2026-09-26 10:56:28 海岸时报网", "2026-09-26 10:56:28"),
        ("时间：2026年10月31日 23:00 浏览： 33", "2026年10月31日 23:00"),
        ("发布日期：2026-11-22 浏览次数： 33 信息来源：海岸", "2026-11-22"),
    ],
)
def test_the_date_of_a_line_with_an_hour_is_the_date_line_whatever_stands_beside_it(line, date):
    edition = edition_of(f"<div class='sub'>{line}</div>")
    assert (edition["standfirst"], edition["dateline"]) == (None, date)
    assert edition["paragraphs"] == TEXT


def test_a_line_with_an_hour_within_the_text_stays():
    lines = [*TEXT[:2], "20 August 2026, 6:14 pm: lamp lit", *TEXT[2:]]
    assert edition_of("", text=lines)["paragraphs"] == lines


@pytest.mark.parametrize(
    "tool",
    [
        "Text size A A A",
        "TEXT SIZE - +",
        "Font size: [A] [A] [A]",
        "T + -",
        "字号: [大] [中] [小] [打印]",
        "حجم الخط أ أ أ",
    ],
)
def test_the_tool_that_sets_the_size_of_the_text_is_no_standfirst(tool):
    assert is_text_size_tool(tool)
    edition = edition_of(f"<div class='tool-a'><em>{tool}</em></div>")
    assert (edition["standfirst"], edition["paragraphs"]) == (None, TEXT)


@pytest.mark.parametrize("line", ["Page 1 of 1", "Like us on Facebook", "<i class='credit'>Credit Coast / AP</i>"])
def test_pagers_invitations_and_credits_are_no_standfirst(line):
    edition = edition_of(f"<div><em>{line}</em></div>")
    assert (edition["standfirst"], edition["paragraphs"]) == (None, TEXT)


def test_a_link_to_the_comments_above_the_text_heads_no_comments():
    dated = "".join(f"<li><a href='/{n}'>Older news {n}</a> <span>{n} Jun 2026</span></li>" for n in range(10, 15))
    lead = "Fishermen of the cape have a light to steer by again, after nine months without one."
    body = "".join(f"<div class='part{n}'><p>{line}</p></div>" for n, line in enumerate(TEXT))
    html = (
        f"<html lang='en'><head><title>{HEADLINE}</title></head><body><div><div><h1>{HEADLINE}</h1><h2>{lead}</h2></div>"
        f"<div class='half'><p class='comments'><a href='#c'>Comments</a></p><div>{body}"
        f"<div class='related'><ul>{dated}</ul></div><p>{lead}</p></div></div></div></body></html>"
    )
    edition = read_page(html.encode(), "https://news.example/2026/11/lighthouse")["editions"]["en"]
    assert edition["paragraphs"][:4] == TEXT


def test_byline_and_date_below_a_standfirst_and_a_caption_are_believed_whatever_their_box_is_called():
    lead = "<h2>Fishermen of the cape have a light to steer by again.</h2><div class='caption'>The lamp, in four parts</div>"
    edition = edition_of(f"{lead}<div class='bylineComments'><p>By Omar Rifai</p><p>8:20AM BST 19 Jul 2026</p></div>")
    assert (edition["byline"], edition["dateline"]) == ("By Omar Rifai", "8:20AM BST 19 Jul 2026")
    assert edition["standfirst"] == "Fishermen of the cape have a light to steer by again."


def test_a_heading_called_a_byline_within_the_box_of_the_date_is_the_byline():
    box = "<div class='timestamp'><h5 class='byline'>Nadia Sabbagh, Coast Staff Writer</h5>Posted: Friday, July 19, 2026, 3:01 AM</div>"
    edition = edition_of(box)
    assert (edition["standfirst"], edition["byline"]) == (None, "Nadia Sabbagh, Coast Staff Writer")
    assert edition["paragraphs"] == TEXT


def test_a_label_in_capitals_before_a_linked_headline_leads_to_another_article():
    links = ["STORY: <a href='/1'>Storm puts out the lamp</a>", "READ MORE: <a href='/2'>What a lamp costs</a>"]
    lines = [TEXT[0], links[0], TEXT[1], TEXT[2], links[1], TEXT[3]]
    assert edition_of("", text=lines)["paragraphs"] == TEXT


def test_a_name_or_a_sentence_behind_a_label_in_capitals_is_text():
    lines = [
        *TEXT[:2],
        "KEEPER: <a href='/1'>Nadia Sabbagh</a>",
        "NEW: The harbour office pays for half of it",
        *TEXT[2:],
    ]
    shown = [*TEXT[:2], "KEEPER: Nadia Sabbagh", "NEW: The harbour office pays for half of it", *TEXT[2:]]
    assert edition_of("", text=lines)["paragraphs"] == shown


def test_a_date_called_a_title_is_no_headline():
    box = f"<div class='title-text'>{HEADLINE}</div><div class='title-time'>发布时间： 2026-09-26 10:09:11</div>"
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<html lang='en'><head><title>News</title></head><body><div>{box}<div class='a'>{body}</div></div></body></html>"
    record = read_page(html.encode(), "https://news.example/2026/11/lighthouse")
    edition = record["editions"]["en"]
    assert (edition["headline"], edition["paragraphs"]) == (HEADLINE, TEXT)
    assert record["published_on"] == "2026-09-26"
