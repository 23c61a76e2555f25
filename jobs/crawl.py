"""One source's crawl: discover its articles, visit each, derive what changed, and end each in one outcome."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from archive.connections import transaction
from archive.entries import read_claims
from archive.evidence import LedgerEntry
from archive.frontier import KnownUrl, next_due
from archive.store import Standing
from archive.times import utc_text_s
from crawler.discover import discover_articles
from crawler.models import ArticleLinks, Capture, Outcome, OutcomeKind
from jobs.baseline import field_words
from jobs.derivation import Derivation
from jobs.quarantine import find_released
from jobs.retrieval import HostPaused, Retrieval
from jobs.visits import ArticleVisit, Visit, visit_article

FIRST_SEEN = "first seen"
_KINDS_OF_FAILURE = {401: OutcomeKind.BLOCKED, 403: OutcomeKind.BLOCKED, 451: OutcomeKind.BLOCKED}
_KINDS_THAT_HIDE_LAPSES = (OutcomeKind.APPENDED, OutcomeKind.REVISED, OutcomeKind.UNCHANGED, OutcomeKind.DUPLICATE)


@dataclass(slots=True)
class SourceCrawl:
    """The crawl of one source within a run; `outcomes` yields each article's end as it comes."""

    retrieval: Retrieval
    derivation: Derivation
    recheck_all: bool = False
    stop: Callable[[], bool] = lambda: False
    on_total: Callable[[int], None] = lambda total: None
    """Told how many articles are to be visited, once that is known."""
    notes: list[str] = field(default_factory=list)
    """Sentences on lists that could not be read and on what ended the crawl early."""
    not_due: int = 0
    """Known articles that were not visited because they are not due yet."""
    ended_early: bool = False

    def outcomes(self) -> Iterator[Outcome]:
        """Visit every article that is listed or due; each ends in exactly one outcome, once."""
        if self.stop():
            self._end_early("stopped on request before it began", 0)
            return
        done: set[str] = set()
        for outcome in self._derive_kept_back():
            done.add(outcome.url)
            yield outcome
        work = self._find_work()
        self.on_total(len(work) + len(done))
        for number, links in enumerate(work):
            if self.stop():
                self._end_early("stopped on request", len(work) - number)
                return
            if self._is_done(links, done):
                continue
            try:
                outcome, keys = self._crawl_article(links)
            except HostPaused as pause:
                self._end_early(str(pause), len(work) - number)
                rest = [one for one in work[number:] if not self._is_done(one, done)]
                yield from (Outcome(one.url, OutcomeKind.FAILED, str(pause)) for one in rest)
                return
            done |= keys
            yield outcome

    def _derive_kept_back(self) -> list[Outcome]:
        """Derive what is kept back no longer, from what was captured then, as the configuration now says it is read."""
        retrieval = self.retrieval
        outcomes: dict[str, Outcome] = {}
        for kept in list(find_released(self.derivation, retrieval.site, retrieval.run)):
            content = retrieval.evidence.entry(kept.sequence).content
            outcome = self.derivation.apply(
                self._close(kept.article, content["attempts"], content["captures"], read_claims(content))
            )
            reason = f"{outcome.reason}; was kept back for its {kept.side} {field_words(kept.field)}"
            outcomes[kept.article] = Outcome(outcome.url, outcome.kind, reason)
        return list(outcomes.values())

    def _find_work(self) -> list[ArticleLinks]:
        """Listed articles first, newest first, then known ones that no list names any more."""
        retrieval = self.retrieval
        try:
            robots = retrieval.robots_of(retrieval.site.url)
            if not robots.allows(retrieval.site.url):
                self._end_early(f"robots.txt does not allow the site: {robots.reason}", 0)
                return []
            listed = list(discover_articles(retrieval.site, self._list_page, self._note_unreadable))
        except HostPaused as pause:
            self._end_early(str(pause), 0)
            return []
        named = {url for links in listed for url in (links.url, *(url for _, url in links.alternates))}
        known = [
            ArticleLinks(key)
            for key in retrieval.frontier.articles_of(retrieval.site.name)
            if not named & {key, *(page.url for page in retrieval.frontier.pages_of(key))}
        ]
        work = [links for links in (*listed, *known) if self._is_due(links)]
        self.not_due = len(listed) + len(known) - len(work)
        return work

    def _list_page(self, url: str) -> Capture:
        if self.stop():
            raise HostPaused("stopped on request")
        return self.retrieval.list_page(url)

    def _is_due(self, links: ArticleLinks) -> bool:
        known = self.retrieval.frontier.known(links.url)
        if known is None or self.recheck_all or known.next_due_at <= self.retrieval.clock():
            return True
        return links.modified_at is not None and links.modified_at > known.last_checked_at

    def _is_done(self, links: ArticleLinks, done: set[str]) -> bool:
        known = self.retrieval.frontier.known(links.url)
        return links.url in done or (known is not None and known.article in done)

    def _crawl_article(self, links: ArticleLinks) -> tuple[Outcome, set[str]]:
        article = visit_article(links, self.retrieval)
        standing = self.derivation.archive.standing(article.key)
        kept_back = self.derivation.archive.kept_back_of(article.key)
        # One transaction: after a kill in between, validators of a text that was not derived would hide it for good,
        # and a page that only its sister page names would be forgotten.
        with transaction(self.retrieval.evidence.db):
            gone_pages = self._close_gone_pages(article)
            captures = _captures_to_derive(article, standing, is_kept_back=kept_back is not None)
            closed = None if captures is None else self._close_visit(article, captures)
            self._remember(article)
        for entry in gone_pages:
            self.derivation.apply(entry)
        if closed is not None:
            outcome = self.derivation.apply(closed)
        elif kept_back is not None and any(visit.unchanged for visit in article.visits):
            outcome = Outcome(article.key, OutcomeKind.QUARANTINED, f"still kept back: {kept_back.reason}")
        else:
            outcome = _without_derivation(article, standing)
        return _with_lapses(outcome, article), {article.key, links.url, *(visit.url for visit in article.visits)}

    def _close_visit(self, article: ArticleVisit, captures: list[int]) -> LedgerEntry:
        return self._close(article.key, article.attempts, captures, self._date_claims(article))

    def _close(
        self, key: str, attempts: list[int], captures: list[int], claims: Sequence[tuple[str, str]]
    ) -> LedgerEntry:
        return self.retrieval.evidence.close_article(key, attempts, captures, self.retrieval.context("page"), claims)

    def _date_claims(self, article: ArticleVisit) -> list[tuple[str, str]]:
        """What lists say of the article's date, in this run or in earlier ones, and when it was first seen."""
        before = self.retrieval.evidence.last_closing(article.key)
        claims = dict.fromkeys((*article.date_claims, *(read_claims(before.content) if before else ())))
        if not any(source == FIRST_SEEN for source, _ in claims):
            known = self.retrieval.frontier.known(article.key)
            claims[FIRST_SEEN, utc_text_s(known.first_seen_at if known else self.retrieval.clock())] = None
        return list(claims)

    def _close_gone_pages(self, article: ArticleVisit) -> list[LedgerEntry]:
        """Some languages' pages taken down are recorded; the article, its text included, stays."""
        if not article.visits or article.visits[0].refused or all(visit.gone for visit in article.visits):
            return []
        gone = [visit for visit in article.visits if visit.newly_gone]
        taken_down = ArticleVisit(article.key, gone, article.date_claims)
        return [self._close_visit(taken_down, taken_down.captures)] if gone else []

    def _remember(self, article: ArticleVisit) -> None:
        for visit in article.visits:
            if visit.retrieved is not None:
                self.retrieval.frontier.put(self._known_after(visit, article.key))

    def _known_after(self, visit: Visit, key: str) -> KnownUrl:
        now = self.retrieval.clock()
        assert visit.retrieved is not None
        capture, known = visit.retrieved.capture, visit.known
        # A page that is gone stays so until it is read again, also where a failure or an empty page comes between.
        status = known.status if known and (visit.failed or visit.broken) and visit.was_gone else capture.status
        answered = visit.changed or visit.unchanged
        fresh = visit.changed or visit.same_payload
        first_seen_at = known.first_seen_at if known else now
        last_changed_at = now if visit.changed or known is None else known.last_changed_at
        return KnownUrl(
            url=visit.url,
            source=self.retrieval.site.name,
            article=key,
            language=visit.language,
            etag=capture.header("etag") if fresh else (known.etag if known else None),
            last_modified=capture.header("last-modified") if fresh else (known.last_modified if known else None),
            capture=visit.usable,
            status=status,
            first_seen_at=first_seen_at,
            last_checked_at=now,
            last_changed_at=last_changed_at,
            next_due_at=next_due(first_seen_at, last_changed_at, now),
            failures=0 if answered or visit.gone else (known.failures if known else 0) + 1,
        )

    def _note_unreadable(self, url: str, reason: str) -> None:
        self.notes.append(f"list {url} could not be read: {reason}")

    def _end_early(self, why: str, left: int) -> None:
        self.ended_early = True
        self.notes.append(f"ended early: {why}" + (f"; {left} articles were not visited" if left else ""))


def _captures_to_derive(article: ArticleVisit, standing: Standing, *, is_kept_back: bool) -> list[int] | None:
    """What the article is to be derived from, or what is gone; None where the archive has it as it is.

    What is kept back is derived again when it is let go, not when it is visited.
    """
    visits = article.visits
    if not visits or visits[0].refused:
        return None
    if any(visit.changed or visit.returned for visit in visits):
        return article.captures
    if all(visit.gone for visit in visits):
        return None if standing is Standing.UNKNOWN else article.captures
    if all(visit.broken for visit in visits):
        return article.attempts
    is_held = is_kept_back or standing in (Standing.PRESENT, Standing.ALIAS)
    return article.captures if any(visit.unchanged for visit in visits) and not is_held else None


def _without_derivation(article: ArticleVisit, standing: Standing) -> Outcome:
    """How an article ends of which nothing is to be derived, apart from what is said of single pages."""
    visits = article.visits
    if not visits or visits[0].refused:
        return Outcome(article.key, OutcomeKind.REFUSED_BY_ROBOTS, "robots.txt does not allow this address")
    has_more_to_say = len(visits) > 1 and bool(_lapses(visits)) and not all(visit.gone for visit in visits)
    is_unchanged = any(visit.unchanged for visit in visits)
    if not is_unchanged and not has_more_to_say:
        return Outcome(article.key, *_failure(visits[0]))
    if is_unchanged and standing is Standing.ALIAS:
        return Outcome(article.key, OutcomeKind.DUPLICATE, "still the same content as another address")
    return Outcome(article.key, OutcomeKind.UNCHANGED, _unchanged_reason(visits))


def _failure(visit: Visit) -> tuple[OutcomeKind, str]:
    if visit.retrieved is None:
        return OutcomeKind.FAILED, "its page was not asked for"
    capture = visit.retrieved.capture
    if capture.failure is not None:
        detail = f": {capture.detail}" if capture.detail else ""
        return OutcomeKind.FAILED, f"{capture.failure}{detail}"
    kind = _KINDS_OF_FAILURE.get(capture.status or 0, OutcomeKind.FAILED)
    return kind, f"the site answered {capture.status}"


def _with_lapses(outcome: Outcome, article: ArticleVisit) -> Outcome:
    """The article's end with what befell single pages of it, which "unchanged" must not hide."""
    lapses = _lapses(article.visits)
    if not lapses or outcome.kind not in _KINDS_THAT_HIDE_LAPSES:
        return outcome
    said = [sentence for _, sentence in lapses]
    if outcome.kind is not OutcomeKind.UNCHANGED:
        return Outcome(outcome.url, outcome.kind, "; ".join([outcome.reason, *said]))
    kind = lapses[0][0]
    if kind is OutcomeKind.GONE:
        said.append("the article and its text are kept")
    elif kind is not OutcomeKind.QUARANTINED and any(visit.unchanged or visit.changed for visit in article.visits):
        said.append("nothing new on its other pages")
    return Outcome(outcome.url, kind, "; ".join(said))


def _lapses(visits: list[Visit]) -> list[tuple[OutcomeKind, str]]:
    """What befell single pages, as (kind, sentence): broken ones first, then failed ones, then those taken down."""
    broken = [visit for visit in visits if visit.broken]
    failures = [(visit.url, *_failure(visit)) for visit in visits if visit.failed]
    return [
        *((OutcomeKind.QUARANTINED, f"{visit.url} now: {visit.broken}, its last text is kept") for visit in broken),
        *((kind, f"its page {url}: {reason}") for url, kind, reason in failures),
        *((OutcomeKind.GONE, _say_gone(visit)) for visit in visits if visit.newly_gone),
    ]


def _say_gone(visit: Visit) -> str:
    status = visit.retrieved.capture.status if visit.retrieved else None
    return f"its page {visit.url} is gone (the site answered {status})"


def _unchanged_reason(visits: list[Visit]) -> str:
    if all(visit.same_payload for visit in visits):
        return "the same bytes as before"
    if all(visit.unchanged for visit in visits):
        return "not modified since the last visit"
    gone = [_say_gone(visit) for visit in visits if visit.gone]
    refused = [f"robots.txt does not allow its page {visit.url}" for visit in visits if visit.refused]
    return "; ".join(["nothing new", *gone, *refused])
