"""Steps 4 to 8 of the path as one pure function: the captures of an article's pages to the article."""

from collections.abc import Iterable, Sequence
from datetime import date

from crawler.align import align_editions
from crawler.compare import compare_editions
from crawler.dates import candidates_in_metadata, candidates_in_text, decide
from crawler.decode import decode_content, decode_text
from crawler.errors import UndecodableBody
from crawler.extract import Page, edition_length, extract_page, not_an_article
from crawler.models import (
    ARABIC,
    ENGLISH,
    Article,
    Capture,
    DateCandidate,
    Edition,
    NotAnArticle,
    OutcomeKind,
    Role,
)
from crawler.models.hashing import content_hash
from crawler.nesting import MOST_DEEP, is_nested_too_deep
from crawler.page_kinds import PageKind
from crawler.pagekind import no_article
from crawler.sites import Site

# What a body that is no text begins with, whatever its content type says.
_NOT_TEXT_STARTS = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x00\x00\x00")


def derive(captures: Sequence[Capture], site: Site | None = None) -> Article | NotAnArticle:
    """The article that stands on the captured pages, in all its languages, or why there is none.

    The first capture is the article's own address; the others are its pages in other languages. Each capture must
    have a whole body. A page that holds no article is left out, unless it is the only one; one that was answered with
    a challenge leaves the article unread, since half of it would look like an edit.
    """
    pages = [read_capture(capture, site) for capture in captures]
    for page in pages:
        problem = page.problem if isinstance(page, Page) else page
        if problem is not None and problem.kind is OutcomeKind.BLOCKED:
            return problem
    readable = [page for page in pages if isinstance(page, Page) and page.problem is None]
    if not readable:
        first = next((page for page in pages), None)
        if isinstance(first, Page) and first.problem is not None:
            return first.problem
        return first if isinstance(first, NotAnArticle) else not_an_article("nothing was captured")
    captured_on = max(capture.started_at for capture in captures).date()
    return article_from_pages(captures[0].final_url, readable, captured_on)


def read_capture(capture: Capture, site: Site | None = None) -> Page | NotAnArticle:
    """One captured page, read; where its bytes cannot be a page, or its headers call it a challenge, why."""
    if (capture.header("cf-mitigated") or "").strip().lower() == "challenge":
        return no_article(PageKind.CHALLENGE)
    try:
        body = decode_content(capture)
    except UndecodableBody as error:
        return not_an_article(f"its body cannot be decoded: {error.reason}")
    if body.startswith(_NOT_TEXT_STARTS):
        return not_an_article("its body is no text (a document, picture or archive file)")
    text = decode_text(body, capture.header("content-type")).text
    if is_nested_too_deep(text):
        return not_an_article(f"its markup is nested more than {MOST_DEEP} elements deep")
    return extract_page(text, capture.final_url, site.template if site else None)


def article_from_pages(url: str, pages: Sequence[Page], captured_on: date) -> Article:
    """The article that the read pages make together; its address is `url`, its first page's.

    `captured_on` decides years that no page states. Pages without text give an article without editions.
    """
    editions, residue = _united(pages)
    dates = _date_candidates(pages, editions, captured_on)
    published_on, basis = decide(dates)
    by_language = {edition.language: edition for edition in editions}
    english, arabic = by_language.get(ENGLISH), by_language.get(ARABIC)
    units = align_editions(english, arabic) if english and arabic else ()
    return Article(
        url=url,
        published_on=published_on,
        published_on_basis=basis,
        dates=dates,
        editions=editions,
        pictures=tuple(dict.fromkeys(address for page in pages for address in page.pictures)),
        units=units,
        discrepancies=compare_editions(english, arabic, units) if english and arabic else (),
        residue=residue,
        content_hash=content_hash(editions),
        pages={page.url: "+".join(edition.language for edition in page.editions) for page in pages},
    )


def _united(pages: Sequence[Page]) -> tuple[tuple[Edition, ...], tuple[str, ...]]:
    """The longest edition of each language over all pages; the texts of shorter ones go to the residue."""
    editions: dict[str, Edition] = {}
    residue = [text for page in pages for text in page.residue]
    for edition in sorted(_all_editions(pages), key=edition_length, reverse=True):
        if edition.language in editions:
            residue += [segment.text for segment in edition.segments]
        else:
            editions[edition.language] = edition
    order = sorted(editions, key=lambda language: ({ENGLISH: 0, ARABIC: 1}.get(language, 2), language))
    return tuple(editions[language] for language in order), tuple(residue)


def _all_editions(pages: Iterable[Page]) -> list[Edition]:
    return [edition for page in pages for edition in page.editions]


def _date_candidates(
    pages: Sequence[Page], editions: Sequence[Edition], captured_on: date
) -> tuple[DateCandidate, ...]:
    stated = [pair for page in pages for pair in page.date_metadata]
    stated += [("url", page.url) for page in pages]
    visible: list[tuple[str, str]] = []
    for edition in editions:
        dateline = edition.text(Role.DATELINE)
        if dateline:
            visible.append((f"dateline {edition.language}", dateline))
        visible += [(f"opening {edition.language}", text) for text in edition.texts(Role.PARAGRAPH)[:2]]
    found = (*candidates_in_metadata(stated, captured_on), *candidates_in_text(visible, captured_on))
    # Most addresses name no day; that is no statement about the date.
    return tuple(dict.fromkeys(one for one in found if one.source != "url" or one.precision != "unknown"))
