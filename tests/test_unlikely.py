"""What the model takes for no part of the body, and what stands around it shows to be one."""

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.editions.edition_roles import settle
from crawler.editions.roled_block import RoledBlock
from crawler.editions.unlikely import without_unlikely
from crawler.models import Role
from crawler.page.block_reader import read_blocks

TEXT = "The ferry carries four hundred people a day across the river, and nobody has ever counted the goats."
LONG = f"<p>{TEXT}</p>" * 4
# Elements whose text begins so are those that the model takes for no part of the body.
MARK = "~"

KEPT = {
    "an entry of a list whose others are likely": "<ul><li>the pilot</li><li>the cook</li><li>the goats</li><li>~a bell</li></ul>",
    "a heading like others above a likely text": f"<div><h2>Morning</h2>{LONG}<h2>~Day 7</h2><p>{TEXT}</p></div>",
    "a first sentence of the class of the paragraphs": (
        f"<div class='top'><p class='t'>~{TEXT}</p></div>" + f"<div><p class='t'>{TEXT}</p></div>" * 5
    ),
    "a heading in a part of its own, as two others and their texts": "".join(
        f"<div class='part'><h3 class='t'>{head}</h3></div><div class='part'><p>{TEXT}</p></div>"
        for head in ("The pilot", "The cook", "~Goats")
    ),
    "a heading in a part of its own between two sentences that stand alike": "".join(
        f"<div class='part'><h3 class='t'>{head}</h3></div><div class='part'><p>{TEXT}</p></div>"
        for head in ("The pilot", "~Goats")
    ),
    "the second question of two above their answers": "".join(
        f"<div class='faq'><div class='asked'>{question}</div><div class='answer'>{TEXT}</div></div>"
        for question in ("Who counts the goats?", "~And the bells?")
    ),
    "an entry of a list in a box between two likely lines": (
        f"<div><p>{TEXT}</p><div class='box'><ul><li>~a bell that nobody rings</li></ul></div><p>{TEXT}</p></div>"
    ),
    "a line between two likely ones of its look": f"<div><p>{TEXT}</p><p>~By noon</p><p>{TEXT}</p></div>",
}
DROPPED = {
    "an entry of a list most of which is unlikely": "<ul><li>the pilot</li><li>~the cook</li><li>~the goats</li><li>~bell</li></ul>",
    "a last sentence of the class of the paragraphs": (
        f"<div><p class='t'>{TEXT}</p></div>" * 5 + f"<div class='end'><p class='t'>~{TEXT}</p></div>"
    ),
    "the only question above an answer": f"<div class='asked'>~Who counts the goats?</div><div class='answer'>{TEXT}</div>",
    "an entry that is a link": "<ul><li>the pilot</li><li>the cook</li><li>the goats</li><li><a href='/b'>~a bell</a></li></ul>",
    "a heading that is a link": (f"<div><h2>Morning</h2>{LONG}<h2><a href='/7'>~Day 7</a></h2><p>{TEXT}</p></div>"),
    "an entry of a list in a box called furniture": (
        f"<div><p>{TEXT}</p><div class='related'><ul><li>~a bell</li></ul></div><p>{TEXT}</p></div>"
    ),
    "a heading unlike the others": f"<div><h2>Morning</h2>{LONG}<h5>~Day 7</h5><p>{TEXT}</p></div>",
    "a heading above an unlikely text": f"<div><h2>Morning</h2>{LONG}<h2>~Day 7</h2><p>~More</p></div>",
}


def roled_of(html):
    tree = LexborHTMLParser(f"<body>{html}</body>")
    blocks = [
        block.judged(furniture=False, unlikely=block.text.startswith(MARK), sure=not block.text.startswith(MARK))
        for block in read_blocks(tree.body).blocks
    ]
    return [RoledBlock(block.text, Role.PARAGRAPH, block) for block in blocks]


def unlikely_kept(html):
    settled = without_unlikely(roled_of(f"<div>{LONG}</div>{html}"))
    return [one.text for one in settled if one.role is Role.PARAGRAPH and one.text.startswith(MARK)]


@pytest.mark.parametrize("what", KEPT)
def test_what_its_neighbours_show_to_be_text_is_kept(what):
    assert len(unlikely_kept(KEPT[what])) == 1


def test_the_heading_of_a_list_in_a_box_is_kept_with_it():
    box = "<div class='box'><h3>~Goats</h3><ul><li>~a bell that nobody rings</li></ul></div>"
    assert unlikely_kept(f"<div><p>{TEXT}</p>{box}<p>{TEXT}</p></div>") == ["~Goats", "~a bell that nobody rings"]


@pytest.mark.parametrize("what", DROPPED)
def test_what_they_do_not_show_to_be_text_is_dropped(what):
    assert unlikely_kept(DROPPED[what]) == []


@pytest.mark.parametrize(("mark", "role"), [(MARK, Role.BYLINE), ("", None)])
def test_captions_that_are_no_part_of_the_body_do_not_put_a_byline_far_from_its_start(mark, role):
    slides = "".join(f"<p>{mark}The pilot on the landing, number {number}.</p>" for number in range(6))
    signed = settle(
        [
            replace(one, role=Role.BYLINE) if one.text == "By Mona Haddad" else one
            for one in roled_of(f"{slides}<p>By Mona Haddad</p>{LONG}")
        ]
    )
    assert next(one.role for one in signed if one.text == "By Mona Haddad") is role
