import pytest

from crawler.discovery.home_page import read_home_page

HOME = "https://news.example/"


@pytest.mark.parametrize(
    ("menu", "sections"),
    [
        ("<nav><a href='/sport'>Sport</a><a href='/about'>About</a></nav>", ("https://news.example/sport",)),
        (
            "<div id='menu'><a href='/index.php'>Home</a><a href='/index.php?cat=1'>Politics</a></div>",
            ("https://news.example/index.php?cat=1",),
        ),
        ("<div><a href='/sport'>Sport</a></div>", ()),
    ],
)
def test_the_sections_are_what_the_menus_link_to(menu, sections):
    assert read_home_page(f"<html><body>{menu}</body></html>".encode(), HOME).sections == sections
