"""What a page may be that holds no article, and why that is so: the kinds and their reasons."""

from enum import StrEnum
from typing import NamedTuple


class PageKind(StrEnum):
    """What a page is that holds no article; the value opens the reason that is kept."""

    CHALLENGE = "challenge"
    BLOCKED = "blocked"
    RATE_LIMIT = "rate limit"
    GEO_BLOCK = "geo block"
    MAINTENANCE = "maintenance"
    ERROR = "server error"
    REMOVED = "removed"
    MISSING = "soft 404"
    CONSENT = "consent wall"
    AGE = "age gate"
    LOGIN = "login wall"
    PAYWALL = "paywall"
    SCRIPT = "needs JavaScript"
    TEMPLATE = "empty template"
    REDIRECT = "redirect"
    PARKED = "parked"
    FEEDS = "feeds"
    SEARCH = "search results"
    CONTACT = "contact page"
    ABOUT = "about page"
    SERVICE = "service page"
    ADVERT = "advert"
    NOTICE = "site notice"
    HOME = "home page"
    LISTING = "listing"
    TABLE = "table"
    EMPTY = "empty page"


REASONS = {
    PageKind.CHALLENGE: "the site answered with a challenge, not with the page",
    PageKind.BLOCKED: "the site refuses access to the page",
    PageKind.RATE_LIMIT: "the site says that it was asked too often",
    PageKind.GEO_BLOCK: "the site does not show the page in this region",
    PageKind.MAINTENANCE: "the site is down for maintenance",
    PageKind.ERROR: "the site reports an error of its own",
    PageKind.REMOVED: "the page says that the article was taken down",
    PageKind.MISSING: "the page says that there is nothing at this address",
    PageKind.CONSENT: "the page asks for consent and shows nothing else",
    PageKind.AGE: "the page asks for the reader's age",
    PageKind.LOGIN: "the page asks to log in or register",
    PageKind.PAYWALL: "the page shows no more than a teaser and an offer to subscribe",
    PageKind.SCRIPT: "the page shows its text only to browsers that run scripts",
    PageKind.TEMPLATE: "the page holds placeholders where an article would be",
    PageKind.REDIRECT: "the page does no more than lead to another",
    PageKind.PARKED: "there is no site at the address: it is for sale, or its host has closed it",
    PageKind.FEEDS: "the page lists feeds to subscribe to",
    PageKind.SEARCH: "the page shows the results of a search",
    PageKind.CONTACT: "the page says how to reach the site",
    PageKind.ABOUT: "the page speaks of the site itself",
    PageKind.SERVICE: "the page serves figures or forms: weather, prayer times, rates, scores, a poll",
    PageKind.ADVERT: "the page offers a job, a ticket or a thing for sale",
    PageKind.NOTICE: "the page speaks to its reader of the site and tells nothing",
    PageKind.HOME: "the page is a home page",
    PageKind.LISTING: "the page lists articles and is none itself",
    PageKind.TABLE: "the page is a table of figures",
    PageKind.EMPTY: "no article text was found",
}


class Table(NamedTuple):
    """How pages of one kind speak, as it is written down: one regular expression a line."""

    core: str
    """What a title of the kind holds."""
    words: str = ""
    """Words that may stand in such a title beside those of the core, and the common ones."""
    openings: str = ""
    """How a title of the kind begins, whatever follows."""
    sentences: str = ""
    """What the kind's pages say to their reader in the text."""
