"""Article paths: what an address alone tells of the page behind it, on any site."""

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from crawler.models.forms import match_form


def _folded(words: str) -> frozenset[str]:
    """The words of a table in match form, as the parts of a path are compared with them."""
    return frozenset(match_form(word) for word in words.split())


# Codes that news sites use as the first part of a path, or of a host, for a language.
LANGUAGE_CODES = _folded("""
    ar en fr de es it pt nl ru tr fa ur he ku sv no da fi pl cs sk hu ro bg sr hr el uk be az ka hy kk uz
    zh ja ko id ms bn hi ta th vi so sw am ha ps
""")
# "ar", "en-us", "ar_SA".
LANGUAGE_PART = re.compile(r"([a-z]{2})(?:[-_][a-z]{2})?", re.IGNORECASE)
# A path with one of these is a list, a person, a tool or a shop, wherever in the path it stands.
_LIST_PARTS = _folded("""
    tag tags topic topics thema category categories cat section-list author authors writer writers user users
    profile search login signin sign-in signup register logout account my-account subscribe subscription
    newsletter feed feeds rss atom comments trackback cart checkout shop product product-category wp-admin wp-json
    wp-content wp-includes wp-login.php xmlrpc.php cdn-cgi oauth assets print embed
    وسم وسوم تصنيف تصنيفات كاتب كتاب الكاتب مؤلف بحث دخول تسجيل اشتراك
""")
# A path that ends in one of these is a page about the site.
_SITE_PAGES = _folded("""
    about about-us aboutus contact contact-us contactus privacy privacy-policy terms terms-of-use
    terms-of-service terms-and-conditions cookies cookie-policy cookies-policy advertise advertise-with-us
    advertising careers jobs faq help sitemap site-map archive archives home default donate team our-team
    imprint disclaimer
    من-نحن عن-الموقع اتصل-بنا تواصل-معنا للتواصل سياسة-الخصوصية الخصوصية شروط-الاستخدام الشروط-والأحكام
    اعلن-معنا وظائف خريطة-الموقع الرئيسية ارشيف الأرشيف
""")
# A path that ends in one of these is a section, whatever stands before it.
_SECTION_NAMES = _folded("""
    blog posts news articles stories latest latest-news all
    أخبار الأخبار آخر-الأخبار مقالات المقالات المدونة
""")
# With an id in the query the page is one of what these list: "news.php?id=12", "archive.php?id=5"; any other page
# about the site stays that ("contact.php?id=5").
_NAMES_BEFORE_ID = _SECTION_NAMES | _folded("archive archives home default ارشيف الأرشيف")
# Parts that stand before an article's own part; weak on their own.
_ARTICLE_PARTS = _folded("""
    article articles news story stories post posts archives node read content details
""")
_LIST_QUERIES = _folded("s q query search cat category tag author feed paged replytocom share")
_ID_QUERIES = _folded("p id aid nid newsid news_id article articleid article_id storyid story_id postid")
_FILES_OF_LISTS = ("", "index", "default", "home", "main")
# What a browser shows or saves without it being a page.
_NOT_PAGES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|avif|ico|bmp|mp[34]|m4[av]|webm|mov|avi|wav|ogg|pdf|docx?|xlsx?|pptx?|zip|rar|gz|"
    r"apk|exe|css|js|json|xml|rss|atom|txt|csv|ics|epub|woff2?)$",
    re.IGNORECASE,
)
_PAGE_SUFFIX = re.compile(r"\.(?:s?html?|aspx?|php\d?|jsp|cfm|do)$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page|pg|comment-page|صفحه)[-_]?\d*", re.IGNORECASE)
_DAY_LIST = re.compile(
    r"(?:(?:^|date/)(?:19|20)\d\d|(?:^|/)(?:19|20)\d\d/(?:0?[1-9]|1[0-2])(?:/(?:0?[1-9]|[12]\d|3[01]))?)$"
)
_DATED = re.compile(r"(?:^|/)(?:19|20)\d\d[/_.-]?(?:0?[1-9]|1[0-2])(?:[/_.-]?(?:0?[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"\d{3,}")
# A slug of four words is a headline, one of two may as well be a section ("middle-east", "من-نحن").
_SLUG_WORDS = 4


def is_list_path(url: str) -> bool:
    """True where the address alone says that the page is no article: home, a tag, page 3 of a list ...

    >>> is_list_path("https://a.example/ar/"), is_list_path("https://a.example/tag/gaza")
    (True, True)
    >>> is_list_path("https://a.example/archives/1129"), is_list_path("https://a.example/news.php?id=12")
    (False, False)
    """
    split = urlsplit(url)
    parts = path_parts(split)
    has_id = _has_id(split)
    if (_is_list_query(split) and not has_id) or is_file(url):
        return True
    if not parts:
        return not has_id
    if any(part in _LIST_PARTS for part in parts) or _is_numbered(parts) or _is_day(parts):
        return True
    name = _PAGE_SUFFIX.sub("", parts[-1])
    return name in _SITE_PAGES | _SECTION_NAMES and not (has_id and name in _NAMES_BEFORE_ID)


def is_file(url: str) -> bool:
    """True for a picture, a recording, a document or the like: nothing that is read as a page."""
    return _NOT_PAGES.search(urlsplit(url).path) is not None


def is_home_path(url: str) -> bool:
    """True for the front of a host or of a language of it: no path of its own, no query."""
    split = urlsplit(url)
    return not path_parts(split) and not split.query


def is_site_page(url: str) -> bool:
    """True for a page about the site itself: contact, terms, "من نحن" ..."""
    parts = path_parts(urlsplit(url))
    return bool(parts) and _PAGE_SUFFIX.sub("", parts[-1]) in _SITE_PAGES


def score_path(url: str) -> int:
    """How much the address looks like an article's, from 0; add the points of everything that speaks for it.

    A date in the path, a slug of several words and an id count; a single word as in "/politics" gives 0.

    >>> score_path("https://a.example/2024/01/26/baghdad-warns-of-a-new-war"), score_path("https://a.example/sport")
    (6, 0)
    """
    split = urlsplit(url)
    parts = path_parts(split)
    last = _PAGE_SUFFIX.sub("", parts[-1]) if parts else ""
    words = len(_WORDS.findall(last))
    points = 3 if _DATED.search("/".join(parts)) else 0
    points += 3 if words >= _SLUG_WORDS else min(max(words - 1, 0), 2)
    points += (
        2 if _has_id(split) or _NUMBER.search(last) or _has_number_above(parts) or _is_numbered_article(parts) else 0
    )
    return points + (1 if any(part in _ARTICLE_PARTS for part in parts[:-1]) else 0)


def path_parts(split: SplitResult) -> list[str]:
    """The parts of the path in match form, without a language at either end and "index.html" at its end."""
    parts = [match_form(unquote(part)) for part in split.path.split("/") if part]
    if parts and _PAGE_SUFFIX.sub("", parts[-1]) in _FILES_OF_LISTS:
        parts = parts[:-1]
    if parts and is_language(parts[0]):
        parts = parts[1:]
    if parts and is_language(parts[-1]):
        parts = parts[:-1]
    return parts


def is_language(part: str) -> bool:
    """True for a part that names a language: "ar", "en-us"."""
    match = LANGUAGE_PART.fullmatch(part)
    return bool(match) and part[:2].lower() in LANGUAGE_CODES


def _is_list_query(split: SplitResult) -> bool:
    return any(key.lower() in _LIST_QUERIES for key, _ in parse_qsl(split.query, keep_blank_values=True))


def _has_id(split: SplitResult) -> bool:
    pairs = parse_qsl(split.query)
    return any(key.lower() in _ID_QUERIES and any(c.isdigit() for c in value) for key, value in pairs)


def _is_numbered(parts: list[str]) -> bool:
    """A page of a list: ".../page/3", ".../page-3"."""
    last = _PAGE_SUFFIX.sub("", parts[-1])
    before = parts[-2] if len(parts) > 1 else ""
    return bool(_PAGE_NUMBER.fullmatch(last)) or (last.isdigit() and bool(_PAGE_NUMBER.fullmatch(before)))


def _is_day(parts: list[str]) -> bool:
    """The list of a year, month or day: "2021", "news/2021/04"; but "archives/2021" may be an id."""
    return bool(_DAY_LIST.search("/".join(parts)))


def _is_numbered_article(parts: list[str]) -> bool:
    """An id however short, where the part before says of what: "article/7", "news/12.html"."""
    return len(parts) > 1 and parts[-2] in _ARTICLE_PARTS and _PAGE_SUFFIX.sub("", parts[-1]).isdigit()


def _has_number_above(parts: list[str]) -> bool:
    """An id before the slug, as in "article/2904486/slug"; a year alone is none."""
    return any(len(part) > 4 and part.isdigit() for part in parts[:-1])
