"""Headings of boxes: what stands below them in their element says what they are."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.editions.labelled_boxes import labelled_boxes
from crawler.page.block_reader import read_blocks

TEXT = "<p>The ferry carries four hundred people a day across the river, and nobody has ever counted the goats.</p>"
# Blocks that begin so are furniture, as by the name of their element.
MARK = "~"

BOXED = {
    "a heading of a call to act": f"{TEXT}<div class='post-cta'><h3>Cross today?</h3><p>~Book now</p></div>",
    "a heading over links": f"{TEXT}<h3>Cross today?</h3><ul><li><a href='/8'>A</a></li><li><a href='/9'>B</a></li></ul>",
}
NOT_BOXED = {
    "a heading over text that furniture follows": f"<div class='post-cta'><h3>Cross today?</h3>{TEXT}<p>~Book now</p></div>",
    "a heading in an element of no such name": f"{TEXT}<div class='part'><h3>Cross today?</h3><p>~Book now</p></div>",
    "a heading below text of its element": f"<div class='post-cta'>{TEXT}<h3>Cross today?</h3><p>~Book now</p></div>",
    "a heading over one link": f"{TEXT}<h3>Cross today?</h3><ul><li><a href='/8'>A</a></li></ul>",
    "a heading over a list that is text": f"{TEXT}<h3>Cross today?</h3><ul><li>A pilot</li><li>A cook</li></ul>",
}


def is_boxed(html):
    blocks = [
        block.judged(furniture=block.text.startswith(MARK), unlikely=block.link_share > 0, sure=block.level > 0)
        for block in read_blocks(LexborHTMLParser(f"<body>{html}</body>").body).blocks
    ]
    return {blocks[number].text for number in labelled_boxes(blocks, None)} == {"Cross today?"}


@pytest.mark.parametrize("what", BOXED)
def test_a_heading_of_what_is_no_text_is_none(what):
    assert is_boxed(BOXED[what])


@pytest.mark.parametrize("what", NOT_BOXED)
def test_a_heading_of_text_is_no_box(what):
    assert not is_boxed(NOT_BOXED[what])


def test_addresses_below_a_label_for_sources_are_no_text():
    lines = ["Sources:", "https://a.example/1 https://b.example/2", "https://c.example/3"]
    told = "https://d.example/4 has the figures."
    blocks = read_blocks(
        LexborHTMLParser(f"<body>{TEXT}{''.join(f'<p>{one}</p>' for one in [*lines, told])}</body>").body
    ).blocks
    assert [blocks[number].text for number in sorted(labelled_boxes(blocks, None))] == lines


def test_a_label_above_the_headline_in_its_header_heads_no_box():
    header = "<header><div>Sponsored</div><h1>The ferry is late</h1><p>It is the goats.</p></header>"
    blocks = read_blocks(LexborHTMLParser(f"<body>{header}<div>{TEXT * 3}</div></body>").body).blocks
    assert [blocks[number].text for number in labelled_boxes(blocks, "The ferry is late")] == ["Sponsored"]


LINES = ["Four hundred people cross every day.", "Nobody has ever counted the goats."]
NOTES = [
    "AI-generated summary",
    "*ملخص بالذكاء الاصطناعي. تحقق من السياق في النص الأصلي",
    "Summarised with the help of AI",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_summary_that_a_machine_made_is_a_box_with_the_note_that_says_so(note):
    entries = "".join(f"<li>{line}</li>" for line in LINES)
    box = f"<div><div><span>{note}</span></div><ul>{entries}</ul></div>"
    blocks = read_blocks(LexborHTMLParser(f"<body>{box}<div>{TEXT * 5}</div></body>").body).blocks
    assert [blocks[number].text for number in sorted(labelled_boxes(blocks, None))] == [note, *LINES]


def test_a_line_of_the_news_on_summaries_by_machines_is_no_note_on_one():
    line = "<p>The summaries by AI were wrong in one case of five, the pilots say.</p>"
    blocks = read_blocks(LexborHTMLParser(f"<body><div>{TEXT}{line}{TEXT * 3}</div></body>").body).blocks
    assert labelled_boxes(blocks, None) == frozenset()
