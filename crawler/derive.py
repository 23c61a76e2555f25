"""Steps 4 to 8 of the path as one pure function: the captures of an article's pages to the article."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from crawler.align import align_editions
from crawler.collection_pause import without_collections
from crawler.compare import compare_editions
from crawler.comparison.unrelated import are_unrelated, take_apart, unrelated_finding
from crawler.dates import (
    Setting,
    candidates_in_metadata,
    candidates_in_text,
    decide,
    note_beside_headline,
    settle_orders,
)
from crawler.decode import DecodedText, decode_content, decode_text
from crawler.errors import UndecodableBody
from crawler.extract import Page, edition_length, extract_page, not_an_article
from crawler.head.tags import merge_tags
from crawler.kinds.page_kinds import PageKind
from crawler.kinds.page_source import is_page_source
from crawler.kinds.pagekind import no_article
from crawler.lexicon import Lexicon
from crawler.models import (
    ARABIC,
    ENGLISH,
    Article,
    Capture,
    DateCandidate,
    Discrepancy,
    Edition,
    NotAnArticle,
    OutcomeKind,
    Picture,
    Role,
    TranslationUnit,
)
from crawler.models.hashing import content_hash
from crawler.oddities import decoding_notes, text_notes
from crawler.page.idle_tags import bare_idle_tags
from crawler.page.nesting import MOST_DEEP, is_nested_too_deep
from crawler.reconcile import canonical_url, differing_witnesses
from crawler.sites import Site, Template
from crawler.wordpress import is_json, read_rest_answer

# What a body that is no text begins with, whatever its content type says.
_NOT_TEXT_STARTS = (b"\x1f\x8b", b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x00\x00\x00")


def derive(
    captures: Sequence[Capture],
    site: Site | None = None,
    claims: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
) -> Article | NotAnArticle:
    """The article that stands on the captured pages, in all its languages, or why there is none.

    The first capture is the article's own address; the others are its pages in other languages. Each capture must
    have a whole body. A page that holds no article is left out, unless it is the only one; one that was answered with
    a challenge leaves the article unread, since half of it would look like an edit. `claims` are the dates stated
    outside the pages, as (source, text): ("feed published", "Fri, 26 Jan 2024 08:00:00 GMT"), ("first seen", ...).
    Its two sides are aligned with the `lexicon`.
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
    captured_at = max(capture.started_at for capture in captures)
    headers = [pair for capture in captures for pair in header_claims(capture)]
    return article_from_pages(captures[0].final_url, readable, captured_at, site, (*claims, *headers), lexicon)


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
    decoded = decode_text(body, capture.header("content-type"))
    template = site.template_on(capture.started_at.date()) if site else None
    with without_collections():
        page = _read_text(decoded, capture.final_url, template)
    if isinstance(page, NotAnArticle):
        return page
    notes = decoding_notes(decoded)
    return replace(page, charset=decoded.charset, charset_decided_by=decoded.decided_by, notes=notes)


def _read_text(decoded: DecodedText, url: str, template: Template | None) -> Page | NotAnArticle:
    text = decoded.text
    if is_json(text):
        return read_rest_answer(text, url, template)
    if is_page_source(text):
        return not_an_article("its body is the source of a page, which no generator has made into one")
    if is_nested_too_deep(text):
        return not_an_article(f"its markup is nested more than {MOST_DEEP} elements deep")
    bare = bare_idle_tags(text)
    return extract_page(bare, url, template, decoded.utf8 if bare is text else None)


def header_claims(capture: Capture) -> list[tuple[str, str]]:
    """What the answer's headers say of the page's date, as (source, text)."""
    stated = capture.header("last-modified")
    return [("last-modified header", stated.strip())] if stated and stated.strip() else []


def article_from_pages(
    url: str,
    pages: Sequence[Page],
    captured_at: datetime,
    site: Site | None = None,
    claims: Sequence[tuple[str, str]] = (),
    lexicon: Lexicon | None = None,
) -> Article:
    """The article that the read pages make together; its address is `url`, its first page's.

    The day of `captured_at` (aware) decides years that no page states; `claims` as for `derive`. Pages without text
    give an article without editions.
    """
    editions, residue = _united(pages)
    dates = _date_candidates(pages, editions, captured_at, ZoneInfo(site.zone) if site and site.zone else None, claims)
    published_on, basis = decide(dates)
    charset, decided_by = _charsets(pages)
    units, discrepancies = pair_editions(editions, lexicon)
    return Article(
        url=url,
        published_on=published_on,
        published_on_basis=basis,
        dates=dates,
        editions=editions,
        pictures=_each_once(picture for page in pages for picture in page.pictures),
        units=units,
        discrepancies=discrepancies,
        residue=residue,
        content_hash=content_hash(editions),
        pages={page.url: "+".join(edition.language for edition in page.editions) for page in pages},
        canonical_url=canonical_url(pages[0]) if pages else None,
        tags=merge_tags(tag for page in pages for tag in (*page.metadata.tags, *page.shown_tags)),
        charset=charset,
        charset_decided_by=decided_by,
        witnesses=tuple(dict.fromkeys(witness for page in pages for witness in differing_witnesses(page))),
        notes=_notes(pages, editions),
        lexicon=lexicon.digest if lexicon and units else None,
    )


def pair_editions(
    editions: Sequence[Edition], lexicon: Lexicon | None = None
) -> tuple[tuple[TranslationUnit, ...], tuple[Discrepancy, ...]]:
    """How the English and the Arabic edition are aligned, and where they differ; nothing where one is absent.

    Where the two are no translations of each other every segment stands alone, and that is all that is found.
    """
    by_language = {edition.language: edition for edition in editions}
    english, arabic = by_language.get(ENGLISH), by_language.get(ARABIC)
    if english is None or arabic is None:
        return (), ()
    units = align_editions(english, arabic, lexicon)
    if are_unrelated(english, arabic, units, lexicon):
        return take_apart(units), (unrelated_finding(english, arabic),)
    return units, compare_editions(english, arabic, units)


def _each_once(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    by_address: dict[str, Picture] = {}
    for picture in pictures:
        by_address.setdefault(picture.url, picture)
    return tuple(by_address.values())


def _charsets(pages: Sequence[Page]) -> tuple[str | None, str | None]:
    """The charsets of the pages and what decided each, both joined by "+": one of each where the pages are alike."""
    pairs = dict.fromkeys((page.charset, page.charset_decided_by) for page in pages if page.charset)
    if not pairs:
        return None, None
    return "+".join(name or "" for name, _ in pairs), "+".join(reason or "" for _, reason in pairs)


def _notes(pages: Sequence[Page], editions: Sequence[Edition]) -> tuple[str, ...]:
    of_pages = (note for page in pages for note in (*page.notes, *page.metadata.problems))
    return tuple(dict.fromkeys((*of_pages, *text_notes(editions))))


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
    pages: Sequence[Page],
    editions: Sequence[Edition],
    captured_at: datetime,
    zone: ZoneInfo | None,
    claims: Sequence[tuple[str, str]],
) -> tuple[DateCandidate, ...]:
    """What metadata state, then what readers see, then what lists and headers say of the article's date."""
    setting = Setting(captured_at, zone, next((page.language_tag for page in pages if page.language_tag), None))
    stated = [pair for page in pages for pair in page.date_metadata]
    stated += [line for page in pages for line in page.date_lines if line[0] == "time"]
    stated += [("url", page.url) for page in pages]
    beside = [text for page in pages for _, text in page.date_lines]
    visible = candidates_in_text(_visible_lines(pages, editions), setting)
    found = (
        *candidates_in_metadata(stated, setting),
        *(note_beside_headline(one) if any(one.text in text for text in beside) else one for one in visible),
        *candidates_in_metadata(claims, setting),
    )
    # Most addresses name no day; that is no statement about the date.
    kept = dict.fromkeys(one for one in found if one.source != "url" or one.precision != "unknown")
    return settle_orders(tuple(kept))


def _visible_lines(pages: Sequence[Page], editions: Sequence[Edition]) -> list[tuple[str, str]]:
    """The lines that readers see, as `candidates_in_text` takes them; the one beside the headline where it is new."""
    lines: list[tuple[str, str]] = []
    for edition in editions:
        dateline = edition.text(Role.DATELINE)
        if dateline:
            lines.append((f"dateline {edition.language}", dateline))
        lines += [(f"opening {edition.language}", text) for text in edition.texts(Role.PARAGRAPH)[:2]]
    known = [text for source, text in lines if source.startswith("dateline")]
    beside = [line for page in pages for line in page.date_lines if line[0] != "time"]
    return lines + [line for line in beside if not any(line[1] in one or one in line[1] for one in known)]
