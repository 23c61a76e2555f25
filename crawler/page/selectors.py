"""CSS selectors as people write them and as they are found: whether one can be read, and what makes one stable."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

# Made by a build tool or a content system for one element, build or article: gone with the next one.
_DIGITS = re.compile(r"\d")
# "css-module_name__aB3xZ" and its like end in a hash without a digit now and then; so does "sc-bdVaJa". Words after
# two underscores are the parts of a block, as BEM writes them: "hero__title", "node__meta--top", "card__subTitle".
_PART = r"[a-z]{2,}(?:[A-Z][a-z]{2,})*"
_PARTS = rf"(?=[a-z]*[aeiouy]){_PART}(?:[-_]{{1,2}}{_PART})*"
_BUILT = re.compile(
    r"^(?:css|sc|jsx|jss|svelte|emotion|chakra)-"
    rf"|__(?!{_PARTS}$)[A-Za-z0-9_-]{{5,}}$"
    r"|^[a-z]{1,2}[A-Z]|[a-z][A-Z]{2,}[a-z]"
)
_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_PLAIN = re.compile(r"-?[A-Za-z_][\w-]*")
# Classes of a grid, a colour, a state, a utility framework: how an element looks on one page, not what it is.
_LOOKS = re.compile(
    r"^(?:absolute|active|align\w*|animated|antialiased|bg|block|border|bottom|break|capitalize|center|clearfix|col"
    r"|container|cursor|even|first|fixed|flex|float\w*|font|gap|grid|group|h|has|hidden|hide|inline|inset|is|italic"
    r"|items|js|justify|last|lazy\w*|leading|left|list|loaded|lowercase|m|max|mb|min|ml|mr|mt|mx|my|no-js|object|odd"
    r"|opacity|open|order|overflow|p|pb|peer|place|pl|pr|pt|px|py|relative|right|rounded|row|selected|self|shadow|show"
    r"|shrink|size|space|sr|static|sticky|table|tracking|transition|truncate|underline|uppercase|visible|w"
    r"|whitespace|wow|wp-image|z)(?:[-_].*)?$"
    # By itself it says what an element holds.
    r"|^text[-_]",
    re.IGNORECASE,
)


# WordPress calls an article by its own section, tags and author, beside what it is.
_POST_CLASSES = frozenset({"hentry", "type-post", "single-post"})
_OF_ONE_POST = ("category-", "tag-", "author-")


def stable_classes(attribute: str | None) -> list[str]:
    """The names in a class attribute that say what an element is, in order.

    >>> stable_classes("post-7 post type-post hentry category-city"), stable_classes("category-label")
    (['post', 'type-post', 'hentry'], ['category-label'])
    """
    names = (attribute or "").split()
    is_post = not _POST_CLASSES.isdisjoint(names)
    return [name for name in names if is_stable_name(name) and not (is_post and name.startswith(_OF_ONE_POST))]


@lru_cache(maxsize=4096)
def is_selector(text: str) -> bool:
    """True for a text that the parser takes as a CSS selector.

    >>> is_selector("article.story > p"), is_selector("p::"), is_selector("")
    (True, False, False)
    """
    try:
        LexborHTMLParser("<p>").css(text)
    except SelectolaxError:
        return False
    return True


@lru_cache(maxsize=8192)
def is_stable_name(name: str) -> bool:
    """True for a class or id that names what an element is, on every page and after the next build.

    >>> [is_stable_name(name) for name in ("entry-content", "post-1204", "css-1x2y3z", "sc-bdVaJa", "col-md-8")]
    [True, False, False, False, False]
    >>> [is_stable_name(name) for name in ("text", "text-center")]
    [True, False]
    >>> [is_stable_name(name) for name in ("story-hero__title", "node__meta--top", "title__aBxZq", "title__xkqwj")]
    [True, True, False, False]
    """
    return bool(
        _PLAIN.fullmatch(name)
        and _WORD.search(name)
        and not _DIGITS.search(name)
        and not _BUILT.search(name)
        and not _LOOKS.match(name)
    )


def select(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements that a selector matches, each once, in document order; none where it cannot be read or is ""."""
    # An element that two parts of a list match ("p, .lead") comes twice.
    return list({node.mem_id: node for node in tree.css(selector)}.values()) if is_selector(selector) else []
