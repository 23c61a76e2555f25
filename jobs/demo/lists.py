"""The sample site's lists for machines: RSS feed, sitemap index with its two parts, robots.txt."""

import gzip
from collections.abc import Iterable, Sequence
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from jobs.demo.pages import SITE_NAME_AR, SITE_NAME_EN, excerpt
from jobs.demo.postings import SOFT_404_PATH, Posting, address_of, feed_postings, postings_in

SITEMAP_INDEX_PATH = "/sitemap_index.xml"
SITEMAP_PATH = "/post-sitemap1.xml"
GZIPPED_SITEMAP_PATH = "/post-sitemap2.xml.gz"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_robots(origin: str) -> str:
    """robots.txt: the private folder is closed, though the sitemap names an article in it."""
    return (
        "User-agent: *\n"
        "Disallow: /wp-admin/\n"
        "Allow: /wp-admin/admin-ajax.php\n"
        "Disallow: /private/\n"
        "\n"
        f"Sitemap: {origin}{SITEMAP_INDEX_PATH}\n"
    )


def render_feed(state: str, origin: str) -> str:
    """The RSS feed of the latest postings, as WordPress writes it."""
    postings = feed_postings(state)
    built = format_datetime(max(posting.listed_at for posting in postings))
    return (
        f"{_XML}"
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">\n'
        f"<channel>\n<title>{escape(SITE_NAME_EN)} – {SITE_NAME_AR}</title>\n"
        f'<atom:link href={quoteattr(origin + "/feed/")} rel="self" type="application/rss+xml" />\n'
        f"<link>{escape(origin)}/</link>\n<description>Rivers, ports and towns, in two languages</description>\n"
        f"<lastBuildDate>{built}</lastBuildDate>\n<language>en-US</language>\n"
        f"{''.join(_feed_item(posting, origin) for posting in postings)}</channel>\n</rss>\n"
    )


def _feed_item(posting: Posting, origin: str) -> str:
    edition = posting.article.edition("en") or posting.article.lead
    address = origin + address_of(posting.path)
    creator = f"<dc:creator><![CDATA[{edition.byline}]]></dc:creator>\n" if edition.byline else ""
    return (
        f"<item>\n<title>{escape(edition.headline or '')}</title>\n<link>{escape(address)}</link>\n{creator}"
        f"<pubDate>{format_datetime(posting.listed_at)}</pubDate>\n"
        f"<category><![CDATA[{posting.article.category}]]></category>\n"
        f'<guid isPermaLink="false">{escape(address)}</guid>\n'
        f"<description><![CDATA[{excerpt(posting, 'en')}]]></description>\n</item>\n"
    )


def render_sitemap_index(origin: str) -> str:
    """The index of the two parts."""
    parts = "".join(
        f"<sitemap><loc>{escape(origin + path)}</loc></sitemap>\n" for path in (SITEMAP_PATH, GZIPPED_SITEMAP_PATH)
    )
    return f'{_XML}<sitemapindex xmlns="{_SITEMAP_NAMESPACE}">\n{parts}</sitemapindex>\n'


def render_sitemap(state: str, origin: str) -> str:
    """The first part: the newer half of the articles, and one address that holds none."""
    newer, _ = _halves(postings_in(state))
    soft_404 = f"<url><loc>{escape(origin + SOFT_404_PATH)}</loc></url>\n"
    return _urlset([*(_sitemap_entries(posting, origin) for posting in newer), soft_404])


def render_gzipped_sitemap(state: str, origin: str) -> bytes:
    """The second part: the older half, compressed."""
    _, older = _halves(postings_in(state))
    xml = _urlset(_sitemap_entries(posting, origin) for posting in older)
    return gzip.compress(xml.encode("utf-8"), mtime=0)


def _halves(postings: Sequence[Posting]) -> tuple[Sequence[Posting], Sequence[Posting]]:
    middle = len(postings) // 2
    return postings[:middle], postings[middle:]


def _urlset(entries: Iterable[str]) -> str:
    return (
        f'{_XML}<urlset xmlns="{_SITEMAP_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(entries)}</urlset>\n"
    )


def _sitemap_entries(posting: Posting, origin: str) -> str:
    """One <url> for each page of the article; linked pages name each other."""
    pages = [(page.languages[0], escape(origin + address_of(page.path))) for page in posting.pages]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}" />'
        for language, address in (pages if len(pages) > 1 else ())
    )
    stated = posting.article.dated_lists and posting.article.sitemap_lastmod
    lastmod = f"<lastmod>{posting.modified_at.isoformat()}</lastmod>" if stated else ""
    return "".join(f"<url><loc>{address}</loc>{lastmod}{links}</url>\n" for _, address in pages)
