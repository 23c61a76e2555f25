"""An article's text as the page lays it out: pure functions from segments and units to rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from archive.reading_room.marks import Mark, ShownFinding, ShownText, find_marks, mark_text, number_findings
from crawler.models import (
    ARABIC,
    ENGLISH,
    READING_ORDER,
    SINGLE_ROLES,
    TRANSLATION,
    Article,
    Discrepancy,
    Edition,
    Role,
    Segment,
    SegmentRef,
    Severity,
)

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "dv", "syr"})
LANGUAGE_NAMES = {
    "en": "English",
    "ar": "العربية",
    "fr": "Français",
    "es": "Español",
    "de": "Deutsch",
    "ru": "Русский",
    "tr": "Türkçe",
    "fa": "فارسی",
    "ur": "اردو",
    "he": "עברית",
    "ckb": "کوردی",
}
# Paragraphs carry no label: they are what the page consists of.
ROLE_LABELS: Mapping[str, Mapping[Role, str]] = {
    ENGLISH: {
        Role.HEADLINE: "Headline",
        Role.STANDFIRST: "Standfirst",
        Role.DATELINE: "Dateline",
        Role.BYLINE: "Byline",
        Role.CAPTION: "Caption",
    },
    ARABIC: {
        Role.HEADLINE: "العنوان",
        Role.STANDFIRST: "المقدّمة",
        Role.DATELINE: "المكان والتاريخ",
        Role.BYLINE: "بقلم",
        Role.CAPTION: "تعليق الصورة",
    },
}
# Below this the page says that the pairing is uncertain.
UNSURE_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Language:
    """A language as a page needs it."""

    code: str
    name: str
    """In the language itself; the code where its name is not known here."""
    direction: str
    """"rtl" or "ltr"."""


@dataclass(frozen=True, slots=True)
class Line:
    """A segment as shown."""

    role: Role
    text: str
    label: str
    """What the role is called in the segment's language; empty for a paragraph."""
    shown: ShownText
    """The text with what findings speak of."""


@dataclass(frozen=True, slots=True)
class Row:
    """English beside Arabic: a translation unit, or a segment that no unit holds."""

    number: int
    """Counts from 1: the row's address within the page."""
    english: tuple[Line, ...]
    arabic: tuple[Line, ...]
    unsure: bool = False
    """True where both sides are there and the alignment is not sure that they belong together."""
    findings: tuple[ShownFinding, ...] = ()
    unit: int | None = None
    """Position of its translation unit; None where no unit holds it."""

    @property
    def kind(self) -> str:
        """The role of the row's first line, which decides how much room it takes."""
        return (self.english or self.arabic)[0].role.value


@dataclass(frozen=True, slots=True)
class Column:
    """An edition shown alone: the only one of its article, or one in a third language."""

    language: Language
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The text of one revision, as the page lays it out."""

    rows: tuple[Row, ...] = ()
    """English beside Arabic; empty where the article has not both."""
    columns: tuple[Column, ...] = ()
    """Editions to show at full width."""

    @property
    def is_unrelated(self) -> bool:
        """True where its two texts are no translations of each other."""
        return any(one.discrepancy.kind == TRANSLATION for row in self.rows for one in row.findings)

    @property
    def findings(self) -> Mapping[str, tuple[ShownFinding, ...]]:
        """Where the two sides differ, by severity, the gravest first; severities without any are missing."""
        found = [one for row in self.rows for one in row.findings]
        by_severity = {
            severity.value: tuple(one for one in found if one.discrepancy.severity == severity) for severity in Severity
        }
        return {severity: ones for severity, ones in by_severity.items() if ones}


def describe_language(code: str) -> Language:
    """The name and direction of a language.

    >>> describe_language("ar").direction, describe_language("tlh").name
    ('rtl', 'tlh')
    """
    primary = code.split("-", maxsplit=1)[0].lower()
    direction = "rtl" if primary in RIGHT_TO_LEFT else "ltr"
    return Language(code, LANGUAGE_NAMES.get(primary, code), direction)


def lay_out_text(article: Article) -> Text:
    """Rows for English and Arabic, columns for everything else; every segment in exactly one place."""
    english, arabic = article.edition(ENGLISH), article.edition(ARABIC)
    if english is None or arabic is None:
        return Text((), tuple(_column(edition) for edition in article.editions))
    others = [edition for edition in article.editions if edition.language not in (ENGLISH, ARABIC)]
    rows = _pair_rows(_by_ref(english), _by_ref(arabic), article)
    return Text(rows, tuple(_column(edition) for edition in others))


def _pair_rows(
    english: dict[SegmentRef, Segment], arabic: dict[SegmentRef, Segment], article: Article
) -> tuple[Row, ...]:
    """The front matter, the other units in their order, what no unit holds; empties `english` and `arabic`."""
    discrepancies = _by_unit(article.discrepancies)
    pairs: list[tuple[list[Segment], list[Segment], bool, int | None]] = [
        (_take(english, unit.english), _take(arabic, unit.arabic), unit.score < UNSURE_SCORE, index)
        for index, unit in enumerate(article.units)
    ]
    pairs += [([segment], [], False, None) for segment in english.values()]
    pairs += [([], [segment], False, None) for segment in arabic.values()]
    there = sorted((pair for pair in pairs if pair[0] or pair[1]), key=lambda pair: _front(pair[0] + pair[1]))
    found = [() if unit is None else discrepancies.get(unit, ()) for *_, unit in there]
    firsts = accumulate(map(len, found), initial=1)
    findings = [number_findings(article, of_row, first) for of_row, first in zip(found, firsts, strict=False)]
    marks = find_marks(one for of_row in findings for one in of_row)
    return tuple(
        Row(
            number,
            _lines(ENGLISH, left, marks),
            _lines(ARABIC, right, marks),
            unsure and bool(left and right),
            findings[number - 1],
            unit,
        )
        for number, (left, right, unsure, unit) in enumerate(there, start=1)
    )


def _front(segments: Sequence[Segment]) -> int:
    """Sorts headline, standfirst, dateline and byline to the front, whether or not they have a counterpart."""
    last = len(SINGLE_ROLES)
    return min(SINGLE_ROLES.index(s.role) if s.role in SINGLE_ROLES else last for s in segments)


def _by_ref(edition: Edition) -> dict[SegmentRef, Segment]:
    return {segment.ref: segment for segment in _reading_order(edition)}


def _by_unit(discrepancies: Iterable[Discrepancy]) -> dict[int, tuple[Discrepancy, ...]]:
    by_unit: dict[int, tuple[Discrepancy, ...]] = {}
    for found in discrepancies:
        by_unit[found.unit] = (*by_unit.get(found.unit, ()), found)
    return by_unit


def _take(segments: dict[SegmentRef, Segment], refs: Iterable[SegmentRef]) -> list[Segment]:
    return [segments.pop(ref) for ref in refs if ref in segments]


def _column(edition: Edition) -> Column:
    return Column(describe_language(edition.language), _lines(edition.language, _reading_order(edition)))


def _reading_order(edition: Edition) -> list[Segment]:
    order = {role: index for index, role in enumerate(READING_ORDER)}
    return sorted(edition.segments, key=lambda segment: (order[segment.role], segment.position))


def _lines(
    language: str,
    segments: Iterable[Segment],
    marks: Mapping[tuple[str, SegmentRef], Sequence[Mark]] = MappingProxyType({}),
) -> tuple[Line, ...]:
    labels = ROLE_LABELS.get(language, ROLE_LABELS[ENGLISH])
    return tuple(
        Line(
            segment.role,
            segment.text,
            labels.get(segment.role, ""),
            mark_text(segment.text, language, marks.get((language, segment.ref), ())),
        )
        for segment in segments
    )
