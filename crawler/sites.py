"""A site as configuration: where its articles are listed, how it may be fetched, how its pages are laid out."""

from dataclasses import dataclass, fields
from datetime import date

DEFAULT_DELAY_S = 1.0


@dataclass(frozen=True, slots=True)
class RoleSelectors:
    """Where each role stands on a site's pages, as CSS selectors; "" where the template does not say."""

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    """The element that holds the paragraphs, or the paragraphs themselves."""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A site's layout from one day on: where its articles stand and what is not theirs. Believed only where it fits."""

    since: date | None = None
    """The first capture day (UTC) it applies to; a site's oldest template also applies to every day before.
    None, which only the oldest can have, says no day."""
    article: str = ""
    """CSS selector of the one element that holds the article; "" where none is common to the pages."""
    roles: RoleSelectors = RoleSelectors()
    """Selectors for either language."""
    sides: tuple[tuple[str, RoleSelectors], ...] = ()
    """(language, selectors) of what stands elsewhere in one language; each language once, in order of its name."""
    drop: tuple[str, ...] = ()
    """CSS selectors of furniture within the article's element."""
    furniture: tuple[str, ...] = ()
    """Texts in match form that stood in the article's element on most of the pages: menus, share buttons ..."""

    def selectors(self) -> tuple[tuple[str, str, str], ...]:
        """(language or "", role, selector) of each role selector that is stated, the common ones first."""
        return tuple(
            (side, one.name, getattr(roles, one.name))
            for side, roles in (("", self.roles), *self.sides)
            for one in fields(RoleSelectors)
            if getattr(roles, one.name)
        )


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
    templates: tuple[Template, ...] = ()
    """Its layouts, the oldest first."""

    def template_on(self, day: date) -> Template | None:
        """The layout of a capture made on that day (UTC): the newest that had begun, else the oldest; None without any.

        >>> site = Site("a", "https://a.example/", templates=(Template(), Template(since=date(2026, 5, 1))))
        >>> [site.template_on(date(2026, month, 1)) == site.templates[-1] for month in (4, 5, 6)]
        [False, True, True]
        """
        begun = [one for one in self.templates if one.since is None or one.since <= day]
        return begun[-1] if begun else next(iter(self.templates), None)
