"""What the sample site answers to a path: a pure function of the path, the site's state and its own address."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from jobs.demo.articles import gone_articles
from jobs.demo.lists import (
    GZIPPED_SITEMAP_PATH,
    SITEMAP_INDEX_PATH,
    SITEMAP_PATH,
    render_feed,
    render_gzipped_sitemap,
    render_robots,
    render_sitemap,
    render_sitemap_index,
)
from jobs.demo.pages import (
    ABOUT,
    GONE,
    NOT_FOUND,
    PRIVACY,
    PlainPage,
    render_article,
    render_listing,
    render_plain,
)
from jobs.demo.pictures import draw_picture
from jobs.demo.postings import CATEGORIES, SOFT_404_PATH, linked_postings, pages_in
from jobs.demo.rest import render_rest

# Title of the home page in both languages.
_LATEST = ("Latest news", "آخر الأخبار")
_HTML = "text/html; charset=UTF-8"
_LIST = re.compile(r"/(?P<prefix>(?:category/(?P<category>[a-z]+)|ar)/)?(?:page/(?P<number>[1-9]\d{0,3})/)?")
_PICTURE = re.compile(r"/images/([a-z]+)\.svg")


@dataclass(frozen=True, slots=True)
class SampleResponse:
    """A whole answer, before conditions and compression."""

    status: int
    content_type: str
    body: bytes
    etag: str | None = None
    last_modified: datetime | None = None
    location: str | None = None
    """Where to go instead; None unless it is a redirect."""


def answer(path: str, state: str, origin: str) -> SampleResponse:
    """The answer to a decoded path without its query; `origin` is the site's address without a slash at its end."""
    return (
        _file(path, state, origin)
        or _article(path, state, origin)
        or _listing(path, state, origin)
        or _plain(path, state, origin)
        or _rest(path, state, origin)
        or _redirect(path, state, origin)
        or _html(404, render_plain(NOT_FOUND, origin))
    )


def _file(path: str, state: str, origin: str) -> SampleResponse | None:
    """robots.txt, feed, sitemaps and pictures."""
    texts: dict[str, tuple[str, Callable[[], str]]] = {
        "/robots.txt": ("text/plain; charset=utf-8", lambda: render_robots(origin)),
        "/feed/": ("application/rss+xml; charset=UTF-8", lambda: render_feed(state, origin)),
        SITEMAP_INDEX_PATH: ("text/xml; charset=UTF-8", lambda: render_sitemap_index(origin)),
        SITEMAP_PATH: ("text/xml; charset=UTF-8", lambda: render_sitemap(state, origin)),
    }
    if path in texts:
        content_type, render = texts[path]
        return _tagged(content_type, render().encode("utf-8"))
    if path == GZIPPED_SITEMAP_PATH:
        return _tagged("application/gzip", render_gzipped_sitemap(state, origin))
    match = _PICTURE.fullmatch(path)
    picture = draw_picture(match[1]) if match else None
    return _tagged("image/svg+xml", picture.encode("utf-8")) if picture else None


def _article(path: str, state: str, origin: str) -> SampleResponse | None:
    found = pages_in(state).get(path)
    if found is None:
        return None
    posting, page = found
    article = posting.article
    # What the charset cannot say becomes a character reference, as it does in old editorial systems.
    body = render_article(posting, page, origin).encode(article.charset, errors="xmlcharrefreplace")
    return SampleResponse(
        200,
        f"text/html; charset={article.charset}",
        body,
        etag=_etag(body) if "etag" in article.validators else None,
        last_modified=posting.modified_at if "last-modified" in article.validators else None,
    )


def _listing(path: str, state: str, origin: str) -> SampleResponse | None:
    match = _LIST.fullmatch(path)
    if match is None:
        return None
    category = next((one for one in CATEGORIES if one.slug == match["category"]), None)
    if match["category"] and category is None:
        return None
    names = (category.name_en, category.name_ar) if category else _LATEST
    html = render_listing(
        linked_postings(state, *([category.slug] if category else [])),
        int(match["number"] or 1),
        f"/{match['prefix'] or ''}",
        names,
        origin,
        language="ar" if match["prefix"] == "ar/" else "en",
    )
    return _html(200, html) if html is not None else None


def _plain(path: str, state: str, origin: str) -> SampleResponse | None:
    pages: dict[str, tuple[int, PlainPage]] = {
        "/about/": (200, ABOUT),
        "/privacy-policy/": (200, PRIVACY),
        SOFT_404_PATH: (200, NOT_FOUND),
        **{article.path: (410, GONE) for article in gone_articles(state)},
    }
    if path not in pages:
        return None
    status, plain = pages[path]
    return _html(status, render_plain(plain, origin))


def _rest(path: str, state: str, origin: str) -> SampleResponse | None:
    found = render_rest(path, state, origin)
    return SampleResponse(found[0], "application/json; charset=UTF-8", found[1].encode("utf-8")) if found else None


def _redirect(path: str, state: str, origin: str) -> SampleResponse | None:
    """To the same path with a slash at its end, where there is such a page."""
    whole = f"{path}/"
    if path.endswith("/") or not (whole == "/feed/" or whole in pages_in(state) or _plain(whole, state, origin)):
        return None
    return SampleResponse(301, _HTML, b"", location=origin + quote(whole))


def _html(status: int, html: str) -> SampleResponse:
    body = html.encode("utf-8")
    return _tagged(_HTML, body) if status == 200 else SampleResponse(status, _HTML, body)


def _tagged(content_type: str, body: bytes) -> SampleResponse:
    return SampleResponse(200, content_type, body, etag=_etag(body))


def _etag(body: bytes) -> str:
    """Weak, since the same tag stands for the body as it is and for it compressed."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
