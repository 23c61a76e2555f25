"""One page's bytes to its record, for `read_page` and the command `read`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crawler.derive import article_from_pages, header_claims, read_capture
from crawler.lexicon import Lexicon
from crawler.models import Article, Capture, NotAnArticle
from crawler.models.record import article_record
from crawler.sites import Site


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page, read outside any archive."""

    article: Article
    problem: NotAnArticle | None
    """Why a crawl would not archive the page; None where it would."""

    @property
    def record(self) -> dict[str, Any]:
        """The record of what the page holds."""
        return article_record(self.article)


def read_one_capture(capture: Capture, site: Site | None = None, lexicon: Lexicon | None = None) -> ReadPage:
    """The record of whatever the page holds, with what a crawl would object to; never raises for odd bytes."""
    page = read_capture(capture, site)
    if isinstance(page, NotAnArticle):
        return ReadPage(article_from_pages(capture.final_url, [], capture.started_at, site), page)
    article = article_from_pages(capture.final_url, [page], capture.started_at, site, header_claims(capture), lexicon)
    return ReadPage(article, page.problem)


def read_bytes(html: bytes, url: str, site: Site | None, captured_at: datetime) -> dict[str, Any]:
    """The record of the page with these bytes, served without any header."""
    return read_one_capture(Capture(url, url, captured_at, captured_at, status=200, wire=html), site).record
