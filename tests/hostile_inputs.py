"""What is done to a page to make it hostile, and pages that were never any: seeded, the same on every machine."""

import json
import random
import re
from collections.abc import Callable, Iterator, Sequence

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

_TAGS = (
    "html head body title div p span a article main section header footer nav aside h1 h2 h3 ul ol li table tr td th "
    "tbody figure figcaption img time b i em strong br hr pre blockquote form button select option template script "
    "style noscript svg math iframe meta link base input dl dd dt details summary font center q nobr x-y"
).split()
_ATTRIBUTES = (
    "class='byline date' class='article-body' id='content' lang='ar' lang=x dir=rtl dir='' hidden style='display:none' "
    "aria-hidden=true itemprop=articleBody itemprop='headline name' itemscope rel=author rel='tag' href='//[' href=# "
    "href='javascript:1' datetime='2024-13-45' datetime=now src='data:,x' src='http://[::1' property=og:title "
    "content='A story' name=author role=main data-sijill-role=headline data-sijill-side=xx data-sijill-drop"
).split(" ")
_TEXTS = (
    "The bridge over the river reopened on Sunday.",
    "أعيد فتح الجسر فوق النهر يوم الأحد بعد إصلاحات طويلة.",
    "By Salma Haddad",
    "بقلم: سلمى حداد",
    "Published: 31 February 2024 25:61",
    "٣١ شباط ٢٠٢٤",
    "منذ ٩٩٩٩٩٩٩٩٩٩ سنة",
    "9999999999 years ago",
    "0000-00-00T99:99:99+99:99",
    "١٤٤٥/١٣/٣١ هـ",
    "Photo: Agency",
    "صورة:",
    "1,234.56.78 million",
    "&#xD800;&#0;&bogus;&amp",
    "\u202e\u2066\u200f\u0640\ufeff",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    "</",
    "\x00",
    "\ufffd",
    "\U0001f600\u0301" * 9,
    " ",
    "\n",
)
_JSON_LD = (
    '{"@type":"NewsArticle","headline":"\\ud800 broken","datePublished":"2024-02-31","articleBody":"\\udfff"}',
    '{"@graph":[{"@id":"#1","author":{"@id":"#1"}}]}',
    '{"@type":["NewsArticle",null,1],"headline":{"@value":[]},"datePublished":1e999,"author":[[[]]],"keywords":{}}',
    '{"@type":"NewsArticle","image":{"url":{}},"publisher":7,"inLanguage":[],"mainEntityOfPage":[]}',
    '{"datePublished":-1e308,"dateModified":99999999999999999999,"isAccessibleForFree":{}}',
    "[" * 5000,
    '{"a":' * 3000,
    "NaN",
    '"\\u0000"',
    "{}{}",
)
_CHARSETS = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1256 iso8859_6 cp1252 iso8859_1 cp1251 koi8_r shift_jis "
    "euc_jp gb18030 big5 euc_kr iso2022_jp utf-7 cp037 cp720 cp864"
).split()
# Pages repeated over and over grow beyond any page there is; cost by size is test_page_bounds.py's.
_LENGTH_MOST = 2**20
_LABELS = ("utf-8", "windows-1256", "iso-8859-6", "utf-16", "x-user-defined", "shift_jis", "replacement", "nonsense")


def _element(tag: str, attributes: list[str], inner: str, *, closes: bool) -> str:
    return f"<{' '.join((tag, *attributes))}>{inner}" + (f"</{tag}>" if closes else "")


_texts = st.sampled_from(_TEXTS) | st.text(max_size=40)
_tags = st.sampled_from(_TAGS)
_attributes = st.lists(st.sampled_from(_ATTRIBUTES), max_size=3)
_json_ld = st.sampled_from(_JSON_LD).map("<script type='application/ld+json'>{}</script>".format)
_metas = st.builds(
    "<meta property='{}' content='{}'>".format,
    st.sampled_from("og:title article:published_time og:type article:tag og:site_name description date".split()),
    _texts,
)
_elements = st.recursive(
    _texts | _json_ld | _metas,
    lambda inner: st.builds(
        _element, _tags, _attributes, st.lists(inner, max_size=5).map("".join), closes=st.booleans()
    ),
    max_leaves=25,
)
_stray_ends = _tags.map("</{}>".format)
_trees = st.lists(_elements | _stray_ends, max_size=8).map("".join)
_repeated = st.builds(lambda tree, times: tree[:400] * times, _trees, st.sampled_from((1, 1, 2, 30, 200)))
_in_charsets = st.builds(
    lambda text, charset: text.encode(charset, "replace"),
    _repeated.map(lambda text: text.encode("utf-8", "replace").decode()),
    st.sampled_from(_CHARSETS),
)
_bytes = st.binary(max_size=400) | st.builds(
    lambda start, rest: start + rest,
    st.sampled_from((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"%PDF", b"{", b"[", b"<?xml ", b"<!doctype html><p>")),
    st.binary(max_size=400),
)
_PAGES = st.tuples(st.just("invented tree"), _in_charsets) | st.tuples(st.just("invented bytes"), _bytes)


def invented_pages(count: int) -> Iterator[tuple[str, bytes]]:
    """At most so many pages that hypothesis makes up, the same each time."""
    found: list[tuple[str, bytes]] = []

    @settings(
        max_examples=max(count, 1),
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_PAGES)
    def draw(page: tuple[str, bytes]) -> None:
        found.append(page)

    draw()
    return iter(found[:count])


def mutate(choices: random.Random, originals: Sequence[bytes]) -> tuple[str, bytes]:
    """One of the originals, changed once to three times; named after the first change."""
    page = choices.choice(originals)
    names = choices.choices(list(_MUTATIONS), k=choices.choice((1, 1, 2, 3)))
    for name in names:
        page = _MUTATIONS[name](choices, page, originals)[:_LENGTH_MOST]
    return names[0], page


def _cut(choices: random.Random, page: bytes) -> tuple[int, int]:
    start = choices.randrange(len(page) + 1)
    return start, min(len(page), start + choices.choice((1, 10, 100, 1000, 10_000)))


def _truncate(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    return page[: choices.randrange(len(page) + 1)]


def _delete(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    start, end = _cut(choices, page)
    return page[:start] + page[end:]


def _duplicate(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    start, end = _cut(choices, page)
    times = choices.choice((2, 5, 50)) if end - start < 5000 else 2
    return page[:start] + page[start:end] * times + page[end:]


def _splice(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    start, end = _cut(choices, page)
    other = choices.choice(originals)
    first, last = _cut(choices, other)
    return page[:start] + other[first:last] + page[end:]


def _flip_bits(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    changed = bytearray(page)
    for _ in range(choices.choice((1, 20, 400)) if page else 0):
        changed[choices.randrange(len(changed))] ^= 1 << choices.randrange(8)
    return bytes(changed)


def _insert(choices: random.Random, page: bytes, junk: bytes) -> bytes:
    start = choices.randrange(len(page) + 1)
    return page[:start] + junk + page[start:]


def _unclose(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    share = choices.random()
    return re.sub(rb"</[^>]{0,40}>", lambda end: b"" if choices.random() < share else end[0], page)


def _huge_attribute(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    name = choices.choice(("class", "id", "style", "lang", "href", "itemprop", "datetime"))
    value = choices.choice(("a", "share-box ", "a-b_", "display : ", "2024-01-01T", "&amp;", "/")) * 20_000
    return _insert(choices, page, f"<p {name}='{value}'>".encode())


def _deep(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    tag = choices.choice(("div", "span", "b", "ul><li", "table><tr><td", "a href=x><div", "font", "section", "q", "p"))
    return _insert(choices, page, f"<{tag}>".encode() * choices.choice((50, 500, 1900, 20_000)))


def _json_ld_junk(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    text = choices.choice(_JSON_LD)
    if choices.random() < 0.5:
        text = json.dumps({"@type": "NewsArticle", "headline": choices.choice(_TEXTS), "articleBody": "\ud83d x" * 99})
    return _insert(choices, page, f"<script type='application/ld+json'>{text}</script>".encode())


def _nulls(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    for _ in range(choices.choice((1, 30))):
        page = _insert(
            choices, page, choices.choice((b"\0", b"\0" * 500, b"\x0c", b"\x1b$B", b"&#0;", b"\xed\xa0\x80"))
        )
    return page


def _recode(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    text = page.decode("utf-8", "replace")
    return text.encode(choices.choice(_CHARSETS), choices.choice(("replace", "ignore", "xmlcharrefreplace")))


def _mislabel(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    return f"<meta charset={choices.choice(_LABELS)}>".encode() + _recode(choices, page, originals)


def _texts_between(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    for _ in range(choices.choice((1, 20))):
        page = _insert(choices, page, choices.choice(_TEXTS).encode() * choices.choice((1, 3)))
    return page


def _marks(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    """Attributes of all kinds on many elements."""
    return re.sub(
        rb"<(p|div|span|h1|h2|li|td)\b",
        lambda start: start[0] + b" " + choices.choice(_ATTRIBUTES).encode() if choices.random() < 0.3 else start[0],
        page,
    )


def _swap_tags(choices: random.Random, page: bytes, originals: Sequence[bytes]) -> bytes:
    one, other = choices.choice(_TAGS).encode(), choices.choice(_TAGS).encode()
    return re.sub(rb"(</?)" + one + rb"\b", rb"\1" + other, page)


_MUTATIONS: dict[str, Callable[[random.Random, bytes, Sequence[bytes]], bytes]] = {
    "truncate": _truncate,
    "delete": _delete,
    "duplicate": _duplicate,
    "splice": _splice,
    "flip bits": _flip_bits,
    "unclose": _unclose,
    "huge attribute": _huge_attribute,
    "nest deep": _deep,
    "junk in JSON-LD": _json_ld_junk,
    "NULs": _nulls,
    "recode": _recode,
    "mislabel": _mislabel,
    "texts between": _texts_between,
    "mark": _marks,
    "swap tags": _swap_tags,
}
