"""The glossary as files for other programs: CSV, and TBX-Basic."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from xml.etree import ElementTree

from crawler.models import ARABIC, ENGLISH
from crawler.models.terms import Term

CSV_COLUMNS = ("english", "arabic", "count", "first", "last")
SAID_OF_IT = "Mined from the translation units of a sijill archive."
_TBX = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write_csv(english_terms: Iterable[Term]) -> bytes:
    """The CSV as a file that spreadsheets read as UTF-8."""
    return glossary_csv(english_terms).encode("utf-8-sig")


def write_tbx(english_terms: Iterable[Term]) -> bytes:
    """The TBX as a file."""
    return glossary_tbx(english_terms, SAID_OF_IT)


def glossary_csv(english_terms: Iterable[Term]) -> str:
    """Each English term and rendering as a line, under CSV_COLUMNS."""
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow(CSV_COLUMNS)
    for term in english_terms:
        for one in term.renderings:
            lines.writerow([term.text, one.text, one.count, one.first.isoformat(), one.last.isoformat()])
    return written.getvalue()


def glossary_tbx(english_terms: Iterable[Term], said_of_it: str) -> bytes:
    """The terms as TBX-Basic (ISO 30042:2019, style DCA): an entry for each English term, with its renderings.

    How often and from when to when each was used is a note. `said_of_it` is what the header says of the source.
    """
    ElementTree.register_namespace("", _TBX)
    root = ElementTree.Element(_name("tbx"), {"type": "TBX-Basic", "style": "dca", _LANG: ENGLISH})
    description = _add(_add(root, "tbxHeader"), "fileDesc")
    _add(_add(description, "titleStmt"), "title", "sijill glossary")
    _add(_add(description, "sourceDesc"), "p", said_of_it)
    body = _add(_add(root, "text"), "body")
    for number, term in enumerate(english_terms, 1):
        entry = _add(body, "conceptEntry")
        entry.set("id", f"c{number}")
        _add_language(entry, ENGLISH, [(term.text, _used(term.count, term.first, term.last))])
        _add_language(entry, ARABIC, [(one.text, _used(one.count, one.first, one.last)) for one in term.renderings])
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add_language(entry: ElementTree.Element, language: str, terms: Iterable[tuple[str, str]]) -> None:
    section = _add(entry, "langSec")
    section.set(_LANG, language)
    for text, used in terms:
        one = _add(section, "termSec")
        _add(one, "term", text)
        # Names and titles: nothing else is looked for. TBX-Basic has no value for proper nouns.
        _add(one, "termNote", "noun").set("type", "partOfSpeech")
        _add(one, "note", used)


def _used(count: int, first: date, last: date) -> str:
    times = "once" if count == 1 else f"{count} times"
    return f"used {times}, {first}" if first == last else f"used {times}, {first} to {last}"


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, _name(name))
    element.text = text
    return element


def _name(name: str) -> str:
    return f"{{{_TBX}}}{name}"
