"""Adding a source: probe the site, read a few of its articles, learn its template, propose its `[[source]]`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from archive.times import utc_now
from crawler.discovery.site_names import site_name
from crawler.errors import ConfigurationError
from crawler.fetch import Fetcher
from crawler.models import Capture
from crawler.probe import probe_site
from crawler.sites import Site
from crawler.templating.templates import PAGES_LEAST, Lesson, study_pages
from crawler.urls import normalise_url
from crawler.wire.robots import Robots, read_robots
from jobs.samples import read_samples, sample_records, sample_texts


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source as it would be written, and what was seen on the way."""

    site: Site
    notes: tuple[str, ...]
    languages: tuple[str, ...]
    """Languages of the articles that were read."""
    articles_seen: int
    """Addresses of articles that its lists were sampled for; 0 where a crawl would find nothing."""
    lesson: Lesson | None = None
    """What its template was learned from; None where none was learned."""
    samples: tuple[dict[str, Any], ...] = ()
    """The records of a few of its articles, as the template makes them read."""


def asked_site(url: str) -> Site:
    """The site at an address that a person named: its own host may be a private one, since they asked for it."""
    return Site(name=site_name(url), url=url, private_addresses=True)


def propose_source(url: str, name: str | None = None, *, tell: Callable[[str], None] = lambda line: None) -> Proposal:
    """What a `[[source]]` for the site at the address would be; ConfigurationError where it cannot be fetched."""
    address = normalise_url(url if "://" in url else f"https://{url}")
    if address is None:
        raise ConfigurationError(f"{url!r} is no address of a site: give its home page, https://news.example/")
    with Fetcher() as fetcher:
        survey = _Survey(fetcher, asked_site(address), tell)
        probe = probe_site(address, survey.get)
        site = _named(probe.site, name)
        found = read_samples(probe.article_urls, site, survey.get)
    lesson = study_pages(sample_texts(found.samples), utc_now().date())
    notes = [*probe.notes, *found.problems]
    if found.languages:
        notes.append(f"Languages of the articles that were read: {', '.join(found.languages)}.")
    if lesson is None:
        read = len(found.samples)
        notes.append(f"No template was learned: {read} article pages could be read, {PAGES_LEAST} are needed.")
    site = replace(site, templates=(lesson.template,) if lesson else ())
    return Proposal(
        site, tuple(notes), found.languages, len(probe.article_urls), lesson, sample_records(found.samples, site)
    )


@dataclass(slots=True)
class _Survey:
    """Fetches for the probe, as politely as a crawl."""

    fetcher: Fetcher
    site: Site
    tell: Callable[[str], None]
    robots: Robots | None = None
    refusal: tuple[str, str] = ("robots", "robots.txt was not read yet")
    """Failure and detail of an address that `robots` does not allow."""

    def get(self, url: str) -> Capture:
        robots_url = normalise_url("/robots.txt", self.site.url) or self.site.url
        if self.robots is None:
            capture = self._fetch(robots_url)
            self.robots = read_robots(capture)
            self.refusal = _refusal(capture, self.robots)
            if url == robots_url:
                return capture
        if not self.robots.allows(url):
            now = utc_now()
            failure, detail = self.refusal
            return Capture(url, url, now, now, failure=failure, detail=detail)
        return self._fetch(url)

    def _fetch(self, url: str) -> Capture:
        self.tell(f"looking at {url}")
        return self.fetcher.fetch(url, site=self.site, delay_s=_delay_s(self.site, self.robots))


def _refusal(capture: Capture, robots: Robots) -> tuple[str, str]:
    """Why an address is not asked for: its host gave no answer at all, or what its robots.txt is."""
    if robots.reachable:
        return "robots", "robots.txt does not allow this address"
    if capture.failure is not None:
        return capture.failure, (capture.detail or robots.reason).removeprefix(f"{capture.url}: ")
    return "robots", robots.reason


def _delay_s(site: Site, robots: Robots | None) -> float:
    asked = (robots.delay_s or 0.0) if robots else 0.0
    return max(asked, 0.0 if _is_own_machine(site.url) else site.delay_s)


def _is_own_machine(url: str) -> bool:
    host = url.split("//", 1)[-1]
    return host.startswith(("127.", "localhost", "[::1]"))


def _named(site: Site, name: str | None) -> Site:
    """The proposed site under the name that was asked for; a server on this machine need not be spared."""
    delay_s = 0.0 if _is_own_machine(site.url) else site.delay_s
    return replace(site, name=name or site.name, delay_s=delay_s)
