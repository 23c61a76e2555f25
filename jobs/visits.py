"""The pages of one article, visited in one run: which are new, unchanged, gone, refused or failed."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.frontier import KnownUrl
from crawler.decode import decode_content, decode_text
from crawler.errors import UndecodableBody
from crawler.extract import page_links
from crawler.head.metadata import PageLinks
from crawler.models import ARABIC, ENGLISH, ArticleLinks, Capture
from crawler.urls import in_scope
from jobs.derivation import find_problem
from jobs.retrieval import GONE_STATUSES, Retrieval, Retrieved

# An article has an English and an Arabic page; more pages than this are not language pages of one article.
_PAGES_MOST = 4


@dataclass(frozen=True, slots=True)
class Visit:
    """One page of an article in one run."""

    url: str
    language: str | None
    """As the list or the other page states it; None where neither does."""
    known: KnownUrl | None
    retrieved: Retrieved | None
    """None where robots.txt refuses the address."""
    same_payload: bool = False
    """True where the body came again and is byte for byte what is stored."""
    broken: str | None = None
    """Why the new body holds no article while the stored one does; None where it holds one, or neither does."""

    @property
    def refused(self) -> bool:
        """True where robots.txt does not allow the address."""
        return self.retrieved is None

    @property
    def changed(self) -> bool:
        """True where a body came that is not stored as this page's yet, and may take the place of what is."""
        return self._has_new_body and self.broken is None

    @property
    def _has_new_body(self) -> bool:
        return self.retrieved is not None and self.retrieved.capture.succeeded and not self.same_payload

    @property
    def unchanged(self) -> bool:
        """True where the site says, or the body shows, that the page is as it was."""
        return self.same_payload or (self.retrieved is not None and self.retrieved.not_modified)

    @property
    def gone(self) -> bool:
        """True where the site says that there is nothing at the address."""
        return self.retrieved is not None and self.retrieved.gone

    @property
    def newly_gone(self) -> bool:
        """True where the site took a page that was read down since the last visit."""
        return self.gone and self.known is not None and self.known.capture is not None and not self.was_gone

    @property
    def returned(self) -> bool:
        """True where the page was gone when the site last said anything of use, and is there again as it was."""
        return self.unchanged and self.was_gone

    @property
    def was_gone(self) -> bool:
        """True where the page was gone before this visit."""
        return self.known is not None and self.known.status in GONE_STATUSES

    @property
    def failed(self) -> bool:
        """True where the site was asked and said neither what the page holds nor that it is gone."""
        settled = self.refused or self.unchanged or self.gone
        return not settled and not self._has_new_body

    @property
    def usable(self) -> int | None:
        """The ledger entry whose payload is this page's text: the new one, else the last good one; None without."""
        if self.changed and self.retrieved is not None:
            return self.retrieved.entry.sequence
        return self.known.capture if self.known else None


@dataclass(slots=True)
class ArticleVisit:
    """An article's key and the visits to its pages in this run, its own address first."""

    key: str
    visits: list[Visit] = field(default_factory=list)
    date_claims: tuple[tuple[str, str], ...] = ()
    """What the lists of this run say of its date, as (source, text)."""

    @property
    def attempts(self) -> list[int]:
        """The ledger entries of this run."""
        return [visit.retrieved.entry.sequence for visit in self.visits if visit.retrieved is not None]

    @property
    def captures(self) -> list[int]:
        """The ledger entries that the article is to be derived from."""
        return [visit.usable for visit in self.visits if visit.usable is not None]


def visit_article(links: ArticleLinks, retrieval: Retrieval) -> ArticleVisit:
    """Visit the article's address and, as lists, earlier runs and the pages themselves name them, its other pages."""
    frontier = retrieval.frontier
    known = [frontier.known(url) for url in (links.url, *(url for _, url in links.alternates))]
    key = next((one.article for one in known if one is not None and one.article), links.url)
    article = ArticleVisit(key, date_claims=links.date_claims)
    waiting = deque([(key, None), (links.url, None), *_of_our_languages(links.alternates)])
    waiting.extend((page.url, page.language) for page in frontier.pages_of(key))
    seen: set[str] = set()
    while waiting and len(article.visits) < _PAGES_MOST:
        url, language = waiting.popleft()
        if url in seen or _belongs_elsewhere(url, key, retrieval):
            continue
        seen.add(url)
        visit = _visit_page(url, language, retrieval)
        page = _links_of(visit)
        if article.visits and page is not None and not _answers(page, seen):
            continue  # a language link that the other page does not return: another article, or a section's front
        article.visits.append(visit)
        if page is not None:
            waiting.extend(_language_pages(page, retrieval))
    return article


def _belongs_elsewhere(url: str, key: str, retrieval: Retrieval) -> bool:
    known = retrieval.frontier.known(url)
    return known is not None and known.article is not None and known.article != key


def _visit_page(url: str, language: str | None, retrieval: Retrieval) -> Visit:
    known = retrieval.frontier.known(url)
    language = language or (known.language if known else None)
    if not retrieval.allows(url):
        return Visit(url, language, known, None)
    retrieved = retrieval.retrieve(url, "page", known)
    if _is_same_payload(retrieved, known, retrieval):
        return Visit(url, language, known, retrieved, same_payload=True)
    return Visit(url, language, known, retrieved, broken=_how_broken(retrieved, known, retrieval))


def _is_same_payload(retrieved: Retrieved, known: KnownUrl | None, retrieval: Retrieval) -> bool:
    if not retrieved.capture.succeeded or known is None or known.capture is None:
        return False
    stored = retrieval.evidence.entry(known.capture).content
    return bool(stored["payload"] == retrieved.entry.content["payload"])


def _how_broken(retrieved: Retrieved, known: KnownUrl | None, retrieval: Retrieval) -> str | None:
    """Why a page that was read before cannot be now. Its stored body is read as well: it may be none of an article."""
    if not retrieved.capture.succeeded or known is None or known.article is None or known.capture is None:
        return None
    problem = find_problem(retrieved.capture, retrieval.site)
    if problem is None or find_problem(retrieval.evidence.capture(known.capture), retrieval.site) is not None:
        return None
    return problem.reason


def _links_of(visit: Visit) -> PageLinks | None:
    if visit.retrieved is None or not visit.changed:
        return None
    return links_of_capture(visit.retrieved.capture)


def links_of_capture(capture: Capture) -> PageLinks | None:
    """What a captured page says of its address and languages; None where its body cannot be read."""
    try:
        body = decode_content(capture)
    except UndecodableBody:
        return None
    return page_links(decode_text(body, capture.header("content-type")).text, capture.final_url)


def _answers(page: PageLinks, group: set[str]) -> bool:
    """True where a page reached by a language link names one of the group in turn, or names no language at all."""
    return not page.alternates or any(url in group for _, url in page.alternates)


def _language_pages(page: PageLinks, retrieval: Retrieval) -> list[tuple[str, str | None]]:
    return [(url, language) for url, language in _of_our_languages(page.alternates) if in_scope(url, retrieval.site)]


def _of_our_languages(alternates: Iterable[tuple[str, str]]) -> list[tuple[str, str | None]]:
    return [(url, language) for language, url in alternates if language in (ENGLISH, ARABIC)]
