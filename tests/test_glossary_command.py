"""sijill glossary: what of the archive it reads, what it prints, and the CSV and TBX that other programs read."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from archived import edition, entry, of_editions
from click.testing import CliRunner, Result

from archive.glossary_files import CSV_COLUMNS, glossary_csv, glossary_tbx
from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.models import Article, Role, SegmentRef, TranslationUnit
from crawler.models.terms import Change, Rendering, Term
from jobs.cli import cli
from jobs.config import FILE_NAME
from jobs.terms import update_terms

FIRST = date(2026, 1, 26)
TBX = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def article(number: int, english: str, arabic: str, score: float = 1.0) -> Article:
    """One of a paragraph on each side, published so many days after FIRST."""
    ref = SegmentRef(Role.PARAGRAPH, 0)
    made = of_editions(edition("en", None, english), edition("ar", None, arabic), url=f"https://news.example/{number}")
    unit = TranslationUnit((ref,), (ref,), score)
    return replace(made, units=(unit,), published_on=FIRST + timedelta(days=number), published_on_basis="single")


ARTICLES = [
    *(article(number, f"{number} men saw Lavrentyev.", f"{number} رجال رأوا لافرينتيف.") for number in range(4)),
    *(article(number, f"{number} men saw Lavrentyev.", f"{number} رجال رأوا لافرنتييف.") for number in range(4, 7)),
    article(7, "They saw Lavrentiev.", "رأوا لافرينتيف."),
    article(8, "They saw Hargreaves.", "رأوا هارغريفز.", score=0.85),  # not sure that they belong together
    *(article(number, f"{number} men spoke of samizdat.", f"{number} رجال تحدثوا عن ساميزدات.") for number in (9, 12)),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with these articles, the last of them of another source."""
    made = tmp_path_factory.mktemp("data")
    sources = "".join(f'[[source]]\nname = "{name}"\nurl = "https://{name}.example/"\n' for name in ("news", "other"))
    (made / FILE_NAME).write_text(sources, encoding="utf-8")
    with open_archive(made / ARCHIVE) as archive:
        for sequence, one in enumerate(ARTICLES, 1):
            archive.apply(entry(sequence, one.url, source="other" if sequence > 7 else "news"), one)
        assert sum(update_terms(archive.db, None)) == len(ARTICLES)
    return made


def run(folder: Path, *words: str) -> Result:
    ended = CliRunner().invoke(cli, ["--data", str(folder), "glossary", *words], catch_exceptions=False)
    assert ended.exit_code == 0
    return ended


def test_each_term_is_printed_with_its_renderings_and_when_the_usual_one_changed(folder: Path):
    assert run(folder).stdout.splitlines() == [
        "Lavrentyev: لافرينتيف (4), لافرنتييف (3)  2026-01-26 to 2026-02-01",
        "    since 2026-01-30 mostly لافرنتييف, before it لافرينتيف",
    ]


SELECTED = {
    ("--of", "ar"): ["لافرينتيف: Lavrentyev (4), Lavrentiev (1)", "لافرنتييف: Lavrentyev (3)"],
    ("--of", "ar", "--varied"): ["لافرينتيف: Lavrentyev (4), Lavrentiev (1)"],
    ("--min-count", "1"): ["Lavrentyev: لافرينتيف (4), لافرنتييف (3)", "Lavrentiev: لافرينتيف (1)"],
    ("--min-count", "1", "--source", "other"): ["Lavrentiev: لافرينتيف (1)"],
    ("--since", "2026-01-31"): ["Lavrentyev: لافرنتييف (2)"],
    ("--term", "لافرنتييف"): ["Lavrentyev: لافرينتيف (4), لافرنتييف (3)", "لافرنتييف: Lavrentyev (3)"],
    ("--term", "nobody"): [],
    ("--term", "Hargreaves", "--min-count", "1"): [],
}


@pytest.mark.parametrize("words", SELECTED, ids=" ".join)
def test_what_is_listed_can_be_chosen(folder: Path, words: tuple[str, ...]):
    lines = run(folder, *words).stdout.splitlines()
    assert [line.split("  ")[0] for line in lines if not line.startswith(" ")] == SELECTED[words]


def test_what_is_not_found_is_said_with_what_was_asked_for(folder: Path):
    assert [
        run(folder, *words).stderr for words in (("--varied", "--of", "ar", "--min-count", "9"), ("--term", "nobody"))
    ] == [
        "nothing found rendered in more than one way and used 9 times or more; --min-count 1 lists what is used once too\n",
        "nothing found with 'nobody'; titles need a sijill learn\n",
    ]


def test_articles_that_are_not_mined_yet_are_told(tmp_path: Path):
    with open_archive(tmp_path / ARCHIVE) as archive:
        archive.apply(entry(1, ARTICLES[0].url), ARTICLES[0])
    ended = run(tmp_path)
    assert ended.stderr.splitlines()[0] == "1 article not mined yet: sijill learn, or the next sijill crawl, does it"


def test_a_word_that_is_no_name_is_mined_when_it_is_asked_for(folder: Path):
    assert "samizdat" not in run(folder, "--min-count", "1").stdout
    lines = "samizdat: ساميزدات (2)  2026-02-04 to 2026-02-07\nساميزدات: samizdat (2)  2026-02-04 to 2026-02-07\n"
    assert run(folder, "--term", "Samizdat").stdout == lines
    assert run(folder, "--term", "Samizdat", "--since", "2026-02-05").stdout.splitlines()[0] == (
        "samizdat: ساميزدات (1)  2026-02-07"
    )
    assert run(folder, "--term", "Samizdat", "--source", "news").stdout == ""


def test_as_json_both_languages_are_given(folder: Path):
    given = json.loads(run(folder, "--json").stdout)
    (english,) = given["en"]
    assert (english["term"], english["count"], english["first"], english["last"]) == (
        "Lavrentyev",
        7,
        "2026-01-26",
        "2026-02-01",
    )
    assert english["renderings"][0] == {
        "text": "لافرينتيف",
        "count": 4,
        "first": "2026-01-26",
        "last": "2026-01-29",
    }
    assert english["change"] == {"day": "2026-01-30", "before": "لافرينتيف", "after": "لافرنتييف"}
    assert [one["term"] for one in given["ar"]] == ["لافرينتيف", "لافرنتييف"]


def term(text: str, *renderings: tuple[str, int], change: Change | None = None) -> Term:
    found = tuple(Rendering(one, count, FIRST, FIRST + timedelta(days=count - 1)) for one, count in renderings)
    return Term(text, sum(one.count for one in found), FIRST, max(one.last for one in found), found, change)


TERMS = [
    term("Lavrentyev", ("لافرينتيف", 41), ("لافرنتييف", 3)),
    term('O’Hagan, <Sons> & "Daughters"', ("أوهاغان", 1)),
    term("Ministry of Defence", ("وزارة الدفاع", 12)),
]


def test_what_is_written_as_csv_is_read_back_the_same():
    head, *lines = csv.reader(io.StringIO(glossary_csv(TERMS)))
    assert tuple(head) == CSV_COLUMNS
    assert [(english, arabic, int(count), first, last) for english, arabic, count, first, last in lines] == [
        (one.text, rendering.text, rendering.count, rendering.first.isoformat(), rendering.last.isoformat())
        for one in TERMS
        for rendering in one.renderings
    ]


# Of the core structure of ISO 30042 (TBXcoreStructV03): what each element holds, in order; * is any number, + one or
# more, ? at most one. Of TBX-Basic: the types of termNote and, for the one that we write, its values (TBX-Basic_DCA.sch).
HOLDS = {
    "tbx": ("tbxHeader", "text"),
    "tbxHeader": ("fileDesc", "encodingDesc?", "revisionDesc?"),
    "fileDesc": ("titleStmt?", "publicationStmt?", "sourceDesc+"),
    "titleStmt": ("title", "note*"),
    "sourceDesc": ("p+",),
    "text": ("body", "back?"),
    "body": ("conceptEntry+",),
    "conceptEntry": ("descrip*", "note*", "langSec+"),
    "langSec": ("descrip*", "note*", "termSec+"),
    "termSec": ("term", "termNote*", "descrip*", "admin*", "note*"),
}
PARTS_OF_SPEECH = {"adjective", "noun", "other", "verb", "adverb"}


def check_structure(element: ElementTree.Element) -> None:
    """Fails where an element holds what it may not, or in another order."""
    assert element.tag.startswith(TBX)
    children = [child.tag.removeprefix(TBX) for child in element]
    left = list(children)
    for allowed in HOLDS.get(element.tag.removeprefix(TBX), ()):
        name = allowed.rstrip("*+?")
        assert allowed.endswith(("*", "?")) or left[:1] == [name], (element.tag, children)
        while left[:1] == [name]:
            left.pop(0)
            if not allowed.endswith(("*", "+")):
                break
    assert left == [], (element.tag, children)
    for child in element:
        check_structure(child)


def test_what_is_written_as_tbx_has_the_structure_of_tbx_basic_and_is_read_back_the_same():
    root = ElementTree.fromstring(glossary_tbx(TERMS, "An archive of <news> & more"))
    check_structure(root)
    assert (root.tag, root.get("type"), root.get("style"), root.get(LANG)) == (f"{TBX}tbx", "TBX-Basic", "dca", "en")
    assert root.findtext(f".//{TBX}sourceDesc/{TBX}p") == "An archive of <news> & more"
    entries = root.findall(f".//{TBX}conceptEntry")
    ids = [one.get("id") for one in entries]
    assert len(set(ids)) == len(ids) == len(TERMS)
    read = [
        {section.get(LANG): [term.text for term in section.iter(f"{TBX}term")] for section in one} for one in entries
    ]
    assert read == [{"en": [one.text], "ar": [rendering.text for rendering in one.renderings]} for one in TERMS]
    notes = list(root.iter(f"{TBX}termNote"))
    assert {note.get("type") for note in notes} == {"partOfSpeech"}
    assert {note.text for note in notes} <= PARTS_OF_SPEECH
    assert [note.text for note in entries[0].iter(f"{TBX}note")][1:] == [
        "used 41 times, 2026-01-26 to 2026-03-07",
        "used 3 times, 2026-01-26 to 2026-01-28",
    ]


def test_both_files_are_written_and_hold_what_would_be_printed(folder: Path, tmp_path: Path):
    ended = run(folder, "--csv", str(tmp_path / "g.csv"), "--tbx", str(tmp_path / "g.tbx"))
    assert ended.stdout == ""
    assert (tmp_path / "g.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == [
        "Lavrentyev,لافرينتيف,4,2026-01-26,2026-01-29",
        "Lavrentyev,لافرنتييف,3,2026-01-30,2026-02-01",
    ]
    terms = [one.text for one in ElementTree.parse(tmp_path / "g.tbx").iter(f"{TBX}term")]
    assert terms == ["Lavrentyev", "لافرينتيف", "لافرنتييف"]
