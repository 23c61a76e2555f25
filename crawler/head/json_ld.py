"""JSON-LD as publishers write it: parsed where it can be, repaired where that is certain, else said to be unread."""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "ReviewNewsArticle AdvertiserContentArticle BlogPosting LiveBlogPosting Report SocialMediaPosting "
    "ScholarlyArticle TechArticle".split()
)
# Articles stand at the top, in @graph, or in mainEntity; deeper are comments and authors.
_DEPTH_MOST = 4
# A repair reads the text a few times; the largest script seen to need one has 40 kB.
_REPAIR_LENGTH_MOST = 2**18
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
# What old pages put around a script so that browsers without scripts would not show it.
_OPENING = re.compile(r"(?:/\*|//)?\s*(?:<!--|<!\[CDATA\[)\s*(?:\*/)?")
_CLOSING = re.compile(r"(?:/\*|//)?\s*(?:-->|\]\]>)\s*(?:\*/)?\s*;?\Z")
_CLOSING_LENGTH_MOST = 40
# Possessive, and satisfied by the end of the text: hostile text may not make them quadratic.
_STRING = r'"(?:[^"\\]++|\\.)*+(?:"|\Z)'
_STRING_OR_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_STRING_OR_COMMENT = re.compile(rf"({_STRING})|/\*.*?(?:\*/|\Z)|(?<![:\w])//[^\n]*", re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.))', re.DOTALL)
# One member of an object on a line of its own: where its value ends is certain, whatever quotes are in it.
_MEMBER_LINE = re.compile(r'^([ \t]*"[@\w:.-]+"[ \t]*:[ \t]*")(.*)("[ \t\r]*+,?[ \t\r]*+)$', re.MULTILINE)
_INNER_QUOTE = re.compile(r'(?<!\\)"')
# What is certain in a script that is broken elsewhere.
_PROPERTY = re.compile(r'"(@type|headline|datePublished|dateCreated|dateModified)"\s*:\s*"([^"\\\n]*)"(?=\s*[,}])')
_BETWEEN = re.compile(r"[\s,;]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # the parser joins pairs
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class JsonLd:
    """What the JSON-LD scripts of a page hold."""

    things: tuple[Thing, ...]
    """Every object that may be the page's subject, in document order."""
    problems: tuple[str, ...]
    """Why a script could not be read, or what was wrong with one that could."""

    @property
    def articles(self) -> tuple[Thing, ...]:
        """Those that are articles of some kind."""
        return tuple(thing for thing in self.things if types_of(thing) & ARTICLE_TYPES)

    def resolve(self, value: Any) -> Any:
        """The object that a reference ({"@id": ...} alone) stands for, where the page has it; else the value."""
        if not (isinstance(value, dict) and list(value) == ["@id"] and isinstance(value["@id"], str)):
            return value
        identified = (thing for thing in self.things if isinstance(thing.get("@id"), str) and len(thing) > 1)
        return next((thing for thing in identified if thing["@id"] == value["@id"]), value)


def read_json_ld(scripts: Iterable[str]) -> JsonLd:
    """The objects in the texts of a page's JSON-LD scripts; never raises, whatever is in them.

    >>> read_json_ld(['{"@type": "NewsArticle", "headline": "The bridge reopens",}']).articles[0]["headline"]
    'The bridge reopens'
    """
    things: list[Thing] = []
    problems: list[str] = []
    for text in scripts:
        bare = _unwrapped(_CONTROLS.sub(" ", text).strip().lstrip("\ufeff"))
        if not bare:
            continue
        try:
            parsed = _parse(bare)
            is_halved = bool(_SURROGATE.search(bare)) and _has_lone_surrogate(parsed)
            parsed = with_whole_characters(parsed) if is_halved else parsed
        except (ValueError, RecursionError) as error:
            problems.append(f"a JSON-LD script ({len(bare)} characters) cannot be read: {_reason(error)}")
            things += _salvage(bare)
            continue
        if is_halved:
            problems.append("a JSON-LD script holds half a character (a lone surrogate), shown as U+FFFD")
        things += _things(parsed, 0)
    return JsonLd(tuple(things), tuple(problems))


def types_of(thing: Thing) -> frozenset[str]:
    """The names of its types, without the vocabulary's address."""
    stated = thing.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return frozenset(name.rsplit("/", 1)[-1] for name in names if isinstance(name, str))


def texts_of(thing: Thing, name: str) -> Iterator[str]:
    """The values of a property as texts: one, each of a list, "@value" of a typed one; numbers too."""
    stated = thing.get(name)
    for one in stated if isinstance(stated, list) else [stated]:
        value = one.get("@value") if isinstance(one, dict) else one
        if isinstance(value, str | float | int) and not isinstance(value, bool) and str(value).strip():
            yield str(value).strip()


def with_whole_characters(value: Any) -> Any:
    """A value of JSON with U+FFFD for each lone surrogate: no parser, database or file takes one.

    Raises RecursionError where it is nested as deep as the interpreter's stack.
    """
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [with_whole_characters(one) for one in value]
    if isinstance(value, dict):
        return {with_whole_characters(name): with_whole_characters(one) for name, one in value.items()}
    return value


def _unwrapped(text: str) -> str:
    """The script without the comment or CDATA marks around it."""
    if text.startswith(("{", "[")):
        return text.removesuffix(";")
    opening = _OPENING.match(text)
    bare = text[opening.end() :] if opening else text
    tail = max(0, len(bare) - _CLOSING_LENGTH_MOST)
    closing = _CLOSING.search(bare[tail:])
    return (bare[: tail + closing.start()] if closing else bare).strip()


def _parse(text: str) -> Any:
    """The value of the text, or of the first repair of it that can be parsed; raises the first error."""
    try:
        return json.loads(text, strict=False)
    except ValueError as error:
        if len(text) > _REPAIR_LENGTH_MOST:
            raise
        first = error
    for repair in _REPAIRS:
        try:
            return _several(repair(text))
        except ValueError:
            continue
    raise first


def _several(text: str) -> Any:
    """The value, or the list of values that stand one after the other."""
    decoder = json.JSONDecoder(strict=False)
    values, position = [], 0
    while position < len(text):
        value, position = decoder.raw_decode(text, position)
        values.append(value)
        found = _BETWEEN.match(text, position)
        position = found.end() if found else position
    if not values or not all(isinstance(value, dict | list) for value in values):
        raise ValueError("it holds no object")
    return values[0] if len(values) == 1 else values


def _without_commas_and_comments(text: str) -> str:
    """Commas before a closing bracket and comments gone, strings untouched."""
    return _STRING_OR_COMMA.sub(r"\1", _STRING_OR_COMMENT.sub(r"\1", text))


def _with_good_escapes(text: str) -> str:
    r"""A backslash before what needs none (\', \-) gone: JSON knows eight escapes, JavaScript any."""
    fixed = _BAD_ESCAPE.sub(lambda found: found[0] if found[1] else found[2], text)
    return _without_commas_and_comments(fixed)


def _unescaped(text: str) -> str:
    """Character references undone, where they stand for the quotes of the JSON itself."""
    return text if '"' in text else _without_commas_and_comments(html.unescape(text))


def _with_escaped_quotes(text: str) -> str:
    """Quotation marks inside a value escaped, where the value has a line of its own."""
    fixed = _MEMBER_LINE.sub(lambda found: found[1] + _INNER_QUOTE.sub(r"\\" + '"', found[2]) + found[3], text)
    return _with_good_escapes(fixed)


# Each is tried on the text as it came, in this order; the first that can be parsed is taken.
_REPAIRS: tuple[Callable[[str], str], ...] = (
    str,
    _without_commas_and_comments,
    _with_good_escapes,
    _unescaped,
    _with_escaped_quotes,
)


def _salvage(text: str) -> list[Thing]:
    """Of a script that cannot be read, what stands in it whole: the type, headline and dates of its first thing."""
    stated: Thing = {}
    for name, value in _PROPERTY.findall(text):
        stated.setdefault(name, value)
    return [stated] if stated else []


def _reason(error: Exception) -> str:
    """Where it is broken; the parser's own words differ between versions of Python, a replay's must not."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is broken at character {error.pos}"
    return "it is nested too deep" if isinstance(error, RecursionError) else "it holds a number too long to read"


def _has_lone_surrogate(parsed: Any) -> bool:
    try:
        json.dumps(parsed, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _things(parsed: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEPTH_MOST:
        return
    if isinstance(parsed, list):
        for one in parsed:
            yield from _things(one, depth + 1)
    elif isinstance(parsed, dict):
        yield parsed
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(parsed.get(key), dict | list):
                yield from _things(parsed[key], depth + 1)
