"""Discovery: every article that a site's feeds, sitemaps and listings name, each once."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote, urlsplit

from crawler.decode import decode_content
from crawler.discovery.article_paths import is_file, is_home_path, is_list_path
from crawler.discovery.feeds import parse_feed
from crawler.discovery.language_pairs import pair_language_pages
from crawler.discovery.listings import article_links, next_page
from crawler.discovery.sitemaps import Sitemap, SitemapFile, SitemapPage, parse_sitemap, primary_languages
from crawler.discovery.xml_lists import MEBIBYTE
from crawler.errors import UndecodableBody, UnreadableList
from crawler.models import ArticleLinks, Capture
from crawler.sites import Site
from crawler.urls import in_scope, normalise_url

# Sitemap limits of one site and run; an index of indexes is already one level more than the protocol has.
MAX_SITEMAP_DEPTH = 3
MAX_SITEMAP_FILES = 200
MAX_URLS = 50_000
MAX_LISTING_PAGES = 20
# The protocol's 50 MiB for a sitemap, and room for one that is a little larger and read up to there.
MAX_LIST_BYTES = 64 * MEBIBYTE
# A clock that is wrong by a time zone is a mistake; one further in the future orders nothing.
_LEAD = timedelta(days=1)
# So many listed pages directly below an address make it the address of a section.
_SECTION_PAGES = 5
# Told of a feed or sitemap that is sound and empty: of one that listed articles before, its site has broken it.
NOTHING_LISTED = "it lists nothing"
_OLDEST = datetime.min.replace(tzinfo=UTC)
# Sitemap files of what is no article: "category-sitemap.xml", "wp-sitemap-taxonomies-post_tag-1.xml" ...
_TAXONOMIES = frozenset(("taxonomy", "taxonomies"))
_NOT_OF_ARTICLES = _TAXONOMIES | frozenset(
    (
        "category",
        "categories",
        "cat",
        "tag",
        "tags",
        "author",
        "authors",
        "user",
        "users",
        "product",
        "products",
    )
)
_OF_ARTICLES = frozenset(("post", "posts", "news", "article", "articles", "story", "stories"))
# "page-sitemap.xml", "wp-sitemap-posts-page-1.xml", "sitemap-pages.xml"; but "sitemap-page-2.xml" is a part.
_OF_SITE_PAGES = re.compile(r"^pages?[-_.]|posts-page|[-_]pages\b|^pages?\d*$")

Get = Callable[[str], Capture]
OnUnreadable = Callable[[str, str], None]


def ignore(_url: str, _reason: str) -> None:
    """For a caller that does not want to know which lists could not be read."""


def discover_articles(site: Site, get: Get, on_unreadable: OnUnreadable = ignore) -> Iterator[ArticleLinks]:
    """Each article that the site's lists name, once, the newest claim first, then in the order of the lists.

    All lists are read before the first article comes. A link has the facts of all lists that name it: the
    earliest of them as `listed_in`, the latest claim of a change, the alternates of all. A list that cannot
    be read, or not to its end, is told to `on_unreadable` with the reason, and the others go on.
    """
    found = _Found(site)
    for url in site.feeds:
        _read_feed(url, get, found, on_unreadable)
    _read_sitemaps(site.sitemaps, get, found, on_unreadable)
    for url in site.listings:
        _read_listing(url, get, found, on_unreadable)
    if found.is_full:
        on_unreadable(site.url, f"more than {MAX_URLS} addresses: the rest was left out")
    paired = pair_language_pages(found.articles())
    yield from sorted(paired, key=lambda link: link.modified_at or _OLDEST, reverse=True)


def read_body(url: str, get: Get) -> tuple[bytes, Capture]:
    """The decoded body that an address gives, and its capture; raises UnreadableList where there is none."""
    capture = get(url)
    if not capture.succeeded:
        raise UnreadableList(f"{url}: {_failure(capture)}")
    try:
        return decode_content(capture, MAX_LIST_BYTES), capture
    except UndecodableBody as error:
        raise UnreadableList(f"{url}: {error}") from error


def sitemap_files(sitemap: Sitemap, site: Site) -> tuple[SitemapFile, ...]:
    """The files of an index that may list articles, of the site's own hosts, the latest changed first."""
    files = [f for f in sitemap.files if in_scope(f.url, site) and lists_articles(f.url)]
    return tuple(sorted(files, key=lambda f: f.modified_at or _OLDEST, reverse=True))


def lists_articles(sitemap_url: str) -> bool:
    """False where a sitemap's name says that it lists tags, authors, products or the pages about the site.

    >>> lists_articles("https://a.example/post-sitemap2.xml"), lists_articles("https://a.example/page-sitemap.xml")
    (True, False)
    """
    name = unquote(urlsplit(sitemap_url).path).rpartition("/")[2].lower()
    name = re.sub(r"(?:\.xml|\.txt|\.gz)+$", "", name).replace("post_tag", "tag")
    words = set(re.findall(r"[a-z]+", name))
    if _OF_SITE_PAGES.search(name):
        return False
    return not words & _NOT_OF_ARTICLES or bool(words & _OF_ARTICLES and not words & _TAXONOMIES)


def is_article_page(url: str, site: Site) -> bool:
    """True for an address of the site that its path does not show to be a list, and that is no list known."""
    return in_scope(url, site) and not is_list_path(url) and not _is_known_list(url, site)


def is_feed_article(url: str, site: Site) -> bool:
    """True for what a feed of the site names: a statement of the site that it is an article, whatever its shape.

    Not so for the home page, a file that is no page, and a list known.
    """
    return in_scope(url, site) and not (is_home_path(url) or is_file(url) or _is_known_list(url, site))


def _is_known_list(url: str, site: Site) -> bool:
    known = (site.url, *site.listings, *site.feeds, *site.sitemaps)
    return url.rstrip("/") in {address.rstrip("/") for address in known}


@dataclass(slots=True)
class _Found:
    """What the lists have named so far."""

    site: Site
    links: dict[str, ArticleLinks] = field(default_factory=dict)
    in_feeds: set[str] = field(default_factory=set)
    """Those of them that a feed names."""
    is_full: bool = False

    def add_from_feed(self, link: ArticleLinks, read_at: datetime) -> None:
        """Take a feed's statement that a page is an article."""
        if is_feed_article(link.url, self.site):
            self.in_feeds.add(link.url)
            self.add(link, read_at)

    def add(self, link: ArticleLinks, read_at: datetime) -> None:
        """Take one more statement about a page; one that cannot be an article of the site is left out."""
        if link.url not in self.in_feeds and not is_article_page(link.url, self.site):
            return
        known = self.links.get(link.url)
        if known is None and len(self.links) >= MAX_URLS:
            self.is_full = True
            return
        link = self._believed(link, read_at)
        self.links[link.url] = _unite(known, link) if known else link

    def articles(self) -> Iterable[ArticleLinks]:
        """The pages without those that are the sections of others, unless a feed names them."""
        parents = Counter(_parent(url) for url in self.links)
        return (
            link
            for url, link in self.links.items()
            if url in self.in_feeds or parents[_as_parent(url)] < _SECTION_PAGES
        )

    def _believed(self, link: ArticleLinks, read_at: datetime) -> ArticleLinks:
        """Without a change claimed from the future and without alternates that are elsewhere or lists."""
        alternates = tuple(pair for pair in link.alternates if is_article_page(pair[1], self.site))
        is_future = link.modified_at is not None and link.modified_at > read_at + _LEAD
        return replace(link, alternates=alternates, modified_at=None if is_future else link.modified_at)


def _unite(first: ArticleLinks, second: ArticleLinks) -> ArticleLinks:
    alternates = tuple(dict.fromkeys((*first.alternates, *second.alternates)))
    claims = [claim for claim in (first.modified_at, second.modified_at) if claim]
    stated = tuple(dict.fromkeys((*first.date_claims, *second.date_claims)))
    return replace(first, alternates=alternates, modified_at=max(claims, default=None), date_claims=stated)


def _as_parent(url: str) -> str:
    """The address as `_parent` gives it for a page below it."""
    return re.sub(r"/(?:index\.[a-z]+)?$", "", url)


def _parent(url: str) -> str:
    split = urlsplit(url)
    above = split.path.rstrip("/").rpartition("/")[0]
    return f"{split.scheme}://{split.netloc}{above}"


def _read_feed(url: str, get: Get, found: _Found, on_unreadable: OnUnreadable) -> None:
    try:
        body, capture = read_body(url, get)
        feed = parse_feed(body, capture.final_url)
    except UnreadableList as error:
        on_unreadable(url, _reason(error, url))
        return
    for entry in feed.entries:
        alternates = primary_languages(iter(entry.alternates))
        link = ArticleLinks(entry.url, alternates, url, entry.modified_at, entry.date_claims)
        found.add_from_feed(link, capture.finished_at)
    if feed.unread or not feed.entries:
        on_unreadable(url, feed.unread or NOTHING_LISTED)


def _read_sitemaps(urls: Iterable[str], get: Get, found: _Found, on_unreadable: OnUnreadable) -> None:
    """Level by level, so that the limits cut what is deepest; each file once, whatever names it."""
    waiting = deque((url, 1) for url in dict.fromkeys(urls))
    seen = {url for url, _ in waiting}
    for _ in range(MAX_SITEMAP_FILES):
        if not waiting or found.is_full:
            return
        url, depth = waiting.popleft()
        files = _read_sitemap(url, get, found, on_unreadable, may_be_empty=depth > 1)
        fresh = [f.url for f in files if f.url not in seen]
        if fresh and depth == MAX_SITEMAP_DEPTH:
            on_unreadable(url, f"its {len(fresh)} sitemaps stand more than {MAX_SITEMAP_DEPTH} deep: not read")
            continue
        seen.update(fresh)
        waiting.extend((address, depth + 1) for address in fresh)
    if waiting:
        on_unreadable(
            waiting[0][0],
            f"more than {MAX_SITEMAP_FILES} sitemaps: this one and {len(waiting) - 1} more not read",
        )


def _read_sitemap(
    url: str, get: Get, found: _Found, on_unreadable: OnUnreadable, *, may_be_empty: bool
) -> tuple[SitemapFile, ...]:
    try:
        body, capture = read_body(url, get)
        sitemap = parse_sitemap(body, capture.final_url)
    except UnreadableList as error:
        on_unreadable(url, _reason(error, url))
        return ()
    for page in sitemap.pages:
        found.add(_sitemap_link(page, url), capture.finished_at)
    is_empty = not (sitemap.pages or sitemap.files or may_be_empty)
    if sitemap.unread or is_empty:
        on_unreadable(url, sitemap.unread or NOTHING_LISTED)
    return sitemap_files(sitemap, found.site)


def _sitemap_link(page: SitemapPage, listed_in: str) -> ArticleLinks:
    """A link whose alternates include the page itself where its language is known."""
    named_itself = any(address == page.url for _, address in page.alternates)
    own = () if named_itself or not page.language else ((page.language, page.url),)
    claims = [claim for claim in (page.modified_at, page.published_at) if claim]
    return ArticleLinks(page.url, (*page.alternates, *own), listed_in, max(claims, default=None), page.date_claims)


def _read_listing(url: str, get: Get, found: _Found, on_unreadable: OnUnreadable) -> None:
    seen: set[str] = set()
    following: str | None = normalise_url(url)
    while following and following not in seen and len(seen) < MAX_LISTING_PAGES:
        seen.add(following)
        try:
            body, capture = read_body(following, get)
            addresses = article_links(body, capture.final_url, found.site)
        except UnreadableList as error:
            on_unreadable(following, _reason(error, following))
            return
        for address in addresses:
            found.add(ArticleLinks(address, listed_in=following), capture.finished_at)
        following = next_page(body, capture.final_url)


def _reason(error: UnreadableList, url: str) -> str:
    """The message without the address it begins with, unless that is another: where a redirect led."""
    return str(error).removeprefix(f"{url}: ")


def _failure(capture: Capture) -> str:
    if capture.failure:
        return f"{capture.failure}: {capture.detail}" if capture.detail else capture.failure
    return "an empty body" if capture.status == 200 else f"HTTP status {capture.status}"
