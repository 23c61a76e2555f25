"""Tags: what a page files its article under."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.head.metadata import read_metadata
from crawler.head.tags import merge_tags, tags_in_lines


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("<p>Text", ()),
        (
            '<p>Tags: <a rel="tag" href="/t/a">Basra</a>, <a rel="nofollow tag" href="/t/b"> Ports </a>',
            ("Basra", "Ports"),
        ),
        # A section, as WordPress marks it, is no tag.
        ('<a rel="category tag">World</a> <a rel="tag">#Ports</a>', ("Ports",)),
        # Those of a sidebar and of other articles' cards are not this article's.
        (
            '<article><div class="tags-links"><a rel="tag">Basra</a></div></article>'
            '<article><a rel="tag">Football</a></article><aside><a rel="tag">Weather</a></aside>'
            '<div class="related-posts"><a rel="tag">Elections</a></div>',
            ("Basra",),
        ),
        (
            '<meta property="article:tag" content="Basra"><meta property="article:tag" content="ميناء">',
            ("Basra", "ميناء"),
        ),
        ('<meta property="article:tag" content="Ships,Basra,Ropes">', ("Ships", "Basra", "Ropes")),
        (
            '<meta property="article:tag" content="Bricks, mortar"><meta name="keywords" content="x">',
            ("Bricks, mortar", "x"),
        ),
        ('<meta name="keywords" content="بغداد، موسكو , Iraq;">', ("بغداد", "موسكو", "Iraq")),
        ('<meta name="news_keywords" content="a"><meta name="keywords" content="b">', ("a", "b")),
        # Marks of the publishing system.
        ('<meta name="keywords" content="path:news, cce15240-c52a-4887-a61a-cd64701d6596, Basra">', ("Basra",)),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "keywords": "Basra, Ports"}</script>',
            ("Basra", "Ports"),
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle",'
            ' "keywords": ["Basra, Iraq", {"@type": "DefinedTerm", "name": "Ports"}]}</script>',
            ("Basra, Iraq", "Ports"),
        ),
        # Each once, whatever its spelling; what a reader can follow stands first.
        (
            '<meta name="keywords" content="basra, Ships"><meta property="article:tag" content="البَصرة">'
            '<a rel="tag">Basra</a><a rel="tag">البصره</a>',
            ("Basra", "البصره", "Ships"),
        ),
    ],
)
def test_tags_are_read_from_links_metas_and_json_ld(page, tags):
    assert read_metadata(LexborHTMLParser(page)).tags == tags


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        ([], ()),
        (["Tags", "Share this", "Basra, Ports"], ()),
        (["Tags: Basra, Ports"], ("Basra", "Ports")),
        (["Topics: #Basra #Ports"], ("Basra", "Ports")),
        (["الوسوم: البصرة، الموانئ | النفط", "Tags: Basra"], ("البصرة", "الموانئ", "النفط", "Basra")),
        (["كلمات مفتاحية: العراق"], ("العراق",)),
    ],
)
def test_tags_are_read_from_visible_lines(lines, tags):
    assert tags_in_lines(lines) == tags


def test_a_text_is_no_tag_and_no_list_goes_on_for_ever():
    assert merge_tags(["", " # ", "x" * 81]) == ()
    assert len(merge_tags(map(str, range(100)))) == 40
