"""Where the site's articles stand in a state: the pages of each, and which of its lists name them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from urllib.parse import quote

from jobs.demo.articles import CHANGED_AT, Change, Layout, SampleArticle, SampleEdition, articles_in

# Listed as an article and answered with status 200, but its text says that there is nothing.
SOFT_404_PATH = "/city/summer-timetable-of-the-old-ferry/"
# The section that every article is in.
ALL_NEWS = "news"
_FEED_LENGTH = 15
# A repost appears shortly before the state in which it is first seen.
_REPOSTED_BEFORE = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Category:
    """One section of the site."""

    slug: str
    name_en: str
    name_ar: str


CATEGORIES = (
    Category(ALL_NEWS, "All news", "كل الأخبار"),
    Category("rivers", "Rivers and weather", "الأنهار والطقس"),
    Category("city", "City", "المدينة"),
    Category("economy", "Economy", "اقتصاد"),
    Category("culture", "Culture", "ثقافة"),
    Category("sport", "Sport", "رياضة"),
    Category("world", "World", "العالم"),
)


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page of an article."""

    path: str
    """As a reader writes it; `address_of` encodes it."""
    editions: tuple[SampleEdition, ...]
    """What it shows, in its order."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its editions, in its order."""
        return tuple(edition.language for edition in self.editions)


@dataclass(frozen=True, slots=True)
class Posting:
    """One article at one place of the site: one that is reposted has two."""

    article: SampleArticle
    pages: tuple[SamplePage, ...]
    """The page that lists name first, then, where the languages have a page each, the Arabic one."""
    listed_at: datetime
    modified_at: datetime

    @property
    def path(self) -> str:
        """Path of the page that lists name first."""
        return self.pages[0].path


def address_of(path: str) -> str:
    """A path as links and request lines have it, percent-encoded.

    >>> address_of("/ar/زيت/")
    '/ar/%D8%B2%D9%8A%D8%AA/'
    """
    return quote(path)


@cache
def postings_in(state: str) -> tuple[Posting, ...]:
    """Every posting of a state, the newest first; those that robots.txt refuses among them."""
    postings = (posting for article in articles_in(state) for posting in _postings(article, state))
    return tuple(sorted(postings, key=lambda posting: posting.listed_at, reverse=True))


@cache
def pages_in(state: str) -> dict[str, tuple[Posting, SamplePage]]:
    """Path of every article page of a state -> the posting and the page."""
    return {page.path: (posting, page) for posting in postings_in(state) for page in posting.pages}


def linked_postings(state: str, category: str = ALL_NEWS) -> list[Posting]:
    """What the site's own pages link to in a section, the newest first."""
    return [
        posting
        for posting in postings_in(state)
        if not posting.article.refused_by_robots and category in (ALL_NEWS, posting.article.category)
    ]


def feed_postings(state: str) -> list[Posting]:
    """What the RSS feed names: the latest, not all."""
    return [posting for posting in linked_postings(state) if posting.article.dated_lists][:_FEED_LENGTH]


@cache
def lasting_postings() -> tuple[Posting, ...]:
    """Postings that are the same in every state: what "related" and "most read" link to, so that those stay too."""
    return tuple(
        posting
        for posting in linked_postings("first")
        if posting.article.change is Change.NONE and posting.article.lead.headline
    )


def related_postings(posting: Posting) -> list[Posting]:
    """Three others, of the same section first."""
    others = [one for one in lasting_postings() if one.article.slug != posting.article.slug]
    return sorted(others, key=lambda one: one.article.category != posting.article.category)[:3]


def _postings(article: SampleArticle, state: str) -> Iterator[Posting]:
    changed_at = article.modified_at or article.listed_at
    yield Posting(article, _pages(article, article.path), article.listed_at, changed_at)
    if article.repost_path and state != "first":
        reposted_at = CHANGED_AT["second"] - _REPOSTED_BEFORE
        yield Posting(article, _pages(article, article.repost_path), reposted_at, reposted_at)


def _pages(article: SampleArticle, path: str) -> tuple[SamplePage, ...]:
    if article.arabic_path is not None:
        return (SamplePage(path, article.editions[:1]), SamplePage(article.arabic_path, article.editions[1:]))
    arabic_first = article.layout is Layout.ARABIC_FIRST
    return (SamplePage(path, article.editions[::-1] if arabic_first else article.editions),)
