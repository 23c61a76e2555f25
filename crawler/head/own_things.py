"""Which things of a page's structured data speak of its own article: a page may describe others beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.head.json_ld import ARTICLE_TYPES, Thing, texts_of, types_of
from crawler.models.forms import match_form
from crawler.urls import normalise_url

# A headline for machines may be worded otherwise than the one that readers see; another story's shares hardly a word.
_SHARED_LEAST = 1 / 3
# What microdata set apart within an article, with dates of their own.
_PARTS = frozenset("Comment UserComments Answer ImageObject".split())
_CARD_LENGTH = 400  # characters
_WORD = re.compile(r"\w+")
_ADDRESSES = ("url", "mainEntityOfPage", "@id")


def own_things(tree: LexborHTMLParser, metas: Mapping[str, str], things: Sequence[Thing]) -> tuple[Thing, ...]:
    """Those that are not of another article, all where there is nothing to compare with.

    Another's has another headline, and is one of several articles, or is no article, or has an address of its own.
    """
    if not things:
        return ()
    titles = [words for text in _titles(tree, metas) if (words := _words(text))]
    addresses = _addresses(tree, metas)
    several = sum(bool(types_of(thing) & ARTICLE_TYPES) for thing in things) > 1
    return tuple(
        thing
        for thing in things
        if not _has_other_title(thing, titles)
        or not (several or not types_of(thing) & ARTICLE_TYPES or _has_other_address(thing, addresses))
    )


class OthersScopes:
    """The elements of a page's microdata that are of a comment, a picture or the card of another article.

    Each is looked at once: thousands of dates may stand in one.
    """

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}

    def hold(self, node: LexborNode) -> bool:
        """True for a property of one of them."""
        scope = node.parent
        while scope is not None and "itemscope" not in scope.attributes:
            scope = scope.parent
        if scope is None:
            return False
        if scope.mem_id not in self._known:
            self._known[scope.mem_id] = _is_others(scope)
        return self._known[scope.mem_id]


def _is_others(scope: LexborNode) -> bool:
    """What holds the page's own headline is none of them, whatever it is called."""
    kind = (scope.attributes.get("itemtype") or "").rsplit("/", 1)[-1]
    is_part = kind in _PARTS or scope.attributes.get("itemprop") == "comment"
    return (is_part or _is_card(scope)) and scope.css_first("h1") is None


def _is_card(scope: LexborNode) -> bool:
    """True for little text with a linked heading."""
    if scope.css_first("h2 a[href], h3 a[href], h4 a[href]") is None:
        return False
    return len(scope.text(deep=True)) <= _CARD_LENGTH


def _titles(tree: LexborHTMLParser, metas: Mapping[str, str]) -> Iterator[str]:
    yield from (metas[name] for name in ("og:title", "twitter:title") if name in metas)
    yield from (node.text(deep=True) for node in tree.css("title, h1"))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(match_form(text)))


def _has_other_title(thing: Thing, titles: Sequence[frozenset[str]]) -> bool:
    own = next((_words(text) for name in ("headline", "name") for text in texts_of(thing, name)), frozenset())
    return bool(own and titles) and not any(
        len(own & title) >= _SHARED_LEAST * min(len(own), len(title)) for title in titles
    )


def _addresses(tree: LexborHTMLParser, metas: Mapping[str, str]) -> frozenset[str]:
    canonical = tree.css_first('link[rel~="canonical"]')
    stated = (canonical.attributes.get("href") if canonical is not None else None, metas.get("og:url"))
    return frozenset(_path(address) for address in stated if address)


def _has_other_address(thing: Thing, addresses: frozenset[str]) -> bool:
    stated = [value.get("@id") if isinstance(value := thing.get(name), dict) else value for name in _ADDRESSES]
    own = {_path(address) for address in stated if isinstance(address, str) and "/" in address}
    return bool(own and addresses) and own.isdisjoint(addresses)


def _path(address: str) -> str:
    """An address without scheme, host and fragment: pages state them in several spellings."""
    normal = normalise_url(address.strip()) or address
    return re.sub(r"^(?:https?:)?//[^/]*", "", normal).partition("#")[0].rstrip("/")
