"""What a changed configuration would alter in the archive, as a person reads it and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from archive.differences import ArticleDifference
from jobs.printable import readable_address, shortened

_EXAMPLES = 3
_ARTICLES_SHOWN = 20


def preview_json(differences: Sequence[ArticleDifference]) -> dict[str, Any]:
    """Counts by kind and by field, and every article with its fields before and after."""
    return {**_counts(differences), "articles": [asdict(one) for one in differences]}


def preview_lines(differences: Sequence[ArticleDifference]) -> Iterator[str]:
    """Counts, then articles with the fields that change, then examples of what stands and what would."""
    if not differences:
        yield "the present configuration alters nothing in the archive"
        return
    counts = _counts(differences)
    yield ", ".join(f"{counts[kind]} {said}" for kind, said in _KINDS.items())
    yield from (f"  {count:>5}  {field}" for field, count in counts["fields"].items())
    for one in differences[:_ARTICLES_SHOWN]:
        fields = ", ".join(field.field for field in one.fields) if one.kind == "changed" else one.kind
        yield f"{readable_address(one.url)}: {fields}"
    if len(differences) > _ARTICLES_SHOWN:
        yield f"... and {len(differences) - _ARTICLES_SHOWN} more (--json names all)"
    for one in [one for one in differences if one.kind == "changed"][:_EXAMPLES]:
        yield f"for example {readable_address(one.url)}"
        for field in one.fields:
            yield f"  {field.field}"
            gone, come = field.moved()
            if gone or come:
                yield f"    stands  {_line(gone)}"
                yield f"    would   {_line(come)}"
            else:
                yield "    in another order"


_KINDS = {
    "changed": "articles would read otherwise",
    "new": "would be new in the archive",
    "missing": "would not be in it",
}


def _counts(differences: Sequence[ArticleDifference]) -> dict[str, Any]:
    kinds = Counter(one.kind for one in differences)
    fields = Counter(field.field for one in differences if one.kind == "changed" for field in one.fields)
    return {**{kind: kinds[kind] for kind in _KINDS}, "fields": dict(fields.most_common())}


def _line(texts: Sequence[str]) -> str:
    """The first of the texts on one line."""
    return shortened(" / ".join(texts)) if texts else "nothing"
