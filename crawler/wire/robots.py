"""What a site's robots.txt allows (RFC 9309), read from the capture of it."""

from dataclasses import dataclass
from math import isfinite

from protego import Protego

from crawler.decode import decode_content
from crawler.errors import UndecodableBody
from crawler.models import Capture
from crawler.urls import normalise_url

# The name that a robots.txt would call this crawler by.
PRODUCT = "sijill"
# RFC 9309 asks for 500 KiB at least; files beyond exist, and protego reads 2 MB in 0.05 s.
CAP_BYTES = 2 * 2**20
# A site that asks for minutes between requests would never be crawled to the end, nor leave it to others.
MAX_DELAY_S = 60.0

# RFC 9309, section 2.3.1.2: after five redirects it may be taken for absent.
_ABSENT_FAILURES = frozenset({"redirect-loop", "too-many-redirects"})
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host for this crawler."""

    reason: str
    """What the rules rest on, for a person: "robots.txt read", "no robots.txt (404)" ..."""
    reachable: bool = True
    """False where everything is refused for now, because nobody knows what the site allows."""
    delay_s: float | None = None
    """Least seconds between two requests that the site asks for, 60 at most; None where it asks for none."""
    sitemaps: tuple[str, ...] = ()
    """Addresses of the sitemaps it names, normalised, each once."""
    rules: Protego | None = None
    """None where there are none: everything is allowed if `reachable`, nothing if not."""
    product: str = PRODUCT

    def allows(self, url: str) -> bool:
        """Whether the address may be fetched."""
        if self.rules is None:
            return self.reachable
        return bool(self.rules.can_fetch(url, self.product))


def read_robots(capture: Capture, product: str = PRODUCT) -> Robots:
    """The rules in a capture of robots.txt, for the crawler named `product`.

    A 2xx answer is read, its first 2 MiB; a web page in its place, an empty one, and 4xx other than 429,
    allow everything; 5xx, 429, a failure and a body that cannot be decoded refuse everything for now.
    """
    status = capture.status or 0
    if capture.failure in _ABSENT_FAILURES or (400 <= status < 500 and status != 429):
        return Robots(f"no robots.txt ({capture.failure or status})")
    if not 200 <= status < 300 or capture.failure not in (None, "empty", "too-large"):
        return _unreachable(capture.failure or str(status))
    try:
        body = _body(capture)
    except UndecodableBody as error:
        return _unreachable(error.reason)
    if body.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(b"<"):
        return Robots("no robots.txt (a web page in its place)")
    return _read_rules(body, capture.final_url, product)


def _unreachable(why: str) -> Robots:
    return Robots(f"robots.txt could not be had ({why}): nothing is fetched for now", reachable=False)


def _body(capture: Capture) -> bytes:
    try:
        return decode_content(capture)
    except UndecodableBody as error:
        # Some servers name gzip for every file, this small static one too.
        if error.reason == "not-gzip":
            return capture.wire
        raise


def _read_rules(body: bytes, url: str, product: str) -> Robots:
    kept = body.removeprefix(_BYTE_ORDER_MARK)[: CAP_BYTES + 1]
    if len(kept) > CAP_BYTES:
        # A rule cut in half would be another rule.
        kept = kept[: kept.rfind(b"\n") + 1]
    rules = Protego.parse(kept.decode("utf-8", "replace"))
    addresses = (normalise_url(sitemap, url) for sitemap in rules.sitemaps)
    return Robots(
        "robots.txt read",
        delay_s=_delay_s(rules.crawl_delay(product)),
        sitemaps=tuple(dict.fromkeys(address for address in addresses if address is not None)),
        rules=rules,
        product=product,
    )


def _delay_s(asked: float | None) -> float | None:
    if asked is None or not isfinite(asked) or asked <= 0:
        return None
    return min(asked, MAX_DELAY_S)
