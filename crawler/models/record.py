"""The record: an article as the JSON that `read`, `show` and `crawler.read_page` give to other programs."""

from typing import Any

from crawler.models import (
    Article,
    DateCandidate,
    Discrepancy,
    Edition,
    Picture,
    Role,
    SegmentRef,
    Span,
    TranslationUnit,
    Witness,
)


def article_record(article: Article) -> dict[str, Any]:
    """The article as plain JSON values; absent is None or an empty list."""
    return {
        "url": article.url,
        "canonical_url": article.canonical_url,
        "languages": [edition.language for edition in article.editions],
        "published_on": article.published_on.isoformat() if article.published_on else None,
        "published_on_basis": article.published_on_basis,
        "dates": [_date(candidate) for candidate in article.dates],
        "editions": {edition.language: _edition(edition) for edition in article.editions},
        "pictures": [picture_record(picture) for picture in article.pictures],
        "tags": list(article.tags),
        "units": [_unit(unit) for unit in article.units],
        "lexicon": article.lexicon,
        "discrepancies": [discrepancy_record(discrepancy) for discrepancy in article.discrepancies],
        "residue": list(article.residue),
        "witnesses": [_witness(witness) for witness in article.witnesses],
        "charset": article.charset,
        "charset_decided_by": article.charset_decided_by,
        "notes": list(article.notes),
        "content_hash": article.content_hash,
    }


def picture_record(picture: Picture) -> dict[str, Any]:
    """One picture as plain JSON values, for the record and for what the archive stores."""
    return {"url": picture.url, "caption": picture.caption, "credit": picture.credit}


def _date(candidate: DateCandidate) -> dict[str, Any]:
    return {
        "source": candidate.source,
        "text": candidate.text,
        "date": candidate.date.isoformat() if candidate.date else None,
        "precision": candidate.precision,
        "zone": candidate.zone,
        "note": candidate.note,
    }


def _witness(witness: Witness) -> dict[str, Any]:
    return {"field": witness.field, "source": witness.source, "text": witness.text, "note": witness.note}


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "headline": edition.text(Role.HEADLINE),
        "standfirst": edition.text(Role.STANDFIRST),
        "dateline": edition.text(Role.DATELINE),
        "byline": edition.text(Role.BYLINE),
        "paragraphs": list(edition.texts(Role.PARAGRAPH)),
        "captions": list(edition.texts(Role.CAPTION)),
    }


def _unit(unit: TranslationUnit) -> dict[str, Any]:
    return {"en": _refs(unit.english), "ar": _refs(unit.arabic), "score": unit.score}


def _refs(refs: tuple[SegmentRef, ...]) -> list[dict[str, Any]]:
    return [ref_record(ref) for ref in refs]


def ref_record(ref: SegmentRef) -> dict[str, Any]:
    """Where a segment stands, as plain JSON values."""
    return {"role": ref.role.value, "position": ref.position}


def discrepancy_record(discrepancy: Discrepancy) -> dict[str, Any]:
    """One finding as plain JSON values."""
    return {
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "en": discrepancy.english,
        "ar": discrepancy.arabic,
        "unit": discrepancy.unit,
        "en_spans": [span_record(span) for span in discrepancy.english_spans],
        "ar_spans": [span_record(span) for span in discrepancy.arabic_spans],
    }


def span_record(span: Span) -> dict[str, Any]:
    """One stretch of a segment as plain JSON values, for the record and for what the archive stores."""
    return {"role": span.role.value, "position": span.position, "start": span.start, "end": span.end}
