"""The sample site's pages as HTML: articles in their layouts, lists with their pages, and the few plain ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from jobs.demo.articles import Layout
from jobs.demo.postings import (
    CATEGORIES,
    Category,
    Posting,
    SamplePage,
    address_of,
    lasting_postings,
    related_postings,
)

SITE_NAME_EN = "The Two Rivers Register"
SITE_NAME_AR = "سجل الرافدين"
PAGE_LENGTH = 10
_EXCERPT_WORDS = 32
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_TEMPLATES = {Layout.INTERLEAVED: "interleaved.html", Layout.COLUMNS: "columns.html"}
_SWITCH_LABELS = {"ar": "العربية", "en": "English"}


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page that is no article: a title and some lines in both languages."""

    body_class: str
    title_en: str
    title_ar: str
    english: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()


NOT_FOUND = PlainPage(
    "error404 not-found",
    "Page not found",
    "الصفحة غير موجودة",
    ("Sorry, there is nothing at this address. Perhaps the search will help.",),
    ("عذراً، لا يوجد شيء في هذا العنوان. لعل البحث يفيدك.",),
)
GONE = PlainPage(
    "error410",
    "This article is no longer available",
    "لم يعد هذا المقال متاحاً",
    ("The editors have withdrawn it.",),
    ("سحبته هيئة التحرير.",),
)
ABOUT = PlainPage(
    "about",
    "About us",
    "من نحن",
    (
        "The Two Rivers Register is an invented newspaper. It comes with sijill, so that the archive can be tried "
        "without asking anything of a real site.",
        "Its articles, its people and most of its places were made up for that purpose; nothing in it happened.",
    ),
    (
        "«سجل الرافدين» صحيفة متخيَّلة ترافق برنامج «سجل»، كي يُجرَّب الأرشيف من دون إثقال موقع حقيقي.",
        "مقالاتها وأشخاصها ومعظم أماكنها من نسج الخيال لهذا الغرض، ولم يقع شيء مما فيها.",
    ),
)
PRIVACY = PlainPage(
    "privacy",
    "Privacy policy",
    "سياسة الخصوصية",
    ("This site runs on your own machine and tells nobody anything.",),
    ("يعمل هذا الموقع على جهازك ولا يخبر أحداً بشيء.",),
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("jobs.demo"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    environment.filters["thousands"] = lambda count: f"{count:,}"
    environment.filters["arabic_digits"] = lambda count: str(count).translate(_ARABIC_DIGITS)
    return environment


def render_article(posting: Posting, page: SamplePage, origin: str) -> str:
    """One page of an article; `origin` is the site's address without a slash at its end."""
    article, first = posting.article, page.editions[0]
    name = "wordpress.html" if article.wordpress_id else _TEMPLATES.get(article.layout, "stacked.html")
    html = _render(
        name,
        origin,
        article=article,
        first=first,
        others=page.editions[1:],
        editions=page.editions,
        pairs=list(zip_longest(*(edition.body for edition in page.editions))),
        page=_article_head(posting, page, origin),
    )
    return restyle(html) if article.restyled else html


def render_post_content(posting: Posting, page: SamplePage, origin: str) -> str:
    """What WordPress keeps of a post: its text, without the theme around it."""
    module: Any = _environment().get_template("_post.html").module
    return str(module.content(posting.article, page.editions, origin)).strip()


def _article_head(posting: Posting, page: SamplePage, origin: str) -> dict[str, Any]:
    article, headline = posting.article, page.editions[0].headline
    canonical = origin + address_of(page.path)
    other = next((one for one in posting.pages if one is not page), None)
    return {
        **_head(f"{headline} – {SITE_NAME_EN}", page.languages[0], "single single-post"),
        "charset": article.charset,
        "headline": headline,
        "canonical": canonical,
        "alternates": _alternates(posting, origin),
        "json_ld": _json_ld(article.date_markup.json_ld, headline, canonical),
        "switch": other and _switch(other, origin),
        "languages": page.languages,
        "category": _category(article.category),
        "related": [_link(one, page.languages[0]) for one in related_postings(posting)],
        "comments_inside": article.layout is Layout.COLUMNS,
    }


def _alternates(posting: Posting, origin: str) -> list[tuple[str, str]]:
    if len(posting.pages) == 1:
        return []
    return [(page.languages[0], origin + address_of(page.path)) for page in posting.pages]


def _switch(other: SamplePage, origin: str) -> dict[str, str]:
    language = other.languages[0]
    return {
        "language": language,
        "address": origin + address_of(other.path),
        "label": _SWITCH_LABELS[language],
    }


def _json_ld(published_at: str | None, headline: str | None, address: str) -> dict[str, Any] | None:
    if published_at is None:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": published_at,
        "mainEntityOfPage": address,
        "publisher": {"@type": "Organization", "name": SITE_NAME_EN},
    }


def render_listing(
    postings: Sequence[Posting], number: int, path: str, names: tuple[str, str], origin: str, language: str = "en"
) -> str | None:
    """Page `number` (from 1) of a list of postings in one language where they have it; None beyond its end."""
    pages = max(1, -(-len(postings) // PAGE_LENGTH))
    if not 1 <= number <= pages:
        return None
    shown = postings[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
    listing = {
        "title_en": names[0],
        "title_ar": names[1],
        "number": number,
        "pages": pages,
        "path": path,
        "cards": [_card(posting, language) for posting in shown],
    }
    head = _head(f"{names[0]} – {SITE_NAME_EN}", language, "archive" if path != "/" else "home blog")
    return _render("listing.html", origin, listing=listing, page=head)


def render_plain(plain: PlainPage, origin: str) -> str:
    """A page that is no article."""
    head = _head(f"{plain.title_en} – {SITE_NAME_EN}", "en", plain.body_class)
    return _render("plain.html", origin, plain=plain, page=head)


def excerpt(posting: Posting, language: str) -> str:
    """The first words of an article's text, in a language where it has that one."""
    article = posting.article
    edition = article.edition(language) or article.lead
    words = edition.paragraphs[0].split()
    return " ".join(words[:_EXCERPT_WORDS]) + (" …" if len(words) > _EXCERPT_WORDS else "")


def _card(posting: Posting, language: str) -> dict[str, Any]:
    return {**_link(posting, language), "excerpt": excerpt(posting, language)}


def _link(posting: Posting, language: str) -> dict[str, Any]:
    """Address and headline of the page in a language, of its first page where it has none in that."""
    page = next((page for page in posting.pages if language in page.languages), posting.pages[0])
    edition = posting.article.edition(language) or page.editions[0]
    return {"address": address_of(page.path), "headline": edition.headline, "edition": edition}


def _category(slug: str) -> Category:
    return next(category for category in CATEGORIES if category.slug == slug)


def _head(title: str, language: str, body_class: str) -> dict[str, Any]:
    return {
        "title": title,
        "language": language,
        "body_class": body_class,
        "charset": "utf-8",
        "canonical": None,
        "alternates": [],
    }


def _render(name: str, origin: str, *, page: dict[str, Any], **values: Any) -> str:
    site = {
        "name_en": SITE_NAME_EN,
        "name_ar": SITE_NAME_AR,
        "categories": CATEGORIES,
        "most_read": [_link(posting, page["language"]) for posting in lasting_postings()[:5]],
    }
    return _environment().get_template(name).render(origin=origin, site=site, page=page, **values)


_TWO_ATTRIBUTES = re.compile(r'<([a-z]\w*) ([\w-]+="[^"<>]*") ([\w-]+="[^"<>]*")')
_PARAGRAPH = re.compile(r"(<(?:p|div) [^>]*>)([^<>]{40,})(</(?:p|div)>)")


def restyle(html: str) -> str:
    """The same page to a reader, other bytes: attributes swapped, white space doubled, bidi marks put in.

    >>> restyle('<p class="text" lang="en">Water came back, the council said, after nine days.</p>')
    '<p lang="en" class="text">\\n  Water came back,  the council said,  after nine days.\\n</p>'
    """
    swapped = _TWO_ATTRIBUTES.sub(r"<\1 \3 \2", html)
    return _PARAGRAPH.sub(_loosen, swapped)


def _loosen(match: re.Match[str]) -> str:
    opening, text, closing = match.groups()
    marked = text.replace(", ", ",  ").replace("، ", "،\u200f\u00a0 ").replace(" «", " \u200f«")
    if 'dir="rtl"' in opening:
        marked = f"\u202b{marked}\u202c"
    return f"{opening}\n  {marked}\n{closing}"
