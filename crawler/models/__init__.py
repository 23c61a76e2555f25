"""The nouns of the path, one for each stage; frozen, and the only part of `crawler` that `archive` may import.

ArticleLinks -> Capture -> Page -> Edition -> Segment -> TranslationUnit -> Article -> Revision, and Outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from crawler.models.captured import ArticleLinks as ArticleLinks
from crawler.models.captured import Capture as Capture

ENGLISH = "en"
ARABIC = "ar"


class Role(StrEnum):
    """What a segment is within its edition."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"


# Roles that an edition holds once at most; the others are lists counted from 0.
SINGLE_ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.DATELINE, Role.BYLINE)
# The order in which an edition is read and in which its segments are hashed.
READING_ORDER = (*SINGLE_ROLES, Role.PARAGRAPH, Role.CAPTION)


class OutcomeKind(StrEnum):
    """How one article of one run ended; exactly one for each."""

    APPENDED = "appended"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    NOT_AN_ARTICLE = "not-an-article"
    BLOCKED = "blocked"
    REFUSED_BY_ROBOTS = "refused-by-robots"
    FAILED = "failed"
    GONE = "gone"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """One statement about when the article was published, with where it stands and how exact it is."""

    source: str
    """Where it stands: "json-ld datePublished", "meta article:published_time", "time", "dateline en" ..."""
    text: str
    """The statement as written."""
    date: date | None
    """The local day it names; None where it cannot be known (no year, ambiguous)."""
    precision: str
    """"instant", "day", "day-month" (no year), "month", "year" or "unknown"."""
    note: str | None = None
    """What settled or prevents the date: "the weekday Friday gives 2024" ..."""
    zone: str | None = None
    """The zone as stated: "+03:00", "Z", "بتوقيت دمشق"; None where none is."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the article."""

    url: str
    caption: str | None = None
    """Its caption, without a label such as "Pic:"; None where none belongs to it."""
    credit: str | None = None
    """Whose picture it is: photographer, agency; None where the page does not say."""


@dataclass(frozen=True, slots=True)
class Witness:
    """What a page says of its article for machines, beside what a reader sees."""

    field: str
    """What it speaks of: headline, standfirst, byline, body, language, canonical_url, picture or section."""
    source: str
    """Where it stands: "json-ld headline", "meta og:title", "html lang", "wordpress excerpt" ..."""
    text: str
    """What it says. Of a body, the SHA-256 of its comparison form: a copy would be a second article."""
    note: str | None = None
    """Of a body, its length and how much of it the paragraphs hold; None where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class SegmentRef:
    """A segment's place in its edition."""

    role: Role
    position: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of an edition's text in display form, with its role and its position within that role."""

    role: Role
    position: int
    text: str

    @property
    def ref(self) -> SegmentRef:
        """Where this segment stands."""
        return SegmentRef(self.role, self.position)


@dataclass(frozen=True, slots=True)
class Edition:
    """An article in one language: its segments in reading order."""

    language: str
    segments: tuple[Segment, ...]
    rows: tuple[int, ...] = field(default=(), compare=False)
    """For each paragraph the row of the page that it stands in, where two languages take turns; empty elsewhere."""

    def texts(self, role: Role) -> tuple[str, ...]:
        """The texts of one role, in order; empty where there is none."""
        return tuple(segment.text for segment in self.segments if segment.role is role)

    def text(self, role: Role) -> str | None:
        """The text of a role that stands once; None where it is absent."""
        return next(iter(self.texts(role)), None)


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """Segments of the two editions that say the same; one side is empty where nothing answers."""

    english: tuple[SegmentRef, ...]
    arabic: tuple[SegmentRef, ...]
    score: float
    """Between 0 and 1: how sure the alignment is."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a segment's text."""

    role: Role
    position: int
    """Role and position are those of the segment."""
    start: int
    end: int
    """In characters (code points) of the segment's text; the end is the first that is not in it."""


class Severity(StrEnum):
    """How much a discrepancy says."""

    CONFLICT = "conflict"
    """Both sides say something, and they differ."""
    MISSING = "missing"
    """One side is silent where the other says something of weight."""
    HINT = "hint"
    """Worth a look."""


TRANSLATION = "translation"
"""The kind of the one finding of an article whose two sides are no translations of each other."""
UNRELATED = "the two texts are no translations of each other"
"""The same in words."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the two sides do not say the same."""

    kind: str
    severity: str
    english: str | None
    """What differs, as published, several joined by "; "; None where this side is silent."""
    arabic: str | None
    unit: int
    """Position of the translation unit in the article's units."""
    english_spans: tuple[Span, ...] = ()
    """Where that stands, in reading order; empty where this side is silent."""
    arabic_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece in all its languages: what `derive` makes of its captures."""

    url: str
    published_on: date | None
    published_on_basis: str
    """Why that day, or why none: "agreed", "single", "conflict", "unknown", and from what."""
    dates: tuple[DateCandidate, ...]
    editions: tuple[Edition, ...]
    """One for each language that is there, English first, Arabic second, others after."""
    pictures: tuple[Picture, ...]
    """The pictures in the article, in order, each address once."""
    units: tuple[TranslationUnit, ...]
    discrepancies: tuple[Discrepancy, ...]
    residue: tuple[str, ...]
    """Visible text of the article's subtree that is in no field: share buttons, counters ..."""
    content_hash: str
    pages: Mapping[str, str] = field(default_factory=dict)
    """Address of each page the article was read from -> its languages, joined by "+"."""
    canonical_url: str | None = None
    """The address its first page calls its own; None where it names none."""
    tags: tuple[str, ...] = ()
    """What its pages file it under, in display form and their order, each once."""
    charset: str | None = None
    """WHATWG name of the charset its pages were read in, joined by "+" where they differ; None without a page."""
    charset_decided_by: str | None = None
    """What decided each: "bom", "utf-8" (the bytes are valid UTF-8), "header", "meta" or "guess"."""
    witnesses: tuple[Witness, ...] = ()
    """What its pages say of it for machines that differs from what they show."""
    notes: tuple[str, ...] = ()
    """Oddities of the source that were left as they are: bytes that mean nothing, mojibake, broken JSON-LD."""
    lexicon: str | None = None
    """SHA-256 of the lexicon that its units were aligned with; None where there is none, or nothing to align."""

    def edition(self, language: str) -> Edition | None:
        """The edition in a language; None where the article has none."""
        return next((edition for edition in self.editions if edition.language == language), None)


@dataclass(frozen=True, slots=True)
class NotAnArticle:
    """What `derive` gives for captures that hold no article, and why."""

    kind: OutcomeKind
    """NOT_AN_ARTICLE or BLOCKED."""
    reason: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One stored state of an article's text."""

    article_id: int
    number: int
    """Counts from 1 within the article."""
    content_hash: str
    captured_at: datetime
    changed: str
    """The languages whose text differs from the revision before, joined by "+"; all of them for the first."""
    read_anew: bool = False
    """True where no page changed: it was read again, with another template."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one article of one run ended."""

    url: str
    kind: OutcomeKind
    reason: str
