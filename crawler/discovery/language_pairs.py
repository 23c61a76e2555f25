"""Language pairs: which of the listed pages are one article in two languages, by lists and addresses.

A wrong pair puts two articles into one record, a missed one is found again on the pages themselves: in doubt,
two pages stay two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from crawler.discovery.article_paths import is_language
from crawler.models import ARABIC, ENGLISH, ArticleLinks

# The names under which sites put the language into the query.
_LANGUAGE_QUERIES = frozenset(("lang", "language", "locale", "hl", "l", "lng"))
_SUFFIX = re.compile(r"\.(?:s?html?|aspx?|php\d?|jsp)$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
# A UUID or a hash: letters, yet no word.
_HEX = re.compile(r"(?=.*\d)[0-9a-f]{6,}(?:-[0-9a-f]{4,})*", re.IGNORECASE)
# Words that stand beside an id and say nothing of the article: "news-1234", "post.1234".
_ID_WORDS = frozenset(
    ("article", "articles", "news", "story", "post", "posts", "id", "page", "node", "doc", "view", "details")
)
_PAIRED = frozenset((ENGLISH, ARABIC))


def pair_language_pages(links: Iterable[ArticleLinks]) -> tuple[ArticleLinks, ...]:
    """The links with the pages of one article as one link, at the place of the first of them.

    Pages belong together where a list says so (hreflang), or where their addresses differ only in the
    language ("/ar/X" beside "/en/X" or "/X", "?lang=ar", "ar.host") and end in words, not in an id: ids of
    two languages are equal by chance. The link's address is the English page, else the one without a
    language, else the first; the others are its alternates. A link that names itself among its alternates
    says its own language. Of the claims of when it changed the latest is kept, of the lists the earliest.
    """
    listed = list(links)
    groups = _Groups(listed)
    for link, alternates in _believable(listed):
        for language, address in alternates:
            groups.unite(link.url, address, language)
    for english, arabic in _path_pairs(listed):
        groups.unite(english, arabic, ARABIC, own_language=ENGLISH)
    return groups.merged(listed)


def _believable(listed: list[ArticleLinks]) -> Iterable[tuple[ArticleLinks, tuple[tuple[str, str], ...]]]:
    """The alternates without those that several pages of one language claim: a home page, a section."""
    claims: Counter[tuple[str, str]] = Counter()
    for link in listed:
        own = _own_language(link)
        claims.update({(own, address) for _, address in link.alternates if address != link.url})
    for link in listed:
        own = _own_language(link)
        kept = tuple(pair for pair in link.alternates if pair[1] == link.url or claims[own, pair[1]] == 1)
        yield link, kept


def _own_language(link: ArticleLinks) -> str:
    """What the link says of itself, else what its address says; "" where neither does."""
    return (
        next((language for language, address in link.alternates if address == link.url), "")
        or _split(link.url).language
    )


def _path_pairs(listed: list[ArticleLinks]) -> Iterable[tuple[str, str]]:
    """(English page, Arabic page) whose addresses are the same but for the language."""
    by_key: dict[tuple[str, str, str], dict[str, str]] = {}
    for link in listed:
        split = _split(link.url)
        if split.ends_in_words:
            by_key.setdefault(split.key, {}).setdefault(split.language, link.url)
    for pages in by_key.values():
        named = {language: address for language, address in pages.items() if language in _PAIRED}
        # The page without a language is in the one that the other page does not name.
        if len(named) == 1 and "" in pages:
            (other,) = _PAIRED - named.keys()
            named[other] = pages[""]
        if len(named) == 2:
            yield named[ENGLISH], named[ARABIC]


@dataclass(frozen=True, slots=True)
class _SplitAddress:
    key: tuple[str, str, str]
    """Host, path and query without what names a language."""
    language: str
    """"" where the address names none."""
    ends_in_words: bool


def _split(url: str) -> _SplitAddress:
    split = urlsplit(url)
    host, of_host = _host_without_language(split.netloc.lower())
    parts = split.path.split("/")
    of_path = parts[1] if len(parts) > 2 and is_language(parts[1]) else ""
    path = "/".join(parts[2:] if of_path else parts[1:]).rstrip("/")
    pairs = parse_qsl(split.query, keep_blank_values=True)
    rest = [(key, value) for key, value in pairs if key.lower() not in _LANGUAGE_QUERIES]
    of_query = next((value for key, value in pairs if key.lower() in _LANGUAGE_QUERIES and is_language(value)), "")
    language = (of_path or of_query or of_host)[:2].lower()
    return _SplitAddress((host, path, urlencode(rest)), language, not rest and _ends_in_words(path))


def _host_without_language(host: str) -> tuple[str, str]:
    label, _, rest = host.partition(".")
    if rest.count(".") and is_language(label):
        return rest, label
    return host.removeprefix("www."), ""


def _ends_in_words(path: str) -> bool:
    """True where the last part has a word of its own: a slug, not an id.

    >>> [_ends_in_words(path) for path in ("news/gaza-talks", "news/article-1234", "archives/1129")]
    [True, False, False]
    """
    last = _SUFFIX.sub("", unquote(path.rpartition("/")[2]))
    words = [word for word in _WORDS.findall(last) if word.lower() not in _ID_WORDS]
    return bool(words) and not _HEX.fullmatch(last)


class _Groups:
    """Which pages belong together so far; a group has at most one page of each language."""

    def __init__(self, listed: list[ArticleLinks]) -> None:
        # Address -> the pages of its group: address -> language, "" where it is not known.
        self._group_of = {link.url: {link.url: _own_language(link)} for link in listed}

    def unite(self, url: str, other: str, language: str, own_language: str = "") -> None:
        """Put two pages into one group, unless it would then have two pages of one language."""
        ours = self._group_of[url]
        ours[url] = ours[url] or own_language
        theirs = self._group_of.setdefault(other, {other: language})
        theirs[other] = theirs[other] or language
        shared = set(ours.values()) & set(theirs.values()) - {""}
        if ours is theirs or shared:
            return
        ours.update(theirs)
        self._group_of.update(dict.fromkeys(theirs, ours))

    def merged(self, listed: list[ArticleLinks]) -> tuple[ArticleLinks, ...]:
        """One link for each group that has a listed page, in the order of their first pages."""
        members: dict[int, list[ArticleLinks]] = {}
        for link in listed:
            members.setdefault(id(self._group_of[link.url]), []).append(link)
        return tuple(_merge(self._group_of[links[0].url], links) for links in members.values())


def _merge(pages: Mapping[str, str], links: list[ArticleLinks]) -> ArticleLinks:
    main = min(pages, key=lambda address: _rank(address, pages))
    alternates = tuple((language, address) for address, language in pages.items() if address != main and language)
    claims = [link.modified_at for link in links if link.modified_at]
    stated = tuple(dict.fromkeys(claim for link in links for claim in link.date_claims))
    modified_at = max(claims, default=None)
    return replace(links[0], url=main, alternates=alternates, modified_at=modified_at, date_claims=stated)


def _rank(address: str, pages: Mapping[str, str]) -> tuple[bool, bool]:
    return pages[address] != ENGLISH, bool(_split(address).language)
