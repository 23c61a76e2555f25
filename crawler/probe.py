"""Probe: what of a site nobody has configured yet would make a good `[[source]]`."""

import ipaddress
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import chain, zip_longest
from urllib.parse import urljoin

from crawler.derive import derive
from crawler.discover import (
    NOTHING_LISTED,
    Get,
    is_article_page,
    is_feed_article,
    lists_articles,
    read_body,
    sitemap_files,
)
from crawler.discovery.article_paths import is_home_path, is_list_path
from crawler.discovery.feeds import parse_feed
from crawler.discovery.home_page import HomePage, read_home_page
from crawler.discovery.listings import article_links
from crawler.discovery.site_names import site_name
from crawler.discovery.sitemaps import parse_sitemap
from crawler.errors import ConfigurationError, UnreadableList
from crawler.models import ARABIC, ENGLISH, Article, Capture
from crawler.sites import Site
from crawler.urls import host_of, in_scope, normalise_url, split_host
from crawler.wire.robots import read_robots

# Where WordPress, Drupal, Blogger, Hugo, Joomla and home-made sites keep them, when nothing names them.
_COMMON_FEEDS = (
    "/feed/",
    "/rss.xml",
    "/rss",
    "/atom.xml",
    "/feed.xml",
    "/index.xml",
    "/ar/feed/",
    "/en/feed/",
)
_COMMON_SITEMAPS = (
    "/sitemap.xml",
    "/sitemap_index.xml",
    "/wp-sitemap.xml",
    "/news-sitemap.xml",
    "/sitemap-news.xml",
)
# Each is one request, and a person waits.
_MOST_LISTS = 10
_MOST_SECTIONS = 6
_MOST_LANGUAGE_HOMES = 3
_MOST_FILES_OF_INDEX = 2
# More than a template is learned from: some are refused, gone, or no article.
_SAMPLES = 10
# A page with fewer links to articles is no list of them.
_FEWEST_ON_LISTING = 3


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found out about a site."""

    site: Site
    """The proposed configuration."""
    article_urls: tuple[str, ...]
    """Up to 10 addresses of articles, taken from the lists in turn."""
    notes: tuple[str, ...]
    """Sentences for a person: what was found, what was not, what was left out and why."""


@dataclass(frozen=True, slots=True)
class _Start:
    """What stands at the address that was given."""

    url: str
    """Of the home page, after redirects."""
    page: HomePage
    peer: str | None
    feeds: tuple[str, ...]
    """The address itself where it is a feed's."""
    is_of_article: bool
    """True where the address is an article's, and the page that of its host's root."""


@dataclass(slots=True)
class _Survey:
    """What is known while the probe goes on."""

    site: Site
    get: Get
    notes: list[str] = field(default_factory=list)
    samples: list[tuple[str, ...]] = field(default_factory=list)
    """The articles of each list that was kept."""


def probe_site(url: str, get: Get) -> Probe:
    """The site at an address: its feeds and sitemaps that can be read and name articles, else its listings.

    Looks at the home page, its other languages, robots.txt, and where those name no list, at the usual
    places. Raises ConfigurationError where the address is none or its page cannot be fetched.
    """
    start = _begin(url, get)
    survey = _Survey(_first_draft(start), get)
    if start.is_of_article:
        survey.notes.append(f"The address is an article's: its site is {start.url}.")
    homes = {start.url: start.page, **_language_homes(start.page, start.url, survey)}
    _propose_lists([*start.feeds, *chain.from_iterable(page.feeds for page in homes.values())], survey)
    if not survey.site.feeds and not survey.site.sitemaps:
        _propose_listings(homes, survey)
    _note_languages(homes.values(), survey)
    return Probe(survey.site, _samples(survey.samples), tuple(survey.notes))


def _begin(url: str, get: Get) -> _Start:
    """The home page at an address, or of the site whose feed is there."""
    address = normalise_url(url) or normalise_url(f"https://{url}")
    if address is None:
        raise ConfigurationError(f"{url} is no web address: give the home page, as in https://news.example/")
    try:
        body, capture = read_body(address, get)
        feeds = (address,) if _is_feed(body, address) else ()
        is_of_article = not feeds and _is_article(capture)
        if feeds or is_of_article:
            body, capture = read_body(urljoin(address, "/"), get)
        home_url = normalise_url(capture.final_url) or capture.final_url
        return _Start(home_url, read_home_page(body, home_url), capture.peer, feeds, is_of_article)
    except UnreadableList as error:
        raise ConfigurationError(
            f"The home page cannot be read ({error}): open it in a browser and give the address it ends at; "
            "where it does not open either, try again later"
        ) from error


def _is_article(capture: Capture) -> bool:
    """True for a dated article at an address that may be one's: a front page of text has no day of its own."""
    if is_home_path(capture.final_url) or is_list_path(capture.final_url):
        return False
    article = derive((capture,))
    return isinstance(article, Article) and article.published_on is not None


def _is_feed(body: bytes, url: str) -> bool:
    try:
        return bool(parse_feed(body, url).entries)
    except UnreadableList:
        return False


def _first_draft(start: _Start) -> Site:
    private = _is_private(start.peer)
    site = Site(site_name(start.url), start.url, title=start.page.title, private_addresses=private)
    further = (host_of(address) for _, address in start.page.alternates if not in_scope(address, site))
    return replace(site, hosts=tuple(dict.fromkeys(further)))


def _is_private(peer: str | None) -> bool:
    """True where the answer came from loopback or a private network, which whoever asked had then allowed."""
    try:
        return peer is not None and not ipaddress.ip_address(split_host(peer or "")[0]).is_global
    except ValueError:
        return False


def _language_homes(home: HomePage, home_url: str, survey: _Survey) -> dict[str, HomePage]:
    """The English and Arabic versions of the home page, where they are other pages, by address."""
    others = [a for language, a in home.alternates if language in (ENGLISH, ARABIC) and not _same(a, home_url)]
    pages: dict[str, HomePage] = {}
    for address in list(dict.fromkeys(others))[:_MOST_LANGUAGE_HOMES]:
        try:
            body, capture = read_body(address, survey.get)
            pages[address] = read_home_page(body, capture.final_url)
        except UnreadableList as error:
            survey.notes.append(f"The home page's other language cannot be read: {error}.")
    return pages


def _propose_lists(feeds: list[str], survey: _Survey) -> None:
    """Of the feeds declared and the sitemaps that robots.txt names the good ones; where none is, the usual ones."""
    declared = list(dict.fromkeys(feeds))
    sitemaps = _robots_sitemaps(survey)
    _keep_lists(declared, sitemaps, survey)
    if survey.site.feeds or survey.site.sitemaps:
        return
    survey.notes.append("No feed or sitemap is declared that names articles: looked at the usual places.")
    tried = {*declared, *sitemaps}
    usual_feeds = [a for a in _at_root(survey.site.url, _COMMON_FEEDS) if a not in tried]
    usual_sitemaps = [a for a in _at_root(survey.site.url, _COMMON_SITEMAPS) if a not in tried]
    _keep_lists(usual_feeds, usual_sitemaps, survey, tell_failures=False)


def _at_root(url: str, paths: Iterable[str]) -> Iterator[str]:
    return filter(None, (normalise_url(urljoin(url, path)) for path in paths))


def _robots_sitemaps(survey: _Survey) -> list[str]:
    robots = read_robots(survey.get(urljoin(survey.site.url, "/robots.txt")))
    named = filter(None, (normalise_url(address, survey.site.url) for address in robots.sitemaps))
    sitemaps = [address for address in dict.fromkeys(named) if lists_articles(address)]
    found = f"names {len(sitemaps)} sitemaps" if sitemaps else "names no sitemap"
    survey.notes.append(f"robots.txt {found} ({robots.reason}).")
    if not robots.allows(survey.site.url):
        survey.notes.append("robots.txt refuses the home page to this crawler: nothing will be fetched from it.")
    return sitemaps


def _keep_lists(feeds: list[str], sitemaps: list[str], survey: _Survey, *, tell_failures: bool = True) -> None:
    """Those that can be read and name articles, into the site; each once, under its first address."""
    kept: dict[str, list[str]] = {"feeds": [], "sitemaps": []}
    wanted = [
        *(("feeds", a) for a in feeds[:_MOST_LISTS]),
        *(("sitemaps", a) for a in sitemaps[:_MOST_LISTS]),
    ]
    for kind, address in wanted:
        try:
            named = _feed_addresses(address, survey) if kind == "feeds" else _sitemap_addresses(address, survey)
        except UnreadableList as error:
            survey.notes += [f"Left out: {error}."] if tell_failures else []
            continue
        is_article = is_feed_article if kind == "feeds" else is_article_page
        articles = tuple(url for url in named if is_article(url, survey.site))
        if articles and articles not in survey.samples:
            kept[kind].append(address)
            survey.samples.append(articles)
            survey.notes.append(f"{kind[:-1].capitalize()} {address}: {len(articles)} articles seen.")
        elif tell_failures:
            survey.notes.append(f"Left out: {address}: {_why_useless(named, articles, survey.site)}.")
    survey.site = replace(survey.site, feeds=tuple(kept["feeds"]), sitemaps=tuple(kept["sitemaps"]))


def _why_useless(named: tuple[str, ...], articles: tuple[str, ...], site: Site) -> str:
    """Why a list that can be read is not used."""
    own = [url for url in named if in_scope(url, site)]
    if articles:
        return "it names no article that another list does not"
    if not named:
        return NOTHING_LISTED
    if not own:
        return f"none of its {len(named)} addresses is on the site's hosts"
    return f"all its {len(own)} addresses look like lists, {own[0]} for one"


def _feed_addresses(address: str, survey: _Survey) -> tuple[str, ...]:
    body, capture = read_body(address, survey.get)
    return tuple(entry.url for entry in parse_feed(body, capture.final_url).entries)


def _sitemap_addresses(address: str, survey: _Survey) -> tuple[str, ...]:
    """The pages a sitemap names, and those in the latest files that it names as an index."""
    body, capture = read_body(address, survey.get)
    sitemap = parse_sitemap(body, capture.final_url)
    pages = list(sitemap.pages)
    for file in sitemap_files(sitemap, survey.site)[:_MOST_FILES_OF_INDEX]:
        with suppress(UnreadableList):  # another file of the index may be sound
            body, capture = read_body(file.url, survey.get)
            pages += parse_sitemap(body, capture.final_url).pages
    return tuple(page.url for page in pages)


def _propose_listings(homes: dict[str, HomePage], survey: _Survey) -> None:
    """The home pages, and of the sections in their menus those that link to articles."""
    sections = dict.fromkeys(chain.from_iterable(page.sections for page in homes.values()))
    found: dict[str, tuple[str, ...]] = {}
    for address in [*homes, *[a for a in sections if a not in homes][:_MOST_SECTIONS]]:
        try:
            body, capture = read_body(address, survey.get)
            found[address] = article_links(body, capture.final_url, survey.site)
        except UnreadableList as error:
            survey.notes.append(f"Left out: {error}.")
    listings = tuple(a for a, links in found.items() if a in homes or len(links) >= _FEWEST_ON_LISTING)
    survey.site = replace(survey.site, listings=listings)
    survey.samples += [found[address] for address in listings]
    seen = len(set(chain.from_iterable(found.values())))
    survey.notes.append(
        f"Neither feed nor sitemap: articles are looked for on {len(listings)} pages; they link to {seen}."
    )


def _note_languages(pages: Collection[HomePage], survey: _Survey) -> None:
    stated = [
        *(page.language for page in pages),
        *(language for page in pages for language, _ in page.alternates),
    ]
    languages = sorted(set(filter(None, stated)))
    survey.notes.append(f"Languages declared: {', '.join(languages)}." if languages else "No language is declared.")
    if survey.site.hosts:
        survey.notes.append(f"Its other languages are on further hosts: {', '.join(survey.site.hosts)}.")


def _samples(lists: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The first of each list, then the second of each ..., each once."""
    in_turn = chain.from_iterable(zip_longest(*lists))
    return tuple(dict.fromkeys(filter(None, in_turn)))[:_SAMPLES]


def _same(one: str, other: str) -> bool:
    return one.rstrip("/") == other.rstrip("/")
