"""A page as it was read, archived or not: one HTML document to look at, which loads nothing and runs nothing."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from archive.differences import FieldDifference
from archive.reading_room.layout import Text, lay_out_text
from archive.reading_room.pages import Address, ShownPicture, other_address, show_address, show_picture, title_of
from archive.reading_room.wording import FILTERS, describe_charset
from crawler.models import Article, DateCandidate, Witness

_PLUGIN = Path(__file__).parent / "plugin"
_STYLE = _PLUGIN / "static" / "reading_room.css"


@dataclass(frozen=True, slots=True)
class TemplateEffect:
    """What a source's template does to one page."""

    source: str
    changes: tuple[FieldDifference, ...]
    """The fields that read otherwise without it, which is `before`; empty where none does."""

    @property
    def altered(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Each field with its texts that it takes away ("del") and gives ("ins"), in reading order."""
        return tuple((one.field, _altered_texts(one)) for one in self.changes)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything the document shows."""

    title: str
    address: Address
    problem: str | None
    """Why a crawl would not archive the page; None where it would."""
    published_on: date | None
    published_on_basis: str
    languages: str
    """Codes joined by "+"; empty for a page without text."""
    text: Text
    dates: tuple[DateCandidate, ...]
    pictures: tuple[ShownPicture, ...]
    residue: tuple[str, ...]
    residue_share: float
    """Share of the residue in all text of the article's part of the page, 0 to 1; 0 for a page without text."""
    canonical: Address | None
    tags: tuple[str, ...]
    charset: str | None
    witnesses: tuple[Witness, ...]
    notes: tuple[str, ...]
    lexicon: str | None
    content_hash: str
    effect: TemplateEffect | None
    """None where the page was read without a template."""


def build_sheet(article: Article, problem: str | None = None, effect: TemplateEffect | None = None) -> Sheet:
    """What the document of an article shows; an article without editions has no text."""
    return Sheet(
        title=title_of(article),
        address=show_address(article.url),
        problem=problem,
        published_on=article.published_on,
        published_on_basis=article.published_on_basis,
        languages="+".join(edition.language for edition in article.editions),
        text=lay_out_text(article),
        dates=article.dates,
        pictures=tuple(map(show_picture, article.pictures)),
        residue=article.residue,
        residue_share=_residue_share(article),
        canonical=other_address(article.canonical_url, article.url),
        tags=article.tags,
        charset=describe_charset(article.charset, article.charset_decided_by),
        witnesses=article.witnesses,
        notes=article.notes,
        lexicon=article.lexicon,
        content_hash=article.content_hash,
        effect=effect,
    )


def render_sheet(sheet: Sheet) -> str:
    """The document. Its policy allows its own style sheet and nothing else: no script, no picture, no request."""
    style = _STYLE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    environment = Environment(
        loader=FileSystemLoader(_PLUGIN / "templates"), autoescape=True, undefined=StrictUndefined
    )
    environment.filters.update(FILTERS)
    template = environment.get_template("sijill_sheet.html")
    return template.render(page=sheet, style=style, style_digest=digest)


def _altered_texts(change: FieldDifference) -> tuple[tuple[str, str], ...]:
    """The texts of one reading that the other lacks, each after those before it.

    >>> _altered_texts(FieldDifference("en paragraph", "one\\ntwo", "one\\nthree"))
    (('del', 'two'), ('ins', 'three'))
    """
    before, after = change.before.split("\n"), change.after.split("\n")
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    altered: list[tuple[str, str]] = []
    for kind, start, end, other_start, other_end in steps:
        if kind != "equal":
            altered += [("del", text) for text in before[start:end] if text]
            altered += [("ins", text) for text in after[other_start:other_end] if text]
    return tuple(altered)


def _residue_share(article: Article) -> float:
    left = _length(article.residue)
    kept = sum(_length([segment.text for segment in edition.segments]) for edition in article.editions)
    return left / (left + kept) if left else 0.0


def _length(texts: Sequence[str]) -> int:
    return sum(map(len, texts))
