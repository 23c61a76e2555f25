"""The tags that a page shows with its text: a row of links to its topics below it, or between headline and text."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from crawler.head.tags import divide_tags, merge_tags
from crawler.models import Edition, Role
from crawler.models.forms import display_form
from crawler.page.blocks import Block
from crawler.page.furniture import is_furniture_text
from crawler.page.tag_lines import (
    LABELLED_TAG_LINKS,
    LABELLED_TAGS,
    TAG_LABEL,
    ends_in_tag_label,
    hashtags_of,
    names_tags,
)
from crawler.urls import host_of, registrable_domain, split_host

# Where links to all that is filed under a word lead: "/tag/ports", "/search/label/Ports", "/?tag=ports".
_ADDRESS = re.compile(
    r"/(?:tags?|topics?|keywords?|labels?|hashtags?|etiquetas?|temas?|themen|thema|schlagworte?|mots?-cles?|wasm"
    r"|وسم|وسوم|%D9%88%D8%B3%D9%85)/[^/?#]+/?(?:[?#].*)?$|[?&](?:tag|keyword|topic)s?=",
    re.IGNORECASE,
)
# Not "tag-politics", by which one theme names every article, nor the cloud of all tags.
_NAME = re.compile(
    r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))(?:[Tt]ags|[Kk]eywords|[Hh]ashtags"
    r"|[Tt]ag[_-]?(?:[Ll]ist|[Ll]inks|[Ii]tems?|[Ww]rap(?:per)?|[Cc]ontainer|[Bb]ox|[Rr]ow))(?![a-z])"
)
_AWAY_TAGS = frozenset({"nav", "aside", "form", "script", "style", "template"})
_AWAY = re.compile(
    r"breadcrumb|widget|sidebar|related|recommend|cloud|menu|popular|trending|latest|most[-_]?read|comment|newsletter",
    re.IGNORECASE,
)
# A row of tags is short; what is longer is looked through for one.
_ROW_LENGTH, _ROW_LINKS, _UNTOLD_LINKS = 400, 30, 12
_TAG_LENGTH = 40
_LINK_SHARE = 0.6
# Between a text and its tags stand buttons, a source, a line about the writer; beyond that is another's.
_LENGTH_BETWEEN, _ELEMENTS_MOST, _DEPTH_MOST = 600, 200, 30
# Of what is longer than a row no more is asked than that: so much is looked at (characters as written).
_LOOKED_AT = 4_000
# An article's own end has its tags and a few buttons, a page's all of the site.
_FOOTER_LINKS = 15
_SIGNS = ("#", "＃")
_NO_PAGE = ("#", "javascript:", "mailto:")


def shown_tags(blocks: Sequence[Block], editions: Sequence[Edition], url: str) -> tuple[str, ...]:
    """The tags in display form, in order; empty where none are shown with the text, or there is no text."""
    texts = {text for edition in editions for text in edition.texts(Role.PARAGRAPH)}
    own = [block for block in blocks if block.text in texts]
    if not own:
        return ()
    below = _Search(url)
    below.read_after(own[-1].place.node, None)
    headline = next((block for block in blocks if block.level == 1), None)
    if below.tags or headline is None:
        return merge_tags(below.tags)
    between = _Search(url)
    between.read_after(headline.place.node, own[0].place.node)
    return merge_tags(between.tags)


class _Search:
    """The search for the first row of tags among elements that follow each other."""

    def __init__(self, url: str) -> None:
        self.tags: list[str] = []
        self._url = url
        self._row: LexborNode | None = None
        self._labelled = False
        """True right behind a line that says "Tags"."""
        self._is_past = False
        """True behind another article: only a row with a label is this one's."""
        self._is_over = False
        self._elements = self._length = 0

    def read_after(self, node: LexborNode, end: LexborNode | None) -> None:
        """Read what follows an element in reading order, up to `end`."""
        current: LexborNode | None = node
        while current is not None and current.tag not in ("body", "html"):
            sibling = current.next
            while sibling is not None and not self._is_over:
                self._read(sibling, end, 0)
                sibling = sibling.next
            current = current.parent

    def _read(self, node: LexborNode, end: LexborNode | None, depth: int) -> None:
        self._elements += 1
        self._is_over = self._is_over or self._elements > _ELEMENTS_MOST or _is_same(node, end)
        if self._is_over or (node.tag != "-text" and _stands_away(node)):
            return
        text = _beginning(_text(node))
        if not any(map(str.isalnum, text)):
            return
        links = _links(node)
        is_long = len(text) > _ROW_LENGTH
        if not is_long and (tags := self._tags_of(node, text, links)):
            self._take(tags, node)
        elif depth < _DEPTH_MOST and (is_long or (links and names_tags(text))):
            for child in node.iter(include_text=True):
                self._read(child, end, depth + 1)
        else:
            self._pass(text, links)

    def _take(self, tags: list[str], node: LexborNode) -> None:
        if self.tags and not _is_same(self._row, node.parent):
            self._is_over = True
        elif self._labelled or not self._is_past or self.tags:
            self.tags += tags
            self._row = node.parent

    def _pass(self, text: str, links: list[LexborNode]) -> None:
        """Note a line that is no row of tags."""
        self._is_over = bool(self.tags)
        self._labelled = ends_in_tag_label(text)
        self._length += len(text)
        is_headline = any(len(display_form(link.text(deep=True))) > _TAG_LENGTH for link in links)
        self._is_past = self._is_past or is_headline or self._length > _LENGTH_BETWEEN

    def _tags_of(self, node: LexborNode, text: str, links: list[LexborNode]) -> list[str]:
        """The tags in one short element."""
        if hashtags := hashtags_of(text):
            return hashtags
        said = (LABELLED_TAG_LINKS if links else LABELLED_TAGS).fullmatch(text)
        if not links:
            tags = divide_tags(said["tags"]) if said else []
            return tags if all(len(tag) <= _TAG_LENGTH for tag in tags) else []
        is_told = self._labelled or said is not None or _is_named(node)
        tags = [
            shown
            for link in links
            if (shown := display_form(link.text(deep=True))) and self._is_tag(shown, link, is_told=is_told)
        ]
        self._labelled = self._labelled or (said is not None and bool(tags))
        if len(links) > (_ROW_LINKS if is_told else _UNTOLD_LINKS) or max(map(len, tags), default=0) > _TAG_LENGTH:
            return []
        return tags if sum(map(len, tags)) >= _LINK_SHARE * len(said["tags"] if said else text) else []

    def _is_tag(self, shown: str, link: LexborNode, *, is_told: bool) -> bool:
        """True for a link within the site that its address, its sign or what stands around it tells to be a tag."""
        address = link.attributes.get("href") or ""
        if not (is_told or shown.startswith(_SIGNS) or _ADDRESS.search(address)):
            return False
        if shown.endswith((":", "：")) or address.startswith(_NO_PAGE):
            return False
        if TAG_LABEL.fullmatch(shown) or is_furniture_text(shown.lstrip("".join(_SIGNS))):
            return False
        return "://" not in address or _domain(address) == _domain(self._url)


def _stands_away(node: LexborNode) -> bool:
    """True for what is beside the article: menus, boxes, the page's own end."""
    if node.tag in _AWAY_TAGS or _AWAY.search(_names(node)):
        return True
    return node.tag == "footer" and len(node.css("a")) > _FOOTER_LINKS


def _domain(url: str) -> str | None:
    return registrable_domain(split_host(host_of(url))[0])


def _beginning(text: str) -> str:
    """A text in display form; of a long one the beginning, where that is longer than any row."""
    beginning = display_form(text[:_LOOKED_AT])
    return beginning if len(text) <= _LOOKED_AT or len(beginning) > _LENGTH_BETWEEN else display_form(text)


def _text(node: LexborNode) -> str:
    return (node.text_content or "") if node.tag == "-text" else node.text(deep=True, separator=" ")


def _links(node: LexborNode) -> list[LexborNode]:
    return [] if node.tag == "-text" else [node] if node.tag == "a" else node.css("a")[: _ROW_LINKS + 1]


def _is_same(one: LexborNode | None, other: LexborNode | None) -> bool:
    return one is not None and other is not None and one.mem_id == other.mem_id


def _is_named(node: LexborNode) -> bool:
    """True where the element, one in it that holds its links, or one right around it is called after tags."""
    around = node.parent
    named = [node, *([around] if around is not None else []), *node.css("ul, ol, div, span")[:4]]
    return any(_says_tags(_names(one)) for one in named)


def _says_tags(names: str) -> bool:
    return ("ag" in names or "eyword" in names) and _NAME.search(names) is not None


def _names(node: LexborNode) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
