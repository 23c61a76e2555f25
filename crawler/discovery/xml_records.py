"""Records of an XML list, collected from the parser's events while the document streams by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

# Feeds nest 5 deep, XHTML inside Atom some 30.
MOST_DEEP = 200
# Feeds and sitemaps use some 60; expat and the parser keep every name they ever saw.
MOST_NAMES = 1_000
# 50,000 addresses with 15 languages each; a million takes 2 seconds.
MOST_ELEMENTS = 1_000_000
# A hreflang entry for every language there is would be 200.
MOST_FIELDS = 500
# A field's text beyond this is no address, date or title.
_TEXT_CHARS = 4_000
# Deeper below a record than this there is only markup of the text.
_FIELD_DEPTH = 3
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
# Names that feeds and sitemaps borrow, under the prefix they usually have; the root's own namespace has none.
_PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.google.com/schemas/sitemap-news/0.9": "news:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "": "",
}
# Roots whose head stands in a <channel> and not directly below them.
_WITH_CHANNEL = ("rss", "rdf")


class LimitReached(Exception):
    """A list is larger, deeper or more varied than it may be; the message says which."""


@dataclass(slots=True)
class Field:
    """One element below a record: its short name, attributes and the text of it and all within it."""

    name: str
    attributes: Mapping[str, str]
    base: str
    """Address that relative ones in it stand against."""
    depth: int
    """1 for a child of the record, 2 for a grandchild ..."""
    text: str = ""


@dataclass(slots=True)
class Record:
    """One entry of a list as it stands there, or its head."""

    name: str
    attributes: Mapping[str, str]
    base: str
    fields: list[Field] = field(default_factory=list)

    def named(self, name: str) -> Iterator[Field]:
        """The fields of that name, in order; those without a prefix only directly below the record."""
        return (f for f in self.fields if f.name == name and (f.depth == 1 or ":" in name))

    def text(self, *names: str) -> str | None:
        """The first text that is not blank, of the first of the names that has one; None where none has."""
        texts = (f.text.strip() for name in names for f in self.named(name))
        return next(filter(None, texts), None)


class RecordCollector:
    """What the parser calls: keeps the list's head, and complete records until they are taken."""

    def __init__(self, url: str, wanted: frozenset[str]) -> None:
        self.root = ""
        """Local name of the root element, in lower case; "" before it was seen."""
        self.closed = False
        """True once the root element has been closed."""
        self.head = Record("", {}, url)
        self._wanted = wanted
        self._namespace = ""
        self._names: set[str] = set()
        self._elements = 0
        self._bases = [url]
        self._complete: list[Record] = []
        self._current: Record = self.head
        self._level = 1
        self._open: list[Field] = []

    def take(self) -> list[Record]:
        """The records completed since the last call."""
        complete, self._complete = self._complete, []
        return complete

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        depth = len(self._bases)
        self._elements += 1
        self._names.update([tag], attributes)
        if depth > MOST_DEEP or len(self._names) > MOST_NAMES or self._elements > MOST_ELEMENTS:
            raise LimitReached(f"more than {MOST_DEEP} deep, {MOST_NAMES} names or {MOST_ELEMENTS} elements")
        self._bases.append(_join(self._bases[-1], attributes.get(_XML_BASE)))
        if depth == 1:
            self._open_root(tag, attributes)
        else:
            self._open_element(self._short_name(tag), attributes, depth)

    def end(self, _tag: str) -> None:
        """An element closes."""
        self._bases.pop()
        depth = len(self._bases)
        if self._open and self._open[-1].depth + self._level == depth:
            self._open.pop()
        if self._current is not self.head and depth == self._level:
            self._complete.append(self._current)
            self._current, self._level = self.head, self._head_level()
        self.closed = depth == 1

    def data(self, text: str) -> None:
        """Text, whole or in part."""
        for opened in self._open:
            if len(opened.text) < _TEXT_CHARS:
                opened.text += text[:_TEXT_CHARS]

    def close(self) -> None:
        """The document ends."""

    def _open_root(self, tag: str, attributes: dict[str, str]) -> None:
        self._namespace, name = _split_tag(tag)
        self.root = name.lower()
        self.head = self._current = Record(name, attributes, self._bases[-1])
        self._level = self._head_level()

    def _open_element(self, name: str, attributes: dict[str, str], depth: int) -> None:
        base = self._bases[-1]
        if self._current is self.head and name in self._wanted:
            self._current, self._level, self._open = Record(name, attributes, base), depth, []
        elif 1 <= depth - self._level <= _FIELD_DEPTH and len(self._current.fields) < MOST_FIELDS:
            opened = Field(name, attributes, base, depth - self._level)
            self._current.fields.append(opened)
            self._open.append(opened)

    def _head_level(self) -> int:
        return 2 if self.root in _WITH_CHANNEL else 1

    def _short_name(self, tag: str) -> str:
        namespace, name = _split_tag(tag)
        if namespace == self._namespace:
            return name
        return _PREFIXES.get(namespace, "other:") + name


def _split_tag(tag: str) -> tuple[str, str]:
    """The namespace, "" where there is none, and the local name of "{namespace}name"."""
    namespace, _, name = tag.rpartition("}")
    return namespace[1:], name


def _join(base: str, address: str | None) -> str:
    if not address:
        return base
    try:
        return urljoin(base, address)
    except ValueError:
        return base
