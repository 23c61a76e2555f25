"""One page captured outside any archive: from a file, or fetched as a crawl would fetch it."""

from pathlib import Path

from archive.times import utc_now
from crawler.errors import ConfigurationError
from crawler.fetch import Fetcher
from crawler.models import Capture
from crawler.urls import normalise_url
from crawler.wire.robots import read_robots
from jobs.additions import asked_site


def saved_page(path: Path, url: str | None) -> Capture:
    """The page saved in a file; `url` is where it came from, the file's own address where it is not given.

    ConfigurationError says why it cannot be read.
    """
    try:
        wire = path.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {error.strerror}") from None
    address = url or path.resolve().as_uri()
    now = utc_now()
    return Capture(address, address, now, now, status=200, wire=wire)


def fetched_page(url: str) -> Capture:
    """The page at an address, robots.txt asked first. ConfigurationError says why it could not be fetched."""
    address = normalise_url(url)
    if address is None:
        raise ConfigurationError(f"{url!r} is no address that can be fetched: http:// or https:// and a host")
    site = asked_site(address)
    with Fetcher() as fetcher:
        robots = read_robots(fetcher.fetch(normalise_url("/robots.txt", address) or address, site=site, delay_s=0))
        if not robots.allows(address):
            raise ConfigurationError(f"robots.txt does not allow {address}: {robots.reason}")
        capture = fetcher.fetch(address, site=site, delay_s=0)
    if not capture.succeeded:
        raise ConfigurationError(
            f"{address} could not be fetched: {capture.detail or capture.failure or capture.status}"
        )
    return capture
