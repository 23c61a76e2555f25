"""Articles and ledger entries for the tests of the archive, written for them."""

from datetime import UTC, date, datetime, timedelta

from archive.store import ArticleEntry
from crawler.models import (
    Article,
    DateCandidate,
    Discrepancy,
    Edition,
    Picture,
    Role,
    Segment,
    SegmentRef,
    Span,
    TranslationUnit,
    Witness,
)
from crawler.models.hashing import content_hash

URL = "https://news.example/crossing"
START = datetime(2026, 1, 26, 3, 4, 5, tzinfo=UTC)


def entry(sequence: int, key: str = URL, *, source: str = "news", title: str = "News") -> ArticleEntry:
    """An entry captured as many hours after START as its sequence says."""
    captured_at = START + timedelta(hours=sequence)
    return ArticleEntry(sequence, key, source, f"https://{source}.example/", title, captured_at)


def edition(language: str, headline: str | None, *paragraphs: str) -> Edition:
    """An edition with a headline, unless it is None, and paragraphs."""
    head = [Segment(Role.HEADLINE, 0, headline)] if headline is not None else []
    body = [Segment(Role.PARAGRAPH, position, text) for position, text in enumerate(paragraphs)]
    return Edition(language, (*head, *body))


def of_editions(*editions: Edition, url: str = URL, pages: dict[str, str] | None = None) -> Article:
    """An article of nothing but text."""
    return Article(
        url=url,
        published_on=None,
        published_on_basis="unknown",
        dates=(),
        editions=editions,
        pictures=(),
        units=(),
        discrepancies=(),
        residue=(),
        content_hash=content_hash(editions),
        pages=pages if pages is not None else {url: "+".join(edition.language for edition in editions)},
    )


def bilingual(
    url: str = URL,
    *,
    english: tuple[str, ...] = ("The minister closed it.", "He gave no reason."),
    arabic: tuple[str, ...] = ("أغلق الوزير المعبر.", "ولم يوضح السبب."),
    pages: dict[str, str] | None = None,
) -> Article:
    """An article that has everything an article can have."""
    editions = (edition("en", "Crossing closed", *english), edition("ar", "إغلاق المعبر", *arabic))
    headline = SegmentRef(Role.HEADLINE, 0)
    first, second = SegmentRef(Role.PARAGRAPH, 0), SegmentRef(Role.PARAGRAPH, 1)
    return Article(
        url=url,
        published_on=date(2024, 1, 26),
        published_on_basis="agreed: json-ld datePublished, dateline ar",
        dates=(
            DateCandidate("json-ld datePublished", "2024-01-26T08:00:00Z", date(2024, 1, 26), "instant"),
            DateCandidate("dateline ar", "26 كانون الثاني", None, "day-month", "no year"),
        ),
        editions=editions,
        pictures=(Picture(f"{url}/a.jpg", "The crossing at dawn", "A. Photographer"), Picture(f"{url}/b.jpg")),
        units=(
            TranslationUnit((headline,), (headline,), 0.9),
            TranslationUnit((first, second), (first,), 0.75),
            TranslationUnit((), (second,), 0.5),
        ),
        discrepancies=(
            Discrepancy(
                "number", "conflict", "12", "١٣", 1, (Span(Role.PARAGRAPH, 0, 3, 5),), (Span(Role.PARAGRAPH, 1, 0, 2),)
            ),
            Discrepancy("name", "hint", None, "x", 2),
        ),
        residue=("Share", "قرئ ١٢٠٤ مرات"),
        content_hash=content_hash(editions),
        pages=pages if pages is not None else {url: "en+ar"},
        canonical_url=f"{url}/",
        tags=("Crossings", "معابر"),
        charset="windows-1256",
        charset_decided_by="header",
        witnesses=(
            Witness("headline", "meta og:title", "Minister shuts crossing"),
            Witness("body", "json-ld articleBody", "a" * 64, "90 characters; 50% of its words stand in the paragraphs"),
        ),
        notes=("the page cannot be read as windows-1256 in 1 place, shown as U+FFFD",),
    )
