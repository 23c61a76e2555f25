"""What each derived article gave, side by side and field by field, and which captures are kept back for it.

A source's readings are its baseline: where a field that its pages have vanishes, what is derived is kept back.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from archive.times import read_utc, utc_text_s

# Before the key of a paragraph, in the place of a field: it stands on pages word for word alike.
REPEATS = "repeats "


@dataclass(frozen=True, slots=True)
class FieldReading:
    """One field of one side."""

    count: int
    length: int
    """Characters of its texts."""
    matched: int | None = None
    """Elements that the template's selector matched; None where it names none."""
    agrees: bool | None = None
    """True where the page reads the same without a template; None where it has none."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One side of one derived article."""

    sequence: int
    """The ledger entry it was derived from."""
    side: str
    """Language."""
    source: str
    article: str
    """Address of the article."""
    section: str
    """The part of the site it stands in, by its address; "" where the address names none."""
    run: int
    template: str
    """First day of the template it was read with, YYYY-MM-DD; "" for one without a day, or none."""
    captured_at: datetime
    fields: Mapping[str, FieldReading]
    residue: int
    """Characters in this language that are in no field."""
    lacks: tuple[str, ...] = ()
    """What is not as it should be: fields without text, "length", "residue" ..."""
    kept_back: bool = False
    """True where the article was quarantined for it."""
    is_first: bool = False
    """True where no reading of the article on this side was archived in an earlier run."""
    paragraphs: tuple[str, ...] | None = None
    """A key for each longer paragraph, equal for equal texts; None where that was not kept."""
    accepted: bool = False
    """True where a person had the article archived with what it lacks."""

    def misses(self, field: str) -> bool:
        """True where it lacks the field; one that begins with `REPEATS` is a paragraph that should not be there."""
        return field in self.lacks or (
            field.startswith(REPEATS) and field.removeprefix(REPEATS) in (self.paragraphs or ())
        )


@dataclass(frozen=True, slots=True)
class KeptBack:
    """A derived article that was not archived, since a field that its source's pages have is gone from them."""

    sequence: int
    source: str
    article: str
    captured_at: datetime
    template: str
    """As in `Reading`."""
    side: str
    field: str
    """What its side lacks, as in `Reading.lacks`."""
    selector: str
    """The template's selector of that field; "" where it names none."""
    since: datetime
    """When the first page that lacks it was captured."""
    reason: str


@dataclass(frozen=True, slots=True)
class ReadingsAsked:
    """Which readings are asked for: those of one side of a source under one template."""

    source: str
    side: str
    template: str
    only_first: bool = False
    """Only those of articles that were new."""


_ALL = "SELECT * FROM readings WHERE source = ? AND side = ? AND template = ?"
_FIRST = f"{_ALL} AND is_first"
_LAST_OF_THEM = " ORDER BY ledger_sequence DESC LIMIT ?"
_ARCHIVED_BEFORE = f" AND run < ? AND NOT kept_back{_LAST_OF_THEM}"


def read_newest(db: Database, asked: ReadingsAsked, limit: int) -> tuple[Reading, ...]:
    """The last of the readings, the oldest first."""
    question = (_FIRST if asked.only_first else _ALL) + _LAST_OF_THEM
    rows = db.query(question, [asked.source, asked.side, asked.template, limit])
    return tuple(map(_reading, rows))[::-1]


def read_archived(db: Database, asked: ReadingsAsked, run: int, limit: int) -> tuple[Reading, ...]:
    """The last of them that were archived in runs before that one, the oldest first."""
    question = (_FIRST if asked.only_first else _ALL) + _ARCHIVED_BEFORE
    rows = db.query(question, [asked.source, asked.side, asked.template, run, limit])
    return tuple(map(_reading, rows))[::-1]


def read_accepted(db: Database, asked: ReadingsAsked, limit: int) -> tuple[Reading, ...]:
    """The last of the readings that a person accepted, the oldest first."""
    question = f"{_ALL} AND accepted{_LAST_OF_THEM}"
    rows = db.query(question, [asked.source, asked.side, asked.template, limit])
    return tuple(map(_reading, rows))[::-1]


def was_archived(db: Database, article: str, side: str, run: int) -> bool:
    """True where a reading of the article on that side was archived in a run before that one."""
    rows = db.execute(
        "SELECT 1 FROM readings WHERE article = ? AND side = ? AND run < ? AND NOT kept_back LIMIT 1",
        [article, side, run],
    )
    return bool(rows.fetchone())


def find_reading(db: Database, sequence: int, side: str) -> Reading | None:
    """The reading of one side of an entry; None where there is none."""
    rows = db.query("SELECT * FROM readings WHERE ledger_sequence = ? AND side = ?", [sequence, side])
    return next(map(_reading, rows), None)


def has_side(db: Database, source: str, side: str) -> bool:
    """True where any article of the source had, or should have had, a text in the language."""
    return bool(db.execute("SELECT 1 FROM readings WHERE source = ? AND side = ? LIMIT 1", [source, side]).fetchone())


def read_kept_back(db: Database, source: str | None = None) -> tuple[KeptBack, ...]:
    """What is kept back, of a source or of all, in the order of capture."""
    rows = db.query("SELECT * FROM quarantine WHERE source = coalesce(?, source) ORDER BY ledger_sequence", [source])
    return tuple(_kept_back(row) for row in rows)


def find_kept_back(db: Database, article: str) -> KeptBack | None:
    """What is kept back of an article, the newest; None where nothing is."""
    rows = db.query("SELECT * FROM quarantine WHERE article = ? ORDER BY ledger_sequence DESC LIMIT 1", [article])
    return next(map(_kept_back, rows), None)


def archived_lacking(db: Database, kept: KeptBack) -> tuple[Reading, ...]:
    """The first such reading of each article archived from a page with the same lack, before that was certain.

    An article that lacked the same before is none of them: it never had it.
    """
    rows = db.query(
        """SELECT * FROM readings WHERE source = :source AND side = :side AND template = :template AND NOT kept_back
            AND article IN (SELECT article FROM readings WHERE source = :source AND side = :side
                AND template = :template AND captured_at >= :since AND NOT kept_back)
        ORDER BY ledger_sequence""",
        {"source": kept.source, "side": kept.side, "template": kept.template, "since": utc_text_s(kept.since)},
    )
    lacking = [one for one in map(_reading, rows) if one.misses(kept.field)]
    before = {one.article for one in lacking if one.captured_at < kept.since}
    firsts = {one.article: one for one in reversed(lacking) if one.article not in before}
    return tuple(sorted(firsts.values(), key=lambda one: one.sequence))


def write_readings(db: Database, readings: Sequence[Reading]) -> None:
    """Keep the readings of one entry. Belongs inside a transaction."""
    for one in readings:
        db.execute(
            """INSERT INTO readings (ledger_sequence, side, source, article, section, run, template, captured_at,
                fields, residue, lacks, kept_back, is_first, paragraphs, accepted)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            [
                one.sequence,
                one.side,
                one.source,
                one.article,
                one.section,
                one.run,
                one.template,
                utc_text_s(one.captured_at),
                _fields_json(one.fields),
                one.residue,
                json.dumps(one.lacks),
                int(one.kept_back),
                int(one.is_first),
                None if one.paragraphs is None else json.dumps(one.paragraphs),
                int(one.accepted),
            ],
        )


def write_kept_back(db: Database, kept: KeptBack) -> None:
    """Keep an article back; what was kept back of the same captures before gives way. Belongs inside a transaction."""
    db.execute(
        "DELETE FROM quarantine WHERE article = ? AND captured_at = ?", [kept.article, utc_text_s(kept.captured_at)]
    )
    db.execute(
        """INSERT INTO quarantine (ledger_sequence, source, article, captured_at, template, side, field, selector,
            since, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            kept.sequence,
            kept.source,
            kept.article,
            utc_text_s(kept.captured_at),
            kept.template,
            kept.side,
            kept.field,
            kept.selector,
            utc_text_s(kept.since),
            kept.reason,
        ],
    )


def release(db: Database, article: str, captured_at: datetime) -> None:
    """Keep nothing of an article back that was captured by then: what was captured last was derived."""
    db.execute("DELETE FROM quarantine WHERE article = ? AND captured_at <= ?", [article, utc_text_s(captured_at)])


def _fields_json(fields: Mapping[str, FieldReading]) -> str:
    return json.dumps({name: [one.count, one.length, one.matched, one.agrees] for name, one in fields.items()})


def _reading(row: Mapping[str, Any]) -> Reading:
    return Reading(
        sequence=row["ledger_sequence"],
        side=row["side"],
        source=row["source"],
        article=row["article"],
        section=row["section"],
        run=row["run"],
        template=row["template"],
        captured_at=read_utc(row["captured_at"]),
        fields=dict(_read_fields(row["fields"])),
        residue=row["residue"],
        lacks=tuple(json.loads(row["lacks"])),
        kept_back=bool(row["kept_back"]),
        is_first=bool(row["is_first"]),
        paragraphs=None if row["paragraphs"] is None else tuple(json.loads(row["paragraphs"])),
        accepted=bool(row["accepted"]),
    )


def _read_fields(text: str) -> Iterator[tuple[str, FieldReading]]:
    for name, values in json.loads(text).items():
        yield name, FieldReading(*values)


def _kept_back(row: Mapping[str, Any]) -> KeptBack:
    values: dict[str, Any] = {name: row[name] for name in row if name != "ledger_sequence"}
    values.update((name, read_utc(row[name])) for name in ("captured_at", "since"))
    return KeptBack(sequence=row["ledger_sequence"], **values)
