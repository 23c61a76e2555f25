"""An archive in which names are rendered in several ways, some of them otherwise from one day on."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from archived import edition, entry, of_editions

from archive.store import open_archive
from crawler.models import Article, Role, SegmentRef, TranslationUnit
from jobs.terms import update_terms

FIRST = date(2024, 1, 8)
DAYS = 640
# English, Arabic, how often, from which day to which, of DAYS.
USES = (
    ("Lavrentyev", "لافرينتيف", 41, 0, 380),
    ("Lavrentyev", "لافرنتييف", 29, 330, 640),
    ("Lavrentyev", "لافرينتييف", 4, 100, 500),
    ("Hargreaves", "هارغريفز", 30, 0, 640),
    ("Hargreaves", "هارجريفز", 9, 0, 640),
    ("Lindqvist", "ليندكفيست", 12, 60, 300),
    ("Lindqvist", "لندكفيست", 17, 300, 600),
    ("Mosul", "الموصل", 35, 0, 640),
    ("Salma Haddad", "سلمى حداد", 22, 0, 640),
    ("Sulaymaniyah", "السليمانية", 14, 0, 360),
    ("Sulaimaniya", "السليمانية", 16, 340, 640),
    ("Kirkuk", "كركوك", 19, 0, 640),
    ("Washington", "واشنطن", 26, 0, 640),
    ("Berlin", "برلين", 8, 200, 420),
    ("Valparaiso", "فالبارايسو", 1, 10, 20),
)
FRAMES = (
    ("The delegation spoke of {} on its second day.", "وتحدث الوفد عن {} في يومه الثاني."),
    ("Two letters about {} were read out.", "وتُليت رسالتان بشأن {} في الجلسة."),
    ("What was said of {} is not known yet.", "ولم يُعرف بعد ما قيل عن {} هناك."),
)


def write_glossary_archive(path: Path) -> int:
    """Write the archive, mined; how many articles it has."""
    articles = sorted(_articles(), key=lambda one: (one.published_on, one.url))
    with open_archive(path) as archive:
        for sequence, one in enumerate(articles, 1):
            archive.apply(entry(sequence, one.url, source="register"), one)
        return sum(update_terms(archive.db, None))


def _articles() -> list[Article]:
    chosen = random.Random(20260126)
    uses = [(use, chosen.randrange(use[3], use[4])) for use in USES for _ in range(use[2])]
    return [_article(number, english, arabic, day) for number, ((english, arabic, *_), day) in enumerate(uses)]


def _article(number: int, english: str, arabic: str, day: int) -> Article:
    frame, arabic_frame = FRAMES[number % len(FRAMES)]
    url = f"https://register.example/{number}"
    sides = edition("en", "A note", frame.format(english)), edition("ar", "ملاحظة", arabic_frame.format(arabic))
    refs = SegmentRef(Role.HEADLINE, 0), SegmentRef(Role.PARAGRAPH, 0)
    units = tuple(TranslationUnit((ref,), (ref,), 0.99) for ref in refs)
    made = of_editions(*sides, url=url)
    # The same words again are another article here, not an alias.
    digest = f"{number:064x}"
    return replace(made, units=units, published_on=FIRST + timedelta(days=day), content_hash=digest)
