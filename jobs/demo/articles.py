"""The sample site's articles: what was written for it, as data, and how it stands in each state of the site.

Each `texts/*.json` is one article; its text is the truth that a reading of its page is compared with.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any

from jobs.demo.seed import seed_bodies

# The site as the first, the second and a third crawl find it.
STATES = ("first", "second", "third")
# When the site's editors changed what a state shows changed.
CHANGED_AT = {
    "first": datetime(2025, 2, 20, 6, 0, tzinfo=UTC),
    "second": datetime(2025, 2, 23, 18, 0, tzinfo=UTC),
    "third": datetime(2025, 2, 26, 6, 0, tzinfo=UTC),
}


class Layout(StrEnum):
    """How an article shows its languages."""

    ENGLISH_FIRST = "english-first"
    ARABIC_FIRST = "arabic-first"
    INTERLEAVED = "interleaved"
    COLUMNS = "columns"
    TWO_PAGES = "two-pages"
    ARABIC_ONLY = "arabic-only"
    ENGLISH_ONLY = "english-only"


class Change(StrEnum):
    """What happens to an article after the first state."""

    NONE = "none"
    ARABIC_EDITED = "arabic-edited"
    """From the second state on, a figure in its Arabic is another one."""
    EDITED_AND_BACK = "edited-and-back"
    """One text in the first and third state, another in the second."""
    REPOSTED = "reposted"
    """From the second state on, it also stands under a second address."""
    COSMETIC = "cosmetic"
    """In the second and third state its counter, white space, bidi marks and order of attributes differ."""
    GONE = "gone"
    """From the second state on, its address answers 410 and is not listed."""
    NEW = "new"
    """It appears in the second state."""


@dataclass(frozen=True, slots=True)
class SampleBlock:
    """One piece of an edition's body."""

    kind: str
    """paragraph, subhead, quote, list, figure, or photo (a paragraph that is a caption with its label)."""
    texts: tuple[str, ...]
    """One text; for a list, one for each entry."""
    picture: str | None = None
    """Name of a figure's picture; None where the other language's figure shows it."""
    label: str = ""

    @property
    def is_caption(self) -> bool:
        """True where its text is a caption rather than a paragraph."""
        return self.kind in ("figure", "photo")


@dataclass(frozen=True, slots=True)
class SampleEdition:
    """An article in one language, as its author wrote it."""

    language: str
    headline: str | None
    body: tuple[SampleBlock, ...]
    standfirst: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date_label: str = ""
    """What stands before the date line and is no part of it: "Published:"."""
    updated: str | None = None
    """A line that says when the page was changed; no part of the edition."""

    @property
    def paragraphs(self) -> list[str]:
        """Paragraphs in order; subheads, quotations and the entries of lists are paragraphs too."""
        return [text for block in self.body if not block.is_caption for text in block.texts]

    @property
    def captions(self) -> list[str]:
        """Captions in order, without their labels."""
        return [text for block in self.body if block.is_caption for text in block.texts]

    def expected_record(self) -> dict[str, Any]:
        """What the edition must be in the record of its article."""
        return {
            "headline": self.headline,
            "standfirst": self.standfirst,
            "dateline": self.dateline,
            "byline": self.byline,
            "paragraphs": self.paragraphs,
            "captions": self.captions,
        }


@dataclass(frozen=True, slots=True)
class DateMarkup:
    """The machine-readable dates of an article's pages, as written; None where there is none."""

    json_ld: str | None = None
    meta: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class SampleArticle:
    """One article of the site as it stands in one state."""

    slug: str
    path: str
    category: str
    layout: Layout
    listed_at: datetime
    """When the site published it: order of its lists, Last-Modified, RSS pubDate."""
    published_on: date | None
    """The day that its pages tell; None where they leave it open."""
    editions: tuple[SampleEdition, ...]
    date_verdict: str | None = None
    """How sure that day is: agreed, single, conflict or unknown; None where nothing is promised."""
    arabic_path: str | None = None
    """Path of its Arabic page, where that is a second one."""
    body_style: str = "p"
    """Markup of the paragraphs: "p", "br" (one element, lines divided by two <br>), "div", or "pasted" (everything is a
    paragraph, headlines too)."""
    columns: str = "two-cells"
    """Of a table: "two-cells" (one row with all the text) or "rows" (one row for each paragraph)."""
    date_markup: DateMarkup = DateMarkup()
    validators: tuple[str, ...] = ("etag", "last-modified")
    charset: str = "utf-8"
    reads: int | None = None
    """What its counter shows; None without counter."""
    picture: str | None = None
    """A picture above the text, without caption."""
    wordpress_id: int | None = None
    """Its number, where the page is marked up as WordPress does."""
    tags: tuple[str, ...] = ()
    """What it is filed under beside its category, where the page is marked up as WordPress does."""
    comments: tuple[tuple[str, str], ...] = ()
    """(author, text) of each comment of a reader."""
    dated_lists: bool = True
    """False where no list says when it was published."""
    sitemap_lastmod: bool = True
    refused_by_robots: bool = False
    change: Change = Change.NONE
    repost_path: str | None = None
    modified_at: datetime | None = None
    """When it was changed after it was published; None where it was not."""
    restyled: bool = False
    """True where white space, bidi marks and the order of attributes differ from the first state's."""

    def edition(self, language: str) -> SampleEdition | None:
        """The edition in a language; None where there is none."""
        return next((one for one in self.editions if one.language == language), None)

    @property
    def lead(self) -> SampleEdition:
        """The edition that the article's first page begins with."""
        return self.editions[-1] if self.layout is Layout.ARABIC_FIRST else self.editions[0]

    def expected_record(self) -> dict[str, Any]:
        """The part of the record that the article's text decides: day and editions."""
        return {
            "published_on": self.published_on.isoformat() if self.published_on else None,
            "editions": {edition.language: edition.expected_record() for edition in self.editions},
        }


@cache
def articles_in(state: str) -> tuple[SampleArticle, ...]:
    """The articles that the site shows in a state, the newest first; those that robots.txt refuses among them."""
    shown = (article for raw in _raw_articles() if (article := _article_in(raw, state)) is not None)
    return tuple(sorted(shown, key=lambda article: article.listed_at, reverse=True))


def gone_articles(state: str) -> tuple[SampleArticle, ...]:
    """The articles of the first state that are gone in this one."""
    return () if state == "first" else tuple(one for one in articles_in("first") if one.change is Change.GONE)


@cache
def _raw_articles() -> tuple[dict[str, Any], ...]:
    folder = files("jobs.demo").joinpath("texts")
    return tuple(_read_json(file) for file in sorted(folder.iterdir(), key=lambda file: file.name))


def _read_json(file: Traversable) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return raw


def _article_in(raw: Mapping[str, Any], state: str) -> SampleArticle | None:
    """The article as it stands in a state; None where the site does not have it then."""
    change = Change(raw.get("change", "none"))
    later = state != "first"
    if (change is Change.NEW and not later) or (change is Change.GONE and later):
        return None
    article = _read_article(_edited(raw, state), change)
    reads = raw.get("reads_later", {}).get(state, article.reads)
    if change is Change.COSMETIC:
        return replace(article, reads=reads, restyled=later)
    return replace(article, modified_at=_modified_at(raw, state))


def _edited(raw: Mapping[str, Any], state: str) -> dict[str, Any]:
    """The article with the edits of a state; ValueError where a text to replace is not in it."""
    result = dict(raw)
    for edit in raw.get("edits", {}).get(state, ()):
        written = json.dumps(result[edit["language"]], ensure_ascii=False)
        if edit["old"] not in written:
            raise ValueError(f"{raw['slug']}: {edit['old']!r} is not in its {edit['language']} text")
        result[edit["language"]] = json.loads(written.replace(edit["old"], edit["new"]))
    return result


def _modified_at(raw: Mapping[str, Any], state: str) -> datetime | None:
    """The time of the last state up to this one whose edits differ from those of the state before."""
    edits = raw.get("edits", {})
    modified = None
    for before, after in pairwise(STATES):
        if STATES.index(after) <= STATES.index(state) and edits.get(before, []) != edits.get(after, []):
            modified = CHANGED_AT[after]
    return modified


def _read_article(raw: Mapping[str, Any], change: Change) -> SampleArticle:
    plain = {
        key: raw[key]
        for key in (
            "slug path category date_verdict arabic_path columns charset reads picture wordpress_id "
            "dated_lists sitemap_lastmod refused_by_robots repost_path"
        ).split()
        if key in raw
    }
    bodies = seed_bodies() if raw["slug"] == "baghdad-informs-moscow" else {}
    return SampleArticle(
        **plain,
        layout=Layout(raw["layout"]),
        listed_at=datetime.fromisoformat(raw["listed_at"]),
        published_on=date.fromisoformat(raw["published_on"]) if raw["published_on"] else None,
        date_markup=DateMarkup(**raw.get("date_markup", {})),
        body_style=raw.get("body", "p"),
        validators=tuple(raw.get("validators", ("etag", "last-modified"))),
        tags=tuple(raw.get("tags", ())),
        comments=tuple((comment["author"], comment["text"]) for comment in raw.get("comments", ())),
        change=change,
        editions=tuple(
            _read_edition(language, {**raw.get(language, {}), **bodies.get(language, {})})
            for language in ("en", "ar")
            if language in raw or language in bodies
        ),
    )


def _read_edition(language: str, raw: Mapping[str, Any]) -> SampleEdition:
    fields = {key: value for key, value in raw.items() if key != "body"}
    return SampleEdition(language=language, body=tuple(_read_blocks(raw["body"])), **fields)


def _read_blocks(body: Iterable[str | Mapping[str, Any]]) -> Iterable[SampleBlock]:
    for block in body:
        if isinstance(block, str):
            yield SampleBlock("paragraph", (block,))
        elif "list" in block:
            yield SampleBlock("list", tuple(block["list"]))
        elif "figure" in block:
            yield SampleBlock("figure", (block["caption"],), picture=block["figure"])
        elif "photo" in block:
            yield SampleBlock("photo", (block["photo"],), label=block["label"])
        else:
            kind = next(iter(block))
            yield SampleBlock(kind, (block[kind],))
