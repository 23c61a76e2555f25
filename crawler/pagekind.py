"""Whether a page holds an article at all: soft 404s, login walls, challenges and lists are captures, not articles."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from crawler.blocks import Block
from crawler.metadata import Metadata
from crawler.models import Edition, NotAnArticle, OutcomeKind, Role

_CHALLENGE_MARKUP = re.compile(
    r"/cdn-cgi/challenge-platform/|cf-browser-verification|_cf_chl_opt|captcha-delivery\.com"
)
_CHALLENGE_TEXT = re.compile(
    r"just a moment|checking your browser|verify you are (?:a )?human|are you a robot|attention required"
    r"|access denied|unusual traffic|enable javascript and cookies",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b404\b|(?:page|article|story|content)\s(?:was\s|is\s|could\s|has\s|you\W.{0,40})?(?:not\s(?:be\s)?found|been\sremoved"
    r"|no\slonger\s(?:exists|available)|does(?:\snot|n.t)\sexist)|not\sfound|nothing\s(?:was\s)?found"
    r"|(?:الصفحة|المقال|المقالة|الخبر|المحتوى)\s.{0,30}(?:غير\s(?:موجود|متوفر|متاح)|لم\s(?:يتم\sالعثور|نعثر)|محذوف)"
    r"|(?:لم|لا)\s(?:يتم|نتمكن|يمكن)\s.{0,20}العثور|عذرا.{0,30}(?:غير\sموجود|لم)|غير\sموجودة?",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"^(?:please\s)?(?:log\s?in|sign\s?in)(?:\sto\s.*)?$|(?:you\smust|please)\s(?:be\slogged\sin|log\s?in|sign\s?in)"
    r"|تسجيل\sالدخول|يرجى\sتسجيل",
    re.IGNORECASE,
)
# A real article may be about a 404 or a login; a page that is one says little else.
_ERROR_PAGE_LENGTH = 900
# The shortest news items seen are one sentence of some 80 characters under a headline. What a page itself calls an
# article may be shorter: a headline over a link to the report it records.
_ARTICLE_LENGTH_LEAST = 80
_LISTED_HEADINGS = 4


def judge_page(
    text: str, metadata: Metadata, url: str, editions: Sequence[Edition], blocks: Sequence[Block]
) -> NotAnArticle | None:
    """Why the page with this text holds no article, or None where it does."""
    paragraphs = [line for edition in editions for line in edition.texts(Role.PARAGRAPH)]
    length = sum(map(len, paragraphs))
    titles = [title for _, title in metadata.titles]
    headlines = [line for edition in editions for line in edition.texts(Role.HEADLINE)]
    short = length < _ERROR_PAGE_LENGTH
    if short and _is_challenge(text, titles):
        return NotAnArticle(OutcomeKind.BLOCKED, "the site answered with a challenge, not with the page")
    if short and any(_MISSING.search(line) for line in (*titles, *headlines, *paragraphs[:2])):
        return _not_an_article("the page says that there is nothing at this address (soft 404)")
    if short and any(_LOGIN.search(line) for line in (*titles, *headlines)):
        return _not_an_article("the page asks to log in")
    is_short_post = metadata.is_article and bool(headlines) and bool(paragraphs)
    if length < _ARTICLE_LENGTH_LEAST and not is_short_post:
        return _not_an_article(f"no article text was found ({length} characters in paragraphs)")
    if _is_listing(metadata, url, blocks):
        return _not_an_article("the page lists articles and is none itself")
    return None


def _not_an_article(reason: str) -> NotAnArticle:
    return NotAnArticle(OutcomeKind.NOT_AN_ARTICLE, reason)


def _is_challenge(text: str, titles: Sequence[str]) -> bool:
    if any(_CHALLENGE_TEXT.search(title) for title in titles):
        return True
    return bool(_CHALLENGE_MARKUP.search(text))


def _is_listing(metadata: Metadata, url: str, blocks: Sequence[Block]) -> bool:
    if metadata.is_article:
        return False
    address = urlsplit(url)
    if metadata.is_listing or (address.path in ("", "/") and not address.query):
        return True
    linked = [block for block in blocks if block.level > 1 and block.link_share > 0.8 and not block.furniture]
    return len(linked) >= _LISTED_HEADINGS and len(linked) * 3 >= sum(not block.furniture for block in blocks) / 2
