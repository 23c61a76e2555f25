"""Pages that React streams: parts that a script would move into place stand hidden at the end; they are moved here.

The server sends `<template id="B:4">` where the part belongs and later `<div hidden id="S:4">` with the part itself
(react-dom/server, renderToPipeableStream). Seen on one of a hundred news pages.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode


def place_streamed_parts(tree: LexborHTMLParser) -> None:
    """Move every streamed part to its place, or where that is missing show it where it stands."""
    for part in tree.css('div[hidden][id^="S:"]'):
        number = (part.attributes.get("id") or "")[2:]
        target = _placeholder(tree, number)
        if target is not None:
            for child in list(part.iter(include_text=True)):
                target.insert_before(child)
            target.decompose()
            part.decompose()
        else:
            del part.attrs["hidden"]


def _placeholder(tree: LexborHTMLParser, number: str) -> LexborNode | None:
    if not number.isalnum():
        return None
    return tree.css_first(f'template[id="B:{number}"], template[id="P:{number}"]')
