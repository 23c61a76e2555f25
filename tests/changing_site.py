"""A bilingual site whose layout changes: invented news, one page for each article, on a scripted loopback site."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scripted_site import Answer, ScriptedSite

from archive.snapshot_files import ARCHIVE
from archive.store import open_archive
from crawler.models import OutcomeKind
from jobs.pipeline import Rim, SourceReport, crawl_sources

PLACES = ["bridge", "market", "school", "library", "harbour", "station", "museum", "bakery", "clinic", "mill"]
ARABIC_PLACES = ["الجسر", "السوق", "المدرسة", "المكتبة", "الميناء", "المحطة", "المتحف", "المخبز", "العيادة", "المطحنة"]


def article(
    number: int,
    *,
    caption: str = '<figcaption class="under-ar">{}</figcaption>',
    note: str = "",
    arabic_class: str = "arabic",
    box: str = "",
    foot: str = "",
) -> str:
    """A page in both languages; `caption` is the markup around the Arabic caption, `arabic_class` its side's class.

    `box` is markup between the English paragraphs, `foot` below the article.
    """
    place, arabic = PLACES[number % 10], ARABIC_PLACES[number % 10]
    shown = caption.format(f"صورة {arabic} في المدينة القديمة عند الفجر رقم {number}")
    return f"""<html lang="en"><head><title>The {place} of quarter {number}</title></head><body><article class="story">
    <h1 class="name">The {place} of quarter {number}</h1>
    <div class="english"><p>The {place} of quarter {number} was opened again on Sunday, the town council said{note}.</p>{box}
    <p>It had been closed for {number + 3} months, and the people of the quarter were glad to see it back.</p></div>
    <div class="{arabic_class}" dir="rtl"><h2 class="name-ar">{arabic} في الحي رقم {number}</h2>
    <p>أعيد افتتاح {arabic} في الحي رقم {number} يوم الأحد، وفق ما أعلنه مجلس البلدة بعد اجتماعه.</p>
    <p>وكان مغلقاً منذ {number + 3} أشهر، وقد فرح سكان الحي كثيراً بعودته إلى العمل من جديد.</p>
    <figure><img src="/{number}.jpg">{shown}</figure></div></article>{foot}</body></html>"""


@dataclass
class ChangingSite:
    """The site, the folder it is crawled into, and the time."""

    site: ScriptedSite
    folder: Path
    now: datetime = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
    last: SourceReport | None = field(default=None)

    def publish(self, first: int, last: int, **layout: Any) -> None:
        """Articles of those numbers, in one layout."""
        for number in range(first, last + 1):
            self.site.pages[f"/town/{number}-story"] = Answer(article(number, **layout))

    def crawl(self, *, days: float = 1) -> dict[int, tuple[OutcomeKind, str]]:
        """Crawl so many days later; gives the number of each article -> how it ended, and why."""
        self.now += timedelta(days=days)
        (self.last,) = crawl_sources(self.folder, rim=Rim(clock=lambda: self.now, sleep=lambda seconds: None))
        ends = [(self.number(one.url), one) for one in self.last.outcomes]
        assert len(ends) == len({number for number, _ in ends}), "an article ended twice"
        return {number: (one.kind, one.reason) for number, one in ends}

    def kinds(self, **options: Any) -> dict[int, OutcomeKind]:
        """Crawl; gives the number of each article -> how it ended."""
        return {number: kind for number, (kind, _) in self.crawl(**options).items()}

    def rows(self, *tables: str) -> list[list[dict[str, Any]]]:
        """The archive's rows."""
        with open_archive(self.folder / ARCHIVE, read_only=True) as archive:
            return [list(archive.db.query(f"SELECT * FROM {table}")) for table in tables]

    @staticmethod
    def number(url: str) -> int:
        """The number of the article at an address."""
        return int(url.rsplit("/", 1)[1].partition("-")[0])
