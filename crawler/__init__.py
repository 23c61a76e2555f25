"""The web side of sijill: discover, fetch, and read bilingual pages. It knows no storage."""

from datetime import UTC, datetime
from typing import Any

from crawler.sites import Site


def read_page(html: bytes, url: str, site: Site | None = None, captured_at: datetime | None = None) -> dict[str, Any]:
    """The record of one page's article, from its bytes alone: no network, nothing stored.

    `captured_at` (aware; now where it is left out) decides only years that the page does not state. A page without
    text gives a record without editions.
    """
    from crawler.reading import read_bytes

    return read_bytes(html, url, site, captured_at or datetime.now(UTC))
