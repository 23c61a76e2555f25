"""An article as a site lists it, and one retrieval of an address: what there is before a page is read."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArticleLinks:
    """One article as a site lists it, before anything of it was fetched."""

    url: str
    """Normalised address of the page the list names."""
    alternates: tuple[tuple[str, str], ...] = ()
    """(language, address) of its other language pages; empty where the list states none."""
    listed_in: str = ""
    """Address of the feed, sitemap or page that lists it."""
    modified_at: datetime | None = None
    """When the list says it last changed (aware); None where it says nothing. A claim, not a fact."""
    date_claims: tuple[tuple[str, str], ...] = ()
    """(source, text) of each date that lists state for it: ("feed published", "Fri, 26 Jan 2024 09:30:00 +0300")."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One retrieval of one address at one time, failures included."""

    url: str
    final_url: str
    started_at: datetime
    finished_at: datetime
    status: int | None = None
    """HTTP status of the last answer; None where no answer came."""
    request_headers: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    """Response headers as they came, in order, repeated ones repeated."""
    redirects: tuple[tuple[str, int], ...] = ()
    """(address, status) of each answer that led on to another, in order."""
    wire: bytes = b""
    """The body as it came over the wire, before content-decoding (still gzip where gzip was sent)."""
    peer: str | None = None
    """IP address and port that answered; None where none was reached."""
    tls_sha256: str | None = None
    """SHA-256 of the server's leaf certificate; None without TLS."""
    failure: str | None = None
    """Why there is no whole body: "deadline", "incomplete", "refused-address" ...; None where all went well."""
    detail: str | None = None
    """What a person would want to know of the failure."""
    flags: tuple[str, ...] = ()
    """Oddities that are no failure: "close-delimited" ..."""

    def header(self, name: str) -> str | None:
        """The first value of a response header, whatever its case; None where it is absent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def succeeded(self) -> bool:
        """True where a whole 2xx body came."""
        return self.failure is None and self.status is not None and 200 <= self.status < 300 and bool(self.wire)
