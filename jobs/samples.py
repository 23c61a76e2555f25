"""Articles that a template is learned from, each with its pages, and their records as a person is shown them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from crawler.decode import decode_content, decode_text
from crawler.derive import derive, read_capture
from crawler.discover import is_article_page
from crawler.errors import UndecodableBody
from crawler.extract import Page, page_links
from crawler.models import ARABIC, ENGLISH, Article, Capture
from crawler.models.record import article_record
from crawler.reading import read_one_capture
from crawler.sites import Site

SAMPLES_READ = 5
# Of so many the records are shown, and the page in the other language is fetched as well, where they have one.
SAMPLES_SHOWN = 3

# The captures of one article: its own page, then that of the other language.
Sample = tuple[Capture, ...]


@dataclass(frozen=True, slots=True)
class Samples:
    """The first few articles of a site that can be read."""

    samples: tuple[Sample, ...]
    languages: tuple[str, ...]
    """Of their texts."""
    problems: tuple[str, ...]
    """What was wrong with others on the way, as sentences."""


def read_samples(urls: Iterable[str], site: Site, get: Callable[[str], Capture]) -> Samples:
    """Fetch articles until enough can be read; of the first ones the page in the other language, too."""
    samples: list[Sample] = []
    languages: set[str] = set()
    problems: list[str] = []
    for url in urls:
        if len(samples) == SAMPLES_READ:
            break
        if any(url in (one.url, one.final_url) for sample in samples for one in sample):
            continue
        capture = get(url)
        read = _languages_or_problem(capture)
        if isinstance(read, str):
            problems.append(f"Sample {capture.url} {read}.")
            continue
        other = _other_page(capture, read, site, get) if len(samples) < SAMPLES_SHOWN else None
        samples.append((capture, other) if other else (capture,))
        languages |= read | (_languages_of(other) if other else set())
    return Samples(tuple(samples), tuple(sorted(languages)), tuple(problems))


def _languages_or_problem(capture: Capture) -> set[str] | str:
    """The languages of the article that was captured, or why there is none."""
    if not capture.succeeded:
        return f"could not be fetched: {capture.detail or capture.failure or capture.status}"
    page = read_capture(capture)
    if isinstance(page, Page) and page.problem is None:
        return {edition.language for edition in page.editions}
    problem = page.problem if isinstance(page, Page) else page
    return f"holds no article: {problem.reason if problem else 'unknown'}"


def _languages_of(capture: Capture) -> set[str]:
    read = _languages_or_problem(capture)
    return set() if isinstance(read, str) else read


def _other_page(capture: Capture, languages: set[str], site: Site, get: Callable[[str], Capture]) -> Capture | None:
    """The article's page in the other of our languages, where the page links one that links back."""
    own = {capture.url, capture.final_url}
    for language, url in page_links(capture_text(capture), capture.final_url).alternates:
        if language not in {ENGLISH, ARABIC} - languages or url in own or not is_article_page(url, site):
            continue
        other = get(url)
        back = page_links(capture_text(other), other.final_url).alternates if other.succeeded else ()
        if any(address in own for _, address in back) and language in _languages_of(other):
            return other
    return None


def sample_texts(samples: Iterable[Sample]) -> list[str]:
    """The pages of the samples as text."""
    return [capture_text(capture) for sample in samples for capture in sample]


def sample_records(samples: Sequence[Sample], site: Site) -> tuple[dict[str, Any], ...]:
    """The records of the first few, as the site's template makes them read."""
    return tuple(_record(sample, site) for sample in samples[:SAMPLES_SHOWN])


def _record(sample: Sample, site: Site) -> dict[str, Any]:
    article = derive(sample, site)
    return article_record(article) if isinstance(article, Article) else read_one_capture(sample[0], site).record


def capture_text(capture: Capture) -> str:
    """The captured body as text; "" where it cannot be decoded."""
    try:
        return decode_text(decode_content(capture), capture.header("content-type")).text
    except UndecodableBody:
        return ""
