"""Which lines in doubt are of the body by the line before them."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.finding.doubtful_lines import brothers_in_doubt, opened_parts
from crawler.page.block_reader import read_blocks

LISTED = "<ul><li>Carries four hundred people</li><li>Needs a pilot</li></ul>"


@pytest.mark.parametrize(
    ("html", "probability", "found"),
    [
        (LISTED, 0.45, [1]),
        ("<p><b>Two levels.</b></p><p><b>Fee: 130 a level</b></p>", 0.45, [1]),
        (LISTED, 0.3, []),
        (LISTED, 0.6, []),
        ("<ul><li>Carries four hundred people</li><li><a href='/p'>Needs a pilot</a></li></ul>", 0.45, []),
        ("<ul><li>Carries four hundred people</li></ul><ul><li>Needs a pilot</li></ul>", 0.45, []),
        ("<div><p>Two levels.</p></div><div><p>Fee: 130 a level</p></div>", 0.45, []),
        ("<div><p>Two levels.</p><p class='note'>Fee: 130 a level</p></div>", 0.45, []),
        ("<div><p>Two levels.</p><p><b>Fee: 130 a level</b></p></div>", 0.45, []),
        ("<pre>run(command)\nrun(again)</pre>", 0.45, []),
    ],
)
def test_a_line_in_doubt_is_of_the_body_where_a_likely_brother_stands_before_it(html, probability, found):
    blocks = read_blocks(LexborHTMLParser(f"<body>{html}</body>").body).blocks
    assert list(brothers_in_doubt(blocks, {0: 0.8, 1: probability}, 0.5)) == found


@pytest.mark.parametrize(
    ("html", "judged", "found"),
    [
        ("<details><summary>Where to pay</summary><p>At the toll house on the quay.</p></details>", (0.2, 0.7), [0]),
        (
            "<details><summary>Where to pay</summary><p>At the toll house on the quay.</p></details>",
            (0.3, 0.45),
            [0, 1],
        ),
        ("<details><summary>Menu</summary><p>News and weather</p></details>", (0.05, 0.1), []),
        ("<details><summary>Cookies</summary><p>We use some of our own.</p></details>", (0.3, 0.3), []),
        ("<p>Where to pay</p><p>At the toll house on the quay.</p>", (0.2, 0.7), []),
    ],
)
def test_what_opens_is_of_the_body_with_its_name_where_it_is_likely_as_a_whole(html, judged, found):
    blocks = read_blocks(LexborHTMLParser(f"<body>{html}</body>").body).blocks
    assert list(opened_parts(blocks, dict(enumerate(judged)), 0.5)) == found
