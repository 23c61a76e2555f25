"""A page's bytes as editions, pictures, dates and residue. Pure: the same bytes always give the same page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from crawler.calendar.visible_dates import visible_dates
from crawler.editions.article_pictures import pictures_of_article
from crawler.editions.captions import captions_beside
from crawler.editions.credit_lines import credit_lines
from crawler.editions.offsite_lines import with_offsite_lines
from crawler.editions.picture_captions import read_pictures
from crawler.editions.shown_tags import shown_tags
from crawler.editions.split import Stated, split_editions
from crawler.editions.time_elements import stated_instants
from crawler.finding.headline import stated_headline, stated_titles
from crawler.finding.region import read_region
from crawler.head.metadata import Metadata, PageLinks, read_links, read_metadata
from crawler.kinds.pagekind import judge_page
from crawler.languages import other_language
from crawler.models import Edition, NotAnArticle, OutcomeKind, Picture, Role
from crawler.models.forms import match_form
from crawler.page.blocks import Block
from crawler.page.furniture import UNSEEN_TAGS
from crawler.page.machine_dates import machine_date
from crawler.page.picture_addresses import place_unscripted_pictures
from crawler.page.scripted import place_scripted_text
from crawler.page.streamed import place_streamed_parts
from crawler.page.template_marks import mark_roles
from crawler.sites import Template

_MARKUP = re.compile(
    r"<\s*(?:html|body|div|p|article|main|section|table|br|span|h[1-6]|meta|!doctype)\b", re.IGNORECASE
)
# What stands below a post or a message and tells when it was sent.
_BELOW = ("[class*=footer]", "[class*=meta]", "article footer")
_TIME_BELOW = ", ".join(f"{below} {date}" for below in _BELOW for date in ("time", "abbr.published"))
# A field for an address tells a box to sign up in.
_LEFT_IN = frozenset({"head", "title", "input"})
# A template that would take out more of a page than this was learned on other pages: it is not believed.
_TEMPLATE_SHARE_MOST = 0.25


@dataclass(frozen=True, slots=True)
class Page:
    """One URL's document, read."""

    url: str
    links: PageLinks
    editions: tuple[Edition, ...]
    pictures: tuple[Picture, ...]
    residue: tuple[str, ...]
    date_metadata: tuple[tuple[str, str], ...]
    """(source, text) of the dates stated for machines, most trusted first."""
    problem: NotAnArticle | None
    """Why it holds no article; None where it does."""
    metadata: Metadata
    charset: str | None = None
    """WHATWG name of the charset its bytes were read in; None where it was read from text."""
    charset_decided_by: str | None = None
    notes: tuple[str, ...] = ()
    """What was odd about its bytes."""
    date_lines: tuple[tuple[str, str], ...] = ()
    """(source, text) of the date shown beside the headline; empty where there is none."""
    language_tag: str | None = None
    """The language that the document declares, "en-GB"; None where it declares none."""
    shown_tags: tuple[str, ...] = ()
    """The tags that stand in a row with the text."""


def extract_page(text: str, url: str, template: Template | None = None, utf8: bytes | None = None) -> Page:
    """The page at an address. Text without markup is read line by line; an empty text gives a page with a problem.

    `utf8` is the text in UTF-8, where that is at hand.
    """
    tree = parse_page(text, utf8)
    metadata = read_metadata(tree)
    links = read_links(tree, url)
    show_page(tree, template)
    region = read_region(tree, metadata, template)
    blocks = with_offsite_lines(_without_furniture(region.blocks, template), tree, url)
    other = other_language((block.text for block in blocks if not block.furniture), metadata.language)
    captions = captions_beside(blocks, region.pictures)
    credited = credit_lines(blocks, captions)
    stated = Stated(
        stated_headline(metadata, region.headline), stated_titles(metadata), metadata.authors, metadata.description
    )
    split = split_editions(blocks, region.headline, stated, other, captions, credited)
    date_lines = visible_dates(region.heading, metadata.language_tag) if region.heading is not None else ()
    machine_dates = (*metadata.dates, *stated_instants(blocks))
    own_pictures = pictures_of_article(region.pictures, blocks, split.editions)
    return Page(
        url=url,
        links=links,
        editions=split.editions,
        pictures=read_pictures(own_pictures, blocks, captions, credited, url),
        residue=split.residue,
        date_metadata=machine_dates or (() if date_lines else _only_time(tree)),
        date_lines=date_lines,
        language_tag=metadata.language_tag,
        problem=judge_page(text, metadata, url, split.editions, blocks),
        metadata=metadata,
        shown_tags=shown_tags(blocks, split.editions, url),
    )


def parse_page(text: str, utf8: bytes | None = None) -> LexborHTMLParser:
    """The tree of a page's text; text without markup becomes one paragraph for each line."""
    return LexborHTMLParser((utf8 or text) if _MARKUP.search(text) else _as_markup(text))


def show_page(tree: LexborHTMLParser, template: Template | None = None) -> None:
    """Bring a tree to what readers see: parts that scripts move in place, unseen elements gone, marks of a template."""
    place_streamed_parts(tree)
    place_scripted_text(tree)
    place_unscripted_pictures(tree)
    mark_roles(tree, template)
    tree.strip_tags(sorted(UNSEEN_TAGS - _LEFT_IN))


def page_links(text: str, url: str) -> PageLinks:
    """Only what a page says of its address and its other languages."""
    return read_links(LexborHTMLParser(text), url)


def _as_markup(text: str) -> str:
    lines = (line.replace("&", "&amp;").replace("<", "&lt;") for line in text.splitlines())
    return "<html><body><div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div></body></html>"


def _without_furniture(blocks: Sequence[Block], template: Template | None) -> tuple[Block, ...]:
    if template is None or not template.furniture:
        return tuple(blocks)
    known = frozenset(template.furniture)
    repeated = [not block.level and match_form(block.text) in known for block in blocks]
    taken = sum(len(block.text) for block, is_known in zip(blocks, repeated, strict=True) if is_known)
    if taken > _TEMPLATE_SHARE_MOST * sum(len(block.text) for block in blocks):
        return tuple(blocks)
    return tuple(
        replace(block, furniture=True) if is_known else block for block, is_known in zip(blocks, repeated, strict=True)
    )


def _only_time(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """The date of a page's only <time> or published <abbr>, where that stands below a post or message."""
    stated = {machine_date(time.tag or "", time.attributes) for time in tree.css("time, abbr.published")}
    if len(stated) != 1 or tree.css_first(_TIME_BELOW) is None:
        return ()
    return tuple(("time", date) for date in stated if date)


def edition_length(edition: Edition) -> int:
    """Characters of an edition's paragraphs."""
    return sum(len(text) for text in edition.texts(Role.PARAGRAPH))


def not_an_article(reason: str) -> NotAnArticle:
    """The problem of a page that holds no article."""
    return NotAnArticle(OutcomeKind.NOT_AN_ARTICLE, reason)
