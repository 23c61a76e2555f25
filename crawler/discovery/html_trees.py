"""Trees of HTML pages that are read for their links, within the time that a hostile page may take."""

from selectolax.lexbor import LexborHTMLParser

from crawler.decode import decode_text
from crawler.errors import UnreadableList
from crawler.page.idle_tags import bare_idle_tags
from crawler.page.nesting import MOST_DEEP, is_nested_too_deep


def parse_html(html: bytes, url: str) -> LexborHTMLParser:
    """The page's tree without styles, scripts and templates; bytes that are no HTML give an empty page.

    Raises UnreadableList for a page nested more than `MOST_DEEP` deep.
    """
    text = decode_text(html, None).text
    if is_nested_too_deep(text):
        raise UnreadableList(f"{url}: its elements nest more than {MOST_DEEP} deep: not read")
    tree = LexborHTMLParser(bare_idle_tags(text))
    # Some sites put a <style> into every link: it is no text of the link.
    tree.strip_tags(["style", "script", "template"])
    return tree
