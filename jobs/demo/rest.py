"""The sample site's REST answers: its WordPress posts as /wp-json/wp/v2/posts/ID?_embed gives them."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from typing import Any

from jobs.demo.pages import excerpt, render_post_content
from jobs.demo.postings import CATEGORIES, Posting, SamplePage, address_of, postings_in

REST_ROOT = "/wp-json"
_POST = re.compile(r"/wp-json/wp/v2/posts/(\d{1,9})/?")
_INVALID = {"code": "rest_post_invalid_id", "message": "Invalid post ID.", "data": {"status": 404}}


def rest_addresses(state: str) -> Iterator[tuple[str, str]]:
    """(path of the REST answer, path of the page) of each post of a state that is marked up as WordPress does."""
    for posting in postings_in(state):
        if posting.article.wordpress_id:
            yield f"{REST_ROOT}/wp/v2/posts/{posting.article.wordpress_id}", posting.path


def render_rest(path: str, state: str, origin: str) -> tuple[int, str] | None:
    """Status and JSON of the answer to a path; None where the path is not one of the REST interface's posts."""
    found = _POST.fullmatch(path)
    if found is None:
        return None
    for posting in postings_in(state):
        if posting.article.wordpress_id == int(found[1]):
            return 200, json.dumps(_post(posting, posting.pages[0], origin))
    return 404, json.dumps(_INVALID)


def _post(posting: Posting, page: SamplePage, origin: str) -> dict[str, Any]:
    article = posting.article
    return {
        "id": article.wordpress_id,
        "guid": {"rendered": f"{origin}/?p={article.wordpress_id}"},
        **_times("date", posting.listed_at),
        **_times("modified", posting.modified_at),
        "slug": article.slug,
        "status": "publish",
        "type": "post",
        "link": origin + address_of(page.path),
        "title": {"rendered": escape(page.editions[0].headline or "")},
        "content": {"rendered": render_post_content(posting, page, origin), "protected": False},
        "excerpt": {"rendered": f"<p>{escape(excerpt(posting, page.languages[0]))}</p>\n", "protected": False},
        "author": 2,
        "featured_media": article.wordpress_id if article.picture else 0,
        "_embedded": _embedded(posting, origin),
    }


def _times(name: str, moment: datetime) -> dict[str, str]:
    """A moment twice, as WordPress states it: the site's clock and UTC, both without a zone."""
    return {
        name: moment.replace(tzinfo=None).isoformat(),
        f"{name}_gmt": moment.astimezone(UTC).replace(tzinfo=None).isoformat(),
    }


def _embedded(posting: Posting, origin: str) -> dict[str, Any]:
    article = posting.article
    category = next(one for one in CATEGORIES if one.slug == article.category)
    media = {"id": article.wordpress_id, "source_url": f"{origin}/images/{article.picture}.svg", "alt_text": ""}
    return {
        "author": [{"id": 2, "name": "Register newsdesk", "slug": "newsdesk"}],
        **({"wp:featuredmedia": [{**media, "caption": {"rendered": ""}}]} if article.picture else {}),
        "wp:term": [
            [{"taxonomy": "category", "name": category.name_en, "slug": category.slug}],
            [{"taxonomy": "post_tag", "name": escape(tag)} for tag in article.tags],
        ],
    }
