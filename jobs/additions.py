"""Adding a source: probe the site, read a few of its articles, learn its template, propose its `[[source]]`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from archive.times import utc_now
from crawler.decode import decode_content, decode_text
from crawler.derive import read_capture
from crawler.discovery.site_names import site_name
from crawler.errors import ConfigurationError, UndecodableBody
from crawler.extract import Page
from crawler.fetch import Fetcher
from crawler.models import Capture
from crawler.probe import probe_site
from crawler.reading import read_one_capture
from crawler.sites import Site
from crawler.templating.templates import PAGES_LEAST, Lesson, study_pages
from crawler.urls import normalise_url
from crawler.wire.robots import Robots, read_robots

SAMPLES_READ = 5
SAMPLES_SHOWN = 3


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
        readable, languages, problems = _read_samples(probe.article_urls, survey.get)
    lesson = study_pages([capture_text(capture) for capture in readable], utc_now().date())
    notes = [*probe.notes, *problems]
    if lesson is None:
        notes.append(f"No template was learned: {len(readable)} article pages could be read, {PAGES_LEAST} are needed.")
    site = replace(site, templates=(lesson.template,) if lesson else ())
    samples = tuple(read_one_capture(capture, site).record for capture in readable[:SAMPLES_SHOWN])
    return Proposal(site, tuple(notes), languages, len(probe.article_urls), lesson, samples)


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


def _read_samples(
    urls: Iterable[str], get: Callable[[str], Capture]
) -> tuple[list[Capture], tuple[str, ...], list[str]]:
    """The first few articles that can be read, their languages, and what was wrong with others on the way."""
    readable: list[Capture] = []
    languages: set[str] = set()
    problems: list[str] = []
    for url in urls:
        if len(readable) == SAMPLES_READ:
            break
        capture = get(url)
        if not capture.succeeded:
            reason = capture.detail or capture.failure or str(capture.status)
            problems.append(f"Sample {capture.url} could not be fetched: {reason}.")
            continue
        page = read_capture(capture)
        if isinstance(page, Page) and page.problem is None:
            readable.append(capture)
            languages |= {edition.language for edition in page.editions}
        else:
            problem = page.problem if isinstance(page, Page) else page
            problems.append(f"Sample {capture.url} holds no article: {problem.reason if problem else 'unknown'}.")
    return readable, tuple(sorted(languages)), problems


def capture_text(capture: Capture) -> str:
    """The captured body as text; "" where it cannot be decoded."""
    try:
        return decode_text(decode_content(capture), capture.header("content-type")).text
    except UndecodableBody:
        return ""
