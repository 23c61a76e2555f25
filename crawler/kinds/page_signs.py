"""What the whole of a page says and holds: read only where it is in doubt whether the page holds an article."""

import re
from collections.abc import Container
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.discovery.article_paths import is_home_path
from crawler.kinds.pagekind_words import ERROR_BODIES, LIST_BODIES, fold
from crawler.models.forms import display_form
from crawler.page.furniture import UNSEEN_TAGS, name_words
from crawler.page.unseen import is_unseen

# Of ordinary pages only what a challenge itself needs: their own scripts (e-mail protection, JavaScript detection,
# a widget on a comment form) come from the same folders.
_CHALLENGE_MARKS = (
    "_cf_chl_opt",
    "cf-browser-verification",
    'id="challenge-form"',
    'id="challenge-running"',
    'id="challenge-error-text"',
    "geo.captcha-delivery.com",
    "captcha-delivery.com/c.js",
    'id="px-captcha"',
    "/_Incapsula_Resource?SWUDNSAI",
)
# Parts of a page that speak of the site on every page of it, wherever they stand.
_AROUND = "nav, footer, aside, dialog, menu, select, [hidden], [aria-hidden=true], [role=dialog], [role=navigation]"
# What classes and ids call a gate, word for word: publishing systems, their plugins, the trade itself; one name a line.
_GATE_LINES = tuple(
    line.split()
    for line in """paywall
        pay wall
        regwall
        reg wall
        register wall
        registration wall
        subscription wall
        subscribe wall
        login wall
        donation wall
        premium wall
        content gate
        article gate
        leaky message
        pmpro content message
        mepr unauthorized
        memberships restriction
        members access error
        upgrade cta
        rcp restricted
        swpm message""".splitlines()
)
_GATE_NAMES = tuple(map(frozenset, _GATE_LINES))
# Next to no element has any of them in its name.
_GATE_LAST_WORDS = frozenset(words[-1] for words in _GATE_LINES)
_GATE_LENGTH_MOST = 800
# What a reader can do at a gate: fill in, press, or go where accounts are opened, paid for or given to.
_GATE_ACTIONS = "button, input, form"
_GATE_PATHS = re.compile(
    r"subscri|abo\b|abonn|suscri|join|member|log-?in|sign-?(?:in|up)|regist|account|offer|plans?\b|pricing|donat|support|premium|checkout"
)
# Fields that a reader types nothing into.
_UNTYPED = frozenset({"hidden", "submit", "button", "image", "reset", "checkbox", "radio"})
_SEPARATOR = "\ue000"
_BREAKS = re.compile(rf"[\s{_SEPARATOR}]*{_SEPARATOR}[\s{_SEPARATOR}]*")
# A wall says what it is near its top; a page is not read further than this (characters of visible text).
_MESSAGE_LENGTH = 5_000
# A page with more first headings than an article in two languages has sets them on cards.
_HEADINGS_MOST = 5


@dataclass(frozen=True, slots=True)
class PageSigns:
    """The signs of a whole page; all empty or False for an empty one."""

    headings: tuple[str, ...]
    """Its <h1> texts, the site's own name left out; without any, its first two <h2> that are no links. Display form."""
    message: str
    """The visible text outside navigation and footers, folded, a line break at each element."""
    has_challenge: bool
    """True where its markup holds the machinery of a challenge."""
    has_password: bool
    """True where it asks for a password outside navigation and hidden parts."""
    lock: str | None
    """What the form says that asks for a password and nothing else; None where there is none. Display form."""
    gates: tuple[str, ...]
    """What elements say that are named as gates and hold something to do there, the page's headline outside them."""
    is_list: bool
    """True where the publishing system's classes call it a list, a search or a home page."""
    is_error: bool
    """True where the publishing system's classes call it an error page."""


def read_signs(text: str) -> PageSigns:
    """The signs of the page with this text."""
    tree = LexborHTMLParser(text)
    classes = frozenset(((tree.body.attributes.get("class") if tree.body else None) or "").lower().split())
    has_password = _has_password(tree)
    lock = next((form for form in tree.css("form") if has_password and _is_lock(form)), None)
    locked = _text_of(lock) if lock is not None else None
    gates = [node for node in tree.css("body [class], body [id]") if _is_gate(node)]
    tree.strip_tags(sorted(UNSEEN_TAGS - {"head", "title"}))
    said = tuple(text for text in map(_text_of, gates) if 0 < len(text) <= _GATE_LENGTH_MOST)
    _take_out(tree, _AROUND)
    return PageSigns(
        headings=_headings(tree),
        message=_message(tree),
        has_challenge=any(mark in text for mark in _CHALLENGE_MARKS),
        has_password=has_password,
        lock=locked,
        gates=said,
        is_list=bool(classes & LIST_BODIES) and not any(name.startswith("single") for name in classes),
        is_error=bool(classes & ERROR_BODIES),
    )


def _take_out(tree: LexborHTMLParser, selector: str) -> None:
    """Remove the elements of a selector, each once and none within another: what is freed must not be freed again."""
    # The root itself cannot be removed, and a page is not all furniture.
    found = {node.mem_id: node for node in tree.css(selector) if node.tag != "html"}
    for node in [node for node in found.values() if not _is_within(node, found)]:
        node.decompose()


def _is_within(node: LexborNode, others: Container[int]) -> bool:
    outer = node.parent
    while outer is not None:
        if outer.mem_id in others:
            return True
        outer = outer.parent
    return False


def _headings(tree: LexborHTMLParser) -> tuple[str, ...]:
    first = [display_form(node.text(deep=True)) for node in tree.css("h1")[:_HEADINGS_MOST] if not _is_logo(node)]
    if not any(first):
        first = [display_form(node.text(deep=True)) for node in tree.css("h2") if node.css_first("a") is None][:2]
    return tuple(heading for heading in first if heading)


def _is_logo(heading: LexborNode) -> bool:
    """True for the site's name, which some sites set as a heading that leads to their front."""
    link = heading.css_first("a[href]")
    return (
        link is not None and is_home_path(link.attributes.get("href") or "") and link.text() == heading.text().strip()
    )


def _message(tree: LexborHTMLParser) -> str:
    if tree.body is None:
        return ""
    spoken = tree.body.text(deep=True, separator=_SEPARATOR, strip=True)
    return _BREAKS.sub("\n", fold(spoken[:_MESSAGE_LENGTH]))


def _has_password(tree: LexborHTMLParser) -> bool:
    return any(not _is_aside(node) for node in tree.css('input[type="password"]'))


def _is_lock(form: LexborNode) -> bool:
    """True for a form that opens one page to who knows its password; to log in a reader also says who he is."""
    fields = [node for node in form.css("input, textarea, select") if _typed(node) not in _UNTYPED]
    return [_typed(field) for field in fields] == ["password"] and not _is_aside(fields[0])


def _typed(field: LexborNode) -> str:
    return (field.attributes.get("type") or "text").lower() if field.tag == "input" else str(field.tag)


def _is_gate(node: LexborNode) -> bool:
    attributes = node.attributes
    words = name_words(attributes.get("class"), attributes.get("id"))
    is_named = not _GATE_LAST_WORDS.isdisjoint(words) and any(names <= words for names in _GATE_NAMES)
    if not is_named or node.css_first("h1") is not None:
        return False
    links = (link.attributes.get("href") or "" for link in node.css("a[href]"))
    is_open = node.css_first(_GATE_ACTIONS) is not None or any(_GATE_PATHS.search(link.lower()) for link in links)
    return is_open and not _is_unseen_in_page(node)


def _is_unseen_in_page(node: LexborNode | None) -> bool:
    while node is not None and node.tag not in ("body", "html"):
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if is_unseen(attributes.get("class"), attributes.get("style")):
            return True
        node = node.parent
    return False


def _text_of(node: LexborNode) -> str:
    return display_form(node.text(deep=True, separator=" "))


def _is_aside(node: LexborNode | None) -> bool:
    """True for a field in a header, a menu or a hidden part, as many sites show it on every page."""
    while node is not None and node.tag not in ("body", "html"):
        attributes = node.attributes
        if node.tag in ("header", "nav", "aside", "footer", "dialog") or "hidden" in attributes:
            return True
        if is_unseen(attributes.get("class"), attributes.get("style")):
            return True
        if name_words(attributes.get("class"), attributes.get("id")) & {"header", "modal", "popup", "sidebar", "menu"}:
            return True
        node = node.parent
    return False
