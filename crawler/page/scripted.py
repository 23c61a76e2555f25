"""Pages that a script builds: where nothing of an article is shown, the text that the script would show is put in.

Stores of React Query, Next.js, Nuxt and their like hold the article as one string of HTML within a script. Seen on one
of 150 news pages.
"""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# A paragraph of this length that readers see without a script is an article's, or a wall's: it stays as it is.
_SHOWN_LENGTH = 80
_LARGEST_SCRIPT = 2_000_000
_TEXT_LENGTH_LEAST = 300
_PARAGRAPHS_LEAST = 2
# The article is the only long text among a script's, or by far the longest.
_TIMES_THE_REST = 2.0
# Possessive, and a string that nobody closes ends with the script: each character is looked at once.
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
# Where the script would put an advertisement or a picture: "$$AD$$", "{{ad-1}}".
_PLACEHOLDER = re.compile(r"([$#%@])\1[A-Z][A-Z0-9_]*\1\1|\{\{[^{}<>]{1,60}\}\}")
_ASKS_FOR_SCRIPTS = re.compile(r"java\s?script|جافا\s?سكريبت", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?:<|\\u003c)(?:p|br)\b", re.IGNORECASE)


def place_scripted_text(tree: LexborHTMLParser) -> None:
    """Put the one article that the page's scripts hold at the end of its body, where the page shows no text itself.

    What a page shows to readers without scripts is shown in its place where that is the article.
    """
    _show_unscripted(tree)
    body = tree.body
    if body is None or any(len(node.text(deep=True).strip()) > _SHOWN_LENGTH for node in tree.css("p")):
        return
    found = _longest(_texts_in(tree))
    if found is None or _length(found) < _TIMES_THE_REST * _shown_length(body):
        return
    # Its scripts and styles, if it has any, are taken off with the page's.
    for child in list(found.iter(include_text=True)):
        body.insert_child(child)


def _show_unscripted(tree: LexborHTMLParser) -> None:
    """Take a <noscript> for an element like others where its paragraphs are by far the most of the page's.

    What asks for scripts is a notice, however long.
    """
    paragraphs = tree.css("noscript p")
    inside = sum(map(_length, paragraphs))
    if inside < _TEXT_LENGTH_LEAST or inside < _TIMES_THE_REST * (sum(map(_length, tree.css("p"))) - inside):
        return
    if any(_ASKS_FOR_SCRIPTS.search(node.text(deep=True)) for node in paragraphs):
        return
    for node in tree.css("noscript"):
        if node.css_first("p") is not None:
            node.unwrap()


def _texts_in(tree: LexborHTMLParser) -> list[LexborNode]:
    scripts = [node.text(deep=True) or "" for node in tree.css('script:not([src]):not([type$="ld+json"])')]
    texts = {text for script in scripts if len(script) <= _LARGEST_SCRIPT for text in _html_in(script)}
    return [body for text in sorted(texts) if (body := LexborHTMLParser(text).body) is not None]


def _html_in(script: str, *, is_outer: bool = True) -> Iterator[str]:
    """The strings of a script that are HTML with paragraphs, also in JSON that stands in a string itself."""
    if not _PARAGRAPH.search(script):
        return
    for literal in _STRING.finditer(script):
        if len(literal[0]) > _TEXT_LENGTH_LEAST and len(_PARAGRAPH.findall(literal[0])) >= _PARAGRAPHS_LEAST:
            text = _PLACEHOLDER.sub("", _decode(literal[0]))
            if text.lstrip().startswith("<"):
                yield text
            elif is_outer:
                yield from _html_in(text, is_outer=False)


def _decode(literal: str) -> str:
    """What a string of JSON says; "" where it is none."""
    try:
        return str(json.loads(literal))
    except json.JSONDecodeError:
        return ""


def _longest(texts: list[LexborNode]) -> LexborNode | None:
    ranked = sorted(texts, key=_length, reverse=True)
    if not ranked or _length(ranked[0]) < _TEXT_LENGTH_LEAST:
        return None
    rest = _length(ranked[1]) if len(ranked) > 1 else 0
    return ranked[0] if _length(ranked[0]) >= _TIMES_THE_REST * rest else None


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True))


def _shown_length(body: LexborNode) -> int:
    unseen = sum(_length(node) for node in body.css("script, style, noscript, template, svg"))
    return _length(body) - unseen
