"""What a page says in JSON-LD: the things described, mended where a small fault would lose them."""

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
    r"|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*(?:;\s*)?$"
)
# A string, kept as it is, or what JSON does not have: comments, and commas before a closing bracket.
_FAULTS = re.compile(r'("(?:[^"\\]|\\.)*(?:"|\Z))|/\*.*?(?:\*/|\Z)|(?<![:\w])//[^\n]*|,(?=\s*[}\]])', re.DOTALL)
# A property worth keeping of a script that cannot be mended.
_PROPERTY = re.compile(r'"(@type|headline|datePublished|dateCreated|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.)*)"')
# Articles stand at the top, in @graph, or in mainEntity; deeper are comments and authors.
_MOST_DEEP = 4
_DECODER = json.JSONDecoder(strict=False)
_BETWEEN = re.compile(r"[\s,;]*")
_BRANCHES = ("@graph", "mainEntity", "mainEntityOfPage")

Thing = dict[str, Any]


def read_json_ld(tree: LexborHTMLParser) -> tuple[Thing, ...]:
    """The things that the JSON-LD scripts of a page describe, in order; empty where there is none."""
    scripts = tree.css('script[type*="ld+json" i]')
    return tuple(thing for script in scripts for thing in parse_json_ld(script.text(deep=True)))


def parse_json_ld(text: str) -> Iterator[Thing]:
    """The things of one script. Of one that is no JSON, mended or not, what it says of its type, title and dates.

    >>> [thing["@type"] for thing in parse_json_ld('<!-- {"@type": "NewsArticle", /* new */ } -->')]
    ['NewsArticle']
    """
    bare = text
    for clean in (str, _bare, _mended):
        bare = clean(bare)
        try:
            yield from (thing for parsed in _documents(bare) for thing in _things(parsed, 0))
        except (ValueError, RecursionError):
            continue
        return
    stated: Thing = {}
    for name, value in _PROPERTY.findall(bare):
        stated.setdefault(name, value)
    if stated:
        yield stated


def _bare(text: str) -> str:
    return _CONTROLS.sub(" ", _WRAPPING.sub("", text.strip())).strip().rstrip(";")


def _mended(text: str) -> str:
    return _FAULTS.sub(lambda match: match[1] or "", text)


def _documents(text: str) -> list[Any]:
    """The JSON values of a text: one, or by mistake several in a row."""
    documents = []
    position = _start(text, 0)
    while position < len(text):
        value, position = _DECODER.raw_decode(text, position)
        documents.append(value)
        position = _start(text, position)
    return documents


def _start(text: str, position: int) -> int:
    """Where the next value begins; the text's end where there is none."""
    between = _BETWEEN.match(text, position)
    return between.end() if between else position


def _things(parsed: Any, depth: int) -> Iterator[Thing]:
    if depth > _MOST_DEEP:
        return
    if isinstance(parsed, list):
        for one in parsed:
            yield from _things(one, depth + 1)
    elif isinstance(parsed, dict):
        yield parsed
        for key in _BRANCHES:
            if isinstance(parsed.get(key), dict | list):
                yield from _things(parsed[key], depth + 1)


def types_of(thing: Thing) -> frozenset[str]:
    """The short names of a thing's types; empty where it has none."""
    stated = thing.get("@type")
    return frozenset(str(one).rsplit("/", 1)[-1] for one in (stated if isinstance(stated, list) else [stated]) if one)


def texts_of(thing: Thing, name: str) -> Iterator[str]:
    """The values of a property as texts: one, each of a list, "@value" of a typed one; numbers too."""
    stated = thing.get(name)
    for one in stated if isinstance(stated, list) else [stated]:
        value = one.get("@value") if isinstance(one, dict) else one
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            yield str(value).strip()
