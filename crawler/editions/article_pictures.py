"""Which pictures of a page are its article's: those that stand in it, and are no ornaments of the site."""

import re
from collections.abc import Sequence
from urllib.parse import unquote

from crawler.models import Edition, Role
from crawler.page.blocks import Block, PictureBlock
from crawler.page.furniture import name_words

# A file named by one of these is an ornament, whatever else it is called.
_ORNAMENTS = frozenset(
    "icon icons ico arrow arrows button btn bullet spacer pixel sprite loader loading rss emoji avatar".split()
)
# A file named by nothing but these and numbers.
_SITE_PARTS = _ORNAMENTS | frozenset(
    "logo logos header footer print printer search banner advertisement advert ad ads bg background ticker "
    "share close menu star stars blank transparent line dot white black light dark ar en site main top".split()
)
# What asks an advertisement server for one of its places.
_ADVERTISED = re.compile(r"[?&]zone_?id=", re.IGNORECASE)
_ARTICLE_ROLES = (Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CAPTION)


def pictures_of_article(
    pictures: Sequence[PictureBlock], blocks: Sequence[Block], editions: Sequence[Edition]
) -> tuple[PictureBlock, ...]:
    """Those that stand no further down than right below the article's last text, without the site's ornaments.

    `after` of each counts the blocks. Pictures of an article without text are all kept.
    """
    kept = {text for edition in editions for role in _ARTICLE_ROLES for text in edition.texts(role)}
    last = max((number for number, block in enumerate(blocks) if block.text in kept), default=len(blocks))
    return tuple(one for one in pictures if one.after <= last + 1 and not is_ornament(one.address))


def is_ornament(address: str) -> bool:
    """True for a picture whose file is named as a part of a site's design, and for an advertisement.

    >>> is_ornament("/img/print_icon.gif"), is_ornament("/logo-ar.png"), is_ornament("/2026/harbour-logo-stolen.jpg")
    (True, True, False)
    >>> is_ornament("http://[no-address/rss.gif?w=90")
    True
    """
    path = address.partition("#")[0].partition("?")[0]
    name = unquote(path).rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = {word for word in name_words(name) if not word.isdigit()}
    return bool(words & _ORNAMENTS) or (bool(words) and words <= _SITE_PARTS) or bool(_ADVERTISED.search(address))
