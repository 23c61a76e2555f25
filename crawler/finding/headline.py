"""Which heading of a page is the article's headline, judged by what the head of the page says."""

from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.head.metadata import Metadata, cut_site_name, title_pieces
from crawler.languages import block_language, count_letters
from crawler.models.forms import display_form, match_form
from crawler.page.furniture import is_furniture_name, is_language_part, name_words
from crawler.page.unseen import is_unseen
from crawler.urls import leads_to_front

_LIKE_ENOUGH = 0.5
_LIKE_CERTAIN = 0.8
_COVERED_LEAST = 0.6
_TITLE_NAMES = frozenset({"title", "headline", "heading"})
# A site's name has fewer words.
_OPENING_WORDS_LEAST = 4
_LENGTH_MOST = 400  # characters: a heading longer than this is a text in the wrong element


def find_headline(tree: LexborHTMLParser, metadata: Metadata) -> LexborNode | None:
    """The visible heading that is the headline; None where none is like what the head states.

    A page whose head states no title is believed in its only <h1>.
    """
    stated = [cut_site_name(title, metadata.site_name) for _, title in metadata.titles]
    first_level = _candidates(tree, "h1", metadata)
    if len(first_level) == 1 and _is_in_script_of_page(first_level[0], stated, tree):
        return first_level[0]
    if len(first_level) == 1 and _opens_title(first_level[0], metadata):
        return first_level[0]
    best = _most_like(first_level, stated)
    if best is not None and (not stated or _covers(best, stated)):
        return best
    others = _candidates(tree, "h2, h3, h4", metadata)
    named = [node for node in _titled(tree) if not _is_site_name(node, metadata)]
    candidate = _most_like([*others, *named], stated)
    least = _LIKE_ENOUGH if best is None or _is_part_of_title(best, stated) else _LIKE_CERTAIN
    if candidate is not None and _likeness(candidate, stated) >= least and _covers(candidate, stated):
        return candidate
    if best is not None and (_likeness(best, stated) >= _LIKE_ENOUGH or len(first_level) == 1):
        return best
    return candidate if candidate is not None and _likeness(candidate, stated) >= _LIKE_CERTAIN else best


def _is_in_script_of_page(heading: LexborNode, stated: list[str], tree: LexborHTMLParser) -> bool:
    """True where the heading is in the script that most of the page is in, and the head's titles are in the other.

    Publishing systems of two languages leave one language's title on both languages' pages.
    """
    script = block_language(display_form(heading.text(deep=True)))
    titled = {block_language(title) for title in stated} - {None}
    if script is None or not titled or script in titled or tree.body is None:
        return False
    letters = count_letters(tree.body.text(deep=True))
    return (letters.arabic > letters.other) == (script == "ar")


def is_less_than_title(headline: LexborNode | None, metadata: Metadata) -> bool:
    """True where the head states titles, and the heading says little of any: a site's name perhaps."""
    stated = [cut_site_name(title, metadata.site_name) for _, title in metadata.titles]
    if headline is None or not stated or _covers(headline, stated) or _opens_title(headline, metadata):
        return headline is None
    script = block_language(display_form(headline.text(deep=True)))
    return any(block_language(title) == script for title in stated)


def _covers(node: LexborNode, stated: list[str]) -> bool:
    """True where a heading says most of a title that the page states: more than the site's name in it."""
    words = _words(node.text(deep=True))
    titles = [_words(title) for title in stated]
    return any(len(words & title) >= _COVERED_LEAST * len(title) for title in titles if title)


def _opens_title(heading: LexborNode, metadata: Metadata) -> bool:
    """True for a heading that says just what a title says before its first mark: "Headline - more of it - site"."""
    text = match_form(heading.text(deep=True))
    firsts = {match_form(pieces[0]) for _, title in metadata.titles if len(pieces := title_pieces(title)) > 1}
    return text.count(" ") >= _OPENING_WORDS_LEAST - 1 and text in firsts


def _is_part_of_title(node: LexborNode, stated: list[str]) -> bool:
    """True where a title says all that a heading says, and more: a site's name, "Site: headline"."""
    text = match_form(node.text(deep=True))
    return any(text in match_form(title) for title in stated)


def stated_titles(metadata: Metadata) -> tuple[str, ...]:
    """All titles that the page's head states, each once, the site's name cut."""
    return tuple(dict.fromkeys(cut_site_name(title, metadata.site_name) for _, title in metadata.titles))


def stated_headline(metadata: Metadata, shown: str | None = None) -> str | None:
    """The headline as the page's head states it, the site's name cut; None where it states no title.

    `shown` is the headline that the page shows: a title that begins with all of it is not divided within it.
    """
    for source, title in metadata.titles:
        cut = cut_site_name(title, metadata.site_name)
        if shown and " " in shown and match_form(title).startswith(match_form(shown)):
            return shown
        if cut != title or source.startswith("json-ld"):
            return cut
        return _longest_shared_piece(title, metadata)
    return None


def _longest_shared_piece(title: str, metadata: Metadata) -> str:
    """Of a title with separators, what stands in every title; its first part where only one title is stated."""
    pieces = title_pieces(title)
    others = [other for _, other in metadata.titles if other != title]
    if len(pieces) < 2:
        return title
    if any(title in other for other in others):
        return title
    shared = [piece for piece in pieces if any(piece in other for other in others)]
    longest = max(shared or pieces, key=len)
    return title[: title.rindex(pieces[-1])].rstrip(" |-–—•·:»«/") if longest == pieces[0] else longest


def _candidates(tree: LexborHTMLParser, selector: str, metadata: Metadata) -> list[LexborNode]:
    return [
        node
        for node in tree.css(selector)
        if 0 < len(display_form(node.text(deep=True))) <= _LENGTH_MOST
        and not _is_site_name(node, metadata)
        and not _is_out_by_name(node)
        and not _is_in_menu(node)
        and not _leads_home(node)
    ]


def _is_out_by_name(node: LexborNode) -> bool:
    """True where an element's own name or style takes it out of the article."""
    attributes = node.attributes
    classes, identifier = attributes.get("class"), attributes.get("id")
    if ("hidden" in attributes or is_unseen(classes, attributes.get("style"))) and not is_language_part(attributes):
        return True
    return node.tag not in ("body", "html", "article", "main") and is_furniture_name(classes, identifier)


def _leads_home(node: LexborNode) -> bool:
    """True for a heading that is a link to the site's front: the site's name, set as a heading."""
    links = node.css("a[href]")
    return len(links) == 1 and bool(
        leads_to_front(links[0].attributes.get("href") or "")
        and display_form(links[0].text(deep=True)) == display_form(node.text(deep=True))
    )


def _is_in_menu(node: LexborNode) -> bool:
    """True in a <nav>: the last entry of the way to a page may be a heading, worded for search engines."""
    outer = node.parent
    while outer is not None and outer.tag != "nav":
        outer = outer.parent
    return outer is not None


def _titled(tree: LexborHTMLParser) -> list[LexborNode]:
    nodes = tree.css('[class*="title"], [class*="headline"], [itemprop="headline"]')
    return [node for node in nodes if name_words(node.attributes.get("class")) & _TITLE_NAMES][:50]


def _is_site_name(node: LexborNode, metadata: Metadata) -> bool:
    if not metadata.site_name:
        return False
    return match_form(node.text(deep=True)) == match_form(metadata.site_name)


def _most_like(nodes: list[LexborNode], stated: list[str]) -> LexborNode | None:
    return max(nodes, key=lambda node: _likeness(node, stated), default=None)


def _likeness(node: LexborNode, stated: list[str]) -> float:
    words = _words(node.text(deep=True))
    return max((_overlap(words, _words(title)) for title in stated), default=0.0)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(match_form(text).split())


def _overlap(words: frozenset[str], others: frozenset[str]) -> float:
    """Share of the shorter's words in the other, lessened where the shorter has only one or two."""
    fewer = min(len(words), len(others))
    if not fewer:
        return 0.0
    share = len(words & others) / max(fewer, 3)
    return share * (0.75 + 0.25 * fewer / max(len(words), len(others)))
