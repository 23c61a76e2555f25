"""WordPress's REST answer for one post, read as the page that shows it: /wp-json/wp/v2/posts/12, ?rest_route=..."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from html import escape
from typing import Any

from crawler.editions.caption_credits import split_credit
from crawler.extract import Page, extract_page, not_an_article
from crawler.head.json_ld import with_whole_characters
from crawler.head.metadata import PageLinks
from crawler.head.tags import merge_tags
from crawler.head.witnesses import plain_text
from crawler.models import NotAnArticle, Picture, Witness
from crawler.models.forms import display_form
from crawler.page.idle_tags import bare_idle_tags
from crawler.page.nesting import MOST_DEEP, is_nested_too_deep
from crawler.sites import Template
from crawler.urls import normalise_url

# A JSON text begins so; no page and no plain text does.
_JSON_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[{\]])")
# No place on earth is further from Greenwich, and every offset is whole quarters of an hour.
_OFFSET_MOST = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)

Post = Mapping[str, Any]


def is_json(text: str) -> bool:
    """True for a body that is meant as JSON.

    >>> is_json('[{"id": 12}]'), is_json("[Basra] The bridge reopened."), is_json("<p>")
    (True, False, False)
    """
    return bool(_JSON_START.match(text))


def read_rest_answer(text: str, url: str, template: Template | None = None) -> Page | NotAnArticle:
    """The page of the one post in a REST answer; why there is none for any other JSON.

    What every theme shows is the text: title and content. What a theme may leave out or put differently (the author's
    name, the excerpt) is a witness. The featured picture comes first; its caption is kept with it, and is no part of
    the text. Addresses are resolved against the post's own, which is the canonical one.
    """
    try:
        answer = with_whole_characters(json.loads(text))
    except (ValueError, RecursionError):
        return not_an_article("its body is JSON that cannot be read")
    post = answer[0] if isinstance(answer, list) and len(answer) == 1 else answer
    problem = _problem(post)
    if problem is not None:
        return not_an_article(problem)
    html = _as_page(post)
    if is_nested_too_deep(html):
        return not_an_article(f"its markup is nested more than {MOST_DEEP} elements deep")
    link = normalise_url(_text(post.get("link")), url)
    page = extract_page(bare_idle_tags(html), link or url, template)
    return _with_statements(replace(page, url=url, links=PageLinks(link, page.links.alternates)), post)


def _problem(post: Any) -> str | None:
    if isinstance(post, list):
        return f"its body is JSON that lists {len(post)} posts and is none itself"
    content = post.get("content") if isinstance(post, dict) else None
    if not isinstance(content, dict):
        said = _text(post.get("message")) if isinstance(post, dict) else ""
        return f"its body is JSON without a post{f': {display_form(said)}' if said else ''}"
    return "the post is protected by a password" if content.get("protected") else None


def _as_page(post: Post) -> str:
    """The post as a theme would show it, with what a plugin states for the head of its page."""
    title, picture = _rendered(post, "title"), _featured(post)
    language = _text(post.get("lang"))
    shown = f'<div class="post-thumbnail"><img src="{escape(picture.url)}" alt=""></div>' if picture else ""
    return (
        f'<!DOCTYPE html><html lang="{escape(language)}"><head>'
        f'<title>{escape(plain_text(title))}</title><meta property="og:type" content="article">'
        f"{_text(post.get('yoast_head'))}</head>"
        '<body><main><article class="post type-post hentry"><header class="entry-header">'
        f'<h1 class="entry-title">{title}</h1></header>{shown}'
        f'<div class="entry-content">{_rendered(post, "content")}</div></article></main></body></html>'
    )


def _with_statements(page: Page, post: Post) -> Page:
    metadata = replace(
        page.metadata,
        witnesses=(*_witnesses(post), *page.metadata.witnesses),
        tags=merge_tags((*_terms(post, "post_tag"), *page.metadata.tags)),
    )
    featured = _featured(post)
    pictures = tuple(
        replace(picture, caption=picture.caption or featured.caption, credit=picture.credit or featured.credit)
        if featured and normalise_url(featured.url, page.url) == picture.url
        else picture
        for picture in page.pictures
    )
    return replace(
        page, metadata=metadata, pictures=pictures, date_metadata=(*_stated_dates(post), *page.date_metadata)
    )


def _witnesses(post: Post) -> Iterator[Witness]:
    excerpt = plain_text(_rendered(post, "excerpt")).replace("\n", " ")
    if excerpt:
        yield Witness("standfirst", "wordpress excerpt", excerpt)
    for author in _embedded(post, "author"):
        name = display_form(plain_text(_text(author.get("name"))))
        if name:
            yield Witness("byline", "wordpress author", name)
    for name in _terms(post, "category"):
        yield Witness("section", "wordpress category", name)


def _stated_dates(post: Post) -> Iterator[tuple[str, str]]:
    for source, key in (("wordpress date", "date"), ("wordpress modified", "modified")):
        stated = _with_zone(_text(post.get(key)), _text(post.get(f"{key}_gmt")))
        if stated:
            yield source, stated


def _with_zone(local: str, utc: str) -> str:
    """The site's local time with the offset that the same instant in UTC gives; as written where it gives none.

    >>> _with_zone("2024-01-26T19:20:00", "2024-01-26T16:20:00")
    '2024-01-26T19:20:00+03:00'
    """
    try:
        offset = datetime.fromisoformat(local) - datetime.fromisoformat(utc)
    except (ValueError, TypeError):
        return local.strip()
    if abs(offset) > _OFFSET_MOST or offset % _QUARTER:
        return local.strip()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"{local.strip()}{'-' if offset < timedelta(0) else '+'}{hours:02}:{minutes:02}"


def _featured(post: Post) -> Picture | None:
    for media in _embedded(post, "wp:featuredmedia"):
        address = _text(media.get("source_url"))
        if address:
            caption = plain_text(_rendered(media, "caption")).replace("\n", " ")
            return Picture(address, *split_credit(caption)) if caption else Picture(address)
    return None


def _terms(post: Post, taxonomy: str) -> list[str]:
    groups = _links(post).get("wp:term")
    terms = [term for group in groups if isinstance(group, list) for term in group] if isinstance(groups, list) else []
    return [
        plain_text(_text(term.get("name")))
        for term in terms
        if isinstance(term, dict) and term.get("taxonomy") == taxonomy
    ]


def _embedded(post: Post, name: str) -> list[Post]:
    """What the answer embeds under a name, where it was asked to (?_embed)."""
    stated = _links(post).get(name)
    return [one for one in stated if isinstance(one, dict)] if isinstance(stated, Sequence) else []


def _links(post: Post) -> Post:
    embedded = post.get("_embedded")
    return embedded if isinstance(embedded, dict) else {}


def _rendered(post: Post, key: str) -> str:
    """A field's HTML; some plugins give the bare string."""
    value = post.get(key)
    return _text(value.get("rendered")) if isinstance(value, dict) else _text(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
