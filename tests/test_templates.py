from datetime import date

from crawler.extract import extract_page
from crawler.models import Role
from crawler.templates import learn_template

DAY = date(2026, 3, 1)
LINES = [
    ["The bridge reopened on Sunday after repairs.", "Engineers had replaced the wooden deck and every bolt."],
    ["The river rose by forty centimetres in five days.", "The danger mark is at four and a half metres."],
    ["The bakers ended their strike on Monday.", "Flour will be cheaper by a tenth from next week on."],
]
SHARED = "Officials did not answer questions that reporters sent them on Saturday."


def page(lines, extra=""):
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<html><head><title>{lines[0]}</title></head><body><div class="wrap"><article class="story post-7"><h1>{lines[0][:-1]}</h1>
    {paragraphs}{extra}</article></div></body></html>"""


def test_what_repeats_as_a_label_on_most_pages_is_furniture():
    template = learn_template([page(lines, "<p>The Register, every morning</p>") for lines in LINES], DAY)
    assert template is not None
    assert (template.article, template.since) == ("article.story", DAY)
    assert template.furniture == ("the register, every morning",)
    read = extract_page(page(LINES[0], "<p>The Register, every morning</p>"), "http://x.example/a", template)
    assert read.editions[0].texts(Role.PARAGRAPH) == tuple(LINES[0])
    assert read.residue == ("The Register, every morning",)


def test_a_paragraph_that_several_articles_share_is_text_and_not_furniture():
    pages = [page([*lines, SHARED]) for lines in LINES]
    template = learn_template(pages, DAY)
    assert template is not None
    assert template.furniture == ()
    read = extract_page(pages[0], "http://x.example/a", template)
    assert read.editions[0].texts(Role.PARAGRAPH) == (*LINES[0], SHARED)


def test_a_template_that_would_take_out_most_of_a_page_is_not_believed():
    lines = ["First label", "Second label", "Third label"]
    template = learn_template([page(lines) for _ in range(3)], DAY)
    read = extract_page(page(lines), "http://x.example/a", template)
    assert [segment.text for edition in read.editions for segment in edition.segments] == ["First labe", *lines]


def test_fewer_than_three_pages_teach_nothing():
    assert learn_template([page(lines) for lines in LINES[:2]], DAY) is None
    assert learn_template([], DAY) is None
