"""What a page files its article under: links that are tags, and the lists of keywords in its head."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.head.json_ld import Thing
from crawler.models.forms import display_form, match_form

# A list of keywords for machines may go on for pages; what a reader is shown has some twenty at most.
_TAGS_MOST = 40
_TAG_LENGTH_MOST = 80
_READ_MOST = 1000
_TAG_LINKS_MOST = 200
# Stated once for each tag; in `metas` one in each line.
REPEATED_METAS = ("article:tag", "og:article:tag")
_KEYWORD_METAS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")
_DIVIDERS = re.compile(r"[,،;؛|·•\n]+|\s[#＃]|\s[/\\]\s")
# Marks of a publishing system among the keywords: "path:news", an identifier.
_MACHINE_TAG = re.compile(r"[a-z][a-z_-]*:\S.*|[0-9a-f]{8}[0-9a-f-]{8,}")
_AWAY = frozenset({"nav", "aside"})
# Names of what stands beside an article; the line of its own tags is often in its footer.
_BESIDE = re.compile(
    r"widget|sidebar|related|recommend|cloud|menu|popular|trending|latest|most[-_]?read", re.IGNORECASE
)


def read_tags(tree: LexborHTMLParser, metas: Mapping[str, str], article: Thing | None) -> tuple[str, ...]:
    """The tags in display form, those a reader can follow first, each once; empty where there are none."""
    stated = [
        *(display_form(node.text(deep=True)) for node in _tag_links(tree)),
        *(tag for name in REPEATED_METAS for tag in _repeated(metas.get(name, "").splitlines())),
        *(_keywords(article.get("keywords")) if article else ()),
        *(piece for name in _KEYWORD_METAS for piece in _DIVIDERS.split(metas.get(name, ""))),
    ]
    return merge_tags(stated)


def divide_tags(line: str) -> list[str]:
    """The tags of a list in one line.

    >>> divide_tags("البصرة، الموانئ | النفط"), divide_tags("#Basra #Ports")
    (['البصرة', 'الموانئ', 'النفط'], ['#Basra', 'Ports'])
    """
    return [tag.strip() for tag in _DIVIDERS.split(line)]


def merge_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Each tag once, whatever its spelling, in their order; without the "#" in front, blank and overlong ones."""
    merged: dict[str, str] = {}
    for tag in islice(tags, _READ_MOST):
        shown = display_form(tag).strip("#＃ .,،;؛")
        if 0 < len(shown) <= _TAG_LENGTH_MOST and not _MACHINE_TAG.fullmatch(shown):
            merged.setdefault(match_form(shown).replace("_", " "), shown)
    merged.pop("", None)
    return tuple(merged.values())[:_TAGS_MOST]


def _repeated(lines: list[str]) -> list[str]:
    """One tag in each line; a single line with several commas is a list."""
    return _DIVIDERS.split(lines[0]) if len(lines) == 1 and lines[0].count(",") > 1 else lines


def _tag_links(tree: LexborHTMLParser) -> list[LexborNode]:
    """Links marked as tags, not those of a sidebar or of another article's card.

    rel="category tag" is a section of the site, as WordPress marks it. Where several articles stand on the page,
    only the tags beside the first of them count.
    """
    links = [
        node
        for node in tree.css('a[rel~="tag"]')[:_TAG_LINKS_MOST]
        if "category" not in (node.attributes.get("rel") or "").lower() and not _stands_away(node)
    ]
    owners = [_article_of(node) for node in links]
    return [node for node, owner in zip(links, owners, strict=True) if owner == owners[0]]


def _stands_away(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None and parent.tag not in ("article", "main", "body"):
        attributes = parent.attributes
        names = " ".join(filter(None, (attributes.get("class"), attributes.get("id"))))
        if parent.tag in _AWAY or _BESIDE.search(names):
            return True
        parent = parent.parent
    return False


def _article_of(node: LexborNode) -> int | None:
    parent = node.parent
    while parent is not None and parent.tag != "article":
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def _keywords(stated: Any) -> Iterator[str]:
    """Of JSON-LD: one string with commas, or a list of strings and of defined terms with a name."""
    listed = stated if isinstance(stated, list) else [stated]
    for one in listed:
        text = one.get("name") if isinstance(one, dict) else one
        if isinstance(text, str):
            # A list is divided already: its entries may hold commas.
            yield from (text,) if len(listed) > 1 else _DIVIDERS.split(text)
