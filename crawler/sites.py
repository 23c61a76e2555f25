"""A site as configuration: where its articles are listed, how it may be fetched, how its pages are laid out."""

from dataclasses import dataclass

DEFAULT_DELAY_S = 1.0


@dataclass(frozen=True, slots=True)
class Template:
    """What was learned of a site's layout from a few of its pages; checked at every page, never trusted blindly."""

    learned_on: str = ""
    """The day it was learned, YYYY-MM-DD."""
    article: str = ""
    """CSS selector of the element that holds the article; empty where none was found common to the pages."""
    furniture: tuple[str, ...] = ()
    """Texts in match form that stood in the article's element on most of the pages: menus, share buttons ..."""


@dataclass(frozen=True, slots=True)
class Site:
    """One `[[source]]` of the configuration."""

    name: str
    """Short and unique: letters, digits, "-"; the name used on the command line and in the archive."""
    url: str
    """Home page."""
    title: str = ""
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[str, ...] = ()
    """Home and category pages to find article links in, for a site that has neither feed nor sitemap."""
    hosts: tuple[str, ...] = ()
    """Further hosts, as "host" or "host:port", that belong to the site; the home page's own always does."""
    delay_s: float = DEFAULT_DELAY_S
    """Least time between two requests to one host; robots.txt may ask for more."""
    at: tuple[str, ...] = ("06:00", "18:00")
    """Times of day in UTC, HH:MM, at which `schedule` crawls it."""
    private_addresses: bool = False
    """True where its own hosts may resolve to loopback or private addresses (an intranet, a test site)."""
    zone: str = ""
    """Name in the IANA time zone database, "Asia/Damascus"; empty where the pages' own statements are to be enough."""
    template: Template | None = None
