"""A template's selectors become marks on a page's elements, and nothing else does."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.page.selectors import select
from crawler.page.template_marks import DROP_MARK, ROLE_MARK, SIDE_MARK, mark_roles
from crawler.sites import RoleSelectors, Template

PAGE = """<article><h1 class="t">Bridge reopened</h1><h1 class="t">إعادة فتح الجسر</h1><h1 class="t">Third</h1>
<div class="share">Share</div>
<div class="en"><p>The bridge reopened.</p></div>
<div class="ar"><p>أعيد فتح الجسر.</p><p class="pic">صورة الجسر</p></div></article>"""


def marks(template, html=PAGE):
    """(text, role, side, dropped) of each element that bears a mark."""
    tree = LexborHTMLParser(html)
    mark_roles(tree, template)
    return [
        (
            " ".join(node.text(deep=True).split()),
            node.attributes.get(ROLE_MARK),
            node.attributes.get(SIDE_MARK),
            DROP_MARK in node.attributes,
        )
        for node in select(tree, f"[{ROLE_MARK}], [{SIDE_MARK}], [{DROP_MARK}]")
    ]


ENGLISH_HEADLINE = ("Bridge reopened", "headline", None, False)
ARABIC_HEADLINE = ("إعادة فتح الجسر", "headline", None, False)
CASES = {
    "a headline of both sides is the first in each script": (
        Template(roles=RoleSelectors(headline="h1.t")),
        [ENGLISH_HEADLINE, ARABIC_HEADLINE],
    ),
    "a headline of one side is the first": (
        Template(sides=(("en", RoleSelectors(headline="h1.t")),)),
        [("Bridge reopened", "headline", "en", False)],
    ),
    "a container has a side and leaves its blocks their roles": (
        Template(sides=(("ar", RoleSelectors(body="div.ar", caption=".pic")),)),
        [("أعيد فتح الجسر.صورة الجسر", None, "ar", False), ("صورة الجسر", "caption", "ar", False)],
    ),
    "a paragraph that is named has role and side": (
        Template(sides=(("ar", RoleSelectors(body="div.ar p")),)),
        [("أعيد فتح الجسر.", "paragraph", "ar", False), ("صورة الجسر", "paragraph", "ar", False)],
    ),
    "what is in the other script is not a side's": (
        Template(sides=(("ar", RoleSelectors(headline="h1.t", body="p")), ("en", RoleSelectors(body="div.ar")))),
        [
            ("إعادة فتح الجسر", "headline", "ar", False),
            ("أعيد فتح الجسر.", "paragraph", "ar", False),
            ("صورة الجسر", "paragraph", "ar", False),
        ],
    ),
    "furniture has no role": (
        Template(roles=RoleSelectors(standfirst=".share"), drop=("div.share", "footer")),
        [("Share", None, None, True)],
    ),
    "what matches nothing marks nothing": (Template(roles=RoleSelectors(headline="h2")), []),
    "what is no selector marks nothing": (Template(roles=RoleSelectors(headline="h1::")), []),
}


@pytest.mark.parametrize(("template", "expected"), CASES.values(), ids=CASES)
def test_what_a_template_names_is_marked(template, expected):
    assert marks(template) == expected


@pytest.mark.parametrize("template", [None, Template()])
def test_marks_that_a_page_brings_along_are_taken_off(template):
    page = f'<p {ROLE_MARK}="headline" {SIDE_MARK}="ar">The bridge reopened.</p><p {DROP_MARK}>On Sunday.</p>'
    assert marks(template, page) == []


def test_marking_twice_is_marking_once():
    template = Template(roles=RoleSelectors(headline="h1", body="p"), drop=(".share",))
    tree = LexborHTMLParser(PAGE)
    mark_roles(tree, template)
    once = tree.html
    mark_roles(tree, template)
    assert tree.html == once
